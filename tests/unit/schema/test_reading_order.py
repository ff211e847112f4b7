"""The order in which one pair of hands does the steps of a card."""

from __future__ import annotations

from typing import Any

from drillsim.schema.reading import steps_in_turn
from helpers.cards import card, step, two_sides

TRIGGER = {"load": "load-A", "is": "dead"}


def in_turn(*steps: dict[str, Any]) -> list[str]:
    of = two_sides(card("K", "electrician", TRIGGER, *steps))
    return [each.id for each in steps_in_turn(of.plan.cards[0])]


def test_steps_come_by_clause_then_id_with_numbers_as_numbers() -> None:
    written = [
        step(name, "electrician", clause=clause) for name, clause in (("A", "9.10"), ("S2", "9.2"), ("S1", "9.2"))
    ]
    assert in_turn(*written) == ["S1", "S2", "A"]


def test_no_step_comes_before_one_it_waits_for() -> None:
    assert in_turn(step("S1", "electrician", after=["S3"]), step("S2", "electrician"), step("S3", "electrician")) == [
        "S2", "S3", "S1",
    ]  # fmt: skip


def test_a_branch_comes_after_the_step_that_may_fail() -> None:
    look = step("S5", "electrician", on_failure={"steps": ["S1"]})
    assert in_turn(step("S1", "electrician"), step("S2", "electrician"), look) == ["S2", "S5", "S1"]


def test_the_steps_of_an_option_come_after_the_decision() -> None:
    choice = step("S5", "electrician", "decide", options=[{"name": "x", "text": "x", "steps": ["S1"]}])
    assert in_turn(step("S1", "electrician"), choice) == ["S5", "S1"]


def test_steps_that_send_each_other_back_come_in_the_order_they_are_read() -> None:
    one = step("S1", "electrician", on_failure={"steps": ["S2"]})
    other = step("S2", "electrician", on_failure={"steps": ["S1"]})
    assert in_turn(other, one) == ["S1", "S2"]

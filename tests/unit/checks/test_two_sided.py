"""Waits of one side for the other that the plan itself cannot end."""

from __future__ import annotations

from typing import Any

from drillsim.checks import two_sided_waits, utility_sight
from drillsim.schema.plan import Plan
from helpers.small_customer import small_customer

TOLD = {"to": "dispatcher", "channel": "phone"}
TELLS_BACK = {"to": "electrician", "channel": "phone"}


def plan(*steps: dict[str, Any], permits: dict[str, Any] | None = None) -> Plan:
    """Steps named C… by the electrician in one card, U… by the dispatcher in another."""
    cards = []
    for side, role in (("customer", "electrician"), ("utility", "dispatcher")):
        own = [
            {"clause": step["id"].lower(), "text": "x", "do": "report", "by": role, **step}
            for step in steps
            if (step["id"][0] == "C") == (side == "customer")
        ]
        trigger = {"bus": "B", "is": "dead"}
        if own:
            activation = {"by": role}
            cards.append({"id": side, "title": side, "trigger": trigger, "activation": activation, "steps": own})
    return Plan.model_validate(
        {
            "format": "1",
            "id": "P",
            "version": "1",
            "status": "draft",
            "actors": {
                "electrician": {"side": "customer", "held_by": ["wang"]},
                "dispatcher": {"side": "utility", "held_by": ["zhao"]},
            },
            "permits": permits or {},
            "cards": cards,
        }
    )


def test_two_steps_that_wait_for_each_others_message_are_a_circle_with_clauses_and_sides() -> None:
    (wait,) = two_sided_waits(
        plan(
            {"id": "C1", "requires": [{"message": "U1"}], "tells": [TOLD]},
            {"id": "U1", "requires": [{"message": "C1"}], "tells": [TELLS_BACK]},
        )
    )
    assert (wait.kind, wait.steps, wait.clauses) == ("circle", ("C1", "U1"), ("c1", "u1"))
    assert (wait.sides, wait.roles) == (("customer", "utility"), ("electrician", "dispatcher"))


def test_a_circle_may_go_through_steps_of_one_side() -> None:
    (wait,) = two_sided_waits(
        plan(
            {"id": "C1", "after": "C2", "tells": [TOLD]},
            {"id": "C2", "requires": [{"message": "U1"}]},
            {"id": "U1", "after": "C1", "tells": [TELLS_BACK]},
        )
    )
    assert wait.steps == ("C1", "C2", "U1")


def test_a_time_out_does_not_close_the_gap() -> None:
    waits = two_sided_waits(
        plan(
            {"id": "C1", "requires": [{"message": "U1"}], "tells": [TOLD], "wait_at_most": "10 min"},
            {"id": "U1", "requires": [{"message": "C1"}], "tells": [TELLS_BACK]},
        )
    )
    assert [wait.kind for wait in waits] == ["circle"]


def test_the_mended_pair_clears() -> None:
    assert not two_sided_waits(
        plan({"id": "C1", "tells": [TOLD]}, {"id": "U1", "requires": [{"message": "C1"}], "tells": [TELLS_BACK]})
    )


def test_one_way_out_of_a_choice_is_enough() -> None:
    asks_any = {"any": [{"message": "U1"}, {"bus": "B", "is": "live"}]}
    assert not two_sided_waits(
        plan(
            {"id": "C1", "requires": [asks_any], "tells": [TOLD]},
            {"id": "U1", "requires": [{"message": "C1"}], "tells": [TELLS_BACK]},
        )
    )


def test_a_step_after_one_of_several_is_stuck_only_with_all_of_them() -> None:
    steps = (
        {"id": "C1", "after": {"any": ["U1", "C2"]}, "tells": [TOLD]},
        {"id": "U1", "requires": [{"message": "C1"}], "tells": [TELLS_BACK]},
    )
    assert not two_sided_waits(plan(*steps, {"id": "C2"}))
    assert two_sided_waits(plan(*steps, {"id": "C2", "after": "U1"}))


def test_an_awaited_message_that_no_step_sends_to_that_role_is_a_gap() -> None:
    (wait,) = two_sided_waits(plan({"id": "C1"}, {"id": "U1", "requires": [{"message": "C1"}]}))
    assert (wait.kind, wait.steps, wait.awaited, wait.roles) == (
        "nobody_sends", ("U1", "C1"), "C1", ("dispatcher", "electrician"),
    )  # fmt: skip


def test_word_of_a_step_may_be_passed_on_by_another() -> None:
    passed_on = {"id": "C2", "after": "C1", "tells": [{**TOLD, "facts": ["C1"]}]}
    assert not two_sided_waits(plan({"id": "C1"}, passed_on, {"id": "U1", "requires": [{"message": "C1"}]}))


def test_a_predecessor_on_the_other_side_must_be_told_too() -> None:
    assert [wait.awaited for wait in two_sided_waits(plan({"id": "C1"}, {"id": "U1", "after": "C1"}))] == ["C1"]
    assert not two_sided_waits(plan({"id": "C1", "tells": [TOLD]}, {"id": "U1", "after": "C1"}))


def test_a_step_under_a_permit_waits_for_the_step_that_asks_for_it() -> None:
    permits = {"p": {"covers": "101", "from": "dispatcher", "decides_in": "3 min", "channel": "phone"}}
    (wait,) = two_sided_waits(
        plan(
            {"id": "C1", "do": "request", "target": "p", "requires": [{"message": "U1"}]},
            {"id": "C2", "do": "open", "target": "101", "tells": [TOLD]},
            {"id": "U1", "requires": [{"message": "C2"}], "tells": [TELLS_BACK]},
            permits=permits,
        )
    )
    assert wait.steps == ("C1", "U1", "C2")


def test_a_dispatcher_who_must_know_a_switch_waits_for_whoever_tells_him() -> None:
    steps = (
        {"id": "C1", "requires": [{"message": "U1"}], "tells": [{**TOLD, "facts": ["101"]}]},
        {"id": "U1", "requires": [{"switch": "101", "is": "open"}], "tells": [TELLS_BACK]},
    )
    blind = {"dispatcher": frozenset({"B"})}
    assert [wait.steps for wait in two_sided_waits(plan(*steps), blind)] == [("C1", "U1")]
    assert not two_sided_waits(plan(*steps), {"dispatcher": frozenset({"B", "101"})})
    assert not two_sided_waits(plan(*steps))
    untold = ({**steps[0], "tells": []}, steps[1])
    assert ("nobody_sends", "101") in {(wait.kind, wait.awaited) for wait in two_sided_waits(plan(*untold), blind)}


def test_a_dispatcher_sees_what_is_shown_where_he_sits() -> None:
    assert utility_sight(small_customer()) == {"dispatcher": frozenset({"feeder-east", "feeder-west"})}


def test_a_branch_for_failure_waits_for_the_step_that_fails() -> None:
    (wait,) = two_sided_waits(
        plan(
            {"id": "C1", "requires": [{"message": "U1"}], "on_failure": {"steps": ["C2"]}},
            {"id": "C2", "tells": [TOLD]},
            {"id": "U1", "requires": [{"message": "C2"}], "tells": [TELLS_BACK]},
        )
    )
    assert set(wait.steps) == {"C1", "C2", "U1"}

"""Cards walked in order against the interlocks."""

from __future__ import annotations

from typing import Any

from drillsim.checks.inputs import Inputs
from drillsim.checks.walk import walks
from drillsim.checks.wiring import exclusions
from helpers.small_customer import Change, small_customer


def clashes(*changes: Change) -> set[tuple[str, str]]:
    """(card, step) of every clash."""
    inputs = Inputs(small_customer(*changes))
    return {(walk.card, clash.step) for walk in walks(inputs, exclusions(inputs.dossier)) for clash in walk.clashes}


def switching(name: str, do: str, target: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "text": f"{target}开关", "do": do, "target": target, "by": "electrician", **more}


def card(*steps: dict[str, Any]) -> Change:
    return ("plan/cards/0/steps", list(steps))


NO_WAIT: Change = ("plan/cards/2/steps/0/requires", [])
OFF: Change = ("site/transfers/bzt-10kV/enabled", "false")


def test_opening_before_closing_is_fine_and_the_other_order_clashes() -> None:
    assert clashes(OFF, NO_WAIT, card(switching("A", "open", "101"), switching("B", "close", "100"))) == set()
    assert clashes(OFF, NO_WAIT, card(switching("A", "close", "100"), switching("B", "open", "101"))) == {("C1", "A")}


def test_a_step_whose_condition_on_a_switch_is_false_is_left_out() -> None:
    guarded = switching("A", "close", "100", requires=[{"switch": "101", "is": "open"}])
    assert clashes(OFF, NO_WAIT, card(guarded)) == set()


def test_conditions_that_exclude_each_other_do_not_clash() -> None:
    """Either the incomer comes back or the tie is closed, by whether its feeder is live."""
    steps = (
        switching("A", "close", "101", when={"source": "feeder-east", "is": "live"}),
        switching("B", "open", "101", when={"bus": "E-end", "is": "dead"}),
        switching("C", "close", "100", when={"bus": "E-end", "is": "dead"}),
    )
    assert clashes(OFF, NO_WAIT, card(*steps)) == set()


def test_a_branch_for_failure_is_not_walked() -> None:
    steps = (
        switching("A", "open", "101", on_failure={"steps": ["B"]}),
        switching("B", "close", "100", requires=[]),
    )
    assert clashes(OFF, NO_WAIT, card(*steps)) == set()


def test_restoration_starts_where_automatics_left_the_switches() -> None:
    """After the transfer has acted, 101 may not be closed before 100 is opened."""
    wrong = [switching("R1", "close", "101"), switching("R2", "open", "100")]
    assert clashes(("plan/restoration/steps", wrong)) == {("R", "R1")}
    right = [switching("R1", "open", "100"), switching("R2", "close", "101")]
    assert clashes(("plan/restoration/steps", right)) == set()
    assert clashes(("plan/restoration/steps", right[::-1])) == set(), "the order in the file is nobody's order"


def test_a_card_begins_only_where_its_trigger_may_hold() -> None:
    lost_both = {"all": [{"bus": "E-end", "is": "dead"}, {"bus": "E-end", "is": "live"}]}
    closes = card(switching("A", "close", "100"))
    assert clashes(OFF, NO_WAIT, closes, ("plan/cards/0/trigger", lost_both)) == set()
    assert clashes(OFF, NO_WAIT, closes) == {("C1", "A")}


def test_an_ats_transferred_by_hand_opens_before_it_closes() -> None:
    assert clashes(NO_WAIT, card(switching("A", "transfer", "ats-em"))) == set()
    assert clashes(NO_WAIT, card(switching("A", "close", "412"))) == {("C1", "A")}

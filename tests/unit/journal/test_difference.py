"""The moment two journals part."""

from __future__ import annotations

from typing import Any

from drillsim.journal import Event, Journal, different_starts, parting

START: dict[str, Any] = {"mode": "normal", "closed": ["101"]}


def journal(*events: tuple[int, str, dict[str, Any]], start: dict[str, Any] = START) -> Journal:
    told = [(0, "initial_state", start), *events, (9_000, "run_ended", {"status": "completed"})]
    return Journal({}, tuple(Event(seq, *each) for seq, each in enumerate(told)))


def ready(step: str) -> tuple[str, dict[str, Any]]:
    return "step_ready", {"step": step, "card": "K"}


def test_the_same_events_are_no_difference() -> None:
    one = journal((5, *ready("S1")), (7, *ready("S2")))
    assert parting(one, journal((5, *ready("S1")), (7, *ready("S2")))) is None


def test_order_within_an_instant_says_nothing() -> None:
    assert parting(journal((5, *ready("S1")), (5, *ready("S2"))), journal((5, *ready("S2")), (5, *ready("S1")))) is None


def test_the_first_instant_with_something_else_is_told_with_what_only_either_has() -> None:
    found = parting(
        journal((5, *ready("S1")), (7, *ready("S2")), (8, *ready("S4"))),
        journal((5, *ready("S1")), (7, *ready("S3")), (8, *ready("S5"))),
    )
    assert found is not None
    assert found.t_ms == 7
    assert found.one is not None
    assert found.other is not None
    assert (found.one.data["step"], found.other.data["step"]) == ("S2", "S3")


def test_an_event_that_comes_later_in_one_is_told_at_the_earlier_time() -> None:
    found = parting(journal((5, *ready("S1"))), journal((6, *ready("S1"))))
    assert found is not None
    assert (found.t_ms, found.other) == (5, None)


def test_what_happens_twice_differs_from_what_happens_once() -> None:
    found = parting(journal((5, *ready("S1"))), journal((5, *ready("S1")), (5, *ready("S1"))))
    assert found is not None
    assert found.one is None
    assert found.other is not None


def test_the_beginning_is_compared_by_itself() -> None:
    one, other = journal(), journal(start={"mode": "other", "closed": ["101"]})
    assert parting(one, other) is None
    assert different_starts(one, other) == ("mode",)

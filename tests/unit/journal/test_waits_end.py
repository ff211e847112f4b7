"""That every wait ends in all goldens could be found false: each journal here is, in one way, and it is said how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.journal.events import Event
from drillsim.schema.compiled import Compiled
from drillsim.units import MS_PER
from helpers.cards import LOST, card, step, two_sides
from helpers.play import play
from helpers.waits_end import waited_too_long

MIN = MS_PER["min"]
DARK, LIT = {"load": "load-A", "is": "dead"}, {"load": "load-A", "is": "live"}
BRANCH = {"wait_at_most": "5 min", "on_failure": {"steps": ["S9"], "then": "stop"}}
DECIDES = step("S1", "electrician", "decide", options=[{"name": "back", "when": LIT, "steps": []}], **BRANCH)
STANDS = step("S1", "electrician", requires=[LIT], **BRANCH)
GOES_ON = {"on_failure": {"steps": ["S9"], "then": "continue"}}
READS = step("S1", "electrician", requires=[LIT], every="30 min", **{**BRANCH, **GOES_ON})


def _run(first: dict[str, Any]) -> tuple[Compiled, Journal]:
    dossier = two_sides(card("k", "electrician", DARK, first, step("S9", "electrician")))
    return dossier, play(dossier, [{**LOST, "for": "100 min"}], "3 h")


def _moved(journal: Journal, ms: int, *types: str, step: str = "S1") -> Journal:
    def put(event: Event) -> Event:
        late = event.type in types and event.data.get("step") == step
        return event._replace(t_ms=event.t_ms + ms) if late else event

    return replace(journal, events=tuple(map(put, journal.events)))


def _without(journal: Journal, is_it: Callable[[Event], bool]) -> Journal:
    return replace(journal, events=tuple(event for event in journal.events if not is_it(event)))


@pytest.mark.parametrize("first", [DECIDES, STANDS, READS])
def test_of_a_true_journal_nothing_is_said(first: dict[str, Any]) -> None:
    assert waited_too_long(*_run(first)) == []


def test_a_wait_before_the_beginning_that_lasts_longer_is_found() -> None:
    dossier, journal = _run(STANDS)
    found = waited_too_long(dossier, _moved(journal, 1, "step_ends", "wait_ends"))
    assert found == [f"S1: had not begun by {5 * MIN}", f"S1: timed out at {5 * MIN + 1}, not at {5 * MIN}"]


def test_a_wait_that_is_never_ended_is_found() -> None:
    dossier, journal = _run(STANDS)
    never = _without(journal, lambda e: e.type in ("wait_ends", "step_ends") and e.data["step"] == "S1")
    assert waited_too_long(dossier, never) == [f"S1: had not begun by {5 * MIN}"]


def test_a_wait_once_begun_that_lasts_longer_or_is_cut_early_is_found() -> None:
    dossier, journal = _run(DECIDES)
    late, early = (_moved(journal, ms, "step_ends", "wait_ends") for ms in (1, -1))
    assert waited_too_long(dossier, late) == [f"S1: waited {5 * MIN + 1} (not_known)"]
    assert waited_too_long(dossier, early) == [f"S1: timed out after {5 * MIN - 1} (not_known)"]


def test_a_repeated_step_is_counted_from_when_it_came_up() -> None:
    dossier, journal = _run(READS)
    found = waited_too_long(dossier, _moved(journal, 1, "step_ends", "wait_ends", step="S1#2"))
    assert found[0] == f"S1#2: had not begun by {40 * MIN}"


def test_a_failure_that_nothing_answers_and_a_wait_that_ends_in_another_state_are_found() -> None:
    dossier, journal = _run(STANDS)
    alone = _without(journal, lambda event: event.data.get("step") == "S9")
    assert waited_too_long(dossier, alone) == ["S1: S9 does not answer"]
    failed = [
        e._replace(data={**e.data, "state": "done"}) if e.type == "step_ends" and e.data["step"] == "S1" else e
        for e in journal.events
    ]
    assert waited_too_long(dossier, replace(journal, events=tuple(failed))) == ["S1: is done after it waited too long"]

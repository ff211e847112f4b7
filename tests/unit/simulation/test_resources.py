"""Vehicles, spares and keys: called, late, taken by others in a storm, used one at a time."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.units import MS_PER
from helpers.cards import card, rows, step, tell, waits
from helpers.play import ALL_DAY, PEOPLE, dossier, play, told
from helpers.substations import ALARM, LOSS, network

MIN = MS_PER["min"]
TWO = {**PEOPLE, "chen": {"name": "Chen", "side": "customer", "shifts": ALL_DAY}}
ROLES = {
    "electrician": {"side": "customer", "held_by": ["wang"]},
    "second": {"side": "customer", "held_by": ["chen"]},
    "dispatcher": {"side": "utility", "held_by": ["lin"]},
}
VEHICLE: dict[str, Any] = {"name": "vehicle", "kind": "vehicle", "mobilise": "40 min", "storm_mobilise": "90 min"}
FROM: dict[str, Any] = {"from": "dispatcher"}
CALL = step("S1", "electrician", "call", target="R1")
USE = step("S2", "electrician", uses=["R1"])


def _run(
    *steps: dict[str, Any],
    events: tuple[dict[str, Any], ...] = (),
    places: Any = None,
    start: Any = None,
    **resource: Any,
) -> Journal:
    lamp = {"lamp": {"sees": [{"load": "load-Z"}], "shown_at": "room"}}
    site = {"observations": lamp, **({"places": places} if places else {})}
    plan = {"resources": {"R1": {"name": "r", **resource}}}
    of = dossier(network(1), site=site, people=TWO, actors=ROLES, cards=[card("k", "electrician", ALARM, *steps)],
                 plan=plan)  # fmt: skip
    return play(of, [LOSS, *events], "4 h", **(start or {}))


def test_a_step_waits_for_what_it_uses_until_it_has_been_called_and_is_there() -> None:
    journal = _run(CALL, USE, **VEHICLE)
    assert told(journal, "resource_called", "resource_here") == [
        (1 * MIN, "resource_called", "R1", "S1", "wang"),
        (41 * MIN, "resource_here", "R1"),
    ]
    assert waits(rows(journal)["S2"]) == [("resource", ("R1",), 41 * MIN)]


def test_nobody_sends_what_nobody_was_told_of() -> None:
    journal = _run(CALL, USE, **VEHICLE, **FROM)
    assert told(journal, "resource_here") == []
    with_word = {**CALL, "tells": [tell("dispatcher")]}
    assert [t for t, *_ in told(_run(with_word, USE, **VEHICLE, **FROM), "resource_here")] == [41 * MIN]


@pytest.mark.parametrize(("chance", "state"), [("0", "here"), ("1", "taken")])
def test_in_a_storm_it_takes_longer_or_others_have_it(chance: str, state: str) -> None:
    journal = _run(CALL, USE, start={"weather": "storm"}, taken_in_storm=chance, **VEHICLE)
    expected = {"here": (91 * MIN, "resource_here", "R1"), "taken": (1 * MIN, "resource_taken", "R1", "storm")}
    assert told(journal, "resource_here", "resource_taken") == [expected[state]]
    fair = _run(CALL, USE, taken_in_storm=chance, **VEHICLE)
    assert [t for t, *_ in told(fair, "resource_here")] == [41 * MIN]


def test_what_no_agreement_covers_does_not_come() -> None:
    journal = _run(CALL, USE, agreement_until="2026-07-01", **VEHICLE)
    assert told(journal, "resource_taken") == [(1 * MIN, "resource_taken", "R1", "agreement")]
    assert rows(journal)["S2"].state == "waiting"


def test_whoever_called_it_knows_that_it_does_not_come() -> None:
    other = step("S3", "electrician", requires=[{"resource": "R1", "is": "taken"}])
    journal = _run(CALL, USE, other, agreement_until="2026-07-01", **VEHICLE)
    assert rows(journal)["S3"].state == "done"


def test_the_scenario_may_take_it_away_and_give_it_back() -> None:
    gone = {"at": "0 s", "fault": "resource_unavailable", "on": "R1", "for": "30 min"}
    journal = _run(USE, events=(gone,))
    assert [(t, kind) for t, kind, *_ in told(journal, "resource_taken", "resource_here")] == [
        (0, "resource_taken"),
        (30 * MIN, "resource_here"),
    ]
    assert rows(journal)["S2"].started_ms == 30 * MIN


def test_one_piece_serves_one_step_at_a_time_and_a_spare_only_once() -> None:
    both = (step("S2", "electrician", uses=["R1"]), step("S3", "second", uses=["R1"]))
    assert rows(_run(*both, kind="tool"))["S3"].started_ms == 1 * MIN
    assert rows(_run(*both, kind="tool", quantity="2"))["S3"].started_ms == 0
    assert rows(_run(*both, kind="spare"))["S3"].state in ("waiting", "ready", "in_progress")
    assert rows(_run(*both, kind="spare"))["S3"].finished_ms is None


def test_a_locked_place_is_entered_with_its_key_fetched_from_where_it_hangs() -> None:
    places = {"room": {}, "hv": {"key": "R1"}, "dispatch": {}, "home": {}}
    journal = _run(step("S1", "electrician", place="hv"), places=places, kind="key", place="room")
    assert rows(journal)["S1"].started_ms == 5 * MIN
    far = _run(step("S1", "electrician", place="room"), step("S2", "second", place="hv"), places=places, kind="key",
               place="hv")  # fmt: skip
    assert rows(far)["S2"].started_ms == 5 * MIN

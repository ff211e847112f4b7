"""G14: a set runs, its breaker open, its board dark; seen in a run, or in files where nothing closes the breaker."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.findings.assess import assess
from drillsim.findings.finding import Finding
from drillsim.schema.compiled import Compiled
from drillsim.simulation import simulate
from helpers.cards import card, step
from helpers.grids import grid
from helpers.play import case, dossier

LOST = {"at": "0 s", "fault": "source_lost", "on": "feeder-S1"}
CLOSE = step("C", "electrician", "close", target="G-E", takes="1 min", after=["S"])


def found(of: Compiled, *events: dict[str, Any], horizon: str = "1 h") -> list[Finding]:
    run = case(of, events, horizon)
    return [each for each in assess(run, simulate(run)) if each.code == "G14"]


def own_set(*steps: dict[str, Any], load: dict[str, Any] | None = None, close_at_start: bool = False) -> Compiled:
    """A board whose set is started and switched on by hand."""
    network = grid("S1 M", "M E cb", "G E cb" if close_at_start else "G E open", loads={"E": 0.1})
    genset = {"kind": "genset", "bus": "G", "breaker": "G-E", "rated_kw": "200", "control": "manual", "place": "room"}
    site = {
        "sources": {"set": genset | {"manual_start_fails": "0"}},
        "loads": {"load-E": load or {}},
        "observations": {"lights": {"sees": [{"load": "load-E"}], "shown_at": "room"}},
    }
    start = step("S", "electrician", "start", target="set", takes="2 min")
    return dossier(
        network, site=site, cards=[card("K", "electrician", {"load": "load-E", "is": "dead"}, start, *steps)]
    )


def mobile_set(*steps: dict[str, Any]) -> Compiled:
    """The same with a vehicle that is plugged in at a box."""
    network = grid("S1 M", "M E cb", "E box open", loads={"E": 0.1})
    site = {
        "sources": {"truck": {"kind": "mobile_genset", "rated_kw": "400", "fails_to_start": "0"}},
        "connection_points": {"point": {"bus": "E", "switch": "E-box", "rated_kva": "500", "phase_marked": "true"}},
        "loads": {"load-E": {"security": "true"}},
        "observations": {"lights": {"sees": [{"load": "load-E"}], "shown_at": "room"}},
    }
    connect = step("P", "electrician", "connect", target="point", takes="5 min", uses=["vehicle"])
    start = step("S", "electrician", "start", target="truck", takes="2 min", after=["P"])
    trigger = {"load": "load-E", "is": "dead"}
    vehicle = {"vehicle": {"name": "vehicle", "kind": "mobile_genset", "brings": "truck"}}
    cards = [card("K", "electrician", trigger, connect, start, *steps)]
    return dossier(network, site=site, cards=cards, plan={"resources": vehicle})


def test_a_set_that_is_started_and_never_switched_on_is_seen_in_the_run() -> None:
    (seen,) = found(own_set(load={"security": "true"}), LOST)
    assert (seen.severity, seen.subject.id, seen.steps) == ("A", "set", ("S",))
    assert (seen.plain["how"], seen.plain["breaker"], seen.plain["board"]) == ("run", "G-E", "E")
    assert seen.plain["loads"] == ("load-E",)
    assert seen.plain["idle_ms"] == 58 * 60_000


def test_a_vehicle_that_is_started_and_never_switched_on_is_seen_too() -> None:
    (seen,) = found(mobile_set(), LOST)
    assert (seen.severity, seen.subject.id, seen.plain["board"]) == ("A", "truck", "E")


@pytest.mark.parametrize(
    ("load", "severity"),
    [({"max_interruption": "10 h"}, "A"), ({"grade": "1S"}, "A"), ({"min_supply_time": "3 h"}, "A"), ({}, "B")],
)
def test_it_is_a_where_the_board_feeds_a_protected_load(load: dict[str, Any], severity: str) -> None:
    assert [each.severity for each in found(own_set(load=load), LOST)] == [severity]


@pytest.mark.parametrize(("of", "start"), [(own_set(load={"security": "true"}), ("S",)), (mobile_set(), ("S",))])
def test_where_nothing_happened_the_files_show_it(of: Compiled, start: tuple[str, ...]) -> None:
    (read,) = found(of, {"at": "0 s", "fault": "channel_lost", "on": "phone"})
    assert (read.severity, read.plain["how"], read.steps) == ("A", "files", start)


def test_a_step_that_closes_its_breaker_in_time_leaves_nothing_to_say() -> None:
    assert found(own_set(CLOSE), LOST) == []
    switch_on = step("C", "electrician", "close", target="E-box", takes="1 min", after=["S"])
    assert found(mobile_set(switch_on), LOST) == []


def test_a_step_that_closes_it_late_is_seen_in_the_run_alone() -> None:
    late = own_set(CLOSE | {"takes": "20 min"}, load={"security": "true"})
    assert [each.plain["how"] for each in found(late, LOST)] == ["run"]
    assert found(late, {"at": "0 s", "fault": "channel_lost", "on": "phone"}) == []


def test_a_breaker_that_stands_closed_needs_no_step() -> None:
    assert found(own_set(close_at_start=True), {"at": "0 s", "fault": "channel_lost", "on": "phone"}) == []


def test_a_set_that_runs_beside_a_live_board_feeds_it_no_less_than_it_should() -> None:
    assert found(own_set(CLOSE | {"takes": "40 min"}), LOST | {"for": "2 min"}) == []

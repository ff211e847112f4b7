"""Faults in three-winding transformers and reactors: by id, list, kind and zone, in runs, campaigns and rules alike."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.campaign.failure import failures
from drillsim.checks.inputs import Inputs
from drillsim.checks.single_element import dark_after_switching, elements
from drillsim.dependency.common_cause import common_causes
from drillsim.documents.pictures.oneline.diagram import connections
from drillsim.journal import Journal
from drillsim.schema.compiled import Compiled
from drillsim.schema.target import unmatched
from helpers.grids import reactors
from helpers.play import case, dossier, play, told

TIE = {
    "id": "C1",
    "title": "10 kV dead",
    "trigger": {"bus": "m2", "is": "dead"},
    "activation": {"by": "electrician"},
    "steps": [
        {"id": "S1", "text": "open qm", "do": "open", "target": "qm", "by": "electrician", "takes": "1 min"},
        {
            "id": "S2",
            "text": "close qz",
            "do": "close",
            "target": "qz",
            "by": "electrician",
            "takes": "1 min",
            "after": ["S1"],
        },
    ],
}


def plant(**site: Any) -> Compiled:
    """The network with reactors, its spare feeder closed by hand when the 10 kV side is dead."""
    base: dict[str, Any] = {
        "observations": {"panel": {"sees": [{"bus": ["m2", "l2"]}], "shown_at": "room"}},
        "zones": {"hall": {"contains": ["T7", "X1"]}},
        "sources": {"f": {"kind": "feeder", "role": "main_source"}, "z": {"kind": "feeder", "role": "standby_source"}},
        "loads": {"works": {"max_interruption": "10 min"}, "fan": {"max_interruption": "10 min"}},
        "elements": {"T7": {"failures_per_year": 0.02, "repair": "6 h"}, "X1": {"failures_per_year": 0.01}},
    }
    return dossier(reactors(), cards=[TIE], site=base | site)


def opened(journal: Journal) -> set[str]:
    """What protection opened."""
    return {e.data["switch"] for e in journal.of("switch_moved") if e.data["cause"] == "protection"}


def outages(journal: Journal) -> dict[str, list[int]]:
    """When each load went dark and came back, ms."""
    found: dict[str, list[int]] = {}
    for event in journal.of("load_lost", "load_restored"):
        found.setdefault(event.data["load"], []).append(event.t_ms)
    return found


def beyond_clearing(journal: Journal) -> set[str]:
    """Loads that were dark for longer than the fault beside them took to be cleared, or still are. Until then a load
    that stays connected has no voltage it can run at either."""
    (begin,) = journal.of("fault_begins")
    cleared_ms = max(e.t_ms for e in journal.of("switch_moved") if e.data["cause"] == "protection")
    assert begin.t_ms < cleared_ms < begin.t_ms + 1_000
    return {load for load, spans in outages(journal).items() if spans != [begin.t_ms, cleared_ms]}


@pytest.mark.parametrize(
    "on",
    ["T7", ["T7"], {"kind": "trafo"}, {"kind": "trafo3w"}, {"kind": "trafo3w", "zone": "hall"}],
    ids=["id", "list", "transformers", "three windings", "in a zone"],
)
def test_a_fault_in_a_three_winding_transformer_opens_all_its_sides(on: object) -> None:
    journal = play(plant(), [{"at": "0 s", "fault": "short_circuit", "on": on}])
    assert opened(journal) == {"q1", "q3", "q9"}
    dark = outages(journal)
    assert dark["fan"] == [0]
    assert dark["town"] == [0]
    assert dark["works"][0] == 0
    assert 60_000 < dark["works"][1] < 600_000, "back over the spare feeder"


def test_with_its_zone_goes_what_the_zone_contains() -> None:
    journal = play(plant(), [{"at": "0 s", "fault": "zone_lost", "on": {"zone": "hall"}}])
    assert {"q1", "q3", "q9"} <= opened(journal)
    assert outages(journal)["fan"] == [0]
    assert len(outages(journal)["works"]) == 2


@pytest.mark.parametrize("on", ["X1", {"kind": "impedance"}])
def test_a_fault_in_a_reactor_opens_the_breaker_towards_the_source(on: object) -> None:
    journal = play(plant(), [{"at": "0 s", "fault": "short_circuit", "on": on}])
    assert "q3" in opened(journal)
    assert outages(journal)["works"][0] == 0
    assert beyond_clearing(journal) >= {"works", "cells"}
    assert ("fan" in beyond_clearing(journal)) == (on != "X1"), "X2 feeds the fan"


@pytest.mark.parametrize(("side", "device", "dark"), [("M", "q3", "works"), ("L", "q9", "fan")])
def test_a_fault_on_one_side_leaves_the_other_alive(side: str, device: str, dark: str) -> None:
    journal = play(plant(), [{"at": "0 s", "fault": "short_circuit", "on": side}])
    assert opened(journal) == {device}
    assert outages(journal)[dark][0] == 0
    assert beyond_clearing(journal) & {"works", "fan"} == {dark}


def test_settings_and_protection_groups_of_its_own_come_before_the_assumption() -> None:
    group = {"differential": {"protects": ["T7"], "trips": ["q1", "q3"], "after": "40 ms"}}
    journal = play(plant(protection_groups=group), [{"at": "0 s", "fault": "short_circuit", "on": "T7"}])
    assert opened(journal) == {"q1", "q3"}
    device = {"q3": {"trips": [{"above_a": 100, "after": "500 ms"}]}}
    journal = play(plant(devices=device), [{"at": "0 s", "fault": "short_circuit", "on": "T7"}])
    assert opened(journal) == {"q1", "q9"}, "no current flows through q3, and its own stage is on file"


@pytest.mark.parametrize("fault", ["earth_fault", "open_phase"])
@pytest.mark.parametrize("on", ["T7", "X1"])
def test_earth_faults_and_open_phases_strike_every_branch(fault: str, on: str) -> None:
    event = {"at": "0 s", "fault": fault, "on": on, "for": "20 s"}
    assert not unmatched(case(plant(), [event]))
    journal = play(plant(), [event])
    assert journal.complete
    assert told(journal, "fault_begins")[0][3] == [on]


def test_out_of_service_in_a_mode_it_is_dead_from_the_start() -> None:
    mode = {"repair": {"out_of_service": ["T7"], "closed": ["qz"], "open": ["qm"]}}
    journal = play(plant(modes=mode), [], mode="repair")
    assert journal.initial["loads"]["fan"]["live"] is False
    assert journal.initial["loads"]["works"]["live"] is True


def test_the_campaign_counts_every_kind_of_branch_among_the_failures() -> None:
    found = {failure.id: failure for failure in failures(plant())}
    assert found["T7:short_circuit"].per_year == 0.02
    assert found["X1:short_circuit"].per_year == 0.01
    assert "X2:short_circuit" in found


def test_rules_on_single_elements_know_every_kind_of_branch() -> None:
    inputs = Inputs(plant())
    found = list(elements(inputs))
    assert {("trafo3w", "T7"), ("impedance", "X1"), ("impedance", "X2")} <= set(found)
    assert dark_after_switching(inputs, ("trafo3w", "T7"), ("works", "fan")) == ("fan",)
    assert dark_after_switching(inputs, ("impedance", "X2"), ("works", "fan")) == ("fan",)


def test_a_zone_with_the_only_transformer_is_a_common_cause() -> None:
    causes = common_causes(plant(), "fan")
    assert [(each.kind, each.id, each.takes) for each in causes] == [("zone", "hall", ("T7", "X1"))]


def test_the_one_line_diagram_draws_reactors_and_all_three_windings() -> None:
    wires = connections(plant())
    assert {part.id for wire in wires for part in wire.parts if part.kind == "impedance"} == {"X1", "X2"}
    assert {wire.b for wire in wires if wire.a == "T7"} == {"H", "M", "L"}

"""Earth faults: an alarm where the neutral is not earthed, a short circuit where it is; two of them find each other.

feeder-S1 -- S1-A -- A -+- cable A-B -- B -- T -- L (0.4 kV)
                        +- cable A-C -- C
"""

from __future__ import annotations

from math import pi, sqrt
from typing import Any

import pytest

from drillsim.journal import Journal
from helpers.grids import grid
from helpers.play import dossier, play, told


def network() -> Any:
    return grid(
        "S1 A cb", "A B line cb cb", "A C line cb cb", "B L trafo cb cb", "L M cb", loads={"B": 0.2, "C": 0.1, "M": 0.1}
    )


def earth(on: str, at: str = "10 s", **more: Any) -> dict[str, Any]:
    return {"at": at, "fault": "earth_fault", "on": on, **more}


def tripped(journal: Journal) -> list[tuple[int, str]]:
    return [(e.t_ms, e.data["device"]) for e in journal.of("protection_trips")]


def test_above_1_kv_it_is_an_alarm_on_the_whole_system_and_trips_nothing() -> None:
    journal = play(dossier(network()), [earth("A-B")])
    (alarm,) = journal.of("earth_fault_alarm")
    assert alarm.data["buses"] == ["S1", "A", "B", "C"]
    assert list(journal.of("protection_trips", "load_lost")) == []
    two_km = 2 * 273e-9
    assert alarm.data["current_a"] == pytest.approx(sqrt(3) * 10e3 * 2 * pi * 50 * two_km, abs=0.1)


def test_who_watches_a_bus_sees_the_alarm_and_a_plan_may_wait_for_it() -> None:
    card = {
        "id": "K", "title": "earth fault", "trigger": {"bus": "A", "is": "earth_fault"},
        "activation": {"by": "electrician"},
        "steps": [{"id": "T", "text": "look", "do": "check", "by": "electrician"}],
    }  # fmt: skip
    seen = {"observations": {"o": {"sees": [{"bus": "A"}], "shown_at": "room", "delay": "5 s"}}}
    journal = play(dossier(network(), site=seen, cards=[card]), [earth("A-B", **{"for": "10 min"})])
    assert told(journal, "card_triggered") == [(15_000, "card_triggered", "K", "wang")]
    assert [e.t_ms for e in journal.of("earth_fault_over")] == [610_000]
    blind = play(dossier(network(), cards=[card]), [earth("A-B")])
    assert list(blind.of("card_triggered")) == []


def test_a_second_one_on_another_element_makes_both_short_circuits() -> None:
    journal = play(dossier(network()), [earth("A-B"), earth("C", "1 min")])
    assert {device for _, device in tripped(journal)} == {"A-B.A", "A-C.C"}
    assert [t for t, _ in tripped(journal)] == [60_080, 60_080]


def test_a_second_one_in_another_system_stays_alone() -> None:
    apart = grid("S1 A cb", "A B line cb cb", "S2 C cb", loads={"B": 0.2, "C": 0.1})
    journal = play(dossier(apart), [earth("A-B"), earth("C", "1 min")])
    assert tripped(journal) == []
    assert len(list(journal.of("earth_fault_alarm"))) == 2


def test_up_to_1_kv_it_is_a_short_circuit_and_earth_stages_see_it() -> None:
    assert [device for _, device in tripped(play(dossier(network()), [earth("M")]))] == ["L-M"]
    stages = {"devices": {"L-M": {"trips": [{"sees": "earth", "above_a": "100", "after": "300 ms"}]}}}
    assert tripped(play(dossier(network(), site=stages), [earth("M")])) == [(10_380, "L-M")]


def test_a_stage_that_sees_residual_current_trips_by_what_the_neutral_lets_through() -> None:
    stage = {"trips": [{"sees": "earth", "above_a": "60", "after": "500 ms"}]}
    site = {
        "devices": {"A-B.A": stage, "A-C.A": stage},
        "sources": {"feeder-S1": {"kind": "feeder", "earth_fault_a": "600"}},
    }
    journal = play(dossier(network(), site=site), [earth("A-B")])
    assert tripped(journal) == [(10_580, "A-B.A")]
    (trip,) = journal.of("protection_trips")
    assert trip.data["current_a"] == 600.0
    isolated = {"devices": {"A-B.A": stage}}
    assert tripped(play(dossier(network(), site=isolated), [earth("A-B")])) == []


def motor_behind(**more: Any) -> Any:
    loads = {"load-M": {"motor": {"starting_kva": "100"}}, "load-C": {"contactor": {}}, **more}
    return dossier(network(), site={"loads": loads})


def test_behind_an_open_phase_contactors_drop_and_motors_trip_while_every_bus_stays_live() -> None:
    event = {"at": "10 s", "fault": "open_phase", "on": "A-B"}
    journal = play(motor_behind(**{"load-B": {"contactor": {}}}), [event])
    (said,) = journal.of("phase_open")
    assert said.data == {"element": "A-B", "buses": ["B", "L", "M"], "residual_pu": 0.5}
    dropped = [(e.t_ms, e.data["load"], e.data["cause"]) for e in journal.of("load_dropped")]
    assert dropped == [(10_020, "load-B", "contactor"), (20_000, "load-M", "open_phase")]
    assert list(journal.of("supply_changed", "voltage_dip")) == []


def test_a_bus_tie_transfer_does_not_see_an_open_phase() -> None:
    two = grid("S1 A cb", "S2 B cb", "A B open", loads={"A": 0.2, "B": 0.2})
    bzt = {"kind": "bus_tie_transfer", "incomers": ["S1-A", "S2-B"], "tie": "A-B", "delay": "3 s"}
    event = {"at": "30 s", "fault": "open_phase", "on": "feeder-S1", "residual_percent": "20"}
    journal = play(dossier(two, site={"transfers": {"bzt": bzt}}), [event])
    assert [e.data["buses"] for e in journal.of("phase_open")] == [["S1", "A"]]
    assert list(journal.of("transfer_started", "switch_moved")) == []
    lost = {"at": "30 s", "fault": "source_lost", "on": "feeder-S1"}
    assert list(play(dossier(two, site={"transfers": {"bzt": bzt}}), [lost]).of("transfer_started"))

"""Stages in a race: the fastest trips first, whoever it is.

feeder-S1 -- HEAD (S1-A) -- A -- X (A-B) -- B -- Y (B-C) -- C -- load-C
"""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.schema.device import Device
from drillsim.simulation.core.kernel import Kernel
from drillsim.simulation.electrical.stage import Clocks, fastest
from helpers.grids import grid
from helpers.play import dossier, play


def radial(**more: Any) -> Any:
    network = grid("S1 A cb", "A B cb", "B C cb", loads={"A": 0.2, "B": 0.1, "C": 0.1})
    return dossier(network, site=more)


def set_at(**delays: str) -> dict[str, Any]:
    """Devices with one definite stage each, by id."""
    return {"devices": {name.replace("_", "-"): stage(after) for name, after in delays.items()}}


def stage(after: str, above_a: str = "600") -> dict[str, Any]:
    return {"trips": [{"above_a": above_a, "after": after}]}


def short(on: str, **more: Any) -> dict[str, Any]:
    return {"at": "10 s", "fault": "short_circuit", "on": on, **more}


def trips(journal: Journal) -> list[tuple[int, str]]:
    return [(e.t_ms - 10_000, e.data["device"]) for e in journal.of("protection_trips")]


def test_graded_stages_let_the_device_next_to_the_fault_trip_alone() -> None:
    journal = play(radial(**set_at(B_C="100 ms", A_B="400 ms", S1_A="700 ms")), [short("C")])
    assert trips(journal) == [(180, "B-C")]
    (trip,) = journal.of("protection_trips")
    assert trip.data["after_ms"] == 100
    assert trip.data["stage"] == "0"
    assert trip.data["current_a"] > 600
    assert "overtakes" not in trip.data


def test_a_mis_set_stage_upstream_trips_first_and_says_whom_it_overtook() -> None:
    journal = play(radial(**set_at(B_C="500 ms", A_B="800 ms", S1_A="200 ms")), [short("C")])
    assert trips(journal) == [(280, "S1-A")]
    (trip,) = journal.of("protection_trips")
    assert (trip.data["overtakes"], trip.data["overtakes_ms"], trip.data["after_ms"]) == ("B-C", 500, 200)
    assert (trip.data["backup"], trip.data["assumed"]) == (False, False)


def test_two_relays_that_trip_within_the_opening_time_of_one_breaker_both_open() -> None:
    journal = play(radial(**set_at(B_C="100 ms", A_B="150 ms")), [short("C")])
    assert trips(journal) == [(180, "B-C"), (230, "A-B")]


def test_a_stuck_device_is_backed_up_by_the_next_stage_whose_time_ran_from_the_beginning() -> None:
    stuck = {"at": "0 s", "fault": "fails_to_operate", "on": "B-C", "to": "open"}
    journal = play(radial(**set_at(B_C="100 ms", A_B="400 ms", S1_A="700 ms")), [stuck, short("C")])
    assert trips(journal) == [(180, "B-C"), (480, "A-B")]
    assert [e.data["backup"] for e in journal.of("protection_trips")] == [False, True]


def test_a_stage_the_current_does_not_reach_stays_silent_and_the_next_device_clears() -> None:
    site = {"devices": {"B-C": stage("100 ms", above_a="50000"), "A-B": stage("400 ms")}}
    journal = play(radial(**site), [short("C")])
    assert trips(journal) == [(480, "A-B")]
    (silent,) = journal.of("protection_silent")
    assert (silent.data["device"], silent.data["why"]) == ("B-C", "below_setting")
    assert [e.data["backup"] for e in journal.of("protection_trips")] == [True]


def test_when_no_stage_sees_the_fault_the_feeder_clears_it_as_the_last_back_up() -> None:
    deaf = {name: stage("0 ms", above_a="50000") for name in ("B-C", "A-B", "S1-A")}
    journal = play(radial(devices=deaf), [short("C")])
    assert trips(journal) == []
    (lost,) = journal.of("source_lost")
    assert (lost.t_ms, lost.data["cause"]) == (10_300, "backup")
    assert [e.data["device"] for e in journal.of("protection_silent")] == ["B-C", "A-B", "S1-A"]


def test_beyond_a_stage_that_does_not_see_the_nearest_without_settings_trips() -> None:
    site = {"devices": {"B-C": stage("0 ms", above_a="50000")}}
    journal = play(radial(**site), [short("C")])
    assert trips(journal) == [(380, "A-B")]
    assert [e.data["assumed"] for e in journal.of("protection_trips")] == [True]


def test_the_nearest_without_settings_is_assumed_to_come_before_settings_upstream() -> None:
    journal = play(radial(**set_at(S1_A="200 ms")), [short("C")])
    assert trips(journal) == [(80, "B-C")]


def test_a_disabled_relay_lets_the_next_device_clear() -> None:
    off = {"at": "0 s", "fault": "relay_disabled", "on": "B-C"}
    journal = play(radial(**set_at(B_C="100 ms", A_B="400 ms")), [off, short("C")])
    assert trips(journal) == [(480, "A-B")]
    assert [e.data["why"] for e in journal.of("protection_silent")] == ["relay_disabled"]


def test_without_its_control_supply_a_relay_does_not_act_and_a_fuse_does() -> None:
    network = grid("S1 A cb", "A B cb", "B C cb", "A dark open", loads={"A": 0.2, "B": 0.1, "C": 0.1})

    def played(kind: str) -> Journal:
        fed = {"kind": kind, "control_supply": "dark", **stage("100 ms")}
        return play(dossier(network, site={"devices": {"B-C": fed, "A-B": stage("400 ms")}}), [short("C")])

    assert trips(played("breaker")) == [(480, "A-B")]
    assert [e.data["why"] for e in played("breaker").of("protection_silent")] == ["no_control_supply"]
    assert trips(played("fuse")) == [(180, "B-C")]


def test_a_protection_group_trips_all_its_devices_at_once() -> None:
    site = {
        "protection_groups": {"bus-B": {"protects": ["B"], "trips": ["A-B", "B-C"], "after": "20 ms"}},
        **set_at(A_B="400 ms"),
    }
    journal = play(radial(**site), [short("B")])
    assert trips(journal) == [(100, "A-B"), (100, "B-C")]
    assert {e.data["stage"] for e in journal.of("protection_trips")} == {"bus-B"}
    assert [e.data["assumed"] for e in journal.of("protection_trips")] == [False, False]


NEIGHBOURS = {"neighbours": "village", "neighbours_kw": "350"}


def head(**feeder: Any) -> dict[str, Any]:
    """A feeder whose head breaker S1-A trips before the customer's own."""
    return {
        "sources": {"feeder-S1": {"kind": "feeder", "breaker": "S1-A", **NEIGHBOURS, **feeder}},
        **set_at(B_C="500 ms", S1_A="200 ms"),
    }


def test_a_customers_fault_that_trips_the_feeders_head_takes_the_neighbours_along() -> None:
    journal = play(radial(**head()), [short("C")])
    (lost,) = journal.of("neighbours_lost")
    assert lost.data == {"source": "feeder-S1", "kw": 350.0}


def test_a_reclosing_onto_a_permanent_fault_trips_again_and_the_head_stays_open() -> None:
    journal = play(radial(**head(reclose={"after": "1 s"})), [short("C")])
    assert trips(journal) == [(280, "S1-A"), (1_560, "S1-A")]
    assert [e.data["success"] for e in journal.of("reclosed")] == [False]
    assert [e.data["cause"] for e in journal.of("switch_moved")] == ["protection", "reclose", "protection"]


def test_a_transient_fault_on_a_line_is_gone_when_the_head_recloses() -> None:
    network = grid("S1 A cb", "A B line - cb", loads={"A": 0.2, "B": 0.1})
    feeder = {"kind": "feeder", "breaker": "S1-A", "reclose": {"after": "1 s", "success": "1"}}
    journal = play(dossier(network, site={"sources": {"feeder-S1": feeder}}), [short("A-B")])
    assert trips(journal) == [(80, "S1-A")]
    assert [(e.t_ms, e.data["success"]) for e in journal.of("reclosed")] == [(11_080, True)]
    assert {e.data["load"] for e in journal.of("load_restored")} == {"load-A", "load-B"}


def test_a_fault_the_scenario_gives_a_duration_is_permanent_until_then() -> None:
    network = grid("S1 A cb", "A B line - cb", loads={"A": 0.2, "B": 0.1})
    feeder = {"kind": "feeder", "breaker": "S1-A", "reclose": {"after": "1 s", "success": "1"}}
    journal = play(dossier(network, site={"sources": {"feeder-S1": feeder}}), [short("A-B", **{"for": "5 min"})])
    assert trips(journal) == [(80, "S1-A"), (1_160, "S1-A")]


@pytest.mark.parametrize(
    ("curve", "seconds"),
    [
        ("standard_inverse", 0.1 * 0.14 / (4**0.02 - 1)),
        ("very_inverse", 0.1 * 13.5 / (4 - 1)),
        ("extremely_inverse", 0.1 * 80 / (4**2 - 1)),
    ],
)
def test_inverse_curves_are_those_of_iec_60255_151(curve: str, seconds: float) -> None:
    device = Device.model_validate({"trips": [{"above_a": "100", "curve": curve, "times": "0.1"}]})
    assert fastest(device, 400.0)[0] == pytest.approx(seconds * 1000)
    assert fastest(device, 100.0)[0] == float("inf")


def test_a_clock_counts_shares_of_time_while_the_current_changes() -> None:
    """Half of 10 s passes, then the current would take 4 s: the other half lasts 2 s more."""
    kernel, fired = Kernel(0, lambda: None, lambda: None, lambda: None), list[tuple[int, int]]()
    clocks = Clocks(kernel)
    clocks.see("k", 10_000, lambda ms: fired.append((kernel.now, ms)))
    kernel.advance(5_000)
    clocks.see("k", 4_000, lambda ms: fired.append((kernel.now, ms)))
    kernel.advance(20_000)
    assert fired == [(7_000, 7_000)]


def test_a_tie_that_closes_by_itself_between_two_systems_is_a_hazard_of_that_device() -> None:
    network = grid("S1 A cb", "S2 B cb", "A B open", loads={"A": 0.1, "B": 0.1})
    closes = {"at": "1 min", "fault": "maloperates", "on": "A-B", "to": "close"}
    journal = play(dossier(network), [closes])
    (hazard,) = journal.of("hazard")
    assert (hazard.data["hazard"], hazard.data["device"]) == ("paralleling", "A-B")
    assert "step" not in hazard.data
    opens = play(dossier(network), [{**closes, "on": "S1-A", "to": "open"}])
    assert [e.data["load"] for e in opens.of("load_lost")] == ["load-A"]
    assert list(opens.of("hazard")) == []

"""Tanks: foul fuel, deliveries by hand, a tank filled more slowly than it is burnt from."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.schema.dossier import Dossier
from helpers.cards import card, step
from helpers.grids import grid
from helpers.play import dossier, play, told

MIN = 60_000
LOST = {"at": "1 min", "fault": "source_lost", "on": "feeder-S1"}
FOUL = {"at": "10 min", "fault": "store_contaminated", "on": "bulk"}


def board(day: dict[str, Any] | None = None, **more: Any) -> Dossier:
    network = grid("S1 M", "M E cb", "G P open", "P E open", "E T cb", loads={"E": 0.1, "T": 0.002})
    genset = {"kind": "genset", "bus": "G", "breaker": "G-P", "rated_kw": "200", "called_by": "ats", "fuel": "day"}
    pump = {"by": "load-T", "l_per_min": "20", "from": "bulk"}
    site = {
        "sources": {"genset": genset | {"ready": "12 s", "fails_to_start": "0", "manual_start_fails": "0"}},
        "transfers": {"ats": {"kind": "ats", "normal": "M-E", "standby": "P-E", "delay": "3 s"}},
        "stores": {
            "day": {
                "holds": "diesel", "capacity_l": "100", "level_l": "100", "in": [pump], "out": [{"to": "genset"}],
                "place": "room", **(day or {}),
            },
            "bulk": {"holds": "diesel", "capacity_l": "5000", "level_l": "5000"},
        },
    }  # fmt: skip
    return dossier(network, site=site, **more)


def stops(journal: Journal) -> list[tuple[Any, ...]]:
    return [(row[0], *row[2:]) for row in told(journal, "source_stopped")]


def test_foul_fuel_reaches_the_day_tank_with_the_next_pumping_and_stops_the_set() -> None:
    journal = play(board(), [LOST, FOUL], "8 h")
    foul = [(e.t_ms, e.data["store"], e.data.get("from_store")) for e in journal.of("store_contaminated")]
    pumped = next(e.t_ms for e in journal.of("pump_started"))
    assert pumped > 10 * MIN
    assert foul == [(10 * MIN, "bulk", None), (pumped, "day", "bulk")]
    assert stops(journal) == [(pumped, "genset", "bad_fuel")]


def test_a_day_tank_that_is_foul_from_the_start_makes_the_start_fail() -> None:
    journal = play(board({"contaminated": "true"}), [LOST], "10 min")
    assert not any(journal.of("source_running"))
    assert any(journal.of("start_failed"))


def test_one_delivery_by_hand_brings_its_litres() -> None:
    fill = step("F", "electrician", "refuel", target="day", takes="5 min")
    trigger = {"store": "day", "below_percent": "50"}
    seen = {"observations": {"gauge": {"sees": [{"store": "day"}], "shown_at": "room"}}}
    of = board({"refill_l": "30"}, cards=[card("K", "electrician", trigger, fill)])
    site = of.site.model_copy(update={"observations": dossier(of.network, site=seen).site.observations})
    journal = play(type(of)(of.folder, of.customer, of.network, site, of.plan), [LOST], "8 h", set=[
        {"target": "load-T", "to": "off"}])  # fmt: skip
    day = journal.events[-1].data["fuel_l"]["day"]
    assert day["in"] == pytest.approx(30, abs=0.01)
    assert day["start"] + day["in"] - day["out"] == pytest.approx(day["end"], abs=0.01)


def test_a_trickle_does_not_keep_a_set_running_on_an_empty_tank() -> None:
    trickle = {"by": "load-T", "l_per_min": "0.1", "from": "bulk"}
    journal = play(board({"capacity_l": "20", "level_l": "10", "in": [trickle]}), [LOST], "2 h")
    assert [cause for _, _, cause in stops(journal)] == ["no_fuel"]
    day = journal.events[-1].data["fuel_l"]["day"]
    assert day["start"] + day["in"] - day["out"] == pytest.approx(day["end"], abs=0.01)


def test_a_chiller_that_fills_a_cold_store_runs_on_when_it_is_full_and_stands_when_it_is_off() -> None:
    network = grid("S1 A cb", loads={"A": 0.1})
    store: dict[str, Any] = {"holds": "chilled water", "capacity_l": "100", "level_l": "100"}
    store["in"] = [{"by": "load-A", "l_per_min": "5"}]
    site = {"loads": {"load-A": {"serves": "cooling"}}, "stores": {"cold": store}}
    of = dossier(network, site=site)
    assert play(of).events[-1].data["served_kwh"]["load-A"] == pytest.approx(100)
    stands = play(of, set=[{"target": "load-A", "to": "off"}])
    assert stands.events[-1].data["served_kwh"]["load-A"] == 0

"""Tanks: foul fuel, deliveries by hand, a tank filled more slowly than it is burnt from."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.schema.compiled import Compiled
from helpers.cards import card, step
from helpers.grids import grid
from helpers.play import dossier, play, told

MIN, H = 60_000, 3_600_000
TANK: dict[str, Any] = {"holds": "diesel", "capacity_l": "1000", "level_l": "1000", "out": [{"to": "genset"}]}
LOST = {"at": "1 min", "fault": "source_lost", "on": "feeder-S1"}
FOUL = {"at": "10 min", "fault": "store_contaminated", "on": "bulk"}


def board(day: dict[str, Any] | None = None, **more: Any) -> Compiled:
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


def test_a_compressor_that_feeds_the_users_itself_runs_on_when_its_receiver_is_full() -> None:
    """The receiver is drawn from only while the compressor is dead: until then it is the compressor that feeds them."""
    network = grid("S1 A cb", loads={"A": 0.1})
    receiver: dict[str, Any] = {"holds": "air", "capacity_l": "9000", "level_l": "9000"}
    receiver["in"] = [{"by": "load-A", "l_per_min": "100"}]
    receiver["out"] = [{"to": "air", "l_per_min": "300", "while_dead": ["load-A"]}]
    site = {"stores": {"receiver": receiver}, "functions": {"air": {"needs": {"store": "receiver"}}}}
    of = dossier(network, site=site)
    assert play(of).events[-1].data["served_kwh"]["load-A"] == pytest.approx(100)
    lost = play(of, [LOST])
    assert [(e.t_ms, e.data["state"]) for e in lost.of("function_changed")] == [(31 * MIN, "lost")]


# -- marks: a level somebody watches for ------------------------------------------------------------------------------


def watched(
    trigger: dict[str, Any], stores: dict[str, Any], *, seen_at: str | None = "room", loads: float = 0.06
) -> Compiled:
    """A set of 200 kW that burns 30 l/kWh and nothing without load; who sits in the room watches every store there."""
    network = grid("S1 M", "M E cb", "G P open", "P E open", loads={"E": loads, "M": 0.01})
    genset = {"kind": "genset", "bus": "G", "breaker": "G-P", "rated_kw": "200", "called_by": "ats", "fuel": "tank"}
    genset |= {"ready": "10 s", "fails_to_start": "0", "fuel_l_per_kwh": "30", "no_load_burn_percent": "0"}
    gauges = {"gauges": {"sees": [{"store": list(stores)}], "shown_at": seen_at}} if seen_at else {}
    site = {
        "sources": {"genset": genset},
        "transfers": {"ats": {"kind": "ats", "normal": "M-E", "standby": "P-E", "delay": "3 s"}},
        "stores": {"tank": {"holds": "diesel", "capacity_l": "1000", "level_l": "1000"}} | stores,
        "observations": gauges,
    }
    look = step("L", "electrician", "check", takes="1 min")
    return dossier(network, site=site, cards=[card("K", "electrician", trigger, look)])


def triggered(journal: Journal) -> list[int]:
    return [e.t_ms for e in journal.of("card_triggered")]


def rates(journal: Journal, store: str) -> list[tuple[int, float]]:
    return [(e.t_ms, e.data["l_per_h"]) for e in journal.of("store_rate") if e.data["store"] == store]


def test_a_card_for_a_low_tank_begins_when_the_level_passes_its_mark() -> None:
    journal = play(watched({"store": "tank", "below_percent": "40"}, {"tank": TANK}), [LOST], "1 h")
    ((began, rate), *_) = rates(journal, "tank")
    assert rate == pytest.approx(-1800)  # 60 kW at 30 l/kWh: 600 of 1,000 l take 1,200 s
    assert triggered(journal) == [pytest.approx(began + 1_200_000, abs=5)]


def test_a_mark_between_hundredths_of_a_percent_is_not_rounded_away() -> None:
    journal = play(watched({"store": "tank", "below_percent": "40.004"}, {"tank": TANK}), [LOST], "1 h")
    assert triggered(journal) == [pytest.approx(rates(journal, "tank")[0][0] + 1_199_920, abs=5)]


def test_a_cold_store_is_watched_as_a_tank_is() -> None:
    cold: dict[str, Any] = {"holds": "chilled water", "capacity_l": "300", "level_l": "300"}
    cold["out"] = [{"to": "load-E", "l_per_min": "10", "while_dead": "load-M"}]
    journal = play(watched({"store": "cold", "below_percent": "75"}, {"cold": cold}), [LOST], "1 h")
    ((began, rate), *_) = rates(journal, "cold")
    assert rate == pytest.approx(-600)
    assert triggered(journal) == [pytest.approx(began + 450_000, abs=5)]


def test_who_stands_beside_a_water_tank_sees_it_pass_a_mark_while_it_fills() -> None:
    water: dict[str, Any] = {"holds": "water", "capacity_l": "2000", "level_l": "100", "place": "room"}
    water["in"] = [{"by": "load-M", "l_per_min": "30"}]
    of = watched({"store": "water", "above_percent": "20"}, {"water": water}, seen_at=None)
    journal = play(of, [], "1 h")
    assert triggered(journal) == [pytest.approx(300 / 30 * MIN, abs=5)]


def test_who_comes_to_a_tank_reads_the_level_it_has_then() -> None:
    tank = TANK | {"place": "hv"}
    go = step("L", "electrician", "check", takes="1 min", place="hv")
    of = watched({"store": "tank", "below_percent": "40"}, {"tank": tank}, seen_at=None)
    plan = dossier(of.network, cards=[card("K", "electrician", {"load": "load-M", "is": "dead"}, go)]).plan
    lights = {"lights": {"sees": [{"load": "load-M"}], "shown_at": "room"}}
    site = of.site.model_copy(
        update={"observations": dossier(of.network, site={"observations": lights}).site.observations}
    )
    journal = play(type(of)(of.folder, of.customer, of.network, site, plan), [LOST], "1 h")
    arrived = next(e.t_ms for e in journal.of("arrived"))
    (read,) = (e.data["facts"] for e in journal.of("learned") if e.t_ms == arrived)
    level = 100 - (arrived - rates(journal, "tank")[0][0]) / H * 1800 / 1000 * 100
    assert [value for kind, _, value in read if kind == "store"] == [pytest.approx(level, abs=0.006)]

"""UPS modes: online, battery, bypass, maintenance bypass; overload, failure, cooling, units in parallel.

feeder-SA -- A -- UPS -- O -- (O-R) -- R      feeder-SB -- B, a bypass bus; load-C at C cools the UPS room
"""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.findings.feeding import Feeding
from drillsim.journal import Journal
from drillsim.journal.timeline import load_outages
from drillsim.schema.compiled import Compiled
from helpers.cards import card, step
from helpers.grids import grid
from helpers.play import dossier, play, told

MIN = 60_000
A_LOST = {"at": "1 min", "fault": "source_lost", "on": "feeder-SA"}


def unit(**more: Any) -> dict[str, Any]:
    return {"kind": "ups", "input": "A", "output": "O", "rated_kw": "100", "battery_kwh": "20", "place": "room", **more}


def room(kw: int = 60, *, units: dict[str, Any] | None = None, **more: Any) -> Compiled:
    network = grid("SA A cb", "SB B cb", "O R cb", "SC C cb", loads={"R": kw / 1000, "C": 0.01})
    return dossier(network, site={"sources": units or {"ups": unit()}}, **more)


def dark(journal: Journal, load: str = "load-R") -> list[tuple[int, int]]:
    return [(span.start_ms, span.end_ms) for span in load_outages(journal)[load]]


def modes(journal: Journal) -> list[tuple[Any, ...]]:
    return told(journal, "ups_mode", "source_stopped", "battery_empty")


def test_an_aged_battery_lasts_its_share_of_the_new_one() -> None:
    lasts = {
        percent: next(play(room(units={"ups": unit(battery_percent=percent)}), [A_LOST]).of("battery_empty")).t_ms - MIN
        for percent in ("100", "60")
    }
    assert lasts["100"] == 20 * MIN
    assert lasts["60"] == 12 * MIN


def test_overload_goes_to_bypass_after_its_time_and_the_output_follows_the_mains() -> None:
    of = room(130, units={"ups": unit(overload_after="1 min")})
    journal = play(of, [A_LOST | {"at": "10 min", "for": "5 min"}])
    assert modes(journal)[0] == (MIN, "ups_mode", "ups", "bypass", "overload")
    assert not any(journal.of("ups_on_battery"))
    assert dark(journal) == [(10 * MIN, 15 * MIN)]


def test_overload_within_the_limit_is_carried_and_said() -> None:
    journal = play(room(110))
    assert [e.data["kw"] for e in journal.of("ups_overloaded")] == [110.0]  # from the start
    assert modes(journal) == []


def test_overload_on_battery_with_a_dead_bypass_stops_it() -> None:
    journal = play(room(130, units={"ups": unit(overload_after="2 min")}), [A_LOST], "20 min")
    assert modes(journal)[-1] == (2 * MIN, "source_stopped", "ups", "overload")


def test_a_bypass_from_another_bus_carries_on() -> None:
    of = room(130, units={"ups": unit(overload_after="2 min", bypass="B")})
    journal = play(of, [A_LOST], "20 min")
    assert modes(journal)[0] == (2 * MIN, "ups_mode", "ups", "bypass", "overload")
    assert dark(journal) == []


def test_a_failed_inverter_goes_to_bypass_or_the_output_is_dead() -> None:
    fails = {"at": "2 min", "fault": "fails_running", "on": "ups"}
    assert dark(play(room(), [fails])) == []
    without = room(units={"ups": unit(static_bypass="false")})
    assert dark(play(without, [fails])) == [(2 * MIN, 60 * MIN)]


def test_in_maintenance_bypass_the_battery_does_not_help() -> None:
    of = room()
    journal = play(of, [A_LOST | {"for": "3 min"}], set=[{"target": "ups", "to": "maintenance_bypass"}])
    assert dark(journal) == [(MIN, 4 * MIN)]
    assert dark(play(of, [A_LOST | {"for": "3 min"}])) == []


def test_people_put_it_to_bypass_and_online_again() -> None:
    to_bypass = step("B", "electrician", "set", target="ups", to="bypass", takes="1 min")
    online = step("O", "electrician", "set", target="ups", to="online", takes="1 min", after=["B"])
    seen = {"observations": {"lights": {"sees": [{"load": "load-C"}], "shown_at": "room"}}}
    network = grid("SA A cb", "SB B cb", "O R cb", "SC C cb", loads={"R": 0.06, "C": 0.01})
    cards = [card("K", "electrician", {"load": "load-C", "is": "dead"}, to_bypass, online)]
    of = dossier(network, site={"sources": {"ups": unit()}, **seen}, cards=cards)
    journal = play(of, [{"at": "0 s", "fault": "source_lost", "on": "feeder-SC"}])
    assert modes(journal) == [
        (MIN, "ups_mode", "ups", "bypass", "step"),
        (2 * MIN, "ups_mode", "ups", "online", "step"),
    ]
    assert dark(journal) == []


def test_without_cooling_it_switches_itself_off() -> None:
    of = room(units={"ups": unit(needs=["load-C"], needs_after="15 min")})
    short = {"at": "1 min", "fault": "source_lost", "on": "feeder-SC", "for": "14 min"}
    assert modes(play(of, [short])) == []
    journal = play(of, [short | {"for": "20 min"}])
    assert modes(journal) == [(16 * MIN, "source_stopped", "ups", "overheated")]
    assert dark(journal) == [(16 * MIN, 60 * MIN)]


def test_units_in_parallel_share_and_the_one_left_is_overloaded() -> None:
    """120 kW on two of 100 kW; one fails without a bypass, the other carries 120 % and says so."""
    units = {"u1": unit(static_bypass="false"), "u2": unit()}
    fails = {"at": "5 min", "fault": "fails_running", "on": "u1"}
    journal = play(room(120, units=units), [fails, A_LOST | {"at": "10 min", "for": "2 min"}])
    assert [(e.t_ms, e.data["source"], e.data["kw"]) for e in journal.of("ups_overloaded")] == [(5 * MIN, "u2", 120)]
    assert [(e.data["source"], e.data["load_kw"]) for e in journal.of("ups_on_battery")] == [("u2", 120)]
    assert dark(journal) == []


def test_a_ups_behind_a_ups_is_part_of_its_load() -> None:
    network = grid("SA A cb", "O R cb", "P Q cb", loads={"R": 0.06, "Q": 0.02})
    behind = unit(input="R", output="P", rated_kw="30", battery_kwh="1", efficiency_percent="80")
    of = dossier(network, site={"sources": {"ups": unit(), "small": behind}})
    journal = play(of, [A_LOST], "10 min")
    assert [e.data["load_kw"] for e in journal.of("ups_on_battery")] == [pytest.approx(60 + 20 / 0.8)]


# -- 2N --------------------------------------------------------------------------------------------------------------
def two_n(kw: int) -> Compiled:
    """Racks with a cord on each of two UPSs of 100 kW."""
    network = grid("SA A cb", "SB B cb", "O R cb", "P Q cb", loads={"R": kw / 1000})
    racks = {"cords": [{"bus": "R", "share_percent": "50"}, {"bus": "Q", "share_percent": "50"}]}
    units = {"ups-A": unit(), "ups-B": unit(input="B", output="P")}
    return dossier(network, site={"sources": units, "loads": {"load-R": racks}})


def test_with_55_percent_on_each_side_the_side_that_is_left_is_overloaded() -> None:
    fails = {"at": "1 min", "fault": "short_circuit", "on": "O"}
    journal = play(two_n(110), [fails])
    assert [(e.data["source"], e.data["kw"]) for e in journal.of("ups_overloaded")] == [("ups-B", 110)]
    assert dark(journal) == []
    assert not any(play(two_n(90), [fails]).of("ups_overloaded"))


def test_energy_of_the_batteries_balances() -> None:
    of = room(130, units={"ups": unit(overload_after="30 min", recharge_kw="10", charged_percent="50")})
    end = play(of, [A_LOST | {"for": "4 min"}], "3 h").events[-1].data["battery_kwh"]["ups"]
    assert end["start"] == 10
    assert end["given"] == pytest.approx(130 * 4 / 60, abs=0.01)
    assert end["start"] - end["given"] + end["taken"] == pytest.approx(end["end"], abs=1e-3)


def test_findings_see_that_a_load_on_bypass_hangs_on_the_bypass_bus() -> None:
    of = room(130, units={"ups": unit(bypass="B")})
    journal = play(of, [A_LOST | {"at": "10 min"}, A_LOST | {"at": "20 min", "on": "feeder-SB"}])
    fed = [(s.start_ms, s.fed.mains, s.fed.batteries) for s in Feeding(of, journal).of("load-R")]
    assert fed == [(0, True, ()), (20 * MIN, False, ())]

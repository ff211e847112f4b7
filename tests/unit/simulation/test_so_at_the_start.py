"""What is so when a run begins is an event like any other: said in the journal, and its time runs from then."""

from __future__ import annotations

from typing import Any

from drillsim.journal import Journal
from drillsim.journal.timeline import load_outages
from drillsim.schema.compiled import Compiled
from helpers.cards import card, step
from helpers.grids import grid
from helpers.play import dossier, play, told

MIN = 60_000
LATER = [{"at": "5 min", "fault": "source_lost", "on": "feeder-S1", "for": "2 min"}]


def with_ups(load_mw: float, **more: Any) -> Compiled:
    network = grid("S1 N cb", "U T cb", loads={"N": 0.1, "T": load_mw})
    unit = {"kind": "ups", "input": "N", "output": "U", "rated_kw": "50", "efficiency_percent": "100", **more}
    return dossier(network, site={"sources": {"ups": unit | {"battery_kwh": "50"}}})


def at_start(journal: Journal, *types: str) -> list[tuple[Any, ...]]:
    return [row[1:] for row in told(journal, *types) if row[0] == 0]


def test_a_ups_that_is_overloaded_from_the_start_says_so_and_is_on_bypass_after_its_time() -> None:
    journal = play(with_ups(0.1), LATER)
    assert at_start(journal, "ups_overloaded") == [("ups_overloaded", "ups", 100.0, 50.0)]
    assert told(journal, "ups_mode") == [(MIN, "ups_mode", "ups", "bypass", "overload")]
    assert [row[:3] for row in told(journal, "load_lost")][-1] == (5 * MIN, "load_lost", "load-T")


def test_a_ups_within_its_overload_limit_says_that_it_is_above_its_rating_and_stays() -> None:
    journal = play(with_ups(0.055, overload_percent="125"), LATER)
    assert at_start(journal, "ups_overloaded") == [("ups_overloaded", "ups", 55.0, 50.0)]
    assert told(journal, "ups_mode") == []


def test_a_ups_within_its_rating_says_nothing() -> None:
    assert not any(play(with_ups(0.04), LATER).of("ups_overloaded"))


def test_a_ups_whose_input_is_dead_from_the_start_says_that_it_is_on_its_battery() -> None:
    journal = play(with_ups(0.04), [], out_of_service=["feeder-S1"])
    assert [row[:2] for row in at_start(journal, "ups_on_battery")] == [("ups_on_battery", "ups")]
    assert [row[0] for row in told(journal, "battery_empty")] == []  # 50 kWh at 40 kW last 75 min, the run an hour


def test_a_feeder_that_gives_more_than_it_can_from_the_start_is_cut_off_after_its_time() -> None:
    site = {"sources": {"feeder-S1": {"kind": "feeder", "capacity_kw": "300", "overload_after": "10 min"}}}
    journal = play(dossier(grid("S1 N cb", loads={"N": 0.4}), site=site))
    assert [row[1] for row in at_start(journal, "overload_begins")] == ["feeder-S1"]
    assert [row[:3] for row in told(journal, "source_lost")] == [(10 * MIN, "source_lost", "feeder-S1")]


def test_a_line_that_is_overloaded_from_the_start_says_so() -> None:
    journal = play(dossier(grid("S1 N", "N E", loads={"E": 9.0})))
    assert {row[1] for row in at_start(journal, "overload_begins")} == {"S1-N", "N-E"}


def test_two_systems_that_are_joined_from_the_start_are_a_hazard() -> None:
    network = grid("S1 A cb", "S2 B cb", "A B open", loads={"A": 0.1, "B": 0.1})
    apart, joined = play(dossier(network)), play(dossier(network), [], set=[{"target": "A-B", "to": "closed"}])
    assert [row[1] for row in at_start(joined, "hazard")] == ["paralleling"]
    assert not any(apart.of("hazard"))


def test_a_set_that_runs_from_the_start_says_what_it_carries_and_trips_by_overload() -> None:
    source = {"kind": "genset", "bus": "G1", "breaker": "G1-P", "rated_kw": "200", "place": "hv"}
    source |= {"overload_percent": "110", "overload_after": "5 min"}
    network = grid("S1 N cb", "G1 P cb", "N E open", "P E cb", loads={"E": 0.3})
    journal = play(dossier(network, site={"sources": {"genset": source}}), set=[{"target": "genset", "to": "on"}])
    assert [row[1] for row in at_start(journal, "source_loaded")] == ["genset"]
    assert [row[:4] for row in told(journal, "source_stopped")] == [
        (5 * MIN, "source_stopped", "genset", "overload"),
    ]


def surgery(journal: Journal) -> list[tuple[int, str]]:
    return [(event.t_ms, event.data["state"]) for event in journal.of("function_changed")]


def test_a_function_without_its_need_from_the_start_comes_to_harm_in_its_time() -> None:
    harm = {"after": "20 min", "what": "patients"}
    function = {"needs": {"load": "load-E", "rides": "0 s"}, "max_interruption": "1 min", "harm": harm}
    of = dossier(grid("S1 N cb", "N E open", loads={"E": 0.1}), site={"functions": {"surgery": function}})
    assert surgery(play(of)) == [(20 * MIN, "harmed")]


def test_a_function_that_rides_through_from_the_start_is_lost_in_its_time_and_then_harmed() -> None:
    harm = {"after": "20 min", "what": "patients"}
    function = {"needs": {"load": "load-E", "rides": "5 min"}, "max_interruption": "6 min", "harm": harm}
    of = dossier(grid("S1 N cb", "N E open", loads={"E": 0.1}), site={"functions": {"surgery": function}})
    assert surgery(play(of)) == [(5 * MIN, "lost"), (25 * MIN, "harmed")]


def test_a_control_supply_that_is_gone_from_the_start_says_so() -> None:
    site = {"dc_supplies": {"dc": {"fed_by": "N", "lasts": "1 h"}}, "devices": {"S1-N": {"control_supply": "dc"}}}
    journal = play(dossier(grid("S1 N cb", loads={"N": 0.1}), site=site), out_of_service=["dc"])
    assert at_start(journal, "control_supply_lost") == [("control_supply_lost", "dc", "fault")]


def dark(journal: Journal) -> list[tuple[int, int]]:
    return [(span.start_ms, span.end_ms) for span in load_outages(journal)["load-E"]]


def test_a_changeover_whose_normal_supply_is_dead_from_the_start_moves_after_its_delay() -> None:
    unit = {"kind": "ats", "normal": "N-E", "standby": "P-E", "delay": "5 s", "takes": "300 ms"}
    of = dossier(grid("S1 N cb", "S2 P cb", "N E cb", "P E open", loads={"E": 0.1}), site={"transfers": {"ats": unit}})
    assert dark(play(of, [], out_of_service=["feeder-S1"])) == [(0, 5_300)]


def test_a_changeover_that_stands_on_a_live_standby_from_the_start_returns_after_its_time() -> None:
    unit = {"kind": "ats", "normal": "N-E", "standby": "P-E", "delay": "5 s", "takes": "300 ms"}
    modes = {"on-standby": {"open": ["N-E"], "closed": ["P-E"]}}
    network = grid("S1 N cb", "S2 P cb", "N E cb", "P E open", loads={"E": 0.1})
    of = dossier(network, site={"transfers": {"ats": unit | {"return": {"after": "7 min"}}}, "modes": modes})
    assert dark(play(of, mode="on-standby")) == [(7 * MIN, 7 * MIN + 300)]


def test_a_bus_tie_whose_section_is_dead_in_the_operating_mode_says_that_it_is_not_charged() -> None:
    unit = {"kind": "bus_tie_transfer", "incomers": ["S1-A", "S2-B"], "tie": "A-B", "delay": "3 s"}
    site = {"transfers": {"bzt": unit}, "modes": {"half": {"out_of_service": ["feeder-S1"]}}}
    of = dossier(grid("S1 A cb", "S2 B cb", "A B open", loads={"A": 0.1, "B": 0.1}), site=site)
    assert [row[:4] for row in told(play(of, mode="half"), "transfer_refused")] == [
        (3_000, "transfer_refused", "bzt", "not_charged"),
    ]


def test_a_card_about_a_level_that_is_low_from_the_start_is_triggered_at_once() -> None:
    site = {
        "stores": {"tank": {"holds": "fuel", "capacity_l": "100", "level_l": "20"}},
        "observations": {"gauge": {"sees": [{"store": "tank"}], "shown_at": "room"}},
    }
    low = card("K", "electrician", {"store": "tank", "below_percent": 40}, step("A", "electrician"))
    journal = play(dossier(grid("S1 N cb", loads={"N": 0.1}), site=site, cards=[low]))
    assert [row[0] for row in told(journal, "card_triggered")] == [0]

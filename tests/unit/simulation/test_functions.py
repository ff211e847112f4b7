"""What the customer does: ride-through, loss, restart by people, harm. Power back is not service back."""

from __future__ import annotations

from typing import Any

from drillsim.journal import Journal
from drillsim.journal.timeline import function_outages
from drillsim.simulation import WhatIf, simulate
from helpers.cards import card, rows, step, waits
from helpers.grids import grid
from helpers.play import case, dossier, play

MIN = 60_000


def lost(minutes: int, feeder: str = "feeder-S1") -> dict[str, Any]:
    return {"at": "0 s", "fault": "source_lost", "on": feeder, "for": f"{minutes} min"}


def states(journal: Journal, name: str = "work") -> list[tuple[int, str]]:
    return [(e.t_ms, e.data["state"]) for e in journal.of("function_changed") if e.data["function"] == name]


def site(**work: Any) -> dict[str, Any]:
    return {"functions": {"work": {"needs": {"load": "load-A", "rides": "5 min"}, **work}}}


def test_a_short_loss_is_ridden_through() -> None:
    journal = play(dossier(grid("S1 A cb", loads={"A": 0.1}), site=site()), [lost(4)])
    assert states(journal) == [(0, "riding_through"), (4 * MIN, "normal")]
    assert function_outages(journal)["work"] == ()


def test_a_longer_one_is_a_loss_until_people_have_restarted_it() -> None:
    restart = {"restart": {"takes": "20 min", "by": "electrician", "place": "hv"}}
    journal = play(dossier(grid("S1 A cb", loads={"A": 0.1}), site=site(**restart)), [lost(10)])
    back = 10 * MIN + 5 * MIN + 20 * MIN  # power, the way to hv, the restart
    assert states(journal) == [(0, "riding_through"), (5 * MIN, "lost"), (10 * MIN, "restarting"), (back, "normal")]
    assert [span.ms for span in function_outages(journal)["work"]] == [back - 5 * MIN]
    assert waits(rows(journal)["restart[work]"]) == [("travel", ("wang",), 5 * MIN)]


def test_a_second_loss_overtakes_a_restart_and_begins_it_anew() -> None:
    restart = {"restart": {"takes": "20 min"}}
    again = {"at": "15 min", "fault": "source_lost", "on": "feeder-S1", "for": "10 min"}
    journal = play(dossier(grid("S1 A cb", loads={"A": 0.1}), site=site(**restart)), [lost(10), again])
    assert states(journal)[-1] == (45 * MIN, "normal")
    assert [state for _, state in states(journal)].count("restarting") == 2


def test_harm_is_for_good() -> None:
    harm = {"harm": {"after": "20 min", "what": "patients"}}
    of = dossier(grid("S1 A cb", loads={"A": 0.1}), site=site(**harm))
    assert states(play(of, [lost(24)]))[-1] == (24 * MIN, "normal")
    assert states(play(of, [lost(26)]))[-1] == (25 * MIN, "harmed")
    assert [span.open for span in function_outages(play(of, [lost(26)]))["work"]] == [True]


def test_each_need_has_its_own_ride_through_and_any_of_two_is_enough() -> None:
    network = grid("S1 A cb", "S2 B cb", "S3 C cb", loads={"A": 0.1, "B": 0.1, "C": 0.1})
    needs = {"all": [{"load": "load-A", "rides": "30 s"}, {"any": ["load-B", "load-C"], "rides": "10 min"}]}
    of = dossier(network, site={"functions": {"work": {"needs": needs}}})
    assert states(play(of, [lost(20, "feeder-S2")])) == []
    both = play(of, [lost(20, "feeder-S2"), lost(20, "feeder-S3")])
    assert states(both) == [(0, "riding_through"), (10 * MIN, "lost"), (20 * MIN, "normal")]
    assert states(play(of, [lost(20)]))[1] == (30_000, "lost")


def test_a_function_that_needs_another_is_lost_after_its_own_time() -> None:
    functions = {
        "surgery": {"needs": {"all": [{"function": "gas", "rides": "5 min"}]}},
        "gas": {"needs": {"load": "load-A", "rides": "8 min"}},
    }
    of = dossier(grid("S1 A cb", loads={"A": 0.1}), site={"functions": functions})
    journal = play(of, [lost(30)])
    assert states(journal, "gas")[1] == (8 * MIN, "lost")
    assert states(journal, "surgery") == [(8 * MIN, "riding_through"), (13 * MIN, "lost"), (30 * MIN, "normal")]
    because = next(e.data["because"] for e in journal.of("function_changed") if e.data["function"] == "surgery")
    assert because == ["gas"]


def test_a_lost_zone_takes_its_loads_pumps_and_switches_and_bars_the_way() -> None:
    network = grid("S1 A cb", "A B cb", "A C cb", loads={"A": 0.1, "B": 0.1, "C": 0.1})
    places = {"room": {}, "dispatch": {}, "home": {}, "hv": {"zone": "cellar"}}
    zone = {"places": places, "zones": {"cellar": {"contains": ["B", "A-C", "load-C"]}}}
    journal = play(dossier(network, site=zone), [{"at": "1 min", "fault": "zone_lost", "on": "cellar"}])
    assert [e.data["device"] for e in journal.of("protection_trips")] == ["A-B"]
    assert sorted(e.data["load"] for e in journal.of("load_lost")) == ["load-B", "load-C"]


def test_a_wait_at_zero_shortens_what_it_cost_and_nothing_before_it() -> None:
    dark = {"load": "load-A", "is": "dead"}
    trip = step("T", "electrician", "close", target="A-B", place="hv", requires=[{"load": "load-A", "is": "dead"}])
    network = grid("S1 A cb", "A B open", loads={"A": 0.1, "B": 0.1})
    lights = {"lights": {"sees": [{"load": "load-A"}], "shown_at": "room"}}
    of = dossier(network, site={"observations": lights}, cards=[card("K", "electrician", dark, trip)])
    played = case(of, [lost(30)])
    as_it_is, at_once = simulate(played), simulate(played, what_if=WhatIf(frozenset({("T", "travel")})))
    assert rows(as_it_is)["T"].finished_ms == 6 * MIN
    assert rows(at_once)["T"].finished_ms == 1 * MIN
    assert rows(at_once)["T"].waits == ()


def test_a_lost_function_does_not_begin_again_while_a_need_is_only_ridden_through() -> None:
    network = grid("S1 A cb", "S2 B cb", loads={"A": 0.1, "B": 0.1})
    needs = {"all": [{"load": "load-A", "rides": "5 min"}, {"load": "load-B", "rides": "30 min"}]}
    of = dossier(network, site={"functions": {"work": {"needs": needs, "restart": {"takes": "10 min"}}}})
    journal = play(of, [lost(10), lost(20, "feeder-S2")])
    assert states(journal)[1:] == [(5 * MIN, "lost"), (20 * MIN, "restarting"), (30 * MIN, "normal")]

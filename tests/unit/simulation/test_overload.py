"""Overload by inverse time, time-limited overloads, what a feeder can give, cold-load pick-up.

feeder-S1 -- S1-A -- A -- A-B -- B        10 kV; 4 MW and 0.8 Mvar draw 235.5 A
"""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from helpers.grids import grid
from helpers.play import dossier, play


def two_loads(**site: Any) -> Any:
    return dossier(grid("S1 A cb", "A B open", loads={"A": 4.0, "B": 4.0}), site=site)


def switched(at: str = "1 min", to: str = "close", on: str = "A-B") -> dict[str, Any]:
    return {"at": at, "fault": "maloperates", "on": on, "to": to}


def inverse(above_a: str, times: str = "1") -> dict[str, Any]:
    return {"devices": {"S1-A": {"trips": [{"above_a": above_a, "curve": "very_inverse", "times": times}]}}}


def openings(journal: Journal) -> list[tuple[int, str, str]]:
    rows = [(e.t_ms, e.data["switch"], e.data["cause"]) for e in journal.of("switch_moved") if not e.data["closed"]]
    return [row for row in rows if row[2] != "maloperates"]


def test_a_device_trips_by_its_curve_once_the_load_is_too_much() -> None:
    """Both loads draw 471 A: 471 / 300 = 1.57, 13.5 s / 0.57 = 23.7 s."""
    ((at, switch, cause),) = openings(play(two_loads(**inverse("300")), [switched()]))
    assert (switch, cause) == ("S1-A", "overload")
    assert at - 60_000 == pytest.approx(13_500 / (471 / 300 - 1), rel=0.01)


def test_shares_of_the_time_add_up_while_the_current_changes() -> None:
    """At 235 A over 200 A it would take 76 s from the start; after 30 s the second load comes on: 10 s at 471 A."""
    of = two_loads(**inverse("200"))
    ((at, _, _),) = openings(play(of, [switched("30 s")]))
    slow, fast = 13_500 / (235.5 / 200 - 1), 13_500 / (471 / 200 - 1)
    assert at == pytest.approx(30_000 + (1 - 30_000 / slow) * fast, rel=0.02)


def test_a_stage_falls_back_when_the_current_is_gone_in_time() -> None:
    events = [switched("1 min"), switched("80 s", "open"), switched("2 min"), switched("140 s", "open")]
    assert openings(play(two_loads(**inverse("300")), events)) == []


def overloaded(*times: dict[str, str]) -> Journal:
    network = grid("S1 A line - -", "A B open", loads={"A": 4.0, "B": 4.0})
    return play(dossier(network, site={"elements": {"S1-A": {"overload": list(times)}}}), [switched()])


def test_a_time_limited_overload_is_said_with_what_is_allowed_and_when_that_is_used_up() -> None:
    journal = overloaded({"percent": "135", "lasts": "20 min"}, {"percent": "110", "lasts": "2 h"})
    (begins,) = journal.of("overload_begins")
    assert 125 < begins.data["loading_percent"] < 135
    assert (begins.t_ms, begins.data["limit_percent"], begins.data["allowed_ms"]) == (60_000, 100.0, 1_200_000)
    (over,) = journal.of("overload_exceeded")
    assert (over.t_ms, over.data["after_ms"]) == (60_000 + 1_200_000, 1_200_000)


def test_beyond_every_time_given_nothing_is_allowed() -> None:
    assert [e.t_ms for e in overloaded({"percent": "110", "lasts": "2 h"}).of("overload_exceeded")] == [60_000]


def test_without_times_an_overload_has_no_allowance() -> None:
    (begins,) = overloaded().of("overload_begins")
    assert "allowed_ms" not in begins.data


def test_the_utility_disconnects_a_feeder_that_gives_more_than_it_can() -> None:
    feeder = {"kind": "feeder", "capacity_kw": "6000", "overload_after": "5 min"}
    journal = play(two_loads(sources={"feeder-S1": feeder}), [switched()])
    (begins,) = journal.of("overload_begins")
    assert (begins.data["element"], begins.data["allowed_ms"]) == ("feeder-S1", 300_000)
    assert begins.data["loading_percent"] == pytest.approx(100 * 8000 / 6000, rel=0.01)
    assert [(e.t_ms, e.data["cause"]) for e in journal.of("source_lost")] == [(360_000, "overload")]


def test_a_load_shed_in_time_keeps_the_feeder() -> None:
    feeder = {"kind": "feeder", "capacity_kw": "6000", "overload_after": "5 min"}
    journal = play(two_loads(sources={"feeder-S1": feeder}), [switched(), switched("4 min", "open")])
    assert list(journal.of("source_lost")) == []
    assert [e.t_ms for e in journal.of("overload_ends")] == [240_000]


COLD = {"loads": {"load-A": {"cold_load": {"factor": "1.5", "lasts": "25 min", "outage_over": "5 min"}}}}


def lost(lasts: str) -> dict[str, Any]:
    return {"at": "0 s", "fault": "source_lost", "on": "feeder-S1", "for": lasts}


def test_after_a_long_outage_the_demand_is_a_multiple_and_falls_in_equal_steps() -> None:
    journal = play(two_loads(**COLD), [lost("10 min")])
    rows = [(e.t_ms // 60_000, e.data["demand_kw"], e.data["factor"]) for e in journal.of("demand_changed")]
    assert rows == [
        (10, 6000.0, 1.5), (15, 5600.0, 1.4), (20, 5200.0, 1.3),
        (25, 4800.0, 1.2), (30, 4400.0, 1.1), (35, 4000.0, 1.0),
    ]  # fmt: skip
    back = next(e for e in journal.of("load_restored") if e.data["load"] == "load-A")
    assert back.data["demand_kw"] == 6000.0


def test_energy_counts_the_pick_up() -> None:
    served = next(play(two_loads(**COLD), [lost("10 min")]).of("run_ended")).data["served_kwh"]["load-A"]
    steps = sum(4000 * (1.5 - n / 10) * 5 / 60 for n in range(5))
    assert served == pytest.approx(steps + 4000 * 25 / 60, abs=0.01)


def test_after_a_short_outage_the_demand_is_the_usual_one() -> None:
    assert list(play(two_loads(**COLD), [lost("4 min")]).of("demand_changed")) == []


def test_a_cold_load_can_take_a_device_over_its_setting() -> None:
    """4 MW draw 235 A, half as much again 353 A."""
    stage = {"devices": {"S1-A": {"trips": [{"above_a": "300", "after": "10 s"}]}}}
    site = COLD | stage
    assert [row[1:] for row in openings(play(two_loads(**site), [lost("10 min")]))] == [("S1-A", "overload")]
    assert openings(play(two_loads(**site), [lost("4 min")])) == []


def test_starting_current_runs_the_stages_too() -> None:
    """12 MVA of motors at 10 kV draw some 670 A beside the load."""
    motor = {"motor": {"starting_kva": "12000", "run_up": "10 s"}}
    site = {
        "loads": {"load-A": motor},
        "devices": {"S1-A": {"trips": [{"above_a": "600", "after": "5 s"}]}},
    }
    journal = play(two_loads(**site), [lost("1 min")])
    assert openings(journal) == [(65_000, "S1-A", "overload")]

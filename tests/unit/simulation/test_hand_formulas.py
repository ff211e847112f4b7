"""Runs against formulas one can work out on paper: parallel supplies, crews that work through a queue of jobs."""

from __future__ import annotations

import math
from statistics import fmean

import pytest

from drillsim.journal.timeline import load_outages
from drillsim.units import MS_PER
from helpers.cards import LOST, card, rows, step, tell
from helpers.grids import grid
from helpers.play import ALL_DAY, PEOPLE, dossier, play
from helpers.substations import ALARM, LOSS, letters, network, substations

MIN, H = MS_PER["min"], MS_PER["h"]
DRAWS = 300


def test_two_parallel_supplies_are_both_away_for_the_shorter_of_two_repairs() -> None:
    """Both lost at once, each back after an exponential time: E[min] = 1 / (1/2 h + 1/3 h) = 1.2 h."""
    of = dossier(grid("S1 A cb", "S2 A cb", loads={"A": 0.1}))
    losses = [{**LOST, "on": f"feeder-S{n}", "for": {"mean": mean}} for n, mean in ((1, "2 h"), (2, "3 h"))]
    dark = [load_outages(play(of, losses, "48 h", seed))["load-A"][0].ms for seed in range(DRAWS)]
    mean = 1 / (1 / 2 + 1 / 3)
    assert fmean(dark) / H == pytest.approx(mean, abs=4 * mean / math.sqrt(DRAWS))  # of an exponential, σ = mean
    assert sum(ms > mean * H for ms in dark) / DRAWS == pytest.approx(math.exp(-1), abs=0.11)  # P(T > mean) = 1/e


@pytest.mark.parametrize(("people", "hours"), [(1, 2 * 2.0), (2, 2 * (1 + 1 / 2))])
def test_two_exponential_repairs_by_one_crew_are_a_sum_by_two_crews_the_longer(people: int, hours: float) -> None:
    """Mean 2 h each: one crew takes E[X + Y] = 4 h, two crews E[max(X, Y)] = 3 h."""
    staff = {f"p{n}": {"name": "P", "side": "customer", "shifts": ALL_DAY} for n in range(people)}
    roles = {
        "crew": {"side": "customer", "held_by": list(staff)},
        "dispatcher": {"side": "utility", "held_by": ["lin"]},
    }
    site = {"observations": {"lamp": {"sees": [{"load": "load-Z"}], "shown_at": "room"}}}
    jobs = [step(name, "crew", takes={"mean": "2 h"}) for name in ("J1", "J2")]
    of = dossier(network(1), site=site, people={**staff, "lin": PEOPLE["lin"]}, actors=roles,
                 cards=[card("k", "crew", ALARM, *jobs)])  # fmt: skip
    ends = [max(row.finished_ms or 0 for row in rows(play(of, [LOSS], "96 h", seed)).values()) for seed in range(DRAWS)]
    assert fmean(ends) / H == pytest.approx(hours, abs=4 * 2 * math.sqrt(2) / math.sqrt(DRAWS))


@pytest.mark.parametrize(("jobs", "crews"), [(1, 1), (5, 1), (6, 3), (7, 3), (12, 5)])
def test_equal_jobs_are_worked_off_in_rounds(jobs: int, crews: int) -> None:
    """n jobs of t, a way of w from the room and 2 w between jobs, k crews: w + t + (⌈n/k⌉ - 1)(2 w + t)."""
    way, work = 5, 10
    pool = {"places": [f"sub-{n}" for n in letters(jobs)], "pool": [f"team-{n}" for n in range(1, crews + 1)]}
    of = substations(jobs, [step("S1", "team-1", for_each=pool, takes=f"{work} min")], crews=crews, walk=f"{way} min")
    ends = [row.finished_ms or 0 for row in rows(play(of, [LOSS], "12 h")).values()]
    assert max(ends) == (way + work + (math.ceil(jobs / crews) - 1) * (2 * way + work)) * MIN


@pytest.mark.parametrize(("crews", "last_min"), [(2, 6 * 10 + 10 + 10), (3, 6 * 10 + 10 + 10)])
def test_behind_one_control_person_more_crews_than_he_can_order_gain_nothing(crews: int, last_min: int) -> None:
    """Orders of c = 10 min one after another; a crew is back for the next after 2 w + t = 20 min = 2 c. So two crews
    keep up with him, a third one changes nothing: the last of n is done at n c + 2 w + t."""
    places = {"places": [f"sub-{n}" for n in letters(6)]}
    pool = {**places, "pool": [f"team-{n}" for n in range(1, crews + 1)], "after": ["S1"]}
    steps = [
        step("S1", "control", "order", for_each=places, takes="10 min", tells=[tell("hands", channel="radio")]),
        step("S2", "team-1", for_each=pool, takes="10 min"),
    ]
    channels = {"phone": {}, "radio": {"all_hear": "true"}}
    found = rows(play(substations(6, steps, crews=crews, walk="5 min", channels=channels), [LOSS], "12 h"))
    assert found["S2[sub-F]"].finished_ms == last_min * MIN


def test_one_crew_behind_one_control_person_is_itself_the_queue() -> None:
    """One crew takes 2 w + t = 20 min a job where orders come every 10: c + w + t + (n - 1)(2 w + t)."""
    places = {"places": [f"sub-{n}" for n in letters(6)]}
    pool = {**places, "pool": ["team-1"], "after": ["S1"]}
    steps = [
        step("S1", "control", "order", for_each=places, takes="10 min", tells=[tell("hands", channel="radio")]),
        step("S2", "team-1", for_each=pool, takes="10 min"),
    ]
    channels = {"phone": {}, "radio": {"all_hear": "true"}}
    found = rows(play(substations(6, steps, crews=1, walk="5 min", channels=channels), [LOSS], "12 h"))
    assert found["S2[sub-F]"].finished_ms == (10 + 5 + 10 + 5 * 20) * MIN

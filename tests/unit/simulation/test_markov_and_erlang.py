"""Runs with drawn faults and repairs against a Markov chain, and a crew's queue against Erlang C.

Every formula must lie in the 95 % interval of what the runs gave; draws are independent runs of the engine.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev
from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.journal.timeline import load_outages
from drillsim.network import Memo, PandapowerFlow
from drillsim.schema.compiled import Compiled
from drillsim.schema.duration import Exponential
from drillsim.simulation import Luck, simulate
from drillsim.units import MS_PER
from helpers.cards import card, rows, step
from helpers.grids import grid
from helpers.play import ALL_DAY, PEOPLE, case, dossier
from helpers.substations import ALARM, LOSS, network

H = MS_PER["h"]


def within_95_percent(found: Sequence[float], formula: float) -> bool:
    return abs(fmean(found) - formula) <= 1.96 * stdev(found) / math.sqrt(len(found))


# -- two parallel repairable units -------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Unit:
    """Fails at `fails` an hour while it works, is repaired at `mended` an hour; it works at 0 h."""

    feeder: str
    fails: float
    mended: float

    @property
    def pace(self) -> float:
        return self.fails + self.mended

    @property
    def share(self) -> float:
        """Of the time it is away in the long run."""
        return self.fails / self.pace

    def hours_away(self, hours: float) -> float:
        """Expected within the first `hours`: the integral of share · (1 - exp(-pace t))."""
        return self.share * (hours - settled(self.pace, hours))


UNITS = (Unit("feeder-S1", 1 / 10, 1 / 2), Unit("feeder-S2", 1 / 15, 1 / 3))
HOURS, RUNS = 100, 160


def settled(pace: float, hours: float) -> float:
    return (1 - math.exp(-pace * hours)) / pace


def hours_both_away(hours: float) -> float:
    """The integral of both shares: the chain of four states, the units independent of one another."""
    one, other = UNITS
    both = settled(one.pace, hours) + settled(other.pace, hours) - settled(one.pace + other.pace, hours)
    return one.share * other.share * (hours - both)


def times_both_away(hours: float) -> float:
    """One fails while the other is away, or the other way round."""
    one, other = UNITS
    both = hours_both_away(hours)
    return one.fails * (other.hours_away(hours) - both) + other.fails * (one.hours_away(hours) - both)


def life(unit: Unit, draw: int, before: int) -> list[dict[str, Any]]:
    """Its failures: working times drawn here, repairs by the run, whose luck one knows by name."""
    luck, at = Luck(1, draw), 0
    events: list[dict[str, Any]] = []
    while True:
        at += luck.ms(Exponential(round(H / unit.fails)), f"works/{unit.feeder}", len(events))
        if at >= HOURS * H:
            return events
        mean = f"{round(H / unit.mended)} ms"
        events.append({"at": f"{at} ms", "fault": "source_lost", "on": unit.feeder, "for": {"mean": mean}})
        at += luck.ms(Exponential(round(H / unit.mended)), f"fault/{before + len(events) - 1}/{unit.feeder}")


def test_two_parallel_repairable_units_against_their_markov_chain() -> None:
    of = dossier(grid("S1 A cb", "S2 A cb", loads={"A": 0.1}))
    flow = Memo(PandapowerFlow(of.network))
    hours, times = [], []
    for draw in range(RUNS):
        events = life(UNITS[0], draw, 0)
        events += life(UNITS[1], draw, len(events))
        spans = load_outages(simulate(case(of, events, f"{HOURS} h"), draw=draw, flow=flow))["load-A"]
        hours.append(sum(span.ms for span in spans) / H)
        times.append(float(len(spans)))
    assert within_95_percent(hours, hours_both_away(HOURS))
    assert within_95_percent(times, times_both_away(HOURS))
    assert fmean(hours) / fmean(times) == pytest.approx(1 / (1 / 2 + 1 / 3), rel=0.1)


# -- a crew's queue ----------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Crew:
    """`people` who each end a job at 1 an hour; jobs come at `come` an hour."""

    people: int
    come: float

    def chance_of(self, jobs: int) -> float:
        """Of so many jobs being there, in the long run."""
        return self._weight(jobs) / (
            sum(map(self._weight, range(self.people))) + self._weight(self.people) * self._tail
        )

    @property
    def chance_to_wait(self) -> float:
        """Erlang C."""
        return self.chance_of(self.people) * self._tail

    @property
    def hours_waited(self) -> float:
        """By a job, in the mean."""
        return self.chance_to_wait / (self.people - self.come)

    @property
    def _tail(self) -> float:
        return 1 / (1 - self.come / self.people)

    def _weight(self, jobs: int) -> float:
        few = min(jobs, self.people)
        return float(self.come**jobs / (math.factorial(few) * self.people ** (jobs - few)))


JOBS = 6
"""Jobs that come in one run. The first comes at 0 h and finds what a job finds in the long run; so does each further
one, and nothing needs to settle first."""


def test_erlang_c_by_hand() -> None:
    """C(1, a) = a; C(2, 1.5) = 1.125 / (1 + 1.5 + 1.125 · 4) · 4 = 9 / 14; C(3, 2) = 4 / 9."""
    assert Crew(1, 0.6).chance_to_wait == pytest.approx(0.6)
    assert Crew(2, 1.5).chance_to_wait == pytest.approx(9 / 14)
    assert Crew(3, 2.0).chance_to_wait == pytest.approx(4 / 9)
    assert sum(Crew(2, 1.5).chance_of(jobs) for jobs in range(200)) == pytest.approx(1)


def there_already(crew: Crew, draw: int) -> int:
    """Jobs found by the first to come: over all runs in the very shares of the long run."""
    jobs, u = 0, (draw + 0.5) / RUNS
    while u >= crew.chance_of(jobs):
        u -= crew.chance_of(jobs)
        jobs += 1
    return jobs


def coming(crew: Crew, luck: Luck) -> list[int]:
    at, gap = 0, Exponential(round(H / crew.come))
    times = [0]
    for number in range(1, JOBS):
        at += luck.ms(gap, "comes", number)
        times.append(at)
    return times


def at_work(crew: Crew, draw: int) -> Compiled:
    """Jobs are steps anybody of the crew can do, due once the lamp has been dark for their time."""
    names = [f"p{n}" for n in range(crew.people)]
    person = {"name": "P", "side": "customer", "shifts": ALL_DAY}
    roles = {role: {"side": "customer", "held_by": held} for role, held in (("crew", names), ("lead", ["lead"]))}
    due = [("already", 0)] * there_already(crew, draw) + [("comes", at) for at in coming(crew, Luck(1, draw))]
    jobs = [
        step(f"{how}-{n}", "crew", takes={"mean": "1 h"}, requires=[{**ALARM, "for": f"{at} ms"}])
        for n, (how, at) in enumerate(due)
    ]
    return dossier(
        network(1),
        site={"observations": {"lamp": {"sees": [{"load": "load-Z"}], "shown_at": "room"}}},
        people={**dict.fromkeys([*names, "lead"], person), "lin": PEOPLE["lin"]},
        actors=roles | {"dispatcher": {"side": "utility", "held_by": ["lin"]}},
        cards=[card("k", "lead", ALARM, *jobs)],
    )


def hours_waited(journal: Journal) -> list[float]:
    found = [row for name, row in rows(journal).items() if name.startswith("comes")]
    assert all(row.state == "done" for row in found)
    return [sum(wait.span.ms for wait in row.waits if wait.reason == "person_busy") / H for row in found]


@pytest.mark.parametrize("crew", [Crew(1, 0.6), Crew(2, 1.5), Crew(3, 2.0)], ids=str)
def test_a_job_waits_for_the_crew_as_erlang_c_says(crew: Crew) -> None:
    flow = Memo(PandapowerFlow(network(1)))
    waited = [
        hours_waited(simulate(case(at_work(crew, draw), [LOSS], "300 h"), draw=draw, flow=flow)) for draw in range(RUNS)
    ]
    assert within_95_percent([fmean(each) for each in waited], crew.hours_waited)
    assert within_95_percent([fmean(hours > 0 for hours in each) for each in waited], crew.chance_to_wait)

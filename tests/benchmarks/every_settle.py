"""`pandapower_ratio`: N-1 and N-2 with 20 draws, against the same engine calling pandapower at every settle.

The campaign's side plays the sampled units whole: `play_unit`, 20 draws, hidden failures, judged into rows. The other
side plays the first draws of the same units the same way with `NoMemo(PandapowerFlow)`; it would take hours to play
all. Each unit's time is divided by its runs that were played, so that what pruning saves helps neither. Before the
clock starts the campaign's side has played other units, as every unit of a campaign but the first finds it: the case
without a failure and a spread of single faults.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import islice

from benchmarks.clock import spent
from benchmarks.hospital import bench, spread
from drillsim.campaign.case import name_of
from drillsim.campaign.play import UnitRows, play_unit
from drillsim.campaign.runner import Runner
from drillsim.campaign.unit import Unit
from drillsim.network import NoMemo, PandapowerFlow

SINGLES, PAIRS = 2, 2
MOST_PAIRS = 20
"""Among which they are looked for."""
WARM = 16
DRAWS = 20
OTHER_DRAWS = 1


def measure() -> dict[str, object]:
    """The ratio and what it is made of; every unit weighs alike."""
    fast, flow = bench(2), NoMemo(PandapowerFlow(bench(2).dossier.network))
    slow = replace(fast, flow=flow)
    _warm(fast)
    pairs = [_pair(fast, slow, unit) for unit in sample()]
    cpu, other_cpu = (sum(pair[side].cpu_s for pair in pairs) for side in (0, 1))
    wall, other_wall = (sum(pair[side].wall_s for pair in pairs) for side in (0, 1))
    runs = sum(pair[1].runs for pair in pairs)
    return {
        "pandapower_ratio": other_cpu / cpu,
        "pandapower_ratio_wall": other_wall / wall,
        "pandapower_cases_per_s": len(pairs) / cpu,
        "pandapower_run_ms": 1000 * cpu / len(pairs),
        "pandapower_every_settle_run_ms": 1000 * other_cpu / len(pairs),
        "pandapower_every_settle_runs": runs,
        "pandapower_every_settle_solves_a_run": flow.solves / runs,
        "pandapower_runs": sum(pair[0].runs for pair in pairs),
        "pandapower_cases": [name_of(fast, unit) for unit in sample()],
    }


@dataclass(frozen=True, slots=True)
class Played:
    """Seconds a run of one unit, and how many were played."""

    cpu_s: float
    wall_s: float
    runs: int


@cache
def sample() -> list[Unit]:
    """Bases without hidden failures added: those would multiply what pandapower has to play. Of pairs those that the
    campaign plays, and does not leave out for what its members alone gave."""
    pairs = (
        unit for unit in spread(2, 2, MOST_PAIRS) if any(row.played for row in play_unit(bench(2), unit, range(1)).rows)
    )
    return [replace(unit, room=0) for unit in (*spread(2, 1, SINGLES), *islice(pairs, PAIRS))]


def _warm(fast: Runner) -> None:
    nothing = [Unit(0, hour, ()) for hour in fast.spec.hours]
    for unit in (*nothing, *(replace(each, room=0) for each in spread(2, 1, WARM))):
        play_unit(fast, unit, range(1))


def _pair(fast: Runner, slow: Runner, unit: Unit) -> tuple[Played, Played]:
    return _timed(partial(play_unit, fast, unit, range(DRAWS))), _timed(
        partial(play_unit, slow, unit, range(OTHER_DRAWS))
    )


def _timed(play: Callable[[], UnitRows]) -> Played:
    found: list[UnitRows] = []
    took = spent(lambda: found.append(play()))
    runs = sum(row.played for row in found[0].rows)
    return Played(took.cpu_s / runs, took.wall_s / runs, runs)

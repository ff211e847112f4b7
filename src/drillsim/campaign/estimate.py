"""How many cases there are, and about how long they take: a few units are played and the rest is multiplied out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from drillsim.campaign.bench import Bench
from drillsim.campaign.play import play_unit
from drillsim.campaign.play_exact import play_exact
from drillsim.campaign.unit import case_count, unit_count, units

TRIED = 2
"""Draws a unit is tried with."""
MANY = 10**12
"""More units than any campaign has."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a campaign will cost one process, as far as a few units tell."""

    cases: int
    runs: int
    seconds: float


def estimate(bench: Bench, tries: int, clock: Callable[[], float], *, sampled: bool, exact: bool) -> Expected:
    """Counts the cases and plays `tries` units spread over them, after one that is not counted: what is compiled and
    solved for the first time is paid once. `clock` gives seconds."""
    spec = bench.spec
    count = min(unit_count(bench.failures, spec), spec.limit or MANY)
    step = max(count // tries, 1)
    chosen = list(islice(units(bench.failures, spec), step // 2, count, step))
    for unit in chosen[:1]:
        play_unit(bench, unit, range(1))
    runs = 0
    began = clock()
    for unit in chosen if sampled else ():
        runs += len(play_unit(bench, unit, range(TRIED)).rows)
    drawn = (clock() - began) * spec.draws / TRIED
    began = clock()
    for unit in chosen if exact else ():
        play_exact(bench, unit)
    enumerated = clock() - began
    share = count / max(len(chosen), 1)
    return Expected(
        case_count(bench.failures, spec), round(runs * spec.draws / TRIED * share), (drawn + enumerated) * share
    )

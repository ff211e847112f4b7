"""How many cases there are, and about how long they take: a few units are played and the rest is multiplied out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from drillsim.campaign.bench import Bench
from drillsim.campaign.play import play_unit
from drillsim.campaign.unit import case_count, unit_count, units

TRIED = 2
"""Draws a unit is tried with."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a campaign will cost one process, as far as a few units tell."""

    cases: int
    runs: int
    seconds: float


def estimate(bench: Bench, tries: int, clock: Callable[[], float]) -> Expected:
    """Counts the cases and plays `tries` units spread over them. `clock` gives seconds."""
    spec = bench.spec
    count = unit_count(bench.failures, spec)
    step = max(count // tries, 1)
    rows, seconds = 0, 0.0
    chosen = list(islice(units(bench.failures, spec), step // 2, None, step))
    for unit in chosen:
        began = clock()
        rows += len(play_unit(bench, unit, range(TRIED)).rows)
        seconds += clock() - began
    share = spec.draws / TRIED * min(count, spec.limit or count) / max(len(chosen), 1)
    return Expected(case_count(bench.failures, spec), round(rows * share), seconds * share)

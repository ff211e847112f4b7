"""How many cases there are, and about how long they take: a few units are played and the rest is multiplied out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from drillsim.campaign.bench import Bench
from drillsim.campaign.play import play_unit
from drillsim.campaign.play_exact import play_exact
from drillsim.campaign.unit import Unit, case_count, units

TRIED = 2
"""Draws a unit is tried with."""
OF_A_KIND = 3
"""Units tried of each kind."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a campaign will cost one process, as far as a few units tell."""

    cases: int
    runs: int
    seconds: float


def estimate(bench: Bench, clock: Callable[[], float], *, sampled: bool, exact: bool) -> Expected:
    """Counts the cases and plays some units of each kind (so many failures, or scenarios). `clock` gives seconds.

    One unit is played beforehand and not counted: what is compiled and solved for the first time is paid once.
    """
    spec = bench.spec
    runs, seconds = 0.0, 0.0
    kinds = _kinds(bench)
    for unit in next(iter(kinds.values()), [])[:1]:
        play_unit(bench, unit, range(1))
    for found in kinds.values():
        chosen = found[:: max(len(found) // OF_A_KIND, 1)][:OF_A_KIND]
        share = len(found) / len(chosen)
        began = clock()
        rows = sum(len(play_unit(bench, unit, range(min(TRIED, spec.draws))).rows) for unit in chosen if sampled)
        batch = share * spec.draws / min(TRIED, spec.draws)
        runs, seconds = runs + rows * batch, seconds + (clock() - began) * batch
        began = clock()
        for unit in chosen if exact else ():
            play_exact(bench, unit)
        seconds += (clock() - began) * share
    return Expected(case_count(bench.failures, spec), round(runs), seconds)


def _kinds(bench: Bench) -> dict[int, list[Unit]]:
    """The units to be played by how many failures stand in their base; scenarios as -1."""
    found: dict[int, list[Unit]] = {}
    for unit in _played(bench):
        found.setdefault(-1 if unit.scenario else len(unit.members), []).append(unit)
    return found


def _played(bench: Bench) -> Iterator[Unit]:
    return islice(units(bench.failures, bench.spec), bench.spec.limit)

"""The number of cases, and about how long they take: a few bases are played and the rest is multiplied out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from drillsim.campaign.play import try_unit
from drillsim.campaign.play_exact import play_exact
from drillsim.campaign.runner import Runner
from drillsim.campaign.unit import Unit, case_count, units

OF_A_KIND = 16
"""Units tried of each kind."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The expected cost of a campaign for one process, as far as a few units tell."""

    cases: int
    runs: int
    seconds: float


def estimate(runner: Runner, clock: Callable[[], float], *, sampled: bool, exact: bool) -> Expected:
    """Counts the cases and plays the bases of some units of each kind (so many failures, or scenarios). `clock` gives
    seconds.

    A base tells how many failures it asks about, and each of them costs about what it costs; of more than two at once
    too little comes out. One unit is played beforehand and not counted: what is compiled and solved for the first time
    is paid once.
    """
    draws = runner.spec.draws
    runs, seconds = 0.0, 0.0
    kinds = _kinds(runner)
    for unit in next(iter(kinds.values()), [])[:1]:
        try_unit(runner, unit)
    for found in kinds.values():
        chosen = found[:: max(len(found) // OF_A_KIND, 1)][:OF_A_KIND]
        share = len(found) / len(chosen)
        for unit in chosen:
            began = clock()
            tried = try_unit(runner, unit)
            if sampled:
                runs += share * tried.cases * draws
                seconds += share * tried.cases * (draws if tried.uses_luck else 1) * (clock() - began)
        began = clock()
        for unit in chosen if exact else ():
            play_exact(runner, unit)
        seconds += (clock() - began) * share
    return Expected(case_count(runner.failures, runner.spec), round(runs), seconds)


def _kinds(runner: Runner) -> dict[int, list[Unit]]:
    """The units to be played by how many failures stand in their base; scenarios as -1."""
    found: dict[int, list[Unit]] = {}
    for unit in _played(runner):
        found.setdefault(-1 if unit.scenario else len(unit.members), []).append(unit)
    return found


def _played(runner: Runner) -> Iterator[Unit]:
    return islice(units(runner.failures, runner.spec), runner.spec.limit)

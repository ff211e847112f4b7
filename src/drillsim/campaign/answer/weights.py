"""The frequency of each case, times a year: rates of single failures shared out to the sets of failures that were
played.

A failure i begins f_i times a year. Meanwhile another one, j, is down with chance u_j (rate × mean repair). So the set
S = {i, j, …} comes about F_i(S) = f_i · Π u_j times a year by i coming last, and Σ_i F_i(S) in all: for a pair f_1·u_2
+ f_2·u_1 (Billinton & Allan, Reliability Evaluation of Power Systems, 2nd ed., 1996, ch. 8: overlapping outages of
components whose repair is short against their life). The share of a larger set is taken from the smaller ones, so that
every beginning of i is counted in exactly one case and the sum over all cases is Σ f_i.

A failure on demand is a chance, not a second fault: the run itself draws it, and a case with a hidden failure put in
has no frequency of its own; nor has one with a state (a person absent), of which nobody knows how often it is so.

Everything is counted in whole parts of `A_YEAR`, so that sums do not depend on the order in which rows come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import prod

from drillsim.campaign.failure import Failure
from drillsim.campaign.runner import Runner
from drillsim.campaign.unit import units

A_YEAR = 10**18
"""Parts into which "once a year" is divided."""
Members = tuple[int, ...]
"""Positions among the runner's failures, ascending."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """The yearly frequency of each case, all hours together; each hour has the same share of the year."""

    weighed: bool
    """False where no failure has a rate: then each single event counts the same, and nothing is per year."""
    by_last: Mapping[Members, tuple[int, ...]]
    """By set of failures: its frequency by which of its members comes last, in parts of `A_YEAR`."""
    hours: int

    def of(self, members: Members) -> int:
        """The frequency of a set in parts of `A_YEAR`; 0 where it has none."""
        return sum(self.by_last.get(members, ()))

    def knows(self, found: tuple[Failure, ...], members: Members) -> bool:
        """Return whether what such a case misses is in the sums of a year: the set has a frequency, or its events have
        one and everything else in it is a chance that the runs of those events draw themselves."""
        others = [found[place] for place in members if found[place].nature != "event"]
        events = tuple(place for place in members if found[place].nature == "event")
        drawn = all(each.nature == "hidden" and each.on_demand is not None for each in others)
        return self.weighed and drawn and events in self.by_last

    @property
    def total(self) -> int:
        """All cases together."""
        return sum(sum(each) for each in self.by_last.values())


def weights_of(runner: Runner) -> Weights:
    """The weights of the cases this runner plays."""
    found, hours = runner.failures, len(runner.spec.hours)
    played = tuple(_played_sets(runner))
    rated = {members: rates for members in played if (rates := _by_last(found, members))}
    if rated:
        return Weights(True, _shared_out(rated), hours)
    alone: dict[Members, tuple[int, ...]] = {members: (A_YEAR,) for members in played if len(members) == 1}
    return Weights(False, alone, hours)


def yearly(found: tuple[Failure, ...], members: Members) -> float | None:
    """Return how often a year all of `members` fail: events overlapping, hidden ones on demand. None where that is not
    known.

    A larger set is not taken off.
    """
    events = [each for place in members if (each := found[place]).nature == "event"]
    others = [found[place] for place in members if found[place].nature != "event"]
    chances = [each.on_demand or each.assumed_on_demand for each in others if each.nature == "hidden"]
    if not events or len(chances) < len(others) or None in chances:
        return None
    rate = _overlapping(events)
    return None if rate is None else float(rate * prod(Fraction(each) for each in chances if each is not None))


def _overlapping(events: list[Failure]) -> Fraction | None:
    rates = _by_last(tuple(events), tuple(range(len(events))))
    return Fraction(sum(rates), A_YEAR) if rates else None


def _played_sets(runner: Runner) -> Iterator[Members]:
    """Sets of events that are played at every hour."""
    found, spec = runner.failures, runner.spec
    if spec.limit is None:
        events = [place for place, each in enumerate(found) if each.nature == "event"]
        for size in range(1, (1 if spec.one_event else spec.order) + 1):
            yield from combinations(events, size)
        return
    times: Counter[Members] = Counter()
    for unit in units(found, spec):
        if unit.number >= spec.limit:
            break
        if unit.members and all(found[place].nature == "event" for place in unit.members):
            times[unit.members] += 1
    yield from (members for members, count in times.items() if count == len(spec.hours))


def _by_last(found: tuple[Failure, ...], members: Members) -> tuple[int, ...]:
    """F_i of each member; empty where a rate, or for a set of several a time of repair, is not known."""
    rates = [found[place].per_year for place in members]
    down = [found[place].unavailable for place in members]
    if None in rates or (len(members) > 1 and None in down):
        return ()
    return tuple(
        round(Fraction(rate or 0.0) * prod(Fraction(other or 0.0) for other in _without(down, at)) * A_YEAR)
        for at, rate in enumerate(rates)
    )


def _without(values: list[float | None], at: int) -> list[float | None]:
    return [*values[:at], *values[at + 1 :]]


def _shared_out(rated: Mapping[Members, tuple[int, ...]]) -> dict[Members, tuple[int, ...]]:
    """Return the rates shared out from the largest sets down: the share of a set is taken off its parts.

    If failures are down so much of the time that more than all would be taken, nothing is left, not less.
    """
    taken: Counter[tuple[int, Members]] = Counter()
    shared: dict[Members, tuple[int, ...]] = {}
    for members in sorted(rated, key=len, reverse=True):
        left = [max(rate - taken[last, members], 0) for last, rate in zip(members, rated[members], strict=True)]
        shared[members] = tuple(left)
        for last, rate in zip(members, left, strict=True):
            for part in _parts_with(members, last):
                taken[last, part] += rate
    return shared


def _parts_with(members: Members, last: int) -> Iterator[Members]:
    """Smaller sets that hold `last`."""
    for size in range(1, len(members)):
        yield from (part for part in combinations(members, size) if last in part)

"""The importance of each failure for missing any protected limit.

With R the misses a year as things are, R1 if the failure is always there and R0 if it never is:

    Fussell-Vesely  (R − R0) ÷ R      share of the misses that need it
    Birnbaum        R1 − R0           what its being there makes of the misses
    RAW             R1 ÷ R            risk achievement worth
    RRW             R ÷ R0            risk reduction worth

Sources: Vesely, Davis, Denning & Saltos, Measures of Risk Importance and Their Applications, NUREG/CR-3385, 1983;
Cheok, Parry & Sherry, Use of importance measures in risk-informed regulatory applications, Reliab. Eng. Syst. Saf.
60, 1998; Birnbaum, On the importance of different components in a multicomponent system, 1969.

R = Σ w(S)·m(S) over the sets of events S, w a year and m the share of draws and hours in which a protected limit is
missed.

- An *event* never there: its rate and its unavailability are 0, and what overlapped with it comes about alone. Always
  there: it is down whenever another one begins, so R1 = Σ over what begins beside it; that takes pairs. An event that
  misses a limit by itself cannot be counted as always there: None.
- A *hidden* failure or a *state* h always there: m(S ∪ h) instead of m(S), where S ∪ h was played; where it was left
  out they are the same. Larger S that have no room for h in the campaign stay as they are. Never there: runs draw its
  chance q themselves, so m(S) = q·m(S ∪ h) + (1−q)·m(S without h), and R0 = R − q/(1−q)·(R1 − R). Where q is not
  known it is never drawn, so nobody can say which share of the misses needs it: Fussell-Vesely and RRW are None.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from drillsim.campaign.answer.frame import Book, Frame
from drillsim.campaign.answer.patterns import Pattern, protected_mask
from drillsim.campaign.answer.scale import Scale
from drillsim.campaign.answer.weights import A_YEAR, Members
from drillsim.campaign.result import Importance

Key = tuple[Members, str]
"""A set of failures at one hour."""


@dataclass(frozen=True, slots=True)
class Risk:
    """Misses a year as things are, with the failure always there, and without it; None where nobody can say."""

    as_is: Fraction
    always: Fraction | None
    never: Fraction | None

    def fussell_vesely(self) -> float | None:
        """(R − R0) ÷ R."""
        return None if self.never is None or not self.as_is else float((self.as_is - self.never) / self.as_is)

    def raw(self) -> float | None:
        """R1 ÷ R."""
        return None if self.always is None or not self.as_is else float(self.always / self.as_is)

    def rrw(self) -> float | None:
        """R ÷ R0; None also where nothing is left without it."""
        return float(self.as_is / self.never) if self.never else None

    def birnbaum(self, otherwise: Fraction | None = None) -> float | None:
        """R1 − R0."""
        never = self.never if self.never is not None else otherwise
        return None if self.always is None or never is None else float(self.always - never)


class Misses:
    """Fed batch by batch: in how many rows any protected limit is missed, by set of failures.

    Kept are sets that have a frequency, alone or with one more member beside.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self._protected = protected_mask(book.runner.subjects)
        self._missed: dict[Key, int] = {}
        """0 for a case that was played and missed nothing."""

    def add(self, frame: Frame, found: Iterable[Pattern]) -> None:
        """The limits one batch misses."""
        for case in frame.cases:
            if not case.scenario and (case.weight or self._without_one(case.members)):
                self._missed.setdefault((case.members, case.hour), 0)
        for each in found:
            case = frame.cases[each.case]
            if each.mask & self._protected and (case.members, case.hour) in self._missed and not case.scenario:
                self._missed[case.members, case.hour] += each.parts

    def importances(self, scale: Scale) -> tuple[Importance, ...]:
        """Most important first; failures of which nothing can be said are left out."""
        if not scale.weighed:
            return ()
        risk = _Risks(self._book, self._by_set(), self._with_one(), scale)
        found = [each for place in range(len(self._book.runner.failures)) if (each := risk.importance(place))]
        return tuple(sorted(found, key=_rank))

    def _without_one(self, members: Members) -> Members:
        """The weighed set left when its one hidden failure or state is taken away; empty where there is none."""
        failures = self._book.runner.failures
        events = tuple(place for place in members if failures[place].nature == "event")
        return events if len(events) == len(members) - 1 and self._book.weights.of(events) else ()

    def _by_set(self) -> dict[Members, int]:
        """All hours together, for sets that have a weight."""
        found: dict[Members, int] = {}
        for (members, _), missed in self._missed.items():
            if missed and self._book.weights.of(members):
                found[members] = found.get(members, 0) + missed
        return found

    def _with_one(self) -> dict[int, int]:
        """By hidden failure or state: weight × how many rows more miss with it than without."""
        more: dict[int, int] = {}
        for (members, hour), missed in self._missed.items():
            if events := self._without_one(members):
                added = next(place for place in members if place not in events)
                before = self._missed.get((events, hour), 0)
                more[added] = more.get(added, 0) + self._book.weights.of(events) * (missed - before)
        return more


@dataclass(frozen=True, slots=True, eq=False)
class _Risks:
    """R, R1 and R0 of every failure. Sums are of weight × rows until the scale divides them."""

    book: Book
    missed: dict[Members, int]
    more: dict[int, int]
    scale: Scale

    def importance(self, place: int) -> Importance | None:
        failure = self.book.runner.failures[place]
        as_is = self._as_is()
        if failure.nature == "event":
            risk = Risk(self._yearly(as_is), self._always(place), self._never(place, as_is))
        else:
            risk = self._of_added(place, as_is)
        values = (risk.fussell_vesely(), risk.birnbaum(self._yearly(as_is)), risk.raw(), risk.rrw())
        if all(each is None for each in values):
            return None
        return Importance(failure.id, failure.group, *values)

    def _yearly(self, total: int | Fraction) -> Fraction:
        return Fraction(total) / (A_YEAR * max(self.scale.draws * self.scale.hours, 1))

    def _as_is(self) -> int:
        return sum(self.book.weights.of(members) * missed for members, missed in self.missed.items())

    # -- events ------------------------------------------------------------------------------------------------------
    def _never(self, place: int, as_is: int) -> Fraction | None:
        if not self.book.weights.of((place,)):
            return None
        with_it = (self.book.weights.of(members) * self.missed.get(members, 0) for members in self._sets_with(place))
        alone = (weight * self.missed.get(_without(members, place), 0) for members, weight in self._others_last(place))
        return self._yearly(as_is - sum(with_it) + sum(alone))

    def _always(self, place: int) -> Fraction | None:
        down = self.book.runner.failures[place].unavailable
        others = list(self._others_last(place))
        if not down or not others or self.missed.get((place,)):
            return None
        total = sum(weight * self.missed.get(members, 0) for members, weight in others)
        return self._yearly(total / Fraction(down))

    def _sets_with(self, place: int) -> Iterator[Members]:
        return (members for members in self.book.weights.by_last if place in members)

    def _others_last(self, place: int) -> Iterator[tuple[Members, int]]:
        """Sets with this failure, weighed by how often another one comes last."""
        for members in self._sets_with(place):
            weights = self.book.weights.by_last[members]
            others = sum(weight for last, weight in zip(members, weights, strict=True) if last != place)
            if others:
                yield members, others

    # -- hidden failures and states ------------------------------------------------------------------------------------
    def _of_added(self, place: int, as_is: int) -> Risk:
        if place not in self.more:
            return Risk(self._yearly(0), None, None)
        more, chance = self.more[place], self.book.runner.failures[place].on_demand
        never = None
        if chance is not None and chance < 1:
            odds = Fraction(chance) / (1 - Fraction(chance))
            never = max(self._yearly(as_is) - odds * self._yearly(more), Fraction(0))
        return Risk(self._yearly(as_is), self._yearly(as_is + more), never)


def _without(members: Members, place: int) -> Members:
    return tuple(each for each in members if each != place)


def _rank(each: Importance) -> tuple[float, float, float, str]:
    return (-(each.fussell_vesely or 0.0), -(each.birnbaum or 0.0), -(each.raw or 0.0), each.id)

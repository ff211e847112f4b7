"""The effect of each given variant, most helpful first: the same cases and luck, with the variant instead of the plan.

A case that was left out with one plan is, run for run, the case of its largest part that was played with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from drillsim.campaign.answer.frame import Book, Frame
from drillsim.campaign.answer.patterns import Pattern, protected_mask
from drillsim.campaign.answer.scale import W_MS_A_KWH, Scale
from drillsim.campaign.result import Change

Case = tuple[tuple[str, ...], str]
"""Ids of the failures, or the scenario's name, and the hour."""


class Toll:
    """The cost of one plan, fed batch by batch: protected limits missed and energy not served."""

    def __init__(self, book: Book, *, keep_cases: bool) -> None:
        """`keep_cases`: whether it will be compared case by case."""
        self._book = book
        self._keep_cases = keep_cases
        self._protected = protected_mask(book.runner.subjects)
        self._cases: dict[Case, int] = {}
        """Number of protected limits the rows of each case miss."""
        self.missed = 0
        """Weight × limits missed."""
        self.unserved = 0
        """Weight × watt-milliseconds."""

    def add(self, frame: Frame, found: Iterable[Pattern]) -> None:
        """One batch."""
        if self._keep_cases:
            for case in frame.cases:
                self._cases.setdefault(self._key(frame, case.members, case.scenario, case.hour), 0)
        for each in found:
            case = frame.cases[each.case]
            limits = (each.mask & self._protected).bit_count() * each.parts
            self.missed += case.weight * limits
            if self._keep_cases and limits:
                self._cases[self._key(frame, case.members, case.scenario, case.hour)] += limits
        self._add_unserved(frame)

    def in_case(self, case: Case) -> int | None:
        """Protected limits missed in a case; None where not even its events alone were played."""
        members, hour = case
        for size in range(len(members), -1, -1):
            found = [self._cases.get((part, hour)) for part in combinations(members, size)]
            if any(each is not None for each in found):
                return next(each for each in found if each is not None)
        return None

    @property
    def cases(self) -> Mapping[Case, int]:
        return self._cases

    def _key(self, frame: Frame, members: tuple[int, ...], scenario: str, hour: str) -> Case:
        failures = frame.book.runner.failures
        return (scenario,) if scenario else tuple(sorted(failures[place].id for place in members)), hour

    def _add_unserved(self, frame: Frame) -> None:
        places = frame.weighed()
        if len(places):
            rows = frame.matrix("unserved_w_ms").sum(axis=1)
            rows = rows.astype(object) * frame.parts.astype(object) if frame.enumerated else rows
            sums = frame.by_case(rows)[places].astype(object)
            self.unserved += int((frame.weights_at(places) * sums).sum())


def changes(as_is: Toll, variants: Mapping[str, Toll], scale: Scale) -> tuple[Change, ...]:
    """Return the changes of each variant, most helpful first: misses less, then energy less, then cases better."""
    found = [_change(as_is, name, toll, scale) for name, toll in variants.items()]
    return tuple(sorted(found, key=_rank))


def _change(as_is: Toll, name: str, with_it: Toll, scale: Scale) -> Change:
    differences = [after - before for before, after in _pairs(as_is, with_it)]
    less = scale.yearly(as_is.unserved - with_it.unserved)
    return Change(
        variant=name,
        misses_a_year=scale.yearly(with_it.missed),
        misses_less=scale.yearly(as_is.missed - with_it.missed),
        unserved_kwh_less=None if less is None else less / W_MS_A_KWH,
        cases_better=sum(each < 0 for each in differences),
        cases_worse=sum(each > 0 for each in differences),
    )


def _pairs(one: Toll, other: Toll) -> Iterator[tuple[int, int]]:
    """Limits missed with either plan, for every case both know."""
    for case in dict.fromkeys((*one.cases, *other.cases)):
        before, after = one.in_case(case), other.in_case(case)
        if before is not None and after is not None:
            yield before, after


def _rank(each: Change) -> tuple[float, float, int, str]:
    return (
        -(each.misses_less or 0.0),
        -(each.unserved_kwh_less or 0.0),
        each.cases_worse - each.cases_better,
        each.variant,
    )

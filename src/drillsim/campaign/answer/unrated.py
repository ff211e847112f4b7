"""Cases nobody can say the frequency of, and the number of them that miss a limit.

They are in no share and in nothing a year, so a share over all others would hide what they miss. A limit that the same
events without the rest always miss at that hour is hidden by nothing, where those have a frequency: a bus that darkens
a load does so whether or not somebody is absent, and every time it does is counted.
"""

from __future__ import annotations

from collections.abc import Iterable

from drillsim.campaign.answer.frame import Book, CaseKey, Frame
from drillsim.campaign.answer.patterns import Pattern, protected_mask
from drillsim.campaign.answer.weights import Members, yearly

Key = tuple[Members, str]
"""A set of failures at one hour."""


class Unrated:
    """Fed batch by batch."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._protected = protected_mask(book.runner.subjects)
        self._sets: dict[Key, int] = {}
        """Limits missed in any draw, by set without a frequency."""
        self._parts: dict[Key, int] = {}
        """Count of all rows of a set of events with a frequency."""
        self._missing: dict[Key, dict[int, int]] = {}
        """Count of the rows that miss the same limits, by those limits."""
        self._scenarios: dict[str, int] = {}

    def add(self, frame: Frame, found: Iterable[Pattern]) -> None:
        """One batch, with the limits it misses."""
        for case, parts in zip(frame.cases, frame.by_case(frame.parts), strict=True):
            if case.scenario:
                self._scenarios.setdefault(case.name, 0)
            elif case.members and not case.rated:
                self._sets.setdefault(_key(case), 0)
            elif case.members in self._book.weights.by_last:
                self._parts[_key(case)] = self._parts.get(_key(case), 0) + int(parts)
        for each in found:
            self._miss(frame.cases[each.case], each)

    def _miss(self, case: CaseKey, found: Pattern) -> None:
        if case.scenario:
            self._scenarios[case.name] |= found.mask
        elif _key(case) in self._sets:
            self._sets[_key(case)] |= found.mask
        elif _key(case) in self._parts:
            missing = self._missing.setdefault(_key(case), {})
            missing[found.mask] = missing.get(found.mask, 0) + found.parts

    def hidden(self) -> tuple[int, ...]:
        """Limits each set without a frequency misses and no frequency accounts for, as bits."""
        return tuple(mask & ~self._accounted(*key) for key, mask in self._sets.items())

    def _accounted(self, members: Members, hour: str) -> int:
        """Return the limits the events of a set always miss by themselves, as bits, where those have a frequency."""
        failures = self._book.runner.failures
        alone = tuple(place for place in members if failures[place].nature == "event"), hour
        missing, parts = self._missing.get(alone, {}), self._parts.get(alone, 0)
        bits = range(len(self._book.runner.subjects)) if missing else ()
        always = (at for at in bits if sum(many for mask, many in missing.items() if mask >> at & 1) >= parts)
        return sum(1 << at for at in always)

    @property
    def sets(self) -> int:
        """Sets of failures by hour."""
        return len(self._sets)

    @property
    def missed_sets(self) -> int:
        """Those of them that miss a protected limit no frequency accounts for."""
        return sum(bool(mask & self._protected) for mask in self.hidden())

    @property
    def missed_by_assumed_chance(self) -> int:
        """Those of `missed_sets` of which the rates of their events and chances on demand, shipped ones too, tell how
        often they come about; runs do not draw shipped chances."""
        failures, found = self._book.runner.failures, zip(self._sets, self.hidden(), strict=True)
        missed = (members for (members, _), mask in found if mask & self._protected)
        return sum(yearly(failures, members) is not None for members in missed)

    @property
    def scenarios(self) -> int:
        """Scenarios by hour."""
        return len(self._scenarios)

    @property
    def missed_scenarios(self) -> int:
        """Those of them that miss a protected limit in any draw."""
        return sum(bool(mask & self._protected) for mask in self._scenarios.values())


def _key(case: CaseKey) -> Key:
    return case.members, case.hour

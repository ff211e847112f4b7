"""Cases nobody can say the frequency of, and in how many of them a protected limit is missed.

They are in no share and in nothing a year, so a share of 1 over all others would hide what they miss.
"""

from __future__ import annotations

from collections.abc import Iterable

from drillsim.campaign.answer.frame import Book, Frame
from drillsim.campaign.answer.patterns import Pattern, protected_mask


class Unrated:
    """Fed batch by batch."""

    def __init__(self, book: Book) -> None:
        self._protected = protected_mask(book.bench.subjects)
        self._sets: set[str] = set()
        self._scenarios: set[str] = set()
        self._missed: set[str] = set()

    def add(self, frame: Frame, found: Iterable[Pattern]) -> None:
        """One batch, with the limits it misses."""
        for case in frame.cases:
            if case.scenario:
                self._scenarios.add(case.name)
            elif case.members and not case.rated:
                self._sets.add(case.name)
        self._missed |= {frame.cases[each.case].name for each in found if each.mask & self._protected}

    @property
    def sets(self) -> int:
        """Sets of failures by hour."""
        return len(self._sets)

    @property
    def missed_sets(self) -> int:
        """Those of them that miss a protected limit in any draw."""
        return len(self._sets & self._missed)

    @property
    def scenarios(self) -> int:
        """Scenarios by hour."""
        return len(self._scenarios)

    @property
    def missed_scenarios(self) -> int:
        """Those of them that miss a protected limit in any draw."""
        return len(self._scenarios & self._missed)

"""Single failures with a rate, as supply indices want them: how often each load is interrupted, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drillsim.campaign.answer.frame import Book, Frame

if TYPE_CHECKING:
    from drillsim.campaign.answer.frame import Ints


@dataclass(frozen=True, slots=True)
class Chance:
    """One way it can go for one load."""

    probability: float
    interruptions: int
    dark_ms: float
    """All interruptions together; the mean, where several ways have the same number of interruptions."""


@dataclass(frozen=True, slots=True)
class IndexCase:
    """One single failure."""

    per_year: float
    loads: tuple[tuple[Chance, ...], ...]
    """By load of the bench, in its order: the ways in which it is interrupted; the rest of the time it is not."""


class Points:
    """Fed batch by batch."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._loads = [at for at, each in enumerate(book.bench.subjects) if each.kind == "load"]
        self._sums: dict[tuple[int, int], dict[int, list[int]]] = {}
        """By failure and load, by how many interruptions: parts, and parts × milliseconds."""

    def add(self, frame: Frame) -> None:
        """One batch."""
        import numpy as np

        single = [len(case.members) == 1 and case.weight > 0 and self._rated(case.members[0]) for case in frame.cases]
        rows = np.flatnonzero(np.array(single, dtype=bool)[frame.case_of] & frame.known)
        if len(rows):
            times, dark = frame.matrix("interruptions"), frame.matrix("total_ms")
            for row in rows[times[rows].any(axis=1)]:
                self._add_row(frame, int(row), times, dark)

    def cases(self, parts: int) -> tuple[IndexCase, ...]:
        """Every single failure with a rate. `parts`: what all rows of one count, every hour and draw."""
        failures = self._book.bench.failures
        return tuple(
            IndexCase(rate, tuple(self._chances(place, load, parts) for load in self._loads))
            for place, each in enumerate(failures)
            if (rate := each.per_year) is not None and self._book.weights.of((place,))
        )

    def _rated(self, place: int) -> bool:
        return self._book.bench.failures[place].per_year is not None

    def _add_row(self, frame: Frame, row: int, times: Ints, dark: Ints) -> None:
        place, parts = frame.cases[frame.case_of[row]].members[0], int(frame.parts[row])
        for load in self._loads:
            if times[row, load]:
                found = self._sums.setdefault((place, load), {}).setdefault(int(times[row, load]), [0, 0])
                found[0] += parts
                found[1] += parts * int(dark[row, load])

    def _chances(self, place: int, load: int, parts: int) -> tuple[Chance, ...]:
        found = self._sums.get((place, load), {})
        return tuple(Chance(count / parts, times, dark / count) for times, (count, dark) in sorted(found.items()))

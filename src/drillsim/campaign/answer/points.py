"""Single failures with a rate, as supply indices want them: how often each load is interrupted, and for how long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from drillsim.campaign.answer.frame import Book, Frame
from drillsim.campaign.indices import CaseOutcomes, Weighted, indices, points_of
from drillsim.campaign.result import Indices
from drillsim.units import MS_PER

if TYPE_CHECKING:
    from drillsim.campaign.answer.frame import Ints


_COLUMNS = ("interruptions", "total_ms", "sustained", "sustained_ms")


class _Matrices(NamedTuple):
    """The columns indices need, in the order of `_COLUMNS`."""

    times: Ints
    dark: Ints
    sustained: Ints
    sustained_dark: Ints


class Points:
    """Fed batch by batch."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._loads = [at for at, each in enumerate(book.runner.subjects) if each.kind == "load"]
        self._sums: dict[tuple[int, int], dict[tuple[int, int], list[int]]] = {}
        """By failure and load, by how many interruptions are sustained and how many momentary: parts, and parts ×
        milliseconds of the sustained and of the momentary ones."""
        self._without_rate: set[int] = set()
        """Single events without a rate that interrupt a load."""

    def add(self, frame: Frame) -> None:
        """One batch."""
        import numpy as np

        single = [len(case.members) == 1 and self._is_event(case.members[0]) for case in frame.cases]
        rows = np.flatnonzero(np.array(single, dtype=bool)[frame.case_of] & frame.known)
        if len(rows):
            found = _Matrices(*(frame.matrix(name) for name in _COLUMNS))
            for row in rows[found.times[rows][:, self._loads].any(axis=1)]:
                case = frame.cases[frame.case_of[row]]
                if not case.rated:
                    self._without_rate.add(case.members[0])
                elif case.weight:
                    self._add_row(frame, int(row), found)

    def without_rate(self) -> tuple[str, ...]:
        """Single events without a rate that interrupt a load, in the order of failures."""
        return tuple(self._book.runner.failures[place].id for place in sorted(self._without_rate))

    def indices(self, parts: int) -> Indices | None:
        """The supply indices; None without a rate, or where a failure without one interrupts a load, for indices would
        say too little then. `parts`: what all rows of one failure count, every hour and draw."""
        cases = () if self._without_rate else tuple(self.cases(parts))
        return indices(cases, points_of(self._book.runner.dossier)) if cases else None

    def cases(self, parts: int) -> Iterator[CaseOutcomes]:
        """Every single failure with a rate; what is left of a load's probability is no interruption at all."""
        subjects = self._book.runner.subjects
        for place, each in enumerate(self._book.runner.failures):
            if each.per_year is not None and self._book.weights.of((place,)):
                loads = {subjects[load].id: tuple(self._outcomes(place, load, parts)) for load in self._loads}
                yield CaseOutcomes(each.per_year, loads)

    def _is_event(self, place: int) -> bool:
        return self._book.runner.failures[place].nature == "event"

    def _add_row(self, frame: Frame, row: int, of: _Matrices) -> None:
        place, parts = frame.cases[frame.case_of[row]].members[0], int(frame.parts[row])
        for load in self._loads:
            times, long = int(of.times[row, load]), int(of.sustained[row, load])
            if times:
                found = self._sums.setdefault((place, load), {}).setdefault((long, times - long), [0, 0, 0])
                dark, long_dark = int(of.dark[row, load]), int(of.sustained_dark[row, load])
                for at, more in enumerate((1, long_dark, dark - long_dark)):
                    found[at] += parts * more

    def _outcomes(self, place: int, load: int, parts: int) -> Iterator[Weighted]:
        """By number of interruptions, with their mean duration: indices need no more."""
        for (long, short), (count, dark, short_dark) in sorted(self._sums.get((place, load), {}).items()):
            hours, short_hours = (each / count / MS_PER["h"] for each in (dark, short_dark))
            yield Weighted(count / parts, long, hours, short, short_hours)

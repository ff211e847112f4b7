"""Single failures with a rate, as supply indices want them: how often each load is interrupted, and for how long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drillsim.campaign.answer.frame import Book, Frame
from drillsim.campaign.indices import CaseOutcomes, Weighted, indices, points_of
from drillsim.campaign.result import Indices
from drillsim.units import MS_PER

if TYPE_CHECKING:
    from drillsim.campaign.answer.frame import Ints


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

    def indices(self, parts: int) -> Indices | None:
        """The supply indices; None without a rate. `parts`: what all rows of one failure count, every hour and draw."""
        cases = tuple(self.cases(parts))
        return indices(cases, points_of(self._book.bench.dossier)) if cases else None

    def cases(self, parts: int) -> Iterator[CaseOutcomes]:
        """Every single failure with a rate; what is left of a load's probability is no interruption at all."""
        subjects = self._book.bench.subjects
        for place, each in enumerate(self._book.bench.failures):
            if each.per_year is not None and self._book.weights.of((place,)):
                loads = {subjects[load].id: tuple(self._outcomes(place, load, parts)) for load in self._loads}
                yield CaseOutcomes(each.per_year, loads)

    def _rated(self, place: int) -> bool:
        return self._book.bench.failures[place].per_year is not None

    def _add_row(self, frame: Frame, row: int, times: Ints, dark: Ints) -> None:
        place, parts = frame.cases[frame.case_of[row]].members[0], int(frame.parts[row])
        for load in self._loads:
            if times[row, load]:
                found = self._sums.setdefault((place, load), {}).setdefault(int(times[row, load]), [0, 0])
                found[0] += parts
                found[1] += parts * int(dark[row, load])

    def _outcomes(self, place: int, load: int, parts: int) -> Iterator[Weighted]:
        """By number of interruptions, with their mean duration: indices need no more."""
        for times, (count, dark) in sorted(self._sums.get((place, load), {}).items()):
            yield Weighted(count / parts, times, dark / count / MS_PER["h"])

"""Cases in which the power flow had no answer for some buses: said by name, so that nobody reads them as fine."""

from __future__ import annotations

from drillsim.campaign.answer.frame import Book, CaseKey, Frame
from drillsim.campaign.result import NoFlow

MOST = 100
"""Cases kept by name; the others are counted."""


class NoFlows:
    """Fed batch by batch."""

    def __init__(self, book: Book) -> None:
        self._order = {row.name: place for place, row in enumerate(book.runner.dossier.network.bus)}
        self._cases: set[str] = set()
        self._buses: set[str] = set()
        self._kept: dict[str, tuple[int, set[str]]] = {}

    def add(self, frame: Frame) -> None:
        """One batch."""
        import pyarrow.compute as pc

        column = frame.table["no_flow"]
        for row in pc.indices_nonzero(pc.greater(pc.list_value_length(column), 0)).to_pylist():
            self._add(frame.cases[frame.case_of[row]], column[row].as_py())

    def _add(self, case: CaseKey, buses: list[str]) -> None:
        self._cases.add(case.name)
        self._buses.update(buses)
        if case.name in self._kept or len(self._kept) < MOST:
            runs, known = self._kept.get(case.name, (0, set[str]()))
            self._kept[case.name] = (runs + 1, known | set(buses))

    @property
    def cases(self) -> int:
        """Number of cases."""
        return len(self._cases)

    @property
    def buses(self) -> tuple[str, ...]:
        """Those concerned in any case, in file order."""
        return self._sorted(self._buses)

    def kept(self) -> tuple[NoFlow, ...]:
        """In the order of play."""
        return tuple(NoFlow(case, runs, self._sorted(buses)) for case, (runs, buses) in self._kept.items())

    def _sorted(self, buses: set[str]) -> tuple[str, ...]:
        return tuple(sorted(buses, key=self._order.__getitem__))

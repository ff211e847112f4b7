"""The numbers of cases and runs, and of cases left out as known to change nothing."""

from __future__ import annotations

from collections.abc import Iterator
from math import comb

from drillsim.campaign.answer.frame import Book, CaseKey, Frame
from drillsim.campaign.runner import Runner
from drillsim.campaign.unit import addable, base_counts, unit_count


class Counts:
    """Fed batch by batch."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._sets: set[str] = set()
        self._scenarios: set[str] = set()
        self._empty: set[str] = set()
        self._run: set[str] = set()
        """Sets of which a draw was played, and not left out as resting on less."""
        self.runs = 0
        self.failed = 0
        self.draws: set[int] = set()

    def add(self, frame: Frame) -> None:
        """One batch."""
        import numpy as np

        self.runs += frame.rows
        self.failed += int((np.asarray(frame.table["status"]) == "failed").sum())
        self.draws.update(int(each) for each in np.unique(frame.draw))
        played = frame.by_case(np.asarray(frame.table["played"]).astype(np.int64))
        left_out = frame.by_case(np.asarray(frame.table["left_out"]).astype(np.int64))
        for case, is_left_out in zip(frame.cases, (left_out > 0) & (played == 0), strict=True):
            self._count(case)
            if not is_left_out:
                self._run.add(case.name)

    def _count(self, case: CaseKey) -> None:
        if case.scenario:
            self._scenarios.add(case.name)
        elif not case.members:
            self._empty.add(case.name)
        else:
            self._sets.add(case.name)

    @property
    def played(self) -> int:
        """Different cases that were played; nothing failing at all is none."""
        return len(self._sets & self._run) + len(self._scenarios)

    def left_out(self) -> int:
        """Sets of failures known to go as a smaller one: not in the table, or there with the rows of that one."""
        return max(possible_sets(self._book.runner) - len(self._sets & self._run) - len(self._empty), 0)


def possible_sets(runner: Runner) -> int:
    """Sets of failures by hour, the empty one included, of the units within the limit."""
    others = len(addable(runner.failures, runner.spec))
    return sum(many * sum(comb(others, size) for size in range(room + 1)) for room, many in _by_room(runner))


def _by_room(runner: Runner) -> Iterator[tuple[int, int]]:
    """Yield the number of units whose base has room for so many failures more, in the order of play."""
    spec = runner.spec
    left = unit_count(runner.failures, spec) if spec.limit is None else spec.limit
    for room, bases in base_counts(runner.failures, spec):
        many = min(bases * len(spec.hours), left)
        left -= many
        yield room, many

"""The parts of the plan the rows exercised: which cards under which kind of failure, and how each step ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drillsim.campaign.answer.frame import Book, Frame
from drillsim.campaign.result import Coverage

if TYPE_CHECKING:
    import pyarrow as pa

    from drillsim.campaign.answer.frame import Ints

DONE = "done"


class Exercised:
    """Fed batch by batch. A run counts once for each group its failures belong to."""

    def __init__(self, book: Book) -> None:
        self._book = book
        runner = book.runner
        groups = dict.fromkeys(each.group for each in runner.failures) if runner.spec.order else {}
        self._rows = (*groups, *runner.spec.scenarios)
        self._cards = tuple(card.id for card in runner.dossier.plan.cards)
        self._active: dict[tuple[str, str], int] = {}
        self._steps: dict[str, dict[str, int]] = {step.id: {} for _, step in runner.dossier.plan.steps()}

    def add(self, frame: Frame) -> None:
        """One batch."""
        self._add_cards(frame)
        self._add_steps(frame)

    def coverage(self) -> Coverage:
        """Return the coverage of all rows added."""
        active = {card for (_, card), runs in self._active.items() if runs}
        return Coverage(
            rows=self._rows,
            cards=self._cards,
            activated=tuple(tuple(self._active.get((row, card), 0) for card in self._cards) for row in self._rows),
            steps={step: dict(sorted(ends.items())) for step, ends in self._steps.items()},
            never_reached=tuple(step for step, ends in self._steps.items() if not ends),
            never_done=tuple(step for step, ends in self._steps.items() if ends and DONE not in ends),
            cards_never_active=tuple(card for card in self._cards if card not in active),
        )

    def _add_cards(self, frame: Frame) -> None:
        """Runs by case and card, then by group and card."""
        names, counts = _runs_by_case(frame)
        for place, case in enumerate(frame.cases):
            for row in self._rows_of(case.members, case.scenario):
                for card, runs in zip(names, counts[place], strict=True):
                    if runs:
                        self._active[row, card] = self._active.get((row, card), 0) + int(runs)

    def _rows_of(self, members: tuple[int, ...], scenario: str) -> tuple[str, ...]:
        groups = dict.fromkeys(self._book.runner.failures[place].group for place in members)
        return (scenario,) if scenario else tuple(groups)

    def _add_steps(self, frame: Frame) -> None:
        import pyarrow.compute as pc

        for each in pc.value_counts(frame.table["steps"].combine_chunks().flatten()).to_pylist():
            step, _, end = each["values"].rpartition("=")
            ends = self._steps.setdefault(step, {})
            ends[end] = ends.get(end, 0) + each["counts"]


def _runs_by_case(frame: Frame) -> tuple[list[str], Ints]:
    """Cards that became active in the batch, and by case in how many runs each did."""
    import numpy as np

    column: pa.ListArray = frame.table["cards"].combine_chunks()
    encoded = column.flatten().dictionary_encode()
    names: list[str] = encoded.dictionary.to_pylist()
    rows = np.repeat(np.arange(frame.rows), column.value_lengths().to_numpy())
    active = np.zeros((frame.rows, len(names)), dtype=np.int64)
    active[rows, encoded.indices.to_numpy()] = 1
    return names, frame.by_case(active)

"""Exact answers beside sampled ones: which cases were enumerated, what was left open, and where the two disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from drillsim.campaign.answer.frame import WHOLE, Frame
from drillsim.campaign.result import Disagreement
from drillsim.campaign.runner import Subject


class Enumerated:
    """Fed batch by batch with the rows of exact answers."""

    def __init__(self) -> None:
        self.not_exact: dict[str, tuple[str, ...]] = {}
        """By case: the durations that are drawn."""
        self.cases: dict[str, int] = {}
        """Cases that were enumerated, with their weight."""
        self._open = 0
        self._all = 0

    def add(self, frame: Frame) -> None:
        """One batch."""
        status, why = frame.table["status"].to_pylist(), frame.table["why"].to_pylist()
        for place, case in enumerate(frame.cases):
            first = int(frame.starts[place])
            if why[first]:
                self.not_exact[case.name] = tuple(why[first].split(", "))
            elif status[first] != "failed":
                self.cases[case.name] = case.weight
        known = frame.by_case(frame.parts * frame.known)
        for case, parts in zip(frame.cases, known, strict=True):
            self._all += case.weight * WHOLE
            self._open += case.weight * max(WHOLE - int(parts), 0)

    @property
    def weight_left(self) -> float:
        """Share of all weight of which nothing is known; 1 where there is none."""
        return self._open / self._all if self._all else 1.0


@dataclass(frozen=True, slots=True)
class Span:
    """Between which chances the truth lies."""

    chance: float | None
    low: float
    high: float


def disagreements(
    subjects: Iterable[Subject], exact: Iterable[Span], sampled: Iterable[Span]
) -> Iterator[Disagreement]:
    """Subjects whose exact answer lies outside what was sampled of the very same cases."""
    for subject, true, seen in zip(subjects, exact, sampled, strict=True):
        if true.chance is not None and (true.high < seen.low or true.low > seen.high):
            yield Disagreement(subject.id, true.chance, seen.low, seen.high)


def only(cases: Mapping[str, int], frame: Frame) -> Frame:
    """The frame with no weight on any other case."""
    kept = tuple(case if case.name in cases else replace(case, weight=0) for case in frame.cases)
    return replace(frame, cases=kept)

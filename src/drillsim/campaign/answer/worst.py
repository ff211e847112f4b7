"""The cases whose journals are kept: for each protected load and function, the one in which it was latest."""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.campaign.answer.frame import MISSED, Frame
from drillsim.campaign.result import WorstCase
from drillsim.campaign.runner import Runner

MOST = 10


@dataclass(frozen=True, slots=True)
class _Found:
    late_ms: int
    outage_ms: int
    case: str
    draw: int
    subject: str
    open: bool


class Worst:
    """The worst cases, fed batch by batch. Among equally late cases the first stands, which is the one with the fewest
    failures."""

    def __init__(self, runner: Runner) -> None:
        self._subjects = [(at, each) for at, each in enumerate(runner.subjects) if each.protected]
        self._found: dict[str, _Found] = {}

    def add(self, frame: Frame) -> None:
        """One batch."""
        import numpy as np

        outages, open_ = frame.matrix("outage_ms"), frame.matrix("open")
        for at, subject in self._subjects:
            rows = np.flatnonzero(frame.verdicts[:, at] == MISSED)
            if not len(rows):
                continue
            row = int(rows[outages[rows, at].argmax()])
            outage = int(outages[row, at])
            limit = subject.max_interruption_ms
            late = 0 if limit is None else max(outage - limit, 0)
            case = frame.cases[frame.case_of[row]].name
            found = _Found(late, outage, case, int(frame.draw[row]), subject.id, bool(open_[row, at]))
            before = self._found.get(subject.id)
            if before is None or (found.late_ms, found.outage_ms) > (before.late_ms, before.outage_ms):
                self._found[subject.id] = found

    def cases(self) -> tuple[WorstCase, ...]:
        """Worst first, each run once."""
        ranked = sorted(
            self._found.values(), key=lambda each: (-each.late_ms, -each.outage_ms, each.case, each.subject)
        )
        once = list({(each.case, each.draw): each for each in reversed(ranked)}.values())[::-1]
        return tuple(
            WorstCase(
                each.case, each.draw, each.subject, each.outage_ms, each.late_ms, f"worst/{number:02d}", each.open
            )
            for number, each in enumerate(once[:MOST], 1)
        )

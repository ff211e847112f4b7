"""Horizontal tracks for wires that run side by side in a channel: no two touch, and where one comes down just where
another goes up, the first runs above the second."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

CLOSE = 4.0
"""Two wires nearer than this would look like one."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a channel one wire needs: from `left` to `right`; the x of its ends that go up and down."""

    key: Hashable
    left: float
    right: float
    ups: tuple[float, ...]
    downs: tuple[float, ...]

    def beside(self, other: Run) -> bool:
        """Return whether the two could not share a track."""
        return self.left < other.right + CLOSE and other.left < self.right + CLOSE

    def above(self, other: Run) -> bool:
        """Return whether this one has to run above the other: it comes from above where the other goes down."""
        return any(abs(up - down) < CLOSE for up in self.ups for down in other.downs)

    @property
    def order(self) -> tuple[int, float]:
        """Wires that go left: the leftmost first; wires that go right: the rightmost first."""
        going_left = bool(self.ups) and self.ups[0] >= (self.left + self.right) / 2
        return (0, self.right) if going_left else (1, -self.left)


def tracks(runs: Sequence[Run]) -> tuple[dict[Hashable, int], int]:
    """The track of each run, counted from above, and how many tracks there are."""
    waiting = sorted(runs, key=lambda run: run.order)
    placed: list[tuple[Run, int]] = []
    while waiting:
        free = (run for run in waiting if not any(other is not run and other.above(run) for other in waiting))
        run = next(free, waiting[0])  # a ring of such claims: one of them cannot be met
        waiting.remove(run)
        placed.append((run, _track(run, placed)))
    return {run.key: track for run, track in placed}, 1 + max((track for _, track in placed), default=-1)


def _track(run: Run, placed: Sequence[tuple[Run, int]]) -> int:
    taken = {track for other, track in placed if run.beside(other)}
    least = 1 + max((track for other, track in placed if other.above(run)), default=-1)
    return next(track for track in range(least, least + len(taken) + 1) if track not in taken)

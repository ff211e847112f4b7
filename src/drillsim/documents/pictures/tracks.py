"""Horizontal tracks for wires that bend below a layer: no two touch, and neighbours that bend the same way do not
cross. Of those to the left the leftmost lies highest, of those to the right the rightmost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from drillsim.documents.pictures.placed import Placed, beside

_WAYS = ("tie", "left", "right")


@dataclass(frozen=True, slots=True)
class Tracks:
    """The track of each bent wire below its upper node, counted from above, and how many each layer needs."""

    of: Mapping[tuple[int, str], int]
    needed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Bend:
    left: float
    right: float
    wire: int
    upper: str
    way: str

    @property
    def order(self) -> tuple[int, float, int]:
        return _WAYS.index(self.way), self.right if self.way == "left" else -self.left, self.wire

    def near(self, other: _Bend) -> bool:
        pad = 30.0 if "tie" in (self.way, other.way) else 6.0
        return other.left < self.right + pad and self.left - pad < other.right


def tracks(place: Placed) -> Tracks:
    """Tracks for every bent wire of the diagram."""
    found: dict[tuple[int, str], int] = {}
    needed = []
    for row in place.order:
        taken: list[tuple[_Bend, int]] = []
        for bend in sorted(_bends(place, row), key=lambda each: each.order):
            taken.append((bend, _track(bend, taken)))
        found.update({(bend.wire, bend.upper): track for bend, track in taken})
        needed.append(1 + max((track for _, track in taken), default=-1))
    return Tracks(found, tuple(needed))


def _track(bend: _Bend, taken: list[tuple[_Bend, int]]) -> int:
    meets = [(other, track) for other, track in taken if bend.near(other)]
    least = 1 + max((track for other, track in meets if other.way == bend.way), default=-1)
    return next(t for t in range(least, least + len(meets) + 1) if all(t != track for _, track in meets))


def _bends(place: Placed, row: list[str]) -> Iterator[_Bend]:
    for wire, chain in enumerate(place.chains):
        for upper, lower in pairwise(chain):
            if upper not in row or (lower in row and beside(place.order, upper, lower)):
                continue
            tie = lower in row
            start = place.x(upper, place.down_port[upper, wire])
            end = place.x(lower, place.down_port[lower, wire] if tie else place.up_port[lower, wire])
            if abs(start - end) > 0.5:
                way = "tie" if tie else "left" if end < start else "right"
                yield _Bend(min(start, end), max(start, end), wire, upper, way)

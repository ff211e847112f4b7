"""A wide picture cut between its columns, so that each sheet is read on A4; lines run on from sheet to sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from drillsim.documents.pictures.canvas import Point

ACROSS, UPRIGHT = 960.0, 660.0
"""Widest strip on A4 across and upright, points: its words stay readable there."""
FLAT = 0.7
"""Height over width up to which a strip lies better across."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Part of the picture from `left` to `right`, points."""

    left: float
    right: float


def strips(lefts: Sequence[float], width: float, height: float) -> tuple[Strip, ...]:
    """Return the strips of a picture whose columns begin at `lefts`: as few as can be, about as wide as one another."""
    most = ACROSS if height <= FLAT * min(width, ACROSS) else UPRIGHT
    many = ceil(width / most)
    wanted = [width * number / many for number in range(1, many)]
    begins = dict.fromkeys((0.0, *(min(lefts, key=lambda left: abs(left - at)) for at in wanted)))
    return tuple(Strip(left, right) for left, right in pairwise((*begins, width)))


def clipped(points: Sequence[Point], strip: Strip) -> Iterator[tuple[tuple[Point, Point], bool]]:
    """Yield the stretches of a line within a strip, and whether each is the last of the whole line."""
    for number, ((x0, y0), (x1, y1)) in enumerate(pairwise(points), 1):
        if max(x0, x1) < strip.left or min(x0, x1) > strip.right:
            continue
        a, z = (min(max(x, strip.left), strip.right) for x in (x0, x1))
        if a != z or x0 == x1:
            yield ((a, y0), (z, y1)), number == len(points) - 1 and z == x1

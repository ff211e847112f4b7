"""Sheets of paper: the ISO A sizes, less margins, and how small words may be printed on them."""

from __future__ import annotations

from dataclasses import dataclass, replace

LEAST = 0.8
"""Words of 7.6 points are printed no smaller than this times (6.1 points)."""
MOST = 1.15


@dataclass(frozen=True, slots=True)
class Paper:
    """One size; width and height of what is drawn on it, in points. `number` counts from the smallest."""

    name: str
    upright: bool
    number: int
    width: float
    height: float
    least: float = LEAST

    def roll(self) -> Paper:
        """The same width, as long as it has to be."""
        return replace(self, name="roll", number=self.number + 1, height=float("inf"))


_SIZES = (("a4", 297, 210), ("a3", 420, 297), ("a2", 594, 420), ("a1", 841, 594), ("a0", 1189, 841))


def _points(mm: float) -> float:
    return mm * 72 / 25.4


SHEETS: tuple[Paper, ...] = tuple(
    Paper(name, wide < high, number, _points(wide - 26), _points(high - 62))
    for number, (name, long, short) in enumerate(_SIZES)
    for wide, high in ((long, short), (short, long))
)
"""Every size across and upright, with margins of 13 mm and room for a headline, a caption and a legend."""


def scale_on(paper: Paper, width: float, height: float) -> float:
    """Return the factor by which a drawing of this size is enlarged or reduced to fill the paper."""
    return min(paper.width / max(width, 1.0), paper.height / max(height, 1.0), MOST)

"""The room words take in a sheet. Office programs differ in whether they work out a row's height when they open a file,
so it is said."""

from __future__ import annotations

import math
from collections.abc import Sequence

LINE_PT = 16.0
TALLEST_PT = 405.0
"""Excel takes no higher row."""


def words_width(words: str) -> int:
    """Return the room of words on one line, in Latin letters; a Chinese character takes two."""
    return sum(2 if ord(each) > 0x2E7F else 1 for each in words)


def row_height(words: Sequence[str], widths: Sequence[float]) -> float:
    """Return the height of a row, points, in which the words of each cell are wrapped within the width of its
    column."""
    lines = max((_lines(each, width) for each, width in zip(words, widths, strict=True)), default=1)
    return min(TALLEST_PT, LINE_PT * lines)


def _lines(words: str, width: float) -> int:
    room = max(2.0, width - 1.5)  # the margins of a cell
    return sum(max(1, math.ceil(words_width(each) / room)) for each in words.split("\n"))

"""Widths of a table's columns on paper: as the table asks, but none so narrow that a word is torn if there is room."""

from __future__ import annotations

from collections.abc import Sequence

from drillsim.documents.blocks import Table
from drillsim.documents.pictures.measure import em_width

PADDING_EM, BOLD = 1.5, 1.25
"""Room a cell loses at its sides, and the width of a bold word over that of a plain one, em."""
WIDER = 1.12
"""Faces that stand in for ours may be so much wider."""
LONGEST_EM = (11.0, 8.0, 6.5, 5.0, 3.5)
"""Most room a word may ask for, less where many columns ask; longer ones are broken."""
FREE = 0.3
"""Part of the width that is left to those columns whose texts are long."""


def widths(table: Table, whole_em: float) -> list[float]:
    """Return the width of each column, em of `whole_em` together."""
    asked = sum(each.share for each in table.columns)
    found = [whole_em * each.share / asked for each in table.columns]
    for longest in LONGEST_EM:
        least = [_least(table, place, longest) for place in range(len(found))]
        if sum(least) <= whole_em * (1 - FREE):
            return _raised(found, least)
    return found


def _raised(found: list[float], least: Sequence[float]) -> list[float]:
    """Return the widths with none below its least; the others give what they have above theirs, in proportion."""
    lacking = sum(max(0.0, need - has) for has, need in zip(found, least, strict=True))
    spare = sum(max(0.0, has - need) for has, need in zip(found, least, strict=True))
    part = lacking / spare if spare else 0.0
    return [need if has < need else has - (has - need) * part for has, need in zip(found, least, strict=True)]


def _least(table: Table, place: int, longest: float) -> float:
    """Return the room the longest word of a column needs; Chinese breaks anywhere."""
    title = max((em_width(word) for word in table.columns[place].title.split() if word.isascii()), default=0.0)
    words = (word for cells in table.rows for word in cells[place].text.split() if word.isascii())
    return min(longest, max([title * BOLD, *(em_width(word) * WIDER for word in words)])) + PADDING_EM

"""A card made to fit its page: column widths that give the fewest lines, and the largest size that stands on one page.

Widths are estimated by `em_width`, as fonts are not ours; a tenth of the page is left to faces that are wider.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from drillsim.documents.blocks import Density, Facts, Table
from drillsim.documents.pictures.measure import em_width

ROOM_PT, WIDE_PT, PADDING_PT = 650.0, 510.0, 12.0
"""Height of a page a card may take up; width of a page within its margins; room a cell loses at its sides."""
LEADING = 1.38
"""Height of a line of a table with its share of the row's, over the size of its words."""
SIZES: tuple[tuple[Density, float], ...] = (("large", 11.5), ("", 9.0), ("dense", 8.0), ("denser", 7.5))
"""Size of the words of a table, pt, the largest first."""
HEADS = 6
"""Lines the heads of a card take: title, names of the columns, the sentence below."""
STEP_PT = 6.0
"""Width that is given to a column at a time."""
LATIN = 1.08
"""Latin words break at spaces alone, so that a line is not filled to its end."""

BOLD = 1.2
"""Width of a bold word over that of a plain one."""
LONGEST, SHORT = 9.0, 3.2
"""Most room a column must have for one Latin word, and for Chinese, em."""

Widths = list[list[list[float]]]
"""Row → cell → width of each of its lines, em."""


def fitted(facts: Facts, table: Table) -> tuple[Table, Density]:
    """Return the table with the widths that suit it, and the largest size at which facts and table stand on a page; the
    smallest where none does."""
    widths = _widths(table)
    found = table
    for density, size in SIZES:
        shares = _shares(table, widths, size)
        found = replace(table, columns=tuple(replace(c, share=s) for c, s in zip(table.columns, shares, strict=True)))
        if height_pt(facts, found, size) <= ROOM_PT:
            return found, density
    return found, SIZES[-1][0]


def height_pt(facts: Facts, table: Table, size: float) -> float:
    """Return the estimated height of facts and table, with their heads, in words of a size."""
    wide = (WIDE_PT * 0.75 - PADDING_PT) / size
    lines = sum(max(1, math.ceil(em_width(value) / wide)) for _, value in facts.pairs)
    whole = sum(each.share for each in table.columns)
    shares = [WIDE_PT * each.share / whole for each in table.columns]
    return (lines + _lines(_widths(table), shares, size) + HEADS) * LEADING * size


def _widths(table: Table) -> Widths:
    return [[[em_width(line) * LATIN for line in cell.text.split("\n")] for cell in row] for row in table.rows]


def _shares(table: Table, widths: Widths, size: float) -> list[float]:
    """Return the width of each column, pt: room for its longest word, and the rest where it saves most lines."""
    shares = [_least(table, place) * size + PADDING_PT for place in range(len(table.columns))]
    asked = [sum(sum(cell) for cell in (row[place] for row in widths)) for place in range(len(shares))]
    if sum(shares) > WIDE_PT:
        return [each * WIDE_PT / sum(shares) for each in shares]
    while sum(shares) + STEP_PT <= WIDE_PT:
        now = _lines(widths, shares, size)

        def worth(place: int, now: float = now) -> tuple[float, float]:
            wider = [each + STEP_PT * 2 * (number == place) for number, each in enumerate(shares)]
            return now - _lines(widths, wider, size), asked[place] / shares[place]

        shares[max(range(len(shares)), key=worth)] += STEP_PT
    return shares


def _least(table: Table, place: int) -> float:
    """Return the width of the longest word of a column, em; Chinese breaks anywhere."""
    texts = [table.columns[place].title, *(cells[place].text for cells in table.rows)]
    words = (word for each in texts for word in each.split())
    return max(
        (min(em_width(word), 9.0) if word.isascii() else min(em_width(word), 3.2) for word in words), default=2.0
    )


def _lines(widths: Widths, shares: Sequence[float], size: float) -> float:
    """Return the lines of all rows, each as high as its highest cell."""
    room = [(each - PADDING_PT) / size for each in shares]
    return sum(
        max(sum(max(1, math.ceil(line / wide)) for line in cell) for cell, wide in zip(row, room, strict=True))
        for row in widths
    )

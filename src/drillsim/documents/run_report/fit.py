"""How many lines blocks take on A4, estimated from the widths of their words, on the safe side."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from drillsim.documents.blocks import Block, Callout, Cell, Density, Heading, Listing, Paragraph, Table
from drillsim.documents.pictures.measure import em_width

LINES: dict[Density, float] = {"": 54.0, "dense": 67.0, "denser": 79.0}
"""Lines on one page in each size of words, below title and running head."""
WIDE: dict[Density, float] = {"": 54.0, "dense": 60.0, "denser": 65.0}
"""Width of a line, em."""
CELL_EM = 1.2
"""Width the sides of a cell take, em."""


def lines_of(blocks: Iterable[Block], density: Density) -> float:
    """Return the lines the blocks take."""
    return sum(_lines(block, WIDE[density]) for block in blocks)


def _lines(block: Block, wide: float) -> float:
    match block:
        case Heading():
            return 1.8
        case Paragraph():
            return _rows(block.label + block.text, wide) + 0.3
        case Callout():
            return _rows(block.text, wide - 3.0) * 1.05 + 1.2
        case Listing():
            return sum(_rows(each, wide - 3.0) for each in block.items) * 0.98 + 0.3
        case Table():
            whole = sum(each.share for each in block.columns)
            widths = [wide * each.share / whole - CELL_EM for each in block.columns]
            titles = tuple(Cell(each.title) for each in block.columns)
            return sum(_row(cells, widths) for cells in (titles, *block.rows)) + 0.6
    return 1.0


def _row(cells: tuple[Cell, ...], widths: list[float]) -> float:
    return 0.25 + 0.97 * max(_rows(cell.text, wide) for cell, wide in zip(cells, widths, strict=True))


def _rows(words: str, wide: float) -> int:
    return sum(max(1, ceil(em_width(line) / max(wide, 1.0))) for line in words.split("\n"))

"""A workbook somebody has edited, read as words: what stands in each cell, no formula's result, no object.

A cell merged downwards stands for every row it covers, as whoever merged it means it; one merged sideways is one cell.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.office_file import refuse_hostile
from drillsim.files.source import read_bytes
from drillsim.files.workbook.cells import CellWords, cell_words

LIMIT_CELLS = 300_000
"""Cells and rows of all sheets; the largest customer has a tenth of it."""
LIMIT_COVERED = 100_000
"""Cells one range may cover: openpyxl makes a cell of each."""
_CELL = re.compile(rb"<(?:\w+:)?(?:c|row)[\s/>]")
_RANGE = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\sref\s*=\s*[\"']([^\"']*)[\"']")
_CORNERS = re.compile(rb"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; cells by row and column, from 1. Empty ones are left out."""

    name: str
    hidden: bool
    cells: Mapping[tuple[int, int], CellWords]

    def rows(self) -> Iterator[tuple[int, dict[int, CellWords]]]:
        """Number and cells of each row with something in it."""
        found: dict[int, dict[int, CellWords]] = {}
        for (line, column), words in sorted(self.cells.items()):
            found.setdefault(line, {})[column] = words
        yield from found.items()


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook as it was read."""

    label: str
    sheets: tuple[Sheet, ...]
    first_day: dt.datetime
    """Day 0 of its dates."""

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet of that name."""
        return next((each for each in self.sheets if each.name == name), None)


def read_book(path: Path) -> Book:
    """The workbook at `path`. Raises: InvalidInput for what is none, is too large, or does more than hold words."""
    label = path.as_posix()
    data, problems = read_bytes(path, label)
    if data is None:
        raise InvalidInput(problems)
    refuse_hostile(data, label)
    _refuse_huge(data, label)
    try:
        return _read(data, label)
    except (InvalidInput, MemoryError):
        raise
    except Exception:  # openpyxl raises KeyError, ValueError, TypeError, ParseError … on workbooks that are none
        raise InvalidInput([Problem(file=label, code="xlsx-unreadable")]) from None


def _refuse_huge(data: bytes, label: str) -> None:
    """Raises InvalidInput for more cells than any plan has, or a range over more than people merge."""
    many = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.infolist():
            content = archive.read(part)
            many += sum(1 for _ in _CELL.finditer(content))
            if many > LIMIT_CELLS or any(_covered(each) > LIMIT_COVERED for each in _RANGE.findall(content)):
                raise InvalidInput([Problem(file=label, code="workbook-huge", facts=facts(limit=LIMIT_CELLS))])


def _covered(reference: bytes) -> int:
    found = _CORNERS.fullmatch(reference.strip())
    if found is None:
        return LIMIT_COVERED + 1
    left, top = _column(found[1]), int(found[2])
    right, bottom = (_column(found[3]), int(found[4])) if found[3] else (left, top)
    return (abs(right - left) + 1) * (abs(bottom - top) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for each in letters.upper():
        number = 26 * number + each - 64
    return number


def _read(data: bytes, label: str) -> Book:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), data_only=False, keep_links=False, keep_vba=False)
    sheets = tuple(_sheet(each) for each in book.worksheets)
    return Book(label, sheets, book.epoch)


def _sheet(sheet: Any) -> Sheet:
    # Cells that exist: one formatted at the end of the sheet would otherwise bring a million rows before it.
    there = {place: cell_words(cell.value, cell.data_type) for place, cell in sheet._cells.items()}
    for merged in sheet.merged_cells.ranges:
        first = there.get((merged.min_row, merged.min_col))
        for line in range(merged.min_row + 1, merged.max_row + 1):
            if first is not None:
                there[line, merged.min_col] = first
    told = {place: words for place, words in there.items() if words.text or words.wrong}
    return Sheet(sheet.title, sheet.sheet_state != "visible", told)

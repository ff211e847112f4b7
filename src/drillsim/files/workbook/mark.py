"""The mark a workbook of ours carries on a hidden sheet: its kind, what it is about, and each row as it was written.

By it alone a workbook that comes back is told from any other; it is never guessed from what the sheets look like.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.workbook.book import Book, Sheet

MARK_SHEET = "drillsim"
FORMAT = "1"
_FACT, _FIELD, _ROW = "fact", "field", "row"


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """One row as it was written."""

    key: tuple[str, ...]
    """Names of its subject, as in the files."""
    state: str
    """Digest of what the files said of it."""
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """The hidden sheet's own words."""

    kind: str
    facts: tuple[tuple[str, str], ...] = ()
    sheet: str = ""
    """Name of the sheet with the rows."""
    fields: tuple[tuple[str, str], ...] = ()
    """Name and title of each column, in order; the name is empty where nothing goes back."""
    keys: int = 0
    """Words of a key."""
    rows: tuple[MarkedRow, ...] = field(default=())

    def fact(self, name: str) -> str:
        """Return a fact; empty where it has none of the name."""
        return dict(self.facts).get(name, "")


def digest(*words: str) -> str:
    """A short digest of words."""
    return hashlib.sha256("\0".join(words).encode("utf-8")).hexdigest()[:16]


def mark_rows(mark: Mark) -> Iterator[tuple[str, ...]]:
    """The rows of the hidden sheet."""
    yield (MARK_SHEET, FORMAT, mark.kind, mark.sheet, str(mark.keys))
    for name, value in mark.facts:
        yield (_FACT, name, value)
    for name, title in mark.fields:
        yield (_FIELD, name, title)
    for row in mark.rows:
        yield (_ROW, row.state, *row.key, *row.cells)


def mark_of(book: Book) -> Mark:
    """The mark of a workbook. Raises: InvalidInput `book-unmarked`, or `book-newer` for one of a later version."""
    sheet = book.sheet(MARK_SHEET)
    lines = list(_lines(sheet)) if sheet else []
    if not lines or lines[0][0] != MARK_SHEET or len(lines[0]) < 5:
        raise InvalidInput([Problem(file=book.label, code="book-unmarked")])
    _, form, kind, name, keys = lines[0][:5]
    if form != FORMAT:
        raise InvalidInput([Problem(file=book.label, code="book-newer", facts=facts(format=form[:20]))])
    many = int(keys) if keys in ("0", "1", "2", "3") else 0
    fields = tuple((each[1], each[2]) for each in lines if each[0] == _FIELD)
    rows = tuple(_row(each, many, len(fields)) for each in lines if each[0] == _ROW)
    return Mark(kind, tuple((each[1], each[2]) for each in lines if each[0] == _FACT), name, fields, many, rows)


def _row(line: tuple[str, ...], keys: int, fields: int) -> MarkedRow:
    whole = line + ("",) * (keys + fields)  # empty cells at the end are not there
    end = 2 + keys + fields if fields else None  # without columns of its own a row says itself what its cells are
    return MarkedRow(whole[2 : 2 + keys], whole[1], whole[2 + keys : end])


def _lines(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    """The rows as words, all of one length."""
    width = max((column for _, column in sheet.cells), default=0) + 3
    for _, cells in sheet.rows():
        yield tuple(cells[column].text if column in cells else "" for column in range(1, width + 1))

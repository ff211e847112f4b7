"""The rows of a marked table as they came back: which were changed, in which cell, and what cannot be read.

A row is known again by what it says it is about, wherever it now stands: rows may be sorted, renumbered and moved,
columns too, and others put between.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.workbook.book import Book, Sheet
from drillsim.files.workbook.cells import CellWords, cell_words, plain
from drillsim.files.workbook.mark import Mark, MarkedRow

HEAD_WITHIN = 20
"""Rows from the top among which the head is looked for: people put a title above it."""


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One row of the sheet."""

    sheet: str
    line: int
    columns: Mapping[str, tuple[int, str]]
    """Column number and title of each field."""
    cells: Mapping[str, CellWords]
    """Each field as it is now; an empty one too."""
    written: MarkedRow | None
    """The row as it was written; None for one that was not in the list."""
    before: Mapping[str, str]
    """Each field as it was written."""

    def changed(self, name: str) -> bool:
        """Return whether somebody has changed a field."""
        return self.cells[name].text != cell_words(self.before.get(name, "")).text or bool(self.cells[name].wrong)

    def problem(self, label: str, name: str, code: str, told: tuple[tuple[str, str], ...] = ()) -> Problem:
        """A problem of one cell, named by sheet, row and column; of the row where it has no such column."""
        place = self.columns.get(name)
        where = f"{self.sheet}!{letters(place[0])}{self.line} {place[1]}" if place else f"{self.sheet}!{self.line}"
        return Problem(file=label, line=self.line, field=where, code=code, facts=told)


def letters(column: int) -> str:
    """`AB` of 28."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = ascii_uppercase[rest] + found
    return found


def returned_rows(book: Book, mark: Mark, about: tuple[str, ...]) -> tuple[ReturnedRow, ...]:
    """The rows that hold something, in the order of the sheet. `about` are the fields a row is known by.

    Raises: InvalidInput where the sheet, or a column of it, is gone.
    """
    sheet = _sheet(book, mark)
    head, columns = _head(sheet, mark)
    missing = [title for name, title in mark.fields if name and name not in columns]
    if missing:
        told = facts(titles=", ".join(missing), sheet=sheet.name)
        raise InvalidInput([Problem(file=book.label, line=head, code="book-columns", facts=told)])
    known = _known(mark, about)
    return tuple(_rows(sheet, head, columns, mark, known, about))


def _sheet(book: Book, mark: Mark) -> Sheet:
    """The sheet by its name, else the only one with the same head."""
    named = book.sheet(mark.sheet)
    if named is not None:
        return named
    like = [each for each in book.sheets if not each.hidden and len(_head(each, mark)[1]) == len(mark.fields)]
    if len(like) != 1:
        raise InvalidInput([Problem(file=book.label, code="book-sheet", facts=facts(sheet=mark.sheet))])
    return like[0]


def _head(sheet: Sheet, mark: Mark) -> tuple[int, dict[str, tuple[int, str]]]:
    """Number of the head's row, and column and title of each field: the row among the first with most of them."""
    titles = {plain(title): (name, title) for name, title in mark.fields}
    best: tuple[int, dict[str, tuple[int, str]]] = (0, {})
    for line, cells in sheet.rows():
        if line > HEAD_WITHIN:
            break
        found: dict[str, tuple[int, str]] = {}
        for column, words in cells.items():
            name, title = titles.get(plain(words.text), ("", ""))
            if title:
                found.setdefault(name or title, (column, title))
        best = (line, found) if len(found) > len(best[1]) else best
    return best


def _known(mark: Mark, about: tuple[str, ...]) -> dict[tuple[str, ...], list[MarkedRow]]:
    """The rows as they were written, by what they are about."""
    names = [name for name, _ in mark.fields]
    places = [names.index(each) for each in about if each in names]
    found: dict[tuple[str, ...], list[MarkedRow]] = {}
    for row in mark.rows:
        found.setdefault(tuple(plain(row.cells[place]) for place in places), []).append(row)
    return found


def _rows(
    sheet: Sheet, head: int, columns: Mapping[str, tuple[int, str]], mark: Mark,
    known: Mapping[tuple[str, ...], list[MarkedRow]], about: tuple[str, ...],
) -> Iterator[ReturnedRow]:  # fmt: skip
    names = [name or title for name, title in mark.fields]
    for line, row in sheet.rows():
        cells = {name: row.get(columns[name][0], CellWords()) for name in names if name in columns}
        if line <= head or not any(each.text or each.wrong for each in cells.values()):
            continue
        alike = known.get(tuple(plain(cells[name].text) for name in about), [])
        said = [cells[name].text for name in names if name in cells]
        written = max(alike, key=lambda each: sum(map(str.__eq__, each.cells, said)), default=None)
        before = dict(zip(names, written.cells, strict=False)) if written else {}
        yield ReturnedRow(sheet.name, line, columns, cells, written, before)

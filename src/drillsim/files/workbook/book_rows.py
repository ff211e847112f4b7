"""The rows of a customer's workbook that came back, as words; a column or sheet is known by the name in its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from drillsim.errors import Problem, facts
from drillsim.files.workbook.book import Book, Sheet
from drillsim.files.workbook.cells import CellWords, plain
from drillsim.files.workbook.customer_book import cells_kept
from drillsim.files.workbook.layout import NUMBER, Field, Section
from drillsim.files.workbook.mark import Mark
from drillsim.files.workbook.returned import letters
from drillsim.files.workbook.rows import Words

_NAME = re.compile(r"\(([^()]+)\)$")
HEAD_WITHIN = 10


@dataclass(frozen=True, slots=True)
class BookRow:
    """One row of a sheet that came back."""

    sheet: str
    line: int
    key: tuple[str, ...]
    cells: Mapping[str, Words]
    columns: Mapping[str, tuple[int, str]]
    """Column number and title by the column's name."""

    def problem(self, label: str, column: str, code: str, told: tuple[tuple[str, str], ...] = ()) -> Problem:
        """A problem of one cell, named by sheet, row and column; of the row where it has no such column."""
        place = self.columns.get(column)
        where = f"{self.sheet}!{letters(place[0])}{self.line} {place[1]}" if place else f"{self.sheet}!{self.line}"
        return Problem(file=label, line=self.line, field=where, code=code, facts=told)


@dataclass(slots=True)
class Read:
    """The sheets of a workbook by the name of their section."""

    rows: dict[str, list[BookRow]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_rows(book: Book, wanted: tuple[Section, ...]) -> Read:
    """The rows of every sheet that is there, and what is wrong with single cells."""
    found = Read()
    for section in wanted:
        sheet = next((each for each in book.sheets if _name_of(each) == section.name), None)
        if sheet is not None:
            found.rows[section.name] = list(_rows(book.label, sheet, section, found.problems))
    return found


def _name_of(sheet: Sheet) -> str:
    """The section's name at the end of a sheet's title."""
    return sheet.name.strip().rpartition(" ")[2]


def _head(sheet: Sheet, section: Section) -> tuple[int, dict[str, tuple[int, str]]]:
    known = {*section.keys, *(each.name for each in section.heads)}
    best: tuple[int, dict[str, tuple[int, str]]] = (0, {})
    for line, cells in sheet.rows():
        if line > HEAD_WITHIN:
            break
        found: dict[str, tuple[int, str]] = {}
        for column, words in cells.items():
            title = plain(words.text)
            inside = _NAME.search(title)
            name = inside[1] if inside else title
            if name in known:
                found.setdefault(name, (column, words.text))
        best = (line, found) if len(found) > len(best[1]) else best
    return best


def _rows(label: str, sheet: Sheet, section: Section, problems: list[Problem]) -> Iterator[BookRow]:
    head, columns = _head(sheet, section)
    if not all(each in columns for each in section.keys):
        told = facts(sheet=sheet.name, titles=", ".join(each for each in section.keys if each not in columns))
        problems.append(Problem(file=label, line=1, field=sheet.name, code="book-columns", facts=told))
        return
    told_first: dict[tuple[str, ...], int] = {}
    new = 0
    for line, row in sheet.rows():
        there = {name: row.get(column, CellWords()) for name, (column, _) in columns.items()}
        if line <= head or not any(each.text or each.wrong for each in there.values()):
            continue
        key = tuple(there[each].text for each in section.keys)
        cells = {
            each.key: (there[each.key].text if each.key in there else "", _second(each, there))
            for each in section.columns
            if each.key in there or f"{each.key}:en" in there
        }
        if section.keys[-1] == NUMBER and not key[-1]:
            new += 1
            key = (*key[:-1], f"+{new}")
        found = BookRow(sheet.name, line, key, cells, columns)
        problems += (
            found.problem(label, name, each.wrong, facts(value=each.text)) for name, each in there.items() if each.wrong
        )
        if not all(key):
            missing = section.keys[key.index("")]
            problems.append(found.problem(label, missing, "workbook-no-id"))
        elif key in told_first:
            problems.append(found.problem(label, section.keys[-1], "workbook-id-twice", facts(line=told_first[key])))
        else:
            told_first[key] = line
            yield found


def _second(each: Field, there: Mapping[str, CellWords]) -> str:
    name = f"{each.key}:en"
    return there[name].text if name in there else ""


def known_rows(mark: Mark) -> dict[tuple[str, tuple[str, ...]], dict[str, Words]]:
    """The cells of each row as it was written, by section and key."""
    return {(each.key[0], tuple(part for part in each.key[1:] if part)): cells_kept(each.cells) for each in mark.rows}

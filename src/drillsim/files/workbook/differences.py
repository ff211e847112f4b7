"""A customer's workbook that came back beside one of the files: what was changed in it, as edits of the file.

A cell nobody has touched in the workbook changes nothing, whatever its file says by now. A touched one of which the
file says something else by now than when the workbook was written is a conflict. A row that was there and is gone is
taken out; a sheet that is gone changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Protocol

from drillsim.errors import Problem, facts
from drillsim.files.document import Path, Tree
from drillsim.files.edit import Edit, Insert, Remove, Set
from drillsim.files.workbook.book_rows import BookRow
from drillsim.files.workbook.cell_value import NOTHING, tree_of, words_of
from drillsim.files.workbook.layout import Field, Section
from drillsim.files.workbook.rows import Row, Words, rows_of

What = Literal["changed", "added", "removed"]
Known = Mapping[tuple[str, tuple[str, ...]], Mapping[str, Words]]


class Editable(Protocol):
    """A file that is being edited."""

    @property
    def tree(self) -> Tree: ...

    def edit(self, edit: Edit) -> None: ...


@dataclass(frozen=True, slots=True)
class Change:
    """One row that changes its file."""

    what: What
    section: str
    key: tuple[str, ...]
    line: int
    """Row of the sheet; 0 for one that is gone."""
    fields: tuple[str, ...] = ()


@dataclass(slots=True)
class Differences:
    """The changes of one file, made in it, and what is wrong."""

    file: Editable
    label: str
    """Path of the workbook."""
    known: Known
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    """Sheets whose rows stand in another order than in the file, which is not taken over."""

    def make(self, sections: tuple[Section, ...], rows: Mapping[str, list[BookRow]]) -> None:
        """Make the changes of the sheets of one file: cells first, then rows that are gone, then new ones."""
        there = [each for each in sections if each.name in rows]
        now = {each.name: {row.key: row for row in rows_of(each, self.file.tree)} for each in there}
        for section in there:
            both = [row for row in rows[section.name] if row.key in now[section.name]]
            for row in both:
                self._cells(section, row, now[section.name][row.key])
            stood = [key for key in now[section.name] if key in {row.key for row in both}]
            if section.shape == "list" and stood != [row.key for row in both]:
                self.moved.append(section.name)
        gone = [(each, row) for each in there for row in self._gone(each, rows[each.name], now[each.name])]
        for path in sorted({row.path for _, row in gone}, key=_from_the_end):
            if not any(path[: len(row.path)] == row.path and path != row.path for _, row in gone):
                self.file.edit(Remove(path))
        self.changes += (Change("removed", each.name, row.key, 0) for each, row in gone)
        for section in there:
            below = next((each for each in there if section.child and each.parent == section.key), None)
            for row in rows[section.name]:
                if row.key not in now[section.name]:
                    self._new(section, row, below, rows)

    def _cells(self, section: Section, row: BookRow, now: Row) -> None:
        """Put the changed cells of a row into the file."""
        written = self.known.get((section.name, row.key), now.cells)
        changed = []
        for name, each in {
            "value" if section.shape == "facts" else each.key: each for each in _fields(section, row)
        }.items():
            was, is_, due = (cells.get(name, NOTHING) for cells in (written, now.cells, row.cells))
            if due in (was, is_) or (due := _as_written(each, due)) in (was, is_):
                continue
            if was != is_:
                told = facts(now=is_[0] or "–")
                self.problems.append(row.problem(self.label, name, "workbook-conflict", told))
                continue
            changed.append(name)
            self._put(row, each, now.path if section.shape == "facts" else (*now.path, name), due)
        if changed:
            self.changes.append(Change("changed", section.name, row.key, row.line, tuple(changed)))

    def _put(self, row: BookRow, each: Field, path: Path, words: Words) -> None:
        if words == NOTHING:
            self.file.edit(Remove(path))
            return
        value = self._value(row, each, words)
        if value is None:
            return
        if len(path) > 1 and not _has(self.file.tree, path[:-1]):
            path, value = path[:-1], {str(path[-1]): value}
        self.file.edit(Set(path, value))

    def _value(self, row: BookRow, each: Field, words: Words) -> Tree | None:
        value = tree_of(each, words)
        if isinstance(value, Problem):
            wrong = row.problem(self.label, each.key, value.code, value.facts)
            self.problems.append(replace(wrong, field=wrong.field or each.key))
            return None
        return value

    def _gone(self, section: Section, rows: list[BookRow], now: Mapping[tuple[str, ...], Row]) -> Iterator[Row]:
        """Yield the rows that were written and are not in the sheet any more."""
        if section.shape == "facts":
            return
        there = {each.key for each in rows}
        for key, row in now.items():
            written = self.known.get((section.name, key))
            if key in there or written is None:
                continue
            if dict(written) == dict(row.cells):
                yield row
            else:
                told = facts(id=key[-1])
                self.problems.append(Problem(file=self.label, field=section.name, code="workbook-gone", facts=told))

    def _new(self, section: Section, row: BookRow, below: Section | None, rows: Mapping[str, list[BookRow]]) -> None:
        """Put a new row into the file; the rows of the sheet below that belong to it go with it."""
        said = {name: words for name, words in row.cells.items() if words != NOTHING}
        if self.known.get((section.name, row.key)) == said:
            return  # taken out of the file since, and not touched here
        if section.shape == "facts":
            self.problems.append(row.problem(self.label, section.keys[-1], "workbook-no-field"))
            return
        value = self._record(section, row)
        if below is not None:
            own = [each for each in rows.get(below.name, ()) if each.key[0] == row.key[-1]]
            value[below.key] = [self._record(below, each) for each in own]
        alone = bool(section.alone and row.cells.get(section.alone, NOTHING) != NOTHING)
        if section.parent:
            self._below(section, row, value, rows)
        elif section.shape == "map" or alone:
            path = (section.alone,) if alone else (section.key, row.key[-1])
            if len(path) > 1 and not _has(self.file.tree, path[:1]):
                self.file.edit(Set(path[:1], {row.key[-1]: value}))
            else:
                self.file.edit(Set(path, value))
        else:
            self._insert((section.key,), value, section, row, rows)
        self.changes.append(Change("added", section.name, row.key, row.line))

    def _below(self, section: Section, row: BookRow, value: dict[str, Tree], rows: Mapping[str, list[BookRow]]) -> None:
        """Put a record into the one it belongs to; one that came with it is there already."""
        for path in (*_records(self.file.tree, (section.parent,)), (section.alone,)):
            holder = _at(self.file.tree, path)
            if isinstance(holder, dict) and str(holder.get("id", "")) == row.key[0]:
                if not any(str(each.get(section.id, "")) == row.key[-1] for each in holder.get(section.key, [])):
                    self._insert((*path, section.key), value, section, row, rows)
                return
        self.problems.append(row.problem(self.label, section.keys[0], "workbook-no-parent"))

    def _insert(
        self, path: Path, value: Tree, section: Section, row: BookRow, rows: Mapping[str, list[BookRow]]
    ) -> None:
        """Put a record into a list behind the one that stands before it in the sheet; else at the end."""
        if not _has(self.file.tree, path):
            self.file.edit(Set(path, [value]))
            return
        listed: Any = _at(self.file.tree, path)
        places = {str(each.get(section.id, "")): number for number, each in enumerate(listed)} if section.id else {}
        before = [each for each in rows[section.name] if each.line < row.line and each.key[:-1] == row.key[:-1]]
        behind = next((places[each.key[-1]] + 1 for each in reversed(before) if each.key[-1] in places), None)
        first = 0 if section.id and not before else len(listed)
        self.file.edit(Insert(path, first if behind is None else behind, value))

    def _record(self, section: Section, row: BookRow) -> dict[str, Tree]:
        """Return the record a new row stands for."""
        found: dict[str, Tree] = {section.id: row.key[-1]} if section.id else {}
        for each in section.columns:
            words = row.cells.get(each.key, NOTHING)
            if words != NOTHING and each.key != section.alone:
                value = self._value(row, each, words)
                if value is not None:
                    found[each.key] = value
        return found


def _as_written(each: Field, words: Words) -> Words:
    """Return the words of a cell as an export would write what they mean; as they are where nobody can tell."""
    if words == NOTHING:
        return words
    value = tree_of(each, words)
    return words if isinstance(value, Problem) else words_of(each, value)


def _fields(section: Section, row: BookRow) -> tuple[Field, ...]:
    if section.shape == "facts":
        return tuple(each for each in section.fields if each.key == row.key[-1])
    return tuple(each for each in section.columns if each.key in row.cells and each.key != section.alone)


def _from_the_end(path: Path) -> tuple[tuple[int, str], ...]:
    """Places further behind first, so that none moves before its turn."""
    return tuple((-part, "") if isinstance(part, int) else (0, part) for part in path)


def _records(tree: Tree, path: Path) -> list[Path]:
    node: Any = _at(tree, path)
    return [(*path, number) for number in range(len(node))] if isinstance(node, list) else []


def _at(tree: Tree, path: Path) -> Any:
    node: Any = tree
    for part in path:
        if not _has(node, (part,)):
            return None
        node = node[part]
    return node


def _has(tree: Any, path: Path) -> bool:
    for part in path:
        if isinstance(part, int):
            if not isinstance(tree, list) or part >= len(tree):
                return False
        elif not isinstance(tree, dict) or part not in tree:
            return False
        tree = tree[part]
    return True

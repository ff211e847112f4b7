"""The sheets of a workbook that came back, beside the files they stand for: changes made in them, problems named by
cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from drillsim.errors import InvalidInput, Problem
from drillsim.files import Document, Edit, Tree, apply_to_tree, spliced, undotted
from drillsim.files.workbook import BookRow, Change, Differences, Mark, Read, Section, known_rows, rows_of


@dataclass(slots=True)
class Spliced:
    """A file edited in its text."""

    document: Document

    @property
    def tree(self) -> Tree:
        return self.document.tree

    def edit(self, edit: Edit) -> None:
        self.document = spliced(self.document, [edit])


@dataclass(slots=True)
class Made:
    """A file that is made anew."""

    tree: Tree

    def edit(self, edit: Edit) -> None:
        self.tree = apply_to_tree(self.tree, [edit])


def changes_made(
    files: Mapping[str, Spliced] | Mapping[str, Made], wanted: Iterable[Section], read: Read, mark: Mark, label: str
) -> tuple[list[Change], list[str]]:
    """Make the changes in each file; return them, and the sheets whose rows stand in another order, which is not taken
    over. Raises: InvalidInput."""
    problems, changes, moved, known = list(read.problems), list[Change](), list[str](), known_rows(mark)
    for stem, file in files.items():
        made = Differences(file, label, known)
        made.make(tuple(each for each in wanted if each.file == stem), read.rows)
        problems += made.problems
        changes += made.changes
        moved += made.moved
    if problems:
        raise InvalidInput(problems)
    return changes, moved


@dataclass(frozen=True, slots=True)
class Cells:
    """The way from a place in a file to the cell it came from."""

    label: str
    wanted: tuple[Section, ...]
    read: Read
    trees: Mapping[str, Tree]

    def named(self, problem: Problem) -> Problem:
        """Return a problem of a file as one of its cell; as it is where the workbook has no such cell."""
        only = len(self.trees) == 1
        stem = next(iter(self.trees)) if only else Path(problem.file).name.partition(".")[0]
        tree = self.trees.get(stem)
        if tree is None:
            return replace(problem, file=Path(problem.file).name)
        path = undotted(tree, problem.field)
        missing = problem.field.rpartition(".")[2]
        best: tuple[int, BookRow | None, str] = (-1, None, "")
        for section in self.wanted:
            if section.file != stem:
                continue
            rows = {each.key: each for each in self.read.rows.get(section.name, [])}
            for number, row in enumerate(rows_of(section, tree)):
                of_book = rows.get(row.key) or (None if section.id else _by_place(rows, number))
                if section.shape == "facts":
                    if of_book is not None and f"{problem.field}.".startswith(f"{row.key[0]}."):
                        best = (len(row.path), of_book, "value")
                elif of_book is not None and path[: len(row.path)] == row.path and len(row.path) > best[0]:
                    column = path[len(row.path)] if len(path) > len(row.path) else missing
                    best = (len(row.path), of_book, str(column))
        if best[1] is None:
            return replace(problem, file=self.label, line=0, field=f"{stem}: {problem.field}")
        return best[1].problem(self.label, best[2], problem.code, problem.facts)


def _by_place(rows: Mapping[tuple[str, ...], BookRow], number: int) -> BookRow | None:
    """Return the row of a list without ids by its place in the sheet."""
    found = list(rows.values())
    return found[number] if number < len(found) else None

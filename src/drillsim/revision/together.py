"""Several changes made at once: each was written for the files as they are, so its list positions count before the
others were made.

    together((edits of one, edits of the next, …)) -> edits that make all of them, one after the other

Two changes that want the same thing make it once. Two that want one place in two ways collide, and nobody chooses for
the planner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drillsim.files import Edit, Insert, Path, Remove, Set
from drillsim.revision.recommendation import FileEdit

Edits = tuple[FileEdit, ...]


class Collision(Exception):
    """Two changes want one place in two ways: their positions among the changes, from 0, and the later one's edit."""

    def __init__(self, one: int, other: int, edit: FileEdit) -> None:
        super().__init__(f"changes {one} and {other} at {edit.edit.path} of {edit.file}")
        self.one, self.other, self.edit = one, other, edit


class _Clash(Exception):
    """Two edits that cannot both be made, by the one that comes later."""

    def __init__(self, edit: FileEdit) -> None:
        super().__init__()
        self.edit = edit


def together(changes: Sequence[Edits]) -> Edits:
    """Edits that make all `changes` one after the other, each written for the files as they are before any.

    Raises: Collision for the first two that do not go together.
    """
    made: list[Edits] = []
    for number, change in enumerate(changes):
        due = change
        for earlier, done in enumerate(made):
            try:
                due, _ = _crossed(due, done)
            except _Clash as clash:
                raise Collision(earlier, number, clash.edit) from None
        made.append(due)
    return tuple(edit for each in made for edit in each)


def _crossed(due: Edits, done: Edits) -> tuple[Edits, Edits]:
    """`due` as it reads once `done` is made, and `done` as it reads once `due` is; both are written for the same
    files. The entry of `done` comes first where both put one in at one position."""
    if not due or not done:
        return due, done
    if len(due) > 1:
        first, behind = _crossed(due[:1], done)
        rest, behind = _crossed(due[1:], behind)
        return (*first, *rest), behind
    if len(done) > 1:
        moved, first = _crossed(due, done[:1])
        moved, rest = _crossed(moved, done[1:])
        return moved, (*first, *rest)
    return _moved(due[0], done[0], first=True), _moved(done[0], due[0], first=False)


def _moved(edit: FileEdit, other: FileEdit, *, first: bool) -> Edits:
    """The edit once `other` is made; none where that makes it already. `first`: of two entries at one position that of
    `other` comes first."""
    if edit.file != other.file:
        return (edit,)
    if _replaces(other.edit, edit.edit.path) or _replaces(edit.edit, other.edit.path):
        return tuple(replace(edit, edit=each) for each in _both_replace(edit, other))
    return (replace(edit, edit=_elsewhere(edit.edit, other.edit, first)),) if edit != other else ()


def _elsewhere(edit: Edit, other: Edit, first: bool) -> Edit:
    """The edit where `other` puts in or takes out entries before it."""
    match other:
        case Insert(path, index, _):
            return _shifted(edit, path, index, 1, inclusive=first)
        case Remove(path) if isinstance(path[-1], int):
            return _shifted(edit, path[:-1], path[-1], -1, inclusive=False)
    return edit


def _replaces(edit: Edit, path: Path) -> bool:
    """Return whether `edit` exchanges or takes away what stands at `path`, or something around it."""
    return isinstance(edit, Set | Remove) and path[: len(edit.path)] == edit.path


def _both_replace(edit: FileEdit, other: FileEdit) -> list[Edit]:
    """Nothing where both say the same; two sections that are both new, with entries of their own, become one."""
    if edit == other:
        return []
    mine, theirs = edit.edit, other.edit
    if isinstance(mine, Set) and isinstance(theirs, Set) and mine.path == theirs.path:
        own, known = mine.value, theirs.value
        if isinstance(own, dict) and isinstance(known, dict) and not own.keys() & known.keys():
            return [Set((*mine.path, key), value) for key, value in own.items()]
    raise _Clash(edit)


def _shifted(edit: Edit, path: Path, index: int, by: int, *, inclusive: bool) -> Edit:
    """The edit after entry `index` of the list at `path` has come or gone; `inclusive`: an insertion at that very
    position moves as well."""
    if isinstance(edit, Insert) and edit.path == path:
        moves = edit.index > index or (inclusive and edit.index == index)
        return replace(edit, index=edit.index + by) if moves else edit
    own = edit.path[len(path)] if len(edit.path) > len(path) and edit.path[: len(path)] == path else None
    if not isinstance(own, int) or own < index:
        return edit
    return replace(edit, path=(*path, own + by, *edit.path[len(path) + 1 :]))

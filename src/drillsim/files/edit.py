"""Structured changes of a file, made twice: to what it says, and as a splice to its text.

    load(spliced(file, edits).text) == spliced(file, edits).tree == apply_to_tree(file.tree, edits)

Every byte outside a change stays as it was: comments, quotes, CRLF, byte order mark, alignment. New block text takes
the indentation around it. An edit never renames an id: it can change what a thing is, not what it is called.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from drillsim.files.document import Document, Path, Tree
from drillsim.files.reread import read_again
from drillsim.files.splice import splice_insert, splice_remove, splice_set


class EditError(ValueError):
    """An edit that does not fit the file, or would rename an id: a fault of whoever made it, never of the planner."""


@dataclass(frozen=True, slots=True)
class Set:
    """The value at `path`, replaced; a key that is not there yet is added behind its neighbours."""

    path: Path
    value: Tree


@dataclass(frozen=True, slots=True)
class Insert:
    """One more entry of the list at `path`, before position `index`; the length of the list puts it last."""

    path: Path
    index: int
    value: Tree


@dataclass(frozen=True, slots=True)
class Append:
    """One more entry at the end of the list at `path`."""

    path: Path
    value: Tree


@dataclass(frozen=True, slots=True)
class Remove:
    """The entry at `path`, key and all, left out."""

    path: Path


Edit = Set | Insert | Append | Remove


def apply_to_tree(tree: Tree, edits: Iterable[Edit]) -> Tree:
    """A copy of `tree` with `edits` made in order. Raises: EditError."""
    changed = copy.deepcopy(tree)
    for edit in edits:
        changed = _applied(changed, edit)
    return changed


def spliced(document: Document, edits: Iterable[Edit]) -> Document:
    """`document`, a file without a problem, with `edits` spliced into its text, in order, as it reads now: what each
    splice says has been held against the edited tree. A value no edit touches is the same object in both trees.

    Raises: EditError.
    """
    for edit in edits:
        document = _spliced(document, edit)
    return document


def at(tree: Tree, path: Path) -> Tree:
    """Return the value at `path`. Raises: EditError when there is none."""
    node = tree
    for part in path:
        if not _has(node, part):
            raise EditError(f"nothing at {path}")
        node = node[part]  # type: ignore[index]
    return node


def _applied(tree: Tree, edit: Edit) -> Tree:
    match edit:
        case Set(path, value):
            return _set(tree, path, copy.deepcopy(value))
        case Insert(path, index, value):
            _list(tree, path, index).insert(index, copy.deepcopy(value))
        case Append(path, value):
            _list(tree, path, 0).append(copy.deepcopy(value))
        case Remove(path):
            _remove(tree, path)
    return tree


def _set(tree: Tree, path: Path, value: Tree) -> Tree:
    if not path:
        raise EditError("a file is not replaced as a whole")
    holder, last = at(tree, path[:-1]), path[-1]
    if isinstance(holder, dict) and isinstance(last, str):
        _refuse_new_name(holder, last, value)
        holder[last] = value
    elif isinstance(holder, list) and isinstance(last, int) and _has(holder, last):
        _refuse_other_thing(holder[last], value)
        holder[last] = value
    else:
        raise EditError(f"no place for a value at {path}")
    return tree


def _refuse_new_name(holder: dict[str, Tree], key: str, value: Tree) -> None:
    if (
        key in ("id", "name")
        and key in holder
        and isinstance(holder[key], str)
        and _is_row(holder)
        and holder[key] != value
    ):
        raise EditError(f"an edit does not rename an id: {holder[key]!r}")
    if key in holder:
        _refuse_other_thing(holder[key], value)


def _is_row(holder: dict[str, Tree]) -> bool:
    """A name is an id only in a row of the network; there it stands beside electrical figures, not beside an id."""
    return "id" in holder or any(key in holder for key in ("vn_kv", "bus", "hv_bus", "from_bus"))


def _refuse_other_thing(old: Tree, new: Tree) -> None:
    if isinstance(old, dict) and "id" in old and (not isinstance(new, dict) or new.get("id") != old["id"]):
        raise EditError(f"an edit does not rename an id: {old['id']!r}")


def _list(tree: Tree, path: Path, index: int) -> list[Tree]:
    node = at(tree, path)
    if not isinstance(node, list) or not 0 <= index <= len(node):
        raise EditError(f"no list position {index} at {path}")
    return node


def _remove(tree: Tree, path: Path) -> None:
    if not path:
        raise EditError("a file is not removed as a whole")
    at(tree, path)
    holder = at(tree, path[:-1])
    del holder[path[-1]]  # type: ignore[arg-type, union-attr]


def _has(node: Tree, part: str | int) -> bool:
    if isinstance(part, int):
        return isinstance(node, list) and 0 <= part < len(node)
    return isinstance(node, dict) and part in node


def _spliced(document: Document, edit: Edit) -> Document:
    due = _applied(_opened(document.tree, edit.path), edit)
    match edit:
        case Set(path, value):
            cuts = splice_set(document, path, value)
        case Insert(path, index, value):
            cuts = splice_insert(document, path, index, value)
        case Append(path, value):
            cuts = splice_insert(document, path, len(cast("list[Tree]", at(document.tree, path))), value)
        case Remove(path):
            cuts = splice_remove(document, path)
    holder = edit.path if edit.path in document.places and not isinstance(edit, Remove) else edit.path[:-1]
    after, wrong = read_again(document, holder, cuts)
    if wrong:
        raise EditError(f"{edit} would make the file unreadable: {wrong[0].code}")
    assert after.tree == due, f"spliced wrongly: {edit}"
    return after


def _opened(tree: Any, path: Path) -> Tree:
    """`tree` with copies of all that stands on the way to `path`, as far as it exists; the rest is shared."""
    if isinstance(tree, str):
        return tree
    opened = tree.copy()
    if path and _has(tree, path[0]):
        opened[path[0]] = _opened(tree[path[0]], path[1:])
    return opened  # type: ignore[no-any-return]

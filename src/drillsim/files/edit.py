"""Structured changes of a file, made twice: to what it says, and as a splice to its text.

    load(apply_to_text(text, edits)) == apply_to_tree(load(text), edits)

Every byte outside a change stays as it was: comments, quotes, CRLF, byte order mark, alignment. New block text takes
the indentation around it. An edit never renames an id: it can change what a thing is, not what it is called.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from drillsim.errors import Problem
from drillsim.files.document import Document, Path, Tree
from drillsim.files.splice import Cut, splice_insert, splice_remove, splice_set
from drillsim.files.yaml_tree import read_tree


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


def apply_to_text(text: str, edits: Iterable[Edit]) -> str:
    """`text` with `edits` spliced in, in order. Raises: EditError, also for a text that is not a clean file."""
    for edit in edits:
        text = _spliced(text, edit)
    return text


def spliced(text: str, edits: Iterable[Edit]) -> Document:
    """As `apply_to_text`, read again: what each splice says has been held against the edited tree."""
    return _read(apply_to_text(text, edits))[0]


def at(tree: Tree, path: Path) -> Tree:
    """What stands at `path`. Raises: EditError when nothing does."""
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


def _spliced(text: str, edit: Edit) -> str:
    document, problems = _read(text)
    if problems:
        raise EditError(f"the text is not a clean file: {problems[0].code}")
    due = _applied(copy.deepcopy(document.tree), edit)
    match edit:
        case Set(path, value):
            cuts = splice_set(document, path, value)
        case Insert(path, index, value):
            cuts = splice_insert(document, path, index, value)
        case Append(path, value):
            cuts = splice_insert(document, path, len(cast("list[Tree]", at(document.tree, path))), value)
        case Remove(path):
            cuts = splice_remove(document, path)
    changed = _cut(text, cuts)
    after, wrong = _read(changed)
    if wrong:
        raise EditError(f"{edit} would make the file unreadable: {wrong[0].code}")
    assert after.tree == due, f"spliced wrongly: {edit}"
    return changed


@lru_cache(maxsize=8)
def _read(text: str) -> tuple[Document, tuple[Problem, ...]]:
    """The text as read; a plan is edited in many ways one after the other, and nobody changes the tree."""
    return read_tree(text, "")


def _cut(text: str, cuts: tuple[Cut, ...]) -> str:
    for start, end, new in sorted(cuts, reverse=True):
        text = text[:start] + new + text[end:]
    return text

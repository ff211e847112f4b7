"""New cards and steps of changes that were made apart: each gets an id of its own, so that the changes can be made
together.

Proposals are made one at a time, so two of them may call their new steps alike. An id is exchanged wherever the edits
of its change name it. A step that both bring word for word at one place is one step, and is brought once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from string import ascii_lowercase

from drillsim.files import Remove, Tree
from drillsim.revision.recommendation import FileEdit, Recommendation
from drillsim.schema import Compiled, kinds


def ids_of(dossier: Compiled) -> frozenset[str]:
    """Return every id of the customer's files, steps included."""
    return frozenset(kinds(dossier)) | {step.id for _, step in dossier.plan.steps()}


def with_own_ids(changes: Sequence[Recommendation], taken: Iterable[str]) -> tuple[Recommendation, ...]:
    """The changes, no two of which bring different cards or steps of one id; `taken` are the ids there are. The first
    keeps its own."""
    known = frozenset(taken)
    used = set(known)
    brought: dict[str, FileEdit] = {}
    found = []
    for change in changes:
        names: dict[str, str] = {}
        for name, edit in _brought_by(change).items():
            if name not in known:
                names[name] = name if name not in used or brought.get(name) == edit else _free(name, used)
                used.add(names[name])
                brought.setdefault(name, edit)
        found.append(_renamed(change, names) if any(old != name for old, name in names.items()) else change)
    return tuple(found)


def _brought_by(change: Recommendation) -> dict[str, FileEdit]:
    """Return the ids of the cards and steps its edits write, each with the first edit that does."""
    found: dict[str, FileEdit] = {}
    for each in change.edits:
        for name in () if isinstance(each.edit, Remove) else _ids_in(each.edit.value):
            found.setdefault(name, each)
    return found


def _ids_in(value: Tree) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(name := value.get("id"), str) and ("do" in value or "steps" in value):
            yield name
        for each in value.values():
            yield from _ids_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from _ids_in(each)


def _free(name: str, used: set[str]) -> str:
    """Return a name that is free: letters behind the number of a step (`S01a`), a number behind any other name."""
    stem = name.rstrip(ascii_lowercase)
    if not stem[-1:].isdigit():
        return next(free for number in count(2) if (free := f"{name}-{number}") not in used)
    letters = (f"{first}{second}" for first in ("", *ascii_lowercase) for second in ascii_lowercase)
    return next(free for each in letters if (free := f"{stem}{each}") not in used)


def _renamed(change: Recommendation, names: dict[str, str]) -> Recommendation:
    steps = tuple(names.get(each, each) for each in change.steps)
    return replace(change, steps=steps, edits=tuple(_edit(each, names) for each in change.edits))


def _edit(each: FileEdit, names: dict[str, str]) -> FileEdit:
    edit = each.edit
    if isinstance(edit, Remove):
        return each
    return replace(each, edit=replace(edit, value=_value(edit.value, names)))


def _value(value: Tree, names: dict[str, str]) -> Tree:
    if isinstance(value, dict):
        return {key: _value(each, names) for key, each in value.items()}
    if isinstance(value, list):
        return [_value(each, names) for each in value]
    return names.get(value, value)

"""A tree as a typed value, or every problem with its line.

pydantic finds what is wrong; where it stands and what to call it is decided here. A pydantic sentence never leaves
this module: an error no table knows becomes `not-understood`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from drillsim.errors import Problem, facts
from drillsim.files import full_width
from drillsim.files.document import LIMIT_PROBLEMS, Document, Path, Tree, dotted
from drillsim.files.model_shape import keys_of, kinds_of, models_at
from drillsim.files.repeats import told_once
from drillsim.units import comma_mends

M = TypeVar("M", bound=BaseModel)
Facts = tuple[tuple[str, str], ...]

_LONGEST = 80
_FREE_TEXT_CODES = frozenset({"text-too-long", "unknown-key", "missing-key"})
"""Problems that full-width characters do not explain."""
_OF_NUMBERS = frozenset({"number", "whole-number", "duration-not-understood"})
"""Problems of a number, in which a full-width comma is meant as a point."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """The place of an error in the tree. `labels` are the union members on the way, each with the path it hangs at."""

    path: Path
    missing: str | int | None
    labels: tuple[tuple[Path, str], ...]
    is_key: bool


def validate(model: type[M], document: Document, label: str) -> tuple[M | None, tuple[Problem, ...]]:
    """The value of `document` as `model`, or None and every problem. `label` is the file's name in the problems.

    Keys missing from a tree that a syntax error cut short are no problem.
    """
    try:
        return model.model_validate(document.tree, by_alias=True, by_name=False), ()
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
    spots = [(each, _spot(document.tree, each["loc"])) for each in errors]
    members = _members(spot for _, spot in spots)
    chosen = ((each, spot) for each, spot in spots if _is_chosen(spot, members, document.tree))
    problems = (_problem(model, each, spot, document, label) for each, spot in chosen if _is_due(each, spot, document))
    return None, capped(problems, label)


def capped(problems: Iterable[Problem], label: str) -> tuple[Problem, ...]:
    """`problems` without repetition; a file with hundreds of them is told the first and that there are more."""
    found = told_once(dict.fromkeys(problems))
    if len(found) <= LIMIT_PROBLEMS:
        return found
    rest = Problem(file=label, line=1, code="too-many-problems", facts=facts(n=LIMIT_PROBLEMS))
    return (*found[:LIMIT_PROBLEMS], rest)


def _spot(tree: Tree, location: tuple[str | int, ...]) -> _Spot:
    """Follows `location` down the tree; parts that are not in it are union labels, or at the end a missing key."""
    node: Tree = tree
    path: Path = ()
    labels: list[tuple[Path, str]] = []
    for position, part in enumerate(location):
        last = position == len(location) - 1
        if part == "[key]":
            return _Spot(path, None, tuple(labels), True)
        if isinstance(node, str) and not _is_label(part):
            continue  # one id stands for a list of one, a name for a mapping
        if _holds(node, part):
            node, path = _at(node, (part,)), (*path, part)
        elif last and not _is_label(part):
            return _Spot(path, part, tuple(labels), False)
        else:
            labels.append((path, str(part)))
    return _Spot(path, None, tuple(labels), False)


def _holds(node: Tree, part: str | int) -> bool:
    if isinstance(part, int):
        return isinstance(node, list) and part < len(node)
    return isinstance(node, dict) and part in node


def _is_label(part: str | int) -> bool:
    return isinstance(part, str) and (part[:1].isupper() or "[" in part or "(" in part)


def _at(tree: Tree, path: Path) -> Tree:
    node: Any = tree
    for part in path:
        node = node[part]
    return node  # type: ignore[no-any-return]


def _members(spots: Iterable[_Spot]) -> dict[Path, list[str]]:
    """The members of each union that complain, by where the union stands."""
    members: dict[Path, list[str]] = {}
    for spot in spots:
        for path, label in spot.labels:
            members.setdefault(path, []).append(label)
    return members


def _is_chosen(spot: _Spot, members: dict[Path, list[str]], tree: Tree) -> bool:
    """Return whether the error belongs to the member of each union that fits what the planner wrote; the others' errors
    are noise."""
    for path, label in spot.labels:
        rivals = members[path]
        wanted = [each for each in rivals if each.isidentifier() == isinstance(_at(tree, path), dict)] or rivals
        if label not in wanted:
            return False
    return True


def _is_due(error: Any, spot: _Spot, document: Document) -> bool:
    """Not about something a problem already names, nor about what a cut-off tree could not hold, nor about the length
    of a list that is long enough but for its wrong entries."""
    if error["type"] == "too_short" and error["ctx"]["min_length"] <= len(_at(document.tree, spot.path)):
        return False
    if any(spot.path[: len(each)] == each for each in document.spoiled if each and document.complete):
        return False
    if document.complete:
        return () not in document.spoiled or error["type"] != "missing"
    return spot.path not in document.spoiled and error["type"] != "missing"


def _problem(model: type[BaseModel], error: Any, spot: _Spot, document: Document, label: str) -> Problem:
    code, told = _say(model, error, spot, document.tree)
    if code == "text" or (error["type"] == "drillsim" and dict(told).get("value", "")[:1] in ("[", "{")):
        code, told = "expected-text", facts(found=_shown(_at(document.tree, spot.path)))
    path = _nearest(spot.path, told, document.tree)
    wide = _full_width(code, path, document.tree)
    if wide:
        code, told = "full-width", wide
    line = document.line_of(path)
    field = dotted(path if spot.missing is None else (*path, spot.missing))
    if code == "unknown-key" or spot.missing is not None or spot.is_key or path not in document.places:
        return Problem(file=label, line=line, field=field, code=code, facts=told)
    place = document.places[path]
    return Problem(file=label, line=place.value.line if isinstance(_at(document.tree, path), str) else line,
                   field=field, code=code, facts=told)  # fmt: skip


def _nearest(path: Path, told: Facts, tree: Tree) -> Path:
    """A quantity written as a mapping is one value to its type; the line wanted is that of the part that is wrong."""
    node, value = _at(tree, path), dict(told).get("value")
    if isinstance(node, dict) and value:
        return next(((*path, key) for key, each in node.items() if each == value), path)
    return path


def _full_width(code: str, path: Path, tree: Tree) -> Facts | None:
    node = _at(tree, path)
    if code in _FREE_TEXT_CODES or not isinstance(node, str) or not full_width.has_wide(node):
        return None
    structure = code == "id" or code.startswith("expected-")
    mend = full_width.structure_mended(node).strip("\"'") if structure else full_width.mended(node)
    mend = mend if code not in _OF_NUMBERS else next(iter(comma_mends(mend)), mend)
    if code == "id" and not re.fullmatch(r"[\w\-., :\[\]{}]+", mend):
        return None
    return facts(value=node[:_LONGEST], mend=mend[:_LONGEST])


def _say(model: type[BaseModel], error: Any, spot: _Spot, tree: Tree) -> tuple[str, Facts]:
    """Code and facts of one error."""
    kind = error["type"]
    context: dict[str, Any] = error.get("ctx") or {}
    if kind == "drillsim":
        return context["code"], facts(**{name: value for name, value in context.items() if name != "code"})
    if kind in _SAY:
        return _SAY[kind](model, error, spot, tree)
    return "not-understood", facts(value=_shown(_at(tree, spot.path)))


def _missing(model: type[BaseModel], error: Any, spot: _Spot, tree: Tree) -> tuple[str, Facts]:
    if isinstance(spot.missing, int):
        return "list-too-short", facts(least=spot.missing + 1)
    return "missing-key", facts(key=spot.missing)


def _unknown(model: type[BaseModel], error: Any, spot: _Spot, tree: Tree) -> tuple[str, Facts]:
    key = str(error["loc"][-1])
    allowed = keys_of(models_at(model, error["loc"][:-1]))
    there = _at(tree, spot.path[:-1])
    near = get_close_matches(full_width.mended(key).lower(), [each for each in allowed if each not in there], 1, 0.6)
    return "unknown-key", facts(key=key, near=near[0] if near else "none", allowed=", ".join(allowed))


def _not_allowed(model: type[BaseModel], error: Any, spot: _Spot, tree: Tree) -> tuple[str, Facts]:
    allowed = re.findall(r"'([^']*)'", error["ctx"]["expected"])
    return _one_of(_at(tree, spot.path), allowed)


def _wrong_kind(model: type[BaseModel], error: Any, spot: _Spot, tree: Tree) -> tuple[str, Facts]:
    allowed = re.findall(r"'([^']*)'", error["ctx"]["expected_tags"])
    return _one_of(error["ctx"]["tag"], allowed)


def _one_of(value: Tree, allowed: list[str]) -> tuple[str, Facts]:
    shown = _shown(value)
    near = get_close_matches(shown, allowed, 1, 0.6)
    return "not-allowed", facts(value=shown, near=near[0] if near else "none", allowed=", ".join(allowed))


def _kind_missing(model: type[BaseModel], error: Any, spot: _Spot, tree: Tree) -> tuple[str, Facts]:
    key = error["ctx"]["discriminator"].strip("'")
    return "kind-missing", facts(key=key, allowed=", ".join(kinds_of(models_at(model, error["loc"]), key)))


def _mapping_due(model: type[BaseModel], error: Any, spot: _Spot, tree: Tree) -> tuple[str, Facts]:
    keys = keys_of(models_at(model, error["loc"]))
    found = _shown(_at(tree, spot.path))
    return (
        ("expected-mapping", facts(found=found, keys=", ".join(keys)))
        if keys
        else ("expected-entries", facts(found=found))
    )


def _list_due(model: type[BaseModel], error: Any, spot: _Spot, tree: Tree) -> tuple[str, Facts]:
    return "expected-list", facts(found=_shown(_at(tree, spot.path)))


def _bound(code: str, name: str) -> Callable[..., tuple[str, Facts]]:
    def say(model: type[BaseModel], error: Any, spot: _Spot, tree: Tree) -> tuple[str, Facts]:
        limit = error["ctx"][name]
        if spot.path == ("format",):
            return "format-unknown", facts(value=_shown(_at(tree, spot.path)))
        return code, facts(value=_shown(_at(tree, spot.path)), limit=f"{limit:g}")

    return say


def _length(code: str, name: str) -> Callable[..., tuple[str, Facts]]:
    def say(model: type[BaseModel], error: Any, spot: _Spot, tree: Tree) -> tuple[str, Facts]:
        return code, facts(**{"least" if code == "list-too-short" else "most": error["ctx"][name]})

    return say


_SAY: dict[str, Callable[..., tuple[str, Facts]]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _not_allowed,
    "union_tag_invalid": _wrong_kind,
    "union_tag_not_found": _kind_missing,
    "model_type": _mapping_due,
    "model_attributes_type": _mapping_due,
    "dict_type": _mapping_due,
    "tuple_type": _list_due,
    "list_type": _list_due,
    "greater_than": _bound("must-exceed", "gt"),
    "greater_than_equal": _bound("at-least", "ge"),
    "less_than": _bound("must-stay-below", "lt"),
    "less_than_equal": _bound("at-most", "le"),
    "too_short": _length("list-too-short", "min_length"),
    "too_long": _length("list-too-long", "max_length"),
}
"""Code in the catalogue of each of pydantic's error types."""


def _shown(value: Tree) -> str:
    """A value as a message quotes it; lists and mappings by their shape."""
    if isinstance(value, str):
        return value[:_LONGEST]
    return "[…]" if isinstance(value, list) else "{…}"

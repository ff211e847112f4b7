"""Whatever stands in site.yaml, plan.yaml and customer.yaml, spoilt without knowing what it means: a figure many times
as large or as small, a truth turned, a row of a list or a key left out, an id exchanged for another of its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from drillsim.files.folder import read_customer
from drillsim.files.shipped import shipped_root
from drillsim.schema.kinds import kinds
from helpers.blind.change import Edit, Operator, Path, Spoiled, Trees

TIMES = 20
_FIGURE = re.compile(r"(\d+(?:\.\d+)?)( (?:ms|s|min|h|d))?")
_PAPER = (
    "name", "text", "title", "source", "takes_source", "clause", "label", "reason", "drills", "issues", "tests",
    "documents", "id", "format", "version", "languages", "what", "costs", "indices", "parking", "date",
)  # fmt: skip
"""Keys that are no part of the plant or of what is done: words for people, papers, records."""
Spoil = Callable[[Path, Any], Any]
GONE = object()


def _leaves(tree: Any, path: Path = (), owners: tuple[str, ...] = ()) -> Iterator[tuple[Path, Any, tuple[str, ...]]]:
    """Every value below, lists and tables too, its path, and the ids of the things it belongs to."""
    rows = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in rows:
        if key in _PAPER:
            continue
        own = (str(value["id"]),) if isinstance(value, dict) and "id" in value else ()
        mine = (*owners, str(key), *own)
        yield (*path, key), value, (*mine, *_ids(value))
        yield from _leaves(value, (*path, key), mine)


def _ids(value: Any) -> tuple[str, ...]:
    """Return the ids a value names, itself a word or a short list of words."""
    if isinstance(value, str):
        return (value,)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


@cache
def _kinds(folder: str) -> dict[str, str]:
    found, problems = read_customer(shipped_root() / "plans" / folder)
    assert found is not None, problems
    return kinds(found.dossier)


def _everywhere(what: str, spoilt: Spoil) -> Operator:
    def operator(trees: Trees) -> Iterator[Spoiled]:
        for file in ("site", "plan", "customer"):
            for path, value, names in _leaves(getattr(trees, file)):
                new = spoilt((trees.folder, *path), value)
                if new is not None:
                    edit = Edit(file, path, None if new is GONE else new)
                    place = ".".join(map(str, path))
                    yield Spoiled(f"{file} {place} {what}: {_short(new)}", names, (edit,))

    return operator


def _short(new: Any) -> str:
    return "" if new is GONE else str(new)[:40]


def _scaled(factor: float) -> Spoil:
    def spoilt(path: Path, value: Any) -> Any:
        found = _FIGURE.fullmatch(value) if isinstance(value, str) else None
        if found is None or float(found[1]) == 0 or value in _kinds(str(path[0])):
            return None
        number = float(found[1]) * factor
        return f"{round(number) if number >= 1 else number:g}{found[2] or ''}" if number < 1e6 else None

    return spoilt


def _turned(path: Path, value: Any) -> Any:
    return {"true": "false", "false": "true"}.get(value) if isinstance(value, str) else None


def _left_out(path: Path, value: Any) -> Any:
    return GONE if len(path) > 3 else None


def _exchanged(path: Path, value: Any) -> Any:
    known = _kinds(str(path[0]))
    if not isinstance(value, str) or value not in known:
        return None
    same = [name for name, kind in known.items() if kind == known[value]]
    return same[(same.index(value) + 1) % len(same)] if len(same) > 1 else None


OPERATORS: dict[str, Operator] = {
    f"any figure × {TIMES}": _everywhere(f"× {TIMES}", _scaled(TIMES)),
    f"any figure ÷ {TIMES}": _everywhere(f"÷ {TIMES}", _scaled(1 / TIMES)),
    "any truth turned": _everywhere("turned", _turned),
    "any key or row goes": _everywhere("goes", _left_out),
    "any id exchanged": _everywhere("exchanged", _exchanged),
}
"""By name."""

"""Figures of a customer's files that somebody still has to confirm: those whose source says that they are assumed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.files.document import Document, Path, Tree
from drillsim.files.folder import CustomerFolder

_SAYS_SO = re.compile(r"assum|unverif|estimat|假定|假设|估计|未核|待核", re.IGNORECASE)
_SOURCE = "source"
_NO_FIGURE = ("label", "name", "title", "text", "place", "id")
"""Keys beside a source that hold no figure it could be the source of."""
MOST_FIGURES = 6
DEEPEST_ID = 3
"""Levels from the top at which a key is still somebody's id."""


@dataclass(frozen=True, slots=True)
class AssumedFigure:
    """One or several figures with one source."""

    file: str
    line: int
    of: str
    """Id of the nearest thing they belong to; empty where that has none."""
    figures: str
    """The figures as they are written in the file."""
    source: str


def assumed_figures(folder: CustomerFolder) -> tuple[AssumedFigure, ...]:
    """Return them in the order of the files; none of a network in pandapower's own format, whose lines say nothing."""
    return tuple(
        each
        for file in folder.files
        if file.document is not None and file.name.endswith(".yaml")
        for each in _in(file.name, file.document, file.document.tree, (), "")
    )


def _in(file: str, document: Document, tree: Tree, path: Path, of: str) -> Iterator[AssumedFigure]:
    if isinstance(tree, list):
        for number, each in enumerate(tree):
            yield from _in(file, document, each, (*path, number), of)
    if not isinstance(tree, dict):
        return
    own = tree.get("name" if file.startswith("network") else "id")
    of = own if isinstance(own, str) and path else of
    for key, value in tree.items():
        if isinstance(value, str) and (key == _SOURCE or key.endswith(f"_{_SOURCE}")) and _SAYS_SO.search(value):
            line = document.places[*path, key].line
            yield AssumedFigure(file, line, of, _figures(document, tree, path, key), value)
        else:
            inner = key if isinstance(value, dict) and len(path) < DEEPEST_ID else of
            yield from _in(file, document, value, (*path, key), inner)


def _figures(document: Document, tree: dict[str, Tree], path: Path, source: str) -> str:
    """Return what the source is of: the key it is named after, or everything beside it that holds a figure."""
    named = source.removesuffix(_SOURCE).removesuffix("_")
    keys = [named] if named in tree else [key for key in tree if key not in _NO_FIGURE and not key.endswith(_SOURCE)]
    said = {key: _written(document, (*path, key)) for key in keys}
    found = [f"{key}: {words}" for key, words in said.items() if re.search(r"\d", words)]
    return "; ".join(found[:MOST_FIGURES])


def _written(document: Document, path: Path) -> str:
    mark = document.places[path].value
    return " ".join(document.text[mark.start : mark.end].split())

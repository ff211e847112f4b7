"""A clean file changed within one entry, read again: of its text only the lines of that entry.

An entry of a block that begins its own line owns the lines up to the next entry that does, of its block or of one
around it. Such lines can be read alone. The text before them is as it was, and so is the word or dash they begin with:
the parser comes to them as it did before. The text behind them begins no deeper than they do, which ends whatever is
open in them, as the end of a text does. Only `...` and `---` at the start of a line would end more. Lines that do not
read alone as one entry without a problem prove nothing: then the whole text is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from drillsim.errors import Problem
from drillsim.files.document import LIMIT_DEPTH, Document, Mark, Path, Place, Tree
from drillsim.files.source import BOM
from drillsim.files.splice import Cut
from drillsim.files.yaml_tree import LIMIT_VALUES, read_tree

_MARKER = re.compile(r"^(\.\.\.|---)", re.MULTILINE)


def read_again(before: Document, path: Path, cuts: tuple[Cut, ...]) -> tuple[Document, tuple[Problem, ...]]:
    """The text of `before`, a clean file, with `cuts` made inside the value at `path`; and what is wrong with it."""
    text = before.text
    for start, end, new in sorted(cuts, reverse=True):
        text = text[:start] + new + text[end:]
    entry = _entry_around(before, path, cuts)
    return (entry and _read_alone(before, entry, text)) or read_tree(text, "")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a block and its lines, `[start, end)` of the text; the number of the first."""

    path: Path
    start: int
    end: int
    line: int


def _entry_around(document: Document, path: Path, cuts: tuple[Cut, ...]) -> _Entry | None:
    """The innermost entry at or around `path` whose lines hold the cuts and can be read alone."""
    while path:
        start = _line_start(document, path)
        end = _line_behind(document, path) if start is not None else None
        if start is not None and end is not None and all(start <= a and b <= end for a, b, _ in cuts):
            return _Entry(path, start, end, document.places[path].line)
        path = path[:-1]
    return None


def _line_start(document: Document, path: Path) -> int | None:
    """Return the start of the line that the entry at `path` begins; None where it is in no block, or does not begin a
    line."""
    place = document.places[path]
    if document.places[path[:-1]].style != "block":
        return None
    first = (place.key or place.value).start
    line = document.text.rfind("\n", 0, first) + 1
    ahead = document.text[line:first].strip(" " + BOM)
    return line if ahead == ("" if place.key else "-") else None


def _line_behind(document: Document, path: Path) -> int | None:
    """Return the start of the line of the next entry, of the block that `path` is in or of one around; the end of the
    text behind the last. None where that entry does not begin a line."""
    while path:
        holder: Any = _at(document.tree, path[:-1])
        names = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        following = names.index(path[-1]) + 1
        if following < len(names):
            return _line_start(document, (*path[:-1], names[following]))
        path = path[:-1]
    return len(document.text)


def _read_alone(before: Document, entry: _Entry, text: str) -> tuple[Document, tuple[Problem, ...]] | None:
    """`text` with the lines of the entry alone read; None where the whole is to be read."""
    longer = len(text) - len(before.text)
    words = text[entry.start : entry.end + longer]
    read, wrong = read_tree(words, "")
    depth, name = len(entry.path) - 1, entry.path[-1]
    alone = (0,) if isinstance(name, int) else (name,)
    tree: Any = read.tree
    if (
        wrong
        or _MARKER.search(words)
        or len(tree) != 1
        or isinstance(tree, list) != isinstance(name, int)
        or alone not in read.places
        or max(map(len, read.places)) + depth >= LIMIT_DEPTH
        or len(text) > LIMIT_VALUES  # each takes a character at least
    ):
        return None
    more_lines = words.count("\n") - before.text.count("\n", entry.start, entry.end)
    inside = {
        (*entry.path, *path[1:]): _moved(place, entry.line - 1, entry.start)
        for path, place in read.places.items()
        if path
    }
    places = _Places(before.places, entry, inside, more_lines, longer)
    return Document(text, _with(before.tree, entry.path, tree[alone[0]]), places), ()


class _Places(Mapping[Path, Place]):
    """The positions of things after one entry has changed: worked out when asked."""

    def __init__(
        self, before: Mapping[Path, Place], entry: _Entry, inside: dict[Path, Place], lines: int, longer: int
    ) -> None:
        self._before, self._entry, self._inside = before, entry, inside
        self._lines, self._longer = lines, longer

    def __getitem__(self, path: Path) -> Place:
        entry = self._entry
        if path[: len(entry.path)] == entry.path:
            return self._inside[path]
        place = self._before[path]
        if place.value.start >= entry.end:
            return _moved(place, self._lines, self._longer)
        if path != entry.path[: len(path)]:
            return place
        last = place.value.end <= entry.end
        end = self._inside[entry.path].value.end if last else place.value.end + self._longer
        return place._replace(value=place.value._replace(end=end))

    def __iter__(self) -> Iterator[Path]:
        name = self._entry.path
        yield from (path for path in self._before if path[: len(name)] != name)
        yield from self._inside

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _moved(place: Place, lines: int, offset: int) -> Place:
    return Place(
        place.key and _mark_moved(place.key, lines, offset), _mark_moved(place.value, lines, offset), place.style
    )


def _mark_moved(mark: Mark, lines: int, offset: int) -> Mark:
    return Mark(mark.line + lines, mark.column, mark.start + offset, mark.end + offset)


def _at(tree: Tree, path: Path) -> Tree:
    node: Any = tree
    for part in path:
        node = node[part]
    return node  # type: ignore[no-any-return]


def _with(tree: Any, path: Path, value: Tree) -> Tree:
    """`tree` with `value` at `path`; everything beside the way there is the same object in both."""
    if not path:
        return value
    changed = tree.copy()
    changed[path[0]] = _with(tree[path[0]], path[1:], value)
    return changed  # type: ignore[no-any-return]

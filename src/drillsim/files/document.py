"""The contents of a file, as a plain tree of dict, list and str, and the position of each key and value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, Union

Tree = Union[str, list["Tree"], dict[str, "Tree"]]  # noqa: UP007 (a recursive alias cannot use | before 3.12)
"""Contents of a file, without types."""
Path = tuple[str | int, ...]
"""Keys and list positions from the top: `("cards", 0, "steps", 2, "takes")`."""
Style = Literal["plain", "quoted", "literal", "block", "flow"]

LIMIT_DEPTH = 20
"""Levels a file may be deep."""
LIMIT_PROBLEMS = 200
"""After so many problems the rest of a file is not judged."""
DISCARD = "\0"
"""Begins the key of a value that is read only to find the problems in it."""


class Mark(NamedTuple):
    """A position: line and column from 1, `[start, end)` in characters of the text."""

    line: int
    column: int
    start: int
    end: int


class Place(NamedTuple):
    """The position of a value, and of its key if it has one. The end of a block leaves out line breaks and comments."""

    key: Mark | None
    value: Mark
    style: Style

    @property
    def line(self) -> int:
        """The line to name in a message: the key's, or the value's in a list."""
        return (self.key or self.value).line


@dataclass(frozen=True, slots=True)
class Document:
    """One file read: what it says and where."""

    text: str
    tree: Tree
    places: Mapping[Path, Place]
    complete: bool = True
    """False when a syntax error or a limit ended the reading."""
    spoiled: frozenset[Path] = frozenset()
    """Values that a problem already names; nothing more is to be said about them."""

    def line_of(self, path: Path) -> int:
        """Line of the value at `path`, or of the nearest thing around it that exists."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places[path].line if path in self.places else 1


def undotted(tree: Tree, field: str) -> Path:
    """The path in `tree` that `field` names, as far as it exists. Ids may hold dots and look like list positions, so
    only the tree knows where a part ends."""
    path: Path = ()
    parts = field.split(".") if field else []
    while parts:
        if isinstance(tree, list) and parts[0].isdecimal() and int(parts[0]) < len(tree):
            tree, path, parts = tree[int(parts[0])], (*path, int(parts[0])), parts[1:]
            continue
        heads = [".".join(parts[:count]) for count in range(len(parts), 0, -1)]
        key = next((head for head in heads if isinstance(tree, dict) and head in tree), None)
        if key is None or not isinstance(tree, dict):
            break
        tree, path, parts = tree[key], (*path, key), parts[key.count(".") + 1 :]
    return path


def dotted(path: Path) -> str:
    """`path` as planners read it: `cards.0.steps.2.takes`."""
    return ".".join(str(part).removeprefix(DISCARD) for part in path)

"""Editions of a plan: the files, how a name on the command line finds one, and the places their changes name.

<plan folder>/editions/<name>.yaml
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path as FilePath

from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.document import Path, Tree
from drillsim.files.near import tidy
from drillsim.files.part import SourceFile, part_of
from drillsim.files.pending import EDITIONS, place_of
from drillsim.files.source import read_bytes
from drillsim.schema import Edition

EDITION_NAME = "edition.yaml"
"""Name of the exact file beside what a run was played with."""


@dataclass(frozen=True, slots=True, eq=False)
class EditionFile:
    """An edition and the file it came from. `id` is the file's stem."""

    id: str
    edition: Edition
    file: SourceFile


class NoPlace(LookupError):
    """A place of a change that the file does not have: the part of it that is not there, and the nearest that is."""

    def __init__(self, part: str, near: str) -> None:
        self.part, self.near = part, near
        super().__init__(part)


def find_editions(plan_dir: FilePath) -> Mapping[str, FilePath]:
    """The edition files of the customer in `plan_dir` by name, in alphabetical order."""
    return {path.stem: path for path in sorted((plan_dir / EDITIONS).glob("*.yaml"))}


def load_edition(path: FilePath) -> EditionFile:
    """The edition in the file `path`. Raises: InvalidInput with every problem."""
    folder = path.parent
    there = place_of(folder.parent, f"{EDITIONS}/{path.name}") if folder.name == EDITIONS else path
    data, problems = read_bytes(there, path.as_posix())
    if data is None:
        raise InvalidInput(problems)
    return edition_of(data, path)


def edition_of(data: bytes, path: FilePath) -> EditionFile:
    """`data` as the edition in the file `path`. Raises: InvalidInput with every problem."""
    part = part_of(Edition, data, EDITION_NAME, path.as_posix())
    if part.value is None or part.file is None:
        raise InvalidInput(part.problems)
    return EditionFile(path.stem, part.value, part.file)


def edition_path(name: str, plan_dir: FilePath) -> FilePath:
    """The file an edition's name means. Raises: InvalidInput `no-such-edition` with the nearest and all there are."""
    found = find_editions(plan_dir)
    stem = FilePath(tidy(name)).name.removesuffix(".yaml")
    if stem in found:
        return found[stem]
    near = get_close_matches(stem.lower(), found, 1, 0.5)
    told = facts(name=name, near=near[0] if near else "none", known=", ".join(found) or "–")
    raise InvalidInput([Problem(file=plan_dir.as_posix(), field="--edition", code="no-such-edition", facts=told)])


def placed(tree: Tree, at: str, *, may_be_new: bool = False) -> Path:
    """The path in `tree` that `at` names: keys with dots between, list entries by id, name or number, a card or step of
    a plan by its id alone. With `may_be_new` the last key may not be there yet. Raises: NoPlace."""
    words = at.strip()
    path: Path = ()
    if isinstance(tree, dict) and _head(tree, words) is None and (found := _by_id(tree, words)) is not None:
        path, words = found
    node = _at(tree, path)
    while words:
        head = _head(node, words)
        if head is None:
            if may_be_new and isinstance(node, dict) and "." not in words:
                return (*path, words)
            raise NoPlace(words, _near(node, words))
        key, words = head
        path, node = (*path, key), _at(node, (key,))
    return path


def place_name(tree: Tree, path: Path) -> str:
    """The name that `placed` reads as `path`, whose last key need not be there yet: a card or step of a plan by its id,
    entries of a list by id or name where they have one of their own, else by number. Raises: NoPlace where no name
    does."""
    steps = path[:4] if path[0] == "cards" else path[:3] if path[0] == "restoration" else ()
    for head in (steps, path[:2] if path[0] == "cards" else ()):
        thing = _there(tree, head) if head else None
        if isinstance(thing, dict) and isinstance(name := thing.get("id"), str):
            words = ".".join([name, *_words(tree, path, len(head))])
            if _means(tree, words, path):
                return words
    words = ".".join(_words(tree, path, 0))
    if not _means(tree, words, path):
        raise NoPlace(words, "none")
    return words


def place_of_entry(entries: Tree, name: str) -> int | None:
    """Position of the entry of a list with this id, name, or text; None where there is none."""
    named = _names(entries) if isinstance(entries, list) else []
    return named.index(name) if name in named else None


def _head(node: Tree, words: str) -> tuple[str | int, str] | None:
    """The first key or position `words` begin with, the longest that is there, and the rest. Ids may hold dots."""
    parts = words.split(".")
    for count in range(len(parts), 0, -1):
        head, rest = ".".join(parts[:count]), ".".join(parts[count:])
        if isinstance(node, dict) and head in node:
            return head, rest
        if isinstance(node, list):
            place = place_of_entry(node, head)
            if place is not None:
                return place, rest
            if head.isdecimal() and int(head) < len(node):
                return int(head), rest
    return None


def _by_id(tree: dict[str, Tree], words: str) -> tuple[Path, str] | None:
    """The card or step that `words` begin with, and the rest."""
    cards: list[tuple[Path, Tree]] = [(("restoration",), tree["restoration"])] if "restoration" in tree else []
    listed = tree.get("cards")
    if isinstance(listed, list):
        cards = [*((("cards", number), card) for number, card in enumerate(listed)), *cards]
    places: dict[str, Path] = {}
    for path, card in cards:
        if isinstance(card, dict):
            steps = card.get("steps")
            places.setdefault(str(card.get("id")), path)
            for number, name in enumerate(_names(steps) if isinstance(steps, list) else []):
                places.setdefault(name, (*path, "steps", number))
    parts = words.split(".")
    heads = ((".".join(parts[:count]), ".".join(parts[count:])) for count in range(len(parts), 0, -1))
    return next(((places[head], rest) for head, rest in heads if head in places), None)


def _names(entries: list[Tree]) -> list[str]:
    """Return the name of each entry: its id or name, or itself where it is a text."""
    return [str(each.get("id", each.get("name", ""))) if isinstance(each, dict) else str(each) for each in entries]


def _words(tree: Tree, path: Path, first: int) -> list[str]:
    """The name of each part of the path from `first` on."""
    found = []
    for at in range(first, len(path)):
        node, part = _there(tree, path[:at]), path[at]
        names = _names(node) if isinstance(node, list) else []
        named = isinstance(part, int) and names.count(names[part]) == 1 and names[part]
        found.append(names[part] if named and isinstance(part, int) else str(part))
    return found


def _means(tree: Tree, words: str, path: Path) -> bool:
    try:
        return placed(tree, words, may_be_new=True) == path
    except NoPlace:
        return False


def _there(tree: Tree, path: Path) -> Tree | None:
    """The value at `path`; None where there is none."""
    try:
        return _at(tree, path)
    except (KeyError, IndexError, TypeError):
        return None


def _near(node: Tree, words: str) -> str:
    known = list(node) if isinstance(node, dict) else _names(node) if isinstance(node, list) else []
    found = get_close_matches(words, known, 1, 0.5) or get_close_matches(words.split(".", maxsplit=1)[0], known, 1, 0.5)
    return found[0] if found else "none"


def _at(tree: Tree, path: Path) -> Tree:
    node = tree
    for part in path:
        node = node[part]  # type: ignore[index]
    return node

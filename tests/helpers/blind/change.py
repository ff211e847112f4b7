"""A blind change: edits of the texts a customer's files hold, and the things they spoil."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath
from typing import Any

from drillsim.files.folder import read_customer
from drillsim.files.shipped import shipped_root

Path = tuple[str | int, ...]
FILES = ("customer", "network", "site", "plan")


@dataclass(frozen=True)
class Edit:
    """A value of one file replaced; `value` None takes it away. A last key that is new is added; `+` adds to a list."""

    file: str
    path: Path
    value: Any = None


@dataclass(frozen=True)
class Spoiled:
    """One place spoiled: in words, the ids it concerns (the thing, its step, its card), and how."""

    what: str
    names: tuple[str, ...]
    edits: tuple[Edit, ...]
    forbids: str = ""
    """The section of the trade's rules for such plans that asks for what is taken away; empty for a mere worsening."""
    card: str = ""
    """Set where only steps of this card change: what never starts it, it cannot touch."""


@dataclass(frozen=True)
class Trees:
    """A customer's four files as texts, keys and lists."""

    folder: str
    customer: Any
    network: Any
    site: Any
    plan: Any

    def cards(self) -> Iterator[tuple[Path, Any]]:
        """Response cards, then restoration, each with its path in plan.yaml."""
        yield from ((("cards", number), card) for number, card in enumerate(self.plan["cards"]))
        if "restoration" in self.plan:
            yield ("restoration",), self.plan["restoration"]

    def steps(self) -> Iterator[tuple[Path, Any, Any]]:
        """Every step: its path, itself, its card."""
        for path, card in self.cards():
            for number, step in enumerate(card["steps"]):
                yield (*path, "steps", number), step, card

    def table(self, name: str) -> Any:
        """A table of site.yaml, empty where there is none."""
        return self.site.get(name, {})

    def sources(self, kind: str) -> Iterator[tuple[str, Any]]:
        """Sources of one kind by id."""
        return ((name, row) for name, row in self.table("sources").items() if row["kind"] == kind)

    def rows(self, table: str) -> Iterator[tuple[int, Any]]:
        """Rows of a network table."""
        return enumerate(self.network.get(table, ()))


Operator = Callable[[Trees], Iterator[Spoiled]]


def trees(customer: str) -> Trees:
    """The files of a shipped customer."""
    return trees_of(shipped_root() / "plans" / customer)


@cache
def trees_of(place: FilePath) -> Trees:
    """The files of the customer in the folder `place`."""
    folder, problems = read_customer(place)
    assert folder is not None, problems
    network = folder.dossier.network.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    found = {name: getattr(folder.file(f"{name}.yaml").document, "tree", None) for name in ("customer", "site", "plan")}
    return Trees(place.name, found["customer"], _as_text(network), found["site"], found["plan"])


def _as_text(value: Any) -> Any:
    """Numbers and truths as a file spells them."""
    if isinstance(value, dict):
        return {key: _as_text(each) for key, each in value.items() if each is not None}
    if isinstance(value, list):
        return [_as_text(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def edited(tree: Any, edits: Sequence[Edit]) -> Any:
    """A copy of `tree` with `edits` of its file; what is taken out of one list is taken from its end first."""
    whole = copy.deepcopy(tree)
    for edit in edits:
        if edit.value is not None and edit.path[-1] == "+":
            _at(whole, edit.path[:-1]).append(copy.deepcopy(edit.value))
        elif edit.value is not None:
            _at(whole, edit.path[:-1])[edit.path[-1]] = copy.deepcopy(edit.value)
    gone = [edit for edit in edits if edit.value is None]
    for edit in sorted(gone, key=lambda each: tuple(map(_rank, each.path)), reverse=True):
        del _at(whole, edit.path[:-1])[edit.path[-1]]
    return whole


def _rank(part: str | int) -> tuple[bool, int, str]:
    return (isinstance(part, int), part if isinstance(part, int) else 0, str(part))


def _at(tree: Any, path: Path) -> Any:
    for part in path:
        tree = tree[part]
    return tree


def listed(value: Any) -> list[str]:
    """Ids written as one or as a list."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else list(value)


def plan(*path: str | int, value: Any = None) -> Edit:
    """An edit of plan.yaml."""
    return Edit("plan", path, value)


def site(*path: str | int, value: Any = None) -> Edit:
    """An edit of site.yaml."""
    return Edit("site", path, value)


def customer(*path: str | int, value: Any = None) -> Edit:
    """An edit of customer.yaml."""
    return Edit("customer", path, value)


def network(*path: str | int, value: Any = None) -> Edit:
    """An edit of the network."""
    return Edit("network", path, value)

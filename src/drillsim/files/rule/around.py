"""The view of a rule: the values, the files they stand in, and every id with its kinds and the place it is declared
at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from drillsim.errors import Problem
from drillsim.files import full_width
from drillsim.files.document import Path, Tree
from drillsim.files.part import SourceFile, problem_at
from drillsim.schema import DRAWING, TABLES, Card, Compiled, Step, kinds_of

Facts = tuple[tuple[str, str], ...]

_SITE_SECTIONS = (
    ("transfers", "transfer"), ("functions", "function"), ("stores", "store"), ("zones", "zone"),
    ("places", "place"), ("observations", "observation"), ("channels", "channel"), ("earths", "earth"),
    ("protection_groups", "protection_group"), ("dc_supplies", "dc_supply"), ("genset_groups", "genset_group"),
    ("connection_points", "connection_point"), ("measures", "measure"),
)  # fmt: skip
_PLAN_SECTIONS = (
    ("actors", "role"), ("permits", "permit"), ("resources", "resource"), ("orders", "order"), ("tiers", "tier"),
)  # fmt: skip
_ROW_KINDS = {"ext_grid": ("source", "feeder")} | dict.fromkeys(DRAWING, ("load",))
"""Network tables whose rows go by other kinds than the table's name."""
_MANY = 300
"""Beyond so many ids only those that begin or end alike are compared with a misspelt one."""


@dataclass(frozen=True, slots=True)
class Declared:
    """One id where it is declared. A feeder's facts in site.yaml are about the network's row, no declaration."""

    id: str
    kinds: tuple[str, ...]
    """Kinds of the id, broad to narrow: `("source", "genset")`."""
    file: str
    path: Path


@dataclass(frozen=True)
class Around:
    """One customer as the rules see it."""

    dossier: Compiled
    files: tuple[SourceFile, ...]
    """customer, network, site, plan."""
    register: SourceFile | None = None
    """register.yaml, where there is one."""

    def file(self, stem: str) -> SourceFile:
        """The file `customer`, `network`, `site` or `plan`; `register` where there is one."""
        if stem == "register" and self.register:
            return self.register
        return self.files[("customer", "network", "site", "plan").index(stem)]

    def tree(self, stem: str) -> Tree:
        """Return the tree of that file; empty for a network in pandapower's spellings."""
        document = self.file(stem).document
        return document.tree if document else {}

    def problem(self, stem: str, path: Path, code: str, told: Facts = ()) -> Problem:
        """A problem of the value at `path` of that file."""
        return problem_at(self.file(stem), path, code, told)

    @cached_property
    def declared(self) -> tuple[Declared, ...]:
        """Every declaration, in file order, repeated ids included."""
        dossier = self.dossier
        entries = _entries(dossier) if self.register else ()
        return (*_people(dossier), *_rows(dossier), *_site(dossier), *_plan(dossier), *entries)

    @cached_property
    def kinds(self) -> dict[str, tuple[str, ...]]:
        """Kinds of each id; of an id declared twice those of the first."""
        found: dict[str, tuple[str, ...]] = {}
        for each in self.declared:
            found.setdefault(each.id, each.kinds)
        return found

    @cached_property
    def _ids(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Answers of `ids` so far."""
        return {}

    def ids(self, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """Ids of any of `kinds`, in file order."""
        if kinds not in self._ids:
            wanted = frozenset(kinds)
            self._ids[kinds] = tuple(name for name, each in self.kinds.items() if not wanted.isdisjoint(each))
        return self._ids[kinds]

    def near(self, name: str, kinds: tuple[str, ...]) -> str:
        """The id of `kinds` most like `name`; `none` when nothing is like it."""
        wanted = _folded(name)
        folded = {_folded(each): each for each in reversed(self.ids(kinds))}
        if len(folded) > _MANY:  # comparing is slow, and a slip of the pen leaves one end of the word as it was
            folded = {word: each for word, each in folded.items() if word[:3] == wanted[:3] or word[-3:] == wanted[-3:]}
        found = get_close_matches(wanted, list(folded)[:_MANY], 1, 0.6)
        return folded[found[0]] if found else "none"


def _folded(name: str) -> str:
    """`name` as careless fingers write it: no case, no full-width forms, letters that look like digits as digits."""
    return full_width.mended(name).casefold().translate({ord("o"): "0", ord("l"): "1", ord("i"): "1"})


def _people(dossier: Compiled) -> Iterator[Declared]:
    for name in dossier.customer.people:
        yield Declared(name, ("person",), "customer", ("people", name))
    for name in dossier.customer.issues:
        yield Declared(name, ("issue",), "customer", ("issues", name))


def _entries(dossier: Compiled) -> Iterator[Declared]:
    for number in dossier.register.entries if dossier.register else ():
        yield Declared(number, ("issue",), "register", (number,))


def _rows(dossier: Compiled) -> Iterator[Declared]:
    for table in TABLES:
        for position, row in enumerate(getattr(dossier.network, table)):
            yield Declared(row.name, _ROW_KINDS.get(table) or kinds_of(table), "network", (table, position, "name"))


def _site(dossier: Compiled) -> Iterator[Declared]:
    for name, source in dossier.site.sources.items():
        if source.kind != "feeder":
            yield Declared(name, ("source", source.kind), "site", ("sources", name))
    for section, kind in _SITE_SECTIONS:
        for name, each in getattr(dossier.site, section).items():
            narrow = (each.kind,) if kind == "transfer" else ()
            yield Declared(name, (kind, *narrow), "site", (section, name))


def _plan(dossier: Compiled) -> Iterator[Declared]:
    for section, kind in _PLAN_SECTIONS:
        for name in getattr(dossier.plan, section):
            yield Declared(name, (kind,), "plan", (section, name))
    for path, card in cards(dossier):
        yield Declared(card.id, ("card",), "plan", (*path, "id"))
        for position, step in enumerate(card.steps):
            yield Declared(step.id, ("step",), "plan", (*path, "steps", position, "id"))


def cards(dossier: Compiled) -> Iterator[tuple[Path, Card]]:
    """Every card of the plan with its path, restoration last."""
    for position, card in enumerate(dossier.plan.cards):
        yield ("cards", position), card
    if dossier.plan.restoration:
        yield ("restoration",), dossier.plan.restoration


def steps(dossier: Compiled) -> Iterator[tuple[Path, Step]]:
    """Every step of the plan with its path, in file order."""
    for path, card in cards(dossier):
        for position, step in enumerate(card.steps):
            yield (*path, "steps", position), step

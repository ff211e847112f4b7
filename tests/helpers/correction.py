"""The parts of a corrected customer: changes with their reasons, and scenarios left out with theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from drillsim.revision.recommendation import Kind
from helpers.shipped import ROOT, Edit


@dataclass(frozen=True)
class Change:
    """One decision of the meeting."""

    why: str
    kind: Kind
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class LeftOut:
    """A scenario the corrected plan does not answer, and what would have to be bought for it."""

    why: str
    purchase: str


@dataclass(frozen=True)
class Corrected:
    """The corrected form of one customer."""

    changes: tuple[Change, ...]
    left_out: Mapping[str, LeftOut]
    like: Mapping[str, str] = field(default_factory=dict)
    """Scenarios clean as well but too slow to play each time, and the judged one that says the same."""

    @property
    def edits(self) -> tuple[Edit, ...]:
        return tuple(edit for change in self.changes for edit in change.edits)


def rebus(rows: tuple[str, ...], old: str, new: str) -> tuple[Edit, ...]:
    """Rows of the network that hang on another bus; `rows` as the network file names them."""
    return tuple(("network.yaml", f"name: {row}, bus: {old},", f"name: {row}, bus: {new},") for row in rows)


def more(file: str, section: str, entry: str) -> Edit:
    """One entry more at the head of a section."""
    return (file, f"\n{section}:\n", f"\n{section}:\n{entry}\n")


def row_of(customer: str, name: str) -> str:
    """The line of site.yaml that has this entry."""
    lines = (ROOT / "plans" / customer / "site.yaml").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith(f"  {name}: "))


def order_ready(order: str) -> Change:
    """The written order for going back to normal lies ready."""
    why = "the order for going back to normal was written only when it was needed: it lies ready, written and checked"
    return Change(why, "paper", (("plan.yaml", f"\n  {order}:\n", f"\n  {order}:\n    prepared: true\n"),))


FUEL = "every tank of the site is spoilt by decree, so every set stops for hours"
FUEL_BUYS = "a second fuel store that no common delivery fills"
STORM = "every set stops in the first hour, no vehicle comes in the storm, the mains stay away for six"
STORM_BUYS = "one more set on a board of its own, or a vehicle kept on the site"
FLOOD = "one flooded room holds the boards of both sides"

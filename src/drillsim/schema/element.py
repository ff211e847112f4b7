"""The kinds of network element: one list, which faults, targets, campaigns, rules, zones and pictures use.

A *branch* joins buses and may stand between switches; a bus and a switch are elements too. Tables, keys of ends and
sides are pandapower's words (3.5), so a new kind is one more row here and a row model in `schema.network`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

BranchKind = Literal["line", "trafo", "trafo3w", "impedance"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One kind of branch and its properties. Its kind is the name of its table."""

    kind: BranchKind
    ends: tuple[str, ...]
    """Keys of a row that name the buses it joins, high voltage first."""
    sides: tuple[str, ...]
    """The same ends as pandapower's results name them."""
    et: str = ""
    """Letter of a switch at one of its ends; empty where pandapower has no such switch."""
    has_windings: bool = False
    """True where it is a transformer: it keeps earth faults apart, and may turn phase and change voltage."""
    has_types: bool = True
    """True where its figures may come from a standard type."""
    has_rating: bool = True
    """True where a loading can be told; of an impedance pandapower knows no rating."""
    is_lumped: bool = True
    """True where a fault in it is taken at its first terminals; in a line it is taken at the middle."""
    trips_every_side: bool = False
    """True where a fault in it opens the devices at all its ends, dead sides too, where nothing is said of its
    protection: three-winding transformers have differential protection (GB/T 14285-2006, 4.3.3; assumed where none is
    written)."""
    may_clear_itself: bool = False
    """True where a short circuit in it may be gone after a reclosing."""


BRANCHES: tuple[Branch, ...] = (
    Branch(
        kind="line", ends=("from_bus", "to_bus"), sides=("from", "to"), et="l", is_lumped=False, may_clear_itself=True
    ),
    Branch(kind="trafo", ends=("hv_bus", "lv_bus"), sides=("hv", "lv"), et="t", has_windings=True),
    Branch(
        kind="trafo3w", ends=("hv_bus", "mv_bus", "lv_bus"), sides=("hv", "mv", "lv"), et="t3", has_windings=True,
        trips_every_side=True,
    ),
    Branch(
        kind="impedance", ends=("from_bus", "to_bus"), sides=("from", "to"), has_types=False, has_rating=False
    ),
)  # fmt: skip
"""In the order of the network's nodes and of pandapower's own branches."""
BRANCH: dict[str, Branch] = {each.kind: each for each in BRANCHES}
BRANCH_KINDS: tuple[str, ...] = tuple(BRANCH)
CONDUCTORS: tuple[str, ...] = ("bus", *BRANCH_KINDS)
"""Kinds of id a short circuit or an earth fault may lie in."""
ELEMENTS: tuple[str, ...] = (*CONDUCTORS, "switch")
SWITCHED: dict[str, str] = {"b": "bus"} | {each.et: each.kind for each in BRANCHES if each.et}
"""Table of the element behind a switch, by pandapower's letter."""
TRANSFORMERS: tuple[str, ...] = tuple(each.kind for each in BRANCHES if each.has_windings)


def is_kind(kind: str, asked: str) -> bool:
    """Return whether an element of `kind` is one of `asked`: a three-winding transformer is a transformer too."""
    return kind == asked or (asked == "trafo" and kind in TRANSFORMERS)


def kinds_of(kind: str) -> tuple[str, ...]:
    """Every word that fits an element of `kind`, broad to narrow."""
    return tuple(dict.fromkeys(("trafo", kind))) if kind in TRANSFORMERS else (kind,)


@dataclass(frozen=True, slots=True)
class Joined:
    """One branch of a network: what it is, its id, the buses it joins in the order of its ends."""

    branch: Branch
    id: str
    buses: tuple[str, ...]
    in_service: bool


def joined(network: object) -> Iterator[Joined]:
    """Every branch of `network` (a `schema.network.Network`), in the order of its nodes."""
    for branch in BRANCHES:
        for row in getattr(network, branch.kind):
            yield Joined(branch, row.name, tuple(getattr(row, key) for key in branch.ends), row.in_service)

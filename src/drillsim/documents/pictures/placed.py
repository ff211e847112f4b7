"""Where everything of a one-line diagram goes, as a value being filled in: order, ports, positions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

SIZE = 7.6
SLOT = 50.0
DOWN_SLOT = 22.0
TOP_SLOT = 42.0
GAP = 15.0
TIE_GAP = 46.0
LABEL_EM = 6.5
"""Bus names wider than this take a second line."""
DUMMY = "\x00"
"""Prefix of the ids of dummies; no id of a file begins with it."""


@dataclass(slots=True)
class Placed:
    """Where everything goes, in points."""

    order: list[list[str]]
    """Ids by layer, from the left; dummies among them."""
    center: dict[str, float] = field(default_factory=dict)
    width: dict[str, float] = field(default_factory=dict)
    up_port: dict[tuple[str, int], float] = field(default_factory=dict)
    """(node, wire) → offset of the port on the upper side; sources have ports (`-1 - position`)."""
    down_port: dict[tuple[str, int], float] = field(default_factory=dict)
    load_port: dict[str, float] = field(default_factory=dict)
    """Load → offset from its bus's centre."""
    chains: list[tuple[str, ...]] = field(default_factory=list)
    """For each wire its nodes from the upper bus to the lower, dummies between; two of one layer for a tie."""
    tie_gap: dict[tuple[str, str], float] = field(default_factory=dict)
    """Room between two neighbours that a tie joins, by its two buses in the order of the wire."""
    total_width: float = 0.0

    def x(self, node: str, offset: float = 0.0) -> float:
        return self.center[node] + offset


def is_dummy(node: str) -> bool:
    """Whether `node` only leads a connection through a layer."""
    return node.startswith(DUMMY)


def beside(order: Sequence[Sequence[str]], a: str, b: str) -> bool:
    """Whether two nodes of one layer stand next to each other."""
    row = next(row for row in order if a in row)
    return abs(row.index(a) - row.index(b)) == 1


def tie_gap(parts: int) -> float:
    """Room a straight tie with so many parts needs for their labels side by side."""
    return TIE_GAP if parts < 2 else LABEL_EM * 1.15 * SIZE * (parts + 1)


def same_row(order: Sequence[Sequence[str]], a: str, b: str) -> bool:
    """Whether two nodes stand in one layer: what joins them is a tie."""
    return any(a in row and b in row for row in order)

"""The parts of a one-line diagram once every place is known: symbols, labels, wires, bars; nothing of its state.

Places are in points from the upper left corner. Every symbol has a box nothing else may enter; every wire names the
symbols it may touch. Live parts are looked up when the scene is painted.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from drillsim.documents.pictures.canvas import Box, Point
from drillsim.documents.pictures.measure import em_width

Align = Literal["left", "center", "right"]
Feed = str | tuple[int, int]
"""Element that decides whether a wire is live: a bus, or a stretch of a connection (its number, the stretch)."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """One symbol: what it is, whose, its middle, and the room it takes."""

    kind: str
    id: str
    key: str
    """Unique in the scene; a load with two cords has two symbols."""
    x: float
    y: float
    box: Box
    upright: bool = True
    feed: tuple[Feed, ...] = ()
    """Live when any of these is."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words whose middle line runs at `y`."""

    words: str
    x: float
    y: float
    size: float
    align: Align = "left"
    bold: bool = False
    soft: bool = False
    of: str = ""
    """Id of what it names; it is red where that is dark, lost or faulted."""

    @property
    def box(self) -> Box:
        """The room the words take."""
        wide = em_width(self.words) * self.size
        left = {"left": self.x, "right": self.x - wide, "center": self.x - wide / 2}[self.align]
        return Box(left, self.y - self.size * 0.5, left + wide, self.y + self.size * 0.5)


@dataclass(frozen=True, slots=True)
class Wire:
    """A conductor through `points`; `joins` are the keys of the symbols it may touch."""

    points: tuple[Point, ...]
    feed: Feed
    joins: frozenset[str]


@dataclass(slots=True)
class Scene:
    """Everything drawn, in the order in which it was put there."""

    symbols: list[Symbol] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    wires: list[Wire] = field(default_factory=list)
    links: list[Wire] = field(default_factory=list)
    """Dashed mechanical links between switches."""

    def add(self, other: Scene, dx: float, dy: float) -> None:
        """Takes over everything of `other`, moved by `dx`, `dy`."""
        self.symbols += [
            replace(each, x=each.x + dx, y=each.y + dy, box=moved(each.box, dx, dy)) for each in other.symbols
        ]
        self.labels += [replace(each, x=each.x + dx, y=each.y + dy) for each in other.labels]
        self.wires += [_moved_wire(each, dx, dy) for each in other.wires]
        self.links += [_moved_wire(each, dx, dy) for each in other.links]

    def wire(self, feed: Feed, joins: tuple[str, ...], *points: Point) -> None:
        """A conductor through `points`."""
        self.wires.append(Wire(points, feed, frozenset(joins)))

    def bottom(self) -> float:
        """The lowest point of symbols, labels and wires."""
        symbols, labels = (symbol.box.bottom for symbol in self.symbols), (label.box.bottom for label in self.labels)
        return max((*symbols, *labels, *(y for wire in self.wires for _, y in wire.points)), default=0.0)


def moved(box: Box, dx: float, dy: float) -> Box:
    """The box, moved."""
    return Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)


def around(x: float, y: float, half_width: float, half_height: float) -> Box:
    """The box around a middle."""
    return Box(x - half_width, y - half_height, x + half_width, y + half_height)


def _moved_wire(wire: Wire, dx: float, dy: float) -> Wire:
    return replace(wire, points=tuple((x + dx, y + dy) for x, y in wire.points))

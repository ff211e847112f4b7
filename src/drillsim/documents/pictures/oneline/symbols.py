"""Symbols after IEC 60617: what the standard draws for each kind, and the state on top of it.

A switch's blade stands in line when it is closed and aside when it is open; live is solid green, dead grey dashes:
the picture says the same in black and white. The mark at the fixed contact tells the kinds of switches apart: a cross
for a breaker, a bar for an isolator, a bar and a ring for a load switch, a half circle for a contactor.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi, sin

from drillsim.documents.pictures.canvas import ALARM, DEAD, GREY, INK, LIVE, PAPER, Box, Point, Surface
from drillsim.documents.pictures.oneline.diagram import SWITCHES
from drillsim.documents.pictures.oneline.scene import Symbol

_LINE = 1.15


@dataclass(frozen=True, slots=True)
class Look:
    """The state one symbol is drawn in."""

    live: tuple[bool | None, ...] = (True,)
    """Each side of a switch; one value for the rest. None where nobody knows."""
    closed: bool | None = True
    dark: bool = False
    lost: bool = False
    empty: bool = False
    """A source whose fuel or battery is used up."""

    @property
    def color(self) -> str:
        return LIVE if any(self.live) else GREY


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws around a middle, along the wire the symbol sits on."""

    canvas: Surface
    x: float
    y: float
    upright: bool

    def at(self, across: float, along: float) -> Point:
        """A point `along` the wire from the middle, `across` it."""
        return (self.x + across, self.y + along) if self.upright else (self.x + along, self.y + across)

    def line(self, *points: Point, color: str = INK, width: float = _LINE, dashed: bool = False) -> None:
        """A line through points given across and along."""
        self.canvas.line([self.at(*point) for point in points], color=color, width=width, dashed=dashed, z=4)


def conductor(canvas: Surface, points: tuple[Point, ...], *, live: bool | None) -> None:
    """A stretch of a connection: solid where it is live, dashed where it is dead, thin where nobody knows."""
    width = 0.6 if live is None else 1.4 if live else 1.0
    canvas.line(points, color=LIVE if live else DEAD, width=width, dashed=live is False)


def strike(canvas: Surface, x: float, y: float, size: float) -> None:
    """The mark of what is under a fault or lost."""
    canvas.line([(x - size, y + size), (x + size, y - size)], color=ALARM, width=1.8, z=7)


def draw(canvas: Surface, symbol: Symbol, look: Look) -> None:
    """One symbol in its state."""
    pen = _Pen(canvas, symbol.x, symbol.y, symbol.upright)
    if symbol.kind == "bar":
        _bar(canvas, symbol.box, live=any(look.live))
    elif symbol.kind in SWITCHES:
        _switch(pen, symbol.kind, look)
    else:
        _BODIES.get(symbol.kind, _box)(pen, symbol, look)
    if look.lost:
        size = 6.0 if symbol.kind == "bar" else min(symbol.box.bottom - symbol.y, 8.0)
        strike(canvas, symbol.x, symbol.y, size)


def _bar(canvas: Surface, box: Box, *, live: bool) -> None:
    canvas.rect(box, fill=LIVE if live else PAPER, edge=LIVE if live else GREY, line=0.9, z=4.5)


def _switch(pen: _Pen, kind: str, look: Look) -> None:
    sides = (look.live[0], look.live[-1])
    for live, ends in zip(sides, (((0.0, -8.5), (0.0, -4.0)), ((0.0, 8.5), (0.0, 5.0))), strict=True):
        pen.line(*ends, color=LIVE if live else DEAD, width=1.4 if live else 1.0)
    if kind == "fuse":
        _fuse(pen, closed=look.closed is True)
    if look.closed is None:
        x, y = pen.at(0.0, 0.5)
        pen.canvas.text(x, y, "?", size=9.0, align="center", bold=True)
    if kind == "fuse" or look.closed is None:
        return
    pen.line((0.0, 5.0), (0.0, -4.0) if look.closed else (-5.5, -3.0), width=1.5)
    _MARKS.get(kind, _cross)(pen)


def _cross(pen: _Pen) -> None:
    pen.line((-2.7, -6.7), (2.7, -1.3))
    pen.line((-2.7, -1.3), (2.7, -6.7))


def _cross_bar(pen: _Pen) -> None:
    pen.line((-3.6, -4.0), (3.6, -4.0), width=1.4)


def _bar_and_ring(pen: _Pen) -> None:
    pen.line((-3.6, -5.2), (3.6, -5.2), width=1.4)
    pen.canvas.circle(*pen.at(0.0, -3.3), 1.9, fill=PAPER, line=1.0, z=4.2)


def _half_circle(pen: _Pen) -> None:
    pen.line(*((2.8 * cos(pi * n / 8), -4.0 - 2.8 * sin(pi * n / 8)) for n in range(9)))


_MARKS: dict[str, Callable[[_Pen], None]] = {
    "breaker": _cross,
    "isolator": _cross_bar,
    "load_switch": _bar_and_ring,
    "contactor": _half_circle,
}


def _fuse(pen: _Pen, *, closed: bool) -> None:
    _frame(pen, 3.0, 6.0, INK)
    if closed:
        pen.line((0.0, -8.5), (0.0, 8.5), width=1.0)


def _frame(pen: _Pen, across: float, along: float, color: str, fill: str = PAPER) -> None:
    ends = [pen.at(-across, -along), pen.at(across, along)]
    (x0, y0), (x1, y1) = (min(a) for a in zip(*ends, strict=True)), (max(a) for a in zip(*ends, strict=True))
    pen.canvas.rect(Box(x0, y0, x1, y1), fill=fill, edge=color, line=1.1, z=3.5)


def _trafo(pen: _Pen, symbol: Symbol, look: Look) -> None:
    for along in (-4.7, 4.7):
        pen.canvas.circle(*pen.at(0.0, along), 6.0, edge=look.color, line=1.2)


def _trafo3w(pen: _Pen, symbol: Symbol, look: Look) -> None:
    for across, along in ((0.0, -4.8), (-5.0, 4.2), (5.0, 4.2)):
        pen.canvas.circle(pen.x + across, pen.y + along, 6.0, edge=look.color, line=1.2)


def _ups(pen: _Pen, symbol: Symbol, look: Look) -> None:
    edge = ALARM if look.empty else look.color
    pen.canvas.rect(symbol.box, fill=PAPER, edge=edge, line=1.2, z=3.5)
    pen.canvas.text(pen.x, pen.y, "UPS", size=7.4, align="center", color=edge if look.empty else INK)


def _reference(way: int) -> Callable[[_Pen, Symbol, Look], None]:
    def arrow(pen: _Pen, symbol: Symbol, look: Look) -> None:
        points = [(pen.x - 3, pen.y - 4 * way), (pen.x + 3, pen.y - 4 * way), (pen.x, pen.y + 4 * way)]
        pen.canvas.polygon(points, fill=PAPER, edge=look.color, line=1.0)

    return arrow


def _bypass(pen: _Pen, symbol: Symbol, look: Look) -> None:
    """A static switch past the UPS: a thyristor in a frame."""
    _frame(pen, 4.0, 8.0, look.color)
    pen.line((-2.6, -2.5), (2.6, -2.5), (0.0, 2.5), (-2.6, -2.5), width=0.9)
    pen.line((-2.6, 2.5), (2.6, 2.5), width=0.9)


def _connection_point(pen: _Pen, symbol: Symbol, look: Look) -> None:
    """A socket: where a mobile genset is plugged in."""
    pen.line(*((4.0 * cos(pi * n / 8), 4.0 - 4.0 * sin(pi * n / 8)) for n in range(9)))
    pen.line((0.0, -5.0), (0.0, 0.0), color=look.color)


def _impedance(pen: _Pen, symbol: Symbol, look: Look) -> None:
    _frame(pen, 3.2, 8.0, look.color)


def _many(pen: _Pen, symbol: Symbol, look: Look) -> None:
    for along in (-2.2, 2.2):
        pen.line((-5.0, along + 2.0), (5.0, along - 2.0), color=GREY, width=0.9)


def _cable(pen: _Pen, symbol: Symbol, look: Look) -> None:
    pen.line((0.0, -7.0), (0.0, 7.0), color=look.color)


def _feeder(pen: _Pen, symbol: Symbol, look: Look) -> None:
    """The network behind: a square with a mesh."""
    box = symbol.box
    pen.canvas.rect(box, fill=PAPER, edge=look.color, line=1.2, z=3)
    side = box.right - box.left
    for part in (0.5, 1.0, 1.5):
        cut = side * part
        low, high = max(cut - side, 0.0), min(cut, side)
        for points in ([(low, cut - low), (high, cut - high)], [(low, side - cut + low), (high, side - cut + high)]):
            pen.canvas.line([(box.left + x, box.top + y) for x, y in points], color=look.color, width=0.7, z=3.5)


def _machine(letter: str) -> Callable[[_Pen, Symbol, Look], None]:
    def circle(pen: _Pen, symbol: Symbol, look: Look) -> None:
        radius = (symbol.box.right - symbol.box.left) / 2
        edge = ALARM if look.dark or look.empty else look.color
        pen.canvas.circle(pen.x, pen.y, radius, fill=PAPER, edge=edge, line=1.2)
        if look.empty:
            _hollow(pen, radius)
            return
        pen.canvas.text(
            pen.x, pen.y, letter, size=radius * 1.35, align="center", bold=True, color=edge if look.dark else INK
        )

    return circle


def _hollow(pen: _Pen, radius: float) -> None:
    """An empty vessel in place of the letter: a set without fuel is no set at rest."""
    half = radius * 0.5
    points = [(pen.x - half, pen.y - half), (pen.x - half, pen.y + half), (pen.x + half, pen.y + half)]
    pen.canvas.line([*points, (pen.x + half, pen.y - half)], color=ALARM, width=1.2, z=4)


def _load(pen: _Pen, symbol: Symbol, look: Look) -> None:
    points = [pen.at(-4.0, -4.5), pen.at(4.0, -4.5), pen.at(0.0, 4.0)]
    fill, edge = (PAPER, ALARM) if look.dark else (LIVE, LIVE)
    pen.canvas.polygon(points, fill=fill, edge=edge, line=1.1)


def _shunt(pen: _Pen, symbol: Symbol, look: Look) -> None:
    pen.line((0.0, -5.0), (0.0, -1.4), color=look.color)
    pen.line((-4.0, -1.4), (4.0, -1.4), color=look.color, width=1.4)
    pen.line((-4.0, 1.4), (4.0, 1.4), color=look.color, width=1.4)
    pen.line((0.0, 1.4), (0.0, 5.0), color=look.color)


def _earth(pen: _Pen, along: float) -> None:
    for number, half in enumerate((4.2, 2.8, 1.4)):
        pen.line((-half, along + 1.8 * number), (half, along + 1.8 * number), width=1.1)


def _earth_switch(pen: _Pen, symbol: Symbol, look: Look) -> None:
    pen.line((0.0, -9.0), (0.0, -5.5), color=look.color)
    pen.line((-3.0, -5.5), (3.0, -5.5))
    pen.line((0.0, 3.0), (0.0, -5.5) if look.closed else (-4.8, -4.2), width=1.4)
    pen.line((0.0, 3.0), (0.0, 5.0))
    _earth(pen, 5.0)


def _portable(pen: _Pen, symbol: Symbol, look: Look) -> None:
    pen.line((0.0, -5.0), (0.0, 1.0), dashed=not look.closed)
    _earth(pen, 1.0)


def _box(pen: _Pen, symbol: Symbol, look: Look) -> None:
    """Draw a kind that has no symbol here: a box with its first letter."""
    pen.canvas.rect(symbol.box, fill=PAPER, edge=look.color, line=1.1, z=3.5)
    pen.canvas.text(pen.x, pen.y, symbol.kind[:1].upper(), size=7.0, align="center")


_BODIES: dict[str, Callable[[_Pen, Symbol, Look], None]] = {
    "trafo": _trafo,
    "trafo3w": _trafo3w,
    "ups": _ups,
    "reference_up": _reference(-1),
    "reference_down": _reference(1),
    "ups_bypass": _bypass,
    "connection_point": _connection_point,
    "impedance": _impedance,
    "many": _many,
    "line": _cable,
    "feeder": _feeder,
    "genset": _machine("G"),
    "motor": _machine("M"),
    "load": _load,
    "shunt": _shunt,
    "earth_switch": _earth_switch,
    "portable": _portable,
}

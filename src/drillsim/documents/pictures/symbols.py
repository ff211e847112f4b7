"""Symbols of the one-line diagram. A closed switch is filled, an open one hollow; live is solid, dead dashed."""

from __future__ import annotations

from collections.abc import Iterable

from drillsim.documents.pictures.canvas import ALARM, DEAD, GREY, INK, LIVE, PAPER, Box, Canvas, Point
from drillsim.documents.pictures.diagram import Part
from drillsim.documents.pictures.placed import SIZE


def conductor(canvas: Canvas, points: Iterable[Point], *, live: bool) -> None:
    """A stretch of a connection."""
    canvas.line(points, color=LIVE if live else DEAD, width=1.5 if live else 1.1, dashed=not live)


def strike(canvas: Canvas, x: float, y: float, size: float) -> None:
    """The mark of what is under a fault or lost."""
    canvas.line([(x - size, y + size), (x + size, y - size)], color=ALARM, width=1.8, z=7)


def switch(canvas: Canvas, kind: str, x: float, y: float, *, closed: bool, faulted: bool = False) -> None:
    """Square: breaker; diamond: isolator; round: load switch."""
    fill, edge = INK if closed else PAPER, ALARM if faulted else INK
    if kind == "CB":
        canvas.rect(Box(x - 4.2, y - 4.2, x + 4.2, y + 4.2), fill=fill, edge=edge, line=1.2, z=4)
    elif kind == "DS":
        canvas.polygon([(x, y - 5.5), (x + 5, y), (x, y + 5.5), (x - 5, y)], fill=fill, edge=edge, line=1.2, z=4)
    else:
        canvas.circle(x, y, 4.4, fill=fill, edge=edge, line=1.2, z=4)


def body(canvas: Canvas, part: Part, x: float, y: float, *, live: bool, upright: bool) -> None:
    """A transformer, a UPS, or a shortened stretch; a line has no symbol."""
    color = LIVE if live else GREY
    if part.kind == "trafo":
        dx, dy = (0.0, 3.6) if upright else (3.6, 0.0)
        canvas.rect(Box(x - 5 - dx, y - 5 - dy, x + 5 + dx, y + 5 + dy), fill=PAPER, z=2.5)
        for way in (-1, 1):
            canvas.circle(x + way * dx, y + way * dy, 5.6, edge=color, line=1.2)
    elif part.kind == "ups":
        canvas.rect(Box(x - 13, y - 7, x + 13, y + 7), fill=PAPER, edge=color, line=1.2, z=3)
        canvas.text(x, y, "UPS", size=SIZE, align="center")
    elif part.kind == "many":
        canvas.rect(Box(x - 7, y - 6, x + 7, y + 6), fill=PAPER, z=3)
        for shift in (-2, 2):
            canvas.line([(x - 5, y + shift + 2), (x + 5, y + shift - 2)], color=GREY, width=0.9, z=4)


def source(canvas: Canvas, x: float, y: float, *, genset: bool, live: bool, lost: bool) -> None:
    """A feeder or a genset above the bar at `y`."""
    conductor(canvas, [(x, y), (x, y - 24)], live=live)
    canvas.circle(x, y - 31, 7.5, fill=PAPER, edge=LIVE if live else GREY, line=1.4)
    canvas.text(x, y - 31, "G" if genset else "~", size=8.5, align="center", bold=True)
    if lost:
        strike(canvas, x, y - 31, 8)


def load(canvas: Canvas, x: float, y: float, *, dark: bool) -> None:
    """A load below the bar at `y`."""
    conductor(canvas, [(x, y), (x, y + 10)], live=not dark)
    points = [(x - 4.5, y + 10), (x + 4.5, y + 10), (x, y + 17)]
    canvas.polygon(points, fill=PAPER if dark else LIVE, edge=ALARM if dark else LIVE, line=1.1)


def bar(canvas: Canvas, left: float, right: float, y: float, *, live: bool) -> None:
    """A bus."""
    canvas.rect(
        Box(left, y - 2, right, y + 2), fill=LIVE if live else PAPER, edge=LIVE if live else GREY, line=0.9, z=4.5
    )

"""The legend of a one-line diagram: only symbols and lines that stand on it."""

from __future__ import annotations

from collections.abc import Iterable

from drillsim.documents.pictures.canvas import ALARM, Canvas
from drillsim.documents.pictures.measure import em_width
from drillsim.documents.pictures.oneline.diagram import SWITCHES
from drillsim.documents.pictures.oneline.scene import Symbol, around
from drillsim.documents.pictures.oneline.shapes import half
from drillsim.documents.pictures.oneline.symbols import Look, conductor, draw, strike
from drillsim.documents.pictures.oneline.wording import SIZE
from drillsim.texts import Lang, text

_KINDS = (
    "feeder", "genset", "mobile_genset", *SWITCHES, "trafo", "trafo3w", "ups", "ups_bypass", "impedance", "many",
    "load", "motor", "shunt", "earth_switch", "portable", "connection_point",
)  # fmt: skip
_LEVEL = (*SWITCHES, "load", "earth_switch", "portable", "shunt", "trafo", "impedance", "connection_point")
"""Drawn lying, as they stand in lists."""
_ROW = 21.0


def draw_legend(canvas: Canvas, lang: Lang, kinds: set[str], y: float, marks: Iterable[str] = ()) -> float:
    """Draws the legend from `y` on, with `marks` that are not on every diagram; gives the y below."""
    x, y = 10.0, y + _ROW / 2
    entries = ("live", "dead", *(f"symbol-{kind}" for kind in _KINDS if kind in kinds), "open", "dark", "fault", *marks)
    for entry in entries:
        words = text(lang, f"report-oneline-{entry.replace('_', '-')}")
        wide = em_width(words) * SIZE + 42
        if x + wide > canvas.width_pt and x > 10.0:
            x, y = 10.0, y + _ROW
        _swatch(canvas, entry, x + 13, y)
        canvas.text(x + 30, y, words, size=SIZE)
        x += wide
    return y + _ROW / 2 + 2


def _swatch(canvas: Canvas, entry: str, x: float, y: float) -> None:
    if entry in ("live", "dead"):
        conductor(canvas, ((x - 9, y), (x + 9, y)), live=entry == "live")
    elif entry == "fault":
        strike(canvas, x, y, 5)
    elif entry == "open":
        _symbol(canvas, "breaker", x, y, Look(live=(False,), closed=False))
    elif entry == "missed":
        canvas.text(x, y, "✘", size=SIZE, align="center", color=ALARM)
    elif entry == "empty":
        _symbol(canvas, "genset", x, y, Look(live=(False,), empty=True))
    elif entry == "dark":
        _symbol(canvas, "load", x, y, Look(live=(False,), dark=True))
    else:
        _symbol(canvas, entry.removeprefix("symbol-"), x, y, Look())


def _symbol(canvas: Canvas, kind: str, x: float, y: float, look: Look) -> None:
    draw(canvas, Symbol(kind, "", "", x, y, around(x, y, *half(kind)), kind not in _LEVEL), look)

"""The timeline's axis and legend."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.documents.pictures.canvas import DARK, FAINT, GREY, INK, LIMIT, LIVE, PAPER, Box
from drillsim.documents.pictures.lanes import WORK
from drillsim.documents.pictures.measure import em_width
from drillsim.documents.pictures.sheet import BARS, END, GUTTER, SIZE, STATES, Sheet
from drillsim.documents.pictures.time_scale import Cut
from drillsim.documents.wording import reason_text
from drillsim.texts import text

_SMALL = SIZE - 0.6
_APART = 34.0
"""Least distance of two ticks, points."""


def draw_axis(sheet: Sheet, top: float, bottom: float) -> float:
    """Grid, ticks and the marks of what was cut; gives the y below."""
    canvas = sheet.canvas
    canvas.line([(GUTTER, top), (GUTTER, bottom)], color=GREY, width=0.6)
    for t_ms in sheet.scale.ticks(_APART):
        x = sheet.scale.x(t_ms)
        canvas.line([(x, top), (x, bottom + 3)], color=FAINT, width=0.5, z=0.5)
        canvas.text(x, bottom + 9, clock(t_ms), size=_SMALL, align="center")
    for cut in sheet.scale.cuts:
        _cut(sheet, cut, top, bottom)
    canvas.text(6, bottom + 9, sheet.words("axis"), size=_SMALL, color=GREY)
    return bottom + 22


def _cut(sheet: Sheet, cut: Cut, top: float, bottom: float) -> None:
    middle = (cut.left + cut.right) / 2
    sheet.canvas.rect(Box(middle - 2, top, middle + 2, bottom - 4), fill=PAPER, z=4)
    for x in (middle - 2, middle + 2):
        sheet.canvas.line([(x - 2, bottom + 4), (x + 2, bottom - 4)], color=INK, width=0.8)
        sheet.canvas.line([(x, top), (x, bottom - 4)], color=GREY, width=0.5, dashed=True, z=4.5)


def clock(t_ms: int) -> str:
    """A moment as `0:34`, with seconds where they are not zero."""
    seconds = round(abs(t_ms) / 1000)
    words = f"{'-' if t_ms < 0 else ''}{seconds // 3600}:{seconds // 60 % 60:02}"
    return f"{words}:{seconds % 60:02}" if seconds % 60 else words


def draw_legend(sheet: Sheet, y: float) -> float:
    """Every kind of bar and mark that was used; gives the y below."""
    x = 6.0
    for kind, words in _entries(sheet):
        wide = em_width(words) * SIZE + 24
        if x + wide > END:
            x, y = 6.0, y + 13
        _swatch(sheet, x, y, kind)
        sheet.canvas.text(x + 17, y, words, size=SIZE - 0.4)
        x += wide
    return y + 12


def _entries(sheet: Sheet) -> Iterator[tuple[str, str]]:
    lang = sheet.names.lang
    for kind in BARS:
        if kind in sheet.used:
            yield kind, sheet.words("work") if kind == WORK else reason_text(lang, kind)
    yield "live", sheet.words("live")
    yield "dark", sheet.words("dark")
    for state in STATES:
        if f"function-{state}" in sheet.used and state != "lost":
            yield f"function-{state}", text(lang, f"report-function-{state.replace('_', '-')}")
    if "limit" in sheet.used:
        yield "limit", sheet.words("limit")
    if sheet.scale.cuts:
        yield "cut", sheet.words("cut")


def _swatch(sheet: Sheet, x: float, y: float, kind: str) -> None:
    if kind == "live":
        sheet.canvas.line([(x, y), (x + 13, y)], color=LIVE, width=1.4)
    elif kind == "cut":
        for shift in (4, 8):
            sheet.canvas.line([(x + shift - 2, y + 4), (x + shift + 2, y - 4)], color=INK, width=0.8)
    else:
        styles = {"dark": (DARK, ""), "limit": (DARK, ""), **BARS, **{f"function-{k}": v for k, v in STATES.items()}}
        sheet.bar(x, x + 13, y - 3.5, y + 3.5, styles[kind])
        if kind == "limit":
            sheet.canvas.line([(x + 6, y - 5), (x + 6, y + 5)], color=LIMIT, width=1.6, z=5)

"""Flags over the timeline: what failed (red, pointing down from the fault) and what came back."""

from __future__ import annotations

from drillsim.documents.pictures.canvas import ALARM, GREY, LIVE
from drillsim.documents.pictures.lanes import packed
from drillsim.documents.pictures.marks import Mark, marks
from drillsim.documents.pictures.measure import em_width, shortened
from drillsim.documents.pictures.sheet import SIZE, WIDTH, Sheet
from drillsim.texts import list_text, text

_HIGH = 11.0
_SMALL = SIZE - 0.4


def draw_flags(sheet: Sheet, y: float) -> float:
    """Draws all flags from `y` on, in as many rows as they need; gives the y below."""
    placed = _placed(sheet)
    bottom = y + _HIGH * (max((row for _, _, row in placed), default=-1) + 1) + 4
    for mark, words, row in placed:
        _flag(sheet, mark, words, y + _HIGH * row + 5, bottom)
    return bottom


def _flag(sheet: Sheet, mark: Mark, words: str, y: float, bottom: float) -> None:
    x, color = sheet.scale.x(mark.t_ms), ALARM if mark.bad else LIVE
    sheet.canvas.line([(x, y + 5), (x, bottom)], color=GREY, width=0.5)
    sheet.canvas.polygon([(x - 2.5, y - 2.5), (x + 2.5, y - 2.5), (x, y + 3)], fill=color, edge="none")
    if _stands_right(x, words):
        sheet.canvas.text(x + 5, y, words, size=_SMALL, color=color)
    else:
        sheet.canvas.text(x - 5, y, words, size=_SMALL, color=color, align="right")


def _placed(sheet: Sheet) -> list[tuple[Mark, str, int]]:
    """Flags with their words and rows, so that none covers another."""
    found = [(mark, _words(sheet, mark)) for mark in marks(sheet.journal)]
    rows = packed(_room(sheet.scale.x(mark.t_ms), words) for mark, words in found)
    return [(mark, words, row) for (mark, words), row in zip(found, rows, strict=True)]


def _words(sheet: Sheet, mark: Mark) -> str:
    names, lang = sheet.names, sheet.names.lang
    called = [
        text(lang, f"report-hazard-{each.replace('_', '-')}") if mark.what == "hazard" else names.of(each)
        for each in mark.ids[:3]
    ]
    things = list_text(lang, called) + ("…" if len(mark.ids) > 3 else "")
    return shortened(text(lang, f"report-mark-{mark.what}", what=things), 40)


def _room(x: float, words: str) -> tuple[float, float]:
    wide = em_width(words) * _SMALL + 12
    return (x - 3, x + wide) if _stands_right(x, words) else (x - wide, x + 4)


def _stands_right(x: float, words: str) -> bool:
    return x + em_width(words) * _SMALL + 7 <= WIDTH - 2

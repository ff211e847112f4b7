"""Importance as bars: in which share of the yearly misses each failure takes part."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from drillsim.documents.campaign_report.report_context import ReportContext
from drillsim.documents.campaign_rows import ImportanceRow
from drillsim.documents.failure_words import failure_text
from drillsim.documents.figure_words import figure, share_text
from drillsim.documents.pictures.canvas import FAINT, GREY, INK, SOFT, WORKING, Box, Canvas, Drawn
from drillsim.documents.pictures.measure import wrapped
from drillsim.documents.pictures.sheet import SIZE, WIDTH
from drillsim.texts import text

MOST = 25
NAMES, FIGURES, ROW = 250.0, 62.0, 20.0
TOP = 34.0
_HUMAN = ("person", "step", "resource", "permit", "channel")
"""Groups that are people and paper, hatched."""


def importance(told: ReportContext) -> tuple[Drawn, ...]:
    """The picture of the most important failures; none where no limit was missed."""
    known = [row for row in told.document.importance if row.fussell_vesely]
    rows = sorted(known, key=lambda row: -(row.fussell_vesely or 0.0))[:MOST]
    return (_picture(told, rows),) if rows else ()


def _picture(told: ReportContext, rows: Sequence[ImportanceRow]) -> Drawn:
    lang = told.lang
    canvas = Canvas(WIDTH, f"importance-{lang}")
    box = Box(NAMES, TOP, WIDTH - FIGURES, TOP + ROW * len(rows))
    most = _round_up(max(row.fussell_vesely or 0.0 for row in rows))
    _axis(canvas, told, box, most)
    for place, row in enumerate(rows):
        _row(canvas, told, row, box, TOP + ROW * place, most)
    title = text(lang, "report-importance-title")
    caption = text(lang, "report-importance-caption", shown=len(rows), all=len(told.document.importance))
    return canvas.drawn(box.bottom + 6, title, caption, f"importance-{lang}")


def _round_up(share: float) -> float:
    """The end of the axis: the next tenth, or hundredth where all are small."""
    step = 0.1 if share > 0.1 else 0.01
    return max(ceil(share / step - 1e-9) * step, step)


def _axis(canvas: Canvas, told: ReportContext, box: Box, most: float) -> None:
    canvas.text(box.left, 8, text(told.lang, "report-importance-share"), size=SIZE, color=INK)
    hatched = text(told.lang, "report-importance-hatched")
    canvas.text(4, 8, hatched, size=SIZE - 0.8, color=SOFT)
    for part in range(6):
        x = box.left + (box.right - box.left) * part / 5
        canvas.line([(x, box.top - 4), (x, box.bottom)], color=GREY if part == 0 else FAINT, width=0.5, z=0.5)
        canvas.text(x, box.top - 10, share_text(most * part / 5), size=SIZE - 1, color=SOFT, align="center")
    canvas.text(WIDTH - 4, box.top - 10, text(told.lang, "report-importance-raw"), size=SIZE - 1, align="right")


def _row(canvas: Canvas, told: ReportContext, row: ImportanceRow, box: Box, top: float, most: float) -> None:
    middle = top + ROW / 2
    lines = wrapped(failure_text(told.things, row.id), (NAMES - 14) / SIZE, 2)
    for place, line in enumerate(lines):
        y = middle + (place - (len(lines) - 1) / 2) * SIZE * 1.18
        canvas.text(NAMES - 6, y, line, size=SIZE, align="right")
    share = row.fussell_vesely or 0.0
    right = box.left + (box.right - box.left) * share / most
    hatch = "////" if row.group in _HUMAN else ""
    fill = "#b9c7d8" if hatch else WORKING
    canvas.rect(
        Box(box.left, middle - 5, max(right, box.left + 1), middle + 5), fill=fill, edge=INK, hatch=hatch, line=0.4
    )
    _value(canvas, share_text(share), right, box, middle)
    canvas.text(WIDTH - 4, middle, figure(row.raw, 2), size=SIZE - 0.4, align="right")


def _value(canvas: Canvas, words: str, right: float, box: Box, y: float) -> None:
    """The share behind its bar, or in front of the end where there is no room behind it."""
    if right + 34 < box.right:
        canvas.text(right + 4, y, words, size=SIZE - 0.4, halo=True)
    else:
        canvas.text(right - 4, y, words, size=SIZE - 0.4, align="right", halo=True)

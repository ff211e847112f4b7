"""The number of times a year an outage lasts longer than each time: one panel a protected load or function, its limit
marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drillsim.documents.campaign_report.report_context import ReportContext
from drillsim.documents.campaign_rows import SubjectRow
from drillsim.documents.figure_words import share_text, two_digits
from drillsim.documents.pictures.campaign.log_scale import DURATIONS, LogScale, decade_range, decades, time_range
from drillsim.documents.pictures.canvas import ALARM, FAINT, GREY, INK, SOFT, WORKING, Box, Canvas, Drawn, Point
from drillsim.documents.pictures.measure import em_width, shortened
from drillsim.documents.pictures.sheet import SIZE, WIDTH
from drillsim.texts import duration_text, text

COLUMNS, ROWS = 3, 8
GAP, AXIS, HEAD, HIGH, FOOT = 10.0, 26.0, 22.0, 52.0, 14.0
SMALL = SIZE - 1.2
LATE = "#f3c6c2"


@dataclass(frozen=True, slots=True)
class Scales:
    """Axes all panels share."""

    time: LogScale
    often: LogScale


def exceedance(told: ReportContext) -> tuple[Drawn, ...]:
    """The sheets of the picture; none when no protected load or function has a curve."""
    rows = [row for row in (*told.document.loads, *told.document.functions) if row.protected and row.curve]
    most = COLUMNS * ROWS
    return tuple(
        _sheet(told, rows[start : start + most], _scales(told, rows), start // most + 1)
        for start in range(0, len(rows), most)
    )


def _scales(told: ReportContext, rows: Sequence[SubjectRow]) -> Scales:
    limits = [row.max_interruption_ms for row in rows if row.max_interruption_ms]
    time = time_range([*limits, *(ms for row in rows for ms, _ in row.curve)])
    often = decade_range(value for row in rows for _, value in row.curve)
    return Scales(LogScale(*time, 0, 1), LogScale(*often, 0, 1))


def _sheet(told: ReportContext, rows: Sequence[SubjectRow], scales: Scales, number: int) -> Drawn:
    lang = told.lang
    canvas = Canvas(WIDTH, f"exceedance{number}-{lang}")
    wide = (WIDTH - 8 - GAP * (COLUMNS - 1)) / COLUMNS
    for place, row in enumerate(rows):
        left = 4 + (place % COLUMNS) * (wide + GAP)
        top = 16 + (place // COLUMNS) * (HEAD + HIGH + FOOT)
        box = Box(left + AXIS, top + HEAD, left + wide, top + HEAD + HIGH)
        _panel(canvas, told, row, scales, box)
    _legend(canvas, told)
    height = 16 + -(-len(rows) // COLUMNS) * (HEAD + HIGH + FOOT) + 2
    title = text(lang, "report-exceedance-title")
    caption = text(lang, "report-exceedance-caption", n=len(rows), missed=sum(map(_is_late, rows)))
    return canvas.drawn(height, title, caption, f"exceedance{number}-{lang}")


def _is_late(row: SubjectRow) -> bool:
    return row.max_interruption_ms is not None and row.curve[-1][0] > row.max_interruption_ms


def _panel(canvas: Canvas, told: ReportContext, row: SubjectRow, scales: Scales, box: Box) -> None:
    time, often = scales.time.moved(box.left, box.right), scales.often.moved(box.bottom, box.top)
    _head(canvas, told, row, box)
    _grid(canvas, told, box, time, often)
    line = _steps(row.curve, time, often)
    if row.max_interruption_ms is not None:
        _limit(canvas, line, box, time.at(row.max_interruption_ms))
    canvas.line(line, color=WORKING, width=1.5, z=4)


def _head(canvas: Canvas, told: ReportContext, row: SubjectRow, box: Box) -> None:
    wide = (box.right - box.left + AXIS) / SIZE
    canvas.text(box.left - AXIS, box.top - 16, shortened(told.things.called(row.id), wide), size=SIZE, bold=False)
    limit = row.max_interruption_ms
    words = (
        text(told.lang, "report-exceedance-no-limit")
        if limit is None
        else text(told.lang, "report-exceedance-limit", limit=duration_text(told.lang, limit))
    )
    met = "" if row.p_met is None else text(told.lang, "report-exceedance-met", share=share_text(row.p_met))
    canvas.text(box.left, box.top - 6.5, words, size=SMALL, color=SOFT)
    canvas.text(box.right, box.top - 6.5, met, size=SMALL, color=ALARM if _is_late(row) else SOFT, align="right")


def _grid(canvas: Canvas, told: ReportContext, box: Box, time: LogScale, often: LogScale) -> None:
    canvas.rect(box, edge=GREY, line=0.5, z=1)
    for value in time.ticks(DURATIONS, 27.0):
        x = time.at(value)
        canvas.line([(x, box.top), (x, box.bottom)], color=FAINT, width=0.4, z=0.5)
        words = duration_text(told.lang, round(value))
        half = em_width(words) * (SMALL - 0.4) / 2
        canvas.text(
            min(max(x, box.left + half - 4), box.right - half), box.bottom + 6, words, size=SMALL - 0.4, color=SOFT,
            align="center",
        )  # fmt: skip
    for value in often.ticks(decades(often.low, often.high), 9.0):
        y = often.at(value)
        canvas.line([(box.left, y), (box.right, y)], color=FAINT, width=0.4, z=0.5)
        words = two_digits(value)
        canvas.text(box.left - 3, y, words, size=SMALL - 0.4, color=SOFT, align="right")


def _steps(curve: Sequence[tuple[int, float]], time: LogScale, often: LogScale) -> list[Point]:
    """Corner points: the value of a point holds from its time to the next one's, and nothing lasts longer than the
    last."""
    points: list[Point] = [(time.start, often.at(curve[0][1]))]
    for ms, value in curve:
        x = time.at(ms)
        points += [(x, points[-1][1]), (x, often.at(value))]
    if points[-1][1] < often.start:
        points.append((points[-1][0], often.start))
    return points


def _limit(canvas: Canvas, line: list[Point], box: Box, x: float) -> None:
    """The limit, and the part of the curve beyond it."""
    beyond = [point for point in line if point[0] > x]
    if beyond:
        before = [point for point in line if point[0] <= x]
        y = before[-1][1] if before else line[0][1]
        area = [(x, box.bottom), (x, y), *beyond, (beyond[-1][0], box.bottom)]
        canvas.polygon(area, fill=LATE, edge="none", z=2)
    canvas.line([(x, box.top), (x, box.bottom)], color=ALARM, width=1.0, dashed=True, z=3)


def _legend(canvas: Canvas, told: ReportContext) -> None:
    x, y = 4.0, 6.0
    for kind in ("curve", "limit", "late"):
        words = text(told.lang, f"report-exceedance-legend-{kind}")
        if kind == "late":
            canvas.rect(Box(x, y - 4, x + 16, y + 4), fill=LATE)
        else:
            color, width = (WORKING, 1.5) if kind == "curve" else (ALARM, 1.0)
            canvas.line([(x, y), (x + 16, y)], color=color, width=width, dashed=kind == "limit")
        canvas.text(x + 20, y, words, size=SIZE - 0.4)
        x += em_width(words) * SIZE + 34
    across = text(told.lang, "report-exceedance-x")
    up = text(told.lang, "report-exceedance-y")
    canvas.text(WIDTH - 4, y, f"↑ {up}   → {across}", size=SIZE - 0.4, color=INK, align="right")

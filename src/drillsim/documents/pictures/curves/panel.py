"""A panel of percent over time with a few events over it, the same axis as the timeline's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drillsim.documents.names import in_roles, names_of
from drillsim.documents.pictures.canvas import ALARM, FAINT, GREY, LIVE, SOFT, Align, Box, Canvas, Point
from drillsim.documents.pictures.lanes import packed
from drillsim.documents.pictures.measure import em_width, shortened
from drillsim.documents.pictures.sheet import END, GUTTER, SIZE, WIDTH, Sheet
from drillsim.documents.pictures.time_scale import time_scale
from drillsim.journal import Journal
from drillsim.schema import Case
from drillsim.texts import Lang

ROW = 11.0
_SMALL = SIZE - 0.4
_LABEL_EM = 34.0


@dataclass(frozen=True, slots=True)
class Note:
    """Words at a moment."""

    t_ms: int
    words: str
    bad: bool = False


def sheet_of(case: Case, journal: Journal, lang: Lang, name: str, moments: Iterable[int]) -> Sheet:
    """A sheet for curves of this run, its axis over all `moments`."""
    scale = time_scale((journal.start_ms, 0, journal.end_ms, *moments), GUTTER, END)
    return Sheet(
        Canvas(WIDTH, f"{name}-{lang}"), scale, in_roles(names_of(case.dossier, lang), case.dossier), case, journal
    )


def draw_notes(sheet: Sheet, notes: Sequence[Note], y: float, bottom: float) -> float:
    """Words in as many rows as they need, each with a line down to `bottom` moved by their height; gives the y below
    the words."""
    rows = packed(_room(sheet, note) for note in notes)
    low = y + ROW * (max(rows, default=-1) + 1)
    for note, row in zip(notes, rows, strict=True):
        x, at, color = sheet.scale.x(note.t_ms), y + ROW * row + 5, ALARM if note.bad else LIVE
        sheet.canvas.line([(x, at + 4), (x, bottom + low - y)], color=GREY, width=0.5, z=1)
        sheet.canvas.polygon([(x - 2.4, at - 2.4), (x + 2.4, at - 2.4), (x, at + 3)], fill=color, edge="none")
        words, right = shortened(note.words, _LABEL_EM), _stands_right(x, note.words)
        align: Align = "left" if right else "right"
        sheet.canvas.text(x + 5 if right else x - 5, at, words, size=_SMALL, color=color, align=align)
    return low


def _room(sheet: Sheet, note: Note) -> tuple[float, float]:
    x, wide = sheet.scale.x(note.t_ms), em_width(shortened(note.words, _LABEL_EM)) * _SMALL + 12
    return (x - 3, x + wide) if _stands_right(x, note.words) else (x - wide, x + 4)


def _stands_right(x: float, words: str) -> bool:
    return x + em_width(shortened(words, _LABEL_EM)) * _SMALL + 8 <= WIDTH - 2


def draw_grid(sheet: Sheet, box: Box, *, ticks: Sequence[int] = (0, 50, 100)) -> None:
    """A frame with lines at `ticks` percent."""
    sheet.canvas.rect(box, edge=GREY, line=0.5, z=1)
    for percent in ticks:
        y = level(box, percent)
        sheet.canvas.line([(box.left, y), (box.right, y)], color=FAINT, width=0.5, z=0.5)
        sheet.canvas.text(box.left - 4, y, f"{percent} %", size=SIZE - 1.2, align="right", color=SOFT)


def level(box: Box, percent: float) -> float:
    """The height of `percent` in a panel."""
    return box.bottom - (box.bottom - box.top) * min(max(percent, 0.0), 100.0) / 100.0


def bent(sheet: Sheet, points: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    """The corner points, and one wherever the axis changes its scale, so that a straight line bends there."""
    found = list(points)
    for t_ms in (edge for cut in sheet.scale.cuts for edge in (cut.start_ms, cut.end_ms)):
        before = [point for point in points if point[0] <= t_ms]
        after = [point for point in points if point[0] > t_ms]
        if before and after:
            (t0, v0), (t1, v1) = before[-1], after[0]
            found.append((t_ms, v0 + (v1 - v0) * (t_ms - t0) / (t1 - t0)))
    return sorted(found, key=lambda point: point[0])


def stepped(points: Sequence[tuple[int, float]], end_ms: int) -> list[tuple[int, float]]:
    """Corner points of a value that jumps and stays."""
    found: list[tuple[int, float]] = []
    for t_ms, value in points:
        if found:
            found.append((t_ms, found[-1][1]))
        found.append((t_ms, value))
    return [*found, (end_ms, found[-1][1])] if found else []


def line_of(sheet: Sheet, box: Box, points: Sequence[tuple[int, float]]) -> list[Point]:
    """Percent over time as points of the drawing."""
    return [(sheet.scale.x(t_ms), level(box, value)) for t_ms, value in points]

"""Stores against time: one panel a tank or battery, with the events that bend its line."""

from __future__ import annotations

from collections.abc import Sequence

from drillsim.documents.pictures.canvas import ALARM, SOFT, WORKING, Box, Drawn
from drillsim.documents.pictures.curves.levels import Level, levels
from drillsim.documents.pictures.curves.panel import Note, bent, draw_grid, draw_notes, line_of, sheet_of
from drillsim.documents.pictures.frame import draw_axis
from drillsim.documents.pictures.sheet import END, GUTTER, SIZE, Sheet
from drillsim.journal import Journal
from drillsim.schema import Case
from drillsim.texts import Lang, has, text

HIGH = 58.0
PER_SHEET = 6
MOST_NOTES = 6
"""A panel with more bends counts those of one kind together."""
_BAD = ("store_empty", "battery_empty", "store_contaminated", "source_stopped")


def stores(case: Case, journal: Journal, lang: Lang) -> tuple[Drawn, ...]:
    """The sheets of the picture, in `lang`; none when no level moved."""
    moved = levels(case.dossier, journal)
    return tuple(
        _sheet(case, journal, lang, moved[start : start + PER_SHEET], start // PER_SHEET + 1)
        for start in range(0, len(moved), PER_SHEET)
    )


def _sheet(case: Case, journal: Journal, lang: Lang, shown: Sequence[Level], number: int) -> Drawn:
    moments = (t for each in shown for t, _ in each.points)
    sheet = sheet_of(case, journal, lang, f"stores{number}", moments)
    top = y = 4.0
    for each in shown:
        y = _panel(sheet, each, y) + 8
    y = draw_axis(sheet, top, y)
    return sheet.canvas.drawn(y, text(lang, "report-stores-title"), _caption(sheet, shown), f"stores{number}-{lang}")


def _panel(sheet: Sheet, each: Level, y: float) -> float:
    notes = _notes(sheet, each)
    low = draw_notes(sheet, notes, y, y + HIGH + 3) + 3
    box = Box(GUTTER, low, END, low + HIGH)
    draw_grid(sheet, box)
    sheet.gutter(low, HIGH - 22, sheet.names.of(each.id))
    _amounts(sheet, each, box)
    line = [(t, 100 * amount / each.capacity) for t, amount in each.points]
    sheet.canvas.line(line_of(sheet, box, bent(sheet, line)), color=WORKING, width=1.6, z=3)
    return box.bottom


def _amounts(sheet: Sheet, each: Level, box: Box) -> None:
    """First, least and last amount under the name."""
    first, last, least = each.points[0][1], each.points[-1][1], min(amount for _, amount in each.points)
    unit = text(sheet.names.lang, f"report-stores-{each.unit.lower()}")
    digits = 0 if each.capacity >= 100 else 1
    words = text(
        sheet.names.lang, "report-stores-amounts", first=f"{first:.{digits}f}", last=f"{last:.{digits}f}",
        least=f"{least:.{digits}f}", unit=unit,
    )  # fmt: skip
    capacity = text(sheet.names.lang, "report-stores-capacity", capacity=f"{each.capacity:.{digits}f}", unit=unit)
    sheet.canvas.text(6, box.bottom - 16, words, size=SIZE - 1, color=ALARM if least <= 0 else SOFT)
    sheet.canvas.text(6, box.bottom - 6, capacity, size=SIZE - 1, color=SOFT)


def _notes(sheet: Sheet, each: Level) -> list[Note]:
    """Return the notes on the events that bent the line; where it bent often, each kind once, at its first time,
    counted."""
    names, lang = sheet.names, sheet.names.lang
    kinds: dict[tuple[str, str], list[int]] = {}
    for t_ms, kind, subject in each.bends:
        kinds.setdefault((kind, subject), []).append(t_ms)
    counted = len(each.bends) > MOST_NOTES
    found = []
    for (kind, subject), times in kinds.items():
        message = f"report-stores-{kind.replace('_', '-')}"
        words = text(lang, message if has(message) else "report-stores-other", what=names.of(subject))
        if counted and len(times) > 1:
            words += text(lang, "report-stores-times", n=len(times))
        found += [Note(t_ms, words, kind in _BAD) for t_ms in (times[:1] if counted else times)]
    return sorted(found, key=lambda note: note.t_ms)


def _caption(sheet: Sheet, shown: Sequence[Level]) -> str:
    empty = [sheet.names.of(each.id) for each in shown if min(amount for _, amount in each.points) <= 0]
    return text(sheet.names.lang, "report-stores-caption", n=len(shown), empty=len(empty))

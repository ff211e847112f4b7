"""The timeline: steps by person with their waits by reason, and on the same axis what went dark and how stores fell."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.documents.names import in_roles, names_of
from drillsim.documents.pictures.canvas import Canvas, Drawn
from drillsim.documents.pictures.flags import draw_flags
from drillsim.documents.pictures.frame import draw_axis, draw_legend
from drillsim.documents.pictures.lanes import Lane, folded, lanes
from drillsim.documents.pictures.marks import marks
from drillsim.documents.pictures.people import draw_people, lane_height
from drillsim.documents.pictures.sheet import END, GUTTER, WIDTH, Sheet
from drillsim.documents.pictures.supply_rows import draw_functions, draw_loads, draw_stores
from drillsim.documents.pictures.time_scale import time_scale
from drillsim.journal import Journal, function_outages, load_outages
from drillsim.schema import Case
from drillsim.texts import Lang, duration_text

HIGHEST = 930.0
"""A timeline higher than this, in points, goes on on another sheet: on A4 upright its words are 6 points."""
_AXIS = 50.0
"""Room for axis and legend."""


def timeline(case: Case, journal: Journal, lang: Lang) -> tuple[Drawn, ...]:
    """The sheets of the picture of one run in `lang`: people first, loads and functions below them on the last."""
    rows = tuple(folded(lane) for lane in lanes(journal, case.dossier))
    trial = _sheet(case, journal, lang, rows, 0)
    room = HIGHEST - _AXIS - draw_flags(trial, 6.0)
    supply = _supply(trial, 0.0)
    pages = _pages(trial, rows, room - 14.0)
    if sum(lane_height(trial, lane) for lane in pages[-1]) + 14.0 + supply > room and pages[-1]:
        pages.append(())
    return tuple(
        _drawn(_sheet(case, journal, lang, rows, number), page, rows, last=number == len(pages))
        for number, page in enumerate(pages, start=1)
    )


def _sheet(case: Case, journal: Journal, lang: Lang, rows: tuple[Lane, ...], number: int) -> Sheet:
    scale = time_scale(_moments(journal, rows), GUTTER, END)
    salt = f"timeline-{lang}" if number <= 1 else f"timeline{number}-{lang}"
    return Sheet(Canvas(WIDTH, salt), scale, in_roles(names_of(case.dossier, lang), case.dossier), case, journal)


def _supply(sheet: Sheet, y: float) -> float:
    for draw in (draw_loads, draw_functions, draw_stores):
        y = draw(sheet, y)
    return y


def _pages(sheet: Sheet, rows: tuple[Lane, ...], room: float) -> list[tuple[Lane, ...]]:
    """Lanes in sheets; a lane higher than a sheet goes on on the next."""
    pages: list[list[Lane]] = [[]]
    left = room
    for lane in (part for row in rows for part in _parts(sheet, row, room)):
        high = lane_height(sheet, lane)
        if high > left and pages[-1]:
            pages.append([])
            left = room
        pages[-1].append(lane)
        left -= high
    return [tuple(page) for page in pages]


def _parts(sheet: Sheet, lane: Lane, room: float) -> Iterator[Lane]:
    """The lane, in as many parts as it needs so that each fits on a sheet."""
    if lane_height(sheet, lane) <= room or len(lane.items) < 2:
        yield lane
        return
    half = len(lane.items) // 2
    for items in (lane.items[:half], lane.items[half:]):
        yield from _parts(sheet, Lane(lane.who, items), room)


def _drawn(sheet: Sheet, page: tuple[Lane, ...], rows: tuple[Lane, ...], *, last: bool) -> Drawn:
    top = y = draw_flags(sheet, 6.0)
    if page:
        y = draw_people(sheet, y, page)
    if last:
        y = _supply(sheet, y)
    height = draw_legend(sheet, draw_axis(sheet, top, y))
    steps = sum(item.count for lane in rows for item in lane.items)
    end = duration_text(sheet.names.lang, sheet.journal.end_ms)
    description = sheet.words("description", people=len(rows), steps=steps, end=end)
    return sheet.canvas.drawn(height, sheet.words("title"), description, sheet.canvas.salt)


def _moments(journal: Journal, rows: tuple[Lane, ...]) -> Iterator[int]:
    """Every moment at which something on the picture changes."""
    yield from (journal.start_ms, 0, journal.end_ms)
    yield from (t for lane in rows for item in lane.items for bar in item.bars for t in (bar.start_ms, bar.end_ms))
    for outages in (load_outages(journal), function_outages(journal)):
        yield from (t for spans in outages.values() for span in spans for t in (span.start_ms, span.end_ms))
    yield from (event.t_ms for event in journal.of("function_changed"))
    yield from (mark.t_ms for mark in marks(journal))

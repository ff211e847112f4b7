"""The timeline: steps by person with their waits by reason, and on the same axis what went dark and how stores fell."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.documents.names import names_of
from drillsim.documents.pictures.canvas import Canvas, Drawn
from drillsim.documents.pictures.flags import draw_flags
from drillsim.documents.pictures.frame import draw_axis, draw_legend
from drillsim.documents.pictures.lanes import Lane, lanes
from drillsim.documents.pictures.marks import marks
from drillsim.documents.pictures.people import draw_people
from drillsim.documents.pictures.sheet import END, GUTTER, WIDTH, Sheet
from drillsim.documents.pictures.supply_rows import draw_functions, draw_loads, draw_stores
from drillsim.documents.pictures.time_scale import time_scale
from drillsim.journal.record import Journal
from drillsim.journal.timeline import function_outages, load_outages
from drillsim.schema.dossier import Case
from drillsim.texts import Lang
from drillsim.texts.quantity import duration_text


def timeline(case: Case, journal: Journal, lang: Lang) -> Drawn:
    """The picture of one run in `lang`."""
    rows = lanes(journal, case.dossier)
    scale = time_scale(_moments(journal, rows), GUTTER, END)
    sheet = Sheet(Canvas(WIDTH, f"timeline-{lang}"), scale, names_of(case.dossier, lang), case, journal)
    top = draw_flags(sheet, 6.0)
    y = draw_people(sheet, top, rows)
    for draw in (draw_loads, draw_functions, draw_stores):
        y = draw(sheet, y)
    height = draw_legend(sheet, draw_axis(sheet, top, y))
    steps, end = sum(len(lane.items) for lane in rows), duration_text(lang, journal.end_ms)
    description = sheet.words("description", people=len(rows), steps=steps, end=end)
    return sheet.canvas.drawn(height, sheet.words("title"), description, f"timeline-{lang}")


def _moments(journal: Journal, rows: tuple[Lane, ...]) -> Iterator[int]:
    """Every moment at which something on the picture changes."""
    yield from (journal.start_ms, 0, journal.end_ms)
    yield from (t for lane in rows for item in lane.items for bar in item.bars for t in (bar.start_ms, bar.end_ms))
    for outages in (load_outages(journal), function_outages(journal)):
        yield from (t for spans in outages.values() for span in spans for t in (span.start_ms, span.end_ms))
    yield from (event.t_ms for event in journal.of("function_changed"))
    yield from (mark.t_ms for mark in marks(journal))

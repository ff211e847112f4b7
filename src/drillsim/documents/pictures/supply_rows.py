"""Below the lanes, on the same axis: loads dark, function states, store levels."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.documents.pictures.canvas import DARK, FAINT, INK, LIMIT, LIVE, PAPER, WORKING, Box
from drillsim.documents.pictures.measure import em_width
from drillsim.documents.pictures.sheet import END, GUTTER, SIZE, STATES, THIN, Sheet
from drillsim.journal import Interval, load_outages, store_levels
from drillsim.texts import duration_text, text

MOST_LOADS = 14
MOST_FUNCTIONS = 12
MOST_STORES = 3
_STORE_HIGH = 32.0
_SMALL = SIZE - 0.6


def draw_loads(sheet: Sheet, y: float) -> float:
    """One row a load; gives the y below."""
    shown = _shown_loads(sheet)
    if not shown:
        return y
    y, outages, facts = sheet.head(y, "loads"), load_outages(sheet.journal), sheet.case.dossier.site.loads
    for load in shown:
        sheet.gutter(y, THIN, sheet.names.of(load))
        _outages(sheet, y, outages.get(load, ()), facts[load].max_interruption if load in facts else None)
        y += THIN
    return y


def _shown_loads(sheet: Sheet) -> tuple[str, ...]:
    """Loads with a limit, the dark ones first, then others that went dark, largest demand first."""
    site, dark = sheet.case.dossier.site, load_outages(sheet.journal)
    demand = {row.name: row.p_mw for row in sheet.case.dossier.network.loads}
    limited = [name for name in demand if name in site.loads and site.loads[name].max_interruption is not None]
    rest = sorted((name for name in demand if name not in limited and dark.get(name)), key=lambda name: -demand[name])
    return tuple((*sorted(limited, key=lambda name: not dark.get(name)), *rest)[:MOST_LOADS])


def _outages(sheet: Sheet, y: float, spans: tuple[Interval, ...], limit: int | None) -> None:
    _baseline(sheet, y)
    for span in spans:
        left, right = sheet.span(span.start_ms, span.end_ms)
        sheet.bar(left, right, y + 2.2, y + THIN - 2.2, (DARK, ""))
        if limit is not None and span.ms > limit:
            sheet.used["limit"] = None
            x = sheet.scale.x(span.start_ms + limit)
            sheet.canvas.line([(x, y + 0.8), (x, y + THIN - 0.8)], color=LIMIT, width=1.6, z=5)
    free = [(GUTTER, END)]
    for span in sorted(spans, key=lambda each: (-each.ms, each.start_ms))[:4]:
        _outage_label(sheet, y, span, limit, free)


def _outage_label(sheet: Sheet, y: float, span: Interval, limit: int | None, free: list[tuple[float, float]]) -> None:
    """Write the length of the outage inside the bar or beside it, where `free` has room."""
    words = duration_text(sheet.names.lang, span.ms) + (sheet.words("still") if span.open else "")
    wide = em_width(words) * _SMALL + 4
    left, right = sheet.span(span.start_ms, span.end_ms)
    mark = sheet.scale.x(span.start_ms + limit) if limit is not None and span.ms > limit else left
    left = mark if mark - left < wide + 8 else left
    inside = right - left > wide + 8
    start = left + 5 if inside else right + 3 if right + wide < END else left - wide
    room = next((each for each in free if each[0] <= start and start + wide <= each[1]), None)
    if room is not None:
        free.remove(room)
        free += [(room[0], start), (start + wide, room[1])]
        color = PAPER if inside else INK
        sheet.canvas.text(start + 1, y + THIN / 2, words, size=_SMALL, color=color, halo=not inside)


def draw_functions(sheet: Sheet, y: float) -> float:
    """One row a function; gives the y below."""
    shown = tuple(sheet.case.dossier.site.functions)[:MOST_FUNCTIONS]
    if not shown:
        return y
    y = sheet.head(y, "functions")
    for function in shown:
        sheet.gutter(y, THIN, sheet.names.of(function))
        _baseline(sheet, y)
        for start, end, state in _states(sheet, function):
            if state in STATES:
                _state(sheet, y, start, end, state)
        y += THIN
    return y


def _states(sheet: Sheet, function: str) -> Iterator[tuple[int, int, str]]:
    """(from, to, state) of a function over the run."""
    journal = sheet.journal
    at, state = journal.start_ms, str(journal.initial.get("functions", {}).get(function, "normal"))
    for event in journal.of("function_changed"):
        if event.data["function"] == function:
            yield at, event.t_ms, state
            at, state = event.t_ms, str(event.data["state"])
    yield at, journal.end_ms, state


def _state(sheet: Sheet, y: float, start: int, end: int, state: str) -> None:
    sheet.used[f"function-{state}"] = None
    left, right = sheet.span(start, end)
    sheet.bar(left, right, y + 2.2, y + THIN - 2.2, STATES[state])
    words = text(sheet.names.lang, f"report-function-{state.replace('_', '-')}")
    if em_width(words) * SIZE + 8 < right - left:
        hatched = bool(STATES[state][1])
        color = INK if hatched else PAPER
        middle = (left + right) / 2
        sheet.canvas.text(middle, y + THIN / 2, words, size=SIZE - 1, align="center", color=color, halo=hatched)


def draw_stores(sheet: Sheet, y: float) -> float:
    """One small curve a store; gives the y below."""
    shown = _shown_stores(sheet)
    if not shown:
        return y
    y = sheet.head(y, "stores")
    for store in shown:
        sheet.gutter(y, _STORE_HIGH, sheet.names.of(store))
        _curve(sheet, Box(GUTTER, y + 4, END, y + _STORE_HIGH - 4), store)
        y += _STORE_HIGH
    return y


def _shown_stores(sheet: Sheet) -> tuple[str, ...]:
    """Stores whose level moved; the first one when none did."""
    levels = {store: store_levels(sheet.journal, store) for store in sheet.case.dossier.site.tanks}
    moved = [store for store, points in levels.items() if len({level for _, level in points}) > 1]
    return tuple(moved or [store for store, points in levels.items() if points][:1])[:MOST_STORES]


def _curve(sheet: Sheet, box: Box, store: str) -> None:
    points, capacity = store_levels(sheet.journal, store), sheet.case.dossier.site.tanks[store].capacity_l
    high = box.bottom - box.top
    sheet.canvas.rect(box, edge=FAINT, line=0.5)
    line = [(sheet.scale.x(t), box.top + high * (1 - level / capacity)) for t, level in _bent(sheet, points)]
    sheet.canvas.line(line, color=WORKING, width=1.3)
    first, last = points[0][1], points[-1][1]
    words = sheet.words("litres", first=f"{first:.0f}", last=f"{last:.0f}", capacity=f"{capacity:.0f}")
    y = box.bottom - 5 if last > capacity / 2 else box.top + 5
    sheet.canvas.text(END - 3, y, words, size=_SMALL, align="right")


def _bent(sheet: Sheet, points: tuple[tuple[int, float], ...]) -> list[tuple[int, float]]:
    """The level's corner points, and a point wherever the axis changes its scale, so that the line bends there."""
    found = list(points)
    for t_ms in (edge for cut in sheet.scale.cuts for edge in (cut.start_ms, cut.end_ms)):
        before = [point for point in points if point[0] <= t_ms]
        after = [point for point in points if point[0] > t_ms]
        if before and after:
            (t0, l0), (t1, l1) = before[-1], after[0]
            found.append((t_ms, l0 + (l1 - l0) * (t_ms - t0) / (t1 - t0)))
    return sorted(found)


def _baseline(sheet: Sheet, y: float) -> None:
    sheet.canvas.line([(GUTTER, y + THIN / 2), (END, y + THIN / 2)], color=LIVE, width=1.2)

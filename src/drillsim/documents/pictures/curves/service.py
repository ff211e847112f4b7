"""The service curve: how much of the demanded power is served, and how many functions work. Power back is not service
back: two lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from drillsim.documents.pictures.canvas import DARK, GREY, LIVE, WORKING, Box, Drawn
from drillsim.documents.pictures.curves.panel import Note, draw_grid, draw_notes, line_of, sheet_of, stepped
from drillsim.documents.pictures.frame import draw_axis
from drillsim.documents.pictures.measure import em_width
from drillsim.documents.pictures.sheet import END, GUTTER, SIZE, Sheet
from drillsim.journal import Journal
from drillsim.schema import Case
from drillsim.texts import Lang, duration_text, text

HIGH = 170.0
_WORKS = ("normal",)
BRIEF_MS = 10_000
"""A gap shorter than this (a changeover) does not put off when power or service is back."""


@dataclass(frozen=True, slots=True)
class ServicePoint:
    """The plant from `t_ms` on: demand and what is served of it, and the share of functions in normal state."""

    t_ms: int
    demand_kw: float
    served_kw: float
    normal: int
    functions: int


@dataclass(frozen=True, slots=True)
class Back:
    """The times at which power and service were whole again after they had not been; None where they were not by the
    end."""

    lost_ms: int | None
    power_ms: int | None
    service_lost_ms: int | None
    service_ms: int | None


def service_points(journal: Journal) -> tuple[ServicePoint, ...]:
    """One point an instant in which power or a function changed, the first at the start of the run."""
    loads = journal.initial.get("loads", {})
    demand = {name: float(state["demand_kw"]) for name, state in loads.items()}
    dark = {name for name, state in loads.items() if not state["live"]}
    states = dict(journal.initial.get("functions", {}))
    found = {journal.start_ms: _point(journal.start_ms, demand, dark, states)}
    for event in journal.of("load_lost", "load_restored", "demand_changed", "function_changed"):
        if event.type == "function_changed":
            states[event.data["function"]] = event.data["state"]
        else:
            name = event.data["load"]
            demand[name] = float(event.data["demand_kw"])
            if event.type != "demand_changed":
                (dark.add if event.type == "load_lost" else dark.discard)(name)
        found[event.t_ms] = _point(event.t_ms, demand, dark, states)
    return tuple(found.values())


def _point(t_ms: int, demand: dict[str, float], dark: set[str], states: dict[str, str]) -> ServicePoint:
    all_kw = sum(demand.values())
    served = sum(kw for name, kw in demand.items() if name not in dark)
    return ServicePoint(t_ms, all_kw, served, sum(1 for s in states.values() if s in _WORKS), len(states))


def back(points: tuple[ServicePoint, ...], end_ms: int) -> Back:
    """Return the times at which all power and all service came back for good, up to the end of the run."""
    power = [(point.t_ms, point.served_kw >= point.demand_kw - 1e-6) for point in points]
    works = [(point.t_ms, point.normal == point.functions) for point in points]
    return Back(*_whole_again(power, end_ms), *_whole_again(works, end_ms))


def _whole_again(states: list[tuple[int, bool]], end_ms: int) -> tuple[int | None, int | None]:
    """Return the time it was first not whole, and the time from which it was whole to the end but for gaps shorter than
    `BRIEF_MS`; ms, None where there is none."""
    spells = [(at, then - at, whole) for (at, whole), (then, _) in pairwise([*states, (end_ms, True)])]
    gaps = _gaps(spells)
    long = [gap for gap in gaps if gap[1] >= BRIEF_MS or gap[0] + gap[1] >= end_ms] or gaps[:1]
    if not long:
        return None, None
    start, ms = long[-1]
    return long[0][0], start + ms if start + ms < end_ms else None


def _gaps(spells: list[tuple[int, int, bool]]) -> list[tuple[int, int]]:
    """Spells in which it was not whole, joined where one follows the other: from when on and how long."""
    found: list[tuple[int, int]] = []
    for at, ms, whole in spells:
        if whole:
            continue
        if found and sum(found[-1]) == at:
            found[-1] = (found[-1][0], found[-1][1] + ms)
        else:
            found.append((at, ms))
    return found


def service(case: Case, journal: Journal, lang: Lang) -> Drawn | None:
    """The picture, in `lang`; None when neither power nor any function was ever lost."""
    points = service_points(journal)
    when = back(points, journal.end_ms)
    if when.lost_ms is None and when.service_lost_ms is None:
        return None
    sheet = sheet_of(case, journal, lang, "service", (point.t_ms for point in points))
    notes = _notes(journal, when, lang)
    top = draw_notes(sheet, notes, 6.0, 6.0 + HIGH + 8.0) + 8.0
    box = Box(GUTTER, top, END, top + HIGH)
    draw_grid(sheet, box, ticks=(0, 25, 50, 75, 100))
    _draw_lines(sheet, box, points)
    y = _legend(sheet, draw_axis(sheet, box.top, box.bottom), points)
    caption = _caption(points, lang)
    return sheet.canvas.drawn(y, text(lang, "report-service-title"), caption, f"service-{lang}")


def _draw_lines(sheet: Sheet, box: Box, points: tuple[ServicePoint, ...]) -> None:
    most = max(point.demand_kw for point in points) or 1.0
    end = sheet.journal.end_ms
    demanded = stepped([(p.t_ms, 100 * p.demand_kw / most) for p in points], end)
    served = stepped([(p.t_ms, 100 * p.served_kw / most) for p in points], end)
    sheet.canvas.line(line_of(sheet, box, demanded), color=DARK, width=0.9, dashed=True, z=2)
    sheet.canvas.line(line_of(sheet, box, served), color=LIVE, width=1.8, z=3)
    if points[0].functions:
        works = stepped([(p.t_ms, 100 * p.normal / p.functions) for p in points], end)
        sheet.canvas.line(line_of(sheet, box, works), color=WORKING, width=1.8, dashed=True, z=4)


def _notes(journal: Journal, when: Back, lang: Lang) -> list[Note]:
    """Marks at the fault, power back, service back."""
    faults = [event.t_ms for event in journal.of("fault_begins")]
    found = [Note(min(faults), text(lang, "report-service-fault"), True)] if faults else []
    for lost, at, name in (
        (when.lost_ms, when.power_ms, "power"),
        (when.service_lost_ms, when.service_ms, "service"),
    ):
        if lost is not None and at is not None:
            words = text(lang, f"report-service-{name}-back", after=duration_text(lang, at - lost))
            found.append(Note(at, words))
        elif lost is not None:
            found.append(Note(journal.end_ms, text(lang, f"report-service-{name}-not-back"), True))
    return found


def _caption(points: tuple[ServicePoint, ...], lang: Lang) -> str:
    least = min(points, key=lambda point: point.served_kw)
    worst = min(points, key=lambda point: point.normal)
    return text(
        lang, "report-service-caption", served=f"{least.served_kw:.0f}", demand=f"{least.demand_kw:.0f}",
        normal=worst.normal, functions=worst.functions,
    )  # fmt: skip


def _legend(sheet: Sheet, y: float, points: tuple[ServicePoint, ...]) -> float:
    x = 6.0
    most = max(point.demand_kw for point in points)
    for name, color, width, dashed in _entries(points):
        words = text(sheet.names.lang, f"report-service-{name}", kw=f"{most:.0f}")
        wide = em_width(words) * SIZE + 34
        if x + wide > END:
            x, y = 6.0, y + 13
        sheet.canvas.line([(x, y), (x + 20, y)], color=color, width=width, dashed=dashed)
        sheet.canvas.text(x + 24, y, words, size=SIZE - 0.4)
        x += wide
    sheet.canvas.text(6, y + 13, text(sheet.names.lang, "report-service-brief"), size=SIZE - 0.8, color=GREY)
    return y + 24


def _entries(points: tuple[ServicePoint, ...]) -> Iterator[tuple[str, str, float, bool]]:
    yield "demanded", DARK, 0.9, True
    yield "served", LIVE, 1.8, False
    if points[0].functions:
        yield "normal", WORKING, 1.8, True

"""Page one: conclusion and grade, what was missed first and why, what to change, what is to be decided, what was not
tested, how sure all this is. One A4, whatever came together.

It is built as full as may be and, where that runs over, again with fewer lines of what is said in full behind it. No
line of what was missed is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drillsim.documents.blocks import (
    Block,
    Callout,
    Cell,
    Density,
    Heading,
    Listing,
    Paragraph,
    Table,
    row,
)
from drillsim.documents.pictures.measure import shortened
from drillsim.documents.report import Change, Light, Report, WeakPoint
from drillsim.documents.run_report.fit import LINES, lines_of
from drillsim.documents.run_report.wording import TONES, Words, change_id, span

MOST_NAMES = 5
"""Names a line of lights gives before it counts; of what was missed it gives more."""
MOST_MISSED = 16
TABLE_1, TABLE_2, TABLE_3, NOT_TESTED = "table-1", "table-2", "table-3", "not-tested"
"""Ids of what page one leads to."""
LEAST_NEW = 62.0
"""Em of a new wording that stand beside its gain without making the row higher."""
_COLUMNS = (("verdict", 1.05), ("name", 3.5), ("limit", 0.9), ("outage", 1.6), ("cause", 3.3))


@dataclass(frozen=True, slots=True)
class _Room:
    """How many lines of each part are let in, and how long a sentence may be, em."""

    met: int
    open: int
    """Lines of what was not tested, or nobody can say."""
    weak: int
    not_tested: int
    decisions: int
    words: float
    wait: bool


ROOMS = (
    _Room(10, 16, 5, 5, 3, 150.0, True),
    _Room(6, 12, 5, 3, 2, 120.0, True),
    _Room(3, 10, 5, 3, 2, 100.0, True),
    _Room(1, 8, 5, 2, 1, 90.0, False),
    _Room(0, 6, 4, 2, 1, 80.0, False),
    _Room(0, 4, 3, 1, 1, 70.0, False),
    _Room(0, 3, 2, 1, 0, 55.0, False),
    _Room(0, 1, 1, 1, 0, 40.0, False),
)


def first_page(report: Report) -> tuple[Density, tuple[Block, ...]]:
    """Return how small its words are set, and its blocks."""
    for room in ROOMS:
        blocks = tuple(_blocks(report, room))
        for density, most in LINES.items():
            if lines_of(blocks, density) <= most:
                return density, blocks
    return density, blocks


def _blocks(report: Report, room: _Room) -> Iterator[Block]:
    t = Words(report.lang)
    yield Paragraph(report.scenario, t("scenario"))
    about = (
        report.customer_class,
        f"{report.plan} {report.plan_change}",
        f"{t('start')} {report.start}",
        f"{t('horizon')} {report.horizon}",
        report.status,
    )
    yield Paragraph(" · ".join(about), tone="small")
    if report.warning:
        yield Callout(f"⚠ {report.warning}", "bad")
    missed = any(light.verdict == "missed" for light in report.lights)
    met = not report.warning and report.lights and all(light.verdict == "met" for light in report.lights)
    yield Callout(t.gap.join((*report.conclusion, report.grade)), "bad" if missed else "good" if met else "open")
    yield Heading(t("lights"), 2)
    yield from _lights(t, report, room)
    yield from _first(t, report, room)
    yield from _weak(t, report, room)
    if room.wait and report.costliest:
        yield Paragraph(shortened(wait_text(report), 2 * room.words), t("wait"), tone="dense")
    yield from _decisions(t, report, room)
    yield from _not_tested(t, report, room)
    yield Paragraph(t.gap.join(report.sure), t("sure"), tone="dense")
    yield Paragraph(t("safety"), tone="small")


def _lights(t: Words, report: Report, room: _Room) -> Iterator[Block]:
    """The lights: all that were missed, the rest as far as there is room."""
    lines = _joined(t, report.lines)
    missed = [line for line in lines if line.verdict == "missed"]
    unknown = [line for line in lines if line.verdict not in ("missed", "met")][: room.open]
    met = [line for line in report.lines if line.verdict == "met"][: room.met]
    shown = (*missed, *unknown, *met)
    if shown:
        yield Table(t.columns(*_COLUMNS), tuple(_light(t, each) for each in shown))
    if more := sum(len(line.names) for line in report.lines) - sum(len(line.names) for line in shown):
        yield Paragraph(t("lights-more", n=more), tone="small", link=TABLE_1)


def _joined(t: Words, lines: Sequence[Light]) -> tuple[Light, ...]:
    """Return the lines, those missed for as long and by the same cause in one: each name with its limit behind it."""
    groups: dict[tuple[str, ...], list[Light]] = {}
    for line in lines:
        alike = (line.kind, line.outage, line.cause) if line.verdict == "missed" else (line.verdict, line.id)
        groups.setdefault(alike, []).append(line)
    return tuple(_one(t, each) for each in groups.values())


def _one(t: Words, lines: Sequence[Light]) -> Light:
    if len(lines) == 1:
        return lines[0]
    ordered = sorted(lines, key=lambda line: line.limit_ms or 0)
    names = tuple(t("light-limit", name=name, limit=line.limit) for line in ordered for name in line.names)
    limits = t("light-limits", first=ordered[0].limit, last=ordered[-1].limit)
    return replace(ordered[0], names=names, limit=limits)


def _light(t: Words, light: Light) -> tuple[Cell, ...]:
    names, most = light.names or (light.name,), MOST_MISSED if light.verdict == "missed" else MOST_NAMES
    called = t.listed(names[:most]) + (t("lights-names", n=len(names)) if len(names) > most else "")
    return row(
        Cell(f"{light.mark} {light.word}", tone=TONES[light.verdict]),
        called,
        Cell(light.limit, span(light.limit_ms)),
        Cell(light.outage, span(light.outage_ms)),
        light.cause or light.why,
    )


def _first(t: Words, report: Report, room: _Room) -> Iterator[Block]:
    if not report.first:
        return
    yield Heading(t("first"), 2)
    columns = t.columns(("place", 1.2), ("new", 3.8), ("gain", 3.7), ("owner", 1.0), ("due", 0.9))
    yield Table(columns, tuple(_change(t, number, each, room) for number, each in enumerate(report.first, 1)))


def _change(t: Words, number: int, change: Change, room: _Room) -> tuple[Cell, ...]:
    return row(
        Cell(f"{number}. {change.clause}", links=(change_id(change.id),)),
        shortened(change.new, max(0.8 * room.words, LEAST_NEW)),
        change.gain,
        change.owner,
        change.due,
    )


def _weak(t: Words, report: Report, room: _Room) -> Iterator[Block]:
    yield Heading(t("weak"), 2)
    if not report.top:
        yield Paragraph(report.weak_note)
        return
    shown = report.top[: room.weak]
    links = tuple(f"weak-{each.number}" for each in shown)
    yield Listing(tuple(_point(t, each, room) for each in shown), numbered=True, tone="dense", links=links)
    if (n := len(report.weak_points)) > len(shown):
        yield Paragraph(t("weak-more", n=n), tone="small", link=TABLE_2)


def _point(t: Words, weak: WeakPoint, room: _Room) -> str:
    """One weak point in a line or two: what, where in the plan, and which change answers it."""
    words = f"[{weak.grade}] {weak.code} {weak.title}{t.colon}{shortened(weak.text, 0.5 * room.words)}"
    others = t("weak-others", n=weak.others) if weak.others else ""
    answer = (
        t("first-see", n=weak.change_number)
        if weak.change_number
        else f"{t('weak-change')} {shortened(weak.change, 0.25 * room.words)} · {weak.change_word}"
        if weak.change
        else t("weak-no-change")
    )
    place = weak.clause if weak.clause == t("no-clause") else f"{t('weak-clause')} {weak.clause}"
    return " · ".join((f"{words}{t.gap}{others}".rstrip(), place, answer))


def wait_text(report: Report) -> str:
    """Return the costliest wait in a sentence; the note in its place where there is none."""
    t, found = Words(report.lang), report.costliest
    if found is None:
        return report.costliest_note
    words = t(
        "wait-sentence", step=found.step, text=found.text, clause=found.clause, who=found.who, reason=found.reason,
        ms=found.ms, cost=found.cost,
    )  # fmt: skip
    return t.gap.join((words, *([t("wait-on", on=found.on)] if found.on else []), found.answer))


def _decisions(t: Words, report: Report, room: _Room) -> Iterator[Block]:
    shown = report.decisions[: room.decisions]
    more = len(report.decisions) - len(shown)
    lines = [
        *([report.adopt] if report.adopt else []),
        *(shortened(each, 0.5 * room.words) for each in shown),
        *([t("decide-more", n=more)] if more else []),
    ]
    if lines:
        yield Heading(t("decisions"), 2)
        yield Listing(tuple(lines), tone="dense", links=(TABLE_3,) * len(lines))


def _not_tested(t: Words, report: Report, room: _Room) -> Iterator[Block]:
    yield Heading(t("not-tested"), 2)
    if not report.not_tested:
        yield Paragraph(t("not-tested-none"), tone="dense")
    lines: Sequence[str] = report.not_tested[: room.not_tested]
    if lines:
        yield Listing(tuple(shortened(each, 0.6 * room.words) for each in lines), tone="dense")
    if more := len(report.not_tested) - len(lines):
        yield Paragraph(t("not-tested-more", n=more), tone="small", link=NOT_TESTED)
    if report.expected_summary:
        yield Paragraph(shortened(report.expected_summary, 0.6 * room.words), t("expected"), tone="dense")

"""The after-action report of one run: page one says what matters first, the rest is for those who want to check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drillsim.documents.blocks import (
    Block,
    Callout,
    Cell,
    Document,
    Facts,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Table,
    Tone,
    row,
)
from drillsim.documents.forms.paper import Paper
from drillsim.documents.layout import shown_lights
from drillsim.documents.pictures.measure import shortened
from drillsim.documents.report import Change, Light, Report, WeakPoint

TONES: dict[str, Tone] = {"met": "good", "missed": "bad", "not_tested": "open", "cannot_say": "open"}
MOST_WORDS = 150.0
"""Width of one sentence on page one, em; the whole of it stands behind."""
MOST_NOT_TESTED = 3
"""Lines of page one on what was not tested."""


def after_action(paper: Paper, report: Report) -> Document:
    """The report of the run."""
    blocks = (*_page_one(paper, report), PageBreak(), *_details(paper, report))
    return paper.form("after-action", blocks)


def _page_one(paper: Paper, report: Report) -> Iterator[Block]:
    yield Paragraph(report.scenario, paper.words("scenario"))
    yield Paragraph(
        f"{report.plan} · {report.customer_class} · {paper.words('start')} {report.start} · "
        f"{paper.words('horizon')} {report.horizon} · {report.status}",
        tone="small",
    )
    if report.warning:
        yield Callout(report.warning, "bad")
    missed = any(light.verdict == "missed" for light in report.lights)
    yield Callout(paper.joined(report.conclusion), "bad" if missed else "open" if report.warning else "plain")
    if report.first:
        yield Heading(paper.words("first"), 2)
        yield Listing(tuple(_first(paper, each) for each in report.first), numbered=True, tone="dense")
    lines = shown_lights(report)
    yield Heading(paper.words("lights"), 2)
    yield _first_lights(paper, lines)
    if more := sum(len(line.names) for line in report.lines[len(lines) :]):
        yield Paragraph(paper.words("lights-more", n=more), tone="small")
    yield Heading(paper.words("weak"), 2)
    if report.top:
        yield Listing(tuple(_weak(paper, each) for each in report.top), numbered=True, tone="dense")
    else:
        yield Paragraph(report.weak_note)
    yield Heading(paper.words("not-tested"), 2)
    yield from _some(report.not_tested, MOST_NOT_TESTED, paper)
    yield Paragraph(paper.words("safety"), tone="small")


def _first(paper: Paper, change: Change) -> str:
    new = shortened(change.new, MOST_WORDS)
    return f"{change.clause} · {change.owner}{paper.t('colon')}{new}{f' — {change.gain}' if change.gain else ''}"


def _weak(paper: Paper, weak: WeakPoint) -> str:
    words = f"[{weak.grade}] {weak.code} {weak.title}{paper.t('colon')}{shortened(weak.text, MOST_WORDS)}"
    see = [paper.words("first-see", n=weak.change_number)] if weak.change_number else []
    return " · ".join([words, f"{paper.words('weak-clause')}{paper.t('colon')}{weak.clause}", *see])


def _some(lines: Sequence[str], most: int, paper: Paper) -> Iterator[Block]:
    yield (
        Listing(tuple(shortened(each, MOST_WORDS) for each in lines[:most]), tone="dense")
        if lines
        else Paragraph(paper.words("not-tested-none"))
    )
    if len(lines) > most:
        yield Paragraph(paper.words("not-tested-more", n=len(lines) - most), tone="small")


def _first_lights(paper: Paper, lights: Sequence[Light]) -> Table:
    """The lines of page one: that a limit was missed needs no reason, that it was not tested does."""
    columns = paper.report_columns(("verdict", 1.1), ("name", 4.0), ("limit", 0.9), ("outage", 2.8))
    rows = (
        row(
            Cell(f"{each.mark} {each.word}", tone=TONES[each.verdict]),
            paper.listed(each.names or (each.name,)),
            each.limit,
            each.outage if each.verdict in ("met", "missed") else f"{each.outage} · {each.why}",
        )
        for each in lights
    )
    return Table(columns, tuple(rows))


def _lights(paper: Paper, lights: Sequence[Light]) -> Table:
    columns = paper.report_columns(("verdict", 1.0), ("name", 3.0), ("limit", 1.0), ("outage", 1.5), ("why", 2.4))
    rows = (
        row(Cell(f"{each.mark} {each.word}", tone=TONES[each.verdict]), each.name, each.limit, each.outage, each.why)
        for each in lights
    )
    return Table(columns, tuple(rows))


def _details(paper: Paper, report: Report) -> Iterator[Block]:
    yield Heading(paper.words("all-judged"))
    yield _lights(paper, report.judged)
    yield Heading(paper.words("all-weak"))
    columns = paper.report_columns(
        ("number", 0.5), ("severity", 0.7), ("code", 1.4), ("finding", 3.6), ("clause", 0.9), ("change", 1.4)
    )
    yield (
        Table(
            columns,
            tuple(
                row(
                    Cell(str(each.number), each.number),
                    each.grade,
                    f"{'└ ' if each.depth else ''}{each.code} {each.title}",
                    each.text,
                    each.clause,
                    each.change_id,
                )
                for each in report.weak_points
            ),
        )
        if report.weak_points
        else Paragraph(report.weak_note)
    )
    yield Heading(paper.words("changes"))
    for each in report.changes:
        if each.verdict != "rejected":
            yield from _change(paper, each)
    yield Heading(paper.words("never-begun"))
    yield _never_begun(paper, report) if report.never_begun else Paragraph(paper.words("never-begun-none"))
    yield Heading(paper.words("hazards"))
    yield (
        Table(
            paper.report_columns(("time", 1.0), ("hazard", 4.0), ("who", 2.0)),
            tuple(row(*each) for each in report.hazards),
        )
        if report.hazards
        else Paragraph(paper.words("hazards-none"))
    )
    yield Heading(paper.words("all-not-tested"))
    yield Listing(report.not_tested) if report.not_tested else Paragraph(paper.words("not-tested-none"))
    yield Heading(paper.words("assumptions"))
    yield Listing(report.assumptions)
    yield Heading(paper.words("facts"))
    yield Facts(report.facts)


def _change(paper: Paper, change: Change) -> Iterator[Block]:
    yield Heading(f"{change.mark} {change.clause} · {change.word} · {change.kind}", 2)
    pairs = [
        (paper.words("column-old"), change.old),
        (paper.words("column-new"), change.new),
        (paper.words("column-reason"), change.reason),
        (paper.words("column-owner"), change.owner),
        (paper.words("column-assumed"), change.assumed),
        (paper.words("column-cost"), change.cost),
        *((name, f"{before} → {after}") for name, before, after in change.measures),
        (paper.t("id"), change.id),
    ]
    yield Facts(tuple((name, value) for name, value in pairs if value))


def _never_begun(paper: Paper, report: Report) -> Table:
    columns = paper.report_columns(("clause", 0.9), ("step", 3.0), ("who", 1.2), ("held", 1.6), ("needed", 2.4))
    return Table(
        columns, tuple(row(e.clause, f"{e.step} {e.text}".strip(), e.who, e.held, e.needed) for e in report.never_begun)
    )

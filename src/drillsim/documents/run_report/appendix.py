"""The part only looked up: every load and function, steps, evidence, clauses, assumptions, digests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drillsim.documents.blocks import Block, Cell, Facts, Heading, Listing, PageBreak, Paragraph, Table, row
from drillsim.documents.report import Light, Report, StepLine
from drillsim.documents.run_report.alike import alike
from drillsim.documents.run_report.body import listed_changes
from drillsim.documents.run_report.first_page import NOT_TESTED, TABLE_1
from drillsim.documents.run_report.wording import TONES, Words, clause_id, event_id, span, step_id


def appendix(report: Report) -> Iterator[Block]:
    """Everything behind the body, across except for lists."""
    t = Words(report.lang)
    yield PageBreak(landscape=True, density="dense")
    yield Heading(t("details"), id="details", appendix=True)
    yield from _judged(t, report)
    yield from listed_changes(report, "rejected")
    yield from _steps(t, report)
    yield from _never_begun(t, report)
    yield from _hazards(t, report)
    yield PageBreak(landscape=False, density="dense")
    yield from _lists(t, report)
    yield from _evidence(t, report)


def _judged(t: Words, report: Report) -> Iterator[Block]:
    yield Heading(t("all-judged"), 2, id=TABLE_1)
    columns = t.columns(
        ("verdict", 0.8), ("name", 2.4), ("limit", 0.8), ("outage", 1.3), ("total", 1.1), ("unserved", 0.8),
        ("why", 3.2),
    )  # fmt: skip
    yield Table(columns, tuple(_light(t, each) for each in report.judged))


def _light(t: Words, light: Light) -> tuple[Cell, ...]:
    why = [
        *([f"{light.cause}{'。' if t.lang == 'zh' else '.'}"] if light.cause else []),
        light.why,
        *([f"{t('column-endurance')}{t.colon}{light.endurance_mark} {light.endurance}"] if light.endurance else []),
    ]
    called = light.name if light.name == light.id else f"{light.name} ({light.id})"
    return row(
        Cell(f"{light.mark} {light.word}", tone=TONES[light.verdict]),
        f"{called} · {light.kind}",
        Cell(light.limit, span(light.limit_ms)),
        Cell(light.outage, span(light.outage_ms)),
        Cell(t("outages", n=light.outages, total=light.total) if light.outages > 1 else "—", span(light.total_ms)),
        Cell(light.unserved or "—", light.unserved_kwh),
        t.gap.join(why),
    )


def _steps(t: Words, report: Report) -> Iterator[Block]:
    yield PageBreak(density="dense")
    yield Heading(t("steps"), 2, id="steps")
    known = {each.clause for each in report.clauses}
    columns = t.columns(
        ("who", 1.3), ("step", 4.0), ("clause", 0.8), ("ready", 0.8), ("started", 0.8), ("finished", 0.8),
        ("verdict", 0.9), ("waits", 3.0),
    )  # fmt: skip
    yield Table(columns, tuple(_step(t, each, known) for each in alike(report.steps)))


def _step(t: Words, steps: Sequence[StepLine], known: set[str]) -> tuple[Cell, ...]:
    step, *others = steps
    more = f"\n{t('steps-alike', n=len(others), ids=t.all_of([each.step for each in others]))}" if others else ""
    ready, started, finished = (span(each) for each in step.times_ms)
    return row(
        step.who,
        Cell(f"{step.step} {step.text}".rstrip() + more, id=step_id(step.step)),
        Cell(step.clause or "—", links=(clause_id(step.clause),) if step.clause in known else ()),
        Cell(step.ready, ready),
        Cell(step.started, started),
        Cell(step.finished, finished),
        step.state,
        "\n".join(step.waits) or "—",
    )


def _never_begun(t: Words, report: Report) -> Iterator[Block]:
    yield Heading(t("never-begun"), 2, id="never-begun")
    if not report.never_begun:
        yield Paragraph(t("never-begun-none"))
        return
    columns = t.columns(("clause", 0.9), ("step", 3.2), ("who", 1.3), ("held", 1.8), ("needed", 3.0))
    rows = (
        row(each.clause, f"{each.step} {each.text}".rstrip(), each.who, each.held, each.needed)
        for each in report.never_begun
    )
    yield Table(columns, tuple(rows))


def _hazards(t: Words, report: Report) -> Iterator[Block]:
    yield Heading(t("hazards"), 2, id="hazards")
    if not report.hazards:
        yield Paragraph(t("hazards-none"))
        return
    rows = tuple(row(time, what, who or "—") for time, what, who in report.hazards)
    yield Table(t.columns(("time", 1.0), ("hazard", 4.0), ("who", 2.5)), rows)


def _lists(t: Words, report: Report) -> Iterator[Block]:
    if report.expected:
        yield Heading(t("expected"), 2, id="expected")
        lines = (
            f"{each.mark} {t('expected-line', name=each.name, expected=each.expected, found=each.found)}"
            for each in report.expected
        )
        yield Listing(tuple(lines))
    yield Heading(t("all-not-tested"), 2, id=NOT_TESTED)
    yield Listing(report.not_tested or (t("not-tested-none"),))
    yield Heading(t("assumptions"), 2, id="assumptions")
    yield Listing(report.assumptions)
    if report.rules:
        columns = t.columns(("code", 0.6), ("finding", 2.0), ("source", 4.0), ("confidence", 1.2))
        yield Table(columns, tuple(row(e.code, e.title, e.source, e.confidence) for e in report.rules))
    yield Heading(t("facts"), 2, id="facts")
    yield Facts(report.facts)


def _evidence(t: Words, report: Report) -> Iterator[Block]:
    if report.events:
        yield Heading(t("events"), 2, id="events")
        rows = (
            row(Cell(str(e.line), e.line, id=event_id(e.seq)), Cell(e.moment, span(e.t_ms)), e.text, e.of or "—")
            for e in report.events
        )
        yield Table(t.columns(("line", 0.6), ("time", 0.9), ("event", 5.0), ("of", 1.5)), tuple(rows))
    if report.clauses:
        yield Heading(t("clauses"), 2, id="clauses")
        lines = (row(Cell(e.clause, id=clause_id(e.clause)), e.card, e.text, e.who or "—") for e in report.clauses)
        yield Table(t.columns(("clause", 0.8), ("card", 1.6), ("text", 4.6), ("who", 1.4)), tuple(lines))

"""Weak points and changes: what a meeting goes through line by line."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.documents.blocks import Block, Cell, Facts, Heading, PageBreak, Paragraph, Picture, Table, row
from drillsim.documents.report import GAINS, Change, Report, WeakPoint
from drillsim.documents.run_report.first_page import TABLE_2, TABLE_3, wait_text
from drillsim.documents.run_report.wording import Words, captions, change_id, clause_id, event_id, step_id

MOST_EVENTS = 3
"""Events a weak point names; appendix D has all of them."""


def weak_points(report: Report) -> Iterator[Block]:
    """Every weak point: a cause, and what followed from it below it. The costliest wait before them."""
    t = Words(report.lang)
    yield PageBreak(landscape=True, density="dense")
    yield Heading(t("all-weak"), id=TABLE_2)
    yield Paragraph(wait_text(report), t("wait"))
    if not report.weak_points:
        yield Paragraph(report.weak_note)
    else:
        columns = t.columns(
            ("number", 0.45), ("severity", 0.6), ("code", 1.5), ("subject", 1.6), ("finding", 4.2), ("clause", 0.8),
            ("change", 1.3), ("evidence", 1.5),
        )  # fmt: skip
        moments = {each.seq: f"{each.line} · {each.moment}" for each in report.events}
        known = {each.clause for each in report.clauses}, {each.step for each in report.steps}
        yield Table(columns, tuple(_weak(t, each, moments, *known) for each in report.weak_points))


def _weak(t: Words, weak: WeakPoint, moments: dict[int, str], clauses: set[str], steps: set[str]) -> tuple[Cell, ...]:
    seqs = [seq for seq in weak.seqs if seq in moments][:MOST_EVENTS]
    lines, links = [moments[seq] for seq in seqs], [event_id(seq) for seq in seqs]
    if (more := len(weak.seqs) - len(seqs)) > 0:
        lines.append(t("evidence-more", n=more))
        links.append("events")
    grave = weak.severity == "A"
    return row(
        Cell(str(weak.number), weak.number, id=f"weak-{weak.number}"),
        Cell(weak.grade, tone="bad" if grave else "plain"),
        Cell(f"{'└ ' if weak.depth else ''}{weak.code} {weak.title}", tone="plain" if weak.depth else "strong"),
        Cell(weak.subject, links=(step_id(weak.step),) if weak.step in steps else ()),
        weak.text,
        Cell(weak.clause, links=(clause_id(weak.clause),) if weak.clause in clauses else ()),
        Cell(weak.change_id or t("no-change"), links=(change_id(weak.change_id),) if weak.change_id else ()),
        Cell("\n".join(lines) or "—", links=tuple(links)),
    )


def changes(report: Report) -> Iterator[Block]:
    """Changes that re-running supports in full, then those for the meeting to discuss."""
    t = Words(report.lang)
    yield PageBreak(landscape=False, density="dense")
    yield Heading(t("changes"), id=TABLE_3)
    if not report.changes:
        yield Paragraph(t("changes-none"))
    proposed = [each for each in report.changes if each.verdict == "proposed"]
    if proposed:
        yield Heading(t("changes-proposed"), 2, id="changes-proposed")
        if GAINS in report.pictures:
            drawn = report.pictures[GAINS]
            yield Picture(GAINS, captions(report)[GAINS], drawn.description, drawn)
        for each in proposed:
            yield Heading(f"{each.mark} {each.id} · {each.word} · {each.kind}", 3, id=change_id(each.id))
            yield Facts(_pairs(t, each))
    yield from listed_changes(report, "untested")


def listed_changes(report: Report, verdict: str) -> Iterator[Block]:
    """The changes of a verdict, a row each."""
    t = Words(report.lang)
    rows = [each for each in report.changes if each.verdict == verdict]
    if not rows:
        return
    yield PageBreak(landscape=True, density="dense")
    yield Heading(t(f"changes-{verdict}"), 2, id=f"changes-{verdict}")
    columns = t.columns(("change", 1.4), ("clause", 0.8), ("old", 1.6), ("new", 2.6), ("reason", 4.6), ("owner", 0.6))
    yield Table(columns, tuple(_row(t, each) for each in rows))


def _row(t: Words, each: Change) -> tuple[Cell, ...]:
    told = [
        each.reason,
        *([f"{t('column-assumed')}{t.colon}{each.assumed}"] if each.assumed else []),
        *([f"{t('column-cost')}{t.colon}{each.cost}"] if each.cost else []),
        *_proof(t, each),
    ]
    return row(
        Cell(f"{each.id}\n{each.codes} · {each.kind}", id=change_id(each.id)),
        each.clause,
        each.old,
        each.new,
        t.wide.join(each for each in told if each) or "—",
        each.owner,
    )


def _proof(t: Words, change: Change) -> Iterator[str]:
    """Yield what the proving run changed, and where it lies."""
    yield from (f"{name}{t.colon}{before} → {after}" for name, before, after in change.measures)
    if change.proof:
        yield t("proof-in", path=change.proof)


def _pairs(t: Words, change: Change) -> tuple[tuple[str, str], ...]:
    pairs = (
        (t("column-answers"), change.codes),
        (t("column-clause"), change.clause),
        (t("column-old"), change.old),
        (t("column-new"), change.new),
        (t("column-reason"), change.reason),
        (t("column-owner"), change.owner),
        (t("column-due"), change.due),
        (t("column-assumed"), change.assumed),
        (t("column-cost"), change.cost),
        (t("column-proof"), "\n".join(_proof(t, change))),
    )
    return tuple(pair for pair in pairs if pair[1])

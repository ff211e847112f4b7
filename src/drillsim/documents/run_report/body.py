"""Weak points and changes: what a meeting goes through line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drillsim.documents.blocks import Block, Cell, Heading, PageBreak, Paragraph, Picture, Table, row
from drillsim.documents.report import GAINS, Change, Report, WeakPoint
from drillsim.documents.run_report.alike import alike
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
        moments = moments_of(report)
        known = {each.clause for each in report.clauses}, {each.step for each, *_ in alike(report.steps)}
        yield Table(columns, tuple(_weak(t, each, moments, *known) for each in report.weak_points))


def _weak(t: Words, weak: WeakPoint, moments: dict[int, str], clauses: set[str], steps: set[str]) -> tuple[Cell, ...]:
    grave = weak.severity == "A"
    return row(
        Cell(str(weak.number), weak.number, id=f"weak-{weak.number}"),
        Cell(weak.grade, tone="bad" if grave else "plain"),
        Cell(f"{'└ ' if weak.depth else ''}{weak.code} {weak.title}", tone="plain" if weak.depth else "strong"),
        Cell(weak.subject, links=(step_id(weak.step),) if weak.step in steps else ()),
        weak.text,
        Cell(weak.clause, links=(clause_id(weak.clause),) if weak.clause in clauses else ()),
        Cell(weak.change_id or t("no-change"), links=(change_id(weak.change_id),) if weak.change_id else ()),
        _evidence(t, weak.seqs, moments),
    )


def changes(report: Report) -> Iterator[Block]:
    """Changes that re-running supports, then those for the meeting to discuss."""
    t = Words(report.lang)
    yield PageBreak(landscape=True, density="dense")
    yield Heading(t("changes"), id=TABLE_3)
    if not report.changes:
        yield Paragraph(t("changes-none"))
    yield from listed_changes(report, "proposed")
    if GAINS in report.pictures:
        drawn = report.pictures[GAINS]
        yield PageBreak(landscape=False, density="dense")
        yield Picture(GAINS, captions(report)[GAINS], drawn.description, drawn)
        yield PageBreak(landscape=True, density="dense")
    yield from listed_changes(report, "untested")


def listed_changes(report: Report, verdict: str) -> Iterator[Block]:
    """The changes of a verdict, a row each: place, old and new wording, reason, before and after, owner, due."""
    t = Words(report.lang)
    rows = [each for each in report.changes if each.verdict == verdict]
    if not rows:
        return
    yield Heading(t(f"changes-{verdict}"), 2, id=f"changes-{verdict}")
    columns = t.columns(
        ("change", 1.3), ("clause", 0.8), ("old", 1.5), ("new", 2.4), ("reason", 2.5), ("proof", 3.0), ("owner", 0.7),
        ("due", 0.7), ("evidence", 1.2),
    )  # fmt: skip
    moments, known = moments_of(report), {each.clause for each in report.clauses}
    yield Table(columns, tuple(_row(t, each, moments, known) for each in rows))


def _row(t: Words, each: Change, moments: dict[int, str], clauses: set[str]) -> tuple[Cell, ...]:
    told = [each.reason, *([f"{t('column-assumed')}{t.colon}{each.assumed}"] if each.assumed else [])]
    proof = [f"{name}{t.colon}{before} → {after}" for name, before, after in each.measures]
    proof += [f"{t('column-cost')}{t.colon}{each.cost}"] if each.cost else []
    proof += [t("proof-in", path=each.proof)] if each.proof else []
    return row(
        Cell(f"{each.mark} {each.id}\n{each.codes} · {each.kind}", id=change_id(each.id)),
        Cell(each.clause, links=(clause_id(each.clause),) if each.clause in clauses else ()),
        each.old,
        each.new,
        t.gap.join(part for part in told if part) or "—",
        t.wide.join(proof) or t("change-untested"),
        each.owner,
        each.due,
        _evidence(t, each.seqs, moments),
    )


def moments_of(report: Report) -> dict[int, str]:
    """Return line and moment of each event the report names, by its number."""
    return {each.seq: f"{each.line} · {each.moment}" for each in report.events}


def _evidence(t: Words, seqs: Sequence[int], moments: dict[int, str]) -> Cell:
    """Return the first few events, each leading to its row, and how many more there are."""
    shown = [seq for seq in seqs if seq in moments][:MOST_EVENTS]
    lines, links = [moments[seq] for seq in shown], [event_id(seq) for seq in shown]
    if shown and (more := len(seqs) - len(shown)) > 0:
        lines.append(t("evidence-more", n=more))
        links.append("events")
    return Cell("\n".join(lines) or "—", links=tuple(links))

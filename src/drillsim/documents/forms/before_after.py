"""Before and after: what each change does by re-running the same faults with the same luck, in figures."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.documents.blocks import Block, Cell, Document, Heading, Paragraph, Table, row
from drillsim.documents.changes import measures, place_text
from drillsim.documents.forms.paper import Paper
from drillsim.documents.report import Report
from drillsim.documents.run_document import GainRow, RecommendationRow
from drillsim.texts import duration_text


def before_after(paper: Paper, report: Report) -> Document:
    """The sheet of one run: supported changes first, then those re-running rejects, which nobody should try again."""
    rows = [each for each in paper.document.recommendations if each.before is not None]
    blocks: list[Block] = [paper.scenario(), Paragraph(paper.t("same-luck"), tone="small")]
    for verdict in ("proposed", "rejected", "untested"):
        for each in rows:
            if each.verdict == verdict:
                blocks += _of_change(paper, each)
    if not rows:
        blocks.append(Paragraph(paper.t("nothing-re-run")))
    return paper.form("before-after", blocks)


def _of_change(paper: Paper, each: RecommendationRow) -> Iterator[Block]:
    word = paper.words(f"change-{each.verdict}")
    yield Heading(f"{word} · {place_text(paper, each)} · {each.id}", 2)
    yield Paragraph(paper.said(each.new))
    if each.verdict != "proposed" and (why := paper.said(each.reason)):
        yield Paragraph(why, paper.t("column-reason"))
    if each.assumed is not None:
        yield Paragraph(f"{paper.t('assumed-effect')} {paper.said(each.assumed.basis)}".strip(), tone="open")
    gained = [_gain(paper, gain) for gain in each.gain]
    rest = [(name, "", was, now) for name, was, now in measures(paper, each, outages=not gained)]
    columns = paper.columns(("measure-of", 4.0), ("limit", 1.0), ("before", 1.4), ("after", 1.4))
    lines = tuple(row(name, limit, was, Cell(now, tone="strong")) for name, limit, was, now in [*gained, *rest])
    yield Table(columns, lines) if lines else Paragraph(paper.t("nothing-changed"))
    if each.kept is not None:
        kept = each.kept
        told = paper.t("acts-kept", acts=kept.acts, reports=kept.reports, warnings=kept.warnings)
        yield Paragraph(told, tone="small")


def _gain(paper: Paper, gain: GainRow) -> tuple[str, str, str, str]:
    limit = "" if gain.limit_ms is None else duration_text(paper.lang, gain.limit_ms)
    name = paper.t(f"gain-{gain.what}", name=paper.names.of(gain.subject))
    return name, limit, duration_text(paper.lang, gain.before_ms), duration_text(paper.lang, gain.after_ms)

"""修订对照表, the revision table: each owner's clauses apart, old beside new, with what supports the change."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.documents.blocks import Block, Cell, Document, Heading, Paragraph, Table, row
from drillsim.documents.changes import gain_text, place_text
from drillsim.documents.forms.paper import Paper
from drillsim.documents.report import Report
from drillsim.documents.run_document import RecommendationRow

OWNERS = ("customer", "utility", "both")
COLUMNS = (
    ("number", 0.5), ("clause", 1.1), ("old", 2.8), ("new", 3.2), ("reason", 2.2), ("basis", 2.6), ("from", 0.9),
    ("opinion", 1.0), ("adopted", 0.8), ("approved", 0.8),
)  # fmt: skip


def revision_table(paper: Paper, report: Report) -> Document:
    """The table of one run: what re-running supports first, then what stands for the meeting to discuss."""
    blocks: list[Block] = [paper.scenario(), Paragraph(report.conclusion[0])]
    for owner in OWNERS:
        rows = [
            each
            for each in paper.document.recommendations
            if each.owner == owner and each.verdict != "rejected" and paper.is_for(owner)
        ]
        if rows:
            blocks += _of_owner(paper, owner, rows)
    if len(blocks) == 2:
        blocks.append(Paragraph(paper.t("no-changes")))
    rejected = sum(each.verdict == "rejected" for each in paper.document.recommendations)
    if rejected:
        blocks.append(Paragraph(paper.t("rejected-apart", n=rejected), tone="small"))
    return paper.form("revision-table", blocks, landscape=True)


def _of_owner(paper: Paper, owner: str, rows: list[RecommendationRow]) -> Iterator[Block]:
    yield Heading(paper.t(f"part-{owner}"))
    choices = {"adopted": (paper.t("yes"), paper.t("no"), paper.t("amended"))}
    lines = tuple(_line(paper, number, each) for number, each in enumerate(rows, 1))
    yield Table(paper.columns(*COLUMNS, choices=choices), lines)


def _line(paper: Paper, number: int, change: RecommendationRow) -> tuple[Cell, ...]:
    return row(
        Cell(str(number), number),
        place_text(paper, change),
        paper.said(change.old) or paper.words("no-wording"),
        paper.said(change.new),
        reason_of(paper, change),
        "\n".join([basis_of(paper, change), paper.t("numbered", id=change.id)]),
        paper.t("from-run"),
        "",
        "",
        "",
    )


def reason_of(paper: Paper, change: RecommendationRow) -> str:
    """Return the weak points it answers, by code and in words."""
    said = [each for each in paper.document.findings if each.code in change.codes]
    about = [each for each in said if each.subject.id == change.subject]
    reason = "\n".join(dict.fromkeys(f"{each.code} {paper.said(each.text)}" for each in about[:2]))
    return reason or paper.said(change.reason)


def basis_of(paper: Paper, change: RecommendationRow) -> str:
    """Return what supports it: the gain by re-running, else that nothing does; and the moments it rests on."""
    gain = gain_text(paper, change)
    lines = [paper.t("supported", gain=gain) if change.verdict == "proposed" else paper.said(change.reason)]
    if change.assumed is not None:
        lines.append(paper.t("assumed-effect"))
    lines.append(paper.evidence(change.evidence))
    return "\n".join(line for line in lines if line)

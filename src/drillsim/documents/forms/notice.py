"""隐患整改告知书 with its receipt: what the supply company tells the customer, and that it was received."""

from __future__ import annotations

from drillsim.documents.blocks import Block, Cell, Document, Facts, Heading, Paragraph, Table, row
from drillsim.documents.forms.improvement_list import finding_of
from drillsim.documents.forms.paper import Paper
from drillsim.documents.report import Report


def notice(paper: Paper, report: Report) -> Document:
    """The notice of what is the customer's to put right, causes only; what is not is told by the other papers."""
    causes = [(each, paper.measure(finding_of(paper, each))) for each in report.weak_points if not each.depth]
    rows = [(each, change) for each, change in causes if change is None or change.owner != "utility"]
    columns = paper.columns(("number", 0.5), ("problem", 3.4), ("clause", 1.0), ("measure", 3.2), ("due", 1.0))
    lines = tuple(
        row(Cell(str(number), number), each.text, each.clause, paper.said(change.new) if change else "", "")
        for number, (each, change) in enumerate(rows, 1)
    )
    blocks: tuple[Block, ...] = (
        Paragraph(paper.t("notice-to", customer=report.customer)),
        paper.scenario(),
        Paragraph(paper.t("notice-body", n=len(lines))),
        *([Table(columns, lines)] if lines else []),
        Paragraph(paper.t("notice-not-classed"), tone="small"),
        Heading(paper.t("receipt")),
        Facts(tuple((paper.t(each), "") for each in ("received-by", "post", "day", "seal", "intends"))),
    )
    return paper.form("notice", blocks)

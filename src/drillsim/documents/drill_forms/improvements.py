"""整改清单 of a drill: what the room has decided on, then what was proposed and waits for its decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drillsim.documents.blocks import Block, Cell, Document, Heading, Paragraph, Table, row
from drillsim.documents.drill_forms.paper import DrillPaper
from drillsim.documents.drill_report import ImprovementRow
from drillsim.documents.forms.improvement_list import COLUMNS, STATUSES
from drillsim.documents.run_document import FindingRow


def improvement_list(paper: DrillPaper) -> Document:
    """The list of the drill."""
    every = [*paper.listed_rows(), *paper.left_rows()]
    settled, left = ([e for e in rows if paper.is_for(e.side)] for rows in (paper.listed_rows(), paper.left_rows()))
    blocks: list[Block] = [
        Heading(paper.t("decided-in-the-room")),
        improvements(paper, settled) if settled else Paragraph(paper.h("none-listed")),
    ]
    if left:
        blocks += [
            Heading(paper.t("not-decided")),
            Paragraph(paper.h("list-proposed", n=len(left)), tone="small"),
            improvements(paper, left),
        ]
    if others := len(every) - len(settled) - len(left):
        blocks.append(Paragraph(paper.t("others-apart", n=others), tone="small"))
    return replace(paper.drill_form("improvement-list", blocks, landscape=True), density="denser")


def improvements(paper: DrillPaper, rows: Iterable[ImprovementRow]) -> Table:
    """Return rows of the list as a table."""
    choices = {
        "status": tuple(paper.t(f"status-{each.replace('_', '-')}") for each in STATUSES),
        "unit": tuple(paper.words(f"owner-{each}") for each in ("customer", "utility", "both")),
        "severity": ("A", "B", "C"),
    }
    lines = tuple(_line(paper, number, each) for number, each in enumerate(rows, 1))
    return Table(paper.columns(*COLUMNS, choices=choices), lines)


def _line(paper: DrillPaper, number: int, each: ImprovementRow) -> tuple[Cell, ...]:
    found = _finding(paper, each)
    change = paper.measure(found) if found else None
    evidence = paper.evidence(found.evidence) if found and found.evidence else paper.at(each.at_ms)
    status = paper.h(f"status-{each.status}") + (f"\n{each.reason}" if each.reason else "")
    return row(
        Cell(str(number), number), each.code, paper.names.with_id(each.subject) if each.subject else "",
        paper.said(each.problem), each.clause, evidence, Cell(each.severity, tone="bad" if each.severity == "A" else
        "plain"), each.measure or (paper.said(change.new) if change else ""),
        paper.words(f"owner-{each.side}") if each.side else "", each.person, each.due, "", status, "", "",
        paper.t("recurs", number=each.number, n=0) if each.number else "",
    )  # fmt: skip


def _finding(paper: DrillPaper, each: ImprovementRow) -> FindingRow | None:
    """Return the weak point behind a row; None for words of the room."""
    found = paper.document.findings
    return next((f for f in found if (f.code, f.subject.id) == (each.code, each.subject)), None)

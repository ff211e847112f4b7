"""整改清单, the improvement list: every weak point with its clause, its moment, what is to be done and by whom.

A row's key is code and subject, as in the register: an entry that is known is told by its number. Filled in as a
workbook the list goes back into the register: `WRITABLE` are the columns that do.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import get_args

from drillsim.documents.blocks import Block, Cell, Document, Paragraph, Returns, Table, row
from drillsim.documents.forms.paper import Paper
from drillsim.documents.report import Report, WeakPoint
from drillsim.documents.run_document import FindingRow
from drillsim.files.workbook import digest
from drillsim.schema import OWNER_SIDES, Entry, Status

KIND = "improvement-list"
STATUSES: tuple[Status, ...] = get_args(Status)
COLUMNS = (
    ("number", 0.5), ("code", 0.8), ("subject", 1.2), ("problem", 2.8), ("clause", 0.9), ("evidence", 2.2),
    ("severity", 0.6), ("measure", 2.6), ("unit", 0.9), ("person", 0.9), ("due", 0.9), ("money", 0.8), ("status", 0.8),
    ("verified", 0.8), ("closed", 0.8), ("recurs", 0.8),
)  # fmt: skip
WRITABLE = ("measure", "unit", "person", "due", "money", "status", "verified", "closed")


def improvement_list(paper: Paper, report: Report) -> Document:
    """The list of one run, worst first; what the register knows already stands in its row."""
    choices = {
        "status": tuple(paper.t(f"status-{each.replace('_', '-')}") for each in STATUSES),
        "unit": tuple(paper.words(f"owner-{each}") for each in OWNER_SIDES),
        "severity": ("A", "B", "C"),
    }
    ordered = [(weak, finding_of(paper, weak)) for weak in report.weak_points]
    mine = [each for each in ordered if paper.is_for(_owner(paper, each[1]))]
    lines = tuple(_line(paper, weak, found) for weak, found in mine)
    returns = _returns(paper, [found for _, found in mine])
    blocks: list[Block] = [
        paper.scenario(),
        Table(paper.columns(*COLUMNS, choices=choices), lines, returns=returns)
        if lines
        else Paragraph(report.weak_note),
    ]
    if left := len(ordered) - len(mine):
        blocks.append(Paragraph(paper.t("others-apart", n=left), tone="small"))
    return replace(paper.form(KIND, blocks, landscape=True), density="denser")


def listed_state(entry: Entry | None) -> str:
    """Return a digest of what the register says in the columns that go back; one without an entry is an open one of
    which nothing is said."""
    if entry is None:
        return digest("open", "", "", "", "", "", "")
    days = (each.isoformat() if each else "" for each in (entry.due, entry.closed))
    return digest(entry.status, entry.owner, *days, entry.reason, entry.measure, entry.money)


def _returns(paper: Paper, found: list[FindingRow]) -> Returns:
    case, told = paper.case, paper.document
    facts = (
        ("customer", case.dossier.folder), ("plan", case.dossier.plan.version), ("scenario", told.scenario),
        ("seed", str(told.seed)), ("lang", paper.lang),
    )  # fmt: skip
    rows = ((each, known_entry(paper, each)) for each in found)
    keys = tuple(((each.code, each.subject.id), listed_state(known[1] if known else None)) for each, known in rows)
    return Returns(KIND, facts, tuple(name for name, _ in COLUMNS), keys)


def _owner(paper: Paper, found: FindingRow) -> str:
    """Return whose change answers a weak point; empty where none does."""
    change = paper.measure(found)
    return change.owner if change else ""


def finding_of(paper: Paper, weak: WeakPoint) -> FindingRow:
    """Return the finding of a weak point: the report numbers them by group."""
    order = [at for group in paper.document.groups for at in (group.finding, *group.consequences)]
    return paper.document.findings[order[weak.number - 1] if order else weak.number - 1]


def _line(paper: Paper, weak: WeakPoint, found: FindingRow) -> tuple[Cell, ...]:
    known = known_entry(paper, found)
    entry = known[1] if known else None
    change = paper.measure(found)
    cost = "" if change is None or change.cost is None else f"{change.cost.amount:,.0f} {change.cost.currency}"
    side = (entry.owner_side if entry else "") or (change.owner if change else "")
    return row(
        Cell(str(weak.number), weak.number),
        found.code,
        weak.subject,
        weak.text,
        weak.clause,
        paper.evidence(found.evidence),
        Cell(weak.grade, tone="bad" if found.severity == "A" else "plain"),
        (entry.measure if entry else "") or (paper.said(change.new) if change else ""),
        paper.words(f"owner-{side}") if side else "",
        entry.owner_person if entry else "",
        _day(entry.due if entry else None),
        (entry.money if entry else "") or cost,
        paper.t(f"status-{(entry.status if entry else 'open').replace('_', '-')}"),
        entry.reason if entry else "",
        _day(entry.closed if entry else None),
        paper.t("recurs", number=known[0], n=len(known[1].recurs)) if known else "",
    )


def _day(day: dt.date | None) -> Cell:
    return Cell(day.isoformat() if day else "", day)


def known_entry(paper: Paper, found: FindingRow) -> tuple[str, Entry] | None:
    """Return the entry of the register that knows a weak point, with its number; None where none does."""
    register = paper.case.dossier.register
    entries = register.entries.items() if register else ()
    same = ((number, each) for number, each in entries if (each.code, each.subject) == (found.code, found.subject.id))
    return next(same, None)

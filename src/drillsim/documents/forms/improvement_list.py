"""整改清单, the improvement list: every weak point with its clause, its moment, what is to be done and by whom.

A row's key is code and subject, as in the register: an entry that is known is told by its number.
"""

from __future__ import annotations

from drillsim.documents.blocks import Cell, Document, Paragraph, Table, row
from drillsim.documents.forms.paper import Paper
from drillsim.documents.report import Report, WeakPoint
from drillsim.documents.run_document import FindingRow
from drillsim.schema import Entry

STATUSES = ("open", "in_progress", "done", "verified", "rejected")
COLUMNS = (
    ("number", 0.5), ("code", 0.8), ("subject", 1.2), ("problem", 2.8), ("clause", 0.9), ("evidence", 2.2),
    ("severity", 0.6), ("measure", 2.6), ("unit", 0.9), ("person", 0.9), ("due", 0.9), ("money", 0.8), ("status", 0.8),
    ("verified", 0.8), ("closed", 0.8), ("recurs", 0.8),
)  # fmt: skip


def improvement_list(paper: Paper, report: Report) -> Document:
    """The list of one run, worst first; what the register knows already stands in its row."""
    choices = {
        "status": tuple(paper.t(f"status-{each.replace('_', '-')}") for each in STATUSES),
        "unit": tuple(paper.words(f"owner-{each}") for each in ("customer", "utility", "both")),
        "severity": ("A", "B", "C"),
    }
    ordered = [(weak, finding_of(paper, weak)) for weak in report.weak_points]
    lines = tuple(_line(paper, weak, found) for weak, found in ordered)
    blocks = [
        paper.scenario(),
        Table(paper.columns(*COLUMNS, choices=choices), lines) if lines else Paragraph(report.weak_note),
    ]
    return paper.form("improvement-list", blocks, landscape=True)


def finding_of(paper: Paper, weak: WeakPoint) -> FindingRow:
    """Return the finding of a weak point: the report numbers them by group."""
    order = [at for group in paper.document.groups for at in (group.finding, *group.consequences)]
    return paper.document.findings[order[weak.number - 1] if order else weak.number - 1]


def _line(paper: Paper, weak: WeakPoint, found: FindingRow) -> tuple[Cell, ...]:
    known = _known(paper, found)
    change = paper.measure(found)
    cost = "" if change is None or change.cost is None else f"{change.cost.amount:,.0f} {change.cost.currency}"
    return row(
        Cell(str(weak.number), weak.number),
        found.code,
        weak.subject,
        weak.text,
        weak.clause,
        paper.evidence(found.evidence),
        Cell(weak.grade, tone="bad" if found.severity == "A" else "plain"),
        paper.said(change.new) if change else "",
        paper.words(f"owner-{change.owner}") if change else "",
        known[1].owner if known else "",
        known[1].due.isoformat() if known and known[1].due else "",
        cost,
        paper.t(f"status-{(known[1].status if known else 'open').replace('_', '-')}"),
        "",
        known[1].closed.isoformat() if known and known[1].closed else "",
        paper.t("recurs", number=known[0], n=len(known[1].recurs)) if known else "",
    )


def _known(paper: Paper, found: FindingRow) -> tuple[str, Entry] | None:
    register = paper.case.dossier.register
    entries = register.entries.items() if register else ()
    same = ((number, each) for number, each in entries if (each.code, each.subject) == (found.code, found.subject.id))
    return next(same, None)

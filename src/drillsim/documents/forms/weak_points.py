"""薄弱环节逐项对照: every weak point with its place, the wording now and proposed, evidence, gain, owner and due.

One line holds all a reviewer asks; what nobody has answered yet says so.
"""

from __future__ import annotations

from drillsim.documents.blocks import Block, Cell, Document, Paragraph, Table, row
from drillsim.documents.changes import gain_text, place_text
from drillsim.documents.forms.improvement_list import finding_of, known_entry
from drillsim.documents.forms.paper import Paper
from drillsim.documents.report import Report, WeakPoint
from drillsim.documents.run_document import RecommendationRow

COLUMNS = (
    ("number", 0.5), ("code", 0.8), ("problem", 2.6), ("clause", 1.0), ("old", 2.2), ("new", 2.8), ("evidence", 2.4),
    ("before-after", 2.2), ("unit", 0.8), ("due", 0.8),
)  # fmt: skip


def weak_points(paper: Paper, report: Report) -> Document:
    """The sheet of one run, worst first."""
    lines = tuple(_line(paper, weak) for weak in report.weak_points)
    blocks: list[Block] = [
        paper.scenario(),
        Table(paper.columns(*COLUMNS), lines) if lines else Paragraph(report.weak_note),
    ]
    return paper.form("weak-points", blocks, landscape=True)


def _line(paper: Paper, weak: WeakPoint) -> tuple[Cell, ...]:
    found = finding_of(paper, weak)
    change, known = paper.measure(found), known_entry(paper, found)
    due = known[1].due if known else None
    return row(
        Cell(str(weak.number), weak.number),
        Cell(f"{found.code}\n[{weak.grade}]", tone="bad" if found.severity == "A" else "plain"),
        f"{'└ ' if weak.depth else ''}{weak.text}",
        place_text(paper, change) if change else weak.clause or paper.words("no-clause"),
        (paper.said(change.old) or paper.words("no-wording")) if change else "",
        paper.said(change.new) if change else paper.t("no-change-yet"),
        paper.evidence(found.evidence),
        _support(paper, change, weak.text) if change else "",
        paper.words(f"owner-{change.owner}") if change else "",
        Cell(due.isoformat(), due) if due else paper.t("due-open"),
    )


def _support(paper: Paper, change: RecommendationRow, problem: str) -> str:
    """Return the gain by re-running; that nothing has been re-run; and that an effect is assumed."""
    reason = paper.said(change.reason).removeprefix(problem).strip()  # the problem stands in its own column
    said = gain_text(paper, change) if change.verdict == "proposed" else reason
    assumed = paper.t("assumed-effect") if change.assumed is not None else ""
    return "\n".join(part for part in (said, assumed, paper.t("numbered", id=change.id)) if part)

"""评估表, the evaluation sheet: each item with its evidence, the grade the rules propose, the one that stands, and why.

Both grades stay on the sheet. A drill that was not led to its end has its evidence and no grade.
"""

from __future__ import annotations

from drillsim.documents.blocks import Block, Cell, Document, Facts, Heading, Paragraph, Table, row
from drillsim.documents.drill_forms.paper import DrillPaper
from drillsim.documents.drill_report import GradeRow
from drillsim.schema import step_of

COLUMNS = (
    ("number", 0.6), ("item", 1.3), ("point", 2.3), ("limit", 0.9), ("took", 0.9), ("auto-evidence", 3.0),
    ("proposed", 1.0), ("rating", 1.0), ("meets", 0.9), ("override", 1.3), ("evaluator-says", 1.2), ("signature", 0.9),
)  # fmt: skip
TELLING = ("step_begins", "step_ends", "step_overdue", "hazard")


def evaluation(paper: DrillPaper) -> Document:
    """The sheet of the drill: the whole first, then steps and objectives."""
    drill = paper.drill
    blocks: list[Block] = [
        Facts((*paper.about(), (paper.h("grade-whole"), paper.grade(drill.whole)))),
        Paragraph(paper.said(drill.whole.why), paper.t("column-auto-evidence")),
        *([Paragraph(drill.whole.reason, paper.t("column-override"))] if drill.whole.reason else []),
        Heading(paper.t("items")),
        _items(paper) if drill.grades else Paragraph(paper.t("no-items")),
        Paragraph(paper.h("both-kept"), tone="small"),
        *(Paragraph(paper.said(each.text), tone="small") for each in drill.untried[:2]),
        Heading(paper.h("signature")),
        *signatures(paper),
    ]
    return paper.drill_form("evaluation", blocks, landscape=True)


def _items(paper: DrillPaper) -> Table:
    words = (*(paper.h(f"grade-{each}") for each in "PSMU"), paper.h("grade-none"))
    meets = tuple(dict.fromkeys(paper.h(f"meets-{each}") for each in "PSMU"))
    columns = paper.columns(*COLUMNS, choices={"rating": words, "meets": meets})
    return Table(columns, tuple(_line(paper, number, each) for number, each in enumerate(paper.drill.grades, 1)))


def _line(paper: DrillPaper, number: int, each: GradeRow) -> tuple[Cell, ...]:
    found = step_of(paper.case.dossier.plan, each.id) if each.kind == "step" else None
    item = paper.names.of(found[0].id) if found else paper.t("objective")
    evidence = [paper.said(each.why), paper.evidence(_telling(paper, each.evidence))]
    over = each.limit_ms is not None and each.took_ms is not None and each.took_ms > each.limit_ms
    grade = (each.given or each.proposed) if paper.is_whole else None
    return row(
        Cell(str(number), number), item, paper.said(each.title), paper.ms(each.limit_ms),
        Cell(paper.ms(each.took_ms), tone="bad" if over else "plain"), "\n".join(each for each in evidence if each),
        paper.proposed(each), Cell(paper.grade(each), tone="bad" if grade == "U" else "plain"), paper.meets(each),
        each.reason, each.note, "",
    )  # fmt: skip


def _telling(paper: DrillPaper, seqs: list[int]) -> list[int]:
    """Return those of the events that say when a step was due, begun and done; all of them where none does."""
    events = paper.journal.events
    return [seq for seq in seqs if seq < len(events) and events[seq].type in TELLING] or seqs


def signatures(paper: DrillPaper) -> list[Block]:
    """Return the signatures under the evaluation, and room for the hand of the head of evaluators."""
    columns = paper.columns(("act", 1.4), ("name", 1.4), ("signature", 2.0), ("date", 1.2), ("remark", 2.4))
    signed = tuple(
        row(paper.t("head-of-evaluators"), each.name, "", paper.room(each.wall, day=True),
            paper.h("changed-since") if each.changed_since else "")
        for each in paper.drill.signatures
    )  # fmt: skip
    empty = row(paper.t("head-of-evaluators"), "", "", "", "")
    return [Table(columns, signed or (empty,), room=True)]

"""假定与待核清单, the letter that asks for data (催办单) as well: every assumed figure, by who can confirm it."""

from __future__ import annotations

from drillsim.documents.blocks import Block, Cell, Document, Heading, Paragraph, Table, row
from drillsim.documents.forms.paper import Paper
from drillsim.documents.report import Report
from drillsim.files import AssumedFigure
from drillsim.schema import Side, step_of

COLUMNS = (
    ("number", 0.5), ("where", 1.7), ("thing", 2.2), ("figure", 3.0), ("source", 3.0),
    ("confirmed", 1.0), ("date", 0.9),
)  # fmt: skip


def to_confirm(paper: Paper, report: Report) -> Document:
    """The list of each side, in the order of the files, with room for who confirmed a figure and when."""
    blocks: list[Block] = [
        Paragraph(paper.t("to-confirm-body", n=sum(_side(paper, each) in paper.sides for each in paper.assumed)))
    ]
    for side in paper.sides:
        rows = [each for each in paper.assumed if _side(paper, each) == side]
        if rows:
            lines = tuple(_line(paper, number, each) for number, each in enumerate(rows, 1))
            blocks += [Heading(paper.words(f"owner-{side}")), Table(paper.columns(*COLUMNS), lines)]
    return paper.form("to-confirm", blocks, landscape=True)


def _line(paper: Paper, number: int, each: AssumedFigure) -> tuple[Cell, ...]:
    name = paper.names.with_id(each.of) if each.of else ""
    where = paper.t("file-line", file=each.file, line=each.line)
    return row(Cell(str(number), number), where, name, each.figures or paper.t("no-figure"), each.source, "", "")


def _side(paper: Paper, each: AssumedFigure) -> Side:
    """Return whose figure it is: of a person, role, device or step the side it belongs to, else the customer's."""
    dossier = paper.case.dossier
    people, actors = dossier.customer.people, dossier.plan.actors
    if each.of in people:
        return people[each.of].side
    if (found := step_of(dossier.plan, each.of)) is not None:
        return actors[found[1].by.operator].side
    device = dossier.site.devices.get(each.of)
    return device.side if device is not None else "customer"

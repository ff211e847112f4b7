"""签到表 of a drill that was held: those who signed in on the laptop, and room for their hands."""

from __future__ import annotations

from drillsim.documents.blocks import Block, Callout, Cell, Document, Facts, Heading, Paragraph, Table, row
from drillsim.documents.drill_forms.paper import DrillPaper
from drillsim.texts import text

SPARE = 6
"""Empty rows below those who signed in."""


def sign_in(paper: DrillPaper) -> Document:
    """The sheet with everybody who signed in; whoever took part without doing so is told apart."""
    there = [(each.name, each.unit, each.role, paper.room(each.wall)) for each in paper.drill.attended]
    lines = tuple(
        row(Cell(str(number), number), *cells, "")
        for number, cells in enumerate([*there, *[("", "", "", "")] * SPARE], 1)
    )
    columns = paper.columns(
        ("number", 0.6), ("name", 1.4), ("organisation", 1.8), ("role", 1.8), ("arrived", 1.0), ("signature", 1.6)
    )
    blocks: list[Block] = [
        Facts((*paper.about(), (paper.t("place"), ""))),
        Heading(paper.t("attended", n=len(there))),
        *([] if there else [Callout(paper.t("nobody-signed-in"), "open")]),
        Table(columns, lines, room=True),
        *_unsigned(paper),
    ]
    return paper.drill_form("sign-in", blocks)


def _unsigned(paper: DrillPaper) -> list[Block]:
    """Return those who took part on a screen of their own and did not sign in."""
    signed = {each.name for each in paper.drill.attended}
    others = [
        f"{each.name}（{part}）" if paper.lang == "zh" else f"{each.name} ({part})"
        for each in paper.drill.participants
        if each.name not in signed
        for part in [text(paper.lang, f"session-part-{each.part}")]
    ]
    return [Paragraph(paper.listed(others), paper.t("not-signed-in"), "small")] if others else []

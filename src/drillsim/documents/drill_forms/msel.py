"""MSEL as played: every line of the list, planned and real moment, what it was to bring about and whether it did."""

from __future__ import annotations

from dataclasses import replace

from drillsim.documents.blocks import Block, Cell, Document, Facts, Paragraph, Table, row
from drillsim.documents.drill_forms.paper import DrillPaper
from drillsim.documents.drill_report import InjectRow
from drillsim.texts import text

COLUMNS = (
    ("number", 0.6), ("inject-id", 1.3), ("planned-at", 1.35), ("real-at", 1.35), ("triggered", 1.35), ("sender", 1.1),
    ("receiver", 1.1), ("channel", 0.8), ("content", 2.4), ("expected", 1.6), ("limit", 0.9), ("objective", 1.5),
    ("fallback", 1.0), ("status", 0.8), ("remark", 1.3),
)  # fmt: skip
STATES = ("planned", "held", "skipped", "given")


def msel(paper: DrillPaper) -> Document:
    """The list of the drill, in the order in which its lines came; those that did not come stand last."""
    rows = paper.drill.injects
    choices = {"status": tuple(text(paper.lang, f"session-line-{each}") for each in STATES)}
    lines = tuple(_line(paper, number, each) for number, each in enumerate(rows, 1))
    given = sum(each.state == "given" for each in rows)
    blocks: list[Block] = [
        Facts(paper.about()),
        Paragraph(paper.t("msel-counted", n=len(rows), given=given)),
        *([Table(paper.columns(*COLUMNS, choices=choices), lines)] if lines else []),
    ]
    return replace(paper.drill_form("msel", blocks, landscape=True), density="denser")


def _line(paper: DrillPaper, number: int, each: InjectRow) -> tuple[Cell, ...]:
    real = paper.at(each.given_ms) + (f"\n{paper.room(each.wall)}" if each.wall else "")
    content = [paper.said(each.words), paper.t("in-the-plant", what=paper.said(each.effect))]
    came = paper.said(each.effect)
    return row(
        Cell(str(number), number), f"{each.id}\n{paper.said(each.title)}".strip(), paper.at(each.due_ms), real,
        paper.said(each.trigger), paper.said(each.sender), paper.said(each.to), paper.said(each.channel),
        "\n".join([content[0], *([content[1]] if came else [])]).strip(), paper.said(each.expects),
        paper.ms(each.within_ms) if each.within_ms is not None else "", each.objective, each.otherwise,
        text(paper.lang, f"session-line-{each.state}"), _remark(paper, each),
    )  # fmt: skip


def _remark(paper: DrillPaper, each: InjectRow) -> str:
    """Return whether the act it was to bring about came, and the note."""
    said = {True: "session-fulfilled", False: "session-not-fulfilled"}
    if each.fulfilled is None and paper.said(each.expects) and each.state == "given":
        looked = paper.t("no-result-yet")
    else:
        looked = text(paper.lang, said[each.fulfilled]) if each.fulfilled is not None else ""
    return "\n".join(words for words in (looked, each.note) if words)

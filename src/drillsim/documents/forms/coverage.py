"""Coverage: which cards and steps of the plan the run has played, and all that it has not tested."""

from __future__ import annotations

from drillsim.documents.blocks import Block, Cell, Document, Heading, Listing, Paragraph, Table, row
from drillsim.documents.forms.paper import Paper
from drillsim.documents.report import Report
from drillsim.schema import Card, first_name


def coverage(paper: Paper, report: Report) -> Document:
    """The sheet of one run of one scenario, card by card."""
    cards = paper.case.dossier.plan.all_cards()
    begun = {each.card for each in paper.document.steps}
    lines = tuple(_line(paper, card, card.id in begun) for card in cards)
    columns = paper.columns(
        ("card", 3.4), ("unit", 1.0), ("triggered-yes", 0.9), ("steps", 0.7), ("steps-done", 0.9), ("not-played", 3.6)
    )
    blocks: list[Block] = [
        paper.scenario(),
        Paragraph(paper.t("covered", cards=len(begun & {each.id for each in cards}), of=len(cards))),
        Table(columns, lines),
        Heading(paper.words("not-tested")),
        Listing(report.not_tested) if report.not_tested else Paragraph(paper.words("not-tested-none")),
    ]
    return paper.form("coverage", blocks)


def _line(paper: Paper, card: Card, triggered: bool) -> tuple[Cell, ...]:
    done = {_stem(each.step) for each in paper.document.steps if each.state == "done"}
    left = [step for step in card.steps if step.id not in done]
    words = [step.clause or step.id for step in left] if triggered else []
    return row(
        " ".join(part for part in (card.clause, card.title.says(paper.lang)) if part),
        paper.words(f"owner-{card.side}"),
        Cell(paper.t("triggered" if triggered else "not-triggered"), tone="plain" if triggered else "open"),
        Cell(str(len(card.steps)), len(card.steps)),
        Cell(str(len(card.steps) - len(left)), len(card.steps) - len(left)),
        paper.listed(words) if triggered else paper.t("whole-card"),
    )


def _stem(instance: str) -> str:
    """Return the step behind an instance."""
    return first_name(instance).partition("[")[0]

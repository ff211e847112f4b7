"""处置卡, the response cards for the wall: one page a card, with the version it belongs to and who it is issued to.

A card hangs where people act in earnest: it bears the plan's status, never the word exercise.
"""

from __future__ import annotations

from collections.abc import Sequence

from drillsim.documents.blocks import (
    Block,
    Cell,
    Column,
    Density,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    row,
)
from drillsim.documents.condition_words import condition_text
from drillsim.documents.names import Names, names_of
from drillsim.documents.plan_text.fit import fitted
from drillsim.documents.plan_text.status import IN_FORCE, plan_mark
from drillsim.documents.step_words import criterion, what_to_do, who_does, whom_to_tell, within
from drillsim.schema import Card, Compiled, Side, Step
from drillsim.texts import Lang, text

COLUMNS = ("number", "role", "act-to-do", "criterion", "within", "tells")
MOST_NAMES = 3
"""Names in one condition on a card; of more it says how many there are."""


def wall_cards(dossier: Compiled, lang: Lang, sides: Sequence[Side] = ("customer", "utility")) -> Document:
    """Every card of the plan in its version."""
    names = names_of(dossier, lang)
    cards = [card for card in dossier.plan.cards if card.side in sides]
    pages = [_card(names, dossier, card) for card in cards]
    blocks: list[Block] = []
    for number, (page, density) in enumerate(pages):
        blocks += [PageBreak(density=density)] if number else []
        blocks += page
    return _document(dossier, lang, "wall-cards", blocks, pages[0][1] if pages else "")


def wall_card(dossier: Compiled, lang: Lang, card: Card) -> Document:
    """One card by itself, to be given out."""
    names = names_of(dossier, lang)
    blocks, density = _card(names, dossier, card)
    return _document(dossier, lang, f"wall-card-{card.id}", blocks, density)


def _document(dossier: Compiled, lang: Lang, kind: str, blocks: list[Block], density: Density) -> Document:
    customer, plan = dossier.customer, dossier.plan
    return Document(
        kind=kind, lang=lang, title=text(lang, "form-title-wall-cards"),
        head=text(lang, "form-head", customer=customer.name.says(lang), plan=plan.id, version=plan.version),
        mark=plan_mark(lang, plan.status), stamped=plan.status != IN_FORCE,
        classification=text(lang, "form-classification"), blocks=tuple(blocks),
        density=density,
    )  # fmt: skip


def _card(names: Names, dossier: Compiled, card: Card) -> tuple[list[Block], Density]:
    """Return the blocks of a card, and the size at which they stand on one page."""

    def t(name: str, /, **facts: object) -> str:
        return text(names.lang, f"form-{name}", **facts)

    facts = Facts(
        (
            (t("unit"), text(names.lang, f"report-owner-{card.side}")),
            (t("trigger"), condition_text(names, card.trigger, MOST_NAMES)),
            (t("begun-by"), names.of(card.activation.by)),
            (t("ends"), condition_text(names, card.ends, MOST_NAMES) if card.ends else t("ends-with-steps")),
            (t("issued"), t("issued-line", version=dossier.plan.version)),
        )
    )
    columns = tuple(Column(t(f"column-{name}")) for name in COLUMNS)
    table, density = fitted(facts, Table(columns, tuple(_step(names, dossier, step) for step in card.steps)))
    return [Heading(_title(names, card)), facts, table, Paragraph(t("card-safety"), tone="small")], density


def _title(names: Names, card: Card) -> str:
    return " ".join(each for each in (card.clause, card.title.says(names.lang)) if each)


def _step(names: Names, dossier: Compiled, step: Step) -> tuple[Cell, ...]:
    return row(
        step.clause or step.id,
        who_does(names, step),
        what_to_do(names, dossier.plan, step, MOST_NAMES),
        criterion(names, step, MOST_NAMES),
        within(names, step),
        whom_to_tell(names, step),
    )

"""处置卡, the response cards for the wall: one page a card, with the version it belongs to and who it is issued to.

A card hangs where people act in earnest: it bears the plan's status, never the word exercise.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

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
from drillsim.documents.pictures.measure import em_width
from drillsim.documents.plan_text.status import plan_mark
from drillsim.documents.step_words import criterion, what_to_do, who_does, whom_to_tell, within
from drillsim.schema import Card, Compiled, Side, Step
from drillsim.texts import Lang, text

COLUMNS = (("number", 0.8), ("role", 1.4), ("act-to-do", 4.0), ("criterion", 2.4), ("within", 0.8), ("tells", 1.5))
PAGE_EM, WIDE_EM, LINE = 52.0, 10.9, 1.35
"""Room for cards on a page at the usual size, in lines of a table; characters of a line over all columns per share."""
SIZES: tuple[tuple[Density, float], ...] = (("", 1.0), ("dense", 1.2), ("denser", 1.4))
"""How much more fits on a page at each size."""


def wall_cards(dossier: Compiled, lang: Lang, sides: Sequence[Side] = ("customer", "utility")) -> Document:
    """Every card of the plan in its version."""
    names = names_of(dossier, lang)
    cards = [card for card in dossier.plan.cards if card.side in sides]
    pages = [(tuple(_card(names, dossier, card)), _density(names, dossier, card)) for card in cards]
    blocks: list[Block] = []
    for number, (page, density) in enumerate(pages):
        blocks += [PageBreak(density=density)] if number else []
        blocks += page
    return _document(dossier, lang, "wall-cards", blocks, pages[0][1] if pages else "")


def wall_card(dossier: Compiled, lang: Lang, card: Card) -> Document:
    """One card by itself, to be given out."""
    names = names_of(dossier, lang)
    density = _density(names, dossier, card)
    return _document(dossier, lang, f"wall-card-{card.id}", list(_card(names, dossier, card)), density)


def _document(dossier: Compiled, lang: Lang, kind: str, blocks: list[Block], density: Density) -> Document:
    customer, plan = dossier.customer, dossier.plan
    return Document(
        kind=kind, lang=lang, title=text(lang, "form-title-wall-cards"),
        head=text(lang, "form-head", customer=customer.name.says(lang), plan=plan.id, version=plan.version),
        mark=plan_mark(lang, plan.status), classification=text(lang, "form-classification"), blocks=tuple(blocks),
        density=density,
    )  # fmt: skip


def _card(names: Names, dossier: Compiled, card: Card) -> Iterator[Block]:
    def t(name: str, /, **facts: object) -> str:
        return text(names.lang, f"form-{name}", **facts)

    yield Heading(_title(names, card))
    yield Facts(
        (
            (t("unit"), text(names.lang, f"report-owner-{card.side}")),
            (t("trigger"), condition_text(names, card.trigger)),
            (t("begun-by"), names.of(card.activation.by)),
            (t("ends"), condition_text(names, card.ends) if card.ends else t("ends-with-steps")),
            (t("issued"), t("issued-line", version=dossier.plan.version)),
        )
    )
    columns = tuple(Column(t(f"column-{name}"), share) for name, share in COLUMNS)
    yield Table(columns, tuple(_step(names, dossier, step) for step in card.steps))
    yield Paragraph(t("card-safety"), tone="small")


def _title(names: Names, card: Card) -> str:
    return " ".join(each for each in (card.clause, card.title.says(names.lang)) if each)


def _step(names: Names, dossier: Compiled, step: Step) -> tuple[Cell, ...]:
    return row(
        step.clause or step.id,
        who_does(names, step),
        what_to_do(names, dossier.plan, step),
        criterion(names, step),
        within(names, step),
        whom_to_tell(names, step),
    )


def _density(names: Names, dossier: Compiled, card: Card) -> Density:
    """Return the largest size at which the card stands on one page, by its estimated height; the smallest where none
    does."""
    for density, scale in SIZES:
        if _lines(names, dossier, card, scale) <= PAGE_EM * scale:
            return density
    return SIZES[-1][0]


def _lines(names: Names, dossier: Compiled, card: Card, scale: float) -> float:
    """Return the estimated height of a card in lines of a table, words wrapped at a size `scale` times smaller."""
    blocks = list(_card(names, dossier, card))
    facts, table = blocks[1], blocks[2]
    assert isinstance(facts, Facts)
    assert isinstance(table, Table)
    whole = sum(each.share for each in table.columns)
    room = [WIDE_EM * scale * each.share * 5 / whole - 1 for each in table.columns]
    found: float = sum(_wrapped(value, WIDE_EM * scale * 3.6) for _, value in facts.pairs)
    for cells in table.rows:
        heights = (_wrapped(each.text, wide) for each, wide in zip(cells, room, strict=True))
        found += max(heights) + (LINE - 1)
    return found + 8


def _wrapped(words: str, wide: float) -> int:
    return sum(max(1, math.ceil(em_width(line) / wide)) for line in words.split("\n"))

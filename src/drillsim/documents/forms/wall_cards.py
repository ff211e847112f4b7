"""处置卡, the response cards for the wall: one page a card, with the version it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.documents.blocks import Block, Cell, Document, Facts, Heading, PageBreak, Paragraph, Table, row
from drillsim.documents.condition_words import condition_text
from drillsim.documents.forms.paper import Paper
from drillsim.documents.report import Report
from drillsim.schema import Card, Step
from drillsim.texts import duration_text

COLUMNS = (("number", 0.8), ("role", 1.4), ("act-to-do", 4.0), ("criterion", 2.4), ("within", 0.8), ("tells", 1.5))


def wall_cards(paper: Paper, report: Report) -> Document:
    """Every card of the plan in its version, whatever the run was."""
    blocks: list[Block] = []
    for number, card in enumerate(paper.case.dossier.plan.cards):
        blocks += [PageBreak()] if number else []
        blocks += _card(paper, card)
    return paper.form("wall-cards", blocks)


def _card(paper: Paper, card: Card) -> Iterator[Block]:
    title = card.title.says(paper.lang)
    yield Heading(" ".join(each for each in (card.clause, title) if each))
    ends = condition_text(paper.names, card.ends) if card.ends else paper.t("ends-with-steps")
    yield Facts(
        (
            (paper.t("unit"), paper.words(f"owner-{card.side}")),
            (paper.t("trigger"), condition_text(paper.names, card.trigger)),
            (paper.t("begun-by"), paper.names.of(card.activation.by)),
            (paper.t("ends"), ends),
            (paper.t("issued"), paper.t("issued-line", version=paper.case.dossier.plan.version)),
        )
    )
    yield Table(paper.columns(*COLUMNS), tuple(_step(paper, step) for step in card.steps))
    yield Paragraph(paper.t("card-safety"), tone="small")


def _step(paper: Paper, step: Step) -> tuple[Cell, ...]:
    who = [paper.names.of(step.by.operator)]
    if step.by.supervisor:
        who.append(paper.t("supervised", who=paper.names.of(step.by.supervisor)))
    asked = [paper.t("first-make-sure", what=condition_text(paper.names, each)) for each in step.requires]
    permit = [name for name, each in paper.case.dossier.plan.permits.items() if step.id in each.steps]
    asked += [paper.t("by-permit", who=paper.names.of(paper.case.dossier.plan.permits[each].from_)) for each in permit]
    failed = [paper.names.of(each) for each in step.on_failure.steps] if step.on_failure else []
    check = [condition_text(paper.names, step.success_check)] if step.success_check else []
    return row(
        step.clause or step.id,
        "\n".join(who),
        "\n".join([step.text.says(paper.lang), *asked]),
        "\n".join([*check, *([paper.t("or-else", what=paper.listed(failed))] if failed else [])]),
        duration_text(paper.lang, step.within) if step.within else "",
        "\n".join(_told(paper, step)),
    )


def _told(paper: Paper, step: Step) -> Iterator[str]:
    for each in step.tells:
        words = paper.t("told", who=paper.names.of(each.to), channel=paper.names.of(each.channel))
        yield words + (paper.t("read-back") if each.read_back else "")

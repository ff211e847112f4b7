"""通讯录, the contact list of a plan: people by side, their roles and numbers, and when somebody last reached them.

Numbers stand in people.local.yaml alone; without it their column is empty, to be written in by hand.
"""

from __future__ import annotations

from drillsim.documents.blocks import Block, Cell, Column, Document, Heading, Paragraph, Table, row
from drillsim.documents.names import names_of
from drillsim.documents.plan_text.status import IN_FORCE, plan_mark
from drillsim.schema import Compiled, Contacts, Side
from drillsim.texts import Lang, list_text, text

COLUMNS = (("name", 1.4), ("role", 2.6), ("phone", 1.6), ("last-reached", 1.2), ("remark", 1.6))


def contact_list(
    dossier: Compiled, contacts: Contacts | None, lang: Lang, sides: tuple[Side, ...] = ("customer", "utility")
) -> Document:
    """The list of those sides."""
    customer, plan, names = dossier.customer, dossier.plan, names_of(dossier, lang)
    columns = tuple(Column(text(lang, f"form-column-{name}"), share) for name, share in COLUMNS)
    numbers = {name: each.phone for name, each in contacts.people.items()} if contacts else {}
    blocks: list[Block] = [] if numbers else [Paragraph(text(lang, "form-no-numbers"), tone="open")]
    for side in sides:
        rows = []
        for name, person in customer.people.items():
            if person.side == side:
                roles = [names.of(role) for role, actor in plan.actors.items() if name in actor.held_by]
                reached = person.last_contact_test
                day = Cell(reached.isoformat(), reached) if reached else Cell("")
                rows.append(row(names.of(name), list_text(lang, roles), numbers.get(name, ""), day, ""))
        if rows:
            blocks += [Heading(text(lang, f"report-owner-{side}")), Table(columns, tuple(rows))]
    return Document(
        kind="contacts", lang=lang, title=text(lang, "form-title-contacts"),
        head=text(lang, "form-head", customer=customer.name.says(lang), plan=plan.id, version=plan.version),
        mark=plan_mark(lang, plan.status), stamped=plan.status != IN_FORCE,
        classification=text(lang, "form-classification"), blocks=tuple(blocks),
    )  # fmt: skip

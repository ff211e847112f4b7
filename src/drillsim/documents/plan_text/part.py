"""The plan in parts, in words, before anything is laid out: names and values, and tables whose rows have a key.

Two versions are compared part by part, row by row, by key; what is compared is what people read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.documents.condition_words import condition_text
from drillsim.documents.names import Names, names_of
from drillsim.documents.step_words import criterion, order_of, what_to_do, who_does, whom_to_tell, within
from drillsim.schema import Card, Compiled, Plan, Side
from drillsim.texts import duration_text, list_text, text

STEPS = (
    ("clause", 0.8), ("role", 1.2), ("act-to-do", 4.0), ("in-order", 1.5), ("within", 0.8), ("criterion", 2.0),
    ("tells", 1.4),
)  # fmt: skip

EVERY = 100_000
"""Names in one list: the plan itself leaves none out."""


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One part of the plan. A row is a key and its cells; a fact is a key, its name and its value."""

    key: str
    title: str
    facts: tuple[tuple[str, str], ...] = ()
    columns: tuple[tuple[str, float], ...] = ()
    """Title and share of each column."""
    rows: tuple[tuple[str, tuple[str, ...]], ...] = ()
    side: Side | None = None
    """Side whose part it is; None for one of both."""
    is_card: bool = False


def plan_parts(dossier: Compiled, lang: str) -> tuple[PlanPart, ...]:
    """Return the parts in the order of a plan on paper: roles, contacts, permits, cards, resources."""
    said = _Said(dossier, names_of(dossier, lang))  # type: ignore[arg-type]
    found = (
        said.roles(), said.contacts(), said.limits(), said.permits(), said.orders(),
        *(said.card(each) for each in dossier.plan.all_cards()), said.tiers(), said.resources(),
    )  # fmt: skip
    return tuple(each for each in found if each.rows or each.facts)


@dataclass(frozen=True, slots=True)
class _Said:
    """One plan in the words of one language."""

    dossier: Compiled
    names: Names

    @property
    def plan(self) -> Plan:
        return self.dossier.plan

    def t(self, name: str, /, **facts: object) -> str:
        return text(self.names.lang, f"form-{name}", **facts)

    def side(self, side: str) -> str:
        return text(self.names.lang, f"report-owner-{side}")

    def columns(self, *named: tuple[str, float]) -> tuple[tuple[str, float], ...]:
        return tuple((self.t(f"column-{name}"), share) for name, share in named)

    def listed(self, ids: Iterator[str] | tuple[str, ...]) -> str:
        return list_text(self.names.lang, [self.names.of(each) for each in ids], EVERY)

    def roles(self) -> PlanPart:
        rows = tuple(
            (name, (self.names.of(name), self.side(actor.side), self.listed(actor.held_by), actor.certificate))
            for name, actor in self.plan.actors.items()
        )
        columns = self.columns(("role", 2.0), ("unit", 1.0), ("held-by", 3.0), ("certificate", 1.6))
        return PlanPart("roles", self.t("part-roles"), columns=columns, rows=rows)

    def contacts(self) -> PlanPart:
        rows = tuple(
            (f"{each.from_}>{each.to}", (self.names.of(each.from_), self.names.of(each.to), self.listed(each.channels),
                                         duration_text(self.names.lang, each.within) if each.within else ""))
            for each in self.plan.contact_tree
        )  # fmt: skip
        columns = self.columns(("caller", 2.0), ("called", 2.0), ("channels", 2.4), ("within", 1.0))
        return PlanPart("contacts", self.t("part-contacts"), columns=columns, rows=rows)

    def limits(self) -> PlanPart:
        rows = tuple((each.to, (self.names.of(each.to), duration_text(self.names.lang, each.within)))
                     for each in self.plan.report_limits)  # fmt: skip
        columns = self.columns(("must-know", 3.0), ("within", 1.0))
        return PlanPart("limits", self.t("part-limits"), columns=columns, rows=rows)

    def permits(self) -> PlanPart:
        rows = tuple(
            (name, (each.clause, self.listed(each.covers), self.names.of(each.from_), self.names.of(each.channel),
                    self.t("dead-may-open") if each.dead_may_open else ""))
            for name, each in self.plan.permits.items()
        )  # fmt: skip
        columns = self.columns(("clause", 0.9), ("covers", 3.4), ("given-by", 1.4), ("channel", 1.2), ("remark", 2.0))
        return PlanPart("permits", self.t("part-permits"), columns=columns, rows=rows)

    def orders(self) -> PlanPart:
        rows = tuple(
            (name, (each.clause, each.title.says(self.names.lang), self.names.of(each.written_by),
                    self.names.of(each.checked_by) if each.checked_by else "",
                    self.t("prepared") if each.prepared else ""))
            for name, each in self.plan.orders.items()
        )  # fmt: skip
        columns = self.columns(("clause", 0.9), ("order", 3.0), ("written-by", 1.4), ("checked-by", 1.4),
                               ("remark", 1.4))  # fmt: skip
        return PlanPart("orders", self.t("part-orders"), columns=columns, rows=rows)

    def card(self, card: Card) -> PlanPart:
        names, plan = self.names, self.plan
        ends = condition_text(names, card.ends, EVERY) if card.ends else self.t("ends-with-steps")
        decide = card.activation.decide is not None
        facts = (
            (self.t("unit"), self.side(card.side)),
            (self.t("trigger"), condition_text(names, card.trigger, EVERY)),
            (self.t("begun-by"), names.of(card.activation.by) + ("" if decide else self.t("at-once"))),
            (self.t("ends"), ends),
            *([(self.t("level"), self.t("level-is", level=card.level))] if card.level else []),
        )
        rows = tuple(
            (step.id, (step.clause or step.id, who_does(names, step), what_to_do(names, plan, step, EVERY),
                       order_of(names, plan, step, EVERY), within(names, step), criterion(names, step, EVERY),
                       whom_to_tell(names, step)))
            for step in card.steps
        )  # fmt: skip
        title = " ".join(each for each in (card.clause, card.title.says(names.lang)) if each)
        return PlanPart(card.id, title, facts, self.columns(*STEPS), rows, card.side, is_card=True)

    def tiers(self) -> PlanPart:
        rows = tuple((name, (self.names.of(name), self.listed(each.loads))) for name, each in self.plan.tiers.items())
        columns = self.columns(("tier", 1.4), ("loads-shed", 5.0))
        return PlanPart("tiers", self.t("part-tiers"), columns=columns, rows=rows)

    def resources(self) -> PlanPart:
        rows = tuple(
            (name, (self.names.of(name), f"{each.quantity:g}" if each.quantity is not None else "",
                    self.names.of(each.place) if each.place else "", each.owner,
                    each.agreement_until.isoformat() if each.agreement_until else ""))
            for name, each in self.plan.resources.items()
        )  # fmt: skip
        columns = self.columns(("resource", 2.6), ("quantity", 0.8), ("kept-at", 1.6), ("keeper", 1.8),
                               ("agreement-until", 1.2))  # fmt: skip
        return PlanPart("resources", self.t("part-resources"), columns=columns, rows=rows)


__all__ = ["PlanPart", "plan_parts"]

"""PLN-25: whom a card needs and who at some hour has to come in is called by the card itself, not when his step is due.

Source: own knowledge, unverified.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.duty import clock, unmanned
from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.rule import About, Result, failed, over
from drillsim.schema.plan import Card


def called_ahead(inputs: Inputs) -> Iterator[Result]:
    """PLN-25: each response card calls those of its people who may have to come in. The way back to normal has time."""
    away = {role: when for role in inputs.dossier.plan.actors if all(when := unmanned(inputs, role))}
    found: list[Result] = []
    count = 0
    for number, card in enumerate(inputs.dossier.plan.cards):
        called = {tell.to for step in card.steps for tell in step.tells} | {card.activation.by}
        for role, steps in _needed(card).items():
            since, comes = away.get(role, (None, ()))
            count += since is not None
            if since is not None and role not in called:
                people = inputs.dossier.customer.people
                times = [at.comes_in.median_ms for name in comes if (at := people[name].off_duty) and at.comes_in]
                about = About(kind="card", id=card.id, file="plan.yaml", path=("cards", number), clause=card.clause)
                found.append(failed(about, card=card.id, role=role, steps=listed(tuple(steps)), since=clock(since),
                                    usual_ms=min(times)))  # fmt: skip
    yield from over(count, found, inputs.about_plan, none="nobody-comes-in")


def _needed(card: Card) -> dict[str, list[str]]:
    """Who does which steps of the card, what answers a failure left out."""
    branches = {name for step in card.steps if step.on_failure for name in step.on_failure.steps}
    found: dict[str, list[str]] = {}
    for step in card.steps:
        pool = step.for_each.pool if step.for_each else ()
        for role in dict.fromkeys((step.by.operator, step.by.supervisor, *pool)):
            if role and step.id not in branches:
                found.setdefault(role, []).append(step.id)
    return found

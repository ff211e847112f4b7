"""PLN-25: a person a card needs and who at some hour has to come in is called by the card itself, not when their step
is due.

Source: own knowledge, unverified.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.duty import clock, unmanned
from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.rule import About, Result, failed, over
from drillsim.schema import Card, Step


def called_ahead(inputs: Inputs) -> Iterator[Result]:
    """PLN-25: each response card calls those of its people who may have to come in. The way back to normal has time."""
    people, actors = inputs.dossier.customer.people, inputs.dossier.plan.actors
    away = {role: when for role in actors if all(when := unmanned(inputs, role))}
    found: list[Result] = []
    count = 0
    for number, card in enumerate(inputs.dossier.plan.cards):
        about = About(kind="card", id=card.id, file="plan.yaml", path=("cards", number), clause=card.clause)
        heard = dict.fromkeys((card.activation.by, *(tell.to for step in card.steps for tell in step.tells)))
        for role, steps in _needed(card).items():
            since, comes = away.get(role, (None, ()))
            if since is None:
                continue
            count += 1
            called = [each for each in heard if set(actors[each].held_by) <= set(actors[role].held_by)]
            due = 2 if any(_takes_two(step, role) for step in steps) else 1
            if role in heard and len(called) >= due:
                continue
            times = [at.comes_in.median_ms for name in comes if (at := people[name].off_duty) and at.comes_in]
            found.append(failed(about, "second" if role in heard else "", card=card.id, role=role,
                                steps=listed(tuple(step.id for step in steps)), since=clock(since),
                                usual_ms=min(times)))  # fmt: skip
    yield from over(count, found, inputs.about_plan, none="nobody-comes-in")


def _needed(card: Card) -> dict[str, list[Step]]:
    """Return the steps of the card by the role that does them, steps that answer a failure left out."""
    branches = {name for step in card.steps if step.on_failure for name in step.on_failure.steps}
    found: dict[str, list[Step]] = {}
    for step in card.steps:
        pool = step.for_each.pool if step.for_each else ()
        for role in dict.fromkeys((step.by.operator, step.by.supervisor, *pool)):
            if role and step.id not in branches:
                found.setdefault(role, []).append(step)
    return found


def _takes_two(step: Step, role: str) -> bool:
    """Operator and supervisor are both of the role, or of each of a pool; a call to a role reaches one of it."""
    return step.by.supervisor == step.by.operator and (
        role == step.by.operator or (step.for_each is not None and role in step.for_each.pool)
    )

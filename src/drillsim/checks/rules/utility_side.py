"""PLN-18: what the customer's cards ask of the utility is answered by a card of the utility."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.rule import About, Result, failed, over
from drillsim.schema import Card, Step

_CALLS = ("call", "ask", "order")
_OF_STEPS = ("step", "message")


def utility_answers(inputs: Inputs) -> Iterator[Result]:
    """PLN-18: each card of the customer that asks the utility for something finds a card of the utility for it.

    It is one that covers the same scenario classes, or that waits for the step's word. A thing called for is waited for
    itself; of permits asked for, and of reports that a source or an act has failed, one word a card is enough.
    """
    plan = inputs.dossier.plan
    answering = [card for card in plan.all_cards() if card.side == "utility"]
    covered = {name for card in answering for name in card.covers}
    awaited = {name for card in answering for name in _awaited(card)}
    branches = {name for _, step, _ in inputs.steps() if step.on_failure for name in step.on_failure.steps}
    found, count = [], 0
    for number, card in enumerate(plan.cards):
        lost_source = any(name.startswith("SRC") for name in card.covers)
        asks = {step.id for step in card.steps} if lost_source else branches
        asking = {s.id: roles for s in card.steps if card.side == "customer" and (roles := _asked(inputs, s, asks))}
        count += bool(asking)
        bare = tuple(name for name in card.covers if name not in covered)
        # A call for help where an act fails is no answer to the report that a source is lost.
        answerable = (step.id for step in card.steps if not (lost_source and step.id in branches))
        heard = any(name in awaited for name in answerable)
        lost = [s for s in card.steps if s.id in asking and s.id not in awaited and (s.do in _CALLS or not heard)]
        if lost and (bare or not card.covers):
            about = About(kind="card", id=card.id, file="plan.yaml", path=("cards", number), clause=card.clause)
            roles = tuple(dict.fromkeys(role for step in lost for role in asking[step.id]))
            steps = listed(tuple(step.id for step in lost))
            told = {"card": card.id, "steps": steps, "roles": listed(roles)}
            found.append(failed(about, classes=listed(bare), **told) if bare else failed(about, "unclassed", **told))
    yield from over(count, found, inputs.about_plan, none="utility-not-asked")


def _asked(inputs: Inputs, step: Step, asks: set[str]) -> tuple[str, ...]:
    """Roles of the utility that the customer's step asks for something."""
    plan = inputs.dossier.plan
    if inputs.side_of(step.by.operator) == "utility":
        return ()
    roles = [tell.to for tell in step.tells] if step.do in (*_CALLS, "request") or step.id in asks else []
    roles += [plan.permits[name].from_ for name in step.target if step.do == "request" and name in plan.permits]
    return tuple(role for role in dict.fromkeys(roles) if inputs.side_of(role) == "utility")


def _awaited(card: Card) -> Iterator[str]:
    """Steps whose word the card's trigger or its steps wait for."""
    for condition in (card.trigger, *(each for step in card.steps for each in step.conditions())):
        for leaf in condition.leaves():
            if leaf.kind in _OF_STEPS:
                yield from leaf.subjects

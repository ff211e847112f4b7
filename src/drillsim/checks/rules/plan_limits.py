"""PLN-20, 21: every step says by when, every response card how grave. After the contents of such plans as summed up in
public pages: a card on the wall names verb, device, person, limit and what then; the response is graded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drillsim.checks.inputs import Inputs
from drillsim.checks.rule import About, Result, failed, over


def steps_limited(inputs: Inputs) -> Iterator[Result]:
    """PLN-20: a step says within what time it must be done; one that only waits may say how long it waits at most."""
    steps = list(inputs.steps())
    found = [
        failed(about, step=step.id, card=card.id)
        for card, step, about in steps
        if step.within is None and not (step.do == "wait" and step.wait_at_most is not None)
    ]
    yield from over(len(steps), found, inputs.about_plan, none="no-step")


def responses_graded(inputs: Inputs) -> Iterator[Result]:
    """PLN-21: a response card names its response level."""
    cards = inputs.dossier.plan.cards
    found = [failed(_about(number, card.id, card.clause), card=card.id)
             for number, card in enumerate(cards) if card.level is None]  # fmt: skip
    yield from over(len(cards), found, replace(inputs.about_plan, path=("cards",)), none="no-card")


def _about(number: int, card: str, clause: str) -> About:
    return About(kind="card", id=card, file="plan.yaml", path=("cards", number), clause=clause)

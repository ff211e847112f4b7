"""The order in which a plan is read: by clause, then by id, whatever its order in the file.

Where two steps get ready at the same moment for the same person, the one that is read first goes first.
"""

from __future__ import annotations

import re

from drillsim.schema.plan import Card, Plan, Step

_PARTS = re.compile(r"(\d+)")


def cards_as_read(plan: Plan) -> tuple[Card, ...]:
    """Cards by clause, then id; restoration last."""
    cards = tuple(sorted(plan.cards, key=_place))
    return (*cards, plan.restoration) if plan.restoration else cards


def steps_as_read(card: Card) -> tuple[Step, ...]:
    """Steps of a card by clause, then id."""
    return tuple(sorted(card.steps, key=_place))


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """A key that puts `9.2-3` before `9.10-1`: numbers compare as numbers, the rest as text."""
    return tuple((int(part), "") if part.isascii() and part.isdigit() else (-1, part) for part in _PARTS.split(text))


def _place(one: Card | Step) -> tuple[tuple[tuple[int, str], ...], tuple[tuple[int, str], ...]]:
    return natural(one.clause), natural(one.id)

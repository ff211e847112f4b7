"""The order in which a plan is read: by clause, then by id, whatever its order in the file.

If two steps get ready at the same moment for the same person, the one that is read first goes first.
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


def steps_in_turn(card: Card, *, first: str = "") -> tuple[Step, ...]:
    """Steps of a card as one pair of hands does them: as they are read, but none before those it comes after, and the
    steps of a branch or an option after the step that chooses them. `first`, with what it comes after, overtakes."""
    earlier = _earlier(card)
    urgent = _behind_it(earlier, first)
    left, done = sorted(steps_as_read(card), key=lambda step: step.id not in urgent), list[Step]()
    while left:
        names = {step.id for step in left}
        ready = (step for step in left if not earlier.get(step.id, frozenset()) & names)
        step = next(ready, left[0])  # a circle: whoever is read first
        left.remove(step)
        done.append(step)
    return tuple(done)


def _behind_it(earlier: dict[str, frozenset[str]], first: str) -> frozenset[str]:
    """The step and all it comes after, directly or through others; nothing for no step."""
    found, more = frozenset[str](), frozenset([first] if first else [])
    while more:
        found |= more
        more = frozenset(name for each in more for name in earlier.get(each, ())) - found
    return found


def _earlier(card: Card) -> dict[str, frozenset[str]]:
    """Step → the steps that come before it."""
    found: dict[str, set[str]] = {}
    for step in card.steps:
        found.setdefault(step.id, set()).update(step.predecessors)
        chosen = [name for option in step.options for name in option.steps]
        for name in (*(step.on_failure.steps if step.on_failure else ()), *chosen):
            found.setdefault(name, set()).add(step.id)
    return {name: frozenset(each - {name}) for name, each in found.items()}


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """A key that puts `9.2-3` before `9.10-1`: numbers compare as numbers, the rest as text."""
    return tuple((int(part), "") if part.isascii() and part.isdigit() else (-1, part) for part in _PARTS.split(text))


def _place(one: Card | Step) -> tuple[tuple[tuple[int, str], ...], tuple[tuple[int, str], ...]]:
    return natural(one.clause), natural(one.id)

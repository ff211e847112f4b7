"""The choice of changes: a seeded draw, every operator in turn, on every customer it fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from helpers.blind import cards, ground, neutral, people, plant, service, sight, steps, words
from helpers.blind.change import Operator, Spoiled, trees
from helpers.shipped import CUSTOMERS

OPERATORS: dict[str, Operator] = {
    **steps.OPERATORS,
    **words.OPERATORS,
    **cards.OPERATORS,
    **people.OPERATORS,
    **plant.OPERATORS,
    **ground.OPERATORS,
    **service.OPERATORS,
    **sight.OPERATORS,
}
"""Every operator of blind change by name."""
NEUTRAL: dict[str, Operator] = neutral.OPERATORS
"""Every operator that changes nothing."""


@dataclass(frozen=True)
class Change:
    """One drawn change."""

    customer: str
    operator: str
    spoiled: Spoiled
    neutral: bool = False


def draw(
    seed: int,
    count: int,
    *,
    neutral: bool = False,
    customers: tuple[str, ...] = CUSTOMERS,
    operators: Mapping[str, Operator] | None = None,
) -> list[Change]:
    """`count` changes (fewer where there are no more), each place once: operators in turn, customers in turn."""
    operators = operators or (NEUTRAL if neutral else OPERATORS)
    luck = Random(f"{seed}-{neutral}")
    queues = [
        _places(name, operator, luck, neutral, customers)
        for name, operator in luck.sample([*operators.items()], len(operators))
    ]
    found: list[Change] = []
    while queues and len(found) < count:
        turn = [next(queue, None) for queue in queues]
        queues = [queue for queue, change in zip(queues, turn, strict=True) if change]
        found += [change for change in turn if change]
    return found[:count]


def _places(name: str, operator: Operator, luck: Random, neutral: bool, customers: tuple[str, ...]) -> Iterator[Change]:
    """The places of one operator, shuffled, one customer after the other."""
    found = []
    for customer in luck.sample(customers, len(customers)):
        places = [Change(customer, name, each, neutral) for each in operator(trees(customer))]
        luck.shuffle(places)
        found.append(places)
    longest = max(map(len, found))
    return iter([row[turn] for turn in range(longest) for row in found if turn < len(row)])

"""Blind changes of the shipped customers that damage a protected load or function, and whether the review mends them.

The changes are drawn by `helpers.blind`, which knows nothing of proposals. Each is played in every scenario of its
customer; the review is asked in the one in which the damage is worst.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from drillsim.files import CustomerFolder
from helpers.blind.draw import Change, draw
from helpers.blind.reload import reread
from helpers.shipped import ROOT
from planted import worst
from planted.repair import Repair

Pool = Callable[[Callable[..., Any], list[Any]], Iterable[Any]]
DRAWN = 4_000
"""Changes drawn at most."""
AT_ONCE = 40
"""Changes played between two looks whether there are enough."""

Damaging = tuple[Change, worst.Damage]


@dataclass(frozen=True)
class Asked:
    """How many blind changes are asked for, and of whom."""

    seed: int
    wanted: int
    """Changes that damage something."""
    customers: tuple[str, ...]
    scenarios: int | None = None
    """Scenarios played of each customer, the most telling ones; None for all."""
    alone: bool = False
    """Whether the review tries changes on that one scenario alone."""


def blind(asked: Asked, pool: Pool, say: Callable[[str], None]) -> list[tuple[str, Repair]]:
    """The first changes of the draw that damage something, by name, with what the review makes of each."""
    customers = asked.customers
    changes = iter(draw(asked.seed, DRAWN, customers=customers))
    found: list[Damaging] = []
    tried = 0
    while len(found) < asked.wanted and (some := list(islice(changes, AT_ONCE))):
        tried += len(some)
        some.sort(key=lambda each: customers.index(each.customer))
        damages = zip(some, pool(partial(_damage, scenarios=asked.scenarios), some), strict=True)
        found += [(change, damage) for change, damage in damages if damage is not None]
        say(f"{tried} blind changes, {len(found)} damage")
    found = sorted(found[: asked.wanted], key=lambda each: customers.index(each[0].customer))
    told: list[tuple[str, Repair]] = []
    for (change, damage), repair in zip(found, pool(partial(_mend, alone=asked.alone), found), strict=True):
        name = f"{change.customer} {change.operator}: {change.spoiled.what} ({damage.scenario})"
        told.append((name, repair))
        say(f"blind {len(told)} of {len(found)}: {name}: {repair.by}")
    return told


def _damage(change: Change, *, scenarios: int | None) -> worst.Damage | None:
    changed = _changed(change)
    if changed is None:
        return None
    return worst.damage_of(_place(change), changed, change.spoiled.card, scenarios=scenarios)


def _mend(damaging: Damaging, *, alone: bool) -> Repair:
    change, damage = damaging
    changed = _changed(change)
    assert changed is not None, "played before"
    return worst.mend(_place(change), changed, damage, alone=alone)


def _place(change: Change) -> Path:
    return ROOT / "plans" / change.customer


def _changed(change: Change) -> CustomerFolder | None:
    """The customer after the change; None where the files refuse it."""
    return reread(_place(change), change.spoiled.edits)[0]

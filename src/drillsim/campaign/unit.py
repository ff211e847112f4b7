"""The cases of a campaign, counted and ordered before anything is played.

A *base* is a set of events and states, or a scenario of the library. A *unit* is one base at one hour. Its cases are
the base itself and the base with hidden failures added, up to the order asked for. So a worker that has played the
base knows which hidden failures anybody asked about, and need not ask anybody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import comb

from drillsim.campaign.failure import Failure
from drillsim.campaign.spec import Hour, Spec


@dataclass(frozen=True, slots=True)
class Unit:
    """One base at one hour. `number` counts from 0 in the order of play."""

    number: int
    hour: Hour
    members: tuple[int, ...]
    """Positions of the base's events and states among the failures, ascending."""
    scenario: str = ""
    """The library scenario played instead."""
    room: int = 0
    """How many hidden failures may be added."""


def units(found: tuple[Failure, ...], spec: Spec) -> Iterator[Unit]:
    """Every unit of the campaign in order: single failures first, then pairs, triples, then the library."""
    number = 0
    for members in _bases(found, spec.order):
        for hour in spec.hours:
            yield Unit(number, hour, members, "", spec.order - len(members))
            number += 1
    for scenario in spec.scenarios:
        for hour in spec.hours:
            yield Unit(number, hour, (), scenario)
            number += 1


def _bases(found: tuple[Failure, ...], order: int) -> Iterator[tuple[int, ...]]:
    shown = [place for place, each in enumerate(found) if each.nature != "hidden"]
    for size in range(1, order + 1):
        yield from combinations(shown, size)
    if order:
        yield ()


def unit_count(found: tuple[Failure, ...], spec: Spec) -> int:
    """How many units there are."""
    shown = sum(each.nature != "hidden" for each in found)
    bases = sum(comb(shown, size) for size in range(spec.order + 1)) if spec.order else 0
    return (bases + len(spec.scenarios)) * len(spec.hours)


def case_count(found: tuple[Failure, ...], spec: Spec) -> int:
    """How many cases there are, by hour, before any is left out: sets of failures up to the order, and scenarios."""
    sets = sum(comb(len(found), size) for size in range(1, spec.order + 1))
    return (sets + len(spec.scenarios)) * len(spec.hours)

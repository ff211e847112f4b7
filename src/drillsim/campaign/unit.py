"""The cases of a campaign, counted and ordered before anything is played.

A *base* is a set of events and states, or a scenario of the library. A *unit* is one base at one hour. Its cases are
the base itself and the base with other failures added, up to the order asked for: hidden ones, and states too where
each event is played with one thing beside (`Spec.one_event`); then a state that does something by itself is a base
alone. So a worker that has played the base knows which of them anybody asked about, and need not ask anybody else.
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
    """Number of failures that may be added."""


def units(found: tuple[Failure, ...], spec: Spec) -> Iterator[Unit]:
    """Every unit of the campaign in order: single failures first, then pairs, triples, then the library."""
    number = 0
    for members, room in _bases(found, spec):
        for hour in spec.hours:
            yield Unit(number, hour, members, "", room)
            number += 1
    for scenario in spec.scenarios:
        for hour in spec.hours:
            yield Unit(number, hour, (), scenario)
            number += 1


def addable(found: tuple[Failure, ...], spec: Spec) -> tuple[int, ...]:
    """Positions of the failures that may be added to a base."""
    natures = ("hidden", "state") if spec.one_event else ("hidden",)
    return tuple(place for place, each in enumerate(found) if each.nature in natures)


def base_counts(found: tuple[Failure, ...], spec: Spec) -> tuple[tuple[int, int], ...]:
    """Return the number of bases with room for so many failures more, in the order of play; the empty one last."""
    if not spec.order:
        return ()
    if spec.one_event:
        return (1, len(_events(found))), (0, len(_acting(found))), (0, 1)
    shown = len(_shown(found))
    return (*((spec.order - size, comb(shown, size)) for size in range(1, spec.order + 1)), (spec.order, 1))


def _bases(found: tuple[Failure, ...], spec: Spec) -> Iterator[tuple[tuple[int, ...], int]]:
    """Each with how many failures may be added."""
    if spec.one_event:
        yield from (((event,), 1) for event in _events(found))
        yield from (((state,), 0) for state in _acting(found))
    else:
        for size in range(1, spec.order + 1):
            yield from ((members, spec.order - size) for members in combinations(_shown(found), size))
    if spec.order:
        yield (), 0 if spec.one_event else spec.order


def _shown(found: tuple[Failure, ...]) -> tuple[int, ...]:
    return tuple(place for place, each in enumerate(found) if each.nature != "hidden")


def _events(found: tuple[Failure, ...]) -> tuple[int, ...]:
    return tuple(place for place, each in enumerate(found) if each.nature == "event")


def _acting(found: tuple[Failure, ...]) -> tuple[int, ...]:
    return tuple(place for place, each in enumerate(found) if each.acts_alone)


def unit_count(found: tuple[Failure, ...], spec: Spec) -> int:
    """Return the number of units."""
    return (sum(many for _, many in base_counts(found, spec)) + len(spec.scenarios)) * len(spec.hours)


def case_count(found: tuple[Failure, ...], spec: Spec) -> int:
    """Return the number of cases, by hour, before any is left out: sets of failures up to the order, and scenarios."""
    events = len(_events(found))
    sets = sum(comb(len(found), size) for size in range(1, spec.order + 1))
    if spec.one_event:
        sets = events * (1 + len(found) - events) + len(_acting(found))
    return (sets + len(spec.scenarios)) * len(spec.hours)

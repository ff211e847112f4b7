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
    for members in _bases(found, spec):
        for hour in spec.hours:
            yield Unit(number, hour, members, "", room_of(spec, len(members)))
            number += 1
    for scenario in spec.scenarios:
        for hour in spec.hours:
            yield Unit(number, hour, (), scenario)
            number += 1


def room_of(spec: Spec, size: int) -> int:
    """How many hidden failures may be added to a base of so many."""
    return 0 if spec.one_event and not size else spec.order - size


def base_counts(found: tuple[Failure, ...], spec: Spec) -> tuple[tuple[int, int], ...]:
    """How many bases there are of each size, in the order of play; the empty one last."""
    if not spec.order:
        return ()
    shown, events = len(_shown(found)), len(_events(found))
    if spec.one_event:
        return (1, events), (2, events * (shown - events)), (0, 1)
    return (*((size, comb(shown, size)) for size in range(1, spec.order + 1)), (0, 1))


def _bases(found: tuple[Failure, ...], spec: Spec) -> Iterator[tuple[int, ...]]:
    shown, events = _shown(found), _events(found)
    if spec.one_event:
        yield from ((event,) for event in events)
        yield from ((event, state) for event in events for state in shown if state not in events)
    else:
        for size in range(1, spec.order + 1):
            yield from combinations(shown, size)
    if spec.order:
        yield ()


def _shown(found: tuple[Failure, ...]) -> tuple[int, ...]:
    return tuple(place for place, each in enumerate(found) if each.nature != "hidden")


def _events(found: tuple[Failure, ...]) -> tuple[int, ...]:
    return tuple(place for place, each in enumerate(found) if each.nature == "event")


def unit_count(found: tuple[Failure, ...], spec: Spec) -> int:
    """How many units there are."""
    return (sum(many for _, many in base_counts(found, spec)) + len(spec.scenarios)) * len(spec.hours)


def case_count(found: tuple[Failure, ...], spec: Spec) -> int:
    """How many cases there are, by hour, before any is left out: sets of failures up to the order, and scenarios."""
    events = len(_events(found))
    sets = sum(comb(len(found), size) for size in range(1, spec.order + 1))
    if spec.one_event:
        sets = events * (1 + len(found) - events)
    return (sets + len(spec.scenarios)) * len(spec.hours)

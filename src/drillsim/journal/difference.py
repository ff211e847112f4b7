"""The moment two journals part: the first instant at which not the same happened.

Within one instant the order of events says nothing, and numbers of lines are no part of what happened.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, zip_longest

from drillsim.journal.events import TYPES, Event
from drillsim.journal.record import Journal, dumps

_NOT_HAPPENED = ("wall_time",)
"""Fields that say when somebody typed, not what happened."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Parting:
    """The first difference of two runs of one scenario."""

    t_ms: int
    one: Event | None
    """The first event of that instant that only the one run has; None where it has no such event."""
    other: Event | None
    """The same of the other run."""


def parting(one: Journal, other: Journal) -> Parting | None:
    """Return the first difference of two journals; None where the same happened in both. The states they begin in are
    not compared (`different_starts`)."""
    for mine, theirs in _instants(one, other):
        only_mine, only_theirs = _only(mine, theirs), _only(theirs, mine)
        first = only_mine or only_theirs
        if first is not None:
            return Parting(first.t_ms, only_mine, only_theirs)
    return None


def different_starts(one: Journal, other: Journal) -> tuple[str, ...]:
    """Return the fields of the initial state that differ, in the order of the journal."""
    keys = dict.fromkeys((*one.initial, *other.initial))
    return tuple(key for key in keys if one.initial.get(key) != other.initial.get(key))


def _instants(one: Journal, other: Journal) -> Iterator[tuple[list[Event], list[Event]]]:
    """Yield the events of each instant of both, until one instant is missing in one of them."""
    for mine, theirs in zip_longest(_by_instant(one), _by_instant(other)):
        if mine is None or theirs is None or mine[0] != theirs[0]:
            first = min(each[0] for each in (mine, theirs) if each is not None)
            yield tuple(each[1] if each is not None and each[0] == first else [] for each in (mine, theirs))  # type: ignore[misc]
            return
        yield mine[1], theirs[1]


def _by_instant(journal: Journal) -> Iterator[tuple[int, list[Event]]]:
    happened = (event for event in journal.events if TYPES[event.type].group != "frame")
    for t_ms, events in groupby(happened, key=lambda event: event.t_ms):
        yield t_ms, list(events)


def _only(mine: list[Event], theirs: list[Event]) -> Event | None:
    """Return the first of `mine` that `theirs` lacks."""
    left = Counter(map(_key, theirs))
    for event in mine:
        key = _key(event)
        if not left[key]:
            return event
        left[key] -= 1
    return None


def _key(event: Event) -> Key:
    return event.type, dumps({name: value for name, value in event.data.items() if name not in _NOT_HAPPENED})

"""A condition as the ways in which it can come true, for rules that ask whether anybody can tell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from drillsim.schema import Condition

MOST = 200
"""Ways looked at of one condition; a plan's trigger has a handful."""
Way = tuple[Condition, ...]
"""Leaves that hold together."""


def positive(condition: Condition) -> Iterator[Condition]:
    """Leaves that must hold, not those that must not, in file order."""
    if condition.kind == "not":
        return
    if condition.parts():
        for part in condition.parts():
            yield from positive(part)
    else:
        yield condition


def alternatives(condition: Condition) -> tuple[Way, ...]:
    """Each way the condition can hold, as its leaves; what must *not* be so is left out. At most `MOST`."""
    if condition.kind == "not":
        return ((),)
    if condition.kind == "any":
        return tuple(way for part in condition.parts() for way in alternatives(part))[:MOST]
    if condition.kind == "all":
        ways: tuple[Way, ...] = ((),)
        for part in condition.parts():
            ways = tuple((*one, *other) for one, other in product(ways, alternatives(part)))[:MOST]
        return ways
    return ((condition,),)

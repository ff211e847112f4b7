"""One judge for conditions, three-valued: True, False, or None where it is not known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drillsim.schema import Condition

Answer = bool | None


def holds(condition: Condition, leaf: Callable[[Condition], Answer]) -> Answer:
    """Return whether `condition` holds; None where it is not known. `leaf` answers for a leaf; every leaf is asked."""
    if condition.facts:
        return leaf(condition)
    if condition.not_ is not None:
        answer = holds(condition.not_, leaf)
        return None if answer is None else not answer
    if condition.any_:
        return any_of([holds(each, leaf) for each in condition.any_])
    return all_of([holds(each, leaf) for each in condition.all_])


def all_of(answers: Sequence[Answer]) -> Answer:
    """False if one is, else unknown if one is, else True."""
    return False if False in answers else None if None in answers else True


def any_of(answers: Sequence[Answer]) -> Answer:
    """True if one is, else unknown if one is, else False."""
    return True if True in answers else None if None in answers else False

"""One judge for conditions, three-valued: True, False, or None where it is not known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drillsim.schema import Condition

Answer = bool | None
Fact = tuple[str, str]
"""Kind and id of one thing a leaf asks about."""


def holds(
    condition: Condition,
    leaf: Callable[[Condition, Fact], Answer],
    part: Callable[[Condition], Answer] | None = None,
) -> Answer:
    """Whether `condition` holds. `leaf` answers for one thing of a leaf; `part`, where given, for the parts of a
    combination, each of which is asked."""
    if condition.facts:
        return all_of([leaf(condition, fact) for fact in condition.facts])
    inner = part or (lambda each: holds(each, leaf))
    if condition.not_ is not None:
        answer = inner(condition.not_)
        return None if answer is None else not answer
    answers = [inner(each) for each in condition.all_ or condition.any_]
    return any_of(answers) if condition.any_ else all_of(answers)


def all_of(answers: Sequence[Answer]) -> Answer:
    """False if one is, else unknown if one is, else True."""
    return False if False in answers else None if None in answers else True


def any_of(answers: Sequence[Answer]) -> Answer:
    """True if one is, else unknown if one is, else False."""
    return True if True in answers else None if None in answers else False

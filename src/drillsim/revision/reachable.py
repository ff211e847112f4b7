"""No hazard comes within reach by a change of steps, whatever one slip makes of them.

A condition against a hazard may be asked elsewhere, or of another open point, and steps may change places, where the
static search reaches no hazard that it did not reach before.
"""

from __future__ import annotations

from drillsim.checks import Danger, Inputs, TooMany, dangers
from drillsim.revision.recommendation import Told
from drillsim.schema import Compiled, Plan, Step, follows_from


def new_danger(was: Compiled, now: Compiled) -> Told | None:
    """The first hazard that the steps of `now` can reach and those of `was` cannot; None where there is none, and
    where no step does another thing, or does it after or under another condition."""
    if _steps(was.plan) == _steps(now.plan):
        return None
    before, after = _dangers(was), _dangers(now)
    if before is None or after is None:
        return Told("revision-worse-unsearched")
    known = {each for danger in before for each in _covers(danger)}
    found = next((each for each in after if _what(each) not in known), None)
    if found is None:
        return None
    return Told("revision-worse-reachable", {"hazard": found.hazard, "step": found.step})


def _steps(plan: Plan) -> list[tuple[object, ...]]:
    """Return the facts the search goes by, in the order it walks them."""

    def facts(step: Step) -> tuple[object, ...]:
        return (
            step.do,
            step.target,
            step.to,
            step.after,
            step.requires,
            step.when,
            step.by,
            step.on_failure,
            step.options,
        )

    return [facts(step) for _, step in plan.steps()]


@follows_from("customer", "network", "site", "plan")
def _dangers(dossier: Compiled) -> tuple[Danger, ...] | None:
    """Every way into a hazard; None when there are too many states to walk."""
    try:
        return dangers(Inputs(dossier))
    except TooMany:
        return None


def _what(danger: Danger) -> tuple[object, ...]:
    """The hazard, and what it takes to get there: nothing, a slip, a procedural interlock disregarded."""
    takes = 2 if danger.defeated else 1 if danger.slip else 0
    return danger.hazard, danger.parts, danger.step, danger.device, takes


def _covers(danger: Danger) -> tuple[tuple[object, ...], ...]:
    """Return the dangers that are no worse: the same hazard that takes as much, or more."""
    *what, takes = _what(danger)
    return tuple((*what, more) for more in range(int(str(takes)), 3))

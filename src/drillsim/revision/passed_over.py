"""A failed test is never passed over: what waited for it, and was not done while it failed, is not done now either."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drillsim.revision.kept import Pair
from drillsim.schema import Plan, step_of

TESTS = ("check", "prove_dead", "phase_check")


class PassedOver(NamedTuple):
    """A step that is done though a test it waited for has failed."""

    step: str
    test: str


def passed_over(pair: Pair) -> Iterator[PassedOver]:
    """Yield what the change does in spite of a failed test, in the order of the journal's tests. A plan that told
    people to go on after the failure may do so still."""
    for name, row in pair.after.rows.items():
        found = step_of(pair.was.plan, name) if row.state == "failed" else None
        if found is None or found[1].do not in TESTS:
            continue
        test = found[1]
        if test.on_failure is not None and test.on_failure.then == "continue":
            continue
        for step in _waiting_for(pair.was.plan, test.id):
            before, after = pair.before.rows.get(step), pair.after.rows.get(step)
            if after is not None and after.state == "done" and (before is None or before.state != "done"):
                yield PassedOver(step, test.id)


def _waiting_for(plan: Plan, test: str) -> list[str]:
    """Return the steps that come after a test, those that come after these included, in file order."""
    waiting = [test]
    for name in waiting:
        waiting += [step.id for _, step in plan.steps() if name in step.predecessors and step.id not in waiting]
    return waiting[1:]

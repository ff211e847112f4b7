"""Steps that nobody began at any of many places for the same reason: one line, with all places named."""

from __future__ import annotations

from collections.abc import Sequence

from drillsim.documents.report import StepLine


def alike(steps: Sequence[StepLine]) -> list[list[StepLine]]:
    """Return the steps in order, those of one step of the plan that never began for the same reasons together."""
    groups: dict[tuple[object, ...], list[StepLine]] = {}
    for step in steps:
        idle = step.times_ms == (None, None, None)
        stem = step.step.partition("[")[0]
        reasons = tuple(wait.partition("（")[0].partition(" (")[0] for wait in step.waits)  # what for differs by place
        key = (stem, step.clause, step.who, step.state, reasons) if idle else (step.step,)
        groups.setdefault(key, []).append(step)
    return list(groups.values())

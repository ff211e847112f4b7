"""The outcome of an operation."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from drillsim.simulation.people.people import PersonState
from drillsim.simulation.plan.card_run import StepRun


class Outcome(StrEnum):
    """The outcome of an operation, and whether the person who did it cannot help noticing."""

    WORKED = "worked"
    UNNOTICED = "unnoticed"
    """A device stayed where it was; only a check finds out."""
    FAILED = "failed"
    """It plainly did not work: an engine that does not start, an operation that may not be done."""


Act = Callable[[StepRun, str, tuple[PersonState, ...]], Outcome]
"""Effect of a verb on one target, by these people."""

"""The simulation: files in, journal out. SimPy lives here and nowhere else."""

from drillsim.simulation.chosen import Asked, ChosenLuck, Span, Use, WatchedLuck
from drillsim.simulation.luck import Luck
from drillsim.simulation.operator import Activate, Begin, Close, Decision, Operator, PlanOperator, Skip
from drillsim.simulation.run import Run, simulate
from drillsim.simulation.what_if import AS_IT_IS, WhatIf

__all__ = [
    "AS_IT_IS",
    "Activate",
    "Asked",
    "Begin",
    "ChosenLuck",
    "Close",
    "Decision",
    "Luck",
    "Operator",
    "PlanOperator",
    "Run",
    "Skip",
    "Span",
    "Use",
    "WatchedLuck",
    "WhatIf",
    "simulate",
]

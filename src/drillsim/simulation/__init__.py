"""The simulation: files in, journal out. SimPy lives here and nowhere else."""

from drillsim.simulation.chosen import Asked, ChosenLuck, Span, Use, WatchedLuck
from drillsim.simulation.decide.answer import CODES, Accepted, Code, Refused
from drillsim.simulation.decide.decisions import (
    FACILITATOR,
    Act,
    Activate,
    Ask,
    Begin,
    Choose,
    Close,
    Correct,
    Decision,
    FactRow,
    Finish,
    Go,
    Inform,
    Inject,
    Permit,
    Refuse,
    Skip,
    Tell,
    decision_of,
)
from drillsim.simulation.decide.sources import Message, Source
from drillsim.simulation.decide.view import Held, Offer, View
from drillsim.simulation.luck import Luck
from drillsim.simulation.operator import Operator, PlanOperator
from drillsim.simulation.run import Run, replay, simulate
from drillsim.simulation.what_if import AS_IT_IS, WhatIf

__all__ = [
    "AS_IT_IS",
    "CODES",
    "FACILITATOR",
    "Accepted",
    "Act",
    "Activate",
    "Ask",
    "Asked",
    "Begin",
    "Choose",
    "ChosenLuck",
    "Close",
    "Code",
    "Correct",
    "Decision",
    "FactRow",
    "Finish",
    "Go",
    "Held",
    "Inform",
    "Inject",
    "Luck",
    "Message",
    "Offer",
    "Operator",
    "Permit",
    "PlanOperator",
    "Refuse",
    "Refused",
    "Run",
    "Skip",
    "Source",
    "Span",
    "Tell",
    "Use",
    "View",
    "WatchedLuck",
    "WhatIf",
    "decision_of",
    "replay",
    "simulate",
]

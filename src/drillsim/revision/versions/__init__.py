"""Two versions of one customer compared: every case played on both with the same luck.

pairing(old, new, library, spec)      what both are played with
compare_all(pairing, workers)         every case on both versions: better, worse and unchanged
compare_unit(pairing, unit)           the cases of one unit, judged
play_both(pairing, place, draw)       the two journals of one case
"""

from drillsim.revision.versions.answer import (
    ActAnswer,
    Comparison,
    Conclusion,
    Counts,
    DrawnCase,
    Extreme,
    HazardAnswer,
    OnlyPlayed,
    SubjectAnswer,
    WeakPoint,
    answer,
)
from drillsim.revision.versions.every import compare_all
from drillsim.revision.versions.judge import Change
from drillsim.revision.versions.pairing import LimitChange, Pairing, pairing
from drillsim.revision.versions.play import CasePlace, UnitCompared, cases_on_both, compare_unit, play_both

__all__ = [
    "ActAnswer",
    "CasePlace",
    "Change",
    "Comparison",
    "Conclusion",
    "Counts",
    "DrawnCase",
    "Extreme",
    "HazardAnswer",
    "LimitChange",
    "OnlyPlayed",
    "Pairing",
    "SubjectAnswer",
    "UnitCompared",
    "WeakPoint",
    "answer",
    "cases_on_both",
    "compare_all",
    "compare_unit",
    "pairing",
    "play_both",
]

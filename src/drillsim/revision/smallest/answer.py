"""The answers of a search: values without prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from drillsim.findings import Finding
from drillsim.revision.recommendation import Kind, Recommendation, Told

Means = Literal["paper", "setting", "all"]
"""Kinds of change an answer may make use of."""
MEANS: tuple[Means, ...] = get_args(Means)
KINDS_OF: Mapping[Means, tuple[Kind, ...]] = {
    "paper": ("paper",),
    "setting": ("paper", "setting"),
    "all": ("paper", "setting", "training", "staffing", "purchase"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Unmet:
    """A limit that is missed all the same: one load or function, by what keeps it back."""

    subject: str
    case: str
    """The case in which it is latest, of those looked at in which the same keeps it back."""
    cause: str
    """Where most of its late minutes come from (`findings.ledger`); `endurance` where own supply does not last."""
    late_ms: int
    """By how much the limit is exceeded there, or own supply falls short."""
    cases: int
    """Number of cases it is missed in for this cause and weak point."""
    critical: bool
    behind: Finding | None = None
    """The weak point behind it (`told.behind`): the head of its group; None where none endangers the limit."""
    takes: tuple[str, ...] = ()
    """Ids of recommendations that answer the weak point and were not made: what it might take."""

    @property
    def network(self) -> bool:
        """Return whether what failed is all that keeps it back, so that only a change of the network would mend it."""
        return self.cause.startswith("fault:")


@dataclass(frozen=True, slots=True)
class HeldBack:
    """The set on the cases held back from the search."""

    cases: int
    met: int
    """Cases in which nothing protected is missed."""
    met_before: int
    """The same with the plan as it is."""
    worse: int
    """Cases in which something is worse than with the plan as it is."""


@dataclass(frozen=True, slots=True)
class Helped:
    """One change of a set in the order in which they help most."""

    id: str
    unmet: int
    """Limits missed in the required cases when it and those before it are made."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The smallest set of the kinds allowed."""

    means: Means
    ids: tuple[str, ...]
    exact: bool
    """True where every set was looked at: none is better."""
    looked_at: int
    """Number of sets looked at."""
    verified: int
    """Number of required cases on which nothing is worse."""
    met: int
    """Number of them in which nothing protected is missed."""
    missed: int
    """Number of limits missed in them: loads and functions, case by case."""
    critical: int
    """Number of these that are safety-critical."""
    unsure: int
    """Number of limits of which nobody can say whether they are met, held-back cases included."""
    unmet: tuple[Unmet, ...]
    held_back: HeldBack
    helped: tuple[Helped, ...] = ()

    @property
    def meets_all(self) -> bool:
        """Return whether every protected load and function meets its limit in every required case, held back or not,
        and that can be said of all of them."""
        return not self.missed and not self.unsure and self.held_back.met == self.held_back.cases


@dataclass(frozen=True, slots=True)
class AtOdds:
    """A change that mends limits alone, and makes something else worse: no answer makes use of it."""

    id: str
    mends: tuple[int, int]
    """Limits missed that are met with it alone: those that are safety-critical, and all."""
    cases: int
    """Cases it was made alone in."""
    worse: int
    """Number of them in which something is worse with it."""
    case: str
    """One of those."""
    why: Told
    """The harm in that case."""


@dataclass(frozen=True, slots=True)
class Avoided:
    """Runs that were left out, and how many were played."""

    played: int
    """Runs played with changes made."""
    verifying: int
    """Number of these that were played to verify sets."""
    untouched: int
    """Runs not played, for changes touch nothing of them."""
    idle: int
    """Runs not played while sets were looked for, for changes do nothing in them when they are made alone; the set
    found is verified without that."""
    not_screened: int
    """Cases with a missed limit on which changes were not screened, for others show the same causes; the set found is
    verified on them."""


@dataclass(frozen=True, slots=True, eq=False)
class Searched:
    """The plan as it is on the required cases, the changes, and the three answers."""

    cases: int
    """Required cases, those held back included."""
    called: int
    """Number of them in which a card is triggered."""
    held_back: int
    missed_cases: int
    missed: int
    critical: int
    missed_by: tuple[Unmet, ...]
    """Limits missed now, by load or function and cause, the gravest first."""
    unsure: tuple[tuple[str, int], ...]
    """Loads and functions of which nobody can say in some case, with the number of cases."""
    reviewed: tuple[str, ...]
    """Cases whose runs the changes were made from."""
    findings: tuple[tuple[str, Finding], ...]
    """Their weak points, each once, with the case."""
    recommendations: tuple[Recommendation, ...]
    answers: Mapping[Means, Answer]
    at_odds: tuple[AtOdds, ...]
    """Changes that mend most and no answer makes use of, for each makes something worse."""
    avoided: Avoided

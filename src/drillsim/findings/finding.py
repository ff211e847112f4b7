"""Weak points, verdicts and hazards: values without prose, computed from files and journal alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from drillsim.findings.facts import FACTS, Fact, Facts, plain

Severity = Literal["A", "B", "C"]
"""A: a hazard, a harmed function, or a limit missed on a safety-critical load. B: any other limit, capacity or
coverage. C: paper."""

VerdictWord = Literal["met", "missed", "not_tested", "cannot_say"]


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a finding: a kind of the customer's files and the id."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One weak point. Text comes from the catalogue (`finding-<code>`) filled with what is `told`.

    Raises: TypeError for facts that are not of its code's type.
    """

    code: str
    severity: Severity
    subject: Subject
    facts: Facts
    clause: str = ""
    """Clause of the plan it points to; empty: the clause is missing."""
    steps: tuple[str, ...] = ()
    """Plan steps concerned."""
    endangers: tuple[str, ...] = ()
    """Missed limits it may have cost, by id."""
    evidence: tuple[int, ...] = ()
    """`seq` of the journal events it rests on."""
    waits: tuple[str, ...] = ()
    """For a finding about waits of its steps: their reasons."""
    severity_basis: Literal["", "journal", "counterfactual"] = ""
    """Basis of a wait's severity: the journal, which is a bound, or the run without the wait."""
    severity_journal: Severity | None = None
    """The bound, where the run without the wait has judged."""

    def __post_init__(self) -> None:
        if type(self.facts) is not FACTS.get(self.code):
            raise TypeError(f"{self.code} has no facts of the type {type(self.facts).__name__}")

    @property
    def plain(self) -> Mapping[str, Fact]:
        """Its facts by name and what it endangers, as `run.json` holds them."""
        return {**plain(self.facts), "endangers": self.endangers}

    @property
    def told(self) -> Mapping[str, Fact]:
        """The facts its text may speak of: subject, clause, steps, and its own."""
        return {"subject": self.subject.id, "clause": self.clause, "steps": self.steps, **self.plain}

    @property
    def is_bound(self) -> bool:
        """Return whether the severity may still be lower."""
        return self.severity_basis == "journal"


@dataclass(frozen=True, slots=True)
class Endurance:
    """The judgement whether own supply lasts as long as the load needs."""

    verdict: VerdictWord
    lasts_ms: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """One load or function judged. `why` is a text id of the catalogue (`verdict-<why>`)."""

    kind: Literal["load", "function"]
    id: str
    protected: bool
    """Has a limit, so it stands on page one."""
    max_interruption_ms: int | None
    outage_ms: int
    """Longest single interruption."""
    total_ms: int
    outages: int
    open_at_end: bool
    unserved_kwh: float
    verdict: VerdictWord
    why: str
    endurance: Endurance | None
    evidence: tuple[int, ...] = ()

"""The evidence of a revision, and the row of the record that says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from drillsim.revision import Recommendation
from drillsim.schema import (
    AppliedChange,
    ChangedPlace,
    EffectAssumed,
    RunEvidence,
    SubjectBeforeAfter,
    WeakPointAnswered,
)
from drillsim.use.answered import Answered, answers_of


@dataclass(frozen=True, slots=True)
class Evidence:
    """The run or campaign the changes come from."""

    run: str
    """Name of its folder."""
    scenario: str
    """Empty for a campaign."""
    seed: int
    digests: Mapping[str, str]
    """Digests of the customer's files it ran on, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Facts of one revision, the same for all its changes."""

    old: str
    new: str
    day: dt.date
    evidence: Evidence
    minor: bool = False
    edition: str = ""
    """Name of the edition the changes stand in; empty where they stand in the plan."""


def revision_row(change: Recommendation, of: Written, register: Answered) -> AppliedChange:
    """The change as the record has it, its weak points with their numbers in the register."""
    assumed = change.assumed
    return AppliedChange(
        from_=of.old, to=of.new, date=of.day, minor=of.minor, edition=of.edition, recommendation=change.id,
        kind=change.kind, owner=change.owner,
        place=ChangedPlace(kind=change.place.kind, clause=change.place.clause, after=change.place.after),
        old=change.old, new=change.new,
        reason=tuple(
            WeakPointAnswered(code=code, subject=subject, entry=register.number(code, subject))
            for code, subject in answers_of(change)
        ),
        evidence=RunEvidence(
            run=of.evidence.run, scenario=of.evidence.scenario, seed=of.evidence.seed, events=change.evidence
        ),
        supported=change.verdict == "proposed",
        gain=tuple(
            SubjectBeforeAfter(
                subject=each.subject, what=each.what, limit=each.limit_ms, before=each.before_ms, after=each.after_ms
            )
            for each in change.gain
        ),
        assumed=assumed and EffectAssumed(
            file=assumed.file, field=assumed.field, unit=assumed.unit, now=assumed.now, assumed=assumed.assumed,
            vanishes_at=assumed.vanishes_at, basis=assumed.basis,
        ),
    )  # fmt: skip

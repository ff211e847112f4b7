"""What a change is proposed for: a weak point, or time a step lost that no weak point is about."""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.findings import Finding, Subject
from drillsim.findings.facts import A09, O05, O06, P01, P02, P03
from drillsim.revision.recommendation import Told
from drillsim.revision.wait_cost import WaitKey


@dataclass(frozen=True, slots=True)
class LostTime:
    """Time a step lost, where no weak point says so."""

    code: str
    """The code whose answers are tried on it."""
    step: str
    clause: str
    evidence: tuple[int, ...]
    why: Told
    wait: WaitKey | None = None
    """The wait it was lost by."""

    @property
    def subject(self) -> Subject:
        return Subject("step", self.step)

    @property
    def steps(self) -> tuple[str, ...]:
        return (self.step,)


Occasion = Finding | LostTime


def why(occasion: Occasion) -> Told:
    """The first reason of a change: the weak point, or the time lost."""
    return Told(f"finding-{occasion.code}", occasion.told) if isinstance(occasion, Finding) else occasion.why


def answers(occasion: Occasion) -> tuple[tuple[str, str], ...]:
    """Code and subject of the weak point a change answers; none for time lost."""
    return ((occasion.code, occasion.subject.id),) if isinstance(occasion, Finding) else ()


def wait_of(occasion: Occasion) -> WaitKey | None:
    """The wait a change should shorten, where the occasion is one."""
    if isinstance(occasion, LostTime):
        return occasion.wait
    reason = _reason(occasion)
    return (occasion.steps[0], reason) if reason and occasion.steps else None


def _reason(finding: Finding) -> str:
    match finding.facts:
        case P01(reason=reason):
            return "person_busy" if reason == "nobody_on_duty" else "travel"
        case O05(reason=reason):
            return reason
        case P02() | O06():
            return "person_busy"
        case A09():
            return "not_known"
        case P03():
            return "resource"
        case _:
            return ""

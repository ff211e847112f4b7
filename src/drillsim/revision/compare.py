"""When is a change worse, and what does it gain (model: what "worse" means for an edit).

Worse: on any scenario a verdict a state worse, one hazard or severity-A weak point more, or a protected outage longer
by more than a second. A gain: one protected outage or the wait in question shorter by more than a second, or a weak
point less.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.findings import DIP_MS, Finding, Verdict, VerdictWord
from drillsim.revision.measure import Measured
from drillsim.revision.recommendation import Told
from drillsim.revision.wait_cost import WaitKey
from drillsim.schema import base_name, item_of, number_of

IMPLICIT = ("restart", "safe_stop")
"""Steps that are in no card: what stands in their brackets is a function, not a place of a list."""

NOTICED_MS = 1_000
"""Outages and waits that differ by less are the same."""
WORSE: tuple[VerdictWord, ...] = ("met", "not_tested", "cannot_say", "missed")
"""Verdicts from best to worst: an open question is worse than a proof, a miss is worst."""


@dataclass(frozen=True, slots=True, order=True)
class Gain:
    """What a change gained, the most important first; compares so."""

    missed: int
    """Limits missed that no longer are."""
    worst_ms: int
    """By how much the worst protected outage shrank."""
    outages_ms: int
    """By how much all protected outages together shrank."""
    findings: int
    """Weak points less."""
    wait_ms: int
    """By how much the wait in question shrank."""


def worse(before: Measured, after: Measured) -> Told | None:
    """What got worse, the gravest first; None when nothing did."""
    found = next(_worse(before, after), None)
    return Told(found.text, {**found.facts, "scenario": after.scenario}) if found else None


def gain(before: Measured, after: Measured, wait: WaitKey | None) -> Gain | None:
    """What got better; None when nothing that counts did."""
    shorter = [ms - after.outages[name] for name, ms in before.outages.items()]
    waited = before.waits.get(wait, 0) - after.waits.get(wait, 0) if wait else 0
    fewer = len(before.findings) - len(after.findings)
    if max(shorter, default=0) <= NOTICED_MS and waited <= NOTICED_MS and fewer <= 0:
        return None
    return Gain(_missed(before) - _missed(after), before.worst_ms - after.worst_ms, sum(shorter), fewer, waited)


def _missed(run: Measured) -> int:
    return sum(1 for verdict in run.verdicts if verdict.verdict == "missed")


def _worse(before: Measured, after: Measured) -> Iterator[Told]:
    if after.hazards > before.hazards:
        yield Told(
            "revision-worse-hazard", {"hazard": _new_hazard(before, after), "more": after.hazards - before.hazards}
        )
    yield from _verdicts(before, after)
    yield from _outages(before, after)
    grave, were = _grave(after), _grave(before)
    if len(grave) > len(were):
        new = _first_new(were, grave)
        yield Told("revision-worse-finding", {"code": new.code, "subject": new.subject.id})
    yield from _endurance(before, after)


def _grave(run: Measured) -> list[Finding]:
    """Weak points of severity A; of one step carried out in many places the first speaks for all."""
    grave = [each for each in run.findings if each.severity == "A"]
    return list({_subject(each): each for each in reversed(grave)}.values())[::-1]


def _subject(found: Finding) -> tuple[str, ...]:
    """What a weak point is about: code, subject and steps, without the place of a list it happened in."""
    name, steps = found.subject.id, tuple(dict.fromkeys(map(base_name, found.steps)))
    if _listed(name):
        return (found.code, base_name(name))
    if any(map(_listed, found.steps)):
        return (found.code, name, *steps)
    return (found.code, name, *map(str, found.evidence))


def _listed(name: str) -> bool:
    return (bool(item_of(name)) or number_of(name) > 1) and base_name(name) not in IMPLICIT


def _verdicts(before: Measured, after: Measured) -> Iterator[Told]:
    was = {(each.kind, each.id): each for each in before.verdicts}
    for each in after.verdicts:
        old = was.get((each.kind, each.id))
        if old is not None and WORSE.index(each.verdict) > WORSE.index(old.verdict):
            yield Told("revision-worse-verdict", {"subject": each.id, "was": old.verdict, "is": each.verdict})


def _endurance(before: Measured, after: Measured) -> Iterator[Told]:
    lasted = {each.id for each in before.verdicts if _endures(each)}
    for each in after.verdicts:
        if each.id in lasted and not _endures(each) and not _had_no_need(each):
            yield Told("revision-worse-endurance", {"subject": each.id})


def _endures(verdict: Verdict) -> bool:
    return verdict.endurance is not None and verdict.endurance.verdict == "met"


def _had_no_need(verdict: Verdict) -> bool:
    """The change keeps the load on the mains but for a dip, so its own supply did not have to last."""
    why = "" if verdict.endurance is None else verdict.endurance.why
    return why in ("own-supply-not-called", "own-supply-did-not-reach") and verdict.outage_ms < DIP_MS


def _outages(before: Measured, after: Measured) -> Iterator[Told]:
    for name, ms in after.outages.items():
        if ms > before.outages.get(name, 0) + NOTICED_MS:
            yield Told("revision-worse-outage", {"subject": name, "was_ms": before.outages.get(name, 0), "is_ms": ms})


def _new_hazard(before: Measured, after: Measured) -> str:
    were = [str(event.data["hazard"]) for event in before.journal.of("hazard")]
    found = [str(event.data["hazard"]) for event in after.journal.of("hazard")]
    return next(each for each in found if found.count(each) > were.count(each))


def _first_new(before: list[Finding], after: list[Finding]) -> Finding:
    known = [_subject(each) for each in before]
    return next((each for each in after if _subject(each) not in known), after[-1])

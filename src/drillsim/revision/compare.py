"""The judgement that a change is worse, and its gain (model: what "worse" means for an edit).

Worse: on any scenario a protected subject's verdict a state worse, its excess over its limit or its endurance shortfall
more by over a second, a harm or a hazard more, or a safety act, report or warning lost (`kept`). A gain: a verdict
better, an excess or shortfall less by at least 5 % and by the smaller of a minute and half of it, a harm or a hazard
gone. Weak points are not counted: a change that is tried may show what stayed hidden.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from drillsim.findings import DIP_MS, REFILL_NOT_SEEN, Verdict, VerdictWord
from drillsim.revision.kept import Pair, lost
from drillsim.revision.measure import Measured
from drillsim.revision.passed_over import passed_over
from drillsim.revision.recommendation import SubjectGain, Told
from drillsim.schema import Compiled
from drillsim.units import MS_PER

NOTICED_MS = 1_000
"""Times that differ by less are the same."""
WORSE: tuple[VerdictWord, ...] = ("met", "not_tested", "cannot_say", "missed")
"""Verdicts from best to worst: an open question is worse than a proof, a miss is worst."""
BRIDGED_MS = MS_PER["min"]
"""A battery that carried a load for no longer bridged a changeover to other mains. Assumed."""
LEAST_SHARE, LEAST_MS = 0.05, MS_PER["min"]
"""An excess that shrinks by less than this share, or by less than the smaller of this time and half of it, shrinks by
nothing a meeting would sign."""


@dataclass(frozen=True, slots=True)
class Worse:
    """One thing that is worse in the later of two runs."""

    kind: Literal["harm", "hazard", "verdict", "outage", "passed_over", "act", "endurance"]
    about: tuple[str, ...]
    """The load or function; the hazard with where it arose; the step and the failed test it passes over; of an act its
    kind, step, receiver and how it was lost."""
    told: Told


@dataclass(frozen=True, slots=True)
class Gain:
    """The gain of a change."""

    subjects: tuple[SubjectGain, ...]
    """Subjects whose verdict or excess got better, safety-critical ones first, in file order."""
    to_met: tuple[int, int]
    """Limits missed that are met now: those that are safety-critical, and all."""
    harms: int
    """Functions harmed that no longer are, less those newly harmed."""
    hazards: int
    """Hazards less."""
    excess_ms: tuple[int, int]
    """By how much excesses and shortfalls shrank together: safety-critical ones, and all."""

    @property
    def met(self) -> int:
        """Limits missed that are met now."""
        return self.to_met[1]

    @property
    def order(self) -> tuple[int, ...]:
        """The most important first; the larger is the better."""
        return (*self.to_met, self.harms + self.hazards, *self.excess_ms)


def worse(before: Measured, after: Measured, was: Compiled, now: Compiled) -> Told | None:
    """Return the gravest thing that got worse from the run of `was` to that of `now`; None when nothing did."""
    found = next(every_worse(before, after, was, now), None)
    return Told(found.told.text, {**found.told.facts, "scenario": after.scenario}) if found else None


def gain(before: Measured, after: Measured) -> Gain | None:
    """Return the things that got better; None when nothing that counts did."""
    pairs = _pairs(before, after)
    better = [pair for pair in pairs if _is_better(before, *pair)]
    harms = len(before.harmed) - len(after.harmed)
    hazards = before.hazards.total() - after.hazards.total()
    if not better and harms <= 0 and hazards <= 0:
        return None
    met = [now.id for old, now in better if old.verdict == "missed" and now.verdict == "met"]
    shrank = {now.id: _over(before, old) - _over(before, now) for old, now in pairs}
    critical = before.critical
    return Gain(
        tuple(_subject_gain(before, *pair) for pair in sorted(better, key=lambda pair: pair[1].id not in critical)),
        (sum(name in critical for name in met), len(met)),
        harms,
        hazards,
        (sum(ms for name, ms in shrank.items() if name in critical), sum(shrank.values())),
    )


def _pairs(before: Measured, after: Measured) -> list[tuple[Verdict, Verdict]]:
    """Return the verdicts of what is protected, before and after."""
    old = {(each.kind, each.id): each for each in before.verdicts if each.protected}
    return [(old[each.kind, each.id], each) for each in after.verdicts if (each.kind, each.id) in old]


def _is_better(run: Measured, old: Verdict, new: Verdict) -> bool:
    if WORSE.index(new.verdict) < WORSE.index(old.verdict):
        return True
    return _shrinks(excess_ms(old), excess_ms(new)) or _shrinks(shortfall_ms(run, old), shortfall_ms(run, new))


def _shrinks(was_ms: int, is_ms: int) -> bool:
    less = was_ms - is_ms
    return less > 0 and less >= LEAST_SHARE * was_ms and less >= min(LEAST_MS, was_ms / 2)


def _subject_gain(run: Measured, old: Verdict, new: Verdict) -> SubjectGain:
    """Interruptions; where these are as they were, how long own supply lasts."""
    if old.outage_ms != new.outage_ms or old.endurance is None or new.endurance is None:
        return SubjectGain(old.id, "interruption", old.max_interruption_ms, old.outage_ms, new.outage_ms)
    lasted, lasts = old.endurance.lasts_ms or 0, new.endurance.lasts_ms or 0
    return SubjectGain(old.id, "endurance", run.min_supply_ms.get(old.id), lasted, lasts)


def excess_ms(verdict: Verdict) -> int:
    """By how much the longest interruption exceeds its limit, ms; 0 where there is no limit."""
    limit = verdict.max_interruption_ms
    return 0 if limit is None else max(0, verdict.outage_ms - limit)


def shortfall_ms(run: Measured, verdict: Verdict) -> int:
    """By how much own supply lasts too short, ms; 0 where it lasts, and where nobody can tell."""
    lasting, asked = verdict.endurance, run.min_supply_ms.get(verdict.id)
    if lasting is None or lasting.verdict != "missed" or lasting.lasts_ms is None or asked is None:
        return 0
    return max(0, asked - lasting.lasts_ms)


def _over(run: Measured, verdict: Verdict) -> int:
    return excess_ms(verdict) + shortfall_ms(run, verdict)


def every_worse(before: Measured, after: Measured, was: Compiled, now: Compiled) -> Iterator[Worse]:
    """Yield everything that got worse from the run of `was` to that of `now`, the gravest first."""
    for name in after.harmed:
        if name not in before.harmed:
            yield Worse("harm", (name,), Told("revision-worse-harm", {"subject": name}))
    for hazard, more in (after.hazards - before.hazards).items():
        yield Worse("hazard", hazard, Told("revision-worse-hazard", {"hazard": hazard[0], "more": more}))
    pairs = _pairs(before, after)
    for old, new in pairs:
        if WORSE.index(new.verdict) > WORSE.index(old.verdict):
            told = Told("revision-worse-verdict", {"subject": new.id, "was": old.verdict, "is": new.verdict})
            yield Worse("verdict", (new.id,), told)
    for old, new in pairs:
        if excess_ms(new) > excess_ms(old) + NOTICED_MS:
            told = Told("revision-worse-outage", {"subject": new.id, "was_ms": old.outage_ms, "is_ms": new.outage_ms})
            yield Worse("outage", (new.id,), told)
    pair = Pair(before.done, after.done, was, now)
    for over in passed_over(pair):
        told = Told("revision-passed-over", {"step": over.step, "test": over.test})
        yield Worse("passed_over", (over.step, over.test), told)
    for each in lost(pair):
        act = each.act
        facts = {"step": act.step, "clause": each.clause or "-", "to": act.to or "none", "how": each.how}
        yield Worse("act", (act.kind, act.step, act.to, each.how), Told("revision-lost-act", facts))
    for old, new in pairs:
        if _lasts_less(before, old, new):
            yield Worse("endurance", (new.id,), Told("revision-worse-endurance", {"subject": new.id}))


def _lasts_less(run: Measured, old: Verdict, new: Verdict) -> bool:
    if _had_no_need(old, new) or _is_still_filled(new):
        return False
    if _endures(old) and not _endures(new):
        return True
    was_ms = shortfall_ms(run, old)
    return was_ms > 0 and shortfall_ms(run, new) > was_ms + NOTICED_MS


def _is_still_filled(new: Verdict) -> bool:
    """Return whether a set carried the load to the end of the outage, and what stands by would have filled its tank:
    nobody can say that it lasts less."""
    return new.endurance is not None and new.endurance.why == REFILL_NOT_SEEN


def _endures(verdict: Verdict) -> bool:
    return verdict.endurance is not None and verdict.endurance.verdict == "met"


def _had_no_need(old: Verdict, new: Verdict) -> bool:
    """With the change the mains were back before own supply carried the load, or before it had bridged more than a
    changeover, and the load was dark no longer than before."""
    if new.endurance is None:
        return False
    never = new.endurance.why in ("own-supply-not-called", "own-supply-did-not-reach")
    bridged = new.endurance.why == "ended-first" and (new.endurance.lasts_ms or 0) <= BRIDGED_MS
    return (never or bridged) and new.outage_ms <= max(old.outage_ms, DIP_MS)

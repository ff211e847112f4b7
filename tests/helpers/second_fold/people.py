"""People and communication, again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drillsim.findings.facts import P01, P05, P06, P07, P08
from drillsim.findings.finding import Finding

if TYPE_CHECKING:
    from drillsim.journal.events import Event
    from helpers.second_fold import Again, Number
    from helpers.second_fold.fold import Fold

_DUE_MS = 600_000
"""The report to the supply company is due within 10 min where the plan has no limit."""


def _p01(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, P01)
    reason = "person_busy" if found.facts.reason == "nobody_on_duty" else "travel"
    return _wait(fold, found.subject.id, reason)


def _p02(fold: Fold, found: Finding) -> dict[str, Number]:
    return _wait(fold, found.subject.id, "person_busy")


def _wait(fold: Fold, step: str, reason: str) -> dict[str, Number]:
    return {"wait_ms": fold.waited(step, reason), "at_ms": fold.waits(step, reason)[0][0]}


def _p03(fold: Fold, found: Finding) -> dict[str, Number]:
    """From the first call until somebody of the role called had the word."""
    to, step = found.subject.id, found.steps[0]
    calls = list(fold.of("message_unanswered", step=step, to=to))
    sent = next(fold.of("message_sent", step=step, to=to), calls[0])
    until = next((e.t_ms for e in fold.of("message_received", step=step) if _got(fold, e, calls[-1], to)), fold.end)
    return {"calls": len(calls), "wait_ms": until - sent.t_ms}


def _got(fold: Fold, received: Event, last_call: Event, to: str) -> bool:
    """Whether this is the word getting to the role, after the last call in vain."""
    return received.seq > last_call.seq and received.data["person"] in fold.dossier.plan.actors[to].held_by


def _p04(fold: Fold, found: Finding) -> dict[str, Number]:
    began = fold.began()
    told = (e.t_ms for e in fold.events if e.t_ms >= began and _reaches_utility(fold, e))
    plan = fold.dossier.plan
    limits = [each.within for each in plan.report_limits if plan.actors[each.to].side == "utility"]
    return {"late_ms": next(told, fold.end) - began, "due_ms": min(limits, default=_DUE_MS)}


def _reaches_utility(fold: Fold, event: Event) -> bool:
    people, plan = fold.dossier.customer.people, fold.dossier.plan
    if event.type == "message_received":
        return people[event.data["person"]].side == "utility"
    if event.type == "permit_asked":
        return plan.actors[plan.permits[event.data["permit"]].from_].side == "utility"
    if event.type == "learned":
        plant = any(kind in ("bus", "load", "switch", "source", "function") for kind, *_ in event.data["facts"])
        return plant and any(people[name].side == "utility" for name in event.data["people"])
    return False


def _p05(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, P05)
    first, second = (fold.events[seq] for seq in sorted(found.evidence))
    return {"after_ms": second.t_ms - first.t_ms, "at_ms": second.t_ms}


def _p06(fold: Fold, found: Finding) -> dict[str, Number]:
    """Until the first of the role whose certificate holds was on duty."""
    assert isinstance(found.facts, P06)
    began, day = fold.began(), fold.case.scenario.start.date
    actor, people = fold.dossier.plan.actors[found.facts.role], fold.dossier.customer.people
    valid = [
        name
        for name in actor.held_by
        if any(c.kind == actor.certificate and c.until >= day for c in people[name].certificates)
    ]
    if any(fold.on_duty(name, began) for name in valid):
        return {"nobody_ms": 0}
    come = (e.t_ms for e in fold.of("on_duty") if e.data["person"] in valid and e.t_ms >= began)
    return {"nobody_ms": next(come, fold.end) - began}


def _p07(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, P07)
    reasons = ("not_known", "predecessor", "permit", "order")
    return {"lost_ms": max(fold.waited(found.facts.waits_longest, reason) for reason in reasons)}


def _p08(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, P08)
    reasons = {"not_told": "not_known", "interlock": "interlock", "nobody_permits": "permit"}
    return _wait(fold, found.subject.id, reasons[found.facts.kind])


AGAIN: dict[str, Again] = {
    "P01": _p01,
    "P02": _p02,
    "P03": _p03,
    "P04": _p04,
    "P05": _p05,
    "P06": _p06,
    "P07": _p07,
    "P08": _p08,
}

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
    """Return whether this is the word getting to the role, after the last call in vain."""
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
    reasons = {"not_told": "not_known", "not_reached": "not_known", "interlock": "interlock"}
    if found.facts.kind == "passed":
        return {**_wait(fold, found.subject.id, "not_known"), "so_ms": _passed(fold, found)}
    reason = reasons.get(found.facts.kind, "permit")
    end = fold.waits(found.subject.id, reason)[-1][1]
    so = min(end - _so_since(fold, found.subject.id, name, end) for name in found.facts.what)
    return {**_wait(fold, found.subject.id, reason), "so_ms": so if reason == "not_known" else 0}


def _passed(fold: Fold, found: Finding) -> int:
    """Return the longest stretch within the wait in which each of the things waited for was so; of several the
    least."""
    assert isinstance(found.facts, P08)
    spans = fold.waits(found.subject.id, "not_known")
    start, end = spans[0][0], spans[-1][1]
    turns = sorted({event.t_ms for event in fold.events if start < event.t_ms < end})
    found_ms = []
    for name in found.facts.what:
        longest, since = 0, None
        for at, until in zip([start, *turns], [*turns, end], strict=True):
            so = _so_since(fold, found.subject.id, name, at) <= at and _is_state(fold, found.subject.id, name, at)
            since = (at if since is None else since) if so else None
            longest = max(longest, until - since if since is not None else 0)
        found_ms.append(longest)
    return min(found_ms)


def _is_state(fold: Fold, step: str, name: str, at: int) -> bool:
    """Return whether what the step asks about it is so at that time."""
    clause = next((s for _, s in fold.dossier.plan.steps() if s.id == _bare(step)), None)
    leaves = [leaf for each in clause.conditions() for leaf in each.leaves()] if clause else []
    asked = {one: leaf.state for leaf in leaves if name in leaf.subjects for one in leaf.subjects}
    return all(_state_at(fold, one, at) == state for one, state in asked.items())


def _state_at(fold: Fold, name: str, at: int) -> str:
    state = _state_first(fold, name)
    for event in fold.events[1:]:
        if event.t_ms <= at:
            state = _state_told(event, name) or state
    return state


def _so_since(fold: Fold, step: str, name: str, end: int) -> int:
    """Since when without a break what the step asks about it, or a restart or safe stop waits for, was so."""
    cards = [e.t_ms for e in fold.of("card_active", card=name)]
    over = [e.t_ms for e in fold.of("step_ends") if name in (e.data["step"], _bare(e.data["step"]))]
    if cards or over:
        return cards[0] if cards else max((t for t in over if t <= end), default=end + 1)
    clause = next((s for _, s in fold.dossier.plan.steps() if s.id == _bare(step)), None)
    leaves = [leaf for each in clause.conditions() for leaf in each.leaves()] if clause else []
    asked = {one: leaf.state for leaf in leaves if name in leaf.subjects for one in leaf.subjects}
    if not asked:
        gone = step.startswith("safe_stop")
        return fold.start if gone else _state_since(fold, name, "live", end)
    return max(_state_since(fold, one, state, end) for one, state in asked.items())


def _bare(step: str) -> str:
    return step.partition("[")[0].partition("#")[0]


def _state_since(fold: Fold, name: str, state: str, end: int) -> int:
    """Since when it has been in the state, as the events tell it; the start where they never told otherwise."""
    since, so = fold.start, _state_first(fold, name) == state
    for event in fold.events[1:]:
        now = _state_told(event, name)
        if now is not None and event.t_ms <= end:
            since, so = (event.t_ms if not so and now == state else since), now == state
    return since


def _state_first(fold: Fold, name: str) -> str:
    first = fold.initial
    if name in (*first["closed"], *first["open"]):
        return "closed" if name in first["closed"] else "open"
    if name in first["functions"]:
        return "live" if first["functions"][name] in ("normal", "riding_through") else "dead"
    if name in first["loads"]:
        return "live" if first["loads"][name]["live"] else "dead"
    return "live" if name in first["live"] or first["sources"].get(name) == "live" else "dead"


_SAID = {
    "load_lost": ("load", "dead"), "load_restored": ("load", "live"), "source_lost": ("source", "dead"),
    "source_back": ("source", "live"), "source_running": ("source", "live"), "source_stopped": ("source", "dead"),
}  # fmt: skip


def _state_told(event: Event, name: str) -> str | None:
    if event.type == "supply_changed":
        return "live" if name in event.data["live"] else "dead" if name in event.data["dead"] else None
    if event.type == "switch_moved" and event.data["switch"] == name:
        return "closed" if event.data["closed"] else "open"
    if event.type == "function_changed" and event.data["function"] == name:
        return "live" if event.data["state"] in ("normal", "riding_through") else "dead"
    key, state = _SAID.get(event.type, ("", ""))
    return state if key and event.data[key] == name else None


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

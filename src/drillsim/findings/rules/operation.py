"""W-O: operation and safety. A hazard is severity A whatever the clock says; a wait for a permit is judged by time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from drillsim.findings.facts import O01, O02, O03, O04, O05, O06
from drillsim.findings.finding import Finding
from drillsim.findings.roster import Roster
from drillsim.findings.rules.make import came, costs_nothing, finding
from drillsim.findings.severity import by_step
from drillsim.findings.view import StepWait, View
from drillsim.journal import Event

USUAL_ANSWER_MS, USUAL_ORDER_MS = 5 * 60_000, 10 * 60_000
"""Times a dispatcher's answer and a written order usually take, ms; assumed."""
HAZARD_CODES = {
    "back_feed": "O01",
    "paralleling": "O03",
    "joining_unlike": "O03",
    "without_permit": "O05",
    "without_supervisor": "O06",
    "isolator_under_load": "O02",
    "closing_onto_fault": "O02",
    "closing_onto_earth": "O02",
    "earthing_live": "O02",
    "closing_tagged": "O02",
    "wrong_phase_sequence": "O02",
    "earth_without_proof": "O04",
    "unsafe_work": "O04",
    "live_at_work": "O04",
}
"""The code each hazard of the journal stands under."""
_FACTS: dict[str, type[O01 | O02 | O03 | O04 | O05 | O06]] = {
    each.__name__: each for each in (O01, O02, O03, O04, O05, O06)
}


def back_feed(view: View) -> Iterator[Finding]:
    """O01: own supply was joined to a dead feeder."""
    return _hazards(view, "O01")


def wrong_operation(view: View) -> Iterator[Finding]:
    """O02: load made or broken with an isolator, or a step that closed onto a fault."""
    return _hazards(view, "O02")


def paralleling(view: View) -> Iterator[Finding]:
    """O03: two live systems, or parts of unlike voltage, were joined."""
    return _hazards(view, "O03")


def unsafe_work(view: View) -> Iterator[Finding]:
    """O04: earthed or worked on without proof and earth, or live while somebody was at work."""
    return _hazards(view, "O04")


def permit(view: View) -> Iterator[Finding]:
    """O05: operated without the dispatcher's permit, or a step waited for it."""
    yield from _hazards(view, "O05")
    for wait in view.waits("permit", "order"):
        if _usual(wait) and costs_nothing(view, wait):
            continue
        reason: Literal["permit", "order"] = "permit" if wait.reason == "permit" else "order"
        facts = O05(
            parts=wait.on, person="", at_ms=wait.start_ms, wait_ms=wait.ms, hazard="", reason=reason, came=came(wait)
        )
        yield _wait(view, "O05", wait, facts)


def _usual(wait: StepWait) -> bool:
    """Return whether an order, or the answer to the step that asks for a permit, came in the time it usually takes."""
    if wait.reason == "order":
        return wait.ms <= USUAL_ORDER_MS
    return wait.step is not None and wait.step.do == "request" and wait.ms <= USUAL_ANSWER_MS


def supervisor(view: View) -> Iterator[Finding]:
    """O06: operated without the second person, or waited because no second person was on duty."""
    yield from _hazards(view, "O06")
    roster = Roster(view)
    for wait in view.waits("person_busy"):
        if wait.step is not None and roster.lacks_supervisor(wait.step, wait.start_ms):
            facts = O06(
                parts=wait.on, person="", at_ms=wait.start_ms, wait_ms=wait.ms, hazard="", reason="nobody_on_duty"
            )
            yield _wait(view, "O06", wait, facts)


def _hazards(view: View, code: str) -> Iterator[Finding]:
    """One finding a hazard, step and device; a hazard that shows twice in one step is one."""
    groups: dict[tuple[str, str, str], list[Event]] = {}
    for event in view.events("hazard"):
        if HAZARD_CODES.get(event.data["hazard"]) == code:
            key = (event.data["hazard"], str(event.data.get("step", "")), "+".join(event.data["parts"]))
            groups.setdefault(key, []).append(event)
    for (_, step, _), events in groups.items():
        parts = tuple(str(part) for part in events[0].data["parts"])
        facts = _FACTS[code](
            hazard=events[0].data["hazard"],
            parts=parts,
            person=str(events[0].data.get("person", "")),
            at_ms=events[0].t_ms,
            reason="",
            wait_ms=0,
        )
        subject = str(events[0].data.get("device", "")) or (parts[0] if parts else step or view.plan.id)
        steps = [step] if step in view.clauses else []
        yield finding(view, code, subject, facts, [e.seq for e in events], steps=steps, form="hazard")


def _wait(view: View, code: str, wait: StepWait, facts: O05 | O06) -> Finding:
    endangers = by_step(view, wait.row.step, wait.start_ms, wait.end_ms)
    return finding(view, code, wait.row.step, facts, wait.seqs, endangers, [wait.row.step], waits=(wait.reason,))

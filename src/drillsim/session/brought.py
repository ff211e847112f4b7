"""The decisions by which a line of the deck comes into the run."""

from __future__ import annotations

from drillsim.schema import Case, FaultEvent, struck
from drillsim.session.deck import Line
from drillsim.simulation import Decision, Inform, Inject


def decisions_of(case: Case, line: Line) -> tuple[Decision, ...]:
    """Return what brings the line into the run, the fault first."""
    found: list[Decision] = []
    if line.event is not None and line.event[0] == "information":
        told = case.scenario.information[line.event[1]]
        found.append(Inform(told.to, line.event[1], channel=told.channel or ""))
    elif line.event is not None:
        found.append(_fault(case, case.scenario.events[line.event[1]]))
    elif line.inject is not None:
        if line.inject.fault is not None:
            found.append(_fault(case, line.inject.fault, ends=line.inject.fault.ends))
        if line.inject.to:
            found.append(Inform(line.inject.to, line.id, channel=line.inject.channel or ""))
    return tuple(found)


def _fault(case: Case, event: FaultEvent, *, ends: bool = False) -> Inject:
    """The fault as a decision. A time that would be drawn is its usual one: the room was told that it comes."""
    lasts = event.for_.median_ms if event.for_ is not None else None
    return Inject(
        event.fault, struck(case.dossier, event), for_ms=None if ends else lasts, over=ends,
        attempts=event.attempts, to=event.to, residual_percent=event.residual_percent, action=event.action,
        instead=event.instead or "", late_ms=event.late_by,
    )  # fmt: skip

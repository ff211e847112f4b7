"""The acts of whoever leads a drill: faults that begin or end, things people are told, entries put right."""

from __future__ import annotations

from typing import Any

from drillsim.schema import FaultEvent, struck
from drillsim.simulation.decide import decisions as d
from drillsim.simulation.decide.parts import Parts
from drillsim.simulation.decide.sources import Sources


class Facilitating:
    """Carries out injects and corrections."""

    def __init__(self, parts: Parts, sources: Sources) -> None:
        self._parts, self._sources = parts, sources

    def inject(self, decision: d.Inject) -> None:
        """A fault begins, or what stands of it is over."""
        event = fault_event(decision)
        if not decision.over:
            self._parts.faults.inject(event)
            return
        for target in struck(self._parts.world.case.dossier, event):
            if self._parts.faults.stands(decision.fault, target):
                self._parts.faults.end_now(decision.fault, target)

    def withdraw(self, decision: d.Withdraw) -> None:
        """Let an event or words that the scenario holds for later not come."""
        held = self._parts.faults if decision.what == "events" else self._parts.informing
        held.withdraw(decision.number)

    def inform(self, decision: d.Inform) -> None:
        """Tell people; whoever hears it believes what it says of the plant."""
        heard = self._parts.informing.tell(decision.information, decision.to, decision.channel)
        people = self._parts.people
        news = [((kind, name), value) for kind, name, value in decision.facts if value is not None]
        people.learn([people.states[name] for name in heard], news, "message", str(decision.information))

    def correct(self, decision: d.Correct) -> None:
        """Beliefs of the people named, and of those who heard a wrong report."""
        people = self._parts.people
        for kind, name, value in decision.facts:
            people.correct(decision.people, (kind, name), value, decision.by)
        if not decision.report:
            return
        for person, fact in self._sources.learned_by(decision.report):
            people.correct([person], fact, None, decision.by)


def fault_event(decision: d.Inject) -> FaultEvent:
    """The inject as a scenario file says it. Raises: ValueError where it cannot be."""
    told: dict[str, Any] = {"at": "0 s", "fault": decision.fault, "on": list(decision.on)}
    if decision.for_ms is not None:
        told["for"] = f"{decision.for_ms} ms"
    default = d.Inject(decision.fault, decision.on)
    for field in ("attempts", "to", "residual_percent", "action", "instead"):
        if getattr(decision, field) != getattr(default, field):
            told[field] = str(getattr(decision, field))
    if decision.late_ms != default.late_ms:
        told["late_by"] = f"{decision.late_ms} ms"
    return FaultEvent.model_validate(told)

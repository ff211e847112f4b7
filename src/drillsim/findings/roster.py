"""The people on duty over time, as the journal says, and the holders of each role."""

from __future__ import annotations

from drillsim.findings.view import View
from drillsim.schema import Step


class Roster:
    """On-duty people of one run over time."""

    def __init__(self, view: View) -> None:
        self._view = view
        people = view.journal.initial.get("people", {})
        self._start = {name: _on_duty(state) for name, state in people.items()}

    def on_duty(self, person: str, t_ms: int) -> bool:
        """Return whether the person was on duty at `t_ms`."""
        now = self._start.get(person, False)
        for event in self._view.events("on_duty", "off_duty", person=person):
            if event.t_ms <= t_ms:
                now = event.type == "on_duty"
        return now

    def holders(self, role: str, t_ms: int) -> tuple[str, ...]:
        """People who hold `role` and are on duty at `t_ms`, or called in by then, in the plan's order."""
        actor = self._view.plan.actors.get(role)
        return tuple(name for name in actor.held_by if self._comes(name, t_ms)) if actor else ()

    def _comes(self, person: str, t_ms: int) -> bool:
        """Return whether the person is on duty, or on the way to it."""
        called = self._view.first("called_in", person=person)
        return self.on_duty(person, t_ms) or (called is not None and called.t_ms <= t_ms)

    def lacks_supervisor(self, step: Step, t_ms: int) -> bool:
        """Return whether an operator was on duty but no second person for the supervisor's role."""
        operators = self.holders(step.by.operator, t_ms)
        if step.by.supervisor is None or not operators:
            return False
        watchers = self.holders(step.by.supervisor, t_ms)
        return not any(one != other for one in operators for other in watchers)


def _on_duty(state: object) -> bool:
    """The initial state of a person, however the journal spells it."""
    if isinstance(state, dict):
        return bool(state.get("on_duty", state.get("duty", False)))
    return bool(state)

"""The plan in the place of those who are not there, role by role, as it changes during a drill.

Its decisions stand in the journal like those of people, so a drill plays again whoever sat there when.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drillsim.simulation import Accepted, Activate, Begin, Choose, Decision, Known, Operator, PlanOperator, Run

AT_ONCE = (Activate, Begin, Choose)
"""Decisions that are caught up on when the plan takes a role over; a permit is given when its time has come."""
_MOST = 20
"""So often it is asked again in one instant, as cards let steps begin."""


class StandIn:
    """Plays the written plan for the roles it has now."""

    who = "plan"
    """Its name in the journal: no participant may be called so."""

    def __init__(self, roles: Iterable[str] = ()) -> None:
        self.roles = frozenset(roles)

    def due(self, known: Known) -> Sequence[Decision]:
        """Return the decisions of the plan for these roles."""
        return PlanOperator(self.roles).due(known)

    def operators(self) -> tuple[Operator, ...]:
        """Return all who decide in a drill without being asked."""
        return (PlanOperator(frozenset()), self)

    def take(self, role: str, run: Run) -> None:
        """Have the plan play the role from now on, beginning with what is due already."""
        people = run.case.dossier.plan.actors[role].held_by
        for _ in range(_MOST):
            answers = [run.submit(each, who=self.who) for each in _due(run, people)]
            if not any(isinstance(each, Accepted) for each in answers):
                break
            run.advance(run.now)
            while not run.is_over and run.next_ms() == run.now:
                run.advance(run.now)
        self.roles |= {role}

    def give(self, role: str) -> None:
        """Have people play the role from now on."""
        self.roles -= {role}


def _due(run: Run, people: Iterable[str]) -> tuple[Decision, ...]:
    """Return what the plan would do now, each thing by one of the people."""
    found: dict[object, Decision] = {}
    for person in people:
        for offer in run.options(person):
            if not offer.deviation and isinstance(offer.decision, AT_ONCE):
                thing = getattr(offer.decision, "step", "") or getattr(offer.decision, "card", "")
                found.setdefault(thing, offer.decision)
    return tuple(found.values())

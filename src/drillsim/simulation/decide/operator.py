"""The deciders: the plan, or people in its place. An operator sees what is known and says what is due.

The decisions of the plan and those a person submits (`Run.submit`) are the same values and go the same way, so a drill
replays and is compared with the plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from drillsim.simulation.decide.decisions import (
    FACILITATOR,
    Activate,
    Begin,
    Choose,
    Close,
    Decision,
    Permit,
    Refuse,
    Skip,
)
from drillsim.simulation.plan.known import Known


class Operator(Protocol):
    """Plays one or more roles. One with a word in `who` is named by it in the journal."""

    def due(self, known: Known) -> Sequence[Decision]:
        """Return the decisions due now, in order; empty when nothing is. A decision refused, or said again, does
        nothing."""
        ...


class PlanOperator:
    """Plays the written plan for the roles it is given (all of them by default)."""

    def __init__(self, roles: frozenset[str] | None = None) -> None:
        self.roles = roles
        """Roles it plays; None for all."""

    def plays(self, role: str) -> bool:
        """Return whether it decides for this role."""
        return self.roles is None or role in self.roles

    def due(self, known: Known) -> Sequence[Decision]:
        """Permits that are answered, cards whose trigger is known, cards that are over, restarts, steps that are ready
        or not needed, ways that are chosen."""
        return [
            *self._answers(known), *self._cards(known), *self._offered(known), *self._steps(known),
            *self._choices(known),
        ]  # fmt: skip

    def _answers(self, known: Known) -> Iterator[Decision]:
        for permit, role, person, gives in known.answers():
            if self.plays(role):
                yield Permit(permit, person) if gives else Refuse(permit, person)

    def _cards(self, known: Known) -> list[Decision]:
        found: list[Decision] = []
        for card in known.cards_in_doubt():
            person = known.who_knows_trigger(card)
            if person is not None and self.plays(card.activation.by):
                found.append(Activate(card.id, person))
        for card in known.ends_in_doubt():
            if known.is_over(card) and self.plays(card.activation.by):
                found.append(Close(card.id, known.leader_of(card)))
        return found

    def _offered(self, known: Known) -> Iterator[Decision]:
        """A function asks for its restart by itself: it is nobody's decision."""
        return (Begin(name, FACILITATOR) for name, role in known.offered() if self.plays(role))

    def _steps(self, known: Known) -> list[Decision]:
        found: list[Decision] = []
        for name, role in known.steps_in_doubt():
            readiness = known.readiness(name)
            if not self.plays(role):
                continue
            if readiness.skip_by:
                found.append(Skip(name, readiness.skip_by))
            elif readiness.people:
                found.append(Begin(name, readiness.people[0]))
        return found

    def _choices(self, known: Known) -> Iterator[Decision]:
        return (Choose(name, option.name, by) for name, role, by, option in known.choices() if self.plays(role))


class Operators:
    """All who decide in one run, the plan first."""

    def __init__(self, operators: Sequence[Operator]) -> None:
        self.ask(operators)

    def ask(self, operators: Sequence[Operator]) -> None:
        """From now on these decide."""
        self.plan = [each for each in operators if type(each) is PlanOperator]
        """Those that play the written plan."""
        self.others = [each for each in operators if type(each) is not PlanOperator]

    @property
    def is_plan_alone(self) -> bool:
        """Return whether the plan decides for everybody."""
        return not self.others and any(each.roles is None for each in self.plan)

    def answer_for(self, role: str) -> bool:
        """Return whether the plan answers for a role, or another operator may pass on what it would answer."""
        return bool(self.others) or any(each.plays(role) for each in self.plan)

    def played(self) -> list[list[str] | None]:
        """The roles the plan plays, for each time it sits there; None for all."""
        return [None if each.roles is None else sorted(each.roles) for each in self.plan]

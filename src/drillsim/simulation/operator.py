"""Who decides: the plan, or people in its place. An operator sees what is known and says what is due.

A decision *starts* a card or a step; travel and duration stay simulated. In a live session a person's decision comes
through the same `Run.submit`, so a drill replays and is compared with the plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from drillsim.simulation.known import Known


@dataclass(frozen=True, slots=True)
class Activate:
    """`person` activates `card`."""

    card: str
    person: str


@dataclass(frozen=True, slots=True)
class Begin:
    """`step` is ready; the first of `people` who is free does it."""

    step: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Skip:
    """`person` knows that `step` is not needed."""

    step: str
    person: str


@dataclass(frozen=True, slots=True)
class Close:
    """`card` is over, as its leader knows."""

    card: str


Decision = Activate | Begin | Skip | Close


class Operator(Protocol):
    """Plays one or more roles."""

    def due(self, known: Known) -> Sequence[Decision]:
        """What is to be done now, in order; empty when nothing is."""
        ...


class PlanOperator:
    """Plays the written plan for the roles it is given (all of them by default)."""

    def __init__(self, roles: frozenset[str] | None = None) -> None:
        self._roles = roles

    def due(self, known: Known) -> Sequence[Decision]:
        """Cards whose trigger is known, cards that are over, steps that are ready or not needed."""
        return [*self._cards(known), *self._steps(known)]

    def _plays(self, role: str) -> bool:
        return self._roles is None or role in self._roles

    def _cards(self, known: Known) -> list[Decision]:
        found: list[Decision] = []
        for card in known.cards_in_doubt():
            person = known.who_knows_trigger(card) if self._plays(card.activation.by) else None
            if person is not None:
                found.append(Activate(card.id, person))
        found += [
            Close(card.id) for card in known.ends_in_doubt() if self._plays(card.activation.by) and known.is_over(card)
        ]
        return found

    def _steps(self, known: Known) -> list[Decision]:
        found: list[Decision] = []
        for name, role in known.steps_in_doubt():
            if not self._plays(role):
                continue
            readiness = known.readiness(name)
            if readiness.skip_by:
                found.append(Skip(name, readiness.skip_by))
            elif readiness.people:
                found.append(Begin(name, readiness.people))
        return found

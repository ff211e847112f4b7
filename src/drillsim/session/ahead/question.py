"""Where a drill stands, as a value from which copies of it go on, in other processes too."""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.session.deck import Deck
from drillsim.session.drill import Drill
from drillsim.simulation import Checkpoint, Decision

DRAWS = 20


@dataclass(frozen=True, slots=True)
class Question:
    """Asks for the course of things from here if the plan goes on; with `decision`, if somebody decides that first."""

    checkpoint: Checkpoint
    deck: Deck
    by_plan: frozenset[str]
    """Roles the plan plays already."""
    decision: Decision | None = None
    draws: int = DRAWS

    @property
    def at_ms(self) -> int:
        """Scenario time it speaks from."""
        return self.checkpoint.now_ms

    @property
    def ways(self) -> tuple[Decision | None, ...]:
        """Return the ways on that are compared, that without a decision first."""
        return (None,) if self.decision is None else (None, self.decision)


def question_of(drill: Drill, decision: Decision | None = None, draws: int = DRAWS) -> Question:
    """Return the question as the drill stands; the drill may go on."""
    return Question(drill.run.checkpoint, drill.deck.copied(), drill.stand_in.roles, decision, draws)

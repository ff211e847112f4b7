"""A run played again from what was decided in it: from its journal, or from a run as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drillsim.journal import Journal
from drillsim.simulation.core.chosen import ChosenLuck
from drillsim.simulation.core.luck import Luck
from drillsim.simulation.decide.decisions import decision_of
from drillsim.simulation.decide.rounds import PEOPLE, Submitted

if TYPE_CHECKING:
    from drillsim.simulation.run import Run


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Where a run stands: all that is needed, with its case, to play it as far again, in another process too."""

    header: Mapping[str, Any]
    """The journal's first line: luck, and the roles the plan played as it began."""
    taken: tuple[Submitted, ...]
    """Decisions of others than the plan so far."""
    now_ms: int
    round: int
    """The number of the decide round that comes next, from 1; 0 for a run that has not been advanced."""
    queue: tuple[Submitted, ...] = ()
    """Decisions that wait for that round."""
    later: tuple[Submitted, ...] = ()
    """Decisions that wait for a moment to come."""


def luck_of(header: Mapping[str, Any]) -> Luck:
    """The luck a journal's header tells of."""
    if "chosen" in header:
        return ChosenLuck({(name, use): (low, below) for name, use, low, below in header["chosen"]})
    return Luck(header["seed"], header.get("draw", 0))


def decided_by_people(journal: Journal) -> tuple[Submitted, ...]:
    """Return the decisions of others than the plan in a run, in order. Raises: KeyError, TypeError for another
    version's."""
    return tuple(
        Submitted(
            event.t_ms,
            event.data.get("round", 1),
            decision_of(event.data["decision"], event.data["by"], event.data["what"]),
            event.data.get("wall_time", ""),
            event.data.get("turn", 1),
            event.data.get("who", ""),
        )
        for event in journal.of("decision")
        if event.data["operator"] == PEOPLE
    )


def drive(run: Run, decided: Iterable[Submitted]) -> None:
    """Has everything decided again at its moment, in its round."""
    for each in decided:
        come_to(run, each.t_ms, each.round)
        run.resubmit(each)


def come_to(run: Run, t_ms: int, number: int) -> None:
    """Advances to a moment, before its decide round of that number; to the last there is where there are fewer."""
    if run.now < t_ms or not run.is_begun:
        run.advance(t_ms)
    while run.now == t_ms and run.round < number and run.next_ms() == t_ms:
        run.advance(t_ms)

"""The places a step is carried out in, where each is moved from one side to another: its board, and whether
safety-critical loads hang on it."""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.findings import beyond, critical_loads
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Compiled, Step, instances


@dataclass(frozen=True, slots=True)
class Moved:
    """One place and the board in it that is moved."""

    item: str
    board: str


@dataclass(frozen=True, slots=True)
class Move:
    """A list of places: the step that opens the normal side of each and the step that closes the other side."""

    opening: Step
    closing: Step
    places: tuple[Moved, ...]


def move_of(context: ReviewContext, step: Step) -> Move | None:
    """Return the way the places of `step` are moved; None where its card does not open and then close in each of them,
    or what is opened and what is closed in one do not meet at one board."""
    card, items = context.clause(step.id)[0], step.for_each.items if step.for_each else ()
    same = [each for each in card.steps if each.for_each and each.for_each.items == items]
    for closing in same:
        for opening in same:
            after = closing.for_each.after if closing.for_each else ()
            if (opening.do, closing.do) == ("open", "close") and opening.id in after:
                found = _moved(context.dossier, opening, closing)
                return Move(opening, closing, found) if found else None
    return None


def critical(context: ReviewContext, step: Step) -> tuple[str, ...]:
    """Places of `step` on which safety-critical loads hang, whatever feeds them meanwhile."""
    move = move_of(context, step)
    if move is None:
        return ()
    of, opened = context.dossier, (*move.opening.all_targets, *move.closing.all_targets)
    grave = critical_loads(of)
    return tuple(one.item for one in move.places if any(load in grave for load in beyond(of, (one.board,), opened)))


def _moved(of: Compiled, opening: Step, closing: Step) -> tuple[Moved, ...]:
    """Each place with the one bus at which both sides meet; empty where one has none or several."""
    found = []
    for opened, closed in zip(instances(of, opening), instances(of, closing), strict=True):
        board = _buses(of, opened.step.target) & _buses(of, closed.step.target)
        if len(board) != 1:
            return ()
        found.append(Moved(opened.item, *board))
    return tuple(found)


def _buses(of: Compiled, switches: tuple[str, ...]) -> set[str]:
    rows = (row for row in of.network.switch if row.et == "b" and row.name in switches)
    return {end for row in rows for end in (row.bus, row.element)}

"""An edit that goes with a new order of places: a board that is live again is left as it is.

Whoever is sent to a place earlier than before may stand there when its own side comes back; to move it then would cut
off what has just been restored.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.revision.propose.draft import PLAN, set_in
from drillsim.revision.propose.places import move_of
from drillsim.revision.recommendation import FileEdit
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Step


def left_alone(context: ReviewContext, step: Step) -> Iterator[FileEdit]:
    """In each place of `step` the normal side is opened only while the board is dead, and the other side closed only
    where the normal one was opened; nothing where the plan has no such pair or asks something there already."""
    move = move_of(context, step)
    if move is None or move.opening.when or move.closing.when:
        return
    opening, closing = (context.step_path(each.id) for each in (move.opening, move.closing))
    words = context.naming.words("new-live-again", text=move.opening.text)
    yield set_in(PLAN, (*opening, "text"), context.worded(words))
    yield set_in(PLAN, (*opening, "when"), _state("bus", [place.board for place in move.places], "dead"))
    yield set_in(PLAN, (*closing, "when"), _state("switch", list(move.opening.all_targets), "open"))


def _state(kind: str, names: list[str], state: str) -> Tree:
    return {kind: list[Tree](names), "is": state}

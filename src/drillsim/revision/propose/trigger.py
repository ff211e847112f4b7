"""A card begun by what shows earlier: the board behind a set that has not come, instead of the set itself, which
somebody has to go and look at.

The board shows on a display beside whoever starts the card; that the set has failed does not. The time for which the
board has to be dead is what the set's own attempts and the transfer take together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.files import Path, Tree
from drillsim.revision.need import LateCause
from drillsim.revision.propose.boards import board_and_mains, shown_to
from drillsim.revision.propose.draft import PLAN, draft, exchanged, set_in
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Ats, Card, Genset

STEP_MS = 30_000
"""The time is rounded up to this, and this much is added; assumed."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """The signs of a set that has not come: its board dead, and the board the mains come by."""

    board: str
    mains: str
    held_ms: int


def seen_earlier(context: ReviewContext, cause: LateCause) -> Iterator[Recommendation]:
    """The card of the step, or the card itself, where it waits for the failure of a set."""
    card = _card(context, cause)
    if card is None or card.side != "customer":
        return
    written = _at(context, (*context.card_path(card.id), "trigger"))
    for leaf in card.trigger.leaves():
        if leaf.kind != "source" or leaf.state != "failed" or len(leaf.subjects) != 1:
            continue
        sign = _sign(context, leaf.subjects[0])
        if sign is None or not _shows(context, card, sign) or _is_asked(card, sign):
            continue
        seen: Tree = {"all": [
            {"bus": sign.mains, "is": "dead"},
            {"bus": sign.board, "is": "dead", "for": f"{sign.held_ms // 1_000} s"},
        ]}  # fmt: skip
        old: Tree = {"source": leaf.subjects[0], "is": "failed"}
        path = (*context.card_path(card.id), "trigger")
        new = context.naming.words(
            "new-trigger", card=card.clause or card.id, role=card.activation.by, board=sign.board, mains=sign.mains,
            held_ms=sign.held_ms, source=leaf.subjects[0],
        )  # fmt: skip
        changed = exchanged(written, old, {"any": [old, seen]})
        if changed != written:
            what = f"trigger-{card.id}"
            owner = context.owner(card.activation.by)
            yield draft(context, cause, what, new, [set_in(PLAN, path, changed)], owner=owner, clause=card.clause)


def _card(context: ReviewContext, cause: LateCause) -> Card | None:
    step = context.step(cause.name)
    if step is not None:
        return context.clause(step.id)[0]
    return next((card for card in context.plan.cards if card.id == cause.name), None)


def _sign(context: ReviewContext, source: str) -> _Sign | None:
    """Return the sign of a set that one transfer switch calls; None for any other."""
    spec = context.site.sources.get(source)
    if not isinstance(spec, Genset) or len(spec.called_by) != 1:
        return None
    ats = context.site.transfers.get(spec.called_by[0])
    if not isinstance(ats, Ats):
        return None
    boards = board_and_mains(context.dossier, ats)
    if boards is None:
        return None
    tries = spec.attempts * spec.crank + (spec.attempts - 1) * spec.pause
    held = tries + spec.ready.median_ms + ats.delay + ats.takes
    return _Sign(*boards, (-(-held // STEP_MS) + 1) * STEP_MS)


def _shows(context: ReviewContext, card: Card, sign: _Sign) -> bool:
    """Return whether both boards show where whoever starts the card has their post."""
    return {sign.board, sign.mains} <= shown_to(context, card.activation.by)


def _is_asked(card: Card, sign: _Sign) -> bool:
    return any(
        leaf.kind == "bus" and leaf.state == "dead" and sign.board in leaf.subjects for leaf in card.trigger.leaves()
    )


def _at(context: ReviewContext, path: Path) -> Tree:
    node: Tree = context.tree(PLAN)
    for part in path:
        node = node[part]  # type: ignore[index]
    return node

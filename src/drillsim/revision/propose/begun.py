"""A card that nobody began: a trigger that can come true, in time, by what shows, for somebody who sees it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from drillsim.checks import contradicted
from drillsim.files import Tree
from drillsim.journal import Snapshot, state_at, worst_moment
from drillsim.plant import holds
from drillsim.revision.need import LATE_MS, UnbegunCard
from drillsim.revision.propose.draft import PLAN, draft, figure, set_in, stated
from drillsim.revision.recommendation import FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Card, Condition, Words
from drillsim.units import MS_PER, parse_duration

HELD_MS = MS_PER["min"]
"""Time a board has to be dead before it begins a card, where no other card of the plan says: automatics have acted by
then. Assumed."""
_MOST_ROLES = 2
_STATES = ("bus", "load", "source", "function")
_THERE = ("live", "normal", "enabled")
"""States of what is there yet."""


def can_begin(context: ReviewContext, need: UnbegunCard) -> Iterator[Recommendation]:
    """States the trigger asks of one thing that cannot be so at one time: these parts go, from every trigger of
    the plan that has such."""
    if not any(contradicted(need.card.trigger)):
        return
    edits, things, cards = [], dict[str, None](), []
    for card in context.plan.all_cards():
        mine = tuple(contradicted(card.trigger))
        left = _without(_trigger(context, card), mine) if mine else None
        if left is not None:
            edits.append(set_in(PLAN, (*context.card_path(card.id), "trigger"), left))
            things |= dict.fromkeys(mine)
            cards.append(figure(_name(card)))
    if edits:
        new = context.naming.words(
            "new-can-begin", cards=figure(", ".join(each.en for each in cards)), things=tuple(things)
        )
        yield _written(context, need, "can-begin", new, edits)


def in_time(context: ReviewContext, need: UnbegunCard) -> Iterator[Recommendation]:
    """A state that has to hold for so long that the limits are over by then begins the card as soon as other cards of
    the plan are begun by such a state."""
    late = [leaf for leaf in need.card.trigger.leaves() if leaf.kind in _STATES and leaf.for_ > LATE_MS]
    if late:
        held = _usual_ms(context, late[0])
        new = context.naming.words("new-in-time", card=_name(need.card), held_ms=held, now_ms=late[0].for_)
        edited = _sooner(_trigger(context, need.card), f"{held // 1_000} s")
        yield _drafted(context, need, "in-time", new, "trigger", edited)


def another_signal(context: ReviewContext, need: UnbegunCard) -> Iterator[Recommendation]:
    """A board that shows where whoever begins the card has their post, and that was dead, begins it too; not where the
    trigger asks for something to be there yet: that says when the card is not for."""
    card, role = need.card, need.card.activation.by
    if any(leaf.state in _THERE for leaf in card.trigger.leaves()) or _has_not(card.trigger):
        return
    seen = [name for name in _shown(context, role, "bus") if name not in _live(context)]
    boards = {row.bus for row in context.dossier.network.load if row.name in need.limits}
    board = next(iter((*(name for name in seen if name in boards), *seen)), None)
    if board is None or any(board in leaf.subjects and leaf.state == "dead" for leaf in card.trigger.leaves()):
        return
    signal: Tree = {"bus": board, "is": "dead", "for": f"{HELD_MS // 1_000} s"}
    written: Tree = _trigger(context, card)
    new = context.naming.words("new-signal", card=_name(card), role=role, board=board, held_ms=HELD_MS)
    yield _drafted(context, need, "signal", new, "trigger", {"any": [written, signal]})


def by_who_sees(context: ReviewContext, need: UnbegunCard) -> Iterator[Recommendation]:
    """Another role of the card's side that is on duty and sees what triggers it, or does its first step, begins it,
    where what triggers it was so."""
    card = need.card
    if holds(card.trigger, partial(_was_so, state_at(context.journal, worst_moment(context.journal)))) is False:
        return
    now, asked = card.activation.by, {name for leaf in card.trigger.leaves() for name in leaf.subjects}
    first = card.steps[0].by.operator if card.steps else now
    seeing = [name for name in context.plan.actors if asked & _all_shown(context, name)]
    found = [name for name in dict.fromkeys((first, *seeing)) if name != now and context.side(name) == card.side]
    for role in [name for name in found if context.on_duty(name, context.journal.start_ms)][:_MOST_ROLES]:
        new = context.naming.words("new-begun-by", card=_name(card), role=role)
        path = (*context.card_path(card.id), "activation", "by")
        old = context.naming.words("old-begun-by", card=_name(card), role=now)
        yield _written(context, need, f"by-{role}", new, [set_in(PLAN, path, role)], old)


# -- the trigger -------------------------------------------------------------------------------------------------------
def _trigger(context: ReviewContext, card: Card) -> dict[str, Tree]:
    return stated(context, PLAN, (*context.card_path(card.id), "trigger"))


def _without(node: Tree, things: tuple[str, ...]) -> Tree | None:
    """The condition without what it asks of `things` alone; None where nothing is left."""
    if not isinstance(node, dict):
        return node
    if "all" in node:
        parts = node["all"]
        kept = [left for each in (parts if isinstance(parts, list) else [parts])
                if (left := _without(each, things)) is not None]  # fmt: skip
        return None if not kept else kept[0] if len(kept) == 1 else {**node, "all": kept}
    if "any" in node or "not" in node:
        return node
    asked = next((node[kind] for kind in ("switch", "transfer", "element", *_STATES) if kind in node), None)
    names = asked if isinstance(asked, list) else [asked]
    return None if any(name in things for name in names) else node


def _sooner(node: Tree, held: str) -> Tree:
    if isinstance(node, list):
        return [_sooner(each, held) for each in node]
    if not isinstance(node, dict):
        return node
    now = node.get("for")
    late = isinstance(now, str) and parse_duration(now) > LATE_MS and any(kind in node for kind in _STATES)
    return {key: held if key == "for" and late else _sooner(value, held) for key, value in node.items()}


def _usual_ms(context: ReviewContext, late: Condition) -> int:
    """The longest time for which other cards ask for such a state before they begin."""
    alike = [leaf.for_ for card in context.plan.cards for leaf in card.trigger.leaves()
             if (leaf.kind, leaf.state) == (late.kind, late.state) and 0 < leaf.for_ <= LATE_MS]  # fmt: skip
    return max(alike, default=HELD_MS)


# -- what shows --------------------------------------------------------------------------------------------------------
def _posts(context: ReviewContext, role: str) -> set[str | None]:
    return {context.post_of(person) for person in context.on_duty(role, context.journal.start_ms)}


def _shown(context: ReviewContext, role: str, kind: str) -> list[str]:
    """Things of a kind that a display shows at the role's posts, in file order."""
    posts = _posts(context, role)
    displays = [each for each in context.site.observations.values() if each.shown_at in posts]
    return list(dict.fromkeys(name for each in displays for sight in each.sees for name in getattr(sight, kind)))


def _all_shown(context: ReviewContext, role: str) -> set[str]:
    return {name for kind in _STATES for name in _shown(context, role, kind)}


def _live(context: ReviewContext) -> set[str]:
    """Buses that were live when most was dark."""
    return state_at(context.journal, worst_moment(context.journal)).live


def _was_so(shot: Snapshot, leaf: Condition) -> bool | None:
    """Return whether a leaf was so when most was dark; None of what the plant does not show."""
    match leaf.kind:
        case "bus" if leaf.state in ("live", "dead"):
            return all((name in shot.live) == (leaf.state == "live") for name in leaf.subjects)
        case "load":
            return all((name in shot.dark_loads) == (leaf.state == "dead") for name in leaf.subjects)
        case "switch":
            return all((name in shot.closed) == (leaf.state == "closed") for name in leaf.subjects)
        case _:
            return None


def _has_not(condition: Condition) -> bool:
    return condition.not_ is not None or any(_has_not(each) for each in condition.parts())


# -- written up --------------------------------------------------------------------------------------------------------
def _name(card: Card) -> str:
    return card.clause or card.id


def _drafted(context: ReviewContext, need: UnbegunCard, what: str, new: Words, key: str, value: Tree) -> Recommendation:
    return _written(context, need, what, new, [set_in(PLAN, (*context.card_path(need.card.id), key), value)])


def _written(
    context: ReviewContext, need: UnbegunCard, what: str, new: Words, edits: list[FileEdit], old: Words | None = None
) -> Recommendation:
    owner = context.owner(need.card.activation.by) if need.card.side != "utility" else "utility"
    return draft(context, need, what, new, edits, owner=owner, clause=need.card.clause, old=old or need.card.title)

"""Another order of steps: own supply is not kept waiting for an opening that another open point on the way stands for.

A plan opens the incomers against back-feed before the set is started, and waits for the second person while loads are
dark. The way back into the grid is open at another point meanwhile (the transfer switch's own side): with that point
asked for at the act that needs it, starting and closing come first, the incomers are opened after, and the card does
not end before they are. One proposal of as many edits as it takes; each by itself would lose an act or gain nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.files import Tree
from drillsim.network import components, conducting, net_of
from drillsim.revision.need import CostlyWait
from drillsim.revision.propose.draft import PLAN, draft, remove_in, set_in
from drillsim.revision.recommendation import FileEdit, Recommendation, Told
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import After, Card, Condition, Step

RESTORES = ("start", "close", "transfer", "connect", "restore", "check")
"""Verbs that may come first: acts that bring supply, and the check that it is there."""
JOINS = ("close", "transfer", "connect", "restore")
"""Acts that join parts: the first of them needs the way back to be open."""


@dataclass(frozen=True, slots=True)
class _Move:
    """Steps that come first from now on, and those that come after them."""

    card: Card
    first: tuple[Step, ...]
    later: tuple[Step, ...]


def supply_first(context: ReviewContext, wait: CostlyWait) -> Iterator[Recommendation]:
    """An opening that supply waited for: the order in which it comes after, where another open point on the way stands
    for it."""
    opening = context.step(wait.step)
    if opening is None or opening.do != "open" or opening.for_each:
        return
    move = _move(context.clause(opening.id)[0], opening)
    if move is not None:
        yield from _proposed(context, move, opening, wait)


def _move(card: Card, opening: Step) -> _Move | None:
    """The chain of acts that wait for `opening` and bring supply; the opening and what only leads to it."""
    behind = _behind(card)
    waiting = [each for each in behind.get(opening.id, ()) if each.do in RESTORES]
    if len(waiting) != 1 or isinstance(waiting[0].after, After):
        return None
    first = [waiting[0]]
    while first[-1].do != "check":
        further = behind.get(first[-1].id, ())
        if len(further) != 1 or further[0].do not in RESTORES or further[0].by != first[-1].by:
            break
        first.append(further[0])
    later, steps = [opening], {step.id: step for step in card.steps}
    while len(later[0].predecessors) == 1 and later[0].predecessors[0] in steps:
        before = steps[later[0].predecessors[0]]
        if len(behind[before.id]) > 1 or before.do != "request":
            break
        later.insert(0, before)
    joins = any(step.do in JOINS for step in first)
    return _Move(card, tuple(first), tuple(later)) if joins else None


def _behind(card: Card) -> dict[str, tuple[Step, ...]]:
    found: dict[str, tuple[Step, ...]] = {}
    for step in card.steps:
        for name in step.predecessors:
            found[name] = (*found.get(name, ()), step)
    return found


def _proposed(context: ReviewContext, move: _Move, opening: Step, wait: CostlyWait) -> Iterator[Recommendation]:
    asked = [(step, each) for step in move.first for each in step.requires if _asks_for(each, opening)]
    act = next(step for step in move.first if step.do in JOINS)
    point = next(iter(_open_points(context, act, opening)), None)
    if point is None:  # nothing stands for the opening, whether or not the plan asks for it
        return
    edits = [*_reordered(context, move), *_exchanged(context, asked, act, point), *_ends(context, move)]
    words = context.naming.words(
        "new-supply-first",
        moved=tuple(_called(step) for step in move.first),
        after=_called_before(context, move),
        act=act.text,
        point=point,
        opened=tuple(opening.target),
        later=tuple(_called(step) for step in move.later),
    )
    facts = {"step": opening.id, "cost_ms": wait.cost_ms, "wait_ms": wait.ms}
    yield draft(
        context, wait, "supply-first", words, edits, owner=context.owner(opening.by.operator),
        clause=move.first[0].clause, old=move.first[0].text, reason=Told("revision-supply-waited", facts),
    )  # fmt: skip


def _called(step: Step) -> str:
    """Its clause; where it has none, its id, which becomes its name."""
    return step.clause or step.id


def _called_before(context: ReviewContext, move: _Move) -> str:
    before = move.later[0].predecessors
    return _called(context.clause(before[0])[1]) if before else "none"


def _asks_for(condition: Condition, opening: Step) -> bool:
    """Return whether it asks for nothing but that what `opening` opens is open."""
    return all(
        leaf.kind == "switch" and leaf.state == "open" and set(leaf.subjects) <= set(opening.target)
        for leaf in condition.leaves()
    )


# -- the edits ---------------------------------------------------------------------------------------------------------
def _reordered(context: ReviewContext, move: _Move) -> Iterator[FileEdit]:
    head, opening = move.first[0], move.later[-1]
    before = [name for name in head.predecessors if name != opening.id]
    after = list(dict.fromkeys((*before, *move.later[0].predecessors)))
    path = (*context.step_path(head.id), "after")
    yield set_in(PLAN, path, list[Tree](after)) if after else remove_in(PLAN, path)
    over: list[Tree] = [{"step": move.first[-1].id}, *map(_failed, _may_fail(move))]
    yield _required_too(context, move.later[0], {"any": over})


def _may_fail(move: _Move) -> list[Step]:
    """Steps after whose failure the rest of what comes first does not follow."""
    return [step for step in move.first if step.on_failure is None or step.on_failure.then == "stop"]


def _failed(step: Step) -> Tree:
    """That it has failed, and what the plan has for that is done: calling for help goes before the opening."""
    branch = step.on_failure.steps if step.on_failure else ()
    return {"step": branch[-1]} if branch else {"step": step.id, "is": "failed"}


def _exchanged(
    context: ReviewContext, asked: list[tuple[Step, Condition]], act: Step, point: str
) -> Iterator[FileEdit]:
    """Yield the edits that ask of the other open point, at the first act that needs it, what was asked of the
    opening."""
    gone = {id(condition) for _, condition in asked}
    for step in dict.fromkeys(each.id for each, _ in asked):
        _, written = context.clause(step)
        path, kept = (*context.step_path(step), "requires"), _written(context, written, gone)
        if step == act.id:
            kept.append({"switch": point, "is": "open"})
        yield set_in(PLAN, path, kept) if kept else remove_in(PLAN, path)
    if act.id not in {step.id for step, _ in asked}:
        yield _required_too(context, act, {"switch": point, "is": "open"})


def _required_too(context: ReviewContext, step: Step, condition: Tree) -> FileEdit:
    """One thing more that `step` requires."""
    return set_in(PLAN, (*context.step_path(step.id), "requires"), [*_written(context, step, set()), condition])


def _written(context: ReviewContext, step: Step, gone: set[int]) -> list[Tree]:
    """The conditions of `requires` as the file writes them, without those in `gone`."""
    node: Tree = context.tree(PLAN)
    for part in context.step_path(step.id):
        node = node[part]  # type: ignore[index]
    assert isinstance(node, dict)
    found = node.get("requires", [])
    rows = found if isinstance(found, list) else [found]
    return [row for row, condition in zip(rows, step.requires, strict=True) if id(condition) not in gone]


def _ends(context: ReviewContext, move: _Move) -> Iterator[FileEdit]:
    """The card is not over before what comes later is done."""
    if move.card.ends is None:
        return
    path = (*context.card_path(move.card.id), "ends")
    node: Tree = context.tree(PLAN)
    for part in path:
        node = node[part]  # type: ignore[index]
    done: list[Tree] = [{"step": move.later[-1].id}]
    yield set_in(PLAN, path, {"all": [node, *done]})


# -- the other open point ----------------------------------------------------------------------------------------------
def _open_points(context: ReviewContext, act: Step, opening: Step) -> tuple[str, ...]:
    """Switches that were open when the run began and without which no way leads from what `act` joins to what
    `opening` opens, whatever else is closed; those an interlock watches first."""
    net = net_of(context.dossier)
    rows = {row.name: row for row in context.dossier.network.switch if row.et == "b"}
    if not all(name in rows for name in (*act.target, *opening.target)):
        return ()
    was_open = context.journal.initial.get("open", ())
    locked = {name for lock in context.site.interlocks for name in lock.of}
    own = {*act.target, *opening.target}
    found = []
    for place, name in enumerate(net.switch_ids):
        if name in own or name not in rows or name not in was_open:
            continue
        closed = bytearray(b"\x01" * len(net.switch_ids))
        closed[place] = 0
        parts = components(net, conducting(net, bytes(closed), frozenset(net.out)))
        near = {parts[net.node(end)] for each in act.target for end in (rows[each].bus, rows[each].element)}
        far = {parts[net.node(end)] for each in opening.target for end in (rows[each].bus, rows[each].element)}
        if not near & far:
            found.append(name)
    return tuple(sorted(found, key=lambda name: name not in locked))

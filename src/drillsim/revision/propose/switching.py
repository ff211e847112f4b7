"""Switching many places by teams: what protected functions wait for first, one team more, the order written beforehand.

None of these adds a kilowatt: they shorten the work, or put what matters at its beginning. Tried whenever a step
written for many was carried out by a pool in the run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from drillsim.files import Tree
from drillsim.revision.need import SwitchedList
from drillsim.revision.propose.draft import CUSTOMER, PLAN, append_in, draft, set_in, tell
from drillsim.revision.propose.places import critical
from drillsim.revision.propose.restored_boards import left_alone
from drillsim.revision.recommendation import FileEdit, Kind, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Step, Words, base_name, item_of

_WAITED_MS = 60_000
"""A shorter wait for a written order is no reason to write it beforehand."""


def needed_first(context: ReviewContext, need: SwitchedList) -> Iterator[Recommendation]:
    """Items no protected function needs go to the end; or the longest restart comes first. In both, what feeds
    safety-critical loads comes no later than now, though own supply may have carried them this time."""
    step = need.step
    assert step.for_each is not None
    items, behind, kept = step.for_each.items, _chain_behind(context), critical(context, step)
    rest = tuple(item for item in items if item not in kept and not behind.get(item, 0))
    first = tuple(item for item in items if item not in rest)
    later = context.naming.words("new-needed-first", text=step.text, rest=rest[:6])
    yield from _in_order(context, need, "needed-first", (*first, *rest), later)
    longest = tuple(sorted((item for item in items if behind.get(item, 0)), key=lambda item: -behind[item]))
    order = _none_later(items, kept, (*longest, *(item for item in items if item not in longest)))
    facts = {"many": len(longest), "first": longest[:6], "kept": kept or "none"}
    new = context.naming.words("new-longest-first", text=step.text, **facts)
    yield from _in_order(context, need, "longest-first", order, new, *left_alone(context, step))


def _in_order(
    context: ReviewContext, need: SwitchedList, what: str, order: tuple[str, ...], new: Words, *more: FileEdit
) -> Iterator[Recommendation]:
    """The places in this order, with what `more` it takes; nothing when it is the order they have."""
    step = need.step
    assert step.for_each is not None
    if order != step.for_each.items:
        said = context.naming.words("new-live-again", text=new) if more else new
        yield _about(context, need, what, said, [*_reordered(context, step, order), *more], "paper")


def _none_later(items: tuple[str, ...], kept: tuple[str, ...], order: tuple[str, ...]) -> tuple[str, ...]:
    """`order`, but none of `kept` later than it is in `items`."""
    found: dict[str, None] = {}
    for item in items:
        found[item if item in kept and item not in found else next(each for each in order if each not in found)] = None
    return tuple(found)


def _reordered(context: ReviewContext, step: Step, order: tuple[str, ...]) -> list[FileEdit]:
    assert step.for_each is not None
    same = [s.id for _, s in context.plan.steps() if s.for_each and s.for_each.items == step.for_each.items]
    key = "places" if step.for_each.places else "devices"
    return [set_in(PLAN, (*context.step_path(name), "for_each", key), list(order)) for name in same]


def _chain_behind(context: ReviewContext) -> dict[str, int]:
    """Place or device → the longest chain of restarts, ms, from a load it brought back to a function with a limit."""
    functions = context.site.functions
    users: dict[str, list[str]] = {}
    for name, spec in functions.items():
        for leaf in spec.needs.leaves():
            users.setdefault(leaf.subject or "", []).append(name)

    @cache
    def chain(name: str) -> int:
        spec = functions.get(name)
        own = spec.restart.takes.median_ms if spec and spec.restart else 0
        ends = bool(spec and spec.max_interruption is not None)
        above = max((chain(user) for user in users.get(name, ())), default=0)
        return own + above if above or ends else 0

    found: dict[str, int] = {}
    for item, load in _brought_back(context):
        found[item] = max(found.get(item, 0), chain(load))
    return found


def _brought_back(context: ReviewContext) -> Iterator[tuple[str, str]]:
    """Item and load: what came back in the instant in which a switch of the item was closed."""
    back: dict[int, list[str]] = {}
    for event in context.journal.of("load_restored"):
        back.setdefault(event.t_ms, []).append(str(event.data["load"]))
    for event in context.view.events("switch_moved", closed=True, cause="step"):
        for load in back.get(event.t_ms, ()):
            yield item_of(str(event.data["cause_id"])), load


# -- one more team -----------------------------------------------------------------------------------------------------
def one_more_team(context: ReviewContext, need: SwitchedList) -> Iterator[Recommendation]:
    """One more team like the last of the pool, called and told as that one is."""
    assert need.step.for_each is not None
    pool, actors = need.step.for_each.pool, context.plan.actors
    model = actors[pool[-1]]
    team = context.new_name(f"{pool[-1]}-more")
    people = {person: context.new_name(f"{person}-more") for person in model.held_by}
    new = context.naming.words("new-team", teams=len(pool) + 1, people=len(people))
    edits = [*_people(context, people), *_roles(context, pool[-1], team, people)]
    for _, step in context.plan.steps():
        if step.for_each and pool[-1] in step.for_each.pool:
            edits.append(append_in(PLAN, (*context.step_path(step.id), "for_each", "pool"), team))
    yield _about(context, need, "one-more-team", new, edits, "staffing")


def _people(context: ReviewContext, people: Mapping[str, str]) -> Iterator[FileEdit]:
    tree = context.tree(CUSTOMER)
    assert isinstance(tree, dict)
    known = tree["people"]
    assert isinstance(known, dict)
    for old, new in people.items():
        like = known[old]
        assert isinstance(like, dict)
        name = context.worded(context.naming.words("added-like", person=old))
        yield set_in(CUSTOMER, ("people", new), {**like, "name": name, "source": "assumed"})


def _roles(context: ReviewContext, model: str, team: str, people: Mapping[str, str]) -> Iterator[FileEdit]:
    """The team's own role; roles of several teams get its people too; roles of the model team alone get a twin, and
    whoever is told by them is told with it."""
    tree = context.tree(PLAN)
    assert isinstance(tree, dict) and isinstance(tree["actors"], dict)
    twins: dict[str, str] = {}
    for name, actor in context.plan.actors.items():
        held = [people[person] for person in actor.held_by if person in people]
        if held and all(person in people for person in actor.held_by):
            twins[name] = team if name == model else context.new_name(f"{name}-more")
            entry: Tree = tree["actors"][name]
            assert isinstance(entry, dict)
            yield set_in(PLAN, ("actors", twins[name]), {**entry, "held_by": list[Tree](held)})
        elif held:
            for person in held:
                yield append_in(PLAN, ("actors", name, "held_by"), person)
    yield from _told_too(context, twins)


def _told_too(context: ReviewContext, twins: Mapping[str, str]) -> Iterator[FileEdit]:
    for _, step in context.plan.steps():
        for number, each in enumerate(step.tells):
            if each.to in twins:
                path = (*context.step_path(step.id), "tells")
                node: Tree = context.tree(PLAN)
                for part in (*path, number):
                    node = node[part]  # type: ignore[index]
                assert isinstance(node, dict)
                yield append_in(PLAN, path, {**node, "to": twins[each.to]})


# -- the order written beforehand --------------------------------------------------------------------------------------
def written_beforehand(context: ReviewContext, need: SwitchedList) -> Iterator[Recommendation]:
    """The switching order the run waited for lies ready, written and checked."""
    step = need.step
    for name, order in context.plan.orders.items():
        if order.prepared or step.id not in order.binds or _waited(context, step) < _WAITED_MS:
            continue
        told = list(_told_each(context, step))
        new = context.naming.words("new-order-ready-teams" if told else "new-order-ready", order=order.title)
        edits = [set_in(PLAN, ("orders", name, "prepared"), "true"), *told]
        yield _about(context, need, f"ready-{name}", new, edits, "paper")


def _told_each(context: ReviewContext, step: Step) -> Iterator[FileEdit]:
    """The word to begin goes to each team by itself: those still on their way do not hear it where the first team set
    out without them, as they did while all of them waited for the order."""
    pool, steps = step.for_each.pool if step.for_each else (), dict(context.view.clauses)
    for name in step.predecessors:
        before = steps[name][1] if name in steps else None
        told = {each.to for each in before.tells} if before else set()
        if before is None or not told or any(role in told for role in pool):
            continue
        for role in pool:
            channel = context.channel_to(role, context.side(before.by.operator))
            if channel is not None:
                message: dict[str, Tree] = {**tell(role, channel), "read_back": "true"}
                message["no_answer"] = {"after": "1 min", "then": "again"}
                yield append_in(PLAN, (*context.step_path(name), "tells"), message)


def _waited(context: ReviewContext, step: Step) -> int:
    rows = (row for row in context.view.rows if base_name(row.step) == step.id)
    return max((wait.span.ms for row in rows for wait in row.waits if wait.reason == "order"), default=0)


# -- written up --------------------------------------------------------------------------------------------------------
def _about(
    context: ReviewContext, need: SwitchedList, what: str, new: Words, edits: list[FileEdit], kind: Kind
) -> Recommendation:
    owner = context.owner(need.step.by.operator)
    return draft(context, need, what, new, edits, kind=kind, owner=owner, old=need.step.text)

"""The parts of a step that could never be carried out: lists, decisions, waits, branches, orders."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drillsim.errors import Problem, facts
from drillsim.files.rule.around import Around, cards, steps
from drillsim.schema import VERBS, After, Condition, ForEach, Step, places_of

At = tuple[str | int, ...]


def list_problems(around: Around) -> Iterator[Problem]:
    """Lists of `for_each` that name no item, two kinds of them, an item twice, or a place where nothing stands."""
    for path, step in steps(around.dossier):
        each = step.for_each
        if each is None:
            continue
        if bool(each.devices) == bool(each.places):
            yield around.problem("plan", (*path, "for_each"), "for-each-one-list")
            continue
        twice = next((item for n, item in enumerate(each.items) if item in each.items[:n]), None)
        if twice is not None:
            yield around.problem("plan", (*path, "for_each"), "for-each-twice", facts(item=twice))
        if each.devices and step.target:
            yield around.problem("plan", (*path, "target"), "for-each-and-target")
        if each.places and VERBS[step.do].operates:
            yield from _empty_places(around, path, step)


def _empty_places(around: Around, path: At, step: Step) -> Iterator[Problem]:
    where = places_of(around.dossier)
    for place in step.for_each.places if step.for_each else ():
        if not any(place in where.get(target, ()) for target in step.target):
            yield around.problem("plan", (*path, "for_each", "places"), "for-each-empty-place", facts(place=place))


def item_problems(around: Around) -> Iterator[Problem]:
    """Items that must come after an instance there is none of."""
    lists = {step.id: step.for_each for _, step in steps(around.dossier)}
    for path, step in steps(around.dossier):
        for name in step.for_each.after if step.for_each else ():
            other = lists.get(name)
            missing = _not_in(step.for_each, other)
            if name in lists and missing:
                told = facts(step=name, item=missing)
                yield around.problem("plan", (*path, "for_each", "after"), "for-each-other-list", told)


def _not_in(each: ForEach | None, other: ForEach | None) -> str:
    known = other.items if other else ()
    return next((item for item in (each.items if each else ()) if item not in known), "")


def pool_problems(around: Around) -> Iterator[Problem]:
    """Teams of one person where operator and supervisor come from the same team."""
    actors = around.dossier.plan.actors
    for path, step in steps(around.dossier):
        pool = step.for_each.pool if step.for_each else ()
        for role in pool if step.by.supervisor == step.by.operator else ():
            if role in actors and len(set(actors[role].held_by)) == 1:
                told = facts(operator=role, supervisor=role, person=actors[role].held_by[0])
                yield around.problem("plan", (*path, "for_each", "pool"), "supervisor-same-person", told)


def decision_problems(around: Around) -> Iterator[Problem]:
    """Decisions without a choice, choices of steps that decide nothing, and steps of other cards."""
    for card_path, card in cards(around.dossier):
        own = {step.id for step in card.steps}
        for position, step in enumerate(card.steps):
            path = (*card_path, "steps", position)
            if step.do == "decide" and not step.options:
                yield around.problem("plan", path, "decide-without-options", facts(step=step.id))
            if step.do != "decide" and step.options:
                yield around.problem("plan", (*path, "options"), "options-not-due", facts(verb=step.do))
            for number, option in enumerate(step.options):
                for name in option.steps:
                    if name in around.kinds and (name not in own or name == step.id):
                        told = facts(step=name, card=card.id)
                        yield around.problem("plan", (*path, "options", number, "steps"), "option-other-card", told)


def wait_problems(around: Around) -> Iterator[Problem]:
    """Waits that wait for nothing, and an `until` where nothing is waited for."""
    for path, step in steps(around.dossier):
        nothing = step.until is None and step.takes is None and not step.requires and not step.predecessors
        if step.do == "wait" and nothing:
            yield around.problem("plan", path, "wait-without-until", facts(step=step.id))
        if step.do != "wait" and step.until is not None and step.every is None:
            yield around.problem("plan", (*path, "until"), "until-not-due", facts(verb=step.do))


def repeat_problems(around: Around) -> Iterator[Problem]:
    """Steps repeated after no time, and verbs that are not repeated."""
    for path, step in steps(around.dossier):
        if step.every == 0:
            yield around.problem("plan", (*path, "every"), "every-not-positive")
        if step.every is not None and step.do in ("wait", "decide"):
            code = "every-at-wait" if step.do == "wait" else "every-at-decision"
            yield around.problem("plan", (*path, "every"), code)


def sender_problems(around: Around) -> Iterator[Problem]:
    """Messages awaited from a role that does not send them."""
    senders = {step.id: _roles(step) for _, step in steps(around.dossier)}
    for path, step in steps(around.dossier):
        for condition in step.conditions():
            for leaf in condition.leaves():
                yield from _wrong_sender(around, path, leaf, senders)


def _wrong_sender(around: Around, path: At, leaf: Condition, senders: dict[str, tuple[str, ...]]) -> Iterator[Problem]:
    for name in leaf.message:
        if leaf.from_ is not None and name in senders and leaf.from_ not in senders[name]:
            told = facts(step=name, role=leaf.from_, sender=senders[name][0])
            yield around.problem("plan", path, "message-other-role", told)


def _roles(step: Step) -> tuple[str, ...]:
    pool = step.for_each.pool if step.for_each else ()
    return pool or (step.by.operator,)


def deadlock_problems(around: Around) -> Iterator[Problem]:
    """Branches for a failure that wait for what comes after the failed step: neither would ever begin."""
    known = {step.id: step for _, step in steps(around.dossier)}
    before = {name: must_follow(step) for name, step in known.items()}
    for path, step in steps(around.dossier):
        for name in step.on_failure.steps if step.on_failure else ():
            way = _way(before, name, step.id)
            if way and name != step.id:
                told = facts(step=step.id, branch=name, way=" → ".join(reversed(way)))
                yield around.problem("plan", (*path, "on_failure", "steps"), "branch-waits-for-successor", told)


def _way(before: dict[str, tuple[str, ...]], start: str, end: str) -> tuple[str, ...]:
    """From `start` back to `end` by what must come before; empty where there is no way."""
    ways: dict[str, tuple[str, ...]] = {start: (start,)}
    queue = [start]
    for name in queue:
        for earlier in before.get(name, ()):
            if earlier == end:
                return (*ways[name], end)
            if earlier not in ways:
                ways[earlier] = (*ways[name], earlier)
                queue.append(earlier)
    return ()


def must_follow(step: Step) -> tuple[str, ...]:
    """Predecessors without which the step never starts: of `any` only a single one."""
    of_items = step.for_each.after if step.for_each else ()
    if isinstance(step.after, After):
        return (*(step.after.any_ if len(step.after.any_) == 1 else ()), *of_items)
    return (*step.after, *of_items)


def order_problems(around: Around) -> Iterator[Problem]:
    """Orders nobody could ever check, because whoever writes them is the only one who could."""
    actors = around.dossier.plan.actors
    for name, order in around.dossier.plan.orders.items():
        roles = (order.written_by, order.checked_by)
        if order.checked_by is None or order.prepared or not all(role in actors for role in roles):
            continue
        people = {person for role in roles if role for person in actors[role].held_by}
        if len(people) == 1:
            told = facts(order=name, person=", ".join(people))
            yield around.problem("plan", ("orders", name, "checked_by"), "order-one-person", told)


RULES: tuple[Callable[[Around], Iterator[Problem]], ...] = (
    list_problems,
    item_problems,
    pool_problems,
    decision_problems,
    wait_problems,
    repeat_problems,
    sender_problems,
    deadlock_problems,
    order_problems,
)
"""Every rule of this file."""

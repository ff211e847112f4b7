"""The steps that wait for each other: by `after`, a condition on the step or its message, a permit, a card's
trigger."""

from __future__ import annotations

from drillsim.schema import VERBS, Card, Compiled, Condition, Plan, Step, follows_from


def acts(dossier: Compiled, step: str, without: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the ids the step and those that wait for it operate, but for the steps `without`, each once; empty when
    none of them operates anything."""
    operated = {each.id: each.all_targets for _, each in dossier.plan.steps() if VERBS[each.do].operates}
    names = [name for name in (step, *followers(dossier, step)) if name not in without]
    return tuple(dict.fromkeys(target for name in names for target in operated.get(name, ())))


def followers(dossier: Compiled, step: str) -> tuple[str, ...]:
    """Steps that wait for `step`, directly or through others, in the order met."""
    waiting = _waiting(dossier)
    found: dict[str, None] = {}
    queue = [step]
    for name in queue:
        for later in waiting.get(name, ()):
            if later not in found and later != step:
                found[later] = None
                queue.append(later)
    return tuple(found)


def successors(plan: Plan, step: str) -> tuple[str, ...]:
    """Steps that come after `step` by `after` alone, directly or through others, in the order met."""
    found: dict[str, None] = {}
    queue = [step]
    for name in queue:
        for _, each in plan.steps():
            if name in each.predecessors and each.id not in found and each.id != step:
                found[each.id] = None
                queue.append(each.id)
    return tuple(found)


@follows_from("plan")
def _waiting(dossier: Compiled) -> dict[str, tuple[str, ...]]:
    plan = dossier.plan
    found: dict[str, dict[str, None]] = {}
    for card, step in plan.steps():
        for before in (*step.predecessors, *_named(step), *_requests(plan, step), *_triggers(card)):
            found.setdefault(before, {})[step.id] = None
    return {name: tuple(later) for name, later in found.items()}


def _named(step: Step) -> tuple[str, ...]:
    conditions = (*step.conditions(), *((step.success_check,) if step.success_check else ()))
    return tuple(name for condition in conditions for name in _steps_in(condition))


def _triggers(card: Card) -> tuple[str, ...]:
    return _steps_in(card.trigger)


def _steps_in(condition: Condition) -> tuple[str, ...]:
    return tuple(name for leaf in condition.leaves() if leaf.kind in ("step", "message") for name in leaf.subjects)


def _requests(plan: Plan, step: Step) -> tuple[str, ...]:
    """Steps that ask for a permit over a device this step operates."""
    permits = tuple(
        name for name, permit in plan.permits.items() if any(target in permit.covers for target in step.all_targets)
    )
    return tuple(each.id for _, each in plan.steps() if each.do == "request" and any(p in permits for p in each.target))

"""BCM-01, BCM-02 and ICS-01: continuity targets against the supply; how much one person is asked to do at once.

Sources: ISO 22301 and incident-command practice from own knowledge, unverified.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.inputs import Inputs, listed, site_about
from drillsim.checks.rule import About, Result, absent, failed, not_applicable, over
from drillsim.checks.rules.own_supply import all_loads
from drillsim.schema import GONE, Card, Function, Need, Step, rated_kw

SLOW = 0.9
"""A restart or a safe stop is taken as slow as one in ten is."""
SPAN = 7
"""Open tasks one role can keep in hand at once: incident-command practice (three to seven), unverified."""


def limits_within_tolerance(inputs: Inputs) -> Iterator[Result]:
    """BCM-01: the time allowed for each function is not longer than the disruption the customer can bear, nor than what
    does harm; its restart and its safe stop, slow ones too, are not longer either."""
    functions, found = inputs.dossier.site.functions, []
    for name, function in functions.items():
        about = site_about("function", name, "functions", name)
        if function.mtpd is None:
            found.append(absent(about, "mtpd"))
        elif function.max_interruption is None:
            found.append(absent(about, "max_interruption"))
        elif function.max_interruption > function.mtpd:
            told = failed(about, function=name, limit_ms=function.max_interruption, mtpd_ms=function.mtpd)
            found.append(told)
        found += [*_restart(name, function), *_harm(inputs, name, function)]
    yield from over(len(functions), found, inputs.about_customer, none="no-function")


def _restart(name: str, function: Function) -> Iterator[Result]:
    """A restart that alone lasts longer than the customer can bear: no supply helps then."""
    slow = function.restart.takes.at(SLOW) if function.restart else 0
    if function.mtpd is not None and slow > function.mtpd:
        about = site_about("function", name, "functions", name, "restart", "takes")
        yield failed(about, "restart", function=name, slow_ms=slow, mtpd_ms=function.mtpd)


def _harm(inputs: Inputs, name: str, function: Function) -> Iterator[Result]:
    """Harm within the time that is allowed, or before the safe stop that should forestall it is over: a measure that
    takes the function's place holds the harm up while it lasts."""
    harm, stop, limit = function.harm, function.safe_stop, function.max_interruption
    if harm is None:
        return
    about = site_about("function", name, "functions", name, "harm", "after")
    measures = inputs.dossier.site.measures.values()
    comes_ms = harm.after + sum(each.lasts for each in measures if each.replaces == name)
    if stop is not None and stop.takes.at(SLOW) > comes_ms:
        yield failed(about, "stop", function=name, slow_ms=stop.takes.at(SLOW), harm_ms=comes_ms)
    elif stop is None and limit is not None and limit > harm.after:
        yield failed(about, "harm", function=name, limit_ms=limit, harm_ms=harm.after)


def least_service_kept(inputs: Inputs) -> Iterator[Result]:
    """BCM-02: what the least service stands on is fed through an outage, and no tier sheds it."""
    functions = inputs.dossier.site.functions
    least = [name for name, function in functions.items() if function.minimum_service]
    if not functions:
        yield not_applicable(inputs.about_customer, "no-function")
        return
    if not least:
        first = next(iter(functions))
        yield absent(site_about("function", first, "functions", first), "minimum_service")
        return
    shed = {load for tier in inputs.dossier.plan.tiers.values() for load in tier.loads}
    kept = {name for name in inputs.loads if name in inputs.wiring.emergency_loads or inputs.wiring.ups_before(name)}
    found = []
    for name in least:
        needs, about = all_loads(inputs, name, frozenset()), site_about("function", name, "functions", name)
        if not _stands(inputs, functions[name].needs, kept, frozenset([name])):
            bare = tuple(load for load in needs if load not in kept)
            found.append(failed(about, "supply", function=name, loads=listed(bare)))
        elif not _stands(inputs, functions[name].needs, kept - shed, frozenset([name])):
            taken = tuple(load for load in needs if load in shed)
            found.append(failed(about, "shed", function=name, loads=listed(taken)))
    yield from over(len(least), found, inputs.about_customer, none="no-function")


def _stands(inputs: Inputs, need: Need, kept: set[str], seen: frozenset[str]) -> bool:
    """Return whether the need is met with the loads `kept`; sources and stores count as there."""
    if need.all_ or need.any_:
        ranks = [0 if _stands(inputs, part, kept, seen) else GONE for part in need.all_ or need.any_]
        return need.together(ranks, lambda each: rated_kw(inputs.dossier).get(each, 0.0)) != GONE
    name = need.subject or ""
    functions = inputs.dossier.site.functions
    if name in functions:
        return name in seen or _stands(inputs, functions[name].needs, kept, seen | {name})
    return name in kept or name not in inputs.loads


def tasks_at_once(inputs: Inputs) -> Iterator[Result]:
    """ICS-01: no card opens more than seven tasks for one role at the same time."""
    plan, found = inputs.dossier.plan, []
    for number, card in enumerate(plan.cards):
        about = About(kind="card", id=card.id, file="plan.yaml", path=("cards", number))
        for role, open_at_once in _widest(card).items():
            if open_at_once > SPAN:
                found.append(failed(about, card=card.id, role=role, count=open_at_once, most=SPAN))
    yield from over(len(plan.cards), found, inputs.about_plan, none="no-card")


def _widest(card: Card) -> dict[str, int]:
    """Most steps of each role that stand at the same distance from the card's start, so that none waits for another.

    Steps that write `for_each` count once for each role of their pool.
    """
    by_id = {step.id: step for step in card.steps}
    branches = {name for step in card.steps if step.on_failure for name in step.on_failure.steps}
    depth: dict[str, int] = {}
    for step in card.steps:
        _depth(step, by_id, depth, frozenset())
    widest: dict[tuple[str, int], int] = {}
    for step in card.steps:
        if step.id not in branches:
            key = (step.by.operator, depth[step.id])
            widest[key] = widest.get(key, 0) + 1
    roles = dict.fromkeys(role for role, _ in widest)
    return {role: max(count for (who, _), count in widest.items() if who == role) for role in roles}


def _depth(step: Step, by_id: dict[str, Step], depth: dict[str, int], seen: frozenset[str]) -> int:
    if step.id not in depth:
        before = [by_id[name] for name in step.predecessors if name in by_id and name not in seen]
        depth[step.id] = 1 + max((_depth(each, by_id, depth, seen | {step.id}) for each in before), default=0)
    return depth[step.id]

"""PLN-07: usual times alone must fit the limits. Travel, talk and waiting only add to them, so what does not fit here
fits nowhere; what fits here is for a run to judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drillsim.checks.inputs import Inputs, listed, median_ms
from drillsim.checks.rule import About, Fact, Result, failed, over
from drillsim.network import conducting, reached
from drillsim.schema import VERBS, Card, Condition, Step


def times_fit_limits(inputs: Inputs) -> Iterator[Result]:
    """PLN-07: a step's own limit, and the way by hand to each function that comes to harm and each limited load that
    no automatic brings back."""
    found, count = [], 0
    for _, step, about in inputs.steps():
        if step.within is not None:
            count += 1
            if median_ms(step) > step.within:
                told = failed(about, "within", step=step.id, usual_ms=median_ms(step), limit_ms=step.within)
                found.append(told)
    found += [*_on_call(inputs), *_deciding(inputs)]
    for result in (*_loads(inputs), *_functions(inputs)):
        count += 1
        found += [result] if result.outcome == "fail" else []
    yield from over(count, found, inputs.about_plan, none="no-limit-by-hand")


def _on_call(inputs: Inputs) -> Iterator[Result]:
    """People who, called in, usually come too late for each step their roles have to do on the spot within a limit; on
    the phone they act from where they are."""
    plan, limits = inputs.dossier.plan, dict[str, int]()
    for _, step, _ in inputs.steps():
        for role in (step.by.operator, step.by.supervisor):
            if role and step.within is not None and _on_the_spot(step):
                limits[role] = max(limits.get(role, 0), step.within)
    for name, person in inputs.dossier.customer.people.items():
        roles = tuple(role for role, actor in plan.actors.items() if name in actor.held_by and role in limits)
        comes_in = person.off_duty.comes_in if person.off_duty else None
        longest = max((limits[role] for role in roles), default=None)
        if comes_in is not None and longest is not None and comes_in.median_ms > longest:
            path = ("people", name, "off_duty", "comes_in")
            about = About(kind="person", id=name, file="customer.yaml", path=path)
            told: dict[str, Fact] = {"person": name, "roles": listed(roles)}
            yield failed(about, "comes-in", **told, usual_ms=comes_in.median_ms, limit_ms=longest)


def _on_the_spot(step: Step) -> bool:
    return step.place is not None or VERBS[step.do].operates or step.do in ("apply", "evacuate")


def _deciding(inputs: Inputs) -> Iterator[Result]:
    """Cards that usually begin later than any step of theirs may take: the limits of steps count from their start."""
    for number, card in enumerate(inputs.dossier.plan.all_cards()):
        limits = [step.within for step in card.steps if step.within is not None]
        usual = _begins_ms(card)
        if limits and usual > max(limits):
            path = ("cards", number) if card in inputs.dossier.plan.cards else ("restoration",)
            about = About(kind="card", id=card.id, file="plan.yaml", path=path, clause=card.clause)
            yield failed(about, "begins", card=card.id, usual_ms=usual, limit_ms=max(limits))


def _begins_ms(card: Card) -> int:
    """Return how long the trigger must hold and the deciding usually takes, ms."""
    return (card.activation.decide.median_ms if card.activation.decide else 0) + _held_ms(card.trigger)


def _loads(inputs: Inputs) -> Iterator[Result]:
    for name, load in inputs.loads.items():
        if load.max_interruption is not None and not _automatic(inputs, name):
            yield from _judged(inputs, name, load.max_interruption, name)


def _functions(inputs: Inputs) -> Iterator[Result]:
    """Harm is irreversible, so the way by hand must fit even where an automatic should have acted."""
    for name, function in inputs.dossier.site.functions.items():
        for leaf in function.needs.leaves() if function.harm else ():
            load = leaf.subject if leaf.subject in inputs.loads else None
            if load and function.harm and not inputs.wiring.ups_before(load):
                yield from _judged(inputs, load, leaf.rides + function.harm.after, name)


def _automatic(inputs: Inputs, load: str) -> bool:
    """Return whether a UPS, a transfer between feeders or a genset that starts by itself takes the load over."""
    wiring = inputs.wiring
    if wiring.ups_before(load):
        return True
    if load in wiring.emergency_loads and any(
        each.control == "auto" and each.called_by for each in inputs.gensets.values()
    ):
        return True
    lost = [name for name in inputs.feeders if not _fed_without(inputs, load, name, wiring.normal)]
    return bool(lost) and all(_fed_without(inputs, load, name, wiring.after_automatics([name])) for name in lost)


def _fed_without(inputs: Inputs, load: str, feeder: str, closed: bytes) -> bool:
    alive = [name for name in inputs.feeders if name != feeder]
    return inputs.wiring.is_fed(load, inputs.wiring.live(closed, alive))


def _judged(inputs: Inputs, load: str, limit_ms: int, subject: str) -> Iterator[Result]:
    ways = [(way_ms(inputs, card, step, frozenset()), step) for card, step in _restoring(inputs, load)]
    if not ways:
        return
    usual, step = min(ways, key=lambda way: way[0])
    about = inputs.about_load(load)
    if subject != load:
        about = replace(about, kind="function", id=subject, file="site.yaml", path=("functions", subject))
    facts: dict[str, Fact] = {"subject": subject, "step": step.id, "usual_ms": usual, "limit_ms": limit_ms}
    yield replace(
        failed(replace(about, clause=step.clause), variant="path", **facts),
        outcome="fail" if usual > limit_ms else "pass",
    )


def _restoring(inputs: Inputs, load: str) -> Iterator[tuple[Card, Step]]:
    """Steps whose success check, or whose target, is the load or a bus it cannot be fed around."""
    buses = _on_the_way(inputs, load)
    for card, step, _ in inputs.steps():
        check = step.success_check
        seen = [(leaf.kind, leaf.state, n) for leaf in check.leaves() for n in leaf.subjects] if check else []
        lights = any(
            state == "live" and ((kind == "load" and n == load) or (kind == "bus" and n in buses))
            for kind, state, n in seen
        )
        if lights or (step.do == "restore" and load in step.target):
            yield card, step


def _on_the_way(inputs: Inputs, load: str) -> set[str]:
    """Buses without which no source at all reaches the load, whatever is switched."""
    wiring = inputs.wiring
    links = conducting(wiring.net, wiring.all_closed)
    starts = [wiring.bus_of(name) for name in (*inputs.feeders, *inputs.gensets, *inputs.upses)]
    return {
        name
        for bus, name in enumerate(wiring.net.bus_ids)
        if not wiring.is_fed(load, reached(wiring.net, links, starts, blocked=(bus,)))
    }


def way_ms(inputs: Inputs, card: Card, step: Step, seen: frozenset[str]) -> int:
    """Usual times along the longest chain of predecessors (the shortest where one of several is enough), the time the
    trigger must hold and the deciding included."""
    plan = inputs.dossier.plan
    where = {each.id: (c, each) for c, each in plan.steps()}
    before = [
        way_ms(inputs, *where[name], seen | {step.id})
        for name in step.predecessors
        if name in where and name not in seen
    ]
    decide = _begins_ms(card)
    choose = max if isinstance(step.after, tuple) else min
    return median_ms(step) + max(decide, choose(before) if before else 0)


def _held_ms(trigger: Condition) -> int:
    """Return how long a trigger must have held before it counts, ms; of alternatives the shortest."""
    waits = [_held_ms(part) for part in trigger.parts() if trigger.kind != "not"]
    if trigger.kind == "any":
        return min(waits)
    return max([trigger.for_, *waits])

"""PLN-14 to 16: the load-shedding list, switching orders, and the contact tree. Practice of the trade, unverified."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.rule import About, Result, absent, failed, not_applicable, over, unknown
from drillsim.checks.rules.plan_people import acting
from drillsim.schema import Order, Step


def tiers_in_order(inputs: Inputs) -> Iterator[Result]:
    """PLN-14: a shedding list where own supply cannot carry everything it may feed; it sheds nothing that must live."""
    plan, found = inputs.dossier.plan, []
    rated = sum(genset.rated_kw for genset in inputs.gensets.values())
    kw = sum(inputs.demand_kw(name) for name in inputs.wiring.emergency_loads)
    if not plan.tiers and kw > rated > 0:
        found.append(absent(inputs.about_plan, "tiers"))
    for name, tier in plan.tiers.items():
        about = About(kind="tier", id=name, file="plan.yaml", path=("tiers", name))
        kept = tuple(n for n in tier.loads if n in inputs.loads and _must_live(inputs, n))
        if kept:
            found.append(failed(about, "kept", tier=name, loads=listed(kept)))
    counted = len(plan.tiers) + bool(rated)
    yield from over(counted, found, inputs.about_plan, none="no-genset")


def _must_live(inputs: Inputs, load: str) -> bool:
    facts = inputs.loads[load]
    return facts.shed == "never" or facts.security or facts.grade == "1S"


def orders_for_restoration(inputs: Inputs) -> Iterator[Result]:
    """PLN-15: switching back to normal goes by a written order that another person checks."""
    plan, card = inputs.dossier.plan, inputs.dossier.plan.restoration
    steps = [each for each in card.steps if _switches(inputs, each)] if card else []
    if not plan.order_rules.accident_needs_no_order:
        steps += [step for each in plan.cards for step in each.steps if _switches(inputs, step)]
    if len([target for step in steps for target in step.target]) < 2:
        yield not_applicable(inputs.about_plan, "no-order-due")
        return
    if not plan.orders:
        where = replace(inputs.about_plan, path=("orders",))
        yield unknown(where, "field", field="orders", steps=listed(tuple(step.id for step in steps)))
        return
    bound = {name for order in plan.orders.values() for name in order.binds}
    abouts = {step.id: about for _, step, about in inputs.steps()}
    found = [failed(abouts[step.id], "unbound", step=step.id) for step in steps if step.id not in bound]
    found += [result for name, order in plan.orders.items() for result in _checked(name, order)]
    yield from over(len(steps), found, inputs.about_plan, none="no-order-due")


def _switches(inputs: Inputs, step: Step) -> bool:
    """Return whether the customer operates switches in it."""
    return step.do in ("open", "close") and inputs.side_of(step.by.operator) == "customer"


def _checked(name: str, order: Order) -> Iterator[Result]:
    about = About(kind="order", id=name, file="plan.yaml", path=("orders", name), clause=order.clause)
    if order.checked_by is None:
        yield absent(about, "checked_by")
    elif order.checked_by == order.written_by:
        yield failed(about, "same", order=name, role=order.written_by)


def everybody_is_called(inputs: Inputs) -> Iterator[Result]:
    """PLN-16: the contact tree reaches every role that acts from those who start cards, each by two ways, and lists
    every call the steps make, and those alone; a row may also stand for the starter of a card setting others to work on
    it, or for the operator fetching their supervisor."""
    plan = inputs.dossier.plan
    acts = [role for role in plan.actors if role in acting(inputs)]
    if not plan.contact_tree:
        yield absent(inputs.about_plan, "contact_tree") if acts else not_applicable(inputs.about_plan, "no-actor")
        return
    starters = dict.fromkeys(card.activation.by for card in plan.cards)
    reached = dict(starters)
    for role in reached.copy():
        _follow(inputs, role, reached)
    about = replace(inputs.about_plan, path=("contact_tree",))
    found = [failed(about, "unreached", role=role) for role in acts if role not in reached]
    for number, way in enumerate(plan.contact_tree):
        if len(set(way.channels)) < 2:
            where = replace(about, path=("contact_tree", number, "channels"))
            found.append(failed(where, "one-way", role=way.to, channel=listed(way.channels)))
    made, alerted = calls(inputs), alerts(inputs)
    for number, way in enumerate(plan.contact_tree):
        if (way.from_, way.to) not in made and (way.from_, way.to) not in alerted:
            where = replace(about, path=("contact_tree", number))
            found.append(failed(where, "unmade", caller=way.from_, to=way.to))
    written = {(way.from_, way.to) for way in plan.contact_tree}
    for (caller, to), steps in made.items():
        if (caller, to) not in written:
            found.append(failed(about, "pair", caller=caller, to=to, steps=listed(tuple(steps))))
    yield from over(len(acts), found, inputs.about_plan, none="no-actor")


def _follow(inputs: Inputs, role: str, reached: dict[str, None]) -> None:
    for way in inputs.dossier.plan.contact_tree:
        if way.from_ == role and way.to not in reached:
            reached[way.to] = None
            _follow(inputs, way.to, reached)


def alerts(inputs: Inputs) -> set[tuple[str, str]]:
    """Return the pairs (caller, called): the starter of a card and those who do its steps, an operator and their
    supervisor. They need no row of their own: most stand in one room."""
    return {
        (caller, role)
        for card, step, _ in inputs.steps()
        for caller in (card.activation.by, step.by.operator)
        for role in (step.by.operator, step.by.supervisor, *(step.for_each.pool if step.for_each else ()))
        if role and role != caller
    }


def calls(inputs: Inputs) -> dict[tuple[str, str], dict[str, None]]:
    """(who calls, who is called) → steps: messages, permits asked for, things sent for; in file order."""
    plan, found = inputs.dossier.plan, dict[tuple[str, str], dict[str, None]]()
    for _, step, _ in inputs.steps():
        called = [tell.to for tell in step.tells]
        if step.do in ("request", "call"):
            called += [plan.permits[name].from_ for name in step.target if name in plan.permits]
            sent = [plan.resources[name].from_ for name in step.target if name in plan.resources]
            called += [role for role in sent if role]
        for caller in (step.for_each.pool if step.for_each else ()) or (step.by.operator,):
            for to in called:
                if to != caller:
                    found.setdefault((caller, to), {})[step.id] = None
    return found

"""Blind changes of shipped customers: whatever is taken away, some rule fails and names it, which did not before.

Each operator takes away, or spoils, one thing of the files at a time, everywhere it stands. What it spoils and what a
failing result must speak of stand beside each other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import pytest

from drillsim.checks import RULES, Result, check
from drillsim.checks.inputs import Inputs
from drillsim.files import load_customer
from drillsim.schema.compiled import Compiled
from drillsim.schema.customer import Document
from drillsim.schema.place import Observation
from drillsim.schema.plan import Card, Step
from drillsim.schema.transfer import Ats, Sts
from helpers.shipped import ROOT

AS_OF = dt.date(2026, 7, 15)
LONG_AGO = dt.date(2026, 1, 1)
CUSTOMERS = ("central-hospital", "data-centre", "oberrhein-waterworks", "airport")


@dataclass(frozen=True)
class Blind:
    """One change: what was spoiled, the customer after it, and words one of which the new failure must bear."""

    what: str
    dossier: Compiled
    names: tuple[str, ...]


Operator = Callable[[Compiled], Iterator[Blind]]


# --- changes of values ---


def _site(dossier: Compiled, **fields: Any) -> Compiled:
    return replace(dossier, site=dossier.site.model_copy(update=fields))


def _plan(dossier: Compiled, **fields: Any) -> Compiled:
    return replace(dossier, plan=dossier.plan.model_copy(update=fields))


def _device(dossier: Compiled, name: str, **fields: Any) -> Compiled:
    device = dossier.site.devices[name].model_copy(update=fields)
    return _site(dossier, devices={**dossier.site.devices, name: device})


def _with_card(dossier: Compiled, card: Card) -> Compiled:
    plan = dossier.plan
    if plan.restoration is not None and plan.restoration.id == card.id:
        return _plan(dossier, restoration=card)
    return _plan(dossier, cards=tuple(card if each.id == card.id else each for each in plan.cards))


def _step(dossier: Compiled, card: Card, step: Step, **fields: Any) -> Compiled:
    new = step.model_copy(update=fields)
    steps = tuple(new if each.id == step.id else each for each in card.steps)
    return _with_card(dossier, card.model_copy(update={"steps": steps}))


def _without(dossier: Compiled, card: Card, step: Step) -> Compiled:
    steps = tuple(each for each in card.steps if each.id != step.id)
    return _with_card(dossier, card.model_copy(update={"steps": steps}))


def _kv(dossier: Compiled, switch: str) -> float:
    rows = {row.name: row for row in dossier.network.switch}
    kv = {row.name: row.vn_kv for row in dossier.network.bus}
    return kv.get(rows[switch].bus, 0.0) if switch in rows else 0.0


# --- operators, one a rule ---


def no_interlock(dossier: Compiled) -> Iterator[Blind]:
    """INT-02: an interlock goes that is not an ATS's own pair and stands between two sources."""
    pairs = [{each.normal, each.standby} for each in dossier.site.transfers.values() if isinstance(each, Ats | Sts)]
    for number, interlock in enumerate(dossier.site.interlocks):
        rest = tuple(each for position, each in enumerate(dossier.site.interlocks) if position != number)
        doubled = any(set(interlock.of) <= pair for pair in pairs)
        if not doubled and not any(set(interlock.of) <= set(each.of) for each in rest):
            yield Blind(f"interlock {interlock.of}", _site(dossier, interlocks=rest), interlock.of)


def procedural_interlock(dossier: Compiled) -> Iterator[Blind]:
    """INT-02: an interlock becomes a matter of procedure."""
    for number, blind in enumerate(no_interlock(dossier)):
        kept = next(each for each in dossier.site.interlocks if each.of == blind.names)
        soft = kept.model_copy(update={"kind": "procedural"})
        rows = tuple(soft if each is kept else each for each in dossier.site.interlocks)
        yield Blind(f"{number} {blind.what} by procedure", _site(dossier, interlocks=rows), blind.names)


def _decisive(dossier: Compiled) -> Iterator[str]:
    """Displays that alone show what a card's trigger names, at the post of whoever starts it."""
    for name, each in dossier.site.observations.items():
        for card in dossier.plan.cards:
            leaves = list(card.trigger.leaves())
            named = {one for leaf in leaves for one in leaf.subjects}
            told = any(leaf.kind in ("message", "step") for leaf in leaves)
            twice = {one for other in _others_at(dossier, card, name) for one in _shown(other)}
            loads = dossier.site.loads
            beside = {one for one in named if one in loads and loads[one].place == each.shown_at}
            if (
                _posts(dossier, card) == {each.shown_at}
                and named <= _shown(each)
                and not told | bool(named & twice | beside)
            ):
                yield name
                break


def _posts(dossier: Compiled, card: Card) -> set[str]:
    people, actors = dossier.customer.people, dossier.plan.actors
    return {shift.place for who in actors[card.activation.by].held_by for shift in people[who].shifts}


def _shown(display: Observation) -> set[str]:
    return {one for sight in display.sees for kind in ("bus", "load", "source") for one in getattr(sight, kind)}


def _others_at(dossier: Compiled, card: Card, name: str) -> list[Observation]:
    posts, displays = _posts(dossier, card), dossier.site.observations.items()
    return [each for key, each in displays if key != name and each.shown_at in posts]


def no_observation(dossier: Compiled) -> Iterator[Blind]:
    """PLN-17: the display goes on which a card's trigger shows."""
    for name in _decisive(dossier):
        left = {key: each for key, each in dossier.site.observations.items() if key != name}
        names = tuple(sorted(_shown(dossier.site.observations[name])))
        yield Blind(f"display {name}", _site(dossier, observations=left), names)


def dark_observation(dossier: Compiled) -> Iterator[Blind]:
    """PLN-17: the display hangs on what it shows."""
    for name in _decisive(dossier):
        display = dossier.site.observations[name]
        for card in dossier.plan.cards:
            leaf = card.trigger
            if (
                leaf.kind == "bus"
                and leaf.state == "dead"
                and {s for x in display.sees for s in x.bus} & set(leaf.subjects)
            ):
                spoiled = display.model_copy(update={"needs": leaf.subjects[:1]})
                table = {**dossier.site.observations, name: spoiled}
                yield Blind(f"display {name} on {leaf.subjects[0]}", _site(dossier, observations=table), (name,))
                break


def not_asked_for(dossier: Compiled) -> Iterator[Blind]:
    """PLN-09: the request for a permit goes."""
    for card, step in dossier.plan.steps():
        permits = [name for name in step.target if name in dossier.plan.permits]
        covered = {name for each in permits for name in dossier.plan.permits[each].covers}
        own = [each for each in card.steps if each.do in ("open", "close") and covered & set(each.all_targets)]
        if step.do == "request" and permits and own:
            yield Blind(f"request {step.id}", _without(dossier, card, step), tuple(permits))


def no_phase_check(dossier: Compiled) -> Iterator[Blind]:
    """OPS-06: the phase check before a set is closed goes."""
    for card, step in dossier.plan.steps():
        if step.do == "phase_check":
            yield Blind(f"phase check {step.id}", _without(dossier, card, step), step.all_targets)


def unmarked_box(dossier: Compiled) -> Iterator[Blind]:
    """EPS-05, OPS-06: the phases at the box are not marked any more."""
    for name, point in dossier.site.connection_points.items():
        if point.phase_marked:
            bare = point.model_copy(update={"phase_marked": False})
            yield Blind(
                f"box {name}",
                _site(dossier, connection_points={**dossier.site.connection_points, name: bare}),
                (name,),
            )


def no_utility_card(dossier: Compiled) -> Iterator[Blind]:
    """PLN-18 or a rule that needs the card's word: a card of the utility goes."""
    for card in dossier.plan.cards:
        if card.side == "utility" and card.covers:
            left = tuple(each for each in dossier.plan.cards if each.id != card.id)
            steps = tuple(step.id for step in card.steps)
            yield Blind(f"card {card.id}", _plan(dossier, cards=left), (*card.covers, *steps))


def no_contact_row(dossier: Compiled) -> Iterator[Blind]:
    """PLN-16: a row of the contact tree goes that a call uses."""
    told = {(step.by.operator, tell.to) for _, step in dossier.plan.steps() for tell in step.tells}
    for number, way in enumerate(dossier.plan.contact_tree):
        if (way.from_, way.to) in told and len(dossier.plan.contact_tree) > 1:
            rows = tuple(each for position, each in enumerate(dossier.plan.contact_tree) if position != number)
            yield Blind(f"{way.from_} → {way.to}", _plan(dossier, contact_tree=rows), (way.to,))


def no_supervisor(dossier: Compiled) -> Iterator[Blind]:
    """OPS-07: a step at high voltage loses its supervisor."""
    for card, step in dossier.plan.steps():
        high = [name for name in step.all_targets if _kv(dossier, name) > 1]
        if step.by.supervisor and high and step.do in ("open", "close"):
            alone = step.by.model_copy(update={"supervisor": None})
            yield Blind(f"supervisor of {step.id}", _step(dossier, card, step, by=alone), (step.id,))


def expired(dossier: Compiled) -> Iterator[Blind]:
    """PLN-11 and LAW-07: an agreement or a paper has run out."""
    for name, each in dossier.plan.resources.items():
        if each.agreement_until is not None and each.agreement_until >= AS_OF:
            old = each.model_copy(update={"agreement_until": LONG_AGO})
            table = {**dossier.plan.resources, name: old}
            yield Blind(f"agreement {name}", _plan(dossier, resources=table), (name,))
    paper = Document(title="调度协议", kind="dispatch_agreement", number="XY-9", until=LONG_AGO)
    papers = (*dossier.customer.documents, paper)
    customer = dossier.customer.model_copy(update={"documents": papers})
    yield Blind("dispatch agreement", replace(dossier, customer=customer), ("XY-9",))


def no_failure_branch(dossier: Compiled) -> Iterator[Blind]:
    """PLN-03: a step whose act may fail loses its failure branch; those that are branches themselves too."""
    branches = {name for _, step in dossier.plan.steps() if step.on_failure for name in step.on_failure.steps}
    for card, step in dossier.plan.steps():
        sets = [name for name in step.all_targets if name in dossier.site.sources]
        weak = [n for n in step.all_targets if n in dossier.site.devices and dossier.site.devices[n].fails_to_operate]
        acts = step.do in ("transfer", "refuel") or (step.do == "start" and sets) or (step.do == "close" and weak)
        known = step.id not in branches and step.do in ("open", "close", "shed", "restore")
        if step.on_failure is not None and (acts or known):
            yield Blind(f"branch of {step.id}", _step(dossier, card, step, on_failure=None), (step.id,))


def no_word_of_silence(dossier: Compiled) -> Iterator[Blind]:
    """PLN-03: a call no longer says what happens when nobody answers."""
    for card, step in dossier.plan.steps():
        if step.tells and step.on_failure is None and step.do != "ask":
            first = step.tells[0]
            bare = type(first)(**{"to": first.to, "channel": first.channel, "facts": first.facts})
            yield Blind(f"silence in {step.id}", _step(dossier, card, step, tells=(bare, *step.tells[1:])), (step.id,))


def not_by_hand(dossier: Compiled) -> Iterator[Blind]:
    """PLN-19: a device a step operates can no longer be operated by hand."""
    operated = dict.fromkeys(n for _, s in dossier.plan.steps() if s.do in ("open", "close") for n in s.all_targets)
    for name in list(operated)[:12]:
        if name in dossier.site.devices and not dossier.site.devices[name].remote:
            yield Blind(f"{name} by hand", _device(dossier, name, by_hand=False), (name,))


def withdrawn(dossier: Compiled) -> Iterator[Blind]:
    """PLN-19: the truck of a device a step closes stands withdrawn."""
    closed = dict.fromkeys(n for _, s in dossier.plan.steps() if s.do == "close" for n in s.all_targets)
    for name in list(closed)[:12]:
        if name in dossier.site.devices:
            yield Blind(f"{name} withdrawn", _device(dossier, name, position="withdrawn"), (name,))


def set_off(dossier: Compiled) -> Iterator[Blind]:
    """PLN-19: the selector of a set that a step starts stands at off."""
    started = dict.fromkeys(n for _, s in dossier.plan.steps() if s.do == "start" for n in s.all_targets)
    for name in started:
        source = dossier.site.sources.get(name)
        if source is not None and source.kind == "genset":
            off = source.model_copy(update={"control": "off"})
            yield Blind(f"{name} off", _site(dossier, sources={**dossier.site.sources, name: off}), (name,))


def dead_channel(dossier: Compiled) -> Iterator[Blind]:
    """PLN-19: a channel hangs on the bus whose loss a card is for."""
    for card in dossier.plan.cards:
        leaf = card.trigger
        if leaf.kind == "bus" and leaf.state == "dead":
            used = dict.fromkeys(tell.channel for step in card.steps for tell in step.tells)
            for name in used:
                dark = dossier.site.channels[name].model_copy(update={"needs": leaf.subjects[:1]})
                table = {**dossier.site.channels, name: dark}
                bare = _plan(_site(dossier, channels=table), contact_tree=())
                yield Blind(f"channel {name} on {leaf.subjects[0]}", bare, (name,))


def lapsed(dossier: Compiled) -> Iterator[Blind]:
    """PLN-13: a person loses the certificate his role asks for."""
    for role, actor in dossier.plan.actors.items():
        for name in actor.held_by[:1] if actor.certificate else ():
            person = dossier.customer.people[name].model_copy(update={"certificates": ()})
            people = {**dossier.customer.people, name: person}
            customer = dossier.customer.model_copy(update={"people": people})
            yield Blind(f"certificate of {name} ({role})", replace(dossier, customer=customer), (name,))


def no_own_takeover(dossier: Compiled) -> Iterator[Blind]:
    """EPS-04: the sets no longer start by themselves, so nothing takes over when all feeders are lost."""
    gensets = {n: s for n, s in dossier.site.sources.items() if s.kind == "genset"}
    limited = [n for n, each in dossier.site.loads.items() if each.security and each.max_interruption is not None]
    wiring = Inputs(dossier).wiring
    bare = tuple(name for name in limited if not wiring.ups_before(name))
    if bare:
        manual = {name: each.model_copy(update={"control": "manual"}) for name, each in gensets.items()}
        yield Blind("sets by hand", _site(dossier, sources={**dossier.site.sources, **manual}), bare)


OPERATORS: dict[Operator, tuple[str, ...]] = {
    no_interlock: ("INT-02",),
    procedural_interlock: ("INT-02",),
    no_observation: ("PLN-17",),
    dark_observation: ("PLN-17",),
    not_asked_for: ("PLN-09",),
    no_phase_check: ("OPS-06",),
    unmarked_box: ("EPS-05", "OPS-06"),
    no_utility_card: ("PLN-18", "PLN-17", "P07"),
    no_contact_row: ("PLN-16",),
    no_supervisor: ("OPS-07",),
    expired: ("PLN-11", "LAW-07"),
    no_failure_branch: ("PLN-03",),
    no_word_of_silence: ("PLN-03",),
    not_by_hand: ("PLN-19",),
    withdrawn: ("PLN-19",),
    set_off: ("PLN-19",),
    dead_channel: ("PLN-19",),
    lapsed: ("PLN-13",),
    no_own_takeover: ("EPS-04",),
}
"""Each change with the rules of which one must fail anew."""


@lru_cache(maxsize=8)
def _shipped(name: str) -> Compiled:
    return load_customer(ROOT / "plans" / name).dossier


def _failures(dossier: Compiled, rules: tuple[str, ...]) -> dict[Result, None]:
    asked = [rule for rule in RULES if rule.id in rules]
    return dict.fromkeys(r for r in check(dossier, as_of=AS_OF, rules=asked) if r.outcome == "fail")


def _speaks_of(result: Result, names: tuple[str, ...]) -> bool:
    words = {result.about.id}
    for _, value in result.facts:
        words.update(str(value).split(", "))
    return not words.isdisjoint(names)


def _changes() -> list[tuple[str, Operator, Blind]]:
    return [
        (name, operator, blind) for name in CUSTOMERS for operator in OPERATORS for blind in operator(_shipped(name))
    ]


@pytest.mark.parametrize("customer", CUSTOMERS)
@pytest.mark.parametrize("operator", list(OPERATORS), ids=lambda each: each.__name__)
def test_whatever_is_taken_away_is_named_by_a_rule_that_held_before(operator: Operator, customer: str) -> None:
    dossier, rules = _shipped(customer), OPERATORS[operator]
    before = _failures(dossier, rules)
    unseen = []
    for blind in operator(dossier):
        anew = [result for result in _failures(blind.dossier, rules) if result not in before]
        if not any(_speaks_of(result, blind.names) for result in anew):
            unseen.append((blind.what, [(r.rule, r.about.id, r.variant, r.facts) for r in anew]))
    assert unseen == []


def test_every_kind_of_change_is_tried_on_two_customers_and_most_on_the_hospital() -> None:
    tried: dict[str, set[str]] = {operator.__name__: set() for operator in OPERATORS}
    changes = _changes()
    for customer, operator, _ in changes:
        tried[operator.__name__].add(customer)
    once = {name for name, customers in tried.items() if len(customers) < 2}
    print(f"{len(changes)} blind changes;", {name: len(customers) for name, customers in tried.items()})
    assert not once, "every kind of change finds two customers"
    assert all("central-hospital" in customers for customers in tried.values())
    assert len(changes) > 200

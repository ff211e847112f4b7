"""PLN-19: what is written can be done, as devices, channels and rooms stand in the event the card is for."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.alternatives import Way, alternatives
from drillsim.checks.duty import changes, clock, place_of
from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.learning import place_of as stands_at
from drillsim.checks.rule import About, Result, failed, over
from drillsim.checks.rules.plan_content import before
from drillsim.checks.supply_left import SupplyLeft
from drillsim.checks.walk import Start, holds, starts
from drillsim.checks.wiring import exclusions
from drillsim.schema.plan import Card, Step
from drillsim.schema.source import Genset, MobileGenset

_MOVES = ("open", "close", "trip", "shed", "restore")
_INTO_DANGER = ("FIRE", "FLOOD")
"""Scenario classes in which the zone that is hit cannot be entered."""


def steps_possible(inputs: Inputs) -> Iterator[Result]:
    """PLN-19: no setting, zone, channel or resource makes a step impossible in the event its card is for."""
    found: list[Result] = []
    count = 0
    for card, step, about in inputs.steps():
        count += 1
        events = [(way, SupplyLeft(inputs, way)) for way in alternatives(card.trigger)]
        found += _devices(inputs, step, about, events)
        found += _in_their_way(inputs, card, step, about)
        found += _channels(inputs, step, about, events)
        found += _places(inputs, card, step, about)
        found += _things(inputs, card, step, about)
        found += _hands(inputs, step, about)
    yield from over(count, found, inputs.about_plan, none="no-step")


Events = list[tuple[Way, SupplyLeft]]


def _devices(inputs: Inputs, step: Step, about: About, events: Events) -> Iterator[Result]:
    """Devices nobody can operate by hand and that are not operated from afar either, or not without their supply."""
    for target in step.all_targets if step.do in _MOVES else ():
        switches = inputs.wiring.also_fed(target)[0] if target in inputs.load_rows else (target,)
        for name in switches:
            device = inputs.dossier.site.devices.get(name)
            if device is None or device.by_hand:
                continue
            supply = device.control_supply
            if not device.remote:
                yield failed(about, "by-hand", step=step.id, device=name)
            elif supply and not any(left.works((supply,)) for _, left in events):
                yield failed(about, "control", step=step.id, device=name, supply=supply)


def _in_their_way(inputs: Inputs, card: Card, step: Step, about: About) -> Iterator[Result]:
    """What keeps a device from closing: its truck, a lock, an earth, an interlock."""
    earlier = (*before(inputs.dossier.plan, card, step), *card.steps[: card.steps.index(step)])
    for target in step.all_targets if step.do == "close" else ():
        device = inputs.dossier.site.devices.get(target)
        racked = [each.to for each in earlier if each.do == "rack" and target in each.all_targets]
        position = racked[-1] if racked else device.position if device else "working"
        if position and position != "working":
            yield failed(about, "racked", step=step.id, device=target, position=position)
        if _stands(earlier, target, "lock", "unlock"):
            yield failed(about, "locked", step=step.id, device=target)
        for name, earth in inputs.dossier.site.earths.items():
            if target in earth.interlocked_with and _stands(earlier, name, "earth", "unearth"):
                yield failed(about, "earthed", step=step.id, device=target, earth=name)
        of = _always_forbidden(inputs, card, earlier, target)
        if of:
            yield failed(about, "interlock", step=step.id, device=target, of=listed(of))


def _stands(earlier: tuple[Step, ...], thing: str, on: str, off: str) -> bool:
    """Whether the last of the two things done to it was `on`."""
    done = [each.do for each in earlier if each.do in (on, off) and thing in each.all_targets]
    return bool(done) and done[-1] == on


def _always_forbidden(inputs: Inputs, card: Card, earlier: tuple[Step, ...], target: str) -> tuple[str, ...]:
    """Devices of an interlock that holds by itself and lets `target` close in no state the card may begin in, what
    earlier steps open being open."""
    wiring = inputs.wiring
    opened = {n for each in earlier if each.do in ("open", "trip") for n in each.all_targets}
    moved = [
        inputs.dossier.site.transfers.get(n) for each in earlier if each.do == "transfer" for n in each.all_targets
    ]
    opened |= {n for each in moved for n in (getattr(each, "normal", ""), getattr(each, "standby", ""))}
    begins: list[Start] = []
    for of, most in exclusions(inputs.dossier, kinds=("key", "electrical")):
        if target not in of or target not in wiring.net.switch_index:
            continue
        modes = dict.fromkeys(("normal", *inputs.dossier.site.modes))
        begins = begins or [s for m in modes for s in starts(inputs, m) if holds(inputs, card.trigger, s) is not False]
        shut = [n for n in of if n != target and n not in opened]
        if begins and all(sum(wiring.is_closed(start.closed, n) for n in shut) >= most for start in begins):
            return of
    return ()


def _channels(inputs: Inputs, step: Step, about: About, events: Events) -> Iterator[Result]:
    """Calls whose every way needs what is dead in an event of the card."""
    plan, channels = inputs.dossier.plan, inputs.dossier.site.channels
    asked = [(plan.permits[n].from_, plan.permits[n].channel) for n in step.target if n in plan.permits]
    spoken = [(tell.to, tell.channel) for tell in step.tells] + (asked if step.do == "request" else [])
    roles = (step.by.operator, *(step.for_each.pool if step.for_each else ()))
    for to, channel in dict.fromkeys(spoken):
        further = [n for way in plan.contact_tree if way.to == to and way.from_ in roles for n in way.channels]
        ways = [name for name in dict.fromkeys((channel, *further)) if name in channels]
        for _, left in events:
            if ways and not any(left.works(channels[name].needs) for name in ways):
                needs = tuple(dict.fromkeys(need for name in ways for need in channels[name].needs))
                yield failed(about, "channel", step=step.id, to=to, channels=listed(tuple(ways)), needs=listed(needs))
                break


def _places(inputs: Inputs, card: Card, step: Step, about: About) -> Iterator[Result]:
    """Rooms in the zone that a fire or flood of the card has taken."""
    site = inputs.dossier.site
    if not set(card.covers) & set(_INTO_DANGER):
        return
    hit = {
        name for leaf in card.trigger.leaves() if leaf.state in ("dead", "faulted", "failed") for name in leaf.subjects
    }
    zones = {zone for zone, each in site.zones.items() if hit & set(each.contains)}
    places = [step.place] if step.place else [stands_at(inputs, name) for name in step.all_targets]
    for place in dict.fromkeys(name for name in places if name in site.places):
        zone = site.places[place].zone
        if zone in zones:
            yield failed(about, "zone", step=step.id, place=place, zone=zone)


def _things(inputs: Inputs, card: Card, step: Step, about: About) -> Iterator[Result]:
    """Sets whose selector forbids it, and resources there are none of."""
    plan, site = inputs.dossier.plan, inputs.dossier.site
    for name in (*step.uses, *(step.target if step.do == "call" else ())):
        if name in plan.resources and plan.resources[name].quantity == 0:
            yield failed(about, "resource", step=step.id, resource=name)
    brings = [site.sources.get(plan.resources[n].brings or "") for n in step.uses if n in plan.resources]
    if step.do == "connect" and not any(isinstance(each, MobileGenset) for each in brings):
        yield failed(about, "no-set", step=step.id, point=listed(step.target))
    earlier = (*before(plan, card, step), *card.steps[: card.steps.index(step)])
    for name in step.all_targets if step.do == "start" else ():
        source = site.sources.get(name)
        put = any(each.do == "set" and name in each.all_targets and each.to != "off" for each in earlier)
        if isinstance(source, Genset) and source.control == "off" and not put:
            yield failed(about, "off", step=step.id, source=name)


def _hands(inputs: Inputs, step: Step, about: About) -> Iterator[Result]:
    """Roles of which at some hour nobody is on duty and nobody comes."""
    plan, people = inputs.dossier.plan, inputs.dossier.customer.people
    for role in (step.by.operator, step.by.supervisor) if step.for_each is None else ():
        held = tuple(n for n in plan.actors[role].held_by if n in people) if role in plan.actors else ()
        if role is None or any((off := people[name].off_duty) and off.comes_in for name in held):
            continue
        bare = [m for m in changes(inputs, held) if not any(place_of(people[name], m) for name in held)]
        if bare:
            yield failed(about, "nobody", step=step.id, role=role, since=clock(bare[0]))

"""PLN-19: what is written can be done, as devices, channels and rooms stand in the event the card is for."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.checks.alternatives import alternatives
from drillsim.checks.duty import changes, clock, place_of
from drillsim.checks.inputs import Inputs, listed
from drillsim.checks.learning import Learning
from drillsim.checks.learning import place_of as stands_at
from drillsim.checks.rule import About, Result, failed, over
from drillsim.checks.rules.plan_content import before
from drillsim.checks.rules.possible_moves import Events, immovable, kept_from_closing
from drillsim.checks.supply_left import SupplyLeft
from drillsim.schema import Card, Genset, MobileGenset, Step

_INTO_DANGER = ("FIRE", "FLOOD")
"""Scenario classes in which the zone that is hit cannot be entered."""
_SHOWING = ("bus", "load", "switch", "source", "store")
"""Facts one sees on the spot or on a display."""


def steps_possible(inputs: Inputs) -> Iterator[Result]:
    """PLN-19: no setting, zone, channel or resource makes a step impossible in the event its card is for."""
    found: list[Result] = []
    count, learning = 0, Learning(inputs)
    for card, step, about in inputs.steps():
        count += 1
        events = tuple(SupplyLeft(inputs, way) for way in alternatives(card.trigger))
        found += immovable(inputs, step, about, events)
        found += kept_from_closing(inputs, card, step, about)
        found += _channels(inputs, step, about, events)
        found += _places(inputs, card, step, about)
        found += _at_box(inputs, step, about)
        found += _things(inputs, card, step, about)
        found += _hands(inputs, step, about)
        found += _check(inputs, learning, step, about, events)
    yield from over(count, found, inputs.about_plan, none="no-step")


def _channels(inputs: Inputs, step: Step, about: About, events: Events) -> Iterator[Result]:
    """Calls whose every way needs what is dead in an event of the card, or is never answered."""
    plan, channels = inputs.dossier.plan, inputs.dossier.site.channels
    asked = [(plan.permits[n].from_, plan.permits[n].channel) for n in step.target if n in plan.permits]
    spoken = [(tell.to, tell.channel) for tell in step.tells] + (asked if step.do == "request" else [])
    roles = (step.by.operator, *(step.for_each.pool if step.for_each else ()))
    for to, channel in dict.fromkeys(spoken):
        further = [n for way in plan.contact_tree if way.to == to and way.from_ in roles for n in way.channels]
        ways = [name for name in dict.fromkeys((channel, *further)) if name in channels]
        for left in events:
            if not ways or any(left.works(channels[name].needs) and channels[name].no_answer < 1 for name in ways):
                continue
            needs = listed(tuple(dict.fromkeys(need for name in ways for need in channels[name].needs)))
            told = {"step": step.id, "to": to, "channels": listed(tuple(ways))}
            yield failed(about, "channel", needs=needs, **told) if needs else failed(about, "no-answer", **told)
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


def _at_box(inputs: Inputs, step: Step, about: About) -> Iterator[Result]:
    """Connecting or checking phases at a connection box, done neither at the box nor at its switch."""
    for name in step.target if step.place and step.do in ("connect", "phase_check") else ():
        point = inputs.dossier.site.connection_points.get(name)
        near = (point.place, stands_at(inputs, point.switch)) if point and point.switch else (point and point.place,)
        there = tuple(dict.fromkeys(place for place in near if place))
        if there and step.place not in there:
            yield failed(about, "elsewhere", step=step.id, point=name, place=step.place or "", there=listed(there))


def _things(inputs: Inputs, card: Card, step: Step, about: About) -> Iterator[Result]:
    """Sets whose selector forbids it, and resources there are none of, the key of the room among them."""
    plan, site = inputs.dossier.plan, inputs.dossier.site
    stands = [step.place] if step.place else [stands_at(inputs, name) for name in step.all_targets]
    keys = [site.places[place].key for place in stands if place in site.places]
    for name in dict.fromkeys((*step.uses, *(step.target if step.do == "call" else ()), *keys)):
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
    """Roles of which at some hour nobody is on duty or comes: who does it, who watches, who gives the permit."""
    plan, people = inputs.dossier.plan, inputs.dossier.customer.people
    giving = [plan.permits[n].from_ for n in step.target if step.do == "request" and n in plan.permits]
    doing = [] if step.for_each else [role for role in (step.by.operator, step.by.supervisor) if role]
    for role in dict.fromkeys((*doing, *giving)):
        held = tuple(n for n in plan.actors[role].held_by if n in people) if role in plan.actors else ()
        comes = role not in giving and any((off := people[n].off_duty) and off.comes_in for n in held)
        bare = [m for m in changes(inputs, held) if not any(place_of(people[name], m) for name in held)]
        if bare and not comes:
            yield failed(about, "nobody", step=step.id, role=role, since=clock(bare[0]))


def _check(inputs: Inputs, learning: Learning, step: Step, about: About, events: Events) -> Iterator[Result]:
    """Facts of a success check that do not show where the step is done; a set one has started oneself one sees."""
    check, site = step.success_check, inputs.dossier.site
    if check is None or check.by == "word":
        return
    stands = [step.place] if step.place else [stands_at(inputs, name) for name in step.all_targets]
    where = [place for place in stands if place]
    where += _posts(inputs, step) if check.by == "remote" or not where else []
    for fact in dict.fromkeys(fact for leaf in check.leaves() for fact in leaf.facts):
        mobile = isinstance(site.sources.get(fact[1]), MobileGenset)
        shown = any(learning.seen_at(place, fact, left) for place in where for left in events)
        if fact[0] in _SHOWING and not mobile and not shown:
            yield failed(
                about, "unseen", step=step.id, facts=fact[1], places=listed(tuple(dict.fromkeys(where))) or "–"
            )


def _posts(inputs: Inputs, step: Step) -> list[str]:
    """Return the places those who do it are on duty in."""
    plan, people = inputs.dossier.plan, inputs.dossier.customer.people
    held = plan.actors[step.by.operator].held_by if step.by.operator in plan.actors else ()
    return [shift.place for name in held if name in people for shift in people[name].shifts]

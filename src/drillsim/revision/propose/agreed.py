"""Agreements and what they bring: a vehicle or a delivery sooner, one that a storm does not take, one whose term has
not run out, one whose plug and cable fit; and the call that comes before own supply is given up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings import behind as reach
from drillsim.findings.facts import G13, M05
from drillsim.revision.need import CostlyWait, Need
from drillsim.revision.propose.draft import (
    PLAN,
    SITE,
    append_in,
    behind,
    dotted,
    draft,
    figure,
    insert_in,
    new_step,
    set_in,
    stated,
)
from drillsim.revision.propose.training import scaled
from drillsim.revision.recommendation import AssumedEffect, FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Card, MobileGenset, Resource, Step, Tell, Thing

_SHARE = 0.5
"""Share of today's time in which what stands by nearer is there. Assumed."""
_MOBILE: tuple[str, ...] = ("mobile_genset", "vehicle", "crew")


def waited(context: ReviewContext, need: CostlyWait) -> Iterator[Recommendation]:
    """A wait for a resource that had to come: it is there sooner."""
    for name in need.on:
        yield from _sooner(context, need, name)


def came_late(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """M05: what was waited for is there sooner, is kept for this customer in a storm, or its agreement is renewed."""
    assert isinstance(finding.facts, M05)
    for name in finding.facts.resources:
        yield from _sooner(context, finding, name)
        yield from _kept_free(context, finding, name)
        yield from _renewed(context, finding, name)


def fits(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G13: box and vehicle are made to fit."""
    facts = finding.facts
    assert isinstance(facts, G13)
    vehicle, box = context.site.sources.get(facts.vehicle), context.site.connection_points.get(finding.subject.id)
    if not isinstance(vehicle, MobileGenset) or box is None:
        return
    if facts.why == "plug" and vehicle.plug:
        path = ("connection_points", finding.subject.id, "plug")
        assumed = AssumedEffect(SITE, dotted(path), "yes_no", 0, 1, basis="revision-basis-plug")
        new = context.naming.words("new-plug", box=finding.subject.id, plug=figure(vehicle.plug), vehicle=facts.vehicle)
        yield draft(
            context, finding, "plug", new, [set_in(SITE, path, vehicle.plug)], kind="purchase", owner="both",
            assumed=assumed, buys="connection",
        )  # fmt: skip
    elif facts.why == "cable" and box.cable_m and vehicle.cable_m is not None:
        path = ("sources", facts.vehicle, "cable_m")
        assumed = AssumedEffect(SITE, dotted(path), "m", vehicle.cable_m, box.cable_m, basis="revision-basis-cable")
        new = context.naming.words("new-cable", vehicle=facts.vehicle, box=finding.subject.id, m=figure(box.cable_m))
        yield draft(
            context, finding, "cable", new, [set_in(SITE, path, f"{box.cable_m:g}")], kind="purchase", owner="both",
            assumed=assumed, buys="connection",
        )  # fmt: skip


# -- the agreement -----------------------------------------------------------------------------------------------------
def _buys(spec: Resource) -> Thing:
    return "delivery" if spec.kind == "fuel" else "mobile_genset" if spec.kind in _MOBILE else "spare"


def _sooner(context: ReviewContext, need: Need, name: str) -> Iterator[Recommendation]:
    """The time within which it has to be there, halved; by the figures that held in this run's weather."""
    spec = context.plan.resources.get(name)
    if spec is None or spec.mobilise is None or not _came(context, name):
        return
    in_storm = context.case.scenario.start.weather == "storm" and spec.storm_mobilise is not None
    key = "storm_mobilise" if in_storm else "mobilise"
    takes = spec.storm_mobilise if in_storm and spec.storm_mobilise else spec.mobilise
    path = ("resources", name, key)
    now_s = takes.median_ms / 1_000
    wanted_s = float(round(now_s * _SHARE))
    duration = scaled(stated(context, PLAN, ("resources", name))[key], wanted_s / now_s)
    assumed = AssumedEffect(PLAN, dotted(path), "s", now_s, wanted_s, basis="revision-basis-sooner")
    told = {"resource": spec.name, "wanted_ms": round(wanted_s * 1_000), "storm": "yes" if in_storm else "no"}
    new = context.naming.words("new-agreed-sooner", **told)
    old = context.naming.words("old-agreed-sooner", resource=spec.name, now_ms=round(now_s * 1_000))
    yield draft(
        context, need, f"sooner-{name}", new, [set_in(PLAN, path, duration)], kind="purchase", owner="both", old=old,
        assumed=assumed, buys=_buys(spec), place="agreement",
    )  # fmt: skip


def _came(context: ReviewContext, name: str) -> bool:
    """Return whether it was called in this run and nothing took it."""
    return any(context.view.events("resource_called", resource=name)) and not _why_taken(context, name)


def _why_taken(context: ReviewContext, name: str) -> str:
    taken = next(context.view.events("resource_taken", resource=name), None)
    return str(taken.data["why"]) if taken else ""


def _kept_free(context: ReviewContext, finding: Finding, name: str) -> Iterator[Recommendation]:
    """Others do not have it already when a storm comes."""
    spec = context.plan.resources.get(name)
    if spec is None or _why_taken(context, name) != "storm":
        return
    path = ("resources", name, "taken_in_storm")
    assumed = AssumedEffect(PLAN, dotted(path), "yes_no", 0, 1, basis="revision-basis-kept-free")
    new = context.naming.words("new-kept-free", resource=spec.name)
    yield draft(
        context, finding, f"kept-free-{name}", new, [set_in(PLAN, path, "0")], kind="purchase", owner="both",
        assumed=assumed, buys=_buys(spec), place="agreement",
    )  # fmt: skip


def _renewed(context: ReviewContext, finding: Finding, name: str) -> Iterator[Recommendation]:
    """Its agreement holds on the day of the scenario, and a year longer."""
    spec, day = context.plan.resources.get(name), context.case.scenario.start.date
    if spec is None or spec.agreement_until is None or spec.agreement_until >= day:
        return
    path, until = ("resources", name, "agreement_until"), f"{day.year + 1}-{day.month:02}-01"
    assumed = AssumedEffect(PLAN, dotted(path), "yes_no", 0, 1, basis="revision-basis-renewed")
    new = context.naming.words("new-renewed", resource=spec.name, until=figure(until))
    old = context.naming.words("old-renewed", resource=spec.name, until=figure(spec.agreement_until.isoformat()))
    yield draft(
        context, finding, f"renewed-{name}", new, [set_in(PLAN, path, until)], kind="purchase", owner="both", old=old,
        assumed=assumed, buys="renewal", place="agreement",
    )  # fmt: skip


# -- called ahead ------------------------------------------------------------------------------------------------------
def called_ahead(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G01, G02, G10: the vehicle is asked for when the first card for the failure begins, not when all else has
    failed; where the plan has a call for it that a card of the other side waits for. Whoever the card tells first asks,
    so that those at the plant go on; where nobody is told, those who ask today."""
    first = _first_card(context, finding)
    for number, card in enumerate(context.plan.cards):
        call = next((step for step in card.steps if step.do == "call" and _brings_a_set(context, step)), None)
        asked = _asked_by(context, card) if call else None
        if first is None or asked is None or asked in first.steps[:1] or not _helps(context, card, finding):
            continue
        told = next(iter(_told(context, first, asked)), None)
        by, behind_step = told or (asked.by.operator, None)
        to = [each for each in asked.tells if context.side(each.to) != context.side(by)]
        if not to:
            continue
        new = context.naming.words("new-called-ahead", by=by, to=tuple(each.to for each in to))
        anchor = behind_step or first.steps[0]
        step = new_step(context, context.new_id(anchor.id), behind(anchor.clause), new, "call", by, {
            **({"after": [behind_step.id]} if behind_step else {}),
            "tells": [_tell(each) for each in to],
            "within": "5 min",
        })  # fmt: skip
        place = first.steps.index(behind_step) + 1 if behind_step else 0
        edits = [
            insert_in(PLAN, (*context.card_path(first.id), "steps"), place, step),
            _triggers_too(context, number, card, str(step["id"]), by),
        ]
        yield draft(context, finding, f"ahead-{card.id}", new, edits, owner="both", clause=behind(anchor.clause))
        return


def _helps(context: ReviewContext, card: Card, finding: Finding) -> bool:
    """Return whether the vehicle is plugged in where it feeds loads of the set that failed."""
    boxes = (name for step in card.steps if step.do == "connect" for name in step.target)
    loads = set(reach(context.dossier, finding.subject.id))
    return any(loads & set(reach(context.dossier, name)) for name in boxes)


def _told(context: ReviewContext, card: Card, asked: Step) -> Iterator[tuple[str, Step]]:
    """Roles of the customer that the card's first step tells and that switch nothing, with that step."""
    for each in card.steps[0].tells:
        actor = context.plan.actors.get(each.to)
        if actor is not None and actor.side == "customer" and not actor.certificate and each.to != asked.by.operator:
            yield each.to, card.steps[0]


def _tell(like: Tell) -> dict[str, Tree]:
    """A message to the same role by the same way, tried again until somebody answers."""
    found: dict[str, Tree] = {"to": like.to, "channel": like.channel, "read_back": "true"}
    return {**found, "no_answer": {"after": "2 min", "then": "again"}}


def _brings_a_set(context: ReviewContext, step: Step) -> bool:
    found = (context.plan.resources.get(name) for name in step.target)
    return any(each and isinstance(context.site.sources.get(each.brings or ""), MobileGenset) for each in found)


def _asked_by(context: ReviewContext, card: Card) -> Step | None:
    """The step of another card whose message triggers this one."""
    asking = (name for leaf in card.trigger.leaves() if leaf.kind == "message" for name in leaf.subjects)
    return next((step for name in asking if (step := context.step(name)) is not None and step.do == "call"), None)


def _first_card(context: ReviewContext, finding: Finding) -> Card | None:
    """The first card of the customer that was triggered by the failure itself."""
    name = finding.subject.id
    for card in context.active_cards:
        asked = (subject for leaf in card.trigger.leaves() if leaf.kind == "source" for subject in leaf.subjects)
        if card.side == "customer" and name in asked:
            return card
    return None


def _triggers_too(context: ReviewContext, number: int, card: Card, name: str, by: str) -> FileEdit:
    """The message of the new step triggers the card as that of the old one does."""
    path = ("cards", number, "trigger")
    leaf: dict[str, Tree] = {"message": name}
    leaf |= {"from": by} if any(each.from_ for each in card.trigger.leaves()) else {}
    node = stated(context, PLAN, path)
    if card.trigger.any_:
        return append_in(PLAN, (*path, "any"), leaf)
    return set_in(PLAN, path, {"any": [cast("Tree", node), leaf]})

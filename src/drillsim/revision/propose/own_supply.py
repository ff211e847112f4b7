"""Gensets, batteries and fuel: the pump put right early, loads shed in time, a larger battery."""

from __future__ import annotations

import math
from collections.abc import Iterator

from drillsim.findings import Finding
from drillsim.findings import behind as reach
from drillsim.findings.facts import G04, G06, G08, G09, S07
from drillsim.revision.propose.display import show_level, show_source
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
    remove_in,
    set_in,
)
from drillsim.revision.propose.shedding import enough, least_important_first
from drillsim.revision.recommendation import AssumedEffect, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Card, Feeder, Ups

_MOST_TIMES = 2
_UPS_MARGIN = 1.1
"""A UPS is rated 1.1 times what it carries (GB 50174 as quoted in public pages, unverified)."""
_SPARE = 1.25
"""A new battery is bought with a quarter to spare: 80 % of its capacity is its end of life (practice)."""


def genset(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G01, G02: its failure is seen at the post at once."""
    return show_source(context, finding)


def back_in_service(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G10, S02: own supply, or the standby feeder, that the operating mode has out of service is put back into it,
    where no planned outage of it stands in the customer's file; of a feeder by agreement."""
    name, mode = finding.subject.id, context.case.scenario.start.mode
    out = context.site.modes[mode].out_of_service if mode in context.site.modes else ()
    planned = any(name in each.of for each in context.dossier.customer.outages)
    if name not in out or planned:
        return
    path = ("modes", mode, "out_of_service")
    edit = remove_in(SITE, path) if len(out) == 1 else remove_in(SITE, (*path, out.index(name)))
    is_feeder = isinstance(context.site.sources.get(name), Feeder)
    new = context.naming.words("new-standby-back" if is_feeder else "new-in-service", source=name, mode=mode)
    old = context.naming.words("old-out-of-service", source=name, mode=mode)
    if is_feeder:
        yield draft(
            context, finding, "in-service", new, [edit], kind="setting", owner="both", old=old, place="agreement"
        )
    else:
        yield draft(context, finding, "in-service", new, [edit], kind="setting", old=old)


def pump(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G04, G03: the pump is put to automatic early in the response; its tank is seen at the post."""
    yield from _pump_to_auto(context, finding)
    yield from show_level(context, finding)


def battery(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G08: a battery that bridges the gap seen, with some to spare; never more than twice what is there: a gap longer
    than that is closed by what should have come in time, not by a room of batteries."""
    assert isinstance(finding.facts, G08)
    yield from _battery(context, finding, finding.facts.lasts_ms, finding.facts.needed_ms)


def _battery(context: ReviewContext, finding: Finding, lasts: int, needed: int) -> Iterator[Recommendation]:
    name = finding.subject.id
    spec = context.site.sources.get(name)
    if not isinstance(spec, Ups) or lasts <= 0 or needed <= lasts:
        return
    kwh = float(math.ceil(spec.battery_kwh * needed / lasts * _SPARE))
    if kwh > _MOST_TIMES * spec.battery_kwh:
        return
    new = context.naming.words("new-battery", ups=name, kwh=figure(kwh))
    old = context.naming.words("old-battery", ups=name, kwh=figure(spec.battery_kwh))
    edits = [set_in(SITE, ("sources", name, "battery_kwh"), f"{kwh:g}")]
    field = f"sources.{name}.battery_kwh"
    assumed = AssumedEffect("site.yaml", field, "kwh", spec.battery_kwh, kwh, basis="revision-basis-battery")
    yield draft(context, finding, "battery", new, edits, kind="purchase", old=old, assumed=assumed, buys="battery")


def outlasted(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """S07: the same for a battery that was all there was until the mains came back."""
    if isinstance(finding.facts, S07):
        yield from _battery(context, finding, finding.facts.lasts_ms, finding.facts.mains_away_ms)


def larger_ups(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G09: a UPS that carried more than its rating is of the rating this asks for, a tenth more; never more than
    twice."""
    name, facts = finding.subject.id, finding.facts
    spec = context.site.sources.get(name)
    if not isinstance(spec, Ups) or not isinstance(facts, G09) or facts.what != "overload":
        return
    kw = float(math.ceil(facts.kw * _UPS_MARGIN / 10) * 10)
    if not spec.rated_kw < kw <= _MOST_TIMES * spec.rated_kw:
        return
    path = ("sources", name, "rated_kw")
    new = context.naming.words("new-larger-ups", ups=name, kw=figure(kw))
    old = context.naming.words("old-larger-ups", ups=name, kw=figure(spec.rated_kw))
    assumed = AssumedEffect(SITE, dotted(path), "kw", spec.rated_kw, kw, basis="revision-basis-rating")
    edits = [set_in(SITE, path, f"{kw:g}")]
    yield draft(context, finding, "larger", new, edits, kind="purchase", old=old, assumed=assumed, buys="ups")


def shed_first(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G06, G09: what may be shed behind the source is shed before it is loaded."""
    card = context.first_card("customer")
    allowed = _may_be_shed(context, finding)
    if card is None or not allowed:
        return
    first, by = card.steps[0], card.activation.by
    new = context.naming.words("new-shed", loads=allowed, role=by)
    step = new_step(
        context,
        context.new_id(first.id),
        behind(first.clause),
        new,
        "shed",
        by,
        {"target": list(allowed), "within": "10 min"},
    )
    edits = [insert_in(PLAN, (*context.card_path(card.id), "steps"), 0, step)]
    yield draft(context, finding, "shed", new, edits, owner="customer", clause=behind(first.clause))


def _may_be_shed(context: ReviewContext, finding: Finding) -> tuple[str, ...]:
    """Return what stands behind the source and may be shed, least important first, as much of it as was too much."""
    names = least_important_first(context, reach(context.dossier, finding.subject.id))
    facts = finding.facts
    if isinstance(facts, G06):
        return enough(context, names, facts.kw - (facts.limit_kw or facts.rated_kw))
    if isinstance(facts, G09) and facts.what == "overload":
        return enough(context, names, facts.kw - facts.rated_kw)
    return enough(context, names, 0.0)


def _pump_to_auto(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    facts = finding.facts
    if not isinstance(facts, G04) or facts.reason != "off" or facts.pump not in context.site.loads:
        return
    load = facts.pump
    card = _where_the_genset_is_checked(context)
    if card is None:
        return
    after = card.steps[-1]
    checks = [step for step in card.steps if step.do == "check"]
    after = checks[-1] if checks else after
    new = context.naming.words("new-pump", pump=load, role=after.by.operator)
    step = new_step(context, context.new_id(after.id), behind(after.clause), new, "set", after.by.operator, {
        "target": load, "to": "auto", "after": [after.id], "takes": "2 min", "takes_source": "assumed",
        "within": "30 min",
    })  # fmt: skip
    edits = [append_in(PLAN, (*context.card_path(card.id), "steps"), step)]
    yield draft(
        context, finding, "pump-auto", new, edits, owner="customer", clause=behind(after.clause), old=after.text
    )


def _where_the_genset_is_checked(context: ReviewContext) -> Card | None:
    """The first card of this run whose steps are about a genset; else the first of the customer's."""
    gensets = [name for name, spec in context.site.sources.items() if spec.kind == "genset"]
    for card in context.active_cards:
        checked = (
            name
            for step in card.steps
            if step.success_check
            for leaf in step.success_check.leaves()
            for name in leaf.subjects
        )
        if any(name in gensets for name in checked):
            return card
    return context.first_card("customer")

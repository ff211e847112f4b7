"""Fuel that did not last: more of it kept, the tank kept full or filled from the one above, fuel ordered earlier."""

from __future__ import annotations

import math
from collections.abc import Iterator

from drillsim.files import Path, Tree
from drillsim.findings import Finding
from drillsim.findings.facts import G03, S07
from drillsim.revision.propose.draft import PLAN, SITE, dotted, draft, figure, set_in, stated
from drillsim.revision.recommendation import AssumedEffect, FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Genset, Store

_MARGIN = 1.1
"""A store lasts a tenth longer than the mains were away; assumed."""
_FULL = 0.9
"""Share of its capacity that a tank is kept at: what a delivery leaves free (practice)."""
_MOST_TIMES = 2
_STEP_L = 50.0
_ORDERED_AT = 50
"""Level at which fuel is ordered, percent (practice)."""
_FILLED_TIMES = 3
"""A transfer pump gives so many times what the sets behind its tank burn under full load; assumed."""
_FILLED_FROM, _FILLED_TO = 70, 95
"""Levels between which it fills, percent (practice)."""
_STEP_L_PER_MIN = 5.0


def larger(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G03, S07: the tank that ran dry, or the one above it, holds what the outage asked for; never more than twice."""
    name = _dry(context, finding)
    lasted, away = _times(context, finding)
    if name is None or not 0 < lasted < away:
        return
    spec = context.site.stores[name]
    level = math.ceil(spec.level_l * away / lasted * _MARGIN / _STEP_L) * _STEP_L
    if level > _MOST_TIMES * spec.level_l:
        return
    capacity = math.ceil(spec.capacity_l * level / spec.level_l / _STEP_L) * _STEP_L
    path: Path = ("stores", name, "level_l")
    edits = [set_in(SITE, ("stores", name, "capacity_l"), f"{capacity:g}"), set_in(SITE, path, f"{level:g}")]
    assumed = AssumedEffect(SITE, dotted(path), "l", spec.level_l, level, basis="revision-basis-store")
    new = context.naming.words("new-store", store=name, level=figure(level), capacity=figure(capacity))
    old = context.naming.words("old-store", store=name, level=figure(spec.level_l), capacity=figure(spec.capacity_l))
    yield draft(context, finding, "store", new, edits, kind="purchase", old=old, assumed=assumed, buys="tank")


def kept_full(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G03, S07: the tank that ran dry, and which nothing fills, is kept nearly full, where it was not."""
    name = _store(context, finding)
    spec = context.site.stores[name] if name else None
    if name is None or spec is None or spec.in_ or spec.level_l >= _FULL * spec.capacity_l:
        return
    path: Path = ("stores", name, "level_l")
    level = _FULL * spec.capacity_l
    assumed = AssumedEffect(SITE, dotted(path), "l", spec.level_l, level, basis="revision-basis-kept-full")
    role = context.first_card("customer")
    new = context.naming.words(
        "new-kept-full", store=name, level=figure(level), percent=figure(100 * _FULL),
        role=role.activation.by if role else "none",
    )  # fmt: skip
    old = context.naming.words("old-kept-full", store=name, level=figure(spec.level_l))
    edits = [set_in(SITE, path, f"{level:g}")]
    yield draft(
        context, finding, "kept-full", new, edits, kind="purchase", old=old, assumed=assumed, buys="delivery",
        place="resources",
    )  # fmt: skip


def filled_from_above(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G03, S07: the tank that ran dry, and which nothing fills, is filled by itself from a larger store, where one fuel
    pump of the customer fills no tank."""
    name = _store(context, finding)
    pump, above = _idle_pump(context), _store_above(context, name) if name else None
    if name is None or pump is None or above is None or context.site.stores[name].in_:
        return
    burnt = _burnt_l_per_min(context, name)
    rate = max(1.0, math.ceil(_FILLED_TIMES * burnt / _STEP_L_PER_MIN)) * _STEP_L_PER_MIN
    path: Path = ("stores", name, "in")
    flow: Tree = {
        "by": pump, "l_per_min": f"{rate:g}", "from": above, "starts_below_percent": str(_FILLED_FROM),
        "stops_above_percent": str(_FILLED_TO),
    }  # fmt: skip
    assumed = AssumedEffect(
        SITE, dotted((*path, 0, "l_per_min")), "l_per_min", 0.0, rate, basis="revision-basis-filled-from-above"
    )
    new = context.naming.words(
        "new-filled-from-above", store=name, above=above, pump=pump, rate=figure(rate), low=figure(_FILLED_FROM),
        high=figure(_FILLED_TO),
    )  # fmt: skip
    old = context.naming.words("old-filled-from-above", store=name)
    yield draft(
        context, finding, "filled-from-above", new, [set_in(SITE, path, [flow])], kind="purchase", old=old,
        assumed=assumed, buys="connection",
    )  # fmt: skip


def _idle_pump(context: ReviewContext) -> str | None:
    """The one fuel pump that fills no tank; None where there is none, or several."""
    busy = {flow.by for store in context.site.stores.values() for flow in store.in_}
    found = [name for name, load in context.site.loads.items() if load.serves == "fuel_pump" and name not in busy]
    return found[0] if len(found) == 1 else None


def _store_above(context: ReviewContext, name: str) -> str | None:
    """The store of the same stuff that holds most, where that is more than the tank can hold; None where none does."""
    tank = context.site.stores[name]
    others = {
        each: spec.level_l
        for each, spec in context.site.stores.items()
        if each != name and spec.holds == tank.holds and not spec.contaminated and spec.level_l > tank.capacity_l
    }
    return max(others, key=lambda each: others[each], default=None)


def _burnt_l_per_min(context: ReviewContext, name: str) -> float:
    """Burn of the sets on the tank at full load."""
    sets = (context.site.sources.get(out.to) for out in context.site.stores[name].out)
    return sum(spec.rated_kw * spec.fuel_l_per_kwh for spec in sets if isinstance(spec, Genset)) / 60


def ordered_earlier(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G03, S07: fuel is ordered when the tank is at half, where a card orders it at less."""
    store = _store(context, finding)
    if store is None:
        return
    above = {flow.from_ for flow in context.site.stores[store].in_ if flow.from_}
    for number, card in enumerate(context.plan.cards):
        if not any(_orders_fuel(context, name) for step in card.steps for name in step.target if step.do == "call"):
            continue
        path = ("cards", number, "trigger")
        edits = list(_raised(stated(context, PLAN, path), path, {store, *above}))
        if not edits:
            continue
        new = context.naming.words("new-ordered-at", card=card.title, percent=figure(_ORDERED_AT), store=store)
        yield draft(context, finding, f"ordered-at-{card.id}", new, edits, clause=card.clause)


def _orders_fuel(context: ReviewContext, name: str) -> bool:
    spec = context.plan.resources.get(name)
    return spec is not None and spec.kind == "fuel"


def _raised(node: Tree, path: Path, stores: set[str]) -> Iterator[FileEdit]:
    """The levels of the trigger that are below half, raised to it."""
    if isinstance(node, list):
        for number, each in enumerate(node):
            yield from _raised(each, (*path, number), stores)
    elif isinstance(node, dict):
        level = node.get("below_percent")
        if node.get("store") in stores and isinstance(level, str) and float(level) < _ORDERED_AT:
            yield set_in(PLAN, (*path, "below_percent"), str(_ORDERED_AT))
        for key in ("all", "any"):
            if key in node:
                yield from _raised(node[key], (*path, key), stores)


def _store(context: ReviewContext, finding: Finding) -> str | None:
    """The tank of the set that stopped; None for a vehicle's own."""
    spec = context.site.sources.get(finding.subject.id)
    name = finding.facts.store if isinstance(finding.facts, G03) else spec.fuel if isinstance(spec, Genset) else None
    return name if name in context.site.stores else None


def _dry(context: ReviewContext, finding: Finding) -> str | None:
    """Return the store that has to hold more: the tank that nothing fills, or the tank above it that was empty too.
    None where there was fuel above it: then the pump is the matter."""
    name = _store(context, finding)
    if name is None:
        return None
    above = [flow.from_ for flow in context.site.stores[name].in_]
    if not above:
        return name
    dry = {str(event.data["store"]) for event in context.view.events("store_empty")}
    return above[0] if above[0] in dry and _has_level(context.site.stores[above[0]]) else None


def _has_level(store: Store) -> bool:
    return store.level_l > 0


def _times(context: ReviewContext, finding: Finding) -> tuple[int, int]:
    """How long the set ran, and how long it would have had to, ms."""
    facts = finding.facts
    if isinstance(facts, S07):
        return facts.lasts_ms, facts.mains_away_ms
    assert isinstance(facts, G03)
    away = next((f.facts for f in context.findings if f.code == "S07" and f.subject == finding.subject), None)
    return facts.ran_ms, away.mains_away_ms if isinstance(away, S07) else 0

"""Gensets: a second one beside the one that failed, a larger one where it was given too much.

A second set stands at the terminals of the first, behind its breaker, and burns from its tank: the only place the
network has for one. Running again tells whether it helps: what strikes every set strikes it too.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from drillsim.files import Path, Tree
from drillsim.findings import Finding, behind
from drillsim.findings.facts import G06, S05
from drillsim.revision.propose.draft import (
    PLAN,
    SITE,
    add_to_list,
    dotted,
    draft,
    figure,
    new_entry,
    set_in,
    stated,
)
from drillsim.revision.recommendation import AssumedEffect, FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Genset, MobileGenset, Ups, resolve

_OF_THE_FIRST = ("name", "source", "installed", "last_start_test", "last_load_test")
"""Things a second set does not share with the first."""
_STEP_KW = 50.0
"""Ratings are bought in steps of this; assumed."""
_MARGIN = 1.1
"""A larger set is bought with a tenth to spare; assumed."""
_MOST_TIMES = 2
_FOR_BOTH = 1.5
"""Size of the tank for two sets that share its load, in times that for one; most of it is burnt without load.
Assumed."""
_FILLED_FROM_PERCENT = 80.0
"""Level at which the pump of a tank for two sets starts. Assumed."""
_OF_SETS = ("fails_to_start", "fails_running")
POWER_FACTOR = 0.8
STARTS_AT = 2.0
"""Starting kVA a set takes, times its rated kVA, where the file names none; as a run assumes it."""


def second(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G01, G02, G10: a second set called like the one that failed, where that one stands alone."""
    yield from _second(context, finding, finding.subject.id)


def second_behind(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G08: a battery too small by far waited for a set that did not come: a second one like that."""
    ups = context.site.sources.get(finding.subject.id)
    if not isinstance(ups, Ups):
        return
    loads = behind(context.dossier, finding.subject.id)
    stopped = (e for e in context.view.events("source_stopped") if e.data["cause"] == "failed")
    failed = (*context.view.events("start_failed"), *stopped)
    for name in dict.fromkeys(str(event.data["source"]) for event in failed):
        if set(loads) <= set(behind(context.dossier, name)):
            yield from _second(context, finding, name)


def larger(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G06, S05: a set, or a vehicle by agreement, of the rating that what it was given asks for; never more than
    twice."""
    name = finding.subject.id
    spec = context.site.sources.get(name)
    due = _due_kw(context, finding, spec) if isinstance(spec, Genset | MobileGenset) else 0.0
    if not isinstance(spec, Genset | MobileGenset) or not spec.rated_kw < due <= _MOST_TIMES * spec.rated_kw:
        return
    path = ("sources", name, "rated_kw")
    is_vehicle = isinstance(spec, MobileGenset)
    assumed = AssumedEffect(SITE, dotted(path), "kw", spec.rated_kw, due, basis="revision-basis-rating")
    new = context.naming.words("new-larger-set", set=name, kw=figure(due), vehicle="yes" if is_vehicle else "no")
    old = context.naming.words("old-larger-set", set=name, kw=figure(spec.rated_kw))
    edits = [set_in(SITE, path, f"{due:g}"), *(_boxes(context, due) if is_vehicle else ())]
    yield draft(
        context, finding, "larger", new, edits, kind="purchase", owner="both" if is_vehicle else "customer", old=old,
        assumed=assumed, buys="mobile_genset" if is_vehicle else "genset", place="agreement" if is_vehicle else None,
    )  # fmt: skip


def _second(context: ReviewContext, finding: Finding, name: str) -> Iterator[Recommendation]:
    spec = context.site.sources.get(name)
    if not isinstance(spec, Genset) or not spec.called_by or _is_backed(context, name, spec):
        return
    if _would_fail_too(context, name, spec):
        return
    other = context.new_name(f"{name}-standby")
    written = stated(context, SITE, ("sources", name))
    like = {key: value for key, value in written.items() if key not in _OF_THE_FIRST}
    title = context.worded(context.naming.words("added-set", set=name))
    edits = [set_in(SITE, ("sources", other), {"name": title, **like, "source": "assumed"})]
    pair: Tree = {"of": [name, other], "source": "assumed"}
    edits.append(new_entry(context, SITE, "genset_groups", context.new_name(f"{other}-pair"), pair))
    edits += [*_from_its_tank(context, spec, other), *_shown_too(context, name, other)]
    edits += _failed_too(context, name, other)
    field = dotted(("sources", other, "rated_kw"))
    assumed = AssumedEffect(SITE, field, "kw", 0.0, spec.rated_kw, basis="revision-basis-second-set")
    new = context.naming.words("new-second-set", set=name, kw=figure(spec.rated_kw), called=spec.called_by)
    yield draft(
        context, finding, f"second-{name}", new, edits, kind="purchase", assumed=assumed, buys="genset",
    )  # fmt: skip


def _is_backed(context: ReviewContext, name: str, spec: Genset) -> bool:
    """Return whether another set stands in for it already: in its group, at its terminals, or reaching all that it
    reaches."""
    if any(name in group.of for group in context.site.genset_groups.values()):
        return True
    loads = set(behind(context.dossier, name))
    return any(
        each != name
        and isinstance(other, Genset)
        and (other.bus == spec.bus or loads <= set(behind(context.dossier, each)))
        for each, other in context.site.sources.items()
    )


def _would_fail_too(context: ReviewContext, name: str, spec: Genset) -> bool:
    """Return whether the scenario strikes whatever is a set, or the tank both would burn from."""
    of, told = context.dossier, context.case.scenario
    struck = [each.on for each in told.events if each.fault in _OF_SETS]
    kinds = [each for each in (*struck, *told.start.out_of_service) if not each.id and not each.first]
    spoilt = [each.on for each in told.events if each.fault in ("store_contaminated", "store_empty")]
    return any(name in resolve(of, each) for each in kinds) or any(spec.fuel in resolve(of, each) for each in spoilt)


def _from_its_tank(context: ReviewContext, spec: Genset, other: str) -> Iterator[FileEdit]:
    """The tank of the first feeds the second too, holds more for the burn of both without load, and is filled from a
    level at which its pump runs as early as before."""
    name = spec.fuel or ""
    store = context.site.stores.get(name)
    if store is None:
        return
    yield add_to_list(context, SITE, ("stores", name), "out", {"to": other})
    yield set_in(SITE, ("stores", name, "capacity_l"), f"{_FOR_BOTH * store.capacity_l:g}")
    yield set_in(SITE, ("stores", name, "level_l"), f"{_FOR_BOTH * store.level_l:g}")
    for number, flow in enumerate(store.in_):
        if flow.starts_below_percent < _FILLED_FROM_PERCENT < flow.stops_above_percent:
            path = ("stores", name, "in", number, "starts_below_percent")
            yield set_in(SITE, path, f"{_FILLED_FROM_PERCENT:g}")


def _shown_too(context: ReviewContext, name: str, other: str) -> Iterator[FileEdit]:
    """Displays of the first show the second."""
    for display, spec in context.site.observations.items():
        for number, sight in enumerate(spec.sees):
            if name in sight.source:
                holder = ("observations", display, "sees", number)
                yield add_to_list(context, SITE, holder, "source", other)
                break


def _failed_too(context: ReviewContext, name: str, other: str) -> Iterator[FileEdit]:
    """Cards for the failure of the first are for that of both."""
    for card in context.plan.all_cards():
        path = (*context.card_path(card.id), "trigger")
        for holder in _asking_for_failure(stated(context, PLAN, path), path, name):
            yield add_to_list(context, PLAN, holder, "source", other)


def _asking_for_failure(node: Tree, path: Path, name: str) -> Iterator[Path]:
    """Where a condition asks whether `name` has failed."""
    if isinstance(node, list):
        for number, each in enumerate(node):
            yield from _asking_for_failure(each, (*path, number), name)
    elif isinstance(node, dict):
        of = node.get("source")
        if node.get("is") == "failed" and (of == name or (isinstance(of, list) and name in of)):
            yield path
        for key in ("all", "any", "not"):
            if key in node:
                yield from _asking_for_failure(node[key], (*path, key), name)


def _due_kw(context: ReviewContext, finding: Finding, spec: Genset | MobileGenset) -> float:
    """The rating that what it was given asks for, kW; 0 where none does."""
    facts = finding.facts
    if isinstance(facts, S05):
        lacking = facts.due_kw - facts.rated_kw
        return _rounded(spec.rated_kw + lacking)
    if not isinstance(facts, G06):
        return 0.0
    match facts.what:
        case "overload":
            return _rounded(facts.kw * _MARGIN)
        case "step":
            return _rounded(facts.kw * 100 / (spec.step_load_percent or 100) * _MARGIN)
        case "motors" if isinstance(spec, MobileGenset) or spec.starting_kva is None:
            return _rounded(facts.kva * POWER_FACTOR / STARTS_AT * _MARGIN)
        case _:
            return 0.0


def _rounded(kw: float) -> float:
    return math.ceil(kw / _STEP_KW) * _STEP_KW


def _boxes(context: ReviewContext, due_kw: float) -> Iterator[FileEdit]:
    """Connection points that carry as much as the larger vehicle gives."""
    kva = math.ceil(due_kw / POWER_FACTOR)
    for name, box in context.site.connection_points.items():
        if box.rated_kva < kva:
            yield set_in(SITE, ("connection_points", name, "rated_kva"), f"{kva}")

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
from drillsim.schema import Genset, Load, MobileGenset, Ups, Words, resolve
from drillsim.texts import list_text

_OF_THE_FIRST = (
    "name", "source", "installed", "last_start_test", "last_load_test", "control", "fails_to_start",
    "manual_start_fails", "mean_time_to_failure", "fails_per_running_hour",
)  # fmt: skip
"""Things a second set does not share with the first: it is new, stands at automatic, and fails as such sets do."""
_STEP_KW = 50.0
"""Ratings are bought in steps of this; assumed."""
_MARGIN = 1.1
"""A larger set is bought with a tenth to spare; assumed."""
_MOST_TIMES = 2
_MOST_TIMES_ALONE = 5
"""A set that stands alone is replaced by one of at most so many times its rating; more is another plant, or a load that
somebody has written down wrongly. Assumed."""
TAKES_PERCENT = 60.0
"""Load a set in order takes at once, percent of its rating (practice: 50 to 70)."""
_STEP_PERCENT = 5
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
    """G06: a set, or a vehicle by agreement, of the rating that what it was given asks for; a vehicle, or one of
    several sets, never of more than twice, a set that stands alone never of more than five times and never so large
    that it would soot on that."""
    name = finding.subject.id
    spec = context.site.sources.get(name)
    facts = finding.facts
    if not isinstance(spec, Genset | MobileGenset) or not isinstance(facts, G06):
        return
    due = _rounded(_asked_kw(facts, spec))
    if not spec.rated_kw < due or _is_too_large(context, facts, spec, due):
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


def all_larger(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """S05: every set too small for its share of what hangs on it is replaced by one that is not, in one purchase: of
    sets that stand in for one another each carries its part."""
    facts = finding.facts
    assert isinstance(facts, S05)
    due = {name: kw for name in facts.gensets if (kw := _due_kw(context, name, facts.percent / 100)) is not None}
    if not due:
        return
    now = {name: context.site.sources[name].rated_kw for name in due}  # type: ignore[union-attr]
    first = next(iter(due))
    path = ("sources", first, "rated_kw")
    assumed = AssumedEffect(SITE, dotted(path), "kw", now[first], due[first], basis="revision-basis-rating")
    new = context.naming.words("new-larger-sets", sets=_figures(context, due))
    old = context.naming.words("old-larger-sets", sets=_figures(context, now))
    edits = [set_in(SITE, ("sources", name, "rated_kw"), f"{kw:g}") for name, kw in due.items()]
    yield draft(
        context, finding, "larger", new, edits, kind="purchase", old=old, assumed=assumed, buys="genset",
    )  # fmt: skip


def takes_its_step(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """G06: a set that stalled on its first block though it is rated for it is put right until it takes that much at
    once, as such sets do; shown with a load bank."""
    name, facts = finding.subject.id, finding.facts
    spec = context.site.sources.get(name)
    if not isinstance(spec, Genset) or not isinstance(facts, G06) or facts.what != "step":
        return
    now = spec.step_load_percent or 100.0
    due = math.ceil(facts.kw * 100 / spec.rated_kw * _MARGIN / _STEP_PERCENT) * _STEP_PERCENT
    if not now < due <= TAKES_PERCENT:
        return
    path = ("sources", name, "step_load_percent")
    kw = spec.rated_kw * due / 100
    assumed = AssumedEffect(SITE, dotted(path), "percent", now, due, basis="revision-basis-takes-its-step")
    new = context.naming.words("new-takes-its-step", set=name, percent=figure(due), kw=figure(round(kw)))
    old = context.naming.words("old-takes-its-step", set=name, percent=figure(now))
    edits = [set_in(SITE, path, f"{due:g}")]
    yield draft(
        context, finding, "step", new, edits, kind="purchase", old=old, assumed=assumed, buys="overhaul",
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


def _asked_kw(facts: G06, spec: Genset | MobileGenset) -> float:
    """The rating that what it was given asks for, kW; 0 where none does."""
    match facts.what:
        case "overload":
            return facts.kw * _MARGIN
        case "step":
            return facts.kw * 100 / (spec.step_load_percent or 100) * _MARGIN
        case "motors" if isinstance(spec, MobileGenset) or spec.starting_kva is None:
            return facts.kva * POWER_FACTOR / STARTS_AT * _MARGIN
        case _:
            return 0.0


def _is_too_large(context: ReviewContext, facts: G06, spec: Genset | MobileGenset, due: float) -> bool:
    alone = isinstance(spec, Genset) and len(_called_alike(context, spec)) == 1
    if not alone or facts.what == "motors":
        return due > _MOST_TIMES * spec.rated_kw
    return due > _MOST_TIMES_ALONE * spec.rated_kw or due * spec.min_load_percent / 100 > facts.kw  # type: ignore[union-attr]


def _called_alike(context: ReviewContext, spec: Genset) -> list[str]:
    """Return the sets that the same transfers call."""
    sources = context.site.sources.items()
    return [name for name, other in sources if isinstance(other, Genset) and other.called_by == spec.called_by]


def _due_kw(context: ReviewContext, name: str, margin: float) -> float | None:
    """The rating its share asks for, kW: of the safety-critical load behind it with the margin, and of what it and
    those that stand in for it were given; None where it has that."""
    spec = context.site.sources.get(name)
    if not isinstance(spec, Genset):
        return None
    loads = [load for load in behind(context.dossier, name) if context.site.loads.get(load, Load()).security]
    demand = context.journal.initial.get("loads", {})
    critical = sum(float(demand[load]["demand_kw"]) for load in loads if load in demand)
    beside = _called_alike(context, spec)
    given: dict[str, float] = {}
    for each in context.findings:
        if isinstance(each.facts, G06) and each.facts.what in ("step", "overload") and each.subject.id in beside:
            given[each.subject.id] = max(given.get(each.subject.id, 0.0), _asked_kw(each.facts, spec))
    # what one of several was given that the others had dropped is not its share
    due = _rounded(max(critical * margin / len(beside), min(given.values(), default=0.0)))
    return due if spec.rated_kw < due <= _MOST_TIMES_ALONE * spec.rated_kw else None


def _figures(context: ReviewContext, kw: dict[str, float]) -> Words:
    """Sets with their ratings, as one list."""
    each = [context.naming.words("set-of", set=name, kw=figure(value)) for name, value in kw.items()]
    return Words(zh=list_text("zh", [one.zh for one in each]), en=list_text("en", [one.en for one in each]))


def _rounded(kw: float) -> float:
    return math.ceil(kw / _STEP_KW) * _STEP_KW


def _boxes(context: ReviewContext, due_kw: float) -> Iterator[FileEdit]:
    """Connection points that carry as much as the larger vehicle gives."""
    kva = math.ceil(due_kw / POWER_FACTOR)
    for name, box in context.site.connection_points.items():
        if box.rated_kva < kva:
            yield set_in(SITE, ("connection_points", name, "rated_kva"), f"{kva}")

"""The need of a change: a weak point, a wait that cost something, a list of places that was switched, a cause of the
late minutes of missed limits, a card that nobody began, or own supply and switches that did not stand ready."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from drillsim.findings import Finding, Subject, behind, ledger, needed_loads
from drillsim.findings.facts import A09, O05, O06, P01, P02, P03
from drillsim.revision.recommendation import Told
from drillsim.revision.review_context import ReviewContext
from drillsim.revision.wait_cost import WaitKey, clause_of
from drillsim.schema import Card, Genset, Step, Ups, base_name
from drillsim.units import MS_PER

_CODE_OF = {"travel": "P01", "person_busy": "P02", "not_known": "P04", "permit": "O05", "order": "O05"}
"""The weak point that is about waits for each reason; the others are about time limits."""
_TIME_LIMITS = "M03"


@dataclass(frozen=True, slots=True)
class CostlyWait:
    """A wait without which something protected would have been dark for less time."""

    step: str
    """Step instance."""
    reason: str
    on: tuple[str, ...]
    """Ids waited for, in the order of the journal."""
    clause: str
    """Clause of the step; empty for a step no clause wrote."""
    start_ms: int
    ms: int
    """Length of the wait, ms, all parts together."""
    cost_ms: int
    evidence: tuple[int, ...]
    """`seq` of the journal events of its first part."""

    @property
    def code(self) -> str:
        return _CODE_OF.get(self.reason, _TIME_LIMITS)

    @property
    def subject(self) -> Subject:
        return Subject("step", self.step)

    @property
    def steps(self) -> tuple[str, ...]:
        return (self.step,)

    @property
    def key(self) -> WaitKey:
        """Step instance and reason."""
        return self.step, self.reason


@dataclass(frozen=True, slots=True)
class SwitchedList:
    """A step written for many places, which a pool of teams carried out."""

    step: Step
    places: int
    """Number of them that were done."""
    lasted_ms: int
    """From the first that was ready to the last that was done."""

    code = _TIME_LIMITS
    evidence: tuple[int, ...] = ()

    @property
    def clause(self) -> str:
        return self.step.clause

    @property
    def subject(self) -> Subject:
        return Subject("step", self.step.id)

    @property
    def steps(self) -> tuple[str, ...]:
        return (self.step.id,)


@dataclass(frozen=True, slots=True)
class LateCause:
    """A cause of part of the late minutes of missed limits (`findings.ledger`)."""

    kind: str
    """Kind of cause, such as `off`, `doing`, `noticing`."""
    name: str
    """Step, card, source or function it is about."""
    reason: str
    """Reason of a wait; else empty."""
    late_ms: int
    """All limits together."""
    limits: tuple[str, ...]
    """Loads and functions that were late by it, those that lost most first."""
    clause: str
    """Clause of the step or card; empty for anything else."""

    code = _TIME_LIMITS
    evidence: tuple[int, ...] = ()

    @property
    def subject(self) -> Subject:
        return Subject(_SUBJECTS.get(self.kind, "step"), self.name)

    @property
    def steps(self) -> tuple[str, ...]:
        return (self.name,) if self.subject.kind == "step" else ()


@dataclass(frozen=True, slots=True)
class UnbegunCard:
    """A response card nobody began in this run, or only once a state had lasted for long, though it acts on what missed
    its limit."""

    card: Card
    limits: tuple[str, ...]
    """Loads and functions that missed their limit and that its steps reach."""

    code = "M01"
    evidence: tuple[int, ...] = ()

    @property
    def clause(self) -> str:
        return self.card.clause

    @property
    def subject(self) -> Subject:
        return Subject("card", self.card.id)

    @property
    def steps(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class NotReady:
    """A set, a UPS, a store or a switch that does not stand ready by its own entry in the files, before loads and
    functions that missed their limit."""

    kind: Literal["source", "store", "device"]
    name: str
    limits: tuple[str, ...]
    code: str
    """Weak point that such a thing makes."""

    clause = ""
    steps: tuple[str, ...] = ()
    evidence: tuple[int, ...] = ()

    @property
    def subject(self) -> Subject:
        return Subject(self.kind, self.name)


@dataclass(frozen=True, slots=True)
class ShortStore:
    """A store by which own supply lasts shorter than is asked of it."""

    store: str
    held_l: float
    """It holds, with the tanks that are filled from it."""
    lasts_ms: int
    asked_ms: int
    limits: tuple[str, ...]
    """Loads that ask for longer, the one it fails by most first."""

    code = "S07"
    clause = ""
    steps: tuple[str, ...] = ()
    evidence: tuple[int, ...] = ()

    @property
    def subject(self) -> Subject:
        return Subject("store", self.store)


_SUBJECTS = {"noticing": "card", "deciding": "card", "restart": "function"}

Need = Finding | CostlyWait | SwitchedList | LateCause | UnbegunCard | NotReady | ShortStore


def costly_waits(context: ReviewContext) -> Iterator[CostlyWait]:
    """Waits that cost something, the costliest first; what cost the same in the order of the journal."""
    rows = {row.step: row for row in context.view.rows}
    paid = [key for key, cost in context.costs.items() if cost > 0]
    for name, reason in sorted(paid, key=lambda key: -context.costs[key]):
        parts = [wait for wait in rows[name].waits if wait.reason == reason and wait.span.ms > 0]
        yield CostlyWait(
            step=name,
            reason=reason,
            on=tuple(dict.fromkeys(thing for wait in parts for thing in wait.on)),
            clause=clause_of(context.dossier, name),
            start_ms=parts[0].span.start_ms,
            ms=sum(wait.span.ms for wait in parts),
            cost_ms=context.costs[name, reason],
            evidence=parts[0].span.seqs,
        )


def switched_lists(context: ReviewContext) -> Iterator[SwitchedList]:
    """Lists of places that teams of the customer switched in this run, in the order of the cards."""
    begun = {base_name(row.step) for row in context.view.rows if row.started_ms is not None}
    for card in context.active_cards:
        for step in card.steps:
            if card.side == "customer" and step.for_each and step.for_each.pool and step.id in begun:
                rows = [r for r in context.view.rows if base_name(r.step) == step.id and r.finished_ms is not None]
                start = min((row.ready_ms for row in rows if row.ready_ms is not None), default=0)
                end = max((row.finished_ms or 0 for row in rows), default=0)
                yield SwitchedList(step, len(rows), end - start)


def late_causes(context: ReviewContext) -> Iterator[LateCause]:
    """Yield the causes of the late minutes, the most first; those of safety-critical limits before all others."""
    critical = {missed.id for missed in context.view.missed if missed.critical}
    found: dict[str, dict[str, int]] = {}
    for entry in ledger(context.case, context.journal):
        if entry.late_ms:
            found.setdefault(entry.cause, {})[entry.subject] = entry.late_ms

    def weight(cause: str) -> tuple[int, int]:
        late = found[cause]
        return sum(ms for name, ms in late.items() if name in critical), sum(late.values())

    for cause in sorted(found, key=weight, reverse=True):
        kind, name, *reason = cause.split(":")
        late = sorted(found[cause], key=lambda each: -found[cause][each])
        clause = clause_of(context.dossier, name) or next((c.clause for c in context.active_cards if c.id == name), "")
        yield LateCause(kind, name, reason[0] if reason else "", weight(cause)[1], tuple(late), clause)


def unbegun_cards(context: ReviewContext) -> Iterator[UnbegunCard]:
    """Yield the response cards that were never active, or wait for long, and have steps that bring back what missed its
    limit, those that reach most first."""
    missed = {each.id: _loads(context, each.id) for each in context.view.missed}
    begun = {card.id for card in context.active_cards}
    found = []
    for card in context.plan.cards:
        reached = {load for step in card.steps if step.do in _BRINGS_BACK for load in _reached(context, step)}
        limits = tuple(name for name, loads in missed.items() if reached & set(loads))
        if limits and (card.id not in begun or any(leaf.for_ > LATE_MS for leaf in card.trigger.leaves())):
            found.append(UnbegunCard(card, limits))
    yield from sorted(found, key=lambda each: -len(each.limits))


def not_ready(context: ReviewContext) -> Iterator[NotReady]:
    """Yield the sets that no call starts, UPSs without charge or off their inverter, spoilt stores and switches that
    are not racked in, in file order, where a limit behind them was missed."""
    missed = {each.id: _loads(context, each.id) for each in context.view.missed}

    def limits(name: str) -> tuple[str, ...]:
        reached = set(behind(context.dossier, name))
        return tuple(each for each, loads in missed.items() if reached & set(loads))

    for name, spec in context.site.sources.items():
        if _stands_by(spec) is False and limits(name):
            yield NotReady("source", name, limits(name), "G01" if isinstance(spec, Genset) else "G08")
    for name, store in context.site.stores.items():
        if store.contaminated and missed:
            yield NotReady("store", name, tuple(missed), "G03")
    for name, device in context.site.devices.items():
        if device.position != "working" and missed:
            yield NotReady("device", name, tuple(missed), "S06")


def short_stores(context: ReviewContext) -> Iterator[ShortStore]:
    """Yield the stores whose fuel, by the burn of the run, lasts shorter than loads behind their sets ask, in file
    order: of tanks filled from one another the one they are filled from."""
    asked = {name: load.min_supply_time for name, load in context.site.loads.items() if load.min_supply_time}
    short = {
        each.id: each.endurance.lasts_ms
        for each in context.view.verdicts
        if each.endurance is not None and each.endurance.why == "stores-too-small" and each.endurance.lasts_ms
    }
    tanks = {source: filled_from(context, spec.fuel) for source, spec in context.site.sources.items()
             if isinstance(spec, Genset) and spec.fuel in context.site.stores}  # fmt: skip
    for name in context.site.stores:
        sets = [source for source, chain in tanks.items() if chain[-1] == name]
        loads = [load for load in short if load in asked and any(load in behind(context.dossier, s) for s in sets)]
        if loads:
            loads.sort(key=lambda load: short[load] / asked[load])
            held = {each for source in sets for each in tanks[source]}
            held_l = sum(store.level_l for each, store in context.site.stores.items() if each in held)
            yield ShortStore(name, held_l, short[loads[0]], asked[loads[0]], tuple(loads))


def filled_from(context: ReviewContext, name: str | None) -> list[str]:
    """Return the tank, and the stores it is filled from, one from the other."""
    found: list[str] = []
    while name in context.site.stores and name not in found:
        found.append(str(name))
        name = next((flow.from_ for flow in context.site.stores[str(name)].in_ if flow.from_), None)
    return found


CHARGED_PERCENT = 95.0
"""A battery on float charge holds at least this; assumed."""


def _stands_by(spec: object) -> bool | None:
    """Return whether own supply stands ready by its own entry; None of other sources."""
    if isinstance(spec, Genset):
        return spec.control == "auto" and bool(spec.called_by)
    if isinstance(spec, Ups):
        return spec.mode == "online" and spec.charged_percent >= CHARGED_PERCENT
    return None


LATE_MS = 5 * MS_PER["min"]
"""A trigger that has to hold for longer than this is no trigger of a response card. Assumed."""
_BRINGS_BACK = ("close", "start", "transfer", "connect", "restore", "apply")
"""Verbs that give supply, or what stands in for it."""


def _loads(context: ReviewContext, name: str) -> tuple[str, ...]:
    return needed_loads(context.dossier, name) if name in context.site.functions else (name,)


def _reached(context: ReviewContext, step: Step) -> Iterator[str]:
    for target in step.all_targets:
        if target in context.site.measures:
            yield from _loads(context, context.site.measures[target].replaces)
        else:
            yield from behind(context.dossier, target)


def why(need: Need) -> Told:
    """The first reason of a change: the weak point, the wait, or how long the switching took."""
    if isinstance(need, Finding):
        return Told(f"finding-{need.code}", need.told)
    if isinstance(need, LateCause):
        facts = {"cause": need.name, "late_ms": need.late_ms, "kind": need.kind, "limits": need.limits[:6]}
        return Told("revision-late", facts)
    if isinstance(need, UnbegunCard):
        return Told("revision-unbegun", {"card": need.card.id, "limits": need.limits[:6]})
    if isinstance(need, NotReady):
        return Told("revision-not-ready", {"thing": need.name, "limits": need.limits[:6]})
    if isinstance(need, ShortStore):
        facts = {"store": need.store, "lasts_ms": need.lasts_ms, "asked_ms": need.asked_ms, "limits": need.limits[:6]}
        return Told("revision-short-store", facts)
    if isinstance(need, SwitchedList):
        facts = {"step": need.step.id, "places": need.places, "lasted_ms": need.lasted_ms}
        return Told("revision-switching", facts)
    facts = {"step": need.step, "reason": need.reason, "wait_ms": need.ms, "cost_ms": need.cost_ms}
    return Told("revision-wait", facts)


def answers(need: Need) -> tuple[tuple[str, str], ...]:
    """Code and subject of the weak point a change answers; none for a wait or a list."""
    return ((need.code, need.subject.id),) if isinstance(need, Finding) else ()


def wait_of(need: Need) -> WaitKey | None:
    """The wait a change should shorten, where the need is one."""
    if isinstance(need, CostlyWait):
        return need.key
    reason = _reason(need) if isinstance(need, Finding) else ""
    return (need.steps[0], reason) if reason and need.steps else None


def _reason(finding: Finding) -> str:
    match finding.facts:
        case P01(reason=reason):
            return "person_busy" if reason == "nobody_on_duty" else "travel"
        case O05(reason=reason):
            return reason
        case P02() | O06():
            return "person_busy"
        case A09():
            return "not_known"
        case P03():
            return "resource"
        case _:
            return ""

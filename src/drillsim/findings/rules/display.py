"""A09: a step waited for something a display would have shown, or nobody came to know that a card was due, because the
display had no supply or was out of order."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from drillsim.findings.facts import A09
from drillsim.findings.finding import Finding
from drillsim.findings.roster import Roster
from drillsim.findings.rules.make import finding
from drillsim.findings.rules.verification import held
from drillsim.findings.severity import by_step
from drillsim.findings.view import StepWait, View, id_of
from drillsim.journal import Interval, store_levels
from drillsim.schema import Condition, Observation

NOTICED_MS = 1_000
"""A display that is dark for less is noticed by nobody; assumed."""


def dark_display(view: View) -> Iterator[Finding]:
    """A09: an observation without supply, or out of order, while a step waited to know what it shows, or a card was due
    that nobody before it started."""
    for name, spec in view.site.observations.items():
        unfed = {(s.start_ms, s.end_ms) for need in spec.needs for s in dark_spans(view, need)}
        lost = {(s.start_ms, s.end_ms) for s in _fold(view, False, _faults(view, name))}
        dark = tuple(sorted(unfed | lost))
        if not dark:
            continue
        yield from _never_started(view, name, spec, dark, lost=bool(lost) and not unfed)
        for whole in view.waits("not_known"):
            wait = _to_see(whole, shown(spec))
            blind_ms = max((_blind_ms(view, wait, *span) for span in dark), default=0) if wait else 0
            if wait is None or blind_ms <= NOTICED_MS:
                continue
            facts = A09(
                step=wait.row.step,
                wait_ms=wait.ms,
                dark_ms=max(min(end, wait.end_ms) - max(start, wait.start_ms) for start, end in dark),
                facts=tuple(fact for each in wait.on if (fact := id_of(each)) in shown(spec)),
                needs=spec.needs,
                lost="yes" if lost and not unfed else "no",
            )
            endangers = by_step(view, wait.row.step, wait.start_ms, wait.end_ms)
            yield finding(view, "A09", name, facts, wait.seqs, endangers, [wait.row.step] if wait.step else [])


def _never_started(
    view: View, name: str, spec: Observation, dark: tuple[tuple[int, int], ...], *, lost: bool
) -> Iterator[Finding]:
    """Cards nobody started, though they were due while the display was dark and whoever starts them stood before it."""
    for card in view.plan.all_cards():
        asked = tuple(dict.fromkeys(each for leaf in card.trigger.leaves() for each in leaf.subjects))
        asked = tuple(each for each in asked if each in shown(spec))
        if not asked or view.first("card_triggered", card=card.id) is not None:
            continue
        due = max((_due(view, card.trigger, asked, *span) for span in dark), key=lambda span: span[1] - span[0])
        if due[1] - due[0] > NOTICED_MS and _stands_blind(view, card.activation.by, name, spec, asked, due[0]):
            first = card.steps[0].id
            ms = due[1] - due[0]
            facts = A09(
                what="card", step=card.id, wait_ms=ms, dark_ms=ms, facts=asked, needs=spec.needs,
                lost="yes" if lost else "no",
            )  # fmt: skip
            yield finding(view, "A09", name, facts, (0,), by_step(view, first, *due), [first])


def _due(view: View, trigger: Condition, asked: tuple[str, ...], start_ms: int, end_ms: int) -> tuple[int, int]:
    """The longest stretch of this time for which the trigger held in the plant for as long as it asks: from, until.
    A thing the journal cannot tell counts as so, if one thing the display shows is."""
    leaves = list(trigger.leaves())
    seen = [leaf for leaf in leaves if set(leaf.subjects) & set(asked)]
    moments = [start_ms, *sorted({at for at in _changes(view, leaves) if start_ms < at < end_ms}), end_ms]
    longest = (start_ms, start_ms)
    since: int | None = None
    for at, until in pairwise(moments):
        so = held(view, trigger, at) is not False and any(held(view, leaf, at) is True for leaf in seen)
        since = (at if since is None else since) if so else None
        if since is not None and until - since > longest[1] - longest[0]:
            longest = (since, until)
    waits = max((leaf.for_ or 0 for leaf in leaves), default=0)
    return min(longest[0] + waits, longest[1]), longest[1]


def _stands_blind(view: View, role: str, name: str, spec: Observation, asked: tuple[str, ...], t_ms: int) -> bool:
    """Return whether somebody of the role is on duty before the display, and nothing else there shows them any of
    it."""
    roster = Roster(view)
    people = view.journal.initial.get("people", {})
    stands = any(
        roster.on_duty(each, t_ms) and (people.get(each) or {}).get("place") == spec.shown_at
        for each in view.plan.actors[role].held_by
    )
    others = (other for key, other in view.site.observations.items() if key != name and other.shown_at == spec.shown_at)
    return stands and not any(set(asked) & set(shown(other)) for other in others)


def _to_see(wait: StepWait, seen: tuple[str, ...]) -> StepWait | None:
    """Those parts of the wait that were for something the display shows."""
    parts = tuple(part for part in wait.parts if any(id_of(each) in seen for each in part.on))
    return replace(wait, parts=parts) if parts else None


def _blind_ms(view: View, wait: StepWait, start_ms: int, end_ms: int) -> int:
    """For how long of the dark time the step waited to know what was so: of what was not so a display tells nothing
    that would have let it go on."""
    start, end = max(start_ms, wait.start_ms), min(end_ms, wait.end_ms)
    if end <= start:
        return 0
    conditions = (
        (*wait.step.conditions(), *((wait.step.success_check,) if wait.step.success_check else ())) if wait.step else ()
    )
    asked = [leaf for each in conditions for leaf in each.leaves() if set(leaf.subjects) & {id_of(f) for f in wait.on}]
    if not asked:
        return end - start
    moments = [start, *sorted({at for at in _changes(view, asked) if start < at < end})]
    so = [all(held(view, leaf, at) is not False for leaf in asked) for at in moments]
    return sum(until - at for at, until, is_so in zip(moments, (*moments[1:], end), so, strict=True) if is_so)


def _changes(view: View, asked: list[Condition]) -> Iterator[int]:
    """Yield the times what is asked may have become so, or not so any more, ms."""
    yield from (e.t_ms for e in view.events("supply_changed", "switch_moved"))
    for leaf in asked:
        mark = (leaf.above_percent if leaf.above_percent is not None else leaf.below_percent) or 0.0
        for store in leaf.subjects if leaf.kind == "store" else ():
            litres = view.site.stores[store].capacity_l * mark / 100
            for (t0, l0), (t1, l1) in pairwise(store_levels(view.journal, store)):
                if (l0 - litres) * (l1 - litres) < 0:
                    yield t0 + math.ceil((t1 - t0) * (litres - l0) / (l1 - l0))


def shown(spec: Observation) -> tuple[str, ...]:
    """Ids whose state an observation shows."""
    return tuple(
        name
        for sight in spec.sees
        for name in (*sight.bus, *sight.load, *sight.switch, *sight.source, *sight.function, *sight.store)
    )


def dark_spans(view: View, need: str) -> tuple[Interval, ...]:
    """Return the times a load, bus or source was not live."""
    if need in view.load_outages:
        return view.load_outages[need]
    kind = view.kinds.get(need)
    if kind == "bus":
        return _fold(view, need not in view.journal.initial.get("live", ()), _bus_changes(view, need))
    return _fold(view, view.journal.initial.get("sources", {}).get(need) == "dead", _source_changes(view, need))


def _bus_changes(view: View, bus: str) -> Iterator[tuple[int, int, bool]]:
    for event in view.events("supply_changed"):
        if bus in event.data["dead"] or bus in event.data["live"]:
            yield event.t_ms, event.seq, bus in event.data["dead"]


def _source_changes(view: View, source: str) -> Iterator[tuple[int, int, bool]]:
    ends = ("source_lost", "source_stopped", "battery_empty")
    for event in view.events(*ends, "source_back", "source_running", "ups_on_mains", source=source):
        yield event.t_ms, event.seq, event.type in ends


def _faults(view: View, observation: str) -> Iterator[tuple[int, int, bool]]:
    for event in view.events("fault_begins", "fault_ends", fault="channel_lost"):
        if observation in event.data["targets"]:
            yield event.t_ms, event.seq, event.type == "fault_begins"


def _fold(view: View, dark: bool, changes: Iterator[tuple[int, int, bool]]) -> tuple[Interval, ...]:
    found, since = [], (view.journal.start_ms, 0) if dark else None
    for t_ms, seq, now_dark in changes:
        if now_dark and since is None:
            since = (t_ms, seq)
        elif not now_dark and since is not None:
            found.append(Interval(since[0], t_ms, seqs=(since[1], seq)))
            since = None
    if since is not None:
        found.append(Interval(since[0], view.journal.end_ms, open=True, seqs=(since[1],)))
    return tuple(found)

"""W-A: automatic transfer, protection, displays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from drillsim.findings.facts import A01, A02, A03, A07
from drillsim.findings.finding import Finding
from drillsim.findings.reach import behind
from drillsim.findings.rules.make import finding, steps_doing
from drillsim.findings.severity import by_device, by_time
from drillsim.findings.view import View
from drillsim.journal import Event, Interval, state_at
from drillsim.schema import Ats, BusTieTransfer, Sts, Ups

RIGHTLY_REFUSED = ("standby_dead", "bus_protection", "acts_once", "voltage_back")
"""Refusals that are what the logic is for (GB 51348-2019 5.9.2); nothing is weak about them."""
_FACTS: dict[str, type[A01 | A02]] = {"A01": A01, "A02": A02}
_NOT_ACTING = ("transfer_failed", "transfer_refused", "transfer_maloperates")
ONTO_FAULT_MS = 2_000
"""A trip this soon after an automatic closing means it closed onto a fault: accelerated trip plus a breaker's time."""


def ats_fails(view: View) -> Iterator[Finding]:
    """A01: an automatic transfer switch was called and did not get there, or stood out of automatic. One that failed
    to go back darkens nobody and puts nobody on battery."""
    for found in _refusals(view, "A01", (Ats, Sts), view.events("transfer_failed", "transfer_maloperates")):
        assert isinstance(found.facts, A01)
        if found.facts.dark_ms or found.facts.battery_ms:
            yield found
    for name, spec in view.site.transfers.items():
        if isinstance(spec, Ats | Sts) and not _enabled(view, name, spec.enabled):
            dark = _dark_behind(view, name) or _first_long_on_battery(view, name, getattr(spec, "delay", 0))
            if dark is not None and not any(view.events("transfer_started", transfer=name)):
                yield _no_transfer(view, "A01", name, "disabled", [dark])


def bus_tie_refuses(view: View) -> Iterator[Finding]:
    """A02: the bus-tie transfer did not act, was blocked, or the plan's own step blocked it; automatics that chase
    each other without end."""
    yield from _refusals(view, "A02", (BusTieTransfer,), view.events(*_NOT_ACTING))
    for event in view.events("oscillation"):
        facts = A02(reason="oscillation", device="", at_ms=event.t_ms, restored="no", took_ms=0)
        endangers = by_time(view, event.t_ms, view.journal.end_ms)
        yield finding(view, "A02", view.plan.id, facts, (event.seq,), endangers)


def _dark_ms(view: View, name: str, start_ms: int, end_ms: int) -> int:
    """The longest interruption behind the transfer while it stood; 0 where nothing was dark."""
    spans = (span for load in behind(view.dossier, name) for span in view.load_outages.get(load, ()))
    return max((span.ms for span in spans if span.start_ms <= end_ms and span.end_ms >= start_ms), default=0)


def _on_battery(view: View, name: str) -> Iterator[tuple[Event, int]]:
    """Times at which a UPS whose loads all hang on it lived on its battery: the event that began it, and until when."""
    reach = set(behind(view.dossier, name))
    for ups, spec in view.site.sources.items():
        loads = set(behind(view.dossier, ups)) if isinstance(spec, Ups) else set()
        for began in view.events("ups_on_battery", source=ups) if loads and loads <= reach else ():
            kinds = ("ups_on_mains", "battery_empty", "ups_mode", "source_stopped")
            ends = (e.t_ms for e in view.events(*kinds, source=ups) if e.seq > began.seq)
            yield began, next(ends, view.journal.end_ms)


def _battery_ms(view: View, name: str, start_ms: int, end_ms: int) -> int:
    """The longest time on battery behind the transfer while it stood; 0 where none was."""
    spans = _on_battery(view, name)
    return max((until - began.t_ms for began, until in spans if began.t_ms <= end_ms and until > start_ms), default=0)


def _first_long_on_battery(view: View, name: str, delay_ms: int) -> Event | None:
    """When a UPS behind it went on battery for longer than the transfer would have waited."""
    spans = _on_battery(view, name)
    return next((began for began, until in spans if until - began.t_ms > delay_ms + ONTO_FAULT_MS), None)


def _refusals(view: View, code: str, kinds: tuple[type, ...], events: Iterator[Event]) -> Iterator[Finding]:
    """One finding a transfer and reason: a bus tie says the same of both its sections."""
    groups: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        name, reason = event.data["transfer"], event.data.get("reason", "maloperates")
        if isinstance(view.site.transfers.get(name), kinds) and reason not in RIGHTLY_REFUSED:
            groups.setdefault((name, reason), []).append(event)
    for (name, reason), found in groups.items():
        counted = [event for event in found if reason != "manual_opening" or _took_voltage(view, name, event)]
        counted = [
            event for event in counted if event.type != "transfer_refused" or _had_where_to_go(view, name, event)
        ]
        if counted:
            yield _no_transfer(view, code, name, reason, counted)


def _had_where_to_go(view: View, name: str, refused: Event) -> bool:
    """Return whether the section on the other side of its tie was live while this one was dead. With both dead, or the
    tie closed, there was nothing to go over to, whatever else kept the transfer from acting."""
    spec, section = view.site.transfers[name], refused.data.get("section")
    tie = spec.tie if isinstance(spec, BusTieTransfer) else None
    ends = next(((row.bus, row.element) for row in view.dossier.network.switch if row.name == tie), ())
    if section not in ends:
        return True
    shot, other = state_at(view.journal, refused.t_ms), ends[1 - ends.index(section)]
    if other in shot.live:
        return tie not in shot.closed
    later = (e for e in view.events("supply_changed") if e.t_ms > refused.t_ms)
    turned = next((e for e in later if {section, other} & set(e.data["live"])), None)
    return turned is not None and section not in turned.data["live"]


def _took_voltage(view: View, name: str, refused: Event) -> bool:
    """Return whether it was opening the incomer by hand that took the section's voltage: the plan counts on a transfer
    that its own step blocks. A person who opens a dead incomer, or the tie, counts on none."""
    spec, section = view.site.transfers[name], refused.data.get("section")
    incomers = spec.incomers if isinstance(spec, BusTieTransfer) else ()
    dead = [e for e in view.events("supply_changed") if e.t_ms <= refused.t_ms and section in e.data["dead"]]
    if section is None or not dead:
        return True
    moved = (e for e in view.events("switch_moved", closed=False, cause="step") if e.t_ms == dead[-1].t_ms)
    return any(e.data["switch"] in incomers for e in moved)


def closes_onto_fault(view: View) -> Iterator[Finding]:
    """A03: an automatic transfer closed onto a fault and tripped again."""
    for done in view.events("switch_moved", closed=True):
        name = str(done.data["cause_id"])
        if name not in view.site.transfers:
            continue
        trips = [e for e in view.events("protection_trips") if done.t_ms <= e.t_ms <= done.t_ms + ONTO_FAULT_MS]
        if trips:
            own = trips[0].data["device"] == done.data["switch"]
            facts = A03(
                switch=done.data["switch"],
                tripped=tuple(dict.fromkeys(str(e.data["device"]) for e in trips)),
                element=trips[0].data["element"],
                second_source="no" if own else "yes",
                after_ms=trips[0].t_ms - done.t_ms,
            )
            evidence = (done.seq, *(e.seq for e in trips))
            yield finding(view, "A03", name, facts, evidence, by_device(view, name, done.t_ms, view.journal.end_ms))


def second_outage(view: View) -> Iterator[Finding]:
    """A07: going back to the normal supply interrupted loads that had been served again."""
    for lost in _instants(view):
        first = lost[0]
        opening = next((e for e in view.events("switch_moved", closed=False) if e.t_ms == first.t_ms), None)
        if opening is None or not _is_return(view, opening):
            continue
        cause = str(opening.data["cause_id"])
        loads = tuple(str(e.data["load"]) for e in lost)
        lasting = {
            load: max((span.ms for span in view.load_outages.get(load, ()) if _covers(span, first.t_ms)), default=0)
            for load in loads
        }
        if not any(_back_on_mains(view, load, first.t_ms) for load in loads):
            continue
        worst = max(lasting.values())
        if not worst or _is_borne(view, cause, lasting):
            continue
        facts = A07(
            loads=loads,
            outage_ms=worst,
            at_ms=first.t_ms,
            switch=opening.data["switch"],
        )
        later = (m for m in by_time(view, first.t_ms, first.t_ms + worst) if m.start_ms >= first.t_ms)
        endangers = [m for m in later if any(load in m.loads for load in loads)]
        steps = [cause] if cause in view.clauses else []
        subject = cause if cause in view.site.transfers or steps else str(opening.data["switch"])
        yield finding(view, "A07", subject, facts, (opening.seq, *(e.seq for e in lost)), endangers, steps)


def _covers(span: Interval, t_ms: int) -> bool:
    return span.start_ms == t_ms or span.start_ms < t_ms <= span.end_ms


def _is_borne(view: View, cause: str, lasting: Mapping[str, int]) -> bool:
    """Return whether a step goes back, at a time people have agreed on, and every load bears the interruption: it is
    within its limit or, of a load without one, too short to count as sustained. An automatic asks nobody."""
    if cause not in view.clauses:
        return False
    sustained = view.dossier.customer.indices.sustained_above
    limits = {load: view.site.loads[load].max_interruption for load in lasting if load in view.site.loads}
    return all(ms <= (sustained if (limit := limits.get(load)) is None else limit) for load, ms in lasting.items())


def _back_on_mains(view: View, load: str, t_ms: int) -> bool:
    """Return whether the mains feed the load after its interruption from `t_ms`; else it went to another source."""
    span = next((span for span in view.load_outages.get(load, ()) if span.start_ms <= t_ms <= span.end_ms), None)
    if span is None or span.open:
        return False
    return any(s.fed.mains for s in view.feeding.of(load) if s.start_ms <= span.end_ms < s.end_ms)


def _no_transfer(view: View, code: str, name: str, reason: str, events: list[Event]) -> Finding:
    first = events[0]
    done = view.first("transfer_done", after=first.t_ms, transfer=name)
    until = done.t_ms if done else view.journal.end_ms
    events = [event for event in events if event.t_ms <= until]  # a refusal to go back is another matter
    more = _cost(view, name, first.t_ms, until) if code == "A01" else {}
    facts = _FACTS[code](
        reason=first.data.get("reason", reason),  # the journal's own word where it has one
        device=str(first.data.get("device", "")),
        at_ms=first.t_ms,
        restored="yes" if done else "no",
        took_ms=until - first.t_ms,
        **more,
    )
    blocking = _blocking_steps(view, name, first) if reason == "manual_opening" else ()
    steps = blocking or _instead(view, name)
    evidence = (*(event.seq for event in events), *((done.seq,) if done else ()))
    return finding(view, code, name, facts, evidence, by_device(view, name, first.t_ms, until), steps)


def _cost(view: View, name: str, start_ms: int, end_ms: int) -> dict[str, Any]:
    """Return what went dark behind it, or lived on batteries that hid it."""
    dark, battery = _dark_ms(view, name, start_ms, end_ms), _battery_ms(view, name, start_ms, end_ms)
    return {"dark_ms": dark, "battery_ms": battery, "hidden": "yes" if battery and not dark else "no"}


def _instead(view: View, name: str) -> tuple[str, ...]:
    """Steps that do by hand what the transfer should have done, then those that put it in service."""
    spec = view.site.transfers[name]
    acts = steps_doing(view, ("transfer",), name)
    if isinstance(spec, BusTieTransfer):
        closes = (spec.tie,) if spec.tie is not None else spec.incomers
        acts = tuple(step for switch in closes for step in steps_doing(view, ("close",), switch))
    return tuple(dict.fromkeys((*acts, *steps_doing(view, ("enable",), name))))


def _blocking_steps(view: View, name: str, event: Event) -> tuple[str, ...]:
    """Steps that opened an incomer by hand before the transfer was asked."""
    spec = view.site.transfers[name]
    incomers = spec.incomers if isinstance(spec, BusTieTransfer) else ()
    moved = (
        e for e in view.events("switch_moved", closed=False) if e.t_ms <= event.t_ms and e.data["switch"] in incomers
    )
    return tuple(dict.fromkeys(str(e.data["cause_id"]) for e in moved if e.data["cause_id"] in view.clauses))


def _enabled(view: View, name: str, stated: bool) -> bool:
    """Return whether it was in automatic at the start."""
    state = view.journal.initial.get("transfers", {}).get(name)
    if isinstance(state, dict):
        return bool(state.get("enabled", stated))
    return stated if state is None else state not in (False, "disabled")


def _dark_behind(view: View, name: str) -> Event | None:
    """The first loss of a load behind the transfer."""
    reach = behind(view.dossier, name)
    return next((e for e in view.events("load_lost") if e.data["load"] in reach), None)


def _instants(view: View) -> Iterator[list[Event]]:
    """Losses of loads that had been lost and restored before, by instant."""
    had: dict[str, None] = {}
    group: list[Event] = []
    for event in view.events("load_lost", "load_restored"):
        if event.type == "load_restored":
            had[event.data["load"]] = None
        elif event.data["load"] in had:
            if group and group[0].t_ms != event.t_ms:
                yield group
                group = []
            group.append(event)
    if group:
        yield group


def _is_return(view: View, opening: Event) -> bool:
    """Return whether the opening is the first half of going back: a transfer that leaves its standby side, or
    restoration."""
    cause = str(opening.data["cause_id"])
    card, _ = view.clause_of(cause)
    if card is not None and card == view.plan.restoration:
        return True
    spec = view.site.transfers.get(cause)
    if isinstance(spec, Ats):
        return bool(opening.data["switch"] == spec.standby)
    by_hand = (each for each in view.site.transfers.values() if isinstance(each, Ats))
    return card is not None and any(opening.data["switch"] == each.standby for each in by_hand)

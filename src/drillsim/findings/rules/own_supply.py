"""W-G: own emergency supply."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.findings.endurance import OUT_OF_FUEL
from drillsim.findings.facts import G01, G02, G03, G05, G08, G09, G11
from drillsim.findings.finding import Finding
from drillsim.findings.reach import behind
from drillsim.findings.rules.display import dark_spans
from drillsim.findings.rules.extent import own_out
from drillsim.findings.rules.make import finding, steps_doing
from drillsim.findings.severity import by_device
from drillsim.findings.view import Missed, View
from drillsim.findings.zones import drowned, zones_of
from drillsim.journal import Event
from drillsim.plant import TRANSFORMERS
from drillsim.schema import Feeder, Genset, MobileGenset, Ups

BY_INTENT = ("cool_down", "step", "no_fuel", "overload", "step_load", "zone", "fault")
"""Causes of `source_stopped` that have codes of their own, or none."""


_TAKEN = ("source", "transfer", "bus", "switch", *TRANSFORMERS, "load")
"""Kinds whose loss with a zone is worth a line; cables alone are S01's business."""


def fails_to_start(view: View) -> Iterator[Finding]:
    """G01: a genset was called and did not start, or was called where it could not start by itself."""
    for failed in view.events("start_failed"):
        name = failed.data["source"]
        called = _last(view, failed, "genset_called", source=name)
        running = view.first("source_running", after=failed.t_ms, source=name)
        until = running.t_ms if running else view.journal.end_ms
        since = called.t_ms if called else failed.t_ms
        facts = G01(
            attempts=failed.data["attempts"],
            start="manual" if failed.data["manual"] else "auto",
            tried_ms=failed.t_ms - since,
            ran="yes" if running else "no",
            took_ms=until - since,
            out="yes" if name in own_out(view) else "no",
        )
        evidence = [e.seq for e in (called, failed, running) if e]
        steps = steps_doing(view, ("start",), name)
        yield finding(view, "G01", name, facts, evidence, by_device(view, name, since, until), steps)


def fails_running(view: View) -> Iterator[Finding]:
    """G02: a running genset stopped by itself."""
    for stop in view.events("source_stopped"):
        name = stop.data["source"]
        if (
            not isinstance(view.site.sources.get(name), Genset | MobileGenset)
            or stop.data["cause"] in BY_INTENT
            or drowned(view, name, stop.t_ms)
        ):
            continue
        ran = _last(view, stop, "source_running", source=name)
        again = view.first("source_running", after=stop.t_ms + 1, source=name)
        until = again.t_ms if again else view.journal.end_ms
        facts = G02(
            ran_ms=_ran_ms(view, ran, stop),
            at_ms=stop.t_ms,
            cause=stop.data["cause"],
        )
        evidence = [e.seq for e in (ran, stop) if e]
        yield finding(
            view,
            "G02",
            name,
            facts,
            evidence,
            by_device(view, name, stop.t_ms, until),
            steps_doing(view, ("start",), name),
        )


def fuel_exhausted(view: View) -> Iterator[Finding]:
    """G03: a genset stopped because its store was empty."""
    for stop in view.events("source_stopped"):
        name = stop.data["source"]
        if stop.data["cause"] not in OUT_OF_FUEL:
            continue
        spec = view.site.sources.get(name)
        own_tank = name if isinstance(spec, MobileGenset) else ""
        store = spec.fuel or "" if isinstance(spec, Genset) else own_tank
        ran = _last(view, stop, "source_running", source=name)
        empty = _last(view, stop, "store_empty", store=store)
        facts = G03(ran_ms=_ran_ms(view, ran, stop), at_ms=stop.t_ms, store=store)
        evidence = [e.seq for e in (ran, empty, stop) if e]
        endangers = by_device(view, name, stop.t_ms, view.journal.end_ms)
        yield finding(view, "G03", name, facts, evidence, endangers, steps_doing(view, ("refuel",), store))


def _ran_ms(view: View, ran: Event | None, stop: Event) -> int:
    """Return how long the set had run in this run, ms; one that ran when it began, since then."""
    return stop.t_ms - (ran.t_ms if ran else view.journal.start_ms)


def flooded(view: View) -> Iterator[Finding]:
    """G05: one zone took own sources, transfers or boards with it."""
    for event in view.events("fault_begins", fault="zone_lost"):
        for zone in zones_of(view, event):
            lost = tuple(name for name in view.site.zones[zone].contains if view.kinds.get(name) in _TAKEN)
            if not lost:
                continue
            facts = G05(lost=lost, at_ms=event.t_ms)
            yield finding(
                view, "G05", zone, facts, (event.seq,), by_device(view, zone, event.t_ms, view.journal.end_ms)
            )


def battery_short(view: View) -> Iterator[Finding]:
    """G08: a UPS battery was empty before anything else fed its input."""
    for empty in view.events("battery_empty"):
        name = empty.data["source"]
        began = _last(view, empty, "ups_on_battery", source=name)
        back = view.first("ups_on_mains", after=empty.t_ms, source=name)
        until = back.t_ms if back else view.journal.end_ms
        facts = G08(
            lasts_ms=empty.t_ms - began.t_ms if began else 0,
            needed_ms=until - began.t_ms if began else 0,
            back="yes" if back else "no",
            load_kw=began.data["load_kw"] if began else 0,
            loads=behind(view.dossier, name),
            percent=_left_percent(view, name),
            charged_percent=_charged_percent(view, name, began),
            at_ms=empty.t_ms,
        )
        evidence = [e.seq for e in (began, empty, back) if e]
        yield finding(view, "G08", name, facts, evidence, by_device(view, name, empty.t_ms, until))


def _left_percent(view: View, ups: str) -> float:
    """Return the part of the battery that age has left, per cent of the new one."""
    spec = view.site.sources[ups]
    return spec.battery_percent if isinstance(spec, Ups) else 100.0


def _charged_percent(view: View, ups: str, began: Event | None) -> int:
    """Return the charge of the battery when it took over, per cent of what age has left of it."""
    spec = view.site.sources[ups]
    if began is None or not isinstance(spec, Ups):
        return 100
    return min(100, round(100 * float(began.data["energy_kwh"]) / (spec.battery_kwh * spec.battery_percent / 100)))


def ups_overloaded(view: View) -> Iterator[Finding]:
    """G09: a UPS carried more than its rating (one finding a UPS, with its heaviest load and what brought it about), or
    stopped or went to bypass by itself."""
    for name, spec in view.site.sources.items():
        if not isinstance(spec, Ups):
            continue
        stop = next(view.events("source_stopped", source=name, cause="overload"), None)
        over = [(float(e.data["kw"]), e) for e in view.events("ups_overloaded", source=name)]
        over += [(float(e.data["load_kw"]), e) for e in view.events("ups_on_battery", source=name)]
        over = [(kw, e) for kw, e in over if kw > spec.rated_kw]
        if not over:
            yield from _ups_gave_up(view, name, spec)
            continue
        kw, heaviest = max(over, key=lambda each: each[0])
        aside = next(view.events("ups_mode", source=name, mode="bypass", cause="overload"), None)
        since = _brought_about(view, over[0][1])
        facts = G09(
            what="overload",
            because=str(since.data.get("source") or since.data.get("element")) if since else "—",
            known="yes" if since else "no",
            kw=kw,
            rated_kw=spec.rated_kw,
            stopped="yes" if stop else "bypass" if aside else "no",
            after_ms=aside.t_ms - over[0][1].t_ms if aside else 0,
        )
        gave_up = stop or aside
        endangers = _without_battery(view, name, gave_up) if gave_up else ()
        evidence = [event.seq for event in (since, heaviest, aside, stop) if event]
        yield finding(view, "G09", name, facts, evidence, endangers)


def _ups_gave_up(view: View, name: str, spec: Ups) -> Iterator[Finding]:
    """It failed, or its room grew too hot."""
    stops = [e for e in view.events("source_stopped", source=name) if e.data["cause"] in ("failed", "overheated")]
    stops += list(view.events("ups_mode", source=name, mode="bypass", cause="failed"))
    for stop in stops[:1]:
        went = stop.type == "ups_mode"
        facts = G09(
            what=stop.data["cause"],
            because=", ".join(spec.needs) or "—",
            kw=0.0,
            rated_kw=spec.rated_kw,
            stopped="bypass" if went else "yes",
            after_ms=0,
        )
        yield finding(view, "G09", name, facts, (stop.seq,), _without_battery(view, name, stop))


def _without_battery(view: View, name: str, gave_up: Event) -> tuple[Missed, ...]:
    """Missed limits of its loads from when it gave up until it carries them again: on the bypass nothing bridges the
    next break."""
    online = view.first("ups_mode", after=gave_up.t_ms, source=name, mode="online")
    return by_device(view, name, gave_up.t_ms, online.t_ms if online else view.journal.end_ms)


def _brought_about(view: View, over: Event) -> Event | None:
    """The last source or bus that was lost before the overload, or in the same instant: whose load it took over."""
    kinds = ("source_lost", "source_stopped", "ups_mode", "battery_empty", "fault_isolated", "protection_trips")
    found = [e for e in view.events(*kinds) if e.t_ms <= over.t_ms and e.data.get("source") != over.data["source"]]
    return found[-1] if found else None


def _last(view: View, before: Event, kind: str, **fields: object) -> Event | None:
    """The latest such event up to `before`."""
    found = [e for e in view.events(kind, **fields) if e.seq <= before.seq]
    return found[-1] if found else None


def no_own_supply(view: View) -> Iterator[Finding]:
    """G11: a safety-critical load missed its limit while the mains were away, and no own source can reach it."""
    for missed in view.missed:
        if (
            missed.kind == "load"
            and missed.critical
            and not own_sources(view, missed.id)
            and without_mains(view, missed)
        ):
            facts = G11(outage_ms=missed.end_ms - missed.start_ms, at_ms=missed.start_ms)
            verdict = next(each for each in view.verdicts if each.kind == "load" and each.id == missed.id)
            yield finding(view, "G11", missed.id, facts, verdict.evidence, (missed,))


def own_sources(view: View, load: str) -> tuple[str, ...]:
    """Gensets and UPSs that can feed the load with some position of the switches."""
    own = (name for name, spec in view.site.sources.items() if not isinstance(spec, Feeder))
    return tuple(name for name in own if load in behind(view.dossier, name))


def without_mains(view: View, missed: Missed) -> bool:
    """Return whether a feeder was dead at some time of the interruption: not a switch somebody opened, nor a local
    fault."""
    dark = (span for row in view.dossier.network.ext_grid for span in dark_spans(view, row.name))
    return any(span.start_ms < missed.end_ms and span.end_ms > missed.start_ms for span in dark)

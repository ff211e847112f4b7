"""W-S: the supply from outside."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.findings.endurance import OUT_OF_FUEL
from drillsim.findings.facts import S01, S02, S03, S04, S07
from drillsim.findings.finding import Finding
from drillsim.findings.reach import behind
from drillsim.findings.rules.make import finding
from drillsim.findings.severity import by_device, by_time
from drillsim.findings.view import View
from drillsim.findings.zones import zones_of
from drillsim.journal import Event, state_at
from drillsim.schema import Feeder, Genset

SETTLED_MS = 60_000
"""After this long automatics have done what they can; assumed."""


def one_cause(view: View) -> Iterator[Finding]:
    """S01: the loss of one zone, which several ways in run through, left none of the customer's loads on the mains."""
    for fault in view.events("fault_begins", fault="zone_lost"):
        for zone in zones_of(view, fault):
            ways = _ways_in(view, zone)
            loads = [load for load in view.site.loads if _had_mains(view, load, fault.t_ms)]
            if len(ways) < 2 or not loads or any(_has_mains(view, load, fault.t_ms + SETTLED_MS) for load in loads):
                continue
            facts = S01(feeders=ways, at_ms=fault.t_ms, loads=len(loads))
            yield finding(view, "S01", zone, facts, (fault.seq,), by_time(view, fault.t_ms, view.journal.end_ms))


def standby_dead_at_need(view: View) -> Iterator[Finding]:
    """S02: the main source was lost while the standby source had been dead before."""
    for lost in view.events("source_lost"):
        if _role(view, lost.data["source"]) != "main_source":
            continue
        for name, spec in view.site.sources.items():
            if not isinstance(spec, Feeder) or spec.role != "standby_source":
                continue
            since = _dead_since(view, name, lost)
            if since is not None:
                back = view.first("source_back", after=lost.t_ms, source=name)
                end = back.t_ms if back else view.journal.end_ms
                facts = S02(
                    main=lost.data["source"],
                    dead_before_ms=lost.t_ms - since[0],
                    since="start" if since[1] == (0,) else "run",
                    at_ms=lost.t_ms,
                )
                yield finding(view, "S02", name, facts, (*since[1], lost.seq), by_device(view, name, lost.t_ms, end))


def overload_after_transfer(view: View) -> Iterator[Finding]:
    """S03: a line, transformer or feeder above its limit after something was closed, or, where that cost its supply,
    from the beginning; where it may carry more for a time, once that time is used up."""
    for over in view.events("overload_begins"):
        name = over.data["element"]
        closing = _last_closing(view, over)
        if closing is not None and _flows_round(view, over, closing):
            continue
        end = view.first("overload_ends", after=over.t_ms, element=name)
        until = end.t_ms if end else view.journal.end_ms
        exceeded = view.first("overload_exceeded", after=over.t_ms, element=name)
        exceeded = exceeded if exceeded and exceeded.t_ms <= until else None
        if "allowed_ms" in over.data and exceeded is None:
            continue
        trips = [e for e in view.events("switch_moved", cause="overload", closed=False) if over.t_ms <= e.t_ms <= until]
        cut = [e for e in view.events("source_lost", cause="overload", source=name) if e.t_ms >= over.t_ms]
        if closing is None and not trips and not cut:
            continue  # so from the beginning, and nothing came of it: a rule of `check` says it
        cause = str(closing.data["cause_id"]) if closing is not None else ""
        facts = S03(
            began="closing" if closing is not None else "start",
            loading_percent=over.data["loading_percent"],
            limit_percent=over.data["limit_percent"],
            lasted_ms=until - over.t_ms,
            after=cause,
            switch=closing.data["switch"] if closing is not None else "",
            limited="yes" if exceeded else "no",
            allowed_ms=exceeded.data["after_ms"] if exceeded else 0,
            disconnected="yes" if any(e.t_ms <= until for e in cut) else "no",
        )
        gone = sorted([*trips, *cut], key=lambda e: e.seq)
        endangers = by_time(view, gone[0].t_ms, view.journal.end_ms) if gone else ()
        evidence = (*((closing.seq,) if closing is not None else ()), over.seq, *(e.seq for e in gone))
        yield finding(view, "S03", name, facts, evidence, endangers, [cause] if cause in view.clauses else [])


def voltage_out(view: View) -> Iterator[Finding]:
    """S04: a bus outside its voltage band; one finding a bus, with its worst value."""
    worst: dict[str, list[Event]] = {}
    for event in view.events("voltage_out"):
        worst.setdefault(event.data["bus"], []).append(event)
    for bus, events in worst.items():
        farthest = max(events, key=lambda e: abs(e.data["vm_pu"] - 1))
        back = view.first("voltage_back", after=farthest.t_ms, bus=bus)
        until = back.t_ms if back else view.journal.end_ms
        closing = _last_closing(view, farthest)
        joined = closing is not None and _flows_round(view, farthest, closing)
        facts = S04(
            vm_pu=farthest.data["vm_pu"],
            lasted_ms=until - farthest.t_ms,
            joined=str(closing.data["switch"]) if closing is not None and joined else None,
        )
        yield finding(view, "S04", bus, facts, [e.seq for e in events])


def shorter_than_outage(view: View) -> Iterator[Finding]:
    """S07: own supply ran out while the mains were still away."""
    for stop in view.events("source_stopped", "battery_empty"):
        name = stop.data["source"]
        if stop.type == "source_stopped" and stop.data["cause"] not in OUT_OF_FUEL:
            continue
        if stop.type == "battery_empty" and _genset_behind(view, name):
            continue  # the battery had only to bridge: that is G08
        loads = [load for load in behind(view.dossier, name) if _dark_from(view, load, stop.t_ms)]
        if not loads or _mains_wait(view, loads, stop.t_ms):
            continue
        away = [s for s in view.feeding.of(loads[0]) if not s.fed.mains and s.start_ms <= stop.t_ms]
        since = _without_mains_since(view, loads[0], stop.t_ms) if away else stop.t_ms
        back = next((s.start_ms for s in view.feeding.of(loads[0]) if s.fed.mains and s.start_ms >= stop.t_ms), None)
        until = back if back is not None else view.journal.end_ms
        facts = S07(
            lasts_ms=stop.t_ms - since,
            mains_away_ms=until - since,
            back="yes" if back is not None else "no",
            loads=tuple(loads),
        )
        yield finding(view, "S07", name, facts, (stop.seq,), by_device(view, name, stop.t_ms, until))


def _ways_in(view: View, zone: str) -> tuple[str, ...]:
    """Feeders that run through the zone; where fewer than two do, the cables that do."""
    inside = view.site.zones[zone].contains
    sources = ((name, spec) for name, spec in view.site.sources.items() if isinstance(spec, Feeder))
    feeders = tuple(name for name, spec in sources if zone in spec.route or name in inside)
    routed = {name: zone in element.route for name, element in view.site.elements.items()}
    cables = tuple(row.name for row in view.dossier.network.line if routed.get(row.name) or row.name in inside)
    return feeders if len(feeders) > 1 else cables


def _had_mains(view: View, load: str, t_ms: int) -> bool:
    """Return whether the mains fed the load just before `t_ms`; at the very start, whether it was live at all."""
    if t_ms <= view.journal.start_ms:
        return bool(view.journal.initial.get("loads", {}).get(load, {}).get("live"))
    return _has_mains(view, load, t_ms - 1)


def _has_mains(view: View, load: str, t_ms: int) -> bool:
    segments = view.feeding.of(load)
    return next((segment.fed.mains for segment in segments if segment.end_ms > t_ms), segments[-1].fed.mains)


def _role(view: View, name: str) -> str:
    spec = view.site.sources.get(name)
    return spec.role if isinstance(spec, Feeder) else ""


def _dead_since(view: View, name: str, need: Event) -> tuple[int, tuple[int, ...]] | None:
    """Since when the feeder was dead strictly before `need`, and the event; None when it was live until then."""
    state: tuple[int, tuple[int, ...]] | None = None
    if view.journal.initial.get("sources", {}).get(name) == "dead" or name in view.journal.initial.get(
        "out_of_service", ()
    ):
        state = (view.journal.start_ms, (0,))
    for event in view.events("source_lost", "source_back", source=name):
        if event.t_ms >= need.t_ms:
            break
        state = (event.t_ms, (event.seq,)) if event.type == "source_lost" else None
    return state


def _last_closing(view: View, over: Event) -> Event | None:
    """The latest closing of a switch up to the overload; power flow speaks at the end of the same instant."""
    closings = [e for e in view.events("switch_moved", closed=True) if e.t_ms <= over.t_ms]
    return closings[-1] if closings else None


def _flows_round(view: View, after: Event, closing: Event) -> bool:
    """Return whether the closing joined what was live already: no load was transferred, the additional flow is between
    the two, and shedding mends nothing."""
    gave = any(e.t_ms == after.t_ms and e.data["live"] for e in view.events("supply_changed"))
    return closing.t_ms == after.t_ms and not gave


def _genset_behind(view: View, ups: str) -> bool:
    reach = behind(view.dossier, ups)
    sets = (name for name, spec in view.site.sources.items() if isinstance(spec, Genset))
    return any(load in behind(view.dossier, name) for name in sets for load in reach)


def _dark_from(view: View, load: str, t_ms: int) -> bool:
    """Return whether the load went dark at `t_ms` or is dark then (a changeover may take its time)."""
    return any(
        span.start_ms <= t_ms + 1_000 and (span.open or span.end_ms > t_ms) and span.start_ms >= t_ms - 1_000
        for span in view.load_outages.get(load, ())
    )


def _mains_wait(view: View, loads: list[str], t_ms: int) -> bool:
    """Return whether a feeder that can feed all of them stands live then: the mains are back, nobody has gone back to
    them."""
    sources = state_at(view.journal, t_ms).sources
    live = [row.name for row in view.dossier.network.ext_grid if sources.get(row.name) == "live"]
    return any(set(loads) <= set(behind(view.dossier, name)) for name in live)


def without_mains_ms(view: View, load: str) -> int:
    """The longest stretch in which no mains fed the load, dark or not, ms."""
    longest = since = 0
    for segment in view.feeding.of(load):
        since = 0 if segment.fed.mains else since + segment.ms
        longest = max(longest, since)
    return longest


def _without_mains_since(view: View, load: str, t_ms: int) -> int:
    since = view.journal.start_ms
    for segment in view.feeding.of(load):
        if segment.start_ms > t_ms:
            break
        if segment.fed.mains:
            since = segment.end_ms
    return since

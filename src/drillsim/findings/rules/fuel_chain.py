"""G04: the pump between bulk tank and day tank did not run although it should have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, cast

from drillsim.findings.burn import level_l
from drillsim.findings.facts import G04
from drillsim.findings.finding import Finding
from drillsim.findings.rules.make import finding, steps_doing
from drillsim.findings.severity import by_device
from drillsim.findings.view import View
from drillsim.journal import Event, store_levels
from drillsim.schema import Genset, Inflow

GRACE_MS = 120_000
"""A pump that starts this soon after the level passed its mark did its part; assumed."""


def pump_not_running(view: View) -> Iterator[Finding]:
    """G04: a store fell below the level at which its pump starts, the pump did not run, and there was fuel above it."""
    for store in fuel_stores(view):
        spec = view.site.stores[store]
        for inflow in spec.in_:
            mark = spec.capacity_l * inflow.starts_below_percent / 100
            since = _short_since(view, store, inflow, mark)
            if since is None:
                continue
            end = view.journal.end_ms
            above = level_l(view.journal, inflow.from_, since) if inflow.from_ else 0.0
            if inflow.from_ and above <= 0:
                continue
            facts = G04(
                pump=inflow.by,
                reason=_why(view, inflow.by, store, since),
                at_ms=since,
                level_l=round(min(level for t, level in store_levels(view.journal, store) if t >= since), 1),
                mark_l=round(mark, 1),
                above_l=round(above, 1),
                above=inflow.from_ or "none",
            )
            evidence = [e.seq for e in view.events("store_rate", "store_empty", store=store) if e.t_ms >= since][:3]
            evidence += [e.seq for e in view.events("pump_stopped", load=inflow.by) if e.t_ms <= since]
            steps = steps_doing(view, ("set", "start"), inflow.by)
            yield finding(view, "G04", store, facts, evidence or (0,), by_device(view, store, since, end), steps)


def fuel_stores(view: View) -> tuple[str, ...]:
    """Stores a genset burns from, and those they are filled from: chilled water and gas have rules of their own."""
    burnt = {source.fuel for source in view.site.sources.values() if isinstance(source, Genset)}
    above = {flow.from_ for name in burnt if name in view.site.stores for flow in view.site.stores[name].in_}
    return tuple(name for name in view.site.stores if name in burnt | above)


def _short_since(view: View, store: str, inflow: Inflow, mark: float) -> int | None:
    """Return the time the level was below the mark with the pump standing for longer than the grace, ms; None when
    never."""
    running = list(_running(view, inflow.by, store))
    for since, until in _joined(_below(view, store, mark)):
        gaps = _gaps(since, until, running)
        late = next((start for start, end in gaps if end - start > GRACE_MS), None)
        if late is not None:
            return late
    return None


def _below(view: View, store: str, mark: float) -> Iterator[tuple[int, int]]:
    """Times at which the level was below `mark`."""
    points = store_levels(view.journal, store)
    for (t0, l0), (t1, l1) in pairwise(points):
        if t1 <= t0 or min(l0, l1) >= mark:
            continue
        cross = t0 + (mark - l0) / (l1 - l0) * (t1 - t0) if (l0 < mark) != (l1 < mark) else t0
        if l0 < mark and l1 < mark:
            yield t0, t1
        elif l0 >= mark:
            yield round(cross), t1
        else:
            yield t0, round(cross)


def _joined(spans: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """Adjoining spans as one: a corner in the level is not a recovery."""
    out: list[tuple[int, int]] = []
    for since, until in spans:
        if out and since <= out[-1][1]:
            out[-1] = (out[-1][0], until)
        else:
            out.append((since, until))
    return out


def _gaps(since: int, until: int, running: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = since
    for start, end in running:
        if start > at:
            yield at, min(start, until)
        at = max(at, end)
        if at >= until:
            return
    yield at, until


def _running(view: View, pump: str, store: str) -> Iterator[tuple[int, int]]:
    events = list(view.events("pump_started", "pump_stopped", load=pump, store=store))
    since = view.journal.start_ms if _ran_at_the_start(view, store, events) else None
    for event in events:
        if event.type == "pump_started":
            since = event.t_ms if since is None else since
        elif since is not None:
            yield since, event.t_ms
            since = None
    if since is not None:
        yield since, view.journal.end_ms


def _ran_at_the_start(view: View, store: str, events: list[Event]) -> bool:
    """Return whether the pump ran when the run began, which no event says: the first thing it does is stop, or it never
    does and the level rises."""
    if events:
        return events[0].type == "pump_stopped"
    levels = store_levels(view.journal, store)
    return len(levels) > 1 and levels[1][1] > levels[0][1]


def _why(
    view: View, pump: str, store: str, t_ms: int
) -> Literal["off", "no_power", "upstream_empty", "full", "unknown"]:
    """Off (its selector), no_power, or what stopped it last."""
    control = view.journal.initial.get("controls", {}).get(pump)
    for event in view.events("control_set", target=pump):
        if event.t_ms <= t_ms:
            control = event.data["to"]
    if control == "off":
        return "off"
    if any(span.start_ms <= t_ms < span.end_ms for span in view.load_outages.get(pump, ())):
        return "no_power"
    stops = [e for e in view.events("pump_stopped", load=pump, store=store) if e.t_ms <= t_ms]
    return cast(Literal["upstream_empty", "full"], stops[-1].data["cause"]) if stops else "unknown"

"""Own emergency supply, again."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from drillsim.findings.facts import G01, G04, G06, G08, G09, G10, G12, G13, G14
from drillsim.findings.finding import Finding
from drillsim.schema.source import Genset, MobileGenset, Ups

if TYPE_CHECKING:
    from drillsim.journal.events import Event
    from helpers.second_fold import Again, Number
    from helpers.second_fold.fold import Fold, Span

_PUMP_GRACE_MS = 120_000


def _g01(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, G01)
    name, failed = found.subject.id, fold.anchor(found, "start_failed")
    called = fold.last(failed, "genset_called", source=name) or failed
    running = fold.next_ms(failed.t_ms, "source_running", source=name)
    return {
        "attempts": failed.data["attempts"],
        "tried_ms": failed.t_ms - called.t_ms,
        "took_ms": running - called.t_ms,
    }


def _stopped(fold: Fold, found: Finding) -> dict[str, Number]:
    stop = fold.anchor(found, "source_stopped")
    ran = fold.last(stop, "source_running", source=found.subject.id)
    return {"at_ms": stop.t_ms, "ran_ms": stop.t_ms - (ran.t_ms if ran else fold.start)}


def _g04(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, G04)
    store, pump = found.subject.id, found.facts.pump
    spec = fold.dossier.site.stores[store]
    flow = next(each for each in spec.in_ if each.by == pump)
    mark = spec.capacity_l * flow.starts_below_percent / 100
    at = _short_since(fold, store, pump, mark)
    above = _level(fold, flow.from_, at) if flow.from_ else 0.0
    corners = [at, *(e.t_ms for e in fold.of("store_rate", store=store) if e.t_ms >= at), fold.end]
    lowest = min(level for t in corners for level in _levels(fold, store, t))
    return {"at_ms": at, "level_l": round(lowest, 1), "mark_l": round(mark, 1), "above_l": round(above, 1)}


def _short_since(fold: Fold, store: str, pump: str, mark: float) -> int:
    """The first time from which the pump stood still for its grace with the level below the mark."""
    standing: int | None = None
    for t in _moments(fold, store, pump, mark):
        below, runs = _level(fold, store, t + 1) < mark, _runs(fold, pump, store, t)
        if not below or runs:
            standing = None
        elif standing is None:
            standing = t
        elif t - standing > _PUMP_GRACE_MS:
            return standing
    raise AssertionError(f"{pump} never stood still with {store} below its mark")


def _moments(fold: Fold, store: str, pump: str, mark: float) -> list[int]:
    """Return the times anything turned, ms: the pump, the rate, and the level at the mark."""
    rates = [*((e.t_ms, e.data["level_l"], e.data["l_per_h"]) for e in fold.of("store_rate", store=store))]
    crossed = (t + round((mark - level) / rate * 3_600_000) for t, level, rate in rates if (mark - level) * rate > 0)
    turned = (e.t_ms for e in fold.of("pump_started", "pump_stopped", load=pump, store=store))
    found = {fold.start, *(t for t, *_ in rates), *crossed, *turned}
    return [*sorted(t for t in found if t < fold.end), fold.end]


def _runs(fold: Fold, pump: str, store: str, t_ms: int) -> bool:
    turns = [e for e in fold.of("pump_started", "pump_stopped", load=pump, store=store) if e.t_ms <= t_ms]
    return bool(turns) and turns[-1].type == "pump_started"


def _level(fold: Fold, store: str, t_ms: int) -> float:
    """Level of a store after what happened at `t_ms`, litres."""
    level, rate, since = float(fold.initial["stores"][store]), 0.0, fold.start
    for event in fold.of("store_rate", store=store):
        if event.t_ms <= t_ms:
            level, rate, since = float(event.data["level_l"]), float(event.data["l_per_h"]), event.t_ms
    return max(0.0, level + rate * (t_ms - since) / 3_600_000)


def _levels(fold: Fold, store: str, t_ms: int) -> tuple[float, float]:
    """The level just before, and after what happened then."""
    return max(0.0, _level(fold, store, t_ms - 1)), _level(fold, store, t_ms)


def _at_anchor(fold: Fold, found: Finding) -> dict[str, Number]:
    return {"at_ms": fold.anchor(found, "fault_begins").t_ms}


def _g06(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, G06)
    name, spec = found.subject.id, fold.dossier.site.sources[found.subject.id]
    assert isinstance(spec, Genset | MobileGenset)
    rated = spec.rated_kw
    told: dict[str, Number] = {
        "rated_kw": rated,
        "kw": 0.0,
        "limit_kw": 0.0,
        "kva": 0.0,
        "limit_kva": 0.0,
        "percent": 0,
    }
    if found.facts.what == "overload":
        return told | {"kw": max(e.data["kw"] for e in fold.of("source_loaded", source=name))}
    if found.facts.what == "unstated":
        rise = max(after - before for before, after in _steps(fold, name))
        return told | {"kw": round(rise, 1), "percent": round(100 * rise / rated)}
    data = fold.anchor(found, "load_step").data
    told |= {key: data[key] for key in ("kw", "limit_kw", "kva", "limit_kva")}
    return told | {"percent": round(100 * data["kw"] / rated)}


def _steps(fold: Fold, name: str) -> list[tuple[float, float]]:
    """Load of the source before and after every instant that changed it."""
    ends: dict[int, float] = {}
    for event in fold.of("source_loaded", source=name):
        ends[event.t_ms] = event.data["kw"]
    levels = [0.0, *(ends[t] for t in sorted(ends))]
    return list(pairwise(levels))


def _g07(fold: Fold, found: Finding) -> dict[str, Number]:
    name, spec = found.subject.id, fold.dossier.site.sources[found.subject.id]
    assert isinstance(spec, Genset)
    least = spec.rated_kw * spec.min_load_percent / 100
    best: tuple[int, float] = (0, 0.0)
    since, kw, highest, running = None, 0.0, 0.0, False
    for event in (*fold.of("source_running", "source_loaded", "source_stopped", source=name), None):
        t_ms = event.t_ms if event else fold.end
        if event is not None:
            running = running if event.type == "source_loaded" else event.type == "source_running"
            kw = event.data["kw"] if event.type == "source_loaded" else kw if running else 0.0
        low = event is not None and running and kw < least
        if low:
            since, highest = (t_ms, kw) if since is None else (since, max(highest, kw))
        elif since is not None:
            best, since = max(best, (t_ms - since, highest), key=lambda each: each[0]), None
    lasted, kw = best
    return {
        "lasted_ms": lasted,
        "kw": kw,
        "percent": round(100 * kw / spec.rated_kw, 1),
        "least_percent": spec.min_load_percent,
    }


def _g08(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, G08)
    name, spec = found.subject.id, fold.dossier.site.sources[found.subject.id]
    assert isinstance(spec, Ups)
    empty = fold.anchor(found, "battery_empty")
    began = fold.last(empty, "ups_on_battery", source=name)
    until = fold.next_ms(empty.t_ms, "ups_on_mains", source=name)
    since = began.t_ms if began else empty.t_ms
    return {
        "at_ms": empty.t_ms,
        "lasts_ms": empty.t_ms - since,
        "needed_ms": until - since if began else 0,
        "load_kw": began.data["load_kw"] if began else 0,
        "percent": spec.battery_percent,
        "charged_percent": _charged(spec, began.data["energy_kwh"]) if began else 100,
    }


def _charged(spec: Ups, energy_kwh: float) -> int:
    return min(100, round(energy_kwh / spec.battery_kwh / spec.battery_percent * 100 * 100))


def _g09(fold: Fold, found: Finding) -> dict[str, Number]:
    """After how long above its rating it went to bypass."""
    assert isinstance(found.facts, G09)
    name, spec = found.subject.id, fold.dossier.site.sources[found.subject.id]
    assert isinstance(spec, Ups)
    if found.facts.what != "overload":
        return {"kw": 0.0, "rated_kw": spec.rated_kw, "after_ms": 0}
    over = [e for e in fold.of("ups_overloaded", source=name) if e.data["kw"] > spec.rated_kw]
    aside = next(fold.of("ups_mode", source=name, mode="bypass", cause="overload"), None)
    since = _above_since(fold, name, spec.rated_kw, aside) if aside else 0
    heaviest = max(e.data["kw"] for e in over)
    return {"kw": heaviest, "rated_kw": spec.rated_kw, "after_ms": aside.t_ms - since if aside else 0}


def _above_since(fold: Fold, name: str, rated: float, until: Event) -> int:
    since: int | None = None
    for event in fold.of("ups_overloaded", source=name):
        if event.seq < until.seq:
            since = (event.t_ms if since is None else since) if event.data["kw"] > rated else None
    assert since is not None
    return since


def _g10(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, G10)
    loads = found.facts.loads
    first = next((e for e in fold.of("load_lost") if e.data["load"] in loads), None)
    at = first.t_ms if first else fold.next_ms(fold.start, "source_lost")
    away = [ms for load in loads if (ms := _longest_without(fold, load))]
    ran = next((e.t_ms for e in fold.of("source_running", source=found.subject.id) if e.t_ms >= at), at)
    return {"at_ms": at, "mains_away_ms": min(away, default=0), "ran_after_ms": ran - at}


def _longest_without(fold: Fold, load: str) -> int:
    """The longest stretch in which no feeder reached the load, or it was dark."""
    feeders = {row.name for row in fold.dossier.network.ext_grid}
    fed = [span for a, b, by in fold.mains.behind(load) if by & feeders for span in _light((a, b), fold.dark(load))]
    edges = [fold.start, *(t for span in _joined(fed) for t in span), fold.end]
    return max(b - a for a, b in zip(edges[::2], edges[1::2], strict=True))


def _joined(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _light(span: Span, holes: list[Span]) -> list[Span]:
    left = [span]
    for low, high in holes:
        left = [part for a, b in left for part in ((a, min(b, low)), (max(a, high), b)) if part[0] < part[1]]
    return left


def _g11(fold: Fold, found: Finding) -> dict[str, Number]:
    start, end = fold.longest(found.subject.id)
    return {"at_ms": start, "outage_ms": end - start}


def _g12(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, G12)
    genset, spec = found.subject.id, fold.dossier.site.sources[found.subject.id]
    assert isinstance(spec, Genset | MobileGenset)
    kw = sum(fold.initial["loads"][load]["demand_kw"] for load in found.facts.loads)
    longest = max(_carried_ms(fold, load, genset) for load in found.facts.loads)
    percent = round(100 * kw / spec.rated_kw)
    return {"kw": round(kw, 1), "rated_kw": spec.rated_kw, "percent": percent, "longest_ms": longest}


def _carried_ms(fold: Fold, load: str, genset: str) -> int:
    """Return how long the set alone of all mains fed the load, ms."""
    feeders = {row.name for row in fold.dossier.network.ext_grid}
    spans = [(a, b) for a, b, by in fold.mains.behind(load) if genset in by and not by & feeders]
    return sum(b - a for span in spans for a, b in _light(span, fold.dark(load)))


def _g13(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, G13)
    box = fold.dossier.site.connection_points[found.subject.id]
    vehicle = fold.dossier.site.sources.get(found.facts.vehicle)
    cable = vehicle.cable_m if isinstance(vehicle, MobileGenset) else None
    return {"cable_m": cable or 0.0, "needed_cable_m": box.cable_m or 0.0}


def _g14(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, G14)
    if found.facts.how == "files":
        return {"at_ms": 0, "idle_ms": 0}
    source, breaker, board = found.subject.id, found.facts.breaker, found.facts.board
    first = fold.initial
    runs, is_open, dead = (
        first["sources"].get(source) == "live",
        breaker not in first["closed"],
        board not in first["live"],
    )
    spans, since = [], fold.start if runs and is_open and dead else None
    for event in fold.events:
        if event.type in ("source_running", "source_stopped") and event.data["source"] == source:
            runs = event.type == "source_running"
        elif event.type == "switch_moved" and event.data["switch"] == breaker:
            is_open = not event.data["closed"]
        elif event.type == "supply_changed" and board in (*event.data["live"], *event.data["dead"]):
            dead = board not in event.data["live"]
        idle = runs and is_open and dead
        if idle and since is None:
            since = event.t_ms
        elif not idle and since is not None:
            spans.append((since, event.t_ms))
            since = None
    spans += [(since, fold.end)] if since is not None else []
    start, end = max(spans, key=lambda span: span[1] - span[0])
    return {"at_ms": start, "idle_ms": end - start}


AGAIN: dict[str, Again] = {
    "G01": _g01,
    "G02": _stopped,
    "G03": _stopped,
    "G04": _g04,
    "G05": _at_anchor,
    "G06": _g06,
    "G07": _g07,
    "G08": _g08,
    "G09": _g09,
    "G10": _g10,
    "G11": _g11,
    "G12": _g12,
    "G13": _g13,
    "G14": _g14,
}

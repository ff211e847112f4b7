"""Folds events into intervals: outages, steps with their waits, store levels, the state at a moment.

Convention: an interval still open when the run ends has `end_ms` = the journal's end and `open` True. Gaps shorter
than 20 ms between two outages of the same load merge them (an ATS opens and closes within one glance of a clock).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from drillsim.journal.record import Journal

MERGE_MS = 20
_POURED_L = 0.5
"""A level further than this from where its rate led it has jumped."""


@dataclass(frozen=True, slots=True)
class Interval:
    """From `start_ms` to `end_ms`; `seqs` are the events that begin and end it."""

    start_ms: int
    end_ms: int
    open: bool = False
    seqs: tuple[int, ...] = ()
    note: str = ""

    @property
    def ms(self) -> int:
        """Length."""
        return self.end_ms - self.start_ms


@dataclass(frozen=True, slots=True)
class Wait:
    """One wait of a step: why, on what, from when to when."""

    reason: str
    on: tuple[str, ...]
    span: Interval


@dataclass(frozen=True, slots=True)
class StepRow:
    """The course of one step instance. Times are None where the step never got there."""

    step: str
    card: str
    by: tuple[str, ...] = ()
    state: str = "waiting"
    why: str = ""
    ready_ms: int | None = None
    started_ms: int | None = None
    finished_ms: int | None = None
    waits: tuple[Wait, ...] = ()
    seqs: tuple[int, ...] = ()


def load_outages(journal: Journal) -> dict[str, tuple[Interval, ...]]:
    """Outages of every load, in time order; a load that was never dark has an empty tuple."""
    loads = journal.initial.get("loads", {})
    dark_at_start = {load for load, state in loads.items() if not state["live"]}
    spans = _spans(journal, loads, dark_at_start, "load", lost=("load_lost",), back=("load_restored",))
    return {load: _merged(found) for load, found in spans.items()}


def function_outages(journal: Journal) -> dict[str, tuple[Interval, ...]]:
    """Times a function was neither normal nor riding through, for every function."""
    states = journal.initial.get("functions", {})
    open_at: dict[str, tuple[int, int]] = {
        name: (journal.start_ms, 0) for name, state in states.items() if not _works(state)
    }
    found: dict[str, list[Interval]] = {name: [] for name in states}
    for event in journal.of("function_changed"):
        name, works = event.data["function"], _works(event.data["state"])
        if works and name in open_at:
            start, seq = open_at.pop(name)
            found[name].append(Interval(start, event.t_ms, seqs=(seq, event.seq)))
        elif not works and name not in open_at:
            open_at[name] = (event.t_ms, event.seq)
    for name, (start, seq) in open_at.items():
        found[name].append(Interval(start, journal.end_ms, open=True, seqs=(seq,)))
    return {name: tuple(spans) for name, spans in found.items()}


def step_rows(journal: Journal) -> tuple[StepRow, ...]:
    """One row a step instance, in the order in which they first appear in the journal."""
    rows: dict[str, dict[str, Any]] = {}
    waits: dict[str, list[Wait]] = {}
    for event in journal.of("wait_begins", "wait_ends", "step_ready", "step_assigned", "step_begins", "step_ends"):
        name = event.data["step"]
        row = rows.setdefault(name, {"step": name, "card": "", "seqs": []})
        row["seqs"].append(event.seq)
        _note_step(row, event.type, event.t_ms, event.data)
        if event.type in ("wait_begins", "wait_ends"):
            _note_wait(waits.setdefault(name, []), event.type, event.t_ms, event.seq, event.data)
    return tuple(
        StepRow(**{**row, "seqs": tuple(row["seqs"])}, waits=_closed(waits.get(name, ()), journal.end_ms))
        for name, row in rows.items()
    )


def store_levels(journal: Journal, store: str) -> tuple[tuple[int, float], ...]:
    """Corner points (t_ms, litres) of the store's level; straight lines between them, upright where it was refilled."""
    level = journal.initial.get("stores", {}).get(store)
    if level is None:
        return ()
    points, rate, at = [(journal.start_ms, float(level))], 0.0, journal.start_ms
    for event in journal.of("store_rate"):
        if event.data["store"] == store:
            level, run_on = float(event.data["level_l"]), points[-1][1] + rate * (event.t_ms - at) / 3_600_000
            if abs(run_on - level) > _POURED_L:  # somebody refilled or drained it at that moment
                points.append((event.t_ms, max(run_on, 0.0)))
            points.append((event.t_ms, level))
            rate, at = float(event.data["l_per_h"]), event.t_ms
    end = points[-1][1] + rate * (journal.end_ms - at) / 3_600_000
    return (*points, (journal.end_ms, max(end, 0.0)))


@dataclass(slots=True)
class Snapshot:
    """The plant at one moment."""

    closed: set[str] = field(default_factory=set)
    live: set[str] = field(default_factory=set)
    dark_loads: set[str] = field(default_factory=set)
    sources: dict[str, str] = field(default_factory=dict)
    functions: dict[str, str] = field(default_factory=dict)


def state_at(journal: Journal, t_ms: int) -> Snapshot:
    """The plant after everything that happened up to and including `t_ms`."""
    first = journal.initial
    shot = Snapshot(
        closed=set(first.get("closed", ())),
        live=set(first.get("live", ())),
        dark_loads={load for load, state in first.get("loads", {}).items() if not state["live"]},
        sources=dict(first.get("sources", {})),
        functions=dict(first.get("functions", {})),
    )
    for event in journal.events:
        if event.t_ms > t_ms:
            break
        _apply(shot, event.type, event.data)
    return shot


def worst_moment(journal: Journal) -> int:
    """The first moment at which most demand is dark, in ms."""
    dark: dict[str, float] = {
        load: s["demand_kw"] for load, s in journal.initial.get("loads", {}).items() if not s["live"]
    }
    worst, at = sum(dark.values()), journal.start_ms
    events = list(journal.of("load_lost", "load_restored"))
    for place, event in enumerate(events):
        if event.type == "load_lost":
            dark[event.data["load"]] = event.data["demand_kw"]
        else:
            dark.pop(event.data["load"], None)
        last_of_instant = place + 1 == len(events) or events[place + 1].t_ms != event.t_ms
        if last_of_instant and sum(dark.values()) > worst + 1e-9:
            worst, at = sum(dark.values()), event.t_ms
    return at


def _works(state: str) -> bool:
    return state in ("normal", "riding_through")


def _spans(
    journal: Journal, names: Iterable[str], dark: set[str], key: str, *, lost: tuple[str, ...], back: tuple[str, ...]
) -> dict[str, list[Interval]]:
    found: dict[str, list[Interval]] = {name: [] for name in names}
    open_at: dict[str, tuple[int, int]] = {name: (journal.start_ms, 0) for name in found if name in dark}
    for event in journal.of(*lost, *back):
        name = event.data[key]
        if event.type in lost:
            open_at.setdefault(name, (event.t_ms, event.seq))
        elif name in open_at:
            start, seq = open_at.pop(name)
            found.setdefault(name, []).append(Interval(start, event.t_ms, seqs=(seq, event.seq)))
    for name, (start, seq) in open_at.items():
        found.setdefault(name, []).append(Interval(start, journal.end_ms, open=True, seqs=(seq,)))
    return found


def _merged(spans: Iterable[Interval]) -> tuple[Interval, ...]:
    out: list[Interval] = []
    for span in spans:
        if span.ms == 0 and not span.open:
            continue  # dead and live again within one instant is no interruption
        if out and span.start_ms - out[-1].end_ms < MERGE_MS:
            out[-1] = replace(span, start_ms=out[-1].start_ms, seqs=(*out[-1].seqs, *span.seqs))
        else:
            out.append(span)
    return tuple(out)


def _note_step(row: dict[str, Any], kind: str, t_ms: int, data: dict[str, Any]) -> None:
    """Writes what the event says of a step into the fields of its row."""
    if kind == "step_ready":
        row.update(card=data["card"], state="ready", ready_ms=t_ms)
    elif kind == "step_assigned":
        row["by"] = tuple(data["by"])
    elif kind == "step_begins":
        row.update(state="in_progress", started_ms=t_ms, by=tuple(data["by"]))
    elif kind == "step_ends":
        by = tuple(data["by"]) or row.get("by", ())
        row.update(card=data["card"], state=data["state"], why=data["why"], finished_ms=t_ms, by=by)


def _note_wait(waits: list[Wait], kind: str, t_ms: int, seq: int, data: dict[str, Any]) -> None:
    if kind == "wait_begins":
        waits.append(Wait(data["reason"], tuple(data["on"]), Interval(t_ms, t_ms, open=True, seqs=(seq,))))
        return
    for place in range(len(waits) - 1, -1, -1):
        wait = waits[place]
        if wait.span.open and wait.reason == data["reason"]:
            span = Interval(wait.span.start_ms, t_ms, seqs=(*wait.span.seqs, seq))
            waits[place] = replace(wait, span=span)
            return


def _closed(waits: Iterable[Wait], end_ms: int) -> tuple[Wait, ...]:
    return tuple(replace(w, span=replace(w.span, end_ms=end_ms)) if w.span.open else w for w in waits)


def _apply(shot: Snapshot, kind: str, data: dict[str, Any]) -> None:
    if kind == "switch_moved":
        (shot.closed.add if data["closed"] else shot.closed.discard)(data["switch"])
    elif kind == "supply_changed":
        shot.live.update(data["live"])
        shot.live.difference_update(data["dead"])
    elif kind == "load_lost":
        shot.dark_loads.add(data["load"])
    elif kind == "load_restored":
        shot.dark_loads.discard(data["load"])
    elif kind == "function_changed":
        shot.functions[data["function"]] = data["state"]
    elif kind in _SOURCE_STATE:
        shot.sources[data["source"]] = _SOURCE_STATE[kind]


_SOURCE_STATE = {
    "source_lost": "dead",
    "source_back": "live",
    "source_running": "live",
    "source_stopped": "dead",
    "start_failed": "failed",
    "ups_on_battery": "live",
    "ups_on_mains": "live",
    "ups_mode": "live",
    "battery_empty": "dead",
}

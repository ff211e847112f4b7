"""W-G: what a genset carries: too much, too much at once, too little for too long."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from drillsim.findings.facts import G06, G07
from drillsim.findings.finding import Finding
from drillsim.findings.rules.make import finding
from drillsim.findings.severity import by_device
from drillsim.findings.view import View
from drillsim.journal import Event
from drillsim.schema import Genset, MobileGenset

USUAL_STEP_PERCENT = 60.0
"""Load step a set usually accepts at once, per cent, where the file does not say. Assumed (ISO 8528 practice,
unverified)."""
AT_ONCE_MS = 2_000
"""Load this soon after a closing was put on by it; assumed."""
LONG_MS = 3_600_000
"""Running below its least load for longer than this soots it. Assumed; NFPA 110 tests last 30 min."""


def overloaded(view: View) -> Iterator[Finding]:
    """G06: a genset was given more than its rating, or more at once than it takes; one finding a genset and kind."""
    for name, spec in view.site.sources.items():
        if isinstance(spec, Genset | MobileGenset):
            yield from _too_much(view, name, spec.rated_kw)
            yield from _too_much_at_once(view, name, spec.rated_kw)
        if isinstance(spec, Genset) and spec.step_load_percent is None:
            yield from _step_not_stated(view, name, spec.rated_kw)


def _too_much(view: View, name: str, rated_kw: float) -> Iterator[Finding]:
    over = [e for e in view.events("source_loaded", source=name) if e.data["kw"] > rated_kw]
    if not over:
        return
    trip = next(view.events("source_stopped", source=name, cause="overload"), None)
    heaviest = max(over, key=lambda e: e.data["kw"])
    facts = G06(what="overload", rated_kw=rated_kw, kw=heaviest.data["kw"], tripped="yes" if trip else "no")
    endangers = by_device(view, name, trip.t_ms, view.journal.end_ms) if trip else ()
    evidence = [heaviest.seq, *([trip.seq] if trip else [])]
    yield finding(view, "G06", name, facts, evidence, endangers, _put_on(view, heaviest))


def _too_much_at_once(view: View, name: str, rated_kw: float) -> Iterator[Finding]:
    for step in list(view.events("load_step", source=name))[:1]:
        stop = view.first("source_stopped", after=step.t_ms, source=name, cause="step_load")
        motors = step.data["kva"] > step.data["limit_kva"]
        facts = G06(
            what="motors" if motors else "step",
            rated_kw=rated_kw,
            kw=step.data["kw"],
            limit_kw=step.data["limit_kw"],
            kva=step.data["kva"],
            limit_kva=step.data["limit_kva"],
            percent=round(100 * step.data["kw"] / rated_kw),
            tripped="yes",
        )
        endangers = by_device(view, name, step.t_ms, view.journal.end_ms)
        evidence = [step.seq, *([stop.seq] if stop else [])]
        yield finding(view, "G06", name, facts, evidence, endangers, _put_on(view, step))


def _put_on(view: View, load: Event) -> tuple[str, ...]:
    """The step that closed a switch just before: it put the load on."""
    moved = [e for e in view.events("switch_moved", closed=True) if load.t_ms - AT_ONCE_MS <= e.t_ms <= load.t_ms]
    return tuple(dict.fromkeys(e.data["cause_id"] for e in moved[-1:] if e.data["cause_id"] in view.clauses))


def _step_not_stated(view: View, name: str, rated_kw: float) -> Iterator[Finding]:
    """The largest rise within one instant, where nobody has said what the set takes."""
    if not any(view.events("source_running", source=name)):
        return
    rises = [(kw - before, event) for (before, _), (kw, event) in pairwise(_by_instant(view, name))]
    if not rises:
        return
    rise, event = max(rises, key=lambda each: each[0])
    percent = round(100 * rise / rated_kw)
    if percent > USUAL_STEP_PERCENT:
        facts = G06(what="unstated", rated_kw=rated_kw, kw=round(rise, 1), percent=percent)
        yield finding(view, "G06", name, facts, [event.seq], form="paper")


def _by_instant(view: View, name: str) -> list[tuple[float, Event]]:
    """Its load at the end of every instant that changed it, after 0 kW at the beginning."""
    last: dict[int, tuple[float, Event]] = {view.journal.start_ms - 1: (0.0, view.journal.events[0])}
    for event in view.events("source_loaded", source=name):
        last[event.t_ms] = (float(event.data["kw"]), event)
    return list(last.values())


def long_at_low_load(view: View) -> Iterator[Finding]:
    """G07: a genset ran below its least load for more than an hour; one finding a genset, its longest time."""
    for name, spec in view.site.sources.items():
        if not isinstance(spec, Genset):
            continue
        least = spec.rated_kw * spec.min_load_percent / 100
        spans = [span for span in _low_spans(view, name, least) if span[1] - span[0] > LONG_MS]
        if not spans:
            continue
        start, end, kw, seqs = max(spans, key=lambda span: span[1] - span[0])
        facts = G07(
            kw=kw,
            percent=round(100 * kw / spec.rated_kw, 1),
            least_percent=spec.min_load_percent,
            lasted_ms=end - start,
        )
        yield finding(view, "G07", name, facts, seqs)


def _low_spans(view: View, name: str, least_kw: float) -> Iterator[tuple[int, int, float, list[int]]]:
    """Times it ran below `least_kw`: start, end, highest load in it, the events that begin and end it."""
    since: tuple[int, int] | None = None
    running, kw, highest = False, 0.0, 0.0
    for event in (*view.events("source_running", "source_loaded", "source_stopped", source=name), None):
        t_ms, seq = (event.t_ms, event.seq) if event else (view.journal.end_ms, len(view.journal.events) - 1)
        running, kw = _after(event, running, kw)
        low = running and kw < least_kw and event is not None
        if low and since is None:
            since, highest = (t_ms, seq), kw
        elif low:
            highest = max(highest, kw)
        elif since is not None:
            yield since[0], t_ms, highest, [since[1], seq]
            since = None


def _after(event: Event | None, running: bool, kw: float) -> tuple[bool, float]:
    if event is None:
        return running, kw
    if event.type == "source_loaded":
        return running, float(event.data["kw"])
    return event.type == "source_running", kw if event.type == "source_running" else 0.0

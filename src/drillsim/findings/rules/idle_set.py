"""G14: own supply that runs and feeds nobody: its breaker is open, its board dark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from drillsim.findings.facts import G14
from drillsim.findings.finding import Finding
from drillsim.findings.reach import behind
from drillsim.findings.rules.make import finding, steps_doing
from drillsim.findings.severity import Form, by_device
from drillsim.findings.view import View
from drillsim.journal import Interval
from drillsim.plant import breakers, never_closed

GRACE_MS = 300_000
"""A set started by hand may stand so long before its breaker is closed; assumed."""


def feeds_nobody(view: View) -> Iterator[Finding]:
    """G14: seen in the run, for longer than the grace, with loads dark behind it; else from the files, where a step
    starts a set and nothing closes its breaker. One finding a set."""
    for name, breaker, board in _sets(view):
        seen = max(_idle(view, name, breaker, board), key=lambda span: span.ms, default=None)
        if seen is not None and seen.ms > GRACE_MS and (dark := _dark_behind(view, name, seen)):
            endangers = by_device(view, name, seen.start_ms, seen.end_ms)
            facts = _facts(breaker, board, "run", dark, seen)
            form = _form(view, dark)
            yield finding(
                view, "G14", name, facts, seen.seqs, endangers, steps_doing(view, ("start",), name), form=form
            )
        elif starts := never_closed(view.dossier, name, breaker):
            loads = behind(view.dossier, name)
            facts = _facts(breaker, board, "files", loads, Interval(0, 0))
            yield finding(view, "G14", name, facts, (0,), (), starts, form=_form(view, loads))


def _sets(view: View) -> Iterator[tuple[str, str, str]]:
    """Every set that has a way to a board: id, breaker, the bus beyond it; a vehicle where it was plugged in last."""
    for name, breaker, board in breakers(view.dossier):
        connected = [str(event.data["point"]) for event in view.events("connected", source=name)]
        box = view.site.connection_points[connected[-1]] if connected else None
        yield (name, box.switch, box.bus) if box else (name, breaker, board)


def _idle(view: View, source: str, breaker: str, board: str) -> Iterator[Interval]:
    """Times at which the set ran, its breaker was open and its board dead, by the events that began and ended them."""
    first = view.journal.initial
    runs, is_open = first.get("sources", {}).get(source) == "live", breaker in first.get("open", ())
    is_dead, since = board not in first.get("live", ()), (view.journal.start_ms, 0)
    idle = runs and is_open and is_dead
    for event in view.events("source_running", "source_stopped", "switch_moved", "supply_changed"):
        data = event.data
        if data.get("source") == source:
            runs = event.type == "source_running"
        elif data.get("switch") == breaker:
            is_open = not data["closed"]
        elif event.type == "supply_changed":
            is_dead = (is_dead or board in data["dead"]) and board not in data["live"]
        was, idle = idle, runs and is_open and is_dead
        if idle and not was:
            since = (event.t_ms, event.seq)
        elif was and not idle:
            yield Interval(since[0], event.t_ms, seqs=(since[1], event.seq))
    if idle:
        yield Interval(since[0], view.journal.end_ms, open=True, seqs=(since[1],))


def _dark_behind(view: View, source: str, span: Interval) -> tuple[str, ...]:
    """Loads the set could feed that were dark at some time of the span."""
    spans = view.load_outages
    return tuple(
        load
        for load in behind(view.dossier, source)
        if any(dark.start_ms < span.end_ms and dark.end_ms > span.start_ms for dark in spans.get(load, ()))
    )


def _form(view: View, loads: tuple[str, ...]) -> Form:
    """A hazard where one of the loads is protected: it has a limit, or is safety-critical or of grade 1S."""
    protected = {each.id for each in view.verdicts if each.kind == "load" and each.protected}
    stated = (view.site.loads[load] for load in loads if load in view.site.loads)
    critical = any(load.security or load.grade == "1S" for load in stated)
    return "hazard" if critical or protected & set(loads) else ""


def _facts(breaker: str, board: str, how: Literal["run", "files"], loads: tuple[str, ...], span: Interval) -> G14:
    return G14(how=how, breaker=breaker, board=board, loads=loads, at_ms=span.start_ms, idle_ms=span.ms)

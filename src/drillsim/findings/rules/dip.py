"""W-A: what a dip opens, and what comes after it: motors starting together, loads picking up cold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.findings.facts import A05, A06
from drillsim.findings.finding import Finding
from drillsim.findings.rules.make import finding, steps_doing
from drillsim.findings.severity import by_time
from drillsim.findings.view import View
from drillsim.journal import Event

SHORT_MS = 1_000
"""Voltage back within this is a dip to whoever let go, not an outage one has to restart from anyway; assumed."""
START_DIP_PU = 0.8
"""A start may take a fifth of the voltage away (GB 50055, 20 %, as commonly quoted, unverified)."""


@dataclass(frozen=True, slots=True)
class _Drop:
    event: Event
    device: str
    bus: str
    back: Event | None


def let_go(view: View) -> Iterator[Finding]:
    """A05: undervoltage releases and contactors opened in a dip, and somebody had to go round and close them again."""
    for drops in _together(tuple(_short_drops(view))):
        first = drops[0].event
        dip = _whole_dip(view, first.t_ms)
        backs = [drop.back for drop in drops if drop.back is not None]
        open_ = len(drops) - len(backs)
        until = view.journal.end_ms if open_ else max(back.t_ms for back in backs)
        breakers = [drop for drop in drops if drop.event.type == "switch_moved"]
        facts = A05(
            breakers=len(breakers),
            contactors=len(drops) - len(breakers),
            devices=tuple(drop.device for drop in drops),
            left_percent=round(100 * dip.data["residual_pu"]) if dip else 0,
            for_ms=dip.data["for_ms"] if dip else SHORT_MS,
            took_ms=until - first.t_ms,
            open=open_,
        )
        steps = [s for drop in drops for s in steps_doing(view, ("start", "close", "restore"), drop.device)]
        evidence = [drop.event.seq for drop in drops] + [back.seq for back in backs]
        yield finding(view, "A05", drops[0].device, facts, evidence, by_time(view, first.t_ms, until), steps)


def _short_drops(view: View) -> Iterator[_Drop]:
    """Whatever let go although the voltage was only low, or soon back, and did not come back by itself."""
    buses = {row.name: row.bus for row in view.dossier.network.loads}
    for event in view.events("switch_moved", "load_dropped"):
        if event.data["cause"] == "undervoltage":
            name, bus = str(event.data["switch"]), str(event.data["cause_id"])
            back = next((e for e in view.events("switch_moved", switch=name, closed=True) if e.seq > event.seq), None)
        elif event.data["cause"] == "contactor":
            name, bus = str(event.data["load"]), buses[event.data["load"]]
            back = next((e for e in view.events("load_picked_up", load=name) if e.seq > event.seq), None)
        else:
            continue
        drop = _Drop(event, name, bus, back)
        by_itself = back is not None and back.data["cause"] == "auto"
        if not by_itself and (_dip_at(view, drop) is not None or _soon_back(view, drop)):
            yield drop


def _dip_at(view: View, drop: _Drop) -> Event | None:
    """The dip during which it let go."""
    dips = view.events("voltage_dip")
    at = drop.event.t_ms
    return next((e for e in dips if drop.bus in e.data["buses"] and e.t_ms - e.data["for_ms"] <= at <= e.t_ms), None)


def _whole_dip(view: View, t_ms: int) -> Event | None:
    """The longest dip at that moment anywhere: where everything let go, it was over at once."""
    dips = [e for e in view.events("voltage_dip") if e.t_ms - e.data["for_ms"] <= t_ms <= e.t_ms]
    return max(dips, key=lambda e: e.data["for_ms"], default=None)


def _soon_back(view: View, drop: _Drop) -> bool:
    changes = view.events("supply_changed")
    return any(drop.bus in e.data["live"] and 0 <= e.t_ms - drop.event.t_ms <= SHORT_MS for e in changes)


def _together(drops: tuple[_Drop, ...]) -> Iterator[list[_Drop]]:
    """Drops of one disturbance: each within a second of the one before."""
    group: list[_Drop] = []
    for drop in drops:
        if group and drop.event.t_ms - group[-1].event.t_ms > SHORT_MS:
            yield group
            group = []
        group.append(drop)
    if group:
        yield group


def picks_up(view: View) -> Iterator[Finding]:
    """A06: motors that re-accelerate together, or loads that come back cold, pull the voltage down or trip
    something."""
    yield from _starts(view)
    yield from _cold(view)


def _starts(view: View) -> Iterator[Finding]:
    buses = {row.name: row.bus for row in view.dossier.network.loads}
    for dip in view.events("voltage_dip", cause="motors"):
        began = dip.t_ms - dip.data["for_ms"]
        starts = [e for e in view.events("motor_runs_up") if began <= e.t_ms <= dip.t_ms]
        starts = [e for e in starts if buses[e.data["load"]] in dip.data["buses"]]  # who starts elsewhere pulls there
        low = [e for e in view.events("load_lost", why="voltage") if began <= e.t_ms <= dip.t_ms]
        low = [e for e in low if buses[e.data["load"]] in dip.data["buses"]]
        hit = sorted((*_consequences(view, began, dip.t_ms), *low), key=lambda e: e.seq)
        if starts and (hit or dip.data["residual_pu"] < START_DIP_PU):
            loads = tuple(dict.fromkeys(str(e.data["load"]) for e in starts))
            facts = A06(
                what="motors",
                loads=loads,
                amount=round(sum(e.data["kva"] for e in starts)),
                left_percent=round(100 * dip.data["residual_pu"]),
                for_ms=dip.data["for_ms"],
                n=len(loads),
                struck=_struck(hit),
                hit="yes" if hit else "no",
            )
            yield _picked_up(view, facts, (*starts, dip), hit, began, dip.t_ms)


def _cold(view: View) -> Iterator[Finding]:
    """One finding an outage: loads that came back cold in the same instant."""
    began: dict[int, list[Event]] = {}
    for event in view.events("load_restored"):
        change = next((e for e in view.events("demand_changed", load=event.data["load"]) if e.t_ms == event.t_ms), None)
        if change is not None:
            began.setdefault(event.t_ms, []).append(change)
    for t_ms, changes in began.items():
        loads = tuple(str(e.data["load"]) for e in changes)
        ends = [e.t_ms for e in view.events("demand_changed") if e.data["load"] in loads and e.data["factor"] <= 1]
        until = max((end for end in ends if end > t_ms), default=view.journal.end_ms)
        hit = _consequences(view, t_ms, until)
        if hit:
            more = sum(e.data["demand_kw"] * (1 - 1 / e.data["factor"]) for e in changes)
            facts = A06(
                what="cold",
                loads=loads,
                amount=round(more),
                left_percent=100,
                for_ms=until - t_ms,
                n=len(loads),
                struck=_struck(hit),
                hit="yes",
            )
            yield _picked_up(view, facts, tuple(changes), hit, t_ms, until)


def _consequences(view: View, start_ms: int, end_ms: int) -> list[Event]:
    """Return the events that let go, tripped or overloaded something in between."""
    found = [
        *view.events("load_dropped", cause="contactor"),
        *view.events("switch_moved", cause="undervoltage"),
        *view.events("switch_moved", cause="overload"),
        *view.events("source_stopped", cause="overload"),
        *view.events("overload_begins"),
    ]
    return sorted((e for e in found if start_ms <= e.t_ms <= end_ms), key=lambda e: e.seq)


def _struck(hit: list[Event]) -> tuple[str, ...]:
    names = (e.data.get("load") or e.data.get("switch") or e.data.get("source") or e.data["element"] for e in hit)
    return tuple(dict.fromkeys(str(name) for name in names))


def _picked_up(
    view: View, facts: A06, causes: tuple[Event, ...], hit: list[Event], start_ms: int, end_ms: int
) -> Finding:
    evidence = [*(e.seq for e in causes), *(e.seq for e in hit)]
    endangers = by_time(view, start_ms, end_ms) if hit else ()
    if all("load" in e.data for e in hit):  # nothing tripped: only these themselves were without voltage
        endangers = tuple(m for m in endangers if set(m.loads) & set(facts.struck))
    return finding(view, "A06", facts.loads[0], facts, evidence, endangers)

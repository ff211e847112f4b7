"""W-A: what protection switched off, and whether it had to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drillsim.findings.facts import A04
from drillsim.findings.finding import Finding
from drillsim.findings.rules.make import finding
from drillsim.findings.severity import by_time
from drillsim.findings.view import View
from drillsim.findings.zones import drowned
from drillsim.journal import Event
from drillsim.schema import Feeder


def not_selective(view: View) -> Iterator[Finding]:
    """A04: a device upstream tripped before the one next to the fault; a back-up device had to trip; or selectivity was
    an assumption because a device has no settings. With it what the neighbours on the feeder's head lose.

    A device that did not trip because its zone is lost is no matter of grading: that is G05.
    """
    for trip in view.events("protection_trips"):
        if _stuck_itself(view, trip):
            continue  # it was to trip and did not: no matter of grading
        if "overtakes" in trip.data and trip.data["overtakes_ms"] >= trip.data["after_ms"]:
            yield _overtaken(view, trip)
        elif trip.data["backup"]:
            yield from _backup(view, trip)
    yield from _source_cleared(view)
    yield from _assumed(view)


def _stuck_itself(view: View, trip: Event) -> bool:
    stuck = view.events("switch_stuck", switch=trip.data["device"], cause="protection")
    return any(e.t_ms == trip.t_ms and e.data["cause_id"] == trip.data["element"] for e in stuck)


def _overtaken(view: View, trip: Event) -> Finding:
    """Upstream before downstream, with both settings."""
    device, first = str(trip.data["device"]), str(trip.data["overtakes"])
    facts = A04(
        what="overtaken",
        devices=(device,),
        failed=(first,),
        after_ms=trip.data["after_ms"],
        due_ms=trip.data["overtakes_ms"],
        current_a=round(trip.data.get("current_a", 0)),
        element=str(trip.data["element"]),
    )
    return _told(view, trip, device, facts, ())


def _backup(view: View, trip: Event) -> Iterator[Finding]:
    device, element = str(trip.data["device"]), str(trip.data["element"])
    stuck = [
        *view.events("switch_stuck", cause="protection", cause_id=element),
        *view.events("protection_silent", element=element),
    ]
    names = [(e, str(e.data.get("switch") or e.data["device"])) for e in stuck if e.seq < trip.seq]
    failed = [(e, name) for e, name in names if name != device]
    if failed and drowned(view, failed[-1][1], trip.t_ms):
        return
    silent = tuple(dict.fromkeys(name for _, name in failed)) or ("—",)
    facts = A04(what="backup", devices=(device,), failed=silent, element=element)
    yield _told(view, trip, device, facts, tuple(e.seq for e, _ in failed))


def _source_cleared(view: View) -> Iterator[Finding]:
    """Nothing between the fault and the source acted: the source's own protection had to."""
    for lost in view.events("source_lost", cause="backup"):
        silent = [e for e in view.events("protection_silent", "switch_stuck") if e.seq < lost.seq and _carried(view, e)]
        names = tuple(dict.fromkeys(str(e.data.get("device") or e.data["switch"]) for e in silent))
        element = str(silent[-1].data.get("element") or silent[-1].data["cause_id"]) if silent else ""
        source = str(lost.data["source"])
        facts = A04(what="backup", devices=(source,), failed=names or ("—",), element=element)
        yield _told(view, lost, source, facts, [e.seq for e in silent])


def _carried(view: View, event: Event) -> bool:
    """Return whether the fault's current ran through what did not open; a device on the dead side keeps no fault
    alive."""
    if event.type == "protection_silent":
        return bool(event.data["current_a"] > 0)
    trips = view.events("protection_trips", device=event.data["switch"], element=event.data["cause_id"])
    return any(trip.t_ms == event.t_ms and trip.data.get("current_a", 1) > 0 for trip in trips)


def _assumed(view: View) -> Iterator[Finding]:
    trips = list(view.events("protection_trips", assumed=True))
    if trips:
        devices = tuple(dict.fromkeys(str(e.data["device"]) for e in trips))
        facts = A04(what="assumed", devices=devices, failed=(), element=trips[0].data["element"])
        yield finding(view, "A04", devices[0], facts, [e.seq for e in trips], form="paper")


def _told(view: View, trip: Event, device: str, facts: A04, evidence: list[int] | tuple[int, ...]) -> Finding:
    told, seqs = _with_neighbours(view, facts, device, trip.t_ms)
    endangers = by_time(view, trip.t_ms, view.journal.end_ms)
    return finding(view, "A04", device, told, (*evidence, trip.seq, *seqs), endangers)


def _with_neighbours(view: View, facts: A04, device: str, t_ms: int) -> tuple[A04, tuple[int, ...]]:
    """With what others on the feeder lose by this trip: how much, and for how long until the head is closed to stay;
    and the event that says so."""
    lost = next((e for e in view.events("neighbours_lost") if e.t_ms == t_ms and _is_head(view, e, device)), None)
    if lost is None:
        return facts, ()
    name = str(lost.data["source"])
    back = _back_to_stay(view, name, device, t_ms)
    until = back if back is not None else view.journal.end_ms
    kw = round(lost.data["kw"])
    told = replace(facts, neighbours="yes", neighbours_kw=kw, neighbours_ms=until - t_ms, feeder=name)
    return told, (lost.seq,)


def _is_head(view: View, lost: Event, device: str) -> bool:
    spec = view.site.sources.get(lost.data["source"])
    return device == lost.data["source"] or (isinstance(spec, Feeder) and spec.breaker == device)


def _back_to_stay(view: View, feeder: str, device: str, t_ms: int) -> int | None:
    """Return the time the feeder's head is closed, or the feeder back, for the last time, ms; None when it stays
    out."""
    back: int | None = None
    for event in view.events("switch_moved", "source_back", "source_lost"):
        if event.t_ms <= t_ms or device not in (event.data.get("switch"), event.data.get("source")):
            continue
        closes = event.type == "source_back" or bool(event.data.get("closed"))
        back = event.t_ms if closes else None
    return back

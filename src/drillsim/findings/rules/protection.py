"""W-A: what protection switched off, and whether it had to."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.findings.finding import Finding
from drillsim.findings.rules.make import Fact, finding
from drillsim.findings.severity import by_time
from drillsim.findings.view import View
from drillsim.findings.zones import drowned
from drillsim.journal.events import Event
from drillsim.schema.source import Feeder


def not_selective(view: View) -> Iterator[Finding]:
    """A04: a device upstream tripped before the one next to the fault; a back-up device had to trip; or selectivity was
    an assumption because a device has no settings. With it what the neighbours on the feeder's head lose.

    A device that did not trip because its zone is lost is no matter of grading: that is G05.
    """
    for trip in view.events("protection_trips"):
        if "overtakes" in trip.data:
            yield _overtaken(view, trip)
        elif trip.data["backup"]:
            yield from _backup(view, trip)
    yield from _source_cleared(view)
    yield from _assumed(view)


def _overtaken(view: View, trip: Event) -> Finding:
    """Upstream before downstream, with both settings."""
    device, first = str(trip.data["device"]), str(trip.data["overtakes"])
    facts: dict[str, Fact] = {
        "what": "overtaken",
        "devices": (device,),
        "failed": first,
        "after_ms": trip.data["after_ms"],
        "due_ms": trip.data["overtakes_ms"],
        "current_a": round(trip.data.get("current_a", 0)),
    }
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
    facts: dict[str, Fact] = {
        "what": "backup",
        "devices": (device,),
        "failed": failed[-1][1] if failed else "—",
        **_NO_NUMBERS,
    }
    yield _told(view, trip, device, facts, tuple(e.seq for e, _ in failed[-1:]))


def _source_cleared(view: View) -> Iterator[Finding]:
    """Nothing between the fault and the source acted: the source's own protection had to."""
    for lost in view.events("source_lost", cause="backup"):
        silent = [e for e in view.events("protection_silent", "switch_stuck") if e.seq < lost.seq]
        names = tuple(dict.fromkeys(str(e.data.get("device") or e.data["switch"]) for e in silent))
        facts: dict[str, Fact] = {
            "what": "backup",
            "devices": (lost.data["source"],),
            "failed": names[-1] if names else "—",
            **_NO_NUMBERS,
        }
        element = str(silent[-1].data.get("element") or silent[-1].data["cause_id"]) if silent else ""
        yield _told(view, lost, lost.data["source"], facts, [e.seq for e in silent], element)


def _assumed(view: View) -> Iterator[Finding]:
    trips = list(view.events("protection_trips", assumed=True))
    if trips:
        devices = tuple(dict.fromkeys(str(e.data["device"]) for e in trips))
        facts: dict[str, Fact] = {
            "what": "assumed",
            "devices": devices,
            "element": trips[0].data["element"],
            "failed": "",
            **_NO_NUMBERS,
            **_NO_NEIGHBOURS,
        }
        yield finding(view, "A04", devices[0], facts, [e.seq for e in trips], form="paper")


_NO_NUMBERS: dict[str, Fact] = {"after_ms": 0, "due_ms": 0, "current_a": 0}
_NO_NEIGHBOURS: dict[str, Fact] = {"neighbours": "no", "neighbours_kw": 0, "neighbours_ms": 0, "feeder": ""}


def _told(
    view: View,
    trip: Event,
    device: str,
    facts: dict[str, Fact],
    evidence: list[int] | tuple[int, ...],
    element: str | None = None,
) -> Finding:
    others, seqs = _neighbours(view, device, trip.t_ms)
    told = {**facts, "element": element if element is not None else str(trip.data["element"]), **others}
    endangers = by_time(view, trip.t_ms, view.journal.end_ms)
    return finding(view, "A04", device, told, (*evidence, trip.seq, *seqs), endangers)


def _neighbours(view: View, device: str, t_ms: int) -> tuple[dict[str, Fact], tuple[int, ...]]:
    """What others on the feeder lose by this trip: how much, and for how long until the head is closed to stay."""
    lost = next((e for e in view.events("neighbours_lost") if e.t_ms == t_ms and _is_head(view, e, device)), None)
    if lost is None:
        return dict(_NO_NEIGHBOURS), ()
    name = str(lost.data["source"])
    back = _back_to_stay(view, name, device, t_ms)
    facts: dict[str, Fact] = {
        "neighbours": "yes",
        "neighbours_kw": round(lost.data["kw"]),
        "neighbours_ms": (back if back is not None else view.journal.end_ms) - t_ms,
        "feeder": name,
    }
    return facts, (lost.seq,)


def _is_head(view: View, lost: Event, device: str) -> bool:
    spec = view.site.sources.get(lost.data["source"])
    return device == lost.data["source"] or (isinstance(spec, Feeder) and spec.breaker == device)


def _back_to_stay(view: View, feeder: str, device: str, t_ms: int) -> int | None:
    """When the feeder's head is closed, or the feeder back, for the last time; None when it stays out."""
    back: int | None = None
    for event in view.events("switch_moved", "source_back", "source_lost"):
        if event.t_ms <= t_ms or device not in (event.data.get("switch"), event.data.get("source")):
            continue
        closes = event.type == "source_back" or bool(event.data.get("closed"))
        back = event.t_ms if closes else None
    return back

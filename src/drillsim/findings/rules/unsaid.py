"""S08: nobody can say of a limit whether it was kept, for the plant stood where no figure of the files reaches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from drillsim.findings.dependencies import needed_loads
from drillsim.findings.facts import S08
from drillsim.findings.finding import Finding, Verdict
from drillsim.findings.rules.make import finding
from drillsim.findings.view import View
from drillsim.journal import Event

_CAUSES: dict[str, Literal["low", "overloaded"]] = {"low_voltage": "low", "overloaded": "overloaded"}


def nobody_can_say(view: View) -> Iterator[Finding]:
    """S08: one finding a cause: low voltage for long, an element far beyond its rating, no power flow."""
    for cause, word in _CAUSES.items():
        events = tuple(view.events("no_plant_carries_this", cause=cause))
        loads = {event.data["load"] for event in events}
        limits = tuple(each.id for each in view.verdicts if _is_open(each) and loads & set(_stands_on(view, each)))
        if limits:
            over = _heaviest(view, events[0].t_ms) if word == "overloaded" else None
            element = str(over.data["element"]) if over else ""
            at_ms = events[0].t_ms - events[0].data["after_ms"]
            facts = S08(cause=word, limits=limits, element=element, known="yes" if element else "no", at_ms=at_ms)
            evidence = (*(event.seq for event in events), *((over.seq,) if over else ()))
            yield finding(view, "S08", element or limits[0], facts, evidence)
    yield from _without_flow(view)


def _is_open(verdict: Verdict) -> bool:
    """Return whether it has a limit of which nobody can say."""
    lasting = verdict.endurance is not None and verdict.endurance.verdict == "cannot_say"
    return verdict.verdict == "cannot_say" or lasting


def _stands_on(view: View, verdict: Verdict) -> tuple[str, ...]:
    return (verdict.id,) if verdict.kind == "load" else needed_loads(view.dossier, verdict.id)


def _without_flow(view: View) -> Iterator[Finding]:
    events = tuple(view.events("cannot_say"))
    limits = tuple(each.id for each in view.verdicts if _is_open(each) and each.why == "no-power-flow")
    if events and limits:
        facts = S08(cause="no_flow", limits=limits, element="", known="no", at_ms=events[0].t_ms)
        yield finding(view, "S08", str(events[0].data["buses"][0]), facts, [event.seq for event in events])


def _heaviest(view: View, t_ms: int) -> Event | None:
    """Return the event of what is most overloaded at that time, as it began."""
    over: dict[str, Event] = {}
    for event in view.events("overload_begins", "overload_ends"):
        if event.t_ms <= t_ms:
            over.pop(str(event.data["element"]), None)
            if event.type == "overload_begins":
                over[str(event.data["element"])] = event
    return max(over.values(), key=lambda event: event.data["loading_percent"], default=None)

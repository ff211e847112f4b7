"""W-D: what a function loses with another, and how long service stays away after power is back."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.findings.dependencies import needed_loads
from drillsim.findings.facts import D01, D02, D03, D06
from drillsim.findings.finding import Finding
from drillsim.findings.rules.display import dark_spans
from drillsim.findings.rules.make import finding
from drillsim.findings.severity import by_time
from drillsim.findings.view import Missed, View
from drillsim.journal import Event, Interval
from drillsim.schema import Need

LEAST_GAP_MS = 60_000
"""A shorter time between power and service is not worth a line."""
LONG_GAP_MS = 60 * 60_000
"""A function without a limit that is back within this after power is no weak point; assumed."""
COOLING = ("cool", "chill", "hvac", "vent", "air-con", "aircon", "冷", "通风", "空调", "新风", "暖")
"""Words in an id or name that mark a function as cooling or ventilation where nobody wrote what its loads serve."""


def service_later_than_power(view: View) -> Iterator[Finding]:
    """D01: power was back for a function, the function was not; one finding a function, its longest gap."""
    for name, spans in view.function_outages.items():
        gaps = [
            (span.end_ms - back, span, back) for span in spans if (back := _power_back_ms(view, name, span)) is not None
        ]
        if not gaps or view.first("function_changed", function=name, state="harmed") is not None:
            continue  # what is harmed does not come back: that is D06
        gap, span, back = max(gaps, key=lambda each: each[0])
        if gap < LEAST_GAP_MS:
            continue
        facts = D01(
            power_after_ms=back - span.start_ms,
            service_after_ms=span.end_ms - span.start_ms,
            gap_ms=gap,
            back="no" if span.open else "yes",
            at_ms=back + LEAST_GAP_MS,
        )
        endangers = [m for m in by_time(view, back, span.end_ms) if m.id == name]
        if not endangers and not span.open and _is_counted_on(view, name, gap):
            continue
        yield finding(view, "D01", name, facts, span.seqs, endangers, _restart_steps(view, name))


def _is_counted_on(view: View, name: str, gap_ms: int) -> bool:
    """Return whether the customer's own limit leaves room for the restart; without a limit, whether it is short."""
    limited = view.site.functions[name].max_interruption is not None
    return limited or gap_ms < LONG_GAP_MS


def lost_with_cooling(view: View) -> Iterator[Finding]:
    """D02: a function was lost because cooling or ventilation was."""
    return _lost_with(view, "D02", cooling=True)


def lost_with_service(view: View) -> Iterator[Finding]:
    """D03: a function was lost because another one (water, air, gas, a network) was."""
    return _lost_with(view, "D03", cooling=False)


def harm_done(view: View) -> Iterator[Finding]:
    """D06: a function was away for longer than it may be before somebody or something is harmed."""
    for event in view.events("function_changed", state="harmed"):
        name = event.data["function"]
        spans = view.function_outages.get(name, ())
        span = next((each for each in spans if each.start_ms <= event.t_ms <= each.end_ms), None)
        start = span.start_ms if span else event.t_ms
        stops = [row for row in view.rows if row.step.startswith(f"safe_stop[{name}]")]
        facts = D06(
            harms=f"harm[{name}]",
            after_ms=event.t_ms - start,
            at_ms=event.t_ms,
            stop="none" if not stops else "late" if stops[-1].started_ms is not None else "never_begun",
        )
        evidence = (event.seq, *(span.seqs[:1] if span else ()))
        yield finding(view, "D06", name, facts, evidence, _missed_of(view, name), form="hazard")


def _lost_with(view: View, code: str, *, cooling: bool) -> Iterator[Finding]:
    """One finding a function, with everything it was lost with."""
    found: dict[str, dict[str, Event]] = {}
    for event in view.events("function_changed", state="lost"):
        name = event.data["function"]
        if not _by_functions_alone(view, event):
            continue
        for cause in event.data["because"]:
            if cause not in view.site.functions or is_cooling(view, cause) != cooling:
                continue
            if _ridden_out(view, name, cause, event.t_ms):
                found.setdefault(name, {}).setdefault(cause, event)
    for name, causes in found.items():
        facts = (D02 if cooling else D03)(other=tuple(causes), at_ms=min(event.t_ms for event in causes.values()))
        yield finding(view, code, name, facts, (event.seq for event in causes.values()), _missed_of(view, name))


def _by_functions_alone(view: View, event: Event) -> bool:
    """Return whether the loads, sources and stores the function needs itself that had been away for longer than it can
    do without would not have cost it alone: of several of which one is enough, another may have stood in."""
    name = event.data["function"]
    others = (each for each in event.data["because"] if each not in view.site.functions)
    gone = {each for each in others if _ridden_out(view, name, each, event.t_ms)}
    return not _breaks(view.site.functions[name].needs, gone)


def _breaks(need: Need, gone: set[str]) -> bool:
    """Return whether the need is not met without `gone`, all else there."""
    if need.any_:
        left = sum(not _breaks(part, gone) for part in need.any_)
        return left < need.at_least
    return need.subject in gone or any(_breaks(part, gone) for part in need.all_)


def _ridden_out(view: View, function: str, needed: str, t_ms: int) -> bool:
    """Return whether `needed` had been away at `t_ms` for at least as long as `function` can do without it."""
    lost = view.function_outages
    spans = lost[needed] if needed in lost else dark_spans(view, needed)
    since = next((span.start_ms for span in spans if span.start_ms <= t_ms < span.end_ms or span.open), t_ms)
    return t_ms - since >= ride_ms(view.site.functions[function].needs, needed)


def ride_ms(need: Need, subject: str) -> int:
    """Return how long a need bridges the loss of `subject`, ms: the rides on the way down to it, added; 0 when it is
    not there."""
    if need.subject == subject:
        return need.rides
    for part in need.all_ or need.any_:
        if any(leaf.subject == subject for leaf in part.leaves()):
            return need.rides + ride_ms(part, subject)
    return 0


def is_cooling(view: View, function: str) -> bool:
    """Return whether what its loads serve says that it cools or ventilates; its id or name, where none of them says."""
    loads = (view.site.loads.get(leaf.subject or "") for leaf in view.site.functions[function].needs.leaves())
    stated = [load.serves for load in loads if load is not None and "serves" in load.model_fields_set]
    if stated:
        return any(served in ("cooling", "ventilation") for served in stated)
    said = view.site.functions[function].name
    words = f"{function} {said.zh} {said.en}".lower()
    return any(word in words for word in COOLING)


def _power_back_ms(view: View, function: str, span: Interval) -> int | None:
    """Return the time the last of the loads it stands on, dark in this outage, was live again, ms, at the latest when
    it had all it needs and began to come back: it can do without a load that went dark after that. None while one it
    waits for is still dark, and for an outage that was not about power."""
    dark = [
        o
        for load in needed_loads(view.dossier, function)
        for o in view.load_outages.get(load, ())
        if o.start_ms <= span.end_ms and o.end_ms >= span.start_ms
    ]
    if not dark:
        return None
    times = [] if any(outage.open for outage in dark) else [max(outage.end_ms for outage in dark)]
    began = _began_to_come_back(view, function, span)
    times += [] if began is None else [began]
    return max(span.start_ms, min(times)) if times else None


def _began_to_come_back(view: View, function: str, span: Interval) -> int | None:
    """Return the time its restart began that was not overtaken by a new loss, ms; None where there is none."""
    inside = [e for e in view.events("function_changed", function=function) if span.start_ms <= e.t_ms < span.end_ms]
    return inside[-1].t_ms if inside and inside[-1].data["state"] == "restarting" else None


def _missed_of(view: View, name: str) -> tuple[Missed, ...]:
    return tuple(m for m in view.missed if m.id == name)


def _restart_steps(view: View, function: str) -> tuple[str, ...]:
    return tuple(row.step for row in view.rows if function in row.step and row.step not in view.clauses)

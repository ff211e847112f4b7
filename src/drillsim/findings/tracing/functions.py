"""The things a function waited for: its restart, and before that whatever it needs that came back last."""

from __future__ import annotations

from drillsim.findings.tracing.link import NOTHING, Anchor, Link
from drillsim.findings.tracing.record import WORKING, Record
from drillsim.findings.tracing.supply import acting
from drillsim.journal import Event


def changed(record: Record, anchor: Anchor) -> Link:
    """A function changed its state at `anchor.seq`; not at all, where the run ended first."""
    states = record.states.get(anchor.id, [])
    place = next((n for n in range(len(states) - 1, -1, -1) if states[n].seq <= anchor.seq), 0)
    now, before = states[place], states[place - 1]
    if anchor.seq < record.size and now.seq == anchor.seq and place:
        if now.state == "lost" and before.state == "riding_through":
            return Link(((record.t(before.seq), f"riding:{anchor.id}"),))
        now = before
    if now.state == "restarting":
        return restarting(record, anchor.id, now.seq, anchor.seq)
    return needed(record, Anchor("need", anchor.id, anchor.seq))


def restarting(record: Record, function: str, since: int, until: int) -> Link:
    """The people it takes, or the time it takes by itself, from `since`."""
    for event in record.events[since : min(until, record.size)]:
        if event.t_ms != record.t(since):
            break
        if event.type == "step_ready" and event.data["step"].startswith(f"restart[{function}]"):
            return Link(next=Anchor("step", event.data["step"], until))
    return Link(((record.t(since), f"restart:{function}"),), Anchor("need", function, since))


def needed(record: Record, anchor: Anchor) -> Link:
    """Return the link to the return of what it needed: the last of it in that instant, or what of it was still away."""
    spec = record.dossier.site.functions.get(anchor.id)
    if spec is None:
        return NOTHING
    names = tuple(dict.fromkeys((*(leaf.subject or "" for leaf in spec.needs.leaves()), *spec.after)))
    for event in record.before(anchor.seq) if anchor.seq < record.size else ():
        if (back := _came_back(record, event, names)) is not None:
            return Link(next=back)
    return Link(next=_away(record, anchor, names))


def _came_back(record: Record, event: Event, names: tuple[str, ...]) -> Anchor | None:
    data = event.data
    if event.type == "load_restored" and data["load"] in names:
        return Anchor("load", data["load"], event.seq)
    if event.type == "function_changed" and data["function"] in names and data["state"] in WORKING:
        return Anchor("function", data["function"], event.seq)
    if event.type == "measure_begins" and data["replaces"] in names:
        return acting(record, data["measure"], event.seq)
    return None


def _away(record: Record, anchor: Anchor, names: tuple[str, ...]) -> Anchor | None:
    """Return what came back last of what was away at that moment; one that never did before all others."""
    away = [found for name in names if name and (found := _away_until(record, name, anchor.seq)) is not None]
    return max(away, key=lambda each: each.seq) if away else None


def _away_until(record: Record, name: str, seq: int) -> Anchor | None:
    at = record.t(seq)
    for dark in record.dark.get(name, ()):
        if record.t(dark.start) <= at <= record.t(dark.end) and dark.end >= seq:
            return Anchor("load" if dark.end < record.size else "open", name, dark.end)
    states = record.states.get(name, ())
    gone = None
    for each in states:
        works = each.state in WORKING
        if gone is not None and works and each.seq >= seq:
            return Anchor("function", name, each.seq)
        gone = None if works else each.seq if gone is None else gone
        if each.seq > seq:
            break
    return Anchor("function", name, record.size) if gone is not None and gone < seq else None

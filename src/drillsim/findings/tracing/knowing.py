"""The ways people came to know: who told them, what they saw, and since when there was something to see."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from drillsim.findings.tracing.link import Anchor, Link
from drillsim.findings.tracing.record import Record
from drillsim.journal import Event

Wanted = Callable[[str, str, object], bool]
"""Function that says whether a fact (its kind, its id, its value) is one of those waited for."""


def told(record: Record, seq: int, wanted: Wanted, cause: str, person: str = "") -> Link | None:
    """Return the link to what let `person` (anybody without one) know one of the wanted facts, in the instant of `seq`,
    or earlier where it had to hold for a while; None when nobody learned any. `cause` is that of the time between a
    fact and its being known."""
    at = record.t(seq)
    for place in range(min(seq, record.size) - 1, -1, -1):
        event = record.events[place]
        if event.type == "learned" and (not person or person in event.data["people"]):
            for kind, name, value in event.data["facts"]:
                if wanted(kind, name, value):
                    return _after(_source(record, event, (kind, name, value), cause), event.t_ms, at, cause)
    return None


def _after(link: Link, known_ms: int, at: int, cause: str) -> Link:
    return link if known_ms == at else Link(((known_ms, cause), *link.parts), link.next)


def _source(record: Record, event: Event, fact: tuple[str, str, object], cause: str) -> Link:
    how, via = event.data["how"], event.data["via"]
    if how in ("message", "doing") and via in record.steps:
        return Link(next=Anchor("step", via, event.seq))
    if how == "doing" and via in record.cards:
        return Link(next=Anchor("card", via, event.seq))
    if how == "presence" and (came := _travelled(record, event)) is not None:
        return Link(next=came)
    return _seen(record, event.seq, fact, cause)


def _travelled(record: Record, event: Event) -> Anchor | None:
    """The step for which one of those who learned it had just come; None when they stood there already."""
    for each in record.before(event.seq):
        if each.type == "arrived" and each.data["person"] in event.data["people"]:
            for way in record.earlier(each.seq):
                if way.type == "travel_begins" and way.data["person"] == each.data["person"]:
                    step = way.data["step"]
                    return Anchor("step", step, each.seq) if step in record.steps else None
    return None


def _seen(record: Record, seq: int, fact: tuple[str, str, object], cause: str) -> Link:
    """Seen, shown or asked: from when there was something to see."""
    found = fact_at(record, seq, *fact)
    return Link(((record.t(found.seq), cause),), found) if found else Link()


def fact_at(record: Record, seq: int, kind: str, name: str, value: object) -> Anchor | None:
    """Return the anchor that made the fact so, last before `seq`; None where it was so from the start or nothing says
    when."""
    made = _MAKES.get(kind)
    if made is not None:
        for event in record.earlier(seq):
            anchor = made(event, name, value)
            if anchor is not None:
                return anchor
    return None


def _bus(event: Event, name: str, value: object) -> Anchor | None:
    if event.type != "supply_changed" or value not in ("live", "dead") or name not in event.data[value]:
        return None
    return Anchor("supply" if value == "live" else "taken", name, event.seq)


def _load(event: Event, name: str, value: object) -> Anchor | None:
    kind = "load_restored" if value == "live" else "load_lost"
    if event.type != kind or event.data["load"] != name:
        return None
    return Anchor("load" if value == "live" else "taken", name, event.seq)


_SOURCE = {
    "source_back": ("live", "returned"),
    "source_running": ("live", "source"),
    "source_lost": ("dead", "taken"),
    "source_stopped": ("dead failed", "taken"),
    "start_failed": ("failed", "source"),
}


def _source_state(event: Event, name: str, value: object) -> Anchor | None:
    values, kind = _SOURCE.get(event.type, ("", ""))
    if not values or str(value) not in values.split() or event.data["source"] != name:
        return None
    return Anchor(kind, name, event.seq)


def _function(event: Event, name: str, value: object) -> Anchor | None:
    if event.type != "function_changed" or (event.data["function"], event.data["state"]) != (name, value):
        return None
    return Anchor("function", name, event.seq)


def _switch(event: Event, name: str, value: object) -> Anchor | None:
    if event.type != "switch_moved" or event.data["switch"] != name or event.data["closed"] != (value == "closed"):
        return None
    by_step = event.data["cause"] == "step"
    return Anchor("step" if by_step else "taken", event.data["cause_id"], event.seq)


_MAKES: dict[str, Callable[[Event, str, object], Anchor | None]] = {
    "bus": _bus, "load": _load, "source": _source_state, "function": _function, "switch": _switch,
}  # fmt: skip
"""Kinds of facts the journal dates."""


def named(names: Iterable[str]) -> Wanted:
    """Facts about any of `names`, whatever they say."""
    wanted: Collection[str] = frozenset(names)
    return lambda kind, name, value: name in wanted

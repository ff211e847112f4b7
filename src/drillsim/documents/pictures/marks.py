"""The few moments a reviewer looks for first: what failed and what came back, as flags over the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.journal import Journal

MOST = 12

_BAD: dict[str, str] = {
    "fault_begins": "targets",
    "protection_trips": "device",
    "switch_stuck": "switch",
    "start_failed": "source",
    "transfer_failed": "transfer",
    "transfer_refused": "transfer",
    "battery_empty": "source",
    "store_empty": "store",
    "hazard": "hazard",
}
_GOOD: dict[str, str] = {"source_running": "source", "source_back": "source", "transfer_done": "transfer"}


@dataclass(frozen=True, slots=True)
class Mark:
    """An event at a moment: its type (for faults, the kind of fault) and the ids it happened to."""

    t_ms: int
    what: str
    ids: tuple[str, ...]
    bad: bool


def marks(journal: Journal) -> tuple[Mark, ...]:
    """At most `MOST` flags in time order. Events of one kind in one instant share a flag, repeats are left out."""
    merged: dict[tuple[int, str], Mark] = {}
    for mark in _all(journal):
        key = (mark.t_ms, mark.what)
        before = merged.get(key)
        merged[key] = Mark(
            mark.t_ms, mark.what, tuple(dict.fromkeys((*(before.ids if before else ()), *mark.ids))), mark.bad
        )
    seen: dict[tuple[str, tuple[str, ...]], Mark] = {}
    for mark in merged.values():
        seen.setdefault((mark.what, mark.ids), mark)
    return tuple(seen.values())[:MOST]


def _all(journal: Journal) -> Iterator[Mark]:
    for event in journal.of(*_BAD, *_GOOD):
        found = event.data[(_BAD | _GOOD)[event.type]]
        ids = tuple(found) if isinstance(found, list | tuple) else (str(found),)
        what = f"fault-{event.data['fault']}" if event.type == "fault_begins" else event.type
        yield Mark(event.t_ms, what.replace("_", "-"), ids, event.type in _BAD)

"""What is live at a moment, seen along a connection; and what is under a fault."""

from __future__ import annotations

from collections.abc import Iterable

from drillsim.documents.pictures.diagram import Connection, Part
from drillsim.journal.record import Journal
from drillsim.journal.timeline import Snapshot


def live_sections(wire: Connection, shot: Snapshot) -> tuple[bool, ...]:
    """Whether each stretch of the connection is live: before the first part, between parts, after the last."""
    there, back = _reach(wire.a, wire.parts, shot), _reach(wire.b, wire.parts[::-1], shot)
    return tuple(a or b for a, b in zip(there, reversed(back), strict=True))


def _reach(bus: str, parts: Iterable[Part], shot: Snapshot) -> list[bool]:
    found = [bus in shot.live]
    for part in parts:
        through = part.kind != "ups" and (not part.is_switch or part.id in shot.closed)
        found.append(found[-1] and through)
    return found


def faulted_at(journal: Journal, t_ms: int) -> frozenset[str]:
    """What was under a fault at `t_ms`: everything `fault_begins` named and `fault_ends` did not."""
    found: set[str] = set()
    for event in journal.of("fault_begins", "fault_ends"):
        if event.t_ms <= t_ms:
            change = found.update if event.type == "fault_begins" else found.difference_update
            change(event.data["targets"])
    return frozenset(found)

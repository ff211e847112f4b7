"""The contents of one instant, sorted once: events that may have brought supply, hands on single loads, causes that
took supply away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drillsim.journal import Event

_TOOK = {
    "protection_trips": ("fault", "element"),
    "source_lost": ("fault", "source"),
    "source_stopped": ("fault", "source"),
    "battery_empty": ("empty", "source"),
}
_OPENED = {"step": "off", "protection": "fault", "maloperates": "fault"}
"""By what a switch opened → kind of cause; by anything else it is an automatic's doing."""


@dataclass(slots=True)
class Instant:
    """Events of one instant, in order."""

    first: int = 0
    """Place of its first event in the journal."""
    movers: list[Event] = field(default_factory=list)
    """Events that may have brought supply."""
    hands: dict[str, Event] = field(default_factory=dict)
    """Load → what switched the load itself last: a hand, a function, its own contactor."""
    took: list[tuple[int, str, str]] = field(default_factory=list)
    """Causes that took supply away: how sure it is (0 surest), the kind of cause, and the id."""


def sorted_out(events: Sequence[Event]) -> Instant:
    """The instant of `events`."""
    found = Instant(events[0].seq)
    for event in events:
        kind, data = event.type, event.data
        if kind in _BRINGS:
            if data.get("closed", True):
                found.movers.append(event)
        elif (key := _HANDS.get(kind)) is not None and data.get("cause") != "hand":  # a hand has its own event
            found.hands[data[key]] = event
        if kind in _TOOK:
            cause, key = _TOOK[kind]
            found.took.append((0 if cause == "fault" else 1, cause, data[key]))
        elif kind == "switch_moved" and not data["closed"]:
            found.took.append((2, _OPENED.get(data["cause"], "automatic"), data["cause_id"]))
    return found


_BRINGS = ("switch_moved", "source_back", "source_running", "ups_mode", "connected")
_HANDS = {"control_set": "target", "load_switched": "load", "load_picked_up": "load"}

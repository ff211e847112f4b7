"""What one instant holds, sorted once: what may have brought supply, hands on single loads, what took supply away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from drillsim.journal.events import Event

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

    movers: list[Event] = field(default_factory=list)
    """What may have brought supply."""
    hands: dict[str, Event] = field(default_factory=dict)
    """Load → what put it on itself: a hand, a function, its own contactor."""
    took: tuple[int, str] | None = None
    """How sure it is (0 surest), and what took supply away; None where nothing did."""


def sorted_out(events: Iterable[Event]) -> Instant:
    """The instant of `events`."""
    found = Instant()
    for event in events:
        kind, data = event.type, event.data
        if kind in _BRINGS:
            if _BRINGS[kind] is None or data[_BRINGS[kind]]:
                found.movers.append(event)
        elif (key := _HANDS.get(kind)) is not None:
            found.hands.setdefault(data[key], event)
        if kind in _TAKES and (took := _took(event)) is not None and (found.took is None or took < found.took):
            found.took = took
    return found


_BRINGS: dict[str, str | None] = {
    "switch_moved": "closed", "source_back": None, "source_running": None, "ups_mode": None, "connected": None,
}  # fmt: skip
"""Events that may bring supply, with the field that must be true."""
_HANDS = {"control_set": "target", "load_switched": "load", "load_picked_up": "load"}
_TAKES = frozenset((*_TOOK, "switch_moved", "load_switched"))


def _took(event: Event) -> tuple[int, str] | None:
    data = event.data
    if event.type in _TOOK:
        kind, key = _TOOK[event.type]
        return (0 if kind == "fault" else 1), f"{kind}:{data[key]}"
    if event.type == "switch_moved":
        return None if data["closed"] else (2, f"{_OPENED.get(data['cause'], 'automatic')}:{data['cause_id']}")
    return None if data["on"] else (3, f"off:{data['load'] if data['cause'] == 'step' else data['cause']}")

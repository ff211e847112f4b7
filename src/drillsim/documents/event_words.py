"""One event of a journal as a planner tells it: who or what, and what happened to it."""

from __future__ import annotations

from typing import Any

from drillsim.documents.names import Names
from drillsim.documents.wording import fact_words, hazard_text, reason_text, state_text
from drillsim.journal import TYPES, Event
from drillsim.texts import has, list_text, text

FIRST_LINE = 2
"""Line of a journal's first event: its header is line 1."""


def event_text(names: Names, event: Event) -> str:
    """The event in words, without its time. One the catalogue has no sentence for is told by what it means in general
    and whom or what it names."""
    message = f"told-{event.type.replace('_', '-')}"
    if event.type == "hazard":
        return hazard_text(names, event.data["hazard"], event.data["parts"])
    if has(message):
        return text(names.lang, message, **_facts(names, event))
    return text(
        names.lang, "told-other", what=text(names.lang, f"event-{event.type}").rstrip("。."), of=_of(names, event)
    )


def _facts(names: Names, event: Event) -> dict[str, object]:
    """The event's fields in words; codes a sentence chooses by stay codes."""
    data = {name: value for name, value in event.data.items() if not isinstance(value, dict)}
    found = fact_words(names, {name: value for name, value in data.items() if name not in _ROWS})
    found |= {name: str(data[name]).lower() for name in ("closed", "manual") if name in data}
    if "facts" in data:
        found["facts"] = list_text(names.lang, list(dict.fromkeys(names.of(str(row[1])) for row in data["facts"]))[:4])
    if event.type in ("wait_begins", "wait_ends"):
        found["reason"] = reason_text(names.lang, data["reason"])
    if event.type == "step_ends":
        found["state"] = state_text(names.lang, data["state"])
    if event.type == "function_changed":
        found["state"] = data["state"]
    if event.type == "transfer_done" and has(f"told-side-{data['to']}"):
        found["to"] = text(names.lang, f"told-side-{data['to']}")
    if event.type == "supply_changed":
        found |= {name: list_text(names.lang, [names.of(bus) for bus in data[name]]) or "none" for name in _LIVE}
    return found


_ROWS, _LIVE = ("facts",), ("live", "dead")


def _of(names: Names, event: Event) -> str:
    """The ids the event names, in words."""
    fields = (event.data.get(name) for name in TYPES[event.type].fields)
    ids = [str(each) for field in fields for each in _ids(field)]
    return list_text(names.lang, list(dict.fromkeys(names.of(each) for each in ids))) or "—"


def _ids(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value] if value else []
    return [each for each in value if isinstance(each, str)] if isinstance(value, list | tuple) else []

"""The room of a drill as its document holds it: who was there, what was settled, what was brought in, what happened."""

from __future__ import annotations

from typing import Literal

from drillsim.documents.run_document import Part, Said


class AttendedRow(Part):
    """Somebody who signed in."""

    name: str
    """Name as it was entered."""
    unit: str
    """Their organisation."""
    role: str
    """Their part in the drill, in their own words."""
    wall: str
    """The room's time at which they signed in."""


class SettledRow(Part):
    """Something the room settles before a drill begins."""

    item: str
    """Code of it."""
    text: Said
    """It in words."""
    wall: str
    """The room's time at which it was settled; empty where it was not."""


class InjectRow(Part):
    """One line of the list of injects as it was played."""

    id: str
    """Id of the line; `told-<entry>` for words whoever leads had told on the spot."""
    title: Said
    """Short name."""
    trigger: Said
    """Moment or condition it was planned for."""
    due_ms: int | None
    """Scenario time it was planned for, ms; null where something else than the time brings it."""
    given_ms: int | None
    """Scenario time it came, ms; null where it did not."""
    wall: str
    """The room's time at which it came; empty where the record does not tell."""
    sender: Said
    """Sender as the players heard it."""
    to: Said
    """Roles and people who were told."""
    channel: Said
    """Way they were told by."""
    words: Said
    """Words they were told."""
    effect: Said
    """Its effect in the plant; empty for none."""
    expects: Said
    """Act it was to bring about; empty for none."""
    within_ms: int | None
    """Limit for that act, ms."""
    objective: str
    """Objective of the drill it serves."""
    otherwise: str
    """Inject that comes where the act does not."""
    state: Literal["planned", "held", "skipped", "given"]
    """State at the end."""
    fulfilled: bool | None
    """True where the act came in time; null where nothing was looked for."""
    note: str
    """Note for whoever leads."""


class CourseRow(Part):
    """One line of what happened, in the plant or in the room."""

    at_ms: int
    """Scenario time, ms."""
    wall: str
    """The room's time; empty for what the plant did by itself."""
    kind: Literal["plant", "decision", "room"]
    """In the plant, decided by people, or done by whoever leads the room."""
    who: Said
    """Role or part; empty for the plant."""
    text: Said
    """The line in words."""
    evidence: list[int]
    """`seq` of the events of the journal it rests on."""


__all__ = ["AttendedRow", "CourseRow", "InjectRow", "SettledRow"]

"""Observed times of steps: from the beginning of the work to the end a person reported, where the clock ran as the
room's does. A simulated time is no observation, nor is one that ran ten times as fast or was jumped over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drillsim.journal import Event, Journal, StepRow, step_rows
from drillsim.schema import Compiled, base_name, step_of
from drillsim.session.log import Entry

ALIKE = 0.05
"""A clock within so much of the room's pace ran as the room's does."""
AT_LEAST_MS = 1_000
"""A shorter time was reported with the beginning, and is none."""


@dataclass(frozen=True, slots=True)
class Observed:
    """One reported end."""

    step: str
    """Step of the plan."""
    instance: str
    began_ms: int
    ms: int
    """Time of work for one target."""
    targets: int
    why_not: str = ""
    """Reason it does not count: `speed`, `pause`, `jump`, `no-work`; empty where it does."""


def observed(dossier: Compiled, journal: Journal, entries: Sequence[Entry]) -> tuple[Observed, ...]:
    """Return every end of a step of the plan that a person reported as done, in order. `journal`: as it is judged."""
    rows = {row.step: row for row in step_rows(journal)}
    return tuple(each for event in _reported(journal) for each in _of(dossier, rows, event, entries))


def _reported(journal: Journal) -> Iterator[Event]:
    for event in journal.of("decision"):
        data = event.data
        if data["decision"] == "finish" and data.get("wall_time") and data["what"].get("outcome", "done") == "done":
            yield event


def _of(dossier: Compiled, rows: dict[str, StepRow], event: Event, entries: Sequence[Entry]) -> Iterator[Observed]:
    name = str(event.data["what"]["step"])
    row, found = rows.get(name), step_of(dossier.plan, name)
    if row is None or found is None or row.started_ms is None or row.state not in ("done", "in_progress"):
        return  # one that is still in progress only has its calls to make
    end_ms = event.t_ms if row.finished_ms is None else min(event.t_ms, row.finished_ms)
    waited = sum(max(0, min(w.span.end_ms, end_ms) - max(w.span.start_ms, row.started_ms)) for w in row.waits)
    targets = max(1, len(found[1].target))
    ms = (end_ms - row.started_ms - waited) // targets
    why = "no-work" if ms < AT_LEAST_MS else _clock(entries, row.started_ms, end_ms)
    yield Observed(base_name(name), name, row.started_ms, ms, targets, why)


def _clock(entries: Sequence[Entry], began_ms: int, end_ms: int) -> str:
    """Return why the clock was not the room's between two moments; empty where it was."""
    speed = 1.0
    for entry in entries:
        if entry.what == "speed" and entry.at_ms <= began_ms:
            speed = float(entry.data["speed"]) or speed
        elif began_ms < entry.at_ms <= end_ms or (entry.at_ms == began_ms and entry.what == "jumped"):
            if entry.what == "jumped" and entry.at_ms > began_ms:
                return "jump"
            if entry.what in ("paused", "gap") and entry.at_ms < end_ms:
                return "pause"
            if entry.what == "speed" and entry.at_ms < end_ms and abs(float(entry.data["speed"]) - 1) > ALIKE:
                return "speed"
    return "speed" if abs(speed - 1) > ALIKE else ""

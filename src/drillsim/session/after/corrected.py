"""Corrections of a drill's record, and the journal as it is judged: physics is not rewound.

"They did that two minutes ago" is an entry of the log. In the journal that is judged the events that say how the step
went (its waits, its beginning, its end) stand at the time that was said, and name the person who was named. The
act itself stays where the engine had it: lights were out until then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from drillsim.journal import Event, Journal
from drillsim.session.log import Entry

ABOUT_STEPS = (
    "wait_begins", "wait_ends", "step_ready", "step_assigned", "step_begins", "step_ends", "step_overdue",
)  # fmt: skip
"""Events that say how a step went."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One step that was done at another time, or by somebody else."""

    entry: int
    """Number of its entry in the log."""
    step: str
    at_ms: int | None
    """Time its act was done: of its end, or of its beginning where it has not ended; None where that stays."""
    person: str
    """Person who did it; empty where that stays."""
    why: str


@dataclass(frozen=True, slots=True)
class Keyed:
    """Words somebody keyed, as they have been completed."""

    entry: int
    text: str
    at_ms: int
    role: str
    """Empty as long as nobody has said who."""
    step: str
    """Step instance it is about; empty for none of the journal."""
    is_completed: bool


def valid(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the entries nobody has taken back."""
    gone = {entry.data["entry"] for entry in entries if entry.what == "taken_back"}
    return (entry for entry in entries if entry.number not in gone)


def corrections(entries: Sequence[Entry]) -> tuple[Correction, ...]:
    """Return the corrections that hold, one a step: the last. Words completed with a step are one too."""
    found: dict[str, Correction] = {}
    for entry in valid(entries):
        if entry.what == "corrected":
            data = entry.data
            made = Correction(entry.number, data["step"], data["at_ms"], data["person"], data["why"])
        elif entry.what == "completed" and entry.data["step"]:
            made = Correction(entry.number, entry.data["step"], entry.data["at_ms"], "", "")
        else:
            continue
        found.pop(made.step, None)
        found[made.step] = made
    return tuple(found.values())


def keyed(entries: Sequence[Entry]) -> tuple[Keyed, ...]:
    """Return all words that were keyed, in order, each as it was completed last."""
    found: dict[int, Keyed] = {}
    for entry in valid(entries):
        data = entry.data
        if entry.what == "keyed":
            found[entry.number] = Keyed(
                entry.number, data["text"], data["time_ms"], data["role"], "", bool(data["role"])
            )
        elif entry.what == "completed" and data["entry"] in found:
            whole = bool(data["role"])
            told = {"at_ms": data["at_ms"], "role": data["role"], "step": data["step"], "is_completed": whole}
            found[data["entry"]] = replace(found[data["entry"]], **told)
    return tuple(found.values())


def corrected(journal: Journal, made: Sequence[Correction]) -> Journal:
    """Return the journal as it is judged: events in the order of their corrected times, numbered anew. Without a
    correction that fits a step of the journal it is `journal` itself."""
    by_step = {each.step: each for each in made}
    shifts = {name: _Shift(journal, each) for name, each in by_step.items()}
    shifts = {name: each for name, each in shifts.items() if each.fits}
    if not shifts:
        return journal
    moved = [each for event in journal.events for each in _moved(event, shifts)]
    last = [event for event in moved if event.type == "run_ended"]
    order = sorted((event for event in moved if event.type != "run_ended"), key=lambda event: event.t_ms)
    events = tuple(event._replace(seq=place) for place, event in enumerate([*order, *last]))
    return Journal(journal.header, events)


class _Shift:
    """Where the events of one step stand after its correction."""

    def __init__(self, journal: Journal, made: Correction) -> None:
        own = [event for event in journal.of(*ABOUT_STEPS) if event.data["step"] == made.step]
        began = next((event.t_ms for event in own if event.type == "step_begins"), None)
        ended = next((event.t_ms for event in reversed(own) if event.type == "step_ends"), None)
        done = ended if ended is not None else began
        self.fits = done is not None
        self.person = made.person
        self._limit_ms = next((event.data["within_ms"] for event in own if event.type == "step_overdue"), None)
        at_ms: int | None = done if made.at_ms is None else min(max(made.at_ms, journal.start_ms), journal.end_ms)
        self._by_ms: int = 0 if at_ms is None or done is None else at_ms - done
        self._end_alone = ended is not None and any(
            event.data["decision"] == "finish" and event.data["what"].get("step") == made.step
            for event in journal.of("decision")
        )
        """Somebody reported its end, and late: then it began when it began."""
        self._began_ms: int | None = began
        self._ended_ms: int | None = ended
        first = [event.t_ms for event in own if event.type == "step_ready"]
        self._ready_ms = first[0] if first else None

    def time_of(self, event: Event) -> int | None:
        """Return the time of one of the step's events; None for one that has not happened after all."""
        if event.type == "step_ends":
            return event.t_ms + self._by_ms
        if event.type == "step_begins":
            return self._begins_ms(event.t_ms)
        if event.type == "step_overdue":
            ended = self._ended_ms
            in_time = ended is not None and self._ready_ms is not None and self._limit_ms is not None
            if in_time and ended + self._by_ms - self._ready_ms <= self._limit_ms:  # type: ignore[operator]
                return None
            return event.t_ms
        before = self._began_ms if self._began_ms is not None else self._ended_ms
        return event.t_ms if before is None else min(event.t_ms, self._begins_ms(before))

    def _begins_ms(self, t_ms: int) -> int:
        if self._end_alone and self._ended_ms is not None:
            return min(t_ms, self._ended_ms + self._by_ms)
        return t_ms + self._by_ms


def _moved(event: Event, shifts: Mapping[str, _Shift]) -> Iterator[Event]:
    shift = shifts.get(event.data.get("step", "")) if event.type in ABOUT_STEPS else None
    if shift is None:
        yield event
        return
    t_ms = shift.time_of(event)
    if t_ms is None:
        return
    data = event.data
    if shift.person and "by" in data:
        data = {**data, "by": [shift.person, *data["by"][1:]]}
    yield event._replace(t_ms=t_ms, data=data)

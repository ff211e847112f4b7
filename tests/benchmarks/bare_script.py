"""What a bare SimPy program would have to do for a run: read from its journal, and from nothing else.

A *seat* is one person asked for by one step. It is one request, held from `step_assigned` to `step_ends`, and a timeout
for each stretch between two moments at which the journal says something of it: the way there, the work, a message, a
wait. A *trip* is a person on the way without a step. A *timer* is something of the plant or the calendar that came due
later than T0; everything of one type that befalls one thing is one process with one timeout a moment.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drillsim.journal import Event, Journal

TIMERS: Mapping[str, str] = {
    "battery_empty": "source",
    "control_supply_lost": "supply",
    "demand_changed": "load",
    "fault_ends": "targets",
    "group_online": "group",
    "load_dropped": "load",
    "load_picked_up": "load",
    "measure_ends": "measure",
    "off_duty": "person",
    "on_duty": "person",
    "overload_exceeded": "element",
    "protection_trips": "device",
    "reclosed": "source",
    "source_running": "source",
    "source_stopped": "source",
    "start_attempt": "source",
    "start_failed": "source",
    "step_overdue": "step",
    "store_empty": "store",
    "transfer_done": "transfer",
    "transfer_failed": "transfer",
}
"""Events a timer brings about, with the field that says whose timer it is."""

STRETCHES: Mapping[str, str] = {
    "travel_begins": "travel",
    "step_begins": "work",
    "message_sent": "talk",
    "wait_begins": "wait",
}
"""What a seat is at from an event of its step on; before the first and after any other it is `other`."""

_OF_A_STEP = (*STRETCHES, "wait_ends", "message_received", "arrived")
_OF_ALL = ("step_begins", "wait_begins", "wait_ends", "message_received")
"""Whoever they name, they concern everybody at the step."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One timeout. `kind` says what it stands for."""

    kind: str
    ms: int


@dataclass(frozen=True, slots=True)
class Seat:
    """One process with one request."""

    person: str
    from_ms: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Timer:
    """One process without a request: a timeout to the first moment, and from each to the next."""

    kind: str
    moments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """A run as processes, requests and timeouts."""

    start_ms: int
    seats: tuple[Seat, ...]
    timers: tuple[Timer, ...]

    def counts(self) -> Counter[str]:
        """`requests`, and timeouts by what they stand for; a seat that begins after the start has one to begin."""
        found = Counter({"requests": len(self.seats)})
        found["begin"] = sum(seat.from_ms > self.start_ms for seat in self.seats)
        found.update(stretch.kind for seat in self.seats for stretch in seat.stretches)
        for timer in self.timers:
            found[timer.kind] += len(timer.moments)
        return +found

    @property
    def timeouts(self) -> int:
        """All timeouts."""
        counts = self.counts()
        return counts.total() - counts["requests"]

    @property
    def end_ms(self) -> int:
        """When the last timeout is over."""
        ends = [seat.from_ms + sum(each.ms for each in seat.stretches) for seat in self.seats]
        return max([self.start_ms, *ends, *(timer.moments[-1] for timer in self.timers)])


def script_of(journal: Journal) -> Script:
    """The seats, trips and timers of a run."""
    start = min(0, journal.start_ms)
    seats = tuple(_seats(journal))
    return Script(start, seats, (*_trips(journal), *_timers(journal, start)))


def _seats(journal: Journal) -> Iterator[Seat]:
    for place, event in enumerate(journal.events):
        if event.type == "step_assigned":
            for person in event.data["by"]:
                yield _seat(journal, place, person)


def _seat(journal: Journal, place: int, person: str) -> Seat:
    begin = journal.events[place]
    at, kind = begin.t_ms, "other"
    stretches = []
    for event in journal.events[place + 1 :]:
        over = event.type == "step_ends" and event.data["step"] == begin.data["step"]
        if over or event.type == "run_ended" or _is_of(event, begin.data["step"], person):
            if event.t_ms > at:
                stretches.append(Stretch(kind, event.t_ms - at))
            at, kind = event.t_ms, STRETCHES.get(event.type, "other")
        if over:
            break
    return Seat(person, begin.t_ms, tuple(stretches))


def _is_of(event: Event, step: str, person: str) -> bool:
    """Whether it says something of this seat: of its step and, where it names one person, of this one."""
    if event.type not in _OF_A_STEP or event.data.get("step", step) != step:
        return False
    return event.type in _OF_ALL or event.data.get("person") == person


def _trips(journal: Journal) -> Iterator[Timer]:
    """Ways without a seat: back to one's post, or in from home."""
    held = {(event.data["step"], person) for event in journal.of("step_assigned") for person in event.data["by"]}
    on_the_way: dict[str, int] = {}
    for event in journal.of("travel_begins", "arrived"):
        person = event.data["person"]
        if event.type == "travel_begins":
            on_the_way.pop(person, None)
            if (event.data["step"], person) not in held:
                on_the_way[person] = event.t_ms
        elif (since := on_the_way.pop(person, event.t_ms)) < event.t_ms:
            yield Timer("trip", (since, event.t_ms))


def _timers(journal: Journal, start: int) -> Iterator[Timer]:
    moments: dict[tuple[str, str], dict[int, None]] = {}
    called = {("on_duty", event.data["person"]) for event in journal.of("called_in")}  # there once the trip is over
    for event in journal.of(*TIMERS):
        whose = str(event.data[TIMERS[event.type]])
        if event.t_ms > start and (event.type, whose) not in called:
            moments.setdefault((event.type, whose), {})[event.t_ms] = None
    for (kind, _), due in moments.items():
        yield Timer(kind, tuple(due))

"""One run folded once, in one pass, for walking back through it: who was dark when, what each step waited for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from drillsim.findings.tracing.instant import Instant, sorted_out
from drillsim.findings.tracing.link import BEFORE, Anchor
from drillsim.findings.tracing.plant import plant_of
from drillsim.journal import Event, Journal
from drillsim.schema import Compiled

WORKING = ("normal", "riding_through")
WORLD = frozenset((
    "fault_begins", "protection_trips", "reclosed", "switch_moved", "supply_changed", "source_lost", "source_back",
    "genset_called", "start_failed", "source_running", "source_stopped", "battery_empty", "ups_mode", "transfer_set",
    "transfer_done", "control_supply_back", "connected", "load_switched", "load_dropped", "load_picked_up",
    "control_set", "load_lost", "load_restored", "function_changed", "measure_begins", "measure_ends", "group_online",
    "store_contaminated", "travel_begins", "fault_isolated",
))  # fmt: skip
"""Events that change the plant, or move people; what people know is left out."""


class Wait(NamedTuple):
    """One wait of a step; `end` is the place of the event that ends it, the journal's length where none does."""

    start: int
    end: int
    reason: str
    on: tuple[str, ...]


@dataclass(slots=True)
class StepLine:
    """One step instance: places of its events in the journal; None where it never got there."""

    card: str = ""
    waits: list[Wait] = field(default_factory=list)
    ready: int | None = None
    begun: int | None = None
    ended: int | None = None
    state: str = ""


class Dark(NamedTuple):
    """One time a load was dark with one demand; `end` as in `Wait`."""

    start: int
    end: int
    watts: int


class State(NamedTuple):
    """The state a function went to, and where in the journal."""

    seq: int
    state: str


class Record:
    """One run. Places in the journal are `seq`s; one past the end stands for the end of the run."""

    def __init__(self, dossier: Compiled, journal: Journal) -> None:
        self.dossier, self.plant, self.events = dossier, plant_of(dossier), journal.events
        self.start_ms, self.end_ms, self.size = journal.start_ms, journal.end_ms, len(journal.events)
        self.steps: dict[str, StepLine] = {}
        self.cards: dict[str, list[int]] = {}
        """Places where each card was triggered and became active."""
        self.world: list[int] = []
        """Places of the events that change the plant or move people."""
        self.dark: dict[str, list[Dark]] = {name: [] for name in journal.initial.get("loads", {})}
        self.states = {name: [State(0, str(s))] for name, s in journal.initial.get("functions", {}).items()}
        self._open: dict[str, tuple[int, int]] = {
            load: (0, watts(state["demand_kw"]))
            for load, state in journal.initial.get("loads", {}).items() if not state["live"]
        }  # fmt: skip
        self.moves: list[int] = []
        """Places where a switch moved."""
        self.parts: dict[int, tuple[int, ...]] = {}
        """After how many moves of switches → the part each node is in, where somebody has asked (`joined`)."""
        self.reach: dict[int, bytes] = {}
        """Part of the network at the end → where its supply could come from (`joined.in_reach`)."""
        self.taken: dict[tuple[int, int], str] = {}
        """First event of an instant and part of the network → what took supply from it (`supply.taken_by`)."""
        self.nearest: dict[tuple[int, int, int], Anchor | None] = {}
        """Instant, how many things might have, and part of the network → what brought supply to it."""
        self._instants: dict[int, Instant] = {}
        self._fold()

    def t(self, seq: int) -> int:
        """Return the time it happened, ms."""
        return self.events[seq].t_ms if seq < self.size else self.end_ms

    def before(self, seq: int) -> Iterator[Event]:
        """Earlier events of the same instant, latest first."""
        at = self.t(seq)
        for place in range(min(seq, self.size) - 1, -1, -1):
            event = self.events[place]
            if event.t_ms != at:
                return
            yield event

    def at(self, seq: int) -> Instant:
        """The instant of `seq`, sorted once."""
        time = self.t(seq)
        if time not in self._instants:
            self._instants[time] = sorted_out(self.same(seq))
        return self._instants[time]

    def same(self, seq: int) -> tuple[Event, ...]:
        """All events of an instant, in order."""
        time = self.t(seq)
        first = last = min(seq, self.size - 1)
        while first and self.events[first - 1].t_ms == time:
            first -= 1
        while last < self.size and self.events[last].t_ms == time:
            last += 1
        return self.events[first:last]

    def earlier(self, seq: int) -> Iterator[Event]:
        """Events of the plant before `seq`, latest first."""
        for place in reversed(self.world):
            if place < seq:
                yield self.events[place]

    # -- folding ---------------------------------------------------------------------------------------------------
    def _fold(self) -> None:
        readers = {
            "wait_begins": self._wait_begins, "wait_ends": self._wait_ends, "step_ready": self._ready,
            "step_begins": self._begins, "step_ends": self._ends, "card_triggered": self._card,
            "card_active": self._card, "load_lost": self._lost, "load_restored": self._restored,
            "function_changed": self._function,
        }  # fmt: skip
        for event in self.events:
            kind = event[2]
            if kind in WORLD:
                self.world.append(event[0])
                if kind == "switch_moved":
                    self.moves.append(event[0])
            if kind in readers:
                readers[kind](event)
        for load, (start, demand) in self._open.items():
            self.dark.setdefault(load, []).append(Dark(start, self.size, demand))

    def line(self, step: str) -> StepLine:
        """The step's line, made where there is none yet."""
        found = self.steps.get(step)
        if found is None:
            found = self.steps[step] = StepLine()
        return found

    def _wait_begins(self, event: Event) -> None:
        data = event.data
        self.line(data["step"]).waits.append(Wait(event.seq, self.size, data["reason"], tuple(data["on"])))

    def _wait_ends(self, event: Event) -> None:
        waits = self.line(event.data["step"]).waits
        for place in range(len(waits) - 1, -1, -1):
            start, end, reason, on = waits[place]
            if end == self.size and reason == event.data["reason"]:
                waits[place] = Wait(start, event.seq, reason, on)
                return

    def _ready(self, event: Event) -> None:
        line = self.line(event.data["step"])
        line.ready, line.card = event.seq, event.data["card"]

    def _begins(self, event: Event) -> None:
        self.line(event.data["step"]).begun = event.seq

    def _ends(self, event: Event) -> None:
        line = self.line(event.data["step"])
        line.ended, line.card, line.state = event.seq, event.data["card"], event.data["state"]

    def _card(self, event: Event) -> None:
        self.cards.setdefault(event.data["card"], []).append(event.seq)

    def _lost(self, event: Event) -> None:
        self._restored(event)
        self._open[event.data["load"]] = (event.seq, watts(event.data["demand_kw"]))

    def _restored(self, event: Event) -> None:
        found = self._open.pop(event.data["load"], None)
        if found is not None:
            self.dark.setdefault(event.data["load"], []).append(Dark(found[0], event.seq, found[1]))

    def _function(self, event: Event) -> None:
        self.states.setdefault(event.data["function"], []).append(State(event.seq, event.data["state"]))

    def since(self, seq: int | None) -> int:
        """Return the time it happened, ms; before everything where it did not."""
        return BEFORE if seq is None else self.t(seq)


def watts(kw: float) -> int:
    """Whole watts, as `findings.verdict` counts them."""
    return round(kw * 1000)

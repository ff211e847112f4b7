"""SimPy's event loop with drillsim's order inside an instant.

| order | what happens |
|---|---|
| SimPy's own timeouts | wake processes; they change nothing themselves |
| FAULT | scenario events, devices that fail |
| PROTECTION | breakers trip |
| TRANSFER | automatic transfers move |
| SOURCE | sources start, stop, run out |
| PEOPLE | what people do takes effect |
| SETTLE | who is live is worked out anew; it may cause more of the above, which is the next round |
| OBSERVE | what changed is seen and told |
| DECIDE | the operators say what is due |
| LEAVE | people nothing calls elsewhere set out for their posts |
| STOP | the caller's `advance` ends |

A plain SimPy timeout has priority 1 and so comes before every change of its instant. `run(until=t)` leaves events at
`t` undone, hence the own last-priority stop.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

import simpy

MOST_ROUNDS = 50


class Priority(IntEnum):
    """Order inside an instant."""

    FAULT = 2
    PROTECTION = 3
    TRANSFER = 4
    SOURCE = 5
    PEOPLE = 6
    SETTLE = 7
    OBSERVE = 8
    DECIDE = 9
    LEAVE = 10
    STOP = 11


class Timer:
    """A change due at a moment; `cancel` before then and it does not happen."""

    __slots__ = ("_action", "active")

    def __init__(self, action: Callable[[], object]) -> None:
        self._action = action
        self.active = True

    def cancel(self) -> None:
        """It will not happen."""
        self.active = False

    def __call__(self, _: simpy.Event) -> None:
        if self.active:
            self.active = False
            self._action()


class Stopped(Exception):
    """The run cannot go on (more than 50 rounds in one instant)."""


class Kernel:
    """The clock of one run, in integer milliseconds, and the only door to SimPy."""

    def __init__(
        self, start_ms: int, settle: Callable[[], None], observe: Callable[[], None], decide: Callable[[], None]
    ) -> None:
        self.start_ms = start_ms
        self.env = simpy.Environment(initial_time=start_ms)
        self._phases = {Priority.SETTLE: settle, Priority.OBSERVE: observe, Priority.DECIDE: decide}
        self._pending: set[Priority] = set()
        self._round_at = start_ms
        self.rounds = 0

    @property
    def now(self) -> int:
        """Milliseconds since T0."""
        return int(self.env.now)

    def after(self, delay_ms: int, priority: Priority, action: Callable[[], object]) -> Timer:
        """Does `action` in `delay_ms`, in its order inside that instant."""
        event, timer = simpy.Event(self.env), Timer(action)
        event._ok, event._value = True, None  # as simpy.Timeout does: the event is triggered from the start
        assert event.callbacks is not None
        event.callbacks.append(timer)
        self.env.schedule(event, priority, max(delay_ms, 0))  # type: ignore[arg-type]  # any int orders the heap
        return timer

    def ask(self, phase: Priority) -> None:
        """SETTLE, OBSERVE or DECIDE once more in this instant, after everything that comes before it."""
        if phase not in self._pending:
            self._pending.add(phase)
            self.after(0, phase, lambda: self._do(phase))

    def advance(self, to_ms: int) -> None:
        """Everything up to and including `to_ms`. Raises: Stopped."""
        stop = simpy.Event(self.env)
        stop._ok, stop._value = True, None
        self.env.schedule(stop, Priority.STOP, to_ms - self.now)  # type: ignore[arg-type]
        self.env.run(until=stop)

    def _do(self, phase: Priority) -> None:
        self._pending.discard(phase)
        if phase is Priority.SETTLE:
            self._count_round()
        self._phases[phase]()

    def _count_round(self) -> None:
        if self._round_at != self.now:
            self._round_at, self.rounds = self.now, 0
        self.rounds += 1
        if self.rounds > MOST_ROUNDS:
            raise Stopped(self.rounds)

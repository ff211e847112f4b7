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

A plain SimPy timeout has priority 1 and so comes before every change of its instant.

This module is tuned by hand, the only one, as a campaign goes through it some hundred million times. Changes are bare
timers on SimPy's own queue instead of SimPy events, and `advance` is SimPy's `run` and `step` in one loop, which also
leaves nothing at its last moment undone, as `run(until=t)` would. Processes, timeouts and their order are SimPy's.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from heapq import heappop, heappush
from typing import Any

import simpy

MOST_ROUNDS = 50
MOST_MOVES = 200
"""Most moves of one switch a day, those by hand left out: no transfer and no protection moves so often."""


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


class Timer:
    """A change due at a moment; `cancel` before then and it does not happen."""

    __slots__ = ("action", "active")

    def __init__(self, action: Callable[[], object]) -> None:
        self.action = action
        self.active = True

    def cancel(self) -> None:
        """It will not happen."""
        self.active = False


class Stopped(Exception):
    """The run cannot go on: more than 50 rounds in one instant, or a switch that moves by itself without end."""


class Clock:
    """Shows the time to those who ask for it all the time, without a call: milliseconds since T0."""

    now: int = 0


class Kernel:
    """The clock of one run, in integer milliseconds, and the only door to SimPy."""

    def __init__(
        self,
        start_ms: int,
        settle: Callable[[], None],
        observe: Callable[[], None],
        decide: Callable[[], None],
        clock: Clock | None = None,
    ) -> None:
        self.start_ms = start_ms
        self._clock = clock or Clock()
        self._clock.now = start_ms
        self.env = simpy.Environment(initial_time=start_ms)
        self._queue: list[tuple[Any, int, int, Any]] = self.env._queue  # type: ignore[assignment]  # timers too
        self._number = self.env._eid.__next__
        self._settle = settle
        self._phases = {
            Priority.SETTLE: _phase(self._count_and_settle),
            Priority.OBSERVE: _phase(observe),
            Priority.DECIDE: _phase(decide),
        }
        self._late: list[tuple[Priority, Timer]] = []
        """Timers that are due and wait for the settle of their instant."""
        self._doing = self._unsettled = int(Priority.LEAVE)
        """The order of what happens now, and of the first that has asked for the settle to come."""
        self._round_at = start_ms
        self.rounds = 0

    @property
    def now(self) -> int:
        """Milliseconds since T0."""
        return self.env._now  # type: ignore[return-value]  # only whole milliseconds come in

    def after(self, delay_ms: int, priority: Priority, action: Callable[[], object]) -> Timer:
        """Does `action` in `delay_ms`, in its order inside that instant."""
        timer = Timer(action)
        due = self.env._now + delay_ms if delay_ms > 0 else self.env._now
        heappush(self._queue, (due, priority, self._number(), timer))
        return timer

    def after_settled(self, delay_ms: int, priority: Priority, action: Callable[[], object]) -> Timer:
        """As `after`; but what has been changed in the same instant by what comes earlier in its order is settled
        first. A look that finds the reason for `action` gone may still cancel it then."""
        timer = Timer(action)

        def due() -> None:
            if self._phases[Priority.SETTLE].active and self._unsettled < priority:
                timer.active, timer.action = True, action
                self._late.append((priority, timer))
            else:
                action()

        timer.action = due
        heappush(self._queue, (self.env._now + max(delay_ms, 0), priority, self._number(), timer))
        return timer

    def ask(self, phase: Priority) -> None:
        """SETTLE, OBSERVE or DECIDE once more in this instant, after everything that comes before it."""
        timer = self._phases[phase]
        if not timer.active:
            timer.active = True
            heappush(self._queue, (self.env._now, phase, self._number(), timer))
            if phase == Priority.SETTLE:
                self._unsettled = self._doing

    def is_asked(self, phase: Priority) -> bool:
        """Return whether the phase is still to come in this instant."""
        return self._phases[phase].active

    def advance(self, to_ms: int, *, decide: bool = True) -> None:
        """Everything up to and including `to_ms`; without `decide` only what comes before the next decide round of
        that instant. Raises: Stopped."""
        env, queue, clock = self.env, self._queue, self._clock
        while queue:
            head = queue[0]
            if head[0] >= to_ms and (head[0] > to_ms or (head[1] == Priority.DECIDE and not decide)):
                break
            now, self._doing, _, due = heappop(queue)
            env._now = clock.now = now
            if due.__class__ is not Timer:
                _happen(due)
            elif due.active:
                due.active = False
                due.action()
        env._now = clock.now = to_ms

    def decide_now(self) -> None:
        """The decide round of this instant, where one is due; nothing of what follows from it. Raises: Stopped."""
        queue = self._queue
        if queue and queue[0][0] == self.env._now and queue[0][1] == Priority.DECIDE:
            _, self._doing, _, due = heappop(queue)
            due.active = False
            due.action()

    def next_ms(self) -> int | None:
        """Return the time something is due next, ms; None where nothing is."""
        queue = self._queue
        while queue and queue[0][3].__class__ is Timer and not queue[0][3].active:
            heappop(queue)
        return queue[0][0] if queue else None

    def _count_and_settle(self) -> None:
        if self._round_at != self.now:
            self._round_at, self.rounds = self.now, 0
        self.rounds += 1
        if self.rounds > MOST_ROUNDS:
            raise Stopped(self.rounds)
        late, self._late = self._late, []
        self._settle()
        for priority, timer in late:
            heappush(self._queue, (self.env._now, priority, self._number(), timer))


def _phase(action: Callable[[], object]) -> Timer:
    """A timer that waits to be asked for; one does for the whole run."""
    timer = Timer(action)
    timer.active = False
    return timer


def _happen(event: simpy.Event) -> None:
    """Do with the event what `simpy.Environment.step` does once it has taken it from the queue."""
    callbacks, event.callbacks = event.callbacks, None  # type: ignore[assignment]
    for callback in callbacks:
        callback(event)
    if not event._ok and not event.defused:
        raise event._value

"""One tank: piecewise constant rates, the next crossing computed, never stepped."""

from __future__ import annotations

import math
from math import inf

from drillsim.journal import rounded
from drillsim.schema import Store
from drillsim.simulation.core.kernel import Priority, Timer
from drillsim.simulation.core.knowledge import Fact
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.world import World
from drillsim.units import MS_PER

TINY_L = 1e-6
"""Litres that count as none."""


class Tank:
    """One store with its pumps. `rate` is litres an hour, positive when it fills."""

    def __init__(
        self, world: World, name: str, spec: Store, marks_percent: tuple[float, ...], asked_percent: tuple[float, ...]
    ) -> None:
        self.world, self.name, self.spec = world, name, spec
        self.fact: Fact = ("store", name)
        """Fact its gauge shows."""
        self._asked = (0.0, *asked_percent, 100.0)
        self.level_l = min(spec.level_l, spec.capacity_l)
        self.rate = 0.0
        self.since = world.kernel.now
        marks = (0.0, spec.capacity_l, *(spec.capacity_l * m / 100 for m in marks_percent))
        # a level condition is strict: what makes it true lies past the level it names, by litres that count as none
        falling = (*marks, *(spec.capacity_l * m / 100 - TINY_L for m in asked_percent if m > 0))
        rising = (*marks, *(spec.capacity_l * m / 100 + TINY_L for m in asked_percent if m < 100))
        self._falling, self._rising = sorted(falling, reverse=True), sorted(rising)
        """Marks in the order in which they are met."""
        self.filled_l = 0.0
        self.burnt_l = 0.0
        self.inflow_lh = 0.0
        self.outflow_lh = 0.0
        self.wanted_lh = 0.0
        """Flow asked of it, l/h; an empty tank gives what comes in and no more."""
        self.empty_said = False
        self.crossing: Timer | None = None
        self._due = 0, 0.0
        """Time it is due, ms, and the level it is for, litres."""
        self._gauge = inf, 0.0
        """The level that was read last, litres, and what the gauge shows at it."""

    @property
    def percent(self) -> float:
        """Level as a share of the capacity."""
        return 100 * self.level_l / self.spec.capacity_l

    def reading(self) -> float:
        """Level now as a gauge shows it, percent: to a hundredth, and on the side of every level that a condition asks
        about on which it is."""
        level_l = self.level_l
        if self.rate:
            hours = (self.world.now - self.since) / MS_PER["h"]
            level_l = min(max(level_l + self.rate * hours, 0.0), self.spec.capacity_l)
        if level_l != self._gauge[0]:
            self._gauge = level_l, self._gauged(0.0 if level_l <= TINY_L else 100 * level_l / self.spec.capacity_l)
        return self._gauge[1]

    def _gauged(self, percent: float) -> float:
        shown = rounded(percent, 2)
        if self._same_side(shown, percent):
            return shown
        others = (math.floor(percent * 100) / 100, math.ceil(percent * 100) / 100)
        return next((each for each in others if self._same_side(each, percent)), percent)

    def _same_side(self, shown: float, percent: float) -> bool:
        for mark in self._asked:
            if (shown < mark) != (percent < mark) or (shown > mark) != (percent > mark):
                return False
        return True

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is left."""
        return self.level_l <= TINY_L

    def flow(self, inflow_lh: float, wanted_lh: float) -> float:
        """From now on so much comes in and so much is asked of it; gives the net rate."""
        self.wanted_lh = wanted_lh
        self.inflow_lh = inflow_lh
        self.outflow_lh = min(wanted_lh, inflow_lh) if self.is_empty else wanted_lh
        return self.inflow_lh - self.outflow_lh

    def count(self) -> None:
        """Brings the level up to now; snaps to a mark it has just reached."""
        hours = (self.world.now - self.since) / MS_PER["h"]
        if hours:
            self.filled_l += self.inflow_lh * hours
            self.burnt_l += self.outflow_lh * hours
            self.level_l = min(max(self.level_l + self.rate * hours, 0.0), self.spec.capacity_l)
            self.since = self.world.now
            self.empty_said = self.empty_said and self.is_empty

    def plan_crossing(self) -> None:
        """A timer for the next mark on the way."""
        if not self.rate:
            self._call_off()
            return
        mark = self._next_mark()
        if mark is None:
            self._call_off()
            return
        delay = -(-abs(mark - self.level_l) * MS_PER["h"] // abs(self.rate))  # up: past the mark, never short of it
        due = self.world.now + int(delay)
        if self.crossing is not None and (due, mark) == self._due:
            return
        self._call_off()
        self._due = due, mark
        self.crossing = self.world.kernel.after(due - self.world.now, Priority.SOURCE, lambda: self._reach(mark))

    def _next_mark(self) -> float | None:
        """The mark it is on its way to, litres."""
        if self.rate > 0:
            for mark in self._rising:
                if mark > self.level_l:
                    return mark
        else:
            for mark in self._falling:
                if mark < self.level_l:
                    return mark
        return None

    def _call_off(self) -> None:
        if self.crossing is not None:
            self.crossing.cancel()
            self.crossing = None

    @property
    def is_at_mark(self) -> bool:
        """Return whether the mark it is on its way to is so near that it counts as reached when levels are compared."""
        near = TINY_L * max(1.0, self.spec.capacity_l / 100)  # litres, or hundredths of the capacity
        return self.crossing is not None and abs(self.level_l - self._due[1]) <= near

    def _reach(self, mark: float) -> None:
        self.count()
        overshoot = self.level_l - mark  # timers are whole milliseconds: book the rest so that the balance stays exact
        self.filled_l -= max(overshoot, 0.0) if self.rate > 0 else 0.0
        self.burnt_l -= max(-overshoot, 0.0) if self.rate < 0 else 0.0
        self.level_l = mark
        self.crossing = None
        self.world.moved(Moved.STORES)
        self.world.touch()

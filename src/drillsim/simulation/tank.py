"""One tank: piecewise constant rates, the next crossing computed, never stepped."""

from __future__ import annotations

from drillsim.schema.store import Store
from drillsim.simulation.kernel import Priority, Timer
from drillsim.simulation.world import World
from drillsim.units import MS_PER

TINY_L = 1e-6
"""Litres that count as none."""


class Tank:
    """One store with its pumps. `rate` is litres an hour, positive when it fills."""

    def __init__(self, world: World, name: str, spec: Store, marks_percent: tuple[float, ...]) -> None:
        self.world, self.name, self.spec = world, name, spec
        self.level_l = min(spec.level_l, spec.capacity_l)
        self.rate = 0.0
        self.since = world.kernel.now
        self.marks_l = tuple(sorted({0.0, spec.capacity_l, *(spec.capacity_l * m / 100 for m in marks_percent)}))
        self.filled_l = 0.0
        self.burnt_l = 0.0
        self.inflow_lh = 0.0
        self.outflow_lh = 0.0
        self.wanted_lh = 0.0
        """What is asked of it; an empty tank gives what comes in and no more."""
        self.empty_said = False
        self.crossing: Timer | None = None

    @property
    def percent(self) -> float:
        """Level as a share of the capacity."""
        return 100 * self.level_l / self.spec.capacity_l

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left."""
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

    def plan_crossing(self) -> None:
        """A timer for the next mark on the way."""
        if self.crossing is not None:
            self.crossing.cancel()
            self.crossing = None
        ahead = [m for m in self.marks_l if (m - self.level_l) * self.rate > TINY_L]
        if self.rate and ahead:
            mark = min(ahead, key=lambda m: abs(m - self.level_l))
            delay = -(-abs(mark - self.level_l) * MS_PER["h"] // abs(self.rate))  # up: past the mark, never short of it
            self.crossing = self.world.kernel.after(int(delay), Priority.SOURCE, lambda: self._reach(mark))

    def _reach(self, mark: float) -> None:
        self.count()
        overshoot = self.level_l - mark  # timers are whole milliseconds: book the rest so that the balance stays exact
        self.filled_l -= max(overshoot, 0.0) if self.rate > 0 else 0.0
        self.burnt_l -= max(-overshoot, 0.0) if self.rate < 0 else 0.0
        self.level_l = mark
        self.crossing = None
        self.world.touch()

"""The battery of a UPS: energy counted at the output, linear between changes; its end is computed, not stepped to."""

from __future__ import annotations

from collections.abc import Callable

from drillsim.journal import rounded
from drillsim.simulation.core.kernel import Priority, Timer
from drillsim.simulation.core.world import World
from drillsim.units import MS_PER

_TINY = 1e-9


class Battery:
    """Energy left, kWh. `rate_kw` is what flows in (positive) or out."""

    def __init__(self, world: World, capacity_kwh: float, start_kwh: float, on_end: Callable[[bool], None]) -> None:
        self._world, self._on_end = world, on_end
        self.capacity_kwh, self.start_kwh, self.energy_kwh = capacity_kwh, start_kwh, start_kwh
        self.rate_kw = 0.0
        self._given_kwh = self._taken_kwh = 0.0
        self._since = world.kernel.now
        self._crossing: Timer | None = None

    @property
    def has_charge(self) -> bool:
        """Return whether anything is left."""
        return self.energy_kwh > _TINY

    @property
    def is_full(self) -> bool:
        """Return whether there is nothing to recharge."""
        return self.energy_kwh >= self.capacity_kwh - _TINY

    def percent(self) -> float:
        """Return what is left now as a share of the capacity. Looking changes nothing."""
        change = self.rate_kw * (self._world.now - self._since) / MS_PER["h"]
        return 100 * min(max(self.energy_kwh + change, 0.0), self.capacity_kwh) / self.capacity_kwh

    def moves(self) -> bool:
        """Return whether time that has passed has made it another since it was counted; it is at every settle."""
        return self.rate_kw != 0.0 and self._world.now != self._since

    def count(self) -> None:
        """Brings the energy up to now."""
        now = self._world.now
        if self.rate_kw:
            change = self.rate_kw * (now - self._since) / MS_PER["h"]
            self._given_kwh += max(-change, 0.0)
            self._taken_kwh += max(change, 0.0)
            self.energy_kwh = min(max(self.energy_kwh + change, 0.0), self.capacity_kwh)
        self._since = now

    def flow(self, rate_kw: float) -> None:
        """From now on so much flows; call `count` before."""
        if rate_kw != self.rate_kw or self._crossing is None:
            self.rate_kw = rate_kw
            self._plan_end()

    def _plan_end(self) -> None:
        if self._crossing is not None:
            self._crossing.cancel()
            self._crossing = None
        if self.rate_kw == 0.0:
            return
        left = self.energy_kwh if self.rate_kw < 0 else self.capacity_kwh - self.energy_kwh
        delay = round(left / abs(self.rate_kw) * MS_PER["h"])
        self._crossing = self._world.kernel.after(delay, Priority.SOURCE, self._end)

    def _end(self) -> None:
        self.count()
        self._crossing = None
        empty = self.rate_kw < 0
        self.energy_kwh = 0.0 if empty else self.capacity_kwh
        self.rate_kw = 0.0
        self._on_end(empty)

    def balance(self) -> dict[str, float]:
        """Energy over the run, kWh: start - given + taken = end."""
        self.count()
        return {
            "start": rounded(self.start_kwh, 6),
            "given": rounded(self._given_kwh, 6),
            "taken": rounded(self._taken_kwh, 6),
            "end": rounded(self.energy_kwh, 6),
        }

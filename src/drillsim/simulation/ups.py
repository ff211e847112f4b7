"""An online UPS: a load on its input (output ÷ efficiency + recharge) and a source on its output.

The battery's energy is counted at the output, runs linearly between changes, and its end is computed, not stepped to.
"""

from __future__ import annotations

from drillsim.journal import rounded
from drillsim.schema.source import Ups
from drillsim.simulation.kernel import Priority, Timer
from drillsim.simulation.world import World
from drillsim.units import MS_PER

OVERLOAD_AFTER_MS = 10_000
"""On battery, above its rating for this long, it gives up; on mains it goes to bypass and carries on. Assumed."""


class UpsUnit:
    """One UPS. With charge its output is live whatever its input does."""

    def __init__(self, world: World, name: str, spec: Ups) -> None:
        self._world, self.name, self.spec = world, name, spec
        self.energy_kwh = spec.battery_kwh * spec.charged_percent / 100
        self.on_mains = True
        self.failed = False
        self.kw = 0.0
        self.given_kwh = 0.0
        self.taken_kwh = 0.0
        self._rate_kw = 0.0
        self._since = world.kernel.now
        self._crossing: Timer | None = None
        self._overload: Timer | None = None
        self._said_overload = False

    @property
    def has_charge(self) -> bool:
        """Whether the battery alone can carry the output."""
        return not self.failed and self.energy_kwh > 1e-9

    @property
    def input_kw(self) -> float:
        """Drawn on the input while that is live."""
        return 0.0 if self.failed else self.kw * 100 / self.spec.efficiency_percent + max(self._rate_kw, 0.0)

    def look(self, input_live: bool, kw: float) -> None:
        """The input is live or not, the output carries `kw`."""
        self._count()
        if input_live != self.on_mains:
            self.on_mains = input_live
            self._say_mode(kw)
        self.kw = kw
        rate = self._rate()
        if rate != self._rate_kw or self._crossing is None:
            self._rate_kw = rate
            self._plan_crossing()
        self._watch_overload()

    def _say_mode(self, kw: float) -> None:
        energy = rounded(self.energy_kwh, 4)
        if self.on_mains:
            self._world.emit("ups_on_mains", source=self.name, energy_kwh=energy)
        elif not self.failed:
            self._world.emit("ups_on_battery", source=self.name, energy_kwh=energy, load_kw=rounded(kw, 2))

    def _rate(self) -> float:
        if self.failed:
            return 0.0
        if not self.on_mains:
            return -self.kw if self.energy_kwh > 1e-9 else 0.0
        return self.spec.recharge_kw if self.energy_kwh < self.spec.battery_kwh - 1e-9 else 0.0

    def _count(self) -> None:
        passed = (self._world.now - self._since) / MS_PER["h"]
        change = self._rate_kw * passed
        self.given_kwh += max(-change, 0.0)
        self.taken_kwh += max(change, 0.0)
        self.energy_kwh = min(max(self.energy_kwh + change, 0.0), self.spec.battery_kwh)
        self._since = self._world.now

    def _plan_crossing(self) -> None:
        if self._crossing is not None:
            self._crossing.cancel()
            self._crossing = None
        if self._rate_kw == 0.0:
            return
        left = self.energy_kwh if self._rate_kw < 0 else self.spec.battery_kwh - self.energy_kwh
        delay = round(left / abs(self._rate_kw) * MS_PER["h"])
        self._crossing = self._world.kernel.after(delay, Priority.SOURCE, self._crossed)

    def _crossed(self) -> None:
        self._count()
        self._crossing = None
        if self._rate_kw < 0:
            self.energy_kwh = 0.0
            self._world.emit("battery_empty", source=self.name)
        else:
            self.energy_kwh = self.spec.battery_kwh
        self._rate_kw = self._rate()
        self._world.touch()

    def _watch_overload(self) -> None:
        over = self.kw > self.spec.rated_kw and not self.failed
        if over and not self._said_overload:
            self._world.emit("ups_overloaded", source=self.name, kw=rounded(self.kw, 2), rated_kw=self.spec.rated_kw)
        self._said_overload = over
        if over and not self.on_mains and self._overload is None:
            self._overload = self._world.kernel.after(OVERLOAD_AFTER_MS, Priority.SOURCE, lambda: self.fail("overload"))
        elif self._overload is not None and (not over or self.on_mains):
            self._overload.cancel()
            self._overload = None

    def fail(self, cause: str) -> None:
        """It gives nothing any more: overload, fault or zone."""
        if self.failed:
            return
        self._count()
        self.failed = True
        self._rate_kw = 0.0
        if self._crossing is not None:
            self._crossing.cancel()
        self._world.emit("source_stopped", source=self.name, cause=cause)
        self._world.touch()

    def balance(self) -> dict[str, float]:
        """Energy of the battery over the run, kWh: start - given + taken = end."""
        self._count()
        start = self.spec.battery_kwh * self.spec.charged_percent / 100
        return {
            "start": rounded(start, 6),
            "given": rounded(self.given_kwh, 6),
            "taken": rounded(self.taken_kwh, 6),
            "end": rounded(self.energy_kwh, 6),
        }

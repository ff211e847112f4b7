"""DC control supplies: a charger and a battery. A device that needs one that is dead neither trips nor moves by
itself."""

from __future__ import annotations

from drillsim.schema import DcSupply
from drillsim.simulation.core.kernel import Priority, Timer
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.world import World

RECHARGE_MS = 10 * 3_600_000
"""From empty to full. Assumed: charging at a tenth of the capacity, as is usual for stationary lead-acid batteries."""


class DcUnit:
    """One supply. Its battery is counted in the time it lasts."""

    def __init__(self, world: World, name: str, spec: DcSupply) -> None:
        self._world, self.name, self.spec = world, name, spec
        self.lost = 0
        """Faults that have taken it."""
        self.charging = True
        self._counted_ms = float(spec.lasts)
        """Time left of its battery when the charger was lost or back last, ms."""
        self._since = world.kernel.now
        self._end: Timer | None = None

    @property
    def is_live(self) -> bool:
        """Return whether it gives control supply now."""
        return not self.lost and (self.charging or self._left_ms >= 1)

    @property
    def _left_ms(self) -> float:
        """Time the battery still lasts, ms."""
        passed = self._world.now - self._since
        gain = passed * self.spec.lasts / RECHARGE_MS if self.charging else -float(passed)
        return min(max(self._counted_ms + gain, 0.0), float(self.spec.lasts))

    def look(self) -> None:
        """Charger live or dead, battery running down or up, lost or back."""
        fed = any(self._world.works((each,)) for each in self.spec.fed_by)
        if fed != self.charging:
            self._counted_ms, self._since = self._left_ms, self._world.now
            self.charging = fed
            self._plan_end()
        self._say()

    def _plan_end(self) -> None:
        if self._end is not None:
            self._end.cancel()
            self._end = None
        if not self.charging:
            self._end = self._world.kernel.after(int(self._left_ms), Priority.SOURCE, self._ends)
            self._world.emit("control_supply_on_battery", supply=self.name, lasts_ms=round(self._left_ms))

    def _ends(self) -> None:
        self._world.moved(Moved.DC)
        self._world.touch()

    def _say(self) -> None:
        w, control = self._world, self._world.control_state
        dead = self.name in control.dead
        if self.is_live == dead:
            w.turned_to.control_supply(self.name)
        w.note(("dc_supply", self.name), "live" if self.is_live else "dead")
        if self.is_live and dead:
            control.give_back(self.name)
            w.emit("control_supply_back", supply=self.name)
        elif not self.is_live and not dead:
            control.lose(self.name)
            w.emit("control_supply_lost", supply=self.name, cause="fault" if self.lost else "battery")

    def say_what_stands(self) -> None:
        """Say whether it is lost, or runs on its battery, when the run begins."""
        if not self.charging and self.is_live:
            self._plan_end()
        self._world.control_state.give_back(self.name)
        self._say()


class DcSupplies:
    """All control supplies of one run."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.units = {name: DcUnit(world, name, spec) for name, spec in world.site.dc_supplies.items()}

    def fed_by(self) -> list[str]:
        """Return the ids that feed their chargers."""
        return [each for unit in self.units.values() for each in unit.spec.fed_by]

    def look(self) -> None:
        """Each once, in file order."""
        for unit in self.units.values():
            unit.look()

    def lose(self, name: str) -> None:
        """A fault takes the supply, battery and all."""
        self.units[name].lost += 1
        self._world.moved(Moved.DC)
        self._world.touch()

    def give_back(self, name: str) -> None:
        """One fault less."""
        self.units[name].lost -= 1
        self._world.moved(Moved.DC)
        self._world.touch()

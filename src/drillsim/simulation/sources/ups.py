"""A UPS: a load on its input (output ÷ efficiency + recharge) and a source on its output.

Modes: `online` (with its battery while the input is dead), `bypass` and `maintenance_bypass` (the output follows the
bypass bus, the battery does not help), `off`. Above its overload limit for its time, or when it fails, it goes to
bypass by itself; without a bypass that is live it stops, and stays off until somebody resets it.
"""

from __future__ import annotations

from collections.abc import Callable

from drillsim.journal import rounded
from drillsim.schema import Ups
from drillsim.simulation.core.grid import Feeding
from drillsim.simulation.core.kernel import Priority, Timer
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.world import World
from drillsim.simulation.sources.battery import Battery

BACK_ONLINE_MS = 10_000
"""Back from bypass after an overload once the load has been within the rating for this long. Assumed."""
BACK_ON_MAINS_MS = 10_000
"""An input that was too low is taken again at once; after that not before this, and each time after twice as long.
Assumed: where its own draw pulls its input down, a UPS would otherwise go to and fro without end."""
LONGEST_WAIT_MS = 3_600_000
BYPASSED = ("bypass", "maintenance_bypass")


class UpsUnit:
    """One UPS. Online and with charge its output is live whatever its input does."""

    def __init__(self, world: World, name: str, spec: Ups) -> None:
        self._world, self.name, self.spec = world, name, spec
        self.feeding = Feeding(name, spec.output)
        """Its part of the network while it carries its output."""
        self.mode: str = spec.mode
        capacity = spec.battery_kwh * spec.battery_percent / 100
        self.battery = Battery(world, capacity, capacity * spec.charged_percent / 100, self._battery_ends)
        self.on_mains = True
        self.is_low = False
        """Its input is live, and too low for it."""
        self._back_from = world.kernel.start_ms
        """Time it may go back to an input that was too low, ms."""
        self._wait_ms = BACK_ON_MAINS_MS
        self.bypass_bus = spec.bypass or spec.input
        self.broken = False
        """Its inverter has failed."""
        self.fell = False
        """It stopped by itself."""
        self.kw = 0.0
        self._timers: dict[str, Timer] = {}
        self._said_kw = spec.rated_kw
        """The heaviest load it has spoken of since it was within its rating."""
        self._overloaded = False
        """It went to bypass by itself, for its load."""
        world.control.setdefault(name, spec.mode)

    # -- as a source and as a load ---------------------------------------------------------------------------------
    @property
    def has_charge(self) -> bool:
        """Return whether the battery alone can carry the output."""
        return self.mode == "online" and self.battery.has_charge

    @property
    def passes_on(self) -> str:
        """The bus it passes on to its output when that is live, its input or its bypass; empty when it is off."""
        if self.mode == "online":
            return "" if self.is_low else self.spec.input
        return self.bypass_bus if self.mode in BYPASSED else ""

    @property
    def inputs(self) -> tuple[str, str]:
        """Buses it may draw at."""
        return self.spec.input, self.bypass_bus

    def draws(self, kw: float) -> list[tuple[str, float]]:
        """Return the draws of the UPS while its output carries `kw`: (bus, kW)."""
        charge = [(self.spec.input, self.battery.rate_kw)] if self.battery.rate_kw > 0 else []
        if self.mode in BYPASSED:
            return [(self.bypass_bus, kw), *charge]
        if self.mode != "online" or not self.on_mains:
            return []
        return [(self.spec.input, kw * 100 / self.spec.efficiency_percent), *charge]

    # -- looking ---------------------------------------------------------------------------------------------------
    def finds_low(self, pu: float) -> bool:
        """Return whether an input of `pu` is live and too low for it now."""
        if 0 < pu < self.spec.input_below_pu:
            return True
        return self.is_low and pu > 0 and self._world.now < self._back_from

    def see(self, pu: float) -> None:
        """The voltage of its input now."""
        low, now = self.finds_low(pu), self._world.now
        if self.is_low and not low:
            self._back_from, self._wait_ms = now + self._wait_ms, min(2 * self._wait_ms, LONGEST_WAIT_MS)
        self._time("input", low and now < self._back_from, self._back_from - now, self._world.touch)
        if low != self.is_low:
            self.is_low = low
            self._world.moved(Moved.PASSING)
            self._world.touch()

    def look(self, input_live: bool, kw: float, *, cooled: bool = True) -> bool:
        """The input is one to run on or not, the output carries `kw`, the room is cooled or not. Gives whether it
        draws otherwise than before."""
        self.count()
        before = self.on_mains, self.kw, self.battery.rate_kw
        self.on_mains, self.kw = input_live, kw
        if input_live != before[0] and self.mode == "online":
            self._say_battery()
        self.battery.flow(self._rate())
        self._watch_overload()
        self._watch_cooling(cooled)
        draws_otherwise = (input_live, kw, self.battery.rate_kw) != before
        if draws_otherwise:
            self._world.moved(Moved.UPS_DRAW)
        return draws_otherwise

    def say_what_stands(self) -> None:
        """Say what is so when the run begins like what comes later: on its battery, or overloaded."""
        if self.mode == "online" and not self.on_mains and self.battery.has_charge:
            self._say_battery()
        self._said_kw = self.spec.rated_kw
        self._watch_overload()

    def _say_battery(self) -> None:
        energy = rounded(self.battery.energy_kwh, 4)
        if self.on_mains:
            self._world.emit("ups_on_mains", source=self.name, energy_kwh=energy)
        else:
            self._world.emit("ups_on_battery", source=self.name, energy_kwh=energy, load_kw=rounded(self.kw, 2))

    def _rate(self) -> float:
        if self.mode == "online" and not self.on_mains:
            return -self.kw if self.battery.has_charge else 0.0
        charges = self.mode == "online" or (self.mode == "bypass" and not self.broken)
        return self.spec.recharge_kw if charges and self.on_mains and not self.battery.is_full else 0.0

    def count(self) -> None:
        """Brings the battery up to now; one that has begun to be charged can carry the output again."""
        if not self.battery.moves():
            self.battery.count()
            return
        had_charge, was_full = self.battery.has_charge, self.battery.is_full
        self.battery.count()
        if self.battery.has_charge != had_charge:
            self._feeds_otherwise()
        if self.battery.is_full != was_full and self.on_mains:
            self._world.moved(Moved.UPS)

    def _feeds_otherwise(self) -> None:
        """Say that it does not give, draw or pass on what it did."""
        for each in (Moved.UPS, Moved.UPS_DRAW, Moved.SOURCES, Moved.PASSING, Moved.FAILED):
            self._world.moved(each)

    def _battery_ends(self, empty: bool) -> None:
        self._world.moved(Moved.UPS_DRAW)
        if empty:
            self._feeds_otherwise()
            self._world.emit("battery_empty", source=self.name)
        self._world.touch()

    def _watch_overload(self) -> None:
        online = self.mode == "online"
        over = online and self.kw > self.spec.rated_kw
        if over and self.kw > self._said_kw:
            self._world.emit("ups_overloaded", source=self.name, kw=rounded(self.kw, 2), rated_kw=self.spec.rated_kw)
        self._said_kw = max(self._said_kw, self.kw) if over else self.spec.rated_kw
        beyond = online and self.kw > self.spec.rated_kw * self.spec.overload_percent / 100
        self._time("overload", beyond, self.spec.overload_after, lambda: self.fail("overload"))
        relieved = self._overloaded and self.mode == "bypass" and 0 < self.kw <= self.spec.rated_kw
        self._time("relief", relieved, BACK_ONLINE_MS, lambda: self.set_mode("online", "relief"))

    def _watch_cooling(self, cooled: bool) -> None:
        after = self.spec.needs_after
        hot = after is not None and not cooled and self.mode == "online"
        self._time("cooling", hot, after or 0, lambda: self.stop("overheated"))

    def _time(self, key: str, running: bool, after: int, action: Callable[[], object]) -> None:
        if running and key not in self._timers:
            due = self._world.kernel.after_settled(after, Priority.SOURCE, lambda: self._due(key, action))
            self._timers[key] = due
        elif not running and key in self._timers:
            self._timers.pop(key).cancel()

    def _due(self, key: str, action: Callable[[], object]) -> None:
        del self._timers[key]
        self._world.moved(Moved.UPS)
        action()

    # -- changing over ---------------------------------------------------------------------------------------------
    def set_mode(self, to: str, cause: str) -> bool:
        """Puts it online or to a bypass, without a break; False when it cannot be online because it has failed."""
        if to == "online" and self.broken:
            return False
        if to == self.mode:
            return True
        self.battery.count()
        self.mode, self.fell = to, False
        self._overloaded = cause == "overload"
        self._world.set_control(self.name, to)
        self._world.emit("ups_mode", source=self.name, mode=to, cause=cause)
        if to == "online" and not self.on_mains:
            self._say_battery()
        self.battery.flow(self._rate())
        self._feeds_otherwise()
        self._world.touch()
        return True

    def fail(self, cause: str) -> None:
        """Overload or a failed inverter: to bypass where there is one and it is live. Fault and zone: it stops."""
        if self.mode == "off":
            return
        self.broken = self.broken or cause in ("failed", "zone")
        self._world.moved(Moved.UPS)
        live = self._world.is_live(self.bypass_bus)
        if self.spec.static_bypass and live and cause in ("failed", "overload"):
            self.set_mode("bypass", cause)
        elif self.mode == "online" or cause in ("fault", "zone"):
            self.stop(cause)

    def stop(self, cause: str) -> None:
        """It gives nothing any more: overload, failed, overheated, fault or zone."""
        self.battery.count()
        self.mode, self.fell = "off", True
        self.battery.flow(0.0)
        self._world.emit("source_stopped", source=self.name, cause=cause)
        self._feeds_otherwise()
        self._world.touch()

    def mend(self) -> None:
        """Its inverter is repaired; somebody has to put it online."""
        self.broken = False
        self._world.moved(Moved.UPS)

    def reset(self) -> bool:
        """Somebody puts it online again after it stopped or went to bypass by itself."""
        return self.set_mode("online", "reset")

    def take_out(self) -> None:
        """Out of service from the start."""
        self.mode = "off"

    def balance(self) -> dict[str, float]:
        """Energy of the battery over the run, kWh: start - given + taken = end."""
        return self.battery.balance()

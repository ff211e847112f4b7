"""More than it may carry: stages of devices by the load current, time-limited overloads, what a feeder can give.

- A device whose stage is exceeded by its load current (with what starting motors draw) trips by its curve; while the
  current changes, the shares of the time add up.
- A line or transformer above its limit is said at once. Where the site file gives it overloads for a time, that time
  runs by the loading, and its end is said; nothing trips by it.
- A feeder that gives more than `capacity_kw` for `overload_after` is disconnected by the utility, to the end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf

from drillsim.journal import rounded
from drillsim.schema import Compiled, Device, Element, Feeder, Stage, follows_from
from drillsim.simulation.core.compiled import branch_limits, pick_up_a
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.protection import Protection
from drillsim.simulation.electrical.stage import Clocks, stage_ms, stages_that_see
from drillsim.simulation.electrical.supply import Supply
from drillsim.simulation.electrical.voltage import Voltages
from drillsim.simulation.sources.sources import Sources


class Overloads:
    """Overloads of one run, by what the power flow said last."""

    def __init__(
        self, world: World, sources: Sources, supply: Supply, protection: Protection, voltages: Voltages
    ) -> None:
        self._world, self._sources, self._supply = world, sources, supply
        self._protection, self._voltages = protection, voltages
        self._limits = branch_limits(world.case.dossier)
        self._over: tuple[str, ...] = ()
        self._over_feeders: set[str] = set()
        self._said: set[str] = set()
        """Elements whose allowed time is used up in this overload."""
        self._clocks = Clocks(world.kernel)
        self._relays = _relays(world.case.dossier)
        self._pick_up = pick_up_a(world.case.dossier)
        """Below it no stage of a device cares whether its relay works, A."""
        self._capacity = _limited_feeders(world.case.dossier)

    def watches(self) -> bool:
        """Return whether anything carries more than it minds, or has until now."""
        under_way = self._clocks.is_running or self._over or self._over_feeders
        return bool(under_way or self._voltages.start_a or self._supply.answer.is_heavy)

    def look(self) -> None:
        """Says what begins and ends, and keeps the clocks."""
        self._look_at_devices()
        self._look_at_elements()
        for name, (capacity_kw, after) in self._capacity.items():
            self._look_at_feeder(name, capacity_kw, after)

    def say_what_stands(self) -> None:
        """Overloads there are when the run begins; their clocks run already."""
        self._over = ()
        self._over_feeders.clear()
        self.look()

    # -- devices ---------------------------------------------------------------------------------------------------
    def _look_at_devices(self) -> None:
        w = self._world
        for switch, stages in self._relays:
            current = w.switch_a.get(switch, 0.0) + self._voltages.start_a.get(switch, 0.0)
            over = current > self._pick_up[switch]
            if not over and not self._clocks.is_running:
                continue
            if over and not self._protection.relay_works(switch):
                current = 0.0
            for clock, stage in stages:
                self._clocks.see(clock, stage_ms(stage, current), self._tripper(switch))

    def _tripper(self, switch: str) -> Callable[[int], object]:
        def trips(_: int) -> None:
            self._world.moved(Moved.OVERLOADS)  # one that stays closed is timed anew
            self._world.move_switch(switch, closed=False, cause="overload", cause_id=switch)

        return trips

    # -- lines and transformers ------------------------------------------------------------------------------------
    def _look_at_elements(self) -> None:
        w, over = self._world, self._supply.answer.over
        for name in over:
            percent = self._supply.answer.loading[name]
            allowed = self._allowed_ms(name, percent)
            if name not in self._over:
                limit = self._limits.get(name, 100.0)
                more = {} if allowed is None else {"allowed_ms": round(allowed)}
                w.emit("overload_begins", element=name, loading_percent=percent, limit_percent=limit, **more)
            if allowed is not None and name not in self._said:
                self._clocks.see(f"e/{name}", allowed, self._sayer(name))
        for name in w.net.branch_ids if self._over else ():
            if name in self._over and name not in over:
                self._clocks.drop(f"e/{name}")
                self._said.discard(name)
                w.emit("overload_ends", element=name)
        self._over = over

    def _allowed_ms(self, name: str, percent: float) -> float | None:
        """Return how long it may carry this, ms; None where nothing is said of times, 0 beyond every one given."""
        times = self._world.site.elements.get(name, Element()).overload
        if not times:
            return None
        return max((float(t.lasts) for t in times if t.percent >= percent), default=0.0)

    def _sayer(self, name: str) -> Callable[[int], object]:
        """Says once that the allowed time is used up; the clock is not wound again while the overload lasts."""

        def says(after_ms: int) -> None:
            percent = self._supply.answer.loading.get(name, 0.0)
            self._world.moved(Moved.OVERLOADS)
            self._said.add(name)
            self._world.emit("overload_exceeded", element=name, loading_percent=percent, after_ms=after_ms)

        return says

    # -- feeders ---------------------------------------------------------------------------------------------------
    def _look_at_feeder(self, name: str, capacity_kw: float, after: int) -> None:
        w, kw = self._world, self._sources.kw.get(name, 0.0) if name in self._sources.feeding else 0.0
        over = kw > capacity_kw
        if over and name not in self._over_feeders:
            percent = rounded(100 * kw / capacity_kw, 2)
            w.emit("overload_begins", element=name, loading_percent=percent, limit_percent=100.0, allowed_ms=after)
            self._over_feeders.add(name)
        elif not over and name in self._over_feeders:
            self._over_feeders.discard(name)
            w.emit("overload_ends", element=name)
        self._clocks.see(f"f/{name}", float(after) if over else inf, self._disconnector(name))

    def _disconnector(self, name: str) -> Callable[[int], object]:
        def disconnects(after_ms: int) -> None:
            self._world.moved(Moved.OVERLOADS)
            kw, (capacity_kw, _) = self._sources.kw.get(name, 0.0), self._capacity[name]
            percent = rounded(100 * kw / capacity_kw, 2)
            self._world.emit("overload_exceeded", element=name, loading_percent=percent, after_ms=after_ms)
            self._sources.lose(name, "overload")

        return disconnects


@follows_from("site")
def _relays(dossier: Compiled) -> tuple[tuple[str, tuple[tuple[str, Stage], ...]], ...]:
    """Devices with stages for load current, each stage with the name of its clock."""
    return tuple((name, _clocked(name, each)) for name, each in dossier.site.devices.items() if each.trips)


def _clocked(switch: str, device: Device) -> tuple[tuple[str, Stage], ...]:
    return tuple((f"d/{switch}/{number}", stage) for number, stage in stages_that_see(device, earth=False))


@follows_from("site")
def _limited_feeders(dossier: Compiled) -> Mapping[str, tuple[float, int]]:
    """Feeders with a limit: kW, and for how long they may give more, ms."""
    feeders = {name: spec for name, spec in dossier.site.sources.items() if isinstance(spec, Feeder)}
    return {name: (spec.capacity_kw, spec.overload_after) for name, spec in feeders.items() if spec.capacity_kw}

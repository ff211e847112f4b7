"""Tanks: piecewise constant rates, the next crossing computed, never stepped."""

from __future__ import annotations

from drillsim.journal import rounded
from drillsim.schema.plan import Plan
from drillsim.schema.store import Inflow, Store
from drillsim.simulation.genset import GensetUnit
from drillsim.simulation.kernel import Priority, Timer
from drillsim.simulation.world import World
from drillsim.units import MS_PER

_TINY = 1e-6


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
        self.empty_said = False
        self.shut = False
        """Out of service: nothing comes out."""
        self.crossing: Timer | None = None

    @property
    def percent(self) -> float:
        """Level as a share of the capacity."""
        return 100 * self.level_l / self.spec.capacity_l

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
        ahead = [m for m in self.marks_l if (m - self.level_l) * self.rate > _TINY]
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


class Stores:
    """All tanks of one run, the pumps between them and the gensets that burn from them."""

    def __init__(self, world: World, gensets: dict[str, GensetUnit]) -> None:
        self._world, self._gensets = world, gensets
        marks = condition_marks(world.plan)
        self.tanks = {
            name: Tank(world, name, spec, _marks(spec, marks.get(name, ()))) for name, spec in world.site.stores.items()
        }
        self._pumps = {flow.by: (tank, flow) for tank in self.tanks.values() for flow in tank.spec.in_}
        for pump in self._pumps:
            world.control.setdefault(pump, "on")
            world.load_running[pump] = False

    def look(self) -> None:
        """Pumps on or off, new rates, what ran dry."""
        for tank in self.tanks.values():
            tank.count()
        for pump, (tank, flow) in self._pumps.items():
            self._look_at_pump(pump, tank, flow)
        for tank in self.tanks.values():
            self._set_rate(tank)
            self._world.note(("store", tank.name), rounded(tank.percent, 2))
        for tank in self.tanks.values():
            self._run_dry(tank)

    def _look_at_pump(self, pump: str, tank: Tank, flow: Inflow) -> None:
        w = self._world
        why = self._why_off(pump, tank, flow)
        running = w.load_running[pump]
        if running == (why == ""):
            return
        w.load_running[pump] = not running
        if running:
            w.emit("pump_stopped", load=pump, store=tank.name, cause=why)
        else:
            w.emit("pump_started", load=pump, store=tank.name)
        w.touch()

    def _why_off(self, pump: str, tank: Tank, flow: Inflow) -> str:
        w = self._world
        if w.control[pump] == "off":
            return "off"
        if w.truth.get(("load", pump)) != "live":
            return "no_power"
        if flow.from_ and self.tanks[flow.from_].level_l <= _TINY:
            return "upstream_empty"
        if w.load_running[pump]:
            return "full" if tank.percent >= flow.stops_above_percent - _TINY else ""
        return "full" if tank.percent > flow.starts_below_percent + _TINY else ""

    def _set_rate(self, tank: Tank) -> None:
        w = self._world
        inflow = sum(flow.l_per_min * 60 for flow in tank.spec.in_ if w.load_running[flow.by])
        drawn = sum(
            f.l_per_min * 60
            for other in self.tanks.values()
            for f in other.spec.in_
            if f.from_ == tank.name and w.load_running[f.by]
        )
        burn = sum(
            g.kw * g.spec.fuel_l_per_kwh for g in self._gensets.values() if g.running and g.spec.fuel == tank.name
        )
        if tank.level_l <= _TINY:
            drawn, burn = min(drawn, inflow), min(burn, inflow)
        tank.inflow_lh, tank.outflow_lh = inflow, drawn + burn
        rate = inflow - drawn - burn
        if abs(rate - tank.rate) > _TINY:
            tank.rate = rate
            w.emit("store_rate", store=tank.name, level_l=rounded(tank.level_l, 4), l_per_h=rounded(rate, 4))
        tank.plan_crossing()

    def _run_dry(self, tank: Tank) -> None:
        if tank.level_l > _TINY or tank.inflow_lh > 0:
            tank.empty_said = tank.empty_said and tank.level_l <= _TINY
            return
        if not tank.empty_said:
            tank.empty_said = True
            self._world.emit("store_empty", store=tank.name)
        for genset in self._gensets.values():
            if genset.spec.fuel == tank.name and genset.running:
                genset.stop("no_fuel")

    def set_level(self, name: str, level_l: float) -> None:
        """Somebody filled it, or a fault emptied it."""
        tank = self.tanks[name]
        tank.count()
        change = level_l - tank.level_l
        tank.filled_l += max(change, 0.0)
        tank.burnt_l += max(-change, 0.0)
        tank.level_l = level_l
        self._world.emit("store_rate", store=name, level_l=rounded(level_l, 4), l_per_h=rounded(tank.rate, 4))
        self._world.touch()

    def take_out(self, name: str) -> None:
        """Shut off from the start: it gives nothing."""
        self.tanks[name].shut = True

    def balance(self) -> dict[str, dict[str, float]]:
        """Litres of each tank over the run: start + in - out = end."""
        found = {}
        for tank in self.tanks.values():
            tank.count()
            start = min(tank.spec.level_l, tank.spec.capacity_l)
            found[tank.name] = {
                "start": rounded(start, 4),
                "in": rounded(tank.filled_l, 4),
                "out": rounded(tank.burnt_l, 4),
                "end": rounded(tank.level_l, 4),
            }
        return found


def condition_marks(plan: Plan) -> dict[str, tuple[float, ...]]:
    """Levels, in percent, that conditions of the plan ask about, by store."""
    found: dict[str, list[float]] = {}
    conditions = [c for card in plan.all_cards() for c in (card.trigger, card.ends) if c]
    for _, step in plan.steps():
        conditions += [*step.conditions(), *([step.success_check] if step.success_check else [])]
    for condition in conditions:
        for leaf in condition.leaves():
            for store in leaf.store:
                found.setdefault(store, []).extend(m for m in (leaf.above_percent, leaf.below_percent) if m is not None)
    return {store: tuple(marks) for store, marks in found.items()}


def _marks(spec: Store, asked: tuple[float, ...]) -> tuple[float, ...]:
    pumps = [mark for flow in spec.in_ for mark in (flow.starts_below_percent, flow.stops_above_percent)]
    # a level condition is strict, so the crossing that makes it true lies just past the mark
    return (*pumps, *(m - 1e-3 for m in asked if m > 0), *(m + 1e-3 for m in asked if m < 100))

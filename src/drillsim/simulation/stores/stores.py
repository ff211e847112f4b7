"""All tanks: the pumps between them, what burns and draws from them, what in them stops whatever uses it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drillsim.journal import rounded
from drillsim.plant import burn_l_per_h
from drillsim.schema import Compiled, Genset, Inflow, Load, MobileGenset, Outflow, Store, follows_from, kinds
from drillsim.simulation.core.knowledge import Fact
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.supply import Supply
from drillsim.simulation.sources.genset import GensetUnit
from drillsim.simulation.stores.tank import TINY_L, Tank

RESTARTS_AT_PERCENT = 1.0
"""A pump that ran its suction tank dry starts again when this much is in it; assumed."""
WORKING = ("normal", "riding_through")


@dataclass(frozen=True, slots=True)
class Piping:
    """The facts of all tanks together, from the files."""

    tanks: Mapping[str, Store]
    pumps: Mapping[str, tuple[str, Inflow]]
    """Pump → the tank it fills."""
    drawn_by: Mapping[str, tuple[Inflow, ...]]
    """Tank → the pumps that draw from it."""
    facts: tuple[Fact, ...]
    """Facts pumps and users go by."""
    busy: frozenset[str]
    """Pumps that have other work beside filling a store: full or not, they run on."""


@follows_from("customer", "network", "site", "plan")
def piping(dossier: Compiled) -> Piping:
    """Return the piping of the customer's tanks."""
    tanks, kind_of, loads = dossier.site.tanks, kinds(dossier), dossier.site.loads
    pumps = {flow.by: (name, flow) for name, spec in tanks.items() for flow in spec.in_}
    flows = [flow for spec in tanks.values() for flow in spec.in_]
    users = [each for spec in tanks.values() for flow in spec.out for each in (flow.to, *flow.while_dead)]
    return Piping(
        tanks,
        pumps,
        {name: tuple(flow for flow in flows if flow.from_ == name) for name in tanks},
        tuple((kind_of.get(name, ""), name) for name in dict.fromkeys((*pumps, *users))),
        frozenset(name for name, (tank, _) in pumps.items() if _works_beside(loads, name, tanks[tank])),
    )


def _works_beside(loads: Mapping[str, Load], name: str, tank: Store) -> bool:
    """Return whether a pump does more than fill its tank: a chiller, and what the store stands in for while it is dead,
    such as an air compressor before its receiver."""
    cools = name in loads and loads[name].serves == "cooling"
    return cools or any(name in flow.while_dead for flow in tank.out)


class Stores:
    """All tanks of one run."""

    def __init__(self, world: World, gensets: dict[str, GensetUnit], supply: Supply) -> None:
        self._world, self._gensets, self._supply = world, gensets, supply
        self._piping, marks = piping(world.case.dossier), condition_marks(world.case.dossier)
        self.tanks = {
            name: Tank(world, name, spec, _marks(spec), marks.get(name, ()))
            for name, spec in self._piping.tanks.items()
        }
        for name, tank in self.tanks.items():
            world.put_gauge(name, tank.reading)
        self._sucked_dry: set[str] = set()
        """Pumps that wait for something to be in their suction tank."""
        self._foul: dict[str, int] = {name: 1 for name, tank in self.tanks.items() if tank.spec.contaminated}
        """Contaminated stores, by number of causes."""
        for name in self._foul:
            world.spoil(name, bad=True)
        self._fills: dict[str, bool] = dict.fromkeys(self._piping.pumps, False)
        for pump in self._piping.pumps:
            if pump not in self._piping.busy:
                world.control.setdefault(pump, "on")
                supply.run(pump, on=False)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Facts its pumps and users go by."""
        return self._piping.facts

    # -- looking ---------------------------------------------------------------------------------------------------
    def look(self) -> None:
        """Pumps on or off, new rates, what ran dry, what is foul."""
        for tank in self.tanks.values():
            tank.count()
        for pump, (name, flow) in self._piping.pumps.items():
            self._look_at_pump(pump, self.tanks[name], flow)
        for tank in self.tanks.values():
            self._set_rate(tank)
            self._world.note(tank.fact, tank.reading())
        for tank in self.tanks.values():
            self._run_dry(tank)
            if tank.name in self._world.bad_stores:
                self._stop_burners(tank, "bad_fuel")

    def levels_move(self) -> bool:
        """Return whether levels have moved since they were counted last, by themselves as time passes."""
        now = self._world.now
        return any(tank.since != now and (tank.inflow_lh or tank.outflow_lh) for tank in self.tanks.values())

    def count_levels(self) -> None:
        """Brings levels up to now. Pumps, rates and whoever uses a store mind only one that has come to a mark."""
        for tank in self.tanks.values():
            tank.count()
            tank.plan_crossing()
            self._world.note(tank.fact, tank.reading())
            if tank.is_at_mark:
                self._world.moved(Moved.MARK)

    def _look_at_pump(self, pump: str, tank: Tank, flow: Inflow) -> None:
        w = self._world
        why = self._why_off(pump, tank, flow)
        running = self._fills[pump]
        if not why and flow.from_ in self._foul and tank.name not in self._foul:
            self.contaminate(tank.name, flow.from_)
        if running == (why == ""):
            return
        self._fills[pump] = not running
        w.moved(Moved.STORES)
        if pump not in self._piping.busy:
            self._supply.run(pump, on=not running)
        if running:
            w.emit("pump_stopped", load=pump, store=tank.name, cause=why)
        else:
            w.emit("pump_started", load=pump, store=tank.name)
        w.touch()

    def _why_off(self, pump: str, tank: Tank, flow: Inflow) -> str:
        w = self._world
        if w.control.get(pump) == "off":
            return "off"
        if w.truth.get(("load", pump)) != "live":
            return "no_power"
        if flow.from_:
            w.turned_to.store(flow.from_)
            if self._has_run_dry(pump, self.tanks[flow.from_]):
                return "upstream_empty"
        w.turned_to.store(tank.name)
        if self._fills[pump]:
            return "full" if tank.percent >= flow.stops_above_percent - TINY_L else ""
        return "full" if tank.percent > flow.starts_below_percent + TINY_L else ""

    def _has_run_dry(self, pump: str, above: Tank) -> bool:
        """With a little hysteresis: a trickle into an empty tank would switch the pump on and off without end."""
        least = RESTARTS_AT_PERCENT if pump in self._sucked_dry else 0.0
        dry = above.is_empty or above.percent < least - TINY_L
        (self._sucked_dry.add if dry else self._sucked_dry.discard)(pump)
        return dry

    # -- rates -----------------------------------------------------------------------------------------------------
    def _set_rate(self, tank: Tank) -> None:
        w, name = self._world, tank.name
        inflow = self._pumped(tank.spec.in_)
        rate = tank.flow(inflow, self._pumped(self._piping.drawn_by[name]) + self._burnt(tank) + self._used(tank))
        if tank.inflow_lh or tank.wanted_lh:
            w.turned_to.store(name)
        if abs(rate - tank.rate) > TINY_L:
            tank.rate = rate
            w.emit("store_rate", store=name, level_l=rounded(tank.level_l, 4), l_per_h=rounded(rate, 4))
        tank.plan_crossing()

    def _pumped(self, pumps: tuple[Inflow, ...]) -> float:
        """Return the flow of these pumps now, litres an hour."""
        return sum(flow.l_per_min * 60 for flow in pumps if self._fills[flow.by]) if pumps else 0.0

    def _burnt(self, tank: Tank) -> float:
        burners = self._burners(tank)
        return sum(map(self._burn_of, burners)) if burners else 0.0

    def _burn_of(self, genset: GensetUnit) -> float:
        """By the figures of the file: a connection point limits what a mobile set gives, not how large it is."""
        spec = self._world.site.sources[genset.name]
        return burn_l_per_h(spec, genset.kw) if isinstance(spec, Genset | MobileGenset) else 0.0

    def _burners(self, tank: Tank) -> list[GensetUnit]:
        found = [g for g in self._gensets.values() if g.running and g.spec.fuel == tank.name]
        if found:
            self._world.turned_to.store(tank.name)
        return found

    def _used(self, tank: Tank) -> float:
        """Return the draw of loads and functions, l/h; nothing of what is foul or shut off."""
        if not tank.spec.out or tank.name in self._world.bad_stores:
            return 0.0
        return sum((flow.l_per_min or 0.0) * 60 for flow in tank.spec.out if self._is_used(flow))

    def _is_used(self, flow: Outflow) -> bool:
        truth, kinds = self._world.truth, self._world.kind_of
        if not all(truth.get(("load", load)) == "dead" for load in flow.while_dead):
            return False
        kind = kinds.get(flow.to, "")
        value = truth.get((kind, flow.to))
        return value in WORKING if kind == "function" else kind == "load" and value == "live"

    # -- empty or foul ---------------------------------------------------------------------------------------------
    def _run_dry(self, tank: Tank) -> None:
        if not tank.is_empty:
            tank.empty_said = False
            return
        if tank.inflow_lh <= 0 and not tank.empty_said:
            tank.empty_said = True
            self._world.emit("store_empty", store=tank.name)
        if tank.inflow_lh <= 0 or tank.inflow_lh < tank.wanted_lh - TINY_L:
            self._stop_burners(tank, "no_fuel")

    def _stop_burners(self, tank: Tank, cause: str) -> None:
        for genset in self._burners(tank):
            genset.stop(cause)

    def contaminate(self, name: str, from_store: str | None = None) -> None:
        """Contaminate the store: its contents stop whatever uses them, at once (it takes minutes in truth); a pump
        carries it on."""
        self._foul[name] = self._foul.get(name, 0) + 1
        if self._foul[name] == 1:
            self._world.spoil(name, bad=True)
            more = {"from_store": from_store} if from_store else {}
            self._world.emit("store_contaminated", store=name, contaminated=True, **more)
            self._world.touch()

    def clean(self, name: str) -> None:
        """One cause less."""
        self._foul[name] -= 1
        if not self._foul[name]:
            del self._foul[name]
            self._world.spoil(name, bad=False)
            self._world.emit("store_contaminated", store=name, contaminated=False)
            self._world.touch()

    def take_out(self, name: str) -> None:
        """Shut off from the start: it gives nothing."""
        self._world.spoil(name, bad=True)

    # -- levels ----------------------------------------------------------------------------------------------------
    def refill(self, name: str, brought_l: float | None = None) -> None:
        """Somebody refills it: by what was brought, else by hand by one refill, or full where the file names none."""
        tank = self.tanks[name]
        self._world.turned_to.store(name)
        tank.count()
        more = brought_l if brought_l is not None else tank.spec.refill_l or tank.spec.capacity_l
        self.set_level(name, min(tank.level_l + more, tank.spec.capacity_l))

    def set_level(self, name: str, level_l: float) -> None:
        """Somebody filled it, or a fault emptied it."""
        tank = self.tanks[name]
        tank.count()
        change = level_l - tank.level_l
        tank.filled_l += max(change, 0.0)
        tank.burnt_l += max(-change, 0.0)
        tank.level_l = level_l
        self._world.moved(Moved.STORES)
        self._world.emit("store_rate", store=name, level_l=rounded(level_l, 4), l_per_h=rounded(tank.rate, 4))
        self._world.touch()

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


@follows_from("plan")
def condition_marks(dossier: Compiled) -> Mapping[str, tuple[float, ...]]:
    """Levels, in percent, that conditions of the plan ask about, by store."""
    plan, found = dossier.plan, dict[str, list[float]]()
    conditions = [c for card in plan.all_cards() for c in (card.trigger, card.ends) if c]
    for _, step in plan.steps():
        conditions += [*step.conditions(), *([step.success_check] if step.success_check else [])]
        conditions += [option.when for option in step.options if option.when]
    for condition in conditions:
        for leaf in condition.leaves():
            for store in leaf.store:
                found.setdefault(store, []).extend(m for m in (leaf.above_percent, leaf.below_percent) if m is not None)
    return {store: tuple(marks) for store, marks in found.items()}


def _marks(spec: Store) -> tuple[float, ...]:
    """Levels at which its pumps start and stop, in percent."""
    pumps = [mark for flow in spec.in_ for mark in (flow.starts_below_percent, flow.stops_above_percent)]
    return (RESTARTS_AT_PERCENT, *pumps)

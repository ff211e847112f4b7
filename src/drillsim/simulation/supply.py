"""Who is live: a graph question, asked first. Then what the power flow says of each live island."""

from __future__ import annotations

from typing import NamedTuple

from drillsim.journal import rounded
from drillsim.network import (
    CannotSay,
    FlowResult,
    Island,
    PowerFlow,
    Source,
    carried,
    conducting,
    demand_by_bus,
    is_fed,
    live_islands,
    live_nodes,
)
from drillsim.simulation.cold_load import ColdLoads
from drillsim.simulation.compiled import demand_kw, voltage_bands
from drillsim.simulation.sources import Sources
from drillsim.simulation.world import World
from drillsim.units import MS_PER


class Draw(NamedTuple):
    """What one cord of a load draws: bus, kW, position of the load, its part of the load."""

    bus: int
    kw: float
    load: int
    part: float


class Supply:
    """Live buses and loads, demand, flows."""

    def __init__(self, world: World, sources: Sources, flow: PowerFlow) -> None:
        self._world, self._sources, self._flow = world, sources, flow
        self._odd_voltage: set[str] = set()
        self._unsaid: tuple[tuple[str, ...], ...] = ()
        self._bands = voltage_bands(world.case.dossier)
        self.load_kw = dict(demand_kw(world.case.dossier, world.case.scenario.start.load))
        """Demand of each load now, kW; more for a while after an outage."""
        self._cold = ColdLoads(world, dict(self.load_kw), self._draw)
        self.lit: dict[str, bool] = {}
        self.loading: dict[str, float] = {}
        """Loading of live lines and transformers, per cent."""
        self._demand_kwh = dict.fromkeys(world.net.load_ids, 0.0)
        self._served_kwh = dict.fromkeys(world.net.load_ids, 0.0)
        self._metered_ms = world.now

    # -- live or dead ----------------------------------------------------------------------------------------------
    def look(self) -> None:
        """Works out live buses and loads."""
        w, net = self._world, self._world.net
        self.meter()
        gone = w.out | w.faulted
        w.links = conducting(net, w.closed, sorted(gone))
        feeding = self._sources.certain()
        while True:
            live = live_nodes(net, w.links, [net.bus_index[s.bus_id] for s in feeding], gone)
            more = self._sources.fed_by(live, feeding)
            if not more:
                break
            feeding = [*feeding, *more]
        self._sources.feeding = {s.id for s in feeding if net.bus_index[s.bus_id] not in gone}
        self._note_buses(live)
        self._note_loads()

    def _note_buses(self, live: bytes) -> None:
        w = self._world
        before, w.live = w.live, live
        first = not self.lit
        changed = (
            [i for i in range(w.net.bus_count) if first or live[i] != before[i]] if first or before != live else []
        )
        if not changed:
            return
        lit = [w.net.bus_ids[i] for i in changed if live[i]]
        dark = [w.net.bus_ids[i] for i in changed if not live[i]]
        if not first:
            w.emit("supply_changed", live=lit, dead=dark)
        for bus in (*lit, *dark):
            w.note(("bus", bus), "live" if bus in lit else "dead")

    def _note_loads(self) -> None:
        w = self._world
        for position, load in enumerate(w.net.load_ids):
            lit = is_fed(w.cords[position], w.live) and load not in w.dead_loads and load not in w.off_loads
            if load in self.lit and self.lit[load] != lit:
                self._cold.changed(load, lit=lit)
                w.emit("load_restored" if lit else "load_lost", load=load, demand_kw=rounded(self.load_kw[load]))
            if self.lit.get(load) != lit:
                self.lit[load] = lit
                w.note(("load", load), "live" if lit else "dead")

    def _draw(self, load: str, kw: float) -> None:
        """The load's demand is another from now on."""
        self.meter()
        self.load_kw[load] = kw

    def meter(self) -> None:
        """Adds up demand and what was served since the last look; a pump asks for power while it runs or is dark."""
        hours = (self._world.now - self._metered_ms) / MS_PER["h"]
        self._metered_ms = self._world.now
        if not hours:
            return
        for load, lit in self.lit.items():
            if self._world.load_running.get(load, True) or not lit:
                kwh = self.load_kw[load] * hours
                self._demand_kwh[load] += kwh
                self._served_kwh[load] += kwh if lit else 0.0

    def energy(self) -> tuple[dict[str, float], dict[str, float]]:
        """Demand and served energy of each load over the run, kWh."""
        self.meter()
        return (
            {load: rounded(kwh, 4) for load, kwh in self._demand_kwh.items()},
            {load: rounded(kwh, 4) for load, kwh in self._served_kwh.items()},
        )

    def draws(self) -> list[Draw]:
        """What each live cord of each load that runs draws now."""
        w = self._world
        return [
            Draw(bus, self.load_kw[load] * part, i, part)
            for i, load in enumerate(w.net.load_ids)
            if self.lit[load] and w.load_running.get(load, True)
            for bus, part in carried(w.cords[i], w.live)
        ]

    # -- flows -----------------------------------------------------------------------------------------------------
    def flows(self) -> None:
        """Asks the power flow for every live island and notes what it says."""
        w = self._world
        found = [(island, self._flow.solve(island)) for island in self._islands()]
        w.switch_a = {}
        loading: dict[str, float] = {}
        voltage: dict[str, float] = {}
        unsaid = []
        for island, answer in found:
            if isinstance(answer, CannotSay):
                unsaid.append(tuple(w.net.bus_ids[i] for i in range(w.net.bus_count) if island.nodes[i]))
                self._say_cannot(unsaid[-1], answer)
            else:
                self._gather(island, answer, loading, voltage)
        self._unsaid = tuple(unsaid)
        w.vm_pu = voltage
        self.loading = loading
        self._note_voltages(voltage)

    def _islands(self) -> tuple[Island, ...]:
        w = self._world
        sources = [self._source(name) for name in self._sources.in_order if name in self._sources.feeding]
        draws = [(each.bus, round(each.kw * 1000), round(self._var(each.load) * each.part)) for each in self.draws()]
        ups = [(w.net.bus_index[bus], round(kw * 1000), 0) for bus, kw in self._sources.ups_draw()]
        return live_islands(w.net, w.links, sources, demand_by_bus([*draws, *ups]))

    def _var(self, position: int) -> int:
        net = self._world.net
        watts, load = net.load_w[position], net.load_ids[position]
        return round(net.load_var[position] * self.load_kw[load] * 1000 / watts) if watts else 0

    def _source(self, name: str) -> Source:
        return self._sources.as_island_source(name)

    def _gather(self, island: Island, answer: FlowResult, loading: dict[str, float], voltage: dict[str, float]) -> None:
        w, net = self._world, self._world.net
        loading.update({net.branch_ids[i]: p for i, p in enumerate(answer.loading_percent) if p is not None})
        voltage.update({net.bus_ids[i]: v for i, v in enumerate(answer.vm_pu) if v is not None})
        w.switch_a.update({net.switch_ids[i]: a for i, a in enumerate(answer.switch_a) if a is not None})
        for source, watts in zip(island.sources, answer.source_w, strict=True):
            self._sources.loaded(source.id, watts / 1000)

    def _say_cannot(self, buses: tuple[str, ...], answer: CannotSay) -> None:
        if buses not in self._unsaid:
            self._world.emit("cannot_say", buses=list(buses), reason=answer.reason)

    def _note_voltages(self, voltage: dict[str, float]) -> None:
        w = self._world
        odd = {bus for bus, pu in voltage.items() if not self._bands[bus][0] <= pu <= self._bands[bus][1]}
        for bus in w.net.bus_ids:
            if bus in odd and bus not in self._odd_voltage:
                w.emit("voltage_out", bus=bus, vm_pu=rounded(voltage[bus], 4))
            elif bus in self._odd_voltage and bus not in odd:
                w.emit("voltage_back", bus=bus)
        self._odd_voltage = odd

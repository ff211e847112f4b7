"""The live parts: a graph question, asked first. Then the power flow answers for each live island."""

from __future__ import annotations

from itertools import compress, count
from operator import ne

import numpy as np

from drillsim.journal import all_rounded, rounded
from drillsim.network import Demand, Memo, PowerFlow, demand_by_bus, live_islands
from drillsim.simulation.core.compiled import demand_kw
from drillsim.simulation.core.grid import Demands, Draw, Drawn, Grid, grids
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.usable import at_load
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.cold_load import ColdLoads
from drillsim.simulation.electrical.plant_flow import PlantFlow, Solved, gathered
from drillsim.simulation.sources.sources import Sources
from drillsim.units import MS_PER

NO_FLOW = PlantFlow()
LIT = "lit"
"""Kind of movement when a load is on at a live bus, or no longer."""


class Supply:
    """Live buses and loads, demand, flows."""

    def __init__(self, world: World, sources: Sources, flow: PowerFlow) -> None:
        self._world, self._sources, self._flow = world, sources, flow
        self._grids = grids(world.case.dossier)
        self._grid: Grid | None = None
        self._fed: tuple[bool, ...] = ()
        """Loads that had a live bus when they were judged last."""
        self._joined: tuple[int, ...] = ()
        """For each source the first of those it is joined to."""
        self._behind: list[bytes] = []
        """Parts the output of each UPS reaches."""
        self.load_kw = dict(demand_kw(world.case.dossier, world.case.scenario.start.load))
        """Demand of each load now, kW; more for a while after an outage."""
        self._cold = ColdLoads(world, dict(self.load_kw), self._draw)
        self.lit: dict[str, bool] = {}
        """Loads that are switched on at a live bus; they draw."""
        self.served: dict[str, bool] = {}
        """Those of them whose voltage they can run at."""
        self.answer = NO_FLOW
        """Answer of the power flow now; the same object while nothing is different."""
        self._drawn: Drawn | None = None
        """Draws of loads now; None when that has changed."""
        self._picked_up: dict[str, float] = {}
        """Loads that draw otherwise than usual, kW."""
        self._demand_kwh, self._served_kwh, self._demand_kw, self._served_kw = np.zeros((4, len(world.net.load_ids)))
        """Readings of the meters, and what runs through them now, in the order of the network's loads."""
        self._metered_ms = world.now

    # -- live or dead ----------------------------------------------------------------------------------------------
    def look(self) -> None:
        """Works out live buses and loads."""
        w, sources = self._world, self._sources
        at = self._grids.work_out if w.what_if.anew else self._grids.at
        grid = at(w.closed, w.out | w.faulted, tuple(sources.certain()), sources.passing())
        if grid is not self._grid:
            self._grid = w.grid = grid
            self._drawn = None
            before, w.live, w.links = w.live, grid.live, grid.links
            w.moved(Moved.GRID)
            if grid.feeding != sources.feeding:
                sources.feeding = grid.feeding
                w.moved(Moved.FEEDING)
            self._note_what_is_joined()
            if grid.live != before:
                w.moved(Moved.LIFE)
            self._note_buses(before)
        self.note_loads()

    def _note_what_is_joined(self) -> None:
        grid, sources = self._world.grid, self._sources
        before, self._joined = self._joined, grid.together(sources.nodes())
        if self._joined != before:
            self._world.moved(Moved.JOINED)
        behind, self._behind = self._behind, [grid.area(node) for node in sources.ups_outputs]
        if self._behind != behind:
            self._world.moved(Moved.BEHIND_UPS)

    def _note_buses(self, before: bytes) -> None:
        w, live = self._world, self._world.live
        first = not self.lit
        buses = range(w.net.bus_count)
        changed = list(buses if first else compress(buses, map(ne, live, before)))
        if not changed:
            return
        lit = [w.net.bus_ids[i] for i in changed if live[i]]
        dark = [w.net.bus_ids[i] for i in changed if not live[i]]
        if not first:
            w.emit("supply_changed", live=lit, dead=dark)
        w.note_each("bus", lit, "live")
        w.note_each("bus", dark, "dead")

    def note_loads(self) -> None:
        """Note the loads supplied now: at a live bus, switched on, with a voltage they can run at."""
        w, loads, fed = self._world, self._world.loads, self._world.grid.fed
        before, self._fed = self._fed, fed
        moved = set(compress(count(), map(ne, fed, before)) if before else range(len(fed)))
        moved |= {w.net.load_index[load] for load in loads.take_restless()}
        if not moved:
            return
        self.meter()
        switched: list[str] = []
        served_otherwise = False
        for position in sorted(moved):
            load = w.net.load_ids[position]
            lit = fed[position] and load not in loads.destroyed and load not in loads.off
            served = lit and load not in loads.low
            if self.lit.get(load) != lit:
                self.lit[load] = lit
                switched.append(load)
            if self.served.get(load) == served:
                continue
            if load in self.served:
                self._cold.changed(load, lit=served)
                self._say(load, lit=lit, served=served)
            self.served[load], served_otherwise = served, True
            self._runs_through(load, position)
            w.note(("load", load), "live" if served else "dead")
        if served_otherwise:
            w.moved(Moved.SERVED)
        moves = w.looks.moved
        for load in switched:
            moves((LIT, load))
        if switched:
            self._draws_otherwise(*switched)

    def _draws_otherwise(self, *loads: str) -> None:
        w, self._drawn = self._world, None
        w.moved(Moved.DRAWS)
        at = [bus for load in loads for bus, _ in w.cords[w.net.load_index[load]]]
        if any(area[bus] for area in self._behind for bus in at):
            w.moved(Moved.BEHIND_UPS)

    def run(self, load: str, *, on: bool) -> None:
        """A pump begins to draw, or ends, wherever it has supply."""
        self.meter()
        self._world.loads.run(load, on=on)
        self._runs_through(load, self._world.net.load_index[load])
        self._draws_otherwise(load)

    def _say(self, load: str, *, lit: bool, served: bool) -> None:
        w = self._world
        low = {"why": "voltage", "vm_pu": rounded(at_load(w, load), 4)} if lit and not served else {}
        w.emit("load_restored" if served else "load_lost", load=load, demand_kw=rounded(self.load_kw[load]), **low)

    def _draw(self, load: str, kw: float) -> None:
        """The load's demand is another from now on."""
        self.meter()
        self.load_kw[load] = self._picked_up[load] = kw
        self._runs_through(load, self._world.net.load_index[load])
        self._draws_otherwise(load)

    def owes(self) -> bool:
        """Return whether time has passed since the meters were read; they are at every settle."""
        return self._world.now != self._metered_ms

    def meter(self) -> None:
        """Adds up demand and what was served since the meters were read last."""
        hours = (self._world.now - self._metered_ms) / MS_PER["h"]
        self._metered_ms = self._world.now
        if hours:
            self._demand_kwh += self._demand_kw * hours
            self._served_kwh += self._served_kw * hours

    def _runs_through(self, load: str, position: int) -> None:
        """The power through its meter is another from now on; a pump asks for power while it runs or is dark."""
        is_served = self.served.get(load, False)
        asks = self._world.loads.runs(load) or not is_served
        kw = self.load_kw[load] if asks else 0.0
        self._demand_kw[position] = kw
        self._served_kw[position] = kw if is_served else 0.0

    def energy(self) -> tuple[dict[str, float], dict[str, float]]:
        """Demand and served energy of each load over the run, kWh."""
        self.meter()
        ids = self._world.net.load_ids
        return (
            dict(zip(ids, all_rounded(self._demand_kwh.tolist(), 4), strict=True)),
            dict(zip(ids, all_rounded(self._served_kwh.tolist(), 4), strict=True)),
        )

    def draws(self) -> list[Draw]:
        """Return the draw of each live cord of each load that runs now; the same list while it is so."""
        return self.drawn().draws

    def drawn(self) -> Drawn:
        """Return the demand of the loads now; the same value while it is so."""
        if self._drawn is None:
            w = self._world
            key = (w.loads.state(), w.case.scenario.start.load, frozenset(self._picked_up.items()))
            if w.what_if.anew:
                self._drawn = self._work_out_draws()
            else:
                self._drawn = self._grids.drawn(w.grid, key, self._work_out_draws)
        return self._drawn

    def _work_out_draws(self) -> Drawn:
        w = self._world
        draws = [
            Draw(bus, self.load_kw[load] * part, i, part)
            for i, load in enumerate(w.net.load_ids)
            if self.lit[load] and w.loads.runs(load)
            for bus, part in w.grid.carried[i]
        ]
        each = ((one.bus, round(one.kw * 1000), round(self._var(one.load) * one.part)) for one in draws)
        return Drawn(draws, Demands(demand_by_bus(each)))

    # -- flows -----------------------------------------------------------------------------------------------------
    def flows(self) -> None:
        """Asks the power flow for every live island and notes what it says."""
        before, answer = self.answer, self._ask()
        if answer is not before and not answer.says_the_same_as(before):
            self.answer = answer
            self._world.moved(Moved.FLOW)
            self._note(before)

    def asks_anew(self) -> bool:
        """Return whether its power flow is one that is asked at every settle, for comparison."""
        return not isinstance(self._flow, Memo)

    def _ask(self) -> PlantFlow:
        w, demand = self._world, self._demand()

        def work_out() -> PlantFlow:
            return gathered(w.case.dossier, self._solved(demand.rows))

        if isinstance(self._flow, Memo):
            return self._flow.whole((w.grid, demand, self._sources.mobile), work_out)
        return work_out()

    def _solved(self, demand: tuple[Demand, ...]) -> list[Solved]:
        w = self._world
        sources = [
            self._sources.as_island_source(name) for name in self._sources.in_order if name in self._sources.feeding
        ]
        return [(each, self._flow.solve(each)) for each in live_islands(w.net, w.links, sources, demand)]

    def _demand(self) -> Demands:
        index, drawn = self._world.net.bus_index, self.drawn()
        ups = tuple((index[bus], round(kw * 1000), 0) for bus, kw in self._sources.ups_draw())
        return drawn.and_ups(ups)

    def _var(self, position: int) -> int:
        net = self._world.net
        watts, load = net.load_w[position], net.load_ids[position]
        return round(net.load_var[position] * self.load_kw[load] * 1000 / watts) if watts else 0

    def say_what_stands(self) -> None:
        """Say the answer of the power flow, or that it has none, when the run begins."""
        self._note(NO_FLOW)

    def note_unsaid(self, before: PlantFlow = NO_FLOW) -> None:
        """Writes down the buses the power flow says nothing of now, but for those it said nothing of in `before`."""
        known = dict(before.unsaid)
        for buses, reason in self.answer.unsaid:
            if buses not in known:
                self._world.emit("cannot_say", buses=list(buses), reason=reason)

    def _note(self, before: PlantFlow) -> None:
        w, now = self._world, self.answer
        w.switch_a = now.switch_a
        self._sources.give(now.source_kw)
        self.note_unsaid(before)
        if now.odd == before.odd:
            return
        for bus in w.net.bus_ids:
            if bus in now.odd and bus not in before.odd:
                w.emit("voltage_out", bus=bus, vm_pu=rounded(now.vm_pu[bus], 4))
            elif bus in before.odd and bus not in now.odd:
                w.emit("voltage_back", bus=bus)

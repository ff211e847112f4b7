"""The plant of one run: sources, supply, protection, transfers, stores, functions, in the order they look."""

from __future__ import annotations

from collections.abc import Callable

from drillsim.network import PowerFlow
from drillsim.schema.scenario import SetTo
from drillsim.schema.site import Mode
from drillsim.schema.target import resolve
from drillsim.schema.transfer import Ats, BusTieTransfer, Sts
from drillsim.simulation.ats import AtsUnit
from drillsim.simulation.bus_tie import BusTieUnit
from drillsim.simulation.changeover import Changeover
from drillsim.simulation.dc_supply import DcSupplies
from drillsim.simulation.functions import Functions
from drillsim.simulation.hazards import Hazards
from drillsim.simulation.protection import Protection
from drillsim.simulation.sources import Sources
from drillsim.simulation.stores import Stores
from drillsim.simulation.sts import StsUnit
from drillsim.simulation.supply import Supply
from drillsim.simulation.world import World


class Plant:
    """Everything technical, put together."""

    def __init__(self, world: World, flow: PowerFlow, restart: Callable[[str, Callable[[], None]], None]) -> None:
        self._world = world
        self.sources = Sources(world)
        self.stores = Stores(world, self.sources.gensets)
        self.dc = DcSupplies(world)
        self.supply = Supply(world, self.sources, flow)
        self.protection = Protection(world, self.sources)
        self.functions = Functions(world, restart)
        self.hazards = Hazards(world, self.sources, self._short_by_earth)
        specs = world.site.transfers
        self.changeovers: dict[str, Changeover] = {
            name: self._changeover(name, spec) for name, spec in specs.items() if isinstance(spec, Ats | Sts)
        }
        """ATSs and STSs."""
        self.bus_ties = {
            name: BusTieUnit(world, name, spec, self.protection)
            for name, spec in specs.items()
            if isinstance(spec, BusTieTransfer)
        }
        world.looks += [
            self.protection.look,
            self.supply.look,
            lambda: self.sources.look_at_ups(self.supply.drawn_kw),
            self.supply.flows,
            self.sources.look_at_gensets,
            self.sources.note_all,
            self.dc.look,
            self.stores.look,
            self._look_at_transfers,
            self.functions.look,
            self.hazards.look,
        ]

    def _short_by_earth(self, bus: str) -> None:
        """An earth is on a live bus."""
        if bus not in self.protection.faults:
            self._world.safety.shorted.add(bus)
            self.protection.strike(bus)

    def end_earth_short(self, bus: str) -> None:
        """The last earth of the bus is off; a fault of another cause stays."""
        safety = self._world.safety
        if bus in safety.shorted and bus not in safety.earths_on.values():
            safety.shorted.discard(bus)
            self.protection.repair(bus)

    def _changeover(self, name: str, spec: Ats | Sts) -> Changeover:
        if isinstance(spec, Sts):
            return StsUnit(self._world, name, spec)
        gensets = tuple(g for g in self.sources.gensets.values() if name in g.spec.called_by)
        return AtsUnit(self._world, name, spec, gensets)

    def transfer(self, name: str) -> Changeover | BusTieUnit | None:
        """The transfer with this id; None for anything else."""
        return self.changeovers.get(name) or self.bus_ties.get(name)

    def _look_at_transfers(self) -> None:
        for tie in self.bus_ties.values():
            tie.look()
        for unit in self.changeovers.values():
            unit.look()

    # -- the state at the start ------------------------------------------------------------------------------------
    def begin(self) -> None:
        """What was left otherwise than the scenario's mode says, before anything happens."""
        start = self._world.case.scenario.start
        for item in start.set:
            for target in resolve(self._world.case.dossier, item.target):
                self._set(target, item)
        for selector in start.out_of_service:
            for name in resolve(self._world.case.dossier, selector):
                self.take_out(name)
        self.note_switches()
        for tie in self.bus_ties.values():
            tie.begin()

    def note_switches(self) -> None:
        """Positions of all switches, as facts."""
        for switch in self._world.net.switch_ids:
            self._world.note(("switch", switch), "closed" if self._world.is_closed(switch) else "open")

    def set_mode(self, mode: Mode) -> None:
        """Positions of an operating mode."""
        net, closed = self._world.net, self._world.closed
        for switch in mode.open:
            closed[net.switch_index[switch]] = 0
        for switch in mode.closed:
            closed[net.switch_index[switch]] = 1
        for name in mode.out_of_service:
            self.take_out(name)
        for name in mode.disabled:
            self._switch_transfer(name, False)
            self._world.groups_off |= {name} & set(self._world.site.protection_groups)

    def take_out(self, name: str) -> None:
        """Out of service from the start, under maintenance."""
        w, sources = self._world, self.sources
        if name in sources.lost:
            sources.lost[name] += 1
        elif name in sources.gensets:
            w.control[name] = "off"
            sources.gensets[name].failed = True
        elif name in sources.ups:
            sources.ups[name].failed = True
        elif self.transfer(name) is not None:
            self._switch_transfer(name, False)
        elif name in w.net.branch_index or name in w.net.bus_index:
            w.out.add(w.net.node(name))

    def _set(self, target: str, item: SetTo) -> None:
        w = self._world
        if item.to in ("open", "closed") and target in w.net.switch_index:
            w.closed[w.net.switch_index[target]] = item.to == "closed"
        elif item.to in ("enabled", "disabled") and self.transfer(target) is not None:
            self._switch_transfer(target, item.to == "enabled")
        elif target in w.control:
            w.control[target] = item.to

    def _switch_transfer(self, name: str, enabled: bool) -> None:
        unit = self.transfer(name)
        if unit is not None:
            unit.enabled = enabled

"""The plant of one run: sources, supply, protection, transfers, stores, functions, in the order they look."""

from __future__ import annotations

from drillsim.network import PowerFlow
from drillsim.schema import Ats, BusTieTransfer, Sts
from drillsim.simulation.ats import AtsUnit
from drillsim.simulation.beyond import Beyond
from drillsim.simulation.bus_tie import BusTieUnit
from drillsim.simulation.changeover import Changeover
from drillsim.simulation.dc_supply import DcSupplies
from drillsim.simulation.dropout import Dropouts
from drillsim.simulation.earth_fault import EarthFaults
from drillsim.simulation.functions import Functions, Work
from drillsim.simulation.hazards import Hazards
from drillsim.simulation.low_voltage import LowVoltage
from drillsim.simulation.mobile import MobileSets
from drillsim.simulation.motors import Motors
from drillsim.simulation.open_phase import OpenPhases
from drillsim.simulation.overload import Overloads
from drillsim.simulation.protection import Protection
from drillsim.simulation.sources import Sources
from drillsim.simulation.start_state import StartState
from drillsim.simulation.stores import Stores
from drillsim.simulation.sts import StsUnit
from drillsim.simulation.supply import Supply
from drillsim.simulation.voltage import Voltages
from drillsim.simulation.world import World


class Plant:
    """Everything technical, put together."""

    def __init__(self, world: World, flow: PowerFlow, work: Work) -> None:
        self._world = world
        self.sources = Sources(world)
        self.stores = Stores(world, self.sources.gensets)
        self.dc = DcSupplies(world)
        self.supply = Supply(world, self.sources, flow)
        self.protection = Protection(world, self.sources)
        self.functions = Functions(world, work)
        self.hazards = Hazards(world, self.sources, self.supply, self._short_by_earth)
        self.mobile = MobileSets(world, self.sources, self.hazards)
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
        self.voltages = Voltages(world, self.sources, self.protection)
        self.overloads = Overloads(world, self.sources, self.supply, self.protection, self.voltages)
        self.open_phases = OpenPhases(world, self.sources, self.voltages)
        self.low_voltage = LowVoltage(world, self.supply)
        self.beyond = Beyond(world, self.sources, self.supply)
        self.earth_faults = EarthFaults(world, self.sources, self.protection)
        self.dropouts = Dropouts(world, self.voltages)
        self.motors = Motors(world, self.supply, self.voltages)
        self.start = StartState(world, self)
        world.looks += [
            self.protection.look,
            self.supply.look,
            lambda: self.sources.look_at_ups(self.supply.draws()),
            self.supply.flows,
            self.voltages.look,
            self.overloads.look,
            self.open_phases.look,
            self.sources.look_at_inputs,
            self.low_voltage.look,
            self.beyond.look,
            self.earth_faults.look,
            self.dropouts.look,
            self.motors.look,
            self.sources.look_at_gensets,
            self.sources.note_all,
            self.dc.look,
            self.stores.look,
            self._look_at_transfers,
            self.functions.look,
            self.hazards.look,
            self.mobile.look,
        ]

    def say_what_stands(self) -> None:
        """What is so when a run begins is an event like any other: overloads, what runs on a battery, hazards."""
        self.supply.say_what_stands()
        self.sources.say_what_stands()
        self.overloads.say_what_stands()
        for supply in self.dc.units.values():
            supply.say_what_stands()
        for unit in self.changeovers.values():
            if isinstance(unit, StsUnit):
                unit.say_what_stands()
        self.functions.say_what_stands()
        self.hazards.say_what_stands()

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

    def _draws(self) -> list[tuple[int, float]]:
        """What loads and UPSs draw now: bus, kW."""
        index = self._world.net.bus_index
        upses = [(index[bus], kw) for bus, kw in self.sources.ups_draw()]
        return [*((draw.bus, draw.kw) for draw in self.supply.draws()), *upses]

    def _changeover(self, name: str, spec: Ats | Sts) -> Changeover:
        if isinstance(spec, Sts):
            return StsUnit(self._world, name, spec, self._draws)
        return AtsUnit(self._world, name, spec, self.sources.called_by(name), self.sources.held_back)

    def transfer(self, name: str) -> Changeover | BusTieUnit | None:
        """The transfer with this id; None for anything else."""
        return self.changeovers.get(name) or self.bus_ties.get(name)

    def _look_at_transfers(self) -> None:
        for tie in self.bus_ties.values():
            tie.look()
        for unit in self.changeovers.values():
            unit.look()

"""The plant of one run: sources, supply, protection, transfers, stores, functions, in the order they look."""

from __future__ import annotations

from collections.abc import Iterable

from drillsim.network import PowerFlow
from drillsim.schema import Ats, BusTieTransfer, Sts
from drillsim.simulation.core.control_state import control_supplies
from drillsim.simulation.core.knowledge import Fact
from drillsim.simulation.core.load_state import RUNS, SWITCHED
from drillsim.simulation.core.looks import Key, Look, Moved, wakes
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.beyond import Beyond
from drillsim.simulation.electrical.dropout import Dropouts
from drillsim.simulation.electrical.earth_fault import EarthFaults
from drillsim.simulation.electrical.hazards import Hazards
from drillsim.simulation.electrical.low_voltage import LowVoltage
from drillsim.simulation.electrical.mobile import MobileSets
from drillsim.simulation.electrical.motors import Motors
from drillsim.simulation.electrical.open_phase import OpenPhases
from drillsim.simulation.electrical.overload import Overloads
from drillsim.simulation.electrical.protection import Protection
from drillsim.simulation.electrical.supply import LIT, Supply
from drillsim.simulation.electrical.voltage import Voltages
from drillsim.simulation.functions.functions import Functions, Work
from drillsim.simulation.sources.dc_supply import DcSupplies
from drillsim.simulation.sources.sources import GIVES, Sources
from drillsim.simulation.start_state import StartState
from drillsim.simulation.stores.stores import Stores
from drillsim.simulation.transfers.ats import AtsUnit
from drillsim.simulation.transfers.bus_tie import BusTieUnit
from drillsim.simulation.transfers.changeover import Changeover
from drillsim.simulation.transfers.sts import StsUnit


class Plant:
    """Everything technical, put together."""

    def __init__(self, world: World, flow: PowerFlow, work: Work) -> None:
        self._world = world
        self.sources = Sources(world)
        self.dc = DcSupplies(world)
        self.supply = Supply(world, self.sources, flow)
        self.stores = Stores(world, self.sources.gensets, self.supply)
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
        self.voltages = Voltages(world, self.sources, self.protection, self.supply)
        self.overloads = Overloads(world, self.sources, self.supply, self.protection, self.voltages)
        self.open_phases = OpenPhases(world, self.sources, self.voltages)
        self.low_voltage = LowVoltage(world, self.supply, self.voltages)
        self.beyond = Beyond(world, self.sources, self.supply, self.voltages)
        self.earth_faults = EarthFaults(world, self.sources, self.protection)
        self.dropouts = Dropouts(world, self.voltages)
        self.motors = Motors(world, self.supply, self.voltages)
        self.start = StartState(world, self)
        world.looks.declare(self._table(), wakes(world.case.dossier))

    def _table(self) -> tuple[Look, ...]:
        """Every part in the order they look, with all it goes by."""
        m, w, sources = Moved, self._world, self.sources

        def control() -> tuple[Key, ...]:
            return (m.RELAYS, *control_supplies(w.case.dossier))

        felt: tuple[Key, ...] = (m.LIFE, m.VOLTAGE, m.PHASES)
        return (
            Look(
                "protection",
                self.protection.look,
                lambda: (m.SHORTS, m.SWITCHES, m.SOURCES, *control()),
                watches=self.protection.watches,
            ),
            Look("meters", self.supply.meter, lambda: (), moves=self.supply.owes),
            Look("supply", self.supply.look, lambda: (m.SWITCHES, m.ZONES, m.SOURCES, m.PASSING, m.LOADS)),
            Look("batteries", sources.count_batteries, lambda: (), moves=sources.batteries_move),
            Look(
                "UPSs",
                self._look_at_upses,
                lambda: (
                    *(m.BEHIND_UPS, m.FEEDING, m.UPS, m.VOLTAGE, m.PHASES),
                    *(("bus", unit.spec.input) for unit in sources.ups.values()),
                    *self._needs(each for unit in sources.ups.values() for each in unit.spec.needs),
                ),
            ),
            Look(
                "flows", self.supply.flows, lambda: (m.GRID, m.DRAWS, m.UPS_DRAW, m.MOBILE), moves=self.supply.asks_anew
            ),
            Look(
                "voltages",
                self.voltages.look,
                lambda: (m.FLOW, m.SHORTS, m.LEVELS, m.DIPS, m.STARTING),
                perhaps=(m.GRID, m.SOURCES, m.PASSING),
                minds=self.voltages.minds_grid,
            ),
            Look(
                "overloads",
                self.overloads.look,
                lambda: (m.FLOW, m.START_CURRENT, m.OVERLOADS, *control()),
                watches=self.overloads.watches,
            ),
            Look(
                "open phases",
                self.open_phases.look,
                lambda: (m.OPEN_PHASES, m.SWITCHES, m.ZONES, m.SOURCES, m.PASSING, m.LIFE, m.LOADS, m.DRAWS),
                watches=self.open_phases.watches,
            ),
            Look("inputs", sources.look_at_inputs, lambda: (m.VOLTAGE, m.PHASES)),
            Look("low voltage", self.low_voltage.look, lambda: felt, watches=self.low_voltage.watches),
            Look(
                "beyond",
                self.beyond.look,
                lambda: (*felt, m.FLOW, m.GRID, m.SOURCES, m.PASSING, m.SERVED, m.DRAWS),
                watches=self.beyond.watches,
            ),
            Look(
                "earth faults",
                self.earth_faults.look,
                lambda: (m.EARTH_FAULTS, m.SWITCHES, m.LIFE, m.SOURCES, *control()),
                watches=self.earth_faults.watches,
            ),
            Look(
                "dropouts",
                self.dropouts.look,
                lambda: (
                    *(m.VOLTAGE, m.PHASES, m.BEGUN),
                    *_positions(self.dropouts.switches),
                    *(("bus", each) for each in self.dropouts.buses),
                    *_of_loads(self.dropouts.loads, SWITCHED, RUNS),
                ),
            ),
            Look(
                "motors",
                self.motors.look,
                lambda: (
                    *((m.VOLTAGE, m.PHASES) if self.motors.names else ()),
                    *(("bus", each) for each in self._buses_of(self.motors.names)),
                    *_of_loads(self.motors.names, SWITCHED, RUNS, LIT),
                ),
                perhaps=(m.STARTING,),
                minds=self.motors.minds_starts,
            ),
            Look(
                "gensets",
                sources.look_at_gensets,
                lambda: (
                    *(m.GENSETS, m.FEEDING, m.STARTING, m.BEGUN),
                    *self._life_of(unit.board for unit in sources.gensets.values()),
                    *((GIVES, name) for name in sources.forced),
                    *self._needs(each for unit in sources.gensets.values() for each in unit.spec.needs),
                    *_positions(unit.spec.breaker for unit in sources.gensets.values()),
                    *(("tripped", unit.spec.breaker) for unit in sources.gensets.values()),
                ),
                watches=sources.watches_gensets,
                perhaps=(m.GRID,),
                minds=sources.minds_grid,
            ),
            Look("states of sources", sources.note_all, lambda: (m.FEEDING, m.SOURCES, m.FAILED, m.MOBILE)),
            Look("DC supplies", self.dc.look, lambda: (m.DC, *self._facts(self.dc.fed_by()))),
            Look("levels", self.stores.count_levels, lambda: (m.STORES,), moves=self.stores.levels_move),
            Look(
                "stores",
                self.stores.look,
                lambda: (m.STORES, m.MARK, m.SPOILT, m.SOURCES, m.GIVEN, m.CONTROL, *self.stores.facts),
            ),
            Look(
                "transfers",
                self._look_at_transfers,
                lambda: (m.VOLTAGE, m.PHASES, *control(), *self._of_transfers()),
            ),
            *(Look(f"function {name}", unit.look, unit.wakes) for name, unit in self.functions.units.items()),
            Look(
                "hazards",
                self.hazards.look,
                lambda: (m.JOINED, m.FEEDING, m.SOURCES, m.MOBILE, m.SAFETY),
                perhaps=(m.LIFE,),
                minds=self.hazards.minds_life,
            ),
            Look(
                "mobile sets",
                self.mobile.look,
                lambda: (m.MOBILE, m.SOURCES, m.SAFETY, m.SWITCHES),
                watches=self.mobile.watches,
            ),
        )

    def _facts(self, names: Iterable[str]) -> tuple[Fact, ...]:
        return tuple((self._world.kind_of.get(name, ""), name) for name in dict.fromkeys(names))

    def _needs(self, names: Iterable[str]) -> tuple[Key, ...]:
        """Facts of what has to be live; a source is asked itself."""
        facts = self._facts(names)
        asked = any(kind == "source" for kind, _ in facts)
        return (*facts, *((Moved.SOURCES, Moved.FEEDING, Moved.FAILED) if asked else ()))

    def _life_of(self, nodes: Iterable[int]) -> tuple[Key, ...]:
        """Return the keys that say whether these are live: buses are facts, branches are not."""
        net, at = self._world.net, tuple(nodes)
        buses = (("bus", net.bus_ids[node]) for node in at if net.is_bus(node))
        return (*buses, *((Moved.LIFE,) if not all(map(net.is_bus, at)) else ()))

    def _buses_of(self, loads: Iterable[str]) -> tuple[str, ...]:
        net = self._world.net
        return tuple(net.bus_ids[bus] for load in loads for bus, _ in self._world.cords[net.load_index[load]])

    def _of_transfers(self) -> tuple[Key, ...]:
        """Return the keys transfers go by beside voltages and control supplies: their switches, what an STS carries,
        whether a genset group holds them back."""
        units: tuple[BusTieUnit | Changeover, ...] = (*self.bus_ties.values(), *self.changeovers.values())
        rated = any(isinstance(unit, StsUnit) and unit.spec.rated_kw is not None for unit in units)
        m = Moved
        return (
            m.TRANSFERS,
            *self._life_of(node for unit in units for node in unit.nodes),
            *_positions(each for unit in units for each in unit.switches),
            *((m.GRID, m.DRAWS, m.UPS_DRAW) if rated else ()),
            *((m.GRID, m.GENSETS, m.SWITCHES) if self.sources.groups else ()),
        )

    def say_what_stands(self) -> None:
        """Say what is so when a run begins, as an event like any other: overloads, what runs on a battery, hazards."""
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
        """Return the draw of loads and UPSs now: bus, kW."""
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

    def _look_at_upses(self) -> None:
        self.sources.look_at_ups(self.supply.drawn())

    def _look_at_transfers(self) -> None:
        for tie in self.bus_ties.values():
            tie.look()
        for unit in self.changeovers.values():
            unit.look()


def _positions(switches: Iterable[str]) -> tuple[Fact, ...]:
    return tuple(("switch", each) for each in switches)


def _of_loads(loads: Iterable[str], *kinds: str) -> tuple[Fact, ...]:
    return tuple((kind, load) for load in loads for kind in kinds)

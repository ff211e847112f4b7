"""Feeders, gensets and UPSs together: which of them feed the network now, and with how much."""

from __future__ import annotations

from collections.abc import Mapping

from drillsim.network import Source, feeder
from drillsim.plant import fixed_sets, is_set, upses
from drillsim.simulation.core.grid import NOTHING, Drawn, Feeding, Passing, Reach
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.usable import worst_phase
from drillsim.simulation.core.world import World
from drillsim.simulation.sources.genset import GensetUnit
from drillsim.simulation.sources.genset_group import GroupUnit
from drillsim.simulation.sources.ups import UpsUnit

GIVES = "gives"
"""Kind of movement when a source gives more or less."""


class Sources:
    """All sources of one run, in file order: feeders, then the site's own."""

    def __init__(self, world: World) -> None:
        self._world = world
        net, own = world.net, world.site.sources
        self.lost: dict[str, int] = dict.fromkeys(net.source_ids, 0)
        """Feeders with the number of causes that keep them dead."""
        rows = zip(net.source_ids, net.source_bus, net.source_in_service, strict=True)
        self._feeders = {name: Feeding(name, net.bus_ids[bus]) for name, bus, in_service in rows if in_service}
        self.forced = {name: {"auto": 0, "manual": 0} for name, spec in own.items() if is_set(spec)}
        """Faults that make starts fail, by genset and kind of start."""
        grouped = {name for group in world.site.genset_groups.values() for name in group.of}
        self.gensets = {
            name: GensetUnit(world, name, spec, self.forced[name], joins_by_itself=name not in grouped)
            for name, spec in fixed_sets(world.site).items()
        }
        self.ups = {name: UpsUnit(world, name, spec) for name, spec in upses(world.site).items()}
        self.groups = {
            name: GroupUnit(world, name, spec, tuple(self.gensets[each] for each in spec.of))
            for name, spec in world.site.genset_groups.items()
        }
        self.ups_outputs = [net.bus_index[unit.spec.output] for unit in self.ups.values()]
        """Bus each UPS feeds."""
        self.feeding: frozenset[str] = frozenset()
        """Sources that feed a live bus now."""
        self.kw: dict[str, float] = {}
        """Power each gave at the last settle, kW."""
        self.mobile: tuple[tuple[str, float], ...] = ()
        """Mobile gensets that are connected, with their rating there, kW."""
        self._as_source: dict[str, Source] = {}

    @property
    def in_order(self) -> tuple[str, ...]:
        """Every source there is: feeders, gensets (mobile ones once they are connected), UPSs."""
        return (*self.lost, *self.gensets, *self.ups)

    def add(self, name: str, unit: GensetUnit) -> None:
        """A mobile genset has been connected."""
        self.gensets[name] = unit
        self.mobile += ((name, unit.spec.rated_kw),)
        self._world.moved(Moved.MOBILE)

    def bus_of(self, name: str) -> str:
        """The bus a source feeds."""
        net = self._world.net
        if name in self.lost:
            return net.bus_ids[net.source_bus[net.source_index[name]]]
        return self.gensets[name].spec.bus if name in self.gensets else self.ups[name].spec.output

    def give(self, kw: Mapping[str, float]) -> None:
        """Set the power each gives now, kW; of those left out nothing is known."""
        for name, gives in kw.items():
            if self.kw.get(name) != gives:
                self.kw[name] = gives
                self._world.moved((GIVES, name))

    def nodes(self) -> tuple[int, ...]:
        """Return the node of each source, in their order."""
        net = self._world.net
        sets = (net.bus_index[unit.feeding.bus_id] for unit in self.gensets.values())
        return (*net.source_bus, *sets, *self.ups_outputs)

    def certain(self) -> list[Feeding]:
        """Sources that feed whatever the network looks like: feeders alive, gensets running, UPSs with charge."""
        found = [self._feeders[name] for name, causes in self.lost.items() if not causes and name in self._feeders]
        found += [unit.feeding for unit in self.gensets.values() if unit.running]
        return found + [unit.feeding for unit in self.ups.values() if unit.has_charge]

    def _certain(self, name: str) -> bool:
        if name in self.lost:
            return not self.lost[name] and name in self._feeders
        return self.gensets[name].running if name in self.gensets else self.ups[name].has_charge

    def passing(self) -> tuple[Passing, ...]:
        """UPSs that, with or without their battery, pass on what is live at their input or bypass."""
        passes = ((name, unit, unit.passes_on) for name, unit in self.ups.items())
        return tuple(Passing(name, unit.spec.output, bus) for name, unit, bus in passes if bus)

    def as_island_source(self, name: str) -> Source:
        """The source as the power flow takes it."""
        if name not in self._as_source:
            self._as_source[name] = self._island_source(name)
        return self._as_source[name]

    def _island_source(self, name: str) -> Source:
        net = self._world.net
        if name in self.lost:
            return feeder(net, net.source_index[name])
        spec = self.gensets[name].spec if name in self.gensets else self.ups[name].spec
        return Source(id=name, bus=net.bus_index[self.bus_of(name)], kind="own", rated_va=round(spec.rated_kw * 1000))

    def ups_draw(self) -> list[tuple[str, float]]:
        """Return the draw of each UPS on buses that are live: (bus, kW)."""
        return [draw for unit in self.ups.values() for draw in unit.draws(unit.kw) if self._world.is_live(draw[0])]

    def works(self, needs: tuple[str, ...]) -> bool:
        """Return whether every bus, load and source in `needs` is live now."""
        if not needs:
            return True
        kinds, works = self._world.kind_of, self._world.works
        return all(self.state(each) == "live" if kinds.get(each) == "source" else works((each,)) for each in needs)

    # -- looking ---------------------------------------------------------------------------------------------------
    def batteries_move(self) -> bool:
        """Return whether any battery has given or taken something since it was counted."""
        return any(unit.battery.moves() for unit in self.ups.values())

    def count_batteries(self) -> None:
        """Brings their energy up to now."""
        for unit in self.ups.values():
            unit.count()

    def look_at_ups(self, drawn: Drawn) -> None:
        """Mains or battery, how much each UPS carries, and whether its room is cooled. `drawn`: by loads."""
        w, bus = self._world, self._world.net.bus_index
        carried = self._carried_kw(drawn)
        other = False
        for name, unit in self.ups.items():
            unit.see(worst_phase(w, bus[unit.spec.input]))
            fed = bool(w.live[bus[unit.spec.input]]) and not unit.is_low
            other |= unit.look(fed, carried[name], cooled=self.works(unit.spec.needs))
        if other and self._carried_kw(drawn) != carried:  # what one draws now, another carries
            w.moved(Moved.UPS)

    def look_at_inputs(self) -> None:
        """Has everything looked at again where the voltages now found are others than the UPSs went by."""
        w, bus = self._world, self._world.net.bus_index
        if any(unit.finds_low(worst_phase(w, bus[unit.spec.input])) != unit.is_low for unit in self.ups.values()):
            w.touch()

    def _carried_kw(self, drawn: Drawn) -> dict[str, float]:
        """The live loads each UPS's output reaches, losses left out, and the UPSs fed from there; units in parallel
        share by rating. One whose output is joined to any other live source (a closed outer bypass) carries nothing."""
        reach = {name: self._reach(name) for name in self.ups}
        loads = {name: drawn.kw_in(each.area) if each.area else 0.0 for name, each in reach.items()}
        carried = loads
        for _ in self.ups:  # a UPS behind a UPS: as many passes as there are units settle any chain
            before, carried = carried, {n: self._share(n, each, loads[n], carried) for n, each in reach.items()}
            if carried == before or not any(each.others for each in reach.values()):
                break
        return carried

    def _reach(self, name: str) -> Reach:
        """Return the area its output reaches; nothing while it does not feed or another kind of source feeds there
        too."""
        grid = self._world.grid
        found = grid.behind.get(name)
        if found is None:
            found = grid.behind[name] = self._worked_out_reach(name)
        return found

    def _worked_out_reach(self, name: str) -> Reach:
        index = self._world.net.bus_index
        if name not in self.feeding:
            return NOTHING
        area = self._world.grid.area(index[self.ups[name].spec.output])
        if any(area[index[self.bus_of(o)]] for o in self.feeding if o not in self.ups):
            return NOTHING
        beside = [o for o, unit in self.ups.items() if o in self.feeding and area[index[unit.spec.output]]]
        fed_there = (o for o, unit in self.ups.items() if any(area[index[bus]] for bus in unit.inputs))
        others = tuple(o for o in fed_there if o not in beside)
        return Reach(area, sum(self.ups[o].spec.rated_kw for o in beside), others)

    def _share(self, name: str, reach: Reach, load_kw: float, carried: dict[str, float]) -> float:
        if not reach.area:
            return 0.0
        area, index = reach.area, self._world.net.bus_index
        behind = sum(
            kw for other in reach.others for bus, kw in self.ups[other].draws(carried[other]) if area[index[bus]]
        )
        return (load_kw + behind) * self.ups[name].spec.rated_kw / reach.rated_kw

    def watches_gensets(self) -> bool:
        """Return whether any set turns, or has until now."""
        units = self.gensets.values()
        return any(unit.is_busy for unit in units) or any(group.is_busy for group in self.groups.values())

    def minds_grid(self) -> bool:
        """Return whether it makes a difference what the sets that turn are joined to: to motors that start, and to
        groups."""
        return bool(self._world.loads.starting_kva or self.groups)

    def look_at_gensets(self) -> None:
        """Look at each genset: the power it gives, whether that is too much at all or at once, whether its breaker may
        close."""
        for name, unit in self.gensets.items():
            fed = name in self.feeding
            kva = self._starting_kva(name) if fed and self._world.loads.starting_kva else 0.0
            unit.look(self.kw.get(name, 0.0) if fed else 0.0, kva, served=self.works(unit.spec.needs))
        for group in self.groups.values():
            group.look(self._feeding_at())

    def _starting_kva(self, name: str) -> float:
        """Its share, by rating, of what motors draw to start where it feeds; nothing beside a feeder."""
        w, index = self._world, self._world.net.bus_index
        area = w.grid.area(index[self.bus_of(name)])
        if any(area[index[self.bus_of(o)]] for o in self.feeding if o in self.lost):
            return 0.0
        kva = sum(
            w.loads.starting_kva.get(load, 0.0) * part
            for load, carried in zip(w.net.load_ids, w.grid.carried, strict=True)
            for bus, part in carried
            if area[bus]
        )
        beside = [o for o in self.gensets if o in self.feeding and area[index[self.bus_of(o)]]]
        return kva * self.gensets[name].spec.rated_kw / sum(self.gensets[o].spec.rated_kw for o in beside)

    def _feeding_at(self) -> dict[str, str]:
        return {name: self.bus_of(name) for name in self.in_order if name in self.feeding}

    def held_back(self, node: int) -> bool:
        """Return whether `node` lives by a genset group that still waits for more of its sets."""
        return any(group.holds_back(node, self._feeding_at()) for group in self.groups.values())

    def called_by(self, transfer: str) -> tuple[GensetUnit, ...]:
        """Gensets a transfer calls: those that name it, and the others of their groups; in file order."""
        named = {name for name, unit in self.gensets.items() if transfer in unit.spec.called_by}
        for group in self.groups.values():
            if named & set(group.spec.of):
                named |= set(group.spec.of)
        return tuple(unit for name, unit in self.gensets.items() if name in named)

    def say_what_stands(self) -> None:
        """Say the load of gensets and UPSs when the run begins."""
        for ups in self.ups.values():
            ups.say_what_stands()
        for genset in self.gensets.values():
            genset.say_what_stands()

    def note_all(self) -> None:
        """Facts others may see: live, dead or failed."""
        for name in self.in_order:
            self._world.note(("source", name), self.state(name))

    def state(self, name: str) -> str:
        """live, dead or failed."""
        if (name in self.gensets and self.gensets[name].failed) or (name in self.ups and self.ups[name].fell):
            return "failed"
        return "live" if name in self.feeding or self._certain(name) else "dead"

    # -- feeders ---------------------------------------------------------------------------------------------------
    def lose(self, name: str, cause: str) -> None:
        """A feeder is dead for one cause more."""
        self.lost[name] += 1
        if self.lost[name] == 1:
            self._world.emit("source_lost", source=name, cause=cause)
            self._world.moved(Moved.SOURCES)
            self._world.touch()

    def give_back(self, name: str) -> None:
        """One cause less."""
        self.lost[name] -= 1
        if self.lost[name] == 0:
            self._world.emit("source_back", source=name)
            self._world.moved(Moved.SOURCES)
            self._world.touch()

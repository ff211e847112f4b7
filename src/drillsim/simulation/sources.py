"""Feeders, gensets and UPSs together: which of them feed the network now, and with how much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from drillsim.network import Source, feeder, reached
from drillsim.schema.source import Genset, Ups
from drillsim.simulation.genset import GensetUnit
from drillsim.simulation.ups import UpsUnit
from drillsim.simulation.world import World


class Feeding(NamedTuple):
    """A source and the bus it feeds."""

    id: str
    bus_id: str


class Sources:
    """All sources of one run, in file order: feeders, then the site's own."""

    def __init__(self, world: World) -> None:
        self._world = world
        net, own = world.net, world.site.sources
        self.lost: dict[str, int] = dict.fromkeys(net.source_ids, 0)
        """Feeders with the number of causes that keep them dead."""
        self.gensets = {name: GensetUnit(world, name, spec) for name, spec in own.items() if isinstance(spec, Genset)}
        self.ups = {name: UpsUnit(world, name, spec) for name, spec in own.items() if isinstance(spec, Ups)}
        self.in_order: tuple[str, ...] = (*net.source_ids, *self.gensets, *self.ups)
        self.feeding: set[str] = set()
        """Sources that feed a live bus now."""
        self.kw: dict[str, float] = {}
        """What each gave at the last settle."""

    def bus_of(self, name: str) -> str:
        """The bus a source feeds."""
        net = self._world.net
        if name in self.lost:
            return net.bus_ids[net.source_bus[net.source_index[name]]]
        return self.gensets[name].spec.bus if name in self.gensets else self.ups[name].spec.output

    def certain(self) -> list[Feeding]:
        """Sources that feed whatever the network looks like: feeders alive, gensets running, UPSs with charge."""
        names = [name for name in self.in_order if self._certain(name)]
        return [Feeding(name, self.bus_of(name)) for name in names]

    def _certain(self, name: str) -> bool:
        if name in self.lost:
            position = self._world.net.source_index[name]
            return not self.lost[name] and self._world.net.source_in_service[position]
        return self.gensets[name].running if name in self.gensets else self.ups[name].has_charge

    def fed_by(self, live: bytes, feeding: Sequence[Feeding]) -> list[Feeding]:
        """UPSs without charge whose input is live: they pass the mains on."""
        already = {one.id for one in feeding}
        bus = self._world.net.bus_index
        return [
            Feeding(name, unit.spec.output)
            for name, unit in self.ups.items()
            if name not in already and not unit.failed and live[bus[unit.spec.input]]
        ]

    def as_island_source(self, name: str) -> Source:
        """The source as the power flow takes it."""
        net = self._world.net
        if name in self.lost:
            return feeder(net, net.source_index[name])
        spec = self.gensets[name].spec if name in self.gensets else self.ups[name].spec
        return Source(id=name, bus=net.bus_index[self.bus_of(name)], kind="own", rated_va=round(spec.rated_kw * 1000))

    def loaded(self, name: str, kw: float) -> None:
        """The power flow says the source gives `kw`."""
        self.kw[name] = kw

    def ups_draw(self) -> list[tuple[str, float]]:
        """What each UPS draws on its input while that is live: (bus, kW)."""
        return [(unit.spec.input, unit.input_kw) for unit in self.ups.values() if unit.on_mains]

    # -- looking ---------------------------------------------------------------------------------------------------
    def look_at_ups(self, drawn_kw: Callable[[bytes], float]) -> None:
        """Mains or battery, and how much each UPS carries: the live loads its output reaches, losses left out.

        A UPS whose output is joined to another live source (its bypass is closed) carries nothing.
        """
        w, net = self._world, self._world.net
        for name, unit in self.ups.items():
            island = (
                reached(net, w.links, [net.bus_index[unit.spec.output]])
                if name in self.feeding
                else bytes(net.node_count)
            )
            others = [o for o in self.feeding if o != name and island[net.bus_index[self.bus_of(o)]]]
            kw = 0.0 if others else drawn_kw(island)
            unit.look(bool(w.live[net.bus_index[unit.spec.input]]), kw)

    def look_at_gensets(self) -> None:
        """What each genset gives, whether that is too much, whether its breaker may close."""
        for name, unit in self.gensets.items():
            unit.look(self.kw.get(name, 0.0) if name in self.feeding else 0.0)

    def note_all(self) -> None:
        """Facts others may see: live, dead or failed."""
        for name in self.in_order:
            self._world.note(("source", name), self.state(name))

    def state(self, name: str) -> str:
        """live, dead or failed."""
        if name in self.gensets and self.gensets[name].failed:
            return "failed"
        return "live" if name in self.feeding or self._certain(name) else "dead"

    # -- feeders ---------------------------------------------------------------------------------------------------
    def lose(self, name: str, cause: str) -> None:
        """A feeder is dead for one cause more."""
        self.lost[name] += 1
        if self.lost[name] == 1:
            self._world.emit("source_lost", source=name, cause=cause)
            self._world.touch()

    def give_back(self, name: str) -> None:
        """One cause less."""
        self.lost[name] -= 1
        if self.lost[name] == 0:
            self._world.emit("source_back", source=name)
            self._world.touch()

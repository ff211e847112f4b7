"""Short-circuit studies of one run: asked only while something is short-circuited, each state once
a process."""

from __future__ import annotations

from dataclasses import replace

from drillsim.network import FaultLevel, FaultStudy, Island, Source, live_islands, net_of, reached
from drillsim.schema import Compiled, follows_from
from drillsim.simulation.core.grid import Feeding
from drillsim.simulation.core.world import World
from drillsim.simulation.sources.sources import Sources

UPS_XDSS_PU = 0.5
"""An inverter limits itself to about twice its rated current; assumed."""
POWER_FACTOR = 0.8
"""Power factor of gensets: rated kW over rated kVA."""


@follows_from("network")
def _study(dossier: Compiled) -> FaultStudy:
    return FaultStudy(dossier.network, net_of(dossier))


@follows_from("network")
def _level(dossier: Compiled, island: Island, node: int) -> FaultLevel:
    return _study(dossier).fault(island, node)


@follows_from("network")
def _reaching(dossier: Compiled, node: int, links: bytes, sources: tuple[Source, ...]) -> FaultLevel | None:
    net = net_of(dossier)
    joined = reached(net, links, [node])
    if any(joined[source.bus] for source in sources):
        for island in live_islands(net, links, sources, ()):
            if island.nodes[node]:
                return _level(dossier, island, node)
    return None


class ShortCurrents:
    """Currents and residual voltages of short circuits, from the sources that feed now."""

    def __init__(self, world: World, sources: Sources) -> None:
        self._world, self._sources = world, sources
        self._as_source: dict[str, Source] = {}

    def at(self, node: int, links: bytes, feeding: list[Feeding]) -> FaultLevel | None:
        """Return the effect of a short circuit at `node`; None when no source reaches it."""
        if not feeding:
            return None
        sources = tuple(self._source(one.id) for one in feeding)
        return _reaching(self._world.case.dossier, node, links, sources)

    def _source(self, name: str) -> Source:
        if name not in self._as_source:
            source = self._sources.as_island_source(name)
            feeds = source.kind == "feeder"
            self._as_source[name] = source if feeds else replace(source, xdss_pu=self.xdss_pu(name))
        return self._as_source[name]

    def xdss_pu(self, name: str) -> float:
        """Subtransient reactance of an own source, per unit of its rated kW; what is no genset is an inverter."""
        unit = self._sources.gensets.get(name)
        return UPS_XDSS_PU if unit is None else unit.spec.xd_percent / 100 * POWER_FACTOR

"""Short-circuit studies of one run: asked only while something is short-circuited, each state once."""

from __future__ import annotations

from dataclasses import replace

from drillsim.network import FaultLevel, FaultStudy, Island, Source, live_islands, reached
from drillsim.simulation.sources import Feeding, Sources
from drillsim.simulation.world import World

UPS_XDSS_PU = 0.5
"""An inverter limits itself to about twice its rated current; assumed."""
POWER_FACTOR = 0.8
"""Of gensets: rated kW over rated kVA."""


class ShortCurrents:
    """Currents and residual voltages of short circuits, from the sources that feed now."""

    def __init__(self, world: World, sources: Sources) -> None:
        self._world, self._sources = world, sources
        self._study: FaultStudy | None = None
        self._known: dict[tuple[Island, int], FaultLevel] = {}

    def at(self, node: int, links: bytes, feeding: list[Feeding]) -> FaultLevel | None:
        """What a short circuit at `node` does; None when no source reaches it."""
        net = self._world.net
        joined = reached(net, links, [node]) if feeding else b""
        if not any(joined[net.bus_index[one.bus_id]] for one in feeding):
            return None
        sources = [self._source(one.id) for one in feeding]
        for island in live_islands(net, links, sources, ()):
            if island.nodes[node]:
                return self._level(island, node)
        return None

    def _level(self, island: Island, node: int) -> FaultLevel:
        if self._study is None:
            self._study = FaultStudy(self._world.case.dossier.network, self._world.net)
        if (island, node) not in self._known:
            self._known[island, node] = self._study.fault(island, node)
        return self._known[island, node]

    def _source(self, name: str) -> Source:
        source = self._sources.as_island_source(name)
        return source if source.kind == "feeder" else replace(source, xdss_pu=self.xdss_pu(name))

    def xdss_pu(self, name: str) -> float:
        """Subtransient reactance of an own source, per unit of its rated kW; what is no genset is an inverter."""
        unit = self._sources.gensets.get(name)
        return UPS_XDSS_PU if unit is None else unit.spec.xd_percent / 100 * POWER_FACTOR

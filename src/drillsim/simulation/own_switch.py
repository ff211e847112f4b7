"""Which switch sheds which load."""

from __future__ import annotations

from drillsim.network import is_fed, reached
from drillsim.schema.source import Genset, Ups
from drillsim.simulation.world import World


class OwnSwitches:
    """The table of `own_switches`, worked out when it is first asked for."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._table: dict[str, str] | None = None

    def of(self, load: str) -> str | None:
        """The switch that feeds this load and no other; None where there is none."""
        if self._table is None:
            self._table = own_switches(self._world)
        return self._table.get(load)


def own_switches(world: World) -> dict[str, str]:
    """Load → the switch that feeds it and no other load: what shedding it opens. Loads without one are left out."""
    net = world.net
    sources = [net.bus_index[row.bus] for row in world.case.dossier.network.ext_grid]
    sources += [
        net.bus_index[s.bus if isinstance(s, Genset) else s.output]
        for s in world.site.sources.values()
        if isinstance(s, Genset | Ups)
    ]
    found: dict[str, str] = {}
    for position, switch in enumerate(net.switch_ids):
        links = bytearray(b"\x01" * len(net.link_nodes))
        links[net.switch_link[position]] = 0
        fed = reached(net, bytes(links), sources)
        cut = [load for i, load in enumerate(net.load_ids) if not is_fed(world.cords[i], fed)]
        if len(cut) == 1:
            found[cut[0]] = switch
    return found

"""Which switch sheds which load."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from drillsim.network import is_fed, reached
from drillsim.schema.dossier import Dossier
from drillsim.schema.source import Genset, Ups
from drillsim.simulation.compiled import cords, net_of


@lru_cache(maxsize=8)
def own_switches(dossier: Dossier) -> Mapping[str, str]:
    """Load → the switch that feeds it and no other load: what shedding it opens. Loads without one are left out."""
    net, cords_of = net_of(dossier), cords(dossier)
    sources = [net.bus_index[row.bus] for row in dossier.network.ext_grid]
    sources += [
        net.bus_index[s.bus if isinstance(s, Genset) else s.output]
        for s in dossier.site.sources.values()
        if isinstance(s, Genset | Ups)
    ]
    found: dict[str, str] = {}
    for position, switch in enumerate(net.switch_ids):
        links = bytearray(b"\x01" * len(net.link_nodes))
        links[net.switch_link[position]] = 0
        fed = reached(net, bytes(links), sources)
        cut = [load for i, load in enumerate(net.load_ids) if not is_fed(cords_of[i], fed)]
        if len(cut) == 1:
            found[cut[0]] = switch
    return found

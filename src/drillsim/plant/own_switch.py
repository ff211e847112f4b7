"""The switches that shed each load."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drillsim.network import CompiledNetwork, Cord, is_fed, reached
from drillsim.plant.source import fixed_sets, upses
from drillsim.schema import Dossier


def own_switches(net: CompiledNetwork, cords: Sequence[tuple[Cord, ...]], dossier: Dossier) -> Mapping[str, str]:
    """Load → the switch that feeds it and no other load: what shedding it opens. Loads without one are left out."""
    sources = [net.bus_index[row.bus] for row in dossier.network.ext_grid]
    sources += [net.bus_index[each.bus] for each in fixed_sets(dossier.site).values()]
    sources += [net.bus_index[each.output] for each in upses(dossier.site).values()]
    found: dict[str, str] = {}
    for position, switch in enumerate(net.switch_ids):
        links = bytearray(b"\x01" * len(net.link_nodes))
        links[net.switch_link[position]] = 0
        fed = reached(net, bytes(links), sources)
        cut = [load for i, load in enumerate(net.load_ids) if not is_fed(cords[i], fed)]
        if len(cut) == 1:
            found[cut[0]] = switch
    return found

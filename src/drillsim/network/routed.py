"""Things that are lost with a zone: what it contains, and what runs through it."""

from __future__ import annotations

from drillsim.network.compiled import CompiledNetwork, net_of
from drillsim.network.topology import path
from drillsim.schema import Compiled, Feeder, follows_from


@follows_from("network", "site")
def lost_with(dossier: Compiled, zone: str) -> tuple[str, ...]:
    """Ids that are lost with `zone`: its contents, then lines and other elements whose `route` passes it, then feeders
    whose `route` does and of which the network draws no line there.

    A drawn line in the zone is part of the feeder nearest to it.
    """
    site, net = dossier.site, net_of(dossier)
    lost = dict.fromkeys(site.zones[zone].contains)
    lost |= dict.fromkeys(name for name, element in site.elements.items() if zone in element.route)
    drawn = {_nearest(net, name) for name in lost if name in net.branch_index}
    feeders = (name for name, spec in site.sources.items() if isinstance(spec, Feeder) and zone in spec.route)
    return tuple(dict.fromkeys((*lost, *(name for name in feeders if name not in drawn))))


def _nearest(net: CompiledNetwork, branch: str) -> str:
    """The feeder nearest to a branch, every switch closed; '' where no way leads to one."""
    links = b"\x01" * len(net.link_nodes)
    way = path(net, links, net.node(branch), net.source_bus)
    return net.source_ids[net.source_bus.index(way[-1])] if way else ""

"""Common causes that take every feeder of a load away at once: cuts of size one among substations and zones.

Rule: GB 50052-2009 3.0.2 as seen in public pages (two sources must not be lost together). A zone the load itself
stands in is no cut between it and its sources, so it is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from drillsim.dependency.graph import dependency_graph
from drillsim.schema import Dossier, joined

if TYPE_CHECKING:
    import networkx as nx

_GRID = "grid:"
"""Stands for the utility behind all feeders; a colon cannot stand in an id."""


@dataclass(frozen=True, slots=True)
class CommonCause:
    """One thing whose loss leaves a load without any feeder."""

    kind: Literal["substation", "zone"]
    id: str
    takes: tuple[str, ...]
    """Elements of the network and feeders that go with it, in file order."""


def common_causes(dossier: Dossier, load: str) -> tuple[CommonCause, ...]:
    """Every single cause that cuts `load` off from all feeders, substations first, in file order.

    All switches count as closed: the question is what no switching could mend. Empty when no feeder reaches the load.
    """
    import networkx as nx

    supply = _supply(dossier)
    if load not in supply or not nx.has_path(supply, _GRID, load):
        return ()
    depends = dependency_graph(dossier)
    own = tuple(supply[load])
    found = []
    for cause in _causes(dossier):
        takes = tuple(member for member in depends.successors(cause) if member in supply) if cause in depends else ()
        stands_in = load in takes or all(bus in takes for bus in own)
        if takes and not stands_in and not _joined(supply, takes, load):
            kind: Literal["substation", "zone"] = "substation" if cause.startswith("substation:") else "zone"
            found.append(CommonCause(kind, cause.removeprefix("substation:"), takes))
    return tuple(found)


def _causes(dossier: Dossier) -> tuple[str, ...]:
    substations = [s.substation for s in dossier.site.sources.values() if s.kind == "feeder" and s.substation]
    return (*dict.fromkeys(f"substation:{name}" for name in substations), *dossier.site.zones)


def _joined(supply: nx.Graph[str], lost: tuple[str, ...], load: str) -> bool:
    """Return whether a way from the grid to `load` is left; walked by hand, for a copy of the graph costs more."""
    seen = {*lost, _GRID}
    queue = [_GRID]
    for node in queue:
        near = [each for each in supply[node] if each not in seen]
        seen.update(near)
        queue += near
    return load in queue


def _supply(dossier: Dossier) -> nx.Graph[str]:
    """Feeders, buses, switches, branches, UPSs and loads, joined as with every switch closed."""
    import networkx as nx

    network = dossier.network
    graph: nx.Graph[str] = nx.Graph()
    for row in network.ext_grid:
        if row.in_service:
            graph.add_edges_from([(_GRID, row.name), (row.name, row.bus)])
    ends: dict[tuple[str, str], str] = {}
    for switch in network.switch:
        if switch.et == "b":
            graph.add_edges_from([(switch.bus, switch.name), (switch.name, switch.element)])
        else:
            ends[switch.bus, switch.element] = switch.name
    for branch in joined(network):
        for bus in branch.buses:
            between = ends.get((bus, branch.id))
            graph.add_edges_from([(bus, between), (between, branch.id)] if between else [(bus, branch.id)])
    for name, source in dossier.site.sources.items():
        if source.kind == "ups":
            graph.add_edges_from([(source.input, name), (name, source.output)])
    for load in network.loads:
        facts = dossier.site.loads.get(load.name)
        cords = [cord.bus for cord in facts.cords] if facts else []
        graph.add_edges_from((bus, load.name) for bus in cords or [load.bus])
    return graph

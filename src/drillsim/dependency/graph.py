"""One graph of what depends on what: an edge leads from what is needed to what needs it.

Nodes are the customer's ids, and `substation:East` for a substation, which has no id of its own (a colon cannot stand
in an id). Edge kinds: powers, needs, fuels, pumps, controls, calls, holds (a zone and what lies in it), routes (a zone
and what runs through it), feeds (a substation and its feeders).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drillsim.schema import AnySource, AnyTransfer, Ats, Dossier, Feeder, Genset, Sts, Ups

if TYPE_CHECKING:
    import networkx as nx

Edge = tuple[str, str, str]
"""Node that is needed, node that needs it, kind."""


def dependency_graph(dossier: Dossier) -> nx.MultiDiGraph[str]:
    """Everything of the dossier that something else depends on; edges carry `kind`, nodes in file order."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for needed, by, kind in edges(dossier):
        graph.add_edge(needed, by, kind=kind)
    return graph


def edges(dossier: Dossier) -> Iterator[Edge]:
    """Every dependency, in file order: network rows, sources, transfers, stores, functions, zones."""
    network, site = dossier.network, dossier.site
    yield from ((row.name, row.bus, "powers") for row in network.ext_grid)
    yield from ((row.bus, row.name, "powers") for row in network.loads)
    for name, source in site.sources.items():
        yield from _of_source(name, source)
    for name, transfer in site.transfers.items():
        yield from _of_transfer(name, transfer)
    for name, store in site.stores.items():
        for inflow in store.in_:
            yield inflow.by, name, "pumps"
            if inflow.from_:
                yield inflow.from_, name, "fuels"
        yield from ((name, outflow.to, "fuels") for outflow in store.out)
    for name, function in site.functions.items():
        yield from ((leaf.subject, name, "needs") for leaf in function.needs.leaves() if leaf.subject)
    yield from _of_zones(dossier)


def _of_source(name: str, source: AnySource) -> Iterator[Edge]:
    if isinstance(source, Feeder):
        if source.substation:
            yield f"substation:{source.substation}", name, "feeds"
    elif isinstance(source, Genset):
        yield name, source.bus, "powers"
        if source.fuel:
            yield source.fuel, name, "fuels"
    elif isinstance(source, Ups):
        yield source.input, name, "powers"
        yield name, source.output, "powers"


def _of_transfer(name: str, transfer: AnyTransfer) -> Iterator[Edge]:
    switches = (
        (transfer.normal, transfer.standby) if isinstance(transfer, Ats | Sts) else (*transfer.incomers, transfer.tie)
    )
    yield from ((name, switch, "controls") for switch in switches if switch)


def _of_zones(dossier: Dossier) -> Iterator[Edge]:
    site = dossier.site
    for name, zone in site.zones.items():
        yield from ((name, member, "holds") for member in zone.contains)
    for name, place in site.places.items():
        if place.zone:
            yield place.zone, name, "holds"
    for name, element in site.elements.items():
        yield from ((zone, name, "routes") for zone in element.route)
    for name, source in site.sources.items():
        if isinstance(source, Feeder):
            yield from ((zone, name, "routes") for zone in source.route)

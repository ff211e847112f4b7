"""The facts one sees with one's own eyes, and the places they are seen from."""

from __future__ import annotations

from collections.abc import Mapping

from drillsim.network import CompiledNetwork
from drillsim.schema import Dossier

Fact = tuple[str, str]
"""(kind, id) of something one can know the state of."""


def seen_in_places(dossier: Dossier, net: CompiledNetwork) -> Mapping[str, tuple[Fact, ...]]:
    """Return the facts one sees in each place: positions of its devices, whether the buses they join are live, its
    loads, gensets and tanks."""
    site = dossier.site
    found: dict[str, dict[Fact, None]] = {place: {} for place in site.places}

    def add(place: str | None, *facts: Fact) -> None:
        if place in found:
            found[place].update(dict.fromkeys(facts))

    for switch, device in site.devices.items():
        nodes = net.switch_nodes(net.switch_index[switch])
        buses = [("bus", net.bus_ids[node]) for node in nodes if net.is_bus(node)]
        add(device.place, ("switch", switch), ("tripped", switch), *buses)
        add(device.place, *((kind, bus) for kind in ("proved_dead", "earthed") for _, bus in buses))
    for earth in site.earths.values():
        add(earth.place, ("bus", earth.at), ("proved_dead", earth.at), ("earthed", earth.at))
    for load, facts in site.loads.items():
        add(facts.place, ("load", load))
    for name, source in site.sources.items():
        if source.kind == "genset":
            add(source.place, ("source", name), ("bus", source.bus))
    for name, store in site.stores.items():
        add(store.place, ("store", name))
    for name, resource in dossier.plan.resources.items():
        add(resource.place, ("resource", name))
    for name, transfer in site.transfers.items():
        if transfer.kind != "bus_tie_transfer":
            add(transfer.place, ("switch", transfer.normal), ("switch", transfer.standby), ("transfer", name))
        add(transfer.place, ("in_automatic", name))
    return {place: tuple(facts) for place, facts in found.items()}

"""Elements of a customer's network: which there are, in the words of `schema.element`, and which are dead at a mode.

The list of kinds stands in `schema.element`, because targets, file rules and the compiled network need it too; layers
above this one take it from here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from drillsim.network import CompiledNetwork, conducting, live_nodes, reached
from drillsim.schema import (
    BRANCH,
    BRANCH_KINDS,
    BRANCHES,
    CONDUCTORS,
    ELEMENTS,
    SWITCHED,
    TRANSFORMERS,
    Branch,
    Dossier,
    Joined,
    is_kind,
    joined,
    kinds_of,
)

__all__ = [
    "BRANCH",
    "BRANCHES",
    "BRANCH_KINDS",
    "CONDUCTORS",
    "ELEMENTS",
    "SWITCHED",
    "TRANSFORMERS",
    "Branch",
    "Joined",
    "dead_at_start",
    "dead_in_file",
    "is_kind",
    "joined",
    "kinds_of",
]


def dead_at_start(
    dossier: Dossier, net: CompiledNetwork, live: Collection[str], out: Iterable[str] = ()
) -> tuple[str, ...]:
    """Buses in service that are dead and wait for no own source, in file order.

    `live` are the ids of live buses, `out` the ids out of service now. A bus that a standby set, a UPS or a connection
    point could feed without passing a live one is dead by design and not among them.
    """
    gone = {net.node(name) for name in out} | net.out
    site = dossier.site
    own: list[str] = [
        name for each in site.sources.values() for key in ("output", "bus") if (name := getattr(each, key, None))
    ]
    ends = {row.name: (row.bus, row.element) for row in dossier.network.switch}
    own += [bus for point in site.connection_points.values() for bus in (point.bus, *ends.get(point.switch, ()))]
    blocked = gone | {node for node, bus in enumerate(net.bus_ids) if bus in live}
    everything = b"\x01" * len(net.link_nodes)
    spared = reached(net, everything, [net.bus_index[bus] for bus in own if bus in net.bus_index], sorted(blocked))
    return tuple(bus for node, bus in enumerate(net.bus_ids) if node not in blocked and not spared[node])


def dead_in_file(dossier: Dossier, net: CompiledNetwork) -> tuple[str, ...]:
    """`dead_at_start` with the switches as the network file has them and every feeder in service live."""
    fed = [bus for bus, serves in zip(net.source_bus, net.source_in_service, strict=True) if serves]
    nodes = live_nodes(net, conducting(net, net.closed), fed)
    return dead_at_start(dossier, net, {bus for bus, is_live in zip(net.bus_ids, nodes, strict=False) if is_live})

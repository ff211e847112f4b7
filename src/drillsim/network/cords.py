"""The buses that feed a load: the row's own bus, or those its cords are plugged into, with the share each carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from drillsim.network.compiled import CompiledNetwork, net_of
from drillsim.network.topology import Flags
from drillsim.schema import Compiled, Load, follows_from

Cord = tuple[int, float]
"""Bus, and the share of the load this cord carries beside the others that are live."""


@follows_from("network", "site")
def cords(dossier: Compiled) -> tuple[tuple[Cord, ...], ...]:
    """`cords_of` the customer's loads."""
    return cords_of(net_of(dossier), dossier.site.loads)


def cords_of(net: CompiledNetwork, loads: Mapping[str, Load]) -> tuple[tuple[Cord, ...], ...]:
    """The cords of each load of `net`, in file order; a load without any has one, to the row's own bus."""
    return tuple(
        tuple((net.bus_index[cord.bus], cord.share_percent) for cord in loads[name].cords)
        if name in loads and loads[name].cords
        else ((bus, 100.0),)
        for name, bus in zip(net.load_ids, net.load_bus, strict=True)
    )


def carried(plugged: Sequence[Cord], live: Flags) -> tuple[Cord, ...]:
    """Live cords with the part of the load each carries, adding up to 1; empty where all are dead."""
    if len(plugged) == 1:
        bus = plugged[0][0]
        return ((bus, 1.0),) if live[bus] else ()
    able = [(bus, share) for bus, share in plugged if live[bus]]
    total = sum(share for _, share in able)
    return tuple((bus, share / total) for bus, share in able)


def is_fed(plugged: Sequence[Cord], nodes: Flags) -> bool:
    """Return whether any cord ends at one of `nodes` (one byte a node)."""
    return any(nodes[bus] for bus, _ in plugged)

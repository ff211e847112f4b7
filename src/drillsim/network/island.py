"""A live island as a value: what a power flow needs to know, and what its memo is keyed by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from drillsim.network.compiled import CompiledNetwork
from drillsim.network.topology import Flags

SourceKind = Literal["feeder", "own"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source feeding the network at a bus: a utility feeder, or an own one (genset, UPS output)."""

    id: str
    bus: int
    kind: SourceKind
    rated_va: int
    """Own source: rating. Feeder: short-circuit power. Sources in parallel share by it."""
    vm_pu: float = 1.0
    va_degree: float = 0.0
    xdss_pu: float = 0.15
    """Own source: subtransient reactance per unit of rating, for short circuits; 0.15 is assumed (usual for small
    synchronous machines). A UPS that limits itself to twice its current has 0.5."""


Demand = tuple[int, int, int]
"""Bus, watts, vars drawn there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Island:
    """Everything a flow answer may depend on: switch bits, sources, demand. Equal islands have equal answers."""

    nodes: bytes
    """One byte a node of the compiled network: 1 where it belongs to the island."""
    links: bytes
    """One byte a link: 1 where it conducts inside the island."""
    sources: tuple[Source, ...]
    """Ascending by bus, then id; at least one."""
    demand: tuple[Demand, ...]
    """Ascending by bus, one entry a bus that draws anything."""


def feeder(net: CompiledNetwork, position: int) -> Source:
    """The feeder (`ext_grid` row) at `position` as a source."""
    return Source(
        id=net.source_ids[position],
        bus=net.source_bus[position],
        kind="feeder",
        rated_va=net.source_fault_va[position],
        vm_pu=net.source_vm_pu[position],
        va_degree=net.source_va_degree[position],
    )


def demand_by_bus(drawn: Iterable[Demand]) -> tuple[Demand, ...]:
    """`drawn` summed by bus, ascending, buses that draw nothing left out."""
    sums: dict[int, tuple[int, int]] = {}
    for bus, watts, var in drawn:
        before = sums.get(bus, (0, 0))
        sums[bus] = (before[0] + watts, before[1] + var)
    return tuple((bus, *sums[bus]) for bus in sorted(sums) if sums[bus] != (0, 0))


def with_more(demand: tuple[Demand, ...], drawn: Iterable[Demand]) -> tuple[Demand, ...]:
    """`demand`, as `demand_by_bus` gives it, with a little more drawn."""
    found = list(demand)
    for bus, watts, var in demand_by_bus(drawn):
        place = bisect_left(found, (bus,))
        if place < len(found) and found[place][0] == bus:
            found[place] = (bus, found[place][1] + watts, found[place][2] + var)
        else:
            found.insert(place, (bus, watts, var))
    return tuple(each for each in found if each[1:] != (0, 0))


def file_demand(net: CompiledNetwork) -> tuple[Demand, ...]:
    """Return the demand of the loads according to the network file, by bus."""
    return demand_by_bus(zip(net.load_bus, net.load_w, net.load_var, strict=True))


def live_islands(
    net: CompiledNetwork, links: Flags, sources: Sequence[Source], demand: Sequence[Demand]
) -> tuple[Island, ...]:
    """Every island with a source, by its lowest bus. Give sources in service and `demand` as `demand_by_bus` does."""
    at_bus: dict[int, list[Source]] = {}
    for source in sorted(sources, key=lambda source: (source.bus, source.id)):
        at_bus.setdefault(source.bus, []).append(source)
    found = []
    taken = bytearray(net.node_count)
    for bus in at_bus:
        if not taken[bus]:
            nodes, used = _flood(net, links, bus, taken)
            found.append((nodes.index(1), _island(nodes, used, at_bus, demand)))
    return tuple(island for _, island in sorted(found, key=lambda pair: pair[0]))


def _flood(net: CompiledNetwork, links: Flags, start: int, taken: bytearray) -> tuple[bytes, bytes]:
    nodes, used = bytearray(net.node_count), bytearray(len(net.link_nodes))
    nodes[start] = taken[start] = 1
    queue = [start]
    for node in queue:
        for link, other in net.adjacent[node]:
            if links[link]:
                used[link] = 1
                if not nodes[other]:
                    nodes[other] = taken[other] = 1
                    queue.append(other)
    return bytes(nodes), bytes(used)


def _island(nodes: bytes, links: bytes, at_bus: Mapping[int, list[Source]], demand: Sequence[Demand]) -> Island:
    return Island(
        nodes=nodes,
        links=links,
        sources=tuple(source for bus, here in at_bus.items() if nodes[bus] for source in here),
        demand=tuple(drawn for drawn in demand if nodes[drawn[0]]),
    )

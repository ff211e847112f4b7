"""Connections: graph questions over a compiled network, answered by breadth-first search.

Every question takes `conducting`, one byte a link, made once an instant by `conducting(net, closed, out)`. Nodes are
buses and branches (see `compiled`); answers name nodes, links and switches by position. Order never depends on a set:
nodes come ascending, and components are numbered by their lowest node, buses before branches.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from drillsim.network.compiled import CompiledNetwork

Flags = bytes | bytearray
"""One byte each, 0 or 1."""


def conducting(net: CompiledNetwork, closed: Flags, out: Iterable[int] = ()) -> bytes:
    """One byte a link: 1 where all its switches are closed and both its nodes in service.

    `closed` has one byte a switch, `out` are nodes out of service now, beside those out of service in the file.
    """
    links = bytearray(b"\x01" * len(net.link_nodes))
    switch = closed.find(0)
    while switch >= 0:
        links[net.switch_link[switch]] = 0
        switch = closed.find(0, switch + 1)
    for node in (*net.out, *out):
        for link, _ in net.adjacent[node]:
            links[link] = 0
    return bytes(links)


def reached(net: CompiledNetwork, links: Flags, starts: Iterable[int], blocked: Collection[int] = ()) -> bytes:
    """One byte a node: 1 where a conducting way leads from any of `starts` (themselves included).

    Ways never enter a `blocked` node. A start out of service still counts itself as reached; give none.
    """
    seen, adjacent = bytearray(net.node_count), net.adjacent
    for node in blocked:
        seen[node] = 1
    queue = [node for node in starts if not seen[node]]
    for node in queue:
        seen[node] = 1
    for node in queue:
        for link, other in adjacent[node]:
            if links[link] and not seen[other]:
                seen[other] = 1
                queue.append(other)
    for node in blocked:
        seen[node] = 0
    return bytes(seen)


def live_nodes(net: CompiledNetwork, links: Flags, sources: Iterable[int], out: Collection[int] = ()) -> bytes:
    """One byte a node: 1 where a bus or branch is live, fed from the buses `sources` that are in service."""
    return reached(net, links, [bus for bus in sources if bus not in out and bus not in net.out])


def components(net: CompiledNetwork, links: Flags) -> tuple[int, ...]:
    """For each node the number of its component; numbered by lowest node, so bus 0 is always in component 0."""
    label = [-1] * net.node_count
    number = 0
    for first in range(net.node_count):
        if label[first] >= 0:
            continue
        label[first] = number
        queue = [first]
        for node in queue:
            for link, other in net.adjacent[node]:
                if links[link] and label[other] < 0:
                    label[other] = number
                    queue.append(other)
        number += 1
    return tuple(label)


def path(net: CompiledNetwork, links: Flags, start: int, ends: Collection[int]) -> tuple[int, ...]:
    """Nodes of the shortest conducting way from `start` to the nearest of `ends`, both included; empty if none.

    Among ways equally short it is the one over the first links in file order.
    """
    came: dict[int, int] = {start: start}
    queue = [start]
    for node in queue:
        if node in ends:
            way = [node]
            while way[-1] != start:
                way.append(came[way[-1]])
            return tuple(reversed(way))
        for link, other in net.adjacent[node]:
            if links[link] and other not in came:
                came[other] = node
                queue.append(other)
    return ()


def path_exists(net: CompiledNetwork, links: Flags, start: int, end: int) -> bool:
    """Return whether a conducting way joins the two nodes."""
    return bool(path(net, links, start, (end,)))


@dataclass(frozen=True, slots=True, order=True)
class Boundary:
    """A device at the edge of a zone: `inside` is its node in the zone, `outside` the one beyond."""

    switch: int
    inside: int
    outside: int


@dataclass(frozen=True, slots=True)
class Zone:
    """The nodes a fault reaches without crossing a device, ascending, and the devices around, by position."""

    nodes: tuple[int, ...]
    boundaries: tuple[Boundary, ...]


def zone(net: CompiledNetwork, links: Flags, starts: Iterable[int], devices: Collection[int]) -> Zone:
    """Return the part joined to the faulted nodes `starts` by conducting links, up to the closed switches in `devices`.

    For protection `devices` are the breakers and fuses that can still trip: leave one out that failed and call again,
    and the zone grows to the next. A link with several switches in series ends the zone at each of its `devices`.
    """
    return _grow(net, starts, devices, links)


def enclosure(net: CompiledNetwork, starts: Iterable[int], devices: Collection[int]) -> Zone:
    """As `zone`, whatever the switches' positions: the part `devices` can separate, and those of them around it.

    For isolating a fault `devices` are the switches a hand can open; an open one is a boundary that must stay open.
    """
    return _grow(net, starts, devices, b"\x01" * len(net.link_nodes))


def _grow(net: CompiledNetwork, starts: Iterable[int], devices: Collection[int], links: Flags) -> Zone:
    queue = sorted(set(starts))
    inside = set(queue)
    crossed: list[tuple[int, int, int]] = []
    for node in queue:
        for link, other in net.adjacent[node]:
            if not links[link]:
                continue
            stops = [switch for switch in net.link_switches[link] if switch in devices]
            crossed += [(switch, node, other) for switch in stops]
            if not stops and other not in inside:
                inside.add(other)
                queue.append(other)
    found = sorted({Boundary(*way) for way in crossed if way[2] not in inside})
    return Zone(tuple(sorted(inside)), tuple(found))


def fed_from_outside(net: CompiledNetwork, links: Flags, area: Zone, sources: Iterable[int]) -> tuple[bool, ...]:
    """For each boundary of `area` whether a source feeds its far side without passing through the zone.

    Only such a device sees fault current and trips; one on the dead side stays.
    """
    live = reached(net, links, sources, blocked=area.nodes)
    return tuple(bool(live[boundary.outside]) for boundary in area.boundaries)


def sources_inside(area: Zone, sources: Sequence[int]) -> tuple[int, ...]:
    """Positions in `sources` (bus indices) of those inside the zone with no device between."""
    nodes = set(area.nodes)
    return tuple(position for position, bus in enumerate(sources) if bus in nodes)


@dataclass(frozen=True, slots=True)
class Closing:
    """The nodes that closing a switch would join."""

    nodes: tuple[int, int]
    """The two nodes of its link, the bus the switch stands at first."""
    completes: bool
    """True where the link would conduct: no other switch of it is open, no node out of service."""


def closing(net: CompiledNetwork, closed: Flags, out: Collection[int], switch: int) -> Closing:
    """Return the nodes closing `switch` now would join. Compare `components` and `live_nodes` of both nodes to judge
    it."""
    nodes = net.switch_nodes(switch)
    others = [other for other in net.link_switches[net.switch_link[switch]] if other != switch]
    in_service = not any(node in out or node in net.out for node in nodes)
    return Closing(nodes, in_service and all(closed[other] for other in others))


def joins_live(net: CompiledNetwork, closed: Flags, out: Collection[int], switch: int, sources: Iterable[int]) -> bool:
    """Return whether closing `switch` would join two live parts that are separate now (paralleling two systems)."""
    would = closing(net, closed, out, switch)
    if not would.completes:
        return False
    links = conducting(net, closed, out)
    live = live_nodes(net, links, sources, out)
    one, other = would.nodes
    return bool(live[one] and live[other]) and not path_exists(net, links, one, other)


def reaches(net: CompiledNetwork, closed: Flags, out: Collection[int], switch: int, nodes: Iterable[int]) -> bool:
    """Return whether closing `switch` would lead from either of its sides to one of `nodes` on the other (a faulted
    zone)."""
    would = closing(net, closed, out, switch)
    if not would.completes:
        return False
    links = conducting(net, closed, out)
    one, other = (reached(net, links, [node]) for node in would.nodes)
    return any(one[node] or other[node] for node in nodes)


def unreachable_loads(net: CompiledNetwork, sources: Iterable[int]) -> tuple[int, ...]:
    """Loads (by position) with no way to any of the buses `sources`, even with every switch closed.

    Neither switch positions nor `in_service` count: another mode may change both, and only a load without a way in any
    mode is an error of the file. Give the terminals of every source, the customer's own and UPS outputs too.
    """
    everything = b"\x01" * len(net.link_nodes)
    found = reached(net, everything, sources)
    return tuple(position for position, bus in enumerate(net.load_bus) if not found[bus])

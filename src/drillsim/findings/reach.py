"""The loads behind a device: the reach of what it can do or fail to do. Topology, with every switch closable.

- transfer: what lies below its board, reached with its incoming switches open
- genset: what it reaches while every automatic transfer is off the mains
- connection point: what its bus reaches, likewise; a mobile genset: what any of them does
- UPS: what its output reaches without going back through its input
- store: what its sources reach; zone: what is lost with it reaches; load: itself, and a pump also what its store feeds
A UPS is passed from input to output. A thing without a narrower reach (a feeder, a line, a bus) may touch every load.
"""

from __future__ import annotations

from collections.abc import Iterable

from drillsim.network import CompiledNetwork, conducting, cords_of, is_fed, lost_with, net_of, path, reached
from drillsim.schema import Ats, BusTieTransfer, Compiled, Genset, MobileGenset, Sts, Ups, follows_from, places_of


@follows_from("network", "site")
def behind(dossier: Compiled, name: str) -> tuple[str, ...]:
    """Loads behind the device `name`, in file order; every load for an id without a narrower reach."""
    site = dossier.site
    if name in site.transfers:
        return _behind_transfer(dossier, name)
    if name in site.stores:
        return _union(dossier, (out.to for out in site.stores[name].out))
    if name in site.zones:
        return _union(dossier, lost_with(dossier, name))
    if name in site.connection_points:
        return _from(dossier, (site.connection_points[name].bus,), opened=_mains_side(dossier))
    source = site.sources.get(name)
    if isinstance(source, MobileGenset):
        return _union(dossier, site.connection_points)
    if isinstance(source, Genset):
        return _from(dossier, (source.bus,), opened=_mains_side(dossier))
    if isinstance(source, Ups):
        return _from(dossier, (source.output,), avoid=(source.input,))
    net = net_of(dossier)
    if name in net.load_index:
        filled = tuple(store for store, spec in site.stores.items() if any(flow.by == name for flow in spec.in_))
        return _union(dossier, (name, *filled)) if filled else (name,)
    return net.load_ids


@follows_from("network", "site")
def of_place(dossier: Compiled, place: str) -> tuple[str, ...]:
    """Loads that stand in `place`, or that its own buses reach without leaving it; every load where it has neither."""
    net, places = net_of(dossier), places_of(dossier)
    own = [name for name, found in places.items() if found == (place,)]
    buses = {net.bus_index[name] for name in own if name in net.bus_index}
    ways_in = [
        name
        for name, index in net.switch_index.items()
        if len([node for node in net.switch_nodes(index) if net.is_bus(node) and node not in buses]) == 1
        and any(node in buses for node in net.switch_nodes(index))
    ]
    fed = _from(dossier, [name for name in own if name in net.bus_index], opened=ways_in)
    loads = tuple(name for name in net.load_ids if name in fed or name in own)
    return loads or net.load_ids


def beyond(dossier: Compiled, buses: Iterable[str], opened: Iterable[str]) -> tuple[str, ...]:
    """Loads reached from `buses` with the switches `opened` open, in file order."""
    return _from(dossier, buses, opened)


def _behind_transfer(dossier: Compiled, name: str) -> tuple[str, ...]:
    transfer, net = dossier.site.transfers[name], net_of(dossier)
    if isinstance(transfer, Ats | Sts):
        opened = (transfer.normal, transfer.standby)
        board = _common(net, *opened)
        return _from(dossier, board, opened=opened) if board else net.load_ids
    boards = _boards(net, transfer)
    return _from(dossier, boards, opened=transfer.incomers) if boards else net.load_ids


def _boards(net: CompiledNetwork, transfer: BusTieTransfer) -> tuple[str, ...]:
    """The sections the incomers feed: of each incomer the side nearer to the tie, or the bus both share."""
    if transfer.tie is None or transfer.tie not in net.switch_index:
        return _common(net, *transfer.incomers)
    closed = bytearray(b"\x01" * len(net.switch_ids))
    for name in (*transfer.incomers, transfer.tie):
        if name in net.switch_index:
            closed[net.switch_index[name]] = 0
    links = conducting(net, closed)
    ends = net.switch_nodes(net.switch_index[transfer.tie])
    sides = (_nearer(net, links, incomer, ends) for incomer in transfer.incomers if incomer in net.switch_index)
    return tuple(net.bus_ids[node] for node in sides if node is not None and net.is_bus(node))


def _nearer(net: CompiledNetwork, links: bytes, incomer: str, ends: tuple[int, int]) -> int | None:
    ways = [
        (len(way), node)
        for node in net.switch_nodes(net.switch_index[incomer])
        if (way := path(net, links, node, ends))
    ]
    return min(ways)[1] if ways else None


def _common(net: CompiledNetwork, one: str, other: str) -> tuple[str, ...]:
    """Buses both switches stand at."""
    if one not in net.switch_index or other not in net.switch_index:
        return ()
    mine, theirs = (net.switch_nodes(net.switch_index[name]) for name in (one, other))
    return tuple(net.bus_ids[node] for node in mine if node in theirs and net.is_bus(node))


def _mains_side(dossier: Compiled) -> tuple[str, ...]:
    """Switches to the mains that are open while a genset feeds: the normal side of every ATS."""
    return tuple(each.normal for each in dossier.site.transfers.values() if isinstance(each, Ats))


def _union(dossier: Compiled, names: Iterable[str]) -> tuple[str, ...]:
    site = dossier.site
    known = {**site.transfers, **site.sources, **site.stores, **site.connection_points}
    loads = net_of(dossier).load_index
    parts = [behind(dossier, name) if name in known else (name,) for name in names if name in known or name in loads]
    return tuple(load for load in net_of(dossier).load_ids if any(load in part for part in parts))


def _from(
    dossier: Compiled, buses: Iterable[str], opened: Iterable[str] = (), avoid: Iterable[str] = ()
) -> tuple[str, ...]:
    net = net_of(dossier)
    closed = bytearray(b"\x01" * len(net.switch_ids))
    for name in opened:
        if name in net.switch_index:
            closed[net.switch_index[name]] = 0
    links = conducting(net, closed)
    blocked = [net.bus_index[name] for name in avoid if name in net.bus_index]
    starts = [net.bus_index[name] for name in buses if name in net.bus_index]
    seen = reached(net, links, starts, blocked)
    for _ in dossier.site.sources:
        more = [net.bus_index[ups.output] for ups in _fed_upses(dossier, net, seen)]
        grown = reached(net, links, [*starts, *more], blocked)
        if grown == seen:
            break
        seen = grown
    cords = cords_of(net, dossier.site.loads)
    return tuple(name for name, each in zip(net.load_ids, cords, strict=True) if is_fed(each, seen))


def _fed_upses(dossier: Compiled, net: CompiledNetwork, seen: bytes) -> list[Ups]:
    upses = (source for source in dossier.site.sources.values() if isinstance(source, Ups))
    return [ups for ups in upses if ups.input in net.bus_index and seen[net.bus_index[ups.input]]]

"""The parts joined by closed switches at a moment of the run, worked out once a moment somebody asks about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from drillsim.findings.tracing.record import Record
from drillsim.network import CompiledNetwork, components, conducting, reached


def joined(record: Record, load: str, nodes: Iterable[int], seq: int) -> bool:
    """Return whether the load's bus was joined to one of `nodes` once `seq` and all before had happened."""
    parts, here = _parts(record, seq), part_of(record, load, seq)
    return any(parts[node] == here for node in nodes)


def part_of(record: Record, load: str, seq: int) -> int:
    """The number of the part of the network the load is in, once `seq` and all before had happened; -1 for anything
    that is no load."""
    node = record.plant.load_node.get(load)
    return -1 if node is None else _parts(record, seq)[node]


def in_reach(record: Record, load: str) -> bytes:
    """One byte a node: 1 where supply for the load could come from at the end, through dead parts and what transfers,
    gensets and connection points close. Nothing where its bus is live, and only the load itself is off."""
    part, net = part_of(record, load, record.size), record.plant.net
    if part not in record.reach:
        live = _live(record)
        start = record.plant.load_node[load]
        blocked = [net.bus_index[bus] for bus in live if bus in net.bus_index]
        links = conducting(net, _closable(record))
        record.reach[part] = reached(net, links, () if start in blocked else (start,), blocked)
    return record.reach[part]


def _closable(record: Record) -> bytearray:
    """Positions at the end, with every switch closed that something closes by itself once there is supply."""
    plant = record.plant
    closed = _closed(record, plant.net, len(record.moves))
    for switches in plant.switches_of.values():
        for switch in switches:
            if switch in plant.net.switch_index:
                closed[plant.net.switch_index[switch]] = 1
    return closed


def _live(record: Record) -> dict[str, None]:
    live: dict[str, None] = dict.fromkeys(record.events[0].data.get("live", ()))
    for seq in record.world:
        event = record.events[seq]
        if event.type == "supply_changed":
            live.update(dict.fromkeys(event.data["live"]))
            for bus in event.data["dead"]:
                live.pop(bus, None)
    return live


def _parts(record: Record, seq: int) -> tuple[int, ...]:
    """For each node the number of the part it is in."""
    moves = bisect_right(record.moves, seq)
    if moves not in record.parts:
        net = record.plant.net
        record.parts[moves] = components(net, conducting(net, _closed(record, net, moves)))
    return record.parts[moves]


def _closed(record: Record, net: CompiledNetwork, moves: int) -> bytearray:
    shut = record.events[0].data.get("closed")
    names = frozenset(shut or ())
    closed = bytearray(net.closed) if shut is None else bytearray(name in names for name in net.switch_ids)
    for seq in record.moves[:moves]:
        data = record.events[seq].data
        if data["switch"] in net.switch_index:
            closed[net.switch_index[data["switch"]]] = bool(data["closed"])
    return closed

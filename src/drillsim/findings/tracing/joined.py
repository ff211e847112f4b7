"""What was joined to what by closed switches at a moment of the run, worked out once a moment somebody asks about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from drillsim.findings.tracing.record import Record
from drillsim.network.compiled import CompiledNetwork
from drillsim.network.topology import components, conducting


def joined(record: Record, load: str, nodes: Iterable[int], seq: int) -> bool:
    """Whether the load's bus was joined to one of `nodes` once `seq` and all before had happened."""
    parts, here = _parts(record, seq), part_of(record, load, seq)
    return any(parts[node] == here for node in nodes)


def part_of(record: Record, load: str, seq: int) -> int:
    """The number of the part of the network the load is in, once `seq` and all before had happened; -1 for anything
    that is no load."""
    node = record.plant.load_node.get(load)
    return -1 if node is None else _parts(record, seq)[node]


def dead_at_end(record: Record, load: str) -> bool:
    """Whether the load's bus is dead when the run ends; else only the load itself is off."""
    bus = record.plant.loads_bus.get(load)
    for seq in reversed(record.world):
        event = record.events[seq]
        if event.type == "supply_changed" and (bus in event.data["live"] or bus in event.data["dead"]):
            return bus in event.data["dead"]
    return bus not in record.events[0].data.get("live", ())


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

"""What was joined to what by closed switches at a moment of the run, worked out once a moment somebody asks about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from drillsim.findings.tracing.plant import Plant, plant_of
from drillsim.findings.tracing.record import Record
from drillsim.network.topology import components, conducting


def joined(record: Record, load: str, nodes: Iterable[int], seq: int) -> bool:
    """Whether the load's bus was joined to one of `nodes` once `seq` and all before had happened."""
    plant = plant_of(record.dossier)
    bus = plant.loads_bus.get(load)
    if bus is None:
        return False
    parts = _parts(record, plant, seq)
    here = parts[plant.net.bus_index[bus]]
    return any(parts[node] == here for node in nodes)


def dead_at_end(record: Record, load: str) -> bool:
    """Whether the load's bus is dead when the run ends; else only the load itself is off."""
    bus = plant_of(record.dossier).loads_bus.get(load)
    for seq in reversed(record.world):
        event = record.events[seq]
        if event.type == "supply_changed" and (bus in event.data["live"] or bus in event.data["dead"]):
            return bus in event.data["dead"]
    return bus not in record.events[0].data.get("live", ())


def _parts(record: Record, plant: Plant, seq: int) -> tuple[int, ...]:
    """For each node the number of the part it is in."""
    moves = bisect_right(record.moves, seq)
    if moves not in record.parts:
        record.parts[moves] = components(plant.net, conducting(plant.net, _closed(record, plant, moves)))
    return record.parts[moves]


def _closed(record: Record, plant: Plant, moves: int) -> bytearray:
    net, shut = plant.net, record.events[0].data.get("closed")
    names = frozenset(shut or ())
    closed = bytearray(net.closed) if shut is None else bytearray(name in names for name in net.switch_ids)
    for seq in record.moves[:moves]:
        data = record.events[seq].data
        if data["switch"] in net.switch_index:
            closed[net.switch_index[data["switch"]]] = bool(data["closed"])
    return closed

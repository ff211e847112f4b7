"""How the network stands when the run ends: which part of it is dead together."""

from __future__ import annotations

from drillsim.findings.tracing.plant import Plant
from drillsim.findings.tracing.record import Record
from drillsim.network.topology import components, conducting


def dead_part(record: Record, plant: Plant, load: str) -> frozenset[str]:
    """Buses and branches joined to the load at the end, only for membership; empty where its bus is live, and only the
    load itself is off."""
    bus = plant.loads_bus.get(load)
    if bus is None:
        return frozenset()
    if record.parts is None:
        record.parts = _dead_parts(record, plant)
    return record.parts.get(bus, frozenset())


def _dead_parts(record: Record, plant: Plant) -> dict[str, frozenset[str]]:
    """Bus that is dead at the end → everything joined to it."""
    net = plant.net
    part_of, live = components(net, conducting(net, _closed(record, plant))), _live(record)
    nodes: dict[int, list[str]] = {}
    for node, part in enumerate(part_of):
        nodes.setdefault(part, []).append(net.element_id(node))
    parts = {part: frozenset(names) for part, names in nodes.items()}
    return {bus: parts[part_of[place]] for place, bus in enumerate(net.bus_ids) if bus not in live}


def _closed(record: Record, plant: Plant) -> bytearray:
    net, shut = plant.net, record.events[0].data.get("closed")
    names = frozenset(shut or ())
    closed = bytearray(net.closed) if shut is None else bytearray(name in names for name in net.switch_ids)
    for seq in record.world:
        event = record.events[seq]
        if event.type == "switch_moved" and event.data["switch"] in net.switch_index:
            closed[net.switch_index[event.data["switch"]]] = bool(event.data["closed"])
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

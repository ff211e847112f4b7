"""Which part of a large network a diagram shows: what the run touched, and the way from there to the feeders.

Up to `WHOLE` buses are drawn as they are. Beyond that, buses on the way that nothing happened to are drawn as one
shortened stretch, and how many buses are left out is said on the picture.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import replace

from drillsim.documents.pictures.diagram import Connection, Diagram, Part, connections, diagram
from drillsim.journal.record import Journal
from drillsim.journal.timeline import load_outages
from drillsim.schema.dossier import Dossier

WHOLE = 48
MOST_OF_INTEREST = 22


def excerpt(dossier: Dossier, journal: Journal) -> Diagram:
    """The whole network of a small customer; of a large one, the part this run was about."""
    if len(dossier.network.bus) <= WHOLE:
        return diagram(dossier)
    interest = _interest(dossier, journal)
    shown = diagram(dossier, _with_ways(dossier, interest))
    fixed = {*interest, *shown.sources}
    loads = {bus: names for bus, names in shown.loads.items() if bus in interest}
    return _shortened(replace(shown, loads=loads), fixed, _moved(journal), len(dossier.network.bus))


def _interest(dossier: Dossier, journal: Journal) -> list[str]:
    """Buses the run was about, most telling first: faults, operations, limited loads that went dark, other limits."""
    site = dossier.site
    dark = {load for load, spans in load_outages(journal).items() if spans}
    limited = [
        row
        for row in dossier.network.load
        if row.name in site.loads and site.loads[row.name].max_interruption is not None
    ]
    at = _buses_of(dossier)
    touched = [name for event in journal.of("switch_moved", "switch_stuck") for name in [event.data["switch"]]]
    faulted = [name for event in journal.of("fault_begins") for name in event.data["targets"]]
    found = [bus for name in (*faulted, *touched) for bus in at.get(name, ())]
    found += [row.bus for row in limited if row.name in dark] + [row.bus for row in limited if row.name not in dark]
    own = [each.bus for each in site.sources.values() if each.kind == "genset"]
    unlimited = [row.bus for row in dossier.network.load if row.name in dark]
    return list(dict.fromkeys((*found, *own, *unlimited)))[:MOST_OF_INTEREST]


def _buses_of(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    network = dossier.network
    found: dict[str, tuple[str, ...]] = {row.name: (row.name,) for row in network.bus}
    found.update({row.name: (row.bus,) for table in (network.load, network.ext_grid) for row in table})
    found.update({row.name: (row.from_bus, row.to_bus) for row in network.line})
    found.update({row.name: (row.hv_bus, row.lv_bus) for row in network.trafo})
    ends = dict(found)
    for row in network.switch:
        found[row.name] = tuple(
            dict.fromkeys((row.bus, *((row.element,) if row.et == "b" else ends.get(row.element, ()))))
        )
    return found


def _with_ways(dossier: Dossier, interest: list[str]) -> list[str]:
    """`interest` and the buses on the shortest way from each to a feeder."""
    towards = _towards_feeders(dossier)
    kept: dict[str, None] = {row.bus: None for row in dossier.network.ext_grid}
    for bus in interest:
        at: str | None = bus
        while at is not None and at not in kept:
            kept[at] = None
            at = towards.get(at)
    return list(kept)


def _towards_feeders(dossier: Dossier) -> dict[str, str]:
    near: dict[str, list[str]] = {row.name: [] for row in dossier.network.bus}
    for wire in connections(dossier):
        near[wire.a].append(wire.b)
        near[wire.b].append(wire.a)
    feeders = list(dict.fromkeys(row.bus for row in dossier.network.ext_grid))
    found: dict[str, str] = {}
    queue = deque(feeders)
    while queue:
        bus = queue.popleft()
        for other in near[bus]:
            if other not in found and other not in feeders:
                found[other] = bus
                queue.append(other)
    return found


def _moved(journal: Journal) -> frozenset[str]:
    return frozenset(event.data["switch"] for event in journal.of("switch_moved", "switch_stuck")) | frozenset(
        journal.initial.get("open", ())
    )


def _shortened(shown: Diagram, fixed: set[str], telling: frozenset[str], buses: int) -> Diagram:
    """Joins the two connections of every bus that is on the way only."""
    wires = list(shown.connections)
    layers = dict(shown.layers)
    for bus in sorted(layers, key=lambda each: layers[each]):
        at = [wire for wire in wires if bus in (wire.a, wire.b)]
        if bus in fixed or len(at) != 2:
            continue
        first, second = (wire if wire.b == bus else wire.turned() for wire in at)
        second = second.turned()
        if first.a == second.b:
            continue
        wires = [wire for wire in wires if wire not in at]
        wires.append(Connection(first.a, second.b, _joined((*first.parts, *second.parts), telling)))
        del layers[bus]
    wired = {end for wire in wires for end in (wire.a, wire.b)}
    layers = {bus: layer for bus, layer in layers.items() if bus in wired or bus in fixed}
    return Diagram(_tightened(layers), tuple(wires), shown.sources, shown.loads, buses - len(layers))


def _joined(parts: tuple[Part, ...], telling: frozenset[str]) -> tuple[Part, ...]:
    """Parts of a shortened stretch: transformers and telling switches stay, sections of line become one number."""
    kept = [part for part in parts if part.kind in ("trafo", "ups") or (part.is_switch and part.id in telling)]
    sections = sum(int(part.id) if part.kind == "many" else 1 for part in parts if part.kind in ("line", "many"))
    return (*kept, Part("many", str(sections))) if sections else tuple(kept)


def _tightened(layers: Mapping[str, int]) -> dict[str, int]:
    """Layers without the ones nothing is left in."""
    rank = {layer: place for place, layer in enumerate(sorted(set(layers.values())))}
    return {bus: rank[layer] for bus, layer in layers.items()}

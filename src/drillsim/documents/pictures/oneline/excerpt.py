"""The part of a large network a run was about: what it touched, and the way from there to the feeders.

Buses on the way that nothing happened to are drawn as one shortened stretch, and how many buses are left out is said
on the picture.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from drillsim.documents.pictures.oneline.diagram import Connection, Diagram, Part, connections, diagram, switches_of
from drillsim.journal import Journal, load_outages
from drillsim.plant import joined
from drillsim.schema import Dossier

MOST_OF_INTEREST = 22


def excerpt(
    dossier: Dossier, journal: Journal, most: int = MOST_OF_INTEREST, missed: frozenset[str] = frozenset()
) -> Diagram:
    """The diagram of what the run was about: the `most` buses that tell most, those of loads that `missed` a limit
    first, and the ways to them."""
    first = [row.bus for row in dossier.network.loads if row.name in missed]
    told = list(dict.fromkeys((*first, *_interest(dossier, journal))))
    return _narrowed(dossier, told[: max(most, len(set(first)))], _moved(journal))


def main_part(dossier: Dossier, most: int) -> Diagram:
    """The diagram of what the plan operates, as the files tell it whatever happens: the `most` first of the buses of
    own sources, transfers and switches of steps, and the ways to them; without what hangs on them."""
    switches = {row.name for row in dossier.network.switch}
    operated = [name for card in dossier.plan.all_cards() for step in card.steps for name in step.target]
    own = (name for transfer in dossier.site.transfers.values() for name in switches_of(transfer))
    telling = dict.fromkeys((*own, *(name for name in operated if name in switches)))
    at = _buses_of(dossier)
    interest = list(dict.fromkeys((*_own_buses(dossier), *(bus for name in telling for bus in at.get(name, ())))))
    found = _narrowed(dossier, interest[:most], frozenset(telling))
    return replace(found, hanging={})


def _own_buses(dossier: Dossier) -> list[str]:
    return [bus for each in dossier.site.sources.values() if (bus := getattr(each, "bus", None)) is not None]


def _narrowed(dossier: Dossier, interest: list[str], telling: frozenset[str]) -> Diagram:
    """These buses with what hangs on them, and the ways to them, on which the telling switches stand."""
    shown = diagram(dossier, _with_ways(dossier, interest))
    fixed = {*interest, *shown.sources, *shown.transformers}
    hanging = {bus: each for bus, each in shown.hanging.items() if bus in interest}
    return _shortened(replace(shown, hanging=hanging), fixed, telling, len(dossier.network.bus))


def _interest(dossier: Dossier, journal: Journal) -> list[str]:
    """Buses the run was about, most telling first: faults, operations, limited loads that went dark, other limits."""
    site = dossier.site
    dark = {load for load, spans in load_outages(journal).items() if spans}
    limited = [
        row
        for row in dossier.network.loads
        if row.name in site.loads and site.loads[row.name].max_interruption is not None
    ]
    at = _buses_of(dossier)
    touched = [str(event.data["switch"]) for event in journal.of("switch_moved", "switch_stuck")]
    zones = site.zones
    targets = [name for event in journal.of("fault_begins") for name in event.data["targets"]]
    faulted = [each for name in targets for each in (name, *(zones[name].contains if name in zones else ()))]
    found = [bus for name in faulted for bus in at.get(name, ())]
    found += [row.bus for row in limited if row.name in dark]
    found += [bus for name in touched for bus in at.get(name, ())]
    found += [row.bus for row in limited if row.name not in dark]
    own = _own_buses(dossier)
    unlimited = [row.bus for row in dossier.network.loads if row.name in dark]
    return list(dict.fromkeys((*found, *own, *unlimited)))


def _buses_of(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    network = dossier.network
    found: dict[str, tuple[str, ...]] = {row.name: (row.name,) for row in network.bus}
    found.update({row.name: (row.bus,) for table in (network.loads, network.ext_grid) for row in table})
    found.update({each.id: each.buses for each in joined(network)})
    ends = dict(found)
    for row in network.switch:
        found[row.name] = tuple(
            dict.fromkeys((row.bus, *((row.element,) if row.et == "b" else ends.get(row.element, ()))))
        )
    return found


def _with_ways(dossier: Dossier, interest: list[str]) -> list[str]:
    """`interest` and the nodes on the shortest way from each to a feeder."""
    towards = _towards_feeders(dossier)
    kept: dict[str, None] = {row.bus: None for row in dossier.network.ext_grid}
    for bus in interest:
        at: str | None = bus
        while at is not None and at not in kept:
            kept[at] = None
            at = towards.get(at)
    return list(kept)


def _towards_feeders(dossier: Dossier) -> dict[str, str]:
    """The next node on the way from each to a feeder: over closed switches where there is such a way."""
    opened = {row.name for row in dossier.network.switch if not row.closed}
    near: dict[str, list[tuple[str, bool]]] = {}
    for wire in connections(dossier):
        shut = not any(part.id in opened for part in wire.parts)
        near.setdefault(wire.a, []).append((wire.b, shut))
        near.setdefault(wire.b, []).append((wire.a, shut))
    feeders = list(dict.fromkeys(row.bus for row in dossier.network.ext_grid))
    found: dict[str, str] = {}
    for only_closed in (True, False):
        queue = deque((*feeders, *found))
        while queue:
            bus = queue.popleft()
            for other, shut in near.get(bus, ()):
                if other not in found and other not in feeders and (shut or not only_closed):
                    found[other] = bus
                    queue.append(other)
    return found


def _moved(journal: Journal) -> frozenset[str]:
    moved = frozenset(str(event.data["switch"]) for event in journal.of("switch_moved", "switch_stuck"))
    return moved | frozenset(journal.initial.get("open", ()))


def _shortened(shown: Diagram, fixed: set[str], telling: frozenset[str], buses: int) -> Diagram:
    """Joins the two connections of every bus that is on the way only."""
    wires = list(shown.connections)
    left = dict(shown.buses)
    for bus in shown.buses:
        at = [wire for wire in wires if bus in (wire.a, wire.b)]
        if bus in fixed or len(at) != 2:
            continue
        first, second = at[0] if at[0].b == bus else at[0].turned(), at[1] if at[1].a == bus else at[1].turned()
        if first.a == second.b:
            continue
        wires = [wire for wire in wires if wire not in at]
        wires.append(Connection(first.a, second.b, _joined((*first.parts, *second.parts), telling)))
        del left[bus]
    return replace(shown, buses=left, connections=tuple(wires), left_out=buses - len(left))


def _joined(parts: tuple[Part, ...], telling: frozenset[str]) -> tuple[Part, ...]:
    """Parts of a shortened stretch: bodies and telling switches stay, sections of line become one number."""
    bodies = ("trafo", "impedance", "ups")
    kept = [part for part in parts if part.kind in bodies or (part.is_switch and part.id in telling)]
    sections = sum(int(part.id) if part.kind == "many" else 1 for part in parts if part.kind in ("line", "many"))
    return (*kept, Part("many", str(sections))) if sections else tuple(kept)

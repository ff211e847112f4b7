"""Cuts a network into stations: what hangs together without a line is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drillsim.documents.pictures.oneline.circuits import Circuits, listed
from drillsim.documents.pictures.oneline.diagram import Connection, Diagram

LARGEST = 26
"""Bars of one station; one with more is cut at the bus ties of its highest voltages too."""


@dataclass(frozen=True, slots=True)
class Division:
    """A network in stations. Nodes that are listed under another are in no station."""

    stations: tuple[tuple[str, ...], ...]
    wires: Mapping[int, Connection]
    """All connections by number, but those to listed boards."""
    between: tuple[int, ...]
    """Numbers of the connections between two stations."""
    circuits: Mapping[str, Circuits]


def undivided(picture: Diagram) -> Division:
    """The whole network as one station (or as many as hang together)."""
    return _division(picture, cut=frozenset())


def divided(picture: Diagram) -> Division:
    """The network cut at its lines, and stations too large for one block at their bus ties, highest voltage first."""
    cut = frozenset(number for number, wire in enumerate(picture.connections) if wire.is_line)
    found = _division(picture, cut)
    for level in sorted(set(picture.buses.values()), reverse=True):
        large = {node for station in found.stations if len(station) > LARGEST for node in station}
        if not large:
            break
        cut |= {n for n, wire in found.wires.items() if _is_tie(picture, wire, level) and wire.a in large}
        found = _division(picture, cut)
    return found


def _is_tie(picture: Diagram, wire: Connection, kv: float) -> bool:
    buses = picture.buses
    at_level = buses.get(wire.a) == kv and buses.get(wire.b) == kv
    return at_level and all(part.is_switch for part in wire.parts)


def _division(picture: Diagram, cut: frozenset[int]) -> Division:
    wires = dict(enumerate(picture.connections))
    circuits = listed(picture, wires)
    boards = {board.bus for each in circuits.values() for board in each.boards}
    kept = {n: wire for n, wire in wires.items() if wire.a not in boards and wire.b not in boards}
    nodes = [node for node in picture.nodes if node not in boards]
    groups = _groups(nodes, (wire for n, wire in kept.items() if n not in cut))
    of = {node: place for place, group in enumerate(groups) for node in group}
    between = tuple(n for n, wire in kept.items() if of[wire.a] != of[wire.b])
    return Division(groups, kept, between, circuits)


def _groups(nodes: list[str], wires: Iterable[Connection]) -> tuple[tuple[str, ...], ...]:
    """Nodes that hang together, in file order."""
    near: dict[str, list[str]] = {node: [] for node in nodes}
    for wire in wires:
        near[wire.a].append(wire.b)
        near[wire.b].append(wire.a)
    place = {node: number for number, node in enumerate(nodes)}
    seen: set[str] = set()
    found = []
    for start in nodes:
        if start in seen:
            continue
        seen.add(start)
        stack, group = [start], []
        while stack:
            node = stack.pop()
            group.append(node)
            for other in near[node]:
                if other not in seen:
                    seen.add(other)
                    stack.append(other)
        found.append(tuple(sorted(group, key=lambda each: place[each])))
    return tuple(found)

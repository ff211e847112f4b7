"""What a one-line diagram shows, as plain values: buses, the connections between them, what hangs on each bus.

Buses stand in layers by their distance from the utility's feeders; a generating set's own bus stands one layer above
the board it feeds, as electricians draw it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from drillsim.schema.dossier import Dossier
from drillsim.schema.network import Network
from drillsim.schema.site import Ups


@dataclass(frozen=True, slots=True)
class Part:
    """One thing on a connection, from the first bus to the second: a switch, or the body of a branch."""

    kind: str
    """`CB`, `LS`, `LBS`, `DS` for switches; `line`, `trafo`, `ups`, `many` (a shortened stretch) for bodies."""
    id: str

    @property
    def is_switch(self) -> bool:
        return self.kind in ("CB", "LS", "LBS", "DS")


@dataclass(frozen=True, slots=True)
class Connection:
    """Two buses joined through `parts`, in order from `a` to `b`."""

    a: str
    b: str
    parts: tuple[Part, ...]

    def turned(self) -> Connection:
        """The same connection seen from the other end."""
        return Connection(self.b, self.a, self.parts[::-1])


@dataclass(frozen=True, slots=True)
class Diagram:
    """Everything drawn. Mappings are in file order."""

    layers: Mapping[str, int]
    connections: tuple[Connection, ...]
    sources: Mapping[str, tuple[str, ...]]
    """Bus → feeders and gensets at it."""
    loads: Mapping[str, tuple[str, ...]]
    """Bus → loads at it."""
    left_out: int = 0
    """Buses of the network that are not drawn."""


def diagram(dossier: Dossier, keep: Iterable[str] | None = None) -> Diagram:
    """The diagram of the customer's network; only the buses in `keep`, where given."""
    network = dossier.network
    kept = {row.name: None for row in network.bus} if keep is None else dict.fromkeys(keep)
    wires = tuple(wire for wire in connections(dossier) if wire.a in kept and wire.b in kept)
    sources = _sources(dossier, kept)
    gensets = {source.bus for source in dossier.site.sources.values() if source.kind == "genset"}
    return Diagram(
        layers=_layers(tuple(kept), wires, [row.bus for row in network.ext_grid if row.bus in kept], gensets),
        connections=wires,
        sources=sources,
        loads=_by_bus(((row.bus, row.name) for row in network.load), kept),
        left_out=len(network.bus) - len(kept),
    )


def connections(dossier: Dossier) -> tuple[Connection, ...]:
    """Every connection between two buses: switches, branches with the switches at their ends, UPSs."""
    network, site = dossier.network, dossier.site
    return (
        *_switches(network),
        *_branches(network),
        *(_ups(name, each) for name, each in site.sources.items() if isinstance(each, Ups)),
    )


def _switches(network: Network) -> Iterator[Connection]:
    for row in network.switch:
        if row.et == "b":
            yield Connection(row.bus, row.element, (Part(row.type, row.name),))


def _branches(network: Network) -> Iterator[Connection]:
    at: dict[tuple[str, str], list[Part]] = {}
    for row in network.switch:
        if row.et != "b":
            at.setdefault((row.element, row.bus), []).append(Part(row.type, row.name))
    for name, kind, a, b in _ends(network):
        yield Connection(a, b, (*at.get((name, a), ()), Part(kind, name), *at.get((name, b), ())))


def _ends(network: Network) -> Iterator[tuple[str, str, str, str]]:
    yield from ((row.name, "trafo", row.hv_bus, row.lv_bus) for row in network.trafo)
    for row in network.trafo3w:
        yield row.name, "trafo", row.hv_bus, row.mv_bus
        yield row.name, "trafo", row.hv_bus, row.lv_bus
    yield from ((line.name, "line", line.from_bus, line.to_bus) for line in network.line)


def _ups(name: str, ups: Ups) -> Connection:
    return Connection(ups.input, ups.output, (Part("ups", name),))


def _sources(dossier: Dossier, kept: Mapping[str, None]) -> Mapping[str, tuple[str, ...]]:
    feeders = ((row.bus, row.name) for row in dossier.network.ext_grid)
    gensets = ((each.bus, name) for name, each in dossier.site.sources.items() if each.kind == "genset")
    return _by_bus((*feeders, *gensets), kept)


def _by_bus(pairs: Iterable[tuple[str, str]], kept: Mapping[str, None]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for bus, name in pairs:
        if bus in kept:
            found.setdefault(bus, []).append(name)
    return {bus: tuple(names) for bus, names in found.items()}


def _layers(
    buses: tuple[str, ...], wires: tuple[Connection, ...], feeders: list[str], gensets: set[str]
) -> dict[str, int]:
    near: dict[str, list[str]] = {bus: [] for bus in buses}
    for wire in wires:
        near[wire.a].append(wire.b)
        near[wire.b].append(wire.a)
    lifted = {bus for bus in gensets if len(near.get(bus, ())) == 1 and bus not in feeders}
    layer: dict[str, int] = {}
    for start in (*dict.fromkeys(feeders), *(bus for bus in buses if bus not in lifted)):
        if start in layer:
            continue
        if start not in feeders and any(bus in layer for bus in feeders):
            _flood([start], near, layer, lifted)  # an island no feeder reaches: its own tree
        elif start in feeders:
            _flood(feeders, near, layer, lifted)
        else:
            _flood([start], near, layer, lifted)
    for bus in lifted & layer.keys() | {bus for bus in lifted if bus in near}:
        layer[bus] = layer.get(near[bus][0], 1) - 1
    lowest = min(layer.values(), default=0)
    return {bus: layer[bus] - lowest for bus in buses}


def _flood(starts: list[str], near: Mapping[str, list[str]], layer: dict[str, int], lifted: set[str]) -> None:
    queue = deque(dict.fromkeys(starts))
    layer.update(dict.fromkeys(queue, 0))
    while queue:
        bus = queue.popleft()
        for other in near[bus]:
            if other not in layer and other not in lifted:
                layer[other] = layer[bus] + 1
                queue.append(other)

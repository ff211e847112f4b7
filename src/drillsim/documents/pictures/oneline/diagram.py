"""The contents of a one-line diagram, as plain values: buses, what joins them, what hangs on each bus. No places yet.

Three-winding transformers are nodes like buses, because three connections meet in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from drillsim.plant import KINDS, joined, switch_kind
from drillsim.schema import AnyTransfer, Dossier, Network

T = TypeVar("T")
SWITCHES = tuple(KINDS)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing on a connection, from the first bus to the second: a switch, or the body of a branch."""

    kind: str
    """One of `SWITCHES`; `line`, `trafo`, `ups`, `ups_bypass`, `impedance`, `many` (a shortened stretch) for bodies."""
    id: str
    note: str = ""
    """The automatic transfer it belongs to: `ATS`, `STS`, `BZT`."""

    @property
    def is_switch(self) -> bool:
        return self.kind in SWITCHES


@dataclass(frozen=True, slots=True)
class Connection:
    """Two nodes joined through `parts`, in order from `a` to `b`."""

    a: str
    b: str
    parts: tuple[Part, ...]

    def turned(self) -> Connection:
        """The same connection seen from the other end."""
        return Connection(self.b, self.a, self.parts[::-1])

    @property
    def is_line(self) -> bool:
        """Return whether a line or cable is in it."""
        return any(part.kind in ("line", "many") for part in self.parts)


@dataclass(frozen=True, slots=True)
class Hanging:
    """One thing that hangs on a bus: `load`, `motor`, `shunt`, `earth_switch`, `portable`, `connection_point`."""

    kind: str
    id: str
    share_percent: float | None = None
    """Share of the load this cord carries; None where the load has one supply."""


@dataclass(frozen=True, slots=True)
class Diagram:
    """Everything drawn. Mappings are in file order."""

    buses: Mapping[str, float]
    """Bus → nominal voltage, kV."""
    transformers: tuple[str, ...]
    """Three-winding transformers, nodes of their own."""
    connections: tuple[Connection, ...]
    sources: Mapping[str, tuple[tuple[str, str], ...]]
    """Bus → (kind, id) of the feeders and gensets at it."""
    hanging: Mapping[str, tuple[Hanging, ...]]
    """Bus → what hangs on it."""
    open: frozenset[str] = frozenset()
    """Switches open in the network file: where rings are cut."""
    left_out: int = 0
    """Buses of the network that are not drawn."""

    @property
    def nodes(self) -> tuple[str, ...]:
        """Buses, then three-winding transformers."""
        return (*self.buses, *self.transformers)


def diagram(dossier: Dossier, keep: Iterable[str] | None = None) -> Diagram:
    """The diagram of the customer's network; only the nodes in `keep`, where given."""
    network = dossier.network
    kept = dict.fromkeys(keep) if keep is not None else None
    buses = {row.name: row.vn_kv for row in network.bus if kept is None or row.name in kept}
    stars = [each.id for each in joined(network) if len(each.buses) > 2]
    transformers = tuple(name for name in stars if kept is None or name in kept)
    nodes = {*buses, *transformers}
    return Diagram(
        buses=buses,
        transformers=transformers,
        connections=tuple(wire for wire in connections(dossier) if wire.a in nodes and wire.b in nodes),
        sources=_by_bus(_sources(dossier), buses),
        hanging=_by_bus(_hanging(dossier), buses),
        open=frozenset(row.name for row in network.switch if not row.closed),
        left_out=len(network.bus) - len(buses),
    )


def connections(dossier: Dossier) -> tuple[Connection, ...]:
    """Every connection between two nodes: switches, branches with the switches at their ends, UPSs."""
    parts = _switch_parts(dossier)
    network = dossier.network
    at: dict[tuple[str, str], list[Part]] = {}
    for row in network.switch:
        if row.et != "b":
            at.setdefault((row.element, row.bus), []).append(parts[row.name])
    return (
        *(Connection(row.bus, row.element, (parts[row.name],)) for row in network.switch if row.et == "b"),
        *(
            Connection(a, b, (*at.get((name, a), ()), Part(kind, name), *at.get((name, b), ())[::-1]))
            for name, kind, a, b in _branches(network)
        ),
        *(
            Connection(each.id, bus, tuple(at.get((each.id, bus), ())))
            for each in joined(network)
            if len(each.buses) > 2
            for bus in each.buses
        ),
        *_ups(dossier),
    )


def _switch_parts(dossier: Dossier) -> dict[str, Part]:
    devices, notes = dossier.site.devices, _notes(dossier)
    found = {}
    for row in dossier.network.switch:
        kind = switch_kind(devices.get(row.name), row.type)
        found[row.name] = Part(kind, row.name, notes.get(row.name, ""))
    return found


def _notes(dossier: Dossier) -> dict[str, str]:
    """Return the automatic transfer each switch belongs to."""
    found: dict[str, str] = {}
    for transfer in dossier.site.transfers.values():
        kind = "BZT" if transfer.kind == "bus_tie_transfer" else str(transfer.kind).upper()
        for name in switches_of(transfer):
            found.setdefault(name, kind)
    return found


def switches_of(transfer: AnyTransfer) -> tuple[str, ...]:
    """Return the switches of an automatic transfer."""
    ids = [getattr(transfer, field, None) for field in ("normal", "standby", "tie")]
    return tuple(name for name in (*ids, *getattr(transfer, "incomers", ())) if name)


def _branches(network: Network) -> Iterator[tuple[str, str, str, str]]:
    """Branches with two ends: transformers first."""
    two = [each for each in joined(network) if len(each.buses) == 2]
    for each in sorted(two, key=lambda each: not each.branch.has_windings):
        yield each.id, each.branch.kind, each.buses[0], each.buses[1]


def _ups(dossier: Dossier) -> Iterator[Connection]:
    for name, each in dossier.site.sources.items():
        if each.kind == "ups":
            yield Connection(each.input, each.output, (Part("ups", name),))
            bypass = getattr(each, "bypass", None)
            if bypass is not None and bypass != each.input:
                yield Connection(bypass, each.output, (Part("ups_bypass", f"{name} bypass"),))


def _sources(dossier: Dossier) -> Iterator[tuple[str, tuple[str, str]]]:
    yield from ((row.bus, ("feeder", row.name)) for row in dossier.network.ext_grid)
    for name, each in dossier.site.sources.items():
        bus = getattr(each, "bus", None)
        if bus is not None and each.kind not in ("feeder", "ups"):
            yield bus, (each.kind, name)


def _hanging(dossier: Dossier) -> Iterator[tuple[str, Hanging]]:
    network, site = dossier.network, dossier.site
    for row in network.loads:
        fact = site.loads.get(row.name)
        kind = "motor" if getattr(fact, "motor", None) is not None else "load"
        cords = getattr(fact, "cords", ())
        for cord in cords:
            yield cord.bus, Hanging(kind, row.name, float(cord.share_percent))
        if not cords:
            yield row.bus, Hanging(kind, row.name)
    yield from ((row.bus, Hanging("shunt", row.name)) for row in network.shunt)
    yield from ((earth.at, Hanging(earth.kind, name)) for name, earth in getattr(site, "earths", {}).items())
    ends = {row.name: (row.bus, row.element) for row in network.switch if row.et == "b"}
    for name, point in getattr(site, "connection_points", {}).items():
        box = next((bus for bus in ends.get(point.switch, ()) if bus != point.bus), point.bus)
        yield box, Hanging("connection_point", name)


def _by_bus(pairs: Iterable[tuple[str, T]], buses: Mapping[str, float]) -> Mapping[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for bus, each in pairs:
        if bus in buses:
            found.setdefault(bus, []).append(each)
    return {bus: tuple(each) for bus, each in found.items()}

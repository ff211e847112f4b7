"""The parts that went dead in one instant and hang together, each with the failures that border on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from drillsim.documents.pictures.oneline.diagram import Connection, Part, connections
from drillsim.schema import Dossier

if TYPE_CHECKING:
    from drillsim.documents.pictures.causes.failure import Failure

_TAKES_SUPPLY = ("source_lost", "source_stopped", "protection_trips", "battery_empty", "switch-opened")
"""Failures that take sections their supply."""


def dead_parts(
    dossier: Dossier, dead: tuple[str, ...], closed: frozenset[str], now: tuple[Failure, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[Failure, ...]]]:
    """Buses that hang together over closed switches, with those failures of the instant that border on them; with all
    of them where none does."""
    buses = {row.name for row in dossier.network.bus}
    wires = connections(dossier)
    able = tuple(each for each in now if each.kind.startswith("fault-") or each.kind in _TAKES_SUPPLY)
    told = tuple(each for each in able if each.kind != "switch-opened")
    for part in _parts([bus for bus in dead if bus in buses], wires, closed):
        near = {*part, *(p.id for wire in wires for p in wire.parts if wire.a in part or wire.b in part)}
        near |= {row.name for row in dossier.network.ext_grid if row.bus in part}
        near |= {name for name, each in dossier.site.sources.items() if getattr(each, "bus", None) in part}
        causes = tuple(each for each in able if near & {*each.ids})
        firm = tuple(each for each in causes if each.kind != "switch-opened")
        yield part, firm or causes or told


def _parts(dead: list[str], wires: Iterable[Connection], closed: frozenset[str]) -> Iterator[tuple[str, ...]]:
    near: dict[str, list[str]] = {bus: [] for bus in dead}
    for wire in wires:
        if all(_passes(part, closed) for part in wire.parts) and wire.a in near and wire.b in near:
            near[wire.a].append(wire.b)
            near[wire.b].append(wire.a)
    seen: set[str] = set()
    for start in dead:
        if start in seen:
            continue
        seen.add(start)
        stack, part = [start], set()
        while stack:
            bus = stack.pop()
            part.add(bus)
            stack += [other for other in near[bus] if other not in seen]
            seen.update(near[bus])
        yield tuple(bus for bus in dead if bus in part)


def _passes(part: Part, closed: frozenset[str]) -> bool:
    return part.kind not in ("ups", "ups_bypass") and (not part.is_switch or part.id in closed)

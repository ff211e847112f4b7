"""Ports on each bar: where wires, loads and sources meet it, and how wide it has to be for their labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from drillsim.documents.pictures.diagram import Connection, Diagram
from drillsim.documents.pictures.measure import em_width, shortened, wrapped
from drillsim.documents.pictures.placed import (
    DOWN_SLOT,
    LABEL_EM,
    SIZE,
    SLOT,
    TOP_SLOT,
    Placed,
    beside,
    is_dummy,
    same_row,
)

SOURCE_EM = 10.0
"""Names of sources wider than this are cut."""
STATE_EM = 4.0
"""Room for a source's state in either language."""


def place_ports(found: Placed, picture: Diagram, wires: Sequence[Connection]) -> None:
    """Widths of all bars and the ports on them."""
    place = {node: number for row in found.order for number, node in enumerate(row)}
    for row in found.order:
        for node in row:
            ups, downs = _touching(found, wires, node, place)
            if is_dummy(node):
                found.width[node] = 12.0
                found.up_port.update({(node, wire): 0.0 for wire in ups})
                found.down_port.update({(node, wire): 0.0 for wire in downs})
            else:
                _bar_ports(found, picture, node, ups, downs)


def _touching(
    found: Placed, wires: Sequence[Connection], node: str, place: Mapping[str, int]
) -> tuple[list[int], list[int]]:
    """Wires that reach `node` from above and from below (ties that are not drawn straight hang below)."""
    ups: list[tuple[int, int]] = []
    downs: list[tuple[int, int]] = []
    for number, chain in enumerate(found.chains):
        if node not in chain:
            continue
        at = chain.index(node)
        if len(chain) == 2 and same_row(found.order, *chain):
            if not beside(found.order, *chain):
                downs.append((place[chain[1 - at]], number))
            continue
        if at > 0:
            ups.append((place[chain[at - 1]], number))
        if at + 1 < len(chain):
            downs.append((place[chain[at + 1]], number))
    return [number for _, number in sorted(ups)], [number for _, number in sorted(downs)]


def bus_lines(bus: str) -> tuple[str, ...]:
    """A bus's name as it stands above its bar."""
    return wrapped(bus, LABEL_EM, 2) if em_width(bus) > LABEL_EM + 1 else (bus,)


def _label_width(bus: str) -> float:
    return max(em_width(line) for line in bus_lines(bus)) * SIZE + 7


def source_name(words: str) -> str:
    """A source's name as it stands above its symbol."""
    return shortened(words, SOURCE_EM)


def _bar_ports(found: Placed, picture: Diagram, bus: str, ups: list[int], downs: list[int]) -> None:
    """Ports from the left: below first the wires, then the loads; above sources and wires, then the bus's name."""
    loads, sources = picture.loads.get(bus, ()), picture.sources.get(bus, ())
    tops, room = _tops(sources, ups)
    below = DOWN_SLOT * len(downs) + SLOT * len(loads)
    last = room[-1] if room else 0.0
    above = last + max(_label_width(bus), _half(sources[-1]) if sources and not ups else 0.0)
    width = max(below, above + 2, 44.0)
    found.width[bus] = width
    shift = max(-width / 2, min(-(room[0] + last) / 2, width / 2 - above)) if room else 0.0
    for at, wire in zip(room, tops, strict=True):
        found.up_port[bus, wire] = shift + at
    centre = shift + room[0] if len(room) == 1 else 0.0
    left = max(-width / 2, min(centre - below / 2, width / 2 - below))
    for place, wire in enumerate(downs):
        found.down_port[bus, wire] = left + DOWN_SLOT * (place + 0.5)
    for place, load in enumerate(loads):
        found.load_port[load] = left + DOWN_SLOT * len(downs) + SLOT * (place + 0.5)


def _tops(sources: Sequence[str], ups: list[int]) -> tuple[list[int], list[float]]:
    """Ports on the upper side, sources first, with their distance from the left end of the bar."""
    tops = [*(-1 - place for place in range(len(sources))), *ups]
    halves = [*(_half(name) for name in sources), *(12.0 for _ in ups)]
    room: list[float] = []
    for place, half in enumerate(halves):
        room.append(room[-1] + max(TOP_SLOT, halves[place - 1] + half + 6) if room else half)
    return tops, room


def _half(source: str) -> float:
    """Half the room of a source's label; its state stands behind the name."""
    return (min(em_width(source), SOURCE_EM) + STATE_EM) * SIZE / 2


def straighten(found: Placed, picture: Diagram) -> None:
    """Moves ports along their bars where that takes a bend out of a wire and no other port is near."""
    for number, chain in enumerate(found.chains):
        if len(chain) == 2 and same_row(found.order, *chain):
            continue
        for upper, lower in pairwise(chain):
            bend = (
                found.center[lower]
                + found.up_port[lower, number]
                - found.center[upper]
                - found.down_port[upper, number]
            )
            if abs(bend) <= 0.5:
                continue
            if _down_free(found, picture, upper, number, found.down_port[upper, number] + bend):
                found.down_port[upper, number] += bend
            elif _up_free(found, lower, number, found.up_port[lower, number] - bend):
                found.up_port[lower, number] -= bend


def _down_free(found: Placed, picture: Diagram, bus: str, wire: int, offset: float) -> bool:
    wires = [at for (node, other), at in found.down_port.items() if node == bus and other != wire]
    loads = [found.load_port[load] for load in picture.loads.get(bus, ())]
    on_bar = not is_dummy(bus) and abs(offset) <= found.width[bus] / 2 - 4
    return (
        on_bar and all(abs(offset - at) >= 12 for at in wires) and all(abs(offset - at) >= SLOT / 2 + 4 for at in loads)
    )


def _up_free(found: Placed, bus: str, wire: int, offset: float) -> bool:
    others = [at for (node, other), at in found.up_port.items() if node == bus and other != wire]
    half = found.width[bus] / 2
    last = max((*others, offset))
    fits = not is_dummy(bus) and 4 - half <= offset and last + _label_width(bus) <= half + 8
    return fits and all(abs(offset - at) >= 0.9 * TOP_SLOT for at in others)

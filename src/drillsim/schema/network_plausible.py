"""Loads no transformer on their way could carry: kW typed for MW.

A load is held against the best way from any feeder, every switch closed and every element in service: the transformer
(or the parallel ones) that limits that way. A real overload stays below `TIMES`; a factor of a thousand does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from math import inf
from typing import Any, NamedTuple

from drillsim.schema.network import Network
from drillsim.schema.std_type import TypeTable, figures_of

TIMES = 10
"""So many times the rating that limits their way may a section's loads draw before kW must have been meant: assumed."""
_DRAWN: dict[str, tuple[str, ...]] = {
    "load": ("p_mw",),
    "asymmetric_load": ("p_a_mw", "p_b_mw", "p_c_mw"),
    "motor": ("pn_mech_mw",),
    "ward": ("ps_mw", "pz_mw"),
    "xward": ("ps_mw", "pz_mw"),
}
"""Tables that draw power, and the columns that say how much."""
_JOINS = (("line", ("from_bus", "to_bus")), ("impedance", ("from_bus", "to_bus")))
_RATINGS: dict[TypeTable, tuple[tuple[str, str], ...]] = {
    "trafo": (("hv_bus", "sn_mva"), ("lv_bus", "sn_mva")),
    "trafo3w": (("hv_bus", "sn_hv_mva"), ("mv_bus", "sn_mv_mva"), ("lv_bus", "sn_lv_mva")),
}


class TooMuch(NamedTuple):
    """A row that draws more than its way could ever carry."""

    table: str
    position: int
    key: str
    id: str
    mw: float
    limit_mva: float
    trafos: tuple[str, ...]
    """Transformers (ids) that limit the way."""


def too_much_drawn(network: Network) -> Iterator[TooMuch]:
    """Every row that draws more than the rating on its way, where its section as a whole draws over `TIMES` as much."""
    section = _sections(network)
    ways = _ways(network, section)
    for home, rows in _drawn(network, section).items():
        limit = ways.get(home)
        if limit is None or sum(each.mw for each in rows) <= TIMES * limit[0]:
            continue
        guilty = [each for each in rows if each.mw > limit[0]] or [max(rows, key=lambda each: each.mw)]
        yield from (each._replace(limit_mva=limit[0], trafos=limit[1]) for each in guilty)


def _sections(network: Network) -> dict[str, str]:
    """Bus → the bus that stands for all it is joined with but for transformers."""
    over = {bus.name: bus.name for bus in network.bus}

    def top(bus: str) -> str:
        while over[bus] != bus:
            over[bus] = over[over[bus]]
            bus = over[bus]
        return bus

    for one, other in _joined(network):
        if one in over and other in over:
            over[top(one)] = top(other)
    return {bus: top(bus) for bus in over}


def _joined(network: Network) -> Iterator[tuple[str, str]]:
    for table, (one, other) in _JOINS:
        for row in _rows(network, table):
            yield getattr(row, one), getattr(row, other)
    yield from ((switch.bus, switch.element) for switch in network.switch if switch.et == "b")


def _rows(network: Network, table: str) -> tuple[Any, ...]:
    return getattr(network, table, ())


def _drawn(network: Network, section: dict[str, str]) -> dict[str, list[TooMuch]]:
    found: dict[str, list[TooMuch]] = {}
    for table, keys in _DRAWN.items():
        for position, row in enumerate(_rows(network, table)):
            mw = sum(getattr(row, key, 0.0) or 0.0 for key in keys) * getattr(row, "scaling", 1.0)
            if row.bus in section and mw > 0:
                found.setdefault(section[row.bus], []).append(TooMuch(table, position, keys[0], row.name, mw, inf, ()))
    return found


def _ways(network: Network, section: dict[str, str]) -> dict[str, tuple[float, tuple[str, ...]]]:
    """Section → the rating that limits its best way from a feeder, MVA, and the transformers that have it."""
    links = _links(network, section)
    best: dict[str, tuple[float, tuple[str, ...]]] = {}
    pending = [(-inf, section[row.bus], ()) for row in network.ext_grid if row.bus in section]
    heap: list[tuple[float, str, tuple[str, ...]]] = sorted(set(pending))
    while heap:
        width, at, limit = heappop(heap)
        if at in best:
            continue
        best[at] = (-width, limit)
        for other, (mva, names) in links.get(at, {}).items():
            heappush(heap, (-mva, other, tuple(names)) if mva < -width else (width, other, limit))
    return best


def _links(network: Network, section: dict[str, str]) -> dict[str, dict[str, tuple[float, list[str]]]]:
    """Section → section → rating of all transformers between the two, MVA, and their ids."""
    links: dict[str, dict[str, tuple[float, list[str]]]] = {}
    for table, sides in _RATINGS.items():
        for row in _rows(network, table):
            figures = figures_of(network, table, row)
            ends = [(section.get(getattr(row, bus)), float(figures.get(rating, inf))) for bus, rating in sides]
            for one, _ in ends:
                for other, mva in ends:
                    if one is None or other is None or one == other:
                        continue
                    had, names = links.setdefault(one, {}).get(other, (0.0, []))
                    links[one][other] = (had + mva * getattr(row, "parallel", 1), [*names, row.name])
    return links

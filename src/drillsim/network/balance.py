"""Currents through bus-bus switches from the balance of powers: pandapower fuses such buses and reports NaN.

Buses joined by closed bus-bus switches have one voltage and are called a *point*, named by their lowest bus. A switch
whose opening would split its point carries what one side draws in sum. A switch in a loop of closed ones carries a
share nobody can tell without its impedance.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from drillsim.network.compiled import CompiledNetwork
from drillsim.network.topology import Flags


def tie_links(net: CompiledNetwork, links: Flags) -> tuple[int, ...]:
    """The conducting links between two buses, ascending."""
    buses = net.bus_count
    return tuple(link for link, (_, other) in enumerate(net.link_nodes) if links[link] and other < buses)


def bus_points(net: CompiledNetwork, links: Flags) -> tuple[int, ...]:
    """For each bus the lowest bus of its point; itself where no switch joins it to another."""
    point = list(range(net.bus_count))
    for link in tie_links(net, links):
        one, other = (_root(point, node) for node in net.link_nodes[link])
        point[max(one, other)] = min(one, other)
    return tuple(_root(point, bus) for bus in range(net.bus_count))


def _root(point: list[int], bus: int) -> int:
    while point[bus] != bus:
        bus = point[bus]
    return bus


def tie_currents(
    net: CompiledNetwork, links: Flags, drawn_va: Sequence[complex], volts: Sequence[float]
) -> dict[int, float | None]:
    """Amperes through each conducting bus-bus link; None in a loop of them.

    `drawn_va` is what leaves each bus otherwise (loads, shunts, branch ends, less sources), VA; `volts` line to line.
    """
    through = tie_sums(net, links, drawn_va)
    return {
        link: None if va is None else abs(va) / (sqrt(3) * volts[net.link_nodes[link][0]])
        for link, va in through.items()
    }


def tie_sums(net: CompiledNetwork, links: Flags, drawn: Sequence[complex]) -> dict[int, complex | None]:
    """Return the flow through each conducting bus-bus link, in the unit of `drawn`; None in a loop of them."""
    return {
        link: None if side is None else sum((drawn[bus] for bus in side), 0j)
        for link, side in tie_sides(net, links).items()
    }


def tie_sides(net: CompiledNetwork, links: Flags) -> dict[int, list[int] | None]:
    """For each conducting bus-bus link the buses its opening would part from the rest of the point; None in a loop."""
    ties = tie_links(net, links)
    beside: dict[int, list[tuple[int, int]]] = {}
    for link in ties:
        one, other = net.link_nodes[link]
        beside.setdefault(one, []).append((link, other))
        beside.setdefault(other, []).append((link, one))
    found: dict[int, list[int] | None] = {}
    for link in ties:
        start, end = net.link_nodes[link]
        side = _side(beside, start, link)
        found[link] = None if end in side else side
    return found


def _side(beside: dict[int, list[tuple[int, int]]], start: int, without: int) -> list[int]:
    """The buses tied to `start` when link `without` is open."""
    side = [start]
    for bus in side:
        for link, other in beside[bus]:
            if link != without and other not in side:
                side.append(other)
    return side

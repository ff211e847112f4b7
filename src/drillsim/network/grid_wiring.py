"""The part of an answer that depends on the switches alone, worked out once for each set of conducting links."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

import numpy as np

from drillsim.network.balance import bus_points, tie_sides
from drillsim.network.compiled import CompiledNetwork
from drillsim.network.grid_figures import GridFigures, Numbers, Places
from drillsim.network.grid_model import GridModel, Holders, Powers, Solved
from drillsim.network.island import Island


class Wiring:
    """One island's nodes and conducting links: its models by holders, and where its currents are read."""

    def __init__(self, figures: GridFigures, net: CompiledNetwork, island: Island) -> None:
        self._figures, self._island = figures, island
        self._models: dict[Holders, GridModel] = {}
        self.point = bus_points(net, island.links)
        self._points = _places(self.point)
        self.buses = [bool(each) for each in island.nodes[: net.bus_count]]
        self.branches = [bool(each) for each in island.nodes[net.bus_count :]]
        self.rated = [
            live and net.branch_at(node).has_rating for node, live in enumerate(self.branches, start=net.bus_count)
        ]
        self.live_buses = np.flatnonzero(self.buses)
        firsts = [*figures.branch_first_end.tolist(), len(figures.end_pole)]
        self.branch_ends = [
            (first, last) if live else (0, 0)
            for first, last, live in zip(firsts, firsts[1:], self.branches, strict=False)
        ]
        self._end_bus = _places(bus for bus, _ in net.link_nodes[: len(figures.end_pole)])
        self._read_ties(net, island)

    def _read_ties(self, net: CompiledNetwork, island: Island) -> None:
        sides = {link: side for link, side in tie_sides(net, island.links).items() if side is not None}
        self._ties = _places(sides)
        self._tie_v = np.array([net.bus_kv[net.link_nodes[link][0]] * 1e3 * sqrt(3) for link in sides])
        self._tie_bus = _places(net.link_nodes[link][0] for link in sides)
        self._side_buses = _places(bus for side in sides.values() for bus in side)
        self._side_firsts = _places(np.cumsum([0, *map(len, sides.values())])[:-1])
        self._switch_link = _places(net.switch_link)
        ends = len(self._figures.end_pole)
        self.told = [bool(island.links[link]) and (link < ends or link in sides) for link in net.switch_link]
        self._link_count = len(net.link_nodes)

    def model(self, holders: Holders) -> GridModel:
        """The model in which `holders` hold their voltage."""
        if holders not in self._models:
            self._models[holders] = GridModel(self._figures, self._island, self._points, holders)
        return self._models[holders]

    def passive(self, found: Solved) -> Powers:
        """Return the power that leaves each bus into branch ends and shunts, VA."""
        leaves: Powers = self._figures.shunt_va * found.vm_pu**2
        np.add.at(leaves, self._end_bus, found.end_va)
        return leaves

    def by_point(self, va: Powers) -> Powers:
        """`va` of the buses summed at the lowest bus of each point."""
        total = np.zeros(len(va), dtype=complex)
        np.add.at(total, self._points, va)
        return total

    def loading(self, found: Solved) -> Numbers:
        """Return the loading of each branch, per cent."""
        return np.maximum.reduceat(found.end_a * self._figures.end_percent_per_a, self._figures.branch_first_end)

    def switch_a(self, found: Solved, leaves_va: Powers) -> Numbers:
        """Through each switch, A; of any value where `told` says False."""
        link_a = np.zeros(self._link_count)
        link_a[: len(found.end_a)] = found.end_a
        through = np.add.reduceat(leaves_va[self._side_buses], self._side_firsts)
        link_a[self._ties] = np.abs(through) / (self._tie_v * found.vm_pu[self._tie_bus])
        return link_a[self._switch_link]


def _places(found: Iterable[int]) -> Places:
    return np.array(list(found), dtype=np.int64)

"""Short-circuit currents and the voltages left during a fault, from bus impedances.

The method of the equivalent voltage source (IEC 60909-0): the fault's own source alone, every other behind its
impedance. Loads and capacitances are left out. Voltages left are those of a network at nominal voltage before.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from drillsim.network.balance import bus_points, tie_sums
from drillsim.network.compiled import CompiledNetwork, compile_network
from drillsim.network.impedance import C_MAX, Leg, branch_legs, source_z
from drillsim.network.island import Island
from drillsim.schema import Network

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


Legs = tuple[tuple[Leg, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultLevel:
    """The effect of a three-phase short circuit. Indexed as the compiled network; None outside the island."""

    ik_a: float
    """Greatest initial short-circuit current, amperes: at the bus, at a line's middle, at a transformer's
    high-voltage terminals, at an impedance's first ones."""
    residual_pu: tuple[float | None, ...]
    """Voltage left at each bus while the fault lasts, per unit of nominal."""
    switch_a: tuple[float | None, ...]
    """Fault current through each closed switch, amperes; None also in a loop of closed bus-bus switches."""


class FaultStudy:
    """Short circuits in one network. Picklable; `fault` is pure."""

    def __init__(self, network: Network, net: CompiledNetwork | None = None) -> None:
        self.network = network
        self.net = net or compile_network(network)
        self._legs = branch_legs(network, self.net)

    def fault(self, island: Island, node: int) -> FaultLevel:
        """A three-phase short circuit at `node`, a bus or branch of the island.

        Raises: ValueError when the node is not in the island.
        """
        if not island.nodes[node]:
            raise ValueError(f"node {node} is not in the island")
        return _Fault(self.network, self.net, self._legs, island, node).level()


class _Fault:
    """One fault: nodes are the island's points (fused buses) and the inner nodes of its branches."""

    def __init__(self, network: Network, net: CompiledNetwork, legs: Legs, island: Island, node: int) -> None:
        self.network, self.net, self.island, self.node = network, net, island, node
        self.point = bus_points(net, island.links)
        self.ends = _ends(net, legs)
        self.at = node
        if net.is_bus(node):
            self.at = self.point[node]
        elif net.branch_at(node).is_lumped:
            self.at = self._terminal(node)

    def _terminal(self, branch: int) -> int:
        """The point at a faulted transformer's or reactor's first conducting end: the high-voltage one if joined."""
        link = next(
            link for link, (_, inner, _, _) in enumerate(self.ends) if inner == branch and self.island.links[link]
        )
        return self.point[self.ends[link][0]]

    def level(self) -> FaultLevel:
        import numpy as np

        volts = self._volts_per_ampere()
        at = volts[self.at]
        ik_pu = C_MAX / at
        base_a = [1e3 / (sqrt(3) * kv) for kv in self.net.bus_kv]
        drop = volts / at
        residual = tuple(
            round(float(abs(1 - drop[self.point[bus]])), 6) if self.island.nodes[bus] else None
            for bus in range(self.net.bus_count)
        )
        kv = self._kv_at()
        return FaultLevel(
            ik_a=round(float(np.abs(ik_pu)) * 1e3 / (sqrt(3) * kv), 2),
            residual_pu=residual,
            switch_a=self._switch_a(-C_MAX * drop, complex(ik_pu), base_a),
        )

    def _kv_at(self) -> float:
        if self.at < self.net.bus_count:
            return self.net.bus_kv[self.at]
        return next(self.net.bus_kv[bus] for bus, inner, _, _ in self.ends if inner == self.at)

    def _volts_per_ampere(self) -> NDArray[np.complex128]:
        """Voltage of every node per unit of current drawn at the fault: a column of the bus impedance matrix."""
        import numpy as np

        size = self.net.node_count
        y = np.zeros((size, size), dtype=complex)
        for link, (bus, inner, z, ratio) in enumerate(self.ends):
            if self.island.links[link]:
                point = self.point[bus]
                y[point, point] += 1 / z / ratio**2
                y[inner, inner] += 1 / z
                y[point, inner] -= 1 / z / ratio
                y[inner, point] -= 1 / z / ratio
        for source in self.island.sources:
            point = self.point[source.bus]
            y[point, point] += 1 / source_z(self.network, self.net, source)
        used = np.flatnonzero(y.diagonal())
        drawn = np.zeros(size, dtype=complex)
        drawn[self.at] = 1
        volts = np.zeros(size, dtype=complex)
        volts[used] = np.linalg.solve(y[np.ix_(used, used)], drawn[used])
        return volts

    def _switch_a(self, volts: NDArray[np.complex128], ik_pu: complex, base_a: list[float]) -> tuple[float | None, ...]:
        """Currents of the fault alone. `volts` are the changes of voltage it makes."""
        into = [0j] * len(self.ends)
        drawn = [0j] * self.net.bus_count
        for link, (bus, inner, z, ratio) in enumerate(self.ends):
            if self.island.links[link]:
                into[link] = complex((volts[self.point[bus]] / ratio - volts[inner]) / z / ratio)
        if self.net.is_bus(self.node):
            drawn[self.node] += ik_pu
        elif self.at < self.net.bus_count:
            first = next(
                n for n, (_, inner, _, _) in enumerate(self.ends) if inner == self.node and self.island.links[n]
            )
            into[first] += ik_pu
        for link, (bus, _, _, _) in enumerate(self.ends):
            drawn[bus] += into[link]
        for source in self.island.sources:
            z = source_z(self.network, self.net, source)
            drawn[source.bus] += complex(volts[self.point[source.bus]]) / z
        ties = tie_sums(self.net, self.island.links, drawn)
        found: list[float | None] = []
        for link in self.net.switch_link:
            bus = self.net.link_nodes[link][0]
            flow = ties.get(link) if link >= len(self.ends) else into[link]
            found.append(round(abs(flow) * base_a[bus], 2) if flow is not None and self.island.links[link] else None)
        return tuple(found)


End = tuple[int, int, complex, float]
"""Bus, inner node of the branch, impedance between, ratio at the bus."""


def _ends(net: CompiledNetwork, legs: Legs) -> list[End]:
    flat = [leg for branch in legs for leg in branch]
    return [(*net.link_nodes[link], leg.z_pu, leg.ratio) for link, leg in enumerate(flat)]

"""The parts that are one system for an earth fault (joined by metal, transformers keep apart), and the current it
draws."""

from __future__ import annotations

from math import pi, sqrt

from drillsim.network.compiled import CompiledNetwork
from drillsim.network.topology import Flags
from drillsim.schema import Network, figures_of


def galvanic(net: CompiledNetwork, links: Flags, start: int) -> tuple[int, ...]:
    """Nodes joined to `start` by conducting links without passing through a transformer, ascending.

    A transformer belongs to the system at whichever end one comes from; one that `start` names, to its first end's.
    """
    seen = {start}
    queue = [start]
    for node in queue:
        ways = [(link, other) for link, other in net.adjacent[node] if links[link]]
        if not net.is_bus(node) and _keeps_apart(net, node):
            ways = ways[:1] if node == start else []
        for _, other in ways:
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return tuple(sorted(seen))


def _keeps_apart(net: CompiledNetwork, node: int) -> bool:
    """Return whether the branch is a transformer; an impedance between two voltage levels stands for one."""
    return net.branch_at(node).has_windings or len({net.bus_kv[bus] for _, bus in net.adjacent[node]}) > 1


def capacitive_a(network: Network, net: CompiledNetwork, nodes: tuple[int, ...]) -> float:
    """Earth-fault current of an isolated system, A: √3 · U · ω · C of its lines at nominal voltage.

    A line's capacitance to earth is taken as the one its row names, which is exact for single-core screened cables and
    too much for others. A system compensated by a coil draws less.
    """
    amperes = 0.0
    for position, line in enumerate(network.line):
        if net.bus_count + position in nodes:
            per_km = figures_of(network, "line", line)["c_nf_per_km"]
            farad = float(per_km) * 1e-9 * line.length_km * line.parallel
            kv = net.bus_kv[net.bus_index[line.from_bus]]
            amperes += sqrt(3) * kv * 1e3 * 2 * pi * network.f_hz * farad
    return amperes

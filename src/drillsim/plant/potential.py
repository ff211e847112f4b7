"""No-load voltages: what feeders and transformers make of angle and size at a bus, before anything is joined.

Two live parts may be joined only where these agree. A transformer turns the angle by its vector group and changes the
size by its ratio and tap; lines and switches change neither. Where the next source is an engine or a UPS there is no
angle to go by, and nothing is said.
"""

from __future__ import annotations

import cmath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import degrees, radians

from drillsim.network import CompiledNetwork
from drillsim.schema import Figures, Network, figures_of

MOST_DEGREE = 10.0
"""Angle between two live parts beyond which they may not be joined. Assumed: below one clock number (30°)."""
MOST_RATIO = 0.03
"""Difference of size between two ways from one source. Assumed: one tap step (2.5 %) passes; for lasting parallel
operation 0.5 % is usual."""
MOST_VOLTAGE = 0.10
"""Difference of size between two feeders. Assumed: usual limit when a loop is closed."""


@dataclass(frozen=True, slots=True)
class Potential:
    """The voltage at a bus at no load."""

    kv: complex
    source: str
    """The nearest feeder."""
    over: str
    """The nearest transformer on the way there, or the feeder itself."""


def unlike(one: Potential, other: Potential) -> bool:
    """Return whether joining them is a short circuit, or near enough to one."""
    sizes = abs(one.kv), abs(other.kv)
    most = MOST_RATIO if one.source == other.source else MOST_VOLTAGE
    apart = abs(sizes[0] - sizes[1]) / max(sizes)
    return apart > most or abs(degrees(cmath.phase(one.kv / other.kv))) > MOST_DEGREE


class Potentials:
    """The no-load voltages of one customer's network."""

    def __init__(self, network: Network, net: CompiledNetwork) -> None:
        self._net = net
        self._factor = _factors(network, net)
        self._feeders: dict[int, list[tuple[str, complex]]] = {}
        rows = zip(net.source_ids, net.source_bus, net.source_vm_pu, net.source_va_degree, strict=True)
        for name, bus, pu, degree in rows:
            self._feeders.setdefault(bus, []).append((name, cmath.rect(pu * net.bus_kv[bus], radians(degree))))

    def at(self, links: bytes | bytearray, start: int, live: Mapping[int, tuple[str, ...]]) -> Potential | None:
        """Return the no-load voltage at node `start`; None where no feeder reaches it, or another source is nearer.

        `live`: the live sources at each node.
        """
        net, way = self._net, {start: (1.0 + 0j, "")}
        queue = [start]
        for node in queue:
            factor, over = way[node]
            if node in live:
                found = [each for each in self._feeders.get(node, ()) if each[0] in live[node]]
                return Potential(found[0][1] * factor, found[0][0], over or found[0][0]) if found else None
            for link, other in net.adjacent[node]:
                if links[link] and other not in way:
                    turned = factor * self._step(link, node)
                    through = net.element_id(other) if not net.is_bus(other) and self._turns(other) else ""
                    way[other] = turned, over or through
                    queue.append(other)
        return None

    def _step(self, link: int, node: int) -> complex:
        """The voltage at `node` over that at the other side of the link."""
        factor = self._factor.get(link, 1.0 + 0j)
        return factor if self._net.is_bus(node) else 1 / factor

    def _turns(self, branch: int) -> bool:
        return any(link in self._factor for link, _ in self._net.adjacent[branch])


def _factors(network: Network, net: CompiledNetwork) -> dict[int, complex]:
    """Links of transformer ends with the voltage at the end's bus over that at the branch node, kV over kV."""
    found: dict[int, complex] = {}
    for row in network.trafo:
        figures = figures_of(network, "trafo", row)
        _end(net, found, row.name, row.lv_bus, _over(figures, "lv", "shift_degree", row.tap_pos))
    for three in network.trafo3w:
        figures = figures_of(network, "trafo3w", three)
        for side, bus in (("mv", three.mv_bus), ("lv", three.lv_bus)):
            _end(net, found, three.name, bus, _over(figures, side, f"shift_{side}_degree", three.tap_pos))
    return found


def _end(net: CompiledNetwork, found: dict[int, complex], branch: str, bus: str, factor: complex) -> None:
    ends = net.bus_index[bus], net.node(branch)
    found.update({link: factor for link, nodes in enumerate(net.link_nodes) if nodes == ends})


def _over(figures: Figures, side: str, shift: str, tap_pos: int | None) -> complex:
    """The no-load voltage of a lower side over that of the high side."""
    size = _rated(figures, side, tap_pos) / _rated(figures, "hv", tap_pos)
    turn = _number(figures, shift) or _of_vector_group(figures)
    steps = (tap_pos or 0) - _number(figures, "tap_neutral") if tap_pos is not None else 0.0
    sign = 1.0 if figures.get("tap_side") == "hv" else -1.0
    return cmath.rect(size, -radians(turn + sign * steps * _number(figures, "tap_step_degree")))


def _rated(figures: Figures, side: str, tap_pos: int | None) -> float:
    rated = _number(figures, f"vn_{side}_kv") or 1.0
    if tap_pos is None or figures.get("tap_side") != side:
        return rated
    return rated * (1 + (tap_pos - _number(figures, "tap_neutral")) * _number(figures, "tap_step_percent") / 100)


def _of_vector_group(figures: Figures) -> float:
    """The angle by the clock number of a two-winding vector group (Dyn11: 330°); 0 where it names none."""
    clock = re.fullmatch(r"[A-Za-z]+(\d{1,2})", str(figures.get("vector_group", "")).strip())
    return float(clock[1]) * 30 if clock else 0.0


def _number(figures: Figures, key: str) -> float:
    value = figures.get(key)
    return float(value) if value is not None and value != "" else 0.0

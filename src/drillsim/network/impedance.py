"""Short-circuit impedances of branches and sources, per unit of 1 MVA, as IEC 60909-0 has them for greatest currents.

Transformers carry the correction factor K_T (6.3.3) and stand at nominal ratio, capacitances and loads are left out,
as pandapower.shortcircuit does; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import copysign, sqrt

from drillsim.network.compiled import CompiledNetwork
from drillsim.network.island import Source
from drillsim.schema import Impedance, Line, Network, Trafo, Trafo3w, figures_of

_NOTHING = 1e-9
"""Stands for the impedance of a branch that has none."""
C_MAX = 1.1
"""Voltage factor for greatest currents (IEC 60909-0 table 1; low voltage with +10 % tolerance)."""
R_OVER_X_LV, R_OVER_X_HV = 0.15, 0.07
"""R over X''d of generators up to and above 1 kV (IEC 60909-0, 6.6.1, below 100 MVA)."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One end of a branch: from its bus to the branch's inner node. `ratio` is the bus side's turns over nominal."""

    z_pu: complex
    ratio: float


def branch_legs(network: Network, net: CompiledNetwork) -> tuple[tuple[Leg, ...], ...]:
    """For each branch a leg for each of its ends, in the order of its links.

    The inner node of a line or impedance is its middle, of a transformer a point beyond its low-voltage winding's
    impedance or the star point of three: where the parts meet does not matter to anything outside.
    """
    kv = dict(zip(net.bus_ids, net.bus_kv, strict=True))
    return (
        *(_line(network, line, kv) for line in network.line),
        *(_trafo(network, trafo, kv) for trafo in network.trafo),
        *(_trafo3w(network, trafo, kv) for trafo in network.trafo3w),
        *(_impedance(row) for row in network.impedance),
    )


def _number(figures: dict[str, float | str], key: str) -> float:
    value = figures[key]
    assert isinstance(value, float | int)
    return float(value)


def _line(network: Network, line: Line, kv: dict[str, float]) -> tuple[Leg, ...]:
    figures = figures_of(network, "line", line)
    ohm = complex(_number(figures, "r_ohm_per_km"), _number(figures, "x_ohm_per_km")) * line.length_km / line.parallel
    half = Leg((ohm / kv[line.from_bus] ** 2 / 2) or complex(0, _NOTHING), 1.0)
    return half, half


def _impedance(row: Impedance) -> tuple[Leg, ...]:
    """As its first end sees it: pandapower's short circuits take no other either."""
    half = Leg((complex(row.rft_pu, row.xft_pu) / row.sn_mva / 2) or complex(0, _NOTHING), 1.0)
    return half, half


def _corrected(vk: float, vkr: float) -> complex:
    """R + jX of a transformer in per cent of its rating, times K_T."""
    x = sqrt(max(vk**2 - vkr**2, 0.0))
    return complex(vkr, copysign(x, vk)) * 0.95 * C_MAX / (1 + 0.6 * x / 100)


def _trafo(network: Network, trafo: Trafo, kv: dict[str, float]) -> tuple[Leg, ...]:
    figures = figures_of(network, "trafo", trafo)
    percent = _corrected(_number(figures, "vk_percent"), _number(figures, "vkr_percent"))
    hv, lv = _number(figures, "vn_hv_kv") / kv[trafo.hv_bus], _number(figures, "vn_lv_kv") / kv[trafo.lv_bus]
    z = percent / 100 / _number(figures, "sn_mva") / trafo.parallel
    return Leg(z / 2, hv), Leg(z / 2, lv)


def _trafo3w(network: Network, trafo: Trafo3w, kv: dict[str, float]) -> tuple[Leg, ...]:
    figures = figures_of(network, "trafo3w", trafo)
    rating = {side: _number(figures, f"sn_{side}_mva") for side in ("hv", "mv", "lv")}
    between = {}
    for pair, given in ((("hv", "mv"), "hv"), (("mv", "lv"), "mv"), (("hv", "lv"), "lv")):
        percent = _corrected(_number(figures, f"vk_{given}_percent"), _number(figures, f"vkr_{given}_percent"))
        between[pair] = percent / 100 / min(rating[side] for side in pair)
    hv_mv, mv_lv, hv_lv = between["hv", "mv"], between["mv", "lv"], between["hv", "lv"]
    star = {"hv": hv_mv + hv_lv - mv_lv, "mv": hv_mv + mv_lv - hv_lv, "lv": hv_lv + mv_lv - hv_mv}
    buses = {"hv": trafo.hv_bus, "mv": trafo.mv_bus, "lv": trafo.lv_bus}
    return tuple(Leg(star[side] / 2, _number(figures, f"vn_{side}_kv") / kv[buses[side]]) for side in star)


def source_z(network: Network, net: CompiledNetwork, source: Source) -> complex:
    """Impedance of a source, per unit: a feeder's from its fault level, an own one's from X''d and its rating."""
    if source.kind == "feeder":
        rx = network.ext_grid[net.source_index[source.id]].rx_max
        x = C_MAX / (source.rated_va / 1e6) / sqrt(1 + rx**2)
        return complex(rx * x, x)
    x = source.xdss_pu / (source.rated_va / 1e6)
    return complex((R_OVER_X_LV if net.bus_kv[source.bus] <= 1 else R_OVER_X_HV) * x, x)

"""Thirty pandapower files nobody here drew: those pandapower ships, what its grid equivalents make of them, and small
ones in its words with the elements its examples do not have twice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandapower as pp
import pandapower.grid_equivalents as ge
import pandapower.networks as pn


def equivalent(of: Callable[[], pp.pandapowerNet], kind: str, boundary: list[int]) -> pp.pandapowerNet:
    """Return what pandapower makes of the part of a network beyond `boundary`, seen from its first bus."""
    found: pp.pandapowerNet = ge.get_equivalent(of(), kind, boundary, [0])
    return found


def plant(windings: int, *, uneven: bool) -> pp.pandapowerNet:
    """A works at 110 kV: `windings` transformers of three windings, reactors, motors, a battery, houses by phases."""
    net = pp.create_empty_network()
    grid = pp.create_bus(net, 110, name="grid end")
    pp.create_ext_grid(net, grid, name="grid", s_sc_max_mva=2500, rx_max=0.1)
    for n in range(windings):
        medium, low, section, hall = (pp.create_bus(net, kv) for kv in (20, 10, 20, 10))
        pp.create_transformer3w(net, grid, medium, low, "63/25/38 MVA 110/20/10 kV", name=f"T{n}")
        pp.create_switch(net, grid, n, et="t3", type="CB", name=f"{n}01")
        pp.create_impedance(net, medium, section, 0.002, 0.06, 20, rtf_pu=0.004 if uneven else None, name=f"XR{n}")
        pp.create_switch(net, low, hall, et="b", type="CB", name=f"{n}21")
        pp.create_motor(net, hall, pn_mech_mw=3.2, cos_phi=0.9, efficiency_percent=96, loading_percent=75, name=f"M{n}")
        pp.create_asymmetric_load(net, section, p_a_mw=1, p_b_mw=2, p_c_mw=1.5, q_b_mvar=0.4, name=f"houses {n}")
        pp.create_storage(net, hall, p_mw=1.0, max_e_mwh=4, name=f"battery {n}")
        pp.create_shunt(net, section, q_mvar=-2.0, name=f"bank {n}")
        pp.create_ward(net, hall, 1.0, 0.3, 0.4, -0.1, name=f"beyond {n}")
    return net


def spurs(reactance: float) -> pp.pandapowerNet:
    """Two feeders, a ring with a series capacitor in it, and a spur whose switch stands open."""
    net = pp.create_empty_network()
    buses = [pp.create_bus(net, 20, name=f"N{n}") for n in range(6)]
    for bus, name in ((buses[0], "east"), (buses[3], "west")):
        pp.create_ext_grid(net, bus, name=name, s_sc_max_mva=400, rx_max=0.2)
    for one, other in ((0, 1), (1, 2), (3, 2)):
        pp.create_line_from_parameters(net, buses[one], buses[other], 4.0, 0.12, 0.11, 250, 0.4)
    pp.create_line_from_parameters(net, buses[2], buses[4], 1.0, 0.05, reactance, 0, 0.4, name="series capacitor")
    pp.create_switch(net, buses[4], buses[5], et="b", closed=False)
    for bus, mw in ((1, 1.2), (4, 2.0), (5, 0.3)):
        pp.create_load(net, buses[bus], mw, mw / 4)
    return net


FILES: dict[str, Callable[[], pp.pandapowerNet]] = {
    "multivoltage": pn.example_multivoltage,
    "simple": pn.example_simple,
    "cigre-mv-all": lambda: pn.create_cigre_network_mv(with_der="all"),
    "cigre-mv": pn.create_cigre_network_mv,
    "cigre-lv": pn.create_cigre_network_lv,
    "open-ring": pn.simple_mv_open_ring_net,
    "four-bus": pn.simple_four_bus_system,
    "four-loads": pn.panda_four_load_branch,
    "branches-out": pn.four_loads_with_branches_out,
    "overhead-1": pn.create_kerber_landnetz_freileitung_1,
    "overhead-2": pn.create_kerber_landnetz_freileitung_2,
    "cables-1": pn.create_kerber_landnetz_kabel_1,
    "cables-2": pn.create_kerber_landnetz_kabel_2,
    "extreme-cables": pn.kb_extrem_landnetz_kabel,
    "village": pn.create_kerber_dorfnetz,
    "voltage-control": pn.create_synthetic_voltage_control_lv_network,
    "case5": pn.case5,
    "case6ww": pn.case6ww,
    "case9": pn.case9,
    "case14": pn.case14,
    "case33bw": pn.case33bw,
    "case-ieee30": pn.case_ieee30,
    "wards-of-case9": partial(equivalent, pn.case9, "ward", [4, 8]),
    "wards-of-case14": partial(equivalent, pn.case14, "ward", [3, 4]),
    "xwards-of-case9": partial(equivalent, pn.case9, "xward", [4, 8]),
    "xwards-of-case30": partial(equivalent, pn.case30, "xward", [3, 5]),
    "rei-of-case9": partial(equivalent, pn.case9, "rei", [4, 8]),
    "rei-of-case14": partial(equivalent, pn.case14, "rei", [3, 4]),
    "one-plant": partial(plant, 1, uneven=False),
    "two-plants": partial(plant, 2, uneven=True),
    "capacitor": partial(spurs, -0.4),
    "shunts-by-phase": pn.ieee_european_lv_asymmetric,
    "oberrhein": pn.mv_oberrhein,
    "schutterwald": pn.lv_schutterwald,
}
"""Name → what makes the net; the last three are large."""
LARGE = ("shunts-by-phase", "oberrhein", "schutterwald")
RARE = ("trafo3w", "impedance", "motor", "ward", "xward", "asymmetric_load", "storage", "shunt")

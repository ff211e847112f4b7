"""Branch figures as pandapower works them out, as plain arrays: what power-grid-model is built from.

A *pole* is an end of one of pandapower's own branches: a three-winding transformer is three of them that meet in a
*star*, a node of its own that no switch can part from them. Nodes are the buses and, after them, the stars.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import pi
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from drillsim.network.compiled import CompiledNetwork
from drillsim.schema import BRANCH, BRANCH_KINDS, BRANCHES, Network

if TYPE_CHECKING:
    from pandapower import pandapowerNet

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class GridFigures:
    """Plain arrays: made once by pandapower, sent to workers that never import it. Never written to."""

    node_v: Numbers
    """Nominal voltage of every node, V: buses, then stars."""
    from_node: Places
    to_node: Places
    from_link: Places
    """The compiled link at the from pole; -1 where the pole is in a star."""
    to_link: Places
    r_ohm: Numbers
    """Series impedance and shunt admittance of the π, seen from the to side."""
    x_ohm: Numbers
    g_s: Numbers
    b_s: Numbers
    ratio: Numbers
    """Off-nominal turns ratio at the from pole."""
    shift_rad: Numbers
    end_pole: Places
    """For each branch end, in the order of the links: its place in (all from poles, all to poles)."""
    end_percent_per_a: Numbers
    """Loading by the current at each branch end, per cent of the branch's rating an ampere; NaN without a rating."""
    branch_first_end: Places
    """For each branch its first end."""
    shunt_va: NDArray[np.complex128]
    """Power the shunts at each bus draw at nominal voltage, VA."""
    beyond: tuple[int, ...] = ()
    """Nodes of the compiled network that power-grid-model has no model for, in service or not: buses of extended wards,
    impedances whose ends see them differently."""


def grid_figures(network: Network, net: CompiledNetwork) -> GridFigures:
    """The figures of `network`. Imports pandapower (over two seconds)."""
    from pandapower.converter.pypower.to_ppc import to_ppc
    from pandapower.pd2ppc import _pd2ppc

    from drillsim.network.pandapower_net import build_engine

    engine = build_engine(network, net)
    engine["xward"] = engine.xward.iloc[:0]  # islands with one are pandapower's
    for table in ("bus", *BRANCH_KINDS, "ext_grid"):
        engine[table]["in_service"] = True
    engine.switch["closed"] = engine.switch["et"] != "b"
    to_ppc(engine, init="flat", mode="pf", calculate_voltage_angles=True, check_connectivity=False)
    ppc, _ = _pd2ppc(engine)  # to_ppc set the options; what it gives back lacks columns and knows no bus by its row
    return _read(engine, ppc, net, _beyond(network, net))


def _beyond(network: Network, net: CompiledNetwork) -> tuple[int, ...]:
    wards = (net.bus_index[row.bus] for row in network.xward if row.in_service)
    uneven = (net.node(row.name) for row in network.impedance if not row.is_symmetric)
    return (*wards, *uneven)


def _read(engine: pandapowerNet, ppc: dict[str, Any], net: CompiledNetwork, beyond: tuple[int, ...]) -> GridFigures:
    from pandapower.pypower import idx_brch as col
    from pandapower.pypower.idx_bus import BASE_KV, BS, GS

    bus, branch = ppc["bus"], ppc["branch"].real
    node = _nodes(engine, len(bus), net)
    kv = bus[np.argsort(node), BASE_KV].astype(float)
    from_node, to_node = (node[branch[:, side].astype(np.int64)] for side in (col.F_BUS, col.T_BUS))
    from_link, to_link = _poles(net)
    ohm = kv[to_node] ** 2 / engine.sn_mva
    tap = branch[:, col.TAP]
    return GridFigures(
        node_v=kv * 1e3,
        from_node=from_node,
        to_node=to_node,
        from_link=from_link,
        to_link=to_link,
        r_ohm=branch[:, col.BR_R] * ohm,
        x_ohm=branch[:, col.BR_X] * ohm,
        g_s=branch[:, col.BR_G] / ohm,
        b_s=branch[:, col.BR_B] / ohm,
        ratio=np.where(tap == 0, 1.0, tap),
        shift_rad=branch[:, col.SHIFT] * pi / 180,
        end_pole=_end_pole(from_link, to_link),
        end_percent_per_a=_percent_per_a(engine),
        branch_first_end=_first_ends(net),
        shunt_va=_by_bus((bus[:, GS] - 1j * bus[:, BS]) * 1e6, node, net),
        beyond=beyond,
    )


def _nodes(engine: pandapowerNet, count: int, net: CompiledNetwork) -> Places:
    """For each of pandapower's `count` inner buses its node: the bus it stands for, or a star."""
    node = np.full(count, -1, dtype=np.int64)
    node[engine._pd2ppc_lookups["bus"][: net.bus_count]] = np.arange(net.bus_count)
    node[node < 0] = np.arange(net.bus_count, len(node))
    return node


def _poles(net: CompiledNetwork) -> tuple[Places, Places]:
    """The link at the from and at the to pole of each of pandapower's branches.

    They come kind by kind; of the three-winding transformers all high-voltage branches, all middle, all low.
    """
    starts, stops, first = [], [], 0
    for each in BRANCHES:
        ends = len(each.ends)
        links = np.arange(first, first + ends * net.branch_kinds.count(each.kind), dtype=np.int64).reshape(-1, ends)
        star = np.full(len(links), -1, dtype=np.int64)
        starts += [links[:, 0]] if ends == 2 else [links[:, 0], star, star]
        stops += [links[:, 1]] if ends == 2 else [star, links[:, 1], links[:, 2]]
        first += links.size
    return np.concatenate(starts), np.concatenate(stops)


def _end_pole(from_link: Places, to_link: Places) -> Places:
    links = np.concatenate([from_link, to_link])
    poles = np.flatnonzero(links >= 0)
    return poles[np.argsort(links[poles])]


def _percent_per_a(engine: pandapowerNet) -> Numbers:
    """As pandapower's results have it with `trafo_loading="current"`."""
    line, trafo, three = engine.line, engine.trafo, engine.trafo3w
    of_line = 0.1 / _column(line, "max_i_ka") / _column(line, "df") / _column(line, "parallel")
    of_trafo = [
        _column(trafo, f"vn_{side}_kv") / _column(trafo, "sn_mva") / _column(trafo, "parallel") / _column(trafo, "df")
        for side in ("hv", "lv")
    ]
    of_three = [_column(three, f"vn_{side}_kv") / _column(three, f"sn_{side}_mva") for side in ("hv", "mv", "lv")]
    windings = [np.stack(each, 1).ravel() * 3**0.5 * 0.1 for each in (of_trafo, of_three)]
    return np.concatenate([np.repeat(of_line, 2), *windings, np.full(2 * len(engine.impedance), np.nan)])


def _column(table: Any, name: str) -> Numbers:
    found: Numbers = table[name].to_numpy(dtype=float)
    return found


def _first_ends(net: CompiledNetwork) -> Places:
    ends = [len(BRANCH[kind].ends) for kind in net.branch_kinds]
    return np.cumsum([0, *ends], dtype=np.int64)[:-1]


def _by_bus(va: NDArray[np.complex128], node: Places, net: CompiledNetwork) -> NDArray[np.complex128]:
    found: NDArray[np.complex128] = va[np.argsort(node)][: net.bus_count]
    return found

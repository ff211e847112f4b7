"""Reactors, equivalents, motors, batteries and loads by phases: taken as pandapower takes them, by both engines."""

from __future__ import annotations

import math

import numpy as np
import pandapower as pp
import pandapower.shortcircuit as sc
import pytest

from drillsim.network import (
    FaultStudy,
    FlowResult,
    GridModelFlow,
    Island,
    PandapowerFlow,
    compile_network,
    file_demand,
    galvanic,
    live_islands,
)
from drillsim.network.pandapower_net import build_net
from drillsim.network.topology import conducting
from drillsim.schema.network import Network, Xward
from helpers.grids import grid, reactors
from helpers.island_states import as_it_stands, feeders, own
from unit.network.test_two_engines import assert_agree, compared

Engine = type[PandapowerFlow] | type[GridModelFlow]
ENGINES = pytest.mark.parametrize("engine", [PandapowerFlow, GridModelFlow])


def with_xward(network: Network) -> Network:
    """With an extended ward at `l2`, which holds reactive power up."""
    row = {"name": "beyond", "bus": "l2", "ps_mw": 0.4, "qs_mvar": 0.1, "pz_mw": 0.2, "qz_mvar": 0.1, "r_ohm": 0.2,
           "x_ohm": 3.0, "vm_pu": 1.01}  # fmt: skip
    return network.model_copy(update={"xward": (Xward.model_validate(row),)})


def uneven(network: Network) -> Network:
    """With a reactor whose ends see it differently."""
    first, *others = network.impedance
    other = first.model_copy(update={"rtf_pu": 0.005, "xtf_pu": 0.09, "bf_pu": 0.002})
    return network.model_copy(update={"impedance": (other, *others)})


def capacitor(network: Network) -> Network:
    """With a series capacitor between the works' buses: a line of negative reactance."""
    row = {"name": "series", "from_bus": "m1", "to_bus": "c1", "length_km": 1.0, "r_ohm_per_km": 0.01,
           "x_ohm_per_km": -0.4, "c_nf_per_km": 0.0, "max_i_ka": 0.6}  # fmt: skip
    tree = network.model_dump(exclude_none=True)
    tree["line"] = [row]
    tree["bus"] = [*tree["bus"], {"name": "c1", "vn_kv": 10.0}]
    tree["load"] = [*tree["load"], {"name": "beyond-c", "bus": "c1", "p_mw": 3.0, "q_mvar": 1.0}]
    return Network.model_validate(tree)


CASES = {
    "as drawn": reactors(),
    "extended ward": with_xward(reactors()),
    "uneven reactor": uneven(reactors()),
    "series capacitor": capacitor(reactors()),
}


@ENGINES
@pytest.mark.parametrize("case", CASES)
def test_voltages_and_currents_are_pandapowers(case: str, engine: Engine) -> None:
    network = CASES[case]
    reference = build_net(network)
    pp.runpp(reference, numba=False, calculate_voltage_angles=True)
    net = compile_network(network)
    islands = [island for island in as_it_stands(net) if len([n for n in island.nodes if n]) > 1]
    (answer,) = [engine(network, net).solve(island) for island in islands]
    assert isinstance(answer, FlowResult)
    vm_pu = np.array([math.nan if vm is None else vm for vm in answer.vm_pu])
    live = ~np.isnan(vm_pu)
    assert live.sum() >= 7
    np.testing.assert_allclose(vm_pu[live], reference.res_bus.vm_pu.to_numpy()[live], atol=2e-6)
    place = net.branch_index["X1"]
    assert answer.branch_a[place] == pytest.approx(
        tuple(reference.res_impedance.loc[0, ["i_from_ka", "i_to_ka"]] * 1e3), abs=0.02
    )
    assert answer.loading_percent[place] is None  # the reactor's sn_mva is no rating
    feeder_w = reference.res_ext_grid.p_mw.sum() * 1e6
    assert sum(answer.source_w) == pytest.approx(feeder_w, abs=30)


@pytest.mark.parametrize("case", CASES)
def test_both_engines_agree_in_any_state_and_what_one_cannot_do_the_other_is_asked(case: str) -> None:
    network = CASES[case]
    fast, islands = compared(network, [own("g", 5, 12_000)], states=40)
    beyond = {"extended ward": "l2", "uneven reactor": "X1"}.get(case)
    net = compile_network(network)
    asked = sum(island.nodes[net.node(beyond)] for island in islands) if beyond else 0
    assert fast.fallbacks.get("not-covered", 0) == asked
    assert bool(asked) == (beyond is not None)


def test_an_impedance_with_a_dead_end_carries_nothing_and_its_live_bus_stays() -> None:
    network = reactors()
    net = compile_network(network)
    out = [net.node("m1")]
    nodes_of = [island for island in _islands(network, out) if island.nodes[net.node("M")]]
    answers = [engine(network, net).solve(nodes_of[0]) for engine in (PandapowerFlow, GridModelFlow)]
    reference, fast = answers
    assert isinstance(reference, FlowResult)
    assert isinstance(fast, FlowResult)
    assert_agree(fast, reference)
    assert reference.vm_pu[net.node("M")] is not None
    assert reference.vm_pu[net.node("m2")] is None


def _islands(network: Network, out: list[int]) -> list[Island]:
    net = compile_network(network)
    return list(live_islands(net, conducting(net, net.closed, out), feeders(net), file_demand(net)))


@pytest.mark.filterwarnings("ignore:Calculation does not support")  # of voltages, which are not asked for
@pytest.mark.parametrize("bus", ["H", "M", "L", "m1", "l2"])
def test_the_short_circuit_current_behind_reactors_is_pandapowers(bus: str) -> None:
    drawing = {"motor": (), "ward": (), "shunt": (), "asymmetric_load": (), "storage": (), "load": ()}
    network = reactors().model_copy(update=drawing)  # IEC 60909 leaves them out
    reference = build_net(network)
    sc.calc_sc(reference, fault="3ph", case="max")
    net = compile_network(network)
    place = net.bus_index[bus]
    island = next(island for island in as_it_stands(net) if island.nodes[place])
    level = FaultStudy(network, net).fault(island, place)
    assert level.ik_a == pytest.approx(reference.res_bus_sc.ikss_ka[place] * 1e3, rel=1e-5)


def test_a_fault_inside_a_reactor_is_taken_at_its_first_terminals() -> None:
    network = reactors()
    net = compile_network(network)
    island = next(island for island in as_it_stands(net) if island.nodes[net.node("M")])
    study = FaultStudy(network, net)
    inside, at_bus = study.fault(island, net.node("X1")), study.fault(island, net.node("M"))
    assert inside.ik_a == at_bus.ik_a
    assert inside.ik_a > study.fault(island, net.node("m1")).ik_a * 1.5


def test_an_earth_fault_passes_a_reactor_and_no_transformer() -> None:
    network = reactors()
    net = compile_network(network)
    system = galvanic(net, conducting(net, net.closed), net.node("m2"))
    assert {net.element_id(node) for node in system} == {"M", "m1", "m2", "X1", "T7"}
    assert net.node("L") not in system


def test_what_draws_power_is_a_load_by_its_own_id() -> None:
    drawn_kw = {row.name: round(row.p_mw * 1000, 1) for row in reactors().loads}
    assert drawn_kw == {"works": 6000, "fan": round(2000 / 0.95 * 0.8, 1), "town": 810, "cells": 800, "next-door": 1000}
    assert grid("S1 2", loads={"2": 1.0}).loads == grid("S1 2", loads={"2": 1.0}).load

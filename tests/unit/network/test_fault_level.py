"""Short-circuit currents against pandapower.shortcircuit and by hand."""

from __future__ import annotations

import math
from typing import Any

import pandapower.shortcircuit as sc
import pytest

from drillsim.network import (
    CompiledNetwork,
    FaultLevel,
    FaultStudy,
    Island,
    Source,
    compile_network,
    conducting,
    feeder,
    live_islands,
)
from drillsim.network.pandapower_net import build_net
from drillsim.schema.network import Network
from helpers import public_nets
from helpers.grids import grid, three_windings


def islands(net: CompiledNetwork, *own: Source, closed: bytes | None = None) -> tuple[Island, ...]:
    feeders = [feeder(net, position) for position in range(len(net.source_ids))]
    return live_islands(net, conducting(net, closed or net.closed), [*feeders, *own], ())


def struck(network: Network, at: str, *own: Source, closed: bytes | None = None) -> tuple[CompiledNetwork, FaultLevel]:
    net = compile_network(network)
    node = net.node(at)
    (island,) = (each for each in islands(net, *own, closed=closed) if each.nodes[node])
    return net, FaultStudy(network, net).fault(island, node)


def through(net: CompiledNetwork, level: FaultLevel) -> dict[str, Any]:
    return dict(zip(net.switch_ids, level.switch_a, strict=True))


CUSTOMER = grid(
    "S1 I cb", "S2 II cb", "I II open", "I A trafo cb cb", "II B trafo cb cb", "A x line cb cb", loads={"x": 0.1}
)


@pytest.mark.parametrize(
    "network",
    [
        pytest.param(CUSTOMER, id="customer"),
        pytest.param(grid("S1 2", "2 3", "2 3 #b", "3 4 trafo", "S1 3"), id="meshed"),
        pytest.param(three_windings(), id="three windings"),
    ],
)
def test_the_current_at_every_bus_is_pandapowers(network: Network) -> None:
    reference = build_net(network)
    sc.calc_sc(reference, fault="3ph", case="max")
    net = compile_network(network)
    study = FaultStudy(network, net)
    for island in islands(net):
        for bus in range(net.bus_count):
            if island.nodes[bus]:
                expected = reference.res_bus_sc.ikss_ka[bus] * 1e3
                assert study.fault(island, bus).ik_a == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize("name", ["mv_oberrhein", "create_cigre_network_mv", "example_multivoltage"])
def test_it_is_in_public_networks_too(name: str) -> None:
    network = public_nets.network(name)
    network = network.model_copy(update={"shunt": (), "xward": ()})  # IEC 60909 leaves impedances of loads out
    reference = build_net(network)
    sc.calc_sc(reference, fault="3ph", case="max")
    net = compile_network(network)
    study = FaultStudy(network, net)
    for island in islands(net):
        for bus in range(0, net.bus_count, 17):
            if island.nodes[bus]:
                expected = reference.res_bus_sc.ikss_ka[bus] * 1e3
                assert study.fault(island, bus).ik_a == pytest.approx(expected, rel=1e-5)


def test_at_the_feeder_itself_it_is_the_given_fault_level() -> None:
    _, level = struck(grid("S1 2 cb"), "2")
    assert level.ik_a == pytest.approx(300e6 / math.sqrt(3) / 10e3, abs=0.01)
    assert level.switch_a == (level.ik_a,)


def test_the_voltage_left_is_the_share_of_the_impedance_before_the_fault() -> None:
    net, level = struck(grid("S1 2", "2 3"), "3")
    source = 1.1 * 10**2 / 300
    z_source = source / math.hypot(1, 0.1) * complex(0.1, 1)
    z_line = complex(0.161, 0.117)
    assert level.residual_pu[net.bus_index["3"]] == 0.0
    assert level.residual_pu[net.bus_index["2"]] == pytest.approx(abs(z_line / (z_source + 2 * z_line)), abs=1e-6)


def test_only_devices_between_source_and_fault_carry_its_current() -> None:
    net, level = struck(grid("S1 2 cb", "2 3 cb", "2 4 cb"), "3")
    assert through(net, level) == {"S1-2": level.ik_a, "2-3": level.ik_a, "2-4": 0.0}


def test_a_fault_in_a_line_is_fed_from_both_its_ends() -> None:
    network = grid("S1 2 line cb cb", "S3 2 cb")
    net, level = struck(network, "S1-2")
    near, far, tie = (through(net, level)[each] for each in ("S1-2.S1", "S1-2.2", "S3-2"))
    assert near == pytest.approx(far, rel=1e-6)
    assert tie == pytest.approx(far, rel=1e-6)
    assert near + far == pytest.approx(level.ik_a, rel=1e-6)


def test_a_fault_in_a_transformer_lies_at_its_high_voltage_terminals() -> None:
    net, level = struck(grid("S1 2 cb", "2 3 trafo cb cb"), "2-3")
    assert level.ik_a == pytest.approx(300e6 / math.sqrt(3) / 10e3, abs=0.01)
    assert through(net, level) == {"S1-2": level.ik_a, "2-3.2": level.ik_a, "2-3.3": 0.0}


def test_a_genset_feeds_a_fault_through_its_subtransient_reactance() -> None:
    network = grid("S1 g open", "g h cb")
    genset = Source(id="g1", bus=1, kind="own", rated_va=1_000_000, xdss_pu=0.2)
    _, level = struck(network, "h", genset)
    expected = 1.1 * 1e6 / math.sqrt(3) / 10e3 / (0.2 * math.hypot(1, 0.07))
    assert level.ik_a == pytest.approx(expected, abs=0.01)


def test_a_fault_outside_the_island_is_refused() -> None:
    net = compile_network(grid("S1 2 open"))
    (island,) = islands(net)
    with pytest.raises(ValueError, match="not in the island"):
        FaultStudy(grid("S1 2 open"), net).fault(island, 1)

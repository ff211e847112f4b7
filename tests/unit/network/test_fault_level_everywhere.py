"""Fault levels against pandapower.shortcircuit (three-phase, greatest) at every bus of whole networks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pandapower.shortcircuit as sc
import pytest

from drillsim.network import FaultStudy, Island, compile_network, conducting, feeder, live_islands
from drillsim.network.pandapower_net import build_net
from drillsim.schema.network import Network
from helpers import public_nets
from helpers.grids import grid
from helpers.plans import EVERY_CUSTOMER
from helpers.shipped import shipped

TOLERANCE = 1e-5
"""Relative. Both follow IEC 60909-0 by the same formulas; ours is rounded to 0.01 A, which is up to 6e-6 of the
smallest currents here (0.9 kA at the end of a long feeder). Measured: 5.8e-6 at worst."""
PARALLEL = grid(
    "S1 I cb", "S2 II cb", "I II open", "I A trafo cb cb", "I A trafo cb cb #b", "II A trafo cb cb", "A x line cb cb",
    loads={"x": 0.1},
)  # fmt: skip
"""Three transformers on one low-voltage bar, two of them from one feeder: the currents of both feeders meet."""


def _shipped(customer: str) -> Network:
    return shipped(customer).network


NETWORKS: dict[str, Callable[[], Network]] = {
    **{customer: partial(_shipped, customer) for customer in EVERY_CUSTOMER},
    "case33bw": lambda: public_nets.network("case33bw"),
    "cigre-mv": lambda: public_nets.network("create_cigre_network_mv"),
    "parallel transformers": lambda: PARALLEL,
}


def islands(network: Network) -> tuple[Island, ...]:
    net = compile_network(network)
    feeders = [feeder(net, position) for position, row in enumerate(network.ext_grid) if row.in_service]
    return live_islands(net, conducting(net, net.closed), feeders, ())


def differing(network: Network) -> Iterator[tuple[str, float, float]]:
    """Buses at which the two disagree by more than the tolerance: id, ours, theirs, A."""
    reference = build_net(network)
    sc.calc_sc(reference, fault="3ph", case="max")
    study = FaultStudy(network)
    for island in islands(network):
        for bus, row in enumerate(network.bus):
            if island.nodes[bus]:
                ours, theirs = study.fault(island, bus).ik_a, reference.res_bus_sc.ikss_ka[bus] * 1e3
                if ours != pytest.approx(theirs, rel=TOLERANCE):
                    yield row.name, ours, theirs


def test_there_are_five_networks_and_more() -> None:
    assert len(NETWORKS) >= 5


@pytest.mark.parametrize("name", NETWORKS)
def test_the_fault_level_at_every_bus_is_pandapowers(name: str) -> None:
    network = NETWORKS[name]().model_copy(update={"shunt": ()})  # IEC 60909 leaves them out, pandapower does not
    judged = sum(sum(island.nodes[: len(network.bus)]) for island in islands(network))
    assert judged >= len(network.bus) / 2
    assert list(differing(network)) == []


def test_a_transformer_beside_another_raises_the_fault_level() -> None:
    """The test above would also pass if parallel paths were left out of both; this holds them to their effect."""
    study, one = FaultStudy(PARALLEL), grid("S1 I cb", "I A trafo cb cb", "A x line cb cb")
    (island,) = islands(PARALLEL)
    (single,) = islands(one)
    bus = compile_network(PARALLEL).bus_index["A"]
    alone = FaultStudy(one).fault(single, compile_network(one).bus_index["A"]).ik_a
    assert 2.5 * alone < study.fault(island, bus).ik_a < 3 * alone

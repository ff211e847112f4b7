"""Power flows of every shipped network against pandapower's own, as the file stands, in every mode, switched."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
import pandapower as pp
import pytest

from drillsim.network import (
    CompiledNetwork,
    FlowResult,
    PandapowerFlow,
    compile_network,
    conducting,
    feeder,
    file_demand,
    live_islands,
)
from drillsim.network.pandapower_net import build_net
from drillsim.schema.compiled import Compiled
from drillsim.schema.network import Network
from helpers.plans import EVERY_CUSTOMER
from helpers.shipped import shipped

MOST = 3
"""Incomers opened, ties closed and other switches opened, one at a time: so many of each."""
BRANCHES = ("line", "trafo", "trafo3w")


@dataclass(frozen=True)
class State:
    """Switch positions, and what is out of service beside the file."""

    name: str
    closed: bytes
    out: tuple[str, ...] = ()


def states(dossier: Compiled, net: CompiledNetwork) -> Iterator[State]:
    """As the file stands, in each mode, with a switch at a feeder's bus open, a tie closed, some switch open."""
    yield State("file", net.closed)
    for name, mode in dossier.site.modes.items():
        out = tuple(each for each in mode.out_of_service if each in elements(dossier.network))
        yield State(f"mode {name}", moved(moved(net.closed, net, mode.open, 0), net, mode.closed, 1), out)
    ends = {row.bus for row in dossier.network.ext_grid}
    incomers = [row.name for row in dossier.network.switch if row.closed and {row.bus, row.element} & ends]
    ties = [row.name for row in dossier.network.switch if not row.closed and row.et == "b"]
    shut = [row.name for row in dossier.network.switch if row.closed and row.name not in incomers]
    opened = [*incomers[:MOST], *shut[:: -(-len(shut) // MOST)]]
    yield from (State(f"{name} open", moved(net.closed, net, [name], 0)) for name in opened)
    yield from (State(f"{name} closed", moved(net.closed, net, [name], 1)) for name in ties[:MOST])


def elements(network: Network) -> set[str]:
    return {row.name for table in ("bus", *BRANCHES) for row in getattr(network, table)}


def moved(closed: bytes, net: CompiledNetwork, switches: Collection[str], position: int) -> bytes:
    new = bytearray(closed)
    for name in switches:
        new[net.switch_index[name]] = position
    return bytes(new)


def theirs(reference: pp.pandapowerNet, network: Network, state: State) -> pp.pandapowerNet:
    """Plain pandapower's answer; `reference` is a net built from `network`, used again for every state."""
    reference.switch["closed"] = [bool(each) for each in state.closed]
    for table in ("bus", *BRANCHES):
        rows = getattr(network, table)
        reference[table]["in_service"] = [row.in_service and row.name not in state.out for row in rows]
    pp.runpp(reference, numba=False)
    return reference


def ours(network: Network, net: CompiledNetwork, flow: PandapowerFlow, state: State) -> list[FlowResult]:
    """The answers of all live islands."""
    feeders = [feeder(net, position) for position, row in enumerate(network.ext_grid) if row.in_service]
    links = conducting(net, state.closed, [net.node(each) for each in state.out])
    answers = [flow.solve(island) for island in live_islands(net, links, feeders, file_demand(net))]
    assert all(isinstance(answer, FlowResult) for answer in answers), answers
    return [answer for answer in answers if isinstance(answer, FlowResult)]


def merged(rows: list[tuple[float | None, ...]]) -> np.ndarray:
    """Values of several islands in one row, NaN where none has one."""
    return np.array(
        [next((value for value in values if value is not None), np.nan) for values in zip(*rows, strict=True)]
    )


@pytest.mark.parametrize("customer", EVERY_CUSTOMER)
def test_every_flow_is_pandapowers_in_every_state(customer: str) -> None:
    dossier = shipped(customer)
    network, net = dossier.network, compile_network(dossier.network)
    flow = PandapowerFlow(network, net)
    built, told = build_net(network), list(states(dossier, net))
    live = set()
    for state in told:
        reference, answers = theirs(built, network, state), ours(network, net, flow, state)
        expected = np.concatenate([reference["res_" + table].loading_percent for table in BRANCHES])
        vm_pu, loading = merged([each.vm_pu for each in answers]), merged([each.loading_percent for each in answers])
        # a bus out of service has a voltage in neither; 1e-6 pu and 0.01 % are what the seam rounds to
        np.testing.assert_allclose(vm_pu, reference.res_bus.vm_pu.to_numpy(), atol=2e-6, err_msg=state.name)
        np.testing.assert_allclose(np.nan_to_num(loading), np.nan_to_num(expected), atol=0.011, err_msg=state.name)
        given = sum(sum(each.source_w) for each in answers) / 1e6
        assert given == pytest.approx(reference.res_ext_grid.p_mw.sum(), abs=1e-5), state.name
        live.add(tuple(np.isnan(vm_pu)))
    assert len(live) >= 3, "the states are not worth their names: nothing goes dead or comes alive"

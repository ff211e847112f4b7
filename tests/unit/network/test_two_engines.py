"""The fast engine says what the reference says: every shipped network and public ones, in states drawn by chance."""

from __future__ import annotations

import importlib.util
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pandapower as pp
import pytest

from drillsim.files.pp_adopt import adopt
from drillsim.network import (
    CannotSay,
    FlowResult,
    GridModelFlow,
    Island,
    Memo,
    PandapowerFlow,
    Source,
    compile_network,
    flow_for,
)
from drillsim.schema.network import Network
from helpers import public_nets
from helpers.grids import grid, three_windings
from helpers.island_states import as_it_stands, drawn, own, own_sources
from helpers.plans import EVERY_CUSTOMER
from helpers.shipped import HOSPITAL, shipped

STATES = 8
PUBLIC = ("case33bw", "create_cigre_network_mv", "mv_oberrhein", "example_multivoltage")
HAS_SIMBENCH = importlib.util.find_spec("simbench") is not None


def assert_same(one: float | None, other: float | None, most: float) -> None:
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert abs(one - other) <= most


def assert_agree(fast: FlowResult, reference: FlowResult) -> None:
    """Both round to 1e-6 pu, 0.01 %, 0.01 A and 1 W, so the last digit may differ by one."""
    for field, most in (("vm_pu", 1.1e-6), ("loading_percent", 0.011), ("switch_a", 0.011)):
        for one, other in zip(getattr(fast, field), getattr(reference, field), strict=True):
            assert_same(one, other, most)
    for ours, theirs in zip(fast.branch_a, reference.branch_a, strict=True):
        assert (ours is None) == (theirs is None)
        assert ours == pytest.approx(theirs, abs=0.011)
    assert fast.source_w == pytest.approx(reference.source_w, abs=1)
    assert fast.source_var == pytest.approx(reference.source_var, abs=1)


def compared(network: Network, more: list[Source], states: int = STATES) -> tuple[GridModelFlow, list[Island]]:
    """The fast engine after all islands were solved by both, and the islands; every answer was the reference's."""
    net = compile_network(network)
    fast, reference = GridModelFlow(network, net), PandapowerFlow(network, net)
    islands = list(dict.fromkeys([*as_it_stands(net), *drawn(net, more, 7, states)]))
    for island in islands:
        ours, theirs = fast.solve(island), reference.solve(island)
        if isinstance(ours, FlowResult) and isinstance(theirs, FlowResult):
            assert_agree(ours, theirs)
        else:
            assert ours == theirs
    return fast, islands


def some_sources(network: Network) -> list[Source]:
    """Own sources at four buses, together for all there is to carry."""
    net, luck = compile_network(network), Random(3)
    kva = sum(net.load_w) // 1000
    return [own(f"g{part}", luck.randrange(net.bus_count), kva * part // 100) for part in (100, 50, 40, 30)]


@pytest.mark.parametrize("customer", EVERY_CUSTOMER)
def test_every_shipped_network_is_solved_alike_and_alone(customer: str) -> None:
    dossier = shipped(customer)
    fast, islands = compared(dossier.network, own_sources(dossier, compile_network(dossier.network)))
    assert fast.fallbacks == {}
    assert any(source.kind == "own" for island in islands for source in island.sources[:1])


@pytest.mark.parametrize("name", PUBLIC)
def test_public_networks_are_solved_alike(name: str) -> None:
    network = public_nets.network(name)
    fast, _ = compared(network, some_sources(network))
    assert set(fast.fallbacks) <= {"not-converged", "not-covered"}
    assert ("not-covered" in fast.fallbacks) == bool(network.xward)


@pytest.mark.slow
@pytest.mark.skipif(not HAS_SIMBENCH, reason='SimBench is not installed: pip install -e ".[test-data]"')
@pytest.mark.filterwarnings("ignore")  # SimBench's own, of the pandas it was written for
def test_a_simbench_network_is_solved_alike() -> None:
    from simbench import get_simbench_net

    with TemporaryDirectory() as folder:
        path = Path(folder) / "net.json"
        pp.to_json(get_simbench_net("1-MV-comm--0-sw"), str(path))
        network = Network.model_validate(adopt(path).tree)
    fast, _ = compared(network, [])
    assert fast.fallbacks == {}


def test_a_three_winding_transformer_is_solved_alike_with_any_side_open() -> None:
    network = three_windings()
    fast, islands = compared(network, [own("g", 1, 20_000)], states=60)
    assert fast.fallbacks == {}
    assert {island.links for island in islands} >= {b"\1\1\1", b"\1\1\0", b"\1\0\1"}


def test_a_solve_leaves_nothing_for_the_next_one() -> None:
    dossier = shipped(HOSPITAL)
    net = compile_network(dossier.network)
    islands = list(dict.fromkeys(drawn(net, own_sources(dossier, net), 11, 40)))
    straight, shuffled = GridModelFlow(dossier.network, net), islands * 2
    Random(1).shuffle(shuffled)
    first = {island: straight.solve(island) for island in islands}
    other = pickle.loads(pickle.dumps(straight))
    assert all(other.solve(island) == first[island] for island in shuffled)


class TestFallingBack:
    def only(self, network: Network) -> tuple[GridModelFlow, Island]:
        net = compile_network(network)
        (island,) = as_it_stands(net)
        return GridModelFlow(network, net), island

    def test_what_does_not_converge_is_asked_of_the_reference_and_counted(self) -> None:
        flow, island = self.only(grid("S1 2", loads={"2": 500.0}))
        assert flow.solve(island) == CannotSay("not-converged")
        assert flow.fallbacks == {"not-converged": 1}

    def test_what_the_reference_calls_impossible_is_never_answered(self) -> None:
        network = grid("S1 2", loads={"2": 1.0})
        bare = network.line[0].model_copy(update={"r_ohm_per_km": 0.0, "x_ohm_per_km": 0.0})
        flow, island = self.only(network.model_copy(update={"line": (bare,)}))
        assert isinstance(flow.solve(island), CannotSay)
        assert sum(flow.fallbacks.values()) == 1

    def test_a_voltage_nobody_would_run_at_is_left_to_the_reference(self) -> None:
        network = grid("S1 2", loads={"2": 0.1})
        low = network.ext_grid[0].model_copy(update={"vm_pu": 0.45})
        flow, island = self.only(network.model_copy(update={"ext_grid": (low,)}))
        assert flow.solve(island) == PandapowerFlow(flow.network).solve(island)
        assert flow.fallbacks == {"low-voltage": 1}

    def test_a_copy_for_another_process_counts_from_nothing(self) -> None:
        flow, island = self.only(grid("S1 2", loads={"2": 500.0}))
        flow.solve(island)
        assert pickle.loads(pickle.dumps(flow)).fallbacks == {}


WORKER = """
import pickle, sys
flow, islands = pickle.loads(sys.stdin.buffer.read())
answers = [flow.solve(island) for island in islands]
assert flow.flow.fallbacks == {}, flow.flow.fallbacks
print(sorted({"pandapower", "pandas", "scipy"} & set(sys.modules)), len(answers))
"""


def test_a_worker_solves_without_importing_pandapower() -> None:
    network = shipped(HOSPITAL).network
    islands = list(as_it_stands(compile_network(network)))
    sent = pickle.dumps((flow_for(network), islands))
    worker = subprocess.run([sys.executable, "-c", WORKER], input=sent, capture_output=True, check=True)
    assert worker.stdout.decode().strip() == f"[] {len(islands)}"
    assert worker.stderr == b""


def engines() -> Iterator[str]:
    network = grid("S1 2 cb")
    yield from (flow.engine for flow in (PandapowerFlow(network), GridModelFlow(network), Memo(GridModelFlow(network))))


def test_an_engine_gives_its_name_and_version() -> None:
    one, other, behind_memo = engines()
    assert one.startswith("pandapower 3.")
    assert other.startswith("power-grid-model 1.")
    assert behind_memo == other

"""Every power-flow engine is held to this: right against direct runs of pandapower, pure, and honest about no answer.

Another engine joins by one line in `ENGINES`.
"""

from __future__ import annotations

import math
import pickle
from collections.abc import Callable

import numpy as np
import pandapower as pp
import pytest

from drillsim.network import (
    CannotSay,
    CompiledNetwork,
    FlowResult,
    GridModelFlow,
    Island,
    PandapowerFlow,
    PowerFlow,
    Source,
    compile_network,
    conducting,
    demand_by_bus,
    feeder,
    file_demand,
    live_islands,
)
from drillsim.schema.network import Network
from helpers import public_nets
from helpers.grids import grid, three_windings

Engine = Callable[[Network, CompiledNetwork], PowerFlow]
ENGINES: dict[str, Engine] = {"pandapower": PandapowerFlow, "power-grid-model": GridModelFlow}


@pytest.fixture(params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest) -> Engine:
    return ENGINES[request.param]


def islands_of(net: CompiledNetwork, closed: bytes | None = None, extra: tuple[Source, ...] = ()) -> tuple[Island, ...]:
    feeders = [feeder(net, position) for position in range(len(net.source_ids))]
    return live_islands(net, conducting(net, closed or net.closed), [*feeders, *extra], file_demand(net))


def solved(flow: PowerFlow, island: Island) -> FlowResult:
    answer = flow.solve(island)
    assert isinstance(answer, FlowResult)
    return answer


def one(engine: Engine, network: Network) -> tuple[CompiledNetwork, FlowResult]:
    """The compiled network and the answer of its only island."""
    net = compile_network(network)
    (island,) = islands_of(net)
    return net, solved(engine(network, net), island)


def merged(answers: list[tuple[float | None, ...]]) -> list[float]:
    """Values of several islands in one row, NaN where none has one."""
    return [next((value for value in values if value is not None), math.nan) for values in zip(*answers, strict=True)]


class TestAgainstPandapower:
    @pytest.mark.parametrize(
        "name",
        ["mv_oberrhein", "case33bw", "create_cigre_network_mv", "create_cigre_network_lv", "example_multivoltage"],
    )
    def test_voltages_and_loadings_are_pandapowers_own(self, engine: Engine, name: str) -> None:
        reference = public_nets.raw(name)
        for table in ("sgen", "gen"):
            reference[table] = reference[table].drop(reference[table].index)
        pp.runpp(reference, numba=False)
        network = public_nets.network(name)
        net = compile_network(network)
        flow = engine(network, net)
        answers = [solved(flow, island) for island in islands_of(net)]
        vm_pu = merged([answer.vm_pu for answer in answers])
        loading = merged([answer.loading_percent for answer in answers])
        rated = [reference["res_" + table].loading_percent for table in ("line", "trafo", "trafo3w")]
        expected = np.concatenate([*rated, np.full(len(reference.impedance), np.nan)])
        live = ~np.isnan(reference.res_bus.vm_pu.to_numpy())
        np.testing.assert_allclose(np.array(vm_pu)[live], reference.res_bus.vm_pu[live], atol=1e-6)
        np.testing.assert_allclose(np.nan_to_num(loading), np.nan_to_num(expected), atol=0.011)
        assert sum(sum(answer.source_w) for answer in answers) / 1e6 == pytest.approx(reference.res_ext_grid.p_mw.sum())

    def test_a_three_winding_transformer_with_one_side_open_still_feeds_the_other(self, engine: Engine) -> None:
        network = three_windings()
        net = compile_network(network)
        (island,) = islands_of(net, closed=bytes([1, 0]))
        answer = solved(engine(network, net), island)
        assert [vm is None for vm in answer.vm_pu] == [False, False, True]
        ends = answer.branch_a[0]
        assert ends is not None
        assert ends[2] == 0
        assert ends[1] == pytest.approx(10e6 / math.sqrt(3) / 20e3, rel=0.05)


def amperes(mw: float, kv: float, vm_pu: float | None) -> float:
    """Current of a load of power factor 5 : 1, A."""
    assert vm_pu is not None
    return mw * 1e6 * math.hypot(1, 0.2) / (math.sqrt(3) * kv * 1e3 * vm_pu)


class TestSwitchCurrents:
    def test_a_breaker_between_buses_carries_what_lies_behind_it(self, engine: Engine) -> None:
        net, answer = one(engine, grid("S1 2 cb", "2 3 cb", "2 4 cb", loads={"3": 1.0, "4": 0.5, "2": 0.25}))
        through = dict(zip(net.switch_ids, answer.switch_a, strict=True))
        assert through["2-3"] == pytest.approx(amperes(1.0, 10, answer.vm_pu[2]), abs=0.01)
        assert through["2-4"] == pytest.approx(amperes(0.5, 10, answer.vm_pu[3]), abs=0.01)
        assert through["S1-2"] == pytest.approx(amperes(1.75, 10, answer.vm_pu[0]), abs=0.01)

    def test_a_customer_with_two_transformers_sums_by_hand(self, engine: Engine) -> None:
        #  S1 ═101═ I ═T1═ A ═401═ a          S2 ═102═ II ═T2═ B       100 (I-II) closed, 102 open
        network = grid("S1 I cb", "S2 II open", "I II cb", "I A trafo cb cb", "II B trafo cb cb", "A a cb",
                       loads={"a": 0.4, "B": 0.3})  # fmt: skip
        net = compile_network(network)
        island = islands_of(net)[0]
        answer = solved(engine(network, net), island)
        through = dict(zip(net.switch_ids, answer.switch_a, strict=True))
        t1, t2 = answer.branch_a
        assert t1 is not None
        assert t2 is not None
        assert through["I-A.I"] == pytest.approx(t1[0], abs=0.01)
        assert through["I-A.A"] == pytest.approx(t1[1], abs=0.01)
        assert through["A-a"] == pytest.approx(amperes(0.4, 0.4, answer.vm_pu[net.bus_index["a"]]), abs=0.05)
        assert through["I-II"] == pytest.approx(t2[0], abs=0.01)
        source_va = complex(answer.source_w[0], answer.source_var[0])
        assert through["S1-I"] == pytest.approx(abs(source_va) / (math.sqrt(3) * 10e3), abs=0.01)
        assert through["S2-II"] is None

    def test_closed_breakers_in_a_loop_cannot_be_told_apart(self, engine: Engine) -> None:
        net, answer = one(engine, grid("S1 2 cb", "S1 2 cb #b", "2 3 cb", loads={"3": 1.0}))
        through = dict(zip(net.switch_ids, answer.switch_a, strict=True))
        assert through["S1-2"] is through["S1-2_b"] is None
        assert through["2-3"] == pytest.approx(amperes(1.0, 10, 1.0), abs=0.01)

    def test_a_line_open_at_its_far_end_carries_only_its_charging_current(self, engine: Engine) -> None:
        net, answer = one(engine, grid("S1 2 line cb open", "S1 3 cb", loads={"3": 1.0}))
        through = dict(zip(net.switch_ids, answer.switch_a, strict=True))
        charging = 2 * math.pi * 50 * 273e-9 * 10e3 / math.sqrt(3)
        assert through["S1-2.S1"] == pytest.approx(charging, rel=0.01)
        assert through["S1-2.2"] is None

    def test_a_line_ending_at_a_bus_out_of_service_stays_live(self, engine: Engine) -> None:
        network = grid("S1 2", "S1 3 cb", loads={"3": 1.0})
        buses = (network.bus[0], network.bus[1].model_copy(update={"in_service": False}), network.bus[2])
        _, answer = one(engine, network.model_copy(update={"bus": buses}))
        ends = answer.branch_a[0]
        assert ends is not None
        assert ends[0] == pytest.approx(0.5, abs=0.1)
        assert ends[1] == 0

    def test_a_capacitor_bank_is_part_of_the_balance(self, engine: Engine) -> None:
        network = grid("S1 2 cb", "2 3 cb", loads={"3": 1.0})
        tree = network.model_dump(exclude_none=True, exclude_defaults=True)
        bank = {"name": "bank", "bus": "3", "q_mvar": -0.2}
        _, answer = one(engine, Network.model_validate(tree | {"format": 1, "shunt": [bank]}))
        assert answer.switch_a[1] == pytest.approx(1e6 / (math.sqrt(3) * 10e3), abs=0.01)


def genset(name: str, bus: int, kva: int) -> Source:
    return Source(id=name, bus=bus, kind="own", rated_va=kva * 1000)


class TestSources:
    def own(self, engine: Engine, *sources: Source) -> FlowResult:
        network = grid("S1 g cb", "g h", "g 3", loads={"3": 0.6, "h": 0.3})
        net = compile_network(network)
        closed = bytes([0])
        found = live_islands(net, conducting(net, closed), sources, file_demand(net))
        return solved(engine(network, net), found[0])

    def test_gensets_share_by_rating_wherever_they_stand(self, engine: Engine) -> None:
        answer = self.own(engine, genset("a", 1, 1000), genset("b", 2, 500))
        assert sum(answer.source_w) == pytest.approx(900_000, rel=0.01)
        assert answer.source_w[0] == pytest.approx(2 * answer.source_w[1], abs=2)
        assert answer.source_var[0] == pytest.approx(2 * answer.source_var[1], abs=2)

    def test_gensets_at_one_bus_share_by_rating_too(self, engine: Engine) -> None:
        answer = self.own(engine, genset("a", 1, 800), genset("b", 1, 800))
        assert abs(answer.source_w[0] - answer.source_w[1]) <= 1

    def test_an_own_source_beside_a_feeder_floats(self, engine: Engine) -> None:
        network = grid("S1 2 cb", "2 3", loads={"3": 0.6})
        net = compile_network(network)
        (island,) = islands_of(net, extra=(genset("g", 2, 1000),))
        answer = solved(engine(network, net), island)
        assert [source.id for source in island.sources] == ["feeder-S1", "g"]
        assert answer.source_w[1] == 0
        assert answer.source_w[0] == pytest.approx(600_000, rel=0.01)

    def test_two_feeders_on_one_bar_share_by_fault_level(self, engine: Engine) -> None:
        _, answer = one(engine, grid("S1 2 cb", "S3 2 cb", loads={"2": 1.0}))
        assert answer.source_w == (500_000, 500_000)
        assert answer.switch_a[0] == answer.switch_a[1] == pytest.approx(amperes(0.5, 10, 1.0), abs=0.01)


class TestHonesty:
    def test_what_cannot_be_fed_is_not_answered(self, engine: Engine) -> None:
        network = grid("S1 2", loads={"2": 500.0})
        net = compile_network(network)
        (island,) = islands_of(net)
        assert engine(network, net).solve(island) == CannotSay("not-converged")

    def test_no_answer_for_one_island_spoils_no_other(self, engine: Engine) -> None:
        network = grid("S1 2", "S3 4", loads={"2": 500.0, "4": 1.0})
        net = compile_network(network)
        bad, good = islands_of(net)
        flow = engine(network, net)
        before = solved(flow, good)
        assert isinstance(flow.solve(bad), CannotSay)
        assert flow.solve(good) == before

    def test_a_bus_outside_the_island_has_no_voltage(self, engine: Engine) -> None:
        network = grid("S1 2 cb", "2 3 open", loads={"2": 1.0, "3": 1.0})
        _, answer = one(engine, network)
        assert answer.vm_pu[2] is None
        assert sum(answer.source_w) == 1_000_000


class TestPurity:
    def test_the_order_of_solves_does_not_matter(self, engine: Engine) -> None:
        network = grid("S1 2 cb", "S3 4 cb", "2 4 open", "2 5 trafo cb -", "4 6 trafo", "5 6 open",
                       loads={"5": 0.5, "6": 0.3})  # fmt: skip
        net = compile_network(network)
        states = [bytes(state) for state in ([1, 1, 0, 1, 0], [1, 0, 1, 1, 0], [0, 1, 1, 1, 0], [1, 1, 0, 0, 1])]
        genset_at_5 = genset("g", net.bus_index["5"], 600)
        islands = [island for state in states for island in islands_of(net, state)]
        islands += islands_of(net, bytes([0, 0, 0, 0, 1]), extra=(genset_at_5,))
        forward, backward, fresh = engine(network, net), engine(network, net), []
        first = [forward.solve(island) for island in islands]
        second = [backward.solve(island) for island in reversed(islands)][::-1]
        fresh = [engine(network, net).solve(island) for island in islands[-2:]]
        assert first == second
        assert first[-2:] == fresh

    def test_an_engine_travels_to_another_process_and_says_the_same(self, engine: Engine) -> None:
        network = grid("S1 2 cb", "2 3", loads={"3": 1.0})
        net = compile_network(network)
        (island,) = islands_of(net)
        flow = engine(network, net)
        before = flow.solve(island)
        assert pickle.loads(pickle.dumps(flow)).solve(island) == before

    def test_states_that_differ_only_in_demand_have_answers_of_their_own(self, engine: Engine) -> None:
        network = grid("S1 2 trafo", loads={"2": 0.5})
        net = compile_network(network)
        flow = engine(network, net)
        links = conducting(net, net.closed)
        loadings = []
        for factor in (1.0, 1.5, 2.0):
            drawn = demand_by_bus((bus, round(w * factor), round(var * factor)) for bus, w, var in file_demand(net))
            (island,) = live_islands(net, links, [feeder(net, 0)], drawn)
            loadings.append(solved(flow, island).loading_percent[0])
        assert loadings[0] is not None
        assert loadings == sorted(set(loadings), key=lambda percent: percent or 0)

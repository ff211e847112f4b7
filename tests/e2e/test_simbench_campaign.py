"""A network nobody here drew, as a customer's: campaigns over it end, and their flows are what pandapower says."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import pandapower as pp
import pytest
from numpy.typing import NDArray

from drillsim.campaign.play import play_unit
from drillsim.campaign.runner import Runner, runner_of
from drillsim.campaign.spec import Spec, hours_of
from drillsim.campaign.unit import Unit, units
from drillsim.files.folder import load_customer
from drillsim.network import Answer, CompiledNetwork, FlowResult, GridModelFlow, Island, net_of
from drillsim.schema.compiled import Compiled
from helpers.in_process import drillsim_here
from helpers.simbench_customer import simbench_customer, simbench_net

CODE = "1-MV-comm--0-sw"
MOST_PU = 1e-4
PLAYED = {1: 40, 2: 42}
"""So many cases of one and of two failures are played, spread over all."""
LEAST_STATES = 200

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        importlib.util.find_spec("simbench") is None, reason='SimBench is not installed: pip install -e ".[test-data]"'
    ),
    pytest.mark.filterwarnings("ignore"),  # SimBench's own, of the pandas it was written for
]


@pytest.fixture(scope="module")
def net() -> pp.pandapowerNet:
    return simbench_net(CODE)


@pytest.fixture(scope="module")
def folder(net: pp.pandapowerNet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return simbench_customer(net, tmp_path_factory.mktemp("simbench"))


class Kept:
    """The fast engine, with every state it is asked about and its answer kept."""

    def __init__(self, flow: GridModelFlow) -> None:
        self.flow = flow
        self.answers: dict[Island, Answer] = {}

    @property
    def engine(self) -> str:
        return self.flow.engine

    def solve(self, island: Island) -> Answer:
        if island not in self.answers:
            self.answers[island] = self.flow.solve(island)
        return self.answers[island]


def spread(runner: Runner) -> Iterator[Unit]:
    """Cases of one failure, then of two, evenly over all there are."""
    every = list(units(runner.failures, runner.spec))
    for size, wanted in PLAYED.items():
        found = [replace(unit, room=0) for unit in every if len(unit.members) == size]
        yield from islice(found[:: len(found) // wanted], wanted)


def bench_around(dossier: Compiled, flow: Kept) -> Runner:
    return runner_of(dossier, {}, Spec(order=2, hours=hours_of(dossier, ("day",)), draws=1), flow)


class Reference:
    """SimBench's own net, put into a state and solved by pandapower; none of our power-flow code has a part in it."""

    def __init__(self, net: pp.pandapowerNet, compiled: CompiledNetwork) -> None:
        self._net, self._compiled = pp.pandapowerNet(net), compiled
        self._net.sgen = self._net.sgen.iloc[:0]  # `init` leaves them out, and says so
        self._net.load = self._net.load.iloc[:0]
        assert len(net.bus) == compiled.bus_count
        assert len(net.switch) == len(compiled.switch_ids)
        pp.create_loads(self._net, self._net.bus.index, p_mw=0.0)

    def vm_pu(self, island: Island) -> NDArray[np.float64]:
        """Voltage of each bus, NaN where dead."""
        net, compiled = self._net, self._compiled
        nodes, links = (np.frombuffer(each, dtype=np.uint8).astype(bool) for each in (island.nodes, island.links))
        lines = compiled.bus_count + len(net.line)
        net.bus["in_service"] = nodes[: compiled.bus_count]
        net.line["in_service"], net.trafo["in_service"] = nodes[compiled.bus_count : lines], nodes[lines:]
        net.switch["closed"] = links[list(compiled.switch_link)]
        drawn = np.zeros(compiled.bus_count, dtype=complex)
        for bus, watts, var in island.demand:
            drawn[bus] = complex(watts, var) / 1e6
        net.load["p_mw"], net.load["q_mvar"] = drawn.real, drawn.imag
        pp.runpp(net, init="dc", calculate_voltage_angles=True, numba=False)
        found: NDArray[np.float64] = net.res_bus["vm_pu"].to_numpy(dtype=float)
        return found


def test_flows_of_a_campaigns_very_states_are_pandapowers(net: pp.pandapowerNet, folder: Path) -> None:
    kept = Kept(GridModelFlow(load_customer(folder).dossier.network))
    runner = bench_around(load_customer(folder).dossier, kept)
    for unit in spread(runner):
        assert all(row.outcome.status == "completed" for row in play_unit(runner, unit, range(1)).rows)
    reference = Reference(net, net_of(runner.dossier))
    differences = []
    for island, answer in kept.answers.items():
        assert isinstance(answer, FlowResult)
        ours = np.array([np.nan if pu is None else pu for pu in answer.vm_pu])
        theirs = reference.vm_pu(island)
        assert np.array_equal(np.isnan(ours), np.isnan(theirs))
        differences.append(np.nanmax(np.abs(ours - theirs)))
    print(f"{len(differences)} states, largest difference {max(differences):.2g} pu, fallbacks {kept.flow.fallbacks}")
    assert len(differences) >= LEAST_STATES
    assert max(differences) <= MOST_PU
    assert kept.flow.fallbacks == {}


def test_a_campaign_over_it_ends_and_says_what_breaks(folder: Path, tmp_path: Path) -> None:
    flags = ("--faults", "N-2", "--scenarios", "source-lost-day", "--hours", "day", "--draws", "1", "--limit", "2")
    done = drillsim_here("campaign", folder, *flags, "--workers", "1", "--out", tmp_path, "--json", "--lang", "en")
    assert done.code == 0, done.errors
    assert done.json["cases"] > 20_000
    assert (done.json["failed_runs"], done.json["no_flow_cases"]) == (0, 0)
    assert {row["order"] for row in done.json["failure_sets"]} >= {1}

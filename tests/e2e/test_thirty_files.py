"""Thirty pandapower files of other people: taken over, solved as pandapower solves them, played, nothing unsaid."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from functools import cache
from os import times
from pathlib import Path
from time import process_time

import numpy as np
import pandapower as pp
import pytest

from drillsim.files.folder import load_customer
from drillsim.files.pp_adopt import AdoptedNetwork, adopt
from drillsim.files.scenario_file import load_scenario
from drillsim.network import FlowResult, GridModelFlow, Memo, PandapowerFlow, compile_network
from drillsim.schema.dossier import Case
from drillsim.schema.network import Network
from drillsim.schema.target import unmatched
from drillsim.simulation import Run
from helpers.command import drillsim
from helpers.in_process import drillsim_here
from helpers.island_states import as_it_stands
from helpers.other_files import FILES, LARGE, RARE
from helpers.shipped import ROOT
from helpers.thinned import thinned

SCENARIOS = ("source-lost-day", "bus-fault", "fire-hv-room")
SMALL = [name for name in FILES if name not in LARGE]
FEW = [*thinned(SMALL, 8), *(pytest.param(name, marks=[pytest.mark.slow, pytest.mark.full]) for name in LARGE)]
pytestmark = pytest.mark.filterwarnings("ignore")  # pandapower's own, of the pandas it was written for


@cache
def given(name: str) -> pp.pandapowerNet:
    return FILES[name]()


def without_sources(net: pp.pandapowerNet, taken: AdoptedNetwork) -> pp.pandapowerNet:
    """`net` less what `init` lists as sources: generators, and what draws less than nothing."""
    left = deepcopy(net)
    slack = left.gen[left.gen.slack.astype(bool)] if taken.feeders_from_gen else left.gen.iloc[:0]
    for _, row in slack.iterrows():
        pp.create_ext_grid(left, row.bus, vm_pu=row.vm_pu)
    for table in ("gen", "sgen"):
        left[table]["in_service"] = False
    left.load.loc[left.load.p_mw < 0, "in_service"] = False
    left.storage.loc[left.storage.p_mw < 0, "in_service"] = False
    for table in ("ward", "xward"):
        left[table].loc[left[table].ps_mw < 0, "ps_mw"] = 0.0
    return left


def largest_difference(net: pp.pandapowerNet, network: Network, engine: type[PandapowerFlow | GridModelFlow]) -> float:
    """Of any bus, pu; a bus dead here and alive there, or the reverse, counts as 1."""
    pp.runpp(net, numba=False, calculate_voltage_angles=True)
    compiled = compile_network(network)
    vm_pu = np.full(compiled.bus_count, np.nan)
    flow = engine(network, compiled)
    for island in as_it_stands(compiled):
        answer = flow.solve(island)
        assert isinstance(answer, FlowResult), answer
        for bus, vm in enumerate(answer.vm_pu):
            vm_pu[bus] = vm_pu[bus] if vm is None else vm
    theirs = net.res_bus.vm_pu.to_numpy()
    one_is_dead = np.isnan(vm_pu) != np.isnan(theirs)
    return float(np.nanmax(np.where(one_is_dead, 1.0, np.abs(vm_pu - theirs))))


@pytest.mark.parametrize("name", FEW)
def test_base_voltages_are_pandapowers_on_the_same_file(name: str, tmp_path: Path) -> None:
    pp.to_json(given(name), str(tmp_path / "given.json"))
    taken = adopt(tmp_path / "given.json")
    assert not [each for each in taken.left_out if not each.key], "no table of these files is left out"
    network = Network.model_validate(taken.tree)
    left = without_sources(given(name), taken)
    for engine in (PandapowerFlow, GridModelFlow):
        found = largest_difference(left, network, engine)
        print(f"{name}: {engine.__name__} differs by at most {found:.1e} pu")  # shown with -s
        assert found <= 1e-5


@pytest.mark.parametrize("name", FEW)
def test_three_scenarios_lose_a_bus_or_say_why_they_do_not_apply(name: str, tmp_path: Path) -> None:
    pp.to_json(given(name), str(tmp_path / "given.json"))
    made = drillsim_here("init", tmp_path / "works", "--network", tmp_path / "given.json", "--lang", "en")
    assert made.code == 0, made.errors
    dossier = load_customer(tmp_path / "works").dossier
    flow = Memo(PandapowerFlow(dossier.network))
    for scenario in SCENARIOS:
        case = Case(dossier, scenario, load_scenario(ROOT / "scenarios" / f"{scenario}.yaml").scenario)
        run = Run(case, flow=flow)
        if unmatched(case) or run.dead_targets():
            continue
        run.advance(case.scenario.horizon)
        lost = [e for e in run.finish().of("load_lost", "source_lost", "supply_changed") if e.t_ms >= 0]
        assert lost, scenario


@pytest.mark.parametrize("name", ["one-plant", "wards-of-case9", "xwards-of-case9", "rei-of-case14", "capacitor"])
def test_the_command_line_runs_them_to_the_report(name: str, tmp_path: Path) -> None:
    pp.to_json(given(name), str(tmp_path / "given.json"))
    assert drillsim_here("init", tmp_path / "works", "--network", tmp_path / "given.json").code == 0
    assert drillsim_here("check", tmp_path / "works").code == 0
    done = drillsim_here("run", tmp_path / "works", *SCENARIOS, "--out", tmp_path / "out", "--json", "--lang", "zh")
    assert (done.code, done.errors) == (0, "")
    assert {run["status"] for run in done.json["runs"]} <= {"completed", "not_applicable"}
    assert "completed" in {run["status"] for run in done.json["runs"]}


@pytest.mark.full
def test_there_are_thirty_and_each_rare_element_stands_in_two_of_them() -> None:
    small = [name for name in FILES if name not in LARGE]
    found = Counter(table for name in small for table in RARE if len(given(name)[table]))
    assert len(FILES) >= 30
    assert all(found[table] >= 2 for table in RARE), found
    assert sum(any(len(given(name)[table]) for table in RARE) for name in small) >= 10


@pytest.mark.slow
@pytest.mark.full
def test_the_largest_of_them_goes_from_init_to_the_end_of_a_run_in_little_processor_time(tmp_path: Path) -> None:
    """Counted in additions, so that a slow machine changes nothing: 60 to 140 times ten million; 250 are allowed."""
    pp.to_json(given("schutterwald"), str(tmp_path / "given.json"))
    before = times()
    made = drillsim("init", tmp_path / "town", "--network", tmp_path / "given.json")
    done = drillsim("run", tmp_path / "town", "bus-fault", "--out", tmp_path / "out")
    after = times()
    took_s = after.children_user + after.children_system - before.children_user - before.children_system
    assert (made.code, done.code) == (0, 0), made.errors + done.errors
    assert took_s / _ten_million_additions_s() < 250, f"{took_s:.1f} s"


def _ten_million_additions_s() -> float:
    """Processor time of ten million additions here and now, s."""
    began_s, total = process_time(), 0
    for number in range(10_000_000):
        total += number
    return process_time() - began_s

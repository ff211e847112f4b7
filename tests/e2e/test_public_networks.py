"""Folders wrapped around networks nobody here drew: whatever a planner hands over, the library plays on it."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pandapower as pp
import pandapower.networks as pn
import pytest

from drillsim.files.folder import load_customer
from drillsim.files.scenario_file import load_scenario
from drillsim.findings.assess import assess
from drillsim.journal.record import Journal, read_journal
from drillsim.network import Memo, PandapowerFlow
from drillsim.schema.dossier import Case
from drillsim.schema.target import unmatched
from drillsim.simulation import simulate
from helpers.in_process import drillsim_here
from helpers.shipped import ROOT

LIBRARY = {path.stem: path for path in sorted((ROOT / "scenarios").glob("*.yaml"))}
PANDAPOWER: dict[str, Callable[[], pp.pandapowerNet]] = {
    "oberrhein": pn.mv_oberrhein,
    "case33bw": pn.case33bw,
    "cigre-mv": lambda: pn.create_cigre_network_mv(with_der=False),
    "cigre-mv-pv-wind": lambda: pn.create_cigre_network_mv(with_der="pv_wind"),
    "cigre-lv": pn.create_cigre_network_lv,
    "kerber-village": pn.create_kerber_dorfnetz,
    "multivoltage": pn.example_multivoltage,
    "case9": pn.case9,
    "case14": pn.case14,
    "case30": pn.case30,
}
SIMBENCH = ("1-MV-comm--0-sw", "1-LV-rural1--0-sw")
LARGE = ("oberrhein", "kerber-village", "multivoltage", *SIMBENCH)
"""Many buses, or data that take seconds to load: what is not run with its report is left to the other networks."""
REPORTED = {name: number % 4 for number, name in enumerate((*PANDAPOWER, *SIMBENCH))}
"""Which quarter of the library each network runs with report and pictures; the rest is only simulated and judged."""
HAS_SIMBENCH = importlib.util.find_spec("simbench") is not None


def simbench_net(code: str) -> pp.pandapowerNet:
    if not HAS_SIMBENCH:
        pytest.skip('SimBench is not installed: pip install -e ".[test-data]"')
    from simbench import get_simbench_net

    return get_simbench_net(code)


def wrapped(net: pp.pandapowerNet, place: Path) -> Path:
    """The folder `init --network` makes of `net`; what it says must not end in a problem of `check`."""
    pp.to_json(net, str(place / "given.json"))
    made = drillsim_here("init", place / "works", "--network", place / "given.json", "--lang", "en")
    assert made.code == 0, made.errors
    checked = drillsim_here("check", place / "works", "--lang", "en")
    assert checked.code == 0, checked.errors
    return place / "works"


def applicable(folder: Path) -> list[str]:
    dossier = load_customer(folder).dossier
    return [name for name, path in LIBRARY.items() if not unmatched(Case(dossier, name, load_scenario(path).scenario))]


def assert_the_library_plays(folder: Path, network: str) -> None:
    """Every scenario that fits: a quarter through the command line to the report, the others simulated and judged."""
    names = applicable(folder)
    assert {"source-lost-day", "bus-fault"} <= set(names)
    reported = names[REPORTED[network] :: 4]
    out = folder.parent / "out"
    done = drillsim_here("run", folder, *reported, "--out", out, "--lang", "en")
    assert done.code == 0, done.errors
    assert done.errors == ""
    for name in reported:
        assert_played(name, read_journal(out / folder.name / f"{name}-s1" / "journal.jsonl"))
    if network not in LARGE:
        assert_simulated(folder, [name for name in names if name not in reported])


def assert_simulated(folder: Path, names: list[str]) -> None:
    dossier = load_customer(folder).dossier
    flow = Memo(PandapowerFlow(dossier.network))
    for name in names:
        case = Case(dossier, name, load_scenario(LIBRARY[name]).scenario)
        journal = simulate(case, flow=flow)
        assert_played(name, journal)
        assess(case, journal)


def assert_played(name: str, journal: Journal) -> None:
    assert journal.complete
    assert journal.events[-1].data["status"] == "completed", name
    assert any(journal.of("fault_begins")), name


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.full] if name in LARGE else []) for name in PANDAPOWER]
)
def test_the_library_plays_on_pandapowers_networks(name: str, tmp_path: Path) -> None:
    assert_the_library_plays(wrapped(PANDAPOWER[name](), tmp_path), name)


@pytest.mark.full
@pytest.mark.parametrize("code", SIMBENCH)
@pytest.mark.filterwarnings("ignore")  # SimBench's own, of the pandas it was written for
def test_the_library_plays_on_simbenchs_networks(code: str, tmp_path: Path) -> None:
    assert_the_library_plays(wrapped(simbench_net(code), tmp_path), code)


def test_scenarios_that_do_not_fit_say_so_and_end_well(tmp_path: Path) -> None:
    folder = wrapped(pn.case9(), tmp_path)
    others = [name for name in LIBRARY if name not in applicable(folder)][::5]
    assert others
    done = drillsim_here("run", folder, *others, "--out", tmp_path / "out", "--json", "--lang", "en")
    assert (done.code, done.errors) == (0, "")
    assert {run["status"] for run in done.json["runs"]} == {"not_applicable"}


def test_a_network_whose_only_source_is_a_reference_generator_is_fed_by_it(tmp_path: Path) -> None:
    net = pn.case9()
    net.ext_grid = net.ext_grid.drop(net.ext_grid.index)
    pp.create_gen(net, 0, p_mw=70, slack=True, name="swing")
    folder = wrapped(net, tmp_path)
    assert [row.name for row in load_customer(folder).dossier.network.ext_grid] == ["swing"]
    done = drillsim_here("run", folder, "source-lost-day", "--out", tmp_path / "out", "--json")
    assert (done.code, done.json["status"]) == (0, "completed")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_network_without_any_feeder_is_refused_with_the_mend(lang: str, tmp_path: Path) -> None:
    net = pn.case9()
    net.ext_grid = net.ext_grid.drop(net.ext_grid.index)
    pp.to_json(net, str(tmp_path / "given.json"))
    done = drillsim_here("init", tmp_path / "works", "--network", tmp_path / "given.json", "--lang", lang)
    assert done.code == 2
    assert "create_ext_grid" in done.errors
    assert not (tmp_path / "works").exists()


def test_a_load_no_feeder_reaches_is_left_out_with_a_word(tmp_path: Path) -> None:
    net = pn.case9()
    alone = pp.create_bus(net, 345.0, name="alone")
    pp.create_load(net, alone, p_mw=1.0, name="forgotten")
    out = pp.create_line(net, 0, alone, 1.0, net.line.std_type.iloc[0] or "490-AL1/64-ST1A 380.0", name="dismantled")
    net.line.loc[out, "in_service"] = False
    pp.to_json(net, str(tmp_path / "given.json"))
    made = drillsim_here("init", tmp_path / "works", "--network", tmp_path / "given.json", "--json", "--lang", "en")
    assert made.code == 0, made.errors
    assert any("No feeder reaches this load" in note and "forgotten" in note for note in made.json["notes"])
    assert "forgotten" not in load_customer(tmp_path / "works").dossier.site.loads
    assert drillsim_here("check", tmp_path / "works").code == 0

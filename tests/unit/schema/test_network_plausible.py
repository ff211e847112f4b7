"""A load no transformer on its way could carry was meant in kW; what is only overloaded is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pandapower as pp
import pytest

from drillsim.errors import InvalidInput, Problem
from drillsim.files.network_file import read_network_file
from drillsim.files.pp_adopt import adopt
from drillsim.schema.network import Network
from drillsim.schema.network_rule import network_problems
from drillsim.texts import problem_line
from helpers.in_process import drillsim_here


def works(loads: dict[str, tuple[str, str]], **more: Any) -> Network:
    """Two transformers of 0.63 MVA side by side onto board A, one of 0.4 MVA onto B, a 6 kV machine bus behind three
    windings. `loads` is bus and MW by name."""
    tree = {
        "format": "1",
        "bus": [{"name": name, "vn_kv": kv} for name, kv in (
            ("mains", "110"), ("ring", "10"), ("machine", "6"), ("A", "0.4"), ("A2", "0.4"), ("B", "0.4"),
            ("island", "0.4"))],
        "ext_grid": [{"name": "feeder", "bus": "mains", "s_sc_max_mva": "3000", "rx_max": "0.1"}],
        "trafo3w": [{"name": "T3", "hv_bus": "mains", "mv_bus": "ring", "lv_bus": "machine", "sn_hv_mva": "40",
                     "sn_mv_mva": "25", "sn_lv_mva": "5", "vn_hv_kv": "110", "vn_mv_kv": "10", "vn_lv_kv": "6",
                     **{f"{key}_{side}_percent": figure for key, figure in (("vk", "10"), ("vkr", "0.3"))
                        for side in ("hv", "mv", "lv")}, "pfe_kw": "30", "i0_percent": "0.1"}],
        "trafo": [
            {"name": "T1", "hv_bus": "ring", "lv_bus": "A", "std_type": "0.63 MVA 10/0.4 kV"},
            {"name": "T2", "hv_bus": "ring", "lv_bus": "A2", "std_type": "0.63 MVA 10/0.4 kV"},
            {"name": "T4", "hv_bus": "ring", "lv_bus": "B", "std_type": "0.4 MVA 10/0.4 kV"},
        ],
        "switch": [{"name": "tie", "bus": "A", "element": "A2", "et": "b", "closed": "false"}],
        "load": [{"name": name, "bus": bus, "p_mw": mw} for name, (bus, mw) in loads.items()],
        **more,
    }  # fmt: skip
    return Network.model_validate(tree)


def told(network: Network) -> dict[str, dict[str, str]]:
    return {str(each.path[1]): dict(each.facts) for each in network_problems(network)}


@pytest.mark.parametrize(
    ("bus", "mw", "mend", "trafos"),
    [("A", "180", "0.18", "T1, T2"), ("A2", "95.5", "0.0955", "T1, T2"), ("B", "60", "0.06", "T4"),
     ("machine", "2500", "2.5", "T3"), ("ring", "9000", "9", "T3")],
)  # fmt: skip
def test_kw_typed_for_mw_is_told_with_its_mend(bus: str, mw: str, mend: str, trafos: str) -> None:
    (found,) = told(works({"hall": (bus, mw)})).values()
    assert (found["id"], found["mw"], found["mend"], found["trafos"]) == ("hall", mw, mend, trafos)


def test_many_small_loads_in_kw_are_told_by_those_that_cannot_be() -> None:
    network = works({"lights": ("B", "3"), "pump": ("B", "45"), "office": ("B", "12"), "far": ("A", "0.5")})
    assert {found["id"] for found in told(network).values()} == {"lights", "pump", "office"}


def test_loads_that_are_each_possible_but_not_together_are_told_by_the_largest() -> None:
    network = works({f"flat-{n}": ("B", "0.35" if n else "0.39") for n in range(20)})
    assert [found["id"] for found in told(network).values()] == ["flat-0"]


@pytest.mark.parametrize(
    ("bus", "mw"), [("A", "0.63"), ("A", "3.1"), ("B", "3.9"), ("ring", "200"), ("mains", "100000"), ("island", "500")]
)
def test_an_overload_and_what_no_transformer_feeds_is_left_alone(bus: str, mw: str) -> None:
    assert told(works({"hall": (bus, mw)})) == {}


def test_what_scaling_makes_of_a_load_is_what_counts() -> None:
    row = {"name": "hall", "bus": "B", "p_mw": "60", "scaling": "0.001"}
    assert told(works({}, load=[row])) == {}


def net() -> pp.pandapowerNet:
    net = pp.create_empty_network()
    a, b = pp.create_bus(net, 10.0, name="a"), pp.create_bus(net, 0.4, name="b")
    pp.create_ext_grid(net, a, name="grid", s_sc_max_mva=200.0, rx_max=0.1)
    pp.create_transformer(net, a, b, "0.63 MVA 10/0.4 kV", name="T1")
    pp.create_load(net, b, 0.1, name="lights")
    pp.create_load(net, b, 180.0, name="hall")
    net.load.index = [4, 9]
    return net


def only(problems: tuple[Problem, ...]) -> Problem:
    (problem,) = problems
    return problem


def test_a_file_of_pandapower_is_told_by_its_own_row(tmp_path: Path) -> None:
    pp.to_json(net(), str(tmp_path / "network.json"))
    pp.to_excel(net(), str(tmp_path / "network.xlsx"))
    for name, row in (("network.json", "index 9, name hall"), ("network.xlsx", "row 3, name hall")):
        problem = only(read_network_file(tmp_path / name).problems)
        with pytest.raises(InvalidInput) as refused:
            adopt(tmp_path / name)
        assert only(refused.value.problems) == problem
        assert problem.field == "load.9.p_mw"
        line = problem_line("en", problem)
        assert row in line and "Write 0.18 if kW" in line and "0.63 MVA" in line


def test_init_says_it_of_the_file_it_was_given_and_writes_nothing(tmp_path: Path) -> None:
    pp.to_json(net(), str(tmp_path / "given.json"))
    done = drillsim_here("init", tmp_path / "new", "--network", tmp_path / "given.json", "--lang", "zh")
    assert done.code == 2
    assert "given.json" in done.errors and "是否把 kW 写成了 MW" in done.errors and "0.18" in done.errors
    assert not (tmp_path / "new").exists()


def test_a_decimal_comma_in_a_cell_is_told_with_its_mend(tmp_path: Path) -> None:
    path = tmp_path / "network.xlsx"
    pp.to_excel(net(), str(path))
    book = openpyxl.load_workbook(path)
    sheet = book["load"]
    sheet.cell(3, [cell.value for cell in sheet[1]].index("p_mw") + 1).value = "0,18"
    book.save(path)
    problem = only(read_network_file(path).problems)
    assert (problem.code, problem.line, dict(problem.facts)["mend"]) == ("decimal-comma", 3, "0.18")

"""Cells of a pandapower file: what pandas, a spreadsheet or a hand wrote is read by the type of its column."""

from __future__ import annotations

import json
from collections.abc import Callable
from math import isnan
from pathlib import Path
from typing import Any

import openpyxl
import pandapower as pp
import pytest

from drillsim.errors import InvalidInput, Problem
from drillsim.files.pp_adopt import adopt
from drillsim.files.pp_json import read_pp_json
from drillsim.files.pp_xlsx import read_pp_xlsx
from drillsim.schema.network import Network
from drillsim.texts import problem_line

READERS: dict[str, Callable[[Path], Network]] = {"json": read_pp_json, "xlsx": read_pp_xlsx}
TRUE: tuple[object, ...] = (True, 1, 1.0, "1", "1.0", "TRUE", "True", "true", " true ")
FALSE: tuple[object, ...] = (False, 0, 0.0, "0", "FALSE", "False", "false")
EMPTY: tuple[object, ...] = (None, float("nan"), "nan", "NaN", "None", "", " ")


def works() -> pp.pandapowerNet:
    """One of every table, all named."""
    net = pp.create_empty_network()
    hv, mv, lv, end = (pp.create_bus(net, kv, name=name) for kv, name in ((110, "A"), (20, "B"), (10, "C"), (20, "D")))
    pp.create_ext_grid(net, hv, name="grid", s_sc_max_mva=2000, rx_max=0.1)
    pp.create_transformer3w(net, hv, mv, lv, "63/25/38 MVA 110/20/10 kV", name="T3", tap_pos=1)
    pp.create_line(net, mv, end, 2.0, "NA2XS2Y 1x185 RM/25 12/20 kV", name="cable", parallel=2)
    pp.create_switch(net, mv, 0, et="l", name="Q1", closed=True)
    pp.create_load(net, end, 3.0, 1.0, name="mill")
    pp.create_load(net, lv, 2.0, name="kiln", in_service=False)
    pp.create_shunt(net, lv, q_mvar=-0.5, name="bank", step=2, max_step=3)
    return net


def saved(net: pp.pandapowerNet, folder: Path, spelling: str) -> Path:
    path = folder / f"works.{spelling}"
    if spelling == "json":
        pp.to_json(net, str(path))
    else:
        pp.to_excel(net, str(path))
    return path


def put(path: Path, table: str, row: int, column: str, value: object) -> Path:
    """The file at `path` with one cell written by hand; a column it lacks is added."""
    return (
        put_json(path, table, row, column, value)
        if path.suffix == ".json"
        else put_xlsx(path, table, row, column, value)
    )


def put_json(path: Path, table: str, row: int, column: str, value: object) -> Path:
    net = json.loads(path.read_text("utf-8"))
    content: dict[str, Any] = json.loads(net["_object"][table]["_object"])
    if column not in content["columns"]:
        content["columns"].append(column)
        for each in content["data"]:
            each.append(None)
    content["data"][row][content["columns"].index(column)] = value
    net["_object"][table]["_object"] = json.dumps(content)
    path.write_text(json.dumps(net, indent=1), encoding="utf-8")
    return path


def put_xlsx(path: Path, table: str, row: int, column: str, value: object) -> Path:
    book = openpyxl.load_workbook(path)
    sheet = book[table]
    header = [cell.value for cell in sheet[1]]
    at = header.index(column) + 1 if column in header else len(header) + 1
    sheet.cell(1, at).value = column
    sheet.cell(row + 2, at).value = "nan" if isinstance(value, float) and isnan(value) else value  # type: ignore[assignment]
    book.save(path)
    return path


@pytest.fixture(scope="module", params=sorted(READERS))
def given(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Network]:
    path = saved(works(), tmp_path_factory.mktemp("given"), request.param)
    return path, READERS[request.param](path)


def copied(path: Path, folder: Path) -> Path:
    (folder / path.name).write_bytes(path.read_bytes())
    return folder / path.name


def reread(path: Path) -> Network:
    return READERS[path.suffix.removeprefix(".")](path)


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [("bus", 3, "in_service"), ("switch", 0, "closed"), ("load", 0, "in_service"), ("trafo3w", 0, "in_service"),
     ("line", 0, "in_service"), ("shunt", 0, "in_service"), ("ext_grid", 0, "in_service")],
)  # fmt: skip
def test_a_truth_value_may_be_written_in_any_way(
    given: tuple[Path, Network], tmp_path: Path, table: str, row: int, column: str
) -> None:
    path, network = given
    for words, meant in ((TRUE, True), (FALSE, False)):
        for word in words[::3] if path.suffix == ".xlsx" else words:
            read = reread(put(copied(path, tmp_path), table, row, column, word))
            rows = getattr(network, table)
            changed = rows[row].model_copy(update={column: meant})
            assert getattr(read, table) == (*rows[:row], changed, *rows[row + 1 :]), (word, meant)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("line", "parallel", 2),
        ("trafo3w", "tap_pos", 1),
        ("shunt", "step", 2),
        ("load", "bus", 3),
        ("switch", "element", 0),
    ],
)
def test_a_whole_number_may_be_stored_as_float_or_as_text(
    given: tuple[Path, Network], tmp_path: Path, table: str, column: str, value: int
) -> None:
    path, network = given
    for word in (value, float(value), str(value), f"{value}.0", f" {value} "):
        assert reread(put(copied(path, tmp_path), table, 0, column, word)) == network, word


@pytest.mark.parametrize(
    ("table", "column"),
    [("trafo3w", "tap_changer_type"), ("bus", "zone"), ("line", "max_loading_percent"), ("switch", "in_ka"),
     ("ext_grid", "s_sc_min_mva"), ("bus", "type"), ("line", "df"), ("load", "scaling")],
)  # fmt: skip
def test_every_way_to_write_nothing_is_nothing(
    given: tuple[Path, Network], tmp_path: Path, table: str, column: str
) -> None:
    path, _ = given
    read = [reread(put(copied(path, tmp_path), table, 0, column, word)) for word in EMPTY]
    assert all(each == read[0] for each in read)


@pytest.mark.parametrize("word", ["nan", "None", "NaN", None])
def test_a_tap_changer_of_the_type_nan_is_none(given: tuple[Path, Network], tmp_path: Path, word: str | None) -> None:
    path, _ = given
    (trafo,) = reread(put(copied(path, tmp_path), "trafo3w", 0, "tap_changer_type", word)).trafo3w
    assert (trafo.tap_side, trafo.tap_pos, trafo.tap_changer_type) == (None, None, None)


def test_indices_stored_as_floats_are_those_of_the_rows(tmp_path: Path) -> None:
    net = works()
    path = saved(net, tmp_path, "json")
    network = read_pp_json(path)
    document = json.loads(path.read_text("utf-8"))
    content = json.loads(document["_object"]["bus"]["_object"])
    content["index"] = [float(each) for each in content["index"]]
    document["_object"]["bus"]["_object"] = json.dumps(content)
    path.write_text(json.dumps(document), encoding="utf-8")
    assert read_pp_json(path) == network


@pytest.mark.parametrize("word", ["True", "TRUE", 1, 1.0])
def test_a_reference_generator_is_one_in_whatever_way_it_is_written(tmp_path: Path, word: object) -> None:
    net = works()
    net.ext_grid = net.ext_grid.drop(net.ext_grid.index)
    pp.create_gen(net, 0, 5.0, name="swing", slack=True)
    path = put(saved(net, tmp_path, "json"), "gen", 0, "slack", word)
    assert adopt(path).feeders_from_gen == ("swing",)


@pytest.mark.parametrize("word", ["False", 0.0, "0", "nan", None])
def test_a_flag_that_is_off_changes_nothing_and_is_not_reported(tmp_path: Path, word: object) -> None:
    path = put(saved(works(), tmp_path, "json"), "trafo3w", 0, "tap_dependency_table", word)
    path = put(path, "load", 0, "const_z_p_percent", "0.0" if word == "False" else word)
    assert adopt(path).left_out == ()


def problems(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(InvalidInput) as caught:
        reread(path)
    return caught.value.problems


def test_a_cell_of_no_use_is_told_with_the_row_as_its_maker_knows_it(tmp_path: Path) -> None:
    net = works()
    net.load.index = [7, 12]
    for spelling, words in (
        ("json", "(Table load, index 12, name kiln.)"),
        ("xlsx", "(Sheet load, row 3, name kiln.)"),
    ):
        path = put(saved(net, tmp_path, spelling), "load", 1, "p_mw", "much")
        (problem,) = problems(path)
        assert (problem.code, problem.field) == ("number", "load.12.p_mw")
        assert words in problem_line("en", problem)
        assert problem.row == ("load", "12", "kiln")


def test_what_is_wrong_in_every_row_is_told_once_with_its_count(tmp_path: Path) -> None:
    net = works()
    for n in range(400):
        pp.create_load(net, 3, 0.001, name=f"house-{n}")
    net.load["p_mw"] = None
    path = saved(net, tmp_path, "json")
    (problem,) = problems(path)
    assert (problem.code, problem.row[0], len(problem.also)) == ("missing-key", "load", 401)
    assert "401 more like this" in problem_line("en", problem)
    assert "401 处" in problem_line("zh", problem)


@pytest.mark.parametrize(("word", "code"), [("much", "number"), ("0,18", "decimal-comma"), ("1,250", "comma-twofold")])
def test_a_generator_whose_power_is_no_number_is_told_and_not_taken_for_nothing(
    tmp_path: Path, word: str, code: str
) -> None:
    net = works()
    pp.create_sgen(net, 3, 0.2, name="roof", index=5)
    for spelling in READERS:
        path = put(saved(net, tmp_path, spelling), "sgen", 0, "p_mw", word)
        with pytest.raises(InvalidInput) as caught:
            adopt(path)
        (problem,) = caught.value.problems
        assert (problem.code, problem.field, problem.row) == (code, "sgen.5.p_mw", ("sgen", "5", "roof"))


def test_what_is_no_table_is_told_by_name_and_never_opened(tmp_path: Path) -> None:
    path = saved(works(), tmp_path, "json")
    net = json.loads(path.read_text("utf-8"))
    net["_object"]["bus_geodata"] = {"_module": "geopandas.geodataframe", "_class": "GeoDataFrame", "_object": "{"}
    net["_object"]["our_graph"] = {"_module": "networkx.classes.graph", "_class": "Graph", "_object": "["}
    path.write_text(json.dumps(net), encoding="utf-8")
    assert [(each.table, each.reason) for each in adopt(path).passed_over if not each.column] == [
        ("bus_geodata", "geography"), ("our_graph", "other"),
    ]  # fmt: skip

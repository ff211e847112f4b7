"""Files of every pandapower there was: what its own converter makes of them is what is read, to the last digit."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pandapower as pp
import pytest
from pandapower._version import __format_version__

from drillsim.errors import InvalidInput
from drillsim.files.pp_adopt import adopt
from drillsim.files.pp_version import NEWEST, version_of
from drillsim.network.pandapower_net import build_net
from drillsim.schema.network import Network

TAPS: dict[str, dict[str, Any]] = {
    "ratio": {"tap_side": "hv", "tap_step_percent": 2.5, "tap_step_degree": 0.0},
    "at-the-low-side": {"tap_side": "lv", "tap_step_percent": 1.5, "tap_step_degree": float("nan")},
    "oblique": {"tap_side": "hv", "tap_step_percent": 2.0, "tap_step_degree": 60.0},
    "symmetrical": {"tap_side": "hv", "tap_step_percent": 1.0, "tap_step_degree": 90.0},
    "ideal": {"tap_side": "hv", "tap_step_percent": 0.0, "tap_step_degree": 3.0},
    "none": {"tap_side": "hv", "tap_step_percent": 0.0, "tap_step_degree": 0.0},
}
OLD_FLAG = {"ideal": True}


def grid() -> pp.pandapowerNet:
    """A two- and a three-winding transformer of every kind of tap changer, off neutral, with something to carry."""
    net = pp.create_empty_network()
    top = pp.create_bus(net, 110.0, name="top")
    pp.create_ext_grid(net, top, vm_pu=1.02, name="grid", s_sc_max_mva=3000.0, rx_max=0.1)
    for position, (name, tap) in enumerate(TAPS.items()):
        low = pp.create_bus(net, 20.0, name=f"{name}-20kV")
        pp.create_transformer_from_parameters(
            net, top, low, 40.0, 110.0, 20.0, 0.6, 12.0, 20.0, 0.1, shift_degree=150.0, name=name, tap_neutral=0,
            tap_min=-9, tap_max=9, tap_pos=position - 3 or 4, tap_changer_type="Ratio", **tap
        )  # fmt: skip
        pp.create_load(net, low, 9.0 + position, 2.0, name=f"{name}-load")
        pp.create_line(net, low, pp.create_bus(net, 20.0, name=f"{name}-end"), 3.0,
                       "NA2XS2Y 1x185 RM/25 12/20 kV", name=f"{name}-line", parallel=2)  # fmt: skip
        pp.create_load(net, net.bus.index[-1], 1.0, 0.2, name=f"{name}-far")
    mid, third = pp.create_bus(net, 20.0, name="mid"), pp.create_bus(net, 10.0, name="third")
    pp.create_transformer3w(net, top, mid, third, "63/25/38 MVA 110/20/10 kV", name="three", tap_pos=-4)
    pp.create_load(net, mid, 8.0, 1.0, name="mid-load")
    pp.create_load(net, third, 5.0, 1.0, name="third-load")
    return net


Net = dict[str, Any]


def frames(net: Net) -> dict[str, dict[str, Any]]:
    """The tables of a file of pandapower 3, taken apart."""
    wrapped = {name: each for name, each in net["_object"].items() if isinstance(each, dict) and "orient" in each}
    return {name: json.loads(each["_object"]) for name, each in wrapped.items()}


def without(frame: dict[str, Any], *columns: str) -> None:
    keep = [n for n, column in enumerate(frame["columns"]) if column not in columns]
    frame["columns"] = [frame["columns"][n] for n in keep]
    frame["data"] = [[row[n] for n in keep] for row in frame["data"]]


def in_2(frames: dict[str, dict[str, Any]]) -> None:
    """Tap changers as pandapower 2 has them: a flag for ideal phase shifters, the rest lies in the figures."""
    for table in ("trafo", "trafo3w"):
        frame = frames[table]
        names = [row[frame["columns"].index("name")] for row in frame["data"]]
        without(frame, "tap_changer_type", "tap_dependency_table", "id_characteristic_table")
        frame["columns"].append("tap_phase_shifter")
        for row, name in zip(frame["data"], names, strict=True):
            row.append(OLD_FLAG.get(name, False))


def old_column(column: str) -> str:
    for new, old in (("tap_", "tp_"), ("_step_", "_st_"), ("_neutral", "_mid"), ("vkr_", "vscr_"), ("vk_", "vsc_"),
                     ("mvar", "kvar"), ("mva", "kva"), ("_mw", "_kw"), ("max_i_ka", "imax_ka")):  # fmt: skip
        column = column.replace(new, old)
    return column


def in_1(frames: dict[str, dict[str, Any]]) -> None:
    """kW, kvar, kVA and the column names of pandapower 1."""
    in_2(frames)
    for name in ("load", "trafo", "trafo3w", "line", "sgen", "gen", "shunt"):
        frame = frames[name]
        thousand = [column.endswith(("_mw", "_mvar", "_mva")) for column in frame["columns"]]
        frame["columns"] = [old_column(column) for column in frame["columns"]]
        frame["data"] = [
            [cell * 1000 if wide and cell is not None else cell for wide, cell in zip(thousand, row, strict=True)]
            for row in frame["data"]
        ]  # fmt: skip


def library(net: Net, kilo: bool) -> Net:
    types = {
        table: {name: dict(figures) for name, figures in each.items()}
        for table, each in net["_object"]["std_types"].items()
    }
    for figures in (figures for each in types.values() for figures in each.values()):
        figures.pop("tap_changer_type", None)
    if kilo:
        types = {table: {name: {old_column(k): v * 1000 if old_column(k) != k and k.endswith("mva") else v
                                for k, v in figures.items()} for name, figures in each.items()}
                 for table, each in types.items()}  # fmt: skip
    return types


def as_of(version: object, folder: Path, *, form: object = None) -> Path:
    """`grid()` as pandapower `version` wrote it; `form` is what stands in `format_version`, if anything does."""
    path = folder / f"of-{version}.json"
    pp.to_json(grid(), str(path))
    net = json.loads(path.read_text("utf-8"))
    kilo = str(version) < "2"
    taken = frames(net)
    (in_1 if kilo else in_2)(taken)
    for name, frame in taken.items():
        net["_object"][name]["_object"] = json.dumps(frame)
        net["_object"][name].pop("dtype", None)
    net["_object"]["std_types"] = library(net, kilo)
    net["_object"]["version"] = version
    net["_object"].pop("format_version")
    if kilo:
        net["_object"].pop("sn_mva")
        net["_object"]["sn_kva"] = 1000.0
    if form is not None:
        net["_object"]["format_version"] = form
    if not isinstance(version, str):  # 1.6 and 2.0 wrap twice
        net["_object"] = json.dumps(net["_object"])
    path.write_text(json.dumps(net, indent=1), encoding="utf-8")
    return path


def voltages(path: Path) -> list[float]:
    net = build_net(Network.model_validate(adopt(path).tree))
    pp.runpp(net, numba=False, calculate_voltage_angles=True)
    return [*net.res_bus.vm_pu, *net.res_bus.va_degree]


def by_pandapower(path: Path) -> list[float]:
    net = pp.from_json(str(path)) if path.suffix == ".json" else pp.from_excel(str(path))
    pp.runpp(net, numba=False, calculate_voltage_angles=True)
    return [*net.res_bus.vm_pu, *net.res_bus.va_degree]


FILES: dict[str, Callable[[Path], Path]] = {
    "1.6, a number, wrapped twice": lambda folder: as_of(1.6, folder),
    "2.0, a number, wrapped twice": lambda folder: as_of(2.0, folder),
    "2.1.0 without format_version": lambda folder: as_of("2.1.0", folder),
    "2.7.0 without format_version": lambda folder: as_of("2.7.0", folder),
    "2.10.1 of the format 2.10.0": lambda folder: as_of("2.10.1", folder, form="2.10.0"),
    "2.14.11 of the format 2.14.0": lambda folder: as_of("2.14.11", folder, form="2.14.0"),
    "2.9.0 that claims a newer format": lambda folder: as_of("2.9.0", folder, form="3.0.0"),
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", FILES)
def test_an_old_file_has_the_voltages_pandapower_finds_in_it(name: str, tmp_path: Path) -> None:
    path = FILES[name](tmp_path)
    expected = by_pandapower(path)
    assert voltages(path) == pytest.approx(expected, abs=1e-9)
    assert max(expected[: len(expected) // 2]) - min(expected[: len(expected) // 2]) > 0.1


@pytest.mark.filterwarnings("ignore")
def test_what_a_new_file_says_of_its_tap_changers_counts_and_not_the_figures(tmp_path: Path) -> None:
    path = tmp_path / "new.json"
    net = grid()
    net.trafo.loc[0, "tap_changer_type"] = None
    pp.to_json(net, str(path))
    assert voltages(path) == pytest.approx(by_pandapower(path), abs=1e-9)


@pytest.mark.filterwarnings("ignore")
def test_an_old_workbook_is_read_like_an_old_json(tmp_path: Path) -> None:
    net = grid()
    for table in ("trafo", "trafo3w"):
        net[table] = net[table].drop(columns=["tap_changer_type"])
        net[table]["tap_phase_shifter"] = [OLD_FLAG.get(name, False) for name in net[table].name]
    path = tmp_path / "old.xlsx"
    pp.to_excel(net, str(path))
    book = openpyxl.load_workbook(path)
    sheet = book["parameters"]
    for cell in sheet[1]:
        if cell.value == "format_version":
            sheet.delete_cols(cell.column)
    at = [cell.value for cell in sheet[1]].index("version")
    sheet.cell(2, at + 1).value = "2.7.0"
    book.save(path)
    assert voltages(path) == pytest.approx(by_pandapower(path), abs=1e-9)
    assert voltages(path) == pytest.approx(voltages(as_of("2.7.0", tmp_path)), abs=1e-9)


def test_generators_of_pandapower_1_give_what_they_gave(tmp_path: Path) -> None:
    net = grid()
    pp.create_sgen(net, 1, p_mw=-0.4, name="roof")  # what 1.6 calls -400 kW gives 400 kW
    path = tmp_path / "of.json"
    pp.to_json(net, str(path))
    document = json.loads(path.read_text("utf-8"))
    taken = frames(document)
    in_1(taken)
    for name, frame in taken.items():
        document["_object"][name]["_object"] = json.dumps(frame)
        document["_object"][name].pop("dtype", None)
    document["_object"].update(version=1.6, std_types=library(document, True), sn_kva=1000.0)
    del document["_object"]["format_version"], document["_object"]["sn_mva"]
    path.write_text(json.dumps(document), encoding="utf-8")
    (source,) = adopt(path).sources
    assert source.kw == pytest.approx(400.0)
    assert pp.from_json(str(path)).sgen.p_mw[0] == pytest.approx(0.4)


def bare(net: pp.pandapowerNet) -> dict[str, Any]:
    """`net` as pandapower 1.2 to 1.5 wrote it: tables by column, with no wrapping, and a table of parameters."""
    text: dict[str, Any] = {}
    for name in ("bus", "ext_grid", "line", "trafo", "load", "switch", "sgen", "gen", "shunt", "trafo3w"):
        table = net[name].rename(columns=old_column)
        for column in table.columns:
            if column.endswith(("_kw", "_kvar", "_kva")) and column != "pfe_kw":
                table[column] = table[column] * 1000
        text[name] = json.loads(table.to_json(orient="columns"))
    text["parameters"] = {"parameter": {"name": "", "version": 1.4, "f_hz": 50.0, "sn_kva": 1000.0}}
    return text


def test_a_file_of_tables_without_wrapping_is_of_pandapower_1(tmp_path: Path) -> None:
    net = pp.create_empty_network()
    a, b = pp.create_bus(net, 10.0, name="a"), pp.create_bus(net, 0.4, name="b")
    pp.create_ext_grid(net, a, name="grid")
    pp.create_transformer_from_parameters(net, a, b, 0.63, 10.0, 0.4, 1.0, 4.0, 1.2, 0.2, name="T", tap_side="hv",
                                          tap_neutral=0, tap_min=-2, tap_max=2, tap_step_percent=2.5, tap_pos=2,
                                          tap_changer_type="Ratio")  # fmt: skip
    pp.create_load(net, b, 0.3, 0.1, name="hall")
    path = tmp_path / "bare.json"
    path.write_text(json.dumps(bare(net)), encoding="utf-8")
    pp.runpp(net, numba=False)
    found = build_net(Network.model_validate(adopt(path).tree))
    pp.runpp(found, numba=False)
    assert [*found.res_bus.vm_pu] == pytest.approx([*net.res_bus.vm_pu], abs=1e-9)
    assert found.res_bus.vm_pu[1] < 0.95


def test_voltage_dependent_loads_of_old_are_reported_by_both_their_parts(tmp_path: Path) -> None:
    path = as_of("2.9.0", tmp_path)
    net = json.loads(path.read_text("utf-8"))
    frame = json.loads(net["_object"]["load"]["_object"])
    without(frame, "const_z_p_percent", "const_i_p_percent", "const_z_q_percent", "const_i_q_percent")
    frame["columns"] += ["const_z_percent", "const_i_percent"]
    frame["data"] = [[*row, 30.0, 0.0] for row in frame["data"]]
    net["_object"]["load"]["_object"] = json.dumps(frame)
    path.write_text(json.dumps(net), encoding="utf-8")
    keys = {each.key for each in adopt(path).left_out if each.table == "load"}
    assert keys == {"const_z_p_percent", "const_z_q_percent"}


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ({"format_version": "2.13.0", "version": "2.14.1"}, "2.13.0"),
        ({"version": "2.7.0"}, "2.7.0"),
        ({"version": 2.0}, "2.0"),
        ({"format_version": "3.1.0", "version": "2.9.0"}, "2.9.0"),
        ({"format_version": None, "version": "2.2.0"}, "2.2.0"),
        ({"format_version": float("nan"), "version": "2.10.0"}, "2.10.0"),
        ({"format_version": "2.10.0", "version": "2.9.0"}, "2.9.0"),
        ({}, ""),
    ],
)
def test_the_version_that_counts(said: dict[str, object], version: str) -> None:
    assert version_of(said) == version


def test_the_newest_format_is_the_installed_pandapowers() -> None:
    assert ".".join(map(str, NEWEST)) == __format_version__.rpartition(".")[0]


def test_a_file_newer_than_any_known_is_refused_as_pandapower_refuses_it(tmp_path: Path) -> None:
    path = as_of("4.1.0", tmp_path, form="4.0.0")
    with pytest.raises(InvalidInput) as refused:
        adopt(path)
    assert [each.code for each in refused.value.problems] == ["pp-too-new"]
    with pytest.raises(UserWarning, match="newer"):
        pp.from_json(str(path))

"""One network in three spellings is one value, and what pandapower wrote is only ever read."""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import openpyxl
import pandapower as pp
import pytest

from drillsim.errors import InvalidInput, Problem
from drillsim.files.network_file import read_network_file
from drillsim.files.pp_json import read_pp_json
from drillsim.files.pp_xlsx import read_pp_xlsx
from drillsim.network import PandapowerFlow, compile_network, conducting, feeder, file_demand, live_islands
from drillsim.network.pandapower_net import build_net, write_json
from drillsim.schema.network import Network
from drillsim.texts import has

YAML = """\
format: 1
std_types:
  trafo:
    factory 0.9 MVA: {sn_mva: 0.9, vn_hv_kv: 10, vn_lv_kv: 0.4, vk_percent: 6, vkr_percent: 0.9, pfe_kw: 1.6,
                      i0_percent: 0.8, shift_degree: 330, vector_group: Dyn11, tap_side: hv, tap_neutral: 0,
                      tap_min: -2, tap_max: 2, tap_step_percent: 2.5, tap_changer_type: Ratio}
bus:
- {name: E-end, vn_kv: 10}
- {name: 一段母线, vn_kv: 10, min_vm_pu: 0.93}
- {name: I-0.4kV, vn_kv: 0.4}
- {name: II-0.4kV, vn_kv: 0.4, type: n}
- {name: far, vn_kv: 10, in_service: false}
- {name: II-10kV, vn_kv: 10}
- {name: sub-110, vn_kv: 110}
- {name: sub-20, vn_kv: 20}
ext_grid:
- {name: feeder-east, bus: E-end, s_sc_max_mva: 250, rx_max: 0.3, source: 供电公司 2026-03 答复}
line:
- {name: cable-east, from_bus: E-end, to_bus: 一段母线, length_km: 1.25, parallel: 2,
   std_type: NA2XS2Y 1x185 RM/25 12/20 kV}
- {name: old-cable, from_bus: 一段母线, to_bus: far, length_km: 0.3, r_ohm_per_km: 0.2, x_ohm_per_km: 0.1,
   c_nf_per_km: 250, max_i_ka: 0.3, df: 0.9, max_loading_percent: 80}
trafo:
- {name: T1, hv_bus: 一段母线, lv_bus: I-0.4kV, std_type: SCB10-1000 10/0.4 kV, tap_pos: -1}
- {name: T2, hv_bus: 一段母线, lv_bus: II-0.4kV, std_type: factory 0.9 MVA}
trafo3w:
- {name: T3, hv_bus: sub-110, mv_bus: sub-20, lv_bus: 一段母线, std_type: 63/25/38 MVA 110/20/10 kV}
impedance:
- {name: reactor, from_bus: 一段母线, to_bus: II-10kV, rft_pu: 0.003, xft_pu: 0.1, sn_mva: 20}
- {name: equivalent, from_bus: 一段母线, to_bus: II-10kV, rft_pu: 0.1, xft_pu: -0.4, sn_mva: 100,
   rtf_pu: 0.2, bf_pu: 0.01}
switch:
- {name: "101", bus: E-end, element: cable-east, et: l, type: CB, closed: true}
- {name: "401", bus: I-0.4kV, element: T1, et: t, type: CB, closed: true, in_ka: 2}
- {name: "400", bus: I-0.4kV, element: II-0.4kV, et: b, type: LBS, closed: false}
load:
- {name: icu, bus: I-0.4kV, p_mw: 0.06, q_mvar: 0.02}
- {name: spare, bus: II-0.4kV, p_mw: 0.31, scaling: 0.5, in_service: false}
motor:
- {name: pump, bus: II-10kV, pn_mech_mw: 0.4, cos_phi: 0.88, efficiency_percent: 94, loading_percent: 70, lrc_pu: 5}
asymmetric_load:
- {name: flats, bus: I-0.4kV, p_a_mw: 0.01, p_b_mw: 0.02, q_c_mvar: 0.003, type: delta}
storage:
- {name: battery, bus: I-0.4kV, p_mw: 0.05, max_e_mwh: 0.2, in_service: false}
ward:
- {name: village, bus: sub-20, ps_mw: 1.5, qs_mvar: 0.2, pz_mw: 0.3, qz_mvar: -0.1}
xward:
- {name: town, bus: sub-20, ps_mw: 2, qs_mvar: 0.4, pz_mw: 0, qz_mvar: 0, r_ohm: 0.1, x_ohm: 2, vm_pu: 1.01}
shunt:
- {name: bank, bus: II-0.4kV, q_mvar: -0.1, step: 2, max_step: 4, vn_kv: 0.4}
"""

Reader = Callable[[Path], Network]
READERS: dict[str, Reader] = {"json": read_pp_json, "xlsx": read_pp_xlsx}


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Network, Path]:
    """The network of `YAML`, and a folder with it as pandapower's own json and xlsx, which nobody changes."""
    place = tmp_path_factory.mktemp("written")
    (place / "network.yaml").write_text(YAML, encoding="utf-8")
    network = read_network_file(place / "network.yaml").value
    assert network is not None
    write_json(network, place / "network.json")
    pp.to_excel(build_net(network), str(place / "network.xlsx"))
    return network, place


@pytest.fixture
def written(once: tuple[Network, Path], tmp_path: Path) -> Network:
    """The network of `YAML`, with its files in a folder of the test's own."""
    network, place = once
    shutil.copytree(place, tmp_path, dirs_exist_ok=True)
    return network


def refused(read: Reader, path: Path) -> tuple[Problem, ...]:
    with pytest.raises(InvalidInput) as caught:
        read(path)
    assert all(has(f"problem-{problem.code}") for problem in caught.value.problems)
    assert all(problem.file == path.as_posix() for problem in caught.value.problems)
    return caught.value.problems


def codes(read: Reader, path: Path) -> list[str]:
    return [problem.code for problem in refused(read, path)]


class TestSpellingsOfJson:
    """What RFC 8259 lets stand between tokens says nothing, and pandas' shapes are one table."""

    @pytest.mark.parametrize(
        "mend",
        [
            lambda text: json.dumps(json.loads(text), indent="\t"),
            lambda text: text.replace("\n", "\r\n"),
            lambda text: "\ufeff" + text,
            lambda text: json.dumps(json.loads(text), separators=("\t,\n", "\t:\t")),
            lambda text: "\r\r\t" + json.dumps(json.loads(text), ensure_ascii=False) + "\t\r\n\n",
        ],
        ids=["tabs", "crlf", "bom", "tabs around colons", "lone returns"],
    )
    def test_white_space_is_white_space(self, written: Network, tmp_path: Path, mend: Callable[[str], str]) -> None:
        path = tmp_path / "network.json"
        path.write_bytes(mend(path.read_text("utf-8")).encode("utf-8"))
        assert read_pp_json(path) == written

    @pytest.mark.parametrize("orient", ["split", "records", "index", "columns"])
    @pytest.mark.parametrize("as_text", [True, False])
    def test_a_table_may_have_any_of_pandas_shapes(
        self, written: Network, tmp_path: Path, orient: Any, as_text: bool
    ) -> None:
        path = tmp_path / "network.json"
        net = json.loads(path.read_text("utf-8"))
        source = pp.from_json(str(path))
        for table in ("bus", "line", "trafo", "switch", "load"):
            content = source[table].to_json(orient=orient)
            net["_object"][table].update(orient=orient, _object=content if as_text else json.loads(content))
        path.write_text(json.dumps(net), encoding="utf-8")
        assert read_pp_json(path) == written

    def test_a_control_character_inside_a_text_is_one_problem(self, written: Network, tmp_path: Path) -> None:
        path = tmp_path / "network.json"
        path.write_text(path.read_text("utf-8").replace("_module", "_mod\tule", 1), encoding="utf-8")
        assert codes(read_pp_json, path) == ["json-syntax"]


class TestParity:
    @pytest.mark.parametrize("spelling", ["json", "xlsx"])
    def test_the_same_network_is_the_same_value(self, written: Network, tmp_path: Path, spelling: str) -> None:
        assert READERS[spelling](tmp_path / f"network.{spelling}") == written

    @pytest.mark.parametrize("spelling", ["json", "xlsx"])
    def test_and_has_the_same_flows(self, written: Network, tmp_path: Path, spelling: str) -> None:
        assert flows(READERS[spelling](tmp_path / f"network.{spelling}")) == flows(written)

    def test_pandapower_opens_what_was_written_and_agrees(self, written: Network, tmp_path: Path) -> None:
        net = pp.from_json(str(tmp_path / "network.json"))
        pp.runpp(net, numba=False)
        ours = flows(written)[0]
        assert ours.vm_pu[:4] == tuple(round(vm, 6) for vm in net.res_bus.vm_pu[:4])

    def test_results_in_the_file_are_passed_over(self, written: Network, tmp_path: Path) -> None:
        net = build_net(written)
        pp.runpp(net, numba=False)
        pp.to_json(net, str(tmp_path / "solved.json"))
        pp.to_excel(net, str(tmp_path / "solved.xlsx"))
        assert read_pp_json(tmp_path / "solved.json") == read_pp_xlsx(tmp_path / "solved.xlsx") == written


def flows(network: Network) -> list[Any]:
    net = compile_network(network)
    flow = PandapowerFlow(network, net)
    feeders = [feeder(net, position) for position in range(len(net.source_ids))]
    return [flow.solve(each) for each in live_islands(net, conducting(net, net.closed), feeders, file_demand(net))]


Net = dict[str, Any]


def frame(net: Net, table: str) -> dict[str, Any]:
    return json.loads(net["_object"][table]["_object"])  # type: ignore[no-any-return]


def edited(path: Path, table: str, change: Callable[[dict[str, Any]], None]) -> Path:
    """The json at `path` with one table changed by hand."""
    net = json.loads(path.read_text(encoding="utf-8"))
    content = frame(net, table)
    change(content)
    net["_object"][table]["_object"] = json.dumps(content)
    path.write_text(json.dumps(net, indent=2), encoding="utf-8")
    return path


def put(table: dict[str, Any], position: int, column: str, value: object) -> None:
    table["data"][position][table["columns"].index(column)] = value


class TestNames:
    @pytest.mark.parametrize(
        ("name", "code"),
        [(None, "pp-unnamed"), ("", "pp-unnamed"), ("T1", "pp-name-twice"), ("Load 1", "pp-name-not-id")],
    )
    def test_an_element_other_files_cannot_refer_to_is_refused_with_init_as_mend(
        self, written: Network, tmp_path: Path, name: str | None, code: str
    ) -> None:
        path = edited(tmp_path / "network.json", "load", lambda table: put(table, 0, "name", name))
        (problem,) = refused(read_pp_json, path)
        assert (problem.code, problem.field, dict(problem.facts)["path"]) == (code, "load", path.as_posix())
        assert problem.line > 1

    def test_hundreds_of_unnamed_elements_are_one_problem_a_table(self, tmp_path: Path) -> None:
        net = pp.networks.case33bw()
        pp.to_json(net, str(tmp_path / "case.json"))
        found = {problem.field: dict(problem.facts)["n"] for problem in refused(read_pp_json, tmp_path / "case.json")}
        assert found == {"load": "32", "ext_grid": "1", "line": "37"}

    def test_a_number_for_a_name_is_that_number_as_text(self, written: Network, tmp_path: Path) -> None:
        path = edited(tmp_path / "network.json", "switch", lambda table: put(table, 0, "name", 101))
        assert read_pp_json(path) == written


class TestContents:
    @pytest.mark.parametrize("literal", ["Infinity", "-Infinity", "1e999"])
    def test_a_number_that_is_none_is_refused(self, written: Network, tmp_path: Path, literal: str) -> None:
        path = tmp_path / "network.json"
        path.write_text(path.read_text("utf-8").replace(",0.06,", f",{literal},", 1), encoding="utf-8")
        (problem,) = refused(read_pp_json, path)
        assert (problem.code, problem.field) == ("number", "load.0.p_mw")

    @pytest.mark.parametrize("empty", [None, float("nan"), "nan", "NaN", "None", "", " "])
    def test_an_empty_cell_where_a_number_is_due_is_refused(
        self, written: Network, tmp_path: Path, empty: object
    ) -> None:
        path = edited(tmp_path / "network.json", "ext_grid", lambda table: put(table, 0, "s_sc_max_mva", empty))
        (problem,) = refused(read_pp_json, path)
        assert (problem.code, problem.field) == ("missing-key", "ext_grid.0.s_sc_max_mva")

    def test_an_index_that_names_nothing_is_refused(self, written: Network, tmp_path: Path) -> None:
        path = edited(tmp_path / "network.json", "load", lambda table: put(table, 0, "bus", 99))
        (problem,) = refused(read_pp_json, path)
        assert (problem.code, problem.field) == ("pp-no-such-index", "load.0.bus")

    def test_a_table_the_model_does_not_know_is_named(self, written: Network, tmp_path: Path) -> None:
        net = build_net(written)
        pp.create_sgen(net, 1, p_mw=0.1, name="pv")
        pp.create_svc(net, 1, x_l_ohm=1, x_cvar_ohm=-10, set_vm_pu=1.0, thyristor_firing_angle_degree=90, name="svc-1")
        pp.create_poly_cost(net, 0, "ext_grid", cp1_eur_per_mw=1)
        pp.to_json(net, str(tmp_path / "more.json"))
        pp.to_excel(net, str(tmp_path / "more.xlsx"))
        for spelling, read in READERS.items():
            found = refused(read, tmp_path / f"more.{spelling}")
            assert [(each.code, each.field) for each in found] == [
                ("pp-unknown-table", "sgen"),
                ("pp-unknown-table", "svc"),
            ]

    def test_a_figure_that_changes_the_flow_unseen_is_refused(self, written: Network, tmp_path: Path) -> None:
        net = build_net(written)
        net.load.loc[0, "const_z_p_percent"] = 30.0
        pp.to_json(net, str(tmp_path / "voltage.json"))
        (problem,) = refused(read_pp_json, tmp_path / "voltage.json")
        assert (problem.code, problem.field) == ("pp-changes-flow", "load.0.const_z_p_percent")

    def test_problems_between_rows_are_found_in_json_too(self, written: Network, tmp_path: Path) -> None:
        path = edited(tmp_path / "network.json", "switch", lambda table: put(table, 0, "bus", 3))
        (problem,) = refused(read_pp_json, path)
        assert (problem.code, problem.field) == ("network-switch-not-at-end", "switch.0.bus")
        assert problem.line > 1


@pytest.fixture
def trap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A module on the path whose import leaves a file behind."""
    (tmp_path / "trapmodule.py").write_text(
        f"from pathlib import Path\nPath({str(tmp_path / 'sprung')!r}).touch()\nclass Trap:\n    pass\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path / "sprung"
    sys.modules.pop("trapmodule", None)


class TestNothingIsImported:
    def put_in(self, path: Path, where: Callable[[Net, Any], None]) -> Path:
        net = json.loads(path.read_text(encoding="utf-8"))
        where(net, {"_module": "trapmodule", "_class": "Trap", "_object": "{}"})
        path.write_text(json.dumps(net), encoding="utf-8")
        return path

    def test_the_trap_springs_when_pandapower_reads_the_file(
        self, written: Network, tmp_path: Path, trap: Path
    ) -> None:
        path = self.put_in(tmp_path / "network.json", lambda net, evil: net["_object"].update(note=evil))
        with suppress(Exception):  # it imports first and refuses the class afterwards
            pp.from_json(str(path))
        assert trap.exists()

    @pytest.mark.parametrize(
        "where",
        [
            lambda net, evil: net.update(evil),
            lambda net, evil: net["_object"].update(note=evil),
            lambda net, evil: net["_object"].update(controller=evil),
            lambda net, evil: net["_object"].update(bus=evil),
            lambda net, evil: net["_object"]["bus"].update({"_module": "trapmodule", "_class": "Trap"}),
        ],
    )
    def test_a_module_named_in_json_is_refused_and_not_imported(
        self, written: Network, tmp_path: Path, trap: Path, where: Callable[[Net, Any], None]
    ) -> None:
        path = self.put_in(tmp_path / "network.json", where)
        assert codes(read_pp_json, path) in (["pp-foreign"], ["pp-not-a-net"])
        assert "trapmodule" not in sys.modules
        assert not trap.exists()

    def test_one_nested_in_a_cell_is_only_left_out(self, written: Network, tmp_path: Path, trap: Path) -> None:
        evil = {"_module": "trapmodule", "_class": "Trap", "_object": "{}"}
        path = edited(tmp_path / "network.json", "bus", lambda table: put(table, 0, "geo", evil))
        assert read_pp_json(path) == written
        assert not trap.exists()

    def test_one_written_into_a_sheet_is_only_text(self, written: Network, tmp_path: Path, trap: Path) -> None:
        path = tmp_path / "network.xlsx"
        book = openpyxl.load_workbook(path)
        sheet = book.create_sheet("controller")
        sheet.append([None, "object"])
        sheet.append([0, json.dumps({"_module": "trapmodule", "_class": "Trap", "_object": "{}"})])
        book.save(path)
        assert read_pp_xlsx(path) == written
        assert "trapmodule" not in sys.modules
        assert not trap.exists()


class TestBrokenJson:
    def test_a_truncated_file_is_refused_with_its_line(self, written: Network, tmp_path: Path) -> None:
        path = tmp_path / "network.json"
        path.write_bytes(path.read_bytes()[:-2_000])
        (problem,) = refused(read_pp_json, path)
        assert problem.code == "json-syntax"
        assert problem.line > 100

    @pytest.mark.parametrize("text", ["", "[]", "{}", '"bus"', "null", '{"bus": []}', "1" * 5_000])
    def test_what_is_no_net_is_refused(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "network.json"
        path.write_text(text, encoding="utf-8")
        assert codes(read_pp_json, path)[0] in ("json-syntax", "pp-not-a-net")

    def test_nesting_is_refused_before_it_is_parsed(self, tmp_path: Path) -> None:
        path = tmp_path / "network.json"
        path.write_text("[" * 1_000_000, encoding="utf-8")
        assert codes(read_pp_json, path) == ["too-deep"]

    def test_nesting_inside_a_table_is_refused(self, written: Network, tmp_path: Path) -> None:
        path = edited(tmp_path / "network.json", "bus", lambda table: put(table, 0, "geo", nested(50)))
        assert codes(read_pp_json, path) == ["too-deep"]

    def test_a_key_twice_is_refused(self, written: Network, tmp_path: Path) -> None:
        path = tmp_path / "network.json"
        path.write_text(path.read_text("utf-8").replace('"_class"', '"_module": "os", "_class"', 1), encoding="utf-8")
        assert codes(read_pp_json, path) == ["json-key-twice"]

    def test_a_file_too_large_is_refused_unread(self, tmp_path: Path) -> None:
        path = tmp_path / "network.json"
        path.write_bytes(b" " * 5_000_001)
        assert codes(read_pp_json, path) == ["file-too-large"]

    @pytest.mark.parametrize(
        "change",
        [
            lambda table: table.pop("index"),
            lambda table: table["data"].pop(),
            lambda table: table["data"][0].pop(),
            lambda table: table.update(data={}),
            lambda table: table["columns"].__setitem__(1, table["columns"][0]),
        ],
    )
    def test_a_table_of_another_shape_is_refused(
        self, written: Network, tmp_path: Path, change: Callable[[dict[str, Any]], None]
    ) -> None:
        assert codes(read_pp_json, edited(tmp_path / "network.json", "bus", change)) == ["pp-shape"]

    def test_an_index_twice_is_refused(self, written: Network, tmp_path: Path) -> None:
        path = edited(tmp_path / "network.json", "bus", lambda table: table["index"].__setitem__(1, 0))
        assert codes(read_pp_json, path) == ["pp-index-twice"]

    def test_a_file_of_a_newer_pandapower_is_refused(self, written: Network, tmp_path: Path) -> None:
        net = json.loads((tmp_path / "network.json").read_text("utf-8"))
        net["_object"].update(format_version="3.9.0", version="3.9.1")
        (tmp_path / "network.json").write_text(json.dumps(net), encoding="utf-8")
        assert codes(read_pp_json, tmp_path / "network.json") == ["pp-too-new"]

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32-be"])
    def test_another_encoding_is_one_problem(self, written: Network, tmp_path: Path, encoding: str) -> None:
        text = (tmp_path / "network.json").read_text("utf-8")
        (tmp_path / "network.json").write_bytes(text.encode(encoding))
        assert codes(read_pp_json, tmp_path / "network.json") == ["not-utf8"]


def nested(depth: int) -> Any:
    return [nested(depth - 1)] if depth else []


class TestBrokenXlsx:
    def test_a_truncated_workbook_is_refused(self, written: Network, tmp_path: Path) -> None:
        path = tmp_path / "network.xlsx"
        path.write_bytes(path.read_bytes()[:-500])
        assert codes(read_pp_xlsx, path) == ["xlsx-unreadable"]

    @pytest.mark.parametrize(
        "content", [b"", b"PK\x05\x06" + b"\0" * 18, b"not a zip", b"\xd0\xcf\x11\xe0" + b"\0" * 600]
    )
    def test_what_is_no_workbook_is_refused(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "network.xlsx"
        path.write_bytes(content)
        assert codes(read_pp_xlsx, path) == ["xlsx-unreadable"]

    def test_a_zip_bomb_is_refused_before_it_is_unpacked(self, written: Network, tmp_path: Path) -> None:
        path = tmp_path / "network.xlsx"
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/media/zeros.bin", b"\0" * 60_000_000)
        assert path.stat().st_size < 200_000
        assert codes(read_pp_xlsx, path) == ["xlsx-bomb"]

    def test_a_part_packed_implausibly_tight_is_refused(self, written: Network, tmp_path: Path) -> None:
        path = tmp_path / "network.xlsx"
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/extra.xml", b" " * 5_000_000)
        assert codes(read_pp_xlsx, path) == ["xlsx-bomb"]

    def test_ten_thousand_parts_are_refused(self, written: Network, tmp_path: Path) -> None:
        path = tmp_path / "network.xlsx"
        with zipfile.ZipFile(path, "a") as archive:
            for n in range(1_100):
                archive.writestr(f"xl/p{n}.xml", b"")
        assert codes(read_pp_xlsx, path) == ["xlsx-bomb"]

    def test_entities_are_refused_before_the_xml_is_parsed(self, written: Network, tmp_path: Path) -> None:
        path, bomb = tmp_path / "network.xlsx", tmp_path / "bomb.xlsx"
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(bomb, "w") as new:
            for part in old.namelist():
                content = old.read(part)
                if part == "xl/workbook.xml":
                    content = content.replace(b"<workbook", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook', 1)
                new.writestr(part, content)
        assert codes(read_pp_xlsx, bomb) == ["xlsx-xml"]

    def test_a_formula_is_not_a_number(self, written: Network, tmp_path: Path) -> None:
        path = tmp_path / "network.xlsx"
        book = openpyxl.load_workbook(path)
        header = [cell.value for cell in book["load"][1]]
        book["load"].cell(2, header.index("p_mw") + 1).value = "=0.03+0.03"
        book.save(path)
        (problem,) = refused(read_pp_xlsx, path)
        assert (problem.code, problem.field, problem.line) == ("number", "load.0.p_mw", 2)

    def test_a_cell_a_million_rows_down_costs_nothing(self, written: Network, tmp_path: Path) -> None:
        path = tmp_path / "network.xlsx"
        book = openpyxl.load_workbook(path)
        book["load"].cell(1_048_576, 16_384).value = "far"
        book.save(path)
        assert read_pp_xlsx(path) == written

    def test_a_workbook_without_a_bus_sheet_is_no_net(self, tmp_path: Path) -> None:
        book = openpyxl.Workbook()
        book.save(tmp_path / "network.xlsx")
        assert codes(read_pp_xlsx, tmp_path / "network.xlsx") == ["pp-not-a-net"]

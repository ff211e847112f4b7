"""A pandapower file spoilt in hundreds of ways is taken over or refused with a message; nothing else ever happens."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pandapower as pp
import pytest

from helpers.in_process import drillsim_here
from helpers.thinned import thinned

JSON_CASES, XLSX_CASES = 200, 40
NAN = float("nan")
ODD: tuple[Any, ...] = (
    None, NAN, float("inf"), -1, 0, 1, 1.0, 1.5, 10**400, 1e-300, True, False, "", " ", "nan", "None", "TRUE", "False",
    "1", "1.0", "-1", "0,18", "1,250", "０．５", "abc", "b", "hv", "一级", "是", "\u0000", "a\nb", "\ud800",
    "x" * 5_000, [], [1, 2], {}, {"_module": "os", "_class": "system"}, "=1+1", "../..", "{{", "#N/A", "1e5", "0x10",
    "2026-01-01",
)  # fmt: skip
IN_CELLS = tuple(each for each in ODD if not isinstance(each, list | dict) and each not in ("\u0000", "\ud800"))
VERSIONS: tuple[Any, ...] = (None, 1.4, 1.6, 2.0, "2.7.0", "2.14.0", "3.0.0", "9.9", "x", "", NAN, [], True, 3)


def net() -> pp.pandapowerNet:
    net = pp.create_empty_network()
    a, b, c, d = (pp.create_bus(net, kv, name=name) for kv, name in ((110, "A"), (20, "B"), (10, "C"), (0.4, "D")))
    pp.create_ext_grid(net, a, name="grid")
    pp.create_transformer3w(net, a, b, c, "63/25/38 MVA 110/20/10 kV", name="T3")
    pp.create_transformer(net, b, d, "0.63 MVA 20/0.4 kV", name="T1")
    pp.create_line(net, b, pp.create_bus(net, 20.0), 1.0, "NA2XS2Y 1x185 RM/25 12/20 kV")
    pp.create_switch(net, b, 0, et="l", name="Q1")
    pp.create_load(net, d, 0.1, name="hall")
    pp.create_load(net, 4, -0.1)
    pp.create_sgen(net, d, 0.05, sn_mva=0.06, name="roof")
    pp.create_gen(net, c, 1.0)
    pp.create_shunt(net, c, q_mvar=0.1)
    return net


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("whole")
    pp.to_json(net(), str(place / "net.json"))
    pp.to_excel(net(), str(place / "net.xlsx"))
    return place


Spoil = Callable[[random.Random, dict[str, Any], dict[str, Any]], None]
"""Changes one table's content, or its wrapping."""


def a_cell(luck: random.Random, frame: dict[str, Any], table: dict[str, Any]) -> None:
    if table["data"]:
        row = luck.choice(table["data"])
        row[luck.randrange(len(row))] = luck.choice(ODD)


def a_column(luck: random.Random, frame: dict[str, Any], table: dict[str, Any]) -> None:
    at, value = luck.randrange(len(table["columns"])), luck.choice(ODD)
    for row in table["data"]:
        row[at] = value


def a_column_as_text(luck: random.Random, frame: dict[str, Any], table: dict[str, Any]) -> None:
    at, how = luck.randrange(len(table["columns"])), luck.choice((str, repr, lambda value: f" {value} "))
    for row in table["data"]:
        row[at] = how(row[at])


def no_column(luck: random.Random, frame: dict[str, Any], table: dict[str, Any]) -> None:
    at = luck.randrange(len(table["columns"]))
    for row in (table["columns"], *table["data"]):
        del row[at]


def other_name(luck: random.Random, frame: dict[str, Any], table: dict[str, Any]) -> None:
    table["columns"][luck.randrange(len(table["columns"]))] = luck.choice(("", "x", "p_mw", "geo", 7, None))


def an_index(luck: random.Random, frame: dict[str, Any], table: dict[str, Any]) -> None:
    if table["index"]:
        table["index"][luck.randrange(len(table["index"]))] = luck.choice(ODD)


def a_row_less(luck: random.Random, frame: dict[str, Any], table: dict[str, Any]) -> None:
    if table["data"]:
        del table["data"][0]
        if luck.random() < 0.5:
            del table["index"][0]


def other_wrapping(luck: random.Random, frame: dict[str, Any], table: dict[str, Any]) -> None:
    frame[luck.choice(("orient", "_class", "_module", "_object"))] = luck.choice((*ODD, "records", "columns", "index"))


SPOILS: tuple[Spoil, ...] = (a_cell, a_cell, a_cell, a_column, a_column_as_text, no_column, other_name, an_index,
                             a_row_less, other_wrapping)  # fmt: skip
TABLES = ("bus", "ext_grid", "line", "trafo", "trafo3w", "switch", "load", "sgen", "gen", "shunt")


def spoilt_json(luck: random.Random, text: str) -> str:
    document = json.loads(text)
    for _ in range(luck.choice((1, 1, 2, 5))):
        name = luck.choice(TABLES)
        frame = document["_object"][name]
        spoil = luck.choice(SPOILS)
        if isinstance(frame.get("_object"), str) and frame["_object"].startswith('{"columns"'):
            table = json.loads(frame["_object"])
            if table["columns"]:
                spoil(luck, frame, table)
            if spoil is not other_wrapping:
                frame["_object"] = json.dumps(table)
    if luck.random() < 0.3:
        for key in luck.sample(("version", "format_version", "f_hz", "std_types", "name"), 2):
            document["_object"][key] = luck.choice(VERSIONS)
    if luck.random() < 0.1:
        del document["_object"][luck.choice(TABLES)]
    written = json.dumps(document, indent=luck.choice((None, 1, "\t")))
    return written[: luck.randrange(len(written))] if luck.random() < 0.1 else written


def spoilt_xlsx(luck: random.Random, path: Path) -> None:
    book = openpyxl.load_workbook(path)
    for _ in range(luck.choice((1, 2, 5))):
        sheet = book[luck.choice((*TABLES, "parameters", "trafo_std_types"))]
        if sheet.max_row < 1 or sheet.max_column < 2:
            continue
        at = sheet.cell(luck.randrange(sheet.max_row) + 1, luck.randrange(sheet.max_column) + 1)
        at.value = luck.choice([each for each in IN_CELLS if not (isinstance(each, int) and each > 10**15)])
    if luck.random() < 0.2:
        del book[luck.choice(TABLES)]
    book.save(path)


def assert_told(path: Path, folder: Path, lang: str) -> None:
    """`init` makes a folder that `check` reads, or says in which file something is wrong."""
    done = drillsim_here("init", folder, "--network", path, "--lang", lang)
    assert done.code in (0, 2), done.errors
    if done.code == 2:
        assert path.as_posix() in done.errors and not folder.exists()
        assert len(done.errors.splitlines()) < 60
        return
    checked = drillsim_here("check", folder, "--files-only", "--lang", lang)
    assert checked.code == 0, checked.errors


@pytest.mark.parametrize("part", thinned(range(5), 3))
def test_a_spoilt_json_is_taken_over_or_refused(whole: Path, tmp_path: Path, part: int) -> None:
    text = (whole / "net.json").read_text("utf-8")
    for number in range(part, JSON_CASES, 5):
        luck = random.Random(1_000 + number)
        path = tmp_path / f"spoilt-{number}.json"
        path.write_text(spoilt_json(luck, text), encoding="utf-8")
        assert_told(path, tmp_path / f"works-{number}", "zh" if number % 2 else "en")


@pytest.mark.full
def test_a_spoilt_workbook_is_taken_over_or_refused(whole: Path, tmp_path: Path) -> None:
    for number in range(XLSX_CASES):
        path = tmp_path / f"spoilt-{number}.xlsx"
        path.write_bytes((whole / "net.xlsx").read_bytes())
        spoilt_xlsx(random.Random(number), path)
        assert_told(path, tmp_path / f"works-{number}", "zh" if number % 2 else "en")

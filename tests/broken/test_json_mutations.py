"""The shipped networks in pandapower's json, damaged in one spot: refused, or another network, or damaged only where
the file holds what drillsim passes over (results, geography, costs)."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from broken.mutate import damaged_bytes
from drillsim.errors import InvalidInput
from drillsim.files.pp_json import read_pp_json
from drillsim.files.shipped import shipped_root
from drillsim.schema.network import ROW_OF, TABLES, Network

MUTANTS = max(20, int(os.environ.get("DRILLSIM_MUTANTS", "1000")) // 40)
WORDS_ONLY = frozenset({("bus", "type"), ("line", "type"), ("bus", "zone"), ("bus", "min_vm_pu"), ("bus", "max_vm_pu")})
"""Columns of free words, or filled in by pandapower: what is not understood there is left out."""
REFERRED_TO = ("bus", "line", "trafo", "trafo3w")
"""Tables whose indices other tables name."""
JUNK: tuple[object, ...] = ("?", -1, 1e300, "NaN", [], {"_module": "os", "_class": "system"}, True, 17, "", "1０")

Leaf = tuple[str, ...]


@cache
def _networks() -> tuple[Path, ...]:
    return tuple(sorted(shipped_root().glob("plans/*/network.json")))


@cache
def _original(path: Path) -> tuple[Network, dict[Leaf, object]]:
    return read_pp_json(path), dict(_leaves(json.loads(path.read_bytes())["_object"]))


def _leaves(net: dict[str, Any]) -> Iterator[tuple[Leaf, object]]:
    """What the file says in the tables that are read, cell by cell."""
    for table in TABLES:
        frame = net.get(table, {}).get("_object")
        split = json.loads(frame) if isinstance(frame, str) else {"columns": [], "index": [], "data": []}
        for row, values in enumerate(split["data"]):
            if table in REFERRED_TO:
                yield (table, str(row), "index"), split["index"][row]
            for column, value in zip(split["columns"], values, strict=True):
                if column in ROW_OF[table].model_fields and (table, column) not in WORDS_ONLY:
                    yield (table, str(row), column), value
    yield ("f_hz",), net.get("f_hz")


@pytest.mark.parametrize("number", range(MUTANTS))
def test_a_damaged_byte_is_refused_or_changes_the_network_or_something_passed_over(number: int, tmp_path: Path) -> None:
    luck = random.Random(f"json/{number}")
    if not _networks():
        pytest.skip("no customer with a network.json is shipped yet")
    path = luck.choice(_networks())
    mutant = damaged_bytes(path.read_bytes(), luck)
    (tmp_path / "network.json").write_bytes(mutant.data)
    before, said = _original(path)
    try:
        after = read_pp_json(tmp_path / "network.json")
    except InvalidInput as refused:
        assert all(problem.file.endswith("network.json") for problem in refused.problems)
        return
    if after == before:
        assert dict(_leaves(json.loads(mutant.data.decode("utf-8"))["_object"])) == said, mutant.what


@pytest.mark.parametrize("number", range(MUTANTS))
def test_a_damaged_cell_is_refused_or_changes_the_network(number: int, tmp_path: Path) -> None:
    luck = random.Random(f"cell/{number}")
    if not _networks():
        pytest.skip("no customer with a network.json is shipped yet")
    path = luck.choice(_networks())
    before, said = _original(path)
    table, row, column = luck.choice([leaf for leaf in said if len(leaf) == 3 and leaf[2] != "index"])
    old, new = said[table, row, column], luck.choice(JUNK)
    if old == new or (old in (None, "") and new in ("", None)):
        return
    content = json.loads(path.read_bytes())
    split = json.loads(content["_object"][table]["_object"])
    split["data"][int(row)][split["columns"].index(column)] = new
    content["_object"][table]["_object"] = json.dumps(split)
    (tmp_path / "network.json").write_text(json.dumps(content), encoding="utf-8")
    try:
        after = read_pp_json(tmp_path / "network.json")
    except InvalidInput:
        return
    assert after != before, f"{table}.{row}.{column}: {old!r} -> {new!r}"

"""What reading a pandapower json takes: so many bytes of memory for every byte of the file, whatever the bytes say."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandapower as pp
import pytest

from drillsim.files.pp_adopt import adopt

Net = dict[str, Any]


def frame(content: object, orient: str = "split") -> dict[str, object]:
    """A table as pandapower writes it: JSON inside a JSON string."""
    return {
        "_module": "pandas.core.frame",
        "_class": "DataFrame",
        "_object": json.dumps(content),
        "orient": orient,
    }


def hours(n: int) -> dict[str, object]:
    return {"columns": ["household"], "index": list(range(n)), "data": [[0.123456789]] * n}


def profiles(net: Net, n: int) -> None:
    net["profiles"] = {"load": frame(hours(n))}


def a_table_of_profiles(net: Net, n: int) -> None:
    net["load_profiles"] = frame(hours(n))


def a_table_by_columns(net: Net, n: int) -> None:
    net["load_profiles"] = frame({"household": {str(each): 0.123456789 for each in range(n)}}, "columns")


def results(net: Net, n: int) -> None:
    net["res_bus"] = frame(hours(n))


def objects_that_are_no_table(net: Net, n: int) -> None:
    net["profiles"] = {"load": [{"time": each, "household": 0.123456789} for each in range(n)]}


def loads(net: Net, n: int) -> None:
    table = json.loads(net["load"]["_object"])
    (row,) = table["data"]
    name = table["columns"].index("name")
    data = [[*row[:name], f"hall {each}", *row[name + 1 :]] for each in range(n // 8)]
    net["load"] = frame(table | {"index": list(range(len(data))), "data": data})


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Net:
    net = pp.create_empty_network()
    bus = pp.create_bus(net, 10.0)
    pp.create_ext_grid(net, bus)
    pp.create_load(net, bus, p_mw=0.5)
    path = tmp_path_factory.mktemp("small") / "public.json"
    pp.to_json(net, str(path))
    content: Net = json.loads(path.read_text("utf-8"))
    return content


def peak(content: Net, path: Path) -> tuple[int, int]:
    """Bytes of the file and of memory while it is taken over."""
    path.write_text(json.dumps(content), encoding="utf-8")
    tracemalloc.start()
    try:
        adopt(path)
        return path.stat().st_size, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("more", "at_most"),
    [(profiles, 6), (results, 6), (a_table_of_profiles, 15), (a_table_by_columns, 20), (objects_that_are_no_table, 20),
     (loads, 25)],
)  # fmt: skip
def test_memory_grows_by_few_bytes_for_a_byte_of_the_file(
    small: Net, tmp_path: Path, more: Callable[[Net, int], None], at_most: int
) -> None:
    peaks = []
    for n in (8_000, 8_000, 48_000):  # the first fills what is computed once
        content = small | {"_object": dict(small["_object"])}
        more(content["_object"], n)
        peaks.append(peak(content, tmp_path / "public.json"))
    _, (size, memory), (larger, more_memory) = peaks
    assert larger - size > 400_000
    assert more_memory - memory < at_most * (larger - size)

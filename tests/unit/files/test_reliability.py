"""A reliability table becomes a customer's folder, or is refused with what is wrong and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from drillsim.errors import InvalidInput
from drillsim.files.folder import load_customer
from drillsim.files.new_folder import folder_of_system
from drillsim.schema.compiled import Compiled
from helpers.command import drillsim

TABLE = """\
system: a feeder
cases:
  A:
    source_bus: 0
    alternative_supply_buses: [2]
    transfer_works: 0.6
    branches:
    - {id: 1, u: 0, v: 1, lam: 0.2, r: 4, s: 0.5, prot_at_u: true}
    - {id: 2, u: 1, v: 2, lam: 1.5e-1, r: 4.0001, s: 0.5, isolator_at_u: true}
    - {id: LP1, u: 1, v: LP1, lam: 0.2, r: 2, s: 1, prot_at_u: true, prot_works: 0.9, trafo: 0}
  B: {source_bus: 0, branches: [{id: 1, u: 0, v: 1, lam: 1, r: 1, s: 1}], load_points: {LP1: {P_kW: 1}}}
load_points:
  LP1: {P_kW: 5000, customers: 1000}
  LP2: {P_kW: 4000.5, customers: 800}
"""


def made(tmp_path: Path, text: str = TABLE, case: str | None = "A") -> Compiled:
    (tmp_path / "table.yaml").write_text(text, encoding="utf-8")
    folder_of_system(tmp_path / "system", tmp_path / "table.yaml", case, "en")
    return load_customer(tmp_path / "system").dossier


def refused(tmp_path: Path, text: str = TABLE, case: str | None = "A") -> list[tuple[int, str, str]]:
    with pytest.raises(InvalidInput) as error:
        made(tmp_path, text, case)
    assert not (tmp_path / "system").exists()
    return [(each.line, each.field, each.code) for each in error.value.problems]


def test_rates_times_and_chances_stand_where_the_engine_looks_for_them(tmp_path: Path) -> None:
    of = made(tmp_path)
    facts = {
        name: (e.failures_per_year, e.repair, e.found_in) for name, e in of.site.elements.items() if e.failures_per_year
    }
    assert list(facts) == ["1", "2", "branch-LP1"]
    assert [(rate, repair.ms, found.ms) for rate, repair, found in facts.values()] == [  # type: ignore[union-attr]
        (0.2, 14_400_000, 1_800_000),
        (0.15, 14_400_360, 1_800_000),
        (0.2, 7_200_000, 3_600_000),
    ]
    fails = {name: device.fails_to_operate for name, device in of.site.devices.items() if device.fails_to_operate}
    assert fails == pytest.approx({"tie-2": 0.4, "branch-LP1-u-protection": 0.1})
    assert of.site.devices["branch-LP1-u-protection"].kind == "fuse"


def test_what_the_table_leaves_out_never_fails_and_says_why(tmp_path: Path) -> None:
    of = made(tmp_path)
    left = [of.site.elements[row.name] for row in of.network.bus]
    left += [of.site.sources[row.name] for row in of.network.ext_grid]  # type: ignore[misc]
    assert len(left) == len(of.network.bus) + len(of.network.ext_grid) > 4
    assert {(each.failures_per_year, each.source) for each in left} == {(0.0, "the table")}


def test_load_points_stand_at_their_node_or_their_bus_with_customers_and_demand(tmp_path: Path) -> None:
    of = made(tmp_path)
    assert [(row.name, row.bus, row.p_mw) for row in of.network.load] == [
        ("LP1", "bus-LP1", 5.0),
        ("LP2", "bus-2", 4.0005),
    ]
    assert [each.customers for each in of.site.loads.values()] == [1000, 800]


def test_protections_trip_and_isolators_do_not(tmp_path: Path) -> None:
    of = made(tmp_path)
    kinds = {name: device.kind for name, device in of.site.devices.items()}
    assert (kinds["1-u-protection"], kinds["2-u-isolator"]) == ("breaker", "load_switch")
    assert {row.name: row.closed for row in of.network.switch}["tie-2"] is False


def test_a_case_may_bring_its_own_load_points(tmp_path: Path) -> None:
    assert [row.name for row in made(tmp_path, case="B").network.load] == ["LP1"]


def test_a_table_of_one_case_needs_no_name(tmp_path: Path) -> None:
    assert made(tmp_path, TABLE.replace("  B: {", "x: {"), None).network.line[0].name == "1"


@pytest.mark.parametrize(
    ("change", "case", "told"),
    [
        (("", ""), None, [(0, "cases", "reliability-case")]),
        (("", ""), "C", [(0, "cases", "reliability-case")]),
        (("source_bus: 0\n", "source_bus: 9\n"), "A", [(4, "cases.A.source_bus", "reliability-node")]),
        (("[2]", "[7]"), "A", [(5, "cases.A.alternative_supply_buses", "reliability-node")]),
        (("  LP2:", "  LP3:"), "A", [(14, "load_points.LP3", "reliability-node")]),
        (("id: 2,", "id: 1,"), "A", [(7, "cases.A.branches", "reliability-branch-twice")]),
        (("lam: 0.2, r: 4", "lam: -0.2, r: 4"), "A", [(8, "cases.A.branches.0.lam", "at-least")]),
        (("r: 2, s: 1", "s: 1"), "A", [(10, "cases.A.branches.2.r", "missing-key")]),
        (("prot_works: 0.9", "prot_works: 90"), "A", [(10, "cases.A.branches.2.prot_works", "at-most")]),
        (("u: 0, v: 1, lam: 0.2", "u: 0, v: yes, lam: soon"), "A", [(8, "cases.A.branches.0.lam", "number")]),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    tmp_path: Path, change: tuple[str, str], case: str | None, told: list[tuple[int, str, str]]
) -> None:
    assert refused(tmp_path, TABLE.replace(*change, 1), case) == told


@pytest.mark.full
def test_the_command_writes_a_folder_that_check_accepts(tmp_path: Path) -> None:
    (tmp_path / "table.yaml").write_text(TABLE, encoding="utf-8")
    given = ("init", tmp_path / "system", "--reliability", tmp_path / "table.yaml")
    assert drillsim(*given, "--case", "A", "--json").json["files"][0] == "customer.yaml"
    assert drillsim("check", tmp_path / "system").code == 0
    assert drillsim(*given[:1], tmp_path / "other", "--case", "A").code == 2
    assert drillsim(*given[:1], tmp_path / "other", *given[2:], "--network", "net.json").code == 2

"""What a network file may say, and what its rows may say of one another."""

from __future__ import annotations

import inspect
from typing import Any

import pandapower as pp
import pytest
from pydantic import ValidationError

from drillsim.schema.network import ROW_OF, TABLES, Network
from drillsim.schema.network_rule import network_problems
from drillsim.schema.std_type import DUE, figures_of, shipped_types
from drillsim.texts import has

BASE: dict[str, Any] = {
    "format": "1",
    "bus": [{"name": "E", "vn_kv": "10"}, {"name": "I", "vn_kv": "10"}, {"name": "L", "vn_kv": "0.4"}],
    "ext_grid": [{"name": "east", "bus": "E", "s_sc_max_mva": "250", "rx_max": "0.3"}],
    "switch": [{"name": "101", "bus": "E", "element": "I", "et": "b"}],
    "trafo": [{"name": "T1", "hv_bus": "I", "lv_bus": "L", "std_type": "0.63 MVA 10/0.4 kV"}],
    "load": [{"name": "icu", "bus": "L", "p_mw": "0.06"}],
}
LINE = {"name": "c1", "from_bus": "E", "to_bus": "I", "length_km": "1", "std_type": "NAYY 4x50 SE"}


def problems(**changed: Any) -> list[tuple[tuple[str | int, ...], str]]:
    return [(each.path, each.code) for each in network_problems(Network.model_validate(BASE | changed))]


def refused(**changed: Any) -> list[tuple[str | int, ...]]:
    with pytest.raises(ValidationError) as caught:
        Network.model_validate(BASE | changed)
    return [error["loc"] for error in caught.value.errors()]


def row(table: str, position: int = 0, **changed: Any) -> dict[str, list[Any]]:
    rows = [dict(each) for each in BASE[table]]
    rows[position] |= changed
    return {table: [{key: value for key, value in each.items() if value is not None} for each in rows]}


def test_the_network_of_the_description_holds_together() -> None:
    assert problems() == []


def test_a_feeder_without_its_fault_level_is_refused() -> None:
    assert refused(**row("ext_grid", s_sc_max_mva=None, rx_max=None)) == [
        ("ext_grid", 0, "s_sc_max_mva"),
        ("ext_grid", 0, "rx_max"),
    ]


@pytest.mark.parametrize("value", ["-0.1", "nan", "inf", "1e999", float("nan"), float("inf"), "6 MW", True, None])
def test_a_load_draws_a_finite_number_not_below_zero(value: object) -> None:
    rows = [{"name": "icu", "bus": "L", "p_mw": value}]
    assert refused(load=rows) == [("load", 0, "p_mw")]


def test_a_key_pandapower_would_swallow_is_refused() -> None:
    assert refused(**row("load", p_kw="60")) == [("load", 0, "p_kw")]


def test_an_id_used_in_two_tables_is_found() -> None:
    assert problems(**row("load", name="101")) == [(("load", 0, "name"), "network-id-twice")]


@pytest.mark.parametrize(
    ("changed", "path", "code"),
    [
        (row("load", bus="X"), ("load", 0, "bus"), "network-no-such-bus"),
        (row("ext_grid", bus="e"), ("ext_grid", 0, "bus"), "network-no-such-bus"),
        (row("trafo", lv_bus="X"), ("trafo", 0, "lv_bus"), "network-no-such-bus"),
        (row("switch", element="X"), ("switch", 0, "element"), "network-no-such-element"),
        (row("switch", element="T1"), ("switch", 0, "element"), "network-no-such-element"),
        (row("switch", element="T1", et="t"), ("switch", 0, "bus"), "network-switch-not-at-end"),
        (row("switch", element="E"), ("switch", 0, "element"), "network-ends-same"),
        (row("switch", element="L"), ("switch", 0, "element"), "network-voltages-differ"),
        (row("trafo", hv_bus="L", lv_bus="I"), ("trafo", 0, "hv_bus"), "network-sides-swapped"),
        (row("trafo", std_type="0.63 MVA 10/0.4"), ("trafo", 0, "std_type"), "network-no-such-type"),
        (row("trafo", std_type=None), ("trafo", 0, "std_type"), "network-figures-missing"),
        (row("trafo", tap_pos="3"), ("trafo", 0, "tap_pos"), "network-tap-outside"),
        ({"line": [LINE | {"to_bus": "E"}]}, ("line", 0, "to_bus"), "network-ends-same"),
        ({"line": [LINE | {"to_bus": "L"}]}, ("line", 0, "to_bus"), "network-voltages-differ"),
    ],
)
def test_what_does_not_fit_together_is_found_where_it_stands(changed: Any, path: Any, code: str) -> None:
    assert (path, code) in problems(**changed)
    assert has(f"problem-{code}")


def test_a_switch_stands_at_an_end_of_its_transformer() -> None:
    assert problems(**row("switch", bus="L", element="T1", et="t")) == []


def test_the_ids_most_like_the_wrong_one_are_offered() -> None:
    (problem,) = network_problems(Network.model_validate(BASE | row("switch", bus="E1")))
    assert dict(problem.facts)["near"] == "E"


def test_a_rows_own_figures_win_over_its_type() -> None:
    network = Network.model_validate(BASE | row("trafo", vk_percent="6"))
    figures = figures_of(network, "trafo", network.trafo[0])
    assert (figures["vk_percent"], figures["sn_mva"]) == (6.0, 0.63)


def test_an_own_type_wins_over_a_shipped_one_of_that_name() -> None:
    own = {key: str(value) for key, value in shipped_types("trafo")["0.63 MVA 10/0.4 kV"].items()} | {"vk_percent": "5"}
    network = Network.model_validate(BASE | {"std_types": {"trafo": {"0.63 MVA 10/0.4 kV": own}}})
    assert figures_of(network, "trafo", network.trafo[0])["vk_percent"] == 5.0


def test_drillsims_types_reach_up_to_2500_kva_and_name_their_source() -> None:
    ours = {name for name in shipped_types("trafo") if "SCB" in name or "S11" in name}
    ratings = {shipped_types("trafo")[name]["sn_mva"] for name in ours}
    assert ratings == {0.8, 1.0, 1.25, 1.6, 2.0, 2.5}
    assert all(set(DUE["trafo"]) <= set(shipped_types("trafo")[name]) for name in ours)


@pytest.mark.parametrize("table", ["line", "trafo", "trafo3w"])
def test_pandapowers_types_travel_with_the_figures_of_the_installed_pandapower(table: Any) -> None:
    installed = pp.create_empty_network().std_types[table]
    shipped = shipped_types(table)
    assert set(installed) <= set(shipped)
    for name, figures in installed.items():
        assert {key: value for key, value in figures.items() if key in shipped[name]} == shipped[name]
        assert set(DUE[table]) <= set(shipped[name])


CREATED_BY = {
    "bus": [pp.create_bus],
    "ext_grid": [pp.create_ext_grid],
    "line": [pp.create_line, pp.create_line_from_parameters],
    "trafo": [pp.create_transformer, pp.create_transformer_from_parameters],
    "trafo3w": [pp.create_transformer3w, pp.create_transformer3w_from_parameters],
    "switch": [pp.create_switch],
    "impedance": [pp.create_impedance],
    "load": [pp.create_load],
    "motor": [pp.create_motor],
    "asymmetric_load": [pp.create_asymmetric_load],
    "storage": [pp.create_storage],
    "ward": [pp.create_ward],
    "xward": [pp.create_xward],
    "shunt": [pp.create_shunt],
}


@pytest.mark.parametrize("table", TABLES)
def test_every_key_but_source_is_a_parameter_of_pandapowers_create(table: str) -> None:
    parameters = {name for create in CREATED_BY[table] for name in inspect.signature(create).parameters}
    assert set(ROW_OF[table].model_fields) - {"source"} <= parameters

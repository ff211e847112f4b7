"""Public networks taken over by `init --network`: named, completed, nothing lost in silence."""

from __future__ import annotations

from pathlib import Path

import pandapower as pp
import pandas as pd
import pytest

from drillsim.errors import InvalidInput
from drillsim.files.network_file import read_network_file
from drillsim.files.network_yaml import network_yaml
from drillsim.files.pp_adopt import AdoptedNetwork, LeftOut, adopt
from drillsim.files.pp_ignored import REASONS
from drillsim.files.pp_json import read_pp_json
from drillsim.network.pandapower_net import write_json
from drillsim.schema.network import Network
from drillsim.schema.network_rule import network_problems
from drillsim.texts import LANGS, text
from helpers import public_nets
from helpers.in_process import drillsim_here


def written(net: pp.pandapowerNet, folder: Path) -> AdoptedNetwork:
    pp.to_json(net, str(folder / "public.json"))
    return adopt(folder / "public.json")


def small() -> pp.pandapowerNet:
    """Two 10 kV buses, nothing named."""
    net = pp.create_empty_network()
    a, b = pp.create_bus(net, 10.0), pp.create_bus(net, 10.0)
    pp.create_ext_grid(net, a)
    pp.create_line(net, a, b, 1.0, "NA2XS2Y 1x185 RM/25 12/20 kV")
    pp.create_load(net, b, p_mw=0.5, name="hall 1")
    return net


@pytest.mark.parametrize(
    "name", ["mv_oberrhein", "case33bw", "create_cigre_network_mv", "create_cigre_network_lv", "example_multivoltage",
             "example_simple"]
)  # fmt: skip
def test_a_public_network_becomes_one_that_holds_together_in_all_spellings(name: str, tmp_path: Path) -> None:
    network = public_nets.network(name)
    assert network_problems(network) == ()
    (tmp_path / "network.yaml").write_text(network_yaml(public_nets.adopted(name).tree), encoding="utf-8", newline="\n")
    assert read_network_file(tmp_path / "network.yaml").value == network
    write_json(network, tmp_path / "network.json")
    assert read_pp_json(tmp_path / "network.json") == network


@pytest.mark.parametrize("name", ["mv_oberrhein", "create_cigre_network_mv"])
def test_json_and_xlsx_give_the_same_ids_and_figures(name: str, tmp_path: Path) -> None:
    pp.to_excel(public_nets.raw(name), str(tmp_path / "public.xlsx"))
    assert adopt(tmp_path / "public.xlsx") == public_nets.adopted(name)


def test_elements_without_names_are_called_after_table_and_index(tmp_path: Path) -> None:
    found = written(small(), tmp_path)
    network = Network.model_validate(found.tree)
    assert [bus.name for bus in network.bus] == ["bus-0", "bus-1"]
    assert [network.line[0].name, network.ext_grid[0].name, network.load[0].name] == ["line-0", "ext_grid-0", "hall-1"]
    assert ("load", "hall 1", "hall-1") in found.renamed
    assert ("line", "", "line-0") in found.renamed


def test_a_name_taken_gets_a_number(tmp_path: Path) -> None:
    net = small()
    net.bus["name"] = ["hall 1", "hall-1"]
    network = Network.model_validate(written(net, tmp_path).tree)
    assert [*(bus.name for bus in network.bus), network.load[0].name] == ["hall-1", "hall-1-2", "hall-1-3"]


def test_names_in_chinese_stay(tmp_path: Path) -> None:
    net = small()
    net.bus["name"] = ["I段 10kV母线", "II段"]
    network = Network.model_validate(written(net, tmp_path).tree)
    assert [bus.name for bus in network.bus] == ["I段-10kV母线", "II段"]


def test_a_feeder_without_fault_level_gets_an_assumed_one_that_says_so(tmp_path: Path) -> None:
    found = written(small(), tmp_path)
    feeder = Network.model_validate(found.tree).ext_grid[0]
    assert found.assumed_fault_levels == ("ext_grid-0",)
    assert (feeder.s_sc_max_mva, feeder.rx_max) == (300.0, 0.1)
    assert feeder.source.startswith("assumed")


def test_a_feeder_with_its_fault_level_keeps_it(tmp_path: Path) -> None:
    net = small()
    net.ext_grid[["s_sc_max_mva", "rx_max"]] = [222.0, 0.2]
    found = written(net, tmp_path)
    assert found.assumed_fault_levels == ()
    assert Network.model_validate(found.tree).ext_grid[0].s_sc_max_mva == 222.0


def test_generators_are_handed_over_as_sources(tmp_path: Path) -> None:
    net = small()
    pp.create_sgen(net, 1, p_mw=0.2, sn_mva=0.25, name="roof", type="PV", scaling=0.5)
    pp.create_gen(net, 1, p_mw=0.3, name="chp")
    pp.create_load(net, 1, p_mw=-0.1, name="export")
    found = written(net, tmp_path)
    assert [(each.id, each.bus, each.kw, each.rated_kva, each.kind) for each in found.sources] == [
        ("roof", "bus-1", 100.0, 250.0, "PV"),
        ("chp", "bus-1", 300.0, None, "gen"),
        ("export", "bus-1", 100.0, None, "load"),
    ]
    assert [load.name for load in Network.model_validate(found.tree).load] == ["hall-1"]


def test_what_draws_power_by_other_names_stays_and_what_gives_it_is_a_source(tmp_path: Path) -> None:
    net = small()
    pp.create_motor(net, 1, pn_mech_mw=0.1, cos_phi=0.9, name="pump")
    pp.create_storage(net, 1, p_mw=-0.2, max_e_mwh=1, sn_mva=0.3, name="gives")
    pp.create_storage(net, 1, p_mw=0.2, max_e_mwh=1, name="charges")
    pp.create_ward(net, 1, -0.4, 0.1, 0.05, 0.0, name="beyond")
    pp.create_asymmetric_load(net, 1, p_a_mw=0.1, p_b_mw=-0.3, name="roofs")
    found = written(net, tmp_path)
    assert [(each.id, each.kw, each.kind) for each in found.sources] == [
        ("roofs", 200.0, "asymmetric_load"),
        ("gives", 200.0, "storage"),
        ("beyond", 400.0, "ward"),
    ]
    network = Network.model_validate(found.tree)
    assert [row.name for row in network.loads] == ["hall-1", "pump", "charges", "beyond"]
    assert [(row.ps_mw, row.pz_mw) for row in network.ward] == [(0.0, 0.05)], "its impedance stays"


def test_what_the_model_does_not_have_is_listed(tmp_path: Path) -> None:
    net = small()
    pp.create_svc(net, 1, x_l_ohm=1, x_cvar_ohm=-10, set_vm_pu=1.0, thyristor_firing_angle_degree=90, name="var")
    pp.create_poly_cost(net, 0, "ext_grid", cp1_eur_per_mw=1)
    net.load.loc[0, "const_z_p_percent"] = 25.0
    assert written(net, tmp_path).left_out == (
        LeftOut(table="svc", name="var"),
        LeftOut(table="load", name="hall 1", key="const_z_p_percent", value="25"),
    )


def test_what_nothing_is_computed_from_is_counted_with_its_reason(tmp_path: Path) -> None:
    net = small()
    pp.create_poly_cost(net, 0, "ext_grid", cp1_eur_per_mw=1)
    pp.create_measurement(net, "v", "bus", 1.0, 0.01, 0)
    net.bus["geo"] = ['{"coordinates": [1, 2], "type": "Point"}', None]
    net.load["our_own_remark"] = "behind the gate"
    net.load["sn_mva"] = 0.6
    net.line["r0_ohm_per_km"] = 1.2
    net.line["type"] = "buried"
    for path in (tmp_path / "given.json", tmp_path / "given.xlsx"):
        (pp.to_json if path.suffix == ".json" else pp.to_excel)(net, str(path))
        assert adopt(path).passed_over == (
            ("poly_cost", "", 1, "costs"), ("measurement", "", 1, "measurements"), ("bus", "geo", 1, "geography"),
            ("line", "r0_ohm_per_km", 1, "zero_sequence"), ("load", "sn_mva", 1, "settings"),
            ("line", "type", 1, "words"), ("load", "our_own_remark", 1, "other"),
        )  # fmt: skip


def test_every_reason_is_said_in_both_languages(tmp_path: Path) -> None:
    for lang in LANGS:
        said = {reason: text(lang, "cli-init-passed-over", reason=reason, names="x (1)") for reason in REASONS}
        assert len(set(said.values())) == len(REASONS)


def test_init_says_what_it_passed_over(tmp_path: Path) -> None:
    net = small()
    net.load["our_own_remark"] = "behind the gate"
    pp.to_json(net, str(tmp_path / "given.json"))
    done = drillsim_here("init", tmp_path / "works", "--network", tmp_path / "given.json", "--lang", "en")
    assert "not known here (with the number of rows): load.our_own_remark (1)" in done.text


@pytest.mark.parametrize("kind", [None, "Tabular", "ratio"])
def test_a_tap_changer_of_no_type_off_neutral_is_told(tmp_path: Path, kind: str | None) -> None:
    net = small()
    low = pp.create_bus(net, 0.4)
    pp.create_transformer(net, 1, low, "0.63 MVA 10/0.4 kV", name="T1", tap_pos=2)
    pp.create_transformer(net, 1, low, "0.63 MVA 10/0.4 kV", name="T2")
    net.trafo["tap_changer_type"] = kind
    found = written(net, tmp_path)
    assert found.idle_taps == ("T1",)
    assert [row.tap_pos for row in Network.model_validate(found.tree).trafo] == [None, None]


def test_a_link_of_direct_current_that_is_left_out_is_named_with_what_it_carried(tmp_path: Path) -> None:
    net = small()
    far = pp.create_bus(net, 10.0, name="island")
    pp.create_load(net, far, p_mw=0.3, name="lighthouse")
    pp.create_dcline(net, 1, far, p_mw=0.4, loss_percent=1, loss_mw=0, vm_from_pu=1.0, vm_to_pu=1.0, name="cable")
    found = written(net, tmp_path)
    assert found.left_out == (LeftOut(table="dcline", name="cable", value="0.4"),)
    assert found.unfed == ("lighthouse",)


def test_a_file_that_is_no_network_is_refused(tmp_path: Path) -> None:
    (tmp_path / "public.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InvalidInput):
        adopt(tmp_path / "public.json")


def test_loads_no_switch_position_can_feed_are_left_out(tmp_path: Path) -> None:
    net = small()
    c, d = pp.create_bus(net, 10.0), pp.create_bus(net, 10.0)
    pp.create_load(net, c, p_mw=0.1, name="behind-a-switch")
    pp.create_load(net, d, p_mw=0.1, name="alone")
    pp.create_switch(net, 1, c, et="b", closed=False)
    pp.create_line(net, 1, d, 1.0, "NA2XS2Y 1x185 RM/25 12/20 kV", in_service=False)
    found = written(net, tmp_path)
    assert found.unfed == ("alone",)
    assert [load.name for load in Network.model_validate(found.tree).load] == ["hall-1", "behind-a-switch"]


def test_a_reference_generator_feeds_only_where_no_feeder_is_in_service(tmp_path: Path) -> None:
    net = small()
    pp.create_gen(net, 1, p_mw=0.3, vm_pu=1.02, slack=True, name="swing")
    assert [each.id for each in written(net, tmp_path).sources] == ["swing"]
    net.ext_grid["in_service"] = False
    found = written(net, tmp_path)
    feeder = Network.model_validate(found.tree).ext_grid[0]
    assert (feeder.name, feeder.bus, feeder.vm_pu, feeder.in_service) == ("swing", "bus-1", 1.02, True)
    assert found.feeders_from_gen == ("swing",)
    assert found.sources == ()


def test_a_network_nothing_feeds_is_refused(tmp_path: Path) -> None:
    net = small()
    net.ext_grid["in_service"] = False
    with pytest.raises(InvalidInput) as refused:
        written(net, tmp_path)
    assert [problem.code for problem in refused.value.problems] == ["pp-no-feeder"]


def test_a_feeder_on_a_bus_below_nothing_is_refused_with_the_bus(tmp_path: Path) -> None:
    net = small()
    net.bus.loc[0, "vn_kv"] = -10.0
    with pytest.raises(InvalidInput) as refused:
        written(net, tmp_path)
    assert [(problem.code, problem.field) for problem in refused.value.problems] == [("must-exceed", "bus.0.vn_kv")]


def test_a_no_load_current_below_nothing_becomes_none_with_a_word(tmp_path: Path) -> None:
    net = small()
    low = pp.create_bus(net, 0.4)
    pp.create_transformer_from_parameters(net, 1, low, 0.4, 10, 0.4, 1.4, 6, 0.9, -0.3, name="T")
    found = written(net, tmp_path)
    assert found.raised == (LeftOut(table="trafo", name="T", key="i0_percent", value="-0.3"),)
    assert Network.model_validate(found.tree).trafo[0].i0_percent == 0


def test_a_year_of_profiles_beside_the_network_is_passed_over(tmp_path: Path) -> None:
    net = small()
    net["profiles"] = {"load": pd.DataFrame({"household": [0.123456789] * 260_000})}
    found = written(net, tmp_path)
    assert (tmp_path / "public.json").stat().st_size > 5_000_000
    assert found.left_out == ()


def with_ups(table: str) -> pp.pandapowerNet:
    """`small()` and a board on a transformer; behind its UPS, which the file joins to nothing, racks and a lamp."""
    net = small()
    board, output, far = (pp.create_bus(net, 0.4, name=name) for name in ("board", "ups-out", "rack-row"))
    pp.create_transformer(net, 1, board, "0.63 MVA 10/0.4 kV", name="T1")
    pp.create_load(net, board, 0.2, name="chillers")
    pp.create_line(net, output, far, 0.05, "NAYY 4x150 SE", name="cable")
    pp.create_load(net, far, 0.04, name="racks")
    pp.create_load(net, output, 0.01, name="lamp")
    if table == "storage":
        pp.create_storage(net, output, p_mw=0.0, max_e_mwh=0.02, sn_mva=0.08, name="battery")
    elif table == "gen":
        pp.create_gen(net, output, p_mw=0.05, name="UPS-1")
    else:
        pp.create_sgen(net, output, p_mw=0.05, name="source", type="UPS")
    return net


@pytest.mark.parametrize(
    ("table", "name", "rated_kw", "battery_kwh"),
    [("storage", "battery", 80.0, 20.0), ("gen", "UPS-1", 50.0, 12.5), ("sgen", "source", 50.0, 12.5)],
)
def test_a_load_behind_a_ups_is_kept_with_its_ups(
    tmp_path: Path, table: str, name: str, rated_kw: float, battery_kwh: float
) -> None:
    found = written(with_ups(table), tmp_path)
    assert [(u.id, u.input, u.output, u.rated_kw, u.battery_kwh) for u in found.ups] == [
        (name, "board", "ups-out", rated_kw, battery_kwh)
    ]
    assert (found.unfed, found.sources) == ((), ())
    assert not [each for each in found.left_out if each.table == table]
    assert {load.name for load in Network.model_validate(found.tree).load} >= {"racks", "lamp"}


def test_the_folder_around_a_ups_is_read_and_its_loads_ride_through_a_loss(tmp_path: Path) -> None:
    pp.to_json(with_ups("storage"), str(tmp_path / "given.json"))
    made = drillsim_here("init", tmp_path / "works", "--network", tmp_path / "given.json", "--lang", "en")
    assert made.code == 0, made.errors
    assert "Taken as a UPS" in made.text and "battery (board → ups-out, 80 kW)" in made.text
    assert drillsim_here("check", tmp_path / "works").code == 0
    run = drillsim_here("run", tmp_path / "works", "source-lost-day", "--out", tmp_path / "out", "--json")
    assert run.code == 0, run.errors
    outages = {row["id"]: row["outage_ms"] for row in run.json["loads"]}
    assert outages["chillers"] > outages["racks"]


def test_a_generator_that_is_called_nothing_is_no_ups(tmp_path: Path) -> None:
    net = with_ups("sgen")
    net.sgen["type"] = "PV"
    found = written(net, tmp_path)
    assert found.ups == () and set(found.unfed) == {"racks", "lamp"}


def test_a_ups_on_a_bus_the_mains_reach_is_a_generator_like_any_other(tmp_path: Path) -> None:
    net = small()
    pp.create_sgen(net, 1, p_mw=0.05, name="UPS")
    found = written(net, tmp_path)
    assert found.ups == () and [each.id for each in found.sources] == ["UPS"]

"""What is dead at T0 is said; a fault that strikes nothing else is not applicable."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandapower as pp
import pytest

from drillsim.findings.not_tested import not_tested
from drillsim.network import compile_network
from drillsim.plant.element import dead_in_file
from helpers.grids import grid
from helpers.in_process import drillsim_here
from helpers.play import case, dossier, fresh_run, play

NETWORK = grid("S1 a cb", "a b line", "a c open", "c d trafo", "a g open", "g h cb", loads={"b": 0.1, "d": 0.1})
GENSET: dict[str, Any] = {
    "sources": {"own": {"kind": "genset", "bus": "h", "breaker": "g-h", "rated_kw": 100}},
    "places": {"room": {}, "dispatch": {}, "hv": {}, "home": {}},
}


def test_buses_nothing_feeds_are_named_and_those_of_an_own_source_are_not() -> None:
    plant = dossier(NETWORK, site=GENSET)
    assert dead_in_file(plant, compile_network(plant.network)) == ("c", "d")
    whole = case(plant)
    told = {each.code: each.facts for each in not_tested(whole, play(plant))}
    assert told["dead-at-start"] == {"ids": ("c", "d"), "n": 2}


def test_in_a_mode_that_feeds_them_they_are_not_named() -> None:
    plant = dossier(NETWORK, site=GENSET | {"modes": {"tied": {"closed": ["a-c"]}}})
    codes = {each.code for each in not_tested(case(plant, mode="tied"), play(plant, mode="tied"))}
    assert "dead-at-start" not in codes


@pytest.mark.parametrize(
    ("events", "dead"),
    [
        ([{"at": "0 s", "fault": "short_circuit", "on": "c-d"}], ("c-d",)),
        ([{"at": "0 s", "fault": "earth_fault", "on": ["c", "d"]}], ("c", "d")),
        ([{"at": "0 s", "fault": "short_circuit", "on": ["c", "b"]}], ()),
        ([{"at": "0 s", "fault": "fails_to_operate", "on": "a-c"}], ()),
        (
            [
                {"at": "0 s", "fault": "short_circuit", "on": "c"},
                {"at": "0 s", "fault": "source_lost", "on": "feeder-S1", "for": "1 h"},
            ],
            (),
        ),
    ],
    ids=["transformer", "buses", "one is live", "no need of life", "and the feeder"],
)
def test_a_scenario_that_strikes_only_what_is_dead_says_what(
    events: list[dict[str, Any]], dead: tuple[str, ...]
) -> None:
    assert fresh_run(dossier(NETWORK, site=GENSET), events).dead_targets() == dead


def test_init_check_and_run_say_it_on_a_file_of_somebody_else(tmp_path: Path) -> None:
    net = pp.create_empty_network()
    live, far, end = (pp.create_bus(net, 10.0, name=name) for name in ("live", "far", "end"))
    pp.create_ext_grid(net, live, s_sc_max_mva=200, rx_max=0.1, name="grid")
    pp.create_switch(net, live, far, et="b", closed=False, name="tie")
    pp.create_line(net, far, end, 1.0, "NA2XS2Y 1x185 RM/25 12/20 kV", name="cable")
    pp.create_load(net, end, 0.2, name="shop")
    pp.to_json(net, str(tmp_path / "given.json"))
    made = drillsim_here("init", tmp_path / "works", "--network", tmp_path / "given.json", "--json", "--lang", "en")
    assert any(note.startswith("2 buses are dead") and "far, end" in note for note in made.json["notes"])
    checked = drillsim_here("check", tmp_path / "works", "--lang", "en")
    assert "2 buses are dead in the normal mode" in checked.text
    scenario = {
        "format": "1",
        "title": {"en": "cable", "zh": "电缆"},
        "start": {"date": "2026-07-15", "time": "10:00"},
        "horizon": "1 h",
        "events": [{"at": "0 s", "fault": "short_circuit", "on": "cable"}],
    }
    (tmp_path / "cable.yaml").write_text(json.dumps(scenario, ensure_ascii=False), encoding="utf-8")
    fits = drillsim_here("check", tmp_path / "works", tmp_path / "cable.yaml", "--lang", "zh", "--json")
    (row,) = fits.json["scenarios"]
    assert (row["status"], row["unmatched"]) == ("not_applicable", [])
    assert [(each["reason"], each["line"]) for each in row["why"]] == [("dead", 1)]
    assert "cable" in row["why"][0]["text"] and "无电" in row["why"][0]["text"]
    done = drillsim_here("run", tmp_path / "works", tmp_path / "cable.yaml", "--out", tmp_path / "out", "--lang", "en")
    assert done.code == 0, done.errors
    assert "dead at T0 (cable)" in done.text
    assert "2 buses" in done.text

"""`init`: what it writes loads, runs, and says what it assumed."""

from __future__ import annotations

from pathlib import Path

import pandapower as pp
import pytest
from pandapower.networks import create_cigre_network_lv, mv_oberrhein

from drillsim.files import load_customer
from helpers.command import drillsim, files_below
from helpers.in_process import drillsim_here
from helpers.json_schema import misfits
from helpers.recorded import Recorded


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """pandapower's mv_oberrhein, as pandapower writes it."""
    path = tmp_path_factory.mktemp("public") / "oberrhein.json"
    pp.to_json(mv_oberrhein(), str(path))
    return path


def test_the_teaching_folder_has_no_problem_and_explains_its_keys(recorded: Recorded) -> None:
    folder = load_customer(recorded.plan)
    comments = sum(line.count("# ") for file in folder.files for line in file.data.decode("utf-8").splitlines())
    assert comments > 100
    assert drillsim_here("check", recorded.plan, "both-lost-night-short", "--files-only").code == 0


def test_a_given_network_becomes_a_customer_that_runs(public: Path, tmp_path: Path) -> None:
    made = drillsim_here("init", tmp_path / "works", "--network", public, "--json", "--lang", "en")
    assert made.code == 0, made.errors
    assert misfits(made.json, drillsim_here("schema", "init").json) == []
    assert sorted(made.json["files"]) == sorted(path.name for path in (tmp_path / "works").iterdir())
    said = "\n".join(made.json["notes"])
    assert "153 generators of the file are left out" in said
    assert "short-circuit power and R/X of External-Grid-0, External-Grid-1" in said
    dossier = load_customer(tmp_path / "works").dossier
    assert len(dossier.network.load) == len(mv_oberrhein().load)
    run = drillsim_here("run", tmp_path / "works", "source-lost-day", "--out", tmp_path / "out", "--json")
    assert run.code == 0, run.errors
    assert run.json["status"] == "completed"
    assert {row["verdict"] for row in run.json["loads"]} == {"not_tested"}


def test_every_figure_nobody_gave_is_marked_as_assumed(public: Path, tmp_path: Path) -> None:
    assert drillsim_here("init", tmp_path / "works", "--network", public).code == 0
    dossier = load_customer(tmp_path / "works").dossier
    assert all(row.source.startswith("assumed") for row in dossier.network.ext_grid)
    assert {spec.source for spec in dossier.site.sources.values()} == {"assumed"}
    assert dossier.customer.source == "assumed"


def test_ids_the_network_has_already_are_left_to_it(tmp_path: Path) -> None:
    net = create_cigre_network_lv()
    assert "S1" in set(net.switch.name)
    pp.to_json(net, str(tmp_path / "cigre.json"))
    done = drillsim_here("init", tmp_path / "works", "--network", tmp_path / "cigre.json")
    assert done.code == 0, done.errors
    assert load_customer(tmp_path / "works").dossier.plan.cards[0].steps[0].id == "S1-new"


def test_what_is_no_network_leaves_nothing_behind(tmp_path: Path, recorded: Recorded) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"_module": "pandapower.auxiliary", "_class": "pandapowerNet"}', encoding="utf-8")
    for file in (broken, recorded.plan / "network.yaml", tmp_path / "none.xlsx"):
        done = drillsim_here("init", tmp_path / "new", "--network", file)
        assert done.code == 2, done.errors
        assert file.name in done.errors
    assert not (tmp_path / "new").exists()


def test_init_writes_the_same_bytes_every_time(public: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert drillsim("init", tmp_path / name / "works", "--network", public, "--lang", "zh").code == 0
    assert files_below(tmp_path / "a") == files_below(tmp_path / "b")

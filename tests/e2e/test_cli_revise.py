"""`drillsim revise` on a small customer: the page, the document, the folder, and what it refuses."""

from __future__ import annotations

import json
import shutil
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from drillsim.cli.output import json_schema
from drillsim.documents.revise_report import read_search
from drillsim.files import load_customer
from helpers.command import Done, drillsim, files_below, start
from helpers.in_process import drillsim_here
from helpers.json_schema import misfits
from helpers.small_folder import small_folder
from unit.findings.weak_point_cases import CASES

SCRIPT = CASES["G01"].fires
NAME = "scenario-own"


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with the small customer, and a run of it in which its set does not start."""
    place = tmp_path_factory.mktemp("revise")
    (place / "scenarios").mkdir()
    folder = small_folder(SCRIPT, _made(place / "plans"))
    scenario = {
        "format": 1, "title": {"zh": "机组不启动", "en": "The set does not start"},
        "start": {"mode": "normal", "date": "2026-07-15", "time": "02:30", **SCRIPT.start},
        "horizon": SCRIPT.horizon, "events": list(SCRIPT.events),
    }  # fmt: skip
    (folder.path / f"{NAME}.yaml").write_text(yaml.safe_dump(scenario, allow_unicode=True), encoding="utf-8")
    done = drillsim_here("run", folder.path, NAME, "--no-proofs", "--out", place / "runs", "--json")
    assert done.code == 0, done.errors
    return place


def _made(path: Path) -> Path:
    path.mkdir()
    return path


def _asked(place: Path, out: str) -> tuple[str | Path, ...]:
    run = place / "runs" / "small-customer" / f"{NAME}-s1"
    return "revise", place / "plans" / "small-customer", "--from", run, "--out", place / out


@pytest.fixture(scope="module")
def found(recorded: Path) -> dict[str, Any]:
    """What it prints as JSON."""
    done = drillsim_here(*_asked(recorded, "out"), "--json", "--workers", "1", "--lang", "en")
    assert done.code == 0, done.errors
    document: dict[str, Any] = done.json
    return document


def test_it_says_what_is_missed_and_which_changes_suffice(found: dict[str, Any]) -> None:
    assert {row["subject"] for row in found["missed"]} == {"theatre", "fire-pump", "surgery"}
    answers = found["minimal"]
    assert answers["paper"]["ids"] == []
    assert not answers["paper"]["meets_all"]
    assert answers["paper"]["unmet"][0]["why"]
    assert answers["all"]["meets_all"]
    assert answers["all"]["unmet"] == []
    proposed = [row for row in found["recommendations"] if row["verdict"] == "proposed"]
    assert {row["id"] for row in proposed} == set(answers["all"]["ids"]) != set()
    assert all(answer["exact"] for answer in answers.values())


def test_what_remains_names_what_it_would_take(found: dict[str, Any]) -> None:
    known = {row["id"] for row in found["recommendations"]}
    unmet = found["minimal"]["paper"]["unmet"]
    assert {row["subject"] for row in unmet} == {"theatre", "fire-pump", "surgery"}
    assert all(row["behind"] and set(row["takes"]) <= known for row in unmet)
    assert not any(row["network"] for row in unmet)


def test_the_document_is_of_its_schema_printed_and_kept(found: dict[str, Any], recorded: Path) -> None:
    schema = json_schema("revise")
    kept = json.loads((Path(found["out"]) / "revise.json").read_text(encoding="utf-8"))
    assert misfits(found, schema) == []
    assert misfits(kept, schema) == []
    path = (recorded / "runs/small-customer" / f"{NAME}-s1").as_posix()
    assert found["from"] == {"kind": "run", "path": path, "edition": None}


def test_the_document_has_the_shape_scripts_rely_on(found: dict[str, Any]) -> None:
    shape = {"format", "customer", "from", "findings", "recommendations", "minimal", "plan_old", "plan_new"}
    assert shape <= set(found)
    assert list(found["minimal"]) == ["paper", "setting", "all"]
    for answer in found["minimal"].values():
        assert {"ids", "meets_all", "unmet", "held_back"} <= set(answer)
        assert {"cases", "met"} <= set(answer["held_back"])
        assert all({"subject", "case", "why"} <= set(row) for row in answer["unmet"])
    rows = [json_schema(name)["$defs"]["RecommendationRow"] for name in ("run", "revise")]
    assert rows[0] == rows[1]


def test_the_changes_are_kept_with_their_edits(found: dict[str, Any]) -> None:
    search = read_search(Path(found["out"]))
    assert search is not None
    assert [each.id for each in search.changes if each.verdict == "proposed"] == found["minimal"]["all"]["ids"]
    assert all(each.edits for each in search.changes)


@pytest.mark.parametrize(("lang", "words"), [("zh", "最小修订集"), ("en", "the smallest set of changes")])
def test_two_processes_find_the_same_bytes(found: dict[str, Any], recorded: Path, lang: str, words: str) -> None:
    asked = (*_asked(recorded, f"again-{lang}"), "--workers", "2", "--lang", lang)
    done: Done = drillsim(*asked, env={"PYTHONHASHSEED": "7"})
    assert done.code == 0, done.errors
    assert words in done.text
    one, other = Path(found["out"]), recorded / f"again-{lang}" / "small-customer" / f"revise-{NAME}-s1"
    for name in ("revise.json", "changes.json", *(["report.md"] if lang == "en" else [])):
        assert (one / name).read_bytes() == (other / name).read_bytes()


def test_files_that_changed_since_the_run_are_refused(recorded: Path) -> None:
    plan = recorded / "plans" / "small-customer" / "plan.yaml"
    before = plan.read_bytes()
    plan.write_bytes(before + b"# later\n")
    done = drillsim_here(*_asked(recorded, "never"), "--lang", "en")
    plan.write_bytes(before)
    assert done.code == 2
    assert "plan.yaml: This file is not the one of" in done.errors
    assert not (recorded / "never").exists()


def test_a_folder_that_holds_no_run_is_refused(recorded: Path) -> None:
    customer = recorded / "plans" / "small-customer"
    assert drillsim_here("revise", customer, "--from", recorded / "scenarios", "--lang", "en").code == 2


def test_the_smallest_set_becomes_the_next_version(found: dict[str, Any], recorded: Path, tmp_path: Path) -> None:
    """The search is not repeated: it lies there, of the same files, seed and version."""
    place = tmp_path / "place"
    shutil.copytree(recorded, place)
    plan, search = place / "plans" / "small-customer", place / "out" / "small-customer" / f"revise-{NAME}-s1"
    stamp = (search / "revise.json").stat().st_mtime_ns
    asked = (*_asked(place, "out"), "--apply", "minimal", "--as-of", "2026-10-01", "--json", "--lang", "en")
    done = drillsim_here(*asked)
    assert done.code == 0, done.errors
    assert (search / "revise.json").stat().st_mtime_ns == stamp
    assert done.json["plan_old"]["version"] == "2.0"
    assert misfits(done.json, json_schema("revise")) == []
    assert done.json["written"]["files"] == ["site.yaml", "plan.yaml", "history/revisions.yaml"]
    assert done.json["plan_new"]["version"] == load_customer(plan).dossier.plan.version != "2.0"
    assert [each["recommendation"] for each in _revisions(plan)] == found["minimal"]["all"]["ids"]
    run = drillsim_here("run", plan, NAME, "--no-proofs", "--out", place / "after", "--json")
    assert [row["id"] for row in run.json["loads"] if row["protected"] and row["verdict"] != "met"] == []


def _revisions(plan: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((plan / "history" / "revisions.yaml").read_text("utf-8"))["changes"]
    return found


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--apply", "minimal"), "Add --as-of"),
        (("--apply", "no-such", "--as-of", "2026-10-01"), "no-such"),
        (("--apply", "paper", "--as-of", "2026-10-01"), "--apply"),
    ],
    ids=["no date", "unknown", "nothing in it"],
)
@pytest.mark.usefixtures("found")
def test_what_cannot_be_applied_is_refused_and_nothing_is_written(
    recorded: Path, more: tuple[str, ...], told: str
) -> None:
    plan = recorded / "plans" / "small-customer"
    before = files_below(plan)
    done = drillsim_here(*_asked(recorded, "out"), *more, "--lang", "en")
    assert done.code == 2
    assert told in done.errors
    assert files_below(plan) == before


def test_a_campaign_is_followed_by_the_changes_for_its_cases(recorded: Path, tmp_path: Path) -> None:
    customer = recorded / "plans" / "small-customer"
    asked = ("--faults", "N-1", "--scenarios", "none", "--hours", "night", "--draws", "2", "--workers", "1")
    done = drillsim_here("campaign", customer, *asked, "--revise", "--json", "--lang", "en", "--out", tmp_path)
    assert done.code == 0, done.errors
    search = json.loads((Path(done.json["revise_dir"]) / "revise.json").read_text(encoding="utf-8"))
    assert misfits(done.json, json_schema("campaign")) == []
    assert search["from"] == {"kind": "campaign", "path": done.json["out"], "edition": None}
    assert {name: each["ids"] for name, each in done.json["minimal"].items()} == {
        name: each["ids"] for name, each in search["minimal"].items()
    }
    assert [each["id"] for each in done.json["recommendations"]] == [each["id"] for each in search["recommendations"]]
    missed = {row["id"] for row in (*done.json["loads"], *done.json["functions"]) if row["missed_cases"]}
    assert {row["subject"] for row in search["missed"]} <= missed != set()
    stored = json.loads((Path(done.json["out"]) / "campaign.json").read_text(encoding="utf-8"))
    assert "minimal" not in stored


def test_a_campaign_without_luck_has_no_run_to_repeat(recorded: Path, tmp_path: Path) -> None:
    customer = recorded / "plans" / "small-customer"
    done = drillsim_here("campaign", customer, "--exact", "--revise", "--lang", "en", "--out", tmp_path)
    assert done.code == 2
    assert "--draws" in done.errors


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux about processes")
def test_ctrl_c_stops_the_search_and_leaves_nothing(recorded: Path) -> None:
    asked = ("revise", recorded / "plans" / "small-customer", "--out", recorded / "stopped", "--workers", "2")
    process = start(*asked, "--lang", "en")
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None and not children.read_text():  # until its processes play
        time.sleep(0.2)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert out == b""
    assert err.decode().strip() == "Stopped. Nothing was written."
    assert not (recorded / "stopped").exists()

"""A plan played and checked as one of its editions has it."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from drillsim.cli.output import json_schema
from helpers.command import Done, files_below
from helpers.in_process import drillsim_here
from helpers.json_schema import misfits
from helpers.recorded import Recorded

EDITION = """\
format: 1
title: {zh: 保电日, en: A day of guaranteed supply}
of: "1.0"
from: 2026-07-15
until: 2026-07-15
plan:
  - {at: S22.takes, set: 2 min}
  - {at: S25.within, set: 40 min}
"""


@pytest.fixture(scope="module")
def plan(recorded: Recorded, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The teaching customer with one edition."""
    place = tmp_path_factory.mktemp("editions") / "my-customer"
    shutil.copytree(recorded.plan, place)
    (place / "editions").mkdir()
    (place / "editions" / "guaranteed.yaml").write_text(EDITION, encoding="utf-8", newline="\n")
    return place


def run(plan: Path, out: Path, *more: str) -> Done:
    return drillsim_here("run", plan, "scenario-both-lost", "--out", out, "--no-proofs", "--lang", "en", *more)


def test_the_run_folder_holds_the_edition_and_the_files_as_it_has_them(plan: Path, tmp_path: Path) -> None:
    done = run(plan, tmp_path, "--edition", "guaranteed", "--json")
    assert done.code == 0, done.errors
    assert misfits(done.json, json_schema("run")) == []
    told = {"name": "guaranteed", "title": "A day of guaranteed supply", "of": "1.0", "first": "2026-07-15",
            "until": "2026-07-15", "mode": None, "outside": False}  # fmt: skip
    assert done.json["edition"] == told
    folder = tmp_path / "my-customer" / "scenario-both-lost-s1-guaranteed"
    found = files_below(folder)
    assert found["inputs/edition.yaml"] == EDITION.encode("utf-8")
    assert b"takes: 2 min" in found["inputs/plan.yaml"]
    header = json.loads(found["journal.jsonl"].splitlines()[0])
    digests = {name: hashlib.sha256(found[f"inputs/{name}"]).hexdigest() for name in header["digests"]}
    assert header["digests"] == digests
    assert "edition.yaml" in digests
    assert header["edition"]["name"] == "guaranteed"


def test_without_an_edition_nothing_is_otherwise(plan: Path, recorded: Recorded, tmp_path: Path) -> None:
    done = run(plan, tmp_path)
    assert done.code == 0
    journal = tmp_path / "my-customer" / "scenario-both-lost-s1" / "journal.jsonl"
    assert journal.read_bytes() == (recorded.folder / "journal.jsonl").read_bytes()


def test_a_run_with_an_edition_is_reported_again(plan: Path, tmp_path: Path) -> None:
    run(plan, tmp_path, "--edition", "guaranteed")
    folder = tmp_path / "my-customer" / "scenario-both-lost-s1-guaranteed"
    before = files_below(folder)
    assert drillsim_here("report", folder, "--lang", "en").code == 0
    assert files_below(folder) == before
    assert "A day of guaranteed supply" in (folder / "report.md").read_text(encoding="utf-8")


def test_a_scenario_outside_the_days_is_said(plan: Path, tmp_path: Path) -> None:
    other = tmp_path / "later"
    shutil.copytree(plan, other)
    file = other / "editions" / "guaranteed.yaml"
    file.write_text(EDITION.replace("2026-07-15", "2026-09-01"), encoding="utf-8", newline="\n")
    done = run(other, tmp_path / "out", "--edition", "guaranteed")
    assert done.code == 0
    assert "outside these days" in done.text
    assert "outside these days" not in run(plan, tmp_path / "out", "--edition", "guaranteed").text


@pytest.mark.parametrize(("lang", "word"), [("en", "Did you mean"), ("zh", "是否指")])
def test_an_unknown_edition_is_told_with_the_nearest(plan: Path, tmp_path: Path, lang: str, word: str) -> None:
    done = drillsim_here(
        "run", plan, "scenario-both-lost", "--edition", "guarantee", "--out", tmp_path / "out", "--lang", lang
    )
    assert done.code == 2
    assert word in done.errors
    assert "guaranteed" in done.errors
    assert not (tmp_path / "out").exists()


def test_an_edition_of_another_version_writes_nothing(plan: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(plan, other)
    file = other / "editions" / "guaranteed.yaml"
    file.write_text(EDITION.replace('"1.0"', '"0.9"'), encoding="utf-8", newline="\n")
    done = run(other, tmp_path / "out", "--edition", "guaranteed")
    assert done.code == 2
    assert "editions/guaranteed.yaml:3:" in done.errors
    assert not (tmp_path / "out").exists()
    checked = drillsim_here("check", other, "--files-only", "--lang", "en", "--json")
    assert "editions/guaranteed.yaml:3:" in checked.errors  # told, and the plan is checked all the same
    assert (checked.code, checked.json["editions"]) == (0, [])
    assert run(other, tmp_path / "out").code == 0  # the plan itself is whole


@pytest.mark.parametrize(
    ("command", "flags"),
    [
        ("run", ("scenario-both-lost", "--register", "--as-of", "2026-07-15")),
        ("check", ("--regression",)),
        ("check", ("--changed",)),
    ],
)
def test_the_register_speaks_of_the_plan_as_it_always_holds(
    plan: Path, tmp_path: Path, command: str, flags: tuple[str, ...]
) -> None:
    flags = (*flags, "--out", tmp_path.as_posix()) if command == "run" else flags
    done = drillsim_here(command, plan, *flags, "--edition", "guaranteed", "--lang", "en")
    assert done.code == 2
    assert "--edition" in done.errors
    assert not (plan / "register.yaml").exists()


def test_a_changed_edition_has_its_customer_checked(plan: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(plan, other)
    file = other / "editions" / "guaranteed.yaml"
    assert drillsim_here("check", file, "--changed", "--files-only", "--lang", "en").code == 0
    file.write_text(EDITION.replace("S22.takes", "S99.takes"), encoding="utf-8", newline="\n")
    done = drillsim_here("check", file, "--changed", "--files-only", "--lang", "en")
    assert done.code == 2
    assert "editions/guaranteed.yaml:7:" in done.errors


def test_check_and_campaign_take_an_edition(plan: Path, tmp_path: Path) -> None:
    checked = drillsim_here("check", plan, "--edition", "guaranteed", "--files-only", "--json")
    assert checked.code == 0, checked.errors
    assert misfits(checked.json, json_schema("check")) == []
    assert (checked.json["edition"], checked.json["as_of"]) == ("guaranteed", "2026-07-15")
    assert "guaranteed" in drillsim_here("check", plan, "--files-only", "--lang", "en").text
    done = drillsim_here(
        "campaign", plan, "--edition", "guaranteed", "--faults", "N-1", "--limit", "4", "--draws", "1", "--scenarios",
        "scenario-both-lost", "--workers", "1", "--out", tmp_path, "--json", "--lang", "en",
    )  # fmt: skip
    assert done.code == 0, done.errors
    assert misfits(done.json, json_schema("campaign")) == []
    assert done.json["edition"]["name"] == "guaranteed"
    assert done.json["edition"]["outside"] == []
    assert done.json["date"] == "2026-07-15"
    folder = tmp_path / "my-customer" / "campaign-s1-guaranteed"
    assert (folder / "inputs" / "edition.yaml").read_bytes() == EDITION.encode("utf-8")

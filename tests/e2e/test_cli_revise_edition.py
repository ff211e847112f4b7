"""`drillsim revise --edition`: changes for the days of an edition, written into its file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from drillsim.cli.output import json_schema
from drillsim.files import load_customer
from helpers.command import files_below
from helpers.in_process import drillsim_here
from helpers.json_schema import misfits
from helpers.small_folder import small_folder
from unit.findings.weak_point_cases import CASES

SCRIPT = CASES["G01"].fires
NAME, EDITION = "scenario-own", "保电 三天"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small customer with an edition, and a run of it with and without the edition."""
    found = tmp_path_factory.mktemp("revise-edition")
    (found / "scenarios").mkdir()
    (found / "plans").mkdir()
    folder = small_folder(SCRIPT, found / "plans").path
    scenario = {
        "format": 1, "title": {"zh": "机组不启动", "en": "The set does not start"},
        "start": {"mode": "normal", "date": "2026-07-15", "time": "02:30", **SCRIPT.start},
        "horizon": SCRIPT.horizon, "events": list(SCRIPT.events),
    }  # fmt: skip
    (folder / f"{NAME}.yaml").write_text(yaml.safe_dump(scenario, allow_unicode=True), encoding="utf-8")
    (folder / "editions").mkdir()
    (folder / "editions" / f"{EDITION}.yaml").write_text(
        f'# 三天\nformat: 1\ntitle: 保电\nof: "{load_customer(folder).dossier.plan.version}"\nfrom: 2026-07-14\n'
        "until: 2026-07-16\n",
        encoding="utf-8",
    )
    for more in ((), ("--edition", EDITION)):
        done = drillsim_here("run", folder, NAME, "--no-proofs", "--out", found / "runs", *more)
        assert done.code == 0, done.errors
    return found


def asked(place: Path, *more: str, edition: bool = True) -> tuple[str | Path, ...]:
    run = place / "runs" / "small-customer" / f"{NAME}-s1{f'-{EDITION}' if edition else ''}"
    return (
        "revise",
        place / "plans" / "small-customer",
        "--from",
        run,
        "--out",
        place / "out",
        "--workers",
        "1",
        *more,
    )


@pytest.fixture(scope="module")
def found(place: Path) -> dict[str, Any]:
    done = drillsim_here(*asked(place, "--edition", EDITION, "--json", "--lang", "en"))
    assert done.code == 0, done.errors
    document: dict[str, Any] = done.json
    return document


def test_the_search_says_whose_days_it_is_about(found: dict[str, Any], place: Path) -> None:
    assert found["from"]["edition"] == EDITION
    assert found["minimal"]["all"]["meets_all"]
    folder = place / "out" / "small-customer" / f"revise-{NAME}-s1-{EDITION}"
    assert "保电 三天" in (folder / "report.md").read_text(encoding="utf-8")
    assert (folder / "inputs" / "edition.yaml").is_file()


@pytest.mark.parametrize(
    ("more", "edition", "told"),
    [
        ((), True, f"was played with edition {EDITION}. Write --edition {EDITION}."),
        (("--edition", EDITION), False, "was played with the plan itself, without an edition."),
        (("--edition", "保电"), True, "There is no edition"),
    ],
    ids=["with", "without", "unknown"],
)
def test_a_run_of_other_days_is_refused(place: Path, more: tuple[str, ...], edition: bool, told: str) -> None:
    before = files_below(place)
    done = drillsim_here(*asked(place, *more, "--lang", "en", edition=edition))
    assert done.code == 2
    assert told in done.errors
    assert files_below(place) == before


def test_a_campaign_of_an_edition_is_followed_by_changes_for_its_days(place: Path, tmp_path: Path) -> None:
    customer = place / "plans" / "small-customer"
    flags = ("--faults", "N-1", "--scenarios", "none", "--hours", "night", "--draws", "1", "--workers", "1")
    done = drillsim_here("campaign", customer, *flags, "--edition", EDITION, "--revise", "--json", "--out", tmp_path)
    assert done.code == 0, done.errors
    search = Path(done.json["revise_dir"])
    assert search.name == f"revise-campaign-s1-{EDITION}"
    assert json.loads((search / "revise.json").read_text(encoding="utf-8"))["from"]["edition"] == EDITION
    without = drillsim_here("revise", customer, "--from", done.json["out"], "--out", tmp_path, "--lang", "en")
    assert without.code == 2
    assert f"Write --edition {EDITION}." in without.errors


@pytest.mark.usefixtures("found")
def test_the_smallest_set_stands_in_the_edition(place: Path) -> None:
    plan = place / "plans" / "small-customer"
    before = files_below(plan)
    flags = ("--edition", EDITION, "--apply", "minimal", "--as-of", "2026-07-01", "--json")
    done = drillsim_here(*asked(place, *flags))
    assert done.code == 0, done.errors
    assert misfits(done.json, json_schema("revise")) == []
    written = done.json["written"]
    assert (written["edition"], written["files"]) == (EDITION, [f"editions/{EDITION}.yaml", "history/revisions.yaml"])
    assert done.json["plan_new"]["version"] == done.json["plan_old"]["version"]
    after = files_below(plan)
    assert {name for name in before if after[name] != before[name]} == {f"editions/{EDITION}.yaml"}
    for edition, met in (((), False), (("--edition", EDITION), True)):
        run = drillsim_here("run", plan, NAME, "--no-proofs", "--out", place / "after", "--json", *edition)
        assert all(row["verdict"] == "met" for row in run.json["loads"] if row["protected"]) is met
    (kept,) = (each for each in (plan / "history").iterdir() if each.is_dir())
    assert written["kept"] == kept.as_posix()
    assert drillsim_here("check", kept, "--edition", EDITION).code == 0
    again = drillsim_here(*asked(place, *flags[:-1], "--lang", "zh"))
    assert again.code == 2
    assert f"editions/{EDITION}.yaml" in again.errors
    assert "plan.yaml" not in again.errors

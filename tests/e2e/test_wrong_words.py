"""A command line as somebody types it who is wrong: one message each, with what he meant, exit code 2."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpers.command import Done, drillsim
from helpers.in_process import drillsim_here

ROOT = Path(__file__).resolve().parents[2]
HOSPITAL = "plans/central-hospital"


def here(*args: str | Path, lang: str = "en") -> Done:
    return drillsim_here(*args, cwd=ROOT, env={"DRILLSIM_LANG": lang})


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("chek", HOSPITAL), "chek: There is no such command. Did you mean check?"),
        (("CHECK", HOSPITAL), "Did you mean check?"),
        (("--lang", "en", "repport"), "repport: There is no such command. Did you mean report?"),
        (("help", "rn"), "Did you mean run?"),
        (("check", "plans/central-hospitl"), "Did you mean plans/central-hospital?"),
        (("check", "plans/Central-Hospital"), "Did you mean plans/central-hospital?"),
        (("check", "plan/central-hospital/"), "Did you mean plans/central-hospital?"),
        (("check", "central-hospital"), "Did you mean plans/central-hospital?"),
        (("check", "“plans/central-hospital”"), "Did you mean plans/central-hospital?"),
        (("check", "'plans/central-hospital'"), "Did you mean plans/central-hospital?"),
        (("check", "plans／central-hospital"), "Did you mean plans/central-hospital?"),
        (("check", "plans\\central-hospital\\"), "Did you mean plans/central-hospital?"),
        (("check", f"{HOSPITAL}/plan.yaml"), "such as plans/central-hospital"),
        (("check", f"{HOSPITAL}/Plan.yaml"), "Did you mean plans/central-hospital?"),
        (("check", "plans"), "Give one of: plans/airport, plans/central-hospital"),
        (("check", "nowhere-at-all"), "Check the path, or make one with drillsim init"),
        (("run", HOSPITAL), "SCENARIO: No scenario is named. Write"),
        (("run", "plans/central-hospitl"), "Did you mean plans/central-hospital?"),
        (("run", 'plans\\central-hospital" fire-hv-room'), "write plans/central-hospital without one"),
        (("run", f'{HOSPITAL}"', "fire-hv-room"), "A quotation mark stands in it"),
        (("run", HOSPITAL, "Fire-HV-Room"), 'Did you mean "fire-hv-room"?'),
        (("run", HOSPITAL, "scenarios\\fire-hv-room.yaml"), 'Did you mean "fire-hv-room"?'),
        (("run", HOSPITAL, "fire-hv-room", "xyz"), 'There is no scenario "xyz". Take one of'),
        (("run", HOSPITAL, "fire-hv-room", "—lang", "zh"), "a long dash, not with two hyphens. Write --lang."),
        (("run", HOSPITAL, "fire-hv-room", "－－seed", "3"), "Write --seed."),
        (("explain", "备自头"), "Did you mean 备自投?"),
        (("explain", "not knwon"), "Did you mean not known?"),
    ],
)  # fmt: skip
def test_one_message_says_what_was_meant(args: tuple[str, ...], words: str) -> None:
    done = here(*args)
    assert (done.code, done.out) == (2, b"")
    assert words in done.errors
    assert done.errors.count("\n") == 2 and "One problem" in done.errors
    assert here(*args, lang="zh").code == 2


def test_twenty_names_at_most_and_the_rest_counted() -> None:
    for lang, rest in (("en", " more ("), ("zh", "个从略")):
        line = here("run", HOSPITAL, "xyz", lang=lang).errors.splitlines()[0]
        assert line.count(", ") + line.count("、") < 21 and rest in line


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        (HOSPITAL, f"nothing was recorded in it. Play a scenario with drillsim run {HOSPITAL}"),
        ("src", "No run, campaign or comparison of drillsim lies here"),
        ("README.md", "This is a file"),
        ("nowhere-at-all", "There is no such folder"),
        ("plans/central-hospitl", "Did you mean plans/central-hospital?"),
    ],
)  # fmt: skip
def test_report_says_what_a_folder_is_that_holds_no_run(folder: str, words: str) -> None:
    done = here("report", folder)
    assert done.code == 2 and words in done.errors and done.errors.count("\n") == 2


def test_report_of_an_empty_folder_and_of_one_above_runs(tmp_path: Path) -> None:
    assert "This folder is empty" in here("report", tmp_path).errors
    run = tmp_path / "small" / "dark-s1"
    run.mkdir(parents=True)
    (run / "journal.jsonl").write_text("{}", encoding="utf-8")
    for above in (tmp_path, run.parent):
        done = here("report", above)
        assert done.code == 2 and run.as_posix() in done.errors
    search = tmp_path / "search"
    search.mkdir()
    (search / "revise.json").write_text("{}", encoding="utf-8")
    for asked in (("report", search), ("revise", HOSPITAL, "--from", search, "--apply", "X", "--as-of", "2026-12-01")):
        assert "This is the folder of a search" in here(*asked).errors
    foreign = here("report", run)
    assert foreign.code == 2 and "This is not a drillsim journal" in foreign.errors


def test_a_file_windows_has_given_a_second_ending_is_named(tmp_path: Path) -> None:
    for name in ("customer.yaml", "network.yaml", "site.yaml"):
        shutil.copy(ROOT / HOSPITAL / name, tmp_path / name)
    shutil.copy(ROOT / HOSPITAL / "plan.yaml", tmp_path / "plan.yaml.txt")
    done = here("check", tmp_path, "--files-only")
    assert done.code == 2 and "plan.yaml is missing, but there is plan.yaml.txt" in done.errors


@pytest.mark.full
def test_help_is_the_same_bytes_on_every_call() -> None:
    calls = [
        (("run", "--help"), {}),
        (("run", "-h"), {}),
        (("help", "run"), {}),
        (("run", "--help"), {"COLUMNS": "40"}),
    ]
    seeds = ("0", "1", "2", "3", "4", "5")
    said = {drillsim(*args, env={**env, "PYTHONHASHSEED": seed}).out for seed in seeds for args, env in calls[:1]}
    said |= {drillsim(*args, cwd=Path("/"), env=env).out for args, env in calls[1:]}
    assert len(said) == 1 and b"--help, -h" in said.pop()
    assert here("help").out == here("--help").out == here().out

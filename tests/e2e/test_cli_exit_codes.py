"""Exit codes, and what is said with each: nothing a planner does ends in a traceback."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import drillsim as drillsim_package
from helpers.command import Done, drillsim
from helpers.in_process import drillsim_here
from helpers.recorded import Recorded


def assert_refused(done: Done, *words: str) -> None:
    assert done.code == 2, done.errors
    assert "Traceback" not in done.errors
    for word in words:
        assert word in done.errors


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("--help",),
        ("--version",),
        *((name, "--help") for name in ("demo", "init", "check", "run", "report", "explain", "schema")),
        ("explain", "G01"),
        ("explain", "list"),
        ("schema", "plan"),
    ],
)
def test_asking_for_words_is_fine(args: tuple[str, ...]) -> None:
    done = drillsim(*args)
    assert (done.code, done.err) == (0, b"")
    assert done.text.strip()


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("rnu",), "rnu: There is no such command"),
        (("run",), "PLAN_DIR: This argument is missing"),
        (("run", "somewhere"), "SCENARIO: No scenario is named"),
        (("run", "--sed", "1", "a", "b"), "--sed: There is no such flag. Did you mean --seed?"),
        (("run", "a", "b", "--seed"), "--seed: The flag is not written as it should be"),
        (("run", "a", "b", "--seed", "1.5"), '--seed: "1.5" is not a seed'),
        (("run", "a", "b", "--seed", "-1"), '--seed: "-1" is not a seed'),
        (("run", "a", "b", "--fail-on", "D"), '--fail-on: "D" is not known here. Write one of: A, B, C, never'),
        (("check", "a", "--as-of", "tomorrow"), '--as-of: "tomorrow" is not a day'),
        (("explain", "a", "b"), "explain: There are more arguments"),
        (("explain", "G99"), 'There is nothing called "G99"'),
        (("schema", "plans"), 'Did you mean "plan"?'),
        (("report", "nowhere"), "nowhere: There is no such folder"),
        (("check", "nowhere"), "nowhere: There is no such folder"),
        (("init", "new", "--network", "nothing.json"), "nothing.json"),
    ],
)
def test_a_wrong_argument_is_named_with_its_mend(args: tuple[str, ...], words: str, tmp_path: Path) -> None:
    assert_refused(drillsim_here(*args, env={"DRILLSIM_LANG": "en"}, cwd=tmp_path), words)
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_argument_is_named_in_chinese_too(tmp_path: Path) -> None:
    assert_refused(drillsim("rnu", env={"LANG": "zh_CN.UTF-8"}, cwd=tmp_path), "没有这个命令")
    assert_refused(drillsim("run", "--lang", "zh", cwd=tmp_path), "缺少这个参数")
    assert_refused(drillsim("run", env={"DRILLSIM_LANG": "zh"}, cwd=tmp_path), "缺少这个参数")


def test_a_language_nobody_speaks_is_refused(tmp_path: Path) -> None:
    assert_refused(
        drillsim_here("explain", "G01", "--lang", "fr"), '--lang: "fr" is not known here. Write one of: zh, en'
    )


def test_every_problem_of_every_file_comes_with_file_and_line(recorded: Recorded, tmp_path: Path) -> None:
    plan = tmp_path / "broken"
    shutil.copytree(recorded.plan, plan)
    for name, old, new in (("plan.yaml", "do: ", "does: "), ("site.yaml", "delay: 5 s", "delay: 5")):
        text = (plan / name).read_text(encoding="utf-8")
        assert old in text
        (plan / name).write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    (plan / "scenario-both-lost.yaml").write_text("format: 1\n", encoding="utf-8")
    done = drillsim_here("run", plan, plan / "scenario-both-lost.yaml", "--lang", "en", "--out", tmp_path / "out")
    assert_refused(done)
    for name in ("plan.yaml", "site.yaml", "scenario-both-lost.yaml"):
        assert re.search(rf"^{re.escape(plan.as_posix())}/{name}:\d+: .+\. .+", done.errors, re.MULTILINE), name
    assert not (tmp_path / "out").exists()


def test_problems_are_a_json_document_where_one_was_asked_for(tmp_path: Path) -> None:
    done = drillsim_here("run", tmp_path / "nowhere", "both-lost", "--json", "--lang", "en")
    assert_refused(done, "There is no such folder")
    assert done.json["format"] == 1
    assert {row["code"] for row in done.json["problems"]} == {"folder-missing", "no-such-scenario"}


def test_weak_points_change_the_exit_code_only_where_asked_for(recorded: Recorded, tmp_path: Path) -> None:
    found = {row["severity"] for row in recorded.done.json["findings"]}
    assert recorded.done.code == 0
    assert found
    for level in "ABC":
        wanted = 1 if any(each <= level for each in found) else 0
        assert drillsim_here("report", copy(recorded, tmp_path / level), "--fail-on", level).code == wanted


def copy(recorded: Recorded, to: Path) -> Path:
    """A run folder one may change."""
    shutil.copytree(recorded.folder, to)
    return to


def test_check_fails_on_unknown_rules_only_when_strict(recorded: Recorded) -> None:
    plain = drillsim_here("check", recorded.plan, "--files-only", "--json")
    strict = drillsim_here("check", recorded.plan, "--files-only", "--strict")
    assert plain.code == 0
    assert plain.json["summary"]["unknown_strict"] > 0
    assert strict.code == 1


def test_a_scenario_that_does_not_fit_is_said_and_no_error(recorded: Recorded, tmp_path: Path) -> None:
    scenario = tmp_path / "elsewhere.yaml"
    text = recorded.scenario.read_text(encoding="utf-8")
    scenario.write_text(text.replace("{role: main_source}", "somewhere-else"), encoding="utf-8", newline="\n")
    done = drillsim_here("run", recorded.plan, scenario, "--out", tmp_path, "--json")
    assert done.code == 0, done.errors
    assert done.json["status"] == "not_applicable"
    assert {row["verdict"] for row in done.json["loads"]} == {"not_tested"}
    said = drillsim_here("run", recorded.plan, scenario, "--out", tmp_path, "--lang", "en")
    assert "events.0.on: This customer has nothing called somewhere-else." in said.text
    checked = drillsim_here("check", recorded.plan, scenario, "--lang", "en")
    place = r"  - .*elsewhere\.yaml:\d+: events\.0\.on: .*somewhere-else"
    assert re.search(rf"elsewhere does not apply to this customer.*\n{place}", checked.text)


def test_a_fault_of_ours_is_one_line_and_a_file(recorded: Recorded, tmp_path: Path) -> None:
    """A copy of the program with a line that breaks stands for any line that breaks."""
    package = Path(drillsim_package.__file__).parent
    shutil.copytree(package, tmp_path / "drillsim", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "drillsim" / "checks" / "run.py").open("a", encoding="utf-8") as module:
        module.write("\n1 / 0\n")
    env = {"PYTHONPATH": str(tmp_path), "TMPDIR": str(tmp_path), "TEMP": str(tmp_path)}
    done = drillsim("check", recorded.plan, "--lang", "en", env=env)
    assert done.code == 3, done.errors
    assert "Traceback" not in done.errors
    assert len(done.errors.strip().splitlines()) == 1
    assert "ZeroDivisionError" in done.errors
    (log,) = tmp_path.glob("drillsim-*.log")
    assert log.as_posix() in done.errors.replace("\\", "/")
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_an_output_place_that_is_a_file_is_named(recorded: Recorded, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    done = drillsim("run", recorded.plan, recorded.scenario, "--out", tmp_path / "out", "--lang", "en")
    assert_refused(done, "A file stands where a folder is needed")


def test_two_scenarios_of_one_name_never_share_a_folder(recorded: Recorded, tmp_path: Path) -> None:
    other = tmp_path / "scenario-both-lost.yaml"
    other.write_bytes(recorded.scenario.read_bytes())
    done = drillsim_here("run", recorded.plan, recorded.scenario, other, "--out", tmp_path / "out", "--lang", "en")
    assert_refused(done, 'is called "scenario-both-lost" too')
    assert not (tmp_path / "out").exists()


def test_a_folder_of_somebody_else_is_never_replaced(recorded: Recorded, tmp_path: Path) -> None:
    theirs = tmp_path / "my-customer" / "scenario-both-lost-s1"
    theirs.mkdir(parents=True)
    (theirs / "diary.txt").write_text("mine", encoding="utf-8")
    done = drillsim_here("run", recorded.plan, recorded.scenario, "--out", tmp_path, "--lang", "en")
    assert_refused(done, "A folder that drillsim did not write stands here")
    assert (theirs / "diary.txt").read_text(encoding="utf-8") == "mine"


def test_init_never_touches_a_folder_that_holds_something(recorded: Recorded) -> None:
    before = recorded.plan.joinpath("plan.yaml").read_bytes()
    assert_refused(drillsim_here("init", recorded.plan, "--lang", "en"), "There is something in this folder already")
    assert recorded.plan.joinpath("plan.yaml").read_bytes() == before

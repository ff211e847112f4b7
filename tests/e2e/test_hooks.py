"""The hooks before a commit are real commands, on the customers that changed."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers.in_process import drillsim_here

Hook = dict[str, Any]


@pytest.fixture
def hooks(repository: Path) -> dict[str, Hook]:
    """The hooks by id."""
    listed = yaml.safe_load((repository / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return {hook["id"]: hook for hook in listed}


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Two customers under version control; one has a register with a closed weak point that is back."""
    for name in ("one", "two"):
        assert drillsim_here("init", tmp_path / "plans" / name).code == 0
    (tmp_path / "plans" / "one" / "register.yaml").write_text(
        "format: 1\nW-0001: {code: G01, subject: genset, scenario: scenario-both-lost, status: done, "
        "opened: 2026-01-01, closed: 2026-02-01}\n",
        encoding="utf-8",
    )
    return tmp_path


def _files(work: Path) -> list[str]:
    return sorted(path.relative_to(work).as_posix() for path in work.rglob("*.yaml"))


def _commit(hook: Hook, work: Path, *args: str, files: list[str] | None = None) -> tuple[int, str]:
    """What git's hook does: the entry, the arguments, the files that fit."""
    command, *words = hook["entry"].split()
    assert command == "drillsim"
    fit = [name for name in files or _files(work) if re.search(hook["files"], name)]
    done = drillsim_here(*words, *args, "--lang", "en", *fit, cwd=work)
    return done.code, done.text + done.errors


def test_every_entry_is_a_command_of_the_package(hooks: dict[str, Hook], repository: Path) -> None:
    scripts = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert list(hooks) == ["drillsim-check", "drillsim-regression"]
    for hook in hooks.values():
        assert {"id", "name", "entry", "language", "files", "require_serial"} <= hook.keys()
        assert hook["entry"].split()[0] in scripts and hook["language"] == "python"


def test_the_files_of_a_customer_are_matched_and_no_others(hooks: dict[str, Hook]) -> None:
    pattern = hooks["drillsim-check"]["files"]
    fit = ("plans/one/plan.yaml", "plans/one/network.json", "network.xlsx", "plans/one/register.yaml",
           "plans/one/scenario-a.yaml", "scenarios/one/flood.yaml", "scenarios/dark.yaml")  # fmt: skip
    others = ("README.md", "plans/one/people.local.yaml", "plans/one/plan.yaml.bak", "docs/my-plan.yaml", "plan.yml")
    assert all(re.search(pattern, name) for name in fit)
    assert not any(re.search(pattern, name) for name in others)


def test_the_files_of_every_customer_that_changed_are_checked(hooks: dict[str, Hook], work: Path) -> None:
    assert _commit(hooks["drillsim-check"], work)[0] == 0
    for name in ("one", "two"):
        path = work / "plans" / name / "plan.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("status: draft", "status: drat"), encoding="utf-8")
    code, said = _commit(hooks["drillsim-check"], work)
    assert code == 2 and "plans/one/plan.yaml" in said and "plans/two/plan.yaml" in said
    code, said = _commit(hooks["drillsim-check"], work, files=["plans/two/site.yaml"])
    assert code == 2 and "plans/one" not in said


def test_a_closed_weak_point_that_is_back_changes_the_register_once(hooks: dict[str, Hook], work: Path) -> None:
    register = work / "plans" / "one" / "register.yaml"
    before = register.read_bytes()
    assert _commit(hooks["drillsim-regression"], work, files=["plans/two/plan.yaml"])[0] == 0
    assert register.read_bytes() == before
    code, said = _commit(hooks["drillsim-regression"], work, files=["plans/one/plan.yaml"])
    assert code == 0 and "is back" in said and register.read_bytes() != before  # git stops: a hook has changed a file
    after = register.read_bytes()
    assert _commit(hooks["drillsim-regression"], work)[0] == 0 and register.read_bytes() == after


def test_files_of_nobody_are_fine(hooks: dict[str, Hook], work: Path) -> None:
    (work / "docs").mkdir()
    (work / "docs" / "plan.yaml").write_text("a: 1\n", encoding="utf-8")
    assert _commit(hooks["drillsim-check"], work, files=["docs/plan.yaml"]) == (
        0, "None of these files belongs to a customer.\n",
    )  # fmt: skip


def test_a_broken_scenario_of_the_library_is_told(hooks: dict[str, Hook], work: Path) -> None:
    (work / "scenarios").mkdir()
    (work / "scenarios" / "dark.yaml").write_text("format: 1\n", encoding="utf-8")
    code, said = _commit(hooks["drillsim-check"], work, files=["scenarios/dark.yaml"])
    assert code == 2 and "scenarios/dark.yaml" in said

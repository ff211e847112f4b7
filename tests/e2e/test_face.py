"""`import drillsim`: what scripts and notebooks call, the README's script among it."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import drillsim
from helpers.command import environment, files_below
from helpers.in_process import drillsim_here

FENCE = re.compile(r"```python\n(.*?)```", re.DOTALL)


def _script(repository: Path, name: str) -> str:
    blocks: list[str] = FENCE.findall((repository / name).read_text("utf-8"))
    return next(each for each in blocks if "import drillsim" in each)


def test_the_docstring_of_the_package_is_true() -> None:
    found = doctest.testmod(drillsim)
    assert found.attempted > 4
    assert found.failed == 0


def test_importing_it_is_light_and_every_name_is_there() -> None:
    seen = "import sys, drillsim; print([m for m in ('pandapower', 'numpy', 'pydantic', 'typer') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, check=True, env=environment())
    assert done.stdout.decode().strip() == "[]"
    assert all(getattr(drillsim, name) is not None for name in drillsim.__all__)
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        _ = drillsim.nothing_of_ours


def test_the_script_of_the_readme_runs_as_it_stands(repository: Path, tmp_path: Path) -> None:
    script = _script(repository, "README.md")
    assert script == _script(repository, "README.zh-CN.md")
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=False, env=environment(), cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr.decode()
    printed = done.stdout.decode("utf-8")
    assert "icu" in printed
    assert (tmp_path / "outages.png").read_bytes().startswith(b"\x89PNG")


def test_a_run_is_what_the_command_line_gives(tmp_path: Path) -> None:
    plan = drillsim.load(drillsim.shipped("oberrhein-waterworks"), lang="en")
    result = plan.run("both-lost-night-short", proofs=False)
    folder = drillsim.shipped("oberrhein-waterworks")
    line = drillsim_here(
        "run", folder, "both-lost-night-short", "--no-proofs", "--json", "--lang", "en", "--out", tmp_path
    ).json
    frame = result.to_frame()
    assert [row["verdict"] for row in (*line["loads"], *line["functions"])] == list(frame.verdict)
    assert [row["outage_ms"] for row in (*line["loads"], *line["functions"])] == list(frame.outage_ms)
    assert [row["code"] for row in line["findings"]] == [each.code for each in result.weak_points]
    limits = [row["max_interruption_ms"] for row in (*line["loads"], *line["functions"])]
    assert limits == frame.max_interruption_ms.astype(object).where(frame.max_interruption_ms.notna(), None).to_list()
    assert result.recommendations == ()


def test_a_notebook_shows_page_one_and_nothing_of_it_can_run() -> None:
    plan = drillsim.load(drillsim.shipped("oberrhein-waterworks"), lang="zh")
    page = plan.run("both-lost-night-short", proofs=False)._repr_html_()
    assert page.startswith("<section")
    assert "<script" not in page
    assert "<table>" in page


def test_a_campaign_is_what_the_command_line_gives(tmp_path: Path) -> None:
    folder = drillsim.shipped("oberrhein-waterworks")
    ours = drillsim.load(folder, lang="en").campaign(
        out=tmp_path / "face", faults=1, scenarios="", hours=["day"], draws=2, limit=12
    )
    words = ("--faults", "N-1", "--scenarios", "none", "--hours", "day", "--draws", "2", "--limit", "12")
    line = drillsim_here("campaign", folder, *words, "--workers", "1", "--lang", "en", "--out", tmp_path / "line")
    assert line.code == 0, line.errors
    assert files_below(ours.path) == files_below(tmp_path / "line" / "oberrhein-waterworks" / "campaign-s1")
    frame = ours.to_frame()
    assert len(frame) == ours.document.runs
    page = ours._repr_html_()
    assert page.startswith("<section")
    assert all(words in page for words in ("<table>", "Water"))


def test_check_is_what_the_command_line_prints() -> None:
    folder = drillsim.shipped("oberrhein-waterworks")
    ours = drillsim.load(folder, lang="en").check(["source-lost-day"], files_only=True)
    line = drillsim_here("check", folder, "source-lost-day", "--files-only", "--json", "--lang", "en")
    assert ours.model_dump(mode="json") == line.json


def test_what_cannot_be_read_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "customer.yaml").write_text("format: 1\n", encoding="utf-8")
    with pytest.raises(drillsim.InvalidInput) as raised:
        drillsim.load(tmp_path)
    assert any("customer.yaml" in note for note in raised.value.__notes__)
    plan = drillsim.load(drillsim.shipped("oberrhein-waterworks"))
    with pytest.raises(drillsim.InvalidInput) as raised:
        plan.run("both-lost-nite-short")
    assert any("both-lost-night-short" in note for note in raised.value.__notes__)

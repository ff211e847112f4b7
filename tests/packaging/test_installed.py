"""The built wheel, installed outside the tree, does the main job."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from helpers.command import environment

pytestmark = pytest.mark.slow


def test_the_wheel_runs_the_demo_outside_the_tree(repository: Path, tmp_path: Path) -> None:
    """The dependencies are those of this environment; drillsim itself comes from the wheel alone."""
    build = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(tmp_path / "dist"),
        str(repository),
    ]
    _run(build, repository)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    _run([sys.executable, "-m", "venv", str(tmp_path / "venv")], tmp_path)
    scripts = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    _run([str(scripts / "python"), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)], tmp_path)
    found = _run([str(scripts / "python"), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], tmp_path)
    (Path(found.strip()) / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    work = tmp_path / "work"
    work.mkdir()
    said = _run([str(scripts / "drillsim"), "demo", "--lang", "en"], work)
    assert said.startswith("drillsim demo: ")
    assert "Costliest wait" in said
    report = said.strip().splitlines()[-1].removeprefix("Report: ")
    assert (work / report).is_file()
    assert [path.name for path in work.iterdir()] == ["reports"]
    where = _run([str(scripts / "python"), "-c", "import drillsim; print(drillsim.__file__)"], work)
    assert Path(where.strip()).is_relative_to(tmp_path / "venv")


def _run(command: list[str], cwd: Path) -> str:
    done = subprocess.run(command, capture_output=True, check=False, cwd=cwd, env=environment())
    assert done.returncode == 0, done.stdout.decode("utf-8") + done.stderr.decode("utf-8")
    return done.stdout.decode("utf-8")

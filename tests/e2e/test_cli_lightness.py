"""Help and file checks import nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from helpers.command import environment
from helpers.recorded import Recorded

HEAVY = ("pandapower", "pandas", "matplotlib", "simpy", "numpy", "scipy")
PROGRAM = f"""
import sys
from drillsim.cli.app import run_command
code = run_command(sys.argv[1:])
heavy = [name for name in {HEAVY} if name in sys.modules]
print(f"exit {{code}}, heavy {{heavy}}", file=sys.stderr)
"""


def _imported(*args: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, args)],
        capture_output=True,
        check=False,
        env=environment(DRILLSIM_CACHE="off"),
    )
    return done.stderr.decode("utf-8").strip()


@pytest.mark.parametrize(
    "args", [("--help",), ("run", "--help"), ("--version",), ("schema", "site"), ("explain", "G01")]
)
def test_help_and_words_import_nothing_heavy(args: tuple[str, ...]) -> None:
    assert _imported(*args) == "exit 0, heavy []"


def test_file_checks_import_nothing_heavy(recorded: Recorded, repository: Path) -> None:
    assert _imported("check", recorded.plan, recorded.scenario, "--files-only") == "exit 0, heavy []"
    assert _imported("check", repository / "plans" / "central-hospital", "--files-only") == "exit 0, heavy []"


def test_a_folder_with_problems_imports_nothing_heavy(recorded: Recorded, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("format: 2\n", encoding="utf-8")
    assert _imported("run", tmp_path, recorded.scenario).endswith("exit 2, heavy []")


@pytest.mark.full
def test_the_question_can_be_answered_with_yes(recorded: Recorded) -> None:
    assert "heavy ['pandapower'" in _imported(
        "run", recorded.plan, recorded.scenario, "--out", recorded.plan.parent / "x"
    )


THREADS = """
import os, sys
from drillsim.cli.app import run_command
run_command(sys.argv[1:])
before = len(os.listdir("/proc/self/task"))
import numpy
numpy.linalg.solve(numpy.eye(400), numpy.ones(400))
print(f"threads {len(os.listdir('/proc/self/task')) - before}", file=sys.stderr)
"""


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads of a process are counted in /proc")
def test_small_matrices_are_solved_without_threads_of_their_own() -> None:
    own = {name: value for name, value in environment().items() if name != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run([sys.executable, "-c", THREADS, "--version"], capture_output=True, check=True, env=own)
    assert done.stderr.decode("utf-8").strip() == "threads 0"

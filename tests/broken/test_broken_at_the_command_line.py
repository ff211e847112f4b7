"""The corpus once more through the command line: exit code 2, file and line on standard error, no traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from broken.spoil import Broken, both, copy_of_good, swap
from broken.test_broken_folders import CASES, N
from drillsim.cli.app import run_command

ISOLATED = Broken(
    "a load without a way to any source",
    both(
        swap(
            N, "  - {name: ups-LV, vn_kv: 0.4}\n", "  - {name: ups-LV, vn_kv: 0.4}\n  - {name: island-LV, vn_kv: 0.4}\n"
        ),
        swap(N, "{name: kitchen, bus: II-LV", "{name: kitchen, bus: island-LV"),
    ),
    N,
    36,
    "",
)


def _shown(case: Broken) -> str:
    return f"good/{case.file}:{case.line}: " if case.line else f"good/{case.file}: "


@pytest.mark.parametrize("case", [*CASES, ISOLATED], ids=lambda case: case.name)
def test_a_broken_folder_exits_2_with_file_and_line(
    case: Broken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    case.change(copy_of_good(tmp_path / "good"))
    assert run_command(["check", "good", "--lang", "zh"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert _shown(case) in err and "Traceback" not in err


@pytest.mark.parametrize("case", [CASES[0], CASES[30], CASES[60], CASES[-1], ISOLATED], ids=lambda case: case.name)
def test_so_it_does_in_a_process_of_its_own(case: Broken, tmp_path: Path) -> None:
    case.change(copy_of_good(tmp_path / "good"))
    done = subprocess.run(
        [sys.executable, "-c", "from drillsim.cli.app import main; main()", "check", "good"],
        cwd=tmp_path, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    said = done.stderr.decode("utf-8")
    assert done.returncode == 2 and done.stdout == b""
    assert _shown(case) in said and "Traceback" not in said

"""Page one stands as soon as the run is judged; what playing again shows is added, and stopping it loses nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from helpers.command import drillsim, files_below, start
from helpers.in_process import drillsim_here
from helpers.recorded import Recorded

RUN = Path("my-customer") / "scenario-both-lost-s1"


def test_without_proofs_nothing_is_played_again_and_page_one_says_so(recorded: Recorded, tmp_path: Path) -> None:
    args = ("run", recorded.plan, recorded.scenario, "--out", tmp_path, "--no-proofs")
    done = drillsim_here(*args, "--lang", "en")
    assert done.code == 0, done.errors
    assert "Nothing has been re-run yet" in done.text
    kept = json.loads((tmp_path / RUN / "run.json").read_text(encoding="utf-8"))
    assert kept["proofs"] == {"done": 0, "of": None}
    assert kept["recommendations"] == []
    assert not [name for name in files_below(tmp_path / RUN) if name.startswith("proofs/")]
    assert "counterfactual" not in {row["severity_basis"] for row in kept["findings"]}


def test_the_whole_run_says_that_every_change_due_was_tried(recorded: Recorded) -> None:
    proofs = recorded.done.json["proofs"]
    assert proofs["done"] == proofs["of"] > 0
    tried = [row for row in recorded.done.json["recommendations"] if row["before"] is not None]
    assert len(tried) == proofs["done"]


@pytest.mark.skipif(os.name != "posix", reason="sends SIGINT to a process of its own")
def test_ctrl_c_while_it_is_played_again_keeps_page_one(recorded: Recorded, tmp_path: Path) -> None:
    process = start("run", recorded.plan, recorded.scenario, "--out", tmp_path, "--lang", "en")
    shown = _page_one(process)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors.decode("utf-8")
    assert "Conclusion:" in shown and "Nothing has been re-run yet" in shown
    assert b"Traceback" not in errors
    assert b"Page one and what had been re-run stand in" in errors
    kept = json.loads((tmp_path / RUN / "run.json").read_text(encoding="utf-8"))
    assert kept["status"] == "completed"
    assert kept["proofs"]["of"] is None or kept["proofs"]["done"] < kept["proofs"]["of"]
    report = drillsim("report", tmp_path / RUN, "--lang", "en")
    assert report.code == 0, report.errors
    assert not [name for name in files_below(tmp_path) if ".part" in name]


def _page_one(process: subprocess.Popen[bytes]) -> str:
    """What the screen shows up to where the report lies."""
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line.decode("utf-8"))
        if lines[-1].startswith("Report:"):
            return "".join(lines)
    raise AssertionError(f"no page one: {lines}")

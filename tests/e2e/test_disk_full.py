"""A disk without room: it is said what was played and how to get it; no file stands there half."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from drillsim.cli.exit_code import ExitCode
from helpers.command import Done, environment
from helpers.in_process import drillsim_here
from helpers.recorded import Recorded

resource = pytest.importorskip("resource", reason="limits of the system that Windows does not have")
IN_LIMIT = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.argv = ["drillsim", *sys.argv[2:]]
from drillsim.cli.app import main
main()
"""


def within(limit: int, *args: str | Path) -> Done:
    """`drillsim` in a process whose files may not grow beyond `limit` bytes."""
    line = [sys.executable, "-c", IN_LIMIT, str(limit), *map(str, args)]
    # Python would put a cut .pyc in the place of a whole one.
    changed = environment(PYTHONDONTWRITEBYTECODE="1")
    done = subprocess.run(line, capture_output=True, check=False, env=changed, timeout=300)
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def page_one(recorded: Recorded, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run's folder with page one alone."""
    out = tmp_path_factory.mktemp("page-one")
    done = drillsim_here("run", recorded.plan, recorded.scenario, "--out", out, "--no-proofs")
    assert done.code == 0, done.errors
    (folder,) = (path for path in out.glob("*/*") if path.is_dir())
    return folder


def _sizes(folder: Path) -> list[int]:
    return [path.stat().st_size for path in folder.rglob("*") if path.is_file()]


def test_a_run_that_was_played_says_so_when_its_documents_find_no_room(
    recorded: Recorded, page_one: Path, tmp_path: Path
) -> None:
    limit = max(size for size in _sizes(page_one) if size < max(_sizes(page_one)))
    assert limit >= (page_one / "journal.jsonl").stat().st_size, "the journal fits, one of the documents does not"
    done = within(limit, "run", recorded.plan, recorded.scenario, "--out", tmp_path)
    assert done.code == ExitCode.WRONG_INPUT, done.errors
    assert "The run was played to its end, but there is no room on the disk for" in done.errors
    assert "--out" in done.errors and "Nothing was run" not in done.errors and done.errors.count("\n") == 1
    (part,) = (path for path in tmp_path.glob("*/*") if path.is_dir())
    assert part.suffix == ".part"
    for path in part.rglob("*"):
        whole = page_one / path.relative_to(part)
        assert path.is_dir() or path.read_bytes() == whole.read_bytes(), f"{path} stands there half"
    report = drillsim_here("report", part.with_suffix(""), "--lang", "en")
    assert report.code == 0, report.errors


def test_page_one_stays_when_what_the_re_runs_gave_finds_no_room(
    recorded: Recorded, page_one: Path, tmp_path: Path
) -> None:
    limit = max(_sizes(page_one))
    assert limit < max(_sizes(recorded.folder)), "with the changes a document is larger"
    done = within(limit, "run", recorded.plan, recorded.scenario, "--out", tmp_path)
    assert done.code == ExitCode.WRONG_INPUT, done.errors
    assert "The run was played and page one stands in" in done.errors
    assert "Nothing was run" not in done.errors
    (folder,) = (path for path in tmp_path.glob("*/*") if path.is_dir())
    assert folder.suffix != ".part"
    report = drillsim_here("report", folder, "--lang", "en")
    assert report.code == 0 and "Conclusion:" in report.text


def test_a_journal_that_finds_no_room_stops_the_run(recorded: Recorded, tmp_path: Path) -> None:
    inputs = max(path.stat().st_size for path in (recorded.folder / "inputs").iterdir())
    journal = (recorded.folder / "journal.jsonl").stat().st_size
    assert inputs < journal
    done = within((inputs + journal) // 2, "run", recorded.plan, recorded.scenario, "--out", tmp_path, "--json")
    assert done.code == ExitCode.WRONG_INPUT, done.errors
    assert "The disk filled up at journal.jsonl while the run was played" in done.errors
    assert [row["code"] for row in json.loads(done.text)["problems"]] == ["run-not-recorded"]
    (part,) = (path for path in tmp_path.glob("*/*.part"))
    report = drillsim_here("report", part.with_suffix(""), "--lang", "en")
    assert report.code == 0 and "The run did not finish" in report.text

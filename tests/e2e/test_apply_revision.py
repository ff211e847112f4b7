"""Changes of a recorded run made in the customer's files: the next version, the old one kept, killed at any time."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from drillsim.use.answered import answers_of
from drillsim.use.apply_revision import apply_changes, recorded_changes
from drillsim.use.load import load
from helpers.command import environment, files_below
from helpers.in_process import drillsim_here
from helpers.recorded import Recorded

KILLED = """
import datetime, os, random, shutil, signal, sys, time
from pathlib import Path
from drillsim.use.apply_revision import apply_changes, recorded_changes
from drillsim.use.load import load
plan, run, place = map(Path, sys.argv[1:])
changes, evidence = recorded_changes(run)
change = next(each for each in changes if each.verdict != "rejected" and each.edits)
draw, whole_s = random.Random(20), 0.0
for number in range(21):  # the first is left alone, to see how long it takes
    folder = place / str(number) / plan.name
    shutil.copytree(plan, folder)
    began = time.perf_counter()
    child = os.fork()
    if not child:
        apply_changes(load(folder)[0], [change], as_of=datetime.date(2026, 12, 1), evidence=evidence)
        os._exit(0)
    if number:
        time.sleep(draw.uniform(0, whole_s))
        os.kill(child, signal.SIGKILL)
    assert os.waitpid(child, 0)[1] in (0, signal.SIGKILL)
    whole_s = whole_s or time.perf_counter() - began
"""
"""Makes one change in a copy of the customer, then in twenty more, each killed at some moment of the time it took."""


@pytest.fixture(scope="module")
def applied(recorded: Recorded, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The teaching customer with the first change of its run that can be made."""
    plan = tmp_path_factory.mktemp("applied") / recorded.plan.name
    shutil.copytree(recorded.plan, plan)
    changes, evidence = recorded_changes(recorded.folder)
    change = next(each for each in changes if each.verdict != "rejected" and each.edits)
    apply_changes(load(plan)[0], [change], as_of=dt.date(2026, 12, 1), evidence=evidence)
    return plan


def test_the_old_version_is_checked_and_played_as_ever(applied: Path, recorded: Recorded, tmp_path: Path) -> None:
    (kept,) = (each for each in (applied / "history").iterdir() if each.is_dir())
    assert files_below(kept) == {
        name: data for name, data in files_below(recorded.plan).items() if not name.startswith("scenario")
    }
    assert drillsim_here("check", kept, "scenario-both-lost").code == 0
    done = drillsim_here("run", kept, "scenario-both-lost", "--out", tmp_path, "--no-proofs", "--json")
    assert done.code == 0, done.errors
    again = tmp_path / "my-customer" / "history" / kept.name / "scenario-both-lost-s1"
    assert (again / "journal.jsonl").read_bytes() == (recorded.folder / "journal.jsonl").read_bytes()
    assert done.json["customer"] == "my-customer"


def test_the_new_version_is_checked_and_its_results_stand_beside(applied: Path, tmp_path: Path) -> None:
    done = drillsim_here("run", applied, "scenario-both-lost", "--out", tmp_path, "--no-proofs", "--json")
    assert done.code == 0, done.errors
    assert (tmp_path / "my-customer" / "scenario-both-lost-s1" / "run.json").is_file()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="asks for processes that begin as copies")
def test_killed_at_twenty_moments_the_files_are_old_or_new(recorded: Recorded, tmp_path: Path) -> None:
    plan = tmp_path / "一户 一预案" / recorded.plan.name
    shutil.copytree(recorded.plan, plan)
    change = next(each for each in recorded_changes(recorded.folder)[0] if each.verdict != "rejected" and each.edits)
    (code, subject), *_ = answers_of(change)
    (plan / "register.yaml").write_text(
        f"format: 1\nW-0001: {{code: {code}, subject: {subject}, status: open, opened: 2026-01-10}}\n", encoding="utf-8"
    )
    (plan / "editions").mkdir()
    version = load(plan)[0].dossier.plan.version
    for name in ("保电 一", "停电"):
        (plan / "editions" / f"{name}.yaml").write_text(
            f'format: 1\ntitle: {name}\nof: "{version}"\nfrom: 2027-01-01\nuntil: 2027-12-31\n', encoding="utf-8"
        )
    line = [sys.executable, "-c", KILLED, *map(str, (plan, recorded.folder, tmp_path))]
    done = subprocess.run(line, capture_output=True, text=True, check=False, env=environment(), timeout=300)
    assert done.returncode == 0, done.stderr
    before, after = files_below(plan), files_below(tmp_path / "0" / recorded.plan.name)
    assert set(after) > set(before)
    assert {"register.yaml", "editions/保电 一.yaml", "editions/停电.yaml"} < {
        name for name in before if after[name] != before[name]
    }
    for number in range(1, 21):
        folder = tmp_path / str(number) / recorded.plan.name
        load(folder)
        assert files_below(folder) in (before, after), number


@pytest.fixture
def stopped(applied: Path, tmp_path: Path) -> Path:
    """The customer as a stop leaves it when plan.yaml, with a line more, has not gone to its place."""
    plan = tmp_path / applied.name
    shutil.copytree(applied, plan)
    pending, text = plan / "history" / ".pending", (plan / "plan.yaml").read_bytes()
    (pending / "new").mkdir(parents=True)
    (pending / "new" / "plan.yaml").write_bytes(text + b"# later\n")
    (pending / "old").mkdir()
    (pending / "old" / "plan.yaml").write_bytes(text)
    digests = [sha256(each).hexdigest() for each in (text, text + b"# later\n")]
    told = {"format": 1, "version": "9.0", "kept": "8.0", "files": {"plan.yaml": digests}}
    (pending / "manifest.json").write_text(json.dumps(told))
    return plan


def test_what_a_stop_left_half_made_is_finished_and_said(stopped: Path) -> None:
    done = drillsim_here("check", stopped, "--lang", "en")
    assert done.code == 0
    assert "drillsim was stopped while it wrote version 9.0 of the plan; this is finished now." in done.errors
    assert not (stopped / "history" / ".pending").exists()
    assert (stopped / "plan.yaml").read_bytes().endswith(b"# later\n")
    assert drillsim_here("check", stopped, "--lang", "en").errors == ""


def test_where_it_cannot_be_finished_it_is_read_as_if_it_were(stopped: Path) -> None:
    (stopped / "history" / "8.0").mkdir()
    (stopped / "history" / "8.0" / "notes.txt").write_text("in the way")
    before = files_below(stopped)
    done = drillsim_here("check", stopped, "--lang", "en")
    assert done.code == 0
    assert "Version 9.0 is read; any command finishes it once the folder can be written." in done.errors
    assert files_below(stopped) == before
    assert load(stopped)[0].file("plan.yaml").data.endswith(b"# later\n")


@pytest.fixture
def asked(recorded: Recorded, tmp_path: Path) -> tuple[Path, tuple[str | Path, ...]]:
    """A copy of the teaching customer in a folder with a blank, and the command that writes changes of its run."""
    plan = tmp_path / "一户 一预案" / recorded.plan.name
    shutil.copytree(recorded.plan, plan)
    out = tmp_path / "结果 一"
    return plan, ("revise", plan, "--from", recorded.folder, "--out", out, "--as-of", "2026-12-01", "--lang", "en")


def test_changes_on_the_page_of_a_run_are_written_without_a_search(
    recorded: Recorded, asked: tuple[Path, tuple[str | Path, ...]]
) -> None:
    plan, command = asked
    changes, _ = recorded_changes(recorded.folder)
    first = next(each for each in changes if each.verdict != "rejected" and each.edits)
    done = drillsim_here(*command, "--apply", f"{first.id}，{first.id}")
    assert done.code == 0, done.errors
    assert "is now" in done.text
    assert not (plan.parents[1] / "结果 一").exists()
    record = (plan / "history" / "revisions.yaml").read_text(encoding="utf-8")
    assert record.count("recommendation:") == 1
    assert f"recommendation: {first.id}" in record


@pytest.mark.parametrize("spoil", ["unknown", "edited", "register", "edition"])
def test_what_is_wrong_is_told_at_once_with_file_and_line(
    recorded: Recorded, asked: tuple[Path, tuple[str | Path, ...]], spoil: str
) -> None:
    plan, command = asked
    changes, _ = recorded_changes(recorded.folder)
    name = next(each for each in changes if each.verdict != "rejected" and each.edits).id
    told = {
        "unknown": f'"{name}x"',
        "edited": "site.yaml",
        "register": "register.yaml:2: W-0001.code",
        "edition": "editions/保电 一.yaml:4: of",
    }[spoil]
    if spoil == "edited":
        text = (plan / "site.yaml").read_bytes()
        (plan / "site.yaml").write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    elif spoil == "register":
        entry = "format: 1\r\nW-0001: {code: P99, subject: S21, status: open, opened: 2026-01-10}\r\n"
        (plan / "register.yaml").write_bytes(b"\xef\xbb\xbf" + entry.encode())
    elif spoil == "edition":
        (plan / "editions").mkdir()
        days = 'format: 1\r\ntitle: 保电\r\n# 一\r\nof: "0.1"\r\nfrom: 2027-01-01\r\nuntil: 2027-12-31\r\n'
        (plan / "editions" / "保电 一.yaml").write_bytes(b"\xef\xbb\xbf" + days.encode())
        command = (*command, "--edition", "保电 一")
    before = files_below(plan)
    done = drillsim_here(*command, "--apply", f"{name}x" if spoil == "unknown" else name)
    assert done.code == 2
    assert told in done.errors
    assert done.errors.strip().splitlines()[1:] == ["One problem. Nothing was run."]
    assert files_below(plan) == before

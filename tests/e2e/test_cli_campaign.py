"""A campaign from the command line: the same bytes whatever happens, and a clear word when something does."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from drillsim.cli.output import json_schema
from helpers.command import Done, drillsim, files_below, start
from helpers.in_process import drillsim_here
from helpers.json_schema import misfits
from helpers.recorded import Recorded

FLAGS = ("--faults", "N-1", "--limit", "40", "--draws", "2", "--scenarios", "both-lost-night-short")
FOLDER = "my-customer/campaign-s1"


def campaign(plan: Path, out: Path, *more: str, env: dict[str, str] | None = None) -> Done:
    return drillsim("campaign", plan, *FLAGS, "--out", out, *more, env=env)


def campaign_here(plan: Path, out: Path, *more: str) -> Done:
    return drillsim_here("campaign", plan, *FLAGS, "--out", out, *more)


@pytest.fixture(scope="module")
def played(recorded: Recorded, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    """One campaign of the teaching customer, in one process."""
    out = tmp_path_factory.mktemp("campaign")
    done = campaign(recorded.plan, out, "--workers", "1", "--json")
    assert done.code == 0, done.errors
    return out, done


def test_what_is_printed_fits_its_schema(played: tuple[Path, Done]) -> None:
    _, done = played
    assert misfits(done.json, json_schema("campaign")) == []
    assert {"format", "customer", "cases", "runs", "wall_s", "workers", "loads", "functions", "failure_sets"} <= set(
        done.json
    )
    assert done.json["workers"] == 1


def test_the_count_and_the_time_come_first(played: tuple[Path, Done]) -> None:
    first = played[1].errors.splitlines()[0]
    assert "种情形" in first or "cases" in first


def test_the_folder_holds_rows_document_report_and_inputs(played: tuple[Path, Done]) -> None:
    found = files_below(played[0] / FOLDER)
    assert {"cases.parquet", "campaign.json", "campaign.spec.json", "report.html", "report.md"} <= set(found)
    assert not any(name.startswith("chunks/") for name in found)


def test_two_processes_and_another_hash_seed_give_the_same_bytes(
    played: tuple[Path, Done], recorded: Recorded, tmp_path: Path
) -> None:
    done = campaign(recorded.plan, tmp_path, "--workers", "2", env={"PYTHONHASHSEED": "1"})
    assert done.code == 0, done.errors
    assert files_below(tmp_path / FOLDER) == files_below(played[0] / FOLDER)


def test_killed_at_random_moments_and_resumed_it_gives_the_same_bytes(
    played: tuple[Path, Done], recorded: Recorded, tmp_path: Path
) -> None:
    moments = random.Random(11)
    part = tmp_path / f"{FOLDER}.part"
    for _ in range(5):
        process = start("campaign", recorded.plan, *FLAGS, "--out", tmp_path, *_go_on(part), "--workers", "1")
        _wait_for(part / "campaign.spec.json", process)
        time.sleep(moments.uniform(0.0, 3.0))
        process.kill()
        process.communicate()
    done = campaign(recorded.plan, tmp_path, *_go_on(part), "--workers", "1")
    assert done.code == 0, done.errors
    assert files_below(tmp_path / FOLDER) == files_below(played[0] / FOLDER)


def test_workers_of_a_killed_campaign_end_with_it(recorded: Recorded, tmp_path: Path) -> None:
    process = start("campaign", recorded.plan, *FLAGS, "--out", tmp_path, "--workers", "2")
    chunks, deadline = tmp_path / f"{FOLDER}.part" / "chunks", time.monotonic() + 120
    while not list(chunks.glob("*.parquet")) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    workers = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.wait()
    left = psutil.wait_procs(workers, timeout=60)[1]
    for each in left:
        each.kill()
    process.communicate()
    assert len(workers) >= 2
    assert left == []


def _go_on(part: Path) -> tuple[str, ...]:
    return ("--resume",) if part.exists() else ()


def _wait_for(path: Path, process: subprocess.Popen[bytes]) -> None:
    while not path.exists() and process.poll() is None:
        time.sleep(0.02)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process there")
def test_ctrl_c_says_that_it_was_stopped_and_keeps_what_was_played(recorded: Recorded, tmp_path: Path) -> None:
    process = start("campaign", recorded.plan, *FLAGS, "--out", tmp_path, "--workers", "2")
    part = tmp_path / f"{FOLDER}.part"
    deadline = time.monotonic() + 120
    while not list((part / "chunks").glob("*.parquet")) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    if process.returncode:  # it may have ended by itself just before
        assert process.returncode == 130
        assert b"Traceback" not in errors
        assert b"--resume --out" in errors and b"Nothing was run" not in errors
        there = files_below(part)
        assert [name for name in there if name.endswith(".parquet")]
        anew = campaign_here(recorded.plan, tmp_path, "--lang", "en")
        assert anew.code == 2
        assert "--resume" in anew.errors and "delete the folder" in anew.errors
        assert files_below(part) == there


def test_changed_files_or_flags_are_not_resumed(recorded: Recorded, tmp_path: Path) -> None:
    plan = tmp_path / "my-customer"
    shutil.copytree(recorded.plan, plan)
    process = start("campaign", plan, *FLAGS, "--out", tmp_path, "--workers", "1")
    _wait_for(tmp_path / f"{FOLDER}.part" / "campaign.spec.json", process)
    process.kill()
    process.communicate()
    other = drillsim_here(
        "campaign",
        plan,
        "--faults",
        "N-1",
        "--limit",
        "41",
        "--draws",
        "2",
        "--out",
        tmp_path,
        "--resume",
        "--lang",
        "en",
    )
    assert other.code == 2
    assert "limit" in other.errors
    text = (plan / "plan.yaml").read_text(encoding="utf-8")
    (plan / "plan.yaml").write_text(text + "\n# changed\n", encoding="utf-8")
    changed = campaign_here(plan, tmp_path, "--resume", "--lang", "en")
    assert changed.code == 2
    assert "plan.yaml" in changed.errors
    assert (tmp_path / f"{FOLDER}.part" / "campaign.spec.json").is_file()


@pytest.mark.parametrize(
    ("flags", "word"),
    [
        (("--faults", "N-4"), "--faults"),
        (("--hours", "noon"), "--hours"),
        (("--draws", "0"), "--draws"),
        (("--target-error", "200%"), "--target-error"),
        (("--scenarios", "nothing-like-it"), "--scenarios"),
        (("--faults", "none", "--exact"), "--faults"),
        (("--variant", "label-alone"), "--variant"),
        (("--resume",), "--resume"),
        (("--scheduler", "tcp://127.0.0.1:9"), "--scheduler"),
    ],
)
def test_a_wrong_flag_is_named_with_the_mend(
    flags: tuple[str, ...], word: str, recorded: Recorded, tmp_path: Path
) -> None:
    done = drillsim_here("campaign", recorded.plan, "--out", tmp_path, "--lang", "en", *flags)
    assert done.code == 2
    assert word in done.errors
    assert "Traceback" not in done.errors


@pytest.mark.parametrize(
    ("name", "old", "new", "word"),
    [
        ("site.yaml", "failures_per_year: ", "failures_per_year: -", "failures_per_year"),
        ("plan.yaml", "within: ", "within: -", "within"),
    ],
)
def test_a_wrong_rate_or_a_negative_time_is_named_with_its_line(
    name: str, old: str, new: str, word: str, recorded: Recorded, tmp_path: Path
) -> None:
    plan = tmp_path / "my-customer"
    shutil.copytree(recorded.plan, plan)
    text = (plan / name).read_text(encoding="utf-8")
    assert old in text
    (plan / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    done = campaign_here(plan, tmp_path, "--lang", "en")
    assert done.code == 2
    assert name in done.errors
    assert word in done.errors


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 300 kB."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = os.name == "posix" and os.geteuid() == 0 and shutil.which("mount") is not None
    mount: list[str | Path] = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", place]
    if not mounted or subprocess.run(mount, check=False).returncode:
        pytest.skip("no small disk can be made here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


@pytest.mark.full
def test_a_full_disk_is_named_and_what_was_played_stays(full_disk: Path, recorded: Recorded) -> None:
    done = drillsim(
        "campaign",
        recorded.plan,
        "--faults",
        "N-1",
        "--draws",
        "20",
        "--out",
        full_disk,
        "--lang",
        "en",
        "--workers",
        "1",
    )
    assert done.code == 2
    assert "full" in done.errors
    assert "Traceback" not in done.errors
    assert (full_disk / f"{FOLDER}.part").is_dir()


def test_a_folder_nobody_may_write_to_is_named(recorded: Recorded, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file stands where the folder should\n", encoding="utf-8")
    done = campaign_here(recorded.plan, tmp_path / "taken", "--lang", "en")
    assert done.code == 2
    assert "taken" in done.errors
    assert "Traceback" not in done.errors


def test_the_report_is_written_anew_from_the_folder(played: tuple[Path, Done], tmp_path: Path) -> None:
    shutil.copytree(played[0] / FOLDER, tmp_path / "campaign")
    before = files_below(tmp_path / "campaign")
    (tmp_path / "campaign" / "report.html").unlink()
    done = drillsim_here("report", tmp_path / "campaign")
    assert done.code == 0, done.errors
    assert files_below(tmp_path / "campaign") == before


def test_the_worst_cases_are_ordinary_runs(played: tuple[Path, Done], tmp_path: Path) -> None:
    kept = played[1].json["worst"]
    assert kept, "the teaching plan misses a limit somewhere"
    folder = tmp_path / "worst"
    shutil.copytree(played[0] / FOLDER / kept[0]["folder"], folder)
    done = drillsim_here("report", folder, "--json")
    assert done.code == 0, done.errors
    row = next(each for each in (*done.json["loads"], *done.json["functions"]) if each["id"] == kept[0]["subject"])
    assert row["outage_ms"] == kept[0]["outage_ms"]


def test_a_variant_is_compared_on_the_same_cases(recorded: Recorded, tmp_path: Path) -> None:
    done = campaign_here(recorded.plan, tmp_path, "--variant", f"same={recorded.plan}", "--json", "--workers", "1")
    assert done.code == 0, done.errors
    change = done.json["best_changes"][0]
    assert (change["variant"], change["cases_better"], change["cases_worse"]) == ("same", 0, 0)

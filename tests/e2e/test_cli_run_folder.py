"""What a run leaves on the disk: the same bytes every time, and something readable when it dies."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from helpers.command import drillsim, files_below, start
from helpers.in_process import drillsim_here
from helpers.json_schema import misfits
from helpers.recorded import Recorded


def test_the_same_files_and_seed_give_the_same_bytes(recorded: Recorded, tmp_path: Path) -> None:
    """Whatever the hash seed and the number of processes."""
    for hash_seed, workers in (("0", "1"), ("1", "2")):
        args = ("run", recorded.plan, recorded.scenario, "--out", tmp_path / hash_seed, "--workers", workers, "--json")
        done = drillsim(*args, env={"PYTHONHASHSEED": hash_seed})
        assert done.code == 0, done.errors
    first, second = files_below(tmp_path / "0"), files_below(tmp_path / "1")
    names = {Path(name).name for name in first}
    assert {"journal.jsonl", "run.json", "report.md", "report.html", "timeline.svg", "plan.yaml"} <= names
    assert first == second


@pytest.mark.full
@pytest.mark.parametrize(
    ("customer", "scenario"),
    [("central-hospital", "both-lost-night-autostart-fails"), ("oberrhein-waterworks", "cellar-flooded")],
)
def test_shipped_customers_give_the_same_bytes(customer: str, scenario: str, repository: Path, tmp_path: Path) -> None:
    for hash_seed in ("0", "1"):
        args = ("run", repository / "plans" / customer, scenario, "--out", tmp_path / hash_seed)
        done = drillsim(*args, env={"PYTHONHASHSEED": hash_seed})
        assert done.code == 0, done.errors
    first, second = files_below(tmp_path / "0"), files_below(tmp_path / "1")
    assert any(name.startswith(f"{customer}/{scenario}-s1/proofs/") for name in first)
    assert first == second


def test_another_seed_is_another_run_beside_it(recorded: Recorded, tmp_path: Path) -> None:
    done = drillsim_here(
        "run", recorded.plan, recorded.scenario, "--out", tmp_path, "--seed", "7", "--json", "--no-proofs"
    )
    assert done.json["seed"] == 7
    assert done.json["run_dir"].endswith("my-customer/scenario-both-lost-s7")
    journal = (Path(done.json["run_dir"]) / "journal.jsonl").read_bytes()
    assert journal != (recorded.folder / "journal.jsonl").read_bytes()


def test_the_folder_holds_the_exact_files_and_nobody_private(recorded: Recorded) -> None:
    inputs = files_below(recorded.folder / "inputs")
    assert inputs.pop("scenario.yaml") == recorded.scenario.read_bytes()
    assert inputs == {name: (recorded.plan / name).read_bytes() for name in inputs}
    assert set(inputs) == {"customer.yaml", "network.yaml", "site.yaml", "plan.yaml"}


def test_private_facts_are_never_copied(recorded: Recorded, tmp_path: Path) -> None:
    plan = tmp_path / "my-customer"
    shutil.copytree(recorded.plan, plan)
    private = "format: 1\npeople:\n  electrician-wu: {phone: 13900000000}\n"
    (plan / "people.local.yaml").write_text(private, encoding="utf-8")
    done = drillsim_here(
        "run", plan, plan / "scenario-both-lost.yaml", "--out", tmp_path / "out", "--json", "--no-proofs"
    )
    assert done.code == 0, done.errors
    written = files_below(tmp_path / "out")
    assert not [name for name in written if name.endswith("people.local.yaml")]
    assert not [name for name, data in written.items() if b"13900000000" in data]
    assert b"13900000000" not in done.out


def test_what_is_printed_is_what_is_kept(recorded: Recorded) -> None:
    kept = json.loads((recorded.folder / "run.json").read_text(encoding="utf-8"))
    printed = dict(recorded.done.json)
    assert printed.pop("run_dir") == recorded.folder.as_posix()
    assert _in_english(kept) == printed


def _in_english(value: object) -> object:
    if isinstance(value, dict):
        both = value.keys() == {"zh", "en"}
        return value["en"] if both else {key: _in_english(each) for key, each in value.items()}
    return [_in_english(each) for each in value] if isinstance(value, list) else value


def test_printed_and_kept_documents_fit_the_schema(recorded: Recorded) -> None:
    schema = drillsim_here("schema", "run").json
    assert misfits(recorded.done.json, schema) == []
    assert misfits(json.loads((recorded.folder / "run.json").read_text(encoding="utf-8")), schema) == []
    assert misfits({**recorded.done.json, "seed": "one"}, schema) != []


def test_several_scenarios_are_one_document_of_runs(recorded: Recorded, tmp_path: Path) -> None:
    done = drillsim_here(
        "run", recorded.plan, "source-lost-day", recorded.scenario, "--out", tmp_path, "--json", "--no-proofs"
    )
    assert [each["scenario"] for each in done.json["runs"]] == ["source-lost-day", "scenario-both-lost"]
    assert misfits(done.json, drillsim_here("schema", "runs").json) == []


def test_a_report_is_rebuilt_from_what_was_recorded(recorded: Recorded, tmp_path: Path) -> None:
    copy = tmp_path / "run"
    shutil.copytree(recorded.folder, copy)
    written = {name: (copy / name).read_bytes() for name in ("report.md", "report.html", "pictures/timeline.svg")}
    for name in written:
        (copy / name).unlink()
    assert drillsim_here("report", copy, "--lang", "en").code == 0
    assert {name: (copy / name).read_bytes() for name in written} == written
    assert drillsim_here("report", copy, "--lang", "zh").code == 0
    assert (copy / "report.md").read_bytes() != written["report.md"]


def test_a_run_cut_off_in_its_journal_is_reported_as_incomplete(recorded: Recorded, tmp_path: Path) -> None:
    part = tmp_path / "cut-s1.part"
    shutil.copytree(recorded.folder, part)
    lines = (part / "journal.jsonl").read_bytes().splitlines(keepends=True)
    (part / "journal.jsonl").write_bytes(b"".join(lines[: len(lines) // 2]) + lines[len(lines) // 2][:20])
    (part / "run.json").unlink()
    for asked in (part, tmp_path / "cut-s1"):
        done = drillsim_here("report", asked, "--json", "--lang", "en")
        assert done.code == 0, done.errors
        assert done.json["status"] == "incomplete"
        assert "met" not in {row["verdict"] for row in done.json["loads"]}
    assert "The run did not finish" in drillsim_here("report", part, "--lang", "en").text


def test_a_killed_run_stays_readable(recorded: Recorded, tmp_path: Path) -> None:
    process = start("run", recorded.plan, recorded.scenario, "--out", tmp_path)
    part = tmp_path / "my-customer" / "scenario-both-lost-s1.part"
    wait_for_lines(part / "journal.jsonl", 5, process)
    process.kill()
    process.communicate()
    assert part.is_dir()
    assert not part.with_suffix("").exists()
    assert drillsim("report", part).code == 0
    again = drillsim("run", recorded.plan, recorded.scenario, "--out", tmp_path, "--json", "--no-proofs")
    assert again.code == 0, again.errors
    assert not part.exists()


@pytest.mark.skipif(os.name != "posix", reason="sends SIGINT to a process of its own")
def test_ctrl_c_stops_with_130_and_leaves_nothing_half_written(recorded: Recorded, tmp_path: Path) -> None:
    process = start("run", recorded.plan, recorded.scenario, "--out", tmp_path, "--lang", "en")
    part = tmp_path / "my-customer" / "scenario-both-lost-s1.part"
    wait_for_lines(part / "journal.jsonl", 5, process)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors.decode("utf-8")
    assert b"Traceback" not in errors
    assert b"Stopped." in errors
    assert part.is_dir()
    assert not part.with_suffix("").exists()
    assert not [name for name in files_below(part) if name.startswith(".")]


def wait_for_lines(journal: Path, count: int, process: subprocess.Popen[bytes]) -> None:
    """Until the journal has that many lines."""
    end = time.monotonic() + 120
    while not (journal.exists() and journal.read_bytes().count(b"\n") >= count):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.01)

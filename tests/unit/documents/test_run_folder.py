"""The run folder: written whole or left as `.part`, read back, rebuilt without simulating."""

from __future__ import annotations

from pathlib import Path

import pytest

from drillsim.documents.run_folder import OpenFolder, open_run_folder, read_run_folder, rebuild, run_path, save_proof
from drillsim.errors import InvalidInput, JournalUnreadable
from drillsim.files.folder import CustomerFolder, load_customer
from drillsim.files.scenario_file import ScenarioFile, load_scenario
from drillsim.journal.record import Journal, lines_of
from drillsim.schema.dossier import Case
from helpers.sample_report import recommendation, sample_document
from helpers.sample_run import MIN, sample_journal, write_sample_customer

SCENARIO = "both-feeders-lost-at-night"


class Crash(Exception):
    """Stands for whatever kills a run."""


@pytest.fixture
def customer(tmp_path: Path) -> CustomerFolder:
    return load_customer(write_sample_customer(tmp_path))


@pytest.fixture
def scenario(tmp_path: Path, customer: CustomerFolder) -> ScenarioFile:
    return load_scenario(tmp_path / "scenarios" / f"{SCENARIO}.yaml")


def write(folder: OpenFolder, customer: CustomerFolder, scenario: ScenarioFile, journal: Journal) -> None:
    """What a run does: the journal line by line, then the document and the reports."""
    for line in lines_of(journal):
        folder.stream.write(line + "\n")
    case = Case(customer.dossier, scenario.id, scenario.scenario)
    document = sample_document(case, journal, (recommendation("P02-S03-staff"),))
    folder.save(document, case, journal, "zh")


def written(out: Path, customer: CustomerFolder, scenario: ScenarioFile) -> Path:
    with open_run_folder(out, customer, scenario, 1) as folder:
        write(folder, customer, scenario, sample_journal())
    save_proof(folder.path, "P02-S03-staff", sample_journal(), {"plan.yaml": b"changed"})
    return folder.path


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def test_a_finished_run_holds_everything_it_can_be_reported_and_repeated_from(
    tmp_path: Path, customer: CustomerFolder, scenario: ScenarioFile
) -> None:
    path = written(tmp_path / "reports", customer, scenario)
    assert path == tmp_path / "reports" / "sample-hospital" / f"{SCENARIO}-s1"
    assert list(contents(path)) == [
        "inputs/customer.yaml", "inputs/network.yaml", "inputs/plan.yaml", "inputs/scenario.yaml", "inputs/site.yaml",
        "journal.jsonl", "pictures/causes.svg", "pictures/middle.svg", "pictures/oneline.svg", "pictures/service.svg",
        "pictures/stores.svg",
        "pictures/timeline.svg", "proofs/P02-S03-staff/inputs/plan.yaml", "proofs/P02-S03-staff/journal.jsonl",
        "report.html", "report.md", "run.json",
    ]  # fmt: skip
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_inputs_are_the_exact_files_and_never_the_private_ones(
    tmp_path: Path, customer: CustomerFolder, scenario: ScenarioFile
) -> None:
    private = customer.path / "people.local.yaml"
    private.write_text("format: 1\npeople: {wang: {phone: '13800000000'}}\n", encoding="utf-8")
    path = written(tmp_path / "reports", load_customer(customer.path), scenario)
    assert (path / "inputs" / "plan.yaml").read_bytes() == (customer.path / "plan.yaml").read_bytes()
    assert not any(b"13800000000" in data for data in contents(path).values())


def test_the_header_gets_the_digest_of_every_input(
    tmp_path: Path, customer: CustomerFolder, scenario: ScenarioFile
) -> None:
    with open_run_folder(tmp_path / "reports", customer, scenario, 1) as folder:
        write(folder, customer, scenario, sample_journal())
    digests = folder.header["digests"]
    assert isinstance(digests, dict)
    assert set(digests) == {"customer.yaml", "network.yaml", "site.yaml", "plan.yaml", "scenario.yaml"}


def test_a_run_is_read_back_as_it_was_written(tmp_path: Path, customer: CustomerFolder, scenario: ScenarioFile) -> None:
    run = read_run_folder(written(tmp_path / "reports", customer, scenario))
    assert list(lines_of(run.journal)) == list(lines_of(sample_journal()))
    assert (run.case.dossier.folder, run.case.scenario_id) == ("sample-hospital", SCENARIO)
    assert [row.id for row in run.document.recommendations] == ["P02-S03-staff"]


def test_rebuilding_gives_the_same_bytes_and_touches_nothing_else(
    tmp_path: Path, customer: CustomerFolder, scenario: ScenarioFile
) -> None:
    path = written(tmp_path / "reports", customer, scenario)
    before = contents(path)
    for name in ("report.md", "report.html", "pictures/timeline.svg", "pictures/oneline.svg", "pictures/causes.svg"):
        (path / name).unlink()
    rebuild(read_run_folder(path), "zh")
    assert contents(path) == before


def test_rebuilding_in_the_other_language_says_the_same_in_it(
    tmp_path: Path, customer: CustomerFolder, scenario: ScenarioFile
) -> None:
    path = written(tmp_path / "reports", customer, scenario)
    rebuild(read_run_folder(path), "en")
    assert "The wait that cost most" in (path / "report.md").read_text(encoding="utf-8")
    assert '<html lang="en">' in (path / "report.html").read_text(encoding="utf-8")


def test_a_run_that_dies_stays_part_and_can_be_reported(
    tmp_path: Path, customer: CustomerFolder, scenario: ScenarioFile
) -> None:
    out = tmp_path / "reports"
    with pytest.raises(Crash), open_run_folder(out, customer, scenario, 1) as folder:
        for line in lines_of(sample_journal(cut_at=20 * MIN)):
            folder.stream.write(line + "\n")
        folder.stream.write('{"seq":99,"t_ms":12')
        raise Crash
    path = run_path(out, customer, SCENARIO, 1)
    assert not path.exists() and folder.part.exists()
    run = read_run_folder(path)
    report = rebuild(run, "zh")
    assert run.path == folder.part and run.document.status == "incomplete"
    assert "推演未完成" in (folder.part / "report.md").read_text(encoding="utf-8")
    assert report.pictures


def test_a_later_run_replaces_its_own_folder_and_what_an_earlier_one_left(
    tmp_path: Path, customer: CustomerFolder, scenario: ScenarioFile
) -> None:
    out = tmp_path / "reports"
    with pytest.raises(Crash), open_run_folder(out, customer, scenario, 1):
        raise Crash
    path = written(out, customer, scenario)
    (path / "pictures" / "old.svg").write_text("left from before", encoding="utf-8")
    assert written(out, customer, scenario) == path
    assert not (path / "pictures" / "old.svg").exists()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("first_line", ["my notes", '{"product":"other"}', "{}"])
def test_a_folder_that_no_run_wrote_is_never_replaced(
    tmp_path: Path, customer: CustomerFolder, scenario: ScenarioFile, first_line: str
) -> None:
    path = run_path(tmp_path / "reports", customer, SCENARIO, 1)
    path.mkdir(parents=True)
    (path / "journal.jsonl").write_text(f"{first_line}\n", encoding="utf-8")
    with pytest.raises(InvalidInput) as refused, open_run_folder(tmp_path / "reports", customer, scenario, 1):
        pass
    assert [problem.code for problem in refused.value.problems] == ["folder-not-ours"]
    assert (path / "journal.jsonl").read_text(encoding="utf-8") == f"{first_line}\n"


def test_a_folder_without_a_journal_is_no_run(tmp_path: Path) -> None:
    with pytest.raises(JournalUnreadable):
        read_run_folder(tmp_path)


def test_a_damaged_run_json_is_a_problem_with_its_file(
    tmp_path: Path, customer: CustomerFolder, scenario: ScenarioFile
) -> None:
    path = written(tmp_path / "reports", customer, scenario)
    (path / "run.json").write_text('{"format": 7}', encoding="utf-8")
    with pytest.raises(InvalidInput) as refused:
        read_run_folder(path)
    assert [(problem.file, problem.code) for problem in refused.value.problems] == [
        ((path / "run.json").as_posix(), "run-json-unreadable")
    ]


def test_two_runs_of_the_same_files_leave_the_same_bytes(
    tmp_path: Path, customer: CustomerFolder, scenario: ScenarioFile
) -> None:
    one, other = (written(tmp_path / name, customer, scenario) for name in ("a", "b"))
    assert contents(one) == contents(other)


def test_a_proofs_name_cannot_lead_out_of_the_folder(
    tmp_path: Path, customer: CustomerFolder, scenario: ScenarioFile
) -> None:
    with open_run_folder(tmp_path / "reports", customer, scenario, 1) as folder:
        write(folder, customer, scenario, sample_journal())
    save_proof(folder.path, "../../away", sample_journal(), {"../x.yaml": b""})
    names = [name for name in contents(folder.path) if name.startswith("proofs/")]
    assert all(".." not in name.split("/") for name in names)
    assert not (tmp_path / "away").exists()

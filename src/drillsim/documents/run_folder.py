"""The run folder: what one run leaves on the disk, and what every report of it is written from.

    reports/<customer>/<scenario>-s<seed>/
      journal.jsonl    what happened, written line by line while the run goes on
      inputs/          the exact files it ran on, scenario.yaml among them, as the edition has them and edition.yaml
                       where it ran with one; never people.local.yaml
      run.json         what `run --json` prints, without run_dir, texts in both languages
      changes.json     the recommendations with their edits, so that they can be made later
      report.md        report.html        pictures/*.svg
      proofs/<recommendation>/            journal and inputs of the runs that prove a change

Written as `<run>.part/` and renamed when page one stands, so a run that dies stays `.part` and can be reported. Proofs
are added afterwards, then run.json and the reports are replaced; `proofs` in run.json says how far they have come. A
folder is replaced only if its journal says that it is ours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from pydantic import ValidationError

from drillsim.documents.build_report import build_report
from drillsim.documents.build_run import run_document
from drillsim.documents.pictures.canvas import Drawn
from drillsim.documents.render import render
from drillsim.documents.report import Report
from drillsim.documents.run_document import RunDocument, stored
from drillsim.documents.run_report import run_report
from drillsim.errors import InvalidInput, JournalUnreadable, Problem
from drillsim.files import (
    CustomerFolder,
    ScenarioFile,
    begin_folder,
    digests_of,
    finish_folder,
    input_files,
    part_of_folder,
    recorded_case,
    write_bytes,
    write_text,
)
from drillsim.findings import assess, not_tested, verdicts
from drillsim.journal import Journal, lines_of, read_journal
from drillsim.revision import Recommendation, changes_of, changes_text
from drillsim.schema import Case
from drillsim.texts import LANGS, Lang

JOURNAL = "journal.jsonl"
RUN_JSON = "run.json"
CHANGES_JSON = "changes.json"


@dataclass(frozen=True, slots=True)
class OpenFolder:
    """A run folder being written: give `stream` and `header` to the simulation, then `save`."""

    path: Path
    """Path it will stand at."""
    part: Path
    """Path it stands at until it is whole."""
    stream: TextIO
    """The journal's file."""
    header: Mapping[str, object] = field(default_factory=dict)
    """Digests of the input files and the edition, for the journal's header."""

    def save(self, document: RunDocument, case: Case, journal: Journal, lang: Lang) -> Report:
        """Writes run.json, the reports and the pictures."""
        return save_again(self.part, document, case, journal, lang)


def save_again(
    path: Path,
    document: RunDocument,
    case: Case,
    journal: Journal,
    lang: Lang,
    pictures: Mapping[str, Drawn] | None = None,
) -> Report:
    """Replaces run.json, the reports and the pictures of a run folder that stands, each file at once."""
    write_text(path / RUN_JSON, _json(document))
    return write_report(path, build_report(document, case, journal, lang, pictures))


def save_proof(path: Path, recommendation: str, journal: Journal, inputs: Mapping[str, bytes], name: str = "") -> None:
    """Adds one proving run of a recommendation to a run folder that stands; `name` tells several of one recommendation
    apart. The journal comes last: a proof without one was never finished."""
    folder = path / "proofs" / _plain(recommendation)
    folder = folder / _plain(name) if name else folder
    for file, data in inputs.items():
        write_bytes(folder / "inputs" / _plain(file), data)
    write_text(folder / JOURNAL, "".join(f"{line}\n" for line in lines_of(journal)))


def save_changes(path: Path, recommendations: Sequence[Recommendation]) -> None:
    """Puts the recommendations of a run, with their edits, into its folder."""
    write_text(path / CHANGES_JSON, changes_text(recommendations))


def read_changes(path: Path) -> tuple[Recommendation, ...]:
    """The recommendations of the run recorded in `path`, with their edits.

    Raises: InvalidInput `changes-json-missing` where the run was not played again, or by an older version;
    `changes-json-unreadable` with the field that cannot be read.
    """
    file = path / CHANGES_JSON
    if not file.is_file():
        raise InvalidInput([Problem(file=file.as_posix(), code="changes-json-missing")])
    return changes_of(file.read_bytes(), file.as_posix())


def run_path(out: Path, customer: CustomerFolder, scenario: str, seed: int) -> Path:
    """Return the path of a run's folder below `out`: no time and no chance in its name."""
    return out / customer.results / f"{scenario}-s{seed}{of_edition(customer)}"


def of_edition(customer: CustomerFolder) -> str:
    """Return the end of a folder's name that says with which edition it was played; empty without one."""
    return f"-{customer.edition.id}" if customer.edition else ""


def edition_told(customer: CustomerFolder) -> dict[str, object]:
    """The words of a journal's header about the edition a run was played with; nothing without one."""
    if customer.edition is None:
        return {}
    edition = customer.edition.edition
    told = {
        "name": customer.edition.id,
        "title": {lang: edition.title.says(lang) for lang in LANGS},
        "of": edition.of,
        "from": edition.from_.isoformat(),
        "until": edition.until.isoformat(),
        "mode": edition.mode,
    }
    return {"edition": told}


@contextmanager
def open_run_folder(out: Path, customer: CustomerFolder, scenario: ScenarioFile, seed: int) -> Iterator[OpenFolder]:
    """A run folder to write into; renamed when the block ends well, left as `.part` when it does not.

    Raises: InvalidInput `folder-not-ours` when something stands there that no run of drillsim wrote.
    """
    with open_run_at(run_path(out, customer, scenario.id, seed), customer, scenario) as run:
        yield run


@contextmanager
def open_run_at(path: Path, customer: CustomerFolder, scenario: ScenarioFile) -> Iterator[OpenFolder]:
    """As `open_run_folder`, at `path`."""
    _refuse_strangers(path)
    part = begin_folder(path, JOURNAL)
    with (part / JOURNAL).open("w", encoding="utf-8", newline="\n") as stream:
        for name, data in input_files(customer, scenario).items():
            write_bytes(part / "inputs" / name, data)
        told = {"digests": digests_of(customer, scenario), **edition_told(customer)}
        yield OpenFolder(path, part, stream, told)
    finish_folder(path, JOURNAL)


@dataclass(frozen=True, slots=True)
class RecordedRun:
    """A run folder read back."""

    path: Path
    journal: Journal
    case: Case
    document: RunDocument


def read_run_folder(path: Path) -> RecordedRun:
    """The run recorded in `path`, or in `<path>.part` when the run never finished.

    Without run.json (the run died) the document is built anew from journal and inputs, without recommendations.
    Raises: JournalUnreadable, InvalidInput.
    """
    found = path if path.exists() or not part_of_folder(path).exists() else part_of_folder(path)
    journal = read_journal(found / JOURNAL)
    case = recorded_case(found / "inputs", journal.header)
    document = _document(found) if (found / RUN_JSON).is_file() else recorded_document(case, journal)
    return RecordedRun(found, journal, case, document)


def recorded_document(case: Case, journal: Journal) -> RunDocument:
    """The document of a run as far as files and journal alone tell it."""
    judged = verdicts(case, journal)
    return run_document(case, journal, judged, assess(case, journal), not_tested=not_tested(case, journal, judged))


def rebuild(run: RecordedRun, lang: Lang) -> Report:
    """Writes the reports of a recorded run anew from what its folder holds."""
    return write_report(run.path, build_report(run.document, run.case, run.journal, lang))


def write_report(folder: Path, report: Report) -> Report:
    """report.md, report.html and the pictures of `report`, in `folder`."""
    for name, drawn in report.pictures.items():
        write_text(folder / "pictures" / f"{name}.svg", drawn.svg + "\n")
    document = run_report(report)
    write_bytes(folder / "report.md", render(document, "md"))
    write_bytes(folder / "report.html", render(document, "html"))
    return report


def _document(folder: Path) -> RunDocument:
    path = folder / RUN_JSON
    try:
        return RunDocument.model_validate_json(path.read_bytes())
    except (ValidationError, ValueError):
        raise InvalidInput([Problem(file=path.as_posix(), code="run-json-unreadable")]) from None


def _json(document: RunDocument) -> str:
    return json.dumps(stored(document), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _refuse_strangers(path: Path) -> None:
    """A file called journal.jsonl may be anybody's: what is replaced must say in its first line that it is ours."""
    for folder in (path, part_of_folder(path)):
        file = folder / JOURNAL
        if file.is_file() and file.stat().st_size and not _is_ours(file):
            raise InvalidInput([Problem(file=folder.as_posix(), code="folder-not-ours", facts=(("marker", JOURNAL),))])


def _is_ours(file: Path) -> bool:
    with file.open("rb") as stream:
        line = stream.readline(65_536)
    try:
        header = json.loads(line)
    except ValueError:
        return b'"product":"drillsim"' in line  # died while writing its first line
    return isinstance(header, dict) and header.get("product") == "drillsim"


def _plain(name: str) -> str:
    """A name that is one step of a path on every system."""
    return re.sub(r"[^\w.\-]", "_", name).strip(".") or "_"


__all__ = [
    "JournalUnreadable",
    "OpenFolder",
    "RecordedRun",
    "edition_told",
    "of_edition",
    "open_run_at",
    "open_run_folder",
    "read_changes",
    "read_run_folder",
    "rebuild",
    "run_path",
    "save_again",
    "save_changes",
    "save_proof",
    "write_report",
]

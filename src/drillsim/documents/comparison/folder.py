"""The folder of a comparison: its document, the files of both versions, and both journals of the worst cases.

reports/<customer>/compare-<old>-<new>-s<seed>/
report.md, report.html   the page for the meeting
compare.json             what `compare --json` prints, less what depends on the machine, texts in both languages
inputs/old, inputs/new   the exact files compared; never people.local.yaml
cases/1/old, cases/1/new run folders of the case, as any run's: report reads them
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from drillsim.campaign import play_again
from drillsim.documents.comparison.document import CompareDocument
from drillsim.documents.comparison.page import ComparisonPage, comparison_page
from drillsim.documents.comparison.pages import comparison_html, comparison_markdown
from drillsim.documents.run_folder import open_run_at, recorded_document
from drillsim.documents.worst_cases import case_file
from drillsim.errors import InvalidInput, Problem
from drillsim.files import (
    CustomerFolder,
    ScenarioFile,
    begin_folder,
    finish_folder,
    load_customer,
    write_bytes,
    write_text,
)
from drillsim.journal import lines_of
from drillsim.revision.versions import DrawnCase, Pairing, cases_on_both
from drillsim.schema import Case, Compiled
from drillsim.texts import Lang

COMPARE_JSON = "compare.json"
SIDES = ("old", "new")


@dataclass(frozen=True, slots=True, eq=False)
class RecordedComparison:
    """A comparison's folder read back."""

    path: Path
    document: CompareDocument
    old: Compiled
    new: Compiled


def write_comparison(
    path: Path,
    document: CompareDocument,
    pairing: Pairing,
    folders: tuple[CustomerFolder, CustomerFolder],
    library: Mapping[str, ScenarioFile],
    kept: Mapping[DrawnCase, str],
    lang: Lang,
) -> Path:
    """The comparison at `path`, reports of its cases in `lang`. Raises: InvalidInput `folder-not-ours`."""
    part = begin_folder(path, COMPARE_JSON)
    words = json.dumps(document.stored(), ensure_ascii=False, indent=1, allow_nan=False)
    write_text(part / COMPARE_JSON, f"{words}\n")
    for side, folder in zip(SIDES, folders, strict=True):
        for file in folder.files:
            write_bytes(part / "inputs" / side / file.name, file.data)
    for at, name in kept.items():
        for side, folder, runner, case in zip(
            SIDES, folders, (pairing.old, pairing.new), cases_on_both(pairing, at.place), strict=True
        ):
            scenario = case_file(case, at.name, library.get(at.place.unit.scenario))
            written = Case(case.dossier, scenario.id, case.scenario)
            with open_run_at(part / name / side, folder, scenario) as run:
                journal = play_again(runner, written, at.draw, run.header)
                run.stream.writelines(f"{line}\n" for line in lines_of(journal))
                run.stream.flush()
                run.save(recorded_document(written, journal), written, journal, lang)
    _write_pages(part, comparison_page(document, folders[0].dossier, folders[1].dossier, lang))
    return finish_folder(path, COMPARE_JSON)


def is_comparison(folder: Path) -> bool:
    """Return whether a comparison lies in `folder`."""
    return (folder / COMPARE_JSON).is_file()


def read_comparison(path: Path) -> RecordedComparison:
    """The comparison recorded in `path`. Raises: InvalidInput."""
    file = path / COMPARE_JSON
    try:
        document = CompareDocument.model_validate_json(file.read_bytes())
    except (OSError, ValidationError, ValueError):
        raise InvalidInput([Problem(file=file.as_posix(), code="compare-json-unreadable")]) from None
    old, new = (load_customer(path / "inputs" / side).dossier for side in SIDES)
    return RecordedComparison(path, document, old, new)


def rebuild_comparison(read: RecordedComparison, lang: Lang) -> ComparisonPage:
    """Writes the pages of a recorded comparison anew from what its folder holds."""
    page = comparison_page(read.document, read.old, read.new, lang)
    _write_pages(read.path, page)
    return page


def _write_pages(folder: Path, page: ComparisonPage) -> None:
    write_text(folder / "report.md", comparison_markdown(page))
    write_text(folder / "report.html", comparison_html(page))

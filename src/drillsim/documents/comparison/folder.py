"""The folder of a comparison: its document, the files of both versions, and both journals of the worst cases.

reports/<customer>/compare-<old>-<new>-s<seed>/
compare.json             what `compare --json` prints, less what depends on the machine, texts in both languages
inputs/old, inputs/new   the exact files compared; never people.local.yaml
cases/1/old, cases/1/new run folders of the case, as any run's: report reads them
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from drillsim.campaign import play_again
from drillsim.documents.comparison.document import CompareDocument
from drillsim.documents.run_folder import open_run_at, recorded_document
from drillsim.documents.worst_cases import case_file
from drillsim.files import CustomerFolder, ScenarioFile, begin_folder, finish_folder, write_bytes, write_text
from drillsim.journal import lines_of
from drillsim.revision.versions import DrawnCase, Pairing, cases_on_both
from drillsim.schema import Case
from drillsim.texts import Lang

COMPARE_JSON = "compare.json"
SIDES = ("old", "new")


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
    return finish_folder(path, COMPARE_JSON)

"""The documents of a drill in its folder, beside the record they are written from.

    hotwash.json  hotwash.html  hotwash.md    what is told and judged afterwards
    run.json  report.html  report.md          the journal judged like any run
    alone.jsonl                               the plan alone with the same luck and injects
    beliefs.json                              what the roles believed at the end
    judged.jsonl                              the journal as it is judged, where its record was corrected

They are written from the journal and the log, and may be written again; nothing is simulated for that.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from drillsim.documents import Both, Report
from drillsim.documents.build_report import build_report
from drillsim.documents.drill_report import DrillDocument, drill_html, drill_markdown, stored_drill
from drillsim.documents.run_folder import save_again
from drillsim.errors import InvalidInput, Problem
from drillsim.files import part_of_folder, recorded_case, write_text
from drillsim.journal import Journal, lines_of, read_journal
from drillsim.schema import Case
from drillsim.session import JOURNAL, LOG, Entry, Log, read_log, recorded_msel
from drillsim.session.after import Belief, Statement
from drillsim.texts import Lang
from drillsim.use.hot_wash import Aftermath

HOTWASH, ALONE, BELIEFS, JUDGED = "hotwash.json", "alone.jsonl", "beliefs.json", "judged.jsonl"


@dataclass(frozen=True, slots=True, eq=False)
class RecordedDrill:
    """A session's folder read back."""

    path: Path
    case: Case
    entries: tuple[Entry, ...]
    aftermath: Aftermath


def is_drill(path: Path) -> bool:
    """Return whether a session was recorded in the folder, or in its `.part`."""
    return any((each / LOG).is_file() for each in (path, part_of_folder(path)))


def read_drill(path: Path) -> RecordedDrill:
    """Return what a folder holds of a session, ended or not. Raises: InvalidInput, JournalUnreadable."""
    found = path if (path / LOG).is_file() else part_of_folder(path)
    if not (found / LOG).is_file() or not (found / JOURNAL).is_file():
        raise InvalidInput([Problem(file=path.as_posix(), code="session-none")])
    journal, entries = read_journal(found / JOURNAL), read_log(found / LOG)
    case = recorded_case(found / "inputs", journal.header)
    alone = read_journal(found / ALONE) if (found / ALONE).is_file() else None
    held = _beliefs(found / BELIEFS)
    told = _what_if(found / HOTWASH)
    return RecordedDrill(found, case, entries, Aftermath(case, journal, recorded_msel(found, case), alone, held, told))


def save_drill(folder: Path, aftermath: Aftermath, entries: Sequence[Entry], lang: Lang) -> DrillDocument:
    """Write the documents of a drill, each file at once; return the document."""
    document = aftermath.document(entries)
    judged = aftermath.judged(entries).view.journal
    if aftermath.alone is not None and not (folder / ALONE).is_file():
        write_text(folder / ALONE, _lines(aftermath.alone))
    if aftermath.statements is not None and not (folder / BELIEFS).is_file():
        write_text(folder / BELIEFS, _json([asdict(each) for each in aftermath.statements]))
    if judged is not aftermath.journal:
        write_text(folder / JUDGED, _lines(judged))
    else:
        (folder / JUDGED).unlink(missing_ok=True)
    write_text(folder / HOTWASH, _json(stored_drill(document)))
    write_text(folder / "hotwash.html", drill_html(document, lang))
    write_text(folder / "hotwash.md", drill_markdown(document, lang))
    return document


def save_run(folder: Path, aftermath: Aftermath, entries: Sequence[Entry], lang: Lang) -> Report:
    """Write run.json, the report of the run and its pictures, of the journal as it is judged."""
    judged = aftermath.judged(entries)
    return save_again(folder, judged.run, aftermath.case, judged.view.journal, lang)


def run_report(aftermath: Aftermath, entries: Sequence[Entry], lang: Lang) -> Report:
    """Return the report of the run without pictures, for a screen."""
    judged = aftermath.judged(entries)
    return build_report(judged.run, aftermath.case, judged.view.journal, lang, pictures={})


def note_taken_over(drill: RecordedDrill, numbers: Mapping[str, str]) -> None:
    """Add to the log of a drill that nobody has open which numbers its rows have in the register."""
    if not numbers:
        return
    last = drill.entries[-1]
    with (drill.path / LOG).open("a", encoding="utf-8", newline="\n") as stream:
        Log(stream, drill.entries).add(last.at_ms, last.wall, "taken_over", rows=dict(numbers))


def _beliefs(path: Path) -> tuple[Statement, ...] | None:
    """Return the beliefs as they were kept; None where they were not, or cannot be read."""
    if not path.is_file():
        return None
    try:
        rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        return tuple(Statement(**{**row, "beliefs": tuple(Belief(**each) for each in row["beliefs"])}) for row in rows)
    except (ValueError, TypeError, KeyError):
        return None


def _what_if(path: Path) -> Both | None:
    """Return the what-if as it was told; None where there is none, or it cannot be read."""
    if not path.is_file():
        return None
    try:
        found = Both(**json.loads(path.read_text(encoding="utf-8"))["what_if"])
    except (ValueError, TypeError, KeyError):
        return None
    return found if found.zh else None


def _lines(journal: Journal) -> str:
    return "".join(f"{line}\n" for line in lines_of(journal))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"

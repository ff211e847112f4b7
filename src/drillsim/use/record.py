"""A scenario played into its run folder: page one as soon as the run is judged, then, by playing it again, the rest."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

from drillsim.documents import RegisterPart, Report, RunDocument
from drillsim.documents.run_folder import open_run_folder, run_path, save_again, save_changes, save_proof
from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files import part_of_folder
from drillsim.journal import Journal
from drillsim.texts import Lang
from drillsim.use.play import Play
from drillsim.use.progress import Progress, unseen

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""A full disk, a quota used up, a file larger than allowed."""


@dataclass(frozen=True, slots=True)
class Played:
    """One run as it lies on the disk."""

    path: Path
    document: RunDocument
    report: Report
    stopped: bool = False
    """True where the re-runs were stopped before their end."""
    entered: RegisterPart | None = None
    """Entries the customer's register took of it; None where it was not to take any."""


def page_one(play: Play, out: Path, lang: Lang, progress: Progress = unseen) -> tuple[Played, Journal]:
    """The run simulated, judged and written below `out`, documents in `lang`, without any further run.

    Raises: InvalidInput when a folder that is not ours stands where the run's should, or the disk fills up.
    """
    case, journal = play.case, None
    try:
        with open_run_folder(out, play.folder, play.scenario, play.seed) as run:
            progress("run", 0, 1)
            journal = play.simulated(run.stream, run.header)
            document = play.document(journal, play.judged(journal))
            progress("write", 0, 1)
            report = run.save(document, case, journal, lang)
    except OSError as error:
        path = run_path(out, play.folder, play.scenario.id, play.seed)
        code = "run-not-recorded" if journal is None else "run-played-not-written"
        raise _no_room(error, path, code) from None
    return Played(run.path, document, report), journal


def proved(play: Play, played: Played, journal: Journal, workers: int, progress: Progress = unseen) -> Played:
    """The same run with what waits cost and what changes help, found by `workers` processes that play it again.

    Raises: InvalidInput when the disk fills up; page one stays as it was, or is whole.
    """
    found = play.reviewed(journal, workers, progress)
    progress("write", 0, 1)
    document = play.document(journal, found)
    try:
        for proof in found.proofs:
            other = "" if proof.scenario == play.scenario.id else proof.scenario
            save_proof(played.path, proof.recommendation, proof.journal, proof.inputs, other)
        save_changes(played.path, found.recommendations)
        report = save_again(played.path, document, play.case, journal, played.report.lang, played.report.pictures)
    except OSError as error:
        raise _no_room(error, played.path, "run-proved-not-written") from None
    return Played(played.path, document, report, found.stopped)


def _no_room(error: OSError, path: Path, code: str) -> Exception:
    """Return the error that says what is there of a run whose disk is full; any other fault as it is."""
    if error.errno not in NO_ROOM:
        return error
    lost = Path(str(error.filename)).name if error.filename else "journal.jsonl"
    told = facts(path=path.as_posix(), part=part_of_folder(path).as_posix(), lost=lost)
    return InvalidInput([Problem(file=path.as_posix(), code=code, facts=told)])

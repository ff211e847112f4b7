"""One scenario played: simulated into its run folder, reviewed, proved, written up."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drillsim.cli.console import progress
from drillsim.errors import InvalidInput, Problem, facts
from drillsim.files.write import part_of_folder
from drillsim.texts import Lang

if TYPE_CHECKING:
    from drillsim.documents.report import Report
    from drillsim.documents.run_document import RunDocument
    from drillsim.documents.run_folder import OpenFolder
    from drillsim.files import CustomerFolder, ScenarioFile
    from drillsim.journal import Journal
    from drillsim.network import PowerFlow
    from drillsim.revision.review import Review
    from drillsim.schema.dossier import Case


NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""A full disk, a quota used up, a file larger than allowed."""


@dataclass(frozen=True, slots=True)
class Played:
    """One run as it lies on the disk."""

    path: Path
    document: RunDocument
    report: Report


def play(
    folder: CustomerFolder, scenario: ScenarioFile, *, seed: int, out: Path, lang: Lang, flow: PowerFlow
) -> Played:
    """Simulates, reviews and writes one run. `flow` is shared by the runs of one customer.

    Raises: InvalidInput when a folder that is not ours stands where the run's should, or the disk fills up.
    """
    from drillsim.documents.build_run import run_document
    from drillsim.documents.run_folder import open_run_folder, run_path
    from drillsim.revision.review import review
    from drillsim.schema.dossier import Case

    case = Case(folder.dossier, scenario.id, scenario.scenario)
    journal = None
    try:
        with open_run_folder(out, folder, scenario, seed) as run, progress(lang, scenario.id) as doing:
            doing("run", 0, 1)
            journal = _simulated(case, seed, flow, run)
            found = review(folder, scenario, journal, seed=seed, flow=flow, progress=doing)
            document = run_document(
                case, journal, found.verdicts, found.findings, found.recommendations, found.costs, found.not_tested
            )
            _keep_proofs(run, found, scenario.id)
            doing("write", 0, 1)
            report = run.save(document, case, journal, lang)
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        raise _no_room(error, run_path(out, folder.dossier.folder, scenario.id, seed), journal) from None
    return Played(run.path, document, report)


def _no_room(error: OSError, path: Path, journal: Journal | None) -> InvalidInput:
    """What is there of a run whose disk is full: all of it but its documents, or what was recorded until then."""
    part = part_of_folder(path)
    lost = Path(str(error.filename)).name if error.filename else "journal.jsonl"
    told = facts(path=path.as_posix(), part=part.as_posix(), lost=lost)
    code = "run-not-recorded" if journal is None else "run-played-not-written"
    return InvalidInput([Problem(file=path.as_posix(), code=code, facts=told)])


def _simulated(case: Case, seed: int, flow: PowerFlow, run: OpenFolder) -> Journal:
    """The journal of the run; of one whose targets do not exist here, or are dead at T0, the journal that says so."""
    from drillsim.schema.target import unmatched
    from drillsim.simulation import Run

    played = Run(case, seed=seed, flow=flow, stream=run.stream, header=run.header)
    missing = unmatched(case)
    if missing:
        return played.finish("not_applicable", why=", ".join(missing))
    dead = played.dead_targets()
    if dead:
        return played.finish("not_applicable", dead=", ".join(dead))
    played.advance(case.scenario.horizon)
    return played.finish()


def _keep_proofs(run: OpenFolder, found: Review, scenario: str) -> None:
    """The proving runs: those of this scenario in the recommendation's folder, those of others below it."""
    for proof in found.proofs:
        other = "" if proof.scenario == scenario else proof.scenario
        run.prove(proof.recommendation, proof.journal, proof.inputs, other)

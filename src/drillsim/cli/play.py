"""One scenario played: simulated into its run folder and judged, so that page one stands; then reviewed by running it
again, and written up anew."""

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
    stopped: bool = False
    """Whether the re-runs were stopped before their end."""


@dataclass(frozen=True, slots=True, eq=False)
class Play:
    """One scenario to be played with one customer. `flow` is shared by the runs of one customer."""

    folder: CustomerFolder
    scenario: ScenarioFile
    seed: int
    out: Path
    lang: Lang
    """Language of the documents."""
    flow: PowerFlow

    @property
    def case(self) -> Case:
        """The scenario with the customer."""
        from drillsim.schema.dossier import Case

        return Case(self.folder.dossier, self.scenario.id, self.scenario.scenario)

    def page_one(self) -> tuple[Played, Journal]:
        """The run simulated, judged and written, without any further run.

        Raises: InvalidInput when a folder that is not ours stands where the run's should, or the disk fills up.
        """
        from drillsim.documents.run_folder import open_run_folder, run_path
        from drillsim.revision.review import judged_alone

        case, journal = self.case, None
        try:
            with (
                open_run_folder(self.out, self.folder, self.scenario, self.seed) as run,
                progress(self.lang, self.scenario.id) as doing,
            ):
                doing("run", 0, 1)
                journal = _simulated(case, self.seed, self.flow, run)
                document = _document(case, journal, judged_alone(case, journal))
                doing("write", 0, 1)
                report = run.save(document, case, journal, self.lang)
        except OSError as error:
            path = run_path(self.out, self.folder.dossier.folder, self.scenario.id, self.seed)
            code = "run-not-recorded" if journal is None else "run-played-not-written"
            raise _no_room(error, path, code) from None
        return Played(run.path, document, report), journal

    def proved(self, played: Played, journal: Journal, workers: int) -> Played:
        """The same run with what waits cost and what changes help, found by `workers` processes that run it again.

        Raises: InvalidInput when the disk fills up; page one stays as it was, or is whole.
        """
        from drillsim.documents.run_folder import save_again, save_proof
        from drillsim.revision.review import review

        case = self.case
        with progress(self.lang, self.scenario.id) as doing:
            found = review(
                self.folder, self.scenario, journal,
                seed=self.seed, flow=self.flow, workers=workers, progress=doing,
            )  # fmt: skip
            doing("write", 0, 1)
            document = _document(case, journal, found)
            try:
                for proof in found.proofs:
                    other = "" if proof.scenario == self.scenario.id else proof.scenario
                    save_proof(played.path, proof.recommendation, proof.journal, proof.inputs, other)
                report = save_again(played.path, document, case, journal, self.lang, played.report.pictures)
            except OSError as error:
                raise _no_room(error, played.path, "run-proved-not-written") from None
        return Played(played.path, document, report, found.stopped)


def _document(case: Case, journal: Journal, found: Review) -> RunDocument:
    from drillsim.documents.build_run import run_document

    return run_document(
        case, journal, found.verdicts, found.findings, found.recommendations, found.costs, found.not_tested, found.tried
    )


def _no_room(error: OSError, path: Path, code: str) -> Exception:
    """What is there of a run whose disk is full; any other fault as it is."""
    if error.errno not in NO_ROOM:
        return error
    lost = Path(str(error.filename)).name if error.filename else "journal.jsonl"
    told = facts(path=path.as_posix(), part=part_of_folder(path).as_posix(), lost=lost)
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

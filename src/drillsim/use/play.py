"""One scenario played with one customer, in memory: simulated, judged, reviewed by playing it again, written up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from drillsim.documents import RunDocument
from drillsim.documents.build_run import run_document
from drillsim.documents.run_folder import edition_told
from drillsim.files import CustomerFolder, ScenarioFile
from drillsim.journal import Journal
from drillsim.network import PowerFlow
from drillsim.revision.review import Review, judged_alone, review
from drillsim.schema import Case, unmatched
from drillsim.simulation import Run
from drillsim.use.progress import Progress, unseen


@dataclass(frozen=True, slots=True, eq=False)
class Play:
    """A scenario to be played. `flow` is shared by the runs of one customer."""

    folder: CustomerFolder
    scenario: ScenarioFile
    seed: int
    flow: PowerFlow

    @property
    def case(self) -> Case:
        """The scenario with the customer."""
        return Case(self.folder.dossier, self.scenario.id, self.scenario.scenario)

    def simulated(self, stream: TextIO | None = None, header: Mapping[str, object] | None = None) -> Journal:
        """The journal of the run; of one whose targets do not exist here, or are dead at T0, the journal that says so.

        Every event goes to `stream` as soon as it has happened; `header` is added to the journal's own.
        """
        case = self.case
        told = edition_told(self.folder) if header is None else header
        played = Run(case, seed=self.seed, flow=self.flow, stream=stream, header=told)
        missing = unmatched(case)
        if missing:
            return played.finish("not_applicable", why=", ".join(missing))
        dead = played.dead_targets()
        if dead:
            return played.finish("not_applicable", dead=", ".join(dead))
        played.advance(case.scenario.horizon)
        return played.finish()

    def judged(self, journal: Journal) -> Review:
        """Return the review of what files and journal tell, without any further run."""
        return judged_alone(self.case, journal)

    def reviewed(self, journal: Journal, workers: int, progress: Progress = unseen) -> Review:
        """Return the review with the cost of waits and the changes that help, found by `workers` processes that play it
        again."""
        return review(
            self.folder, self.scenario, journal, seed=self.seed, flow=self.flow, workers=workers, progress=progress
        )

    def document(self, journal: Journal, found: Review) -> RunDocument:
        """The run as one value: what `run --json` prints and every report is written from."""
        return run_document(
            self.case, journal, found.verdicts, found.findings, found.recommendations, found.costs, found.not_tested,
            found.tried,
        )  # fmt: skip

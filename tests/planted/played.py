"""One plan played once: its journal, weak points and verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from drillsim.files.folder import CustomerFolder
from drillsim.findings import Finding, Verdict, View
from drillsim.findings.assess import weak_points
from drillsim.journal import Journal
from drillsim.network import PowerFlow
from drillsim.schema import Case, Scenario
from drillsim.simulation import simulate

SEED = 1


@dataclass(frozen=True, eq=False)
class Played:
    """One run and what is said of it."""

    folder: CustomerFolder
    case: Case
    journal: Journal
    flow: PowerFlow

    @cached_property
    def view(self) -> View:
        """The run, folded."""
        return View(self.case, self.journal)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Its weak points, worst first."""
        return weak_points(self.view)

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        """Its verdicts by id of load or function."""
        return {each.id: each for each in self.view.verdicts}


def play(folder: CustomerFolder, name: str, scenario: Scenario, flow: PowerFlow, seed: int = SEED) -> Played:
    """The scenario played with the customer in `folder`."""
    case = Case(folder.dossier, name, scenario)
    return Played(folder, case, simulate(case, seed=seed, flow=flow), flow)

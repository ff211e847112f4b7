"""The common setup of all runs of one review: the customer, the scenario, the others that apply, the player."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drillsim.files import CustomerFolder, ScenarioFile
from drillsim.revision.measure import Measured, measured
from drillsim.revision.player import Player
from drillsim.schema import Case, Compiled


@dataclass(frozen=True, slots=True, eq=False)
class ReviewSetup:
    """The files of a review and the player of its runs."""

    folder: CustomerFolder
    scenario: ScenarioFile
    others: tuple[ScenarioFile, ...]
    """The other scenarios a change is tried on."""
    player: Player

    @property
    def case(self) -> Case:
        """The scenario with the customer as it is."""
        return self.case_of(self.folder.dossier, self.scenario)

    def case_of(self, dossier: Compiled, scenario: ScenarioFile) -> Case:
        """`scenario` with the customer as `dossier` has it."""
        return Case(dossier, scenario.id, scenario.scenario)

    def measured(
        self,
        dossier: Compiled,
        scenario: ScenarioFile,
        header: Mapping[str, object] | None = None,
        *,
        weak: bool = False,
    ) -> Measured:
        """The run of `scenario` with `dossier`, judged where it was played."""
        case = self.case_of(dossier, scenario)
        return measured(case, self.player.play(case, header=header), weak=weak)


def as_it_is(setup: ReviewSetup, other: int) -> Measured:
    """The run of another scenario, by its place in `others`, with the customer as it is."""
    return setup.measured(setup.folder.dossier, setup.others[other])

"""A run made ready for proposers, and a proposal tried on it: before, after, and whether the meeting sees it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from drillsim.files import CustomerFolder, ScenarioFile, load_customer, load_scenario
from drillsim.files.scenario_file import scenario_path
from drillsim.findings import Finding
from drillsim.revision.assumed import with_vanishing_point
from drillsim.revision.measure import measured
from drillsim.revision.player import player_of
from drillsim.revision.propose import Proposer
from drillsim.revision.prove import Baseline, TriedChange, carried_out, try_out
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.revision.review_setup import ReviewSetup
from drillsim.schema import Case
from helpers.hospital import plans
from helpers.played import Script
from helpers.small_folder import script_file, small_folder


@dataclass(frozen=True)
class Ready:
    """One run with all that a proposer is made from, and all that its proposals are judged by."""

    context: ReviewContext
    baseline: Baseline

    def of(self, code: str, *subjects: str) -> tuple[Finding, ...]:
        """Its weak points of a code; with `subjects`, those about them."""
        found = (each for each in self.context.findings if each.code == code)
        return tuple(each for each in found if not subjects or each.subject.id in subjects)

    def proposed(self, code: str, proposer: Proposer) -> list[Recommendation]:
        """What the proposer says to the weak points of a code. There is one: a test of nothing proves nothing."""
        needs = self.of(code)
        assert needs, f"no {code} in this run"
        return [each for need in needs for each in proposer(self.context, need)]

    def tried(self, change: Recommendation) -> TriedChange:
        """The change played with the same luck, on this scenario alone, its assumed effect followed down."""
        edited = carried_out(self.context.folder, change)
        assert edited is not None, f"{change.id} does not fit"
        return with_vanishing_point(self.baseline, try_out(self.baseline, change, edited))


def small(script: Script) -> Ready:
    """The script played on the small customer."""
    with TemporaryDirectory() as place:
        return _ready(small_folder(script, Path(place)), script_file(script), script.seed)


@cache
def shipped_run(customer: str, scenario: str) -> Ready:
    """A scenario played on a shipped customer."""
    folder = load_customer(plans() / customer)
    return _ready(folder, load_scenario(scenario_path(scenario, folder.path)), 1)


def _ready(folder: CustomerFolder, scenario: ScenarioFile, seed: int) -> Ready:
    player = player_of(folder.dossier, seed)
    case = Case(folder.dossier, scenario.id, scenario.scenario)
    journal = player.play(case)
    before = measured(case, journal)
    context = ReviewContext(folder, case, journal, before.findings, {}, None)
    return Ready(context, Baseline(ReviewSetup(folder, scenario, (), player), before, ()))

"""Proposals of a shipped customer's run: what comes to mind, and what it changes when it is made, on that run alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from drillsim.files.folder import CustomerFolder, load_customer
from drillsim.files.scenario_file import ScenarioFile, load_scenario, scenario_path
from drillsim.findings import Finding, View
from drillsim.journal import Journal
from drillsim.revision.apply import edit_folder
from drillsim.revision.compare import Gain, gain, worse
from drillsim.revision.figures import is_honest
from drillsim.revision.judged import by_counterfactual
from drillsim.revision.measure import Measured, measured
from drillsim.revision.need import CostlyWait, LateCause, costly_waits, late_causes
from drillsim.revision.player import player_of
from drillsim.revision.pool import Pool
from drillsim.revision.reachable import new_danger
from drillsim.revision.recommendation import FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.revision.review_setup import ReviewSetup
from drillsim.revision.wait_cost import Without, costliest, wait_costs, without_waits
from drillsim.schema import Case, Step
from helpers.shipped import HOSPITAL, ROOT


@cache
def shipped_folder(customer: str) -> CustomerFolder:
    """A shipped customer."""
    return load_customer(ROOT / "plans" / customer)


@dataclass(frozen=True, eq=False)
class Run:
    """One run of a customer, as it is or with edits."""

    folder: CustomerFolder
    scenario: ScenarioFile
    journal: Journal
    measured: Measured
    context: ReviewContext

    def steps(self) -> dict[str, Step]:
        """Steps of the plan by id."""
        return {step.id: step for _, step in self.folder.dossier.plan.steps()}

    def found(self, code: str, subject: str = "") -> Finding:
        """The first weak point of this code, about this."""
        return next(f for f in self.context.findings if f.code == code and subject in ("", f.subject.id))

    def wait(self, step: str, reason: str) -> CostlyWait:
        """What this wait cost."""
        return next(each for each in costly_waits(self.context) if each.key == (step, reason))

    def cause(self, kind: str, name: str) -> LateCause:
        """What came of this late."""
        return next(each for each in late_causes(self.context) if (each.kind, each.name) == (kind, name))

    def outage_ms(self, name: str) -> int:
        """Longest interruption of a protected load or function."""
        return self.measured.outages[name]


def run(scenario: str, *edits: FileEdit, customer: str = HOSPITAL, costs: bool = False) -> Run:
    """The run of `scenario`, by the customer with `edits` made; `costs`: with what every wait cost."""
    if edits:
        return played(edit_folder(shipped_folder(customer), edits).folder, customer, scenario, costs=costs)
    return _as_it_is(customer, scenario, costs)


@cache
def _as_it_is(customer: str, name: str, costs: bool) -> Run:
    return played(shipped_folder(customer), customer, name, costs=costs)


def played(folder: CustomerFolder, customer: str, name: str, *, costs: bool = False) -> Run:
    """The run of a scenario of `customer` by `folder`."""
    scenario = load_scenario(scenario_path(name, shipped_folder(customer).path))
    player = player_of(folder.dossier)
    case = Case(folder.dossier, scenario.id, scenario.scenario)
    journal = player.play(case)
    found = measured(case, journal)
    without = Without({}, {})
    if costs:
        without = without_waits(case, journal, Pool(ReviewSetup(folder, scenario, (), player)))
    judged = by_counterfactual(View(case, journal), found.findings, without) if costs else found.findings
    paid = wait_costs(journal, without) if costs else {}
    context = ReviewContext(folder, case, journal, judged, paid, costliest(case, journal, paid))
    return Run(folder, scenario, journal, found, context)


def changed(before: Run, change: Recommendation) -> Run:
    """The same run with the change made. It has to be honest, to lose nothing and to bring no danger within reach."""
    assert is_honest(change)
    folder = edit_folder(before.folder, change.edits).folder
    after = played(folder, folder.dossier.customer.id, before.scenario.id)
    was, now = before.folder.dossier, folder.dossier
    assert new_danger(was, now) is None
    assert worse(before.measured, after.measured, was, now) is None
    return after


def gained(before: Run, after: Run) -> Gain:
    """What it gained; an error where nothing."""
    found = gain(before.measured, after.measured)
    assert found is not None
    return found


Proposes = Callable[..., Iterable[Recommendation]]


def only(proposer: Proposes, before: Run, need: object) -> Recommendation:
    """The one change it proposes."""
    (found,) = proposer(before.context, need)
    return found

"""The proof: the same faults with the same luck, before and after the edit, here and on the customer's other scenarios.

The reason an edit was rejected is named with the scenario. The runs that prove are kept: of the scenario itself always,
of another one where it is the reason for a rejection.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from drillsim.errors import InvalidInput
from drillsim.files import CustomerFolder, EditError, digests_of, input_files
from drillsim.journal import Journal
from drillsim.revision.apply import edit_folder
from drillsim.revision.compare import Gain, gain, worse
from drillsim.revision.figures import is_honest
from drillsim.revision.kept import kept
from drillsim.revision.measure import Measured, measured, measures
from drillsim.revision.reachable import new_danger
from drillsim.revision.recommendation import Recommendation, Told
from drillsim.revision.review_setup import ReviewSetup
from drillsim.revision.untouched import cards_touched, is_untouched
from drillsim.revision.wait_cost import WaitKey


@dataclass(frozen=True, slots=True, eq=False)
class Proof:
    """One proving run of a recommendation: its journal, and the exact files it ran on."""

    recommendation: str
    scenario: str
    journal: Journal
    inputs: Mapping[str, bytes]


@dataclass(frozen=True, slots=True, eq=False)
class TriedChange:
    """One recommendation tried."""

    recommendation: Recommendation
    gain: Gain | None = None
    proofs: tuple[Proof, ...] = ()
    waits: Mapping[WaitKey, int] = field(default_factory=dict)
    """Waits of the scenario after the change, ms."""


@dataclass(frozen=True, slots=True, eq=False)
class Baseline:
    """Everything an edit is judged by: the setup with its run, and the other scenarios' runs."""

    setup: ReviewSetup
    before: Measured
    others_before: tuple[Measured, ...]
    """In the order of the setup's `others`."""


def carried_out(folder: CustomerFolder, recommendation: Recommendation) -> CustomerFolder | None:
    """The customer with its edits made; None when they do not fit or change a figure that paper cannot change."""
    if not is_honest(recommendation):
        return None
    try:
        return edit_folder(folder, recommendation.edits).folder
    except (EditError, InvalidInput):
        return None


def try_out(baseline: Baseline, recommendation: Recommendation, edited: CustomerFolder) -> TriedChange:
    """The recommendation with its verdict, before and after, tried on the scenario and on all others; `edited` is the
    customer with its edits made."""
    trial = try_here(baseline, recommendation, edited)
    return trial if trial.gain is None else try_elsewhere(baseline, trial, edited)


def try_here(baseline: Baseline, recommendation: Recommendation, edited: CustomerFolder) -> TriedChange:
    """The recommendation tried on the scenario alone: rejected, or `untested` with what it gains there."""
    setup, was = baseline.setup, baseline.setup.folder.dossier
    after = setup.measured(edited.dossier, setup.scenario, {"digests": digests_of(edited, setup.scenario)}, weak=True)
    tried = replace(
        recommendation,
        before=measures(baseline.before, recommendation.wait),
        after=measures(after, recommendation.wait),
    )
    proof = Proof(tried.id, setup.scenario.id, after.journal, input_files(edited, setup.scenario))
    gained, reason = gain(baseline.before, after), worse(baseline.before, after, was, edited.dossier)
    if gained is None:
        return TriedChange(_rejected(tried, reason or Told("revision-no-gain")), None, (proof,))
    reason = reason or new_danger(was, edited.dossier)
    if reason is not None:
        return TriedChange(_rejected(tried, reason), None, (proof,))
    tried = replace(tried, gain=gained.subjects, kept=kept(baseline.before.done, after.done))
    return TriedChange(tried, gained, (proof,), after.waits)


def try_elsewhere(baseline: Baseline, trial: TriedChange, edited: CustomerFolder) -> TriedChange:
    """A change that gains on the scenario, proposed if nothing gets worse on the others, else rejected."""
    setup, tried = baseline.setup, trial.recommendation
    touched = cards_touched(tried.edits, setup.folder.dossier.plan)
    for scenario, before in zip(setup.others, baseline.others_before, strict=True):
        if is_untouched(before.journal, touched):
            after = measured(setup.case_of(edited.dossier, scenario), before.journal, weak=False)
        else:
            after = setup.measured(edited.dossier, scenario)
        reason = worse(before, after, setup.folder.dossier, edited.dossier)
        if reason is not None:
            other = Proof(tried.id, scenario.id, after.journal, input_files(edited, scenario))
            return replace(trial, recommendation=_rejected(tried, reason), proofs=(*trial.proofs, other))
    told = Told("revision-proved", {"scenarios": len(setup.others)})
    return replace(trial, recommendation=replace(tried, verdict="proposed", reasons=(*tried.reasons, told)))


def _rejected(recommendation: Recommendation, why: Told) -> Recommendation:
    return replace(recommendation, verdict="rejected", reasons=(*recommendation.reasons, why))

"""The proof: the same faults with the same luck, before and after the edit, here and on the customer's other scenarios.

What made an edit rejected is named with the scenario. The runs that prove are kept: of the scenario itself always, of
another one where it is the reason for a rejection.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from drillsim.errors import InvalidInput
from drillsim.files import CustomerFolder, EditError, ScenarioFile
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

SCENARIO = "scenario.yaml"


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
    """The recommendation with its verdict, before and after; `edited` is the customer with its edits made."""
    setup, was = baseline.setup, baseline.setup.folder.dossier
    after = setup.measured(edited.dossier, setup.scenario, {"digests": _digests(edited, setup.scenario)}, weak=True)
    tried = replace(
        recommendation,
        before=measures(baseline.before, recommendation.wait),
        after=measures(after, recommendation.wait),
    )
    proof = Proof(tried.id, setup.scenario.id, after.journal, _inputs(edited, setup.scenario))
    reason = new_danger(was, edited.dossier) or worse(baseline.before, after, was, edited.dossier)
    if reason is not None:
        return TriedChange(_rejected(tried, reason), None, (proof,))
    gained = gain(baseline.before, after)
    if gained is None:
        return TriedChange(_rejected(tried, Told("revision-no-gain")), None, (proof,))
    tried = replace(tried, gain=gained.subjects, kept=kept(baseline.before.done, after.done))
    return replace(_elsewhere(baseline, tried, gained, proof, edited), waits=after.waits)


def _elsewhere(
    baseline: Baseline, tried: Recommendation, gained: Gain, proof: Proof, edited: CustomerFolder
) -> TriedChange:
    """Whether nothing gets worse on the other scenarios; asked only for what gains here."""
    setup = baseline.setup
    touched = cards_touched(tried.edits, setup.folder.dossier.plan)
    for scenario, before in zip(setup.others, baseline.others_before, strict=True):
        if is_untouched(before.journal, touched):
            after = measured(setup.case_of(edited.dossier, scenario), before.journal, weak=False)
        else:
            after = setup.measured(edited.dossier, scenario)
        reason = worse(before, after, setup.folder.dossier, edited.dossier)
        if reason is not None:
            other = Proof(tried.id, scenario.id, after.journal, _inputs(edited, scenario))
            return TriedChange(_rejected(tried, reason), gained, (proof, other))
    told = Told("revision-proved", {"scenarios": len(setup.others)})
    return TriedChange(replace(tried, verdict="proposed", reasons=(*tried.reasons, told)), gained, (proof,))


def _rejected(recommendation: Recommendation, why: Told) -> Recommendation:
    return replace(recommendation, verdict="rejected", reasons=(*recommendation.reasons, why))


def _inputs(folder: CustomerFolder, scenario: ScenarioFile) -> dict[str, bytes]:
    return {**{file.name: file.data for file in folder.files}, SCENARIO: scenario.file.data}


def _digests(folder: CustomerFolder, scenario: ScenarioFile) -> dict[str, str]:
    return {name: sha256(data).hexdigest() for name, data in _inputs(folder, scenario).items()}

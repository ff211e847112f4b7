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
from drillsim.revision.setting import Setting
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
class Trial:
    """One recommendation tried."""

    recommendation: Recommendation
    gain: Gain | None = None
    proofs: tuple[Proof, ...] = ()
    waits: Mapping[WaitKey, int] = field(default_factory=dict)
    """Waits of the scenario after the change, ms."""


@dataclass(frozen=True, slots=True, eq=False)
class Court:
    """Everything an edit is judged by: the setting with its run, and the other scenarios' runs."""

    setting: Setting
    before: Measured
    others_before: tuple[Measured, ...]
    """In the order of the setting's `others`."""


def carried_out(folder: CustomerFolder, recommendation: Recommendation) -> CustomerFolder | None:
    """The customer with its edits made; None when they do not fit or change a figure that paper cannot change."""
    if not is_honest(recommendation):
        return None
    try:
        return edit_folder(folder, recommendation.edits).folder
    except (EditError, InvalidInput):
        return None


def try_out(court: Court, recommendation: Recommendation, edited: CustomerFolder) -> Trial:
    """The recommendation with its verdict, before and after; `edited` is the customer with its edits made."""
    setting = court.setting
    after = setting.measured(edited.dossier, setting.scenario, {"digests": _digests(edited, setting.scenario)})
    tried = replace(
        recommendation,
        before=measures(court.before, recommendation.wait),
        after=measures(after, recommendation.wait),
    )
    proof = Proof(tried.id, setting.scenario.id, after.journal, _inputs(edited, setting.scenario))
    reason = new_danger(setting.folder.dossier, edited.dossier) or worse(court.before, after)
    if reason is not None:
        return Trial(_rejected(tried, reason), None, (proof,))
    gained = gain(court.before, after)
    if gained is None:
        return Trial(_rejected(tried, Told("revision-no-gain")), None, (proof,))
    tried = replace(tried, gain=gained.subjects, kept=kept(court.before.done, after.done))
    return replace(_elsewhere(court, tried, gained, proof, edited), waits=after.waits)


def _elsewhere(court: Court, tried: Recommendation, gained: Gain, proof: Proof, edited: CustomerFolder) -> Trial:
    """Whether nothing gets worse on the other scenarios; asked only for what gains here."""
    setting = court.setting
    touched = cards_touched(tried.edits, setting.folder.dossier.plan)
    for scenario, before in zip(setting.others, court.others_before, strict=True):
        if is_untouched(before.journal, touched):
            after = measured(setting.case_of(edited.dossier, scenario), before.journal)
        else:
            after = setting.measured(edited.dossier, scenario)
        reason = worse(before, after)
        if reason is not None:
            other = Proof(tried.id, scenario.id, after.journal, _inputs(edited, scenario))
            return Trial(_rejected(tried, reason), gained, (proof, other))
    told = Told("revision-proved", {"scenarios": len(setting.others)})
    return Trial(replace(tried, verdict="proposed", reasons=(*tried.reasons, told)), gained, (proof,))


def _rejected(recommendation: Recommendation, why: Told) -> Recommendation:
    return replace(recommendation, verdict="rejected", reasons=(*recommendation.reasons, why))


def _inputs(folder: CustomerFolder, scenario: ScenarioFile) -> dict[str, bytes]:
    return {**{file.name: file.data for file in folder.files}, SCENARIO: scenario.file.data}


def _digests(folder: CustomerFolder, scenario: ScenarioFile) -> dict[str, str]:
    return {name: sha256(data).hexdigest() for name, data in _inputs(folder, scenario).items()}

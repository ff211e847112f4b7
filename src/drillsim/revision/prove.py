"""The proof: the same faults with the same luck, before and after the edit, here and on the customer's other scenarios.

What made an edit rejected is named with the scenario. The runs that prove are kept: of the scenario itself always, of
another one where it is the reason for a rejection.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from drillsim.errors import InvalidInput
from drillsim.files.edit import EditError
from drillsim.files.folder import CustomerFolder
from drillsim.files.scenario_file import ScenarioFile
from drillsim.journal.record import Journal
from drillsim.revision.apply import edit_folder
from drillsim.revision.bench import Task, in_order
from drillsim.revision.compare import Gain, gain, worse
from drillsim.revision.figures import is_honest
from drillsim.revision.measure import Measured, measured, measures, play_and_measure
from drillsim.revision.recommendation import Recommendation, Told
from drillsim.revision.untouched import cards_touched, is_untouched
from drillsim.revision.wait_cost import WaitKey
from drillsim.schema.dossier import Case, Dossier

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
    """Everything an edit is judged by: the scenario with its run, and the other scenarios that apply."""

    folder: CustomerFolder
    scenario: ScenarioFile
    others: tuple[ScenarioFile, ...]
    seed: int
    network_key: str
    executor: Executor
    before: Measured
    others_before: tuple[Measured, ...]
    """In the order of `others`."""

    def task(self, dossier: Dossier, scenario: ScenarioFile, header: Mapping[str, Any] | None = None) -> Task:
        """A run of `scenario` with `dossier`."""
        case = Case(dossier, scenario.id, scenario.scenario)
        return Task(case, self.seed, self.network_key, header=header or {})


def other_runs(
    folder: CustomerFolder, others: Sequence[ScenarioFile], seed: int, network_key: str, executor: Executor
) -> tuple[Measured, ...]:
    """The other scenarios as they are, in order."""
    tasks = [Task(Case(folder.dossier, each.id, each.scenario), seed, network_key) for each in others]
    return tuple(in_order(executor, play_and_measure, tasks))


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
    task = court.task(edited.dossier, court.scenario, {"digests": _digests(edited, court.scenario)})
    after = next(in_order(court.executor, play_and_measure, [task]))
    tried = replace(
        recommendation,
        before=measures(court.before, recommendation.wait),
        after=measures(after, recommendation.wait),
    )
    proof = Proof(tried.id, court.scenario.id, after.journal, _inputs(edited, court.scenario))
    reason = worse(court.before, after)
    if reason is not None:
        return Trial(_rejected(tried, reason), None, (proof,))
    gained = gain(court.before, after, recommendation.wait)
    if gained is None:
        return Trial(_rejected(tried, Told("revision-no-gain")), None, (proof,))
    return replace(_elsewhere(court, tried, gained, proof, edited), waits=after.waits)


def _elsewhere(court: Court, tried: Recommendation, gained: Gain, proof: Proof, edited: CustomerFolder) -> Trial:
    """Whether nothing gets worse on the other scenarios; asked only for what gains here."""
    touched = cards_touched(tried.edits, court.folder.dossier.plan)
    asked = [
        (court.task(edited.dossier, each), known.journal if is_untouched(known.journal, touched) else None)
        for each, known in zip(court.others, court.others_before, strict=True)
    ]
    runs = in_order(court.executor, _again, asked)
    for scenario, before, after in zip(court.others, court.others_before, runs, strict=True):
        reason = worse(before, after)
        if reason is not None:
            other = Proof(tried.id, scenario.id, after.journal, _inputs(edited, scenario))
            return Trial(_rejected(tried, reason), gained, (proof, other))
    told = Told("revision-proved", {"scenarios": len(court.others)})
    return Trial(replace(tried, verdict="proposed", reasons=(*tried.reasons, told)), gained, (proof,))


def _again(asked: tuple[Task, Journal | None]) -> Measured:
    """The run played again, or the one there is judged by the edited files when nothing in it can have changed."""
    task, journal = asked
    return play_and_measure(task) if journal is None else measured(task.case, journal)


def _rejected(recommendation: Recommendation, why: Told) -> Recommendation:
    return replace(recommendation, verdict="rejected", reasons=(*recommendation.reasons, why))


def _inputs(folder: CustomerFolder, scenario: ScenarioFile) -> dict[str, bytes]:
    return {**{file.name: file.data for file in folder.files}, SCENARIO: scenario.file.data}


def _digests(folder: CustomerFolder, scenario: ScenarioFile) -> dict[str, str]:
    return {name: sha256(data).hexdigest() for name, data in _inputs(folder, scenario).items()}

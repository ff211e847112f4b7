"""Whether one of the review's proposals repairs what a defect has damaged."""

from __future__ import annotations

import json
from dataclasses import dataclass

from drillsim.errors import DrillsimError
from drillsim.files import EditError, ScenarioFile
from drillsim.files.part import part_of
from drillsim.findings import Verdict
from drillsim.revision.apply import edit_folder
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review import review
from drillsim.schema import Scenario
from planted import grade
from planted.played import SEED, Played, play

FIRST = 3


@dataclass(frozen=True)
class Repair:
    """What the review proposed against one defect, and which proposal repaired it."""

    proposals: tuple[str, ...]
    """Ids of the proposals with edits that were not rejected, in the review's order."""
    by: int | None
    """Place of the first one that repairs, from 0; None where none of the first three does."""


def repair(spoiled: Played, sound: dict[str, Verdict], damaged: tuple[str, ...], *, alone: bool = False) -> Repair:
    """The review of the spoiled run, and its first proposals carried out and played. `alone`: changes are tried on this
    situation and not, as `run` does, on every other scenario too, which takes far longer."""
    others = () if alone else None
    found = review(spoiled.folder, _file(spoiled), spoiled.journal, seed=SEED, flow=spoiled.flow, others=others)
    edits = [each for each in found.recommendations if each.edits and each.verdict != "rejected"]
    names = tuple(each.id for each in edits)
    by = next((n for n, each in enumerate(edits[:FIRST]) if _repairs(spoiled, each, sound, damaged)), None)
    return Repair(names, by)


def _repairs(spoiled: Played, proposal: Recommendation, sound: dict[str, Verdict], damaged: tuple[str, ...]) -> bool:
    try:
        folder = edit_folder(spoiled.folder, proposal.edits).folder
    except (EditError, DrillsimError):
        return False
    changed = play(folder, spoiled.case.scenario_id, spoiled.case.scenario, spoiled.flow)
    return grade.repaired(sound, changed.verdicts, damaged)


def _file(spoiled: Played) -> ScenarioFile:
    """The situation as a file."""
    told = spoiled.case.scenario.model_dump(mode="json", by_alias=True, exclude_unset=True)
    data = json.dumps(told, ensure_ascii=False).encode("utf-8")
    part = part_of(Scenario, data, "planted.yaml", "planted.yaml")
    assert part.file is not None
    return ScenarioFile(spoiled.case.scenario_id, spoiled.case.scenario, part.file)

"""Where an assumed effect stops paying: the figure between now and the assumed one at which nothing is gained."""

from __future__ import annotations

from dataclasses import replace

from drillsim.files.edit import Set
from drillsim.revision.apply import edit_folder
from drillsim.revision.bench import in_order
from drillsim.revision.compare import gain, worse
from drillsim.revision.measure import play_and_measure
from drillsim.revision.prove import Court, Trial
from drillsim.revision.recommendation import AssumedEffect, FileEdit, Recommendation, Told

_HALVINGS = 6


def with_vanishing_point(court: Court, trial: Trial) -> Trial:
    """The trial with the value at which its assumed effect gains nothing on this scenario, to one part in 64."""
    assumed = trial.recommendation.assumed
    if assumed is None or trial.recommendation.verdict != "proposed":
        return trial
    pays, vanishes = assumed.assumed, assumed.now
    for _ in range(_HALVINGS):
        middle = _rounded((pays + vanishes) / 2)
        if _gains(court, trial.recommendation, assumed, middle):
            pays = middle
        else:
            vanishes = middle
    found = replace(assumed, vanishes_at=vanishes)
    told = Told(
        "revision-assumed",
        {
            "now": f"{assumed.now:g}",
            "assumed": f"{assumed.assumed:g}",
            "vanishes": f"{vanishes:g}",
            "unit": assumed.unit,
        },
    )
    changed = replace(trial.recommendation, assumed=found, reasons=(*trial.recommendation.reasons, told))
    return replace(trial, recommendation=changed)


def _gains(court: Court, recommendation: Recommendation, assumed: AssumedEffect, value: float) -> bool:
    edits = tuple(_at(each, assumed, value) for each in recommendation.edits)
    task = court.task(edit_folder(court.folder, edits).folder.dossier, court.scenario)
    after = next(in_order(court.executor, play_and_measure, [task]))
    return worse(court.before, after) is None and gain(court.before, after, recommendation.wait) is not None


def _at(each: FileEdit, assumed: AssumedEffect, value: float) -> FileEdit:
    path = ".".join(str(part) for part in each.edit.path)
    if each.file != assumed.file or path != assumed.field:
        return each
    return FileEdit(each.file, Set(each.edit.path, f"{value:g}"))


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")

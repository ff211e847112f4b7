"""Where an assumed effect stops paying: the figure between now and the assumed one at which its benefit is gone."""

from __future__ import annotations

from dataclasses import replace

from drillsim.files import Set
from drillsim.revision.apply import edit_folder
from drillsim.revision.compare import gain, worse
from drillsim.revision.propose.training import scaled
from drillsim.revision.prove import Baseline, TriedChange
from drillsim.revision.recommendation import AssumedEffect, FileEdit

_HALVINGS = 6


def with_vanishing_point(baseline: Baseline, trial: TriedChange) -> TriedChange:
    """The trial with the value at which its assumed effect gains nothing on this scenario, to one part in 64."""
    assumed = trial.recommendation.assumed
    if assumed is None or trial.recommendation.verdict != "proposed":
        return trial
    pays, vanishes = assumed.assumed, assumed.now
    for _ in range(_HALVINGS):
        middle = _rounded((pays + vanishes) / 2)
        if _gains(baseline, trial, assumed, middle):
            pays = middle
        else:
            vanishes = middle
    found = replace(assumed, vanishes_at=vanishes)
    changed = replace(trial.recommendation, assumed=found)
    return replace(trial, recommendation=changed)


def _gains(baseline: Baseline, trial: TriedChange, assumed: AssumedEffect, value: float) -> bool:
    """Whether the benefit is still there: a limit no longer missed, where the change brought that; else any gain."""
    edits = tuple(_at(each, assumed, value) for each in trial.recommendation.edits)
    setup = baseline.setup
    was, now = setup.folder.dossier, edit_folder(setup.folder, edits).folder.dossier
    after = setup.measured(now, setup.scenario)
    gained = gain(baseline.before, after)
    kept = gained is not None and (gained.met > 0 or trial.gain is None or trial.gain.met <= 0)
    return kept and worse(baseline.before, after, was, now) is None


def _at(each: FileEdit, assumed: AssumedEffect, value: float) -> FileEdit:
    path = ".".join(str(part) for part in each.edit.path)
    if each.file != assumed.file or path != assumed.field:
        return each
    stated = each.edit.value if isinstance(each.edit, Set) else ""
    new = f"{value:g}" if assumed.unit == "kwh" else scaled(stated, value / assumed.assumed)
    return FileEdit(each.file, Set(each.edit.path, new))


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")

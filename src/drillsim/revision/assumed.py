"""Where an assumed effect stops paying: the figure between now and the assumed one at which its benefit is gone.

An effect that is so or not so (a pump that stands elsewhere) has no such figure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from drillsim.errors import InvalidInput
from drillsim.files import Append, EditError, Insert, Remove, Tree
from drillsim.revision.apply import edit_folder
from drillsim.revision.compare import gain, worse
from drillsim.revision.propose.training import scaled
from drillsim.revision.prove import Baseline, TriedChange
from drillsim.revision.recommendation import COUNTED, AssumedEffect, FileEdit

_HALVINGS = 6


def with_vanishing_point(baseline: Baseline, trial: TriedChange) -> TriedChange:
    """The trial with the value at which its assumed effect gains nothing on this scenario: to one part in 64, or to
    one piece or person. An effect that is so or not so has none."""
    assumed = trial.recommendation.assumed
    if assumed is None or assumed.unit == "yes_no" or trial.recommendation.verdict != "proposed":
        return trial
    pays, vanishes = assumed.assumed, assumed.now
    for _ in range(_HALVINGS):
        middle = _between(assumed, pays, vanishes)
        if middle in (pays, vanishes):
            break
        if _gains(baseline, trial, assumed, middle):
            pays = middle
        else:
            vanishes = middle
    found = replace(assumed, vanishes_at=vanishes)
    changed = replace(trial.recommendation, assumed=found)
    return replace(trial, recommendation=changed)


def at_figure(edits: Iterable[FileEdit], assumed: AssumedEffect, value: float) -> tuple[FileEdit, ...]:
    """`edits` with `value` in the place of the assumed figure: the figure itself, or one in an entry that is added."""
    return tuple(_at(each, assumed, value) for each in edits)


def _gains(baseline: Baseline, trial: TriedChange, assumed: AssumedEffect, value: float) -> bool:
    """Return whether the benefit is still there: a limit no longer missed, where the change brought that; else any
    gain."""
    setup = baseline.setup
    try:
        edited = edit_folder(setup.folder, at_figure(trial.recommendation.edits, assumed, value))
    except (EditError, InvalidInput):  # a figure the files cannot hold gains nothing
        return False
    was, now = setup.folder.dossier, edited.folder.dossier
    after = setup.measured(now, setup.scenario)
    gained = gain(baseline.before, after)
    kept = gained is not None and (gained.met > 0 or trial.gain is None or trial.gain.met <= 0)
    return kept and worse(baseline.before, after, was, now) is None


def _at(each: FileEdit, assumed: AssumedEffect, value: float) -> FileEdit:
    inside = _inside(each, assumed)
    if inside is None or isinstance(each.edit, Remove):
        return each
    new = _rewritten(each.edit.value, inside, assumed, value)
    return each if new is None else FileEdit(each.file, replace(each.edit, value=new))


def _inside(each: FileEdit, assumed: AssumedEffect) -> str | None:
    """The rest of the figure's path within what the edit writes: empty where that is the figure; None for an edit of
    something else. An entry added to a list may stand at any position."""
    path = ".".join(str(part) for part in each.edit.path)
    if each.file != assumed.file or not f"{assumed.field}.".startswith(f"{path}."):
        return None
    rest = assumed.field[len(path) + 1 :]
    if not isinstance(each.edit, Append | Insert):
        return rest
    position, _, behind = rest.partition(".")
    return behind if position.isdigit() else None


def _rewritten(node: Tree, rest: str, assumed: AssumedEffect, value: float) -> Tree | None:
    """`node` with the figure at `rest` replaced; None where nothing stands there."""
    if not rest:
        return _written(node, assumed, value)
    keys: Iterable[str | int] = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for key in keys:
        if rest != str(key) and not rest.startswith(f"{key}."):
            continue
        new = _rewritten(node[key], rest[len(str(key)) + 1 :], assumed, value)  # type: ignore[index]
        if new is None:
            continue
        if isinstance(node, list):
            return [new if number == key else each for number, each in enumerate(node)]
        assert isinstance(node, dict)
        return {**node, str(key): new}
    return None


def _written(stated: Tree, assumed: AssumedEffect, value: float) -> Tree:
    return scaled(stated, value / assumed.assumed) if assumed.unit == "s" else f"{value:g}"


def _between(assumed: AssumedEffect, one: float, other: float) -> float:
    middle = (one + other) / 2
    return float(round(middle)) if assumed.unit in COUNTED else float(f"{middle:.4g}")

"""Jobs of a review's processes: a candidate tried on the scenario, then on the others."""

from __future__ import annotations

from dataclasses import replace

from drillsim.revision.assumed import with_vanishing_point
from drillsim.revision.prove import Baseline, TriedChange, carried_out, try_elsewhere, try_here
from drillsim.revision.recommendation import Recommendation


def tried_here(baseline: Baseline, candidate: Recommendation) -> TriedChange | None:
    """The candidate tried on the scenario alone; None when its edits do not fit the files."""
    edited = carried_out(baseline.setup.folder, candidate)
    return None if edited is None else try_here(baseline, candidate, edited)


def tried_elsewhere(baseline: Baseline, trial: TriedChange) -> TriedChange:
    """A change that gains on the scenario, tried on the others; of one that is proposed, where its assumed effect stops
    paying. Its runs on the scenario stay with whoever asks."""
    edited = carried_out(baseline.setup.folder, trial.recommendation)
    assert edited is not None, "tried before"
    return with_vanishing_point(baseline, try_elsewhere(baseline, trial, edited))


def without_proofs(trial: TriedChange) -> TriedChange:
    """The trial without its journals, which need not travel to another process."""
    return replace(trial, proofs=())


def fits(baseline: Baseline, candidate: Recommendation) -> bool:
    """Return whether the candidate's edits can be made."""
    return carried_out(baseline.setup.folder, candidate) is not None

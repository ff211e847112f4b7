"""One candidate is one job: edits made, this scenario and the others played again, an assumed effect followed down."""

from __future__ import annotations

from drillsim.revision.assumed import with_vanishing_point
from drillsim.revision.prove import Baseline, TriedChange, carried_out, try_out
from drillsim.revision.recommendation import Recommendation


def tried(baseline: Baseline, candidate: Recommendation) -> TriedChange | None:
    """The candidate with its verdict; None when its edits do not fit the files."""
    edited = carried_out(baseline.setup.folder, candidate)
    return None if edited is None else with_vanishing_point(baseline, try_out(baseline, candidate, edited))


def fits(baseline: Baseline, candidate: Recommendation) -> bool:
    """Whether the candidate's edits can be made."""
    return carried_out(baseline.setup.folder, candidate) is not None

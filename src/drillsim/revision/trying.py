"""One candidate is one job: edits made, this scenario and the others played again, an assumed effect followed down."""

from __future__ import annotations

from drillsim.revision.assumed import with_vanishing_point
from drillsim.revision.prove import Court, Trial, carried_out, try_out
from drillsim.revision.recommendation import Recommendation


def tried(court: Court, candidate: Recommendation) -> Trial | None:
    """The candidate with its verdict; None when its edits do not fit the files."""
    edited = carried_out(court.setting.folder, candidate)
    return None if edited is None else with_vanishing_point(court, try_out(court, candidate, edited))


def fits(court: Court, candidate: Recommendation) -> bool:
    """Whether the candidate's edits can be made."""
    return carried_out(court.setting.folder, candidate) is not None

"""From a weak point to changes that might answer it: one function a code, and the usual answer for all.

A proposer gives recommendations with edits; whether an edit helps is not its business, running again tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from drillsim.findings import Finding
from drillsim.revision.propose import (
    communication,
    own_supply,
    people,
    permit,
    protection,
    step_form,
    training,
    transfer,
)
from drillsim.revision.propose.generic import generic
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext

Proposer = Callable[[ReviewContext, Finding], Iterable[Recommendation]]

PROPOSERS: dict[str, tuple[Proposer, ...]] = {
    "P01": (people.absent,),
    "O06": (people.absent, step_form.second_person),
    "P02": (people.busy,),
    "P03": (communication.no_answer,),
    "P04": (communication.told_late,),
    "P07": (communication.two_sided,),
    "O05": (permit.permit,),
    "A09": (communication.dark_display,),
    "G01": (own_supply.genset, training.practised),
    "G02": (own_supply.genset,),
    "G03": (own_supply.pump,),
    "G04": (own_supply.pump,),
    "G06": (own_supply.shed_first,),
    "G08": (own_supply.battery,),
    "G09": (own_supply.shed_first,),
    "A01": (transfer.ats, training.practised),
    "A02": (transfer.bus_tie,),
    "A03": (transfer.onto_fault,),
    "A04": (protection.graded,),
    "A05": (protection.delayed,),
    "A07": (transfer.second_outage,),
    "O08": (step_form.unverified,),
    "M01": (step_form.no_card,),
    "M02": (step_form.no_fallback,),
    "M03": (step_form.over_time, training.practised),
    "S03": (step_form.shed_before,),
    "O01": (step_form.open_incomers,),
    "O03": (step_form.open_incomers,),
}
"""What is tried for each code; codes that are not here have the usual answer alone."""

__all__ = ["PROPOSERS", "Proposer", "generic", "propose"]


def propose(context: ReviewContext, finding: Finding) -> tuple[Recommendation, ...]:
    """Changes with edits that might answer `finding`, the simplest first; empty when none comes to mind."""
    found = (each for proposer in PROPOSERS.get(finding.code, ()) for each in proposer(context, finding))
    return tuple(each for each in found if each.edits)

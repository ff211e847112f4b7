"""A load a step switched off to save supply is switched on again once there is supply."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.revision.need import LateCause
from drillsim.revision.propose.draft import PLAN, behind, draft, insert_in, new_step
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Step

_BACK: dict[str, str] = {"shed": "restore", "stop": "start"}
"""Verb that switches off, and the verb that switches the same on again."""


def switched_on_again(context: ReviewContext, cause: LateCause) -> Iterator[Recommendation]:
    """A step after it, by the same role: once what it waited for is live, the loads are switched on again."""
    step = context.step(cause.name)
    late = tuple(name for name in step.all_targets if name in cause.limits) if step else ()
    if step is None or step.do not in _BACK or not late or any(_comes_back(context, name) for name in late):
        return
    dead = tuple(name for leaf in (step.when.leaves() if step.when else ()) if leaf.state == "dead"
                 for kind, name in leaf.facts if kind == "bus")  # fmt: skip
    if not dead:  # the step does not say what it saves supply for
        return
    card, by = context.clause(step.id)[0], step.by.operator
    new = context.naming.words("new-restored", role=by, buses=dead, loads=late)
    more: dict[str, Tree] = {
        "target": list(late),
        "after": [step.id],
        "requires": [{"bus": list(dead), "is": "live"}],
        "success_check": {"load": list(late), "is": "live", "by": "remote"},
        "within": "10 min",
    }
    if step.place:
        more["place"] = step.place
    back = new_step(context, context.new_id(step.id), behind(step.clause), new, _BACK[step.do], by, more)
    edits = [insert_in(PLAN, (*context.card_path(card.id), "steps"), card.steps.index(step) + 1, back)]
    yield draft(
        context, cause, "on-again", new, edits, owner=context.owner(by), clause=behind(step.clause), old=step.text
    )


def _comes_back(context: ReviewContext, load: str) -> bool:
    """Return whether a step of the plan switches the load on."""

    def does(step: Step) -> bool:
        return step.do in _BACK.values() and load in step.all_targets

    return any(does(step) for _, step in context.plan.steps())

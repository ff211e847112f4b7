"""Permits: asked for ahead, or at all."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.findings import Finding
from drillsim.findings.facts import O05
from drillsim.revision.need import CostlyWait, Need
from drillsim.revision.propose.draft import PLAN, behind, draft, insert_in, new_step
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext


def permit(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """O05: the permit is asked for ahead."""
    assert isinstance(finding.facts, O05)
    return ahead(context, finding, finding.facts.parts)


def waited(context: ReviewContext, wait: CostlyWait) -> Iterator[Recommendation]:
    """A wait for a permit: it is asked for ahead."""
    return ahead(context, wait, wait.on)


def ahead(context: ReviewContext, need: Need, parts: tuple[str, ...]) -> Iterator[Recommendation]:
    """The permit is asked for right after the first report, before anybody stands at the device. `parts`: the permits
    waited for, or the devices operated without."""
    step = context.step(need.steps[0]) if need.steps else None
    if step is None:
        return
    for name in _permits(context, parts):
        role = step.by.operator
        card = context.first_card(context.side(role), role)
        if card is None:
            continue
        first = card.steps[0]
        if step.do == "request" and card.steps.index(first) == 0 and first.id == step.id:
            continue
        devices = context.plan.permits[name].covers
        new = context.naming.words("new-request", role=role, devices=devices, to=context.plan.permits[name].from_)
        request = new_step(context, context.new_id(first.id), behind(first.clause), new, "request", role, {
            "target": name, "after": [first.id], "takes": "1 min", "takes_source": "assumed", "within": "20 min",
        })  # fmt: skip
        edits = [insert_in(PLAN, (*context.card_path(card.id), "steps"), 1, request)]
        yield draft(context, need, f"ahead-{name}", new, edits, owner="both", clause=behind(first.clause))
        return


def _permits(context: ReviewContext, parts: tuple[str, ...]) -> tuple[str, ...]:
    named = tuple(part for part in parts if part in context.plan.permits)
    return named or tuple(n for n, p in context.plan.permits.items() if any(part in p.covers for part in parts))

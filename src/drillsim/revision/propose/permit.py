"""Permits and written orders: asked for ahead, standing in the dispatch agreement, lying ready."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings.facts import O05
from drillsim.revision.need import CostlyWait, Need
from drillsim.revision.propose.draft import PLAN, append_in, behind, draft, insert_in, new_step, set_in, tell
from drillsim.revision.recommendation import FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import After, Step


def permit(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """O05: the permit stands in the agreement, or is asked for ahead; the order lies ready."""
    assert isinstance(finding.facts, O05)
    yield from standing(context, finding, finding.facts.parts)
    yield from ready(context, finding, finding.facts.parts)
    yield from ahead(context, finding, finding.facts.parts)


# -- standing ----------------------------------------------------------------------------------------------------------
def standing(context: ReviewContext, need: Need, parts: tuple[str, ...]) -> Iterator[Recommendation]:
    """By the dispatch agreement, opening what is dead counts as permitted and is reported after; closing never does.
    The request that only leads to such an opening is a word sent ahead."""
    asked = context.step(need.steps[0]) if need.steps else None
    for name in _permits(context, parts):
        if asked is None or context.plan.permits[name].dead_may_open:
            continue
        opening = _opening(context, asked, name)
        if opening is None:
            continue
        permit = context.plan.permits[name]
        facts = {"devices": tuple(opening.target), "by": opening.by.operator, "to": permit.from_}
        new = context.naming.words("new-standing", **facts)
        edits = [set_in(PLAN, ("permits", name, "dead_may_open"), "true")]
        if asked.do == "request":
            edits.append(_announced(context, asked, opening, name))
        edits.append(_reported(context, opening, name))
        yield draft(
            context, need, f"standing-{name}", new, edits, owner="both", clause=permit.clause, wait=(asked.id, "permit")
        )
        return


def _opening(context: ReviewContext, asked: Step, permit: str) -> Step | None:
    """The opening the permit was waited for: the step itself, or the only one that comes after the request."""
    covers, card = set(context.plan.permits[permit].covers), context.clause(asked.id)[0]
    found = [asked] if asked.do != "request" else [each for each in card.steps if asked.id in each.predecessors]
    fits = len(found) == 1 and found[0].do == "open" and set(found[0].target) <= covers and found[0].target
    return found[0] if fits and not isinstance(found[0].after, After) else None


def _announced(context: ReviewContext, asked: Step, opening: Step, permit: str) -> FileEdit:
    """The request is a word sent ahead from then on, after which no answer is waited for."""
    to = context.plan.permits[permit].from_
    words = context.naming.words("new-standing-word", devices=tuple(opening.target), to=to, by=asked.by.operator)
    return set_in(PLAN, (*context.step_path(asked.id), "text"), context.worded(words))


def _reported(context: ReviewContext, opening: Step, permit: str) -> FileEdit:
    """A step behind the opening: whoever watched it, else whoever did it, reports it to who gives the permit."""
    card, spec = context.clause(opening.id)[0], context.plan.permits[permit]
    by = opening.by.supervisor or opening.by.operator
    new = context.naming.words("new-standing-report", devices=tuple(opening.target), to=spec.from_, by=by)
    message = {**tell(spec.from_, spec.channel, opening.target), "read_back": "true"}
    report = new_step(context, context.new_id(opening.id), behind(opening.clause), new, "report", by, {
        "after": [opening.id], "takes": "1 min", "takes_source": "assumed", "tells": list[Tree]([message]),
        "within": "5 min",
    })  # fmt: skip
    return append_in(PLAN, (*context.card_path(card.id), "steps"), report)


# -- lying ready -------------------------------------------------------------------------------------------------------
def ready(context: ReviewContext, need: Need, parts: tuple[str, ...]) -> Iterator[Recommendation]:
    """The switching order that was waited for lies ready, written and checked."""
    for name in parts:
        order = context.plan.orders.get(name)
        if order is not None and not order.prepared:
            new = context.naming.words("new-order-ready", order=order.title)
            edits = [set_in(PLAN, ("orders", name, "prepared"), "true")]
            owner = context.owner(order.written_by)
            yield draft(context, need, f"ready-{name}", new, edits, owner=owner, wait=(need.subject.id, "order"))


# -- asked for ahead ---------------------------------------------------------------------------------------------------


def waited(context: ReviewContext, wait: CostlyWait) -> Iterator[Recommendation]:
    """A wait for a permit: it stands in the agreement, or is asked for ahead; for an order: it lies ready."""
    yield from standing(context, wait, wait.on)
    yield from ready(context, wait, wait.on)
    yield from ahead(context, wait, wait.on)


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

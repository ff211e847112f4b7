"""Whatever takes long to come is called before it is certain that it is needed, and sent back when it is not."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.revision.need import CostlyWait, Need
from drillsim.revision.propose.draft import PLAN, add_to_list, behind, draft, insert_in, new_step, set_in, tell
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Card, Step


def resource(context: ReviewContext, wait: CostlyWait) -> Iterator[Recommendation]:
    """A costly wait for a vehicle or a delivery."""
    return _called(context, wait, wait.on)


def waited(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """M05: a resource that was waited for."""
    return _called(context, finding, (finding.subject.id, *finding.plain.get("resources", ())))  # type: ignore[misc]


def _called(context: ReviewContext, need: Need, names: tuple[str, ...]) -> Iterator[Recommendation]:
    """The message that has it sent goes out as soon as its card has begun, by a role that the card's first step tells
    and that has nothing to do yet; else by the one who asks for it today, before anything that may make it needless."""
    for name in names:
        if name not in context.plan.resources:
            continue
        for sending in _sending(context, name):
            asked = None if _is_asked_ahead(context, sending) else _asking(context, sending)
            if asked is not None and asked[0] in context.active_cards:
                yield from _asked_first(context, need, name, sending, *asked)
                return


def _sending(context: ReviewContext, resource: str) -> Iterator[Card]:
    """Cards that have it come and are begun by a message."""
    for card in context.plan.cards:
        if any(step.do in ("call", "request") and resource in step.target for step in card.steps) and any(
            leaf.kind == "message" for leaf in card.trigger.leaves()
        ):
            yield card


def _asking(context: ReviewContext, sending: Card) -> tuple[Card, Step] | None:
    """Card and step whose message began it in this run; none where that is the first step of its card already."""
    sent = {event.data["step"] for event in context.journal.of("message_received")}
    for leaf in sending.trigger.leaves():
        for name in leaf.subjects if leaf.kind == "message" else ():
            card, step = context.clause(name)
            if name in sent and card.steps[0].id != name and _is_branch(card, step):
                return card, step
    return None


def _is_asked_ahead(context: ReviewContext, sending: Card) -> bool:
    """Return whether a step that waits for no failure asks for it already, in a card of this run."""
    asking = [
        context.clause(name) for leaf in sending.trigger.leaves() if leaf.kind == "message" for name in leaf.subjects
    ]
    return any(card in context.active_cards and not _is_branch(card, step) for card, step in asking)


def _is_branch(card: Card, step: Step) -> bool:
    """Return whether it runs only when another step has failed."""
    return any(each.on_failure is not None and step.id in each.on_failure.steps for each in card.steps)


def _asked_first(
    context: ReviewContext, need: Need, resource: str, sending: Card, card: Card, step: Step
) -> Iterator[Recommendation]:
    to = next((each for each in step.tells if each.to == sending.activation.by), None)
    if to is None or sending.trigger.kind not in ("any", "message"):
        return
    first = card.steps[0]
    by, channel = _who(context, card, step, to.to)
    failed = next(each for each in card.steps if each.on_failure and step.id in each.on_failure.steps)
    new = context.naming.words(
        "new-called-earlier", role=by, to=to.to, resource=resource, after=first.text, needless=failed.text
    )
    name = context.new_id(first.id)
    call = new_step(context, name, behind(first.clause), new, "call", by, {
        "after": [first.id], "takes": "1 min", "takes_source": "assumed",
        "tells": [{**tell(to.to, channel, to.facts), "no_answer": {"after": "2 min", "then": "again"}}],
        "within": "5 min",
    })  # fmt: skip
    place = (*context.card_path(sending.id), "trigger")
    leaf: Tree = {"message": name, "from": by}
    if sending.trigger.kind == "any":
        heard = add_to_list(context, PLAN, place, "any", leaf)
    else:
        written = context.tree(PLAN)
        for part in place:
            written = written[part]  # type: ignore[index]
        heard = set_in(PLAN, place, {"any": [written, leaf]})
    edits = [insert_in(PLAN, (*context.card_path(card.id), "steps"), 1, call), heard]
    yield draft(
        context, need, f"earlier-{resource}", new, edits, owner="both", clause=behind(first.clause), old=first.text
    )


def _who(context: ReviewContext, card: Card, step: Step, to: str) -> tuple[str, str]:
    """The role the card's first step tells and that the contact tree lets call `to`, with the way it has there; else
    the one who asks for it today."""
    told = [each.to for each in card.steps[0].tells if context.side(each.to) == card.side]
    for way in context.plan.contact_tree:
        if way.to == to and way.from_ in told and context.on_duty(way.from_, context.journal.start_ms):
            return way.from_, way.channels[0]
    return step.by.operator, next(each.channel for each in step.tells if each.to == to)

"""The facts somebody does not know: told by whoever knows, asked for, no longer waited for, or shown on another
supply."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings.facts import A09, P03, P07
from drillsim.revision.need import Need
from drillsim.revision.propose.draft import (
    PLAN,
    SITE,
    add_to_list,
    behind,
    draft,
    insert_in,
    new_step,
    remove_in,
    set_in,
    tell,
)
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Condition, Step


def two_sided(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """P07: the word nobody sends is sent; a circle loses one of its waits."""
    if isinstance(finding.facts, P07) and finding.facts.kind == "nobody_sends":
        yield from _send(context, finding, finding.steps[0], finding.facts.awaited)
    else:
        yield from _open_circle(context, finding)


def told_late(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """P04: reported first."""
    return report_first(context, finding)


def report_first(context: ReviewContext, need: Need) -> Iterator[Recommendation]:
    """The first step of the response is a report to the utility."""
    card = context.first_card("customer")
    role = next((name for name, actor in context.plan.actors.items() if actor.side == "utility"), None)
    channel = context.channel_to(role, "customer") if role else None
    if card is None or role is None or channel is None or not card.steps:
        return
    first, by = card.steps[0], card.activation.by
    if any(each.to == role for each in first.tells):
        return
    new = context.naming.words("new-report-first", role=role, by=by)
    step = new_step(context, context.new_id(first.id), behind(first.clause), new, "report", by, {
        "takes": "2 min", "takes_source": "assumed", "tells": [tell(role, channel)], "within": "5 min",
    })  # fmt: skip
    edits = [insert_in(PLAN, (*context.card_path(card.id), "steps"), 0, step)]
    yield draft(context, need, "report-first", new, edits, owner="customer", clause=behind(first.clause))


def dark_display(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """A09: ask or look when the display is dark; put the display on a supply that stayed."""
    assert isinstance(finding.facts, A09)
    step = context.step(finding.facts.step)
    if step is not None:
        yield from _ask(context, finding, step)
    yield from _other_supply(context, finding, finding.facts.step)


def no_answer(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """P03: by a way that is answered more often."""
    assert isinstance(finding.facts, P03)
    called = finding.facts.to
    step = context.step(finding.steps[0]) if finding.steps else None
    used = context.site.channels.get(finding.facts.channel[0])
    if step is None or used is None:
        return
    better = [
        name for name, each in context.site.channels.items() if each.no_answer < used.no_answer and not each.needs
    ]
    position = next((i for i, each in enumerate(step.tells) if each.to == called), None)
    if position is None or not better:
        return
    channel = min(better, key=lambda name: context.site.channels[name].no_answer)
    role = step.tells[position].to
    new = context.naming.words("new-channel", text=step.text, role=role, channel=channel)
    edits = [set_in(PLAN, (*context.step_path(step.id), "tells", position, "channel"), channel)]
    yield draft(
        context,
        finding,
        f"channel-{channel}",
        new,
        edits,
        owner=context.owner(step.by.operator),
        clause=step.clause,
        old=step.text,
    )


# -- told --------------------------------------------------------------------------------------------------------------
def _send(context: ReviewContext, finding: Finding, waiting: str, awaited: str) -> Iterator[Recommendation]:
    """The step that brings the news about tells the role that waits for it."""
    role = context.clause(waiting)[1].by.operator
    source = _who_knows(context, awaited, role)
    if source is None or source.id == waiting:
        return
    channel = context.channel_to(role, context.side(source.by.operator))
    if channel is None or any(
        each.to == role and (awaited in each.facts or awaited == source.id) for each in source.tells
    ):
        return
    facts = () if awaited in context.view.clauses or awaited == context.clause(source.id)[0].id else (awaited,)
    new = context.naming.words("new-tell", text=source.text, role=role)
    path = context.step_path(source.id)
    edits = [
        add_to_list(context, PLAN, path, "tells", tell(role, channel, facts)),
        set_in(PLAN, (*path, "text"), context.worded(new)),
    ]
    yield draft(
        context,
        finding,
        f"tell-{source.id}",
        new,
        edits,
        owner=context.owner(source.by.operator),
        clause=source.clause,
        old=source.text,
    )


def _who_knows(context: ReviewContext, awaited: str, besides: str) -> Step | None:
    """The step awaited itself, the first step of the card awaited, or the last step done to or checked on the thing."""
    if awaited in context.view.clauses:
        return context.clause(awaited)[1]
    for card in context.plan.all_cards():
        if card.id == awaited:
            return next((step for step in card.steps if step.by.operator != besides), None)
    found = [
        step for _, step in context.plan.steps()
        if step.by.operator != besides and (awaited in step.target or awaited in _checked(step))
    ]  # fmt: skip
    return found[-1] if found else None


def _checked(step: Step) -> tuple[str, ...]:
    check = step.success_check
    return tuple(name for leaf in check.leaves() for name in leaf.subjects) if check else ()


# -- asked, or no longer waited for ------------------------------------------------------------------------------------
def _ask(context: ReviewContext, finding: Finding, step: Step) -> Iterator[Recommendation]:
    if step.if_unknown != "wait" or not (step.requires or step.when):
        return
    new = context.naming.words("new-ask", text=step.text)
    path = context.step_path(step.id)
    edits = [set_in(PLAN, (*path, "if_unknown"), "ask"), set_in(PLAN, (*path, "text"), context.worded(new))]
    yield draft(
        context, finding, f"ask-{step.id}", new, edits, owner=context.owner(step.by.operator), clause=step.clause,
        old=step.text, wait=(step.id, "not_known"),
    )  # fmt: skip


def _open_circle(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """One of the waits in the circle is given up, the customer's first: they have the fault."""
    ring = finding.steps
    order = sorted(ring, key=lambda name: context.side(context.clause(name)[1].by.operator) != "customer")
    for name in order:
        step = context.clause(name)[1]
        for number, condition in enumerate(step.requires):
            if not _awaits(condition, ring):
                continue
            new = context.naming.words("new-no-wait", text=step.text)
            path = context.step_path(name)
            edits = [remove_in(PLAN, (*path, "requires", number)), set_in(PLAN, (*path, "text"), context.worded(new))]
            yield draft(
                context, finding, f"no-wait-{name}", new, edits, owner="both", clause=step.clause, old=step.text,
                wait=(name, "not_known"),
            )  # fmt: skip
            break


def _awaits(condition: Condition, ring: tuple[str, ...]) -> bool:
    return any(leaf.kind in ("step", "message") and set(leaf.subjects) & set(ring) for leaf in condition.leaves())


# -- shown -------------------------------------------------------------------------------------------------------------
def _other_supply(context: ReviewContext, finding: Finding, waiting: str) -> Iterator[Recommendation]:
    name = finding.subject.id
    lit = [load for load, spans in context.view.load_outages.items() if not spans and load in context.site.loads]
    safe = [load for load in lit if context.site.loads[load].grade == "1S"] or lit
    if name not in context.site.observations or not safe:
        return
    new = context.naming.words("new-display-supply", display=name, load=safe[0])
    old = context.naming.words("old-display-supply", display=name, loads=context.site.observations[name].needs)
    needs: Tree = [safe[0]]
    edits = [set_in(SITE, ("observations", name, "needs"), needs)]
    yield draft(
        context,
        finding,
        "supply",
        new,
        edits,
        kind="purchase",
        owner="customer",
        old=old,
        wait=(waiting, "not_known"),
    )

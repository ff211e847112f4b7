"""What somebody does not know: told by whoever knows, asked for, no longer waited for, or shown on another supply."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings.facts import A09, P03, P07
from drillsim.revision.ground import Ground
from drillsim.revision.occasion import Occasion
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
from drillsim.schema import Condition, Step


def two_sided(ground: Ground, finding: Finding) -> Iterator[Recommendation]:
    """P07: the word nobody sends is sent; a circle loses one of its waits."""
    if isinstance(finding.facts, P07) and finding.facts.kind == "nobody_sends":
        yield from _send(ground, finding, finding.steps[0], finding.facts.awaited)
    else:
        yield from _open_circle(ground, finding)


def told_late(ground: Ground, finding: Finding) -> Iterator[Recommendation]:
    """P04: reported first."""
    return report_first(ground, finding)


def report_first(ground: Ground, occasion: Occasion) -> Iterator[Recommendation]:
    """The first step of the response is a report to the utility."""
    card = ground.first_card("customer")
    role = next((name for name, actor in ground.plan.actors.items() if actor.side == "utility"), None)
    channel = ground.channel_to(role, "customer") if role else None
    if card is None or role is None or channel is None or not card.steps:
        return
    first, by = card.steps[0], card.activation.by
    if any(each.to == role for each in first.tells):
        return
    new = ground.naming.words("new-report-first", role=role, by=by)
    step = new_step(ground, ground.new_id(first.id), behind(first.clause), new, "report", by, {
        "takes": "2 min", "takes_source": "assumed", "tells": [tell(role, channel)], "within": "5 min",
    })  # fmt: skip
    edits = [insert_in(PLAN, (*ground.card_path(card.id), "steps"), 0, step)]
    yield draft(ground, occasion, "report-first", new, edits, owner="customer", clause=behind(first.clause))


def dark_display(ground: Ground, finding: Finding) -> Iterator[Recommendation]:
    """A09: ask or look when the display is dark; put the display on a supply that stayed."""
    assert isinstance(finding.facts, A09)
    step = ground.step(finding.facts.step)
    if step is not None:
        yield from _ask(ground, finding, step)
    yield from _other_supply(ground, finding, finding.facts.step)


def no_answer(ground: Ground, finding: Finding) -> Iterator[Recommendation]:
    """P03: by a way that is answered more often."""
    assert isinstance(finding.facts, P03)
    called = finding.facts.to
    step = ground.step(finding.steps[0]) if finding.steps else None
    used = ground.site.channels.get(finding.facts.channel[0])
    if step is None or used is None:
        return
    better = [name for name, each in ground.site.channels.items() if each.no_answer < used.no_answer and not each.needs]
    position = next((i for i, each in enumerate(step.tells) if each.to == called), None)
    if position is None or not better:
        return
    channel = min(better, key=lambda name: ground.site.channels[name].no_answer)
    role = step.tells[position].to
    new = ground.naming.words("new-channel", text=step.text, role=role, channel=channel)
    edits = [set_in(PLAN, (*ground.step_path(step.id), "tells", position, "channel"), channel)]
    yield draft(
        ground,
        finding,
        f"channel-{channel}",
        new,
        edits,
        owner=ground.owner(step.by.operator),
        clause=step.clause,
        old=step.text,
    )


# -- told --------------------------------------------------------------------------------------------------------------
def _send(ground: Ground, finding: Finding, waiting: str, awaited: str) -> Iterator[Recommendation]:
    """The step that brings the news about tells the role that waits for it."""
    role = ground.clause(waiting)[1].by.operator
    source = _who_knows(ground, awaited, role)
    if source is None or source.id == waiting:
        return
    channel = ground.channel_to(role, ground.side(source.by.operator))
    if channel is None or any(
        each.to == role and (awaited in each.facts or awaited == source.id) for each in source.tells
    ):
        return
    facts = () if awaited in ground.view.clauses or awaited == ground.clause(source.id)[0].id else (awaited,)
    new = ground.naming.words("new-tell", text=source.text, role=role)
    path = ground.step_path(source.id)
    edits = [
        add_to_list(ground, PLAN, path, "tells", tell(role, channel, facts)),
        set_in(PLAN, (*path, "text"), ground.worded(new)),
    ]
    yield draft(
        ground,
        finding,
        f"tell-{source.id}",
        new,
        edits,
        owner=ground.owner(source.by.operator),
        clause=source.clause,
        old=source.text,
    )


def _who_knows(ground: Ground, awaited: str, besides: str) -> Step | None:
    """The step awaited itself, the first step of the card awaited, or the last step done to or checked on the thing."""
    if awaited in ground.view.clauses:
        return ground.clause(awaited)[1]
    for card in ground.plan.all_cards():
        if card.id == awaited:
            return next((step for step in card.steps if step.by.operator != besides), None)
    found = [
        step for _, step in ground.plan.steps()
        if step.by.operator != besides and (awaited in step.target or awaited in _checked(step))
    ]  # fmt: skip
    return found[-1] if found else None


def _checked(step: Step) -> tuple[str, ...]:
    check = step.success_check
    return tuple(name for leaf in check.leaves() for name in leaf.subjects) if check else ()


# -- asked, or no longer waited for ------------------------------------------------------------------------------------
def _ask(ground: Ground, finding: Finding, step: Step) -> Iterator[Recommendation]:
    if step.if_unknown != "wait" or not (step.requires or step.when):
        return
    new = ground.naming.words("new-ask", text=step.text)
    path = ground.step_path(step.id)
    edits = [set_in(PLAN, (*path, "if_unknown"), "ask"), set_in(PLAN, (*path, "text"), ground.worded(new))]
    yield draft(
        ground, finding, f"ask-{step.id}", new, edits, owner=ground.owner(step.by.operator), clause=step.clause,
        old=step.text, wait=(step.id, "not_known"),
    )  # fmt: skip


def _open_circle(ground: Ground, finding: Finding) -> Iterator[Recommendation]:
    """One of the waits in the circle is given up, the customer's first: he has the fault."""
    ring = finding.steps
    order = sorted(ring, key=lambda name: ground.side(ground.clause(name)[1].by.operator) != "customer")
    for name in order:
        step = ground.clause(name)[1]
        for number, condition in enumerate(step.requires):
            if not _awaits(condition, ring):
                continue
            new = ground.naming.words("new-no-wait", text=step.text)
            path = ground.step_path(name)
            edits = [remove_in(PLAN, (*path, "requires", number)), set_in(PLAN, (*path, "text"), ground.worded(new))]
            yield draft(
                ground, finding, f"no-wait-{name}", new, edits, owner="both", clause=step.clause, old=step.text,
                wait=(name, "not_known"),
            )  # fmt: skip
            break


def _awaits(condition: Condition, ring: tuple[str, ...]) -> bool:
    return any(leaf.kind in ("step", "message") and set(leaf.subjects) & set(ring) for leaf in condition.leaves())


# -- shown -------------------------------------------------------------------------------------------------------------
def _other_supply(ground: Ground, finding: Finding, waiting: str) -> Iterator[Recommendation]:
    name = finding.subject.id
    lit = [load for load, spans in ground.view.load_outages.items() if not spans and load in ground.site.loads]
    safe = [load for load in lit if ground.site.loads[load].grade == "1S"] or lit
    if name not in ground.site.observations or not safe:
        return
    new = ground.naming.words("new-display-supply", display=name, load=safe[0])
    old = ground.naming.words("old-display-supply", display=name, loads=ground.site.observations[name].needs)
    needs: Tree = [safe[0]]
    edits = [set_in(SITE, ("observations", name, "needs"), needs)]
    yield draft(
        ground,
        finding,
        "supply",
        new,
        edits,
        kind="purchase",
        owner="customer",
        old=old,
        wait=(waiting, "not_known"),
    )

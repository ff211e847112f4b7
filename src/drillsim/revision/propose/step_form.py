"""The form of a step: its check, its way out of failure, what it waits for, the card that is missing."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings import behind as behind_of
from drillsim.findings.facts import M01, O01, O03, S03
from drillsim.revision.kept import SAFETY_VERBS
from drillsim.revision.propose.draft import (
    PLAN,
    add_to_list,
    append_in,
    behind,
    draft,
    insert_in,
    new_step,
    set_in,
    tell,
)
from drillsim.revision.propose.shedding import enough, least_important_first
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Ats, BusTieTransfer, Card, Feeder, Step

_CHECKS = {
    "open": ("switch", "open"),
    "close": ("switch", "closed"),
    "start": ("source", "live"),
    "stop": ("source", "dead"),
}


def unverified(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """O08: the performer looks whether it worked."""
    step = context.step(finding.steps[0]) if finding.steps else None
    check = _check_for(context, step) if step else None
    if step is None or check is None:
        return
    new = context.naming.words("new-check", text=step.text)
    path = context.step_path(step.id)
    edits = [set_in(PLAN, (*path, "success_check"), check), set_in(PLAN, (*path, "text"), context.worded(new))]
    yield draft(
        context, finding, "check", new, edits, owner=context.owner(step.by.operator), clause=step.clause, old=step.text
    )


def no_fallback(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """M02: a branch for failure: who is told, and the plan goes on."""
    step = context.step(finding.steps[0]) if finding.steps else None
    if step is None or (step.on_failure and step.on_failure.steps):
        return
    card = context.clause(step.id)[0]
    role, channel = _who_is_told(context, card, step)
    if role is None or channel is None:
        return
    then = "stop" if step.do in SAFETY_VERBS else "continue"  # a failed test is never passed over
    new = context.naming.words("new-branch", role=role, text=step.text, then=then)
    name = context.new_id(step.id)
    report = new_step(
        context,
        name,
        behind(step.clause),
        new,
        "report",
        step.by.operator,
        {"tells": [tell(role, channel)], "within": "5 min"},
    )
    path = context.step_path(step.id)
    edits = [
        set_in(PLAN, (*path, "on_failure"), {"steps": [name], "then": then}),
        append_in(PLAN, (*context.card_path(card.id), "steps"), report),
    ]
    yield draft(
        context,
        finding,
        "branch",
        new,
        edits,
        owner=context.owner(step.by.operator),
        clause=behind(step.clause),
        old=step.text,
    )


def no_card(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """M01: a card for what happened, with its first two steps: report, and look."""
    assert isinstance(finding.facts, M01)
    loads = finding.facts.loads
    leader = next((card.activation.by for card in context.plan.cards if card.side == "customer"), None)
    dispatcher = next((name for name, actor in context.plan.actors.items() if actor.side == "utility"), None)
    channel = context.channel_to(dispatcher, "customer") if dispatcher else None
    buses = tuple(dict.fromkeys(row.bus for row in context.dossier.network.loads if row.name in loads))
    if leader is None or dispatcher is None or channel is None or not buses:
        return
    name = context.new_name("RC-new")
    new = context.naming.words("new-card", loads=loads, by=leader, role=dispatcher)
    words = context.naming.words("new-report-first", role=dispatcher, by=leader)
    step = new_step(
        context,
        context.new_name("SN01"),
        "",
        words,
        "report",
        leader,
        {"tells": [tell(dispatcher, channel)], "within": "5 min"},
    )
    trigger: Tree = {"any": [{"bus": bus, "is": "dead", "for": "30 s"} for bus in buses]}
    title = context.worded(context.naming.words("new-card-title", loads=loads))
    card: Tree = {"id": name, "title": title, "trigger": trigger, "activation": {"by": leader}, "steps": [step]}
    yield draft(context, finding, "card", new, [append_in(PLAN, ("cards",), card)], owner="both", clause="")


def shed_before(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """S03: what may be shed is shed before the closing that overloads."""
    step = context.step(finding.steps[0]) if finding.steps else None
    allowed = _least_important(context, finding)
    if step is None or not allowed:
        return
    card = context.clause(step.id)[0]
    name = context.new_id(step.id)
    new = context.naming.words("new-shed-before", loads=allowed, text=step.text, role=step.by.operator)
    more: dict[str, Tree] = {"target": list(allowed), "within": "10 min"}
    if step.predecessors:
        more["after"] = list(step.predecessors)
    shed = new_step(context, name, behind(step.clause), new, "shed", step.by.operator, more)
    index = card.steps.index(step)
    path = context.step_path(step.id)
    edits = [
        set_in(PLAN, (*path, "after"), [name]),
        insert_in(PLAN, (*context.card_path(card.id), "steps"), index, shed),
    ]
    yield draft(
        context,
        finding,
        "shed-before",
        new,
        edits,
        owner=context.owner(step.by.operator),
        clause=behind(step.clause),
        old=step.text,
    )


def second_person(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """O06 as a hazard: the step names who watches."""
    step = context.step(finding.steps[0]) if finding.steps else None
    if step is None or step.by.supervisor is not None:
        return
    side, role = context.side(step.by.operator), step.by.operator
    used = [
        other.by.supervisor
        for _, other in context.plan.steps()
        if other.by.supervisor and context.side(other.by.supervisor) == side
    ]
    others = [
        name
        for name, actor in context.plan.actors.items()
        if actor.side == side and set(actor.held_by) - set(context.plan.actors[role].held_by)
    ]
    watcher = next(iter((*used, *others)), None)
    if watcher is None:
        return
    new = context.naming.words("new-supervisor", text=step.text, role=watcher)
    path = context.step_path(step.id)
    edits = [
        set_in(PLAN, (*path, "by"), {"operator": role, "supervisor": watcher}),
        set_in(PLAN, (*path, "text"), context.worded(new)),
    ]
    yield draft(
        context, finding, "supervisor", new, edits, owner=context.owner(role), clause=step.clause, old=step.text
    )


def open_incomers(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """O01, O03: the incomers of the feeders concerned are opened first."""
    step = context.step(finding.steps[0]) if finding.steps else None
    assert isinstance(finding.facts, O01 | O03)
    incomers = _incomers(context, finding.facts.parts)
    if step is None or not incomers:
        return
    card = context.clause(step.id)[0]
    name = context.new_id(step.id)
    new = context.naming.words("new-open-first", switches=incomers, text=step.text)
    by: Tree = step.by.operator
    watcher = next((other.by.supervisor for _, other in context.plan.steps() if other.by.supervisor), None)
    more: dict[str, Tree] = {
        "target": list(incomers),
        "success_check": {"switch": list(incomers), "is": "open", "by": "local"},
        "within": "20 min",
    }
    if step.predecessors:
        more["after"] = list(step.predecessors)
    opening = new_step(context, name, behind(step.clause), new, "open", step.by.operator, more)
    opening["by"] = {"operator": step.by.operator, "supervisor": watcher} if watcher else by
    index, path = card.steps.index(step), context.step_path(step.id)
    edits = [
        set_in(PLAN, (*path, "after"), [name]),
        insert_in(PLAN, (*context.card_path(card.id), "steps"), index, opening),
    ]
    yield draft(
        context,
        finding,
        "open-first",
        new,
        edits,
        owner=context.owner(step.by.operator),
        clause=behind(step.clause),
        old=step.text,
    )


def other_side_first(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """O01, O03: whoever closes one side of a changeover by hand opens the other side first, and closes only on knowing
    that it is open. The incomers stay as they are: the mains come back by themselves."""
    step = context.step(finding.steps[0]) if finding.steps else None
    if step is None or step.do != "close" or len(step.target) != 1:
        return
    target = step.target[0]
    other = next((spec.standby if target == spec.normal else spec.normal for spec in context.site.transfers.values()
                  if isinstance(spec, Ats) and target in (spec.normal, spec.standby)), None)  # fmt: skip
    if other is None or any(other in leaf.subjects for need in step.requires for leaf in need.leaves()):
        return
    card, name = context.clause(step.id)[0], context.new_id(step.id)
    new = context.naming.words("new-other-side-first", switch=other, text=step.text)
    more: dict[str, Tree] = {
        "target": other,
        "when": {"switch": other, "is": "closed"},
        "takes": "1 min",
        "takes_source": "assumed",
        "success_check": {"switch": other, "is": "open", "by": "local"},
        "within": "10 min",
    }
    if step.predecessors:
        more["after"] = list(step.predecessors)
    opening = new_step(context, name, behind(step.clause), new, "open", step.by.operator, more)
    if step.by.supervisor:
        opening["by"] = {"operator": step.by.operator, "supervisor": step.by.supervisor}
    path = context.step_path(step.id)
    is_open: Tree = {"switch": other, "is": "open"}
    edits = [
        set_in(PLAN, (*path, "after"), [name]),
        add_to_list(context, PLAN, path, "requires", is_open),
        insert_in(PLAN, (*context.card_path(card.id), "steps"), card.steps.index(step), opening),
    ]
    yield draft(
        context, finding, "other-side-first", new, edits, owner=context.owner(step.by.operator),
        clause=behind(step.clause), old=step.text,
    )  # fmt: skip


def _least_important(context: ReviewContext, finding: Finding) -> tuple[str, ...]:
    """Loads that may be shed, least important first, as many as bring what was overloaded down to its limit."""
    facts, kw = finding.facts, {row.name: row.p_mw * 1_000 for row in context.dossier.network.loads}
    over = 0.0
    if isinstance(facts, S03) and facts.loading_percent > 0:
        fed = sum(kw[name] for name in behind_of(context.dossier, finding.subject.id))
        over = fed * max(0.0, 1 - facts.limit_percent / facts.loading_percent)
    return enough(context, least_important_first(context, kw), over)


def _incomers(context: ReviewContext, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Incomers of the customer's bus ties, when the hazard names a feeder."""
    incomers = [
        name for each in context.site.transfers.values() if isinstance(each, BusTieTransfer) for name in each.incomers
    ]
    feeders = [name for name in parts if isinstance(context.site.sources.get(name), Feeder)]
    return tuple(dict.fromkeys(incomers)) if feeders else ()


def _check_for(context: ReviewContext, step: Step) -> Tree | None:
    if step.success_check is not None or not step.target:
        return None
    if step.do in _CHECKS:
        kind, state = _CHECKS[step.do]
        if kind == "source" and step.target[0] in context.site.loads:
            kind = "load"
        return {kind: list(step.target), "is": state, "by": "local"}
    if step.do == "transfer":
        transfer = context.site.transfers.get(step.target[0])
        standby = getattr(transfer, "standby", None)
        return {"switch": standby, "is": "closed", "by": "local"} if standby else None
    return None


def _who_is_told(context: ReviewContext, card: Card, step: Step) -> tuple[str | None, str | None]:
    """Somebody of the same side the card reports to, else the other side's first role."""
    told = [each.to for other in card.steps for each in other.tells]
    every = [
        each.to
        for _, other in context.plan.steps()
        for each in other.tells
        if context.side(other.by.operator) == card.side
    ]
    role = next((name for name in (*told, *every) if name != step.by.operator), None)
    return role, context.channel_to(role, card.side) if role else None

"""A role held by one person gets a second holder (B 角); a way that hangs on dead supply gets a second one."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings.facts import O06, P01, P03
from drillsim.revision.need import CostlyWait, Need
from drillsim.revision.propose.draft import PLAN, append_in, draft
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import base_name, item_of, trade_of_person, trade_of_role


def absent(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """P01, O06: nobody of the role was on duty; a step of it, or a restart or a safe stop by it, did not begin."""
    facts = finding.facts
    if isinstance(facts, P01 | O06) and facts.reason == "nobody_on_duty":
        yield from _second_holder(context, finding, finding.subject.id, facts.at_ms, facts.at_ms + facts.wait_ms)


def waited(context: ReviewContext, wait: CostlyWait) -> Iterator[Recommendation]:
    """A costly wait for somebody of a role that one person holds."""
    return _second_holder(context, wait, wait.step, wait.start_ms, wait.start_ms + wait.ms)


def _second_holder(
    context: ReviewContext, need: Need, waiting: str, from_ms: int, to_ms: int
) -> Iterator[Recommendation]:
    """Somebody on duty of the same side and trade, certified where the role asks for it, who was at nothing then."""
    role = _role(context, waiting, from_ms)
    actor = context.plan.actors.get(role or "")
    if role is None or actor is None or len(actor.held_by) > 1:
        return
    taken, step = set(actor.held_by), context.step(waiting)
    for other in (step.by.operator, step.by.supervisor) if step else ():
        taken |= set(context.plan.actors[other].held_by) if other else set()
    for person in context.colleagues(actor.side, from_ms):
        if person in taken or not _fits(context, person, role) or _is_at_work(context, person, from_ms, to_ms):
            continue
        own = next((name for name, each in context.plan.actors.items() if person in each.held_by), "")
        new = context.naming.words("new-deputy", role=role, person=own or person, first=actor.held_by)
        old = context.naming.words("old-post", role=role, people=actor.held_by)
        edits = [append_in(PLAN, ("actors", role, "held_by"), person)]
        yield draft(context, need, f"deputy-{role}", new, edits, kind="staffing", owner=actor.side, old=old)
        return


def _role(context: ReviewContext, waiting: str, at_ms: int) -> str | None:
    """The role nobody stood in for; of two, the second person's where the first was there."""
    step = context.step(waiting)
    if step is not None:
        lacks = context.roster.lacks_supervisor(step, at_ms)
        return step.by.supervisor if lacks else step.by.operator
    spec = context.site.functions.get(item_of(waiting))
    if spec is None:
        return None
    stops = base_name(waiting) == "safe_stop"
    return spec.safe_stop.by if stops and spec.safe_stop else spec.restart.by if spec.restart else None


def _fits(context: ReviewContext, person: str, role: str) -> bool:
    own, wanted = trade_of_person(context.dossier, person), trade_of_role(context.dossier, role)
    if own is None or own != wanted or own in ("other", "clinical"):  # a ward's work is not another ward's
        return False
    kind, day = context.plan.actors[role].certificate, context.case.scenario.start.date
    held = context.dossier.customer.people[person].certificates
    return not kind or any(each.kind == kind and each.until >= day for each in held)


def _is_at_work(context: ReviewContext, person: str, from_ms: int, to_ms: int) -> bool:
    """Return whether the person was at a step or a restart in that time."""
    rows = (row for row in context.view.rows if person in row.by and row.started_ms is not None)
    return any((row.started_ms or 0) < to_ms and (row.finished_ms or to_ms) > from_ms for row in rows)


# -- a second way ------------------------------------------------------------------------------------------------------
def second_way(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """P03: every way that was tried hangs on supply. Another that hangs on nothing, and by which the plan reaches the
    one called already, comes behind them in the contact tree."""
    facts, channels = finding.facts, context.site.channels
    step = context.step(finding.steps[0]) if finding.steps else None
    if not isinstance(facts, P03) or step is None or facts.to not in context.plan.actors:
        return
    tried = [name for name in facts.channel if name in channels]
    if not tried or any(not channels[name].needs for name in tried):
        return
    own = context.side(step.by.operator)
    used = (each.channel for _, other in context.plan.steps() for each in other.tells
            if each.to == facts.to and context.side(other.by.operator) == own)  # fmt: skip
    free = next((name for name in used if not channels[name].needs), None)
    if free is None:
        return
    new = context.naming.words("new-second-way", role=step.by.operator, to=facts.to, channel=free, first=tuple(tried))
    found = [
        n for n, way in enumerate(context.plan.contact_tree) if (way.from_, way.to) == (step.by.operator, facts.to)
    ]
    way: Tree = {"from": step.by.operator, "to": facts.to, "channels": [*tried, free]}
    if found:
        edit = append_in(PLAN, ("contact_tree", found[0], "channels"), free)
    elif context.plan.contact_tree:
        edit = append_in(PLAN, ("contact_tree",), way)
    else:
        return
    yield draft(
        context, finding, f"second-way-{free}", new, [edit], owner=context.owner(step.by.operator), clause=step.clause,
        wait=(step.id, "resource"),
    )  # fmt: skip

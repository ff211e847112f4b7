"""Waits for people: nobody on duty, somebody who has to come in, the second person, one who is busy elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings.facts import O06, P01, P02
from drillsim.revision.need import CostlyWait, Need
from drillsim.revision.propose.draft import (
    CUSTOMER,
    PLAN,
    SITE,
    append_in,
    behind,
    draft,
    insert_in,
    new_step,
    set_in,
    tell,
)
from drillsim.revision.recommendation import FileEdit, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import ON_THE_PLANT, VERBS, Step, item_of, trade_of_person, trade_of_role


def absent(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """P01, O06: the missing person called in earlier, put on duty, or replaced by somebody who is there."""
    assert isinstance(finding.facts, P01 | O06)
    at = finding.facts.at_ms
    role = _missing_role(context, finding, at)
    if role is None:
        return
    yield from _call_with_earlier_step(context, finding, role)
    yield from _call_first(context, finding, role)
    yield from _one_more_on_duty(context, finding, role, at)
    yield from _somebody_there(context, finding, role, at)


def busy(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """P02: another role does the step, or there is one more holder of the role."""
    facts = finding.facts
    assert isinstance(facts, P02)
    yield from by_another(context, finding, facts.at_ms, facts.other)
    yield from _one_more_on_duty(context, finding, facts.role, facts.at_ms)


def waited(context: ReviewContext, wait: CostlyWait) -> Iterator[Recommendation]:
    """A wait for somebody who was busy elsewhere: another role does the step."""
    return by_another(context, wait, wait.start_ms)


def by_another(context: ReviewContext, need: Need, at: int, busy_with: str = "") -> Iterator[Recommendation]:
    """Another role does the step, which is no switching, or the restart. `busy_with`: the step that kept the one waited
    for at `at`, where it is known."""
    step = context.step(need.subject.id)
    if step is None:
        yield from _restart_by_another(context, need, at, busy_with)
    elif not VERBS[step.do].operates:
        yield from _step_by_another(context, need, step, at)


def _missing_role(context: ReviewContext, finding: Finding, at: int) -> str | None:
    """The role of the step that nobody on duty could take; None when somebody was there, only far away or busy."""
    step = context.step(finding.subject.id)
    if step is None:
        return None
    waits = [w for row in context.view.rows if row.step == finding.subject.id for w in row.waits if w.span.ms > 0]
    for wait in waits:
        away = [
            each for each in wait.on if context.is_person(each) and not context.roster.on_duty(each, wait.span.start_ms)
        ]
        if wait.reason in ("person_busy", "travel") and away:
            return _role_of(context, step, away[0])
    if not context.on_duty(step.by.operator, at):
        return step.by.operator
    return step.by.supervisor if context.roster.lacks_supervisor(step, at) else None


def _role_of(context: ReviewContext, step: Step, person: str) -> str:
    """Return the role in which they do the step."""
    watches = step.by.supervisor is not None and person in context.plan.actors[step.by.supervisor].held_by
    return step.by.supervisor if watches and step.by.supervisor else step.by.operator


# -- called earlier ----------------------------------------------------------------------------------------------------
def _comes_in(context: ReviewContext, role: str) -> bool:
    people = context.dossier.customer.people
    holders = [people[name] for name in context.plan.actors[role].held_by if name in people]
    return any(person.off_duty and person.off_duty.comes_in for person in holders)


def _call_with_earlier_step(context: ReviewContext, finding: Finding, role: str) -> Iterator[Recommendation]:
    """The first call of the response, whoever makes it, also calls in the missing person."""
    side, channel = context.side(role), context.channel_to(role, context.side(role))
    if channel is None or not _comes_in(context, role):
        return
    begun = {row.step: row.started_ms for row in context.view.rows if row.started_ms is not None}
    calls = [
        (begun[step.id], step)
        for card, step in context.plan.steps()
        if step.do == "call" and step.id in begun and card.side == side and step.by.operator != role
    ]
    for _, step in sorted(calls, key=lambda each: each[0])[:1]:
        if any(each.to == role for each in step.tells):
            return
        new = context.naming.words("new-call-with", text=step.text, role=role)
        path = context.step_path(step.id)
        edits = [
            insert_in(
                PLAN, (*path, "tells"), 0, {**tell(role, channel), "no_answer": {"after": "1 min", "then": "next"}}
            ),
            set_in(PLAN, (*path, "text"), context.worded(new)),
        ]
        yield draft(
            context,
            finding,
            "call-with",
            new,
            edits,
            owner=context.owner(step.by.operator),
            clause=step.clause,
            old=step.text,
        )


def _call_first(context: ReviewContext, finding: Finding, role: str) -> Iterator[Recommendation]:
    """The first card of the response begins with calling the missing person in."""
    side = context.side(role)
    card, channel = context.first_card(side), context.channel_to(role, side)
    if card is None or channel is None or not card.steps or not _comes_in(context, role):
        return
    first = card.steps[0]
    if first.do == "call" and any(each.to == role for each in first.tells):
        return
    by = card.activation.by
    new = context.naming.words("new-call-first", role=role, by=by)
    name = context.new_id(first.id)
    step = new_step(context, name, behind(first.clause), new, "call", by, {
        "takes": "1 min", "takes_source": "assumed",
        "tells": [{**tell(role, channel), "no_answer": {"after": "2 min", "then": "next"}}],
        "within": "5 min",
    })  # fmt: skip
    edits = [insert_in(PLAN, (*context.card_path(card.id), "steps"), 0, step)]
    yield draft(context, finding, "call-first", new, edits, owner=context.owner(by), clause=behind(first.clause))


# -- on duty -----------------------------------------------------------------------------------------------------------
def _one_more_on_duty(context: ReviewContext, finding: Finding, role: str, at: int) -> Iterator[Recommendation]:
    """One more post: a new person of the role on the shift of a colleague who is there."""
    actor = context.plan.actors.get(role)
    if actor is None:
        return
    people = context.dossier.customer.people
    step = context.step(finding.subject.id)
    beside = [*context.on_duty(role, at), *(context.on_duty(step.by.operator, at) if step else ())]
    model = next(iter((*beside, *context.colleagues(actor.side, at))), None)
    if model is None or not people[model].shifts:
        return
    shift, name = people[model].shifts[0], context.new_name(f"{role}-2")
    title = context.naming.words("added-person", role=role)
    person: dict[str, Tree] = {"name": context.worded(title), "side": actor.side}
    if actor.certificate:
        person["certificates"] = [{"kind": actor.certificate, "until": _until(context)}]
    hours: dict[str, Tree] = {"days": shift.days, "from": _clock(shift.from_), "to": _clock(shift.to)}
    person |= {"shifts": [{**hours, "place": shift.place}], "source": "assumed"}
    new = context.naming.words("new-post", role=role, place=shift.place, from_=str(hours["from"]), to=str(hours["to"]))
    old = context.naming.words("old-post", role=role, people=len(actor.held_by))
    edits = [set_in(CUSTOMER, ("people", name), person), append_in(PLAN, ("actors", role, "held_by"), name)]
    yield draft(context, finding, "post", new, edits, kind="staffing", owner=actor.side, old=old)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _until(context: ReviewContext) -> str:
    """Certificates of somebody not yet named are taken to be valid for a year from the scenario's day."""
    day = context.case.scenario.start.date
    return f"{day.year + 1}-{day.month:02}-01"


def _somebody_there(context: ReviewContext, finding: Finding, role: str, at: int) -> Iterator[Recommendation]:
    """Somebody of the same side on duty nearby is trained for the role: of its trade, or of another one that works on
    the plant too."""
    actor = context.plan.actors[role]
    step = context.step(finding.subject.id)
    taken = {*actor.held_by, *(context.plan.actors[step.by.operator].held_by if step else ())}
    for name in context.colleagues("customer", at) if actor.side == "customer" else ():
        if name in taken or not _may_be_trained(context, name, role):
            continue
        edits = [append_in(PLAN, ("actors", role, "held_by"), name)]
        if actor.certificate and not _certified(context, name, actor.certificate):
            edits.append(_certificate(context, name, actor.certificate))
        other = trade_of_person(context.dossier, name) != trade_of_role(context.dossier, role)
        facts = {"certificate": actor.certificate or "none", "other": "yes" if other else "no"}
        new = context.naming.words("new-holder", role=role, person=name, **facts)
        old = context.naming.words("old-post", role=role, people=len(actor.held_by))
        yield draft(context, finding, f"train-{name}", new, edits, kind="training", owner=actor.side, old=old)
        return


def _may_be_trained(context: ReviewContext, person: str, role: str) -> bool:
    """Nurses, IT and fuel staff are not trained to switch, and nobody is whose trade nobody states."""
    own, wanted = trade_of_person(context.dossier, person), trade_of_role(context.dossier, role)
    if own is None or wanted is None or "other" in (own, wanted):
        return False
    return own == wanted or (own in ON_THE_PLANT and wanted in ON_THE_PLANT)


def _certified(context: ReviewContext, person: str, kind: str) -> bool:
    day = context.case.scenario.start.date
    return any(c.kind == kind and c.until >= day for c in context.dossier.customer.people[person].certificates)


def _certificate(context: ReviewContext, person: str, kind: str) -> FileEdit:
    entry: Tree = {"kind": kind, "until": _until(context)}
    if context.dossier.customer.people[person].certificates:
        return append_in(CUSTOMER, ("people", person, "certificates"), entry)
    return set_in(CUSTOMER, ("people", person, "certificates"), [entry])


# -- done by another ---------------------------------------------------------------------------------------------------
def _other_roles(context: ReviewContext, role: str, at: int) -> Iterator[str]:
    """Roles of the same side and trade with somebody on duty who does not hold `role` too."""
    actors, trade = context.plan.actors, trade_of_role(context.dossier, role)
    if trade in (None, "other"):
        return
    for name, actor in actors.items():
        if name == role or actor.side != actors[role].side or trade_of_role(context.dossier, name) != trade:
            continue
        if any(person not in actors[role].held_by for person in context.on_duty(name, at)):
            yield name


def _step_by_another(context: ReviewContext, need: Need, step: Step, at: int) -> Iterator[Recommendation]:
    """Another role reports or checks, so that the busy one goes on with their work."""
    role = step.by.operator
    leaders = [card.activation.by for card in context.active_cards]
    roles = [name for name in _other_roles(context, role, at) if step.place is None or name in leaders]
    told = [name for name in roles if any(each.to == name for _, other in context.plan.steps() for each in other.tells)]
    for other in told[:1]:
        new = context.naming.words("new-by", text=step.text, role=other)
        path = context.step_path(step.id)
        edits = [set_in(PLAN, (*path, "by"), other), set_in(PLAN, (*path, "text"), context.worded(new))]
        yield draft(
            context, need, f"by-{other}", new, edits, owner=context.owner(role), clause=step.clause, old=step.text
        )


def _restart_by_another(context: ReviewContext, need: Need, at: int, busy_with: str) -> Iterator[Recommendation]:
    """Another role restarts one of the functions that come back together."""
    function = item_of(need.subject.id)
    spec = context.site.functions.get(function)
    if spec is None or spec.restart is None or spec.restart.by is None:
        return
    role = spec.restart.by
    free = [
        name
        for name in _other_roles(context, role, at)
        if name not in busy_with and not context.plan.actors[name].certificate
    ]
    for other in free[-1:]:
        new = context.naming.words("new-restart-by", function=function, role=other)
        old = context.naming.words("old-restart-by", function=function, role=role)
        edits = [set_in(SITE, ("functions", function, "restart", "by"), other)]
        yield draft(context, need, f"by-{other}", new, edits, owner="customer", old=old, kind="training")

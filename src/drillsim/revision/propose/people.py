"""Waits for people: nobody on duty, somebody who has to come in, the second person, one who is busy elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings.facts import O06, P01, P02
from drillsim.revision.ground import Ground
from drillsim.revision.occasion import Occasion
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
from drillsim.schema import VERBS, Step, item_of


def absent(ground: Ground, finding: Finding) -> Iterator[Recommendation]:
    """P01, O06: the missing person called in earlier, put on duty, or replaced by somebody who is there."""
    assert isinstance(finding.facts, P01 | O06)
    at = finding.facts.at_ms
    role = _missing_role(ground, finding, at)
    if role is None:
        return
    yield from _call_with_earlier_step(ground, finding, role)
    yield from _call_first(ground, finding, role)
    yield from _one_more_on_duty(ground, finding, role, at)
    yield from _somebody_there(ground, finding, role, at)


def busy(ground: Ground, finding: Finding) -> Iterator[Recommendation]:
    """P02: another role does the step, or there is one more holder of the role."""
    facts = finding.facts
    assert isinstance(facts, P02)
    yield from by_another(ground, finding, facts.at_ms, facts.other)
    yield from _one_more_on_duty(ground, finding, facts.role, facts.at_ms)


def by_another(ground: Ground, occasion: Occasion, at: int, busy_with: str = "") -> Iterator[Recommendation]:
    """Another role does the step, which is no switching, or the restart. `busy_with`: the step that kept the one waited
    for at `at`, where it is known."""
    step = ground.step(occasion.subject.id)
    if step is None:
        yield from _restart_by_another(ground, occasion, at, busy_with)
    elif not VERBS[step.do].operates:
        yield from _step_by_another(ground, occasion, step, at)


def _missing_role(ground: Ground, finding: Finding, at: int) -> str | None:
    """The role of the step that nobody on duty could take; None when somebody was there, only far away or busy."""
    step = ground.step(finding.subject.id)
    if step is None:
        return None
    waits = [w for row in ground.view.rows if row.step == finding.subject.id for w in row.waits if w.span.ms > 0]
    for wait in waits:
        away = [
            each for each in wait.on if ground.is_person(each) and not ground.roster.on_duty(each, wait.span.start_ms)
        ]
        if wait.reason in ("person_busy", "travel") and away:
            return _role_of(ground, step, away[0])
    if not ground.on_duty(step.by.operator, at):
        return step.by.operator
    return step.by.supervisor if ground.roster.lacks_supervisor(step, at) else None


def _role_of(ground: Ground, step: Step, person: str) -> str:
    """As what he does the step."""
    watches = step.by.supervisor is not None and person in ground.plan.actors[step.by.supervisor].held_by
    return step.by.supervisor if watches and step.by.supervisor else step.by.operator


# -- called earlier ----------------------------------------------------------------------------------------------------
def _comes_in(ground: Ground, role: str) -> bool:
    people = ground.dossier.customer.people
    holders = [people[name] for name in ground.plan.actors[role].held_by if name in people]
    return any(person.off_duty and person.off_duty.comes_in for person in holders)


def _call_with_earlier_step(ground: Ground, finding: Finding, role: str) -> Iterator[Recommendation]:
    """The first call of the response, whoever makes it, also calls in the missing person."""
    side, channel = ground.side(role), ground.channel_to(role, ground.side(role))
    if channel is None or not _comes_in(ground, role):
        return
    begun = {row.step: row.started_ms for row in ground.view.rows if row.started_ms is not None}
    calls = [
        (begun[step.id], step)
        for card, step in ground.plan.steps()
        if step.do == "call" and step.id in begun and card.side == side and step.by.operator != role
    ]
    for _, step in sorted(calls, key=lambda each: each[0])[:1]:
        if any(each.to == role for each in step.tells):
            return
        new = ground.naming.words("new-call-with", text=step.text, role=role)
        path = ground.step_path(step.id)
        edits = [
            insert_in(
                PLAN, (*path, "tells"), 0, {**tell(role, channel), "no_answer": {"after": "1 min", "then": "next"}}
            ),
            set_in(PLAN, (*path, "text"), ground.worded(new)),
        ]
        yield draft(
            ground,
            finding,
            "call-with",
            new,
            edits,
            owner=ground.owner(step.by.operator),
            clause=step.clause,
            old=step.text,
        )


def _call_first(ground: Ground, finding: Finding, role: str) -> Iterator[Recommendation]:
    """The first card of the response begins with calling the missing person in."""
    side = ground.side(role)
    card, channel = ground.first_card(side), ground.channel_to(role, side)
    if card is None or channel is None or not card.steps or not _comes_in(ground, role):
        return
    first = card.steps[0]
    if first.do == "call" and any(each.to == role for each in first.tells):
        return
    by = card.activation.by
    new = ground.naming.words("new-call-first", role=role, by=by)
    name = ground.new_id(first.id)
    step = new_step(ground, name, behind(first.clause), new, "call", by, {
        "takes": "1 min", "takes_source": "assumed",
        "tells": [{**tell(role, channel), "no_answer": {"after": "2 min", "then": "next"}}],
        "within": "5 min",
    })  # fmt: skip
    edits = [insert_in(PLAN, (*ground.card_path(card.id), "steps"), 0, step)]
    yield draft(ground, finding, "call-first", new, edits, owner=ground.owner(by), clause=behind(first.clause))


# -- on duty -----------------------------------------------------------------------------------------------------------
def _one_more_on_duty(ground: Ground, finding: Finding, role: str, at: int) -> Iterator[Recommendation]:
    """One more post: a new person of the role on the shift of a colleague who is there."""
    actor = ground.plan.actors.get(role)
    if actor is None:
        return
    people = ground.dossier.customer.people
    step = ground.step(finding.subject.id)
    beside = [*ground.on_duty(role, at), *(ground.on_duty(step.by.operator, at) if step else ())]
    model = next(iter((*beside, *ground.colleagues(actor.side, at))), None)
    if model is None or not people[model].shifts:
        return
    shift, name = people[model].shifts[0], ground.new_name(f"{role}-2")
    title = ground.naming.words("added-person", role=role)
    person: dict[str, Tree] = {"name": ground.worded(title), "side": actor.side}
    if actor.certificate:
        person["certificates"] = [{"kind": actor.certificate, "until": _until(ground)}]
    hours: dict[str, Tree] = {"days": shift.days, "from": _clock(shift.from_), "to": _clock(shift.to)}
    person |= {"shifts": [{**hours, "place": shift.place}], "source": "assumed"}
    new = ground.naming.words("new-post", role=role, place=shift.place, from_=str(hours["from"]), to=str(hours["to"]))
    old = ground.naming.words("old-post", role=role, people=actor.held_by)
    edits = [set_in(CUSTOMER, ("people", name), person), append_in(PLAN, ("actors", role, "held_by"), name)]
    yield draft(ground, finding, "post", new, edits, kind="staffing", owner=actor.side, old=old)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _until(ground: Ground) -> str:
    """Certificates of somebody not yet named are taken to be valid for a year from the scenario's day."""
    day = ground.case.scenario.start.date
    return f"{day.year + 1}-{day.month:02}-01"


def _somebody_there(ground: Ground, finding: Finding, role: str, at: int) -> Iterator[Recommendation]:
    """Somebody of the same side on duty nearby is trained for the role."""
    actor = ground.plan.actors[role]
    step = ground.step(finding.subject.id)
    taken = {*actor.held_by, *(ground.plan.actors[step.by.operator].held_by if step else ())}
    for name in ground.colleagues("customer", at) if actor.side == "customer" else ():
        if name in taken:
            continue
        edits = [append_in(PLAN, ("actors", role, "held_by"), name)]
        if actor.certificate and not _certified(ground, name, actor.certificate):
            edits.append(_certificate(ground, name, actor.certificate))
        new = ground.naming.words("new-holder", role=role, person=name, certificate=actor.certificate or "none")
        old = ground.naming.words("old-post", role=role, people=actor.held_by)
        yield draft(ground, finding, f"train-{name}", new, edits, kind="training", owner=actor.side, old=old)
        return


def _certified(ground: Ground, person: str, kind: str) -> bool:
    day = ground.case.scenario.start.date
    return any(c.kind == kind and c.until >= day for c in ground.dossier.customer.people[person].certificates)


def _certificate(ground: Ground, person: str, kind: str) -> FileEdit:
    entry: Tree = {"kind": kind, "until": _until(ground)}
    if ground.dossier.customer.people[person].certificates:
        return append_in(CUSTOMER, ("people", person, "certificates"), entry)
    return set_in(CUSTOMER, ("people", person, "certificates"), [entry])


# -- done by another ---------------------------------------------------------------------------------------------------
def _other_roles(ground: Ground, role: str, at: int) -> Iterator[str]:
    """Roles of the same side with somebody on duty who does not hold `role` too."""
    actors = ground.plan.actors
    for name, actor in actors.items():
        if name == role or actor.side != actors[role].side:
            continue
        if any(person not in actors[role].held_by for person in ground.on_duty(name, at)):
            yield name


def _step_by_another(ground: Ground, occasion: Occasion, step: Step, at: int) -> Iterator[Recommendation]:
    """Another role reports or checks, so that the busy one goes on with his work."""
    role = step.by.operator
    leaders = [card.activation.by for card in ground.active_cards]
    roles = [name for name in _other_roles(ground, role, at) if step.place is None or name in leaders]
    told = [name for name in roles if any(each.to == name for _, other in ground.plan.steps() for each in other.tells)]
    for other in told[:1]:
        new = ground.naming.words("new-by", text=step.text, role=other)
        path = ground.step_path(step.id)
        edits = [set_in(PLAN, (*path, "by"), other), set_in(PLAN, (*path, "text"), ground.worded(new))]
        yield draft(
            ground, occasion, f"by-{other}", new, edits, owner=ground.owner(role), clause=step.clause, old=step.text
        )


def _restart_by_another(ground: Ground, occasion: Occasion, at: int, busy_with: str) -> Iterator[Recommendation]:
    """Another role restarts one of the functions that come back together."""
    function = item_of(occasion.subject.id)
    spec = ground.site.functions.get(function)
    if spec is None or spec.restart is None or spec.restart.by is None:
        return
    role = spec.restart.by
    free = [
        name
        for name in _other_roles(ground, role, at)
        if name not in busy_with and not ground.plan.actors[name].certificate
    ]
    for other in free[-1:]:
        new = ground.naming.words("new-restart-by", function=function, role=other)
        old = ground.naming.words("old-restart-by", function=function, role=role)
        edits = [set_in(SITE, ("functions", function, "restart", "by"), other)]
        yield draft(ground, occasion, f"by-{other}", new, edits, owner="customer", old=old, kind="training")

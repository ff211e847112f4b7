"""W-P: people and communication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from drillsim.findings.facts import P01, P02, P03, P04
from drillsim.findings.finding import Finding
from drillsim.findings.roster import Roster
from drillsim.findings.rules.make import came, costs_nothing, finding
from drillsim.findings.severity import by_step, by_time
from drillsim.findings.view import StepWait, View
from drillsim.journal import Event, Wait
from drillsim.schema import item_of

REPORT_DUE_MS = 10 * 60_000
"""A utility that knows of nothing for longer is told late. Assumed from practice: about 5 min to see it and 2 min to
pass it on, 6 min in one case of ten; on-scene staff report at once (State Council order 599)."""

DIP_MS = 60_000
"""Voltage back within this is a dip: nobody has to be told; assumed."""

FAR_MS = 8 * 60_000
"""Travel longer than this is a weak point even for people on duty: p90 of the walk to a switch room (practice)."""
NOTICED_MS = 30_000
"""A person waited for no longer than this has only finished what they were at, ms; assumed."""
MOSTLY = 0.5
"""Chance of no answer below which a single unanswered call is bad luck; assumed."""
_PLANT = ("bus", "load", "switch", "source", "function")
"""Kinds of facts that tell of the disturbance; that a step is done, or a card active, tells nothing."""


def nobody_there(view: View) -> Iterator[Finding]:
    """P01: a step waited because nobody of its role was on duty, had to come in from outside, or was far away."""
    roster = Roster(view)
    for wait in view.waits("person_busy", "travel"):
        role = role_of(view, wait)
        if wait.reason == "person_busy" and not _anybody(roster, wait, role):
            yield _nobody(view, wait, "nobody_on_duty", "", role)
        trip = _longest_trip(view, wait) if wait.reason == "travel" else None
        if trip is not None:
            off = not roster.on_duty(trip.data["person"], trip.t_ms)
            if off or (wait.ms > FAR_MS and not costs_nothing(view, wait)):
                where, who = str(trip.data["from"]), str(trip.data["person"])
                yield _nobody(view, wait, "comes_in" if off else "far", where, who)


def busy_elsewhere(view: View) -> Iterator[Finding]:
    """P02: a step waited for a person who was doing another step."""
    roster = Roster(view)
    for wait in view.waits("person_busy"):
        role, at = role_of(view, wait), wait.start_ms
        lacking = wait.step is not None and roster.lacks_supervisor(wait.step, at)
        if wait.ms < NOTICED_MS or lacking or not _anybody(roster, wait, role):
            continue
        other = _busy_with(view, wait)
        if _own_list(view, wait, other) and costs_nothing(view, wait):
            continue
        facts = P02(
            wait_ms=wait.ms,
            at_ms=wait.start_ms,
            people=wait.on,
            role=role,
            pooled="yes"
            if wait.step is not None and wait.step.for_each is not None and wait.step.for_each.pool
            else "no",
            came=came(wait),
            other=other,
            known="yes" if other else "no",
        )
        yield _wait(view, "P02", wait, facts)


def _own_list(view: View, wait: StepWait, other: str) -> bool:
    """Return whether the person was at another step of the same card for the same role: they do their list one by
    one."""
    (own, step), (card, at) = view.clause_of(wait.row.step), view.clause_of(other)
    return step is not None and at is not None and own is card and step.by.operator == at.by.operator


def _anybody(roster: Roster, wait: StepWait, role: str) -> bool:
    """Return whether somebody was there who may do the step: a holder of its role, or of one its list shares the work
    with."""
    return any(roster.holders(each, wait.start_ms) for each in (role, *wait.on))


def no_answer(view: View) -> Iterator[Finding]:
    """P03: calls nobody answered; one finding a step and the one called."""
    groups: dict[tuple[str, str], list[Event]] = {}
    for event in view.events("message_unanswered"):
        groups.setdefault((event.data["step"], event.data["to"]), []).append(event)
    for (step, to), events in groups.items():
        sent = next((e for e in view.events("message_sent", step=step) if e.data["to"] == to), events[0])
        got = next((e for e in view.events("message_received", step=step) if _is_called(view, to, e, events[-1])), None)
        until = got.t_ms if got else view.journal.end_ms
        endangers = by_step(view, step, sent.t_ms, until)
        if got and _bad_luck(view, events) and not endangers:
            continue
        facts = P03(
            to=to,
            calls=len(events),
            channel=tuple(dict.fromkeys(str(e.data["channel"]) for e in events)),
            answered="yes" if got else "no",
            wait_ms=until - sent.t_ms,
        )
        yield finding(view, "P03", to, facts, [e.seq for e in events], endangers, [step], waits=("resource",))


def _bad_luck(view: View, unanswered: list[Event]) -> bool:
    """Return whether one call alone was not answered, on a line on which most are."""
    channel = view.site.channels.get(str(unanswered[0].data["channel"]))
    return len(unanswered) == 1 and channel is not None and channel.no_answer < MOSTLY


def _is_called(view: View, to: str, got: Event, unanswered: Event) -> bool:
    """Return whether the message reached after all the one called, a role or a person."""
    holders = view.plan.actors[to].held_by if to in view.plan.actors else (to,)
    return got.seq > unanswered.seq and got.data["person"] in holders


def told_late(view: View) -> Iterator[Finding]:
    """P04: nobody of the utility knew of the disturbance until late, or at all, though the plan has them act or be
    told."""
    began = _began_ms(view)
    reports = _reports(view)
    if began is None or not reports:
        return
    heard = view.events("message_received", "learned", "permit_asked")
    news = [e for e in heard if e.t_ms >= began and _reaches_utility(view, e)]
    known = news[0].t_ms if news else view.journal.end_ms
    due = _report_due_ms(view)
    if known - began <= due:
        return
    facts = P04(late_ms=known - began, told="yes" if news else "no", due_ms=due)
    first = next(e for e in view.journal.of("load_lost", "source_lost") if e.t_ms == began)
    endangers = by_time(view, began + due, known) if any(by_step(view, step, began, known) for step in reports) else ()
    due_here = [step for step in reports if view.first("card_triggered", card=view.clauses[step][0].id) is not None]
    subject = due_here[0] if due_here else view.plan.id
    yield finding(view, "P04", subject, facts, [first.seq, *(e.seq for e in news[:1])], endangers, due_here)


def _began_ms(view: View) -> int | None:
    """Return the time the first source was lost or the first load went dark, ms; a dip that was over at once calls for
    no report."""
    times = [e.t_ms for e in view.journal.of("source_lost")]
    let_go = {(e.data["load"], e.t_ms) for e in view.events("load_dropped")}
    lost = (e for e in view.journal.of("load_lost") if not (is_dip(view, e) or _let_go(e, let_go)))
    return min([*times, *(e.t_ms for e in lost)], default=None)


def _let_go(lost: Event, let_go: set[tuple[str, int]]) -> bool:
    """Return whether it is the load's own contactor or drive that keeps it off, after too little voltage or in order to
    start again in its group."""
    load, dip = lost.data["load"], lost.data.get("why") == "voltage"
    return (load, lost.t_ms) in let_go or (dip and any(name == load for name, _ in let_go))


def is_dip(view: View, lost: Event) -> bool:
    """Return whether the load only had too little voltage, and for less than a minute."""
    spans = view.load_outages.get(lost.data["load"], ())
    long = any(span.start_ms <= lost.t_ms < span.end_ms and span.ms >= DIP_MS for span in spans)
    return lost.data.get("why") == "voltage" and not long


def _reports(view: View) -> list[str]:
    """Steps that tell somebody of the supply company, those of triggered cards first."""
    found = [
        (view.first("card_triggered", card=card.id) is None, step.id)
        for card, step in view.plan.steps()
        if any(_is_utility(view, tell.to) for tell in step.tells)
    ]
    return [step for _, step in sorted(found, key=lambda each: each[0])]


def _report_due_ms(view: View) -> int:
    """The plan's own shortest limit for somebody of the supply company; drillsim's where it has none."""
    limits = [each.within for each in view.plan.report_limits if _is_utility(view, each.to)]
    return min(limits, default=REPORT_DUE_MS)


def role_of(view: View, wait: StepWait) -> str:
    """Role that does the step; of a function's restart, the role the site file names."""
    if wait.step is not None:
        return wait.step.by.operator
    function = item_of(wait.row.step)
    restart = view.site.functions[function].restart if function in view.site.functions else None
    return restart.by or "" if restart else ""


def _nobody(
    view: View, wait: StepWait, reason: Literal["nobody_on_duty", "comes_in", "far"], where: str, who: str
) -> Finding:
    facts = P01(
        wait_ms=wait.ms, at_ms=wait.start_ms, people=wait.on, reason=reason, from_=where, who=who, came=came(wait)
    )
    return _wait(view, "P01", wait, facts)


def _wait(view: View, code: str, wait: StepWait, facts: P01 | P02) -> Finding:
    endangers = by_step(view, wait.row.step, wait.start_ms, wait.end_ms)
    return finding(view, code, wait.row.step, facts, wait.seqs, endangers, [wait.row.step], waits=(wait.reason,))


def _longest_trip(view: View, wait: StepWait) -> Event | None:
    """Return the trip that the longest part of the wait was for: of those waited for, that of the person who came last.

    They may have set out before the step waited for them, having been called in by an earlier one.
    """
    part = max(wait.parts, key=lambda each: each.span.ms)
    trips = [
        event
        for event in view.events("travel_begins")
        if event.data["person"] in part.on and event.t_ms <= part.span.end_ms and not _there_before(view, event, part)
    ]
    return max(trips, key=lambda trip: _arrived_ms(view, trip), default=None)


def _arrived_ms(view: View, trip: Event) -> int:
    """Return the time the traveller was there, ms; the end of the run while they are under way."""
    arrived = view.first("arrived", after=trip.t_ms, person=trip.data["person"])
    return arrived.t_ms if arrived is not None else view.journal.end_ms


def _there_before(view: View, trip: Event, part: Wait) -> bool:
    """Return whether the traveller had arrived again before the wait began."""
    arrived = view.first("arrived", after=trip.t_ms, person=trip.data["person"])
    return arrived is not None and arrived.t_ms <= part.span.start_ms


def _busy_with(view: View, wait: StepWait) -> str:
    """The step that kept a holder of the role when the wait began; '' when the journal does not say."""
    at = wait.start_ms
    roles = [role for role in (role_of(view, wait), wait.step.by.supervisor if wait.step else None) if role]
    holders = [name for role in roles if role in view.plan.actors for name in view.plan.actors[role].held_by]
    for row in view.rows:
        end = row.finished_ms if row.finished_ms is not None else view.journal.end_ms
        busy = row.ready_ms is not None and row.ready_ms <= at < end and row.step != wait.row.step
        if busy and any(person in holders for person in row.by):
            return row.step
    return ""


def _is_utility(view: View, role: str) -> bool:
    actor = view.plan.actors.get(role)
    return actor is not None and actor.side == "utility"


def _reaches_utility(view: View, event: Event) -> bool:
    if event.type == "learned" and not any(fact[0] in _PLANT for fact in event.data["facts"]):
        return False
    if event.type == "permit_asked":  # who is asked for a permit hears why
        return _is_utility(view, view.plan.permits[event.data["permit"]].from_)
    people = event.data["people"] if event.type == "learned" else (event.data["person"],)
    return any(view.side_of(person) == "utility" for person in people)

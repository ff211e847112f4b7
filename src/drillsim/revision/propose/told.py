"""A message that is missing: who knows first tells who waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.findings.facts import P08
from drillsim.journal import StepRow
from drillsim.revision.need import CostlyWait, Need
from drillsim.revision.propose.draft import PLAN, append_in, draft, set_in, tell
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import Step, item_of

FACTS = ("bus", "load", "switch", "source", "function", "store")
"""Kinds of facts that tell of the plant."""


def waited(context: ReviewContext, wait: CostlyWait) -> Iterator[Recommendation]:
    """A costly wait for what its performer did not know."""
    if context.step(wait.step) is None:
        return _restart(context, wait, wait.step)
    return _told(context, wait, wait.step, wait.on, wait.start_ms, wait.start_ms + wait.ms)


def not_told(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """P08: what somebody waited for was so, and nobody told them."""
    facts = finding.facts
    if isinstance(facts, P08) and facts.kind in ("not_told", "not_reached"):
        yield from _told(context, finding, finding.subject.id, facts.what, facts.at_ms, facts.at_ms + facts.wait_ms)


def restart(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """D01: a restart that waited for the news that supply is back."""
    name = next((each for each in finding.steps if each.startswith("restart[")), None)
    if name is not None:
        yield from _restart(context, finding, name)


def _restart(context: ReviewContext, need: Need, name: str) -> Iterator[Recommendation]:
    """Whatever else the role restarts, and waits for, is told of with it."""
    role = _role(context, name)
    waits = [
        (row.step, part)
        for row in context.view.rows if row.step.startswith("restart[") and _role(context, row.step) == role
        for part in row.waits if part.reason == "not_known" and part.span.ms > 0
    ]  # fmt: skip
    own = next((part for step, part in waits if step == name), None)
    if own is None:
        return
    span = own.span
    together = [each for _, each in waits if each.span.start_ms < span.end_ms and each.span.end_ms > span.start_ms]
    on = dict.fromkeys(thing for each in together for thing in each.on)
    yield from _told(context, need, name, tuple(on), span.start_ms, span.end_ms)


def _told(
    context: ReviewContext, need: Need, waiting: str, on: tuple[str, ...], from_ms: int, to_ms: int
) -> Iterator[Recommendation]:
    role = _role(context, waiting)
    if role is None:
        return
    facts = _facts(context, on)
    tellers = _tellers(context, role, facts, from_ms, to_ms)
    for step, known in islice(tellers, 1):
        channel = _channel(context, step.by.operator, role)
        if channel is None or any(each.to == role and set(known) <= set(each.facts) for each in step.tells):
            continue
        path = context.step_path(step.id)
        message: dict[str, Tree] = {**tell(role, channel, known), "read_back": "true"}
        message["no_answer"] = {"after": "1 min", "then": "next"}
        said: list[Tree] = [message]
        new = context.naming.words("new-told", text=step.text, role=role, facts=known or on, channel=channel)
        edits = [
            append_in(PLAN, (*path, "tells"), message) if step.tells else set_in(PLAN, (*path, "tells"), said),
            set_in(PLAN, (*path, "text"), context.worded(new)),
        ]
        yield draft(
            context, need, f"told-by-{step.id}", new, edits, owner=context.owner(step.by.operator), clause=step.clause,
            old=step.text, wait=(waiting, "not_known"),
        )  # fmt: skip


def _role(context: ReviewContext, waiting: str) -> str | None:
    """Whose step or restart waits."""
    step = context.step(waiting)
    if step is not None:
        return step.by.operator
    spec = context.site.functions.get(item_of(waiting))
    return spec.restart.by if spec and spec.restart else None


def _facts(context: ReviewContext, on: tuple[str, ...]) -> dict[str, str]:
    """Fact → its kind, of what was waited for; a load is known by its board too."""
    kinds, found = context.view.kinds, {}
    boards = {row.name: row.bus for row in context.dossier.network.loads}
    for name in on:
        found[name] = kinds.get(name, "card")
        if name in boards:
            found[boards[name]] = "bus"
    return found


def _tellers(
    context: ReviewContext, role: str, facts: dict[str, str], from_ms: int, to_ms: int
) -> Iterator[tuple[Step, tuple[str, ...]]]:
    """Steps of the plan that ended while it was waited, their performer knowing some of it by then, the earliest first;
    with the facts of the plant they know. Steps for a failure alone tell of that."""
    branches = {name for _, each in context.plan.steps() if each.on_failure for name in each.on_failure.steps}
    rows = [row for row in context.view.rows if row.state == "done" and row.finished_ms is not None]
    for row in sorted(rows, key=lambda each: each.finished_ms or 0):
        step = context.step(row.step)
        if step is None or row.step != step.id or role in (step.by.operator, step.by.supervisor):
            continue
        if step.id in branches:
            continue
        if not from_ms <= (row.finished_ms or 0) < to_ms:
            continue
        known = _known(context, row, facts, from_ms)
        if known or _is_of_card(context, step, facts):
            yield step, tuple(name for name in known if facts[name] in FACTS)


def _known(context: ReviewContext, row: StepRow, facts: dict[str, str], from_ms: int) -> tuple[str, ...]:
    """Which of the facts its performer learned from the start of the wait to the end of the step, or saw where it was
    done: of a bus they took to be live all the time nothing new is learned there, but it is seen."""
    learned = dict.fromkeys(_in_sight(context, row.step))
    for event in context.journal.of("learned"):
        if from_ms <= event.t_ms <= (row.finished_ms or 0) and set(row.by) & set(event.data["people"]):
            learned |= dict.fromkeys(name for _, name, _ in event.data["facts"] if name in facts)
    return tuple(name for name in facts if name in learned)


def _in_sight(context: ReviewContext, name: str) -> tuple[str, ...]:
    """Buses that devices join where the step is done."""
    step, devices = context.step(name), context.site.devices
    place = step.place if step else None
    if step is not None and place is None:
        place = next((devices[each].place for each in step.target if each in devices), None)
    rows = (row for row in context.dossier.network.switch if row.et == "b" and place is not None)
    return tuple(end for row in rows if row.name in devices and devices[row.name].place == place
                 for end in (row.bus, row.element))  # fmt: skip


def _is_of_card(context: ReviewContext, step: Step, facts: dict[str, str]) -> bool:
    """Return whether it is a step of a card that was waited to be known active."""
    return context.clause(step.id)[0].id in facts


def _channel(context: ReviewContext, teller: str, role: str) -> str | None:
    """The first way of the contact tree between the two that hangs on nothing; else how the plan reaches the role."""
    channels = context.site.channels
    for way in context.plan.contact_tree:
        if {way.from_, way.to} == {teller, role}:
            free = [name for name in way.channels if name in channels and not channels[name].needs]
            return next(iter((*free, *way.channels)), None)
    return context.channel_to(role, context.side(teller))

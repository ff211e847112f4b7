"""A step that waits for one that does not concern it comes beside it or, where one person does both, before it.

The steps it may not come before are told by what it is, never by what would be gained: an opening, a proof that it is
dead, an earth, a lock, a tag, a permit; any check or operation before an operation; and whatever its own conditions,
or the facts it passes on, are about.
"""

from __future__ import annotations

from collections.abc import Iterator

from drillsim.files import Tree
from drillsim.findings import Finding
from drillsim.revision.kept import SAFETY_VERBS
from drillsim.revision.need import LateCause, Need
from drillsim.revision.propose.draft import PLAN, draft, remove_in, set_in
from drillsim.revision.recommendation import Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.schema import VERBS, After, Step


def on_the_way(context: ReviewContext, cause: LateCause) -> Iterator[Recommendation]:
    """A step on the way to what ended a missed limit."""
    return _each(context, cause, cause.name)


def over_time(context: ReviewContext, finding: Finding) -> Iterator[Recommendation]:
    """M03: a step over its limit."""
    return _each(context, finding, finding.steps[0] if finding.steps else "")


def _each(context: ReviewContext, need: Need, name: str) -> Iterator[Recommendation]:
    """One predecessor at a time."""
    step = context.step(name)
    if step is None or isinstance(step.after, After) or step.for_each:
        return
    card = context.clause(step.id)[0]
    places = {each.id: each for each in card.steps}
    for before in (places[name] for name in step.after if name in places):
        if not must_come_before(context, before, step):
            yield _proposed(context, need, before, step)


def must_come_before(context: ReviewContext, before: Step, step: Step) -> bool:
    """Return whether `step` may not be done before `before` is."""
    if before.do in SAFETY_VERBS or before.do in ("request", "decide", "wait") or before.by.supervisor is not None:
        return True
    if VERBS[before.do].operates or (not VERBS[before.do].talks and VERBS[step.do].operates):
        return True
    if before.on_failure is not None and before.on_failure.then == "stop":
        return True
    about = {*before.all_targets, before.id, *_checked(before)}
    asked = {name for each in step.conditions() for leaf in each.leaves() for name in leaf.subjects}
    said = {name for each in step.tells for name in each.facts}
    start = context.journal.start_ms
    called = [each.to for each in before.tells if each.to in (step.by.operator, step.by.supervisor)]
    return (
        bool(about & (asked | said))
        or any(not context.on_duty(role, start) for role in called)
        or _is_due_first(context, before, step)
    )


def _is_due_first(context: ReviewContext, before: Step, step: Step) -> bool:
    """Return whether one performer would put off, by coming to `step` first, a word to the other side or one with a
    limit."""
    limited = {each.to for each in context.plan.report_limits}
    own, same = context.side(step.by.operator), step.by.operator == before.by.operator
    return same and any(each.to in limited or context.side(each.to) != own for each in before.tells)


def _checked(step: Step) -> tuple[str, ...]:
    check = step.success_check
    return tuple(name for leaf in check.leaves() for name in leaf.subjects) if check else ()


def _proposed(context: ReviewContext, need: Need, before: Step, step: Step) -> Recommendation:
    rest = [name for name in step.predecessors if name != before.id]
    after = list(dict.fromkeys((*rest, *before.predecessors)))
    same = step.by.operator == before.by.operator
    new = context.naming.words("new-sooner", text=step.text, before=before.text, first="yes" if same else "no")
    path, other = context.step_path(step.id), context.step_path(before.id)
    edits = [
        set_in(PLAN, (*path, "after"), list[Tree](after)) if after else remove_in(PLAN, (*path, "after")),
        set_in(PLAN, (*path, "text"), context.worded(new)),
        *([set_in(PLAN, (*other, "after"), [step.id])] if same else []),
    ]
    owner = context.owner(step.by.operator)
    what = f"sooner-{step.id}-{before.id}"
    return draft(context, need, what, new, edits, owner=owner, clause=step.clause, old=step.text)

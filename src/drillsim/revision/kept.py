"""The acts a change must not lose: every safety act, report and warning that was done before is still done, in its
limit.

A safety act is an opening, a proof that it is dead, an earth, a lock, a tag or a check; and of any step its check of
success, its permit and its supervisor. A report goes to the other side or to whoever gives orders, a warning to people
of the own side.

Not lost is what is no longer due: its card was not triggered, or its condition, what it requires, or the failure it
answers did not come, and the change touched neither these, nor took away the display or the message by which people
would have known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from drillsim.journal import Journal, StepRow
from drillsim.revision.recommendation import Kept
from drillsim.schema import Case, Compiled, Condition, Observation, Permit, Step, first_name, step_of

SAFETY_VERBS = ("open", "trip", "rack", "prove_dead", "earth", "lock", "tag", "check", "phase_check")
How = Literal["not_done", "late", "no_check", "no_permit", "no_supervisor", "not_told"]


class Act(NamedTuple):
    """One thing that was done: the step, or its message `to` a role."""

    kind: Literal["act", "report", "warning"]
    step: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """An act that was done before and is not done any more, or not within its limit."""

    act: Act
    clause: str
    """The step's; empty where none wrote it."""
    how: How


@dataclass(frozen=True, slots=True, eq=False)
class Done:
    """The acts done in one run."""

    rows: Mapping[str, StepRow]
    """By step, the first time of each."""
    acts: tuple[Act, ...]
    """In the order of the journal's steps."""
    late: frozenset[str]
    """Steps that were over their limit."""
    triggered: frozenset[str]
    """Cards somebody triggered."""
    times: Mapping[str, int] = field(default_factory=dict)
    """By step, how many times it came up."""


def done_in(case: Case, journal: Journal, rows: tuple[StepRow, ...]) -> Done:
    """Safety acts, reports and warnings of the run in `journal`; `rows` are its steps."""
    first: dict[str, StepRow] = {}
    for row in rows:
        first.setdefault(first_name(row.step), row)
    told = _told(journal)
    acts = [act for name, row in first.items() for act in _acts(case.dossier, name, row, told.get(name, ()))]
    late = frozenset(first_name(event.data["step"]) for event in journal.of("step_overdue"))
    triggered = frozenset(event.data["card"] for event in journal.of("card_triggered"))
    return Done(first, tuple(acts), late, triggered, Counter(first_name(row.step) for row in rows))


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two runs of one scenario, before and after a change, and the customer of each."""

    before: Done
    after: Done
    was: Compiled
    now: Compiled


def lost(pair: Pair) -> Iterator[Lost]:
    """Yield the acts done before and not after, the first of each step, in the order of the steps."""
    for act in pair.before.acts:
        how = _how_lost(act, pair)
        if how is not None:
            found = step_of(pair.was.plan, act.step)
            yield Lost(act, found[1].clause if found else "", how)


def kept(before: Done, after: Done) -> Kept:
    """Return the number of the acts of `before` that are done in `after` too."""
    both = Counter(act.kind for act in dict.fromkeys(before.acts) if act in set(after.acts))
    return Kept(both["act"], both["report"], both["warning"])


# -- what was done -----------------------------------------------------------------------------------------------------
def _told(journal: Journal) -> dict[str, tuple[str, ...]]:
    """Step → the roles that got its messages."""
    sent: dict[str, str] = {}
    found: dict[str, dict[str, None]] = {}
    for event in journal.of("message_sent", "message_received"):
        step = event.data["step"]
        if event.type == "message_sent":
            sent[step] = event.data["to"]
        elif step in sent:
            found.setdefault(first_name(step), {})[sent[step]] = None
    return {step: tuple(roles) for step, roles in found.items()}


def _acts(dossier: Compiled, name: str, row: StepRow, told: tuple[str, ...]) -> Iterator[Act]:
    found = step_of(dossier.plan, name)
    if found is None:
        return
    _, step = found
    if row.state == "done" and (step.do in SAFETY_VERBS or _guarded(dossier, step)):
        yield Act("act", name)
    for role in told:
        yield Act("report" if _is_report(dossier, step, role) else "warning", name, role)


def _guarded(dossier: Compiled, step: Step) -> bool:
    """Return whether something is asked of the step beside its doing: a check, a permit, a supervisor."""
    return step.success_check is not None or step.by.supervisor is not None or bool(_permits(dossier, step))


def _permits(dossier: Compiled, step: Step) -> tuple[str, ...]:
    """Permits without which nobody does the step."""

    def is_over(permit: Permit) -> bool:
        return step.id in permit.steps or any(thing in permit.covers for thing in step.target)

    return tuple(name for name, permit in dossier.plan.permits.items() if is_over(permit))


def _is_report(dossier: Compiled, step: Step, role: str) -> bool:
    actors = dossier.plan.actors
    return step.do == "report" or (role in actors and actors[role].side != actors[step.by.operator].side)


# -- what is lost ------------------------------------------------------------------------------------------------------
def _how_lost(act: Act, pair: Pair) -> How | None:
    before, after = pair.before, pair.after
    old, new = step_of(pair.was.plan, act.step), step_of(pair.now.plan, act.step)
    if old is None:
        return None
    row = after.rows.get(act.step)
    is_done = row is not None and row.state == "done"
    if act.kind != "act":
        got = any(act.step == each.step and act.to == each.to for each in after.acts)
        if got:
            return "late" if act.step in after.late - before.late else None
        if _told_elsewhere(act, pair):
            return None
        if is_done:
            return "not_told"
        return "not_done" if new is None or _is_due(act.step, pair) else None
    if not is_done:
        return "not_done" if new is None or _is_due(act.step, pair) else None
    if new is not None and (less := _less_guarded(pair.was, old[1], pair.now, new[1])) is not None:
        return less
    return "late" if act.step in after.late - before.late else None


def _less_guarded(was: Compiled, old: Step, now: Compiled, new: Step) -> How | None:
    """Return the guard the step is done without that it was done with: check, supervisor or permit; None where there is
    none."""
    if old.success_check is not None and new.success_check is None:
        return "no_check"
    if old.by.supervisor is not None and new.by.supervisor is None:
        return "no_supervisor"
    return None if set(_permits(was, old)) <= set(_permits(now, new)) else "no_permit"


def _is_due(name: str, pair: Pair, asked: tuple[str, ...] = ()) -> bool:
    """Return whether a step that was done before, and is not done now, should have been. `asked`: steps that wait for
    this one; two that wait for each other are both due."""
    if name in asked:
        return True
    was, now, after = pair.was, pair.now, pair.after
    old, new = step_of(was.plan, name), step_of(now.plan, name)
    if old is None or new is None:
        return True
    (old_card, old_step), (new_card, new_step) = old, new
    if new_card.id not in after.triggered or _came_later(name, pair):
        same = asks_the_same(old_card.trigger, new_card.trigger, was) and old_card.activation == new_card.activation
        same &= (old_card.again, old_step.every) == (new_card.again, new_step.every)
        return not (same and _is_shown(old_card.trigger, was, now))
    row = after.rows.get(name)
    why = row.why if row is not None and row.state == "skipped" else ""
    if why in ("when", "until"):
        return not _untouched(old_step.when or old_step.until, new_step.when or new_step.until, was, now)
    parents = _parents(was, old_step)
    if why == "not_needed" or _answers_nothing(parents, after):  # what it answers did not fail
        return parents != _parents(now, new_step)
    if why == "not_chosen":
        return _deciders(was, old_step) != _deciders(now, new_step)
    if row is None or row.state not in ("waiting", "dropped") or not row.waits:
        return True
    last = row.waits[-1]
    if last.reason == "predecessor":  # what comes before it is not due either
        return not last.on or any(_is_open_and_due(each, pair, (*asked, name)) for each in map(first_name, last.on))
    if not _waits_for_what_did_not_come(row, new_step):
        return True
    shown = all(_is_shown(each, was, now) for each in old_step.requires)
    return old_step.requires != new_step.requires or not shown


def _came_later(name: str, pair: Pair) -> bool:
    """Return whether the first time went in both runs as little as in the other, and the time it was done did not come
    after the change: its card was triggered less often."""
    old, new = pair.before.rows.get(name), pair.after.rows.get(name)
    if old is None or new is None or old.state == "done" or (old.state, old.why) != (new.state, new.why):
        return False
    return pair.after.times.get(name, 0) < pair.before.times.get(name, 0)


def _is_open_and_due(name: str, pair: Pair, asked: tuple[str, ...]) -> bool:
    row = pair.after.rows.get(name)
    return (row is not None and row.state == "done") or _is_due(name, pair, asked)


def _untouched(old: Condition | None, new: Condition | None, was: Compiled, now: Compiled) -> bool:
    return old == new and (old is None or _is_shown(old, was, now))


def _is_shown(condition: Condition, was: Compiled, now: Compiled) -> bool:
    """Return whether people come to know what `condition` asks about as they did: by the same displays and messages."""
    for leaf in condition.leaves():
        for kind, name in leaf.facts:
            if kind == "message":
                old, new = step_of(was.plan, name), step_of(now.plan, name)
                if old is not None and (new is None or old[1].tells != new[1].tells):
                    return False
            for display, spec in was.site.observations.items():
                shows = any(name in getattr(sight, kind, ()) for sight in spec.sees)
                if shows and not _shows_as_much(spec, now.site.observations.get(display), was):
                    return False
    return True


def _shows_as_much(old: Observation, new: Observation | None, was: Compiled) -> bool:
    """Return whether the display still shows there, as soon and on no further supply, all that it showed; beside a
    source it may show others that the change adds."""
    if new is None or new.shown_at != old.shown_at or new.delay > old.delay or not set(new.needs) <= set(old.needs):
        return False
    known = [
        sight.model_copy(update={"source": tuple(name for name in sight.source if name in was.site.sources)})
        for sight in new.sees
    ]
    return all(sight in known or sight in new.sees for sight in old.sees)


def asks_the_same(old: Condition, new: Condition, was: Compiled) -> bool:
    """Return whether `new` is `old`, but that a source has failed is asked of sources too that the change adds: a card
    for the failure of own supply is due when the second set has failed as well."""
    if old.kind != new.kind or len(old.parts()) != len(new.parts()):
        return False
    if old.parts():
        return old.for_ == new.for_ and all(
            asks_the_same(one, other, was) for one, other in zip(old.parts(), new.parts(), strict=True)
        )
    if new.kind == "source" and new.state == "failed":
        new = new.model_copy(update={"source": tuple(name for name in new.source if name in was.site.sources)})
    return new == old


def _told_elsewhere(act: Act, pair: Pair) -> bool:
    """Return whether a step that is new tells the same role, in the run after the change, all this one told it."""
    old = step_of(pair.was.plan, act.step)
    facts = {name for tell in old[1].tells if tell.to == act.to for name in tell.facts} if old else set()
    if not facts:  # a call that says nothing of the plant is for something, and nothing else stands for it
        return False
    for each in pair.after.acts:
        new = step_of(pair.now.plan, each.step)
        if each.to == act.to and each.kind != "act" and new and step_of(pair.was.plan, each.step) is None:
            said = {name for tell in new[1].tells if tell.to == act.to for name in tell.facts}
            if facts <= said and each.step not in pair.after.late:
                return True
    return False


def _waits_for_what_did_not_come(row: StepRow, step: Step) -> bool:
    asked = {subject for each in step.requires for leaf in each.leaves() for subject in leaf.subjects}
    last = row.waits[-1] if row.waits else None
    return last is not None and last.reason == "not_known" and bool(last.on) and set(last.on) <= asked


def _parents(dossier: Compiled, step: Step) -> tuple[str, ...]:
    return tuple(
        each.id for _, each in dossier.plan.steps() if each.on_failure is not None and step.id in each.on_failure.steps
    )


def _answers_nothing(parents: tuple[str, ...], after: Done) -> bool:
    """Return whether it is for a failure only, and none of the steps it is for has failed."""
    rows = [after.rows[name] for name in parents if name in after.rows]
    return bool(parents) and not any(row.state in ("failed", "timed_out") for row in rows)


def _deciders(dossier: Compiled, step: Step) -> tuple[tuple[str, object], ...]:
    return tuple(
        (each.id, option.when) for _, each in dossier.plan.steps() for option in each.options if step.id in option.steps
    )

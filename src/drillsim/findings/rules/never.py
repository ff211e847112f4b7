"""P08: somebody waited for something that was so, and never got it: the word, the permit, a way past an interlock."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import Literal

from drillsim.findings.facts import P08
from drillsim.findings.finding import Finding
from drillsim.findings.rules.make import finding
from drillsim.findings.rules.people import role_of
from drillsim.findings.rules.verification import held
from drillsim.findings.severity import by_step
from drillsim.findings.view import StepWait, View
from drillsim.journal import Snapshot, StepRow, state_at
from drillsim.schema import Condition, base_name, item_of, without_item

UNHEARD_MS = 600_000
"""Anything that was so for this long at a stretch should have reached who waits for it, though it ended; assumed."""
_REASONS = ("not_known", "interlock", "permit")
_OPEN = ("waiting", "ready", "requested", "travelling", "in_progress")
_OVER = ("done", "skipped")
_OWN = ("switch_moved", "load_lost", "load_restored", "source_lost", "source_back", "source_running", "source_stopped",
        "function_changed", "store_rate", "card_active")  # fmt: skip
_KEYS = ("switch", "load", "source", "function", "store", "card")


def never_came(view: View) -> Iterator[Finding]:
    """P08: a wait of a step that never ended, or that ran out, though what it waited for was so.

    If a step never began it is the wait that held it longest. A person who waits for another step waits with that
    step's own wait; a person who waits for something that was not so has nothing to be told.
    """
    for row in view.rows:
        wait = _held_by(view, row)
        if wait is None:
            continue
        kind, what = _what(view, wait)
        if not what or (kind == "passed" and not _was_due(view, wait)):
            continue
        told = kind in ("not_told", "not_reached", "passed")
        facts = P08(
            kind=kind,
            role=role_of(view, wait),
            what=what,
            wait_ms=wait.ms,
            so_ms=min(_so_for_ms(view, wait, name, over=kind == "passed") for name in what) if told else 0,
            at_ms=wait.start_ms,
            began="no" if row.started_ms is None else "yes",
        )
        endangers = by_step(view, row.step, wait.start_ms, view.journal.end_ms)
        steps = [row.step, *(_ways_past(view, row, what) if kind == "interlock" else ())]
        yield finding(view, "P08", row.step, facts, wait.seqs, endangers, steps, waits=(wait.reason,))


def _held_by(view: View, row: StepRow) -> StepWait | None:
    """The wait that kept it, if it never ended; None for a step that came through, or waits for something else."""
    in_vain = row.state == "timed_out" or _overtaken(view, row) or _dropped_waiting(row)
    if not row.waits or not (in_vain or row.state in _OPEN):
        return None
    last = row.waits[-1]
    if not in_vain and not last.span.open:
        return None
    groups = {reason: tuple(w for w in row.waits if w.reason == reason) for reason in (w.reason for w in row.waits)}
    waits = [StepWait(row, view.clause_of(row.step)[1], reason, parts) for reason, parts in groups.items()]
    held = max(waits, key=lambda wait: wait.ms) if row.started_ms is None else waits[list(groups).index(last.reason)]
    told_at_last = held.reason != last.reason  # what held it longest came in the end, and another thing did not
    return held if held.reason in _REASONS and held.ms > 0 and not told_at_last else None


def _ways_past(view: View, row: StepRow, barring: tuple[str, ...]) -> Iterator[str]:
    """Steps of its card that would open what bars it: who reads of the interlock looks there."""
    card, own = view.clause_of(row.step)
    for step in card.steps if card is not None else ():
        if step is not own and step.do in ("open", "trip", "transfer") and set(step.all_targets) & set(barring):
            yield step.id


def _dropped_waiting(row: StepRow) -> bool:
    """A step whose card was over, or that was no longer due, while an interlock still barred it or its performer still
    waited to know."""
    last = row.waits[-1] if row.waits else None
    if last is None or row.state not in ("dropped", "skipped"):
        return False
    barred = last.reason == "interlock" and row.state == "dropped"
    return barred or (last.reason == "not_known" and last.span.end_ms == row.finished_ms)


def _overtaken(view: View, row: StepRow) -> bool:
    """A safe stop that nobody had begun when the harm came."""
    function = item_of(row.step)
    stops = row.step.startswith("safe_stop[") and row.started_ms is None
    return stops and view.first("function_changed", function=function, state="harmed") is not None


def _what(
    view: View, wait: StepWait
) -> tuple[Literal["not_told", "not_reached", "passed", "interlock", "nobody_permits"], tuple[str, ...]]:
    """The form of the weak point, and what the step waited for in vain."""
    on = wait.parts[-1].on
    if wait.reason == "interlock":
        return "interlock", on
    if wait.reason == "permit":
        asked = [name for name in on if view.first("permit_asked", permit=name) is None]
        return "nobody_permits", tuple(asked)
    so = tuple(name for name in on if _is_so(view, wait, name, wait.end_ms))
    if not so or wait.row.state in ("dropped", "skipped"):
        return "passed", tuple(name for name in wait.on if _so_for_ms(view, wait, name, over=True) >= UNHEARD_MS)
    return "not_reached" if _called_in_vain(view, wait, so) else "not_told", so


def _was_due(view: View, wait: StepWait) -> bool:
    """Return whether at some time of the wait the steps before it were over, its condition was not false and, of what
    is done after a failure, the failure had come: else whoever had been told would have had nothing to do."""
    step = wait.step
    if step is None:
        return True
    tried = [name for name, each in view.carried_out.items() if each.on_failure and step.id in each.on_failure.steps]
    if tried and not any(row.step in tried and row.state in ("failed", "timed_out") for row in view.rows):
        return False
    subjects = {name for leaf in (step.when.leaves() if step.when else ()) for name in leaf.subjects}
    times = {wait.start_ms, *_turns(view, {*subjects, *step.predecessors})}
    return any(
        all(_is_so(view, wait, name, at) for name in step.predecessors)
        and (step.when is None or held(view, step.when, at) is not False)
        for at in times
        if wait.start_ms <= at < wait.end_ms
    )


def _called_in_vain(view: View, wait: StepWait, names: tuple[str, ...]) -> bool:
    """Return whether a step that is waited for, or tells the performer's role of this or of its card, called and nobody
    answered."""
    role = role_of(view, wait)
    for event in view.events("message_unanswered", to=role):
        card, step = view.clause_of(event.data["step"])
        told = {fact for tell in step.tells if tell.to == role for fact in tell.facts} if step is not None else set()
        about = {base_name(event.data["step"]), *told, *((card.id,) if card is not None else ())}
        if event.t_ms <= wait.end_ms and any(base_name(name) in about for name in names):
            return True
    return False


def _so_for_ms(view: View, wait: StepWait, name: str, *, over: bool = False) -> int:
    """Return for how long it had been so without a break when the wait ended, ms; `over`: for how long at most within
    the wait."""
    since = wait.end_ms
    about = {name, *(subject for leaf in _asked(wait, name) for subject in leaf.subjects)}
    if over:
        return _longest_ms(view, wait, name, about)
    for at in sorted({view.journal.start_ms, *_turns(view, about)}, reverse=True):
        if at <= wait.end_ms:
            if not _is_so(view, wait, name, at):
                break
            since = at
    return wait.end_ms - since


def _longest_ms(view: View, wait: StepWait, name: str, about: Collection[str]) -> int:
    """The longest stretch of the wait in which it was so."""
    inside = {at for at in _turns(view, about) if wait.start_ms < at < wait.end_ms}
    moments = [wait.start_ms, *sorted(inside), wait.end_ms]
    longest, since = 0, None
    for at, until in pairwise(moments):
        since = (at if since is None else since) if _is_so(view, wait, name, at) else None
        longest = max(longest, until - since if since is not None else 0)
    return longest


def _turns(view: View, names: Collection[str]) -> Iterator[int]:
    """Yield the times anything about them changed, ms."""
    yield from (e.t_ms for e in view.events(*_OWN) if any(e.data.get(key) in names for key in _KEYS))
    for event in view.events("supply_changed"):
        if any(bus in names for bus in (*event.data["live"], *event.data["dead"])):
            yield event.t_ms
    yield from (e.t_ms for e in view.events("step_ends") if without_item(e.data["step"]) in names)


def _is_so(view: View, wait: StepWait, name: str, t_ms: int) -> bool:
    """Return whether what the performer would have had to know was so at `t_ms`; what the journal cannot tell was
    not."""
    kind = view.kinds.get(base_name(name), "")
    if kind == "card":
        active = view.first("card_active", card=name)
        return active is not None and active.t_ms <= t_ms
    if kind == "step":
        rows = [row for row in view.rows if name in (row.step, without_item(row.step))]
        return bool(rows) and all(row.state in _OVER and (row.finished_ms or 0) <= t_ms for row in rows)
    if wait.step is None:
        return _of_function(wait, state_at(view.journal, t_ms), name)
    leaves = _asked(wait, name)
    return bool(leaves) and all(held(view, leaf, t_ms) is True for leaf in leaves)


def _asked(wait: StepWait, name: str) -> list[Condition]:
    """Return the conditions of the step on it."""
    conditions = wait.step.conditions() if wait.step is not None else ()
    return [leaf for each in conditions for leaf in each.leaves() if name in leaf.subjects]


def _of_function(wait: StepWait, shot: Snapshot, name: str) -> bool:
    """A safe stop waits to hear that what it needs is gone, which it was; a restart that it is back."""
    if wait.row.step.startswith("safe_stop["):
        return True
    return name not in shot.dark_loads and shot.functions.get(name, "normal") in ("normal", "riding_through")

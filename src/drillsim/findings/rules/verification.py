"""O08: a step that counted as done although it had not worked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from drillsim.findings.burn import level_l
from drillsim.findings.facts import O08
from drillsim.findings.finding import Finding
from drillsim.findings.rules.make import finding
from drillsim.findings.severity import by_step
from drillsim.findings.view import View
from drillsim.journal import Event, Snapshot, StepRow, state_at
from drillsim.plant import all_of
from drillsim.plant import holds as judged
from drillsim.schema import VERBS, Condition, Step, first_name

SOON_MS = 60_000
"""A check that comes true this soon after the step ended was only early."""
_STUCK = ("switch_stuck", "start_failed", "transfer_failed")


def unverified(view: View) -> Iterator[Finding]:
    """O08: a step counted as done without a success check although its equipment had not moved, or with one that held
    only in the performer's belief."""
    for row in view.rows:
        step = view.carried_out.get(first_name(row.step))
        if step is None or row.state != "done" or row.finished_ms is None or not VERBS[step.do].operates:
            continue
        if step.success_check is None:
            yield from _unchecked(view, row, step)
        elif not _true_soon(view, step.success_check, _checked_ms(view, row, row.finished_ms)):
            yield _found(view, row, "believed", step.success_check.subjects or step.target, row.finished_ms)


def _checked_ms(view: View, row: StepRow, finished_ms: int) -> int:
    """Return the time the check was made, ms: before the step told anybody of it, else at its end."""
    told = [e.t_ms for e in view.events("message_sent", step=row.step) if e.t_ms >= (row.started_ms or 0)]
    return min((*told, finished_ms))


def _unchecked(view: View, row: StepRow, step: Step) -> Iterator[Finding]:
    failed = [event for event in view.events(*_STUCK) if _of_step(event, step, row)]
    if failed:
        devices = tuple(dict.fromkeys(_device(event) for event in failed))
        yield _found(view, row, "unchecked", devices, failed[0].t_ms, [event.seq for event in failed])


def _found(
    view: View,
    row: StepRow,
    what: Literal["believed", "unchecked"],
    devices: tuple[str, ...],
    at_ms: int,
    seqs: Iterable[int] = (),
) -> Finding:
    facts = O08(what=what, devices=devices, at_ms=at_ms)
    endangers = by_step(view, row.step, at_ms, view.journal.end_ms)
    return finding(view, "O08", row.step, facts, (*seqs, *row.seqs[-1:]), endangers, [row.step])


def _true_soon(view: View, check: Condition, t_ms: int) -> bool:
    """Return whether the check held in the world when the step ended, or a minute later; what the journal cannot tell
    counts as true."""
    return any(holds(check, state_at(view.journal, at)) is not False for at in (t_ms, t_ms + SOON_MS))


def holds(condition: Condition, shot: Snapshot) -> bool | None:
    """Return whether `condition` holds in the plant; None where a snapshot cannot tell (stores, steps, messages)."""
    return judged(condition, lambda leaf: all_of([_leaf(leaf, name, shot) for name in leaf.subjects]))


def held(view: View, condition: Condition, t_ms: int) -> bool | None:
    """As `holds` of the plant at `t_ms`, and of what was in its stores then."""
    shot = state_at(view.journal, t_ms)

    def one(leaf: Condition, name: str) -> bool | None:
        return _filled(view, leaf, name, t_ms) if leaf.kind == "store" else _leaf(leaf, name, shot)

    return judged(condition, lambda leaf: all_of([one(leaf, name) for name in leaf.subjects]))


def _filled(view: View, leaf: Condition, store: str, t_ms: int) -> bool | None:
    spec = view.site.stores.get(store)
    if spec is None:
        return None
    percent = 100 * level_l(view.journal, store, t_ms) / spec.capacity_l
    return percent > leaf.above_percent if leaf.above_percent is not None else percent < (leaf.below_percent or 0)


def _leaf(leaf: Condition, name: str, shot: Snapshot) -> bool | None:
    if leaf.kind == "switch":
        return (name in shot.closed) == (leaf.state == "closed")
    if leaf.kind == "bus":
        return (name in shot.live) == (leaf.state == "live")
    if leaf.kind == "load":
        return (name not in shot.dark_loads) == (leaf.state == "live")
    if leaf.kind == "source" and leaf.state in ("live", "dead"):
        return (shot.sources.get(name) == "live") == (leaf.state == "live")
    if leaf.kind == "function":
        return shot.functions.get(name, "normal") == leaf.state
    return None


def _of_step(event: Event, step: Step, row: StepRow) -> bool:
    if event.data.get("cause_id") == row.step:
        return True
    start, end = row.started_ms, row.finished_ms
    inside = start is not None and end is not None and start <= event.t_ms <= end
    return inside and event.type != "switch_stuck" and _device(event) in step.target


def _device(event: Event) -> str:
    return str(event.data.get("switch") or event.data.get("source") or event.data.get("transfer"))

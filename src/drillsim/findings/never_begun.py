"""Steps of active cards that nobody began: for each the one reason that held it longest, and what it asked for.

A step that was not due is not among them: a branch whose failure did not come, a way that was not chosen. One whose
`when` was known not to hold is, because only that condition kept it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from drillsim.findings.view import View
from drillsim.journal import WAIT_REASONS, StepRow, Wait
from drillsim.schema import After, Card, Condition, Step, base_name

Reason = Literal[
    "not_known", "predecessor", "permit", "order", "person_busy", "travel", "resource", "interlock", "no_access",
    "store", "condition", "refused", "no_time",
]  # fmt: skip
"""The reasons of a wait, and: its `when` did not hold; its permit was refused; its card was over before its turn."""

_FAILED = ("failed", "timed_out")
_NOT_DUE = ("not_needed", "not_chosen", "nothing_found")


@dataclass(frozen=True, slots=True)
class NeverBegun:
    """One step of an active card that never began, and what would have had to happen."""

    card: str
    step: str
    """The instance that was held longest, where the step is carried out for many."""
    clause: str
    role: str
    state: str
    """State at the end."""
    reason: Reason
    held_ms: int
    """Time it waited for this reason, all times together; 0 where it is no wait."""
    on: tuple[str, ...]
    """Ids it still waited for: steps, facts, permits, people, resources."""
    stood: tuple[str, ...]
    """For each step it waited for: how that one stood at the end; empty where it waited for no steps."""
    any_of: bool
    """One of `on` would have been enough."""
    conditions: tuple[Condition, ...]
    """Conditions its performer would have had to know to hold; empty where they waited for no condition."""
    count: int
    """Instances of the step that never began."""


def never_begun(view: View) -> tuple[NeverBegun, ...]:
    """One value a step, in the order of the plan."""
    rows: dict[str, list[StepRow]] = {}
    for row in view.rows:
        rows.setdefault(base_name(row.step), []).append(row)
    active = view.active_cards
    states = {name: [row.state for row in found] for name, found in rows.items()}
    return tuple(
        found
        for card in view.plan.all_cards()
        if card.id in active
        for step in card.steps
        for found in _of_step(view, card, step, rows.get(step.id, []), states)
    )


def _of_step(
    view: View, card: Card, step: Step, rows: list[StepRow], states: Mapping[str, list[str]]
) -> Iterator[NeverBegun]:
    held = [row for row in rows if row.started_ms is None and row.state != "done" and row.why not in _NOT_DUE]
    if (rows and not held) or not _is_due(view, step, states):
        return
    row = max(held, key=lambda each: _held_ms(_longest(each)), default=StepRow(step.id, card.id))
    reason = _reason(row)
    parts = _longest(row) if reason in WAIT_REASONS else ()
    on = parts[-1].on if parts else _refused(view, row) if reason == "refused" else ()
    steps = tuple(name for name in on if view.kinds.get(base_name(name)) == "step")
    yield NeverBegun(
        card=card.id,
        step=row.step,
        clause=step.clause,
        role=step.by.operator,
        state=row.state,
        reason=reason,
        held_ms=_held_ms(parts),
        on=on,
        stood=tuple(_stood(states, name) for name in steps) if len(steps) == len(on) else (),
        any_of=reason == "predecessor" and isinstance(step.after, After),
        conditions=_conditions(step, reason, on),
        count=max(len(held), 1),
    )


def _is_due(view: View, step: Step, states: Mapping[str, list[str]]) -> bool:
    """Return whether it answers no failure, or one that came."""
    answered = [
        other.id for _, other in view.plan.steps() if other.on_failure is not None and step.id in other.on_failure.steps
    ]
    return not answered or any(state in _FAILED for name in answered for state in states.get(name, ()))


def _reason(row: StepRow) -> Reason:
    if row.state == "skipped" and row.why == "when":
        return "condition"
    if row.why == "permit_refused":
        return "refused"
    parts = _longest(row)
    return parts[0].reason if parts else "no_time"  # type: ignore[return-value]


def _refused(view: View, row: StepRow) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(event.data["permit"]) for event in view.events("permit_refused", step=row.step)))


def _longest(row: StepRow) -> tuple[Wait, ...]:
    """The waits for the reason that held it longest."""
    groups = {reason: tuple(w for w in row.waits if w.reason == reason) for reason in (w.reason for w in row.waits)}
    return max(groups.values(), key=_held_ms, default=())


def _held_ms(parts: tuple[Wait, ...]) -> int:
    return sum(part.span.ms for part in parts)


def _stood(states: Mapping[str, list[str]], name: str) -> str:
    """Return the state of the step at the end; of many instances one that is not over speaks for it."""
    found = states.get(base_name(name), ["waiting"])
    return next((state for state in found if state not in ("done", "skipped")), found[0])


def _conditions(step: Step, reason: Reason, on: tuple[str, ...]) -> tuple[Condition, ...]:
    if reason == "condition":
        return (step.when,) if step.when is not None else ()
    if reason != "not_known":
        return ()
    asked = set(on)
    return tuple(each for each in step.conditions() if any(asked & set(leaf.subjects) for leaf in each.leaves()))

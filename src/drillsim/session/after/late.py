"""The latest steps of a drill, and what they waited for; roles, not names.

Late is what was beyond its limit, else what took longer than with the plan alone from when it could begin. A wait for a
predecessor says nothing of why; the time between the moment a step could begin and somebody's deciding it is a reason
of its own: nobody had decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from drillsim.findings import View
from drillsim.journal import StepRow
from drillsim.schema import step_of
from drillsim.session.after.compared import begun_by_people, beyond_ms, by_people, could_ms, own_ms

MOST = 5
LONGER_MS = 60_000
"""Work that took so much longer than with the plan alone is a reason of its own; assumed."""
OWN_MS = 30_000
"""Less of its own is not worth a line; assumed."""
UNDECIDED, LONGER = "undecided", "longer"


@dataclass(frozen=True, slots=True)
class Late:
    """One late step, or card."""

    step: str
    """Step instance, or card that was activated late."""
    role: str
    """Role that was to do it; empty where nobody can tell."""
    late_ms: int
    own_ms: int
    """Part of it that the steps before it had not brought already."""
    against: Literal["limit", "plan"]
    """Measured against its limit, or against the plan alone."""
    reasons: tuple[tuple[str, int, tuple[str, ...]], ...]
    """Reasons it waited, the longest first: reason, ms, and the ids it waited on; `undecided`: nobody had decided;
    `longer`: the work itself took longer than with the plan alone."""
    done_ms: int | None
    """Time it was done; None where it was not."""
    evidence: tuple[int, ...]


def late(view: View, alone: View | None) -> tuple[Late, ...]:
    """Return the five latest steps and cards, by what each added of its own, the most first: one that only came after
    another late one is late by no fault of its own."""
    theirs = {row.step: row for row in alone.rows} if alone is not None else {}
    found = [each for row in view.rows for each in _late(view, alone, row, theirs.get(row.step))]
    found += [] if alone is None else _cards(view, alone)
    return tuple(sorted(found, key=lambda each: -each.own_ms)[:MOST])


def _late(view: View, alone: View | None, row: StepRow, other: StepRow | None) -> Iterator[Late]:
    if row.state in ("skipped", "dropped", "waiting"):
        return
    end_ms = row.finished_ms if row.finished_ms is not None else view.journal.end_ms
    over_ms = beyond_ms(view, row)
    own = own_ms(view, row, alone, other) or 0
    reasons = sorted(_reasons(view, row, other), key=lambda each: -each[1])
    role, done_ms, seqs = _role(view, row), row.finished_ms, row.seqs
    if over_ms > 0:
        yield Late(row.step, role, over_ms, max(own, over_ms), "limit", tuple(reasons), done_ms, seqs)
    elif own >= OWN_MS and other is not None and other.finished_ms is not None:
        yield Late(row.step, role, end_ms - other.finished_ms, own, "plan", tuple(reasons), done_ms, seqs)


def _cards(view: View, alone: View) -> Iterator[Late]:
    """Yield the cards people activated later than the plan does, counted from when somebody knew what triggers them."""
    for card in view.plan.all_cards():
        here, there = _deciding(view, card.id), _deciding(alone, card.id)
        event = next(
            (e for e in view.events("decision", decision="activate") if e.data["what"]["card"] == card.id), None
        )
        if here is None or there is None or event is None or not by_people(event):
            continue
        own = here[1] - here[0] - (there[1] - there[0])
        if own >= OWN_MS:
            role, behind_ms = card.activation.by, max(here[1] - there[1], own)
            yield Late(card.id, role, behind_ms, own, "plan", ((UNDECIDED, own, ()),), here[1], (event.seq,))


def _deciding(view: View, card: str) -> tuple[int, int] | None:
    """Return when somebody knew what triggers a card, and when it became active, ms."""
    active = view.first("card_active", card=card)
    known = [e.t_ms for e in view.events("card_triggered", card=card) if active is None or e.t_ms <= active.t_ms]
    return None if active is None or not known else (known[0], active.t_ms)


def _reasons(view: View, row: StepRow, other: StepRow | None) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    sums: dict[str, tuple[int, list[str]]] = {}
    for wait in row.waits:
        ms, on = sums.setdefault(wait.reason, (0, []))
        sums[wait.reason] = (ms + wait.span.ms, [*on, *(name for name in wait.on if name not in on)])
    undecided_ms = _undecided(view, row)
    if undecided_ms > 0:
        yield UNDECIDED, undecided_ms, ()
    took, usual = _took(row), _took(other)
    if took is not None and usual is not None and took - usual >= LONGER_MS:
        yield LONGER, took - usual, ()
    others = [(reason, ms, tuple(on)) for reason, (ms, on) in sums.items() if reason != "predecessor" and ms > 0]
    yield from others
    if not others and undecided_ms <= 0 and "predecessor" in sums:
        ms, on = sums["predecessor"]
        if ms > 0:
            yield "predecessor", ms, tuple(on)


def _took(row: StepRow | None) -> int | None:
    if row is None or row.started_ms is None or row.finished_ms is None:
        return None
    return row.finished_ms - row.started_ms


def _undecided(view: View, row: StepRow) -> int:
    """Return the time between the moment at which the step could begin and somebody's deciding it, ms."""
    decided, could = begun_by_people(view.journal).get(row.step), could_ms(view, row)
    if decided is None or could is None or row.ready_ms is None:
        return 0
    return min(decided.t_ms, row.ready_ms) - could


def _role(view: View, row: StepRow) -> str:
    found = step_of(view.plan, row.step)
    if found is not None:
        return found[1].by.operator
    holders = (role for role, actor in view.plan.actors.items() if row.by and row.by[0] in actor.held_by)
    return next(holders, "")

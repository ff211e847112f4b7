"""The good things of a drill, each with its evidence in the journal; a hot wash begins with three.

Only what people of the room did, or what was at risk and kept, is a good thing: what the plan played in somebody's
place is nobody's merit. Fewer than three are fewer than three.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drillsim.findings import View
from drillsim.journal import Event
from drillsim.schema import step_of
from drillsim.session.after.compared import begun_by_people, span_ms
from drillsim.session.after.said import Told, told

MOST = 3
AT_RISK = 0.25
"""A limit was at risk once so much of it was used up; assumed."""
FASTER_MS, FASTER = 60_000, 0.2
"""A step was faster when it took so much less than with the plan alone, and so large a part of it; assumed."""
TESTS = ("prove_dead", "check", "phase_check", "check_phases")
"""Verbs that make sure of something before somebody acts on it."""


def goods(view: View, alone: View | None) -> tuple[Told, ...]:
    """Return at most three good things: of each kind the best first, then the others by kind."""
    kinds = [list(_kept(view, alone)), list(_tests(view)), list(_faster(view, alone)), list(_read_back(view))]
    first = [each[0] for each in kinds if each]
    rest = [good for each in kinds for good in each[1:]]
    return tuple([*first, *rest][:MOST])


def _kept(view: View, alone: View | None) -> Iterator[Told]:
    """Yield the limits that were at risk and kept, those first which the plan alone misses."""
    missed = {(v.kind, v.id): v.outage_ms for v in alone.verdicts if v.verdict == "missed"} if alone is not None else {}
    found = [v for v in view.verdicts if v.protected and v.verdict == "met" and v.outage_ms and v.max_interruption_ms]
    risk = {(v.kind, v.id): v.outage_ms / (v.max_interruption_ms or 1) for v in found}
    for verdict in sorted(found, key=lambda v: ((v.kind, v.id) not in missed, -risk[v.kind, v.id])):
        key = (verdict.kind, verdict.id)
        figures: dict[str, Any] = {
            "id": verdict.id,
            "outage_ms": verdict.outage_ms,
            "limit_ms": verdict.max_interruption_ms,
        }
        if key in missed:
            yield told("good-kept-beyond-plan", evidence=verdict.evidence, **figures, alone_ms=missed[key])
        elif risk[key] >= AT_RISK:
            yield told("good-kept", evidence=verdict.evidence, **figures)


def _tests(view: View) -> Iterator[Told]:
    """Yield the tests people had done before they went on."""
    mine = begun_by_people(view.journal)
    for row in view.rows:
        found = step_of(view.plan, row.step)
        verb = found[1].do if found is not None else row.step.partition("[")[0]
        if verb in TESTS and row.state == "done" and row.step in mine:
            yield told("good-test", row.finished_ms, row.seqs, step=row.step)


def _faster(view: View, alone: View | None) -> Iterator[Told]:
    """Yield the steps that took less time, from when they could begin, than with the plan alone; most time first."""
    if alone is None:
        return
    theirs = {row.step: row for row in alone.rows}
    mine = begun_by_people(view.journal)
    found = []
    for row in view.rows:
        before, now = span_ms(alone, theirs.get(row.step)), span_ms(view, row)
        if row.step in mine and before is not None and now is not None:
            gained = before - now
            if gained >= FASTER_MS and gained >= FASTER * before:
                found.append((gained, row, now, before))
    for gained, row, now, before in sorted(found, key=lambda each: -each[0]):
        yield told(
            "good-faster", row.finished_ms, row.seqs, step=row.step, took_ms=now, alone_ms=before, less_ms=gained
        )


def _read_back(view: View) -> Iterator[Told]:
    """Yield the calls that were read back, of steps people had begin."""
    mine = begun_by_people(view.journal)
    had: dict[str, list[Event]] = {}
    for event in view.journal.of("message_received"):
        had.setdefault(event.data["step"], []).append(event)
    for step, events in had.items():
        found = step_of(view.plan, step)
        if step in mine and found is not None and any(each.read_back for each in found[1].tells):
            yield told("good-read-back", events[0].t_ms, [event.seq for event in events], step=step)

"""Steps and limits of a drill beside those of the plan alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drillsim.findings import Verdict, View
from drillsim.journal import Event, Journal, StepRow
from drillsim.schema import step_of

DONE = "done"


@dataclass(frozen=True, slots=True)
class Compared:
    """Steps that went otherwise than with the plan alone."""

    only_plan: tuple[str, ...]
    """Steps the plan alone has done and the drill has not, in the order of the plan's run."""
    only_people: tuple[str, ...]
    """Steps and acts the drill has done and the plan alone has not."""
    departed: tuple[Event, ...]
    """Decisions of people that departed from the plan, in order."""


@dataclass(frozen=True, slots=True)
class BesidePlan:
    """One load or function with a limit that was missed, in the drill or with the plan alone."""

    verdict: Verdict
    alone: Verdict | None
    """The same with the plan alone; None where there is no such run."""


def by_people(event: Event) -> bool:
    """Return whether a decision was made in the room: the plan's own have no time of the room's clock."""
    return bool(event.data.get("wall_time"))


def begun_by_people(journal: Journal) -> Mapping[str, Event]:
    """Return the steps people had begin, each with the last decision that did."""
    found: dict[str, Event] = {}
    for event in journal.of("decision"):
        step = event.data["what"].get("step", "")
        kind = event.data["decision"]
        if step and by_people(event) and (kind == "begin" or (kind in ("finish", "choose") and step not in found)):
            found[step] = event
    return found


def could_ms(view: View, row: StepRow) -> int | None:
    """Return the time at which a step could begin, ms: its card was active, the steps before it were over, and what it
    waited to be known was. A restart or an act of somebody's own could when it got ready; None where it never did."""
    found = step_of(view.plan, row.step)
    if found is None or row.ready_ms is None:
        return row.ready_ms
    card, step = found
    at_ms = row.ready_ms
    active = [event.t_ms for event in view.events("card_active", card=card.id) if event.t_ms <= at_ms]
    before = {*step.predecessors, *(name for wait in row.waits if wait.reason == "predecessor" for name in wait.on)}
    over = [r.finished_ms for r in view.rows if r.step in before and r.finished_ms is not None]
    known = [_learned_ms(view, name, at_ms) for wait in row.waits if wait.reason == "not_known" for name in wait.on]
    return max([*active[-1:], *(ms for ms in (*over, *known) if ms <= at_ms)], default=at_ms)


def _learned_ms(view: View, name: str, before_ms: int) -> int:
    """Return when anybody learned of a thing last before a moment, ms; that moment where nobody did."""
    times = [
        event.t_ms
        for event in view.journal.of("learned")
        if event.t_ms <= before_ms and any(row[1] == name for row in event.data["facts"])
    ]
    return max(times, default=before_ms)


def span_ms(view: View, row: StepRow | None) -> int | None:
    """Return the time from when a step could begin to its end, ms; None where it was not done."""
    if row is None or row.state != DONE or row.finished_ms is None:
        return None
    could = could_ms(view, row)
    return None if could is None else row.finished_ms - could


def beyond_ms(view: View, row: StepRow) -> int:
    """Return by how much a step was beyond its limit, counted from when it could begin, ms; 0 where it was not, or has
    none. In a drill a step gets ready only when somebody decides it, so the engine's own count begins too late."""
    found, could = step_of(view.plan, row.step), could_ms(view, row)
    within = found[1].within if found is not None else None
    if within is None or could is None or row.state in ("skipped", "dropped", "waiting"):
        return 0
    end_ms = row.finished_ms if row.finished_ms is not None else view.journal.end_ms
    return max(0, end_ms - could - within)


def own_ms(view: View, row: StepRow, alone: View | None, other: StepRow | None) -> int | None:
    """Return by how much a step took longer than with the plan alone, both counted from when it could begin, ms:
    lateness it was handed by the steps before it is none of its own, and one that was done no later than with the plan
    alone is not late. One that is still open
    has taken what it has so far; None where one of the two tells nothing."""
    if alone is None or other is None or other.finished_ms is None or (usual := span_ms(alone, other)) is None:
        return None
    could = could_ms(view, row)
    if could is None or row.state in ("skipped", "dropped", "waiting"):
        return None
    end_ms = row.finished_ms if row.finished_ms is not None else view.journal.end_ms
    return min(end_ms - could - usual, end_ms - other.finished_ms)


def compared(view: View, alone: View | None) -> Compared:
    """Return how the steps differ; without a run of the plan alone the decisions that departed from it."""
    departed = tuple(e for e in view.journal.of("decision") if by_people(e) and e.data.get("deviation"))
    if alone is None:
        return Compared((), (), departed)
    here, there = _done(view.rows), _done(alone.rows)
    plan = view.dossier.plan
    only_plan = tuple(name for name in there if name not in here and step_of(plan, name) is not None)
    only_people = tuple(name for name in here if name not in there)
    return Compared(only_plan, only_people, departed)


def _done(rows: tuple[StepRow, ...]) -> dict[str, StepRow]:
    return {row.step: row for row in rows if row.state == DONE}


def limits(view: View, alone: View | None) -> tuple[BesidePlan, ...]:
    """Return what missed its limit in the drill, and what missed it with the plan alone and did not here; the longest
    interruption first."""
    others = {(each.kind, each.id): each for each in alone.verdicts} if alone is not None else {}
    found = [
        BesidePlan(each, others.get((each.kind, each.id)))
        for each in view.verdicts
        if each.verdict == "missed" or ((o := others.get((each.kind, each.id))) and o.verdict == "missed")
    ]
    return tuple(sorted(found, key=lambda each: (each.verdict.verdict != "missed", -each.verdict.outage_ms)))

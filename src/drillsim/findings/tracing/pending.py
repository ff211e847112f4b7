"""The step an interruption that is still open at the end waits for: one that has not been done, or none any more."""

from __future__ import annotations

from drillsim.findings.tracing.joined import in_reach
from drillsim.findings.tracing.link import NOTHING, Anchor, Link, wait_cause
from drillsim.findings.tracing.plant import Plant
from drillsim.findings.tracing.record import Record, StepLine, Wait
from drillsim.findings.tracing.steps import released, step_done
from drillsim.findings.tracing.supply import source_returned
from drillsim.schema import base_name, without_item

VAIN = ("failed", "timed_out")


def still_dark(record: Record, anchor: Anchor) -> Link:
    """A load is dark at the end: the step nearest to bringing it back, by how far it is; else the last that failed."""
    plant = record.plant
    open_ = [name for name, line in record.steps.items() if line.ended is None or line.state in VAIN]
    names = [name for name in open_ if base_name(name) in plant.bringing]
    if not names:
        return NOTHING
    reach = in_reach(record, anchor.id)
    return _nearest(record, [name for name in names if _helps(plant, name, anchor.id, reach)])


def _nearest(record: Record, names: list[str]) -> Link:
    waiting = [name for name in names if record.steps[name].ended is None]
    if waiting:
        return Link(next=Anchor("pending", min(waiting, key=lambda name: _distance(record.steps[name])), record.size))
    return _in_vain(record, max(names, key=lambda name: record.steps[name].ended or 0)) if names else NOTHING


def _in_vain(record: Record, step: str) -> Link:
    ended = record.steps[step].ended or 0
    return Link(((record.t(ended), f"failed:{base_name(step)}"),), Anchor("step", step, ended))


def _distance(line: StepLine) -> int:
    """Return how far a step is from its end: 0 begun, 1 ready, 2 waiting."""
    return 0 if line.begun is not None else 1 if line.ready is not None else 2


def _helps(plant: Plant, step: str, load: str, reach: bytes) -> bool:
    """Return whether it acts on the load, or on what stands where the load's supply could come from."""
    targets = plant.targets_of[base_name(step)]
    return load in targets or any(reach[node] for name in targets for node in plant.nodes(name))


# --- a step that has not ended ---


def not_done(record: Record, anchor: Anchor) -> Link:
    """A step at the end of the run: what it is at, or what it still waits for."""
    line = record.steps[anchor.id]
    if line.ready is not None:
        return step_done(record, anchor)
    wait = next((each for each in reversed(line.waits) if each.end == record.size), None)
    if wait is None:
        return released(record, anchor)
    before = _awaited_step(record, wait, anchor.id)
    if before is not None:
        return Link(next=before)
    vain = [name for name in record.steps if _is_of(name, wait.on) and record.steps[name].state in VAIN]
    if vain:
        return _in_vain(record, vain[-1])
    if (lost := _still_away(record, wait)) is not None:
        return lost
    waited = (record.t(wait.start), wait_cause(anchor.id, wait.reason))
    return Link((waited,), Anchor("released", anchor.id, wait.start))


def _awaited_step(record: Record, wait: Wait, step: str) -> Anchor | None:
    """Return, of the steps it waits for, one that has begun to be followed and is not over: the furthest of them; None
    where there is none."""
    if wait.reason not in ("predecessor", "not_known"):
        return None
    open_ = [
        (_distance(line), place, name)
        for place, (name, line) in enumerate(record.steps.items())
        if name != step and _is_of(name, wait.on) and line.ended is None
    ]
    return Anchor("pending", max(open_)[2], record.size) if open_ else None


def _is_of(step: str, names: tuple[str, ...]) -> bool:
    return step in names or without_item(step) in names


def _still_away(record: Record, wait: Wait) -> Link | None:
    """It waits to hear of a source or a bus that is still dead: for that, and not for the hearing."""
    for name in wait.on:
        for event in record.earlier(record.size):
            if event.type in ("source_lost", "source_back") and event.data["source"] == name:
                if event.type == "source_lost":
                    return source_returned(record, Anchor("returned", name, record.size))
                break
            if event.type == "supply_changed" and name in event.data["live"]:
                break
            if event.type == "supply_changed" and name in event.data["dead"]:
                return NOTHING
    return None

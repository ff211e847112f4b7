"""What an interruption that is still open at the end waits for: a step that has not been done, or nothing any more."""

from __future__ import annotations

from drillsim.findings.tracing.link import NOTHING, Anchor, Link, wait_cause
from drillsim.findings.tracing.plant import Plant, plant_of
from drillsim.findings.tracing.record import Record, StepLine, Wait
from drillsim.findings.tracing.steps import released, step_done
from drillsim.findings.tracing.supply import source_returned
from drillsim.network.topology import conducting, reached
from drillsim.schema.plan import Step
from drillsim.schema.verbs import VERBS

VAIN = ("failed", "timed_out")
_AWAY = ("open", "stop", "shed", "trip", "earth", "lock", "tag", "disable", "prove_dead")
"""Verbs that bring nothing back."""


def still_dark(record: Record, anchor: Anchor) -> Link:
    """A load is dark at the end: the step nearest to bringing it back, by how far it is; else the last that failed."""
    reach = _within_reach(record, anchor.id)
    rank = {name: _distance(line) for name, line in record.steps.items() if name.partition("[")[0] in reach}
    waiting = [name for name, distance in rank.items() if distance < len(_STAGES)]
    if waiting:
        return Link(next=Anchor("pending", min(waiting, key=rank.__getitem__), record.size))
    vain = [name for name in rank if record.steps[name].state in VAIN]
    return _in_vain(record, max(vain, key=lambda name: record.steps[name].ended or 0)) if vain else NOTHING


def _in_vain(record: Record, step: str) -> Link:
    ended = record.steps[step].ended or 0
    return Link(((record.t(ended), f"failed:{step.partition('[')[0]}"),), Anchor("step", step, ended))


_STAGES = ("begun", "ready", "waits")


def _distance(line: StepLine) -> int:
    if line.ended is not None:
        return len(_STAGES)
    return 0 if line.begun is not None else 1 if line.ready is not None else 2


def _within_reach(record: Record, load: str) -> frozenset[str]:
    """Steps of the plan that act on the load, or on what stands at the edge of the dead part it hangs on. Only for
    membership."""
    plant = plant_of(record.dossier)
    part = _dead_part(record, plant, load)
    return frozenset(step.id for _, step in record.dossier.plan.steps() if _helps(plant, step, load, part))


def _helps(plant: Plant, step: Step, load: str, part: frozenset[str]) -> bool:
    if not VERBS[step.do].operates or step.do in _AWAY:
        return False
    targets = plant.targets_of[step.id]
    return load in targets or any(_touches(plant, target, part) for target in targets)


def _touches(plant: Plant, target: str, part: frozenset[str]) -> bool:
    if target in part:
        return True
    switches = plant.switches_of.get(target, (target,))
    ends = (bus for switch in switches for bus in plant.ends(switch))
    return any(bus in part for bus in (*ends, *plant.buses_of.get(target, ())))


def _dead_part(record: Record, plant: Plant, load: str) -> frozenset[str]:
    """Buses and branches joined to the load at the end; none where its bus is live, and only the load is off."""
    net, bus = plant.net, plant.loads_bus.get(load)
    if bus is None or bus in _live_at_end(record):
        return frozenset()
    closed = _closed_at_end(record, plant)
    seen = reached(net, conducting(net, closed), (net.bus_index[bus],))
    return frozenset(net.element_id(node) for node in range(net.node_count) if seen[node])


def _closed_at_end(record: Record, plant: Plant) -> bytearray:
    net, shut = plant.net, record.events[0].data.get("closed")
    names = frozenset(shut or ())
    closed = bytearray(net.closed) if shut is None else bytearray(name in names for name in net.switch_ids)
    for seq in record.world:
        event = record.events[seq]
        if event.type == "switch_moved" and event.data["switch"] in net.switch_index:
            closed[net.switch_index[event.data["switch"]]] = bool(event.data["closed"])
    return closed


def _live_at_end(record: Record) -> frozenset[str]:
    live = dict.fromkeys(record.events[0].data.get("live", ()))
    for seq in record.world:
        event = record.events[seq]
        if event.type == "supply_changed":
            live.update(dict.fromkeys(event.data["live"]))
            for bus in event.data["dead"]:
                live.pop(bus, None)
    return frozenset(live)


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
    if (lost := _still_away(record, wait)) is not None:
        return lost
    return Link(((record.t(wait.start), wait_cause(anchor.id, wait.reason)),), Anchor("released", anchor.id, wait.start))


def _awaited_step(record: Record, wait: Wait, step: str) -> Anchor | None:
    """Of the steps it waits for one that has begun to be followed and is not over; the furthest of them."""
    if wait.reason not in ("predecessor", "not_known"):
        return None
    open_ = [
        (_distance(line), place, name)
        for place, (name, line) in enumerate(record.steps.items())
        if name != step and (name in wait.on or name.partition("[")[0] in wait.on) and line.ended is None
    ]
    return Anchor("pending", max(open_)[2], record.size) if open_ else None


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

"""The causes that brought supply back, and that took it away: switches, sources, automatics, whatever stands in the
instant."""

from __future__ import annotations

from drillsim.findings.reach import behind
from drillsim.findings.tracing.instant import Instant
from drillsim.findings.tracing.joined import joined, part_of
from drillsim.findings.tracing.link import BEFORE, NOTHING, Anchor, Link
from drillsim.findings.tracing.record import Record
from drillsim.journal import Event
from drillsim.schema import base_name, item_of

BY_ITSELF = ("transfer", "group", "reclose", "overload", "undervoltage")


def load_back(record: Record, anchor: Anchor) -> Link:
    """A load is live again: by somebody's or something's hand on it, else by what brought supply to its bus."""
    instant, load = record.at(anchor.seq), anchor.id
    hand = instant.hands.get(load)
    if hand is not None and hand.seq < anchor.seq:
        if hand.type == "control_set":
            return Link(next=acting(record, load, hand.seq))
        if hand.type == "load_switched" and hand.data["on"]:
            return Link(next=_switched_on(record, hand))
        if hand.type == "load_picked_up" and hand.data["cause"] != "hand":
            return _picked_up(record, load, hand.seq)
    movers = _movers(record, anchor.seq)
    key = (instant.first, len(movers), part_of(record, load, anchor.seq) if len(movers) > 1 else 0)
    if key not in record.nearest:
        record.nearest[key] = _nearest(record, load, movers, anchor.seq)
    return Link(next=record.nearest[key])


def supply_back(record: Record, anchor: Anchor) -> Link:
    """A bus is live again."""
    movers = _movers(record, anchor.seq)
    return Link(next=movers[0] if movers else None)


def _movers(record: Record, seq: int) -> list[Anchor]:
    """Return the anchors that may have brought supply in the instant before `seq`, latest first."""
    events = reversed(record.at(seq).movers)
    return [found for event in events if event.seq < seq and (found := _mover(record, event)) is not None]


def _switched_on(record: Record, event: Event) -> Anchor | None:
    cause = event.data["cause"]
    if cause in record.states:
        return Anchor("function", cause, _changed_at(record, cause, event.seq))
    return acting(record, event.data["load"], event.seq)


def _changed_at(record: Record, function: str, seq: int) -> int:
    """The change of the function in the instant of `seq`, which may follow it; else `seq`."""
    at = record.t(seq)
    return next((each.seq for each in record.states[function] if record.t(each.seq) == at), seq)


def _picked_up(record: Record, load: str, seq: int) -> Link:
    """Its contactor closed again by itself, a while after its bus was live."""
    back = _last_change(record, (record.plant.loads_bus.get(load, ""),), seq)
    since = record.since(back.seq if back else None)
    return Link(((since, f"automatic:{load}"),), Anchor("supply", load, back.seq) if back and back.is_live else None)


def _mover(record: Record, event: Event) -> Anchor | None:
    """Return the anchor an event that may bring supply rests on; None for one that brings none."""
    data, seq = event.data, event.seq
    if event.type == "switch_moved":
        cause = data["cause"]
        if cause == "step":
            return Anchor("step", data["cause_id"], seq)
        if cause == "source":
            return Anchor("source", data["cause_id"], seq)
        return Anchor("automatic" if cause in BY_ITSELF else "moved", data["cause_id"], seq)
    if event.type == "source_back":
        return Anchor("returned", data["source"], seq)
    if event.type == "source_running":
        return Anchor("source", data["source"], seq)
    if event.type == "ups_mode" and data["cause"] in ("step", "reset"):
        return acting(record, data["source"], seq)
    if event.type == "connected":
        return acting(record, data["point"], seq)
    return None


def _nearest(record: Record, load: str, movers: list[Anchor], seq: int) -> Anchor | None:
    """Return, of several anchors in one instant, the last that is joined to the load now; behind a UPS the one that has
    the load behind it and least besides."""
    if len(movers) < 2:
        return movers[0] if movers else None
    plant = record.plant
    at = [plant.nodes(record.events[each.seq].data.get("switch", each.id)) for each in movers]
    near = [each for each, nodes in zip(movers, at, strict=True) if joined(record, load, nodes, seq)]
    return near[0] if near else min(movers, key=lambda each: _reach(record, load, each))


def _reach(record: Record, load: str, mover: Anchor) -> int:
    """Return the number of loads that may be behind it; more than all where this one is not."""
    everything = len(record.dark) + 1
    if mover.kind not in ("automatic", "source"):
        return everything
    loads = behind(record.dossier, mover.id)
    return len(loads) if load in loads else everything + 1


# --- sources ---


def source_runs(record: Record, anchor: Anchor) -> Link:
    """A genset runs, has closed its breaker, or has given up: all from when it was called."""
    for event in record.earlier(anchor.seq + 1):
        if event.type == "genset_called" and event.data["source"] == anchor.id:
            kind = "step" if event.data["manual"] else "automatic"
            cause = ((record.t(event.seq), f"start:{anchor.id}"),)
            return Link(cause, Anchor(kind, event.data["by"], event.seq))
    return NOTHING


def source_returned(record: Record, anchor: Anchor) -> Link:
    """A source is there again: reclosed, freed by whoever isolated the fault, or it returned by itself, and nobody
    could have hurried it."""
    lost = next((e for e in record.earlier(anchor.seq) if _is(e, "source_lost", "source", anchor.id)), None)
    if lost is None:
        return Link(((BEFORE, f"fault:{anchor.id}"),))
    if any(_is(event, "reclosed", "source", anchor.id) for event in record.same(anchor.seq)):
        return Link(((record.t(lost.seq), f"automatic:{anchor.id}"),))
    freed = None if lost.data["cause"] == "fault" else _isolated(record, lost.seq, anchor.seq)
    since = freed.seq if freed else lost.seq
    return Link(((record.t(since), f"fault:{anchor.id}"),), freed)


def _isolated(record: Record, lost: int, back: int) -> Anchor | None:
    """The step whose switch isolated a fault between the two; None where nobody's did."""
    for event in record.earlier(back):
        if event.seq < lost:
            return None
        if event.type == "fault_isolated":
            by = (e for e in record.same(event.seq) if e.type == "switch_moved" and e.data["cause"] == "step")
            return next((Anchor("step", e.data["cause_id"], e.seq) for e in by), None)
    return None


def _is(event: Event, kind: str, key: str, value: str) -> bool:
    return bool(event.type == kind and event.data[key] == value)


# --- automatics ---


class Change:
    """The last time one of some buses went live or dead."""

    __slots__ = ("is_live", "seq")

    def __init__(self, seq: int, *, is_live: bool) -> None:
        self.seq, self.is_live = seq, is_live


def automatic(record: Record, anchor: Anchor) -> Link:
    """An automatic acted: from when it could, by what was live and dead at its switches and since when it was set."""
    event, plant = record.events[anchor.seq], record.plant
    moved = (event.data["switch"],) if event.type == "switch_moved" else ()
    switches = moved or plant.switches_of.get(anchor.id, ())
    buses = tuple(dict.fromkeys(bus for switch in switches for bus in plant.ends(switch)))
    change, enabled = _last_change(record, buses, anchor.seq), _enabled(record, anchor)
    cause = f"automatic:{anchor.id}"
    if enabled is not None and (change is None or enabled.seq > change.seq):
        return Link(((record.t(enabled.seq), cause),), enabled)
    if change is None:
        return Link(((BEFORE, cause),))
    came = Anchor("supply", buses[0], change.seq) if change.is_live else None
    return Link(((record.t(change.seq), cause),), came)


def _enabled(record: Record, anchor: Anchor) -> Anchor | None:
    """The step that last put it into automatic, if any."""
    for event in record.earlier(anchor.seq):
        if event.type == "transfer_set" and event.data["transfer"] == anchor.id and event.data["enabled"]:
            return acting(record, anchor.id, event.seq)
    return None


def _last_change(record: Record, buses: tuple[str, ...], seq: int) -> Change | None:
    for event in record.earlier(seq):
        if event.type == "supply_changed":
            for bus in buses:
                if bus in event.data["live"]:
                    return Change(event.seq, is_live=True)
                if bus in event.data["dead"]:
                    return Change(event.seq, is_live=False)
    return None


def moved(record: Record, anchor: Anchor) -> Link:
    """A device moved without being told to."""
    return Link(((BEFORE, f"fault:{anchor.id}"),))


def acting(record: Record, target: str, seq: int) -> Anchor | None:
    """The step that was at work on `target` in that instant; None when nobody was."""
    at, targets = record.t(seq), record.plant.targets_of
    for name, line in record.steps.items():
        begun = line.begun is not None and line.begun < seq
        if begun and (line.ended is None or record.t(line.ended) >= at):
            item = item_of(name)
            if item == target if item else target in targets.get(base_name(name), ()):
                return Anchor("step", name, seq)
    return None


# --- what took it away ---


def taken_by(record: Record, subject: str, seq: int) -> str:
    """Return the cause that took supply away from `subject` in the instant of `seq`: the cause of every part nothing
    else explains."""
    if not seq:
        return f"standing:{record.events[0].data.get('mode', subject)}"
    instant = record.at(seq)
    hand = instant.hands.get(subject)
    if hand is not None and hand.type == "load_switched" and not hand.data["on"]:
        return f"off:{_who(record, hand)}"
    return _took(record, subject, instant) or _last_fault(record, seq) or f"standing:{subject}"


def _who(record: Record, hand: Event) -> str:
    if hand.data["cause"] != "step":
        return str(hand.data["cause"])
    step = acting(record, hand.data["load"], hand.seq)
    return base_name(step.id) if step else str(hand.data["load"])


def _took(record: Record, subject: str, instant: Instant) -> str:
    """The surest; of several the one the load was joined to until then, else the first by its id."""
    if not instant.took:
        return ""
    key = (instant.first, part_of(record, subject, instant.first - 1) if len(instant.took) > 1 else 0)
    if key not in record.taken:
        surest = min(instant.took)[0]
        found = sorted((kind, name) for rank, kind, name in instant.took if rank == surest)
        near = [each for each in found if joined(record, subject, record.plant.nodes(each[1]), instant.first - 1)]
        kind, name = (near or found)[0]
        record.taken[key] = f"{kind}:{base_name(name)}"
    return record.taken[key]


_TAKES_NOTHING = (
    "fails_to_operate", "fails_to_start", "relay_disabled", "channel_lost", "permit_refused", "wrong_action",
    "resource_unavailable", "dc_lost",
)  # fmt: skip
"""Faults that show only when something is asked of what has them: none of them takes supply away from anybody."""


def _last_fault(record: Record, seq: int) -> str:
    """The fault that began last, left out what shows only on demand, somebody's absence, and stores: what one of them
    takes away it takes by a set that stops or by a function (`spoilt`); '' where none has."""
    people, stores = record.dossier.customer.people, record.dossier.site.stores
    for event in record.earlier(seq + 1):
        if event.type == "fault_begins" and event.data["fault"] not in _TAKES_NOTHING:
            for target in event.data["targets"]:
                if target not in people and target not in stores:
                    return f"fault:{target}"
    return ""


def spoilt(record: Record, store: str, seq: int) -> str:
    """The fault by which the store was empty or contaminated, be it that of a store it was filled from; '' where it
    was struck by none."""
    for event in record.earlier(seq + 1):
        if event.type == "fault_begins" and store in event.data["targets"]:
            return f"fault:{store}"
        if event.type == "store_contaminated" and event.data["store"] == store and event.data.get("from_store"):
            return spoilt(record, event.data["from_store"], event.seq)
    return ""

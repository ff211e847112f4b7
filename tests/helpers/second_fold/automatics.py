"""Automatic transfer, protection and displays, again."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from drillsim.findings.facts import A04, A05, A06, A07, A09
from drillsim.findings.finding import Finding
from drillsim.schema import Condition, Ups

if TYPE_CHECKING:
    from drillsim.journal.events import Event
    from helpers.second_fold import Again, Number
    from helpers.second_fold.fold import Fold, Span


def _transfer(fold: Fold, found: Finding) -> dict[str, Number]:
    """Until it was there, by whoever did it."""
    first = min((fold.events[seq] for seq in found.evidence), key=lambda e: e.seq)
    if first.type == "oscillation":
        return {"at_ms": first.t_ms, "took_ms": 0}
    done = fold.next_ms(first.t_ms, "transfer_done", transfer=found.subject.id)
    told: dict[str, Number] = {"at_ms": first.t_ms, "took_ms": done - first.t_ms}
    if found.code == "A02":
        return told
    name = found.subject.id
    behind = {"dark_ms": _darkest(fold, name, first.t_ms, done), "battery_ms": _hidden(fold, name, first.t_ms, done)}
    return {**told, **behind}


def _hidden(fold: Fold, transfer: str, start: int, end: int) -> int:
    """The longest time in which a UPS with nothing but loads of the transfer's board lived on its battery, in that
    time."""
    below, longest = set(fold.mains.beyond(transfer)), 0
    for name, spec in fold.dossier.site.sources.items():
        own = set(fold.mains.fed_by(name)) if isinstance(spec, Ups) else set()
        for began in fold.of("ups_on_battery", source=name) if own and own <= below else ():
            kinds = ("ups_on_mains", "battery_empty", "ups_mode", "source_stopped")
            until = next((e.t_ms for e in fold.of(*kinds, source=name) if e.seq > began.seq), fold.end)
            if began.t_ms <= end and until > start:
                longest = max(longest, until - began.t_ms)
    return longest


def _darkest(fold: Fold, transfer: str, start: int, end: int) -> int:
    """The longest interruption of a load that the transfer's board can feed, in that time."""
    spans = [span for load in fold.mains.beyond(transfer) for span in fold.dark(load)]
    return max((b - a for a, b in spans if a <= end and b >= start), default=0)


def _a03(fold: Fold, found: Finding) -> dict[str, Number]:
    closed = fold.anchor(found, "switch_moved", closed=True, cause_id=found.subject.id)
    return {"after_ms": fold.next_ms(closed.t_ms, "protection_trips") - closed.t_ms}


def _a04(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, A04)
    none: dict[str, Number] = dict.fromkeys(("after_ms", "due_ms", "current_a", "neighbours_kw", "neighbours_ms"), 0)
    if found.facts.what == "assumed":
        return none
    device = found.facts.devices[0]
    feeder = fold.dossier.site.sources.get(device)
    trip = (
        fold.anchor(found, "source_lost", source=device)
        if feeder
        else fold.anchor(found, "protection_trips", device=device)
    )
    told = dict(none)
    if found.facts.what == "overtaken":
        data = trip.data
        told |= {"after_ms": data["after_ms"], "due_ms": data["overtakes_ms"], "current_a": round(data["current_a"])}
    lost = [e for e in fold.of("neighbours_lost", source=found.facts.feeder) if e.t_ms == trip.t_ms]
    if lost:
        told |= {"neighbours_kw": round(lost[0].data["kw"]), "neighbours_ms": _out_for(fold, device, trip.t_ms)}
    return told


def _out_for(fold: Fold, device: str, since: int) -> int:
    """Return how long the head of the feeder stayed out, ms, tries that tripped again included."""
    moves = chain(fold.of("switch_moved", switch=device), fold.of("source_back", "source_lost", source=device))
    later = sorted((e for e in moves if e.t_ms > since), key=lambda e: e.seq)
    if not later or not (later[-1].type == "source_back" or later[-1].data.get("closed")):
        return fold.end - since
    return later[-1].t_ms - since


def _a05(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, A05)
    drops = [
        e
        for e in _evidence(fold, found)
        if e.type == "load_dropped" or (e.type == "switch_moved" and not e.data["closed"])
    ]
    first = drops[0].t_ms
    backs = [_closed_again(fold, drop) for drop in drops]
    standing = sum(1 for back in backs if back is None)
    until = fold.end if standing else max(back for back in backs if back is not None)
    over = [e for e in fold.of("voltage_dip") if e.t_ms - e.data["for_ms"] <= first <= e.t_ms]
    dip = max(over, key=lambda e: e.data["for_ms"]) if over else None
    return {
        "breakers": sum(1 for drop in drops if drop.type == "switch_moved"),
        "contactors": sum(1 for drop in drops if drop.type == "load_dropped"),
        "open": standing,
        "took_ms": until - first,
        "left_percent": round(100 * dip.data["residual_pu"]) if dip else 0,
        "for_ms": dip.data["for_ms"] if dip else 1_000,
    }


def _evidence(fold: Fold, found: Finding) -> list[Event]:
    return [fold.events[seq] for seq in sorted(found.evidence)]


def _closed_again(fold: Fold, drop: Event) -> int | None:
    if drop.type == "switch_moved":
        later = fold.of("switch_moved", switch=drop.data["switch"], closed=True)
    else:
        later = fold.of("load_picked_up", load=drop.data["load"])
    return next((e.t_ms for e in later if e.seq > drop.seq), None)


def _a06(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, A06)
    if found.facts.what == "motors":
        dip = fold.anchor(found, "voltage_dip", cause="motors")
        began = dip.t_ms - dip.data["for_ms"]
        there = {row.name for row in fold.dossier.network.loads if row.bus in dip.data["buses"]}
        starts = [e for e in fold.of("motor_runs_up") if began <= e.t_ms <= dip.t_ms and e.data["load"] in there]
        return {
            "amount": round(sum(e.data["kva"] for e in starts)),
            "n": len({e.data["load"] for e in starts}),
            "left_percent": round(100 * dip.data["residual_pu"]),
            "for_ms": dip.data["for_ms"],
        }
    rise = fold.anchor(found, "demand_changed")
    loads = found.facts.loads
    rises = [e for e in fold.of("demand_changed") if e.t_ms == rise.t_ms and e.data["load"] in loads]
    falls = [e.t_ms for e in fold.of("demand_changed") if e.data["load"] in loads and e.data["factor"] <= 1]
    until = max((t for t in falls if t > rise.t_ms), default=fold.end)
    usual = sum(e.data["demand_kw"] / e.data["factor"] for e in rises)
    more = round(sum(e.data["demand_kw"] for e in rises) - usual)
    return {"amount": more, "n": len(loads), "left_percent": 100, "for_ms": until - rise.t_ms}


def _a07(fold: Fold, found: Finding) -> dict[str, Number]:
    assert isinstance(found.facts, A07)
    at = fold.anchor(found, "switch_moved", closed=False).t_ms
    spans = [span for load in found.facts.loads for span in fold.dark(load) if span[0] <= at <= span[1]]
    return {"at_ms": at, "outage_ms": max(end - start for start, end in spans)}


def _a08(fold: Fold, found: Finding) -> dict[str, Number]:
    name, lost = found.subject.id, fold.anchor(found, "control_supply_lost")
    battery = [e for e in fold.of("control_supply_on_battery", supply=name) if e.t_ms <= lost.t_ms]
    return {
        "at_ms": lost.t_ms,
        "held_ms": lost.t_ms - battery[-1].t_ms if battery else 0,
        "lost_ms": fold.next_ms(lost.t_ms, "control_supply_back", supply=name) - lost.t_ms,
    }


def _a09(fold: Fold, found: Finding) -> dict[str, Number]:
    """Return the part of the time waited during which the display was dark."""
    assert isinstance(found.facts, A09)
    if found.facts.what == "card":
        due = _due(fold, found)
        return {"wait_ms": due, "dark_ms": due}
    waits = _to_see(fold, found.facts.step, found.subject.id)
    dark = _display_dark(fold, found.subject.id)
    both = [(max(a, c), min(b, d)) for a, b in waits for c, d in dark if max(a, c) < min(b, d)]
    return {"wait_ms": sum(end - start for start, end in waits), "dark_ms": _covered(both)}


def _due(fold: Fold, found: Finding) -> int:
    """Return the longest stretch in the display's dark time in which the card's trigger was so, less the time it asks
    for; what no event tells of is taken to be so, where one thing shown is."""
    assert isinstance(found.facts, A09)
    card = next(each for each in fold.dossier.plan.all_cards() if each.id == found.facts.step)
    turns = sorted({event.t_ms for event in fold.events})
    waits, longest = max((leaf.for_ or 0 for leaf in card.trigger.leaves()), default=0), 0
    for start, end in _display_dark(fold, found.subject.id):
        moments, since = [start, *(at for at in turns if start < at < end), end], None
        for at, until in pairwise(moments):
            seen = any(_holds(fold, leaf, at) for leaf in card.trigger.leaves()
                       if set(leaf.subjects) & set(found.facts.facts))  # fmt: skip
            so = seen and _holds(fold, card.trigger, at) is not False
            since = (at if since is None else since) if so else None
            if since is not None:
                longest = max(longest, until - since)
    return max(0, longest - waits)


def _holds(fold: Fold, condition: Condition, at: int) -> bool | None:
    """Return whether it was so, as far as supply tells; None where it does not."""
    parts = [_holds(fold, each, at) for each in condition.parts()]
    if condition.all_ or condition.any_:
        stop = bool(condition.any_)
        return stop if stop in parts else None if None in parts else not stop
    if parts:
        return None if parts[0] is None else not parts[0]
    if condition.state not in ("dead", "live"):
        return None
    dark = [any(a <= at < b for a, b in _unfed(fold, name)) for name in condition.subjects]
    return all(dark) if condition.state == "dead" else not any(dark)


def _to_see(fold: Fold, step: str, display: str) -> list[Span]:
    """Waits of the step for something the display shows."""
    sights = fold.dossier.site.observations[display].sees
    shown = {name for sight in sights for names in sight.model_dump().values() for name in names}
    waits = []
    for event in fold.of("wait_begins", step=step, reason="not_known"):
        if shown & {each.split(":")[-1].split("=")[0] for each in event.data["on"]}:
            ends = (e.t_ms for e in fold.of("wait_ends", step=step, reason="not_known") if e.seq > event.seq)
            waits.append((event.t_ms, next(ends, fold.end)))
    return waits


def _display_dark(fold: Fold, name: str) -> list[Span]:
    spec = fold.dossier.site.observations[name]
    spans = [span for need in spec.needs for span in _unfed(fold, need)]
    since: int | None = None
    for event in fold.of("fault_begins", "fault_ends", fault="channel_lost"):
        if name in event.data["targets"]:
            if event.type == "fault_begins":
                since = event.t_ms if since is None else since
            elif since is not None:
                spans.append((since, event.t_ms))
                since = None
    return [*spans, (since, fold.end)] if since is not None else spans


def _unfed(fold: Fold, need: str) -> list[Span]:
    if need in fold.initial["loads"]:
        return fold.dark(need)
    spans: list[Span] = []
    is_bus = any(row.name == need for row in fold.dossier.network.bus)
    dead = need not in fold.initial["live"] if is_bus else fold.initial["sources"].get(need) == "dead"
    since = fold.start if dead else None
    for event in fold.events:
        turns = _turns(event, need)
        if turns is True and since is None:
            since = event.t_ms
        elif turns is False and since is not None:
            spans.append((since, event.t_ms))
            since = None
    return [*spans, (since, fold.end)] if since is not None else spans


def _turns(event: Event, need: str) -> bool | None:
    """True where the bus or source goes dark, False where it comes back."""
    if event.type == "supply_changed" and need in (*event.data["dead"], *event.data["live"]):
        return need in event.data["dead"]
    if event.data.get("source") == need:
        if event.type in ("source_lost", "source_stopped", "battery_empty"):
            return True
        if event.type in ("source_back", "source_running", "ups_on_mains"):
            return False
    return None


def _covered(spans: list[Span]) -> int:
    """Time in at least one of the spans."""
    total, reached = 0, None
    for start, end in sorted(spans):
        fresh = start if reached is None else max(start, reached)
        if end > fresh:
            total += end - fresh
            reached = end
    return total


AGAIN: dict[str, Again] = {
    "A01": _transfer,
    "A02": _transfer,
    "A03": _a03,
    "A04": _a04,
    "A05": _a05,
    "A06": _a06,
    "A07": _a07,
    "A08": _a08,
    "A09": _a09,
}

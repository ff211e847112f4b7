"""A card's switching walked in the order it is read, on positions alone: no time, no people, nothing refuses.

The start of a card depends on what was lost and on what automatics made of it, so it is walked from each such start its
trigger allows. Conditions on switches, buses, loads and sources are answered by the wiring; what it cannot answer
(messages, functions, tanks) counts as fulfilled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from drillsim.checks.inputs import Inputs
from drillsim.checks.islands import Positions
from drillsim.checks.wiring import Plugged
from drillsim.plant import all_of, side_by_hand
from drillsim.plant import holds as judged
from drillsim.schema import Ats, Card, Condition, Step, Sts, steps_in_turn

Limits = tuple[tuple[tuple[str, ...], int], ...]
"""Devices and how many of them may be closed."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A step closes `switch` although of the devices `of` then more than `most` are closed."""

    step: str
    switch: str
    of: tuple[str, ...]
    most: int


@dataclass(frozen=True, slots=True)
class Walk:
    """One card from one start."""

    card: str
    lost: tuple[str, ...]
    """Feeders dead during the walk."""
    moves: int
    """Switches the card's steps moved."""
    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class Start:
    """The start of a walk: positions, and the sources that are live."""

    closed: Positions
    alive: tuple[str, ...]
    plugged: Plugged = ()
    proved: tuple[str, ...] | None = None
    """Buses proved dead; None where nobody keeps count."""
    earthed: tuple[str, ...] | None = None
    """Buses with an earth on; None where nobody keeps count."""


def walks(inputs: Inputs, limits: Limits) -> Iterator[Walk]:
    """Every card from every start its trigger allows; restoration last, also from where the cards ended."""
    plan, begins = inputs.dossier.plan, starts(inputs)
    ends: dict[Positions, None] = {}
    for card in plan.cards:
        for start in begins:
            if holds(inputs, card.trigger, start) is not False:
                yield _walk(inputs, card, start, limits, ends)
    if plan.restoration:
        every = dict.fromkeys([*(start.closed for start in begins), *ends])
        for closed in every:
            for alive in dict.fromkeys(start.alive for start in begins):
                start = Start(closed, alive)
                if holds(inputs, plan.restoration.trigger, start) is not False:
                    yield _walk(inputs, plan.restoration, start, limits, {})


def starts(inputs: Inputs, mode: str = "normal") -> tuple[Start, ...]:
    """For every loss of up to all feeders (of many, up to two): automatics stood still, acted, and with own sources."""
    wiring, found = inputs.wiring, []
    feeders = tuple(inputs.feeders)
    own = tuple(inputs.gensets)
    breakers = [genset.breaker for genset in inputs.gensets.values()]
    for size in range(min(len(feeders), 3 if len(feeders) <= 3 else 2) + 1):
        for lost in combinations(feeders, size):
            left = tuple(name for name in feeders if name not in lost)
            found.append(Start(wiring.of_mode(mode), left))
            found.append(Start(wiring.after_automatics(lost, mode=mode), left))
            if own and lost:
                running = wiring.changed(wiring.after_automatics(lost, own, mode=mode), close=breakers)
                found.append(Start(running, (*left, *own)))
    return tuple(dict.fromkeys(found))


def tripped(inputs: Inputs, mode: str) -> Iterator[Start]:
    """Every feeder live and one device that is closed in the mode open: what protection leaves of a fault inside."""
    wiring, closed = inputs.wiring, inputs.wiring.of_mode(mode)
    for name in wiring.net.switch_ids:
        if wiring.is_closed(closed, name):
            yield Start(wiring.changed(closed, opened=(name,)), tuple(inputs.feeders))


def _walk(inputs: Inputs, card: Card, start: Start, limits: Limits, ends: dict[Positions, None]) -> Walk:
    branches = {name for _, step, _ in inputs.steps() if step.on_failure for name in step.on_failure.steps}
    at, clashes, moved = start, [], 0
    for step in steps_in_turn(card):
        if step.id in branches or any(holds(inputs, each, at) is False for each in step.awaited()):
            continue
        for switch, closed in _moves(inputs, step, at):
            moved += 1
            was = inputs.wiring.is_closed(at.closed, switch)
            at = Start(_put(inputs, at.closed, switch, closed), at.alive)
            if closed and not was:
                clashes += [
                    Clash(step.id, switch, of, most) for of, most in limits if _clash(inputs, at, switch, of, most)
                ]
        started = tuple(name for name in step.all_targets if name in inputs.gensets) if step.do == "start" else ()
        at = Start(at.closed, tuple(dict.fromkeys((*at.alive, *started))))
    ends[at.closed] = None
    lost = tuple(name for name in inputs.feeders if name not in start.alive)
    return Walk(card.id, lost, moved, tuple(clashes))


def _put(inputs: Inputs, closed: Positions, switch: str, to: bool) -> Positions:
    return inputs.wiring.changed(closed, **{"close" if to else "opened": (switch,)})


def _clash(inputs: Inputs, at: Start, switch: str, of: tuple[str, ...], most: int) -> bool:
    return switch in of and sum(inputs.wiring.is_closed(at.closed, name) for name in of) > most


def _moves(inputs: Inputs, step: Step, at: Start) -> tuple[tuple[str, bool], ...]:
    """Switches a step moves, in order, and whether it closes them."""
    if step.do in ("open", "close"):
        known = inputs.wiring.net.switch_index
        return tuple((target, step.do == "close") for target in step.all_targets if target in known)
    found = [inputs.dossier.site.transfers.get(target) for target in step.all_targets] if step.do == "transfer" else []
    return tuple(
        move for each in found if isinstance(each, Ats | Sts) for move in transferred(inputs, each, step.to, at)
    )


def transferred(inputs: Inputs, spec: Ats | Sts, to: str | None, at: Start) -> tuple[tuple[str, bool], ...]:
    """Return the switches one opens, then closes, to move a transfer switch by hand; none where it stands right or no
    side is live."""
    wiring, switches = inputs.wiring, {"normal": spec.normal, "standby": spec.standby}
    ends = {side: set(wiring.net.switch_nodes(wiring.net.switch_index[each])) for side, each in switches.items()}
    live, board = wiring.live(at.closed, at.alive, plugged=at.plugged), ends["normal"] & ends["standby"]
    side = side_by_hand(to, lambda each: any(live[node] for node in ends[each] - board))
    if side is None or wiring.is_closed(at.closed, switches[side]):
        return ()
    return (switches["normal" if side == "standby" else "standby"], False), (switches[side], True)


def holds(inputs: Inputs, condition: Condition, at: Start) -> bool | None:
    """Return whether it holds in these positions; None where the wiring cannot say."""
    return judged(condition, lambda leaf: all_of([_leaf(inputs, leaf, name, at) for name in leaf.subjects]))


def _leaf(inputs: Inputs, leaf: Condition, name: str, at: Start) -> bool | None:
    wiring = inputs.wiring
    if leaf.kind == "switch" and name in wiring.net.switch_index:
        return wiring.is_closed(at.closed, name) == (leaf.state == "closed")
    kept = {"proved_dead": at.proved, "earthed": at.earthed}.get(leaf.state) if leaf.kind == "bus" else None
    if kept is not None:
        return name in kept
    if leaf.state not in ("live", "dead"):
        return None
    if leaf.kind == "source":
        return (name in at.alive) == (leaf.state == "live") if name not in inputs.upses else None
    nodes = wiring.live(at.closed, at.alive, plugged=at.plugged)
    if leaf.kind == "bus" and name in wiring.net.bus_index:
        return bool(nodes[wiring.net.bus_index[name]]) == (leaf.state == "live")
    if leaf.kind == "load" and name in wiring.net.load_index:
        if wiring.is_fed(name, nodes):
            return True if leaf.state == "live" else None if _drops_out(inputs, name) else False
        return leaf.state == "dead"
    return None


def _drops_out(inputs: Inputs, load: str) -> bool:
    """Return whether it may be dark though its bus is live: behind a contactor, or a motor somebody has to start."""
    facts = inputs.loads[load]
    return facts.contactor is not None or facts.motor is not None

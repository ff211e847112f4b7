"""The closings that would join two sources that are not one system, and the interlocks that prevent them.

They are looked for from every operating mode, as it stands and as automatics leave it after each loss of feeders, with
gensets standing, running all together, and each alone, the others having failed to start. A source counts whether it is
live or not: onto a dead feeder it is back-feed, onto a live one paralleling. Mobile sets count at their connection
points. A UPS is no way from source to source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.checks.inputs import Inputs
from drillsim.checks.islands import Positions
from drillsim.checks.walk import Start, starts
from drillsim.checks.wiring import exclusions
from drillsim.network import components, conducting
from drillsim.plant import box_bus, system_of

_BY_THEMSELVES = ("key", "electrical")


@dataclass(frozen=True, slots=True)
class Join:
    """Closing `switch`, with the others as `mode` and the loss of `lost` leave them, joins `one` and `other`."""

    switch: str
    mode: str
    lost: tuple[str, ...]
    one: tuple[str, ...]
    other: tuple[str, ...]
    procedural: bool
    """True where a procedural interlock forbids it."""


def terminals(inputs: Inputs) -> dict[str, int]:
    """Bus of every source: feeders, gensets, and mobile sets by the connection point they are plugged in at."""
    wiring, site = inputs.wiring, inputs.dossier.site
    found = {name: wiring.bus_of(name) for name in (*inputs.feeders, *inputs.gensets)}
    net = wiring.net
    for name, point in site.connection_points.items():
        known = point.switch in net.switch_index and point.bus in net.bus_index
        beyond = box_bus(net, point) if known else ""
        if beyond:
            found[name] = net.bus_index[beyond]
    return found


def joins(inputs: Inputs) -> tuple[Join, ...]:
    """Every switch that may join two systems unhindered, from the first state in which it can; in file order."""
    hard = exclusions(inputs.dossier, kinds=_BY_THEMSELVES)
    soft = exclusions(inputs.dossier, kinds=("procedural",))
    buses = terminals(inputs)
    systems = {name: system_of(inputs.dossier.site, name) for name in buses}
    found: dict[tuple[str, frozenset[str]], Join] = {}
    for mode, start, out in _states(inputs):
        if any(_shut(inputs, start.closed, of) > most for of, most in hard):
            continue  # the interlocks keep the plant out of this state
        lost = tuple(name for name in inputs.feeders if name not in start.alive)
        for switch, one, other in _closings(inputs, start.closed, out, buses):
            apart = len({systems[name] for name in (*one, *other)}) > 1
            key = (switch, frozenset((*one, *other)))
            if apart and key not in found and not _forbidden(inputs, start.closed, switch, hard):
                procedural = _forbidden(inputs, start.closed, switch, soft)
                found[key] = Join(switch, mode, lost, one, other, procedural)
    order = inputs.wiring.net.switch_index
    return tuple(sorted(found.values(), key=lambda join: order[join.switch]))


def _states(inputs: Inputs) -> Iterator[tuple[str, Start, tuple[int, ...]]]:
    """(mode, positions and live sources, nodes out of service), each once."""
    net, modes, seen = inputs.wiring.net, inputs.dossier.site.modes, set[tuple[Positions, tuple[int, ...]]]()
    for mode in dict.fromkeys(("normal", *modes)):
        gone = modes[mode].out_of_service if mode in modes else ()
        out = tuple(net.node(name) for name in gone if name in net.bus_index or name in net.branch_index)
        for start in (*starts(inputs, mode), *_one_set(inputs, mode)):
            if (start.closed, out) not in seen:
                seen.add((start.closed, out))
                yield mode, start, out


def _one_set(inputs: Inputs, mode: str) -> Iterator[Start]:
    """Yield the states in which one set of several runs: an interlock that names the others does not hold then."""
    several = inputs.gensets if len(inputs.gensets) > 1 else {}
    for start in starts(inputs, mode) if several else ():
        left = tuple(name for name in start.alive if name in inputs.feeders)
        lost = tuple(name for name in inputs.feeders if name not in left)
        for name, genset in several.items() if lost else ():
            closed = inputs.wiring.after_automatics(lost, (name,), mode=mode)
            yield Start(inputs.wiring.changed(closed, close=(genset.breaker,)), (*left, name))


def _closings(
    inputs: Inputs, closed: Positions, out: tuple[int, ...], buses: dict[str, int]
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Open switches with a source on either side that are not joined yet, and the sources of both sides."""
    net = inputs.wiring.net
    labels = components(net, conducting(net, closed, out))
    groups: dict[int, list[str]] = {}
    for name, bus in buses.items():
        groups.setdefault(labels[bus], []).append(name)
    for position, switch in enumerate(net.switch_ids):
        link = net.switch_link[position]
        one, other = net.link_nodes[link]
        series = all(closed[each] for each in net.link_switches[link] if each != position)
        usable = not closed[position] and series and not {one, other} & {*net.out, *out}
        if usable and labels[one] != labels[other] and labels[one] in groups and labels[other] in groups:
            yield switch, tuple(groups[labels[one]]), tuple(groups[labels[other]])


def _forbidden(inputs: Inputs, closed: Positions, switch: str, limits: tuple[tuple[tuple[str, ...], int], ...]) -> bool:
    """Return whether an interlock does not let the switch close as the others stand."""
    return any(
        switch in of and _shut(inputs, closed, tuple(each for each in of if each != switch)) >= most
        for of, most in limits
    )


def _shut(inputs: Inputs, closed: Positions, switches: tuple[str, ...]) -> int:
    """Return the number of them that are closed."""
    return sum(inputs.wiring.is_closed(closed, each) for each in switches)

"""The things that still have supply when all that somebody reports dead is dead: displays, telephones, control
supplies.

Own supply counts: a UPS with a battery, and a genset that starts by itself and is not among what is dead.
"""

from __future__ import annotations

from functools import cached_property

from drillsim.checks.alternatives import Way
from drillsim.checks.inputs import Inputs
from drillsim.network import conducting, reached

_DEAD = {"dead", "failed", "proved_dead", "earthed"}


class SupplyLeft:
    """The customer while every bus, load and source that `way` names dead is dead."""

    def __init__(self, inputs: Inputs, way: Way) -> None:
        self._inputs = inputs
        dead = [(leaf.kind, name) for leaf in way if leaf.state in _DEAD for name in leaf.subjects]
        self.sources = {name for kind, name in dead if kind == "source"}
        self._buses = {name for kind, name in dead if kind == "bus"}
        self._loads = {name for kind, name in dead if kind == "load"}

    @property
    def is_whole(self) -> bool:
        """Return whether nothing is dead."""
        return not (self.sources or self._buses or self._loads)

    def works(self, needs: tuple[str, ...]) -> bool:
        """Return whether all of these loads, buses or sources have supply."""
        return self.is_whole or all(self._has_supply(name) for name in needs)

    def _has_supply(self, name: str) -> bool:
        net, site = self._inputs.wiring.net, self._inputs.dossier.site
        if name in self.sources or name in self._buses or name in self._loads:
            return False
        if name in site.dc_supplies:
            supply = site.dc_supplies[name]
            return supply.lasts > 0 or any(self._has_supply(each) for each in supply.fed_by)
        if name in net.bus_index:
            return self._live[net.bus_index[name]] == 1
        if name in net.load_index:
            return self._inputs.wiring.is_fed(name, self._live)
        return True

    @cached_property
    def _live(self) -> bytes:
        """One byte a node: 1 where feeders, own gensets or batteries left reach it, once automatics have acted."""
        inputs, wiring = self._inputs, self._inputs.wiring
        lost = self._lost_feeders()
        blocked = [wiring.net.bus_index[name] for name in self._buses if name in wiring.net.bus_index]
        feeders = [name for name in inputs.feeders if name not in lost]
        found = self._reach(wiring.after_automatics(lost), feeders, blocked)
        started = {name: each for name, each in inputs.gensets.items() if each.control == "auto" and each.called_by}
        own = [name for name in started if name not in self.sources]
        if own and lost:
            found = _either(found, self._reach(wiring.emergency, own, blocked))
        return found

    def _reach(self, closed: bytes, sources: list[str], blocked: list[int]) -> bytes:
        """Return the nodes `sources` and batteries reach past the dead buses; a UPS without battery follows its
        input."""
        wiring, index = self._inputs.wiring, self._inputs.wiring.net.bus_index
        links = conducting(wiring.net, closed)
        upses = [each for name, each in self._inputs.upses.items() if name not in self.sources]
        starts = [wiring.bus_of(name) for name in sources]
        starts += [index[each.output] for each in upses if each.battery_kwh and each.mode == "online"]
        for _ in range(len(upses) + 1):
            found = reached(wiring.net, links, [bus for bus in starts if bus not in blocked], blocked)
            more = [index[each.output] for each in upses if found[index[each.input]]]
            if all(bus in starts for bus in more):
                break
            starts += more
        return found

    def _lost_feeders(self) -> tuple[str, ...]:
        """Feeders that are dead or all of whose ways in are."""
        wiring, net = self._inputs.wiring, self._inputs.wiring.net
        blocked = [net.bus_index[name] for name in self._buses if name in net.bus_index]
        links = conducting(net, wiring.all_closed)
        lost = []
        for name in self._inputs.feeders:
            start = wiring.bus_of(name)
            others = [bus for bus in blocked if bus != start]
            beyond = reached(net, links, [start], others) if start not in blocked else b"\x00" * net.node_count
            if name in self.sources or not any(wiring.is_fed(load, beyond) for load in self._inputs.loads):
                lost.append(name)
        return tuple(lost)


def _either(one: bytes, other: bytes) -> bytes:
    return bytes(a | b for a, b in zip(one, other, strict=True))

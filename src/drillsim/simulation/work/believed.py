"""The network as one person believes it now: what is closed, what is live, where the faults lie that they know of.

They know of a fault once they know that protection acted for it; they know its place once it has been found. Until then
its place is kept clear of all the same, as nobody closes onto a fault they know of.
"""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.network import CompiledNetwork, conducting, live_nodes, reached
from drillsim.simulation.core.knowledge import Fact, Knowledge, Value
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.active_fault import ActiveFault
from drillsim.simulation.plant import Plant


@dataclass(frozen=True, slots=True)
class AtStart:
    """The beliefs of all on the network before the run; the same for everybody and at every moment."""

    closed: bytes
    """One byte a switch: 1 closed."""
    faulted: frozenset[int]
    """Nodes known to be faulted."""


def at_start(net: CompiledNetwork, knowledge: Knowledge) -> AtStart:
    """Return the beliefs `knowledge` began with."""

    def was(kind: str, name: str, value: str) -> bool:
        belief = knowledge.at_start((kind, name))
        return belief is not None and belief.value == value

    names = (*net.bus_ids, *net.branch_ids)
    return AtStart(
        bytes(was("switch", name, "closed") for name in net.switch_ids),
        frozenset(net.node(name) for name in names if was("element", name, "faulted")),
    )


class Believed:
    """The beliefs of `person` on the network at this moment; ask anew when they may have learned something."""

    def __init__(self, world: World, plant: Plant, knowledge: Knowledge, person: str, start: AtStart) -> None:
        self._world, self._plant, self._knowledge, self._person = world, plant, knowledge, person
        self.net, self.out = world.net, world.out
        self.closed = bytearray(start.closed)
        self.faulted = self._news(set(start.faulted))
        """Nodes with a fault they know of, ascending."""
        self._feeding = [self.net.bus_index[bus] for bus in self._live_terminals()]

    def knows(self, fact: Fact) -> Value | None:
        """Return the value they believe; None where they know nothing."""
        belief = self._knowledge.of(self._person, fact)
        return None if belief is None else belief.value

    def at_start(self, switch: str) -> Value | None:
        """The position of a switch in the scenario's mode."""
        belief = self._knowledge.at_start(("switch", switch))
        return None if belief is None else belief.value

    def to_find(self) -> list[ActiveFault]:
        """Return the faults they know of that nobody has told them the place of."""
        return [fault for fault in self._plant.protection.faults.values() if self._to_find(fault)]

    def live(self, closed: bytearray) -> bytes:
        """Return one byte a node: 1 where they believe it live with the switches as in `closed`."""
        return live_nodes(self.net, conducting(self.net, closed, sorted(self.out)), self._feeding, self.out)

    def with_fault(self, closed: bytearray) -> bytes:
        """Return one byte a node: 1 where it is joined to a fault they know of."""
        return reached(self.net, conducting(self.net, closed, sorted(self.out)), self.faulted)

    def _is(self, fact: Fact, value: str) -> bool:
        return self.knows(fact) == value

    def _to_find(self, fault: ActiveFault) -> bool:
        if self._is(("element", fault.element), "faulted"):
            return False
        acted = any(self._is(("tripped", device), "yes") for device in fault.acted)
        return acted or any(self._is(("source", name), "dead") for name in fault.cleared_sources)

    def _news(self, faulted: set[int]) -> list[int]:
        """Put the switches where they have learned that they are; return the nodes they know to be faulted."""
        net = self.net
        for (kind, name), value in self._knowledge.since_start(self._person):
            if kind == "switch":
                self.closed[net.switch_index[name]] = value == "closed"
            elif kind == "element" and (name in net.branch_index or name in net.bus_index):
                (faulted.add if value == "faulted" else faulted.discard)(net.node(name))
        return sorted(faulted | {fault.node for fault in self.to_find()})

    def _live_terminals(self) -> list[str]:
        sources = self._plant.sources
        return [sources.bus_of(name) for name in sources.in_order if self._is(("source", name), "live")]

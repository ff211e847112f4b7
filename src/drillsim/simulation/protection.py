"""Short circuits: which devices see the fault and trip, with back-up when one fails.

A fault lies inside its element. Its zone is what it reaches without crossing a closed breaker or fuse; only a device
with a live source on its far side trips. One that fails joins the zone and the zone is worked out again. Without
settings the nearest trips, and the event says that selectivity was assumed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from drillsim.network import Zone, conducting, fed_from_outside, sources_inside, zone
from drillsim.simulation.kernel import Priority
from drillsim.simulation.sources import Sources
from drillsim.simulation.world import World

BACK_UP_MS = 300
"""Grading time of the next device where it has no stage of its own; assumed (0.3 s, usual grading step)."""
RETURN_MS = 60_000
"""A feeder that cleared a fault by itself is closed again this long after the fault is isolated; assumed."""
TRIPPING = ("breaker", "fuse")


@dataclass(slots=True)
class ActiveFault:
    """One short circuit that is not repaired. `failed` are the devices that should have tripped and did not."""

    element: str
    node: int
    failed: set[int] = field(default_factory=set)
    due: set[int] = field(default_factory=set)
    cleared_sources: set[str] = field(default_factory=set)
    isolated: bool = False
    zone: Zone | None = None


class Protection:
    """All short circuits of one run."""

    def __init__(self, world: World, sources: Sources) -> None:
        self._world, self._sources = world, sources
        self.faults: dict[str, ActiveFault] = {}
        self.accelerated: set[str] = set()
        """Switches an automatic transfer has just closed: they trip without their delay."""
        net = world.net
        self._devices = frozenset(i for i, s in enumerate(net.switch_ids) if world.device_kind(s) in TRIPPING)

    def strike(self, element: str) -> None:
        """A short circuit in a bus, line or transformer."""
        if element not in self.faults:
            self.faults[element] = ActiveFault(element, self._world.net.node(element))
            self._world.touch()

    def repair(self, element: str) -> None:
        """The fault is gone."""
        fault = self.faults.pop(element, None)
        if fault is not None:
            self._release(fault)
            self._world.touch()

    def look(self) -> None:
        """Works out zones, sets trips going, marks what lies in a fault."""
        self._world.faulted = set()
        for fault in list(self.faults.values()):
            self._look_at(fault)
        if not self.faults:
            self.accelerated.clear()

    def _look_at(self, fault: ActiveFault) -> None:
        w = self._world
        links = conducting(w.net, w.closed, sorted(w.out))
        devices = self._devices - fault.failed
        fault.zone = zone(w.net, links, [fault.node], devices)
        w.faulted |= set(fault.zone.nodes)
        feeding = self._sources.certain()
        buses = [w.net.bus_index[source.bus_id] for source in feeding]
        fed = fed_from_outside(w.net, links, fault.zone, buses)
        tripping = [b.switch for b, is_fed in zip(fault.zone.boundaries, fed, strict=True) if is_fed]
        for switch in dict.fromkeys(tripping):
            self._set_going(fault, switch)
        inside = [feeding[i].id for i in sources_inside(fault.zone, buses)]
        for name in inside:
            self._clear_source(fault, name)
        if tripping or inside:
            fault.isolated = False
            return
        if not fault.isolated:
            fault.isolated = True
            w.emit("fault_isolated", element=fault.element)
        self._release(fault)

    def _set_going(self, fault: ActiveFault, switch: int) -> None:
        if switch in fault.due:
            return
        fault.due.add(switch)
        name = self._world.net.switch_ids[switch]
        device = self._world.device(name)
        stage = min((s.after for s in device.trips), default=BACK_UP_MS if fault.failed else 0)
        delay = device.operates_in + (0 if name in self.accelerated else stage)
        self._world.kernel.after(delay, Priority.PROTECTION, lambda: self._trip(fault, switch, name))

    def _trip(self, fault: ActiveFault, switch: int, name: str) -> None:
        w = self._world
        fault.due.discard(switch)
        boundary = fault.zone and switch in {b.switch for b in fault.zone.boundaries}
        if fault.element not in self.faults or not boundary or not w.is_closed(name):
            return
        assumed = not w.device(name).trips
        w.emit("protection_trips", device=name, element=fault.element, backup=bool(fault.failed), assumed=assumed)
        self.accelerated.discard(name)
        if not w.move_switch(name, closed=False, cause="protection", cause_id=fault.element):
            fault.failed.add(switch)
        w.note(("tripped", name), "yes")
        w.touch()

    def _clear_source(self, fault: ActiveFault, name: str) -> None:
        if name in fault.cleared_sources:
            return
        fault.cleared_sources.add(name)
        if name in self._sources.lost:
            self._world.kernel.after(0, Priority.PROTECTION, lambda: self._sources.lose(name, "fault"))
        elif name in self._sources.gensets:
            self._world.kernel.after(0, Priority.PROTECTION, lambda: self._sources.gensets[name].stop("fault"))
        else:
            self._world.kernel.after(0, Priority.PROTECTION, lambda: self._sources.ups[name].fail("fault"))

    def _release(self, fault: ActiveFault) -> None:
        """Feeders that cleared themselves come back once the fault no longer reaches them."""
        w = self._world
        nodes = set(fault.zone.nodes) if fault.zone and fault.element in self.faults else set()
        for name in sorted(fault.cleared_sources):
            if name in self._sources.lost and w.net.bus_index[self._sources.bus_of(name)] not in nodes:
                fault.cleared_sources.discard(name)
                w.kernel.after(RETURN_MS, Priority.FAULT, _give_back(self._sources, name))


def _give_back(sources: Sources, name: str) -> Callable[[], None]:
    return lambda: sources.give_back(name)

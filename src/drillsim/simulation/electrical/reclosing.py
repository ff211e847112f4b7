"""The utility's side of a trip: its head breaker recloses once, and others who hang on it lose supply.

One draw a trip says whether the fault has gone by the end of the dead time; it is drawn only for a fault that may be
transient (on a line, without a duration in the scenario). A breaker that closes onto a fault trips again by its stages
and stays open.
"""

from __future__ import annotations

from collections.abc import Callable

from drillsim.network import joins_live
from drillsim.schema import Feeder
from drillsim.simulation.core.kernel import Priority
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.active_fault import ActiveFault
from drillsim.simulation.sources.sources import Sources


class Reclosing:
    """Head breakers of all feeders. `gone` takes a fault away."""

    def __init__(self, world: World, sources: Sources, gone: Callable[[str], None]) -> None:
        self._world, self._sources, self._gone = world, sources, gone
        feeders = {name: spec for name, spec in world.site.sources.items() if isinstance(spec, Feeder)}
        self._feeders = feeders
        self._feeder_of = {spec.breaker: name for name, spec in feeders.items() if spec.breaker}
        self._tried: set[tuple[str, str]] = set()

    def tripped(self, breaker: str, fault: ActiveFault) -> None:
        """A breaker has tripped for `fault`; nothing happens unless it is a feeder's head."""
        name = self._feeder_of.get(breaker)
        if name is not None:
            self.neighbours_lose(name)
            self._plan(name, fault, lambda: self._close(name, breaker, fault))

    def cleared(self, name: str, fault: ActiveFault) -> None:
        """A feeder whose head is not drawn has cleared `fault` by itself."""
        self.neighbours_lose(name)
        self._plan(name, fault, lambda: self._return(name, fault))

    def neighbours_lose(self, name: str) -> None:
        """Say that the others on the feeder's head lose supply."""
        spec = self._feeders.get(name)
        if spec is not None and (spec.neighbours_kw or spec.neighbours.says("en")):
            self._world.emit("neighbours_lost", source=name, kw=spec.neighbours_kw)

    def _plan(self, name: str, fault: ActiveFault, then: Callable[[], None]) -> None:
        spec = self._feeders.get(name)
        if spec is None or spec.reclose is None or (name, fault.element) in self._tried:
            return
        self._tried.add((name, fault.element))
        self._world.kernel.after(spec.reclose.after, Priority.PROTECTION, then)

    def _close(self, name: str, breaker: str, fault: ActiveFault) -> None:
        w, net = self._world, self._world.net
        feeding = [net.bus_index[one.bus_id] for one in self._sources.certain()]
        if w.is_closed(breaker) or joins_live(net, w.closed, w.out, net.switch_index[breaker], feeding):
            return
        self._try(name, fault)
        w.move_switch(breaker, closed=True, cause="reclose", cause_id=name)

    def _return(self, name: str, fault: ActiveFault) -> None:
        if name in fault.cleared_sources:
            fault.cleared_sources.discard(name)
            self._world.moved(Moved.SHORTS)
            self._sources.give_back(name)
            self._try(name, fault)

    def _try(self, name: str, fault: ActiveFault) -> None:
        """Reclose onto the fault, which has gone by now or has not."""
        w, spec = self._world, self._feeders[name]
        assert spec.reclose is not None
        chance = 0.0 if fault.permanent else spec.reclose.success
        success = w.luck.happens(chance, f"{name}/reclose", w.demand(f"{name}/reclose"))
        w.emit("reclosed", source=name, element=fault.element, success=success)
        if success:
            self._gone(fault.element)

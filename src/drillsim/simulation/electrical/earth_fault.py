"""Earth faults. Above 1 kV the neutral is isolated or compensated: an alarm, no trip; up to 1 kV it is earthed.

- Above 1 kV the fault is an alarm on every live bus of the system it lies in (what metal joins, transformers keep
  apart), for whoever has a display of one of them. Its current is that of the system's cables, or what a feeder's
  neutral earthing lets through (`earth_fault_a`). A device whose stage sees residual current trips by it, if it lies
  between a source and the fault.
- A second one on another element of the same system closes a path through earth: both become short circuits, taken as
  three-phase ones.
- Up to 1 kV it is a short circuit at once, which stages for earth faults see too; its current is taken as the
  three-phase one, as close to a Dyn transformer.
"""

from __future__ import annotations

from collections.abc import Callable

from drillsim.journal import rounded
from drillsim.network import capacitive_a, galvanic
from drillsim.schema import Feeder
from drillsim.simulation.core.kernel import Priority
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.protection import Protection
from drillsim.simulation.electrical.stage import Clocks, stage_ms
from drillsim.simulation.sources.sources import Sources

EARTHED_UP_TO_KV = 1.0
"""Neutrals up to here are earthed; above they count as isolated or compensated unless a feeder says otherwise."""
EARTH_FAULT = "earth_fault"


class EarthFaults:
    """All earth faults of one run."""

    def __init__(self, world: World, sources: Sources, protection: Protection) -> None:
        self._world, self._sources, self._protection = world, sources, protection
        self._clocks = Clocks(world.kernel)
        self._at: dict[str, int] = {}
        self._crossed: set[str] = set()
        self._alarmed: dict[str, tuple[str, ...]] = {}

    def strike(self, element: str) -> None:
        """An earth fault in a bus, line or transformer."""
        net = self._world.net
        node = net.node(element)
        bus = node if net.is_bus(node) else net.adjacent[node][0][1]
        if net.bus_kv[bus] <= EARTHED_UP_TO_KV:
            self._protection.strike(element, earth=True)
        elif element not in self._at:
            self._at[element] = node
            self._world.moved(Moved.EARTH_FAULTS)
            self._world.touch()

    def repair(self, element: str) -> None:
        """The fault is gone; one that had become a short circuit through it is an earth fault again."""
        self._at.pop(element, None)
        self._protection.repair(element)
        for other in sorted(self._crossed):
            self._protection.repair(other)
        self._crossed.clear()
        self._world.moved(Moved.EARTH_FAULTS)
        self._world.touch()

    def watches(self) -> bool:
        """Return whether there is one, or an alarm of one."""
        return bool(self._at or self._alarmed)

    def look(self) -> None:
        """Alarms, stages, and faults that have found each other."""
        w = self._world
        links = w.links_but_for_faults()
        systems = {element: galvanic(w.net, links, node) for element, node in self._at.items()}
        alone = {e: nodes for e, nodes in systems.items() if e not in self._crossed and self._is_live(nodes)}
        for element, nodes in alone.items():
            if any(self._at[other] in nodes for other in self._at if other != element):
                self._crossed.add(element)
                self._protection.strike(element, earth=True)
        self._alarm({e: nodes for e, nodes in alone.items() if e not in self._crossed}, links)

    def _is_live(self, nodes: tuple[int, ...]) -> bool:
        return any(self._world.live[node] for node in nodes)

    # -- the alarm -------------------------------------------------------------------------------------------------
    def _alarm(self, systems: dict[str, tuple[int, ...]], links: bytes) -> None:
        w = self._world
        for element in [e for e in self._alarmed if e not in systems]:
            self._clocks.drop_all(f"{element}|")
            w.emit("earth_fault_over", element=element, buses=list(self._alarmed.pop(element)))
        for element, nodes in systems.items():
            current = self._current(nodes)
            buses = tuple(w.net.bus_ids[node] for node in nodes if w.net.is_bus(node) and w.live[node])
            if element not in self._alarmed:
                w.emit("earth_fault_alarm", element=element, buses=list(buses), current_a=rounded(current, 1))
            self._alarmed[element] = buses
            self._run_stages(element, current, links)
        shown = {bus for buses in self._alarmed.values() for bus in buses}
        for bus in w.net.bus_ids:
            if bus in shown or (EARTH_FAULT, bus) in w.truth:
                w.note((EARTH_FAULT, bus), EARTH_FAULT if bus in shown else "none")

    def _current(self, nodes: tuple[int, ...]) -> float:
        w = self._world
        through = [
            spec.earth_fault_a
            for name, spec in w.site.sources.items()
            if isinstance(spec, Feeder) and spec.earth_fault_a and w.net.bus_index[self._sources.bus_of(name)] in nodes
        ]
        return max([capacitive_a(w.case.dossier.network, w.net, nodes), *through])

    # -- stages that see residual current --------------------------------------------------------------------------
    def _run_stages(self, element: str, current: float, links: bytes) -> None:
        """Run the stages of devices between a source and the fault that measure residual current."""
        w, keys = self._world, set()
        level = self._protection.currents.at(self._at[element], links, self._sources.certain())
        for switch, name in enumerate(w.net.switch_ids):
            stages = [(n, s) for n, s in enumerate(w.device(name).trips) if s.sees == "earth"]
            if stages and level and level.switch_a[switch] and self._protection.relay_works(name):
                for number, stage in stages:
                    keys.add(f"{element}|{name}|{number}")
                    act = self._tripper(element, name, number, current)
                    self._clocks.see(f"{element}|{name}|{number}", stage_ms(stage, current), act)
        self._clocks.keep(f"{element}|", keys)

    def _tripper(self, element: str, name: str, number: int, current: float) -> Callable[[int], object]:
        def decides(after_ms: int) -> None:
            self._world.moved(Moved.EARTH_FAULTS)
            opens = self._world.device(name).operates_in
            said = {"after_ms": after_ms, "current_a": rounded(current, 1), "stage": str(number)}
            self._world.kernel.after(opens, Priority.PROTECTION, lambda: self._open(element, name, said))

        return decides

    def _open(self, element: str, name: str, said: dict[str, object]) -> None:
        w = self._world
        if w.is_closed(name):
            w.emit("protection_trips", device=name, element=element, backup=False, assumed=False, **said)
            w.move_switch(name, closed=False, cause="protection", cause_id=element)
            w.note(("tripped", name), "yes")

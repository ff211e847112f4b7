"""The equipment that lets go when the voltage is low: undervoltage releases of breakers, contactors and drives of
loads.

A release that has seen voltage opens its breaker once the voltage at it was below `below_pu` for `after`, in a dip as
in an interruption, and no sooner than its coil falls off. A contactor drops its load out likewise; it comes back by
itself `recloses_after` after the voltage is there again, or when somebody starts the load by hand.
"""

from __future__ import annotations

from collections.abc import Callable

from drillsim.journal import rounded
from drillsim.schema import Contactor
from drillsim.simulation.core.kernel import Priority, Timer
from drillsim.simulation.core.usable import at_load, between_phases
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.voltage import Voltages

COIL_MS = 10
"""The shortest dip an undelayed coil lets go in: half a cycle; assumed."""
PICK_UP_PU = 0.85
"""Voltage a contactor needs to close (IEC 60947-4-1, 85 % of rated)."""
CONTACTOR = "contactor"


class Dropouts:
    """Undervoltage releases and contactors of one run."""

    def __init__(self, world: World, voltages: Voltages) -> None:
        self._world, self._voltages = world, voltages
        self._releases = {name: d.undervoltage_release for name, d in world.site.devices.items()
                          if d.undervoltage_release is not None}  # fmt: skip
        self._contactors = {name: load.contactor for name, load in world.site.loads.items() if load.contactor}
        self._armed: set[str] = set()
        self._out: set[str] = set()
        self._timers: dict[str, Timer] = {}

    @property
    def switches(self) -> tuple[str, ...]:
        """Breakers with a release."""
        return tuple(self._releases)

    @property
    def loads(self) -> tuple[str, ...]:
        """Loads behind a contactor."""
        return tuple(self._contactors)

    @property
    def buses(self) -> tuple[str, ...]:
        """The buses where voltage is looked for."""
        net, cords = self._world.net, self._world.cords
        at = [node for each in self._releases for node in net.switch_nodes(net.switch_index[each]) if net.is_bus(node)]
        at += [bus for load in self._contactors for bus, _ in cords[net.load_index[load]]]
        return tuple(net.bus_ids[node] for node in at)

    def look(self) -> None:
        """Starts and stops timers by the voltage now."""
        for switch, release in self._releases.items():
            low = self._at_switch(switch) < release.below_pu
            if not self._world.is_closed(switch) or (low and self._world.quiet):
                self._armed.discard(switch)
            elif not low:
                self._armed.add(switch)
            self._watch(f"r/{switch}", low and switch in self._armed, release.after, self._opener(switch))
        for load, contactor in self._contactors.items():
            self._look_at(load, contactor)

    def _at_switch(self, switch: str) -> float:
        """The best voltage at the switch's buses, between sound phases."""
        net = self._world.net
        nodes = net.switch_nodes(net.switch_index[switch])
        return max(between_phases(self._world, node) for node in nodes if net.is_bus(node))

    def _watch(self, key: str, due: bool, after: int, act: Callable[[], None]) -> None:
        timer = self._timers.get(key)
        if due and timer is None:
            self._timers[key] = self._world.kernel.after(max(after, COIL_MS), Priority.PROTECTION, act)
        elif not due and timer is not None:
            timer.cancel()
            del self._timers[key]

    # -- breakers --------------------------------------------------------------------------------------------------
    def _opener(self, switch: str) -> Callable[[], None]:
        def opens() -> None:
            net = self._world.net
            self._timers.pop(f"r/{switch}", None)
            self._armed.discard(switch)
            bus = min(node for node in net.switch_nodes(net.switch_index[switch]) if net.is_bus(node))
            self._world.move_switch(switch, closed=False, cause="undervoltage", cause_id=net.bus_ids[bus])

        return opens

    # -- contactors ------------------------------------------------------------------------------------------------
    def _look_at(self, load: str, contactor: Contactor) -> None:
        w = self._world
        if w.quiet:
            return
        voltage = at_load(w, load)
        if load in self._out and w.loads.off.get(load) != CONTACTOR:
            self._out.discard(load)
            w.emit("load_picked_up", load=load, cause="hand")
        held = load not in w.loads.off and w.loads.runs(load)
        self._watch(f"d/{load}", held and voltage < contactor.drops_below_pu, contactor.after, self._dropper(load))
        back = load in self._out and contactor.recloses == "auto" and voltage >= PICK_UP_PU
        self._watch(f"p/{load}", back, contactor.recloses_after, self._closer(load))

    def _dropper(self, load: str) -> Callable[[], None]:
        def drops() -> None:
            w = self._world
            self._timers.pop(f"d/{load}", None)
            w.loads.switch_off(load, CONTACTOR)
            self._out.add(load)
            w.emit("load_dropped", load=load, cause=CONTACTOR, residual_pu=rounded(at_load(w, load), 4))
            w.touch()

        return drops

    def _closer(self, load: str) -> Callable[[], None]:
        def closes() -> None:
            w = self._world
            self._timers.pop(f"p/{load}", None)
            self._out.discard(load)
            w.loads.switch_on(load)
            w.emit("load_picked_up", load=load, cause="auto")
            w.touch()

        return closes

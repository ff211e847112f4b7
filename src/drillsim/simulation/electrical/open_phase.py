"""An open phase: a conductor is broken or one pole has not closed, and what lies behind runs on two phases.

The model is a simple one. Behind the element are the live buses no source reaches without it. On the phases concerned
`residual_percent` of the voltage is left there; without a figure 50 %, which is what a delta-star transformer with one
open phase on its delta side leaves on two of its phases. Loads, contactors and motors feel that voltage: a load is dark
below what it runs at, contactors drop out by their thresholds, a motor below `stalls_below_pu` heats up and its
overload relay switches it off after 10 s (assumed). ATSs, STSs and UPSs measure each phase and act. Undervoltage
releases and bus-tie transfers measure between sound phases and see nothing: that is the danger of it. Single-phase
loads are not worked out apart.
"""

from __future__ import annotations

from collections.abc import Callable

from drillsim.journal import rounded
from drillsim.network import conducting
from drillsim.plant import live_through
from drillsim.simulation.core.kernel import Priority, Timer
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.voltage import Voltages
from drillsim.simulation.sources.sources import Sources

LEFT_PU = 0.5
"""Voltage left where the scenario gives none."""
MOTOR_TRIPS_MS = 10_000
"""From running on two phases to its overload relay's trip; assumed."""
OPEN_PHASE = "open_phase"


class OpenPhases:
    """All open phases of one run."""

    def __init__(self, world: World, sources: Sources, voltages: Voltages) -> None:
        self._world, self._sources, self._voltages = world, sources, voltages
        self._open: dict[str, float] = {}
        self._said: dict[str, tuple[int, ...]] = {}
        self._motors = {name: load.motor for name, load in world.site.loads.items() if load.motor is not None}
        self._timers: dict[str, Timer] = {}

    def begin(self, element: str, residual_percent: float | None) -> None:
        """One phase of a line, transformer or feeder is open."""
        self._open[element] = LEFT_PU if residual_percent is None else residual_percent / 100
        self._world.moved(Moved.OPEN_PHASES)
        self._world.touch()

    def end(self, element: str) -> None:
        """All three phases are there again."""
        self._open.pop(element, None)
        self._said.pop(element, None)
        self._world.moved(Moved.OPEN_PHASES)
        self._world.touch()

    def watches(self) -> bool:
        """Return whether a phase is open, or what the last has left."""
        return bool(self._open or self._world.phases or self._timers)

    def look(self) -> None:
        """Work out what lies behind now, the voltage it has left, and the motors that run on two phases."""
        phases: dict[int, float] = {}
        for element, left in self._open.items():
            behind = self._behind(element)
            for bus in behind:
                phases[bus] = min(left, phases.get(bus, 1.0))
            if behind and self._said.get(element) != behind:
                self._said[element] = behind
                buses = [self._world.net.bus_ids[bus] for bus in behind]
                self._world.emit("phase_open", element=element, buses=buses, residual_pu=rounded(left, 4))
        self._world.leaves(phases)
        for load, motor in self._motors.items():
            self._watch(load, motor.stalls_below_pu)

    def _behind(self, element: str) -> tuple[int, ...]:
        w, net = self._world, self._world.net
        out = set(w.out) | w.faulted
        if element not in self._sources.lost:
            out.add(net.node(element))
        links = conducting(net, w.closed, sorted(out))
        sound = [net.bus_index[each.bus_id] for each in self._sources.certain() if each.id != element]
        passing = [(net.bus_index[u.passes_on], net.bus_index[u.output]) for u in self._sources.passing()]
        fed, _ = live_through(net, links, sound, passing, out)
        return tuple(bus for bus in range(net.bus_count) if w.live[bus] and not fed[bus])

    def _watch(self, load: str, stalls_below_pu: float) -> None:
        w = self._world
        turning = load not in w.loads.off and w.loads.runs(load)
        hot = turning and 0 < self._voltages.phase_at(load) < min(stalls_below_pu, 1.0)
        if hot and load not in self._timers:
            trip = self._tripper(load)
            self._timers[load] = w.kernel.after(MOTOR_TRIPS_MS, Priority.PROTECTION, trip)
        elif not hot and load in self._timers:
            self._timers.pop(load).cancel()

    def _tripper(self, load: str) -> Callable[[], None]:
        def trips() -> None:
            w = self._world
            self._timers.pop(load, None)
            w.loads.switch_off(load, OPEN_PHASE)
            left = rounded(self._voltages.phase_at(load), 4)
            w.emit("load_dropped", load=load, cause=OPEN_PHASE, residual_pu=left)
            w.touch()

        return trips

"""Motors that start and re-accelerate: they draw their starting power for their run-up, all at once or group by group.

A motor starts when its load becomes live (a contactor picked up, a bus came back) and when the voltage returns after it
had slowed down below `stalls_below_pu`. Motors of a later group wait, switched off, until every earlier one has run up.
The torque falls with the square of the voltage, so the run-up lasts `run_up` ÷ u². A motor that another's start slows
down joins the start. Within a run-up nothing else is worked out: no torque curves, no transient stability.
"""

from __future__ import annotations

from collections.abc import Callable

from drillsim.journal import rounded
from drillsim.schema import Motor
from drillsim.simulation.core.kernel import Priority
from drillsim.simulation.core.usable import at_load
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.dropout import PICK_UP_PU
from drillsim.simulation.electrical.supply import Supply
from drillsim.simulation.electrical.voltage import Voltages

LEAST_PU = 0.5
"""Below this voltage a run-up is not drawn out any further; assumed."""
GROUP = "group"


class Motors:
    """Motors of one run."""

    def __init__(self, world: World, supply: Supply, voltages: Voltages) -> None:
        self._world, self._supply, self._voltages = world, supply, voltages
        self._motors = {name: load.motor for name, load in world.site.loads.items() if load.motor is not None}
        self._on: dict[str, bool] = {}
        self._slow: set[str] = set()
        self._unscheduled: list[str] = []

    @property
    def names(self) -> tuple[str, ...]:
        """Loads with a motor."""
        return tuple(self._motors)

    def minds_starts(self) -> bool:
        """Return whether it makes a difference that one begins or ends to run up."""
        w = self._world
        waits = any(each == GROUP for each in w.loads.off.values())
        return bool(self._unscheduled or waits or w.phases or not self._voltages.is_sound)

    def look(self) -> None:
        """Starts what has become live or has voltage again; motors live at the beginning are running."""
        starters = [load for load, motor in self._motors.items() if self._wants_to_start(load, motor)]
        self._schedule()
        if starters:
            self._start(starters)
        else:
            self._let_waiting_in()

    def _turning(self, load: str) -> bool:
        w = self._world
        return self._supply.lit.get(load, False) and w.loads.runs(load)

    def _wants_to_start(self, load: str, motor: Motor) -> bool:
        w, was = self._world, self._on.get(load)
        self._on[load] = now = self._turning(load)
        if not now:
            self._slow.discard(load)
            w.loads.end_start(load)
            return False
        if was is None or load in w.loads.starting_kva:
            return False
        if not was:
            return True
        if at_load(w, load) < motor.stalls_below_pu:
            self._slow.add(load)
            return self._voltages.cause == "motors"
        return load in self._slow

    def _start(self, loads: list[str]) -> None:
        """The first group of `loads` now, unless an earlier one is running up; the others are switched off to wait."""
        w = self._world
        earliest = min(self._motors[load].group for load in (*loads, *w.loads.starting_kva))
        for load in loads:
            self._slow.discard(load)
            if self._motors[load].group > earliest:
                w.loads.switch_off(load, GROUP)
                left = rounded(self._voltages.at_load(load), 4)
                w.emit("load_dropped", load=load, cause=GROUP, residual_pu=left)
            else:
                w.loads.start(load, self._motors[load].starting_kva)
                w.emit("motor_runs_up", load=load, kva=self._motors[load].starting_kva)
                self._unscheduled.append(load)
        w.touch()

    def _schedule(self) -> None:
        """The run-up's length goes by the voltage with every motor of this instant started."""
        loads, self._unscheduled = self._unscheduled, []
        for load in loads:
            if load in self._world.loads.starting_kva:
                voltage = max(self._voltages.at_load(load), LEAST_PU)
                lasts = round(self._motors[load].run_up / voltage**2)
                self._world.kernel.after(
                    lasts, Priority.SOURCE, self._runner(load, self._world.demand(f"{load}/run_up"))
                )

    def _runner(self, load: str, number: int) -> Callable[[], None]:
        def runs() -> None:
            w = self._world
            if w.demands[f"{load}/run_up"] == number and w.loads.end_start(load):
                w.touch()

        return runs

    def _let_waiting_in(self) -> None:
        w = self._world
        waiting = [load for load in self._motors if w.loads.off.get(load) == GROUP]
        if not waiting or w.loads.starting_kva or self._unscheduled:
            return
        ready = [load for load in waiting if self._voltages.at_load(load) >= PICK_UP_PU]
        first = min((self._motors[load].group for load in ready), default=0)
        for load in ready:
            if self._motors[load].group == first:
                w.loads.switch_on(load)
                w.emit("load_picked_up", load=load, cause=GROUP)
                w.touch()

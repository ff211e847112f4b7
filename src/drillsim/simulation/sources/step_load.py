"""The load a generating set is given at once: a block beyond its step, or motors beyond its starting kVA.

Either stalls it. The block is the rise of its load over what it carried before this instant; if it is gone again within
`STALL_MS` (a fast load shedding may do that), the set lives. No governor or exciter is modelled: these are the two
limits a maker states.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf

from drillsim.journal import rounded
from drillsim.schema import Genset
from drillsim.simulation.core.kernel import Priority, Timer
from drillsim.simulation.core.world import World

STALL_MS = 1_000
"""From the step to the trip by low frequency or voltage. Assumed."""
POWER_FACTOR = 0.8
"""Rated kW over rated kVA of a set."""
STARTS_AT = 2.0
"""Starting kVA it takes, times its rated kVA, where the file names none; assumed."""


class StepWatch:
    """Watches one set."""

    def __init__(self, world: World, name: str, spec: Genset, stall: Callable[[], None]) -> None:
        self._world, self._name, self._stall = world, name, stall
        self.limit_kw = spec.rated_kw * spec.step_load_percent / 100 if spec.step_load_percent else inf
        self.limit_kva = spec.starting_kva or STARTS_AT * spec.rated_kw / POWER_FACTOR
        self._kw = self._before_kw = self._from_kw = 0.0
        self._kva = 0.0
        self._at = world.kernel.now
        self._worst = (0.0, 0.0)
        self._timer: Timer | None = None

    def look(self, kw: float, kva: float) -> None:
        """The set carries `kw` now, and motors are starting with `kva`."""
        if self._at != self._world.now:
            self._at, self._before_kw = self._world.now, self._kw
        self._kw, self._kva = kw, kva
        if self._world.quiet:  # what it carries at the beginning is no step
            self._before_kw = kw
            return
        if self._timer is not None:
            self._worst = (max(self._worst[0], kw - self._from_kw), max(self._worst[1], kva))
        elif kw - self._before_kw > self.limit_kw or kva > self.limit_kva:
            self._from_kw = self._before_kw
            self._worst = (kw - self._from_kw, kva)
            self._timer = self._world.kernel.after(STALL_MS, Priority.SOURCE, self._due)

    def _due(self) -> None:
        self._timer = None
        if self._kw - self._from_kw <= self.limit_kw and self._kva <= self.limit_kva:
            return
        kw, kva = self._worst
        self._world.emit(
            "load_step",
            source=self._name,
            kw=rounded(kw, 1),
            limit_kw=rounded(self.limit_kw, 1) if self.limit_kw < inf else 0.0,
            kva=rounded(kva, 1),
            limit_kva=rounded(self.limit_kva, 1),
        )
        self._stall()

    def forget(self) -> None:
        """The set stands."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._kw = self._before_kw = self._kva = 0.0

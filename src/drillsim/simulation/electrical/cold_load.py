"""Cold-load pick-up: after a long outage a load draws a multiple of its usual demand, falling in equal steps.

Demand goes in steps of a tenth of the usual one, so that power flows meet the same few levels again and again.
"""

from __future__ import annotations

from collections.abc import Callable

from drillsim.journal import rounded
from drillsim.schema import ColdLoad
from drillsim.simulation.core.kernel import Priority
from drillsim.simulation.core.world import World

STEP = 0.1
"""One step of demand, times the usual."""


class ColdLoads:
    """Loads of one run that draw more after an outage. `draw` sets a load's demand, kW."""

    def __init__(self, world: World, usual_kw: dict[str, float], draw: Callable[[str, float], None]) -> None:
        self._world, self._usual, self._draw = world, usual_kw, draw
        self._specs = {name: load.cold_load for name, load in world.site.loads.items() if load.cold_load is not None}
        self._dark_since: dict[str, int] = {}
        self._pick_ups: dict[str, int] = {}
        """Pick-ups so far; the steps of an earlier one no longer count."""

    def changed(self, load: str, *, lit: bool) -> None:
        """The load is live again, or dark; to be called before the event that says so."""
        spec = self._specs.get(load)
        if spec is None:
            return
        if not lit:
            self._dark_since[load] = self._world.now
        elif self._world.now - self._dark_since.get(load, self._world.kernel.start_ms) > spec.outage_over:
            self._pick_up(load, spec)

    def _pick_up(self, load: str, spec: ColdLoad) -> None:
        number = self._pick_ups[load] = self._pick_ups.get(load, 0) + 1
        steps = max(round((spec.factor - 1) / STEP), 1)
        self._set(load, spec.factor)
        for step in range(1, steps + 1):
            factor = spec.factor - (spec.factor - 1) * step / steps
            self._world.kernel.after(spec.lasts * step // steps, Priority.SOURCE, self._setter(load, number, factor))

    def _setter(self, load: str, number: int, factor: float) -> Callable[[], None]:
        def sets() -> None:
            if self._pick_ups[load] == number:
                self._set(load, factor)
                self._world.touch()

        return sets

    def _set(self, load: str, factor: float) -> None:
        kw = self._usual[load] * round(factor, 6)
        self._draw(load, kw)
        self._world.emit("demand_changed", load=load, demand_kw=rounded(kw), factor=rounded(factor, 2))

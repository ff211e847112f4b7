"""Which loads have too little voltage to run, though their bus is live: in a dip, behind an open phase, beside a short
circuit that is not yet cleared, or because the network cannot carry what is drawn.

Such a load draws on (switching it off in thought would give the others a voltage they do not have) and counts as dark.
"""

from __future__ import annotations

from drillsim.schema import Load
from drillsim.simulation.supply import Supply
from drillsim.simulation.usable import at_load
from drillsim.simulation.world import World

RUNS_ABOVE_PU = 0.7
"""What a load needs of which nothing else is said. Assumed: below it motors stall, lamps go out, electronics stop."""


def runs_above_pu(load: Load | None) -> float:
    """Voltage a load needs: what it states, else what holds its contactor, else 0.7."""
    if load is None:
        return RUNS_ABOVE_PU
    if load.runs_above_pu is not None:
        return load.runs_above_pu
    return load.contactor.drops_below_pu if load.contactor else RUNS_ABOVE_PU


class LowVoltage:
    """Loads of one run without a usable voltage."""

    def __init__(self, world: World, supply: Supply) -> None:
        self._world, self._supply = world, supply
        self._least = {name: runs_above_pu(world.site.loads.get(name)) for name in world.net.load_ids}
        self._highest = max(self._least.values(), default=0.0)
        self._seen: tuple[object, ...] = (None, None, None)
        """What was judged last."""

    def look(self) -> None:
        """Judges every load again where voltages may have changed, and has what turned said."""
        w = self._world
        state = (w.vm_pu, w.phases, w.grid)
        if all(now is before for now, before in zip(state, self._seen, strict=True)):
            return
        self._seen = state
        if not w.low_loads and self._is_sound():
            return
        low = {load for load, fed in zip(w.net.load_ids, w.grid.fed, strict=True) if self._is_low(load, fed=fed)}
        if low != w.low_loads:
            w.low_loads = low
            self._supply.note_loads()
            w.touch()

    def _is_sound(self) -> bool:
        """Whether every bus has enough for any load; asked first, as it nearly always is so."""
        answer = self._supply.answer
        return self._world.vm_pu is answer.vm_pu and not self._world.phases and answer.lowest_pu >= self._highest

    def _is_low(self, load: str, *, fed: bool) -> bool:
        """A load on dead buses stays what it was until one of them is live again."""
        return at_load(self._world, load) < self._least[load] if fed else load in self._world.low_loads

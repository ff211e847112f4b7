"""The loads that have too little voltage to run, though their bus is live: in a dip, behind an open phase, beside a
short circuit that is not yet cleared, or because the network cannot carry what is drawn.

Such a load draws on (switching it off in thought would give the others a voltage they do not have) and counts as dark.
"""

from __future__ import annotations

from drillsim.simulation.core.usable import at_load, least_pu
from drillsim.simulation.core.world import World
from drillsim.simulation.electrical.supply import Supply
from drillsim.simulation.electrical.voltage import Voltages


class LowVoltage:
    """Loads of one run without a usable voltage."""

    def __init__(self, world: World, supply: Supply, voltages: Voltages) -> None:
        self._world, self._supply, self._voltages = world, supply, voltages
        self._least = least_pu(world.case.dossier)

    def watches(self) -> bool:
        """Return whether any voltage is too low for anything, or was."""
        return bool(not self._voltages.is_sound or self._world.phases or self._world.loads.low)

    def look(self) -> None:
        """Judges every load again, and has what turned said."""
        w = self._world
        rows = zip(w.net.load_ids, w.grid.fed, strict=True)
        low = frozenset(load for load, fed in rows if self._is_low(load, fed=fed))
        if low != w.loads.low:
            w.loads.find_low(low)
            self._supply.note_loads()
            w.touch()

    def _is_low(self, load: str, *, fed: bool) -> bool:
        """A load on dead buses stays what it was until one of them is live again."""
        return at_load(self._world, load) < self._least[load] if fed else load in self._world.loads.low

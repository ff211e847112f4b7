"""A static transfer switch: changes its board over within milliseconds, to a side that is good, never to a dead one."""

from __future__ import annotations

from drillsim.schema.transfer import Sts
from drillsim.simulation.changeover import Changeover
from drillsim.simulation.world import World

LEAST_PU = 0.85
"""Voltage below this is as good as none to it. Assumed; usual setting of static transfer switches, unverified."""


class StsUnit(Changeover):
    """One STS. Its loads see a gap of `takes`, on the way there and on the way back."""

    def __init__(self, world: World, name: str, spec: Sts) -> None:
        super().__init__(world, name, spec)
        self.spec = spec
        self._said = False

    def _look_from_normal(self) -> None:
        self._drop("back")
        if self._good("normal"):
            self._drop("move")
            self.refusing, self._said = "", False
        else:
            self._leave("standby")

    def _look_from_standby(self) -> None:
        if not self._good("standby"):
            self._leave("normal")
            return
        self._drop("move")
        self._said = False
        if not self._good("normal"):
            self._drop("back")
        elif not self.refusing:
            self._start("back", self.spec.return_after, lambda: self._go("normal"))

    def _leave(self, to: str) -> None:
        self._drop("back")
        if self._good(to):
            if not self.refusing:
                self._start("move", 0, lambda: self._go(to))
        elif not self._said:
            self._said = True
            self._world.emit("transfer_refused", transfer=self.name, reason="standby_dead")

    def _good(self, side: str) -> bool:
        net, node = self._world.net, self._nodes[side]
        return self._live(side) and self._world.vm_pu.get(net.element_id(node), 1.0) >= LEAST_PU

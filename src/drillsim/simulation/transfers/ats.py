"""An automatic transfer switch: two switches onto one board, never both closed."""

from __future__ import annotations

from collections.abc import Callable

from drillsim.schema import Ats
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.world import World
from drillsim.simulation.sources.genset import GensetUnit
from drillsim.simulation.transfers.changeover import Changeover


class AtsUnit(Changeover):
    """One ATS. It calls its gensets when the normal supply stays away, and moves when the standby supply is there.

    The call needs no control supply (the start signal is a contact that falls off); moving does.
    """

    def __init__(
        self,
        world: World,
        name: str,
        spec: Ats,
        gensets: tuple[GensetUnit, ...],
        held_back: Callable[[int], bool] = lambda node: False,
    ) -> None:
        super().__init__(world, name, spec)
        self.spec, self._gensets, self._held_back = spec, gensets, held_back

    def _look_from_normal(self) -> None:
        self._drop("back", "leave")
        if self._healthy("normal"):
            self._drop("lost", "move")
            self._may_act("")
            self._withdraw(lambda genset: self.name in genset.callers)
        elif "lost" not in self._timers:
            self._start("lost", self.spec.delay, self._normal_stays_away)
        elif not self._timers["lost"].active and self._may_act("normal_dead") and self._standby_ready():
            self._start("move", 0, lambda: self._go("standby"))
        else:
            self._drop("move")

    def _standby_ready(self) -> bool:
        """Healthy, and not a genset group that still waits for more of its sets."""
        return self._healthy("standby") and not self._held_back(self._nodes["standby"])

    def _look_from_standby(self) -> None:
        """A live normal supply is gone back to at leisure, if at all, while the standby lives; at once when it dies."""
        self._drop("lost", "move")
        if not self._healthy("normal"):
            self._drop("back", "leave")
            self._may_act("")
        elif not self._healthy("standby"):
            self._drop("back")
            if self._may_act("standby_dead"):
                self._start("leave", self.spec.delay, lambda: self._go("normal"))
        else:
            self._drop("leave")
            if self._may_act("normal_back") and self.spec.return_.mode == "auto":
                self._start("back", self.spec.return_.after, lambda: self._go("normal"))

    def _normal_stays_away(self) -> None:
        self._world.emit("transfer_started", transfer=self.name)
        self._world.moved(Moved.TRANSFERS)
        for genset in self._gensets:
            genset.call(self.name)
        self._world.touch()

    def _arrived(self, to: str) -> None:
        if to == "normal":
            self._withdraw(lambda genset: True)

    def _withdraw(self, which: Callable[[GensetUnit], bool]) -> None:
        for genset in self._gensets:
            if which(genset):
                genset.withdraw(self.name)

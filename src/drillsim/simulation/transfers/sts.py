"""A static transfer switch: changes its board over within milliseconds, to a side that is good, never to a dead one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drillsim.journal import rounded
from drillsim.network import reached
from drillsim.schema import Sts
from drillsim.simulation.core.world import World
from drillsim.simulation.transfers.changeover import Changeover


class StsUnit(Changeover):
    """One STS. Its loads see a gap of `takes`, on the way there and on the way back."""

    def __init__(self, world: World, name: str, spec: Sts, draws: Callable[[], Sequence[tuple[int, float]]]) -> None:
        super().__init__(world, name, spec)
        self.spec, self._draws = spec, draws
        self._said = False
        self._over = False

    def look(self) -> None:
        """Changes over by what is good; says when it carries more than its rating."""
        super().look()
        rated = self.spec.rated_kw
        if rated is None:
            return
        kw = self._carried_kw()
        if (kw > rated) != self._over:
            self._over = kw > rated
            if self._over:
                percent = rounded(100 * kw / rated, 1)
                self._world.emit("overload_begins", element=self.name, loading_percent=percent, limit_percent=100.0)
            else:
                self._world.emit("overload_ends", element=self.name)

    def say_what_stands(self) -> None:
        """Say whether it carries too much when the run begins."""
        self._over = False
        self.look()

    def _carried_kw(self) -> float:
        """Return the power drawn on the board and below, kW."""
        w = self._world
        if not self.side or not w.live[self.board]:
            return 0.0
        below = reached(w.net, w.links, [self.board], blocked=list(self._nodes.values()))
        return sum(kw for bus, kw in self._draws() if below[bus])

    def _look_from_normal(self) -> None:
        self._drop("back")
        if self._healthy("normal"):
            self._drop("move")
            self._may_act("")
            self._said = False
        else:
            self._leave("standby")

    def _look_from_standby(self) -> None:
        if not self._healthy("standby"):
            self._leave("normal")
            return
        self._drop("move")
        self._said = False
        if not self._healthy("normal"):
            self._drop("back")
            self._may_act("")
        elif self._may_act("normal_back"):
            self._start("back", self.spec.return_after, lambda: self._go("normal"))

    def _leave(self, to: str) -> None:
        self._drop("back")
        may = self._may_act(f"to_{to}")
        if self._healthy(to):
            if may:
                self._start("move", 0, lambda: self._go(to))
            return
        self._drop("move")
        if not self._said:
            self._said = True
            self._world.emit("transfer_refused", transfer=self.name, reason="standby_dead")

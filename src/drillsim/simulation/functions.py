"""What the customer does: normal, riding through, lost, restarting, harmed. Power back is not service back."""

from __future__ import annotations

from collections.abc import Callable

from drillsim.dependency import function_order
from drillsim.schema.function import Function
from drillsim.schema.need import Need
from drillsim.simulation.kernel import Priority, Timer
from drillsim.simulation.world import World

WORKING = ("normal", "riding_through")


class FunctionUnit:
    """One function. A need that is gone is ridden through for its time; then the function is lost."""

    def __init__(
        self, world: World, name: str, spec: Function, restart: Callable[[str, Callable[[], None]], None]
    ) -> None:
        self._world, self.name, self.spec, self._restart = world, name, spec, restart
        self.state = "normal"
        self._gone: dict[int, int] = {}
        """Since when each part of the need is gone, by its place in the tree."""
        self._restarts = 0
        self._ride: Timer | None = None
        self._harm: Timer | None = None

    def look(self) -> None:
        """Judges the needs and goes to the next state."""
        if self.state == "harmed":
            return
        left: list[int] = []
        found, _ = self._judge(self.spec.needs, 0, left)
        self._wake(min(left, default=None))
        if found == "failed":
            self._lose()
        elif self.state in WORKING:
            self._go("normal" if found == "met" else "riding_through")
        elif self.state == "lost" and found == "met":  # what one can ride without, one does not begin without
            self._come_back()

    def begin(self) -> None:
        """Before the first event: what is not met at the start is lost without a word."""
        self.look()

    # -- needs -----------------------------------------------------------------------------------------------------
    def _judge(self, need: Need, place: int, left: list[int]) -> tuple[str, int]:
        """met, riding or failed; and the next free place in the tree. `left` collects what remains of rides, ms."""
        parts = need.all_ or need.any_
        here, place = place, place + 1
        if not parts:
            return self._ridden("met" if self._met(need) else "failed", need, here, left), place
        states = []
        for part in parts:
            state, place = self._judge(part, place, left)
            states.append(state)
        order = ("failed", "riding", "met") if need.all_ else ("met", "riding", "failed")
        together = next(state for state in order if state in states)
        return self._ridden(together, need, here, left), place

    def _ridden(self, state: str, need: Need, place: int, left: list[int]) -> str:
        if state != "failed":
            self._gone.pop(place, None)
            return state
        since = self._gone.setdefault(place, self._world.now)
        rest = since + need.rides - self._world.now
        if rest <= 0:
            return "failed"
        left.append(rest)
        return "riding"

    def _met(self, need: Need) -> bool:
        subject = need.subject or ""
        kind = self._world.kind_of.get(subject, "")
        value = self._world.truth.get((kind, subject))
        return value in WORKING if kind == "function" else value == "live"

    # -- states ----------------------------------------------------------------------------------------------------
    def _lose(self) -> None:
        if self.state == "lost":
            return
        self._go("lost")
        harm = self.spec.harm
        if harm is not None and self._harm is None:
            self._harm = self._world.kernel.after(harm.after, Priority.SOURCE, self._hurt)

    def _hurt(self) -> None:
        self._harm = None
        if self.state == "lost":
            self._go("harmed")

    def _come_back(self) -> None:
        if self.spec.restart is None:
            self._no_harm()
            self._go("normal")
        else:
            self._no_harm()
            self._restarts += 1
            number = self._restarts
            self._go("restarting")
            self._restart(self.name, lambda: self._restarted(number))

    def _restarted(self, number: int) -> None:
        """A restart is finished; one that was overtaken by a new loss does not count."""
        if self.state == "restarting" and number == self._restarts:
            self._go("normal")

    def _no_harm(self) -> None:
        if self._harm is not None:
            self._harm.cancel()
            self._harm = None

    def _go(self, state: str) -> None:
        if state == self.state:
            return
        self.state = state
        w = self._world
        w.emit("function_changed", function=self.name, state=state, because=self._because())
        w.note(("function", self.name), state)
        w.touch()

    def _because(self) -> list[str]:
        return [leaf.subject for leaf in self.spec.needs.leaves() if leaf.subject and not self._met(leaf)]

    def _wake(self, rest_ms: int | None) -> None:
        if self._ride is not None:
            self._ride.cancel()
            self._ride = None
        if rest_ms is not None:
            self._ride = self._world.kernel.after(rest_ms, Priority.SOURCE, self._world.touch)


class Functions:
    """All functions of one run, those first that others need."""

    def __init__(self, world: World, restart: Callable[[str, Callable[[], None]], None]) -> None:
        specs = world.site.functions
        self.units = {
            name: FunctionUnit(world, name, specs[name], restart) for name in function_order(world.case.dossier)
        }
        for name in specs:
            world.truth["function", name] = "normal"

    def look(self) -> None:
        """Each once; a function that others need stands before them."""
        for unit in self.units.values():
            unit.look()

"""Non-electrical safety measures (非电保安措施): while one is applied, what it replaces counts as there."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from drillsim.simulation.core.kernel import Priority, Timer
from drillsim.simulation.core.looks import Moved
from drillsim.simulation.core.world import World


class Measures:
    """All measures of one run. Each lasts its time, whether in one piece or in several."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._specs = world.site.measures
        self._left_ms = {name: spec.lasts for name, spec in self._specs.items()}
        self._since: dict[str, int] = {}
        """Measures applied now, with since when."""
        self._timers: dict[str, Timer] = {}

    def may_bridge(self, subjects: Iterable[str]) -> bool:
        """Return whether there is a measure that would replace one of these loads and functions."""
        return not {spec.replaces for spec in self._specs.values()}.isdisjoint(subjects)

    def bridges(self, subject: str) -> bool:
        """Return whether a measure that is applied now replaces this load or function."""
        return bool(self._since) and any(self._specs[name].replaces == subject for name in self._since)

    def begins(self, name: str, on_over: Callable[[], None] = lambda: None) -> bool:
        """Applies it; `on_over` is called when its time is up. False when nothing is left of it."""
        if name in self._since:
            return True
        if self._left_ms[name] <= 0:
            return False
        w = self._world
        self._since[name] = w.now
        w.moved(Moved.MEASURES)
        self._timers[name] = w.kernel.after(self._left_ms[name], Priority.PEOPLE, lambda: self._over(name, on_over))
        w.emit("measure_begins", measure=name, replaces=self._specs[name].replaces)
        w.note(("measure", name), "applied")
        w.touch()
        return True

    def ends(self, name: str, why: str = "step") -> None:
        """Nobody keeps it up any more: `lasts`, `step`, `person`."""
        if name not in self._since:
            return
        w = self._world
        self._left_ms[name] -= w.now - self._since.pop(name)
        self._timers.pop(name).cancel()
        w.moved(Moved.MEASURES)
        w.emit("measure_ends", measure=name, why=why)
        w.note(("measure", name), "over")
        w.touch()

    def _over(self, name: str, on_over: Callable[[], None]) -> None:
        self.ends(name, "lasts")
        on_over()

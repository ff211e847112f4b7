"""Waiting inside a step: for a condition of the world, or for a while, always with a reason."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from drillsim.simulation.kernel import Priority
from drillsim.simulation.people import PersonState
from drillsim.simulation.progress import Progress, StepRun
from drillsim.simulation.world import World

Process = Generator[Any, Any, None]


class Waiting:
    """Waits of steps that somebody is at."""

    def __init__(self, world: World, progress: Progress) -> None:
        self._world, self._progress = world, progress

    def until(
        self, run: StepRun, reason: str, on: tuple[str, ...], holds: Callable[[], bool], person: PersonState
    ) -> Process:
        """Until `holds`; not at all where this wait is at zero."""
        if holds() or self._world.what_if.skips(run.name, reason):
            return
        self._progress.wait(run, reason, on, person)
        while not holds():
            yield self._world.next_change()
        self._progress.go_on(run)

    def pause(self, run: StepRun, reason: str, on: tuple[str, ...], ms: int, person: PersonState) -> Process:
        """For `ms`, unless this wait is at zero."""
        if ms <= 0 or self._world.what_if.skips(run.name, reason):
            return
        self._progress.wait(run, reason, on, person)
        yield self._world.kernel.env.timeout(ms)
        self._progress.go_on(run)

    def wake(self) -> None:
        """Something a waiting step may wait for has changed."""
        self._world.kernel.ask(Priority.DECIDE)

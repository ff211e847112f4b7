"""Waiting inside a step: for a condition of the world, or for a while, always with a reason."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from drillsim.simulation.core.kernel import Priority
from drillsim.simulation.core.world import World
from drillsim.simulation.people.people import PersonState
from drillsim.simulation.plan.card_run import StepRun
from drillsim.simulation.plan.progress import Progress

Process = Generator[Any, Any, None]


class Ended(Exception):
    """A step that somebody is at ends in the middle of a wait: `state` and `why` as `Progress.end` takes them."""

    def __init__(self, state: str, why: str) -> None:
        super().__init__(state, why)
        self.state, self.why = state, why


class Waiting:
    """Waits of steps that somebody is at. Each ends with its card, or once it has lasted the step's `wait_at_most`."""

    def __init__(self, world: World, progress: Progress) -> None:
        self._world, self._progress = world, progress

    def until(
        self, run: StepRun, reason: str, on: tuple[str, ...], holds: Callable[[], bool], person: PersonState
    ) -> Process:
        """Until `holds`; not at all where this wait is at zero."""
        if holds() or self._world.what_if.skips(run.name, reason):
            return
        yield from self.hold(run, reason, on, holds, person)

    def hold(
        self, run: StepRun, reason: str, on: tuple[str, ...], holds: Callable[[], bool], person: PersonState
    ) -> Process:
        """Until `holds`, in counterfactuals too. Raises: Ended."""
        if holds():
            return
        until_ms = self.latest(run)
        self._progress.wait(run, reason, on, person)
        while not holds():
            self.mind_end(run, until_ms)
            yield self._world.next_change()
        self._progress.go_on(run)

    def pause(self, run: StepRun, reason: str, on: tuple[str, ...], ms: int, person: PersonState) -> Process:
        """For `ms`, unless this wait is at zero. Raises: Ended."""
        if ms <= 0 or self._world.what_if.skips(run.name, reason):
            return
        at_most = run.step.wait_at_most
        self._progress.wait(run, reason, on, person)
        yield self._world.kernel.env.timeout(ms if at_most is None else min(ms, at_most))
        self.mind_end(run, None if at_most is None or ms <= at_most else self._world.now)
        self._progress.go_on(run)

    def latest(self, run: StepRun) -> int | None:
        """Return the time a wait that begins now has lasted `wait_at_most`, ms; whoever waits looks again then."""
        at_most = run.step.wait_at_most
        if at_most is None:
            return None
        self._world.kernel.after(at_most, Priority.PEOPLE, self.wake)
        return self._world.now + at_most

    def mind_end(self, run: StepRun, until_ms: int | None) -> None:
        """Ends the step when its card is over, or the wait has lasted until `until_ms`. Raises: Ended."""
        if run.card is not None and run.card.status == "over":
            raise Ended("dropped", "card_over")
        if until_ms is not None and self._world.now >= until_ms:
            raise Ended("timed_out", "waited_too_long")

    def wake(self) -> None:
        """Something a waiting step may wait for has changed."""
        self._world.kernel.ask(Priority.DECIDE)

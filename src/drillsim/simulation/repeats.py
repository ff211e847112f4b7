"""Steps that are repeated: when the next time comes, and when there is none."""

from __future__ import annotations

from collections.abc import Callable

from drillsim.simulation.card_run import StepRun
from drillsim.simulation.kernel import Priority
from drillsim.simulation.progress import Progress
from drillsim.simulation.world import World

FAILED = ("failed", "timed_out")
NEVER_DUE = ("until", "not_needed", "not_chosen", "card_over")
"""Ends of a step after which it is not repeated."""


class Repeats:
    """Brings a repeated step up another time. `may_wait` is called with each step that begins to wait for somebody."""

    def __init__(self, world: World, progress: Progress, may_wait: Callable[[StepRun], None]) -> None:
        self._world, self._progress, self._may_wait = world, progress, may_wait
        progress.on_end = self._ended

    def _ended(self, run: StepRun, why: str) -> None:
        if run.repeats and run.status in FAILED and _is_active(run):
            for each in self._progress.answer(run):
                self._may_wait(each)
        if run.step.every is not None and why not in NEVER_DUE and _goes_on(run):
            self._rest(run, run.step.every)

    def _rest(self, run: StepRun, every_ms: int) -> None:
        """The next time comes `every` after this one got ready, or ended without; never before it is over."""
        now = self._world.now
        due_ms = max(now, (now if run.ready_ms is None else run.ready_ms) + every_ms)
        again = self._progress.repeat(run, "resting")
        again.timers.append(self._world.kernel.after(due_ms - now, Priority.PEOPLE, lambda: self._come_up(again)))

    def _come_up(self, run: StepRun) -> None:
        if run.status != "resting":
            return
        self._progress.come_up(run)
        self._may_wait(run)
        self._world.kernel.ask(Priority.DECIDE)


def _is_active(run: StepRun) -> bool:
    return run.card is not None and run.card.status == "active"


def _goes_on(run: StepRun) -> bool:
    """Whether the failure of one time, where it failed, is no end of them all."""
    stops = run.step.on_failure is not None and run.step.on_failure.then == "stop"
    return _is_active(run) and not (stops and run.status in FAILED)

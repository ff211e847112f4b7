"""Steps held up by predecessors that are not over: asked about once, not at every instant.

Nobody can know that something is done which is not; so until a predecessor ends, a card becomes known or somebody comes
on duty, the answer for such a step stays what it was. With forty substations of six steps each this is most steps most
of the time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from drillsim.schema.plan import After
from drillsim.simulation.people import People
from drillsim.simulation.progress import Progress, StepRun


@dataclass(frozen=True, slots=True)
class Readiness:
    """Who may begin a step now; otherwise who skips it, or why it waits and on what."""

    people: tuple[str, ...] = ()
    skip_by: str = ""
    reason: str = ""
    on: tuple[str, ...] = ()


class Held:
    """Answers for steps that are held up."""

    def __init__(self, people: People, progress: Progress) -> None:
        self._people, self._progress = people, progress
        self._kept: dict[str, Readiness] = {}
        self._version = -1
        self._followers = _followers(progress)
        progress.on_end = self._ended

    def answer(self, run: StepRun, work_out: Callable[[StepRun], Readiness]) -> Readiness | None:
        """The answer for a step that is held up, worked out once; None for one that is not."""
        if self._version != self._people.version:
            self._kept.clear()
            self._version = self._people.version
        found = self._kept.get(run.name)
        if found is None and self.holds(run):
            found = self._kept[run.name] = work_out(run)
        return found

    def holds(self, run: StepRun) -> bool:
        """Whether something that must come before the step is not over, whatever anybody knows."""
        if run.parents:  # whether a branch is due depends on what is known of its parent
            return False
        names, over = run.step.predecessors, self._progress.ended
        any_is_enough = isinstance(run.step.after, After)
        held = not any(map(over, names)) if names and any_is_enough else not all(map(over, names))
        before = run.batch.before if run.batch else None
        return held or not all(map(over, run.also)) or (before is not None and before.open > 0)

    def _ended(self, run: StepRun) -> None:
        for name in (run.name, *run.parents):
            for each in (name, self._progress.steps[name].step.id):
                for follower in self._followers.get(each, ()):
                    self._kept.pop(follower, None)


def _followers(progress: Progress) -> dict[str, dict[str, None]]:
    """Step or instance → instances that come after it."""
    found: dict[str, dict[str, None]] = {}
    for run in progress.steps.values():
        before = run.batch.before if run.batch else None
        for name in (*run.step.predecessors, *run.also, *(before.names if before else ())):
            found.setdefault(name, {})[run.name] = None
    return found

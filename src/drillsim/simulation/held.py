"""Answers about cards and steps, kept while they stand: an instant in which nobody learned anything costs nothing.

An answer goes when somebody learns a fact it turns on, when a step it turns on ends, when who is on duty changes, or
when a time comes that it waits for. With forty substations of six steps each this is few answers most of the time.
"""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.schema.plan import After
from drillsim.simulation.people import People
from drillsim.simulation.progress import Progress, StepRun
from drillsim.simulation.stakes import Stakes, Thing


@dataclass(frozen=True, slots=True)
class Readiness:
    """Who may begin a step now; otherwise who skips it, or why it waits and on what."""

    people: tuple[str, ...] = ()
    skip_by: str = ""
    reason: str = ""
    on: tuple[str, ...] = ()


class Held:
    """Answers that stand, each with the moment until which it does."""

    def __init__(self, people: People, progress: Progress, stakes: Stakes) -> None:
        self._people, self._stirred = people, people.knowledge.stirred
        self._kept: dict[Thing, tuple[Readiness, int]] = {}
        self._version = -1
        self._by_end = stakes.by_end
        progress.on_end = self._ended

    def answer(self, thing: Thing, now: int) -> Readiness | None:
        """The answer that stands; None when it has to be worked out anew."""
        if self._stirred or self._version != self._people.rosters:
            self._forget()
        found = self._kept.get(thing)
        return found[0] if found is not None and now < found[1] else None

    def keep(self, thing: Thing, answer: Readiness, until_ms: int) -> None:
        """This stands until then, at most."""
        self._kept[thing] = (answer, until_ms)

    def _forget(self) -> None:
        if self._version != self._people.rosters:
            self._version = self._people.rosters
            self._kept.clear()
        for thing in self._stirred:
            self._kept.pop(thing, None)
        self._stirred.clear()

    def _ended(self, run: StepRun) -> None:
        for thing in self._by_end.get(run.name, ()):
            self._kept.pop(thing, None)


def is_held_up(progress: Progress, run: StepRun) -> bool:
    """Whether something that must come before the step is not over, whatever anybody knows."""
    if run.parents:  # whether a branch is due depends on what is known of its parent
        return False
    names, over = run.step.predecessors, progress.ended
    any_is_enough = isinstance(run.step.after, After)
    held = not any(map(over, names)) if names and any_is_enough else not all(map(over, names))
    before = run.batch.before if run.batch else None
    return held or not all(map(over, run.also)) or (before is not None and before.open > 0)

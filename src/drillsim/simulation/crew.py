"""Who does a step: free people for steps that are ready, in the order in which they got ready."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from drillsim.simulation.known import Known
from drillsim.simulation.people import People, PersonState
from drillsim.simulation.progress import Progress, StepRun
from drillsim.simulation.world import World

Start = Callable[[StepRun, tuple[PersonState, ...]], None]


class Crew:
    """The queue of ready steps. `start` is called with each step and the people it got."""

    def __init__(self, world: World, people: People, progress: Progress, known: Known, start: Start) -> None:
        self._world, self._people, self._progress, self._known = world, people, progress, known
        self._start = start
        self._queue: list[StepRun] = []

    def enqueue(self, run: StepRun) -> None:
        """The step is ready; it gets people in the order in which steps got ready."""
        self._queue.append(run)

    def assign(self) -> None:
        """Gives free people to steps that wait for them."""
        for run in list(self._queue):
            if run.status != "ready":
                self._queue.remove(run)
                continue
            picked = self._pick(run)
            if picked is None:
                continue
            self._queue.remove(run)
            self._progress.go_on(run)
            run.status, run.by = "busy", tuple(p.id for p in picked)
            for person in picked:
                person.task = run.name
                if person.left is not None:  # he turns round
                    person.place, person.left = person.left, None
            self._world.emit("step_assigned", step=run.name, by=list(run.by))
            self._start(run, picked)

    def _pick(self, run: StepRun) -> tuple[PersonState, ...] | None:
        """Operator and supervisor, or None while one is missing (the wait is noted)."""
        readiness = self._known.readiness(run.name) if run.card else None
        operators = (
            [self._people.states[p] for p in readiness.people]
            if readiness
            else self._people.candidates(run.step.by.operator)
        )
        if not operators:
            on = (run.step.by.operator,) if not readiness or not readiness.on else readiness.on
            self._progress.wait(run, (readiness.reason if readiness else "") or "person_busy", on)
            return None
        operator = self._first_free(run, operators)
        return self._with_supervisor(run, operator) if operator else None

    def _with_supervisor(self, run: StepRun, operator: PersonState) -> tuple[PersonState, ...] | None:
        role = run.step.by.supervisor
        if role is None:
            return (operator,)
        watcher = self._first_free(run, self._people.candidates(role, besides=operator.id), role)
        return (operator, watcher) if watcher else None

    def _first_free(self, run: StepRun, people: Sequence[PersonState], role: str = "") -> PersonState | None:
        """The first who is free. If none is, the wait is noted: for busy people, or for one on his way in; where that
        wait is at zero, a stand-in goes."""
        free = next((p for p in people if not p.task), None)
        if free is not None:
            return free
        reason = "travel" if people and people[0].coming else "person_busy"
        if people and self._world.what_if.skips(run.name, reason):
            return replace(people[0], task="", ghost=True)
        self._progress.wait(run, reason, tuple(p.id for p in people) or (role,))
        return None

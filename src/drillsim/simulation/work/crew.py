"""The performers of steps: free people for steps that are ready, in the order in which they got ready."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from drillsim.simulation.core.world import World
from drillsim.simulation.people.people import People, PersonState
from drillsim.simulation.plan.card_run import StepRun
from drillsim.simulation.plan.known import Known
from drillsim.simulation.plan.progress import OPEN, Progress
from drillsim.simulation.plan.question import NOT_YET, Readiness

Start = Callable[[StepRun, tuple[PersonState, ...]], None]


class Crew:
    """The queue of ready steps. `start` is called with each step and the people it got."""

    def __init__(self, world: World, people: People, progress: Progress, known: Known, start: Start) -> None:
        self._world, self._people, self._progress, self._known = world, people, progress, known
        self._start = start
        self._queue: list[StepRun] = []
        self._free: dict[tuple[str, ...], list[PersonState]] = {}
        """Free people of each pool, in this instant."""
        self._stuck: dict[str, tuple[str, Readiness]] = {}
        """Steps only one person could do, who is busy, and the answer that says so; it is another one when who else
        could do it may have changed."""

    def enqueue(self, run: StepRun) -> None:
        """The step is ready; it gets people in the order in which steps got ready."""
        self._queue.append(run)

    def is_sent(self, person: str) -> bool:
        """Return whether something no card says waits for this person to begin it."""
        return any(run.card is None and person in run.named for run in self._queue if run.status == "ready")

    def assign(self) -> None:
        """Gives free people to steps that wait for them; who has done a step somewhere goes on there first."""
        self._free.clear()
        if not self._queue:
            return
        for run in sorted(self._queue, key=lambda run: not self._goes_on(run)):
            if run.status != "ready":
                self._queue.remove(run)
            elif not run.is_due():
                self._queue.remove(run)
                self._progress.end(run, "skipped", "not_needed")
            elif not self._is_stuck(run):
                self._look_at(run)

    def _look_at(self, run: StepRun) -> None:
        self._stuck.pop(run.name, None)
        readiness = self._readiness(run)
        if readiness.skip_by:
            self._queue.remove(run)
            self.skip(run, readiness.skip_by)
        elif (picked := self._pick(run, readiness)) is not None:
            self._queue.remove(run)
            self._send(run, picked)

    def skip(self, run: StepRun, person: str) -> None:
        """`person` knows that the step is not needed, or no longer; they tell those beside them."""
        why = "until" if self._known.is_enough(self._people.states[person], run) else "when"
        self._progress.end(run, "skipped", why)
        here = self._people.together(self._people.states[person])
        self._people.learn(here, [(("step", run.name), "skipped")], "doing", run.name)

    def _send(self, run: StepRun, picked: tuple[PersonState, ...]) -> None:
        self._progress.go_on(run)
        run.by = tuple(p.id for p in picked)
        self._progress.move_step(run, "busy")
        for person in picked:
            person.task = run.name
            person.last = run.name if run.stays else ""
            self._people.turn_round(person)
        self._world.emit("step_assigned", step=run.name, by=list(run.by))
        self._start(run, picked)

    def _is_stuck(self, run: StepRun) -> bool:
        """Return whether the only one who could do it is still busy, as when last looked: a long queue is not asked
        anew."""
        person, answer = self._stuck.get(run.name, ("", NOT_YET))
        is_same = bool(person and self._people.states[person].task)
        return self._world.what_if.stands(is_same and answer is self._readiness(run))

    def _pick(self, run: StepRun, readiness: Readiness) -> tuple[PersonState, ...] | None:
        """Operator and supervisor, or None while one is missing (the wait is noted)."""
        if run.pool and not run.named:
            return self._from_pool(run)
        operators = [self._people.states[p] for p in readiness.people]
        if not operators:
            self._progress.wait(run, readiness.reason or "person_busy", readiness.on or (run.step.by.operator,))
            return None
        operator = self._first_free(run, self._with_one_to_watch_first(run, operators))
        if operator is None and not run.named and len(self._people.any_of(run.roles)) == 1:
            self._stuck[run.name] = (operators[0].id, readiness)
        return self._with_supervisor(run, operator) if operator else None

    def _readiness(self, run: StepRun) -> Readiness:
        if run.named:  # whoever was sent goes, if they are there
            return Readiness(people=tuple(p for p in run.named if not self._people.states[p].is_absent))
        return self._known.readiness(run.name) if run.card else self._of_implicit(run)

    def _of_implicit(self, run: StepRun) -> Readiness:
        """Return the people who know enough for a restart or a safe stop; one who is off duty hears of it from their
        own side."""
        candidates = self._people.candidates(run.step.by.operator)
        if self._world.what_if.skips(run.name, "not_known"):
            return Readiness(people=tuple(p.id for p in candidates))
        unknown = [min(map(run.unknown, self._informants(person)), key=len) for person in candidates]
        ready = tuple(p.id for p, missing in zip(candidates, unknown, strict=True) if not missing)
        if ready or not candidates:
            return Readiness(people=ready)
        self._world.turned_to.people(p.id for p in candidates)
        return Readiness(reason="not_known", on=min(unknown, key=len))

    def _informants(self, person: PersonState) -> list[str]:
        """Return the people whose knowledge counts as the person's: their own; while they are off duty that of anybody
        of their side who is on duty."""
        if person.on_duty:
            return [person.id]
        mates = [p.id for p in self._people.states.values() if p.on_duty and p.spec.side == person.spec.side]
        self._world.turned_to.people(mates)
        return [person.id, *mates]

    def _with_one_to_watch_first(self, run: StepRun, operators: list[PersonState]) -> list[PersonState]:
        """In list order; of those who are free, those beside whom somebody free could supervise come first: who alone
        could supervise the others does not operate."""
        role = run.watcher or run.step.by.supervisor
        if role is None or (run.regardless and not run.watcher):
            return operators
        could = [p for p in self._people.candidates(role) if not p.task]
        return sorted(operators, key=lambda p: bool(p.task) or all(each.id == p.id for each in could))

    def _with_supervisor(self, run: StepRun, operator: PersonState) -> tuple[PersonState, ...] | None:
        role = run.watcher or run.step.by.supervisor
        if role is None or (run.regardless and not run.watcher):
            return (operator,)
        watcher = self._first_free(run, self._people.candidates(role, besides=operator.id), role)
        return (operator, watcher) if watcher else None

    # -- pools -----------------------------------------------------------------------------------------------------
    def _from_pool(self, run: StepRun) -> tuple[PersonState, ...] | None:
        """The first of the pool who is free and knows, with a supervisor; a stand-in where the wait is at zero."""
        for person in self._free_of(run):
            if not person.task and self._known.may_begin(person, run):
                watcher = self._team_mate(run, person)
                if watcher is not None:
                    self._world.turned_to.person(person.id)
                    return (person, *watcher)
        if self._world.what_if.skips(run.name, "person_busy"):
            return tuple(replace(p, task="", ghost=True) for p in self._stand_ins(run))
        self._progress.wait(run, "person_busy", run.pool)
        return None

    def _free_of(self, run: StepRun) -> list[PersonState]:
        """Free people of the pool in list order, those first who did the step before for the same item."""
        if not self._world.what_if.stands(run.pool in self._free):
            self._free[run.pool] = [p for p in self._people.any_of(run.pool) if not p.task]
        were_here = {person for name in run.also for person in self._progress.steps[name].by}
        free = [person for person in self._free[run.pool] if self._stays_with(person) in ("", run.item)]
        return sorted(free, key=lambda person: person.id not in were_here)

    def _stays_with(self, person: PersonState) -> str:
        """Return the item the person has begun and stays with, while the pool has a step for it left; '' when they may
        leave."""
        if not person.last:
            return ""
        last = self._progress.steps[person.last]
        same = self._progress.steps.at_item.get((last.item, last.pool), ())
        if any(run.card is last.card and run.status in OPEN for run in same):
            return last.item
        person.last = ""
        return ""

    def _goes_on(self, run: StepRun) -> bool:
        """Return whether one of the pool who did the step before for the same item is free to go on."""
        if not run.pool:
            return False
        before = (self._people.states[person] for name in run.also for person in self._progress.steps[name].by)
        return any(not p.task and self._people.may_do(p.id, role) for p in before for role in run.pool)

    def _team_mate(self, run: StepRun, person: PersonState) -> tuple[PersonState, ...] | None:
        """Return the supervisor; of the same team where the step names one role for both. None while they are busy."""
        role = run.step.by.supervisor
        if role is None:
            return ()
        if role == run.step.by.operator:
            role = next(each for each in run.pool if self._people.may_do(person.id, each))
        free = next((p for p in self._people.candidates(role, besides=person.id) if not p.task), None)
        if free is None:
            return None
        self._world.turned_to.person(free.id)
        return (free,)

    def _stand_ins(self, run: StepRun) -> list[PersonState]:
        team = self._people.any_of(run.pool)
        return team[: 1 if run.step.by.supervisor is None else 2]

    def _first_free(self, run: StepRun, people: Sequence[PersonState], role: str = "") -> PersonState | None:
        """Return the first who is free. If none is, the wait is noted: for busy people, or for one on their way in;
        where that wait is at zero, a stand-in goes."""
        free = next((p for p in people if not p.task), None)
        self._world.turned_to.people([free.id] if free else [p.id for p in people])
        if free is not None:
            return free
        reason = "travel" if people and people[0].coming else "person_busy"
        if people and self._world.what_if.skips(run.name, reason):
            return replace(people[0], task="", ghost=True)
        self._progress.wait(run, reason, tuple(p.id for p in people) or (role,))
        return None

"""Doing a step: getting there, waiting for permit or interlock, at work, checking, telling."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Any

from drillsim.schema.verbs import VERBS
from drillsim.schema.where import places_of
from drillsim.simulation.crew import Crew
from drillsim.simulation.effect.outcome import Outcome
from drillsim.simulation.effects import Effects
from drillsim.simulation.journeys import Journeys
from drillsim.simulation.kernel import Priority
from drillsim.simulation.known import Known
from drillsim.simulation.people import People, PersonState
from drillsim.simulation.progress import Progress, StepRun
from drillsim.simulation.talk import Talk
from drillsim.simulation.waiting import Waiting
from drillsim.simulation.world import World

Process = Generator[Any, Any, None]
ASK_MS = 120_000
"""One round of phone calls to find something out. Source: typical call 2 min, practice, unverified."""


class Perform:
    """Runs steps as SimPy processes, one for each step that is really being done."""

    def __init__(
        self,
        world: World,
        people: People,
        progress: Progress,
        known: Known,
        talk: Talk,
        effects: Effects,
        waiting: Waiting,
    ) -> None:
        self._world, self._people, self._progress, self._known = world, people, progress, known
        self._talk, self._effects, self._waiting = talk, effects, waiting
        self._places = places_of(world.case.dossier)
        self._journeys = Journeys(world, people, progress, known, waiting)
        self.crew = Crew(world, people, progress, known, self._begin)

    def _begin(self, run: StepRun, who: tuple[PersonState, ...]) -> None:
        self._world.kernel.env.process(self._do(run, who))

    def _do(self, run: StepRun, who: tuple[PersonState, ...]) -> Process:
        self._call_in(run, who)
        yield from self._look_first(run, who)
        outcomes: list[Outcome] = []
        begun = False
        for number, target in enumerate(run.step.target or ("",)):
            place = self._place(run, target)
            if place is not None:
                yield from self._journeys.go(run, who, place, number)
                yield from self._journeys.enter(run, who, place)
            if not begun:
                yield from self._get_permits(run, who[0])
                begun = True
                self._world.emit("step_begins", step=run.name, by=list(run.by))
            yield from self._mind_interlock(run, target, who[0])
            self._effects.safety.begins(run, target, who)
            yield self._world.kernel.env.timeout(self._takes(run, number, target))
            self._effects.safety.ends(run)
            if run.step.do == "request" and target:
                yield from self._talk.obtain(run, who[0], target)
            outcomes.append((yield from self._act(run, target, who)))
        yield from self._finish(run, who, outcomes)

    def _finish(self, run: StepRun, who: tuple[PersonState, ...], outcomes: list[Outcome]) -> Process:
        state, why = yield from self._check(run, who[0], outcomes)
        if state == "done":
            yield from self._talk.tell_all(run, who[0], talking=VERBS[run.step.do].talks)
            if run.step.do == "call":
                self._journeys.summon(run)
        self._progress.end(run, state, why)
        self._people.learn(self._people.together(who[0]), [(("step", run.name), state)], "doing", run.name)
        for person in who:
            self._people.release(person)
        run.then()

    def _call_in(self, run: StepRun, who: Sequence[PersonState]) -> None:
        """People off duty are phoned, briefed by the card's leader, and set out."""
        for person in who:
            if not person.on_duty and not person.ghost:
                leader = run.card.leader if run.card else ""
                self._world.emit("called_in", person=person.id, by=leader, step=run.name)
                if leader:
                    self._people.brief(person, leader, run.name)

    def _look_first(self, run: StepRun, who: tuple[PersonState, ...]) -> Process:
        """What is not known and may be looked at or asked for, before the step begins."""
        if not run.card or run.step.if_unknown not in ("look", "ask") or not self._known.unmet(who[0], run):
            return
        if run.step.if_unknown == "look":
            place = self._place(run, run.step.target[0] if run.step.target else "")
            if place is not None:
                yield from self._journeys.go(run, who, place, 0)
        else:
            yield from self._ask(run, who[0])
        yield from self._waiting.until(
            run, "not_known", self._known.unmet(who[0], run), lambda: not self._known.unmet(who[0], run), who[0]
        )

    def _ask(self, run: StepRun, person: PersonState) -> Process:
        yield from self._waiting.pause(run, "not_known", self._known.unmet(person, run), ASK_MS, person)
        facts = tuple((leaf.kind, s) for c in run.step.requires for leaf in c.leaves() for s in leaf.subjects)
        self._talk.ask_around(run, person, facts)

    def _place(self, run: StepRun, target: str) -> str | None:
        """Where the step, or this target of it, is done; None when it does not matter."""
        if run.step.place is not None or not VERBS[run.step.do].operates or not target:
            return run.step.place
        site = self._world.site
        if target in site.devices:
            device = site.devices[target]
            return None if device.remote and not device.by_hand else device.place
        return next(iter(self._places.get(target, ())), None)

    # -- at work ---------------------------------------------------------------------------------------------------
    def _get_permits(self, run: StepRun, operator: PersonState) -> Process:
        for name in self._talk.permits_for(self._effects.switches_of(run)):
            yield from self._talk.obtain(run, operator, name)

    def _mind_interlock(self, run: StepRun, target: str, person: PersonState) -> Process:
        if run.step.do not in ("close", "restore"):
            return
        switches = [s for s in self._effects.switches_of(run) if run.step.do == "restore" or s == target]
        for switch in switches:
            lock = self._world.interlock(switch)
            if lock is not None:
                yield from self._waiting.until(run, "interlock", tuple(lock.of), self._free(switch), person)

    def _free(self, switch: str) -> Callable[[], bool]:
        return lambda: self._world.interlock(switch) is None

    def _takes(self, run: StepRun, number: int, target: str) -> int:
        drawn = run.step.takes or VERBS[run.step.do].takes
        return self._world.luck.ms(drawn, f"takes/{run.name}/{target or number}")

    def _act(self, run: StepRun, target: str, who: tuple[PersonState, ...]) -> Generator[Any, Any, Outcome]:
        """The effect, in its order inside the instant; then what it did is seen before anybody judges it."""
        done = self._world.kernel.env.event()
        outcome: list[Outcome] = []

        def act() -> None:
            outcome.append(self._effects.apply(run, target, who))
            done.succeed()

        self._world.kernel.after(0, Priority.PEOPLE, act)
        yield done
        self._world.touch()
        self._world.kernel.ask(Priority.OBSERVE)
        yield self._world.next_change()
        self._world.operation, self._world.tie_permitted = {}, False
        return outcome[0]

    # -- did it work -----------------------------------------------------------------------------------------------
    def _check(
        self, run: StepRun, person: PersonState, outcomes: list[Outcome]
    ) -> Generator[Any, Any, tuple[str, str]]:
        check = run.step.success_check
        if check is None:
            return ("failed", "did_not_work") if Outcome.FAILED in outcomes else ("done", "unchecked")
        deadline = self._world.now + check.within
        on = tuple(s for leaf in check.leaves() for s in leaf.subjects)
        worked = all(outcome is Outcome.WORKED for outcome in outcomes)
        self._wake_at(deadline)
        while self._known.check_holds(person, check) is not True:
            seen = all(
                self._people.sees_here(person.place, (leaf.kind, s)) for leaf in check.leaves() for s in leaf.subjects
            )
            if self._world.now >= deadline or (seen and not worked):
                self._progress.go_on(run)
                return "failed", "check"
            self._progress.wait(run, "not_known", on, person)
            yield self._world.next_change()
        self._progress.go_on(run)
        return "done", "checked"

    def _wake_at(self, t_ms: int) -> None:
        self._world.kernel.after(t_ms - self._world.now, Priority.OBSERVE, self._waiting.wake)

"""Doing a step: people picked, on their way, waiting for permit, access or interlock, at work, checking, telling."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Any

from drillsim.schema.verbs import VERBS
from drillsim.simulation.displays import Displays
from drillsim.simulation.effects import Effects, Outcome
from drillsim.simulation.kernel import Priority
from drillsim.simulation.known import Known
from drillsim.simulation.people import People, PersonState
from drillsim.simulation.progress import Progress, StepRun
from drillsim.simulation.talk import Talk
from drillsim.simulation.travel import Roads
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
        displays: Displays,
        waiting: Waiting,
    ) -> None:
        self._world, self._people, self._progress, self._known = world, people, progress, known
        self._talk, self._effects, self._displays = talk, effects, displays
        self._waiting = waiting
        self._roads = Roads(world.site.travel)
        self._queue: list[StepRun] = []
        people.on_idle = self._back_to_post

    # -- who does it -----------------------------------------------------------------------------------------------
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
            self._world.kernel.env.process(self._do(run, picked))

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
            return self._talk.ghost_of(people[0])
        self._progress.wait(run, reason, tuple(p.id for p in people) or (role,))
        return None

    # -- doing it --------------------------------------------------------------------------------------------------
    def _do(self, run: StepRun, who: tuple[PersonState, ...]) -> Process:
        self._call_in(run, who)
        yield from self._look_first(run, who)
        outcomes: list[Outcome] = []
        begun = False
        for number, target in enumerate(run.step.target or ("",)):
            place = self._place(run, target)
            if place is not None:
                yield from self._go(run, who, place, number)
                yield from self._enter(run, who, place)
            if not begun:
                yield from self._get_permits(run, who[0])
                begun = True
                self._world.emit("step_begins", step=run.name, by=list(run.by))
            yield from self._mind_interlock(run, target, who[0])
            yield self._world.kernel.env.timeout(self._takes(run, number, target))
            if run.step.do == "request" and target:
                yield from self._talk.obtain(run, who[0], target)
            outcomes.append((yield from self._act(run, target, who)))
        yield from self._finish(run, who, outcomes)

    def _finish(self, run: StepRun, who: tuple[PersonState, ...], outcomes: list[Outcome]) -> Process:
        state, why = yield from self._check(run, who[0], outcomes)
        if state == "done":
            yield from self._talk.tell_all(run, who[0], talking=VERBS[run.step.do].talks)
            if run.step.do == "call":
                self._summon(run)
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
                yield from self._go(run, who, place, 0)
        else:
            yield from self._ask(run, who[0])
        yield from self._waiting.until(
            run, "not_known", self._known.unmet(who[0], run), lambda: not self._known.unmet(who[0], run), who[0]
        )

    def _ask(self, run: StepRun, person: PersonState) -> Process:
        yield from self._waiting.pause(run, "not_known", self._known.unmet(person, run), ASK_MS, person)
        facts = tuple((leaf.kind, s) for c in run.step.requires for leaf in c.leaves() for s in leaf.subjects)
        self._talk.ask_around(run, person, facts)

    # -- getting there ---------------------------------------------------------------------------------------------
    def _place(self, run: StepRun, target: str) -> str | None:
        """Where the step, or this target of it, is done; None when it does not matter."""
        if run.step.place is not None or not VERBS[run.step.do].operates or not target:
            return run.step.place
        site = self._world.site
        if target in site.devices:
            device = site.devices[target]
            return None if device.remote and not device.by_hand else device.place
        for table in (site.transfers, site.sources, site.stores, site.loads):
            if target in table:
                found: str | None = getattr(table[target], "place", None)
                return found
        return None

    def _go(self, run: StepRun, who: Sequence[PersonState], place: str, number: int) -> Process:
        """Everybody to `place`; the last to come decides how long it takes."""
        moving = [p for p in who if p.place != place]
        if not moving:
            return
        if self._world.what_if.skips(run.name, "travel"):
            for person in moving:
                self._arrive(person, place)
            return
        self._progress.wait(run, "travel", tuple(p.id for p in moving), moving[0])
        trips = [self._world.kernel.env.process(self._walk(run, person, place, number)) for person in moving]
        yield from trips
        self._progress.go_on(run)

    def _walk(self, run: StepRun, person: PersonState, place: str, number: int) -> Process:
        start = person.place or place
        ms = self._trip_ms(run, person, start, place, number)
        self._world.emit("travel_begins", person=person.id, **{"from": start}, to=place, step=run.name)
        person.place = None
        yield self._world.kernel.env.timeout(ms)
        self._arrive(person, place)

    def _back_to_post(self, person: PersonState) -> None:
        """Nothing calls him elsewhere: he goes back to his post, where the displays are."""
        away = (
            person.on_duty and not person.task and person.post is not None and person.place not in (None, person.post)
        )
        if away and not self._known.is_awaited(person.id):
            self._world.kernel.env.process(self._return(person, person.place or "", person.post or ""))

    def _return(self, person: PersonState, start: str, post: str) -> Process:
        legs = self._roads.chain(start, post)
        if legs is None:
            return
        number = self._world.demand(f"back/{person.id}")
        u = self._world.luck.u(f"travel/{person.id}/{start}/{post}/back", number)
        self._world.emit("travel_begins", person=person.id, **{"from": start}, to=post, step="")
        person.place, person.left = None, start
        yield self._world.kernel.env.timeout(sum(leg.at(u) for leg in legs))
        if person.left == start and not person.task and self._world.demands[f"back/{person.id}"] == number:
            person.left = None
            self._arrive(person, post)

    def _trip_ms(self, run: StepRun, person: PersonState, start: str, place: str, number: int) -> int:
        luck = self._world.luck
        off = person.spec.off_duty
        if not person.on_duty and off is not None and start == off.place and off.comes_in is not None:
            return luck.ms(off.comes_in, f"comes_in/{person.id}")
        name = f"travel/{person.id}/{start}/{place}/{run.name}"
        legs = self._roads.chain(start, place) or ()
        u = luck.u(name, number)
        return sum(leg.at(u) for leg in legs)

    def _arrive(self, person: PersonState, place: str) -> None:
        if not person.on_duty and not person.ghost and person.place is None:
            person.on_duty = True
            self._world.emit("on_duty", person=person.id, place=place)
        self._people.arrive(person, place)
        self._displays.read_at(place, person)
        self._world.kernel.ask(Priority.DECIDE)

    def _enter(self, run: StepRun, who: Sequence[PersonState], place: str) -> Process:
        zone = self._world.site.places[place].zone if place in self._world.site.places else None
        barred = self._world.no_access

        def may_enter() -> bool:
            return not barred.get(place) and not (zone and barred.get(zone))

        yield from self._waiting.until(run, "no_access", (zone or place,), may_enter, who[0])

    def _summon(self, run: StepRun) -> None:
        """People called in by the step set out for its place."""
        told = {tell.to for tell in run.step.tells}
        for role in sorted(told):
            for person in self._people.holders(role):
                if not person.on_duty and person.comes_in and not person.task and not person.unreachable:
                    self._world.kernel.env.process(self._come(run, person))
                    break

    def _come(self, run: StepRun, person: PersonState) -> Process:
        place = run.step.place or (person.spec.shifts[0].place if person.spec.shifts else None)
        if place is None:
            return
        person.task, person.coming = run.name, True
        self._world.emit("called_in", person=person.id, by=run.by[0], step=run.name)
        yield from self._walk(run, person, place, 0)
        person.coming = False
        self._people.release(person)

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

"""Doing a step: getting there, waiting for permit or interlock, at work, checking, telling."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any

import simpy

from drillsim.schema import VERBS, SuccessCheck, Tell, places_of
from drillsim.simulation.core.kernel import Priority
from drillsim.simulation.core.world import World
from drillsim.simulation.people.people import People, PersonState
from drillsim.simulation.plan.card_run import StepRun
from drillsim.simulation.plan.communication import Communication
from drillsim.simulation.plan.journeys import Journeys
from drillsim.simulation.plan.known import Known
from drillsim.simulation.plan.orders import Orders
from drillsim.simulation.plan.permits import Permits
from drillsim.simulation.plan.posts import Posts
from drillsim.simulation.plan.progress import Progress
from drillsim.simulation.plan.resources import Resources
from drillsim.simulation.plan.waiting import Ended, Waiting
from drillsim.simulation.plant import Plant
from drillsim.simulation.work.crew import Crew
from drillsim.simulation.work.effect.outcome import Outcome
from drillsim.simulation.work.effects import Effects
from drillsim.simulation.work.fault_search import FaultSearch
from drillsim.simulation.work.shift_end import ShiftEnds, Team
from drillsim.simulation.work.slip import slip

Process = Generator[Any, Any, None]
ASK_MS = 120_000
"""One round of phone calls to find something out. Source: typical call 2 min, practice, unverified."""


@dataclass(frozen=True, slots=True)
class Means:
    """The means people do a step with."""

    posts: Posts
    journeys: Journeys
    communication: Communication
    permits: Permits
    orders: Orders
    resources: Resources
    effects: Effects
    waiting: Waiting
    plant: Plant


class Perform:
    """Runs steps as SimPy processes, one for each step that is really being done."""

    def __init__(self, world: World, people: People, progress: Progress, known: Known, means: Means) -> None:
        self._world, self._people, self._progress, self._known = world, people, progress, known
        self._communication, self._effects, self._waiting = means.communication, means.effects, means.waiting
        self._hazards = means.plant.hazards
        self._permits, self._orders, self._resources = means.permits, means.orders, means.resources
        self._places = places_of(world.case.dossier)
        self._posts, self.journeys = means.posts, means.journeys
        self._shift_ends = ShiftEnds(world, people, means.posts, means.journeys)
        self._finding = FaultSearch(world, means.plant, people, self._shift_ends.work)
        self._at_it: dict[str, simpy.Process] = {}
        """Steps that have been begun, as they are being done."""
        self.crew = Crew(world, people, progress, known, self._begin)

    def _begin(self, run: StepRun, who: tuple[PersonState, ...]) -> None:
        self._at_it[run.name] = self._world.kernel.env.process(self._do(run, list(who)))

    def _do(self, run: StepRun, team: Team) -> Process:
        """The step from setting out to its end, which may come in the middle of a wait."""
        try:
            yield from self._carry_out(run, team)
        except Ended as ended:
            self._over(run, team, ended.state, ended.why)

    def _carry_out(self, run: StepRun, team: Team) -> Process:
        self._call_in(run, team)
        if not run.as_ordered:
            yield from self._look_first(run, team)
        if run.step.find is not None and not (yield from self._finding.find(run, team)):
            self._over(run, team, "skipped", "nothing_found")
            return
        operated = self._effects.operated_by(run)
        slip(self._world, run, team[0])
        yield from self._get(run, run.step.uses, team[0])
        outcomes: list[Outcome] = []
        for number, target in enumerate(run.step.target or ("",)):
            yield from self._get_there(run, team, target, number)
            if not number:
                if not run.regardless and not (yield from self._permits.obtain_all(run, team[0], operated)):
                    self._over(run, team, "failed", "permit_refused")
                    return
                self._orders.say_waived(run)
                self._world.emit("step_begins", step=run.name, by=list(run.by))
            if run.step.find is not None and not self._finding.still(run, team, target):
                continue
            yield from self._mind_interlock(run, target, team[0])
            self._effects.safety.begins(run, target, tuple(team))
            yield from self._shift_ends.work(run, team, self._takes(run, number, target))
            self._effects.safety.ends(run)
            if run.reported == "failed":
                self._over(run, team, "failed", "reported")
                return
            if not (yield from self._send_for(run, target, team[0])):
                self._over(run, team, "failed", "permit_refused")
                return
            outcomes.append((yield from self._act(run, target, tuple(team))))
            self._finding.operated(run, team, target)
        yield from self._finish(run, team, outcomes)

    def report(self, run: StepRun, outcome: str) -> None:
        """Somebody reports that the step has ended so: what is left of the work takes no time."""
        run.reported = outcome
        if run.is_at_work:
            self._at_it[run.name].interrupt()

    def _get_there(self, run: StepRun, team: Team, target: str, number: int) -> Process:
        """To where it is done, by way of the key where the place is locked."""
        place = self.place_of(run, target)
        if place is None:
            return
        spec = self._world.site.places.get(place)
        if spec is not None and spec.key is not None and any(p.place != place for p in team):
            shelf = self._world.plan.resources[spec.key].place
            if shelf is not None and not self._resources.holds(run, spec.key):
                yield from self.journeys.go(run, team, shelf, number)
            yield from self._get(run, (spec.key,), team[0])
        yield from self.journeys.go(run, team, place, number)
        yield from self.journeys.enter(run, team, place)

    def _get(self, run: StepRun, names: tuple[str, ...], person: PersonState) -> Process:
        """Take what the step uses, waited for where it is not free."""
        wanted = tuple(name for name in names if not self._resources.holds(run, name))
        missing = self._resources.missing(wanted)
        yield from self._waiting.until(run, "resource", missing, lambda: not self._resources.missing(wanted), person)
        self._resources.take(run, wanted)

    def _send_for(self, run: StepRun, target: str, person: PersonState) -> Generator[Any, Any, bool]:
        """Send for what a call or request is for: a resource, an order, a permit; False where that is refused."""
        kind = self._world.kind_of.get(target, "") if run.step.do in ("call", "request") else ""
        if kind == "resource":
            self._resources.call(target, run, person)
        elif kind == "order":
            self._orders.begin(target, run)
        elif kind == "permit" and not self._permits.stands_for_what_follows(run, target):
            return (yield from self._permits.obtain(run, person, target))
        return True

    def _finish(self, run: StepRun, team: Team, outcomes: list[Outcome]) -> Process:
        if run.step.options:
            yield from self._choose(run, team[0])
        state, why = yield from self._check(run, team[0], outcomes)
        if state == "done":
            yield from self._tell(run, team[0], worked_ms=run.worked_ms if VERBS[run.step.do].talks else None)
            if run.card is None and run.step.tells and not run.told:
                state, why = "failed", "no_answer"
            if run.step.do == "call":
                self.journeys.summon(run)
        self._over(run, team, state, why)

    def tell_of_done(self, run: StepRun, person: PersonState) -> None:
        """A step that was done already when it got ready still tells: the person who knows it phones, once they are
        free."""
        if not run.step.tells:
            return
        if person.task:
            person.owed.append(lambda: self.tell_of_done(run, person))
            return
        person.task = run.name
        self._world.kernel.env.process(self._phone(run, person))

    def _phone(self, run: StepRun, person: PersonState) -> Process:
        try:
            yield from self._tell(run, person, worked_ms=None)
        except Ended:
            self._progress.go_on(run)
        self._posts.release(person)

    def _tell(self, run: StepRun, person: PersonState, worked_ms: int | None) -> Process:
        """Everybody the step names; when its card is over, who has not answered by then is not tried again."""
        try:
            yield from self._communication.tell_all(run, person, worked_ms=worked_ms)
            yield from self._report_after(run, person)
        except Ended as ended:
            if ended.state != "dropped":
                raise
            self._progress.go_on(run)

    def _over(self, run: StepRun, team: Team, state: str, why: str) -> None:
        """The step has ended; everybody is free again but for who keeps a measure up."""
        self._resources.give_back(run)
        self._progress.end(run, state, why)
        self._people.learn(self._people.together(team[0]), [(("step", run.name), state)], "doing", run.name)
        for person in team:
            measure = self._effects.tending.kept_by(person)
            if measure:
                person.task = f"measure {measure}"
            else:
                self._posts.release(person)
        run.then()

    def _choose(self, run: StepRun, person: PersonState) -> Process:
        """Wait for the way somebody chooses; while nobody does the decider waits for what they do not know."""
        leaves = [leaf for option in run.step.options if option.when for leaf in option.when.leaves()]
        on = tuple(dict.fromkeys(subject for leaf in leaves for subject in leaf.subjects))
        self._waiting.mind_end(run, None)
        self._progress.choosing[run.name] = run
        try:
            if run.chosen is None:  # the round of this instant decides
                self._waiting.wake()
                yield self._world.next_change()
            yield from self._waiting.hold(run, "not_known", on, lambda: run.chosen is not None, person)
        finally:
            self._progress.choosing.pop(run.name, None)
        assert run.chosen is not None
        self._world.emit("option_chosen", step=run.name, option=run.chosen.name, by=person.id)
        for other in self._progress.not_chosen(run, run.chosen):
            if other.pending:
                self._progress.end(other, "skipped", "not_chosen")

    def _report_after(self, run: StepRun, person: PersonState) -> Process:
        """Anything done without a permit is reported to who gives it, unless a step of the plan does so after it."""
        for name in self._permits.waived.get(run.name, ()):
            permit = self._world.plan.permits[name]
            if permit.dead_may_open and self._is_reported(run, permit.from_):
                continue
            tell = Tell(to=permit.from_, channel=permit.channel)
            yield from self._communication.tell(run, person, tell, tell.takes)

    def _is_reported(self, run: StepRun, to: str) -> bool:
        """Return whether the plan has a step right behind this one that tells the role."""
        steps = (step for _, step in self._world.plan.steps())
        return any(run.step.id in step.predecessors and any(each.to == to for each in step.tells) for step in steps)

    def _call_in(self, run: StepRun, who: Sequence[PersonState]) -> None:
        """People off duty are phoned, briefed by the card's leader, and set out."""
        for person in who:
            if not person.on_duty and not person.ghost:
                leader = run.card.leader if run.card else ""
                self._world.emit("called_in", person=person.id, by=leader, step=run.name)
                if leader:
                    self._people.brief(person, leader, run.name)

    def _look_first(self, run: StepRun, who: Sequence[PersonState]) -> Process:
        """Look at or ask for what is not known, before the step begins."""
        if not run.card or run.step.if_unknown not in ("look", "ask") or not self._known.unmet(who[0], run):
            return
        if run.step.if_unknown == "look":
            place = self.place_of(run, run.step.target[0] if run.step.target else "")
            if place is not None:
                yield from self.journeys.go(run, who, place, 0)
        else:
            yield from self._ask(run, who[0])
        yield from self._waiting.until(
            run, "not_known", self._known.unmet(who[0], run), lambda: not self._known.unmet(who[0], run), who[0]
        )

    def _ask(self, run: StepRun, person: PersonState) -> Process:
        yield from self._waiting.pause(run, "not_known", self._known.unmet(person, run), ASK_MS, person)
        facts = tuple((leaf.kind, s) for c in run.step.requires for leaf in c.leaves() for s in leaf.subjects)
        self._communication.ask_around(run, person, facts)

    def place_of(self, run: StepRun, target: str) -> str | None:
        """Return the place the step, or this target of it, is done in; None when it does not matter."""
        return run.step.place if run.step.place is not None else self.place_where(run.step.do, target)

    def place_where(self, do: str, target: str) -> str | None:
        """Return the place one does this to the target in; None when it does not matter."""
        goes_there = VERBS[do].operates or do in ("apply", "evacuate")  # type: ignore[index]
        if not goes_there or not target:
            return None
        site = self._world.site
        if target in site.devices:
            device = site.devices[target]
            return None if device.remote and not device.by_hand else device.place
        return next(iter(self._places.get(target, ())), None)

    def does_something(self, do: str) -> bool:
        """Return whether the verb does anything to a target by itself."""
        return do in ("call", "request") or self._effects.does_something(do)

    def operated_by(self, run: StepRun) -> tuple[str, ...]:
        """Return the ids the step operates: switches, sources, transfers."""
        return self._effects.operated_by(run)

    # -- at work ---------------------------------------------------------------------------------------------------
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
        run.worked_ms = self._world.luck.ms(drawn, f"takes/{run.name}/{target or number}")
        return run.worked_ms + (0 if number else run.late_ms)

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
        self._hazards.answers(None)
        return outcome[0]

    # -- did it work -----------------------------------------------------------------------------------------------
    def _check(
        self, run: StepRun, person: PersonState, outcomes: list[Outcome]
    ) -> Generator[Any, Any, tuple[str, str]]:
        check = run.step.success_check
        if check is None:
            return ("failed", "did_not_work") if Outcome.FAILED in outcomes else ("done", "unchecked")
        self._own_doing(run, person, check, outcomes)
        deadline = self._world.now + check.within
        on = tuple(s for leaf in check.leaves() for s in leaf.subjects)
        worked = all(outcome is Outcome.WORKED for outcome in outcomes)
        self._wake_at(deadline)
        until_ms = self._waiting.latest(run)
        while self._known.check_holds(person, check) is not True:
            seen = all(
                self._people.sees_here(person.place, (leaf.kind, s)) for leaf in check.leaves() for s in leaf.subjects
            )
            if self._world.now >= deadline or (seen and not worked):
                self._progress.go_on(run)
                return "failed", "check"
            if until_ms is not None and self._world.now >= until_ms:
                self._progress.go_on(run)
                return "timed_out", "waited_too_long"
            self._progress.wait(run, "not_known", on, person)
            yield self._world.next_change()
        self._progress.go_on(run)
        return "done", "checked"

    def _own_doing(self, run: StepRun, person: PersonState, check: SuccessCheck, outcomes: list[Outcome]) -> None:
        """Let the person know what moved under their own hands, wherever it shows; what stayed as it was they may not
        have noticed."""
        if any(outcome is not Outcome.WORKED for outcome in outcomes):
            return
        earths, truth = self._world.site.earths, self._world.truth
        earthed = (earths[target].at for target in run.step.target if target in earths)
        own = {*run.step.target, *self._effects.operated_by(run), *earthed}
        facts = [fact for leaf in check.leaves() for fact in leaf.facts if fact[1] in own and fact in truth]
        self._people.learn([person], [(fact, truth[fact]) for fact in facts], "doing", run.name)

    def _wake_at(self, t_ms: int) -> None:
        self._world.kernel.after(t_ms - self._world.now, Priority.OBSERVE, self._waiting.wake)

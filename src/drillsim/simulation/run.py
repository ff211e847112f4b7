"""One run, driven from outside: `advance` moves the clock, `submit` is the only way in.

`simulate` plays the written plan to the scenario's horizon. A live session drives the same `Run` with people as
operators; nothing here ever sleeps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TextIO

from drillsim.journal import Journal, JournalWriter
from drillsim.network import Memo, PandapowerFlow, PowerFlow
from drillsim.schema import NEEDS_LIFE, NO_WORDS, VERBS, Case, Mode, Step, Who, struck
from drillsim.simulation.agenda import Agenda
from drillsim.simulation.card_run import CardRun, StepRun
from drillsim.simulation.compiled import all_sound
from drillsim.simulation.effects import Effects
from drillsim.simulation.faults import Faults
from drillsim.simulation.function_news import FunctionNews
from drillsim.simulation.gate import Gate
from drillsim.simulation.information import Informing
from drillsim.simulation.journeys import Journeys
from drillsim.simulation.kernel import Priority, Stopped
from drillsim.simulation.knowledge import Fact, Knowledge, Value, before
from drillsim.simulation.known import Known
from drillsim.simulation.luck import Luck
from drillsim.simulation.opening import header_of, initial_state
from drillsim.simulation.operator import Activate, Begin, Close, Decision, Operator, PlanOperator, Skip
from drillsim.simulation.orders import Orders
from drillsim.simulation.people import People
from drillsim.simulation.perform import Means, Perform
from drillsim.simulation.permits import Permits
from drillsim.simulation.plant import Plant
from drillsim.simulation.posts import Posts
from drillsim.simulation.progress import Progress
from drillsim.simulation.resources import Resources, lay_out
from drillsim.simulation.talk import Talk
from drillsim.simulation.turns_on import turns_on
from drillsim.simulation.waiting import Waiting
from drillsim.simulation.what_if import AS_IT_IS, WhatIf
from drillsim.simulation.world import World

BELIEVED_KINDS = ("element", "switch", "bus", "load", "source", "function", "transfer", "in_automatic", "resource")
"""What an operating mode says of the plant; the rest is unknown until learned."""


class Run:
    """One scenario played against one plan. `journal()` is what happened so far."""

    def __init__(  # noqa: PLR0913 (a face: all but one have defaults)
        self,
        case: Case,
        *,
        seed: int = 1,
        draw: int = 0,
        luck: Luck | None = None,
        flow: PowerFlow | None = None,
        operators: Sequence[Operator] = (),
        stream: TextIO | None = None,
        what_if: WhatIf = AS_IT_IS,
        header: Mapping[str, Any] | None = None,
    ) -> None:
        luck = luck or Luck(seed, draw)
        flow = flow or Memo(PandapowerFlow(case.dossier.network))
        self._writer = JournalWriter({**header_of(case, luck, flow), **(header or {})}, stream)
        self._world = World(case, luck, self._writer, what_if)
        self._plant = Plant(self._world, flow, self._work)
        self._operators = tuple(operators) or (PlanOperator(),)
        self._by_plan_alone = all(type(each) is PlanOperator for each in self._operators)
        self._over = False
        lay_out(self._world)
        believed = before(case.dossier, self._state_of_mode())
        self._agenda = agenda = Agenda(turns_on(case.dossier), self._world.kernel, what_if)
        knowledge = Knowledge(case.dossier.customer.people, believed, agenda.learned, self._world.turned_to)
        self._people = people = People(self._world, knowledge, agenda.came_or_went, case.scenario.horizon)
        self._progress = Progress(self._world, people, agenda)
        waiting = Waiting(self._world, self._progress)
        self._posts = posts = Posts(self._world, people, self._progress, agenda)
        journeys = Journeys(self._world, people, posts, self._progress, waiting)
        self._orders = Orders(self._world, people, posts, journeys)
        self._resources = Resources(self._world, people)
        gate = Gate(self._orders, self._resources, what_if)
        self._known = Known(self._world, people, self._progress, agenda, gate)
        self._news = FunctionNews(self._world, self._plant.functions.units)
        talk = Talk(self._world, people, self._progress, waiting)
        permits = Permits(self._world, people, posts, waiting)
        effects = Effects(self._world, self._plant, people, posts, permits)
        means = Means(
            posts, journeys, talk, permits, self._orders, self._resources, effects, waiting, self._plant,
        )  # fmt: skip
        self._perform = Perform(self._world, people, self._progress, self._known, means)
        self._crew = self._perform.crew
        self._begin()

    # -- the beginning ---------------------------------------------------------------------------------------------
    def _state_of_mode(self) -> frozenset[tuple[Fact, Value]]:
        """What everybody believes at T0: the scenario's mode, worked out without a word."""
        scenario = self._world.case.scenario
        self._world.hold_all(all_sound(self._world.case.dossier))
        self._plant.start.set_mode(self._world.site.modes.get(scenario.start.mode, Mode()))
        self._world.looks.all_moved()
        self._settle_twice()
        return frozenset(each for each in self._world.truth.items() if each[0][0] in BELIEVED_KINDS)

    def _begin(self) -> None:
        start = self._world.case.scenario.start
        self._plant.start.begin()
        if start.set or start.out_of_service:  # otherwise what the mode gave has settled
            self._world.looks.all_moved()
        self._settle_twice()
        self._world.begin()
        self._world.emit("initial_state", **initial_state(self._world, self._plant, self._people))
        self._plant.say_what_stands()
        self._people.look_around()
        self._people.displays.begin()
        self._world.changed = {}
        self._world.at_the_end_of_instants(self._observe, self._decide)
        Faults(self._world, self._plant, self._people, self._resources).schedule()
        if not self._by_plan_alone:
            Informing(self._world, self._people).schedule()
        self._posts.schedule()

    def _settle_twice(self) -> None:
        """Flows need the live buses, gensets and UPSs need the flows."""
        for _ in range(2):
            self._world.looks.settle()

    def dead_targets(self) -> tuple[str, ...]:
        """What the scenario strikes, where all of it is dead at T0 and so nothing would happen; else empty."""
        case, found = self._world.case, list[str]()
        for event in case.scenario.events:
            targets = struck(case.dossier, event)
            later = event.at > case.scenario.events[0].at
            if later or event.fault not in NEEDS_LIFE or any(map(self._lives, targets)):
                return ()
            found += targets
        return tuple(dict.fromkeys(found))

    def _lives(self, target: str) -> bool:
        w = self._world
        is_element = target in w.net.bus_index or target in w.net.branch_index
        return bool(w.live[w.net.node(target)]) if is_element else self._plant.sources.state(target) != "dead"

    # -- the clock -------------------------------------------------------------------------------------------------
    @property
    def now(self) -> int:
        """Milliseconds since T0."""
        return self._world.now

    @property
    def uses_luck(self) -> bool:
        """Whether anything was drawn so far; a run that drew nothing is the same for every seed and draw."""
        return self._world.luck.consulted

    @property
    def asked(self) -> frozenset[tuple[str, str]]:
        """Hidden faults (kind, target) that were asked about so far: one nobody asks about changes nothing."""
        return frozenset(self._world.asked)

    @property
    def turned_to(self) -> frozenset[tuple[str, str]] | None:
        """States of people, displays and stores (fault, target) the run has rested on so far: as `asked`, of what is
        there beforehand. Resources and control supplies stand in `asked` too. None where it cannot be told."""
        found = self._world.turned_to
        return None if found.on_chance else frozenset(found.noted)

    def advance(self, to_ms: int) -> None:
        """Everything up to and including `to_ms`; nothing once the run is over."""
        if self._over or to_ms < self.now:
            return
        try:
            self._world.kernel.advance(to_ms)
        except Stopped as stop:
            self._world.emit("oscillation", rounds=stop.args[0])
            self.finish("stopped", why="oscillation")

    def finish(self, status: str = "completed", **why: str) -> Journal:
        """Closes the journal; energy and fuel over the run stand in its last event."""
        if not self._over:
            self._over = True
            demand, served = self._plant.supply.energy()
            battery = {name: unit.balance() for name, unit in self._plant.sources.ups.items()}
            self._world.emit(
                "run_ended",
                status=status,
                demand_kwh=demand,
                served_kwh=served,
                fuel_l=self._plant.stores.balance(),
                battery_kwh=battery,
                **why,
            )
        return self.journal()

    def journal(self) -> Journal:
        """What happened so far."""
        return self._writer.journal()

    # -- the end of an instant -------------------------------------------------------------------------------------
    def _observe(self) -> None:
        changed, self._world.changed = self._world.changed, {}
        self._people.see(changed)
        self._people.displays.look(changed)

    def _decide(self) -> None:
        shift_ended = self._posts.take_ended()
        before = len(self._writer.events)
        self._look_and_decide()
        if shift_ended and len(self._writer.events) != before:
            self._posts.note_who_woke()

    def _look_and_decide(self) -> None:
        self._resources.look()
        if not (self._by_plan_alone and self._agenda.is_settled):
            self._carry_out_what_is_due()
        self._crew.assign()

    def _carry_out_what_is_due(self) -> None:
        while decisions := self._due():
            moves = self._progress.moves
            for decision in decisions:
                self.submit(decision)
            if self._progress.moves == moves:  # else this instant would never end
                raise RuntimeError(f"decided at {self.now} ms and nothing moved: {decisions[:3]}")
        for run, readiness in self._known.waits():
            if readiness.reason == "order":
                self._orders.begin(readiness.on[0], run)
            if readiness.reason:
                self._progress.wait(run, readiness.reason, readiness.on)

    def _due(self) -> list[Decision]:
        return [decision for operator in self._operators for decision in operator.due(self._known)]

    # -- decisions -------------------------------------------------------------------------------------------------
    def submit(self, decision: Decision) -> None:
        """Carries out one decision, the plan's or a person's. One that no longer fits is left alone."""
        match decision:
            case Activate(card, person):
                self._trigger(self._progress.cards[card], person)
            case Begin(step, people):
                self._ready(self._progress.steps[step], people)
            case Skip(step, person):
                self._skip(self._progress.steps[step], person)
            case Close(card):
                self._close(self._progress.cards[card])
        self._world.kernel.ask(Priority.DECIDE)

    def _trigger(self, run: CardRun, person: str) -> None:
        if run.status != "idle":
            return
        run.leader = person
        self._progress.move_card(run, "deciding")
        if run.number > 1:
            self._progress.begin_again(run)
        self._world.emit("card_triggered", card=run.card.id, person=person, **_pass(run))
        decide = run.card.activation.decide
        if decide is None:
            self._activate(run)
        else:
            takes = self._world.luck.ms(decide, f"decide/{run.name}")
            self._world.kernel.after(takes, Priority.PEOPLE, lambda: self._activate(run))

    def _activate(self, run: CardRun) -> None:
        self._progress.move_card(run, "active")
        self._world.emit("card_active", card=run.card.id, person=run.leader, **_pass(run))
        leader = self._people.states[run.leader]
        self._people.learn(self._people.together(leader), [(("card", run.name), "active")], "doing", run.card.id)
        for step in self._progress.steps.values():
            if step.card is run:
                self._progress.may_wait(step)
        self._world.kernel.ask(Priority.DECIDE)

    def _ready(self, run: StepRun, people: tuple[str, ...]) -> None:
        if run.status != "waiting":
            return
        self._progress.go_on(run)
        run.ready_ms = self.now
        self._progress.move_step(run, "ready")
        self._world.emit("step_ready", step=run.name, card=run.card_id)
        person = self._people.states[people[0]] if people else None
        self._world.turned_to.people(people[:1])
        check = run.step.success_check
        looks_anew = run.repeats and not VERBS[run.step.do].operates
        if person and check and not looks_anew and self._known.check_holds(person, check) is True:
            self._progress.end(run, "done", "already")
            self._people.learn(self._people.together(person), [(("step", run.name), "done")], "doing", run.name)
            self._perform.tell_of_done(run, person)
            return
        if run.step.within is not None:
            overdue = _later(self._overdue, run)
            run.timers.append(self._world.kernel.after(run.step.within, Priority.PEOPLE, overdue))
        self._crew.enqueue(run)

    def _skip(self, run: StepRun, person: str) -> None:
        if run.status in ("waiting", "resting"):
            self._crew.skip(run, person)

    def _close(self, run: CardRun) -> None:
        if run.status != "active":
            return
        self._progress.move_card(run, "over")
        for step in [step for step in self._progress.steps.values() if step.card is run]:
            if step.status == "resting":
                self._progress.drop(step)
            elif step.pending:
                self._progress.end(step, "dropped", "card_over")
        self._world.emit("card_over", card=run.card.id, **_pass(run))
        if run.card.again:
            self._progress.rearm(run)

    def _overdue(self, run: StepRun) -> None:
        if run.pending or run.status == "busy":
            self._world.emit("step_overdue", step=run.name, within_ms=run.step.within)

    # -- functions that restart or stop safely ---------------------------------------------------------------------
    def _work(self, function: str, what: str, is_due: Callable[[], bool], then: Callable[[], None]) -> None:
        """A function comes back, or is stopped in good order: by itself after its time, or by the people it takes."""
        facts = self._world.site.functions[function]
        spec = facts.restart if what == "restart" else facts.safe_stop
        if spec is None:
            return
        number = self._world.demand(f"{what}/{function}")
        name = f"{what}[{function}]" if not number else f"{what}[{function}]{number + 1}"
        if spec.by is None:
            takes = self._world.luck.ms(spec.takes, f"takes/{name}")
            self._world.kernel.after(takes, Priority.SOURCE, then)
            return
        step = Step(id=what, text=NO_WORDS, do="check", by=Who(operator=spec.by), place=spec.place, takes=spec.takes)
        run = StepRun(name, step, None, len(self._progress.steps), status="ready", ready_ms=self.now)
        run.is_due = is_due
        run.unknown = lambda person: self._unknown(function, what, person)
        run.then = lambda: self._worked(run, function, then)
        self._progress.add(run)
        self._world.emit("step_ready", step=name, card="")
        self._crew.enqueue(run)
        self._world.kernel.ask(Priority.DECIDE)

    def _unknown(self, function: str, what: str, person: str) -> tuple[str, ...]:
        """What he would have to know before it, which may depend on how new his beliefs are."""
        self._world.turned_to.dates_of(person)
        return self._news.unknown(function, what, self._people.knowledge.lookup(person))

    def _worked(self, run: StepRun, function: str, then: Callable[[], None]) -> None:
        """The restart or stop is done, and who did it knows."""
        then()
        state = self._plant.functions.units[function].state
        for person in run.by:
            here = self._people.together(self._people.states[person])
            self._people.learn(here, [(("function", function), state)], "doing", run.name)


def simulate(
    case: Case,
    *,
    seed: int = 1,
    draw: int = 0,
    luck: Luck | None = None,
    flow: PowerFlow | None = None,
    stream: TextIO | None = None,
    what_if: WhatIf = AS_IT_IS,
    header: Mapping[str, Any] | None = None,
) -> Journal:
    """The journal of one run of the written plan, from the first event to the scenario's horizon.

    `flow` is shared between runs of the same network to share its memo; `stream` gets every line at once. `luck` stands
    in the place of `seed` and `draw`.
    """
    run = Run(case, seed=seed, draw=draw, luck=luck, flow=flow, stream=stream, what_if=what_if, header=header)
    run.advance(case.scenario.horizon)
    return run.finish()


def _pass(run: CardRun) -> dict[str, int]:
    """The number of the pass, from the second on."""
    return {"number": run.number} if run.number > 1 else {}


def _later(act: Callable[[StepRun], None], run: StepRun) -> Callable[[], None]:
    return lambda: act(run)

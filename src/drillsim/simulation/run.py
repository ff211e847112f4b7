"""One run, driven from outside: `advance` moves the clock, `submit` is the way in for people, and nothing ever sleeps.

`simulate` plays the written plan to the scenario's horizon. A live session drives the same `Run` with people in the
plan's place:

    run = Run(case, operators=[PlanOperator(roles_nobody_plays)])
    run.advance(t_ms)                       # everything before that moment, and of that moment what comes to people
    run.view("wang"), run.options("wang")   # what they know, and what is open to them
    run.submit(Begin("S10", by="wang"))     # Accepted, or Refused with a code
    run.advance(t_ms)                       # the decide round, and what follows from it in the same instant
    run.next_ms()                           # time of the next event; t_ms where the instant is not over

In a decide round the plan decides first, for the roles it plays, then other operators, then what was submitted, as it
came. Then the plan looks again, until nobody has anything new.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TextIO

from drillsim.journal import Journal, JournalWriter
from drillsim.network import Memo, PandapowerFlow, PowerFlow
from drillsim.schema import NEEDS_LIFE, Case, Condition, Mode, struck
from drillsim.simulation.core.compiled import all_sound
from drillsim.simulation.core.kernel import Stopped
from drillsim.simulation.core.knowledge import BEFORE, Belief, Fact, Judge, Knowledge, Value, before
from drillsim.simulation.core.luck import Luck
from drillsim.simulation.core.what_if import AS_IT_IS, WhatIf
from drillsim.simulation.core.world import World
from drillsim.simulation.decide.answer import Accepted, Refused
from drillsim.simulation.decide.cards import Cards
from drillsim.simulation.decide.carry import Carrying
from drillsim.simulation.decide.checks import Checks
from drillsim.simulation.decide.decisions import Decision
from drillsim.simulation.decide.deviations import Deviations
from drillsim.simulation.decide.facilitate import Facilitating
from drillsim.simulation.decide.operator import Operator, Operators, PlanOperator
from drillsim.simulation.decide.own import OwnDoings
from drillsim.simulation.decide.parts import Parts
from drillsim.simulation.decide.replay import Checkpoint, come_to, decided_by_people, drive, luck_of
from drillsim.simulation.decide.rounds import Rounds, Submitted
from drillsim.simulation.decide.sources import Sources
from drillsim.simulation.decide.steps import Restarts, Steps
from drillsim.simulation.decide.view import Offer, View, Views
from drillsim.simulation.faults import Faults
from drillsim.simulation.functions.function_news import FunctionNews
from drillsim.simulation.opening import header_of, initial_state
from drillsim.simulation.people.information import Informing
from drillsim.simulation.people.people import People
from drillsim.simulation.plan.agenda import Agenda
from drillsim.simulation.plan.communication import Communication
from drillsim.simulation.plan.gate import Gate
from drillsim.simulation.plan.journeys import Journeys
from drillsim.simulation.plan.known import Known
from drillsim.simulation.plan.orders import Orders
from drillsim.simulation.plan.permits import Permits
from drillsim.simulation.plan.posts import Posts
from drillsim.simulation.plan.progress import Progress
from drillsim.simulation.plan.resources import Resources, lay_out
from drillsim.simulation.plan.turns_on import turns_on
from drillsim.simulation.plan.waiting import Waiting
from drillsim.simulation.plant import Plant
from drillsim.simulation.work.effects import Effects
from drillsim.simulation.work.perform import Means, Perform

AS_DRAWN = Mode()
"""The network as its file has it: a mode the site does not name."""


class Run:
    """One scenario played against one plan. `journal()` is what happened so far.

    `operators` decide at every decide round; without any the plan plays everybody. A run with others than the plan
    journals every decision as `decision`; with `record` one of the plan alone too. Whatever people submit is journalled
    in any run.
    """

    def __init__(  # noqa: PLR0913 (a face: all but one have defaults)
        self,
        case: Case,
        *,
        seed: int = 1,
        draw: int = 0,
        luck: Luck | None = None,
        flow: PowerFlow | None = None,
        operators: Sequence[Operator] = (),
        record: bool = False,
        stream: TextIO | None = None,
        what_if: WhatIf = AS_IT_IS,
        header: Mapping[str, Any] | None = None,
    ) -> None:
        luck = luck or Luck(seed, draw)
        flow = flow or Memo(PandapowerFlow(case.dossier.network))
        self._operators = Operators(operators or [PlanOperator()])
        self._by_plan_alone = not record and self._operators.is_plan_alone
        own = {} if self._by_plan_alone else {"operators": self._operators.played()}
        self.case, self.flow, self.what_if = case, flow, what_if
        self._writer = JournalWriter({**header_of(case, luck, flow), **own, **(header or {})}, stream)
        self._world = World(case, luck, self._writer, what_if)
        self._plant = Plant(self._world, flow, self._work)
        self._over = self._is_open = False
        lay_out(self._world)
        believed = before(case.dossier, self._state_of_mode())
        self._agenda = Agenda(turns_on(case.dossier), self._world.kernel, what_if)
        knowledge = Knowledge(case.dossier.customer.people, believed, self._agenda.learned, self._world.turned_to)
        self._people = People(self._world, knowledge, self._agenda.came_or_went, case.scenario.horizon)
        self._progress = Progress(self._world, self._people, self._agenda)
        self._posts = Posts(self._world, self._people, self._progress, self._agenda)
        self._put_together()
        self._begin()

    def _put_together(self) -> None:
        """Put together the means of people, and the deciders."""
        people, posts = self._people, self._posts
        waiting = Waiting(self._world, self._progress)
        journeys = Journeys(self._world, people, posts, self._progress, waiting)
        self._orders = Orders(self._world, people, posts, journeys)
        self._resources = Resources(self._world, people)
        gate = Gate(self._orders, self._resources, self.what_if)
        permits = self._permits = Permits(self._world, people, posts, waiting, self._operators.answer_for)
        self._known = Known(self._world, people, self._progress, self._agenda, gate, permits)
        communication = Communication(self._world, people, self._progress, waiting)
        effects = Effects(self._world, self._plant, people, posts, permits)
        means = Means(
            posts, journeys, communication, permits, self._orders, self._resources, effects, waiting, self._plant,
        )  # fmt: skip
        perform = Perform(self._world, people, self._progress, self._known, means)
        self._crew = perform.crew
        self._faults = Faults(self._world, self._plant, people, self._resources)
        self._informing = Informing(self._world, people)
        parts = Parts(
            self._world, self._plant, people, self._progress, self._known, perform, permits, self._orders, journeys,
            self._faults, self._informing,
        )  # fmt: skip
        own, sources, deviations = OwnDoings(parts), Sources(self._writer.events), Deviations(parts)
        checks = Checks(parts, own)
        self._restarts = Restarts(parts, FunctionNews(self._world, self._plant.functions.units))
        carrying = Carrying(parts, Cards(parts), Steps(parts), own, Facilitating(parts, sources), deviations)
        recorded = not self._by_plan_alone
        self._rounds = Rounds(parts, self._operators, checks, deviations, carrying, records_plan=recorded)
        self._views = Views(parts, sources, checks, deviations)

    def _work(self, function: str, what: str, is_due: Callable[[], bool], then: Callable[[], None]) -> None:
        self._restarts.work(function, what, is_due, then)

    # -- the beginning ---------------------------------------------------------------------------------------------
    def _state_of_mode(self) -> frozenset[tuple[Fact, Value]]:
        """Return what everybody believes at T0 as far as one can: the scenario's mode, worked out without a word."""
        scenario = self._world.case.scenario
        self._world.hold_all(all_sound(self._world.case.dossier))
        self._plant.start.set_mode(self._world.site.modes.get(scenario.start.mode, AS_DRAWN))
        self._world.looks.all_moved()
        self._settle_twice()
        return frozenset(self._world.truth.items())

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
        self._faults.schedule()
        if not self._by_plan_alone:
            self._informing.schedule()
        self._posts.schedule()

    def _settle_twice(self) -> None:
        """Flows need the live buses, gensets and UPSs need the flows."""
        for _ in range(2):
            self._world.looks.settle()

    def dead_targets(self) -> tuple[str, ...]:
        """Return the targets the scenario strikes, where all of them are dead at T0 and so nothing would happen; else
        empty."""
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
        """Return whether anything was drawn so far; a run that drew nothing is the same for every seed and draw."""
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
        """Everything before `to_ms`, and of that instant what comes before its decide round; nothing once the run is
        over. Called again for the same moment: its decide round, and what follows from it up to the next one."""
        if self._over or to_ms < self.now:
            return
        again, self._is_open = self._is_open and to_ms == self.now, True
        try:
            if self._rounds.is_awaited:
                self._world.wake()
            if again:
                self._world.kernel.decide_now()
            self._world.kernel.advance(to_ms, decide=False)
        except Stopped as stop:
            self._stop(stop)

    def _stop(self, stop: Stopped) -> None:
        self._is_open = False
        self._world.emit("oscillation", rounds=stop.args[0])
        self.finish("stopped", why="oscillation")

    def next_ms(self) -> int | None:
        """Return the time something happens next, or something submitted is due, ms: now where this instant is not
        over, None where nothing is to come. It may be something nobody notices."""
        if self._over:
            return None
        return self.now if self._rounds.is_awaited else self._world.kernel.next_ms()

    @property
    def round(self) -> int:
        """The number of the decide round of this instant that comes next, from 1."""
        return self._rounds.number

    @property
    def is_begun(self) -> bool:
        """Return whether it has been advanced."""
        return self._is_open

    @property
    def is_over(self) -> bool:
        """Return whether the run has ended: `finish`, or automatics that answer each other without end."""
        return self._over

    def finish(self, status: str = "completed", **why: str) -> Journal:
        """Ends the instant and closes the journal; energy and fuel over the run stand in its last event."""
        if self._is_open and not self._over:
            self._is_open = False
            try:
                if self._rounds.is_awaited:
                    self._world.wake()
                self._world.kernel.advance(self.now)
            except Stopped as stop:
                self._stop(stop)
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
        """Return the journal so far."""
        return self._writer.journal()

    # -- people ----------------------------------------------------------------------------------------------------
    def submit(
        self, decision: Decision, *, at_ms: int | None = None, wall_time: str = "", who: str = ""
    ) -> Accepted | Refused:
        """Has somebody decide now, or at `at_ms`: it joins the next decide round of that moment.

        Refused, nothing has happened: `answer.CODES` says why. Accepted, it stands in the journal when its turn has
        come, with where it departs from the plan; `overtaken` there means that the same round had brought something
        else first and it did nothing. `wall_time` and `who`, the participant of a drill, are journalled as they are
        given.
        """
        if self._over or (at_ms is not None and at_ms < self.now):
            return Refused("in_the_past", {"now_ms": str(self.now)})
        return self._rounds.submit(decision, self.now if at_ms is None else at_ms, wall_time, who)

    def view(self, person: str) -> View:
        """Return what the person knows, with since when and from whom, what they were told, where they are, what they
        do. Looking changes nothing. Raises: KeyError for nobody's id."""
        return self._views.view(person)

    def gauges(self, person: str) -> Mapping[str, float]:
        """Return the levels the person has before their eyes now, by store, percent. Looking changes nothing. Raises:
        KeyError for nobody's id."""
        return self._people.gauges(person)

    def options(self, person: str) -> tuple[Offer, ...]:
        """Return the decisions that are open to the person now, the plan's own ones without deviation, and the places
        they may go to. Looking changes nothing. Raises: KeyError for nobody's id."""
        return self._views.options(person)

    def is_so(self, condition: Condition) -> bool | None:
        """Return whether a condition is so in the world, whoever knows of it; None where nothing tells. `for` is not
        asked; a message is so once anybody has had it."""
        return Judge(self._truth_of, self.now, None).holds(condition)

    def truth(self) -> Mapping[Fact, Value]:
        """Return what is so in the world, by kind and id, whoever knows of it; levels of stores in percent."""
        return dict(self._world.seen(self._world.truth))

    def levels(self) -> Mapping[Fact, float]:
        """Return what every UPS and every store holds now, in percent of what it can; looking changes nothing."""
        batteries = {("source", name): unit.battery.percent() for name, unit in self._plant.sources.ups.items()}
        return batteries | {tank.fact: tank.reading() for tank in self._plant.stores.tanks.values()}

    def _truth_of(self, fact: Fact) -> Belief | None:
        if fact[0] == "message":
            had = any(e.type == "message_received" and e.data["step"] == fact[1] for e in self._writer.events)
            return Belief("received", BEFORE, BEFORE) if had else None
        value = self._world.truth.get(fact)
        return None if value is None else Belief(value, BEFORE, BEFORE)

    def acts(self) -> dict[str, tuple[str, ...]]:
        """Return the verbs an `Act` may name, each with the ids it can be done to."""
        return self._views.acts()

    def fork(self, *, operators: Sequence[Operator] | None = None) -> Run:
        """A run that goes on from here by itself, as far as this one has come: played again with what was decided.

        `operators` decide from here on; without them those of this run that are the plan.
        """
        return go_on(self.case, self.checkpoint, operators=operators, flow=self.flow, what_if=self.what_if)

    @property
    def checkpoint(self) -> Checkpoint:
        """Return where it stands, as a value `go_on` plays as far again."""
        header, number = dict(self.journal().header), self.round if self.is_begun else 0
        return Checkpoint(header, self.taken, self.now, number, self._rounds.queue, self._rounds.later)

    def take_up(self, queue: Sequence[Submitted], later: Sequence[Submitted]) -> None:
        """Let what had been submitted to a run that stood here wait for its turn in this one."""
        self._rounds.take_up(queue, later)

    def ask(self, operators: Sequence[Operator]) -> None:
        """From its next decide round on these decide; the journal's header keeps those it began with."""
        self._by_plan_alone = False
        self._operators.ask(operators)
        self._permits.look_again()

    def resubmit(self, each: Submitted) -> None:
        """Submit anew what was accepted once, in a run that is played again."""
        self._rounds.resubmit(each)

    @property
    def taken(self) -> tuple[Submitted, ...]:
        """The decisions of others than the plan so far."""
        return tuple(self._rounds.taken)

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
        self._rounds.begins()
        if self._rounds.is_awaited or not (self._by_plan_alone and self._known.is_settled()):
            self._rounds.play()
            for run, readiness in self._known.waits():
                if readiness.reason == "order":
                    self._orders.begin(readiness.on[0], run)
                if readiness.reason:
                    self._progress.wait(run, readiness.reason, readiness.on)
        self._crew.assign()


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


def replay(case: Case, journal: Journal, *, flow: PowerFlow | None = None) -> Journal:
    """The journal of the run `journal` tells of, played again with the same luck and what people decided in it.

    By the same version, with the same files, it is the same to the last byte; whoever relies on it compares them. A run
    that was broken off is played as far as its last event. Raises: KeyError, TypeError for a decision this version does
    not know.
    """
    ended = journal.events[-1].data if journal.complete else {"status": ""}
    run = _again(case, journal.header, flow=flow)
    if ended["status"] == "not_applicable":
        return run.finish(ended["status"], **{key: ended[key] for key in ("why", "dead") if key in ended})
    drive(run, decided_by_people(journal))
    run.advance(journal.end_ms)
    if journal.complete:
        return run.finish(ended["status"])
    return Journal(run.journal().header, run.journal().events[: len(journal.events)])


def resume(case: Case, journal: Journal, *, flow: PowerFlow | None = None, stream: TextIO | None = None) -> Run:
    """The run of a drill that was broken off, as far as its journal goes; it goes on with people deciding.

    It stands before the decide round of the journal's last moment, with what was decided in it submitted: the next
    `advance` plays that.
    `stream` gets every line from the first on. Raises: KeyError, TypeError as `replay`.
    """
    run = _again(case, journal.header, flow=flow, stream=stream)
    drive(run, decided_by_people(journal))
    if run.now < journal.end_ms or not run.is_begun:
        run.advance(journal.end_ms)
    return run


def go_on(
    case: Case,
    checkpoint: Checkpoint,
    *,
    operators: Sequence[Operator] | None = None,
    luck: Luck | None = None,
    flow: PowerFlow | None = None,
    what_if: WhatIf = AS_IT_IS,
    stream: TextIO | None = None,
) -> Run:
    """A run that goes on by itself from where another stood: played again with what was decided in it.

    `operators` decide from there on; without them those it began with that are the plan. `luck` stands in the place of
    the journal's; up to there it must answer as that did.
    `stream` gets every line from the first on. Raises: KeyError, TypeError as `replay`.
    """
    found = _again(case, checkpoint.header, flow=flow, what_if=what_if, luck=luck, stream=stream)
    drive(found, checkpoint.taken)
    if checkpoint.round:
        come_to(found, checkpoint.now_ms, checkpoint.round)
    found.take_up(checkpoint.queue, checkpoint.later)
    if operators is not None:
        found.ask(operators)
    return found


def _again(
    case: Case,
    header: Mapping[str, Any],
    *,
    flow: PowerFlow | None,
    what_if: WhatIf = AS_IT_IS,
    stream: TextIO | None = None,
    luck: Luck | None = None,
) -> Run:
    """A run that begins as the one with this header did."""
    is_recorded = "operators" in header
    plan = [PlanOperator(None if roles is None else frozenset(roles)) for roles in header.get("operators", ())]
    nobody = [PlanOperator(frozenset())] if is_recorded else []
    return Run(
        case,
        luck=luck or luck_of(header),
        flow=flow,
        operators=plan or nobody,
        record=is_recorded,
        stream=stream,
        what_if=what_if,
        header=header,
    )

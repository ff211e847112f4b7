"""The progress of the plan: cards and steps of one run, and what each step waits for."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from drillsim.schema import Option, numbered
from drillsim.simulation.core.kernel import Priority
from drillsim.simulation.core.world import World
from drillsim.simulation.people.people import People, PersonState
from drillsim.simulation.plan.agenda import Agenda
from drillsim.simulation.plan.card_run import PENDING, CardRun, StepRun, written
from drillsim.simulation.plan.question import Question
from drillsim.simulation.plan.step_runs import StepRuns

SATISFIED = ("done", "skipped")
NOT_FAILED = (*SATISFIED, "dropped")
OPEN = ("waiting", "ready", "busy")
FAILED = ("failed", "timed_out")
_ORDER = attrgetter("order")
NEVER_DUE = ("until", "not_needed", "not_chosen", "card_over")
"""Ends of a step after which it is not repeated."""


class Progress:
    """All cards and steps of a run."""

    def __init__(self, world: World, people: People, agenda: Agenda) -> None:
        self._world, self._people, self._agenda = world, people, agenda
        self._written = written(world.case.dossier)
        self.cards = self._written.begin()
        """Card id → its latest pass."""
        self.steps = StepRuns(self._written, self.cards)
        """Steps of every pass."""
        self.groups = self._written.groups
        """Step written once for many → the names of its instances."""
        self.latest: dict[str, str] = {}
        """Written step → its name in the latest pass of its card, where that is not the first."""
        self._times: dict[str, int] = {}
        """Written step → how often it has come up, where that is more than once."""
        self._told: set[str] = set()
        """Steps of which somebody has been told that they are done; those who are told next are still to be reached."""
        self._active: list[StepRun] | None = None
        self.offered: dict[str, StepRun] = {}
        """Implicit steps nobody has taken up yet."""
        self.choosing: dict[str, StepRun] = {}
        """Decisions somebody has come to and not taken yet."""
        self._places = {name: place for place, name in enumerate(self.cards)}
        self._opened = 0
        for card in self.cards.values():
            self._ask_whether_due(card)

    # -- the state of cards and steps ------------------------------------------------------------------------------
    def move_card(self, run: CardRun, status: str) -> None:
        """The card has come to another state, and with it there are other questions."""
        run.status, name = status, run.card.id
        self._moved()
        self._agenda.close(self._agenda.of("due", name))
        if status == "active":
            over = Question("over", name, name, run.leader, minds_dates=run.number > 1)
            self._agenda.open(over, (self._places[name],))
            for step in self.steps.of(run):
                if step.status == "waiting":
                    self._ask_whether_ready(step)
        elif status == "over":
            self._agenda.forget(self._agenda.of("over", name))

    def move_step(self, run: StepRun, status: str) -> None:
        """The step has come to another state."""
        run.status = status
        self._moved()
        if run.card is None:
            return
        if status in ("waiting", "resting"):
            self._ask_whether_ready(run)
        elif run.question is not None:
            (self._agenda.close if status in OPEN else self._agenda.forget)(run.question)

    def _moved(self) -> None:
        self._active = None

    def _ask_whether_due(self, run: CardRun) -> None:
        due = Question("due", run.card.id, run.card.id, "", minds_dates=run.number > 1)
        self._agenda.open(due, (self._places[run.card.id],))

    def _ask_whether_ready(self, run: StepRun) -> None:
        """Those whose time has come are looked at before those that rest, each in file order."""
        assert run.card is not None
        if run.question is None:
            minds_dates = run.step.every is not None or run.card.number > 1
            run.question = Question("step", run.name, run.written, run.card.leader, minds_dates=minds_dates)
            run.question.opened = self._opened = self._opened + 1
        self._agenda.open(run.question, (run.status == "resting", run.order, run.question.opened))

    def not_chosen(self, run: StepRun, chosen: Option) -> list[StepRun]:
        """Steps that only the other ways of a decision lead to."""
        taken = {name for step in chosen.steps for name in self._written.for_same(run, step)}
        others = (n for option in run.step.options for step in option.steps for n in self._written.for_same(run, step))
        return [self.steps[self.latest.get(name, name)] for name in dict.fromkeys(others) if name not in taken]

    def names(self, step: str) -> tuple[str, ...]:
        """Instances of a step in the latest pass of its card, each the first time there; a plain step is its own."""
        found = self.groups.get(step, (step,))
        return tuple(self.latest.get(name, name) for name in found) if self.latest else found

    def active_steps(self) -> list[StepRun]:
        """Steps of active cards that have not begun, in file order, then implicit ones; not to be changed."""
        if self._active is None or self._world.what_if.anew:
            runs = self.steps.met()
            self._active = [r for r in runs if r.status in PENDING and (r.card is None or r.card.status == "active")]
            self._active.sort(key=_ORDER)
        return self._active

    def add(self, run: StepRun) -> None:
        """A step that was not there from the start: an implicit one, or one that comes up another time."""
        self.steps.add(run)
        self._moved()
        if run.card is not None and run.card.status == "active" and run.status in ("waiting", "resting"):
            self._ask_whether_ready(run)

    # -- once more -------------------------------------------------------------------------------------------------
    def rearm(self, run: CardRun) -> None:
        """A card that is over may be triggered again."""
        again = self.cards[run.card.id] = CardRun(run.card, number=run.number + 1, since_ms=self._world.now)
        self._moved()
        self._ask_whether_due(again)
        self._agenda.doubt_all()

    def begin_again(self, card: CardRun) -> None:
        """The steps of a card that is triggered again begin anew; from now on the plan's words mean these."""
        own = self._written.of_card[card.card.id]
        self.latest |= {name: self._next_name(name) for name in own}
        for run in self._written.begin_again(card, self.latest):
            self.add(run)
        card.open = len(own)
        self._agenda.doubt_all()

    def _comes_again(self, run: StepRun, why: str) -> None:
        """Begin what follows the end of a repeated step: its next time, and steps that answer its failure."""
        if run.repeats and run.status in FAILED and _is_active(run):
            for each in self._answer(run):
                self.may_wait(each)
        if run.step.every is not None and why not in NEVER_DUE and _goes_on(run):
            self._rest(run, run.step.every)

    def _rest(self, run: StepRun, every_ms: int) -> None:
        """The next time comes `every` after this one got ready, or ended without; never before it is over."""
        now = self._world.now
        due_ms = max(now, (now if run.ready_ms is None else run.ready_ms) + every_ms)
        again = self._once_more(run, "resting", ())
        self._note(again)
        again.timers.append(self._world.kernel.after(due_ms - now, Priority.PEOPLE, lambda: self.come_up(again)))

    def come_up(self, run: StepRun) -> None:
        """Its time has come, or somebody does it before; what was known of its last time says nothing of it."""
        if run.status != "resting":
            return
        self.move_step(run, "waiting")
        self._agenda.doubt_all()
        self.may_wait(run)
        self._world.kernel.ask(Priority.DECIDE)

    def _answer(self, run: StepRun) -> list[StepRun]:
        """Steps that answer the failure of one that repeats: they come up another time, for it alone."""
        names = (
            [n for step in run.step.on_failure.steps for n in self._written.for_same(run, step)]
            if run.step.on_failure
            else []
        )
        found = [self._once_more(self._written.steps[name], "waiting", (run.name,)) for name in names]
        for each in found:
            each.card = run.card
            self._note(each)
        run.answers = tuple(each.name for each in found)
        return found

    def _once_more(self, run: StepRun, status: str, parents: tuple[str, ...]) -> StepRun:
        name = self._next_name(run.written)
        return StepRun(
            name, run.step, run.card, run.order, parents, item=run.item, pool=run.pool, stays=run.stays,
            status=status, written=run.written, repeats=True,
        )  # fmt: skip

    def _note(self, run: StepRun) -> None:
        if run.card is not None:
            run.card.open += 1
        self.add(run)
        self._agenda.doubt_all()

    def _next_name(self, written: str) -> str:
        self._times[written] = self._times.get(written, 1) + 1
        return numbered(written, self._times[written])

    def drop(self, run: StepRun) -> None:
        """A step whose time has not come is not to come: it never was, and the next to come takes its name."""
        for timer in run.timers:
            timer.cancel()
        self._times[run.written] -= 1
        self._one_less(run)
        self.move_step(run, "dropped")

    # -- waits -----------------------------------------------------------------------------------------------------
    def wait(self, run: StepRun, reason: str, on: tuple[str, ...], person: PersonState | None = None) -> None:
        """The step waits for this now; says so when it is another wait than before."""
        if run.wait == (reason, on):
            return
        self.go_on(run)
        run.wait = (reason, on)
        named = {"person": person.id} if person else {}
        self._world.emit("wait_begins", step=run.name, reason=reason, on=list(on), **named)

    def go_on(self, run: StepRun) -> None:
        """It waits no longer."""
        if run.wait is not None:
            self._world.emit("wait_ends", step=run.name, reason=run.wait[0])
            run.wait = None

    def may_wait(self, run: StepRun) -> None:
        """From now on the step waits, as long as it may."""
        if run.step.wait_at_most is not None:
            give_up = self._world.kernel.after(run.step.wait_at_most, Priority.PEOPLE, lambda: self._time_out(run))
            run.timers.append(give_up)

    def _time_out(self, run: StepRun) -> None:
        """Those who would do it know, and where there is nobody the card's leader, who waits for them in vain."""
        if run.pending:
            self.end(run, "timed_out", "waited_too_long")
            leader = [self._people.states[run.card.leader]] if run.card else []
            people = self._people.candidates(run.step.by.operator) or leader
            self._people.learn(people, [(("step", run.name), "timed_out")], "doing", run.name)

    # -- ends ------------------------------------------------------------------------------------------------------
    def end(self, run: StepRun, state: str, why: str) -> None:
        """The step is over; branches that are not needed any more are skipped with it."""
        self.go_on(run)
        self.move_step(run, state)
        for timer in run.timers:
            timer.cancel()
        self._world.emit("step_ends", step=run.name, card=run.card_id, state=state, why=why, by=list(run.by))
        self._world.hold(("step", run.name), state)
        self._count(run)
        self._comes_again(run, why)
        if state in NOT_FAILED:
            for branch in map(self.steps.__getitem__, run.answers):
                if branch.pending and all(self.steps[p].status in NOT_FAILED for p in branch.parents):
                    self.end(branch, "skipped", "not_needed")
        self._agenda.ended(run.written)
        if run.batch is not None and self.ended(run.step.id):
            self._share_list(run)
        self._world.kernel.ask(Priority.DECIDE)

    def _one_less(self, run: StepRun) -> None:
        if run.card is not None:
            run.card.open -= 1
            if not run.card.open:
                self._agenda.doubt("over", run.card_id)

    def _count(self, run: StepRun) -> None:
        self._one_less(run)
        if run.batch is not None:
            run.batch.open -= 1
            run.batch.over_ms = self._world.now

    def _share_list(self, run: StepRun) -> None:
        """Those who took part in a list, and those they told of it, know of every item once all are over: the hands
        of one job keep one another up to date; by what means is not modelled."""
        listed = [self.steps[name] for name in self.names(run.step.id)]
        names = dict.fromkeys(name for each in listed for name in (*each.by, *each.told))
        facts = [(("step", each.name), each.status) for each in listed]
        self._people.learn([self._people.states[name] for name in names], facts, "message", run.step.id)

    def tell(self, run: StepRun) -> None:
        """Somebody is told that the step is done."""
        if run.name not in self._told:
            self._told.add(run.name)
            self._agenda.ended(run.written)

    def may_be_known(self, name: str) -> bool:
        """Return whether anybody can know that the step, or every instance of it, is over."""
        return all(each in self._told or self.steps[each].status not in OPEN for each in self.names(name))

    def ended(self, name: str) -> bool:
        """Return whether the step, or every instance of it, is over."""
        return all(self.steps[each].status not in OPEN for each in self.names(name))

    def satisfied(self, name: str) -> bool:
        """Return whether steps after this one may go on, as things really stand."""
        return all(self.passes(run, run.status, self.ended) for run in map(self.steps.__getitem__, self.names(name)))

    def passes(self, run: StepRun, state: object, ended: Callable[[str], bool]) -> bool:
        """Return whether `state` of a step lets its successors go on; `ended` tells of its branch steps."""
        if state in SATISFIED:
            return True
        goes_on = run.step.on_failure is not None and run.step.on_failure.then == "continue"
        return goes_on and state in ("failed", "timed_out") and all(map(ended, run.answers))


def _is_active(run: StepRun) -> bool:
    return run.card is not None and run.card.status == "active"


def _goes_on(run: StepRun) -> bool:
    """Return whether the failure of one time, where it failed, is no end of them all."""
    stops = run.step.on_failure is not None and run.step.on_failure.then == "stop"
    return _is_active(run) and not (stops and run.status in FAILED)

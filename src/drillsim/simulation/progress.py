"""How far the plan is: cards and steps of one run, and what each step waits for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from drillsim.schema import (
    Card,
    Compiled,
    Option,
    Step,
    cards_as_read,
    follows_from,
    instances,
    numbered,
    steps_as_read,
)
from drillsim.simulation.kernel import Priority, Timer
from drillsim.simulation.knowledge import BEFORE
from drillsim.simulation.people import PersonState
from drillsim.simulation.world import World

SATISFIED = ("done", "skipped")
NOT_FAILED = (*SATISFIED, "dropped")
OPEN = ("waiting", "ready", "busy")
PENDING = ("waiting", "ready")


@dataclass(slots=True)
class CardRun:
    """One pass of a card: idle, deciding, active or over; `leader` activated it."""

    card: Card
    status: str = "idle"
    leader: str = ""
    open: int = 0
    """Steps that are not over yet."""
    number: int = 1
    """Which pass it is."""
    since_ms: int = BEFORE
    """When the pass before it was over; messages received until then were about that one."""
    stale: dict[str, None] = field(default_factory=dict)
    """Who has known the trigger to be met ever since, which starts nothing anew."""
    gone: bool = False
    """Whether somebody who knew the trigger to be met has learned that it is not, since the pass before was over."""

    @property
    def name(self) -> str:
        """Its id, with the number of the pass from the second on."""
        return numbered(self.card.id, self.number)

    def newly(self, asked: Iterable[str], met: Iterable[str]) -> list[str]:
        """Of those for whom the trigger is met, out of all who were asked, those for whom it is met anew."""
        now_met = dict.fromkeys(met)
        if self.number == 1:
            return list(now_met)
        left = [person for person in asked if person in self.stale and person not in now_met]
        for person in left:
            del self.stale[person]
        if not self.gone:
            self.gone = bool(left) or not now_met
            self.stale |= now_met
        return [person for person in now_met if person not in self.stale]


@dataclass(slots=True)
class Batch:
    """Instances of one step that go together, once those before are over and the gap has passed."""

    before: Batch | None
    gap_ms: int
    names: list[str] = field(default_factory=list)
    open: int = 0
    over_ms: int = 0
    """When the last of them was over."""


@dataclass(slots=True)
class StepRun:
    """A step instance: resting (its time has not come), waiting, ready, busy, or the state it ended in."""

    name: str
    step: Step
    card: CardRun | None
    order: int
    parents: tuple[str, ...] = ()
    """Steps whose failure this one answers."""
    answers: tuple[str, ...] = ()
    """Steps that answer the failure of this one."""
    item: str = ""
    """What of its list it is for; empty unless the step is a `for_each`."""
    also: tuple[str, ...] = ()
    """Instances for the same item, and decisions, that come before it, beyond `after`."""
    decided_by: tuple[str, ...] = ()
    """Decisions that may leave it out."""
    batch: Batch | None = None
    """The batch it goes with."""
    pool: tuple[str, ...] = ()
    """Roles of which any may do it; empty when only the step's own operator does."""
    stays: bool = False
    """Who does it stays with its item until the pool's last step for it."""
    then: Callable[[], None] = lambda: None
    """What its end brings about, for an implicit step (a function restarted)."""
    is_due: Callable[[], bool] = lambda: True
    """Whether an implicit step that nobody has begun is still needed."""
    unknown: Callable[[str], tuple[str, ...]] = lambda person: ()
    """What a person would have to know before an implicit step; empty when he may begin."""
    status: str = "waiting"
    ready_ms: int | None = None
    by: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    """Who has heard its message."""
    worked_ms: int = 0
    """How long the work on its last target took."""
    late_ms: int = 0
    """By how much longer who does it takes, by a slip."""
    wait: tuple[str, tuple[str, ...]] | None = None
    timers: list[Timer] = field(default_factory=list)
    written: str = ""
    """Its name the first time it comes up in the run: what the plan's own words mean."""
    repeats: bool = False
    """Whether it repeats a step of its pass, or answers the failure of one that does."""

    def __post_init__(self) -> None:
        self.written = self.written or self.name

    @property
    def card_id(self) -> str:
        """Card it belongs to; empty for an implicit step."""
        return self.card.card.id if self.card else ""

    @property
    def roles(self) -> tuple[str, ...]:
        """Roles of which any may do it."""
        return self.pool or (self.step.by.operator,)

    @property
    def pending(self) -> bool:
        """Not yet begun."""
        return self.status in PENDING


class Written:
    """The cards and steps of a plan before anything has happened: what each run's own begin as."""

    def __init__(self, dossier: Compiled) -> None:
        self._dossier = dossier
        self.cards = {card.id: CardRun(card) for card in cards_as_read(dossier.plan)}
        self.groups: dict[str, tuple[str, ...]] = {}
        self.steps: dict[str, StepRun] = {}
        for run in self.cards.values():
            for step in steps_as_read(run.card):
                self._add_instances(run, step)
        self._join_branches()
        self._join_options()

    def _add_instances(self, card: CardRun, step: Step) -> None:
        each = step.for_each
        size = (each.batch or len(each.items)) if each else 1
        batch: Batch | None = None
        found = instances(self._dossier, step)
        for one in found:
            run = StepRun(one.name, one.step, card, len(self.steps), item=one.item, also=one.also)
            if each is not None:
                if one.number % size == 0:
                    batch = Batch(batch, each.gap)
                assert batch is not None
                batch.names.append(one.name)
                batch.open += 1
                run.batch, run.pool, run.stays = batch, each.pool, each.stays
            self.steps[one.name] = run
        card.open += len(found)
        if each is not None:
            self.groups[step.id] = tuple(one.name for one in found)

    def _join_branches(self) -> None:
        """An instance is answered by the instance for the same item, where there is one, else by the whole step."""
        for run in self.steps.values():
            for name in run.step.on_failure.steps if run.step.on_failure else ():
                run.answers += self.for_same(run, name)
            for name in run.answers:
                self.steps[name].parents += (run.name,)

    def _join_options(self) -> None:
        """A step that only one way of a decision leads to comes after the decision."""
        for run in list(self.steps.values()):
            for name in dict.fromkeys(name for option in run.step.options for name in option.steps):
                for each in self.for_same(run, name):
                    self.steps[each].also += (run.name,)
                    self.steps[each].decided_by += (run.name,)

    def for_same(self, run: StepRun, step: str) -> tuple[str, ...]:
        """Instances of `step` for the item of `run`, or all there are."""
        own = f"{step}[{run.item}]"
        return (own,) if own in self.steps else self.groups.get(step, (step,))

    def begin(self) -> tuple[dict[str, CardRun], dict[str, StepRun]]:
        """Cards and steps of one run."""
        cards = {name: CardRun(run.card, open=run.open) for name, run in self.cards.items()}
        batches: dict[int, Batch] = {}
        return cards, {name: _anew(run, cards[run.card_id], {}, batches) for name, run in self.steps.items()}

    def begin_again(self, card: CardRun, named: Mapping[str, str]) -> list[StepRun]:
        """Steps of another pass of a card; `named` gives the name in that pass of every step that has one."""
        batches: dict[int, Batch] = {}
        own = (run for run in self.steps.values() if run.card_id == card.card.id)
        return [_anew(run, card, named, batches) for run in own]


def _anew(run: StepRun, card: CardRun, named: Mapping[str, str], batches: dict[int, Batch]) -> StepRun:
    def called(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(named.get(name, name) for name in names) if named else names

    return StepRun(
        named.get(run.name, run.name),
        run.step,
        card,
        run.order,
        called(run.parents),
        called(run.answers),
        run.item,
        called(run.also),
        called(run.decided_by),
        _same(run.batch, named, batches) if run.batch else None,
        run.pool,
        run.stays,
        written=run.name,
    )


def _same(batch: Batch, named: Mapping[str, str], batches: dict[int, Batch]) -> Batch:
    """The run's own batch for a written one; those before it stand in `batches` already, by identity."""
    if id(batch) not in batches:
        before = _same(batch.before, named, batches) if batch.before else None
        names = [named.get(name, name) for name in batch.names] if named else batch.names
        batches[id(batch)] = Batch(before, batch.gap_ms, names, batch.open)
    return batches[id(batch)]


@follows_from("network", "site", "plan")
def written(dossier: Compiled) -> Written:
    """What `Written` says of the plan; not to be changed."""
    return Written(dossier)


class Progress:
    """All cards and steps of a run."""

    def __init__(self, world: World) -> None:
        self._world, self._written = world, written(world.case.dossier)
        self.cards, self.steps = self._written.begin()
        """Card id → its latest pass; steps of every pass."""
        self.groups = self._written.groups
        """Step written once for many → the names of its instances."""
        self.latest: dict[str, str] = {}
        """Written step → its name in the latest pass of its card, where that is not the first."""
        self._times: dict[str, int] = {}
        """Written step → how often it has come up, where that is more than once."""
        self.at_item: dict[tuple[str, tuple[str, ...]], list[StepRun]] = {}
        """Instances of each item by the pool that does them."""
        for run in self.steps.values():
            self._note_item(run)
        self.on_end: Callable[[StepRun, str], None] = lambda run, why: None
        """Called when a step is over, before anybody learns of it."""
        self.on_anew: Callable[[], None] = lambda: None
        """Called when a step comes up another time: what was known of its last time says nothing of it."""
        self.on_known: Callable[[StepRun], None] = lambda run: None
        """Called when a step is over, and when the first person is told that it is done."""
        self._told: set[str] = set()
        """Steps of which somebody has been told that they are done; those who are told next are still to be reached."""
        self.on_list_over: Callable[[StepRun], None] = lambda run: None
        """Called with the last instance of a step written once for many, when all are over."""
        self._active: list[StepRun] | None = None
        self._waiting: list[StepRun] | None = None
        self._resting: list[StepRun] | None = None
        self._idle: list[Card] | None = None
        self.moves = 0
        """Counts the changes of state of cards and steps."""

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
            runs = self.steps.values()
            self._active = [r for r in runs if r.status in PENDING and (r.card is None or r.card.status == "active")]
            if self._times:
                self._active.sort(key=lambda run: run.order)
        return self._active

    def waiting_steps(self) -> list[StepRun]:
        """Those of them that wait; not to be changed."""
        if self._waiting is None or self._world.what_if.anew:
            self._waiting = [run for run in self.active_steps() if run.status == "waiting"]
        return self._waiting

    def resting_steps(self) -> list[StepRun]:
        """Repeated steps whose time has not come, in file order; not to be changed."""
        if not self._times:
            return []
        if self._resting is None or self._world.what_if.anew:
            found = (run for run in self.steps.values() if run.status == "resting")
            self._resting = sorted(found, key=lambda run: run.order)
        return self._resting

    def idle_cards(self) -> list[Card]:
        """Cards nobody has activated; not to be changed."""
        if self._idle is None or self._world.what_if.anew:
            self._idle = [run.card for run in self.cards.values() if run.status == "idle"]
        return self._idle

    def moved(self) -> None:
        """A card or a step has come to another state."""
        self._active = self._waiting = self._resting = self._idle = None
        self.moves += 1

    def add(self, run: StepRun) -> None:
        """A step that was not there from the start: an implicit one, or one that comes up another time."""
        self.steps[run.name] = run
        self._note_item(run)
        self.moved()

    def _note_item(self, run: StepRun) -> None:
        if run.pool:
            self.at_item.setdefault((run.item, run.pool), []).append(run)

    # -- once more -------------------------------------------------------------------------------------------------
    def rearm(self, run: CardRun) -> None:
        """A card that is over may be triggered again."""
        self.cards[run.card.id] = CardRun(run.card, number=run.number + 1, since_ms=self._world.now)
        self.on_anew()
        self.moved()

    def begin_again(self, card: CardRun) -> None:
        """The steps of a card that is triggered again begin anew; from now on the plan's words mean these."""
        own = [name for name, run in self._written.steps.items() if run.card_id == card.card.id]
        self.latest |= {name: self._next_name(name) for name in own}
        for run in self._written.begin_again(card, self.latest):
            self.add(run)
        card.open = len(own)
        self.on_anew()

    def repeat(self, run: StepRun, status: str) -> StepRun:
        """The same step once more, after nothing but its time."""
        again = self._once_more(run, status, ())
        self._note(again)
        return again

    def answer(self, run: StepRun) -> list[StepRun]:
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
        self.on_anew()

    def _next_name(self, written: str) -> str:
        self._times[written] = self._times.get(written, 1) + 1
        return numbered(written, self._times[written])

    def drop(self, run: StepRun) -> None:
        """A step whose time has not come is not to come: it never was, and the next to come takes its name."""
        run.status = "dropped"
        for timer in run.timers:
            timer.cancel()
        if run.card is not None:
            run.card.open -= 1
        self._times[run.written] -= 1
        self.moved()

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

    # -- ends ------------------------------------------------------------------------------------------------------
    def end(self, run: StepRun, state: str, why: str) -> None:
        """The step is over; branches that are not needed any more are skipped with it."""
        self.go_on(run)
        run.status = state
        self.moved()
        for timer in run.timers:
            timer.cancel()
        self._world.emit("step_ends", step=run.name, card=run.card_id, state=state, why=why, by=list(run.by))
        self._world.hold(("step", run.name), state)
        self._count(run)
        self.on_end(run, why)
        if state in NOT_FAILED:
            for branch in map(self.steps.__getitem__, run.answers):
                if branch.pending and all(self.steps[p].status in NOT_FAILED for p in branch.parents):
                    self.end(branch, "skipped", "not_needed")
        self.on_known(run)
        if run.batch is not None and self.ended(run.step.id):
            self.on_list_over(run)
        self._world.kernel.ask(Priority.DECIDE)

    def _count(self, run: StepRun) -> None:
        if run.card is not None:
            run.card.open -= 1
        if run.batch is not None:
            run.batch.open -= 1
            run.batch.over_ms = self._world.now

    def tell(self, run: StepRun) -> None:
        """Somebody is told that the step is done."""
        if run.name not in self._told:
            self._told.add(run.name)
            self.on_known(run)

    def may_be_known(self, name: str) -> bool:
        """Whether anybody can know that the step, or every instance of it, is over."""
        return all(each in self._told or self.steps[each].status not in OPEN for each in self.names(name))

    def ended(self, name: str) -> bool:
        """Whether the step, or every instance of it, is over."""
        return all(self.steps[each].status not in OPEN for each in self.names(name))

    def of_list(self, run: StepRun) -> list[StepRun]:
        """All instances of the step written once for many that `run` is one of."""
        return [self.steps[name] for name in self.names(run.step.id)]

    def satisfied(self, name: str) -> bool:
        """Whether steps after this one may go on, as things really stand."""
        return all(self.passes(run, run.status, self.ended) for run in map(self.steps.__getitem__, self.names(name)))

    def passes(self, run: StepRun, state: object, ended: Callable[[str], bool]) -> bool:
        """Whether `state` of a step lets its successors go on; `ended` tells of its branch steps."""
        if state in SATISFIED:
            return True
        goes_on = run.step.on_failure is not None and run.step.on_failure.then == "continue"
        return goes_on and state in ("failed", "timed_out") and all(map(ended, run.answers))

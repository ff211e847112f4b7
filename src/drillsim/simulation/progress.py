"""How far the plan is: cards and steps of one run, and what each step waits for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from drillsim.schema.dossier import Dossier
from drillsim.schema.instance import instances
from drillsim.schema.plan import Card, Option, Step
from drillsim.schema.reading import cards_as_read, steps_as_read
from drillsim.simulation.kernel import Priority, Timer
from drillsim.simulation.people import PersonState
from drillsim.simulation.world import World

SATISFIED = ("done", "skipped")
NOT_FAILED = (*SATISFIED, "dropped")
OPEN = ("waiting", "ready", "busy")
PENDING = ("waiting", "ready")


@dataclass(slots=True)
class CardRun:
    """A card: idle, deciding, active or over; `leader` activated it."""

    card: Card
    status: str = "idle"
    leader: str = ""
    open: int = 0
    """Steps that are not over yet."""


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
    """A step instance: waiting, ready, busy, or the state it ended in."""

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
    ready_ms: int = 0
    by: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    """Who has heard its message."""
    worked_ms: int = 0
    """How long the work on its last target took."""
    late_ms: int = 0
    """By how much longer who does it takes, by a slip."""
    wait: tuple[str, tuple[str, ...]] | None = None
    timers: list[Timer] = field(default_factory=list)

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

    def __init__(self, dossier: Dossier) -> None:
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
        return cards, {name: _anew(run, cards, batches) for name, run in self.steps.items()}


def _anew(run: StepRun, cards: Mapping[str, CardRun], batches: dict[int, Batch]) -> StepRun:
    return StepRun(
        run.name,
        run.step,
        cards[run.card_id],
        run.order,
        run.parents,
        run.answers,
        run.item,
        run.also,
        run.decided_by,
        _same(run.batch, batches) if run.batch else None,
        run.pool,
        run.stays,
    )


def _same(batch: Batch, batches: dict[int, Batch]) -> Batch:
    """The run's own batch for a written one; those before it stand in `batches` already, by identity."""
    if id(batch) not in batches:
        before = _same(batch.before, batches) if batch.before else None
        batches[id(batch)] = Batch(before, batch.gap_ms, batch.names, batch.open)
    return batches[id(batch)]


@lru_cache(maxsize=8)
def written(dossier: Dossier) -> Written:
    """What `Written` says of the plan; not to be changed."""
    return Written(dossier)


class Progress:
    """All cards and steps of a run."""

    def __init__(self, world: World) -> None:
        self._world, self._written = world, written(world.case.dossier)
        self.cards, self.steps = self._written.begin()
        self.groups = self._written.groups
        """Step written once for many → the names of its instances."""
        self.on_known: Callable[[StepRun], None] = lambda run: None
        """Called when a step is over, and when the first person is told that it is done."""
        self._told: set[str] = set()
        """Steps of which somebody has been told that they are done; those who are told next are still to be reached."""
        self.on_list_over: Callable[[StepRun], None] = lambda run: None
        """Called with the last instance of a step written once for many, when all are over."""
        self._active: list[StepRun] | None = None
        self._waiting: list[StepRun] | None = None
        self._idle: list[Card] | None = None
        self.moves = 0
        """Counts the changes of state of cards and steps."""

    def not_chosen(self, run: StepRun, chosen: Option) -> list[StepRun]:
        """Steps that only the other ways of a decision lead to."""
        taken = {name for step in chosen.steps for name in self._written.for_same(run, step)}
        others = (n for option in run.step.options for step in option.steps for n in self._written.for_same(run, step))
        return [self.steps[name] for name in dict.fromkeys(others) if name not in taken]

    def names(self, step: str) -> tuple[str, ...]:
        """Instances of a step; a plain step is its own."""
        return self.groups.get(step, (step,))

    def active_steps(self) -> list[StepRun]:
        """Steps of active cards that have not begun, in file order, then implicit ones; not to be changed."""
        if self._active is None or self._world.what_if.anew:
            runs = self.steps.values()
            self._active = [r for r in runs if r.status in PENDING and (r.card is None or r.card.status == "active")]
        return self._active

    def waiting_steps(self) -> list[StepRun]:
        """Those of them that wait; not to be changed."""
        if self._waiting is None or self._world.what_if.anew:
            self._waiting = [run for run in self.active_steps() if run.status == "waiting"]
        return self._waiting

    def idle_cards(self) -> list[Card]:
        """Cards nobody has activated; not to be changed."""
        if self._idle is None or self._world.what_if.anew:
            self._idle = [run.card for run in self.cards.values() if run.status == "idle"]
        return self._idle

    def moved(self) -> None:
        """A card or a step has come to another state."""
        self._active = self._waiting = self._idle = None
        self.moves += 1

    def add(self, run: StepRun) -> None:
        """An implicit step."""
        self.steps[run.name] = run
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
        self._world.truth["step", run.name] = state
        self._count(run)
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
        return [self.steps[name] for name in self.groups[run.step.id]]

    def satisfied(self, name: str) -> bool:
        """Whether steps after this one may go on, as things really stand."""
        return all(self.passes(run, run.status, self.ended) for run in map(self.steps.__getitem__, self.names(name)))

    def passes(self, run: StepRun, state: object, ended: Callable[[str], bool]) -> bool:
        """Whether `state` of a step lets its successors go on; `ended` tells of its branch steps."""
        if state in SATISFIED:
            return True
        goes_on = run.step.on_failure is not None and run.step.on_failure.then == "continue"
        return goes_on and state in ("failed", "timed_out") and all(map(ended, run.answers))

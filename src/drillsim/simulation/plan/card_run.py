"""Passes of cards and instances of steps, and what those of a run begin as."""

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
from drillsim.simulation.core.kernel import Timer
from drillsim.simulation.core.knowledge import BEFORE
from drillsim.simulation.plan.question import Question

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
    """Number of the pass."""
    since_ms: int = BEFORE
    """Time the pass before it was over, ms; messages received until then were about that one."""
    stale: dict[str, None] = field(default_factory=dict)
    """People who have known the trigger to be met ever since, which starts nothing anew."""
    gone: bool = False
    """True where somebody who knew the trigger to be met has learned that it is not, since the pass before was over."""

    @property
    def name(self) -> str:
        """Its id, with the number of the pass from the second on."""
        return numbered(self.card.id, self.number)

    def newly(self, asked: Iterable[str], met: Iterable[str]) -> list[str]:
        """Return, of those for whom the trigger is met, those for whom it is met anew; `asked` are all who were
        asked."""
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
    """Time the last of them was over, ms."""


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
    """Item of its list it is for; empty unless the step is a `for_each`."""
    also: tuple[str, ...] = ()
    """Instances for the same item, and decisions, that come before it, beyond `after`."""
    decided_by: tuple[str, ...] = ()
    """Decisions that may leave it out."""
    batch: Batch | None = None
    """The batch it goes with."""
    pool: tuple[str, ...] = ()
    """Roles of which any may do it; empty when only the step's own operator does."""
    stays: bool = False
    """True where whoever does it stays with its item until the pool's last step for it."""
    then: Callable[[], None] = lambda: None
    """Consequence of its end, for an implicit step (a function restarted)."""
    is_due: Callable[[], bool] = lambda: True
    """Function that says whether an implicit step that nobody has begun is still needed."""
    unknown: Callable[[str], tuple[str, ...]] = lambda person: ()
    """Function that gives the ids a person would have to know of before an implicit step; empty when they may begin."""
    status: str = "waiting"
    ready_ms: int | None = None
    by: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    """People who have heard its message."""
    worked_ms: int = 0
    """Time the work on its last target took, ms."""
    late_ms: int = 0
    """By how much longer who does it takes, by a slip."""
    wait: tuple[str, tuple[str, ...]] | None = None
    timers: list[Timer] = field(default_factory=list)
    written: str = ""
    """Its name the first time it comes up in the run: what the plan's own words mean."""
    repeats: bool = False
    """True where it repeats a step of its pass, or answers the failure of one that does."""
    named: tuple[str, ...] = ()
    """People of whom the first who is free does it; empty when whoever of its roles is free does."""
    watcher: str = ""
    """Person who watches, where somebody is named."""
    as_ordered: bool = False
    """True where those who were named go whatever they know, as somebody has decided."""
    regardless: bool = False
    """True where it goes without the permits and the second person it does not have."""
    chosen: Option | None = None
    """The way a decision goes, once somebody has chosen."""
    reported: str = ""
    """The state somebody has reported that it ended in, while it is still being done."""
    is_at_work: bool = False
    """True where hands are on it now."""
    question: Question | None = field(default=None, compare=False, repr=False)
    """Question to be decided about it, from the first time that there is one."""

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
        self.of_card: dict[str, list[str]] = {name: [] for name in self.cards}
        """Card → its steps."""
        for instance in self.steps.values():
            self.of_card[instance.card_id].append(instance.name)

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

    def begin(self) -> dict[str, CardRun]:
        """Cards of one run."""
        return {name: CardRun(run.card, open=run.open) for name, run in self.cards.items()}

    def begin_step(self, name: str, card: CardRun, batches: dict[int, Batch]) -> StepRun:
        """A step in the first pass of its card; `batches` are those of the run."""
        return _anew(self.steps[name], card, {}, batches)

    def begin_again(self, card: CardRun, named: Mapping[str, str]) -> list[StepRun]:
        """Steps of another pass of a card; `named` gives the name in that pass of every step that has one."""
        batches: dict[int, Batch] = {}
        return [_anew(self.steps[name], card, named, batches) for name in self.of_card[card.card.id]]


def _anew(run: StepRun, card: CardRun, named: Mapping[str, str], batches: dict[int, Batch]) -> StepRun:
    def called(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(named.get(name, name) for name in names)

    found = StepRun(
        named.get(run.name, run.name), run.step, card, run.order, run.parents, run.answers, run.item, run.also,
        run.decided_by, _same(run.batch, named, batches) if run.batch else None, run.pool, run.stays, written=run.name,
    )  # fmt: skip
    if named:
        found.parents, found.answers = called(run.parents), called(run.answers)
        found.also, found.decided_by = called(run.also), called(run.decided_by)
    return found


def _same(batch: Batch, named: Mapping[str, str], batches: dict[int, Batch]) -> Batch:
    """The run's own batch for a written one; those before it stand in `batches` already, by identity."""
    if id(batch) not in batches:
        before = _same(batch.before, named, batches) if batch.before else None
        names = [named.get(name, name) for name in batch.names] if named else batch.names
        batches[id(batch)] = Batch(before, batch.gap_ms, names, batch.open)
    return batches[id(batch)]


@follows_from("network", "site", "plan")
def written(dossier: Compiled) -> Written:
    """Return `Written` of the plan; not to be changed."""
    return Written(dossier)

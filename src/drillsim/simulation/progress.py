"""How far the plan is: cards and steps of one run, and what each step waits for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from drillsim.schema.plan import Card, Plan, Step
from drillsim.simulation.kernel import Priority, Timer
from drillsim.simulation.people import PersonState
from drillsim.simulation.world import World

SATISFIED = ("done", "skipped")


@dataclass(slots=True)
class CardRun:
    """A card: idle, deciding, active or over; `leader` activated it."""

    card: Card
    status: str = "idle"
    leader: str = ""


@dataclass(slots=True)
class StepRun:
    """A step instance: waiting, ready, busy, or the state it ended in."""

    name: str
    step: Step
    card: CardRun | None
    order: int
    parents: tuple[str, ...] = ()
    """Steps whose failure this one answers."""
    then: Callable[[], None] = lambda: None
    """What its end brings about, for an implicit step (a function restarted)."""
    status: str = "waiting"
    ready_ms: int = 0
    by: tuple[str, ...] = ()
    wait: tuple[str, tuple[str, ...]] | None = None
    timers: list[Timer] = field(default_factory=list)

    @property
    def card_id(self) -> str:
        """Card it belongs to; empty for an implicit step."""
        return self.card.card.id if self.card else ""

    @property
    def pending(self) -> bool:
        """Not yet begun."""
        return self.status in ("waiting", "ready")


class Progress:
    """All cards and steps of a run."""

    def __init__(self, world: World) -> None:
        self._world = world
        plan = world.plan
        self.cards = {card.id: CardRun(card) for card in plan.all_cards()}
        parents = branch_parents(plan)
        self.steps: dict[str, StepRun] = {}
        for card, step in plan.steps():
            self.steps[step.id] = StepRun(step.id, step, self.cards[card.id], len(self.steps), parents.get(step.id, ()))

    def active_steps(self) -> Iterator[StepRun]:
        """Steps of active cards that have not begun, in file order, then implicit ones."""
        return (run for run in self.steps.values() if run.pending and (run.card is None or run.card.status == "active"))

    def add(self, run: StepRun) -> None:
        """An implicit step."""
        self.steps[run.name] = run

    def branch_of(self, step: Step) -> list[StepRun]:
        """Steps that answer the failure of `step`."""
        return [self.steps[name] for name in (step.on_failure.steps if step.on_failure else ())]

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
        for timer in run.timers:
            timer.cancel()
        self._world.emit("step_ends", step=run.name, card=run.card_id, state=state, why=why, by=list(run.by))
        self._world.truth["step", run.name] = state
        if state in (*SATISFIED, "dropped"):
            for branch in self.branch_of(run.step):
                if branch.pending and all(self.steps[p].status in (*SATISFIED, "dropped") for p in branch.parents):
                    self.end(branch, "skipped", "not_needed")
        self._world.kernel.ask(Priority.DECIDE)

    def satisfied(self, run: StepRun) -> bool:
        """Whether steps after this one may go on, as things really stand."""
        return self.passes(
            run.step, run.status, lambda name: self.steps[name].status not in ("waiting", "ready", "busy")
        )

    def passes(self, step: Step, state: object, ended: Callable[[str], bool]) -> bool:
        """Whether `state` of `step` lets its successors go on; `ended` tells of its branch steps."""
        if state in SATISFIED:
            return True
        branch = step.on_failure
        goes_on = branch is not None and branch.then == "continue"
        return goes_on and state in ("failed", "timed_out") and all(map(ended, branch.steps if branch else ()))


def branch_parents(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Step → the steps whose failure it answers."""
    found: dict[str, tuple[str, ...]] = {}
    for _, step in plan.steps():
        for name in step.on_failure.steps if step.on_failure else ():
            found[name] = (*found.get(name, ()), step.id)
    return found

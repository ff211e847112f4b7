"""Every card walked from every start with at most one slip, depth first; a state met before is not walked again.

An operation that is impossible is not done: a device interlock, a padlock, a condition the person sees is not
fulfilled. A step that may fail is walked on both ways: as done, and with its branch for failure; that its device
refuses is a slip like any other. Each option of a decision is walked that may be taken. Then all again with each
procedural interlock disregarded in turn: dangers only that makes possible are told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations

from drillsim.checks.inputs import Inputs
from drillsim.checks.reachable.danger import Danger, Slip
from drillsim.checks.reachable.doing import Doing
from drillsim.checks.reachable.hazard_check import HazardCheck
from drillsim.checks.reachable.operation import Operation, Operations
from drillsim.checks.reachable.state import State
from drillsim.checks.walk import Limits, Start, holds, starts, tripped
from drillsim.checks.wiring import exclusions
from drillsim.plant import Found
from drillsim.schema import After, Card, Condition, Step

MOST_STATES = 60_000
"""Beyond so many states the answer is that nobody can say."""
MOST_OPERATIONS = 500_000
"""Beyond so many operations, slips in long lists are tried at the first and the last place only, which is said."""
LONG_LIST = 6
"""Operations of one step from which on its list is long."""


class TooMany(Exception):
    """More states than can be walked."""


@dataclass(frozen=True, slots=True)
class _Slipped:
    kind: Slip = ""
    at: str = ""
    device: str = ""


_NONE = _Slipped()
Off = frozenset[str]
"""Steps that are not due: branches for failure nobody needs, options not taken."""


@dataclass
class Searched:
    """The dangers the search found, and the number of states and steps it looked at."""

    dangers: list[Danger] = field(default_factory=list)
    states: set[State] = field(default_factory=set)
    """States of the plant that were looked at."""
    steps: dict[str, None] = field(default_factory=dict)
    """Steps that were reached, in the order met."""
    left_out: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Reason something could not be looked at, with the steps or cards it touches."""


def dangers(inputs: Inputs) -> tuple[Danger, ...]:
    """Every way into a hazard, the shortest slip first; those that need a procedural interlock defeated come last.

    Raises: TooMany.
    """
    return tuple(searched(inputs).dangers)


def searched(inputs: Inputs) -> Searched:
    """The dangers and what was looked at to find them: a slip at every place of every list, or, where that takes more
    than MOST_OPERATIONS, at the ends of the long ones. Raises: TooMany."""
    result = _with_slips(inputs, _Effort(MOST_OPERATIONS))
    return result if result is not None else _with_slips(inputs, _Effort(None)) or Searched()


@dataclass
class _Effort:
    """The effort of a search: its limit, and the part spent."""

    most: int | None
    """Operations it may do; None: as many as it takes, with slips of long lists at their ends only."""
    done: int = 0

    @property
    def every_place(self) -> bool:
        """Return whether slips are tried at every place of a long list."""
        return self.most is not None

    def spend(self) -> None:
        """Counts an operation. Raises: _TooLong."""
        self.done += 1
        if self.most is not None and self.done > self.most:
            raise _TooLong


class _TooLong(Exception):
    """A slip at every place of every list takes too long."""


def _with_slips(inputs: Inputs, effort: _Effort) -> Searched | None:
    """The search; None where it takes more operations than it may."""
    result = Searched()
    try:
        _search(inputs, exclusions(inputs.dossier), (), result, effort)
        for step in _never_reached(inputs, result):
            _search(inputs, exclusions(inputs.dossier), (), result, effort, sought=step)
        _defeating(inputs, result, effort)
    except _TooLong:
        return None
    result.left_out = _left_out(inputs, result, effort)
    return result


def _defeating(inputs: Inputs, result: Searched, effort: _Effort) -> None:
    """All again with each procedural interlock disregarded; what only that makes possible is added."""
    known = {(each.hazard, each.parts, each.step) for each in result.dangers}
    for lock in inputs.dossier.site.interlocks:
        if lock.kind == "procedural":
            limits = tuple(each for each in exclusions(inputs.dossier) if each[0] != lock.of)
            beside = Searched()
            _search(inputs, limits, lock.of, beside, effort)
            result.dangers += [each for each in beside.dangers if (each.hazard, each.parts, each.step) not in known]


def _search(
    inputs: Inputs, limits: Limits, defeated: tuple[str, ...], into: Searched, effort: _Effort, *, sought: str = ""
) -> None:
    """Adds what one search finds. `sought`: a step that the search without it never reached; it is tried as early as
    what it comes after allows, and with feeders lost or back in mid-card."""
    run = _Run(into, effort, sought)
    modes = inputs.dossier.site.modes
    for mode in dict.fromkeys(("normal", *modes)):
        out = modes[mode].out_of_service if mode in modes else ()
        _Search(replace(inputs, out=tuple(out)), mode, limits, defeated, run).run()
    known = {each.key for each in into.dangers}
    new = (danger for danger in run.found.values() if danger.key not in known)
    into.dangers = sorted([*into.dangers, *new], key=lambda danger: (danger.slip != "",))


@dataclass
class _Run:
    """The values the searches from the operating modes share."""

    into: Searched
    effort: _Effort
    sought: str
    found: dict[tuple[str, ...], Danger] = field(default_factory=dict)
    seen: set[tuple[str, str, int, State, bool, Off]] = field(default_factory=set)


def _never_reached(inputs: Inputs, done: Searched) -> tuple[str, ...]:
    """Steps that do something and were not reached."""
    operations, plan = Operations(inputs), inputs.dossier.plan
    acts = (step.id for card in plan.all_cards() for step, each in operations.of(card) if each)
    return tuple(name for name in dict.fromkeys(acts) if name not in done.steps)


def _left_out(inputs: Inputs, done: Searched, effort: _Effort) -> dict[str, tuple[str, ...]]:
    """Return the steps or cards nobody looked at, by reason."""
    operations, plan = Operations(inputs), inputs.dossier.plan
    steps = [step for _, step, _ in inputs.steps()]
    long = {step.id for card in plan.all_cards() for step, each in operations.of(card) if len(each) > LONG_LIST}
    found = {
        "found-targets": [step.id for step in steps if step.find is not None],
        "verbs-not-followed": [step.id for step in steps if operations.cannot_do(step)],
        "long-lists": [step.id for step in steps if step.id in long and not effort.every_place],
        "never-reached": _never_reached(inputs, done),
    }
    return {why: tuple(names) for why, names in found.items() if names}


_Steps = tuple[tuple[Step, tuple[Operation, ...]], ...]
"""A card's steps, each with what it does."""


class _Search:
    """The search from one operating mode."""

    def __init__(self, inputs: Inputs, mode: str, limits: Limits, defeated: tuple[str, ...], run: _Run) -> None:
        self._effort, self._sought = run.effort, run.sought
        self._inputs, self._mode, self._defeated = inputs, mode, defeated
        self._judge, self._operations = HazardCheck(inputs), Operations(inputs)
        self._doing = Doing(inputs, self._judge, limits, mode)
        self._into, self._found, self._seen = run.into, run.found, run.seen
        self._taken_apart: dict[str, _Steps] = {}
        self._card = ""
        self._start = State(b"", ())

    def run(self) -> None:
        """Walks every card; one that no loss of feeders begins, from where a single device has tripped."""
        begins = self._with_batteries(starts(self._inputs, self._mode))
        for card in self._inputs.dossier.plan.all_cards():
            begun = [self._begin(card, each) for each in begins]
            if not any(begun):
                for each in self._with_batteries(tripped(self._inputs, self._mode)):
                    self._begin(card, each)

    def _with_batteries(self, begins: Iterable[Start]) -> tuple[Start, ...]:
        """Return each start twice if the plan works on what a UPS feeds: its battery empty, and its battery holding."""
        charged = self._doing.batteries(self._operations)
        found = tuple(begins)
        return (*found, *(replace(each, alive=(*each.alive, *charged)) for each in found if charged))

    # -- one card --------------------------------------------------------------------------------------------------
    def _begin(self, card: Card, start: Start) -> bool:
        self._start = self._doing.begins(start)
        return self._enter(card, self._start, _NONE)

    def _enter(self, card: Card, state: State, slip: _Slipped) -> bool:
        if self._holds(card.trigger, state) is False:
            return False
        self._walk(card, 0, state, slip, self._not_due(card))
        return True

    def _not_due(self, card: Card) -> Off:
        """Branches for failure are not due before something fails."""
        return frozenset(name for step in card.steps if step.on_failure for name in step.on_failure.steps)

    def _end(self, card: Card, state: State, slip: _Slipped) -> None:
        """After a card, restoration: with the feeders as they are, with some of them back, and with all."""
        back = self._inputs.dossier.plan.restoration
        if back is None or card.id == back.id:
            return
        for alive in _back(tuple(self._inputs.feeders), state.alive):
            self._enter(back, self._doing.automatics(state.with_(alive=alive)), slip)

    def _walk(self, card: Card, number: int, state: State, slip: _Slipped, off: Off) -> None:
        steps, key = self._steps(card), (self._mode, card.id, number, state, slip.kind != "", off)
        if key in self._seen:
            return
        self._seen.add(key)
        self._into.states.add(state)
        if len(self._seen) > MOST_STATES:
            raise TooMany
        while number < len(steps) and self._passes(steps[number], off):
            number += 1
        if number == len(steps):
            self._end(card, state, slip)
            return
        step, operations = steps[number]
        if step.id == self._sought and step.id not in off:
            for other in self._supplied(state):
                if not any(self._holds(each, other) is False for each in _asked(step)):
                    self._take(card, number, other, slip, off, operations)
        if step.id in off or (step.when is not None and self._holds(step.when, state) is False):
            self._walk(card, number + 1, state, slip, off)
        elif any(self._holds(each, state) is False for each in _waited_for(step)):
            self._walk(card, number + 1, state, slip, off)
            if step.wait_at_most is not None and step.on_failure:
                self._walk(card, number + 1, state, slip, self._failed(card, step, off))
        else:
            self._take(card, number, state, slip, off, operations)

    def _supplied(self, state: State) -> Iterator[State]:
        """The state with other feeders live, transfer switches and bus ties as they answer or stand still."""
        feeders = tuple(self._inputs.feeders)
        own = tuple(name for name in state.alive if name not in feeders)
        for left in _some_of(feeders, most_out=3):
            if left == tuple(name for name in feeders if name in state.alive):
                continue
            other = state.with_(alive=(*left, *own))
            answers = (self._doing.automatics(other), self._doing.with_bus_ties(other))
            yield from dict.fromkeys(answers)

    def _passes(self, at: tuple[Step, tuple[Operation, ...]], off: Off) -> bool:
        """Nothing can come of the step."""
        step, operations = at
        return step.id in off or not (operations or step.on_failure or step.options)

    def _take(
        self, card: Card, number: int, state: State, slip: _Slipped, off: Off, operations: tuple[Operation, ...]
    ) -> None:
        """The step as it is done, as it fails, and with each slip."""
        step = self._steps(card)[number][0]
        self._into.steps[step.id] = None
        self._card = card.id
        if step.options:
            for chosen in self._chosen(step, state, off):
                self._walk(card, number + 1, state, slip, chosen)
            return
        after = self._done(state, operations, slip)
        worked = self._holds(step.success_check, after) if step.success_check is not None else None
        if worked is not False or not step.on_failure:
            self._walk(card, number + 1, after, slip, off)
        if step.on_failure and worked is not True and (step.success_check is not None or not operations):
            self._walk(card, number + 1, after, slip, self._failed(card, step, off))
        if slip.kind or not operations:
            return
        if step.on_failure:
            self._walk(card, number + 1, state, _Slipped("failed", step.id), self._failed(card, step, off))
        for kind, done in self._slips(step, operations):
            self._card = card.id
            self._walk(card, number + 1, self._done(state, done, kind), kind, off)

    def _chosen(self, step: Step, state: State, off: Off) -> Iterator[Off]:
        """Yield the steps that are not due once an option is taken, for each that may be."""
        every = frozenset(name for option in step.options for name in option.steps)
        for option in step.options:
            taken = self._holds(option.when, state) if option.when is not None else True
            if taken is not False:
                yield (off | every) - frozenset(option.steps)
            if taken is True:
                return

    def _failed(self, card: Card, step: Step, off: Off) -> Off:
        """Return the steps that are not due once the step has failed: its branch is due; steps that wait for it are
        not, where the failure stops them."""
        branch = step.on_failure.steps if step.on_failure else ()
        stopped = _behind(card, step.id) if step.on_failure and step.on_failure.then == "stop" else set()
        return (off | frozenset(stopped)) - frozenset(branch)

    def _holds(self, condition: Condition, state: State) -> bool | None:
        return holds(self._inputs, condition, self._doing.known(state))

    def _steps(self, card: Card) -> _Steps:
        if card.id not in self._taken_apart:
            self._taken_apart[card.id] = self._operations.of(card, first=self._sought)
        return self._taken_apart[card.id]

    def _slips(self, step: Step, operations: tuple[Operation, ...]) -> Iterator[tuple[_Slipped, tuple[Operation, ...]]]:
        yield _Slipped("omitted", step.id), ()
        yield _Slipped("repeated", step.id), (*operations, *operations)
        for place, operation in _tried(operations, every_place=self._effort.every_place):
            for other in self._operations.beside(operation):
                done = (*operations[:place], other, *operations[place + 1 :])
                yield _Slipped("neighbour", step.id, other.target), done

    # -- one operation ---------------------------------------------------------------------------------------------
    def _done(self, state: State, operations: tuple[Operation, ...], slip: _Slipped) -> State:
        for operation in operations:
            self._effort.spend()
            state = self._do(state, operation, slip)
        return state

    def _do(self, state: State, operation: Operation, slip: _Slipped) -> State:
        written = slip.device != operation.target and not slip.kind
        for each in self._doing.single(operation, state):
            if self._doing.possible(state, each):
                self._say_all(self._judge.of_attempt(each, state, as_written=written), each, slip, state)
                if not self._doing.moves(state, each):
                    continue
                self._say_all(self._judge.of_operation(each, state), each, slip, state)
                put = self._doing.put(state, each)
                self._compare(state, put, each, slip)
                state = self._follow(put, each, slip)
        return state

    def _follow(self, state: State, operation: Operation, slip: _Slipped) -> State:
        """Return the state after automatics have answered; the hazards and changes on the way are recorded."""
        before = state
        for moved, after in self._doing.answers(state):
            self._say_all(self._judge.of_automatics(state, moved), operation, slip, state)
            self._compare(state, after, operation, slip)
            state = after
        return self._doing.still_proved(state) if state is before else self._doing.automatics(state)

    def _compare(self, before: State, after: State, operation: Operation, slip: _Slipped) -> None:
        """Hazards of the state that were none before."""
        standing = set(self._judge.of_state(before, permitted=False))
        new = self._judge.of_state(after, permitted=self._judge.permitted(operation))
        if operation.do == "earth":  # on a live part: one hazard, not two
            standing |= {each for each in new if each[0] == "closing_onto_earth" and each[1][0] == operation.target}
        self._say_all((each for each in new if each not in standing), operation, slip, after)

    def _say_all(self, found: Iterable[Found], operation: Operation, slip: _Slipped, at: State) -> None:
        for hazard, parts in found:
            lost = tuple(name for name in self._inputs.feeders if name not in at.alive)
            danger = Danger(
                hazard=hazard, parts=parts, card=self._card, step=operation.step.id, device=operation.target,
                slip=slip.kind, slip_at=slip.at, slip_device=slip.device, mode=self._mode, lost=lost,
                closed=self._doing.closed(at), alive=at.alive, start=self._start, defeated=self._defeated,
            )  # fmt: skip
            self._found.setdefault(danger.key, danger)


def _asked(step: Step) -> Iterator[Condition]:
    """Yield the conditions that must hold for the step to be done now."""
    yield from _waited_for(step)
    if step.when is not None:
        yield step.when


def _waited_for(step: Step) -> Iterator[Condition]:
    """Yield the conditions the performer must know before they begin."""
    yield from step.requires
    if step.until is not None and step.every is None:  # one that is repeated is done once at least
        yield step.until


def _behind(card: Card, step: str) -> set[str]:
    """Steps that wait for `step`, directly or through others."""
    found, more = {step}, True
    while more:
        late = {each.id for each in card.steps if found & set(_predecessors(each))} - found
        found, more = found | late, bool(late)
    return found - {step}


def _predecessors(step: Step) -> tuple[str, ...]:
    return () if isinstance(step.after, After) else step.after


def _tried(operations: tuple[Operation, ...], *, every_place: bool) -> list[tuple[int, Operation]]:
    """Operations at which a slip is tried: all, or of a long list of like places its first and its last."""
    numbered = list(enumerate(operations))
    return numbered if every_place or len(numbered) <= LONG_LIST else [numbered[0], numbered[-1]]


def _back(feeders: tuple[str, ...], alive: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the sources that may feed later: those that do now, with none, any or all of the lost feeders back."""
    lost = tuple(name for name in feeders if name not in alive)
    yield alive
    for back in _some_of(lost, most_out=3):
        if back:
            found = (name for name in feeders if name in alive or name in back)
            yield tuple(dict.fromkeys((*found, *alive)))


def _some_of(names: tuple[str, ...], *, most_out: int) -> Iterator[tuple[str, ...]]:
    """Every choice of some of the names; of more than `most_out`, all, all but one, one and none."""
    few = len(names) <= most_out
    for size in range(len(names), -1, -1) if few else dict.fromkeys((len(names), len(names) - 1, 1, 0)):
        yield from combinations(names, size)

"""Every card walked from every start with at most one slip, depth first; a state met before is not walked again.

What cannot be done is not done: a device interlock, a padlock, a condition the person sees is not fulfilled. Then all
again with each procedural interlock disregarded in turn: what only that makes possible is told apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.checks.inputs import Inputs
from drillsim.checks.reachable.danger import Danger, Slip
from drillsim.checks.reachable.judge import Judge
from drillsim.checks.reachable.operation import Operation, Operations
from drillsim.checks.reachable.state import State, added, without
from drillsim.checks.walk import Limits, Start, holds, starts
from drillsim.checks.wiring import exclusions
from drillsim.schema.plan import Card, Step

MOST_STATES = 60_000
"""Beyond so many states the answer is that nobody can say."""


LONG_LIST = 6
"""Of a step with more operations than this, slips are tried at the first and the last only."""


class TooMany(Exception):
    """More states than can be walked."""


@dataclass(frozen=True, slots=True)
class _Slipped:
    kind: Slip = ""
    at: str = ""
    device: str = ""


_NONE = _Slipped()


def dangers(inputs: Inputs) -> tuple[Danger, ...]:
    """Every way into a hazard, the shortest slip first; those that need a procedural interlock defeated come last.

    Raises: TooMany.
    """
    found = _Search(inputs, exclusions(inputs.dossier)).run(())
    known = {(each.hazard, each.parts, each.step) for each in found}
    for lock in inputs.dossier.site.interlocks:
        if lock.kind == "procedural":
            limits = tuple(each for each in exclusions(inputs.dossier) if each[0] != lock.of)
            more = _Search(inputs, limits).run(lock.of)
            found += [each for each in more if (each.hazard, each.parts, each.step) not in known]
    return tuple(found)


_Steps = tuple[tuple[Step, tuple[Operation, ...]], ...]
"""A card's steps, each with what it does."""


class _Search:
    def __init__(self, inputs: Inputs, limits: Limits) -> None:
        self._inputs, self._limits = inputs, limits
        self._judge, self._operations = Judge(inputs), Operations(inputs)
        self._seen: set[tuple[str, int, State, bool]] = set()
        self._found: dict[tuple[str, ...], Danger] = {}
        self._taken_apart: dict[str, _Steps] = {}
        self._mode = self._card = ""
        self._lost: tuple[str, ...] = ()
        self._defeated: tuple[str, ...] = ()

    def run(self, defeated: tuple[str, ...]) -> list[Danger]:
        """All dangers, those without a slip first."""
        self._defeated = defeated
        for mode, start in self._starts():
            self._mode = mode
            self._lost = tuple(name for name in self._inputs.feeders if name not in start.alive)
            for card in self._inputs.dossier.plan.all_cards():
                self._begin(card, State(start.closed, start.alive), _NONE)
        return sorted(self._found.values(), key=lambda danger: (danger.slip != "",))

    def _starts(self) -> Iterator[tuple[str, Start]]:
        for mode in dict.fromkeys(("normal", *self._inputs.dossier.site.modes)):
            yield from ((mode, start) for start in starts(self._inputs, mode))

    # -- one card --------------------------------------------------------------------------------------------------
    def _begin(self, card: Card, state: State, slip: _Slipped) -> None:
        if holds(self._inputs, card.trigger, Start(state.closed, state.alive)) is not False:
            self._walk(card, 0, state, slip)

    def _end(self, card: Card, state: State, slip: _Slipped) -> None:
        """After a card, restoration: with the feeders as they are, and with all of them back."""
        back = self._inputs.dossier.plan.restoration
        if back is None or card.id == back.id:
            return
        everything = tuple(dict.fromkeys((*self._inputs.feeders, *state.alive)))
        for alive in dict.fromkeys((state.alive, everything)):
            self._begin(back, self._automatics(state.with_(alive=alive)), slip)

    def _walk(self, card: Card, number: int, state: State, slip: _Slipped) -> None:
        steps, key = self._steps(card), (card.id, number, state, slip.kind != "")
        if key in self._seen:
            return
        self._seen.add(key)
        if len(self._seen) > MOST_STATES:
            raise TooMany
        if number == len(steps):
            self._end(card, state, slip)
            return
        step, operations = steps[number]
        if any(holds(self._inputs, c, Start(state.closed, state.alive)) is False for c in step.conditions()):
            self._walk(card, number + 1, state, slip)
            return
        self._walk(card, number + 1, self._done(card, state, operations, slip), slip)
        if slip.kind:
            return
        for kind, done in self._slips(step, operations):
            self._walk(card, number + 1, self._done(card, state, done, kind), kind)

    def _steps(self, card: Card) -> _Steps:
        if card.id not in self._taken_apart:
            self._taken_apart[card.id] = self._operations.of(card)
        return self._taken_apart[card.id]

    def _slips(self, step: Step, operations: tuple[Operation, ...]) -> Iterator[tuple[_Slipped, tuple[Operation, ...]]]:
        yield _Slipped("omitted", step.id), ()
        yield _Slipped("repeated", step.id), (*operations, *operations)
        for place, operation in _tried(operations):
            for other in self._operations.beside(operation):
                done = (*operations[:place], other, *operations[place + 1 :])
                yield _Slipped("neighbour", step.id, other.target), done

    # -- one operation ---------------------------------------------------------------------------------------------
    def _done(self, card: Card, state: State, operations: tuple[Operation, ...], slip: _Slipped) -> State:
        self._card = card.id
        for operation in operations:
            state = self._do(state, operation, slip)
        return state

    def _do(self, state: State, operation: Operation, slip: _Slipped) -> State:
        written = slip.device != operation.target
        if not self._possible(state, operation):
            return state
        for found in self._judge.of_operation(operation, state, as_written=written and not slip.kind):
            self._say(found, operation, slip)
        after = self._automatics(self._put(state, operation))
        before = set(self._judge.of_state(state, permitted=False))
        for found in self._judge.of_state(after, permitted=self._judge.permitted(operation)):
            if found not in before:
                self._say(found, operation, slip)
        return after

    def _say(self, found: tuple[str, tuple[str, ...]], operation: Operation, slip: _Slipped) -> None:
        danger = Danger(
            found[0], found[1], self._card, operation.step.id, operation.target, slip.kind, slip.at, slip.device,
            self._mode, self._lost, self._defeated,
        )  # fmt: skip
        self._found.setdefault(danger.key, danger)

    def _possible(self, state: State, operation: Operation) -> bool:
        name = operation.target
        if operation.do == "close":
            return name not in state.locked and all(
                sum(self._inputs.wiring.is_closed(state.closed, each) for each in of if each != name) < most
                for of, most in self._limits
                if name in of
            )
        if operation.do == "earth":
            held = self._inputs.dossier.site.earths[name].interlocked_with
            return not any(self._inputs.wiring.is_closed(state.closed, each) for each in held)
        return True

    def _put(self, state: State, operation: Operation) -> State:
        name, wiring = operation.target, self._inputs.wiring
        match operation.do:
            case "open":
                return state.with_(closed=wiring.changed(state.closed, opened=(name,)))
            case "close":
                return state.with_(closed=wiring.changed(state.closed, close=(name,)))
            case "start":
                return state.with_(alive=tuple(dict.fromkeys((*state.alive, name))))
            case "stop":
                return state.with_(alive=without(state.alive, name))
            case "earth":
                return state.with_(earths=added(state.earths, name))
            case "unearth":
                return state.with_(earths=without(state.earths, name))
            case "prove_dead" if not self._judge.live(state.closed, state.alive)[wiring.net.node(name)]:
                return state.with_(proved=added(state.proved, name))
            case "lock" if not wiring.is_closed(state.closed, name):
                return state.with_(locked=added(state.locked, name))
            case "unlock":
                return state.with_(locked=without(state.locked, name))
        return state

    def _automatics(self, state: State) -> State:
        """Transfer switches that act on it, and proofs that hold no longer."""
        closed = self._inputs.wiring.after_transfers(state.closed, state.alive, self._mode)
        live = self._judge.live(closed, state.alive)
        proved = tuple(bus for bus in state.proved if not live[self._inputs.wiring.net.bus_index[bus]])
        return state.with_(closed=closed, proved=proved)


def _tried(operations: tuple[Operation, ...]) -> list[tuple[int, Operation]]:
    """Operations at which a slip is tried: of a long list of like places its first and its last."""
    numbered = list(enumerate(operations))
    return numbered if len(numbered) <= LONG_LIST else [numbered[0], numbered[-1]]

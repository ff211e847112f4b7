"""One unit played: its base with every draw of luck, then with those failures added that somebody asked about.

A hidden failure changes a run only where the engine asks whether it is there. So a run that never asked about it is,
event for event, the run with it (but for the line that says the fault began), and a set of hidden failures is worth
playing only if it can be reached by adding one asked-about failure after another. Sets that cannot be reached are left
out; draws in which nobody asked are copied and marked as not played. The same holds of a state that is there beforehand
where the run did not rest on it (`rested_on`).

A state may also be a member of the base. If the run without it did not rest on it, that run stands for this one: the
row is there, with the same outcome, and says that it was left out. Both holds of several at once: what a run did not
rest on may be missing together. `Spec.prune` turns all of this off.

A run that consulted no luck is the same for every draw, and is played once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import comb

from drillsim.campaign.case import case_of
from drillsim.campaign.failure import Failure
from drillsim.campaign.outcome import Outcome, failed, not_applicable
from drillsim.campaign.rest import open_ended, play_to_rest, rest_outcome, strikes_nothing
from drillsim.campaign.rested_on import Key, rested_on
from drillsim.campaign.runner import Runner
from drillsim.campaign.unit import Unit, addable
from drillsim.simulation import Run


@dataclass(frozen=True, slots=True)
class Row:
    """One case with one draw of luck."""

    unit: int
    variant: str
    members: tuple[str, ...]
    """Ids of its failures: events and states, then hidden ones, each in the order of `failures`."""
    hour: str
    scenario: str
    draw: int
    played: bool
    """False for a run known to be the same as another of this unit, or left out."""
    why: str
    """Reason it failed, or the drawn duration that forbids an exact answer; empty otherwise."""
    outcome: Outcome
    share: float | None = None
    """Its probability within its case, where that is known exactly; None where draws count alike."""
    left_out: bool = False
    """True where the run without one of the states stands for it, as that did not rest on the state."""


@dataclass(frozen=True, slots=True)
class UnitRows:
    """The rows of one unit."""

    unit: int
    rows: tuple[Row, ...]
    left_out: int
    """Cases left out as known to change nothing."""


@dataclass(frozen=True, slots=True)
class _Played:
    outcome: Outcome
    asked: frozenset[Key]
    uses_luck: bool
    why: str = ""
    fresh: bool = True
    left_out: bool = False
    rested_on: frozenset[Key] | None = None
    """States with which it might have gone another way; None where any might, or where it is not to stand for another
    run."""

    def may_change_with(self, failure: Failure) -> bool:
        """Return whether with this failure it might have gone another way."""
        if failure.nature == "hidden":
            return (failure.fault, failure.target) in self.asked
        return self.rested_on is None or (failure.fault, failure.target) in self.rested_on


def play_unit(runner: Runner, unit: Unit, draws: range) -> UnitRows:
    """Every case of the unit with every draw of `draws`, in a fixed order."""
    if case_of(runner, unit) is None:
        told = [_Played(not_applicable(runner.subjects), frozenset(), uses_luck=False, fresh=False)] * len(draws)
        return UnitRows(unit.number, tuple(_rows(runner, unit, (), draws, told)), 0)
    base = _play_all(runner, unit, (), draws)
    rows = _rows(runner, unit, (), draws, base)
    reached: dict[tuple[int, ...], list[_Played]] = {(): base}
    queue: list[tuple[int, ...]] = [()]
    for known in queue:
        for hidden in _next(runner, unit, known, reached[known]):
            if hidden not in reached:
                reached[hidden] = _with_hidden(runner, unit, hidden, draws, reached[known], _added(hidden, known))
                queue.append(hidden)
    for hidden in sorted(reached, key=lambda each: (len(each), each)):
        if hidden:
            rows += _rows(runner, unit, hidden, draws, reached[hidden])
    return UnitRows(unit.number, tuple(rows), _possible(runner, unit) - len(reached))


@dataclass(frozen=True, slots=True)
class Tried:
    """The findings of one run of a base on its unit."""

    cases: int
    """The base, and the base with each failure it asked about."""
    uses_luck: bool


def try_unit(runner: Runner, unit: Unit) -> Tried:
    """Plays the unit's base once."""
    if case_of(runner, unit) is None:
        return Tried(1, uses_luck=False)
    played = _play_all(runner, unit, (), range(1))
    return Tried(1 + len(_next(runner, unit, (), played)), played[0].uses_luck)


def with_one_more(runner: Runner, unit: Unit) -> tuple[tuple[int, ...], ...]:
    """Return the failures, each as a set of one, that may change the first draw of the unit's base when added to it;
    none where there is no room."""
    return tuple(_next(runner, unit, (), _play_all(runner, unit, (), range(1)))) if unit.room else ()


def _next(runner: Runner, unit: Unit, known: tuple[int, ...], played: list[_Played]) -> list[tuple[int, ...]]:
    """Sets with one more failure that may change a run. Nobody leaves a step out and is late with it."""
    if len(known) >= unit.room:
        return []
    there = {_key(runner, place) for place in known}
    found = []
    for place in addable(runner.failures, runner.spec):
        one_may = not runner.spec.prune or any(one.may_change_with(runner.failures[place]) for one in played)
        if one_may and _key(runner, place) not in there:
            found.append(tuple(sorted((*known, place))))
    return found


def _key(runner: Runner, place: int) -> Key:
    each = runner.failures[place]
    return each.fault, each.target


def _added(hidden: tuple[int, ...], known: tuple[int, ...]) -> int:
    return next(place for place in hidden if place not in known)


def _with_hidden(
    runner: Runner, unit: Unit, hidden: tuple[int, ...], draws: range, before: list[_Played], added: int
) -> list[_Played]:
    """The base with `hidden`; draws which the one added does not change are those of `before`."""
    asked = [not runner.spec.prune or one.may_change_with(runner.failures[added]) for one in before]
    fresh = iter(
        _play_all(runner, unit, hidden, [draw for draw, is_asked in zip(draws, asked, strict=True) if is_asked])
    )
    return [next(fresh) if is_asked else replace(one, fresh=False) for one, is_asked in zip(before, asked, strict=True)]


def _play_all(runner: Runner, unit: Unit, hidden: tuple[int, ...], draws: range | list[int]) -> list[_Played]:
    found: list[_Played] = []
    for draw in draws:
        if runner.spec.prune and found and not found[0].uses_luck:
            found.append(replace(found[0], fresh=False))
        else:
            found.append(_one(runner, unit, unit.members, hidden, draw))
    return found


def _one(runner: Runner, unit: Unit, members: tuple[int, ...], hidden: tuple[int, ...], draw: int) -> _Played:
    """The run with these members of a base: left out where the run without one of its states stands for it."""
    spec = runner.spec
    if not spec.prune or spec.one_event or spec.order < 2 or unit.scenario:
        return _play(runner, unit, members, hidden, draw)

    def play() -> _Played:
        for state in reversed(members):
            without = tuple(each for each in members if each != state)
            if without and _may_be_left_out(runner, state):
                part = _one(runner, unit, without, hidden, draw)
                if not part.may_change_with(runner.failures[state]):
                    return replace(part, left_out=True)
        return _play(runner, unit, members, hidden, draw)

    if not _may_stand_for_another(runner, members, hidden):
        return play()
    found: _Played = runner.parts.get((members, hidden, unit.hour.name, draw), play)
    return found


def _may_stand_for_another(runner: Runner, members: tuple[int, ...], hidden: tuple[int, ...]) -> bool:
    """Return whether there are cases of the campaign with one failure more."""
    return len(members) + len(hidden) < runner.spec.order


def _may_be_left_out(runner: Runner, place: int) -> bool:
    """A state without an end of its own, which changes neither what is watched nor for how long."""
    return runner.failures[place].nature == "state" and runner.failures[place].lasts is None


def _play(runner: Runner, unit: Unit, members: tuple[int, ...], hidden: tuple[int, ...], draw: int) -> _Played:
    case = case_of(runner, replace(unit, members=members), hidden)
    assert case is not None
    last = open_ended(runner, case)
    try:
        run = Run(last, seed=runner.spec.seed, draw=draw, flow=runner.flow)
        if strikes_nothing(runner, case, run):
            return _Played(not_applicable(runner.subjects), frozenset(), uses_luck=False)
        journal = play_to_rest(run, case, last.scenario.horizon)
        outcome = rest_outcome(runner, case, journal)
        rested = (
            rested_on(case.dossier, run, journal, outcome) if _may_stand_for_another(runner, members, hidden) else None
        )
        return _Played(outcome, run.asked, run.uses_luck, rested_on=rested)
    except Exception as error:  # one case that cannot be played must not end a campaign; its row says so
        why = f"{type(error).__name__}: {error}".splitlines()[0][:300]
        return _Played(failed(runner.subjects), frozenset(), uses_luck=True, why=why)


def _rows(runner: Runner, unit: Unit, hidden: tuple[int, ...], draws: range, played: list[_Played]) -> list[Row]:
    members = tuple(runner.failures[place].id for place in (*unit.members, *hidden))
    return [
        Row(
            unit.number,
            runner.variant,
            members,
            unit.hour.name,
            unit.scenario,
            draw,
            each.fresh and not each.left_out,
            each.why,
            each.outcome,
            left_out=each.fresh and each.left_out,
        )
        for draw, each in zip(draws, played, strict=True)
    ]


def _possible(runner: Runner, unit: Unit) -> int:
    """Return the number of sets of failures that could be added, none included."""
    others = len(addable(runner.failures, runner.spec))
    return sum(comb(others, size) for size in range(unit.room + 1))

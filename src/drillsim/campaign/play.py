"""One unit played: its base with every draw of luck, then with those hidden failures added that somebody asked about.

A hidden failure changes a run only where the engine asks whether it is there. So a run that never asked about it is,
event for event, the run with it (but for the line that says the fault began), and a set of hidden failures is worth
playing only if it can be reached by adding one asked-about failure after another. Sets that cannot be reached are left
out; draws in which nobody asked are copied and marked as not played. `Spec.prune` turns this off.

A run that consulted no luck is the same for every draw, and is played once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from drillsim.campaign.bench import Bench
from drillsim.campaign.case import case_of
from drillsim.campaign.outcome import Outcome, failed, not_applicable
from drillsim.campaign.rest import open_ended, play_to_rest, rest_outcome
from drillsim.campaign.unit import Unit
from drillsim.schema.dossier import Case
from drillsim.simulation.run import Run

Asked = frozenset[tuple[str, str]]


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
    """False for a run known to be the same as another of this unit."""
    why: str
    """Why it failed, or which drawn duration forbids an exact answer; empty otherwise."""
    outcome: Outcome
    share: float | None = None
    """Its probability within its case, where that is known exactly; None where draws count alike."""


@dataclass(frozen=True, slots=True)
class UnitRows:
    """What became of one unit."""

    unit: int
    rows: tuple[Row, ...]
    left_out: int
    """Cases left out as known to change nothing."""


@dataclass(frozen=True, slots=True)
class _Played:
    outcome: Outcome
    asked: Asked
    uses_luck: bool
    why: str = ""
    fresh: bool = True


def play_unit(bench: Bench, unit: Unit, draws: range) -> UnitRows:
    """Every case of the unit with every draw of `draws`, in a fixed order."""
    if case_of(bench, unit) is None:
        told = [_Played(not_applicable(bench.subjects), frozenset(), uses_luck=False, fresh=False)] * len(draws)
        return UnitRows(unit.number, tuple(_rows(bench, unit, (), draws, told)), 0)
    base = _play_all(bench, unit, (), draws)
    rows = _rows(bench, unit, (), draws, base)
    reached: dict[tuple[int, ...], list[_Played]] = {(): base}
    queue: list[tuple[int, ...]] = [()]
    for known in queue:
        for hidden in _next(bench, unit, known, reached[known]):
            if hidden not in reached:
                reached[hidden] = _with_hidden(bench, unit, hidden, draws, reached[known], _added(hidden, known))
                queue.append(hidden)
    for hidden in sorted(reached, key=lambda each: (len(each), each)):
        if hidden:
            rows += _rows(bench, unit, hidden, draws, reached[hidden])
    return UnitRows(unit.number, tuple(rows), _possible(bench, unit) - len(reached))


def _next(bench: Bench, unit: Unit, known: tuple[int, ...], played: list[_Played]) -> list[tuple[int, ...]]:
    """Sets with one more hidden failure that somebody asked about."""
    if len(known) >= unit.room:
        return []
    found = []
    for place, each in enumerate(bench.failures):
        if each.nature == "hidden" and place not in known:
            key = (each.fault, each.target)
            if not bench.spec.prune or any(key in one.asked for one in played):
                found.append(tuple(sorted((*known, place))))
    return found


def _added(hidden: tuple[int, ...], known: tuple[int, ...]) -> int:
    return next(place for place in hidden if place not in known)


def _with_hidden(
    bench: Bench, unit: Unit, hidden: tuple[int, ...], draws: range, before: list[_Played], added: int
) -> list[_Played]:
    """The base with `hidden`; draws in which nobody asked about the one added are those of `before`."""
    each = bench.failures[added]
    key = (each.fault, each.target)
    asked = [not bench.spec.prune or key in one.asked for one in before]
    fresh = iter(
        _play_all(bench, unit, hidden, [draw for draw, is_asked in zip(draws, asked, strict=True) if is_asked])
    )
    return [next(fresh) if is_asked else replace(one, fresh=False) for one, is_asked in zip(before, asked, strict=True)]


def _play_all(bench: Bench, unit: Unit, hidden: tuple[int, ...], draws: range | list[int]) -> list[_Played]:
    case = case_of(bench, unit, hidden)
    assert case is not None
    last = open_ended(bench, case)
    found: list[_Played] = []
    for draw in draws:
        if bench.spec.prune and found and not found[0].uses_luck:
            found.append(replace(found[0], fresh=False))
        else:
            found.append(_play(bench, case, last, draw))
    return found


def _play(bench: Bench, case: Case, last: Case, draw: int) -> _Played:
    """`last`: the case with all the time it may take to come to rest."""
    try:
        run = Run(last, seed=bench.spec.seed, draw=draw, net=bench.net, flow=bench.flow)
        journal = play_to_rest(run, case, last.scenario.horizon)
        return _Played(rest_outcome(bench, case, journal), frozenset(run.asked), run.uses_luck)
    except Exception as error:  # one case that cannot be played must not end a campaign; its row says so
        why = f"{type(error).__name__}: {error}".splitlines()[0][:300]
        return _Played(failed(bench.subjects), frozenset(), uses_luck=True, why=why)


def _rows(bench: Bench, unit: Unit, hidden: tuple[int, ...], draws: range, played: list[_Played]) -> list[Row]:
    members = tuple(bench.failures[place].id for place in (*unit.members, *hidden))
    return [
        Row(
            unit.number, bench.variant, members, unit.hour.name, unit.scenario, draw, each.fresh, each.why, each.outcome
        )
        for draw, each in zip(draws, played, strict=True)
    ]


def _possible(bench: Bench, unit: Unit) -> int:
    """How many sets of hidden failures could be added, none included."""
    from math import comb

    hidden = sum(each.nature == "hidden" for each in bench.failures)
    return sum(comb(hidden, size) for size in range(unit.room + 1))

"""One unit of cases played on both versions: its base with every draw of luck, then with those failures added that
either run asked about.

A failure a run never asked about changes nothing in it: that side of the pair is the run without it. Where the versions
differ in the steps of some cards alone and none of them was triggered, the new version's run is the old one's. A run
that consulted no luck is played once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import comb
from typing import NamedTuple

from drillsim.campaign import Failure, Key, Runner, Unit, addable, asked_in, case_of, name_of, read_by_plan
from drillsim.findings import Finding
from drillsim.journal import Journal
from drillsim.revision.kept import Act
from drillsim.revision.measure import Measured, measured
from drillsim.revision.untouched import is_untouched
from drillsim.revision.versions.judge import Judged, judge
from drillsim.revision.versions.pairing import Pairing
from drillsim.schema import Case, unmatched
from drillsim.simulation import Run

Added = tuple[int, ...]
"""Places of the failures added to a base, ascending."""


class CasePlace(NamedTuple):
    """One case: the base at its hour, and what is added."""

    unit: Unit
    added: Added = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """One case compared."""

    place: CasePlace
    name: str
    """`<members>@<hour>`, or `<scenario>@<hour>`."""
    draws: tuple[Judged, ...]
    """One a draw of luck."""
    uses_luck: bool
    missed: tuple[frozenset[str], frozenset[str]]
    """Limits missed in any draw, old and new."""


@dataclass(frozen=True, slots=True)
class UnitCompared:
    """The cases of one unit."""

    cases: tuple[Compared, ...] = ()
    left_out: int = 0
    """Cases left out as known to be as the base is."""
    runs: int = 0
    """Runs played."""
    acts: frozenset[Act] = frozenset()
    """Safety acts, reports and warnings of both versions."""
    weak: tuple[tuple[Finding, ...], tuple[Finding, ...]] = ((), ())
    """Weak points of the base with the first draw, old and new."""
    applies: tuple[bool, bool] = (True, True)
    """True for the old and for the new version where the base applies to it."""
    failed: tuple[tuple[str, str], ...] = ()
    """Cases that could not be played, and why."""


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One version's run of a case."""

    measured: Measured
    asked: frozenset[Key] | None
    """Failures that may change it; None where any may."""
    hidden: frozenset[Key]
    uses_luck: bool
    fresh: bool = True

    def may_change_with(self, failure: Failure) -> bool:
        key = failure.fault, failure.target
        return key in self.hidden if failure.nature == "hidden" else self.asked is None or key in self.asked


_Sides = tuple[_Side, _Side]


def compare_unit(pairing: Pairing, unit: Unit) -> UnitCompared:
    """Return every case of the unit on both versions, judged."""
    applies = tuple(_case(pairing, runner, CasePlace(unit)) is not None for runner in (pairing.old, pairing.new))
    if not all(applies):
        return UnitCompared(applies=(applies[0], applies[1]))
    draws, base = range(pairing.new.spec.draws), list[_Sides]()
    try:
        for draw in draws:
            base.append(base[0] if base and not _uses_luck(base[0]) else _both(pairing, CasePlace(unit), draw))
    except Exception as error:
        return UnitCompared(failed=(_failed(pairing, CasePlace(unit), error),))
    return _compared(pairing, unit, base)


def _failed(pairing: Pairing, place: CasePlace, error: Exception) -> tuple[str, str]:
    """The case and the reason it cannot be played: it must not end the comparison, which says so."""
    why = f"{type(error).__name__}: {error}".splitlines()[0][:300]
    return name_of(pairing.new, place.unit, place.added), why


def cases_on_both(pairing: Pairing, place: CasePlace) -> tuple[Case, Case]:
    """Return the case with the old version and with the new one. Raises: LookupError where it applies to one alone."""
    old, new = (_case(pairing, runner, place) for runner in (pairing.old, pairing.new))
    if old is None or new is None:
        raise LookupError(name_of(pairing.new, place.unit, place.added))
    return old, new


def play_both(pairing: Pairing, place: CasePlace, draw: int) -> tuple[Journal, Journal]:
    """Return the journals of a case with the old version and with the new one."""
    return _played(pairing, pairing.old, place, draw)[1], _played(pairing, pairing.new, place, draw)[1]


def _compared(pairing: Pairing, unit: Unit, base: list[_Sides]) -> UnitCompared:
    """The unit's cases, whose base has been played."""
    failed: dict[Added, tuple[str, str]] = {}
    reached: dict[Added, list[_Sides]] = {(): base}
    queue: list[Added] = [()]
    for known in queue:
        for added, place in _next(pairing, unit, known, reached[known]):
            if added in reached or added in failed:
                continue
            try:
                reached[added] = _with(pairing, CasePlace(unit, added), place, reached[known])
                queue.append(added)
            except Exception as error:
                failed[added] = _failed(pairing, CasePlace(unit, added), error)
    cases = [_judged(pairing, CasePlace(unit, each), reached[each]) for each in sorted(reached, key=_fewest)]
    sides = {id(side): side for pairs in reached.values() for pair in pairs for side in pair}
    others = len(addable(pairing.new.failures, pairing.new.spec))
    return UnitCompared(
        tuple(cases),
        sum(comb(others, size) for size in range(unit.room + 1)) - len(reached) - len(failed),
        sum(each.fresh for each in sides.values()),
        frozenset(act for pair in base for act in pair[0].measured.done.acts if act in pair[1].measured.done.acts),
        _weak_points(pairing, unit, base[0]),
        failed=tuple(failed.values()),
    )


def _fewest(added: Added) -> tuple[int, Added]:
    return len(added), added


def _next(pairing: Pairing, unit: Unit, known: Added, played: list[_Sides]) -> Iterator[tuple[Added, int]]:
    """Yield the sets with one failure more that may change a run of either version, and that failure."""
    if len(known) >= unit.room:
        return
    failures = pairing.new.failures
    there = {(failures[place].fault, failures[place].target) for place in known}
    for place in addable(failures, pairing.new.spec):
        failure = failures[place]
        may = not pairing.new.spec.prune or any(side.may_change_with(failure) for pair in played for side in pair)
        if may and (failure.fault, failure.target) not in there:  # nobody leaves a step out and is late with it
            yield tuple(sorted((*known, place))), place


def _with(pairing: Pairing, place: CasePlace, added: int, before: list[_Sides]) -> list[_Sides]:
    """The pairs of a case with one failure more than `before`: a side it does not change is that of `before`."""
    failure, found = pairing.new.failures[added], list[_Sides]()
    for draw, (old, new) in enumerate(before):
        if found and not _uses_luck(before[0]) and not _uses_luck(found[0]):
            found.append(found[0])
            continue
        every = not pairing.new.spec.prune
        changes = every or old.may_change_with(failure), every or new.may_change_with(failure)
        if all(changes):
            found.append(_both(pairing, place, draw))
            continue
        mine = _side(pairing, pairing.old, place, draw) if changes[0] else old
        found.append((mine, _side(pairing, pairing.new, place, draw) if changes[1] else new))
    return found


def _both(pairing: Pairing, place: CasePlace, draw: int) -> _Sides:
    old = _side(pairing, pairing.old, place, draw)
    if not is_untouched(old.measured.journal, pairing.cards):
        return old, _side(pairing, pairing.new, place, draw)
    read = read_by_plan(pairing.new.dossier)
    return old, replace(old, asked=None if old.asked is None else old.asked | read, fresh=False)


def _uses_luck(pair: _Sides) -> bool:
    return pair[0].uses_luck or pair[1].uses_luck


def _side(pairing: Pairing, runner: Runner, place: CasePlace, draw: int) -> _Side:
    case, journal, run = _played(pairing, runner, place, draw)
    return _Side(measured(case, journal, weak=False), asked_in(case.dossier, run), run.asked, run.uses_luck)


def _played(pairing: Pairing, runner: Runner, place: CasePlace, draw: int) -> tuple[Case, Journal, Run]:
    case = _case(pairing, runner, place)
    assert case is not None, "asked before"
    run = Run(case, seed=runner.spec.seed, draw=draw, flow=runner.flow)
    run.advance(case.scenario.horizon)
    return case, run.finish(), run


def _case(pairing: Pairing, runner: Runner, place: CasePlace) -> Case | None:
    """The case as the newer version says it, with the customer of `runner`; None where it does not apply there."""
    as_new = case_of(pairing.new, place.unit, place.added)
    if as_new is None or runner is pairing.new:
        return as_new if as_new is None or _strikes(runner, as_new) else None
    case = Case(runner.dossier, as_new.scenario_id, as_new.scenario)
    return case if not unmatched(case) and _strikes(runner, case) else None


def _strikes(runner: Runner, case: Case) -> bool:
    """Return whether the faults of a scenario strike anything that is live at T0."""
    return case.scenario_id not in runner.library or not Run(case, flow=runner.flow).dead_targets()


def _judged(pairing: Pairing, place: CasePlace, pairs: list[_Sides]) -> Compared:
    was, now = pairing.old.dossier, pairing.new.dossier
    found: list[Judged] = []
    for at, (old, new) in enumerate(pairs):
        same = at and pairs[at - 1][0] is old and pairs[at - 1][1] is new
        found.append(found[-1] if same else judge(old.measured, new.measured, was, now, pairing.subjects))
    missed = tuple(frozenset(_missed(pairing, pair[side].measured) for pair in pairs) for side in (0, 1))
    old_missed, new_missed = (frozenset[str]().union(*each) for each in missed)
    return Compared(
        place, name_of(pairing.new, place.unit, place.added), tuple(found), any(map(_uses_luck, pairs)),
        (old_missed, new_missed),
    )  # fmt: skip


def _missed(pairing: Pairing, run: Measured) -> frozenset[str]:
    return frozenset(each.id for each in run.verdicts if each.verdict == "missed" and each.id in pairing.subjects)


def _weak_points(pairing: Pairing, unit: Unit, pair: _Sides) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The weak points of the base; none are asked where both versions say the same."""
    if pairing.same:
        return (), ()
    found = []
    for runner, side in zip((pairing.old, pairing.new), pair, strict=True):
        case = _case(pairing, runner, CasePlace(unit))
        assert case is not None, "played"
        found.append(measured(case, side.measured.journal).findings)
    return found[0], found[1]

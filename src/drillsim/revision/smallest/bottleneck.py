"""The bottlenecks of limits that are missed all the same: the cause of most late minutes, the weak points behind it,
and what it would take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from drillsim.revision.compare import excess_ms, shortfall_ms
from drillsim.revision.measure import Measured, measured
from drillsim.revision.pool import Pool
from drillsim.revision.recommendation import KINDS, Recommendation
from drillsim.revision.smallest.answer import Unmet
from drillsim.revision.smallest.bench import Bench, Seen
from drillsim.revision.smallest.choice import Chosen
from drillsim.revision.smallest.cover import cover
from drillsim.revision.smallest.known_case import ENDURANCE, KnownCase, main_causes
from drillsim.schema import Case

MOST_TOLD = 3
"""Weak points, and recommendations, told for one limit."""
MOST_PLAYED = 48
"""Cases played once more for their bottleneck."""


@dataclass(frozen=True, slots=True)
class _Held:
    """One limit that is missed in one run."""

    cause: str
    late_ms: int
    behind: tuple[tuple[str, str], ...]


def unmet_of(
    pool: Pool[Bench], cases: Sequence[KnownCase], chosen: Chosen, seen: Mapping[int, Seen], critical: frozenset[str]
) -> tuple[Unmet, ...]:
    """The limits the set leaves unmet on the cases `seen`, by load or function and cause: safety-critical ones first,
    then those missed in most cases."""
    groups: dict[tuple[str, str], list[int]] = {}
    for place, found in seen.items():
        causes = dict(cases[place].causes)
        for name in found.missed:
            groups.setdefault((name, causes.get(name, "")), []).append(place)
    played = _played(pool, chosen, groups)
    told: dict[tuple[str, str], Unmet] = {}
    for (name, cause), places in groups.items():
        place, held = next(((each, played[each, name]) for each in places if (each, name) in played), (places[0], None))
        held = held or _Held(cause, _late_ms(cases[place].before, name), ())
        known = told.get((name, held.cause))
        if known is not None:
            told[name, held.cause] = _latest(known, cases[place].name, held, len(places))
        else:
            told[name, held.cause] = Unmet(
                name, cases[place].name, held.cause, held.late_ms, len(places), name in critical, held.behind
            )
    return tuple(sorted(told.values(), key=lambda each: (not each.critical, -each.cases, each.subject, each.cause)))


def what_it_takes(unmet: Iterable[Unmet], untried: Sequence[Recommendation]) -> tuple[Unmet, ...]:
    """The same with those of the recommendations nobody can try that answer the weak points behind each, what is bought
    or set first; wording alone mends nothing."""
    told = sorted((each for each in untried if each.kind != "paper"), key=lambda each: -KINDS.index(each.kind))
    return tuple(
        replace(each, takes=tuple(one.id for one in told if set(one.answers) & set(each.behind))[:MOST_TOLD])
        for each in unmet
    )


def _played(
    pool: Pool[Bench], chosen: Chosen, groups: Mapping[tuple[str, str], Sequence[int]]
) -> dict[tuple[int, str], _Held]:
    """The bottleneck of each limit missed in the few cases that together show every group."""
    shows: dict[int, set[tuple[str, str]]] = {}
    for group, places in groups.items():
        for place in places:
            shows.setdefault(place, set()).add(group)
    places = sorted(shows)
    asked = [places[each] for each in cover([shows[place] for place in places], MOST_PLAYED)]
    jobs = [_Asked(chosen, place) for place in asked]
    found = pool.map(_held_back_by, jobs)
    return {(place, name): held for place, each in zip(asked, found, strict=True) for name, held in each.items()}


@dataclass(frozen=True, slots=True)
class _Asked:
    chosen: Chosen
    place: int


def _held_back_by(bench: Bench, asked: _Asked) -> dict[str, _Held]:
    """The job of a process: what keeps back each limit missed in one case with the set made."""
    folder, known = bench.made(asked.chosen), bench.cases[asked.place]
    assert folder is not None, "made before"
    case = Case(folder.dossier, known.name, known.scenario)
    journal = replace(bench.player, draw=known.draw).play(case)
    run, causes = measured(case, journal), main_causes(case, journal)
    return {
        each.id: _Held(causes.get(each.id, ENDURANCE), _late_ms(run, each.id), _behind(run, each.id))
        for each in run.verdicts
        if each.protected
    }


def _late_ms(run: Measured, name: str) -> int:
    found = next(each for each in run.verdicts if each.id == name)
    return excess_ms(found) + shortfall_ms(run, found)


def _behind(run: Measured, name: str) -> tuple[tuple[str, str], ...]:
    found = [each for each in run.findings if name in each.endangers]
    pairs = dict.fromkeys((each.code, each.subject.id) for each in sorted(found, key=lambda each: each.severity))
    return tuple(pairs)[:MOST_TOLD]


def _latest(known: Unmet, case: str, held: _Held, cases: int) -> Unmet:
    both = replace(known, cases=known.cases + cases)
    if held.late_ms <= known.late_ms:
        return both
    return replace(both, case=case, late_ms=held.late_ms, behind=held.behind or known.behind)

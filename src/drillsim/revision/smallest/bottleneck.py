"""The bottlenecks of limits that are missed all the same: the weak point behind each, the cause of most late minutes,
and what it would take, by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from drillsim.findings import Finding
from drillsim.revision.candidates import usual_answers_of
from drillsim.revision.compare import excess_ms, shortfall_ms
from drillsim.revision.measure import Measured, measured
from drillsim.revision.pool import Pool
from drillsim.revision.recommendation import KINDS, Recommendation
from drillsim.revision.review_context import ReviewContext
from drillsim.revision.smallest.answer import Unmet
from drillsim.revision.smallest.bench import Bench, Seen
from drillsim.revision.smallest.choice import Chosen
from drillsim.revision.smallest.cover import cover
from drillsim.revision.smallest.known_case import KnownCase, held_by, is_missed
from drillsim.revision.smallest.told import Held
from drillsim.schema import Case

MOST_TOLD = 3
"""Recommendations told for one limit."""
MOST_PLAYED = 48
"""Cases played once more for their bottleneck."""
CRITICAL = 4
"""A safety-critical limit counts for so many others where cases are chosen."""

Key = tuple[str, str, tuple[str, str]]
"""Load or function, cause, and the weak point behind it."""


@dataclass(frozen=True, slots=True, eq=False)
class Played:
    """One case played once more for its bottlenecks."""

    held: Mapping[str, tuple[Held, int]]
    """By load or function that is missed: what keeps it back, and its late milliseconds."""
    weak: Mapping[tuple[str, str], Finding]
    """The weak points behind them."""
    usual: tuple[Recommendation, ...]
    """Wording, purchases and changes of the network that answer these and were not tried."""


@dataclass(frozen=True, slots=True, eq=False)
class Bottlenecks:
    """Limits that are missed, with the usual answers to the weak points behind them."""

    unmet: tuple[Unmet, ...]
    usual: tuple[Recommendation, ...]


def bottlenecks(
    pool: Pool[Bench], cases: Sequence[KnownCase], chosen: Chosen, seen: Mapping[int, Seen], critical: frozenset[str]
) -> Bottlenecks:
    """The limits the set leaves unmet on the cases `seen`, by load or function, cause and weak point: safety-critical
    ones first, then those missed in most cases."""
    groups: dict[Key, list[int]] = {}
    for place, found in seen.items():
        known = {each.subject: each for each in cases[place].held}
        for name in found.missed:
            was = known.get(name) or Held(name, "")
            groups.setdefault((name, was.cause, was.weak), []).append(place)
    played = _played(pool, chosen, groups, critical)
    told: dict[Key, Unmet] = {}
    for (name, cause, weak), places in groups.items():
        place = next((each for each in places if each in played and name in played[each].held), places[0])
        if place in played and name in played[place].held:
            held, late_ms = played[place].held[name]
            finding = played[place].weak.get(held.weak)
        else:
            held, late_ms, finding = Held(name, cause, weak), _late_ms(cases[place].before, name), None
        new = Unmet(name, cases[place].name, held.cause, late_ms, len(places), name in critical, finding)
        key = name, held.cause, held.weak
        told[key] = _both(told[key], new) if key in told else new
    unmet = sorted(told.values(), key=lambda each: (not each.critical, -each.cases, each.subject, each.cause))
    return Bottlenecks(tuple(unmet), tuple(each for one in played.values() for each in one.usual))


def what_it_takes(unmet: Iterable[Unmet], others: Sequence[Recommendation]) -> tuple[Unmet, ...]:
    """The same with those of the recommendations that are not made and answer the weak point behind each: what gained
    when it was tried first, then what is bought or set, wording last."""
    order = sorted(others, key=lambda each: (not each.gain, -KINDS.index(each.kind)))

    def takes(each: Unmet) -> tuple[str, ...]:
        if each.behind is None:
            return ()
        pair = each.behind.code, each.behind.subject.id
        return tuple(one.id for one in order if pair in one.answers)[:MOST_TOLD]

    return tuple(replace(each, takes=takes(each)) for each in unmet)


def _played(
    pool: Pool[Bench], chosen: Chosen, groups: Mapping[Key, Sequence[int]], critical: frozenset[str]
) -> dict[int, Played]:
    """The few cases that together show the groups of most limits, played once more with the set."""
    shows: dict[int, set[Key]] = {}
    weights: Counter[Key] = Counter()
    for group, places in groups.items():
        weights[group] = len(places) * (CRITICAL if group[0] in critical else 1)
        for place in places:
            shows.setdefault(place, set()).add(group)
    places = sorted(shows)
    asked = [places[each] for each in cover([shows[place] for place in places], MOST_PLAYED, weights)]
    return dict(zip(asked, pool.map(_held_back_by, [_Asked(chosen, place) for place in asked]), strict=True))


@dataclass(frozen=True, slots=True)
class _Asked:
    chosen: Chosen
    place: int


def _held_back_by(bench: Bench, asked: _Asked) -> Played:
    """The job of a process: what keeps back each limit missed in one case with the set made."""
    folder, known = bench.made(asked.chosen), bench.cases[asked.place]
    assert folder is not None, "made before"
    case = Case(folder.dossier, known.name, known.scenario)
    journal = replace(bench.player, draw=known.draw).play(case)
    run = measured(case, journal)
    held = held_by(case, run, tuple(each.id for each in run.verdicts if each.protected and is_missed(each)))
    asked_of = {each.weak for each in held}
    weak = {(each.code, each.subject.id): each for each in run.findings if (each.code, each.subject.id) in asked_of}
    context = ReviewContext(folder, case, journal, tuple(weak.values()), {}, None)
    usual = tuple(usual_answers_of(context, ()))
    return Played({each.subject: (each, _late_ms(run, each.subject)) for each in held}, weak, usual)


def _late_ms(run: Measured, name: str) -> int:
    found = next(each for each in run.verdicts if each.id == name)
    return excess_ms(found) + shortfall_ms(run, found)


def _both(known: Unmet, new: Unmet) -> Unmet:
    latest = new if new.late_ms > known.late_ms else known
    return replace(latest, cases=known.cases + new.cases, behind=latest.behind or known.behind or new.behind)

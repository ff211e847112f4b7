"""The search: required cases played, changes made from a few of them, sets screened, chosen, verified, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from drillsim.campaign import Asked
from drillsim.files import CustomerFolder
from drillsim.findings import is_critical
from drillsim.network import PowerFlow
from drillsim.revision.candidates import because, merged
from drillsim.revision.own_ids import ids_of, with_own_ids
from drillsim.revision.player import player_of
from drillsim.revision.pool import Pool, pool
from drillsim.revision.recommendation import Recommendation, Told
from drillsim.revision.smallest.answer import KINDS_OF, MEANS, Avoided, Means, Searched, Unmet
from drillsim.revision.smallest.bench import Bench
from drillsim.revision.smallest.bottleneck import CRITICAL
from drillsim.revision.smallest.choice import MOST_EXACT, Choice, Chosen, choose
from drillsim.revision.smallest.cover import cover
from drillsim.revision.smallest.known_case import KnownCase, is_held_back, known_case
from drillsim.revision.smallest.reviewed import ReviewedCase, Reviews, findings_of, is_idle, reviewed
from drillsim.revision.smallest.sets import Sets
from drillsim.revision.smallest.trials import Trials
from drillsim.revision.smallest.written_up import Material, written_up
from drillsim.revision.untouched import cards_touched
from drillsim.schema import Compiled

MOST_REVIEWED = 16
"""Cases whose runs changes are made from."""
MOST_CHANGES = 90
"""Changes sets are made of; those that gain on their own case come first."""
MOST_SCREENED = 40
"""Cases with a missed limit that sets are valued on, where there are more."""
CHANGED_BY_PLAN = ("automatic", "start", "noticing", "deciding", "wait", "doing", "failed", "restart", "off")
"""Kinds of cause that what a plan says, sets or trains may change."""
MOST_RUNS_EXACT = 12_000
"""Runs up to which every set is looked at, where the changes are few."""

Progress = Callable[[str, int, int], None]
"""Callback with the work being done (`required`, `reviewed`, `sets`), the number done, and that in all."""


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """The cases of a search."""

    asked: tuple[Asked, ...]
    first: int | None = None
    """Only so many of them, the first, have limits to be met, and none is held back; on the others nothing may get
    worse. None: all have, and one case in five is held back."""


@dataclass(frozen=True, slots=True, eq=False)
class _AsItIs:
    """The values the processes need that play the plan as it is."""

    dossier: Compiled
    wanted: Wanted


def search(folder: CustomerFolder, wanted: Wanted, seed: int, flow: PowerFlow, workers: int, say: Progress) -> Searched:
    """The three answers for the customer in `folder`, worked out by `workers` processes."""
    player = player_of(folder.dossier, seed, flow)
    with pool(_AsItIs(folder.dossier, wanted), workers) as players:
        cases = _known(players, len(wanted.asked), say)
    missed = [place for place, each in enumerate(cases) if each.missed and not each.held_back and each.wanted]
    critical = critical_of(folder.dossier)
    shows, weights = shown([cases[place] for place in missed], critical)
    plain = [cases[place].plain for place in missed]
    asked = [missed[each] for each in telling(shows, MOST_REVIEWED, weights, plain)]
    with pool(Reviews(folder, player, cases), workers) as reviewers:
        found = []
        for each in reviewers.map(reviewed, asked):
            found.append(each)
            say("reviewed", len(found), len(asked))
    every = candidates(found)
    named = with_own_ids(every, ids_of(folder.dossier))
    changes, aside = named[:MOST_CHANGES], named[MOST_CHANGES:]
    usual = (
        *(because(each, Told("revision-not-tried")) for each in aside if each.verdict == "untested"),
        *merged([each for one in found for each in one.usual]),
    )
    screened = (
        missed if len(missed) <= MOST_SCREENED else _screened(telling(shows, MOST_SCREENED, weights), missed, asked)
    )
    bench = Bench(folder, player, cases, tuple(each.edits for each in changes))
    with pool(bench, workers) as judges:
        touched = [cards_touched(each.edits, folder.dossier.plan) for each in changes]
        trials = Trials(judges, cases, touched, lambda what, played: say(what, played, 0))
        alone = Sets(judges, trials, cases, changes, critical, screened)
        groups = [alone.of_case(each.place, harmless(each, every, len(changes))) for each in found]
        sets = Sets(judges, trials, cases, changes, critical, screened, groups)
        chosen = answers(sets, changes, len(screened))
        written = written_up(Material(judges, sets, cases, changes, usual, critical), chosen)
    of = [each for each in cases if each.wanted]
    return Searched(
        cases=len(of),
        called=sum(bool(each.triggered) for each in of),
        held_back=sum(each.held_back for each in of),
        missed_cases=sum(bool(each.missed) for each in of),
        missed=sum(len(each.missed) for each in of),
        critical=sum(name in critical for each in of for name in each.missed),
        missed_by=written.missed_by,
        unsure=_unsure(of),
        reviewed=tuple(cases[place].name for place in asked),
        findings=findings_of(cases, found),
        recommendations=written.recommendations,
        answers=written.answers,
        at_odds=written.at_odds,
        avoided=Avoided(trials.played, trials.verifying, trials.untouched, trials.idle, len(missed) - len(screened)),
    )


def candidates(found: Sequence[ReviewedCase]) -> tuple[Recommendation, ...]:
    """The changes of all cases reviewed, each once, those that gain on their case first."""
    every = [each for one in found for each in one.candidates]
    return tuple(merged(sorted(every, key=lambda each: not each.gain)))


def harmless(case: ReviewedCase, every: Sequence[Recommendation], most: int) -> list[int]:
    """Return the places, among the first `most` of all changes, of those made from a case that do no harm there."""
    edits = {str(each.edits) for each in case.candidates if each.verdict != "rejected" or is_idle(each)}
    return [place for place, each in enumerate(every[:most]) if str(each.edits) in edits]


def answers(sets: Sets, changes: Sequence[Recommendation], screened: int) -> dict[Means, Choice]:
    """The best set of each choice of kinds; a wider choice begins where the narrower one ended."""
    found: dict[Means, Choice] = {}
    start: Chosen = ()
    for means in MEANS:
        of = [place for place, each in enumerate(changes) if each.kind in KINDS_OF[means]]
        exact = len(of) <= MOST_EXACT and 2 ** len(of) * screened <= MOST_RUNS_EXACT
        found[means] = choose(sets, of, start, exact=exact)
        found[means] = replace(found[means], exact=found[means].exact and not sets.gave_up)
        start = found[means].chosen
    return found


def critical_of(dossier: Compiled) -> frozenset[str]:
    """Return the loads and functions whose missed limit weighs as severity A."""
    names = [("load", name) for name in dossier.site.loads] + [("function", name) for name in dossier.site.functions]
    return frozenset(name for kind, name in names if is_critical(dossier, kind, name))


def _known(players: Pool[_AsItIs], of: int, say: Progress) -> tuple[KnownCase, ...]:
    found: list[KnownCase] = []
    for number, cases in enumerate(players.map(_as_it_is, range(of))):
        found += cases
        say("required", number + 1, of)
    return tuple(found)


def _as_it_is(asked: _AsItIs, number: int) -> list[KnownCase]:
    """The job of a process: the cases of one place, judged with the plan as it is."""
    first = asked.wanted.first
    found = (
        known_case(
            asked.dossier,
            each,
            held_back=first is None and is_held_back(each.name),
            wanted=first is None or number < first,
        )
        for each in asked.wanted.asked[number].cases()
    )
    return [each for each in found if each is not None]


Shown = tuple[tuple[str, str], str]
"""The weak point behind a missed limit, and the cause of its late minutes."""


def shown(missed: Sequence[KnownCase], critical: frozenset[str]) -> tuple[list[frozenset[Shown]], Mapping[Shown, int]]:
    """Return what stands behind the missed limits of each case; and for how many limits each of it does in all of them,
    a safety-critical one counting more."""
    weights: Counter[Shown] = Counter()
    for case in missed:
        for each in case.held:
            weights[each.weak, each.cause] += CRITICAL if each.subject in critical else 1
    return [frozenset((each.weak, each.cause) for each in case.held) for case in missed], weights


def telling(
    shows: Sequence[frozenset[tuple[Any, str]]],
    most: int,
    weights: Mapping[Any, int] | None = None,
    plain: Sequence[bool] = (),
) -> tuple[int, ...]:
    """Return the places of at most `most` cases that show what stands behind as many limits as they can: three in four
    of them for what people and automatics do, which a plan can change, half of these `plain` ones where it is said
    which are; the others for whatever is left."""
    changed = [frozenset(pair for pair in each if pair[1].partition(":")[0] in CHANGED_BY_PLAN) for each in shows]
    of_plan = most * 3 // 4
    of_plain = [each if is_plain else frozenset() for each, is_plain in zip(changed, plain, strict=False)]
    first = cover(of_plain, of_plan // 2, weights)
    known = frozenset(pair for place in first for pair in shows[place])
    first = *first, *cover([each - known for each in changed], of_plan - len(first), weights)
    known = frozenset(pair for place in first for pair in shows[place])
    return *first, *cover([each - known for each in shows], most - len(first), weights)


def _screened(telling: Sequence[int], missed: Sequence[int], reviewed: Sequence[int]) -> list[int]:
    """The cases changes were made from, and those that show all that stands behind the limits; then, as far as there is
    room, one in so many of the rest."""
    found = list(dict.fromkeys((*reviewed, *(missed[each] for each in telling))))[:MOST_SCREENED]
    rest = [place for place in missed if place not in set(found)]
    room = MOST_SCREENED - len(found)
    return sorted([*found, *(rest[number * len(rest) // room] for number in range(room))])


def _unsure(cases: Sequence[KnownCase]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for each in cases:
        for name in each.unsure:
            counts[name] = counts.get(name, 0) + 1
    return tuple(counts.items())


__all__ = ["Unmet", "Wanted", "answers", "candidates", "search"]

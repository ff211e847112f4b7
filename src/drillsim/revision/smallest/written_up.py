"""The findings of a search, written up: each answer with what remains, and every recommendation with its verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from drillsim.revision.candidates import merged
from drillsim.revision.pool import Pool
from drillsim.revision.recommendation import Recommendation, Told
from drillsim.revision.smallest.answer import MEANS, Answer, AtOdds, HeldBack, Helped, Means, Unmet
from drillsim.revision.smallest.bench import Bench, as_it_is
from drillsim.revision.smallest.bottleneck import Bottlenecks, bottlenecks, what_it_takes
from drillsim.revision.smallest.choice import Choice, Chosen
from drillsim.revision.smallest.known_case import KnownCase
from drillsim.revision.smallest.sets import Sets

MOST_AT_ODDS = 6
"""Changes told that help and harm."""


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """The values answers are written up from."""

    pool: Pool[Bench]
    sets: Sets
    cases: Sequence[KnownCase]
    changes: Sequence[Recommendation]
    usual: Sequence[Recommendation]
    """Wording for weak points that no edit answers."""
    critical: frozenset[str]

    def places(self, *, held_back: bool) -> list[int]:
        """Places of the cases whose limits are to be met, held back or not."""
        return [place for place, each in enumerate(self.cases) if each.wanted and each.held_back == held_back]


@dataclass(frozen=True, slots=True, eq=False)
class WrittenUp:
    """The answers with all that is said of them."""

    answers: Mapping[Means, Answer]
    missed_by: tuple[Unmet, ...]
    """Limits missed with the plan as it is."""
    recommendations: tuple[Recommendation, ...]
    at_odds: tuple[AtOdds, ...]


def written_up(of: Material, chosen: Mapping[Means, Choice]) -> WrittenUp:
    """The answers, what is missed now and every recommendation; the answer to a weak point that is left over comes
    from the case it was seen in."""
    now = _missed_now(of)
    found = {means: _answer(of, means, choice) for means, choice in chosen.items()}
    of_all = [*of.changes, *of.usual, *now.usual, *(one for _, usual in found.values() for one in usual)]
    every = merged(of_all)  # changes come first, so they keep their ids
    changes, usual = tuple(every[: len(of.changes)]), tuple(every[len(of.changes) :])
    answers = {
        means: replace(each, unmet=what_it_takes(each.unmet, [one for one in every if one.id not in each.ids]))
        for means, (each, _) in found.items()
    }
    told = _recommendations(changes, usual, answers)
    return WrittenUp(answers, what_it_takes(now.unmet, every), told, _at_odds(of, answers))


def _answer(of: Material, means: Means, choice: Choice) -> tuple[Answer, tuple[Recommendation, ...]]:
    """The set of `choice` on all cases whose limits are to be met, and the usual answers to what is left; it was
    verified on those that are not held back."""
    chosen, judged, held = choice.chosen, of.places(held_back=False), of.places(held_back=True)
    seen, held_seen = of.sets.seen_on(chosen, judged), of.sets.seen_on(chosen, held)
    every = {**dict(zip(judged, seen, strict=True)), **dict(zip(held, held_seen, strict=True))}
    left = bottlenecks(of.pool, of.cases, chosen, dict(sorted(every.items())), of.critical)
    found = Answer(
        means=means,
        ids=tuple(of.changes[each].id for each in chosen),
        exact=choice.exact,
        looked_at=choice.looked_at,
        verified=len(of.sets.verified),
        met=sum(not each.missed for each in seen),
        missed=sum(len(each.missed) for each in seen),
        critical=sum(name in of.critical for each in seen for name in each.missed),
        unsure=sum(len(each.unsure) for each in (*seen, *held_seen)),
        unmet=left.unmet,
        held_back=HeldBack(
            len(held),
            sum(not each.missed for each in held_seen),
            sum(not of.cases[place].missed for place in held),
            sum(each.worse is not None for each in held_seen),
        ),
        helped=_helped(of, chosen),
    )
    return found, left.usual


def _missed_now(of: Material) -> Bottlenecks:
    """The limits missed with the plan as it is."""
    places = sorted([*of.places(held_back=False), *of.places(held_back=True)])
    seen = {place: as_it_is(of.cases[place]) for place in places}
    return bottlenecks(of.pool, of.cases, (), seen, of.critical)


def _at_odds(of: Material, answers: Mapping[Means, Answer]) -> tuple[AtOdds, ...]:
    """The changes that mend most alone, make something worse, and are in no answer."""
    used = {name for each in answers.values() for name in each.ids}
    alone = ((change, of.sets.alone(place)) for place, change in enumerate(of.changes) if change.id not in used)
    found = [(change, each) for change, each in alone if each.harmed and each.mends[1] > 0]
    ranked = sorted(found, key=lambda pair: (-pair[1].mends[0], -pair[1].mends[1], len(pair[1].harmed), pair[0].id))
    told = []
    for change, each in ranked[:MOST_AT_ODDS]:
        place, why = min(each.harmed, key=lambda pair: (not of.cases[pair[0]].plain, pair[0]))
        told.append(AtOdds(change.id, each.mends, each.cases, len(each.harmed), of.cases[place].name, why))
    return tuple(told)


def _recommendations(
    changes: Sequence[Recommendation], usual: Sequence[Recommendation], answers: Mapping[Means, Answer]
) -> tuple[Recommendation, ...]:
    """Every recommendation: those an answer makes use of are proposed, then come the untested and the rejected."""
    used = dict.fromkeys(name for means in MEANS for name in answers[means].ids)
    rank = {name: number for number, name in enumerate(used, 1)}
    verified = Told("revision-verified", {"cases": max(each.verified for each in answers.values())})
    proposed = [
        replace(each, verdict="proposed", rank=rank[each.id], reasons=(*_made_for(each), verified))
        for each in sorted((each for each in changes if each.id in rank), key=lambda each: rank[each.id])
    ]
    others = [each for each in changes if each.id not in rank]
    untested = [
        replace(each, reasons=(*each.reasons, Told("revision-not-needed")))
        for each in others
        if each.verdict != "rejected"
    ]
    rejected = [each for each in others if each.verdict == "rejected"]
    return (*proposed, *untested, *usual, *rejected)


def _helped(of: Material, chosen: Chosen) -> tuple[Helped, ...]:
    """The changes of the set in the order in which each next one helps most on the cases screened."""
    found: list[Helped] = []
    made: Chosen = ()
    while len(made) < len(chosen):
        tried = [tuple(sorted((*made, each))) for each in chosen if each not in made]
        missed = of.sets.missed_on_screened(tried)
        best = min(range(len(tried)), key=lambda each: (missed[each], tried[each]))
        (new,) = set(tried[best]) - set(made)
        made = tried[best]
        found.append(Helped(of.changes[new].id, missed[best][1]))
    return tuple(found)


def _made_for(change: Recommendation) -> tuple[Told, ...]:
    """Its reasons without what its own case alone had against it."""
    return change.reasons[:-1] if change.verdict == "rejected" else change.reasons

"""The smallest set is what trying every set gives: each made and played on every case, judged from verdicts alone."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import pytest

from drillsim.campaign.required import required_units
from drillsim.errors import InvalidInput
from drillsim.files import CustomerFolder, EditError
from drillsim.revision.apply import edit_folder
from drillsim.revision.measure import Measured, measured
from drillsim.revision.player import Player, player_of
from drillsim.revision.pool import pool
from drillsim.revision.reachable import new_danger
from drillsim.revision.recommendation import KINDS, Recommendation
from drillsim.revision.smallest.answer import MEANS
from drillsim.revision.smallest.bench import Bench
from drillsim.revision.smallest.choice import Chosen
from drillsim.revision.smallest.known_case import KnownCase, known_case
from drillsim.revision.smallest.reviewed import Reviews, reviewed
from drillsim.revision.smallest.search import answers, candidates, critical_of
from drillsim.revision.smallest.sets import Sets
from drillsim.revision.smallest.trials import Trials
from drillsim.revision.together import Collision, together
from drillsim.revision.untouched import cards_touched
from drillsim.schema import Case
from helpers.small_folder import small_folder
from helpers.thinned import thinned
from property.test_best_change import excess_ms, is_worse, pairs, shortfall_ms
from unit.findings.weak_point_cases import CASES

MOST = 6
RANK = ("met", "not_tested", "cannot_say", "missed")
MISSED, OTHERS = 5, 6
"""Cases of each kind a customer is judged on."""


def few_cases(folder: CustomerFolder, player: Player, draw: Random) -> tuple[KnownCase, ...]:
    """A few of the required cases with a missed limit, and a few others."""
    units = list(required_units(folder.dossier, {}, player.flow))
    missed: list[KnownCase] = []
    others: list[KnownCase] = []
    for unit in draw.sample(units, len(units)):
        for played in unit.cases():
            found = known_case(folder.dossier, played)
            if found is not None:
                (missed if found.missed else others).append(found)
        if len(missed) >= 3 * MISSED and len(others) >= OTHERS:
            break
    return (*draw.sample(missed, min(MISSED, len(missed))), *others[:OTHERS])


class Brute:
    """Every set of the changes made and played."""

    def __init__(self, folder: CustomerFolder, player: Player, cases: tuple[KnownCase, ...]) -> None:
        self.folder, self.player, self.cases = folder, player, cases
        self.critical = critical_of(folder.dossier)
        self.before = [self.run(folder, each) for each in cases]

    def run(self, folder: CustomerFolder, known: KnownCase) -> Measured:
        case = Case(folder.dossier, known.name, known.scenario)
        return measured(case, self.player.play(case), weak=False)

    def value(self, changes: tuple[Recommendation, ...]) -> tuple[Any, ...] | None:
        """What is left undone, then what is preferred; None where the set may not be made."""
        try:
            edited = edit_folder(self.folder, together([each.edits for each in changes])).folder
        except (Collision, EditError, InvalidInput):
            return None
        after = [self.run(edited, each) for each in self.cases]
        was, now = self.folder.dossier, edited.dossier
        if any(is_worse(*pair, was, now) for pair in zip(self.before, after, strict=True)) or new_danger(was, now):
            return None
        missed = [
            each.id
            for run in after
            for each in run.verdicts
            if each.protected
            and (each.verdict == "missed" or (each.endurance is not None and each.endurance.verdict == "missed"))
        ]
        stuck = [name for was, run in zip(self.before, after, strict=True) for name in self.no_nearer(was, run)]
        kinds = tuple(sum(each.kind == kind for each in changes) for kind in reversed(KINDS[1:]))
        ids = tuple(sorted(each.id for each in changes))
        left = [number for names in (missed, stuck) for number in (sum(n in self.critical for n in names), len(names))]
        return *left, len(changes), *kinds, ids

    def no_nearer(self, was: Measured, run: Measured) -> list[str]:
        """Limits missed whose excess and shortfall shrank by less than a meeting would sign."""

        def shrank(before: int, after: int) -> bool:
            return before - after >= max(0.05 * before, min(60_000, before / 2)) and before > after

        found = []
        for old, new in pairs(was, run):
            is_missed = new.verdict == "missed" or (new.endurance is not None and new.endurance.verdict == "missed")
            better = RANK.index(new.verdict) < RANK.index(old.verdict) or shrank(excess_ms(old), excess_ms(new))
            if is_missed and not better and not shrank(shortfall_ms(was, old), shortfall_ms(run, new)):
                found.append(new.id)
        return found


@pytest.mark.parametrize("code", thinned(sorted(CASES), 16))
def test_the_answers_are_the_best_of_all_sets(code: str, tmp_path: Path) -> None:
    draw = Random(code)
    folder = small_folder(CASES[code].fires, tmp_path)
    player = player_of(folder.dossier)
    cases = few_cases(folder, player, draw)
    places = [place for place, each in enumerate(cases) if each.missed]
    if not places:
        pytest.skip("nothing is missed")
    found = [reviewed(Reviews(folder, player, cases), place) for place in places[:2]]
    every = candidates(found)
    helpful, idle = [each for each in every if each.gain], [each for each in every if not each.gain]
    changes = (*helpful[: MOST - 2], *draw.sample(idle, min(2, len(idle))))
    with pool(Bench(folder, player, cases, tuple(each.edits for each in changes)), 1) as judges:
        touched = [cards_touched(each.edits, folder.dossier.plan) for each in changes]
        sets = Sets(judges, Trials(judges, cases, touched), cases, changes, critical_of(folder.dossier), places)
        chosen = answers(sets, changes, len(places))
    brute = Brute(folder, player, cases)
    worth: dict[Chosen, tuple[Any, ...]] = {}
    for size in range(len(changes) + 1):
        for each in combinations(range(len(changes)), size):
            if (value := brute.value(tuple(changes[place] for place in each))) is not None:
                worth[each] = value
    for means, kinds in zip(MEANS, (KINDS[:1], KINDS[:2], KINDS), strict=True):
        allowed = [each for each in worth if all(changes[place].kind in kinds for place in each)]
        assert chosen[means].exact
        assert chosen[means].chosen == min(allowed, key=worth.__getitem__), means

"""A run that is not played, because changes touch nothing of it, would have gone and been judged the same."""

from __future__ import annotations

from itertools import combinations, islice
from random import Random

import pytest

from drillsim.campaign import required_units
from drillsim.files import load_customer
from drillsim.revision.player import player_of
from drillsim.revision.pool import pool
from drillsim.revision.smallest.bench import Bench, Job, tried
from drillsim.revision.smallest.known_case import known_case
from drillsim.revision.smallest.reviewed import Reviews, reviewed
from drillsim.revision.smallest.search import candidates
from drillsim.revision.smallest.trials import Trials
from drillsim.revision.untouched import cards_touched
from helpers.hospital import plans
from helpers.thinned import thinned

SETS, FEW, CASES = 8, 3, 6


@pytest.mark.parametrize("customer", thinned(["central-hospital", "chemical-plant", "data-centre"], 3))
@pytest.mark.full
def test_a_set_is_seen_as_if_all_of_it_had_been_played(customer: str) -> None:
    draw = Random(customer)
    folder = load_customer(plans() / customer)
    player = player_of(folder.dossier)
    units = draw.sample(required_units(folder.dossier, {}, player.flow), 40)
    played_units = (next(unit.cases(), None) for unit in units)
    known = (known_case(folder.dossier, each) for each in played_units if each is not None)
    cases = tuple(islice((each for each in known if each is not None), CASES))
    places = [place for place, each in enumerate(cases) if each.missed]
    found = candidates([reviewed(Reviews(folder, player, cases), place) for place in places[:1]])
    of_cards = [each for each in found if cards_touched(each.edits, folder.dossier.plan) is not None]
    changes = (*of_cards[:FEW], *[each for each in found if each not in of_cards][:FEW])
    touched = [cards_touched(each.edits, folder.dossier.plan) for each in changes]
    every = tuple(range(len(cases)))
    bench = Bench(folder, player, cases, tuple(each.edits for each in changes))
    pairs = list(combinations(range(len(changes)), 2))
    sets = [*((each,) for each in range(len(changes))), *draw.sample(pairs, min(SETS, len(pairs)))]
    with pool(bench, 1) as judges:
        trials = Trials(judges, cases, touched)
        trials.look((each, every) for each in sets)
    for chosen in sets:
        played = tried(bench, Job(chosen, every))
        if played is None:
            continue
        for place, whole in zip(every, played, strict=True):
            seen = trials.seen(chosen, place)
            assert seen is not None
            assert (seen.missed, seen.unsure, seen.worse, seen.triggered) == (
                whole.missed, whole.unsure, whole.worse, whole.triggered,
            )  # fmt: skip
    assert trials.untouched > 0

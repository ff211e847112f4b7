"""Plans and sites spoiled blindly: what makes something worse, or takes away what such plans must hold, is said.

A few changes of the water works in the gate; four hundred of all shipped customers in the long run. The script prints
every miss: `PYTHONPATH=tests python -m helpers.blind --seed 1 --changes 400 --workers 2`.
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from helpers.blind import leaves
from helpers.blind.__main__ import line
from helpers.blind.change import FILES, Edit, trees
from helpers.blind.draw import NEUTRAL, OPERATORS, Change, draw
from helpers.blind.judge import Told, judged
from helpers.blind.reload import changed
from helpers.shipped import CUSTOMERS, WATERWORKS


def _share(told: list[Told]) -> float:
    return sum(each.flagged for each in told) / len(told)


def test_there_are_sixty_ways_to_spoil_a_customer_and_each_finds_a_place() -> None:
    places = {name: [customer for customer in CUSTOMERS if any(operator(trees(customer)))]
              for name, operator in OPERATORS.items()}  # fmt: skip
    assert len(places) >= 60
    assert [name for name, found in places.items() if not found] == ["word of nobody"], "no shipped plan awaits a word"


def test_the_same_seed_draws_the_same_changes_and_each_place_once() -> None:
    assert draw(3, 300) == draw(3, 300)
    assert draw(3, 300) != draw(4, 300)
    assert len({(each.customer, each.operator, each.spoiled.what) for each in draw(3, 300)}) == 300
    assert {each.operator for each in draw(3, 300)} == {*OPERATORS} - {"word of nobody"}
    assert len(draw(1, 50, neutral=True)) == 50
    assert {each.operator for each in draw(1, 50, neutral=True)} == {*NEUTRAL}


@pytest.mark.full
def test_whatever_stands_in_the_files_is_spoilt_without_knowing_what_it_means() -> None:
    drawn = draw(5, 200, customers=(WATERWORKS,), operators=leaves.OPERATORS)
    assert {each.operator for each in drawn} == {*leaves.OPERATORS}
    read = [changed(WATERWORKS, each.spoiled.edits) for each in drawn]
    assert sum(dossier is not None for dossier, _ in read) > len(read) // 2
    assert all(problems for dossier, problems in read if dossier is None)


@pytest.mark.parametrize("customer", CUSTOMERS)
def test_the_files_written_out_again_are_the_same_customer(customer: str) -> None:
    before, _ = changed(customer, ())
    after, problems = changed(customer, tuple(Edit(name, ("format",), "1") for name in FILES))
    assert before is not None and after is not None, problems
    for name in FILES:
        assert getattr(before, name) == getattr(after, name)


@pytest.mark.parametrize("change", draw(1, 6, customers=(WATERWORKS,)), ids=lambda each: each.spoiled.what)
def test_a_change_that_matters_is_said(change: Change) -> None:
    told = judged(change, scenarios=3)
    assert not told.missed, line(told)


@pytest.mark.parametrize(
    "change", draw(1, 2, neutral=True, customers=(WATERWORKS,)), ids=lambda each: each.spoiled.what
)
def test_a_change_of_nothing_is_no_grave_weak_point(change: Change) -> None:
    told = judged(change, scenarios=2)
    assert not told.refused
    assert told.grave == []


@pytest.mark.full
@pytest.mark.timeout(0)
def test_four_hundred_blind_changes() -> None:
    changes = [*draw(1, 400), *draw(1, 50, neutral=True)]
    changes.sort(key=lambda each: CUSTOMERS.index(each.customer))
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        told = list(pool.map(judged, changes))
    spoilt = [each for each in told if not each.change.neutral and not each.refused]
    assert _share([each for each in spoilt if each.harmed]) >= 0.99, [line(each) for each in spoilt if each.missed]
    assert _share([each for each in spoilt if each.matters]) >= 0.95, [line(each) for each in spoilt if each.missed]
    assert [line(each) for each in told if each.change.neutral and (each.grave or each.refused)] == []

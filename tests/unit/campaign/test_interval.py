from __future__ import annotations

import math
import random

import pytest

from drillsim.campaign.answer.interval import Shares, interval, t975, wilson
from drillsim.campaign.answer.precision import spread


def test_twenty_of_twenty_is_not_certainty() -> None:
    assert wilson(1.0, 20) == pytest.approx((20 / (20 + 1.959964**2), 1.0))


def test_wilsons_own_figures_come_out() -> None:
    """Newcombe, Statistics in Medicine 17, 1998, table I, method 3: 81 of 263 and 15 of 148."""
    assert wilson(81 / 263, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(15 / 148, 148) == pytest.approx((0.0624, 0.1605), abs=5e-5)


def test_what_consults_no_luck_is_known() -> None:
    assert interval(Shares(met=3, missed=1), Shares(), 20) == (0.75, 0.75)


def test_what_nobody_can_say_counts_as_missed_and_as_met() -> None:
    assert interval(Shares(met=5, missed=1, unknown=4), Shares(), 20) == (0.5, 0.9)


def test_luck_widens_only_its_own_share() -> None:
    low, high = interval(Shares(met=90), Shares(met=10), 20)
    assert low == pytest.approx(0.9 + 0.1 * wilson(1.0, 20)[0])
    assert high == 1.0


@pytest.mark.parametrize("cases", [1, 20])
@pytest.mark.parametrize("shared", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("chance", [0.02, 0.3, 0.9])
def test_the_interval_covers_the_truth_as_often_as_a_coins_does_whether_cases_share_their_luck_or_not(
    cases: int, shared: float, chance: float
) -> None:
    """`cases` cases of different weights; each meets its limit by a toss that all share or by one of its own."""
    draws, repeats, luck = 20, 400, random.Random(f"{cases} {shared} {chance}")
    weights = [1 + at % 7 for at in range(cases)]
    covered = 0
    for _ in range(repeats):
        met = sum(
            weight
            for _ in range(draws)
            for common in [luck.random()]
            for weight in weights
            if (common if luck.random() < shared else luck.random()) < chance
        )
        low, high = interval(Shares(), Shares(met, sum(weights) * draws - met), draws)
        covered += low <= chance <= high
    claimed = min(of_tosses(chance, draws), 0.95)
    assert covered / repeats > claimed - 3 * math.sqrt(claimed * (1 - claimed) / repeats)


def of_tosses(chance: float, many: int) -> float:
    """How often Wilson's interval covers the chance of a coin: it swings around 0.95, for counts are whole."""
    return sum(
        math.comb(many, heads) * chance**heads * (1 - chance) ** (many - heads)
        for heads in range(many + 1)
        if wilson(heads / many, many)[0] <= chance <= wilson(heads / many, many)[1]
    )


def test_students_points_are_those_of_the_tables() -> None:
    for freedom, point in ((1, 12.706), (2, 4.303), (5, 2.571), (10, 2.228), (19, 2.093), (60, 2.000)):
        assert t975(freedom) == pytest.approx(point, abs=2e-3)


def test_the_relative_error_is_half_the_interval_of_the_mean() -> None:
    assert spread([90, 110]) == pytest.approx(12.706204736 * 10 / 100)
    assert spread([5, 5, 5]) == 0.0
    assert spread([0, 0]) == 0.0
    assert spread([7]) == float("inf")

"""Of small and of drawn customers, whatever fails together: a part of the plant that a settle leaves asleep has nothing
to do. A few in the gate, the rest in `.ci/full`.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from drillsim.campaign.case import case_of
from drillsim.campaign.runner import Runner
from drillsim.campaign.unit import units
from drillsim.schema.compiled import Compiled
from helpers.brute_force import bench_for
from helpers.drawn_customer import TEAMS, drawn_customer
from helpers.guarded_customer import guarded_customer
from helpers.looks import Tally
from helpers.small_customer import small_customer
from helpers.standby_customer import standby_customer
from helpers.thinned import thinned

SMALL = (guarded_customer, standby_customer, small_customer)
DRAWN = (*range(50), *range(TEAMS, TEAMS + 50))
TOGETHER = 2
CASES = 25
"""So many cases of each customer, drawn by number."""


@pytest.mark.parametrize("of", SMALL)
def test_of_a_small_customer_no_part_sleeps_that_has_something_to_do(of: Callable[[], Compiled]) -> None:
    assert missed(bench_for(of(), TOGETHER, 1), 0) == []


@pytest.mark.parametrize("number", thinned(DRAWN, 75))
def test_of_a_drawn_customer_no_part_sleeps_that_has_something_to_do(number: int) -> None:
    assert missed(bench_for(drawn_customer(number), TOGETHER, 1), number) == []


def missed(runner: Runner, number: int) -> list[str]:
    """What parts left asleep would have done, in cases drawn by number."""
    all_units = list(units(runner.failures, runner.spec))
    tally = Tally()
    for unit in Random(number).sample(all_units, min(CASES, len(all_units))):
        case = case_of(runner, unit)
        if case is not None:
            tally.play(case, asleep=True, flow=runner.flow)
    assert tally.called
    return tally.missed

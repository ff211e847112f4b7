"""A few cases that show everything, and the cases held back."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest

from drillsim.revision.smallest.cover import cover
from drillsim.revision.smallest.known_case import ONE_IN, is_held_back
from drillsim.revision.smallest.search import telling


def test_the_case_that_shows_most_comes_first_and_the_first_of_equals() -> None:
    assert cover([{1}, {2, 3}, {1, 2}, {3, 4}], 9) == (1, 0, 3)


def test_what_shows_nothing_new_is_left_out() -> None:
    assert cover([{1, 2}, {2}, set(), {1, 2}], 9) == (0,)


def test_of_few_cases_those_that_show_most() -> None:
    assert cover([{1}, {2, 3}, {4, 5, 6}], 2) == (2, 1)


@pytest.mark.parametrize("number", range(20))
def test_a_cover_shows_all_and_hardly_more_than_the_smallest_would(number: int) -> None:
    draw = Random(number)
    shows = [set(draw.sample(range(8), draw.randint(1, 4))) for _ in range(8)]
    every = set().union(*shows)
    found = cover(shows, len(shows))
    assert set().union(*(shows[place] for place in found)) == every
    sizes = (size for size in range(1, 9) for each in combinations(shows, size) if set().union(*each) == every)
    assert len(found) <= next(sizes) * 2  # greedy: at most ln(4) + 1 times as many


def test_about_one_case_in_five_is_held_back_by_its_name_alone() -> None:
    names = [f"T{number}:short_circuit+S{other}:late@night" for number in range(40) for other in range(50)]
    held = [name for name in names if is_held_back(name)]
    assert abs(len(held) - len(names) / ONE_IN) < 60
    assert held == [name for name in reversed(names) if is_held_back(name)][::-1]


def test_what_is_written_and_each_event_alone_are_never_held_back() -> None:
    names = [f"T{number}:short_circuit@night" for number in range(60)] + [f"storm-{number}@day" for number in range(60)]
    assert not any(is_held_back(name) for name in names)


def test_what_stands_behind_most_limits_is_shown_first() -> None:
    assert cover([{"a", "b"}, {"c"}], 1, {"a": 1, "b": 1, "c": 5}) == (1,)


def test_cases_with_causes_a_plan_can_change_come_first_and_leave_room_for_the_others() -> None:
    faults = [frozenset({(f"load-{number}", f"fault:T{number}"), (f"load-{number}", f"empty:U{number}")})
              for number in range(8)]  # fmt: skip
    waits = [frozenset({("load-9", f"wait:S{number}:travel")}) for number in range(8)]
    found = telling([*faults, *waits], 8)
    assert found == (8, 9, 10, 11, 12, 13, 0, 1)
    assert telling(faults, 3) == (0, 1, 2)
    assert telling([], 3) == ()


def test_of_what_a_plan_can_change_half_is_shown_by_plain_cases() -> None:
    waits = [frozenset({(("P01", f"S{number}"), f"wait:S{number}:travel")}) for number in range(8)]
    weights = {pair: 9 - number for number, each in enumerate(waits) for pair in each}
    assert telling(waits, 8, weights, [number > 3 for number in range(8)]) == (4, 5, 6, 0, 1, 2, 3, 7)

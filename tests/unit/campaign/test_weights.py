from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drillsim.campaign.answer.weights import A_YEAR, weights_of, yearly
from drillsim.campaign.failure import Failure
from helpers.campaign_rows import DAY, NIGHT, campaign, event, hidden, load, state

X = [load("x")]


def per_year(failures: list[Failure], order: int, **more: object) -> dict[str, float]:
    of = campaign(failures, X, order=order, **more)  # type: ignore[arg-type]
    found = weights_of(of.runner)
    return {
        "+".join(of.runner.failures[place].id for place in members): found.of(members) / A_YEAR
        for members in found.by_last
    }


def test_a_pair_comes_about_whenever_one_fails_while_the_other_is_down() -> None:
    found = per_year([event("a", 2.0, down=0.01), event("b", 3.0, down=0.02)], 2)
    assert found["a+b"] == pytest.approx(2.0 * 0.02 + 3.0 * 0.01)
    assert found["a"] == pytest.approx(2.0 - 2.0 * 0.02)
    assert found["b"] == pytest.approx(3.0 - 3.0 * 0.01)


def test_without_pairs_a_failure_has_all_of_its_rate() -> None:
    assert per_year([event("a", 2.0, down=0.01), event("b", 3.0, down=0.02)], 1) == {"a": 2.0, "b": 3.0}


def test_a_failure_without_a_time_of_repair_makes_no_pair() -> None:
    assert per_year([event("a", 2.0), event("b", 3.0, down=0.02)], 2) == {"a": 2.0, "b": 3.0}


def test_only_events_with_a_rate_have_a_frequency() -> None:
    assert per_year([event("a", 2.0), event("b"), state("s"), hidden("h", 0.1)], 2) == {"a": 2.0}


def test_a_triple_takes_from_its_pairs_and_pairs_from_single_failures() -> None:
    a, b, c = (event(name, rate, down=down) for name, rate, down in (("a", 1, 0.1), ("b", 2, 0.2), ("c", 3, 0.3)))
    found = per_year([a, b, c], 3)
    assert found["a+b+c"] == pytest.approx(1 * 0.2 * 0.3 + 2 * 0.1 * 0.3 + 3 * 0.1 * 0.2)
    assert found["a+b"] == pytest.approx(1 * 0.2 * 0.7 + 2 * 0.1 * 0.7)
    assert found["a"] == pytest.approx(1 * 0.8 * 0.7)


rates = st.floats(0.001, 20, allow_nan=False)
downs = st.none() | st.floats(0, 0.2, allow_nan=False)


@given(st.lists(st.tuples(rates, downs), min_size=1, max_size=6), st.integers(1, 3), st.none() | st.integers(6, 60))
def test_every_beginning_of_a_failure_is_counted_in_exactly_one_case(
    given_: list[tuple[float, float | None]], order: int, limit: int | None
) -> None:
    failures = [event(f"e{at}", rate, down=down) for at, (rate, down) in enumerate(given_)]
    of = campaign(failures, X, order=order, limit=limit)
    assert weights_of(of.runner).total == sum(round(Fraction(rate) * A_YEAR) for rate, _ in given_)


def test_a_shipped_chance_says_how_often_a_set_comes_about_and_puts_no_miss_into_the_share() -> None:
    guessed = replace(hidden("h"), assumed_on_demand=0.01)
    of = campaign([event("a", 2.0), guessed], X, order=2)
    found = weights_of(of.runner)
    assert yearly(of.runner.failures, (0, 1)) == pytest.approx(0.02)
    assert found.knows(of.runner.failures, (0,)) and not found.knows(of.runner.failures, (0, 1))


def test_pairs_beyond_the_limit_take_nothing() -> None:
    failures = [event(name, 1.0, down=0.1) for name in "abc"]
    found = per_year(failures, 2, limit=4)
    assert list(found) == ["a+b", "a", "b", "c"]
    assert found["c"] == 1.0


def test_a_pair_played_at_one_of_two_hours_takes_nothing() -> None:
    failures = [event(name, 1.0, down=0.1) for name in "ab"]
    assert per_year(failures, 2, limit=5, hours=(DAY, NIGHT)) == {"a": 1.0, "b": 1.0}


def test_where_nothing_has_a_rate_every_single_event_counts_the_same() -> None:
    of = campaign([event("a"), event("b"), hidden("h", 0.1)], X, order=2)
    found = weights_of(of.runner)
    assert not found.weighed
    assert [found.of((0,)), found.of((1,)), found.of((0, 1)), found.of((2,))] == [A_YEAR, A_YEAR, 0, 0]


def test_how_often_a_set_comes_about_needs_every_rate() -> None:
    a, b, h = event("a", 2.0, down=0.01), event("b", 3.0, down=0.02), hidden("h", 0.1)
    found = (a, b, event("c"), h, hidden("g"), state("s"))
    assert yearly(found, (0,)) == 2.0
    assert yearly(found, (0, 1)) == pytest.approx(0.07)
    assert yearly(found, (0, 3)) == pytest.approx(0.2)
    assert yearly(found, (0, 1, 3)) == pytest.approx(0.007)
    assert [yearly(found, each) for each in ((), (2,), (3,), (0, 2), (0, 4), (0, 5), (0, 3, 5))] == [None] * 7

"""A state nobody turned to changes nothing: what a campaign leaves out for it, played whole, is what stood for it.

Three small customers, a hundred drawn ones, and of the shipped ones a few failures at a time; two and three at once. A
few of each in the gate, the rest in `.ci/full`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from drillsim.campaign.answer import answer
from drillsim.campaign.failure import Failure
from drillsim.campaign.spec import HOUR_NAMES
from drillsim.campaign.table import parquet_bytes, schema, table
from drillsim.schema.compiled import Compiled
from helpers.brute_force import bench_for, played
from helpers.campaign_rows import HandRows
from helpers.drawn_customer import TEAMS, drawn_customer
from helpers.guarded_customer import guarded_customer
from helpers.left_out import as_if_played, made_up, thinned_out, tried
from helpers.shipped import CUSTOMERS, shipped
from helpers.small_customer import small_customer
from helpers.standby_customer import standby_customer
from helpers.thinned import thinned

SMALL = (guarded_customer, standby_customer, small_customer)
DRAWN = (*range(50), *range(TEAMS, TEAMS + 50))


def not_hidden(failure: Failure) -> bool:
    return failure.nature != "hidden"


@pytest.mark.parametrize(("of", "order"), thinned([(of, order) for order in (2, 3) for of in SMALL], 6))
def test_of_a_small_customer_nothing_is_left_out_that_changes_anything(of: Callable[[], Compiled], order: int) -> None:
    found = tried(bench_for(of(), order, 1, not_hidden))
    assert not found.failed
    assert found.left_out
    assert found.wrong == []


@pytest.mark.parametrize(("number", "order"), thinned([(number, order) for order in (2, 3) for number in DRAWN], 80))
def test_of_a_drawn_customer_nothing_is_left_out_that_changes_anything(number: int, order: int) -> None:
    """Of a few nothing is left out at all: a shift ended, and who looked at it first nobody can tell."""
    found = tried(made_up(drawn_customer(number), number, order))
    assert not found.failed
    assert found.wrong == []


@pytest.mark.parametrize(
    ("customer", "number", "order"),
    thinned([(customer, number, order) for order in (2, 3) for number in range(4) for customer in CUSTOMERS], 38),
)
def test_of_a_shipped_customer_nothing_is_left_out_that_changes_anything(
    customer: str, number: int, order: int
) -> None:
    """Some events with some people, displays, stores, resources and control supplies, at each hour."""
    found = tried(thinned_out(shipped(customer), number, order, HOUR_NAMES[number]))
    assert not found.failed
    assert found.left_out
    assert found.wrong == []


def test_a_campaign_answers_the_same_with_what_it_left_out_played() -> None:
    """Draws that are all alike and such that are not, figure for figure, but for how many cases were played; of the
    rows all but what was played and how many lines its journal has."""
    events = ("A:short_circuit", "feeder-S1:source_lost", "feeder-S2:source_lost")
    runner = bench_for(standby_customer(), 2, 3, lambda failure: failure.nature == "state" or failure.id in events)
    rows = played(runner, prune=True)
    whole = as_if_played(rows, played(runner, prune=False))
    assert len({row.left_out for row in rows if not row.played}) == 2
    columns = schema(runner.subjects)
    tables = [table(each, columns) for each in (rows, whole)]
    one, other = (HandRows((each,)) for each in tables)
    found, expected = answer([runner], one), answer([runner], other)
    assert found.left_out > expected.left_out
    assert replace(found, played_cases=expected.played_cases, left_out=expected.left_out) == expected
    apart = ["played", "left_out", "events"]
    assert parquet_bytes(tables[0].drop_columns(apart)) == parquet_bytes(tables[1].drop_columns(apart))

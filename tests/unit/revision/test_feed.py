"""Loads fed from the board own supply feeds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drillsim.files.document import Tree
from drillsim.files.edit import Set
from drillsim.revision.propose import feed
from helpers.small_customer import Change
from helpers.trying import Ready, small
from unit.findings.weak_point_cases import CASES

PROPOSER = {
    "G11": (feed.onto_own_supply, "theatre"),
    "D02": (feed.needed_onto_own_supply, "chiller"),
    "D03": (feed.needed_onto_own_supply, "kitchen"),
}


@pytest.mark.parametrize("code", PROPOSER)
def test_what_no_own_source_reached_hangs_on_the_emergency_board_and_the_limit_is_kept(code: str) -> None:
    run, (proposer, load) = small(CASES[code].fires), PROPOSER[code]
    (change,) = run.proposed(code, proposer)
    cords: Tree = [{"bus": "em-LV", "share_percent": "100"}]
    assert [each.edit for each in change.edits] == [Set(("loads", load, "cords"), cords)]
    found = run.tried(change).recommendation
    assert (found.verdict, found.after and found.after["missed"]) == ("proposed", 0)
    assert (found.kind, found.buys, found.assumed and found.assumed.unit) == ("purchase", "feed", "yes_no")


def smaller(code: str, *changes: Change) -> Ready:
    fires = CASES[code].fires
    return small(replace(fires, changes=(*fires.changes, *changes)))


def test_nothing_is_put_on_a_board_whose_set_cannot_carry_it() -> None:
    run = smaller("G11", ("site/sources/genset-1/rated_kw", "150"))
    assert run.proposed("G11", feed.onto_own_supply) == []


def test_a_set_just_large_enough_is_offered_to_the_run() -> None:
    run = smaller("G11", ("site/sources/genset-1/rated_kw", "190"))
    assert len(run.proposed("G11", feed.onto_own_supply)) == 1


def test_a_lift_that_hangs_on_own_supply_already_is_not_told_to() -> None:
    run = smaller("D05", ("network/load/5/bus", "em-LV"), ("network/switch/6/closed", "true"))
    assert [each for need in run.of("D05") for each in feed.onto_own_supply(run.context, need)] == []
    assert len(small(CASES["D05"].fires).proposed("D05", feed.onto_own_supply)) == 1

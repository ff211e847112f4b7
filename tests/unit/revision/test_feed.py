"""Loads fed from the board own supply feeds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drillsim.files.document import Tree
from drillsim.files.edit import Set
from drillsim.revision.propose import feed
from helpers.played import BOTH
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


def test_a_set_too_small_for_the_load_is_replaced_by_one_that_carries_it_with_a_tenth_to_spare() -> None:
    run = smaller("G11", ("site/sources/genset-1/rated_kw", "150"))
    (change,) = run.proposed("G11", feed.onto_own_supply)
    cords: Tree = [{"bus": "em-LV", "share_percent": "100"}]
    assert [each.edit for each in change.edits] == [
        Set(("sources", "genset-1", "rated_kw"), "250"),
        Set(("loads", "theatre", "cords"), cords),
    ]
    found = run.tried(change).recommendation
    assert (found.verdict, found.kind, found.buys) == ("proposed", "purchase", "genset")
    assert found.assumed is not None
    assert (found.assumed.now, found.assumed.assumed) == (150, 250)
    assert found.assumed.vanishes_at is not None
    assert 150 <= found.assumed.vanishes_at < 250
    for lang in ("zh", "en"):
        assert "250 kW" in found.new.says(lang)


def test_a_set_is_replaced_by_none_of_more_than_twice_its_rating() -> None:
    run = smaller("G11", ("site/sources/genset-1/rated_kw", "120"))
    assert run.proposed("G11", feed.onto_own_supply) == []


ELSEWHERE: dict[str, tuple[str, tuple[Change, ...]]] = {
    "D04": ("chiller", (("network/load/3/bus", "II-LV"),)),
    "D06": ("theatre", (("network/load/1/bus", "II-LV"),)),
}
"""The load of the function, moved to a board the mains alone feed."""


@pytest.mark.parametrize("code", ELSEWHERE)
def test_a_function_that_switches_a_load_off_or_does_harm_when_it_is_lost_is_fed_by_own_supply(code: str) -> None:
    load, moved = ELSEWHERE[code]
    fires = CASES[code].fires
    run = small(replace(fires, events=BOTH, changes=(*fires.changes, *moved)))
    (change, *_) = run.proposed(code, feed.needed_onto_own_supply)
    assert [each.edit.path for each in change.edits] == [("loads", load, "cords")]
    assert run.tried(change).recommendation.verdict == "proposed"


def test_a_load_of_another_voltage_is_not_put_on_the_board() -> None:
    run = smaller("G11", ("network/load/1/bus", "II-10kV"))
    assert run.proposed("G11", feed.onto_own_supply) == []


def test_a_set_just_large_enough_is_offered_to_the_run() -> None:
    run = smaller("G11", ("site/sources/genset-1/rated_kw", "190"))
    assert len(run.proposed("G11", feed.onto_own_supply)) == 1


def test_a_lift_that_hangs_on_own_supply_already_is_not_told_to() -> None:
    run = smaller("D05", ("network/load/5/bus", "em-LV"), ("network/switch/6/closed", "true"))
    assert [each for need in run.of("D05") for each in feed.onto_own_supply(run.context, need)] == []
    assert len(small(CASES["D05"].fires).proposed("D05", feed.onto_own_supply)) == 1

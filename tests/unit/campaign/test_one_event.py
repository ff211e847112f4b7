"""A state that is there beforehand is played beside an event only where the event's run rested on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from drillsim.campaign.failure import Failure
from drillsim.campaign.play import play_unit
from drillsim.campaign.runner import Runner
from drillsim.campaign.unit import Unit, units
from drillsim.schema.compiled import Compiled
from helpers.brute_force import bench_for, differences, played
from helpers.drawn_customer import drawn_customer
from helpers.guarded_customer import guarded_customer
from helpers.shipped import DATA_CENTRE, HOSPITAL, shipped
from helpers.small_customer import small_customer
from helpers.standby_customer import standby_customer


def one_event(of: Compiled, keep: Callable[[Failure], bool] = lambda failure: True) -> Runner:
    runner = bench_for(of, 2, 1, keep)
    return replace(runner, spec=replace(runner.spec, one_event=True))


def states_and_steps(failure: Failure) -> bool:
    """A few events with all that is not a device."""
    if failure.nature == "event":
        return failure.target in ("feeder-east", "feeder-S1", "T1", "T2", "A", "B", "yard")
    return failure.nature == "state" or failure.group in ("channel", "permit", "step")


@pytest.mark.parametrize("of", [small_customer, guarded_customer, standby_customer])
def test_what_a_run_did_not_rest_on_changes_nothing(of: Callable[[], Compiled]) -> None:
    """Every pair of an event and something else against the event alone, figure for figure."""
    runner = one_event(of(), states_and_steps)
    brute, pruned = played(runner, prune=False), played(runner, prune=True)
    assert not [row.why for row in brute if row.why]
    assert len(pruned) < len(brute)
    assert differences(brute, pruned) == []


def unit_of(runner: Runner, failure: str) -> Unit:
    return next(each for each in units(runner.failures, runner.spec) if _name(runner, each) == failure)


def _name(runner: Runner, unit: Unit) -> str:
    return "+".join(runner.failures[place].id for place in unit.members)


def beside(of: Compiled, event: str, *states: str) -> set[str]:
    """Which states are played beside the event: of those named, or of all people."""
    runner = one_event(of, lambda each: each.nature == "event" or each.group == "person" or each.id in states)
    rows = play_unit(runner, unit_of(runner, event), range(1)).rows
    return {row.members[1] for row in rows if row.members[1:]}


def test_who_is_found_or_speaks_for_others_is_played_absent_and_no_one_else() -> None:
    of = shipped(HOSPITAL)
    assert 0 < len(beside(of, "feeder-east:source_lost")) < len(of.customer.people)


def test_beside_an_event_that_makes_nobody_act_nobody_is_played_absent() -> None:
    assert beside(shipped(HOSPITAL), "gen2-0.4kV:short_circuit") == set()


def test_a_tank_the_plan_asks_about_is_played_empty_beside_an_event_that_makes_nobody_act() -> None:
    """Empty, it triggers a card and stops what draws from it, be the event as small as it may."""
    tanks = ("chilled-water:store_empty", "day-tank-1:store_empty")
    assert beside(shipped(DATA_CENTRE), "office-0.4kV:short_circuit", *tanks) == set(tanks)


def test_where_nobody_can_tell_what_a_run_rested_on_every_state_is_played_beside_it() -> None:
    """A shift ended, and who looked at that first is not known."""
    of = drawn_customer(145)
    states = {each.id for each in one_event(of).failures if each.nature == "state"}
    assert beside(of, "P:short_circuit", *states) == states

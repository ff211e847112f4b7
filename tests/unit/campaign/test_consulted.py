"""A state that is there beforehand is played beside an event only where the event's run turned to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from drillsim.campaign.bench import Bench
from drillsim.campaign.case import case_of
from drillsim.campaign.consulted import calls_the_plan, consulted
from drillsim.campaign.failure import Failure
from drillsim.campaign.unit import Unit, units
from drillsim.schema.compiled import Compiled
from drillsim.simulation import simulate
from helpers.brute_force import bench_for, differences, played
from helpers.guarded_customer import guarded_customer
from helpers.shipped import HOSPITAL, shipped
from helpers.small_customer import small_customer
from helpers.standby_customer import standby_customer


def one_event(of: Compiled, keep: Callable[[Failure], bool] = lambda failure: True) -> Bench:
    bench = bench_for(of, 2, 1, keep)
    return replace(bench, spec=replace(bench.spec, one_event=True))


def people_and_steps(failure: Failure) -> bool:
    """A few events with all that is not a device; a tank empty and a control supply lost do something
    by themselves, and are played alone."""
    if failure.nature == "event":
        return failure.target in ("feeder-east", "feeder-S1", "T1", "A", "yard")
    return not failure.acts_alone and failure.group in ("person", "channel", "resource", "permit", "step")


@pytest.mark.parametrize("of", [small_customer, guarded_customer, standby_customer])
def test_what_nobody_turned_to_changes_nothing(of: Callable[[], Compiled]) -> None:
    """Every pair of an event and something else against the event alone, figure for figure."""
    bench = one_event(of(), people_and_steps)
    brute, pruned = played(bench, prune=False), played(bench, prune=True)
    assert not [row.why for row in brute if row.why]
    assert len(pruned) < len(brute)
    assert differences(brute, pruned) == []


def unit_of(bench: Bench, failure: str) -> Unit:
    return next(each for each in units(bench.failures, bench.spec) if _name(bench, each) == failure)


def _name(bench: Bench, unit: Unit) -> str:
    return "+".join(bench.failures[place].id for place in unit.members)


def turned_to(bench: Bench, failure: str) -> tuple[bool, frozenset[tuple[str, str]]]:
    case = case_of(bench, unit_of(bench, failure))
    assert case is not None
    journal = simulate(case, flow=bench.flow)
    return calls_the_plan(journal), consulted(case.dossier, journal)


def test_who_acts_learns_or_is_waited_for_is_turned_to_and_no_one_else() -> None:
    bench = one_event(shipped(HOSPITAL))
    calls, states = turned_to(bench, "feeder-east:source_lost")
    assert calls
    people = {name for fault, name in states if fault == "person_absent"}
    assert 0 < len(people) < len(bench.dossier.customer.people)


def test_an_event_that_makes_nobody_act_turns_to_nobody() -> None:
    assert turned_to(one_event(shipped(HOSPITAL)), "gen2-0.4kV:short_circuit") == (False, frozenset())

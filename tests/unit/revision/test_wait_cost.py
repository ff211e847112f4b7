"""What a wait cost, on the hospital's runs and on the rule alone."""

from __future__ import annotations

from drillsim.journal.timeline import step_rows
from drillsim.revision.wait_cost import _yardstick, costliest, protected_outages, wait_lengths
from drillsim.schema.dossier import Case
from drillsim.simulation.core.what_if import WhatIf
from helpers.hospital import NIGHT, costs_of, hospital, player, run_of, script


def test_waits_for_a_predecessor_cost_nothing() -> None:
    costs, _ = costs_of(hospital(), script(NIGHT))
    waits = [key for key in costs if key[1] == "predecessor"]
    assert len(waits) > 5
    assert {costs[key] for key in waits} == {0}


def test_every_wait_of_the_journal_has_a_cost() -> None:
    costs, _ = costs_of(hospital(), script(NIGHT))
    assert list(costs) == list(wait_lengths(step_rows(run_of(hospital(), script(NIGHT)))))


def test_the_cost_is_what_the_worst_outage_shrinks_by_without_the_wait() -> None:
    costs, worst = costs_of(hospital(), script(NIGHT))
    assert worst is not None
    case = Case(hospital().dossier, NIGHT, script(NIGHT).scenario)
    without = WhatIf(frozenset({(worst.step, worst.reason)}))
    again = player().play(case, without)
    before = max(protected_outages(case.dossier, run_of(hospital(), script(NIGHT))).values())
    after = max(protected_outages(case.dossier, again).values())
    assert costs[worst.step, worst.reason] == before - after > 0


def test_a_wait_at_zero_is_gone_from_the_journal() -> None:
    _, worst = costs_of(hospital(), script(NIGHT))
    assert worst is not None
    case = Case(hospital().dossier, NIGHT, script(NIGHT).scenario)
    without = WhatIf(frozenset({(worst.step, worst.reason)}))
    again = player().play(case, without)
    assert (worst.step, worst.reason) not in wait_lengths(step_rows(again))


def test_the_longer_of_two_waits_that_cost_the_same_is_the_costliest() -> None:
    journal = run_of(hospital(), script(NIGHT))
    case = Case(hospital().dossier, NIGHT, script(NIGHT).scenario)
    lengths = wait_lengths(step_rows(journal))
    costs = dict.fromkeys(lengths, 1_000)
    found = costliest(case, journal, costs)
    assert found is not None
    assert found.ms == max(lengths.values())


def test_no_wait_is_named_when_none_cost_anything() -> None:
    journal = run_of(hospital(), script(NIGHT))
    case = Case(hospital().dossier, NIGHT, script(NIGHT).scenario)
    assert costliest(case, journal, dict.fromkeys(wait_lengths(step_rows(journal)), 0)) is None


BASE = {"harmed": 9_000, "board": 5_000, "lift": 4_000, "lamp": 6_000}


def test_what_no_wait_moves_and_is_longest_is_left_out() -> None:
    without = ({**BASE, "board": 1_000}, {**BASE, "lift": 3_000})
    assert _yardstick(BASE, without) == ("board", "lift")


def test_what_no_wait_moves_and_is_shorter_still_counts() -> None:
    without = ({**BASE, "lamp": 1_000},)
    assert _yardstick(BASE, without) == ("board", "lift", "lamp")


def test_when_no_wait_moves_anything_nothing_cost_anything() -> None:
    assert _yardstick(BASE, (BASE, BASE)) == ()

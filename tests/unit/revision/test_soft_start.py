"""A motor that is too much alone starts softly."""

from __future__ import annotations

from dataclasses import replace

from drillsim.files.edit import Set
from drillsim.revision.propose import reacceleration
from helpers.trying import small
from unit.findings.weak_point_cases import CASES


def test_a_motor_too_big_for_its_transformer_starts_at_three_times_what_it_draws_and_the_dip_strikes_nobody() -> None:
    run = small(CASES["A06"].fires)
    (change,) = {str(each.edits): each for each in run.proposed("A06", reacceleration.started_softly)}.values()
    kva = change.assumed.assumed if change.assumed else 0.0
    assert [each.edit for each in change.edits] == [Set(("loads", "chiller", "motor", "starting_kva"), f"{kva:g}")]
    found = run.tried(change)
    assert (found.recommendation.kind, found.recommendation.buys) == ("purchase", "soft_starter")
    assert kva < 6000


def test_a_motor_that_starts_as_softly_already_is_not_told_to() -> None:
    case = CASES["A06"].fires
    run = small(replace(case, changes=(*case.changes, ("network/load/3/p_mw", "2"))))
    assert [each for need in run.of("A06") for each in reacceleration.started_softly(run.context, need)] == []

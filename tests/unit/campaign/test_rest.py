"""A case is played until its stores and restorations have had their say, at most 72 hours."""

from __future__ import annotations

import pytest

from drillsim.campaign.outcome import VERDICTS
from drillsim.campaign.play import play_unit
from drillsim.campaign.runner import Runner, runner_of
from drillsim.campaign.spec import Hour, Spec
from drillsim.campaign.unit import Unit
from drillsim.network import PandapowerFlow
from helpers.small_customer import Change, small_customer

DAY = Hour("day", 600, None)
H = 3_600_000
LOST = ("feeder-east:source_lost", "feeder-west:source_lost")


def runner(*changes: Change) -> Runner:
    of = small_customer(*changes)
    return runner_of(of, {}, Spec(order=2, hours=(DAY,), draws=1), PandapowerFlow(of.network))


def verdict_of(on: Runner, subject: str, *members: str) -> tuple[str, int]:
    """The word for the limit of `subject` when these fail, and how long it was without."""
    places = tuple(place for place, each in enumerate(on.failures) if each.id in members)
    (row,) = play_unit(on, Unit(0, DAY, places), range(1)).rows
    assert row.outcome.status == "completed", row.why
    at = next(place for place, each in enumerate(on.subjects) if each.id == subject)
    return VERDICTS[row.outcome.verdicts[at]], row.outcome.outage_ms[at]


def level(litres: int) -> Change:
    return ("site/stores/bulk-tank/level_l", str(litres))


def test_a_tank_that_runs_dry_after_the_eight_hours_of_a_case_is_seen_to_do_so() -> None:
    word, out = verdict_of(runner(level(0)), "theatre", *LOST)
    assert word == "missed" and out > H


def test_what_still_lives_on_a_tank_after_72_hours_was_not_tested() -> None:
    assert verdict_of(runner(), "theatre", *LOST)[0] == "not_tested"


@pytest.mark.full
def test_a_motor_that_still_lives_on_a_tank_after_72_hours_was_not_tested_either() -> None:
    lift = ("network/motor", [{"name": "lift", "bus": "em-LV", "pn_mech_mw": "0.01", "cos_phi": "0.9"}])
    assert verdict_of(runner(lift, ("site/loads/lift", {"max_interruption": "15 s"})), "lift", *LOST)[0] == "not_tested"


@pytest.mark.full
def test_a_load_that_is_out_of_service_is_not_judged_and_no_case_fails_for_it() -> None:
    on = runner(("network/load/5/in_service", "false"))
    assert "ward" not in [each.id for each in on.subjects]
    assert verdict_of(on, "theatre", *LOST)[0] == "not_tested"

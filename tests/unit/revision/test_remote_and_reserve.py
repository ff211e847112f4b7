"""Switches operated from the post; reserves that last longer; motors in groups."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drillsim.files.edit import Append, Set
from drillsim.revision.need import CostlyWait
from drillsim.revision.propose import reacceleration, remote, reserve
from helpers.hospital import NIGHT
from helpers.played import EAST, Script, event
from helpers.small_customer import Change
from helpers.trying import Ready, shipped_run, small
from unit.findings.weak_point_cases import CASES, DIP


def way_to(run: Ready, step: str) -> CostlyWait:
    clause = run.context.clause(step)[1].clause
    return CostlyWait(step, "travel", (), clause, 0, 60_000, 60_000, ())


# -- remote control ----------------------------------------------------------------------------------------------------
def test_switches_somebody_walked_to_are_operated_and_read_at_the_post() -> None:
    run = shipped_run("central-hospital", NIGHT)
    (change,) = remote.walked(run.context, way_to(run, "S303"))
    edits = {each.edit.path: each.edit for each in change.edits}
    step = run.context.step_path("S303")
    assert edits["devices", "101", "remote"] == Set(("devices", "101", "remote"), "true")
    assert edits[*step, "place"] == Set((*step, "place"), "duty-room")
    assert edits[*step, "success_check", "by"] == Set((*step, "success_check", "by"), "remote")
    assert not any(path[0] == "observations" for path in edits)  # the panel there shows both already
    assert (change.kind, change.place.kind, change.assumed and change.assumed.unit) == (
        "purchase", "equipment", "yes_no",
    )  # fmt: skip


def test_the_hospitals_incomers_opened_from_the_duty_room_gain_and_lose_no_permit_and_no_second_person() -> None:
    run = shipped_run("central-hospital", NIGHT)
    (change,) = remote.walked(run.context, way_to(run, "S303"))
    found = run.tried(change).recommendation
    assert found.verdict == "proposed"
    assert found.kept is not None
    assert found.kept.acts > 0


@pytest.mark.parametrize("step", ["S301", "S304", "S307"])
def test_a_call_a_start_and_a_report_need_no_remote_control_of_a_switch(step: str) -> None:
    run = shipped_run("central-hospital", NIGHT)
    assert list(remote.walked(run.context, way_to(run, step))) == []


def test_what_is_remote_already_is_not_made_so_again() -> None:
    run = small(Script((EAST,), (("site/devices/101/remote", "true"),)))
    assert list(remote.walked(run.context, way_to(run, "S02"))) == []


def test_what_the_post_does_not_show_yet_is_shown_there() -> None:
    run = small(Script((EAST,)))
    (change,) = remote.walked(run.context, way_to(run, "S02"))
    shown = [each.edit for each in change.edits if each.edit.path[0] == "observations"]
    assert shown == [Append(("observations", "board", "sees"), {"switch": "101"})]


# -- reserves ----------------------------------------------------------------------------------------------------------
def test_a_reserve_is_doubled_and_says_at_which_length_its_gain_is_gone() -> None:
    run = small(CASES["D02"].fires)
    (change,) = run.proposed("D02", reserve.doubled)
    assert [each.edit for each in change.edits] == [Set(("functions", "surgery", "needs", "all", 1, "rides"), "3600 s")]
    found = run.tried(change).recommendation
    assert found.verdict == "proposed"
    assert found.assumed is not None
    assert found.assumed.vanishes_at is not None
    assert 1_800 < found.assumed.vanishes_at < 3_600


def test_what_rides_through_nothing_has_no_reserve_to_double() -> None:
    fires = CASES["D02"].fires
    bare: tuple[Change, ...] = (
        ("site/functions/surgery/needs", {"all": [{"load": "theatre"}, {"function": "cooling"}]}),
    )
    run = small(replace(fires, changes=(*fires.changes, *bare)))
    assert [each for need in run.of("D02") for each in reserve.doubled(run.context, need)] == []


# -- groups ------------------------------------------------------------------------------------------------------------
TWO_MOTORS: tuple[Change, ...] = (
    ("site/loads/chiller/motor", {"starting_kva": "6000"}),
    ("site/loads/theatre/motor", {"starting_kva": "3000"}),
    ("site/loads/chiller/security", "false"),
)


def test_motors_that_start_together_start_one_after_the_other_safety_critical_ones_first() -> None:
    run = small(Script((DIP,), TWO_MOTORS))
    change = run.proposed("A06", reacceleration.in_groups)[0]
    assert [each.edit for each in change.edits] == [Set(("loads", "chiller", "motor", "group"), "2")]
    assert (change.kind, change.assumed, change.place.kind) == ("setting", None, "settings")


def test_one_motor_alone_has_no_groups() -> None:
    run = small(CASES["A06"].fires)
    assert all(not each.edits for each in run.proposed("A06", reacceleration.in_groups))


def test_a_dip_nobody_starts_after_asks_for_nothing() -> None:
    run = small(Script((event("dip", "feeder-east", "1 min", residual_percent="95", for_="200 ms"),), TWO_MOTORS))
    assert run.of("A06") == ()

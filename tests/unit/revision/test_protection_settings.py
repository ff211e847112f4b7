"""Settings of protection are proposed as edits and proved by running again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from drillsim.files.edit import Set
from drillsim.revision.figures import is_honest
from helpers.played import Script
from helpers.small_folder import review_of
from unit.findings.test_selectivity import FAULT, SLOW
from unit.findings.weak_point_cases import CASES


def test_a_release_that_let_go_is_delayed_beyond_the_dip_and_nothing_drops(tmp_path: Path) -> None:
    fires = CASES["A05"].fires
    strict = replace(fires, changes=(*fires.changes, ("site/loads/theatre/max_interruption", "5 s")))
    _, found = review_of(strict, tmp_path)
    change = next(each for each in found.recommendations if each.id == "A05-401-release-delay")
    assert (change.verdict, change.kind) == ("proposed", "setting")
    assert [each.edit for each in change.edits] == [Set(("devices", "401", "undervoltage_release", "after"), "500 ms")]
    assert change.after is not None
    assert change.after["worst_outage_ms"] == 200  # the dip itself
    assert is_honest(change)


def test_a_device_that_was_overtaken_is_set_a_grading_step_below_and_the_feeder_stays_in(tmp_path: Path) -> None:
    _, found = review_of(Script((FAULT,), SLOW), tmp_path)
    change = next(each for each in found.recommendations if each.id == "A04-E-711-graded")
    assert change.verdict == "proposed"
    assert [each.edit.path for each in change.edits] == [("devices", "101", "trips", 0, "after")]
    assert "711" not in {f.subject.id for f in found.findings if f.code == "A04" and f.plain["what"] == "assumed"}

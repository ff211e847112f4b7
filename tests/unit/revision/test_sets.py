"""A second set, a larger one: their edits, what they gain, and where they do not come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drillsim.files.edit import Set
from drillsim.revision.propose import sets
from helpers.hospital import NIGHT
from helpers.played import BOTH, Script, event
from helpers.small_customer import Change
from helpers.trying import shipped_run, small
from unit.findings.weak_point_cases import CASES, NO_AUTO_START

PAIR: tuple[Change, ...] = (
    ("site/sources/genset-2", {"kind": "genset", "bus": "gen-LV", "breaker": "412", "rated_kw": "400",
                               "called_by": ["ats-em"], "place": "gen-room", "fuel": "day-tank"}),
    ("site/genset_groups", {"pair": {"of": ["genset-1", "genset-2"]}}),
)  # fmt: skip


@pytest.mark.parametrize("code", ["G01", "G02", "G10"])
def test_a_second_set_stands_in_for_the_one_that_failed(code: str) -> None:
    run = small(CASES[code].fires)
    (change,) = {str(each.edits): each for each in run.proposed(code, sets.second)}.values()
    found = run.tried(change).recommendation
    assert (found.verdict, found.kind, found.place.kind) == ("proposed", "purchase", "equipment")
    assert found.before is not None
    assert found.after is not None
    assert found.before["missed"] >= 3
    assert found.after["missed"] == 0
    assert found.assumed is not None
    assert (found.assumed.unit, found.assumed.now, found.assumed.assumed) == ("kw", 0.0, 400.0)
    assert found.assumed.vanishes_at is not None
    assert 100 < found.assumed.vanishes_at < 200  # what hangs on the emergency board


def test_the_second_set_burns_from_the_same_tank_shows_on_the_same_displays_and_is_one_system_with_the_first() -> None:
    run = shipped_run("central-hospital", NIGHT)
    (change,) = run.proposed("G01", sets.second)
    paths = [each.edit.path for each in change.edits]
    assert ("sources", "genset-1-standby") in paths
    assert ("stores", "day-tank", "out") in paths
    assert any(path[0] == "genset_groups" for path in paths)
    assert any(path[0] == "observations" for path in paths)
    assert any(path[0] == "cards" and "trigger" in path for path in paths)


def test_the_hospital_at_night_misses_nothing_with_a_second_set_and_loses_no_act() -> None:
    run = shipped_run("central-hospital", NIGHT)
    (change,) = run.proposed("G01", sets.second)
    found = run.tried(change).recommendation
    assert (found.verdict, found.before and found.before["missed"], found.after and found.after["missed"]) == (
        "proposed", 16, 0,
    )  # fmt: skip


def test_a_second_set_is_new_and_fails_as_such_sets_do() -> None:
    """The first one never starts by itself, and its selector stands at manual."""
    worn: tuple[Change, ...] = (
        ("site/sources/genset-1/fails_to_start", "1"), ("site/sources/genset-1/mean_time_to_failure", "1 min"),
    )  # fmt: skip
    run = small(Script(BOTH, worn))
    (change,) = run.proposed("G01", sets.second)
    added = next(each.edit for each in change.edits if each.edit.path[:1] == ("sources",))
    assert isinstance(added, Set)
    written = added.value
    assert isinstance(written, dict)
    assert {"fails_to_start", "mean_time_to_failure", "control"}.isdisjoint(written)
    assert written["rated_kw"] == "400"
    found = run.tried(change).recommendation
    assert (found.verdict, found.after and found.after["missed"]) == ("proposed", 0)


def test_no_second_set_where_one_stands_in_already() -> None:
    run = small(replace(CASES["G02"].fires, changes=PAIR))
    assert run.proposed("G02", sets.second) == []


def test_no_second_set_where_the_scenario_strikes_every_set() -> None:
    run = small(Script((*BOTH, {**NO_AUTO_START, "on": {"kind": "genset"}})))
    assert run.proposed("G01", sets.second) == []


def test_no_second_set_on_a_tank_that_is_spoilt() -> None:
    run = small(Script((*BOTH, event("store_contaminated", "day-tank", "30 min"))))
    assert run.proposed("G02", sets.second) == []


def test_a_battery_far_too_small_asks_for_a_second_set() -> None:
    run = small(CASES["G08"].fires)
    (change,) = run.proposed("G08", sets.second_behind)
    assert run.tried(change).recommendation.verdict == "proposed"


def test_a_set_that_stalls_on_its_load_is_of_the_rating_the_step_asks_for() -> None:
    run = small(CASES["G06"].fires)
    (change,) = run.proposed("G06", sets.larger)
    found = run.tried(change).recommendation
    assert found.verdict == "proposed"
    assert found.assumed is not None
    assert (found.assumed.now, found.assumed.assumed) == (400.0, 550.0)
    assert found.assumed.vanishes_at is not None
    assert 400 < found.assumed.vanishes_at < 500


STALLS: tuple[Change, ...] = (("site/sources/genset-1/step_load_percent", "10"),)


def test_a_set_is_never_so_large_that_it_would_soot_on_what_it_was_given() -> None:
    assert small(Script(BOTH, STALLS)).proposed("G06", sets.larger) == []


def test_no_set_grows_to_the_size_of_a_load_written_down_wrongly() -> None:
    run = small(Script(BOTH, (("network/load/3/p_mw", "2.5"),)))
    assert run.proposed("G06", sets.larger) == []


def test_one_of_several_sets_is_never_more_than_doubled() -> None:
    beside = ("site/sources/genset-2", {**PAIR[0][1], "fails_to_start": "1"})  # type: ignore[dict-item]
    small_sets = [(f"site/sources/genset-{n}/rated_kw", "60") for n in (1, 2)]
    run = small(Script(BOTH, (beside, PAIR[1], *small_sets)))
    assert [each for each in run.proposed("G06", sets.larger) if each.subject == "genset-1"] == []


def test_a_set_that_stalls_on_a_small_block_is_put_right_until_it_takes_it() -> None:
    run = small(Script(BOTH, STALLS))
    (change,) = run.proposed("G06", sets.takes_its_step)
    found = run.tried(change).recommendation
    assert (found.verdict, found.kind, found.buys) == ("proposed", "purchase", "overhaul")
    assert found.assumed is not None
    assert (found.assumed.unit, found.assumed.now, found.assumed.assumed) == ("percent", 10.0, 55.0)
    assert found.assumed.vanishes_at is not None
    assert 40 < found.assumed.vanishes_at < 50
    assert found.after is not None
    assert found.after["missed"] == 0


def test_no_set_is_made_to_take_more_at_once_than_such_sets_take() -> None:
    too_small = (*STALLS, ("site/sources/genset-1/rated_kw", "250"))
    assert small(Script(BOTH, too_small)).proposed("G06", sets.takes_its_step) == []


def test_sets_below_the_safety_critical_load_are_enlarged_in_one_purchase() -> None:
    run = small(CASES["S05"].fires)
    (change,) = run.proposed("S05", sets.all_larger)
    assert [(each.edit.path, each.edit.value) for each in change.edits] == [  # type: ignore[union-attr]
        (("sources", "genset-1", "rated_kw"), "250")
    ]
    assert (change.kind, change.buys, change.place.kind) == ("purchase", "genset", "equipment")


def test_sets_that_stand_in_for_one_another_share_what_hangs_on_them() -> None:
    tiny = [(f"site/sources/genset-{n}/rated_kw", "60") for n in (1, 2)]
    run = small(Script(BOTH, (*PAIR, *tiny)))
    (change,) = run.proposed("S05", sets.all_larger)
    figures = {each.edit.path[1]: each.edit.value for each in change.edits}  # type: ignore[union-attr]
    assert set(figures) == {"genset-1", "genset-2"}
    assert len(set(figures.values())) == 1
    found = run.tried(change).recommendation
    assert found.verdict == "proposed"


def test_a_larger_vehicle_is_a_matter_of_agreement() -> None:
    run = shipped_run("central-hospital", "fuel-contaminated")
    changes = [each for each in run.proposed("G06", sets.larger) if each.subject == "gen-vehicle"]
    (change,) = changes
    assert (change.kind, change.place.kind, change.owner) == ("purchase", "agreement", "both")
    assert ("connection_points", "box-east", "rated_kva") in [each.edit.path for each in change.edits]
    assert run.tried(change).recommendation.verdict == "proposed"

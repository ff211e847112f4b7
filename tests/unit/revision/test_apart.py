"""What fails together, set apart."""

from __future__ import annotations

from drillsim.files.edit import Set
from drillsim.revision.propose import apart
from helpers.played import EAST, Script, event
from helpers.small_customer import Change
from helpers.trying import shipped_run, small

TRENCH: tuple[Change, ...] = (
    ("site/sources/feeder-west/route", ["trench-a"]),
    ("site/zones/trench-a/contains", ["E-end", "W-end"]),
)


def test_one_way_in_is_laid_elsewhere_and_its_zone_no_longer_takes_it() -> None:
    run = small(Script((event("zone_lost", "trench-a"),), TRENCH))
    (change,) = run.proposed("S01", apart.ways_in)
    edits = {each.edit.path: each.edit for each in change.edits}
    assert edits["zones", "trench-a", "contains"] == Set(("zones", "trench-a", "contains"), ["E-end"])
    assert ("sources", "feeder-west", "route") in edits
    assert (change.kind, change.owner, change.place.kind) == ("purchase", "both", "equipment")
    assert change.assumed is not None
    assert change.assumed.unit == "yes_no"


def test_two_intakes_through_one_cellar_laid_apart_keep_the_water_works_running() -> None:
    run = shipped_run("oberrhein-waterworks", "cellar-flooded")
    (change,) = run.proposed("S01", apart.ways_in)
    found = run.tried(change).recommendation
    assert (found.verdict, found.before and found.before["missed"], found.after and found.after["missed"]) == (
        "proposed", 2, 0,
    )  # fmt: skip
    assert found.assumed is not None
    assert found.assumed.vanishes_at is None


def test_the_emergency_board_out_of_the_basement_keeps_the_hospital_through_the_flood() -> None:
    run = shipped_run("central-hospital", "basement-flooded")
    (change,) = run.proposed("G05", apart.board)
    kept = next(each.edit for each in change.edits)
    assert isinstance(kept, Set)
    assert "0.4kV-I" in kept.value
    assert not {"em-0.4kV", "411", "412", "ats-em", "fuel-pump"} & set(map(str, kept.value))
    found = run.tried(change).recommendation
    assert (found.verdict, found.before and found.before["missed"], found.after and found.after["missed"]) == (
        "proposed", 19, 0,
    )  # fmt: skip


def test_a_pump_whose_board_stands_elsewhere_is_moved_alone() -> None:
    run = shipped_run("data-centre", "basement-flooded")
    changes = run.proposed("G05", apart.alone)
    assert [each.id for each in changes] == ["G05-basement-out-fire-pump", "G05-basement-out-sump-pump"]
    found = run.tried(changes[0]).recommendation
    assert (found.verdict, found.before and found.before["missed"], found.after and found.after["missed"]) == (
        "proposed", 3, 1,
    )  # fmt: skip


def test_what_stands_with_its_board_is_not_moved_alone() -> None:
    run = shipped_run("central-hospital", "basement-flooded")
    assert run.proposed("G05", apart.alone) == []


def test_nothing_is_moved_out_of_a_zone_without_a_board_of_own_supply() -> None:
    run = shipped_run("central-hospital", "fire-hv-room")
    assert run.proposed("G05", apart.board) == []


def test_a_zone_with_one_way_in_shares_no_cause() -> None:
    run = small(Script((EAST, event("zone_lost", "yard"))))
    assert run.of("S01") == ()

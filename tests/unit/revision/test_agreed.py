"""Vehicles and deliveries: sooner, kept free, renewed, fitting, called ahead."""

from __future__ import annotations

import pytest

from drillsim.files.edit import Insert, Set
from drillsim.revision.need import CostlyWait
from drillsim.revision.propose import agreed
from drillsim.revision.propose.reserve import one_more
from helpers.played import BOTH, EAST, Script
from helpers.small_customer import DROP, Change
from helpers.trying import shipped_run, small
from unit.findings.weak_point_cases import CASES, NO_GENSET, VEHICLE


def test_a_vehicle_there_in_half_the_time_gains_and_says_at_which_time_no_more() -> None:
    run = shipped_run("central-hospital", "own-supply-out-for-maintenance")
    (change,) = run.proposed("M05", agreed.came_late)
    found = run.tried(change).recommendation
    assert (found.verdict, found.kind, found.place.kind, found.buys) == (
        "proposed", "purchase", "agreement", "mobile_genset",
    )  # fmt: skip
    assert found.assumed is not None
    assert (found.assumed.field, found.assumed.unit) == ("resources.generator-vehicle.mobilise", "s")
    assert found.assumed.assumed == 1_350
    assert found.assumed.vanishes_at is not None
    assert 1_350 < found.assumed.vanishes_at <= 2_700


def test_in_a_storm_it_is_the_time_in_a_storm() -> None:
    run = shipped_run("central-hospital", "storm-vehicles-short")
    found = [each for each in run.proposed("M05", agreed.came_late) if each.assumed]
    assert [each.assumed and each.assumed.field for each in found] == ["resources.generator-vehicle.storm_mobilise"]


def test_what_never_came_does_not_come_sooner() -> None:
    run = shipped_run("central-hospital", "port-augusta-2016")
    assert run.proposed("M05", agreed.came_late) == []


def test_an_agreement_that_has_run_out_is_renewed_for_a_year_from_the_day_of_the_scenario() -> None:
    run = small(CASES["M05"].fires)
    (change,) = run.proposed("M05", agreed.came_late)
    assert [each.edit for each in change.edits] == [Set(("resources", "oil", "agreement_until"), "2027-07-01")]
    assert change.place.kind == "agreement"
    assert change.assumed is not None
    assert change.assumed.unit == "yes_no"


def vehicle(**box: str) -> Script:
    """Nothing starts but the vehicle, whose box is as `box` says; it is started and its breaker closed."""
    more = (
        {"id": "S16", "clause": "9.2-6", "text": "启动发电车", "do": "start", "target": "truck", "by": "electrician",
         "after": ["S15"], "takes": "3 min"},
        {"id": "S17", "clause": "9.2-7", "text": "拉开411开关", "do": "open", "target": "411", "by": "electrician",
         "after": ["S16"], "takes": "1 min"},
        {"id": "S18", "clause": "9.2-8", "text": "合上431开关", "do": "close", "target": "431", "by": "electrician",
         "after": ["S17"], "takes": "1 min"},
    )  # fmt: skip
    changes = (
        *VEHICLE,
        *(("plan/cards/1/steps/+", each) for each in more),
        *((f"site/connection_points/box-1/{key}", value) for key, value in box.items()),
        ("site/connection_points/box-1/phase_marked", "true"),
        ("site/sources/truck/step_load_percent", "90"),
        *((f"site/loads/{load}/min_supply_time", DROP) for load in ("icu", "theatre")),
    )
    return Script((*BOTH, NO_GENSET), changes)


@pytest.mark.parametrize(
    ("box", "what", "unit", "at"),
    [({"plug": "P2"}, "plug", "yes_no", None), ({"plug": "P1", "cable_m": "80"}, "cable", "m", (50, 80))],
)
def test_box_and_vehicle_are_made_to_fit_and_the_board_is_live(
    box: dict[str, str], what: str, unit: str, at: tuple[int, int] | None
) -> None:
    run = small(vehicle(**box))
    (change,) = run.proposed("G13", agreed.fits)
    assert change.id.endswith(what)
    found = run.tried(change).recommendation
    assert found.verdict == "proposed"
    assert found.assumed is not None
    assert found.assumed.unit == unit
    if at is None:
        assert found.assumed.vanishes_at is None
    else:
        assert found.assumed.vanishes_at is not None
        assert at[0] <= found.assumed.vanishes_at < at[1]


def test_a_vehicle_is_called_when_the_card_for_the_failure_begins_by_whoever_the_card_tells_first() -> None:
    run = shipped_run("central-hospital", "own-supply-out-for-maintenance")
    (change,) = run.proposed("G01", agreed.called_ahead)  # the other set feeds another building than the vehicle
    added = next(each.edit for each in change.edits if isinstance(each.edit, Insert))
    assert isinstance(added.value, dict)
    assert (added.value["by"], added.value["after"]) == ("duty-officer", ["S301"])
    assert (change.kind, change.place.kind, change.clause) == ("paper", "new_clause", "9.3-1a")
    assert change.assumed is None
    assert run.tried(change).recommendation.verdict == "proposed"


def test_nobody_is_called_ahead_where_no_card_sends_a_vehicle() -> None:
    run = small(CASES["G01"].fires)
    assert run.proposed("G01", agreed.called_ahead) == []


# -- pieces ------------------------------------------------------------------------------------------------------------
def waiting_for(name: str) -> CostlyWait:
    return CostlyWait("S02", "resource", (name,), "9.1-2", 0, 600_000, 600_000, ())


def test_one_key_more_where_a_step_waited_for_the_only_one() -> None:
    key: tuple[Change, ...] = (("plan/resources/hv-key", {"name": "高压室钥匙", "kind": "key", "quantity": "1"}),)
    run = small(Script((EAST,), key))
    (change,) = one_more(run.context, waiting_for("hv-key"))
    assert [each.edit for each in change.edits] == [Set(("resources", "hv-key", "quantity"), "2")]
    assert change.assumed is not None
    assert (change.assumed.unit, change.assumed.now, change.assumed.assumed) == ("count", 1, 2)


def test_of_fuel_there_are_no_pieces() -> None:
    run = small(Script((EAST,)))
    assert list(one_more(run.context, waiting_for("oil"))) == []

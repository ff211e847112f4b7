"""Fuel, batteries and ratings that were too small: how much more, and when it is somebody else's matter."""

from __future__ import annotations

import pytest

from drillsim.files.edit import Set
from drillsim.revision.propose import control_supply, own_supply, stores
from helpers.played import BOTH, EAST, Script, lost
from helpers.small_customer import DROP, Change
from helpers.trying import shipped_run, small
from unit.findings.weak_point_cases import CASES, DC, PUMP_OFF

TANK_ALONE: tuple[Change, ...] = (
    ("site/stores/day-tank/in", DROP),
    ("site/stores/day-tank/level_l", "300"),
    ("site/stores/day-tank/capacity_l", "600"),
    ("plan/cards/1/steps/3", DROP),
)
"""Nothing fills the day tank, and no step."""


def test_a_tank_that_ran_dry_holds_what_the_outage_asked_for() -> None:
    run = shipped_run("oberrhein-waterworks", "fuel-late-24h")
    (change,) = run.proposed("G03", stores.larger)
    found = run.tried(change).recommendation
    assert (found.verdict, found.before and found.before["missed"], found.after and found.after["missed"]) == (
        "proposed", 8, 2,
    )  # fmt: skip
    assert found.assumed is not None
    assert (found.assumed.unit, found.assumed.now, found.assumed.assumed) == ("l", 800, 1_250)
    assert found.assumed.vanishes_at is not None
    assert 800 < found.assumed.vanishes_at < 1_250


def test_a_tank_is_never_more_than_doubled() -> None:
    run = small(Script(BOTH, TANK_ALONE, horizon="24 h"))
    assert run.proposed("G03", stores.larger) == []


def test_where_there_is_fuel_above_the_pump_is_the_matter() -> None:
    run = small(CASES["G03"].fires)
    assert run.proposed("G03", stores.larger) == []


IDLE_PUMP: tuple[Change, ...] = (*TANK_ALONE, ("site/loads/fuel-pump/serves", "fuel_pump"))


@pytest.mark.parametrize("code", ["G03", "S07"])
def test_a_tank_that_nothing_fills_is_filled_from_the_one_above_by_the_pump_that_stands_idle(code: str) -> None:
    run = small(Script(BOTH, IDLE_PUMP, horizon="24 h"))
    (change,) = run.proposed(code, stores.filled_from_above)
    found = run.tried(change).recommendation
    assert (found.verdict, found.kind, found.place.kind) == ("proposed", "purchase", "equipment")
    assert found.assumed is not None
    assert found.assumed.field == "stores.day-tank.in.0.l_per_min"
    assert (found.assumed.now, found.assumed.assumed) == (0.0, 10.0)  # three times 400 kW · 0.27 L/kWh
    assert found.assumed.vanishes_at is not None
    assert found.assumed.vanishes_at < 2


@pytest.mark.parametrize(
    "but",
    [
        ("site/loads/fuel-pump/serves", "other"),
        ("site/stores/bulk-tank/level_l", "500"),
        ("site/stores/bulk-tank/holds", "water"),
        ("site/stores/day-tank/in", [{"by": "fuel-pump", "l_per_min": "1", "from": "bulk-tank"}]),
    ],
    ids=["no pump", "little above", "other stuff above", "filled already"],
)
def test_no_filling_where_nothing_is_there_to_fill_it_with_or_it_is_filled(but: Change) -> None:
    run = small(Script(BOTH, (*IDLE_PUMP, but), PUMP_OFF if "in" in but[0].split("/") else {}, horizon="24 h"))
    assert run.proposed("G03", stores.filled_from_above) == []


ORDERED: tuple[Change, ...] = (
    *TANK_ALONE,
    ("plan/resources/oil/mobilise", "2 h"),
    ("plan/resources/oil/brings", "day-tank"),
    (
        "plan/cards/+",
        {"id": "C7", "title": "送油", "trigger": {"store": "day-tank", "below_percent": "10"},
         "activation": {"by": "electrician"}, "steps": [
             {"id": "S71", "clause": "9.7-1", "text": "联系送油", "do": "call", "target": "oil", "by": "electrician",
              "takes": "2 min"},
             {"id": "S72", "clause": "9.7-2", "text": "卸油", "do": "refuel", "target": "day-tank", "by": "electrician",
              "after": ["S71"], "uses": ["oil"], "takes": "20 min"}]},
    ),
    ("site/observations/board/sees/+", {"store": "day-tank"}),
)  # fmt: skip


def test_fuel_is_ordered_at_half_where_a_card_orders_it_at_less() -> None:
    run = small(Script(BOTH, ORDERED, horizon="12 h"))
    (change,) = run.proposed("G03", stores.ordered_earlier)
    assert [each.edit for each in change.edits] == [Set(("cards", 3, "trigger", "below_percent"), "50")]
    assert (change.kind, change.assumed) == ("paper", None)
    assert run.tried(change).recommendation.verdict == "proposed"


def test_what_is_ordered_at_half_already_is_not_told_again() -> None:
    run = small(Script(BOTH, tuple(map(_at_half, ORDERED)), horizon="24 h"))
    assert [each for need in run.of("G03") for each in stores.ordered_earlier(run.context, need)] == []


def _at_half(change: Change) -> Change:
    path, value = change
    if isinstance(value, dict) and value.get("id") == "C7":
        return path, {**value, "trigger": {"store": "day-tank", "below_percent": "50"}}
    return change


ON_MAINS_ALONE: tuple[Change, ...] = (
    ("site/sources/ups-icu/input", "II-LV"),
    ("network/switch/7", DROP),
    ("site/devices/421", DROP),
)
"""No set reaches the UPS, nor what hangs on it."""


def test_a_battery_that_was_all_there_was_lasts_until_the_mains_are_back() -> None:
    for_50_min = tuple(lost(feeder, for_="50 min") for feeder in ("feeder-east", "feeder-west"))
    run = small(Script(for_50_min, ON_MAINS_ALONE))
    (change,) = run.proposed("S07", own_supply.outlasted)
    assert change.id == "S07-ups-icu-battery"
    assert run.tried(change).recommendation.verdict == "proposed"


def test_an_overloaded_ups_is_of_the_rating_its_load_asks_for() -> None:
    run = small(CASES["G09"].fires)
    (change,) = run.proposed("G09", own_supply.larger_ups)
    assert change.assumed is not None
    assert change.assumed.now < change.assumed.assumed <= 2 * change.assumed.now


@pytest.mark.parametrize("code", ["A08", "A01"])
def test_a_changeover_that_waited_for_its_control_battery_drives_itself(code: str) -> None:
    run = small(CASES["A08"].fires)
    (change,) = run.proposed(code, control_supply.of_its_own)
    found = run.tried(change).recommendation
    assert (found.verdict, found.after and found.after["missed"]) == ("proposed", 0)
    assert (found.buys, found.assumed and found.assumed.vanishes_at) == ("control_supply", None)


def test_a_changeover_without_a_control_supply_has_nothing_to_change() -> None:
    run = small(CASES["A01"].fires)
    assert run.proposed("A01", control_supply.of_its_own) == []


def test_a_control_battery_lasts_longer_only_where_something_did_not_act_for_want_of_it() -> None:
    early = lost("feeder-west", "-3 h")
    run = small(Script((EAST, early), DC))
    assert [each for need in run.of("A08") for each in control_supply.battery(run.context, need)] == []

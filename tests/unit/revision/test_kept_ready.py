"""Batteries charged, stores clean and large enough, feeders agreed for what hangs on them, practice."""

from __future__ import annotations

from drillsim.files.edit import Set
from drillsim.revision.need import NotReady, ShortStore, not_ready, short_stores
from drillsim.revision.propose import capacity, endurance, ready, training
from helpers.played import BOTH, EAST, Script
from helpers.small_customer import Change
from helpers.trying import Ready, small
from unit.findings.weak_point_cases import NO_AUTO_START


def night(*changes: Change, horizon: str = "8 h") -> Ready:
    return small(Script(BOTH, changes, horizon=horizon))


def the_need(run: Ready, name: str) -> NotReady:
    (need,) = (each for each in not_ready(run.context) if each.name == name)
    return need


def test_a_battery_without_charge_is_charged_and_carries_until_the_set_is_there() -> None:
    run = night(("site/sources/ups-icu/charged_percent", "0.1"), ("site/sources/genset-1/ready", "3 min"))
    (change,) = ready.charged(run.context, the_need(run, "ups-icu"))
    assert [each.edit for each in change.edits] == [Set(("sources", "ups-icu", "charged_percent"), "100")]
    found = run.tried(change).recommendation
    assert (found.verdict, found.kind, found.buys) == ("proposed", "purchase", "battery")
    assert found.assumed is not None
    assert found.assumed.vanishes_at is not None
    assert 0 < found.assumed.vanishes_at < 100


def test_a_ups_in_bypass_goes_back_to_its_inverter() -> None:
    run = night(("site/sources/ups-icu/mode", "maintenance_bypass"))
    (change,) = ready.charged(run.context, the_need(run, "ups-icu"))
    assert [each.edit for each in change.edits] == [Set(("sources", "ups-icu", "mode"), "online")]
    assert run.tried(change).recommendation.verdict == "proposed"


def test_a_spoilt_tank_is_cleaned() -> None:
    run = night(("site/stores/day-tank/contaminated", "true"))
    (change,) = ready.cleaned(run.context, the_need(run, "day-tank"))
    assert [each.edit for each in change.edits] == [Set(("stores", "day-tank", "contaminated"), "false")]
    assert run.tried(change).recommendation.verdict == "proposed"


def test_a_feeder_that_is_cut_off_for_giving_more_than_agreed_is_agreed_for_it() -> None:
    run = small(
        Script(
            (EAST,), (("site/sources/feeder-west/capacity_kw", "50"), ("site/loads/ward/max_interruption", "30 min"))
        )
    )
    (change,) = {str(each.edits): each for each in run.proposed("S03", capacity.agreed)}.values()
    assert [each.edit.path for each in change.edits] == [("sources", "feeder-west", "capacity_kw")]
    found = run.tried(change).recommendation
    assert (found.place.kind, found.owner, found.kind) == ("agreement", "both", "purchase")
    assert found.verdict == "proposed"
    assert found.assumed is not None
    assert found.assumed.vanishes_at is not None


def short(run: Ready) -> ShortStore:
    (need,) = short_stores(run.context)
    return need


NOT_REFILLED: tuple[Change, ...] = (
    ("site/stores/day-tank/in", []),
    ("plan/cards/1/steps/3/target", "bulk-tank"),
)


def test_a_tank_that_lasts_shorter_than_is_asked_is_kept_fuller_where_it_has_room() -> None:
    run = night(*NOT_REFILLED, ("site/stores/day-tank/capacity_l", "1800"))
    (change,) = endurance.more_kept(run.context, short(run))
    assert [each.edit for each in change.edits] == [Set(("stores", "day-tank", "level_l"), "1620")]
    found = run.tried(change).recommendation
    assert (found.verdict, found.place.kind) == ("proposed", "resources")


def test_a_full_tank_that_lasts_shorter_than_is_asked_is_replaced_by_a_larger_one() -> None:
    run = night(*NOT_REFILLED)
    (change,) = endurance.more_kept(run.context, short(run))
    assert [each.edit.path[-1] for each in change.edits] == ["capacity_l", "level_l"]
    found = run.tried(change).recommendation
    assert (found.verdict, found.buys) == ("proposed", "tank")
    assert found.assumed is not None
    assert found.assumed.vanishes_at is not None


def test_no_tank_is_asked_to_hold_more_than_twice_what_there_is() -> None:
    run = night(*NOT_REFILLED, ("site/stores/day-tank/level_l", "500"), ("site/stores/day-tank/capacity_l", "500"))
    assert list(endurance.more_kept(run.context, short(run))) == []


def test_own_supply_that_lasts_asks_for_no_store() -> None:
    assert not list(short_stores(night().context))


def test_practice_brings_a_step_that_takes_hours_to_what_such_a_step_takes() -> None:
    run = small(
        Script(
            (*BOTH, NO_AUTO_START), (("plan/cards/1/steps/0/takes", "5 h"), ("plan/cards/1/steps/0/within", "5 min"))
        )
    )
    changes = {str(each.edits): each for each in run.proposed("M03", training.practised)}.values()
    found = [each.edits[0].edit for each in changes]
    assert Set(("cards", 1, "steps", 0, "takes"), {"median": "360 s", "p90": "1200 s"}) in found

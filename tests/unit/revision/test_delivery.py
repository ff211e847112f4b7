"""Fuel ordered by time: a card where nobody has it brought, further deliveries where it is brought once, the agreement
settled with it."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.files.edit import Append, Set
from drillsim.revision.propose import delivery
from drillsim.revision.recommendation import Recommendation
from helpers.played import BOTH, Script
from helpers.small_customer import Change
from helpers.trying import Ready, small

LITTLE: tuple[Change, ...] = (
    ("site/stores/bulk-tank/level_l", "1000"),
    ("site/stores/bulk-tank/place", "gen-room"),
    ("site/observations/board/sees/+", {"bus": ["I-LV"]}),
)
"""Fuel for a few hours, a tank somebody can fill, and the mains side of the emergency board on the screen."""
BOARD: Change = ("site/observations/board/sees/+", {"bus": ["em-LV"]})
AGREED: tuple[Change, ...] = (
    *LITTLE,
    ("plan/resources/oil/mobilise", {"median": "2 h", "p90": "3 h"}),
    ("plan/resources/oil/brings", "bulk-tank"),
)
ONCE: Change = (
    "plan/cards/+",
    {"id": "C7", "title": "送油", "clause": "9.7", "trigger": {"store": "bulk-tank", "below_percent": "15"},
     "activation": {"by": "electrician"}, "steps": [
         {"id": "S71", "clause": "9.7-1", "text": "联系送油", "do": "call", "target": "oil", "by": "electrician",
          "takes": "2 min"},
         {"id": "S72", "clause": "9.7-2", "text": "卸油", "do": "refuel", "target": "bulk-tank", "by": "electrician",
          "after": ["S71"], "uses": ["oil"], "takes": "20 min"}]},
)  # fmt: skip
SEEN: Change = ("site/observations/board/sees/+", {"store": "bulk-tank"})


def dry(*changes: Change) -> Ready:
    return small(Script(BOTH, changes, horizon="48 h"))


def proposed(run: Ready) -> list[Recommendation]:
    needs = run.of("G03")
    assert needs, "it did not run dry"
    return list({str(each.edits): each for need in needs for each in delivery.by_time(run.context, need)}.values())


def test_where_nobody_has_fuel_brought_a_card_orders_it_by_time_and_again() -> None:
    run = dry(*AGREED)
    (change,) = proposed(run)
    assert (change.kind, change.assumed, change.place.kind) == ("paper", None, "new_clause")
    (edit,) = [each.edit for each in change.edits]
    assert isinstance(edit, Append) and isinstance(edit.value, dict)
    assert edit.value["trigger"] == {"bus": "I-LV", "is": "dead", "for": "2 h"}
    steps: Any = edit.value["steps"]
    call, fill = steps
    assert (call["do"], call["target"], call["within"]) == ("call", "oil", "15 min")
    assert (fill["do"], fill["uses"], fill["after"]) == ("refuel", ["oil"], [call["id"]])
    assert fill["every"] == "18 h"  # 2,000 L over 400 kW · 0.27 L/kWh
    found = run.tried(change).recommendation
    assert (found.verdict, found.after and found.after["missed"]) == ("proposed", 0)
    assert "失电满 2 小时的，值班电工在 15 分钟内" in change.new.zh and "每 18 小时续送一次" in change.new.zh
    assert "has been dead for 2 h" in change.new.en and "within 15 min" in change.new.en
    assert "again every 18 h" in change.new.en


def test_an_agreement_that_has_run_out_is_renewed_with_it() -> None:
    run = dry(*AGREED, ("plan/resources/oil/agreement_until", "2026-06-30"))
    (change,) = proposed(run)
    assert (change.kind, change.buys, change.place.kind) == ("purchase", "renewal", "agreement")
    assert Set(("resources", "oil", "agreement_until"), "2027-07-01") in [each.edit for each in change.edits]
    assert "续签至 2027-07-01" in change.new.zh and "renewed to 2027-07-01" in change.new.en
    assert run.tried(change).recommendation.verdict == "proposed"


def test_without_an_agreement_one_is_made_and_its_time_followed_to_where_it_comes_too_late() -> None:
    run = dry(
        *LITTLE, ("plan/resources", {"keys": {"name": "钥匙", "kind": "key", "place": "duty-room", "owner": "总务"}})
    )
    (change,) = proposed(run)
    assert (change.kind, change.buys, change.place.kind) == ("purchase", "delivery", "agreement")
    found = run.tried(change).recommendation
    assert found.verdict == "proposed"
    assert found.assumed is not None
    assert (found.assumed.field, found.assumed.assumed) == ("resources.fuel-delivery.mobilise", 4 * 3_600)
    assert found.assumed.vanishes_at is not None
    assert found.assumed.vanishes_at > 4 * 3_600
    assert "接到通知后 4 小时内" in change.new.zh and "within 4 h of the call" in change.new.en


def test_who_sees_the_board_on_own_supply_orders_only_once_it_has_been_fed_for_some_time() -> None:
    run = dry(*AGREED, BOARD)
    (change,) = proposed(run)
    (edit,) = [each.edit for each in change.edits]
    assert isinstance(edit, Append) and isinstance(edit.value, dict)
    fed = {"bus": "em-LV", "is": "live", "for": "30 min"}
    assert edit.value["trigger"] == {"all": [{"bus": "I-LV", "is": "dead", "for": "2 h"}, fed]}
    assert run.tried(change).recommendation.verdict == "proposed"
    assert "em-LV有电已 30 分钟" in change.new.zh and "and em-LV live for 30 min" in change.new.en


def test_a_card_that_has_it_brought_once_goes_on_and_begins_by_time_too() -> None:
    run = dry(*AGREED, ONCE, ("plan/resources/oil/quantity", "400"))
    (change,) = proposed(run)
    assert (change.kind, change.place.kind, change.clause, change.old.zh) == ("paper", "new_clause", "9.7-2a", "卸油")
    (step, trigger) = [each.edit for each in change.edits]
    assert isinstance(step, Append) and isinstance(step.value, dict)
    assert step.value["after"] == ["S72"]
    assert step.value["until"] == {"bus": ["I-LV"], "is": "live"}
    assert isinstance(trigger, Set) and isinstance(trigger.value, dict)
    assert {"bus": "I-LV", "is": "dead", "for": "2 h"} in trigger.value["any"]
    assert run.tried(change).recommendation.verdict == "proposed"
    assert "处置卡 9.7增加启动条件" in change.new.zh and "without waiting for a low level" in change.new.en


def test_another_role_on_the_plant_may_be_taught_to_stand_beside_the_tanker() -> None:
    """The one who tends the sets cannot be in the yard for an hour."""
    run = dry(
        *AGREED,
        (
            "customer/people/wu",
            {
                "name": "吴",
                "side": "customer",
                "shifts": [
                    {"from": "00:00", "to": "12:00", "place": "gen-room"},
                    {"from": "12:00", "to": "00:00", "place": "gen-room"},
                ],
            },
        ),
        ("plan/actors/operator", {"name": "动力站值班员", "side": "customer", "trade": "process", "held_by": ["wu"]}),
    )
    first, second = proposed(run)
    (edit,) = [each.edit for each in second.edits]
    assert isinstance(edit, Append) and isinstance(edit.value, dict)
    steps: Any = edit.value["steps"]
    assert [step["by"] for step in steps] == ["electrician", "operator"]
    assert [each["to"] for each in steps[0]["tells"]] == ["operator"]
    assert (first.kind, second.kind, second.place.kind) == ("paper", "training", "training")
    assert "受过卸油培训并有记录" in second.new.zh and "stays with the sets" in second.new.en
    assert "培训" not in first.new.zh and "instructed" not in first.new.en


@pytest.mark.parametrize(
    "but",
    [
        (("site/observations/board/sees", [{"bus": ["II-10kV"]}]),),
        (("site/sources/genset-1/called_by", []), ("site/sources/genset-1/control", "manual")),
        (("site/stores/day-tank/in/0/l_per_min", "0.1"), ("site/stores/bulk-tank/level_l", "4000")),
        (ONCE, SEEN, ("plan/cards/3/trigger", {"bus": "I-LV", "is": "dead", "for": "1 h"}),
         ("plan/cards/3/steps/1/every", "24 h"), ("plan/resources/oil/quantity", "400")),
    ],
    ids=["nobody sees it", "nothing calls the set", "there was fuel above", "ordered by time and again already"],
)  # fmt: skip
def test_no_delivery_where_nobody_could_order_it_it_would_not_help_or_it_is_written_so(but: tuple[Change, ...]) -> None:
    run = dry(*AGREED, *but)
    assert proposed(run) == []

"""PLN-17: who can know a trigger, at which hour, and from a display that still has supply."""

from __future__ import annotations

import pytest

from drillsim.checks import RULES, Result, check
from drillsim.checks.alternatives import alternatives, positive
from drillsim.checks.duty import place_of
from drillsim.checks.inputs import Inputs
from drillsim.checks.supply_left import SupplyLeft
from drillsim.schema.condition import Condition
from drillsim.schema.customer import Person
from helpers.small_customer import Change, small_customer

RULE = [rule for rule in RULES if rule.id == "PLN-17"]
BOARD = "site/observations/board/"


def _failures(*changes: Change) -> dict[str, Result]:
    return {r.about.id: r for r in check(small_customer(*changes), rules=RULE) if r.outcome == "fail"}


def _condition(value: dict[str, object]) -> Condition:
    return Condition.model_validate(value)


def _night_at(place: str) -> Change:
    return ("customer/people/li/shifts", [{"from": "20:00", "to": "08:00", "place": place}])


def test_the_man_of_the_night_sits_elsewhere_and_sees_nothing() -> None:
    failure = _failures(("site/places/office", {}), _night_at("office"))["C1"]
    assert dict(failure.facts)["since"] == "mon 00:00"
    assert dict(failure.facts)["places"] == "office"
    assert dict(failure.facts)["facts"] == "I-10kV"
    assert _failures(("site/places/office", {}), _night_at("office"), (BOARD + "shown_at", "office")).keys() == {
        "C1",
        "C2",
    }


def test_who_sits_among_the_switches_needs_no_display() -> None:
    assert _failures(_night_at("HV-room")) == {}


def test_a_colleague_at_the_same_post_who_is_told_is_enough() -> None:
    """The board is gone; a card of the dispatcher, who sees his feeders, tells the guard beside the electrician."""
    told = {"id": "U12", "text": "通知门卫", "do": "report", "by": "dispatcher",
            "tells": [{"to": "guard", "facts": ["I-10kV", "II-10kV"], "channel": "phone"}]}  # fmt: skip
    guard: Change = ("plan/actors/guard", {"side": "customer", "held_by": ["chen"]})
    chen: Change = ("customer/people/chen", {"name": "陈", "side": "customer", "shifts": [
        {"from": "00:00", "to": "00:00", "place": "duty-room"}]})  # fmt: skip
    blind: Change = (BOARD + "sees", [{"load": ["ward"]}])
    assert {"C1", "C2"} <= _failures(blind).keys()
    assert _failures(blind, guard, chen, ("plan/cards/2/steps/+", told)) == {}


@pytest.mark.parametrize(
    ("needs", "dark"),
    [("I-LV", {"C2"}), ("icu", set[str]()), ("em-LV", set[str]()), ("feeder-east", set[str]())],
)
def test_a_display_counts_while_it_has_supply_of_its_own(needs: str, dark: set[str]) -> None:
    """Both 10 kV sections dead: the LV section is dark, the UPS's load and the board of the genset are not.

    With one section dead the tie closes by itself and feeds the other: card C1 still shows.
    """
    found = _failures((BOARD + "needs", [needs]), ("plan/cards/0/trigger", {"source": "feeder-east", "is": "dead"}),
                      (BOARD + "sees", [{"bus": ["I-10kV", "II-10kV"]}, {"source": ["feeder-east"]}]))  # fmt: skip
    lacking = {card for card, result in found.items() if result.variant == "dark"}
    assert lacking - {"C1"} == dark


def test_two_cards_that_wait_for_each_other_are_known_to_nobody() -> None:
    circle = (("plan/cards/0/trigger", {"step": "S11"}), ("plan/cards/1/trigger", {"step": "S01"}))
    assert _failures(*circle).keys() >= {"C1", "C2"}


def test_a_role_of_which_nobody_is_there_at_night_is_said() -> None:
    failure = _failures(("plan/actors/electrician/held_by", ["wang"]))["C1"]
    assert (failure.variant, dict(failure.facts)["since"]) == ("unmanned", "mon 00:00")


def test_who_comes_when_called_can_be_told() -> None:
    called: tuple[Change, ...] = (
        ("customer/people/wang/off_duty", {"place": "home", "comes_in": "30 min"}),
        ("site/places/home", {}),
        ("plan/actors/electrician/held_by", ["wang"]),
        ("plan/cards/0/trigger", {"message": "U11"}),
        ("plan/cards/2/steps/0/requires", []),
    )
    assert "C1" not in _failures(*called)


# --- what it stands on ---


def test_a_condition_is_split_into_the_ways_it_can_hold() -> None:
    either = {"any": [{"bus": "a", "is": "dead"}, {"bus": "b", "is": "dead"}]}
    both = _condition({"all": [either, {"switch": "s", "is": "open"}, {"not": {"step": "S1"}}]})
    assert [[leaf.subjects for leaf in way] for way in alternatives(both)] == [[("a",), ("s",)], [("b",), ("s",)]]
    assert [leaf.kind for leaf in positive(both)] == ["bus", "bus", "switch"]


def test_a_shift_past_midnight_belongs_to_the_day_it_begins() -> None:
    shifts = [{"days": "mon-fri", "from": "22:00", "to": "06:00", "place": "gate"}]
    guard = Person.model_validate({"name": "门卫", "side": "customer", "shifts": shifts})
    assert place_of(guard, (4, 23 * 60)) == "gate"
    assert place_of(guard, (5, 5 * 60)) == "gate", "Saturday morning is Friday's night"
    assert place_of(guard, (0, 5 * 60)) is None, "nobody began on Sunday"
    assert place_of(guard, (5, 23 * 60)) is None


def test_what_a_trigger_says_is_dead_takes_what_hangs_on_it_along() -> None:
    inputs = Inputs(small_customer(("site/transfers/bzt-10kV/enabled", "false")))
    left = SupplyLeft(inputs, (_condition({"bus": "I-10kV", "is": "dead"}),))
    assert not left.works(("I-LV",))
    assert left.works(("II-LV", "ward"))
    assert left.works(("em-LV",)), "the genset takes the emergency board"
    assert not SupplyLeft(inputs, (_condition({"bus": ["I-10kV", "II-10kV"], "is": "dead"}),)).works(("ward",))


def test_a_ups_without_battery_is_no_supply_of_its_own() -> None:
    event = (
        _condition({"bus": ["I-10kV", "II-10kV"], "is": "dead"}),
        _condition({"source": "genset-1", "is": "failed"}),
    )
    assert SupplyLeft(Inputs(small_customer()), event).works(("icu",))
    flat = Inputs(small_customer(("site/sources/ups-icu/battery_kwh", "0")))
    assert not SupplyLeft(flat, event).works(("icu",))

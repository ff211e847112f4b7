"""INT-02: which one more closing would join two systems, from where, and what counts as an interlock."""

from __future__ import annotations

from drillsim.checks.inputs import Inputs
from drillsim.checks.joining import joins
from helpers.small_customer import DROP, Change, small_customer

NO_KEY: Change = ("site/interlocks/0", DROP)
BOX: tuple[Change, ...] = (
    ("network/bus/+", {"name": "box-LV", "vn_kv": "0.4"}),
    ("network/switch/+", {"name": "431", "bus": "box-LV", "element": "em-LV", "et": "b", "closed": "false"}),
    ("site/connection_points/box-1", {"bus": "em-LV", "switch": "431", "rated_kva": "500"}),
)


def _found(*changes: Change) -> dict[str, tuple[set[str], str]]:
    """Switch → the sources it would join first, and the mode in which."""
    found: dict[str, tuple[set[str], str]] = {}
    for each in joins(Inputs(small_customer(*changes))):
        found.setdefault(each.switch, ({*each.one, *each.other}, each.mode))
    return found


def test_a_key_interlock_and_the_two_sides_of_a_transfer_switch_forbid_it() -> None:
    assert _found() == {}
    assert _found(("site/interlocks/1", DROP)) == {}, "411 and 412 are the two sides of the ATS"


def test_without_its_interlock_the_tie_joins_the_feeders() -> None:
    assert _found(NO_KEY)["100"] == ({"feeder-east", "feeder-west"}, "normal")


def test_after_the_bus_tie_transfer_the_dead_incomer_must_not_be_closed_either() -> None:
    assert set(_found(NO_KEY)) == {"100", "101", "102"}


def test_feeders_of_one_system_may_meet() -> None:
    one = tuple((f"site/sources/feeder-{way}/system", "110kV-ring") for way in ("east", "west"))
    assert _found(NO_KEY, *one) == {}


def test_another_operating_mode_is_looked_at_too() -> None:
    """The set's test run in the odd mode: 411 open and 412 closed, so that closing 411 would parallel it."""
    odd: Change = ("site/modes", {"normal": {}, "odd": {"open": ["101", "411"], "closed": ["100", "412"]}})
    without_ats: tuple[Change, ...] = (
        ("site/transfers/ats-em", DROP),
        ("site/sources/genset-1/called_by", []),
        ("site/interlocks/1", DROP),
    )
    steps = ("plan/cards/1/steps/1", DROP)
    found = _found(odd, *without_ats, steps)
    assert found["411"] == ({"feeder-west", "genset-1"}, "odd")


def test_a_set_at_a_connection_point_is_a_source() -> None:
    assert _found(*BOX)["431"] == ({"box-1", "feeder-east"}, "normal")
    locked: Change = ("site/interlocks/+", {"of": ["411", "412", "431"], "closed_at_most": "1", "kind": "electrical"})
    assert _found(*BOX, locked) == {}


def test_a_ups_is_no_way_from_source_to_source() -> None:
    """421 bypasses the UPS: with it closed, the output hangs on the emergency board and on nothing else."""
    assert "421" not in _found()


def test_a_procedural_interlock_is_told_apart() -> None:
    found = joins(Inputs(small_customer(("site/interlocks/0/kind", "procedural"))))
    assert {(each.switch, each.procedural) for each in found} == {("100", True), ("101", True), ("102", True)}


SECOND_SET: tuple[Change, ...] = (
    *BOX,
    ("network/bus/+", {"name": "gen2-LV", "vn_kv": "0.4"}),
    ("network/switch/+", {"name": "413", "bus": "gen2-LV", "element": "em-LV", "et": "b", "closed": "false"}),
    (
        "site/sources/genset-2",
        {"kind": "genset", "bus": "gen2-LV", "breaker": "413", "rated_kw": "400", "called_by": ["ats-em"]},
    ),
    ("site/genset_groups", {"gen": {"of": ["genset-1", "genset-2"], "min_online": "1"}}),
)


def _keys(*breakers: str) -> tuple[Change, ...]:
    keys = [{"of": [each, "431"], "closed_at_most": "1", "kind": "key"} for each in breakers]
    return tuple(("site/interlocks/+", key) for key in keys)


def test_a_set_may_run_alone_and_then_the_keys_of_the_others_hold_nothing() -> None:
    assert "431" not in _found(*SECOND_SET, *_keys("411", "412", "413"))
    alone = _found(*SECOND_SET, *_keys("411", "413"))["431"]
    assert alone == ({"box-1", "genset-1"}, "normal")

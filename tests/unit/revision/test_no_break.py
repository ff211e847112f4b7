"""Loads that may not wait for a set: onto a UPS with room, or onto a second one beside their own."""

from __future__ import annotations

import pytest

from drillsim.files.edit import Set
from drillsim.revision.propose import no_break
from helpers.played import BOTH, Script, lost
from helpers.small_customer import Change
from helpers.trying import Ready, small
from unit.findings.weak_point_cases import NO_GENSET, THEATRE_ON_II

MAINS_ONLY: tuple[Change, ...] = (
    *THEATRE_ON_II,
    ("site/loads/theatre/max_interruption", "500 ms"),
    ("site/sources/ups-icu/rated_kw", "120"),
    ("site/sources/ups-icu/battery_kwh", "40"),
)
"""The theatre hangs on the mains and may not wait for the set; the UPS of the ICU has room for it."""


def on_mains(*changes: Change) -> Ready:
    return small(Script(BOTH, (*MAINS_ONLY, *changes)))


def test_a_load_that_may_not_wait_for_the_set_is_fed_from_a_ups_with_room() -> None:
    run = on_mains()
    (change,) = run.proposed("G11", no_break.onto_a_ups)
    assert [each.edit for each in change.edits] == [
        Set(("loads", "theatre", "cords"), [{"bus": "ups-LV", "share_percent": "100"}])
    ]
    found = run.tried(change).recommendation
    assert (found.verdict, found.kind, found.buys) == ("proposed", "purchase", "feed")
    assert found.after is not None
    assert found.after["missed"] == 0


@pytest.mark.parametrize(
    "but",
    [
        ("site/loads/theatre/max_interruption", "30 s"),
        ("site/sources/ups-icu/rated_kw", "90"),
        ("site/sources/ups-icu/battery_kwh", "10"),
        ("site/loads/icu/serves", "fire_pump"),
        ("site/sources/ups-icu/mode", "bypass"),
    ],
    ids=["it may wait", "no room", "short battery", "supply of fire services", "in bypass"],
)
def test_no_ups_takes_what_may_wait_or_what_it_has_no_room_for(but: Change) -> None:
    assert on_mains(but).proposed("G11", no_break.onto_a_ups) == []


SECOND: tuple[Change, ...] = (
    ("network/bus/+", {"name": "ups2-LV", "vn_kv": "0.4"}),
    ("network/load/3/bus", "ups2-LV"),
    ("site/sources/ups-2", {"kind": "ups", "input": "em-LV", "output": "ups2-LV", "rated_kw": "120",
                          "battery_kwh": "40"}),
    ("site/sources/ups-icu/battery_kwh", "0.05"),
)  # fmt: skip
"""A second UPS feeds the chiller; the battery of the first lasts for a few seconds."""


def test_what_a_battery_let_fall_is_fed_from_another_ups_too() -> None:
    run = small(Script(BOTH, SECOND))
    (change,) = run.proposed("G08", no_break.onto_both)
    (edit,) = (each.edit for each in change.edits)
    assert edit == Set(
        ("loads", "icu", "cords"),
        [{"bus": "ups-LV", "share_percent": "50"}, {"bus": "ups2-LV", "share_percent": "50"}],
    )
    found = run.tried(change).recommendation
    assert (found.verdict, found.after and found.after["missed"]) == ("proposed", 0)


def test_what_hangs_on_two_already_is_not_told_to() -> None:
    cords = [{"bus": bus, "share_percent": "50"} for bus in ("ups-LV", "ups2-LV")]
    short = ("site/sources/ups-2/battery_kwh", "0.05")
    run = small(Script(BOTH, (*SECOND, short, ("site/loads/icu/cords", cords))))
    assert run.proposed("G08", no_break.onto_both) == []


def test_another_ups_that_ran_out_too_is_no_help() -> None:
    both = [lost(feeder) for feeder in ("feeder-east", "feeder-west")]
    run = small(Script((*both, NO_GENSET), (*SECOND, ("site/sources/genset-1/control", "off"))))
    assert run.proposed("G08", no_break.onto_both) == []


def test_one_ups_alone_has_no_other_beside_it() -> None:
    run = small(Script(BOTH, (("site/sources/ups-icu/battery_kwh", "0.05"),)))
    assert run.proposed("G08", no_break.onto_both) == []

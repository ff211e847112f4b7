"""A05 and A06 with their numbers."""

from __future__ import annotations

from drillsim.findings.facts import A06
from helpers.played import Script, event, lost, play
from helpers.small_customer import Change
from unit.findings.weak_point_cases import DIP

LOADS = ("theatre", "fuel-pump", "fire-pump")
CONTACTORS: tuple[Change, ...] = tuple(
    (f"site/loads/{load}/contactor", {"drops_below_pu": "0.6", "after": "20 ms"}) for load in LOADS
)
AUTO: tuple[Change, ...] = tuple((f"site/loads/{load}/contactor/recloses", "auto") for load in LOADS)


def test_what_a_dip_dropped_is_counted_with_the_time_it_stays_off() -> None:
    (one,) = play(Script((DIP,), CONTACTORS)).of("A05")
    facts = one.plain
    assert (facts["contactors"], facts["breakers"], facts["open"]) == (2, 0, 2)  # the fuel pump stands still
    assert (facts["left_percent"], facts["for_ms"]) == (40, 200)
    assert facts["devices"] == ("theatre", "fire-pump")


def test_a_release_with_half_a_second_lets_nothing_be_found() -> None:
    delayed = (("site/devices/401/undervoltage_release", {"below_pu": "0.5", "after": "500 ms"}),)
    assert play(Script((DIP,), delayed)).of("A05") == ()


def test_what_comes_back_by_itself_needs_no_round() -> None:
    assert play(Script((DIP,), (*CONTACTORS, *AUTO))).of("A05") == ()


def test_an_outage_is_no_dip() -> None:
    assert play(Script((lost("feeder-east", for_="30 min"),), CONTACTORS)).of("A05") == ()


def test_motors_that_pull_the_voltage_down_name_what_they_hit() -> None:
    changes: tuple[Change, ...] = (
        ("site/loads/chiller/motor", {"starting_kva": "6000"}),
        ("site/loads/theatre/contactor", {"drops_below_pu": "0.75", "after": "1 s"}),
    )
    (one,) = play(Script((DIP,), changes)).of("A06")
    assert (one.plain["what"], one.plain["n"], one.plain["amount"]) == ("motors", 1, 6000)
    assert one.plain["struck"] == ("theatre",)
    assert isinstance(one.facts, A06) and one.facts.left_percent < 75


COLD: tuple[Change, ...] = tuple(
    (f"site/loads/{load}/cold_load", {"factor": "3", "lasts": "30 min"}) for load in ("ward", "kitchen")
)


def test_loads_that_come_back_cold_are_found_where_they_overload_what_feeds_them() -> None:
    small = (*COLD, ("network/trafo/1/std_type", "0.25 MVA 10/0.4 kV"))
    west = lost("feeder-west", for_="30 min")
    held = event("fails_to_operate", "bzt-10kV")
    (one,) = play(Script((held, west), small)).of("A06")
    assert (one.plain["what"], one.plain["n"], one.plain["amount"]) == ("cold", 2, 400)
    assert one.plain["struck"] == ("T2",)
    assert play(Script((held, west), COLD)).of("A06") == ()

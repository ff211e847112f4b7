from __future__ import annotations

import pytest

from drillsim.findings.reach import behind
from drillsim.findings.severity import severity
from drillsim.findings.view import Missed
from helpers.played import BOTH, EAST, Script, event, lost, play
from helpers.small_customer import DROP, small_customer
from unit.findings.weak_point_cases import C1, NO_AUTO_START, NO_TIE, SLOW_ANSWER

CRITICAL = Missed("load", "icu", 0, 1000, critical=True, loads=("icu",))
OTHER = Missed("load", "ward", 0, 1000, critical=False, loads=("ward",))
RELAXED = (
    ("site/loads/theatre/max_interruption", DROP),
    ("site/loads/fire-pump/max_interruption", DROP),
    ("site/functions/surgery/max_interruption", DROP),
)
"""No limit the genset's start could miss."""


def test_a_hazard_is_a_whatever_it_endangers() -> None:
    assert severity("O01", ()) == "A"
    assert severity("O05", (), "hazard") == "A"


def test_a_critical_missed_limit_makes_any_weak_point_a() -> None:
    assert severity("P02", (OTHER, CRITICAL)) == "A"


def test_another_missed_limit_makes_it_b() -> None:
    assert severity("P02", (OTHER,)) == "B"


def test_without_a_missed_limit_the_codes_default_stands() -> None:
    assert (severity("G01", ()), severity("P02", ())) == ("B", "C")


def test_a_form_that_is_paper_is_c_even_where_the_default_is_b() -> None:
    assert (severity("A04", ()), severity("A04", (), "paper")) == ("B", "C")


def test_the_same_failure_is_a_where_a_critical_limit_was_missed_and_b_where_none_was() -> None:
    (missed,) = play(Script((*BOTH, NO_AUTO_START))).of("G01")
    (harmless,) = play(Script((*BOTH, NO_AUTO_START), RELAXED)).of("G01")
    assert (missed.severity, missed.endangers) == ("A", ("theatre", "fire-pump", "surgery"))
    assert (harmless.severity, harmless.endangers) == ("B", ())


def test_a_wait_that_ends_before_the_limit_is_at_stake_is_c() -> None:
    (permit,) = play(Script((EAST,), SLOW_ANSWER)).of("O05")  # the automatic transfer had long restored everything
    assert (permit.severity, permit.endangers) == ("C", ())


def test_a_wait_during_a_missed_outage_of_a_step_that_could_end_it_is_a() -> None:
    stuck = event("fails_to_operate", "ats-em")
    (permit,) = play(Script((EAST, NO_TIE, stuck))).of("O05")
    assert permit.severity == "A"


def test_a_wait_of_a_step_that_operates_nothing_endangers_nothing() -> None:
    changes = ((f"{C1}/steps/1", DROP), (f"{C1}/steps/1", DROP), (f"{C1}/steps/1", DROP))  # only the report is left
    (permit,) = play(Script((EAST, NO_TIE, event("fails_to_operate", "ats-em")), changes)).of("O05")
    assert (permit.severity, permit.endangers) == ("C", ())


@pytest.mark.parametrize(
    ("device", "loads"),
    [
        ("genset-1", ("icu", "theatre", "fuel-pump", "chiller", "fire-pump")),
        ("ats-em", ("icu", "theatre", "fuel-pump", "chiller", "fire-pump")),
        ("ups-icu", ("icu",)),
        ("bzt-10kV", ("icu", "theatre", "fuel-pump", "chiller", "fire-pump", "ward", "kitchen")),
        ("day-tank", ("icu", "theatre", "fuel-pump", "chiller", "fire-pump")),
        ("fuel-pump", ("icu", "theatre", "fuel-pump", "chiller", "fire-pump")),
        ("ward", ("ward",)),
        ("feeder-east", ("icu", "theatre", "fuel-pump", "chiller", "fire-pump", "ward", "kitchen")),
    ],
)
def test_behind_a_device_stand_the_loads_it_can_feed(device: str, loads: tuple[str, ...]) -> None:
    dossier = small_customer(("network/switch/7", DROP))  # without the maintenance bypass of the UPS
    assert behind(dossier, device) == loads


def test_every_missed_limit_is_named_by_a_weak_point() -> None:
    slow = Script((lost("feeder-east", for_="10 s"), NO_TIE))  # nobody errs: the genset is slower than the limit
    played = play(slow)
    named = {name for found in played.findings for name in found.endangers}
    assert {v.id for v in played.verdicts.values() if v.verdict == "missed"} <= named

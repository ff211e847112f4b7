"""What keeps a missed limit back is told by the weak point it began with, and by where its late minutes come from."""

from __future__ import annotations

import pytest

from drillsim.revision.measure import measured
from drillsim.revision.player import player_of
from drillsim.revision.smallest.known_case import held_by, missed_in
from drillsim.revision.smallest.told import Held
from unit.findings.weak_point_cases import CASES


def held(code: str) -> dict[str, Held]:
    """What keeps back each missed limit of a run that shows the weak point."""
    case = CASES[code].fires.case()
    run = measured(case, player_of(case.dossier).play(case))
    return {each.subject: each for each in held_by(case, run, missed_in(run))}


@pytest.mark.parametrize(
    ("code", "subject", "weak"),
    [
        ("A01", "theatre", ("A01", "ats-em")),
        ("A08", "theatre", ("A08", "ats-battery")),
        ("D04", "icu", ("D04", "icu")),
        ("G01", "theatre", ("G01", "genset-1")),
        ("G02", "icu", ("G02", "genset-1")),
        ("G06", "icu", ("G06", "genset-1")),
        ("G10", "icu", ("G10", "genset-1")),
        ("M06", "theatre", ("O05", "S01")),
        ("P01", "theatre", ("P01", "S11")),
    ],
)
def test_the_weak_point_is_the_one_the_limit_was_lost_by(code: str, subject: str, weak: tuple[str, str]) -> None:
    assert held(code)[subject].weak == weak


def test_a_dead_set_is_told_by_the_tank_whose_pump_does_not_run() -> None:
    assert {each.weak for each in held("G03").values()} == {("G04", "day-tank")}


def test_a_restart_that_takes_too_long_is_told_by_its_function_and_its_cause() -> None:
    assert held("D01")["surgery"] == Held("surgery", "restart:surgery", ("D01", "surgery"))


def test_a_run_in_which_nothing_is_missed_holds_nothing_back() -> None:
    assert held("A03") == {}

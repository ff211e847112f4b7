from __future__ import annotations

from typing import get_args

from drillsim.findings.expectations import Outcome, outcomes
from drillsim.findings.finding import VerdictWord
from drillsim.findings.verdict import verdicts
from helpers.played import BOTH, Script, play
from unit.findings.weak_point_cases import NO_AUTO_START

EVENTS = (*BOTH, NO_AUTO_START)
VERDICTS: tuple[VerdictWord, ...] = get_args(VerdictWord)


def found(*expect: dict[str, object]) -> tuple[Outcome, ...]:
    played = play(Script(EVENTS, expect=expect))
    return outcomes(played.case, verdicts(played.case, played.journal))


def test_each_load_a_selector_fits_is_compared() -> None:
    both = found({"load": {"grade": "1S"}, "verdict": "met"})
    assert both == (Outcome("load", "icu", "met", "met"), Outcome("load", "theatre", "met", "missed"))
    assert [each.holds for each in both] == [True, False]


def test_first_takes_one_in_file_order() -> None:
    assert [each.id for each in found({"load": {"security": "true", "first": "true"}, "verdict": "met"})] == ["icu"]


def test_functions_are_compared_too() -> None:
    assert found({"function": "surgery", "verdict": "missed"}) == (Outcome("function", "surgery", "missed", "missed"),)


def test_properties_only_loads_have_fit_no_function() -> None:
    assert found({"function": {"security": "true"}, "verdict": "met"}) == ()


def test_a_scenario_without_expectations_has_no_outcomes() -> None:
    assert found() == ()


def test_what_was_not_tested_or_cannot_be_said_neither_holds_nor_not() -> None:
    told = {word: Outcome("load", "icu", "met", word).holds for word in VERDICTS}
    assert told == {"met": True, "missed": False, "not_tested": None, "cannot_say": None}
    assert Outcome("load", "icu", "not_tested", "not_tested").holds is True

from __future__ import annotations

import pytest

from drillsim.findings.assess import RULES
from drillsim.findings.codes import CODES
from helpers.played import play
from unit.findings.weak_point_cases import CASES


def test_every_rule_has_a_case_that_fires_and_one_that_does_not() -> None:
    assert list(CASES) == list(RULES)


@pytest.mark.parametrize("code", CASES)
def test_the_weak_point_is_found_where_it_is(code: str) -> None:
    assert play(CASES[code].fires).of(code)


@pytest.mark.parametrize("code", CASES)
def test_the_weak_point_is_not_found_where_it_is_not(code: str) -> None:
    assert play(CASES[code].silent).of(code) == ()


def test_for_at_least_fifteen_codes_the_files_alone_show_nothing() -> None:
    assert sum(twins.same_files for twins in CASES.values()) >= 15


def test_a_code_is_marked_implemented_when_and_only_when_a_rule_looks_for_it() -> None:
    assert [code for code, spec in CODES.items() if spec.implemented] == list(RULES)

"""Every number of every weak point, worked out a second time from the journal, is the number the weak point states.

The gate takes the cases of every code and a few golden journals; all of them are for `.ci/full`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import get_args, get_type_hints

import pytest

from drillsim.findings.assess import assess
from drillsim.findings.codes import CODES
from drillsim.findings.facts import FACTS
from drillsim.findings.finding import Finding
from drillsim.journal.record import Journal
from drillsim.schema.dossier import Case
from helpers.golden import Golden, every_golden
from helpers.played import play
from helpers.second_fold import AGAIN, Fold
from helpers.shipped import AIRPORT, DATA_CENTRE, HOSPITAL, WATERWORKS, played
from unit.findings.weak_point_cases import CASES

SAMPLE = (
    Golden(HOSPITAL, "both-lost-night-autostart-fails"),
    Golden(HOSPITAL, "storm-vehicles-short"),
    Golden(AIRPORT, "ats-fails"),
    Golden(DATA_CENTRE, "ups-a-bypass-north-lost"),
    Golden(WATERWORKS, "both-lost-own-supply-fails"),
)

NEAR = {("G04", "at_ms"): 10}
"""How far apart two readings of one number may be: when a level crossed a mark lies between two rounded levels."""

NOT_AGAIN: dict[str, str] = {}
"""Numbers that neither journal nor files give a second time, and why."""


def test_every_number_of_every_type_is_worked_out_again_or_named() -> None:
    assert set(NOT_AGAIN) <= {f"{code}.{name}" for code in FACTS for name in numbers_of(code)}
    assert {code for code in FACTS if list(numbers_of(code))} == set(AGAIN)


def numbers_of(code: str) -> Iterator[str]:
    """Fields of the code's facts that are numbers."""
    hints = get_type_hints(FACTS[code])
    for each in fields(FACTS[code]):
        if hints[each.name] in (int, float) and get_args(hints[each.name]) == ():
            yield each.name


@pytest.mark.parametrize("code", CODES)
def test_the_numbers_of_the_case_of_a_code(code: str) -> None:
    run = play(CASES[code].fires)
    assert any(found.code == code for found in run.findings)
    assert list(differences(run.case, run.journal)) == []


@pytest.mark.parametrize("golden", SAMPLE, ids=lambda each: f"{each.customer}/{each.scenario}")
def test_the_numbers_of_a_golden_journal(golden: Golden) -> None:
    run = played(golden.scenario, customer=golden.customer)
    assert list(differences(run.case, run.journal)) == []


@pytest.mark.full
@pytest.mark.parametrize("golden", every_golden(), ids=lambda each: f"{each.customer}/{each.scenario}")
def test_the_numbers_of_every_golden_journal(golden: Golden) -> None:
    if golden.applies():
        run = played(golden.scenario, customer=golden.customer)
        assert list(differences(run.case, run.journal)) == []


def differences(case: Case, journal: Journal) -> Iterator[str]:
    """Numbers of the run's weak points that the second fold does not find, or finds otherwise."""
    fold = Fold(case, journal)
    for found in assess(case, journal):
        again = AGAIN[found.code](fold, found) if found.code in AGAIN else {}
        due = {name for name in numbers_of(found.code) if f"{found.code}.{name}" not in NOT_AGAIN}
        if due != set(again):
            yield f"{found.code}: {sorted(due ^ set(again))} not worked out again, or no number"
        for name, value in again.items():
            if abs(stated := getattr(found.facts, name) - value) > NEAR.get((found.code, name), 1e-9):
                yield _told(found, name, value, stated)


def _told(found: Finding, name: str, value: float, off: float) -> str:
    return f"{found.code} {found.subject.id}: {name} is {value} by the second fold, {off:+} stated; {found.facts}"

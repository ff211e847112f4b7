"""What counts as worse, and as a gain."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from drillsim.findings.facts import P02, P03
from drillsim.findings.finding import Endurance, Finding, Subject, Verdict
from drillsim.journal.events import Event
from drillsim.journal.record import Journal
from drillsim.revision.compare import gain, worse
from drillsim.revision.measure import Measured

LASTS = Endurance("met", 1, "")


def verdict(word: Any, **more: Any) -> Verdict:
    """A verdict on the load `icu`."""
    base = Verdict("load", "icu", True, 500, 0, 0, 0, False, 0.0, word, "", LASTS)
    return replace(base, **more)


def found(severity: Any, subject: str = "S1", code: str = "P02") -> Finding:
    """A weak point."""
    facts = P02(wait_ms=1, at_ms=0, people=(), pooled="no", came="yes", role="", other="", known="no")
    return Finding(code, severity, Subject("step", subject), facts)


def measured(
    verdicts: tuple[Verdict, ...] = (),
    findings: tuple[Finding, ...] = (),
    outages: dict[str, int] | None = None,
    waits: dict[tuple[str, str], int] | None = None,
    hazards: int = 0,
) -> Measured:
    """A run with these measures."""
    events = tuple(Event(n, 0, "hazard", {"hazard": "back_feed", "parts": []}) for n in range(hazards))
    return Measured("other", Journal({}, events), verdicts, findings, outages or {}, waits or {})


WORDS = ("met", "not_tested", "cannot_say", "missed")


@pytest.mark.parametrize("was", WORDS)
@pytest.mark.parametrize("now", WORDS)
def test_a_verdict_a_state_worse_is_worse(was: str, now: str) -> None:
    told = worse(measured((verdict(was),)), measured((verdict(now),)))
    assert (told is not None) == (WORDS.index(now) > WORDS.index(was))


def test_own_supply_that_no_longer_lasts_is_worse() -> None:
    short = verdict("met", endurance=Endurance("missed", 1, ""))
    told = worse(measured((verdict("met"),)), measured((short,)))
    assert told is not None
    assert told.text == "revision-worse-endurance"


def test_own_supply_nobody_had_asked_before_is_not_worse() -> None:
    untested, short = (verdict("met", endurance=Endurance(word, 1, "")) for word in ("not_tested", "missed"))
    assert worse(measured((untested,)), measured((short,))) is None


@pytest.mark.parametrize(("ms", "is_worse"), [(1_000, False), (1_001, True), (-5_000, False)])
def test_a_protected_outage_longer_by_more_than_a_second_is_worse(ms: int, is_worse: bool) -> None:
    told = worse(measured(outages={"icu": 60_000}), measured(outages={"icu": 60_000 + ms}))
    assert (told is not None) == is_worse


def test_one_hazard_more_is_worse_and_says_which_and_where() -> None:
    told = worse(measured(hazards=1), measured(hazards=2))
    assert told is not None
    assert told.facts == {"hazard": "back_feed", "more": 1, "scenario": "other"}


def test_one_weak_point_of_severity_a_more_is_worse_but_not_one_of_b() -> None:
    before = measured(findings=(found("A"),))
    assert worse(before, measured(findings=(found("A"), found("B", "S2")))) is None
    told = worse(before, measured(findings=(found("A"), found("A", "S2"))))
    assert told is not None
    assert (told.text, told.facts["subject"]) == ("revision-worse-finding", "S2")


def called_in_vain(step: str) -> Finding:
    """The control person did not answer, asked in this step."""
    facts = P03(to="control", calls=1, channel=("phone",), answered="no", wait_ms=1)
    return Finding("P03", "A", Subject("person", "control"), facts, steps=(step,), evidence=(len(step), ord(step[-2])))


def test_of_one_step_in_many_places_the_first_weak_point_counts() -> None:
    one = measured(findings=(found("A", "S1[sub-1]"), called_in_vain("S1[sub-1]")))
    two = measured(findings=(*one.findings, found("A", "S1[sub-2]"), called_in_vain("S1[sub-2]")))
    assert worse(one, two) is None


def test_the_same_person_not_answering_in_another_step_is_one_weak_point_more() -> None:
    one = measured(findings=(called_in_vain("S1[sub-1]"),))
    told = worse(one, measured(findings=(*one.findings, called_in_vain("S2[sub-1]"))))
    assert told is not None
    assert (told.text, told.facts["code"], told.facts["subject"]) == ("revision-worse-finding", "P03", "control")


def test_restarts_of_two_functions_are_two_weak_points() -> None:
    one = measured(findings=(found("A", "restart[surgery]"),))
    assert worse(one, measured(findings=(*one.findings, found("A", "restart[cooling]")))) is not None


def test_nothing_less_is_no_gain() -> None:
    same = measured(findings=(found("A"),), outages={"icu": 60_000}, waits={("S1", "permit"): 5_000})
    assert gain(same, same, ("S1", "permit")) is None
    barely = measured(findings=(found("A"),), outages={"icu": 59_000}, waits={("S1", "permit"): 4_000})
    assert gain(same, barely, ("S1", "permit")) is None


@pytest.mark.parametrize(
    "after",
    [
        measured(findings=(found("A"),), outages={"icu": 58_999}, waits={("S1", "permit"): 5_000}),
        measured(findings=(found("A"),), outages={"icu": 60_000}, waits={("S1", "permit"): 3_999}),
        measured(findings=(), outages={"icu": 60_000}, waits={("S1", "permit"): 5_000}),
    ],
    ids=["outage", "wait", "weak point"],
)
def test_one_outage_wait_or_weak_point_less_is_a_gain(after: Measured) -> None:
    before = measured(findings=(found("A"),), outages={"icu": 60_000}, waits={("S1", "permit"): 5_000})
    assert gain(before, after, ("S1", "permit")) is not None


def test_limits_no_longer_missed_come_before_minutes() -> None:
    before = measured((verdict("missed"),), outages={"icu": 60_000})
    few = gain(before, measured((verdict("met"),), outages={"icu": 50_000}), None)
    many = gain(before, measured((verdict("missed"),), outages={"icu": 10_000}), None)
    assert few is not None
    assert many is not None
    assert few > many

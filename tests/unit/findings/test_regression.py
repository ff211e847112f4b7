"""A closed entry held against a run: it holds, it is back, or nobody can tell and why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from drillsim.findings.regression import Answer, Judged
from drillsim.findings.view import View
from drillsim.schema.register import Entry
from helpers.played import BOTH, EAST, Played, Script, play
from unit.findings.weak_point_cases import NO_AUTO_START

FAILS = Script((*BOTH, NO_AUTO_START))


def _entry(code: str = "G01", subject: str = "genset-1", **more: Any) -> Entry:
    return Entry.model_validate({
        "code": code, "subject": subject, "status": "done", "opened": "2026-01-01", "closed": "2026-02-01", **more,
    })  # fmt: skip


def _expecting(*expect: dict[str, Any]) -> Entry:
    return _entry(regression={"scenario": "s", "expect": list(expect)})


def _answer(script: Script, entry: Entry) -> Answer:
    played = play(script)
    return Judged(View(played.case, played.journal)).answer(entry)


def test_what_the_run_says_again_is_back_with_its_severity() -> None:
    found = next(each for each in play(FAILS).of("G01") if each.subject.id == "genset-1")
    answer = _answer(FAILS, _entry())
    assert (answer.outcome, answer.severity) == ("back", found.severity)


def test_what_it_says_of_something_else_is_not_back() -> None:
    assert _answer(FAILS, _entry(subject="ups-icu")).outcome == "holds"
    assert _answer(Script((EAST,)), _entry()).outcome == "holds"


def test_expected_verdicts_stand_in_the_place_of_the_code() -> None:
    verdicts = play(FAILS).verdicts
    missed = next(name for name, each in verdicts.items() if each.verdict == "missed")
    met = next(name for name, each in verdicts.items() if each.verdict == "met")
    assert _answer(FAILS, _expecting({"load": met, "verdict": "met"})).outcome == "holds"  # though G01 is said
    back = _answer(FAILS, _expecting({"load": met, "verdict": "met"}, {"load": missed, "verdict": "met"}))
    assert back.outcome == "back"
    assert [(each.id, each.holds) for each in back.expectations] == [(met, True), (missed, False)]


@pytest.mark.parametrize(("security", "severity"), [("true", "A"), ("false", "B")])
def test_a_missed_expectation_weighs_as_its_load(security: str, severity: str) -> None:
    ward = (("site/loads/ward/max_interruption", "1 s"), ("site/loads/ward/security", security))
    entry = _expecting({"load": "ward", "verdict": "met"})
    assert _answer(Script((*BOTH, NO_AUTO_START), ward), entry).severity == severity


UNKNOWN: dict[str, tuple[Script, Entry, str]] = {
    "its subject has gone": (FAILS, _entry(subject="genset-9"), "no-such-subject"),
    "the step has gone": (FAILS, _entry("P01", "S99[101]"), "no-such-subject"),
    "the function has gone": (FAILS, _entry("D01", "restart[nothing]"), "no-such-subject"),
    "an expectation fits nothing": (FAILS, _expecting({"load": {"grade": "1S", "security": "false"}, "verdict": "met"}),
                                    "expects-nothing"),
    "a load without a limit": (FAILS, _expecting({"load": "ward", "verdict": "met"}), "cannot-say"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNKNOWN)
def test_where_nobody_can_tell_it_is_no_pass(name: str) -> None:
    script, entry, why = UNKNOWN[name]
    answer = _answer(script, entry)
    assert (answer.outcome, answer.why, answer.severity) == ("unknown", why, None)


def test_a_failed_expectation_is_back_even_beside_one_that_fits_nothing() -> None:
    nothing = {"load": {"grade": "1S", "security": "false"}, "verdict": "met"}
    assert _answer(FAILS, _expecting(nothing, {"load": "icu", "verdict": "not_tested"})).outcome == "back"


def test_an_incomplete_run_tells_nothing() -> None:
    played: Played = play(FAILS)
    cut = replace(played.journal, events=played.journal.events[:-1])
    assert Judged(View(played.case, cut)).answer(_entry(subject="ups-icu")).why == "not-applicable"


def test_an_entry_about_the_plan_or_a_restart_is_about_something() -> None:
    dossier = play(FAILS).case.dossier
    function = next(iter(dossier.site.functions))
    for code, subject in (("M06", dossier.plan.id), ("P01", f"restart[{function}]"), ("P01", "S11#2")):
        assert _answer(Script((EAST,)), _entry(code, subject)).outcome == "holds"

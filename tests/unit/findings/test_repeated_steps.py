"""A fuel gauge read every 30 min until the mains are back, in a card that is triggered twice: what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from drillsim.documents.report import Report
from drillsim.findings.cause import groups
from drillsim.findings.view import View
from drillsim.journal.timeline import StepRow
from drillsim.schema.step_name import base_name
from drillsim.texts import Lang
from drillsim.units import MS_PER
from helpers.gauge_script import GAUGE, LOG, gauge_script
from helpers.played import Played, play
from helpers.sample_report import sample_report

MIN = MS_PER["min"]


@cache
def _night() -> Played:
    return play(gauge_script())


@cache
def _report(lang: Lang) -> Report:
    return sample_report(lang, _night().case, _night().journal, costs={})


def _readings() -> Iterator[StepRow]:
    return (row for row in View(_night().case, _night().journal).rows if base_name(row.step) == "S31")


def test_the_gauge_is_read_as_long_as_the_mains_are_out_both_times() -> None:
    minutes = {row.step: row.ready_ms // MIN for row in _readings() if row.ready_ms is not None}
    assert minutes == {
        "S31": 0, "S31#2": 30, "S31#3": 60, "S31#4": 90, "S31#5": 180, "S31#6": 210, "S31#7": 240, "S31#8": 270,
    }  # fmt: skip


def test_the_dispatcher_hears_of_every_reading() -> None:
    heard = [event.data["step"] for event in _night().journal.of("message_received") if event.data["person"] == "qian"]
    assert [name for name in heard if base_name(name) == "S31"] == [
        row.step for row in _readings() if row.state == "done"
    ]


def test_every_reading_belongs_to_the_clause() -> None:
    view = View(_night().case, _night().journal)
    for row in _readings():
        step = view.clause_of(row.step)[1]
        assert step is not None
        assert step.clause == "9.4-1"


def test_what_is_weak_in_several_readings_is_said_once() -> None:
    """Each reading is late against a limit of one minute: the first speaks for all, the others stand under it."""
    night = play(gauge_script(steps=[LOG, {**GAUGE, "within": "60 s"}]))
    found = night.findings
    late = {number for number, each in enumerate(found) if each.code == "M03" and base_name(each.subject.id) == "S31"}
    assert {"S31", "S31#2", "S31#6"} <= {found[number].subject.id for number in late}
    heads = {group.head for group in groups(night.case, night.journal, found)} & late
    assert {found[number].subject.id for number in heads} <= {"S31"}


@pytest.mark.parametrize(("lang", "said"), [("zh", "（第 2 次）"), ("en", "(time 2)")])
def test_a_report_has_a_line_a_reading_and_says_which_time_it_is(lang: Lang, said: str) -> None:
    lines = [line for line in _report(lang).steps if base_name(line.step) == "S31"]
    assert [line.step for line in lines if line.step == "S31#2"] == ["S31#2"]
    assert all(said in line.text for line in lines if line.step == "S31#2")
    assert {line.clause for line in lines} == {"9.4-1"}

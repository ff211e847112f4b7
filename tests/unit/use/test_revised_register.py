"""A revision and the register: what it answers is done or in progress, with its reason; every other byte stays."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from drillsim.errors import InvalidInput, Problem
from drillsim.files import Remove, Set, load_customer, read_revisions
from drillsim.revision import Recommendation
from drillsim.use.apply_revision import Applied, apply_changes
from drillsim.use.load import load
from drillsim.use.revision_row import Evidence
from helpers.changes import FIRST, SECOND, STEPS, TURNED, change, plan, small_hospital
from helpers.command import files_below

DAY = dt.date(2026, 12, 1)
REGISTER = """\
# 薄弱环节台账
format: 1
W-0001:            # 会上提出
  code: P01
  subject: S02
  status: open     # 待整改
  reason: 待会议确定  # 2026年3月
  opened: 2026-01-10
  due: 2026-12-31
W-0002: {code: M05, subject: wang, status: in_progress, opened: 2026-01-10}
W-0003: {code: P01, subject: S03, status: open, opened: 2026-01-10}
W-0004: {code: P05, subject: S02, status: verified, opened: 2026-01-10, closed: 2026-02-01}
"""


@pytest.fixture
def hospital(tmp_path: Path) -> Path:
    """The small hospital in a folder with a blank and Chinese letters, with a register."""
    folder = small_hospital(tmp_path / "一户 一预案")
    (folder / "register.yaml").write_text(REGISTER, encoding="utf-8")
    return folder


def applied(hospital: Path, *changes: Recommendation) -> Applied:
    evidence = Evidence("own-s1", "own", 1, dict(load_customer(hospital).digests))
    return apply_changes(load(hospital)[0], changes, as_of=DAY, evidence=evidence)


def refused(hospital: Path, *changes: Recommendation) -> tuple[Problem, ...]:
    """What is wrong; nothing may be written."""
    before = files_below(hospital)
    with pytest.raises(InvalidInput) as error:
        applied(hospital, *changes)
    assert files_below(hospital) == before
    return error.value.problems


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_words_of_the_plan_answer_is_done_with_its_reason(hospital: Path, newline: str, mark: str) -> None:
    path = hospital / "register.yaml"
    path.write_text(mark + REGISTER, encoding="utf-8", newline=newline)
    found = applied(hospital, FIRST)
    assert (found.register.done, found.register.in_progress) == (("W-0001", "W-0002"), ())
    assert found.written == ("plan.yaml", "register.yaml", "history/revisions.yaml")
    reason = "3.0 版修订 P01-S02-told（9.1-2），依据 own-s1"
    due = REGISTER.replace("status: open     #", "status: done     #", 1)
    due = due.replace("reason: 待会议确定", f"reason: {reason}；待会议确定")
    due = due.replace("  due: 2026-12-31\n", "  due: 2026-12-31\n  closed: 2026-12-01\n")
    due = due.replace(
        "status: in_progress, opened: 2026-01-10",
        f"status: done, opened: 2026-01-10, reason: {reason}, closed: 2026-12-01",
    )
    assert path.read_bytes().decode() == mark + due.replace("\n", newline)
    assert found.folder.dossier.register is not None
    assert found.folder.dossier.register.entries["W-0001"].closed == DAY


def test_the_record_names_the_entries_and_only_those_there_are(hospital: Path) -> None:
    applied(hospital, FIRST, SECOND)
    rows = read_revisions(hospital)[0].changes
    assert [[(why.code, why.subject, why.entry) for why in row.reason] for row in rows] == [
        [("P01", "S02", "W-0001"), ("M05", "wang", "W-0002")]
    ] * 2
    (hospital / "register.yaml").unlink()
    applied(hospital, TURNED)
    assert {why.entry for why in read_revisions(hospital)[0].changes[2].reason} == {""}


@pytest.mark.parametrize("kind", ["setting", "staffing", "purchase", "training"])
def test_what_takes_more_than_words_is_in_progress(hospital: Path, kind: str) -> None:
    of_kind = change("P01-S02-set", *SECOND.edits, kind=kind)  # type: ignore[arg-type]
    found = applied(hospital, FIRST, of_kind)
    assert (found.register.done, found.register.in_progress) == ((), ("W-0001", "W-0002"))
    assert found.folder.dossier.register is not None
    entry = found.folder.dossier.register.entries["W-0001"]
    assert (entry.status, entry.closed) == ("in_progress", None)
    assert entry.reason == "3.0 版修订 P01-S02-told、P01-S02-set（9.1-2），依据 own-s1；待会议确定"


GONE = change("P01-S03-gone", plan(Remove((*STEPS, 3))), plan(Set((*STEPS, 1, "on_failure"), {"then": "stop"})))


def test_an_entry_about_what_goes_may_be_the_one_that_is_answered(hospital: Path) -> None:
    text = REGISTER.replace("code: P01\n  subject: S02", "code: P01\n  subject: S04")
    (hospital / "register.yaml").write_text(text, encoding="utf-8")
    (problem,) = refused(hospital, GONE)
    assert (problem.file, problem.line) == ((hospital / "register.yaml").as_posix(), 5)
    assert applied(hospital, replace(GONE, answers=(("P01", "S04"),))).register.done == ("W-0001",)


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ("W-0009: {code: P01, subject: S02, status: open, opened: 2026-12-24}\n", 3),
        (
            "W-0009: {code: P01, subject: S02, status: open, opened: 2026-01-01,\n"
            "  recurs: [{version: '1.0', date: 2026-12-24}]}\n",
            4,
        ),
    ],
)
def test_an_entry_that_is_younger_than_the_revision_is_told_with_its_line(hospital: Path, more: str, line: int) -> None:
    (hospital / "register.yaml").write_text("# 台账\nformat: 1\n" + more, encoding="utf-8")
    (problem,) = refused(hospital, FIRST)
    assert (problem.line, problem.code) == (line, "register-open-later")
    assert dict(problem.facts) == {"since": "2026-12-24", "day": "2026-12-01"}


@pytest.mark.parametrize(
    ("entry", "code", "line"),
    [
        ("W-0001: {code: P99, subject: S02, status: open, opened: 2026-01-10}\n", "register-code", 2),
        ("W-1: {code: P01, subject: S02, status: open, opened: 2026-01-10}\n", "register-number", 2),
        ("W-0001: {code: P01, subject: S02, status: 待办, opened: 2026-01-10}\n", "not-allowed", 2),
        ("W-0001: {code: P01, subject: S02\n", "syntax-braces-open", 2),
        ("W-0001: {code: P01, subject: S02, status: open, opened: 2026-01-10}\n" * 2, "duplicate-key", 3),
    ],
)
def test_a_register_edited_into_a_mess_stops_it_with_file_and_line(
    hospital: Path, entry: str, code: str, line: int
) -> None:
    path = hospital / "register.yaml"
    path.write_text(f"format: 1\n{entry}", encoding="utf-8")
    before = files_below(hospital)
    with pytest.raises(InvalidInput) as error:
        load(hospital)
    assert (path.as_posix(), line, code) in [(each.file, each.line, each.code) for each in error.value.problems]
    assert files_below(hospital) == before

"""register.yaml: what is read, and what people make of it by hand."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import mkdtemp

import pytest

from broken.spoil import copy_of_good
from drillsim.errors import InvalidInput, Problem
from drillsim.files.folder import load_customer
from drillsim.schema.register import NUMBER, entry_number, number_of_entry
from drillsim.texts import LANGS, problem_line
from drillsim.use.load import load

GOOD = """\
# 薄弱环节台账
format: 1
W-0001:  # 夜间只有一人
  code: P01
  clause: "9.1-2"
  subject: S02
  scenario: source-lost-day
  status: open
  owner: electrician
  opened: 2026-01-10
  due: 2026-03-31
W-0002: {code: G01, subject: genset-1, scenario: both-lost-night-long, status: done, owner: both,
  opened: 2026-01-10, closed: 2026-02-01, regression: {seed: 7, expect: [{load: icu, verdict: met}]}}
W-0003:
  code: M02
  subject: S99
  status: verified
  opened: 2025-06-01
  closed: 2026-01-01
  recurs: [{version: "1.9", date: 2025-10-01, closed: 2025-08-01}]
  regression: {scenario: source-lost-day, expect: not_said}
W-0004: {code: O08, subject: "S02[101]", status: rejected, reason: 会议不采用, opened: 2026-01-10}
W-0005: {code: M06, subject: P-1, status: in_progress, opened: 2026-01-10}
"""


def _folder(path: Path, register: str | bytes = GOOD) -> Path:
    folder = copy_of_good(path / "good")
    (folder / "register.yaml").write_bytes(register if isinstance(register, bytes) else register.encode())
    return folder


def test_a_register_is_read_with_its_lines(tmp_path: Path) -> None:
    folder, _ = load(_folder(tmp_path))
    register = folder.dossier.register
    assert register is not None and list(register.entries) == [f"W-000{n}" for n in range(1, 6)]
    first, second, third, *_ = register.entries.values()
    assert (first.played, first.expected) == (("source-lost-day", 1), ())
    assert second.played == ("both-lost-night-long", 7) and second.expected[0].verdict == "met"
    assert third.played == ("source-lost-day", 1) and third.expected == ()
    assert folder.line_of("register.yaml", ("W-0001", "status")) == 8


def test_a_customer_without_one_is_as_before(tmp_path: Path) -> None:
    folder = load_customer(copy_of_good(tmp_path / "good"))
    assert folder.dossier.register is None and folder.register is None
    assert [*folder.inputs] == [*folder.digests] == ["customer.yaml", "network.yaml", "site.yaml", "plan.yaml"]


def test_it_is_copied_with_a_run_and_no_run_goes_by_it(tmp_path: Path) -> None:
    folder = load_customer(_folder(tmp_path))
    assert "register.yaml" in folder.inputs and "register.yaml" not in folder.digests


def test_bytes_of_any_editor_are_read(tmp_path: Path) -> None:
    folder, _ = load(_folder(tmp_path, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()))
    assert folder.dossier.register is not None and len(folder.dossier.register.entries) == 5


def test_a_drill_may_name_an_entry_as_what_it_exposed(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    with (folder / "customer.yaml").open("a", encoding="utf-8") as stream:
        stream.write("drills: [{date: 2026-01-09, exposed: [W-0001]}]\n")
    assert load_customer(folder).dossier.customer.drills[0].exposed == ("W-0001",)


def _said(tmp_path: Path, register: str | bytes) -> list[Problem]:
    with pytest.raises(InvalidInput) as refused:
        load(_folder(tmp_path, register))
    for problem in refused.value.problems:
        for lang in LANGS:
            assert len(problem_line(lang, problem).split("。" if lang == "zh" else ". ")) > 1
    return list(refused.value.problems)


def _swap(old: str, new: str) -> str:
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)


MESS: dict[str, tuple[str | bytes, int, str, str]] = {
    # name: what the file holds, line, field, problem
    "no format": (GOOD.replace("format: 1\n", ""), 2, "format", "missing-key"),
    "a format to come": (_swap("format: 1", "format: 2"), 2, "format", "format-unknown"),
    "an unknown code": (_swap("code: P01", "code: P10"), 4, "W-0001.code", "register-code"),
    "a code in small letters": (_swap("code: G01", "code: g01"), 12, "W-0002.code", "register-code"),
    "the code that tells of the register": (_swap("code: M06", "code: M07"), 23, "W-0005.code", "register-own-code"),
    "an unknown subject": (_swap("subject: S02\n", "subject: S20\n"), 6, "W-0001.subject", "register-subject"),
    "an unknown clause": (_swap('"9.1-2"', '"9.9"'), 5, "W-0001.clause", "register-clause"),
    "an unknown scenario": (
        _swap("scenario: source-lost-day\n", "scenario: source-lost\n"), 7, "W-0001.scenario", "register-scenario",
    ),
    "an unknown scenario of the regression": (
        _swap("scenario: source-lost-day, expect", "scenario: nowhere, expect"), 21, "W-0003.regression.scenario",
        "register-scenario",
    ),
    "a date that is none": (_swap("due: 2026-03-31", "due: 2026-02-30"), 11, "W-0001.due", "date"),
    "words for a date": (_swap("due: 2026-03-31", "due: 三月底"), 11, "W-0001.due", "date"),
    "closed before it was opened": (_swap("closed: 2026-02-01", "closed: 2025-02-01"), 13, "W-0002.closed",
                                    "register-before"),
    "due before it was opened": (_swap("due: 2026-03-31", "due: 2025-03-31"), 11, "W-0001.due", "register-before"),
    "came back before it was closed": (_swap("date: 2025-10-01", "date: 2025-07-01"), 20, "W-0003.recurs.0.date",
                                       "register-before"),
    "closed before it last came back": (_swap("  closed: 2026-01-01", "  closed: 2025-09-01"), 19, "W-0003.closed",
                                        "register-before"),
    "done without a day": (_swap(" closed: 2026-02-01,", ""), 12, "W-0002.status", "register-not-closed"),
    "open with a day it was closed": (_swap("  due: 2026-03-31", "  closed: 2026-03-31"), 11, "W-0001.closed",
                                      "register-open-closed"),
    "rejected without a reason": (_swap(" reason: 会议不采用,", ""), 22, "W-0004.status", "register-no-reason"),
    "a status nobody knows": (_swap("status: open", "status: opened"), 8, "W-0001.status", "not-allowed"),
    "a status in Chinese": (_swap("status: open", "status: 未整改"), 8, "W-0001.status", "not-allowed"),
    "a number twice": (_swap("W-0003:", "W-0001:"), 14, "W-0001", "duplicate-key"),
    "the same weak point twice": (_swap("{code: M06, subject: P-1", "{code: P01, subject: S02"), 23, "W-0005",
                                  "register-twice"),
    "a short number": (_swap("W-0005", "W-5"), 23, "W-5", "register-number"),
    "a number in small letters": (_swap("W-0005", "w-0005"), 23, "w-0005", "register-number"),
    "a number in full width": (_swap("W-0005", "Ｗ-０００５"), 23, "Ｗ-０００５", "register-number"),
    "entries under a heading": (
        "format: 1\nentries:\n  W-0001: {code: P01, subject: S02, status: open, opened: 2026-01-10}\n", 2, "entries",
        "register-number",
    ),
    "a list of entries": ("format: 1\n- {code: P01}\n", 2, "", "syntax-indentation"),
    "an entry that is a sentence": (_swap("{code: M06, subject: P-1, status: in_progress, opened: 2026-01-10}",
                                          "见会议纪要"), 23, "W-0005", "expected-mapping"),
    "a key misspelt": (_swap("  due: 2026-03-31", "  deu: 2026-03-31"), 11, "W-0001.deu", "unknown-key"),
    "no subject": (_swap("  subject: S02\n", ""), 3, "W-0001.subject", "missing-key"),
    "a full-width colon": (_swap("status: open", "status：open"), 8, "", "full-width-structure"),
    "a tab": (_swap("  status: open", "\tstatus: open"), 8, "", "tab"),
    "a seed below zero": (_swap("seed: 7", "seed: -1"), 13, "W-0002.regression.seed", "at-least"),
    "an expectation of a load nobody has": (_swap("load: icu", "load: ico"), 13, "W-0002.regression.expect.0.load",
                                            "no-such-id"),
    "an expectation of nothing": (_swap("[{load: icu, verdict: met}]", "[{verdict: met}]"), 13,
                                  "W-0002.regression.expect.0", "register-expects-nothing"),
    "an expectation without a verdict": (_swap("load: icu, verdict: met", "load: icu"), 13,
                                         "W-0002.regression.expect.0.verdict", "missing-key"),
    "an expectation that is a word": (_swap("expect: not_said", "expect: gone"), 21, "W-0003.regression.expect",
                                      "expected-list"),
    "another encoding": (GOOD.encode("gbk"), 1, "", "not-utf8"),
    "nothing at all": ("", 0, "", "empty-file"),
    "an anchor": (_swap("owner: electrician", "owner: &me electrician"), 9, "W-0001.owner", "yaml-anchor"),
}  # fmt: skip


@pytest.mark.parametrize("name", MESS)
def test_a_mess_is_told_with_file_line_field_and_mend(name: str, tmp_path: Path) -> None:
    text, line, field, code = MESS[name]
    found = [(Path(each.file).name, each.line, each.field, each.code) for each in _said(tmp_path, text)]
    assert ("register.yaml", line, field, code) in found, found


def test_what_is_meant_is_said(tmp_path: Path) -> None:
    def mend(text: str, fact: str) -> str:
        (problem,) = _said(Path(mkdtemp(dir=tmp_path)), text)
        return dict(problem.facts)[fact]

    assert mend(_swap("W-0005", "w 5"), "mend") == "W-0005"
    assert mend(_swap("W-0005", "Ｗ-０００５"), "mend") == "W-0005"
    assert mend(_swap("code: G01", "code: g01"), "near") == "G01"
    assert mend(_swap("subject: S02\n", "subject: S022\n"), "near") == "S02"
    assert mend(_swap("  due: 2026-03-31", "  dew: 2026-03-31"), "near") == "due"


def test_an_issue_and_an_entry_do_not_tell_the_same(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    with (folder / "customer.yaml").open("a", encoding="utf-8") as stream:
        stream.write("issues: {I-1: {text: 换电池, code: G01, subject: genset-1, opened: 2026-01-01}}\n")
    with pytest.raises(InvalidInput) as refused:
        load_customer(folder)
    (problem,) = refused.value.problems
    assert (problem.field, problem.code, dict(problem.facts)["issue"]) == ("W-0002", "register-issue-twice", "I-1")


def test_an_entry_takes_no_id_that_is_taken(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    with (folder / "customer.yaml").open("a", encoding="utf-8") as stream:
        stream.write("issues: {W-0001: {text: 换电池, opened: 2026-01-01}}\n")
    with pytest.raises(InvalidInput) as refused:
        load_customer(folder)
    assert [each.code for each in refused.value.problems] == ["id-twice"]


@pytest.mark.parametrize("name", ["register.yml", "Register.YAML.txt"])
def test_a_register_under_another_name_is_not_forgotten(name: str, tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    (folder / "register.yaml").rename(folder / name)
    with pytest.raises(InvalidInput) as refused:
        load_customer(folder)
    assert [each.code for each in refused.value.problems] == ["file-misnamed"]


def test_numbers_of_entries() -> None:
    for number in (1, 9, 10, 90, 100, 999, 1000, 9999, 10_000, 123_456_789):
        assert number_of_entry(entry_number(number)) == number
        assert re.fullmatch(NUMBER, entry_number(number))
    for wrong in ("W-0000", "W-1", "W-00001", "W-", "W-00100", "X-0001", "W-0001 ", "W-٠٠٠١"):
        assert number_of_entry(wrong) is None, wrong

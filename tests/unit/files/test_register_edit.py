"""What becomes of an entry is spliced into register.yaml: every byte that is not its own stays."""

from __future__ import annotations

import datetime as dt
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from broken.spoil import copy_of_good
from drillsim.errors import InvalidInput
from drillsim.files.folder import CustomerFolder, load_customer
from drillsim.files.register_edit import RegisterDraft, register_draft, write_register
from drillsim.schema.register import Return
from unit.files.test_register import GOOD

DAY = dt.date(2026, 5, 1)


def _customer(path: Path, register: str | bytes | None) -> CustomerFolder:
    folder = copy_of_good(path / "good")
    if register is not None:
        (folder / "register.yaml").write_bytes(register if isinstance(register, bytes) else register.encode())
    return load_customer(folder)


def _back(draft: RegisterDraft, number: str) -> RegisterDraft:
    return draft.reopened(number, "2.1", DAY)


def _changed(before: bytes, after: bytes) -> list[tuple[str, str]]:
    """Lines that are not in both, old and new."""
    old, new = (each.decode("utf-8").splitlines(keepends=True) for each in (before, after))
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [("".join(old[a:b]), "".join(new[c:d])) for kind, a, b, c, d in found if kind != "equal"]


@pytest.mark.parametrize("head", [b"", b"\xef\xbb\xbf"], ids=["", "bom"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_only_what_is_said_of_the_entry_changes(head: bytes, line_end: str, tmp_path: Path) -> None:
    text = head + GOOD.replace("\n", line_end).encode()
    draft = register_draft(_customer(tmp_path, text), "en")
    one = _back(draft, "W-0003")
    was = '  recurs: [{version: "1.9", date: 2025-10-01, closed: 2025-08-01}'
    now = was + ", {version: 2.1, date: 2026-05-01, closed: 2026-01-01}"
    assert _changed(text, one.data) == [
        (f"  status: verified{line_end}", f"  status: open{line_end}"),
        (f"  closed: 2026-01-01{line_end}{was}]{line_end}", f"{now}]{line_end}"),
    ]
    assert one.register.entries["W-0003"].recurs[-1] == Return(version="2.1", date=DAY, closed=dt.date(2026, 1, 1))


def test_an_entry_on_one_line_stays_on_its_lines(tmp_path: Path) -> None:
    draft = register_draft(_customer(tmp_path, GOOD), "en")
    assert _changed(GOOD.encode(), draft.verified("W-0002").data) == [
        (
            "W-0002: {code: G01, subject: genset-1, scenario: both-lost-night-long, status: done, owner: both,\n",
            "W-0002: {code: G01, subject: genset-1, scenario: both-lost-night-long, status: verified, owner: both,\n",
        )
    ]
    back = _back(draft, "W-0002")
    (change,) = _changed(GOOD.encode(), back.data)
    assert change[1].count("\n") == 2
    entry = back.register.entries["W-0002"]
    assert (entry.status, entry.closed, entry.regression) == ("open", None, draft.register.entries["W-0002"].regression)
    assert entry.recurs == (Return(version="2.1", date=DAY, closed=dt.date(2026, 2, 1)),)


def test_comments_survive_wherever_they_stand(tmp_path: Path) -> None:
    text = (
        "# 一\nformat: 1  # 二\n\n# 三\nW-0007:  # 四\n  # 五\n  code: G01  # 六\n  subject: genset-1\n"
        "  status: done  # 七\n  # 八\n  opened: 2026-01-01\n  closed: 2026-02-01  # 八半\n  recurs: []  # 九\n\n# 十\n"
    )
    draft = _back(register_draft(_customer(tmp_path, text), "en"), "W-0007")
    draft = _new(draft, draft.next_number())
    for mark in ("一", "二", "三", "四", "五", "六", "七", "八\n", "八半", "九", "十"):
        assert draft.data.decode().count(f"# {mark}") == 1
    assert list(draft.register.entries) == ["W-0007", "W-0008"]


def _new(draft: RegisterDraft, number: str) -> RegisterDraft:
    return draft.entered(
        number, code="P01", subject="S02", clause="9.1-2", scenario="source-lost-day", seed=3, day=DAY
    )  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_first_entry_makes_a_register_that_says_what_it_is(lang: str, tmp_path: Path) -> None:
    folder = _customer(tmp_path, None)
    draft = _new(register_draft(folder, "zh" if lang == "zh" else "en"), "W-0001")
    assert write_register(folder, draft)
    text = (folder.path / "register.yaml").read_text(encoding="utf-8")
    assert text.startswith("# 薄弱环节台账" if lang == "zh" else "# Register of weak points")
    assert text.endswith(
        "format: 1\nW-0001:\n  code: P01\n  clause: 9.1-2\n  subject: S02\n  scenario: source-lost-day\n"
        "  status: open\n  opened: 2026-05-01\n  regression: {scenario: source-lost-day, seed: 3, expect: not_said}\n"
    )
    again = load_customer(folder.path)
    assert again.dossier.register == draft.register


def test_the_next_number_is_behind_the_highest(tmp_path: Path) -> None:
    assert register_draft(_customer(tmp_path / "a", None), "en").next_number() == "W-0001"
    assert register_draft(_customer(tmp_path / "b", GOOD.replace("W-0002", "W-9999")), "en").next_number() == "W-10000"


def test_a_register_edited_meanwhile_is_left_alone(tmp_path: Path) -> None:
    folder = _customer(tmp_path, GOOD)
    draft = _back(register_draft(folder, "en"), "W-0003")
    mine = GOOD + "# noch etwas\n"
    (folder.path / "register.yaml").write_text(mine, encoding="utf-8")
    with pytest.raises(InvalidInput) as refused:
        write_register(folder, draft)
    assert [each.code for each in refused.value.problems] == ["register-changed"]
    assert (folder.path / "register.yaml").read_text(encoding="utf-8") == mine


def test_a_register_made_meanwhile_is_left_alone(tmp_path: Path) -> None:
    folder = _customer(tmp_path, None)
    draft = _new(register_draft(folder, "en"), "W-0001")
    (folder.path / "register.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(InvalidInput):
        write_register(folder, draft)
    assert (folder.path / "register.yaml").read_text(encoding="utf-8") == GOOD


def test_nothing_is_written_where_nothing_changes(tmp_path: Path) -> None:
    folder = _customer(tmp_path, GOOD)
    before = (folder.path / "register.yaml").stat().st_mtime_ns
    assert not write_register(folder, register_draft(folder, "en"))
    assert (folder.path / "register.yaml").stat().st_mtime_ns == before


def test_an_edited_plan_keeps_the_register_as_it_was(tmp_path: Path) -> None:
    from drillsim.files import Remove
    from drillsim.revision.apply import edit_folder
    from drillsim.revision.recommendation import FileEdit

    folder = _customer(tmp_path, GOOD.replace('clause: "9.1-2"', 'clause: "9.1-4"').replace("S02\n", "S04\n"))
    path = ("cards", 0, "steps", 1, "on_failure")
    gone = edit_folder(
        folder, (FileEdit("plan.yaml", Remove(path)), FileEdit("plan.yaml", Remove(("cards", 0, "steps", 3))))
    )
    assert gone.folder.dossier.register is folder.dossier.register
    assert gone.folder.inputs["register.yaml"] == folder.inputs["register.yaml"]

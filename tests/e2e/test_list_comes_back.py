"""The improvement list edited as people edit a workbook comes back into the register: what is right is written, what
is wrong is named by sheet, row and column, and a failure leaves the file as it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from broken.spoil import copy_of_good
from drillsim.texts import LANGS, Lang
from helpers.command import Done
from helpers.in_process import drillsim_here

DAY = "2026-06-15"
HEADS: dict[Lang, dict[str, str]] = {
    "en": {
        "code": "Code", "subject": "Subject", "clause": "Clause", "measure": "Measure", "side": "Side",
        "owner": "Owner", "due": "Due", "money": "Money", "status": "Status", "reason": "Verified, reason",
        "closed": "Closed on", "number": "No.", "problem": "Weak point",
    },
    "zh": {
        "code": "代码", "subject": "对象", "clause": "条款", "measure": "措施", "side": "责任单位", "owner": "责任人",
        "due": "期限", "money": "资金", "status": "状态", "reason": "验证、理由", "closed": "销号日期",
        "number": "序号", "problem": "问题",
    },
}  # fmt: skip
Edit = Callable[["List"], None]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A customer, and a run of it whose list has eight rows."""
    root = tmp_path_factory.mktemp("round")
    (root / "plans").mkdir()
    copy_of_good(root / "plans" / "good")
    asked = ("run", "plans/good", "both-lost-night-long", "--no-proofs", "--out", "out")
    assert drillsim_here(*asked, cwd=root).code == 0
    for lang in LANGS:
        run = "out/good/both-lost-night-long-s1"
        papers = ("report", run, "--kind", "improvement-list", "--format", "xlsx", "--lang", lang)
        assert drillsim_here(*papers, cwd=root).code == 0
    return root


@pytest.fixture
def root(recorded: Path, tmp_path: Path) -> Path:
    copy_of_good(tmp_path / "plans" / "good")
    return tmp_path


class List:
    """The list as a workbook somebody edits."""

    def __init__(self, recorded: Path, lang: Lang = "en") -> None:
        folder = recorded / "out/good/both-lost-night-long-s1/documents"
        self.book = openpyxl.load_workbook(folder / f"improvement-list.{lang}.xlsx")
        self.sheet: Any = self.book.worksheets[0]
        heads = {cell.value: cell.column for cell in self.sheet[1]}
        self.columns = {name: heads[title] for name, title in HEADS[lang].items()}

    def put(self, line: int, **values: Any) -> None:
        for name, value in values.items():
            self.sheet.cell(line, self.columns[name]).value = value

    def add(self, **values: Any) -> int:
        line: int = self.sheet.max_row + 1
        self.put(line, **values)
        return line

    def taken(self, root: Path, *more: str) -> Done:
        self.book.save(root / "list.xlsx")
        return drillsim_here("import", "plans/good", "list.xlsx", "--lang", "en", *more, cwd=root)


def register(root: Path) -> Path:
    return root / "plans" / "good" / "register.yaml"


def test_thirty_edits_ten_of_them_wrong(recorded: Path, root: Path) -> None:
    edited = List(recorded)
    edited.put(2, status="整改中", owner=" 王工 ", due=dt.datetime(2026, 7, 31))
    edited.put(3, status="DONE ", closed="２０２６年７月１日", reason="checked on site")
    edited.put(4, due=46_234, money="20 000 CNY")
    edited.put(5, side="supply company", owner="dispatch", measure="a permit by radio")
    right = edited.add(code="m06", subject="P-1", status="open", due="2026/8/1", owner="院办")
    also = edited.add(code="Ｇ０１", subject="柴油机 (genset-1)", status="in progress", due="20260901")
    edited.put(6, status="nearly")
    edited.put(7, due="31.6.2026")
    edited.put(8, clause="9.9")
    edited.put(9, money="=1+1")
    wrong = [6, 7, 8, 9]
    wrong += [
        edited.add(code="Q99", subject="genset-1"),
        edited.add(code="G01", subject="nothing-like-it"),
        edited.add(owner="somebody"),
        edited.add(code="P01", subject="S02", status="rejected"),
        edited.add(code="G08", subject="ups-icu", due=2026.7),
        edited.add(code="D01", subject="icu", status="done"),
    ]
    done = edited.taken(root, "--as-of", DAY, "--json")
    assert done.code == 2
    told = done.json
    assert [each["row"] for each in told["rows"]] == [2, 3, 4, 5, right, also]
    assert [each["line"] for each in told["problems"]] == wrong
    assert [each["code"] for each in told["problems"]] == [
        "not-allowed", "date", "list-not-kept", "cell-formula", "register-code", "register-subject",
        "list-row-unknown", "register-no-reason", "date", "register-not-closed",
    ]  # fmt: skip
    assert told["problems"][1]["field"] == "Improvement list!K7 Due"
    text = register(root).read_text(encoding="utf-8")
    for line in ("due: 2026-07-31", "owner: 王工", "closed: 2026-07-01", "due: 2026-07-31", "owner: utility · dispatch",
                 "due: 2026-08-01", "due: 2026-09-01", "money: 20 000 CNY", "measure: a permit by radio"):  # fmt: skip
        assert line in text, line
    assert text.count("opened: 2026-06-15") == 6
    again = edited.taken(root, "--as-of", DAY, "--json").json
    assert (again["rows"], again["written"]) == ([], False)
    assert register(root).read_text(encoding="utf-8") == text
    assert drillsim_here("check", "plans/good", "--files-only", cwd=root).code == 0


def test_the_list_goes_back_in_either_language_and_order(recorded: Path, root: Path) -> None:
    edited = List(recorded, "zh")
    sheet = edited.sheet
    rows = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=2)]
    for line, values in enumerate(reversed(rows), 2):
        for column, value in enumerate(values, 1):
            sheet.cell(line, column).value = value
        edited.put(line, number=line - 1)
    edited.put(9, status="in_progress", side="供用双方", due="2026年7月31日")
    sheet.insert_rows(5)
    sheet.insert_cols(3)
    sheet.cell(1, 3).value = "备注"
    sheet.cell(4, 3).value = "会上再议"
    sheet.insert_rows(1, 2)
    sheet.cell(1, 1).value = "某某医院整改清单"
    sheet.title = "整改"
    done = edited.taken(root, "--as-of", DAY)
    assert done.code == 0, done.errors
    assert "O06 101" in done.text and "1 row taken" in done.text
    text = register(root).read_text(encoding="utf-8")
    assert "status: in_progress" in text and "owner: both" in text and "due: 2026-07-31" in text


def test_a_cell_merged_over_rows_stands_for_each(recorded: Path, root: Path) -> None:
    edited = List(recorded)
    edited.put(2, owner="王工")
    column = edited.columns["owner"]
    edited.sheet.merge_cells(start_row=2, end_row=4, start_column=column, end_column=column)
    rows = edited.taken(root, "--as-of", DAY, "--json").json["rows"]
    assert [(each["row"], each["changes"][0]["after"]) for each in rows] == [(2, "王工"), (3, "王工"), (4, "王工")]


def test_comments_and_untouched_lines_stay_and_a_dry_run_writes_nothing(recorded: Path, root: Path) -> None:
    first = List(recorded)
    first.put(2, status="in progress")
    first.put(3, due="2026-07-31")
    assert first.taken(root, "--as-of", DAY).code == 0
    path = register(root)
    marked = path.read_text(encoding="utf-8").replace("  status: in_progress", "  status: in_progress  # by phone")
    path.write_text("# ours\n" + marked, encoding="utf-8")
    before = path.read_bytes()
    edited = List(recorded)
    edited.put(3, due="2026-08-31")
    assert edited.taken(root, "--dry-run").code == 2  # the register says 2026-07-31 by now, the list knew of nothing
    edited = List(recorded)
    edited.put(2, status="in progress")
    edited.put(3, due="2026-07-31")
    done = edited.taken(root)
    assert (done.code, path.read_bytes()) == (0, before)


def test_a_row_whose_entry_has_changed_since_is_a_conflict(recorded: Path, root: Path) -> None:
    first = List(recorded)
    first.put(2, owner="王工")
    assert first.taken(root, "--as-of", DAY).code == 0
    before = register(root).read_bytes()
    late = List(recorded)
    late.put(2, owner="李工")
    done = late.taken(root, "--as-of", DAY)
    assert done.code == 2 and "W-0001 now says owner: 王工" in done.errors
    assert register(root).read_bytes() == before


def test_the_same_row_changed_twice_is_taken_once(recorded: Path, root: Path) -> None:
    edited = List(recorded)
    edited.put(2, owner="王工")
    values = [cell.value for cell in edited.sheet[2]]
    edited.sheet.append(values)
    edited.put(edited.sheet.max_row, owner="李工")
    told = edited.taken(root, "--as-of", DAY, "--json").json
    assert [each["code"] for each in told["problems"]] == ["list-row-twice"]
    assert [each["changes"][0]["after"] for each in told["rows"]] == ["王工"]


def test_a_new_row_needs_the_day_and_nothing_is_written_without(recorded: Path, root: Path) -> None:
    edited = List(recorded)
    edited.put(2, owner="王工")
    done = edited.taken(root)
    assert done.code == 2 and "--as-of" in done.errors
    assert not register(root).exists()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda each: each.book.remove(each.book["drillsim"]), "does not say that drillsim wrote it"),
        (lambda each: each.sheet.delete_cols(each.columns["due"]), "lacks columns: Due"),
        (lambda each: each.book["drillsim"].cell(2, 3, "somebody-else"), "is about somebody-else"),
        (lambda each: each.book["drillsim"].cell(1, 3, "poem"), 'kind "poem"'),
        (lambda each: each.book["drillsim"].cell(1, 2, "9"), "format 9"),
    ],
    ids=["mark gone", "column gone", "other customer", "other kind", "newer"],
)
def test_what_is_no_list_of_this_customer_is_refused_whole(spoil: Edit, said: str, recorded: Path, root: Path) -> None:
    edited = List(recorded)
    edited.put(2, owner="王工")
    spoil(edited)
    done = edited.taken(root, "--as-of", DAY)
    assert (done.code, said in done.errors) == (2, True), done.errors
    assert not register(root).exists()

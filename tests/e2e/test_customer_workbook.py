"""A customer's folder as one workbook: what is exported comes back as the same value, and a change of one cell changes
its line alone."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from broken.spoil import copy_of_good
from drillsim.errors import InvalidInput
from drillsim.files import load_customer
from drillsim.files.workbook import mark_of, read_book
from drillsim.texts import LANGS, Lang
from drillsim.use.load import load
from drillsim.use.workbook import export_customer, import_customer, made_files
from helpers.command import Done
from helpers.in_process import drillsim_here
from helpers.shipped import HOSPITAL, ROOT

CUSTOMERS = ("airport", "central-hospital", "chemical-plant", "data-centre", "oberrhein-waterworks")


PLAYED = ("central-hospital", "oberrhein-waterworks")
"""Those of the gate; the others come back in `--full`."""


def _of_language(name: str) -> Lang:
    return LANGS[CUSTOMERS.index(name) % 2]


@pytest.mark.parametrize(
    "name", [pytest.param(each, marks=[] if each in PLAYED else pytest.mark.full) for each in CUSTOMERS]
)
def test_every_shipped_customer_comes_back_from_his_workbook_as_the_same_value(name: str, tmp_path: Path) -> None:
    plan = ROOT / "plans" / name
    folder, _ = load(plan)
    export_customer(folder, tmp_path / "plan.xlsx", _of_language(name))
    book = read_book(tmp_path / "plan.xlsx")
    mark = mark_of(book)
    assert import_customer(folder, book, mark).changes == []
    network = plan / "network.json"
    beside = {"network.json": network.read_bytes()} if network.is_file() else None
    again = tmp_path / name
    again.mkdir()
    for file, data in made_files(book, mark, name, beside).items():
        (again / file).write_bytes(data)
    was, now = folder.dossier, load_customer(again).dossier
    assert (was.customer, was.site, was.plan, was.network) == (now.customer, now.site, now.plan, now.network)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("book")
    copy_of_good(root / "good")
    for lang in LANGS:
        done = drillsim_here("export", "good", f"plan.{lang}.xlsx", "--lang", lang, cwd=root)
        assert done.code == 0, done.errors
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copy_of_good(tmp_path / "plans" / "good")
    return tmp_path


class Book:
    """The workbook as somebody edits it."""

    def __init__(self, exported: Path, lang: Lang = "en") -> None:
        self.book = openpyxl.load_workbook(exported if exported.is_file() else exported / f"plan.{lang}.xlsx")

    def sheet(self, section: str) -> Any:
        return next(each for each in self.book.worksheets if each.title.split(" ")[-1] == section)

    def column(self, section: str, name: str) -> int:
        heads = {str(cell.value).split("(")[-1].rstrip(")"): cell.column for cell in self.sheet(section)[1]}
        return int(heads[name])

    def line(self, section: str, *key: str) -> int:
        rows = self.sheet(section).iter_rows(values_only=True)
        return next(number for number, row in enumerate(rows, 1) if row[: len(key)] == key)

    def cell(self, section: str, key: tuple[str, ...], name: str) -> Any:
        return self.sheet(section).cell(self.line(section, *key), self.column(section, name))

    def taken(self, root: Path, *more: str, plan: str = "plans/good") -> Done:
        self.book.save(root / "plan.xlsx")
        return drillsim_here("import", plan, "plan.xlsx", "--lang", "en", *more, cwd=root)


def files(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((root / "plans" / "good").glob("*.yaml"))}


def changed_lines(before: dict[str, bytes], after: dict[str, bytes]) -> list[tuple[str, str]]:
    found = []
    for name, data in before.items():
        old, new = (each.decode().splitlines() for each in (data, after[name]))
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind != "equal":
                found.append(("\n".join(old[a:b]), "\n".join(new[c:d])))
    return found


@pytest.mark.parametrize(
    ("section", "key", "name", "value", "old", "new"),
    [
        ("site.loads", ("icu",), "max_interruption", "２ 秒", "max_interruption: 500 ms", "max_interruption: 2 秒"),
        ("site.loads", ("icu",), "name:en", "Intensive care", "name: ICU", "name: {zh: ICU, en: Intensive care}"),
        ("customer.people", ("li",), "last_contact_test", dt.datetime(2026, 7, 1), "2026-06-20", "2026-07-01"),
        ("plan.cards.steps", ("C2", "S11"), "within", "12'", "", "within: 12 min"),
        ("plan.cards.steps", ("C2", "S11"), "takes", "{median: 6 min, p90: 9 min}", "6 min", "p90: 9 min"),
        ("customer", ("contract.capacity_kva",), "value", 6300, "", "contract: {capacity_kva: 6300}"),
        ("customer", ("importance.date",), "value", "２０２５年３月１日", "2025-01-01", "2025年3月1日"),
        ("network.load", ("icu",), "p_mw", 0.05, "p_mw: 0.04", "p_mw: 0.05"),
    ],
)  # fmt: skip
def test_a_change_of_one_cell_changes_its_line_alone(
    section: str, key: tuple[str, ...], name: str, value: Any, old: str, new: str, exported: Path, root: Path
) -> None:
    before = files(root)
    edited = Book(exported)
    edited.cell(section, key, name).value = value
    done = edited.taken(root)
    assert done.code == 0, done.errors
    lines = changed_lines(before, files(root))
    assert len(lines) == 1
    assert old in lines[0][0]
    assert new in lines[0][1]
    assert len(lines[0][1].splitlines()) - len(lines[0][0].splitlines()) in (0, 1)
    assert not (root / "plans" / "good" / "history").exists()
    again = Book(exported)
    again.cell(section, key, name).value = value
    assert "Nothing is changed" in again.taken(root).text


def test_rows_come_and_go_and_a_dry_run_writes_nothing(exported: Path, root: Path) -> None:
    before = files(root)
    edited = Book(exported, "zh")
    sheet = edited.sheet("site.channels")
    line = edited.line("site.channels", "phone")
    sheet.append(["radio-2", *(cell.value for cell in sheet[line][1:])])
    steps = edited.sheet("plan.cards.steps")
    at = edited.line("plan.cards.steps", "C2", "S12")
    steps.insert_rows(at + 1)
    for column, value in ((1, "C2"), (2, "S12a")):
        steps.cell(at + 1, column).value = value
    for name, value in (("text", "核对"), ("do", "check"), ("by", "electrician")):
        steps.cell(at + 1, edited.column("plan.cards.steps", name)).value = value
    profiles = edited.sheet("site.modes")
    profiles.delete_rows(edited.line("site.modes", "east-out"))
    told = edited.taken(root, "--dry-run", "--json")
    assert told.code == 0, told.errors
    assert [(each["what"], each["id"]) for each in told.json["changes"]] == [
        ("removed", "east-out"), ("added", "radio-2"), ("added", "S12a"),
    ]  # fmt: skip
    assert files(root) == before
    assert edited.taken(root).code == 0
    folder = load_customer(root / "plans" / "good")
    (card,) = (each for each in folder.dossier.plan.cards if each.id == "C2")
    ids = [each.id for each in card.steps]
    assert ids.index("S12a") == ids.index("S12") + 1
    assert "radio-2" in folder.dossier.site.channels
    assert list(folder.dossier.site.modes) == ["normal"]


def test_a_change_of_an_approved_plan_says_that_nobody_has_approved_it(exported: Path, root: Path) -> None:
    edited = Book(exported)
    assert edited.cell("plan", ("status",), "value").value == "approved"
    edited.cell("plan.cards.steps", ("C2", "S11"), "within").value = "12 min"
    assert "nobody has approved what was changed" in edited.taken(root, "--dry-run").errors
    edited.cell("plan", ("status",), "value").value = "draft"
    done = edited.taken(root)
    assert (done.code, "approved" in done.errors) == (0, False)


def test_rows_in_another_order_are_said_and_not_taken_over(exported: Path, root: Path) -> None:
    before = files(root)
    edited = Book(exported)
    sheet = edited.sheet("plan.cards.steps")
    lines = [edited.line("plan.cards.steps", "C2", name) for name in ("S11", "S12")]
    rows = [[cell.value for cell in sheet[line]] for line in lines]
    for line, values in zip(reversed(lines), rows, strict=True):
        for column, value in enumerate(values, 1):
            sheet.cell(line, column).value = value
    done = edited.taken(root)
    assert done.code == 0
    assert "plan.cards.steps stand in another order" in done.errors
    assert files(root) == before


@pytest.mark.full
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no office program")
def test_a_workbook_saved_by_an_office_program_reads_the_same(exported: Path, root: Path) -> None:
    asked = ["soffice", f"-env:UserInstallation={(root / 'office').as_uri()}", "--headless", "--convert-to"]
    subprocess.run(
        [*asked, "xlsx:Calc MS Excel 2007 XML", "--outdir", root, exported / "plan.zh.xlsx"],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    saved = Book(root / "plan.zh.xlsx")
    assert "Nothing is changed" in saved.taken(root).text
    saved.cell("site.loads", ("icu",), "max_interruption").value = "2 s"
    done = saved.taken(root, "--json")
    assert [(each["id"], each["fields"]) for each in done.json["changes"]] == [("icu", ["max_interruption"])]


def test_every_wrong_cell_is_named_and_nothing_is_written(exported: Path, root: Path) -> None:
    before = files(root)
    edited = Book(exported)
    edited.cell("site.loads", ("icu",), "grade").value = "9"
    edited.cell("site.loads", ("icu",), "place").value = "nowhere"
    edited.cell("site.sources", ("genset-1",), "rated_kw").value = "six hundred"
    edited.cell("plan.cards.steps", ("C2", "S12"), "takes").value = "soon"
    edited.cell("plan.cards.steps", ("C2", "S14"), "after").value = "S999"
    edited.cell("customer", ("importance.level",), "value").value = None
    told = edited.taken(root, "--json")
    assert told.code == 2
    found = {(each["field"], each["code"]) for each in told.json["problems"]}
    place = edited.cell("site.loads", ("icu",), "grade").coordinate
    assert (f"Loads site.loads!{place} Grade (grade)", "not-allowed") in found
    assert {code for _, code in found} >= {"not-allowed", "number", "missing-key"}
    assert all(field.count("!") == 1 for field, _ in found), found
    assert files(root) == before


@pytest.mark.parametrize(
    ("section", "key", "name", "value", "code"),
    [
        ("site.loads", ("icu",), "place", "nowhere", "no-such-id"),
        ("plan.cards.steps", ("C2", "S14"), "after", "S999", "no-such-id"),
        ("plan.cards.steps", ("C2", "S12"), "requires", "[{device: 101", "syntax-braces-open"),
        ("plan.cards.steps", ("C2", "S14"), "cards.id", "C99", "workbook-no-parent"),
        ("site.loads", ("icu",), "id", "", "workbook-no-id"),
        ("site.loads", ("theatre",), "id", "icu", "workbook-id-twice"),
        ("site.loads", ("icu",), "min_supply_time", "=1+1", "cell-formula"),
        ("customer", ("contract.metering",), "field", "contract.colour", "workbook-no-field"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_named_by_sheet_row_and_column(
    section: str, key: tuple[str, ...], name: str, value: str, code: str, exported: Path, root: Path
) -> None:
    before = files(root)
    edited = Book(exported)
    cell = edited.cell(section, key, name)
    cell.value = value
    told = edited.taken(root, "--json")
    assert told.code == 2
    found = [each for each in told.json["problems"] if each["code"] == code]
    assert found, told.json["problems"]
    assert f"!{cell.coordinate} " in found[0]["field"]
    assert found[0]["line"] == cell.row
    assert files(root) == before


def test_a_row_changed_in_both_is_a_conflict_and_one_changed_in_the_file_alone_stays(
    exported: Path, root: Path
) -> None:
    path = root / "plans" / "good" / "site.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("max_interruption: 500 ms", "max_interruption: 400 ms"), encoding="utf-8")
    before = files(root)
    untouched = Book(exported)
    assert "Nothing is changed" in untouched.taken(root).text
    edited = Book(exported)
    edited.cell("site.loads", ("icu",), "max_interruption").value = "300 ms"
    done = edited.taken(root)
    assert (done.code, "The file says 400 ms here by now" in done.errors) == (2, True)
    assert files(root) == before


def test_a_folder_begins_from_a_workbook(exported: Path, tmp_path: Path) -> None:
    done = drillsim_here("init", "a clinic", "--from", exported / "plan.zh.xlsx", "--lang", "zh", cwd=tmp_path)
    assert done.code == 0, done.errors
    assert sorted(path.name for path in (tmp_path / "a clinic").iterdir()) == [
        "customer.yaml", "network.yaml", "plan.yaml", "site.yaml",
    ]  # fmt: skip


def test_nothing_is_written_over_and_the_bytes_are_the_same(exported: Path, tmp_path: Path) -> None:
    path = tmp_path / "again.xlsx"
    plan = copy_of_good(tmp_path / "good")
    assert drillsim_here("export", plan, path, "--lang", "zh").code == 0
    assert path.read_bytes() == (exported / "plan.zh.xlsx").read_bytes()
    done = drillsim_here("export", plan, path, "--lang", "zh")
    assert done.code == 2
    with pytest.raises(InvalidInput):
        export_customer(load(plan)[0], path, "zh")


def test_injects_edited_as_a_workbook_come_back_into_their_list(root: Path) -> None:
    scenario = "both-lost-night-autostart-fails"
    shutil.copytree(ROOT / "plans" / HOSPITAL, root / "plans" / HOSPITAL)
    shutil.copytree(ROOT / "scenarios", root / "scenarios")
    path = root / "scenarios" / HOSPITAL / f"{scenario}.msel.yaml"
    before = path.read_text(encoding="utf-8")
    plan = f"plans/{HOSPITAL}"
    assert drillsim_here("export", plan, "msel.xlsx", "--msel", scenario, "--lang", "zh", cwd=root).code == 0
    edited = Book(root / "msel.xlsx")
    edited.cell("msel.injects", ("icu-asks",), "at").value = "14分钟"
    edited.taken(root, plan=plan)
    now = path.read_text(encoding="utf-8")
    assert [line for line in now.splitlines() if line not in before.splitlines()] == ["    at: 14分钟"]
    edited.cell("msel.injects", ("icu-asks",), "to").value = "nobody-here"
    done = edited.taken(root, "--json", plan=plan)
    assert (done.code, done.json["problems"][0]["code"]) == (2, "no-such-id")
    assert "msel.injects!" in done.json["problems"][0]["field"]
    assert path.read_text(encoding="utf-8") == now

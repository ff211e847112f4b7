"""The plan on paper: a clean copy that holds every step, and a copy in which each change stands word for word."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import docx
import openpyxl
import pytest

from drillsim.documents.blocks import Cell, Document, Table
from drillsim.documents.plan_text import changed_copy, clean_copy, wall_card
from drillsim.documents.plan_text.word_changes import changed_cell
from drillsim.documents.render import render
from drillsim.files import load_customer
from drillsim.texts import LANGS, Lang
from drillsim.use.plan_versions import of_folder
from helpers.shipped import HOSPITAL, ROOT

OLD, NEW = "到柴油机房检查", "3分钟内到柴油机房检查"
FILES = ("customer.yaml", "network.json", "site.yaml", "plan.yaml")


@pytest.fixture(scope="module")
def revised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hospital whose version 3.2 words one step anew, with the version before it kept."""
    folder = tmp_path_factory.mktemp("revised") / HOSPITAL
    for place in (folder, folder / "history" / "3.1"):
        place.mkdir(parents=True)
        for each in (ROOT / "plans" / HOSPITAL).glob("*"):
            if each.name in FILES or each.suffix in (".json", ".yaml"):
                shutil.copy(each, place / each.name)
    plan = folder / "plan.yaml"
    words = plan.read_text(encoding="utf-8")
    assert words.count(OLD) >= 1
    words = (
        words.replace(OLD, NEW, 1).replace('version: "3.1"', 'version: "3.2"').replace("version: 3.1", "version: 3.2")
    )
    plan.write_text(words, encoding="utf-8", newline="\n")
    return folder


def cells(document: Document) -> list[Cell]:
    return [cell for block in document.blocks if isinstance(block, Table) for row in block.rows for cell in row]


@pytest.mark.parametrize("lang", LANGS)
def test_every_step_and_every_role_stands_in_the_clean_copy(revised: Path, lang: Lang) -> None:
    plan = load_customer(revised).dossier.plan
    said = "\n".join(cell.text for cell in cells(clean_copy(of_folder(revised, lang))))
    assert all(step.text.says(lang) in said for card in plan.all_cards() for step in card.steps)
    assert all(actor.name.says(lang) in said for actor in plan.actors.values())
    assert not any(cell.spans for cell in cells(clean_copy(of_folder(revised, lang))))


def test_old_and_new_wording_come_back_out_of_the_marked_copy_word_for_word(revised: Path) -> None:
    versions = of_folder(revised, "zh")
    marked = [cell for cell in cells(changed_copy(versions)) if cell.spans]
    assert marked
    for cell in marked:
        assert "".join(span.text for span in cell.spans) == cell.text
    old, new = (
        {"".join(s.text for s in cell.spans if s.change != other) for cell in marked} for other in ("new", "gone")
    )
    was, now = (load_customer(each).dossier.plan for each in (revised / "history" / "3.1", revised))
    changed = [
        (before, after) for (_, before), (_, after) in zip(was.steps(), now.steps(), strict=True) if before != after
    ]
    assert len(changed) == 1
    assert any(changed[0][0].text.zh in words for words in old)
    assert any(changed[0][1].text.zh in words for words in new)


def test_a_change_is_struck_and_underlined_in_word_html_and_excel(revised: Path) -> None:
    document = changed_copy(of_folder(revised, "zh"))
    word = docx.Document(io.BytesIO(render(document, "docx")))
    runs = [run for t in word.tables for row in t.rows for cell in row.cells for p in cell.paragraphs for run in p.runs]
    assert any(run.font.underline and "3分钟内" in run.text for run in runs)
    page = render(document, "html").decode()
    assert "<ins>3分钟内</ins>" in page
    book = openpyxl.load_workbook(io.BytesIO(render(document, "xlsx")), rich_text=True)
    texts = [c.value for sheet in book.worksheets for row in sheet.iter_rows() for c in row if c.value is not None]
    rich = [each for each in texts if not isinstance(each, str | int | float)]
    assert any("3分钟内" in str(each) for each in rich)


@pytest.mark.parametrize(
    ("old", "new", "gone", "fresh"),
    [
        ("合上G1", "合上G1", [], []),
        ("在101、102之后", "在101之后", ["、102"], []),
        ("report within 5 min", "report within 3 min", ["5"], ["3"]),
        ("甲乙丙丁", "完全不同的话", ["甲乙丙丁"], ["完全不同的话"]),
        ("", "新增", [], ["新增"]),
        ("live for 2 min", "live for 2 min and step 9.3-3 done", [], [" and step 9.3-3 done"]),
    ],
)
def test_words_that_stay_are_not_marked(old: str, new: str, gone: list[str], fresh: list[str]) -> None:
    cell = changed_cell(old, new)
    assert [span.text for span in cell.spans if span.change == "gone"] == gone
    assert [span.text for span in cell.spans if span.change == "new"] == fresh


def test_a_card_to_be_given_out_bears_the_plans_status_and_no_word_of_a_drill(revised: Path) -> None:
    dossier = load_customer(revised).dossier
    page = render(wall_card(dossier, "zh", dossier.plan.cards[0]), "md").decode()
    assert "现行预案" in page
    assert "演练 EXERCISE" not in page

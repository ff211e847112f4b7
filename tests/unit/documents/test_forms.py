"""The papers of a run as blocks and in every format: all that is recorded reaches the page, and nothing else does."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from drillsim.documents.blocks import Cell, Column, Document, Listing, Paragraph, Table, row
from drillsim.documents.forms import KINDS, Kind, forms
from drillsim.documents.render import Format, is_word_file, render
from drillsim.files import AssumedFigure
from drillsim.schema.base import Words
from drillsim.texts import LANGS, Lang
from helpers.sample_report import recommendation, sample_document
from helpers.sample_run import sample_case, sample_journal

ASSUMED = (
    AssumedFigure("site.yaml", 7, "genset-1", "starts_in: 12 s", "assumed"),
    AssumedFigure("plan.yaml", 90, "S03", "takes: 5 min", "unverified"),
)
BAD = '=HYPERLINK("http://x")<script>alert(1)</script>\x07&|*#'


def papers(lang: Lang, kinds: tuple[Kind, ...] = KINDS) -> list[Document]:
    changes = (
        recommendation("R1"),
        recommendation("R2", owner="utility", verdict="untested", before=None, after=None),
        recommendation("R3", verdict="rejected"),
    )
    return forms(sample_document(recommendations=changes), sample_case(), sample_journal(), ASSUMED, lang, kinds)


def paper(kind: Kind, lang: Lang = "en") -> Document:
    return papers(lang, (kind,))[0]


def tables(document: Document) -> list[Table]:
    return [each for each in document.blocks if isinstance(each, Table)]


def made(*blocks: Any) -> Document:
    return Document(
        kind="x", lang="en", title="T", head="H", mark="EXERCISE", classification="Internal", blocks=tuple(blocks)
    )


@pytest.mark.parametrize("lang", LANGS)
def test_every_row_is_as_long_as_its_head_and_no_head_is_empty(lang: Lang) -> None:
    found = [table for document in papers(lang) for table in tables(document)]
    assert len(found) > 8
    for table in found:
        assert all(column.title for column in table.columns)
        assert {len(cells) for cells in table.rows} <= {len(table.columns)}


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_document_gives_the_same_bytes(lang: Lang) -> None:
    formats: tuple[Format, ...] = ("html", "docx", "xlsx", "md")
    first = [render(each, form) for each in papers(lang) for form in formats]
    assert first == [render(each, form) for each in papers(lang) for form in formats]


def test_the_revision_table_has_each_owners_changes_apart_and_none_that_was_rejected() -> None:
    document = paper("revision-table")
    assert [len(table.rows) for table in tables(document)] == [1, 1]
    words = render(document, "md").decode()
    assert "Id R1" in words
    assert "Id R2" in words
    assert "Id R3" not in words
    assert "1 more were rejected" in words


def test_a_change_that_nothing_supports_does_not_say_that_something_does() -> None:
    supported, untried = (table.rows[0][5].text for table in tables(paper("revision-table")))
    assert supported.startswith("Supported by re-running")
    assert "Supported" not in untried


def test_the_improvement_list_has_every_weak_point_once_with_its_code_and_a_moment() -> None:
    (table,) = tables(paper("improvement-list"))
    found = sample_document().findings
    assert sorted(cells[1].text for cells in table.rows) == sorted(each.code for each in found)
    assert [cells[0].value for cells in table.rows] == list(range(1, len(found) + 1))
    assert any(re.match(r"T[+-]\d\d:\d\d:\d\d ", cells[5].text) for cells in table.rows)


def test_every_step_of_the_plan_stands_on_its_card() -> None:
    plan = sample_case().dossier.plan
    found = tables(paper("wall-cards", "zh"))
    assert [len(each.rows) for each in found] == [len(card.steps) for card in plan.cards]
    words = render(paper("wall-cards", "zh"), "md").decode()
    assert plan.version in words
    assert all(step.text.zh.split("|")[0] in words for card in plan.cards for step in card.steps)


def test_a_change_that_re_running_has_rejected_is_no_measure() -> None:
    codes = tuple(dict.fromkeys(each.code for each in sample_document().findings))
    rejected = recommendation("R3", verdict="rejected", codes=codes, new=Words(zh="不该做", en="do not do this"))
    document = sample_document(recommendations=(rejected,))
    kinds: tuple[Kind, ...] = ("improvement-list", "notice", "revision-table")
    found = forms(document, sample_case(), sample_journal(), ASSUMED, "en", kinds)
    assert all("do not do this" not in render(each, "md").decode() for each in found)


def test_every_assumed_figure_is_asked_of_somebody() -> None:
    rows = [cells for table in tables(paper("to-confirm")) for cells in table.rows]
    assert [(cells[1].text, cells[3].text) for cells in rows] == [
        ("site.yaml, line 7", "starts_in: 12 s"),
        ("plan.yaml, line 90", "takes: 5 min"),
    ]


def test_everybody_of_the_plan_can_sign_in() -> None:
    (table,) = tables(paper("sign-in"))
    assert len(table.rows) == len(sample_case().dossier.plan.actors) + 6


def test_a_reviewer_finds_all_of_a_weak_point_in_its_line() -> None:
    (table,) = tables(paper("weak-points"))
    found = sample_document().findings
    assert len(table.rows) == len(found)
    titles = [column.title for column in table.columns]
    lines = [dict(zip(titles, (cell.text for cell in cells), strict=True)) for cells in table.rows]
    assert all(line[name] for line in lines for name in ("Weak point", "Clause", "New wording", "Due"))
    assert all(re.match(r"T[+-]\d\d:\d\d:\d\d ", line["Evidence (moment)"]) for line in lines)
    answered = [line for line in lines if line["Side"]]
    assert answered
    assert all(line["Old wording"] and "Id R" in line["Before and after"] for line in answered)


@pytest.mark.parametrize("kind", KINDS)
def test_word_opens_it_with_real_tables_whose_heads_repeat(kind: Kind) -> None:
    document = paper(kind, "zh")
    word = docx.Document(io.BytesIO(render(document, "docx")))
    headed = [each for each in word.tables if each.rows[0]._tr.xpath("w:trPr/w:tblHeader")]
    assert len(headed) == len(tables(document))
    for written, table in zip(headed, tables(document), strict=True):
        assert [cell.text for cell in written.rows[0].cells] == [each.title for each in table.columns]
        assert [[cell.text for cell in line.cells] for line in written.rows[1:]] == [
            [cell.text for cell in cells] for cells in table.rows
        ]
    assert word.paragraphs[0].style is not None
    assert word.paragraphs[0].style.name == "Title"
    assert document.classification in word.sections[0].header.paragraphs[0].text
    fields = word.sections[0].footer._element.iter(qn("w:fldSimple"))
    assert [each.get(qn("w:instr")) for each in fields] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_workbook_has_every_table_as_a_sheet_that_filters(kind: Kind) -> None:
    document = paper(kind, "zh")
    book = openpyxl.load_workbook(io.BytesIO(render(document, "xlsx")))
    assert len([each for each in book.worksheets if each.sheet_state == "visible"]) == len(tables(document)) + 1
    for sheet, table in zip(book.worksheets, tables(document), strict=False):
        assert [cell.value for cell in sheet[1]] == [each.title for each in table.columns]
        assert sheet.max_row == len(table.rows) + 1
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref


def test_the_status_of_a_row_is_picked_from_a_list() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(paper("improvement-list"), "xlsx")))
    asked = [each.formula1 for each in book.worksheets[0].data_validations.dataValidation]
    assert '"open,in progress,done,verified,rejected"' in asked


def test_no_text_becomes_a_formula_a_tag_or_a_table_line() -> None:
    document = made(Paragraph(BAD), Listing((BAD,)), Table((Column("c"),), (row(BAD), row(Cell("12", 12)))))
    book = openpyxl.load_workbook(io.BytesIO(render(document, "xlsx")))
    first = book.worksheets[0]["A2"]
    assert (first.data_type, first.value) == ("s", BAD.replace("\x07", ""))
    assert book.worksheets[0]["A3"].value == 12
    tags: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: Any) -> None:
            tags.append(tag)

    Reader().feed(render(document, "html").decode())
    assert "script" not in tags
    assert tags.count("td") == 2
    assert "\\|" in render(document, "md").decode()
    assert docx.Document(io.BytesIO(render(document, "docx"))).tables[0].cell(1, 0).text == BAD.replace("\x07", "")


def test_lists_begin_at_one_each() -> None:
    document = made(Listing(("a", "b"), numbered=True), Listing(("c",), numbered=True))
    word = docx.Document(io.BytesIO(render(document, "docx")))
    numbers = [each.get(qn("w:val")) for each in word.element.body.iter(qn("w:numId"))]
    assert numbers[0] == numbers[1] != numbers[2]
    starts = word.part.numbering_part.element.xpath("w:num/w:lvlOverride/w:startOverride/@w:val")
    assert starts == ["1", "1"]


def test_the_companys_own_template_comes_first() -> None:
    own = docx.Document()
    own.sections[0].header.paragraphs[0].text = "Our company"
    own.styles["Heading 1"].font.name = "Courier New"
    own.styles.element.remove(own.styles["Table Grid"].element)
    data = io.BytesIO()
    own.save(data)
    assert is_word_file(data.getvalue())
    word = docx.Document(io.BytesIO(render(paper("approval"), "docx", data.getvalue())))
    assert word.sections[0].header.paragraphs[0].text == "Our company"
    assert word.styles["Heading 1"].font.name == "Courier New"
    assert word.tables[0].style is not None


def packed(**members: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_rels", ".rels"), body)
        archive.writestr("[Content_Types].xml", b"<Types/>")
    return data.getvalue()


OUTSIDE = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="http://x/y" '
    b'TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 no archive",
        packed(word__other_xml=b"<a/>"),
        packed(word__document_xml=b"<a/>", word__vbaProject_bin=b"x"),
        packed(word__document_xml=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        packed(word__document_xml=b"<a>"),
        packed(word__document_xml=b"<a/>", word__big_xml=b" " * 50_000_000),
        packed(word__document_xml=b"<a/>", word___rels__document_xml_rels=OUTSIDE % b"attachedTemplate"),
    ],
    ids=["empty", "garbage", "no body", "macros", "entities", "broken", "bomb", "fetched"],
)
def test_a_file_that_does_more_than_hold_words_is_no_template(data: bytes) -> None:
    assert not is_word_file(data)


def test_a_template_may_link_to_the_companys_own_page() -> None:
    assert is_word_file(packed(word__document_xml=b"<a/>", word___rels__document_xml_rels=OUTSIDE % b"hyperlink"))


@pytest.mark.parametrize("lang", LANGS)
def test_page_one_of_the_report_stands_on_one_printed_page(lang: Lang, tmp_path: Path) -> None:
    import shutil

    if shutil.which("chromium") is None or shutil.which("pdftotext") is None:
        pytest.skip("nothing to print with")
    import subprocess

    file = tmp_path / "page.pdf"
    file.write_bytes(render(paper("after-action", lang), "pdf"))
    first = subprocess.run(["pdftotext", "-l", "1", file, "-"], capture_output=True, check=True).stdout.decode()
    second = subprocess.run(
        ["pdftotext", "-f", "2", "-l", "2", file, "-"], capture_output=True, check=True
    ).stdout.decode()
    assert {"zh": "不得据此操作设备", "en": "never an instruction"}[lang] in first
    assert second.strip()


@pytest.mark.parametrize("kind", KINDS)
def test_as_data_it_says_the_same_with_types(kind: Kind) -> None:
    document = paper(kind, "zh")
    told = json.loads(render(document, "json"))
    assert (told["format"], told["kind"], told["lang"], told["title"]) == (1, kind, "zh", document.title)
    assert [each["type"] for each in told["blocks"]] == [type(each).__name__.lower() for each in document.blocks]
    found = [each for each in told["blocks"] if each["type"] == "table"]
    for said, table in zip(found, tables(document), strict=True):
        assert [[cell["text"] for cell in line] for line in said["rows"]] == [
            [cell.text for cell in cells] for cells in table.rows
        ]


def test_numbers_stay_numbers_and_days_days_as_data() -> None:
    cells = row(Cell("12", 12), Cell("1. Mai", dt.date(2026, 5, 1)), "=1+1")
    document = made(Table((Column("a"), Column("b"), Column("c")), (cells,)))
    (line,) = json.loads(render(document, "json"))["blocks"][0]["rows"]
    assert [each["value"] for each in line] == [12, "2026-05-01", None]
    assert line[2]["text"] == "=1+1"


@pytest.mark.parametrize("first", "=+-@\t")
def test_a_cell_that_begins_like_a_formula_is_text_once_it_was_saved_again(first: str) -> None:
    data = render(made(Table((Column("c"),), (row(f"{first}1+1"),))), "xlsx")
    again = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(data)).save(again)
    for each in (data, again.getvalue()):
        cell = openpyxl.load_workbook(io.BytesIO(each)).worksheets[0]["A2"]
        assert cell.data_type == "s"
        assert cell.value.strip() == f"{first}1+1".strip()


@pytest.mark.parametrize(("words", "least"), [("x", 15), ("x" * 400, 60), ("变压器" * 60, 45), ("a\nb\nc", 45)])
def test_a_row_of_a_workbook_is_as_high_as_its_words(words: str, least: int) -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(made(Table((Column("c"),), (row(words),))), "xlsx")))
    height = book.worksheets[0].row_dimensions[2].height
    assert height is not None
    assert least <= height <= 405
    assert height == 16 or least > 15

"""What a whole report needs of blocks: pictures, links, contents, turned paper, in every format."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from drillsim.documents.blocks import (
    Cell,
    Column,
    Document,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    contents,
    row,
)
from drillsim.documents.pictures import raster
from drillsim.documents.pictures.canvas import Canvas, Drawn
from drillsim.documents.render import render


def drawn(words: str) -> Drawn:
    canvas = Canvas(300.0, "test")
    canvas.text(20.0, 20.0, words)
    return canvas.drawn(100.0, "title", "description", "test")


def made(*blocks: Any) -> Document:
    return Document(
        kind="x", lang="en", title="T", head="H", mark="EXERCISE", classification="Internal", blocks=tuple(blocks)
    )


def linked(words: str = "G1") -> Document:
    blocks: list[Any] = [
        Heading("First", id="first"),
        Paragraph("to the second", link="second"),
        Listing(("to the row", "nowhere"), links=("row=1", "")),
        PageBreak(landscape=True, density="dense"),
        Heading("Second", 2, id="second"),
        Table((Column("a"), Column("b")), (row(Cell("x", id="row=1"), Cell("one\ntwo", links=("", "first"))),)),
        Picture("oneline", "Figure 1", "what it shows", drawn(words)),
    ]
    return made(contents(blocks), *blocks)


def test_every_link_of_a_page_leads_somewhere() -> None:
    page = render(linked(), "html").decode()
    ids, links = re.findall(r'<(?:h\d|tr) id="([^"]+)"', page), re.findall(r'href="#([^"]+)"', page)
    assert len(links) == 5
    assert set(links) <= set(ids)


def test_every_link_of_a_word_file_leads_to_a_bookmark_of_its_own() -> None:
    body = docx.Document(io.BytesIO(render(linked(), "docx"))).element.body
    marks = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    links = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))]
    assert len(links) == 5
    assert set(links) <= set(marks)
    assert len(marks) == len(set(marks))


def test_the_contents_of_a_word_file_are_a_field_that_is_filled() -> None:
    word = docx.Document(io.BytesIO(render(linked(), "docx")))
    kinds = [each.get(qn("w:fldCharType")) for each in word.element.body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    assert [each.text for each in word.paragraphs[1:3]] == ["First", "Second"]


def test_a_link_in_a_workbook_leads_to_the_row() -> None:
    table = Table((Column("a"),), (row(Cell("there", links=("row=1",))),), "from")
    document = linked()
    document = replace(document, blocks=(*document.blocks, table))
    book = openpyxl.load_workbook(io.BytesIO(render(document, "xlsx")))
    link = book["from"]["A2"].hyperlink
    assert link is not None
    assert link.location == "'Second'!A2"
    assert book["from"]["A2"].value == "there"


def test_paper_is_turned_from_the_break_on_and_stays_a4() -> None:
    sections = docx.Document(io.BytesIO(render(linked(), "docx"))).sections
    sizes = [(each.page_width, each.page_height) for each in sections]
    assert [tuple(round(side.mm) for side in size if side is not None) for size in sizes] == [(210, 297), (297, 210)]
    assert '<section class="page dense across">' in render(linked(), "html").decode()


def test_a_picture_is_painted_in_a_word_file_with_its_words_for_those_who_do_not_see_it() -> None:
    data = render(linked(), "docx")
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert [name for name in names if name.endswith(".png")] == ["word/media/image1.png"]
    (about,) = docx.Document(io.BytesIO(data)).element.body.iter(qn("wp:docPr"))
    assert about.get("descr") == "what it shows"
    assert data == render(linked(), "docx")


def test_a_name_no_face_has_is_told_and_not_drawn_as_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "CHINESE_FACES", ())
    data = render(linked("1号柴油机"), "docx")
    assert not [name for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if name.endswith(".png")]
    assert "pictures/oneline.svg" in docx.Document(io.BytesIO(data)).paragraphs[-1].text


def test_a_length_of_time_is_a_number_in_a_workbook() -> None:
    table = Table((Column("a"),), (row(Cell("1 h 30 min", dt.timedelta(minutes=90))),), "t")
    cell = openpyxl.load_workbook(io.BytesIO(render(made(table), "xlsx")))["t"]["A2"]
    assert cell.value == dt.timedelta(minutes=90)
    assert cell.number_format == "[h]:mm:ss"

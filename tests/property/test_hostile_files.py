"""Whatever bytes are given as a workbook, a template or a journal: one message or a value, never a traceback."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drillsim.documents.blocks import Column, Document, Returns, Table, row
from drillsim.documents.render import is_word_file, render
from drillsim.errors import InvalidInput, JournalUnreadable
from drillsim.files.workbook import mark_of, read_book, returned_rows
from drillsim.journal import read_journal
from drillsim.journal.record import lines_of
from helpers.sample_run import sample_journal

EXAMPLES = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
SPOILINGS = st.lists(
    st.tuples(
        st.integers(0, 10**6), st.sampled_from(("flip", "cut", "put", "twice")), st.binary(min_size=1, max_size=9)
    ),
    min_size=1,
    max_size=6,
)


def document() -> Document:
    returns = Returns("improvement-list", (("customer", "x"),), ("code", "subject"), ((("G01", "a"), "0"),))
    table = Table((Column("Code"), Column("Subject")), (row("G01", "a"),), returns=returns)
    return Document(kind="x", lang="en", title="T", head="H", mark="M", classification="C", blocks=(table,))


@cache
def workbook() -> bytes:
    return render(document(), "xlsx")


@cache
def template() -> bytes:
    found = io.BytesIO()
    docx.Document().save(found)
    return found.getvalue()


def spoilt(data: bytes, changes: list[tuple[int, str, bytes]]) -> bytes:
    for place, kind, new in changes:
        at = place % (len(data) or 1)
        match kind:
            case "flip":
                data = data[:at] + new + data[at + len(new) :]
            case "cut":
                data = data[:at] + data[at + 40 * len(new) :]
            case "put":
                data = data[:at] + new + data[at:]
            case _:
                data = data[:at] + data[at : at + 50] * len(new) + data[at + 50 :]
    return data


def spoilt_inside(data: bytes, member: int, changes: list[tuple[int, str, bytes]]) -> bytes:
    """One part of the archive spoilt, and the whole packed soundly again."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        for number, name in enumerate(names):
            body = old.read(name)
            new.writestr(name, spoilt(body, changes) if number == member % len(names) else body)
    return found.getvalue()


def read_list(path: Path) -> None:
    book = read_book(path)
    returned_rows(book, mark_of(book), ("code", "subject"))


def fill(data: bytes) -> None:
    if is_word_file(data):
        render(document(), "docx", data, "our.docx")


def read(path: Path) -> None:
    read_journal(path)


def refused_or_read(do: Callable[[], None]) -> None:
    try:
        do()
    except (InvalidInput, JournalUnreadable):
        return


@EXAMPLES
@given(data=st.binary(max_size=400), changes=SPOILINGS, member=st.integers(0, 40), kind=st.integers(0, 2))
def test_any_workbook_is_read_or_refused(
    data: bytes, changes: list[tuple[int, str, bytes]], member: int, kind: int, tmp_path: Path
) -> None:
    path = tmp_path / "list.xlsx"
    made = (data, spoilt(workbook(), changes), spoilt_inside(workbook(), member, changes))[kind]
    path.write_bytes(made)
    refused_or_read(lambda: read_list(path))


@EXAMPLES
@given(data=st.binary(max_size=400), changes=SPOILINGS, member=st.integers(0, 40), kind=st.integers(0, 2))
def test_any_template_is_filled_or_refused(
    data: bytes, changes: list[tuple[int, str, bytes]], member: int, kind: int
) -> None:
    made = (data, spoilt(template(), changes), spoilt_inside(template(), member, changes))[kind]
    refused_or_read(lambda: fill(made))


@EXAMPLES
@given(data=st.binary(max_size=400), changes=SPOILINGS, whole=st.booleans())
def test_any_journal_is_read_or_refused(
    data: bytes, changes: list[tuple[int, str, bytes]], whole: bool, tmp_path: Path
) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_bytes(data if whole else spoilt(journal(), changes))
    refused_or_read(lambda: read(path))


@cache
def journal() -> bytes:
    return "\n".join(lines_of(sample_journal())).encode()


def test_a_sound_workbook_template_and_journal_are_read(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(workbook())
    read_list(path)
    assert is_word_file(template())
    fill(template())


def packed(**changed: bytes) -> bytes:
    """The workbook with parts replaced or added; `__` stands for a slash, `_xml` for .xml."""
    found = io.BytesIO()
    put = {
        name.replace("__", "/")
        .replace("_rels/", "\0")
        .replace("_xml", ".xml")
        .replace("_bin", ".bin")
        .replace("_rels", ".rels")
        .replace("\0", "_rels/"): body
        for name, body in changed.items()
    }
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in put:
                new.writestr(name, old.read(name))
        for name, body in put.items():
            new.writestr(name, body)
    return found.getvalue()


OUTSIDE = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://x/y" '
    b'TargetMode="External"/></Relationships>'
)
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/>%s</worksheet>'
HOSTILE = {
    "zip bomb": (packed(xl__media__x_bin=b"\0" * 60_000_000), "xlsx-bomb"),
    "entities": (packed(xl__workbook_xml=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "xlsx-xml"),
    "entities in a part of another name": (packed(xl__sheet_bin=b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'), "xlsx-xml"),
    "another encoding": (packed(xl__workbook_xml=b'<?xml version="1.0" encoding="UTF-7"?><a/>'), "xlsx-xml"),
    "macros": (packed(xl__vbaProject_bin=b"x"), "office-program"),
    "another workbook": (packed(xl__externalLinks__externalLink1_xml=b"<a/>"), "office-program"),
    "a range over everything merged": (
        packed(xl__worksheets__sheet1_xml=SHEET % b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "workbook-huge",
    ),
    "a range over everything linked": (
        packed(xl__worksheets__sheet1_xml=SHEET % b'<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>'),
        "workbook-huge",
    ),
    "a million cells": (
        packed(xl__worksheets__sheet1_xml=SHEET.replace(b"<sheetData/>", b"<sheetData>%s</sheetData>")
               % (b'<row r="1">' + b"".join(b'<c r="A%d"/>' % n for n in range(300_001)) + b"</row>", b"")),
        "workbook-huge",
    ),
    "fetched": (packed(xl___rels__workbook_xml_rels=OUTSIDE), "office-fetches"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_workbook_that_does_more_than_hold_words_is_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    data, code = HOSTILE[name]
    path = tmp_path / "list.xlsx"
    path.write_bytes(data)
    with pytest.raises(InvalidInput) as refused:
        read_list(path)
    assert [each.code for each in refused.value.problems] == [code]


def test_a_file_larger_than_any_list_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"PK" + b"\0" * 6_000_000)
    with pytest.raises(InvalidInput) as refused:
        read_book(path)
    assert [each.code for each in refused.value.problems] == ["file-too-large"]


def test_a_formula_is_named_not_read(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    book.worksheets[0]["A2"] = '=HYPERLINK("http://x")'
    path = tmp_path / "list.xlsx"
    book.save(path)
    found = read_book(path)
    (line,) = returned_rows(found, mark_of(found), ("code", "subject"))
    assert (line.written, line.cells["code"].wrong) == (None, "cell-formula")


@pytest.mark.parametrize(
    "line", [b"[" * 100_000, b'{"seq":0,"t_ms":0,"type":[]}', b'{"seq":"x","t_ms":0,"type":"hazard"}']
)
def test_a_line_of_a_journal_that_is_no_event_is_named(line: bytes, tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    head, first, *rest = journal().split(b"\n")
    path.write_bytes(b"\n".join((head, line, first, *rest)))
    with pytest.raises(JournalUnreadable) as refused:
        read_journal(path)
    assert (refused.value.problem.line, refused.value.problem.code) == (2, "journal-line-damaged")

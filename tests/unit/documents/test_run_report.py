"""The run report as blocks: page one, links, no empty cell, both languages, the same in every format."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from drillsim.documents.blocks import Callout, Cell, Document, Heading, Listing, PageBreak, Picture, Table, pages
from drillsim.documents.grade import grade
from drillsim.documents.names import names_of
from drillsim.documents.render import render
from drillsim.documents.run_report import run_report
from drillsim.documents.run_report.alike import alike
from drillsim.documents.source import Recorded
from drillsim.texts import LANGS, Lang
from helpers.sample_report import recommendation, sample_document, sample_report
from helpers.sample_run import sample_case, sample_journal

CHANGES = (
    recommendation("R1"),
    recommendation("R2", owner="utility", verdict="untested", before=None, after=None),
    recommendation("R3", verdict="rejected"),
)


def made(lang: Lang) -> Document:
    return run_report(sample_report(lang, recommendations=CHANGES))


def cells(document: Document) -> list[Cell]:
    tables = [each for each in document.blocks if isinstance(each, Table)]
    return [cell for table in tables for line in table.rows for cell in line]


@pytest.mark.parametrize("lang", LANGS)
def test_no_cell_is_empty_and_every_row_is_as_long_as_its_head(lang: Lang) -> None:
    document = made(lang)
    assert [cell for cell in cells(document) if not cell.text.strip()] == []
    for table in (each for each in document.blocks if isinstance(each, Table)):
        assert {len(line) for line in table.rows} == {len(table.columns)}


@pytest.mark.parametrize("lang", LANGS)
def test_every_link_leads_somewhere_and_no_two_places_have_one_name(lang: Lang) -> None:
    document = made(lang)
    headings = [each.id for each in document.blocks if isinstance(each, Heading) and each.id]
    ids = [*headings, *(cell.id for cell in cells(document) if cell.id)]
    links = {link for cell in cells(document) for link in cell.links if link}
    links |= {link for each in document.blocks if isinstance(each, Listing) for link in each.links if link}
    assert links <= set(ids)
    assert len(ids) == len(set(ids))
    page = render(document, "html").decode()
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r' id="([^"]+)"', page))
    body = docx.Document(io.BytesIO(render(document, "docx"))).element.body
    marks = {each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))}
    assert {each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))} <= marks


def test_a_weak_point_leads_to_its_step_clause_change_and_events_and_a_step_to_its_clause() -> None:
    links = {link.split("-")[0] for cell in cells(made("en")) for link in cell.links if link}
    assert {"step", "clause", "change", "event"} <= links


@pytest.mark.parametrize("lang", LANGS)
def test_page_one_has_all_that_was_missed_with_its_cause_and_a_grade(lang: Lang) -> None:
    report = sample_report(lang, recommendations=CHANGES)
    _, first = next(pages(run_report(report)))
    lights = next(each for each in first if isinstance(each, Table))
    missed = [light for light in report.lights if light.verdict == "missed"]
    named = "".join(line[1].text for line in lights.rows)
    assert missed and all(light.name in named for light in missed)
    causes = {line[-1].text for line in lights.rows if line[0].tone == "bad"}
    assert causes and all(re.match(r"[A-Z]\d\d ", each) for each in causes)
    callout = next(each for each in first if isinstance(each, Callout))
    assert "U" in callout.text or "M" in callout.text


def test_nothing_that_was_not_judged_throughout_has_a_grade() -> None:
    case, journal = sample_case(), sample_journal()
    document = sample_document()
    met = [row.model_copy(update={"verdict": "met"}) for row in document.loads]
    functions = [row.model_copy(update={"verdict": "met"}) for row in document.functions]

    def graded(**changed: object) -> str | None:
        update = {"loads": met, "functions": functions, "hazards": [], **changed}
        return grade(Recorded(names_of(case.dossier, "en"), document.model_copy(update=update), case, journal))

    assert graded() == "S"
    assert graded(findings=[]) == "P"
    assert graded(status="incomplete") is None
    left = [met[0].model_copy(update={"verdict": "not_tested", "protected": True}), *met[1:]]
    assert graded(loads=left) is None
    minor = next(number for number, row in enumerate(met) if row.id == "lighting")
    late = [row.model_copy(update={"verdict": "missed"}) if number == minor else row for number, row in enumerate(met)]
    assert graded(loads=late) == "M"
    assert grade(Recorded(names_of(case.dossier, "en"), document, case, journal)) == "U"


@pytest.mark.parametrize("lang", LANGS)
def test_the_appendix_is_marked_and_paper_is_a4_whichever_way_it_lies(lang: Lang) -> None:
    document = made(lang)
    assert [each.id for each in document.blocks if isinstance(each, Heading) and each.appendix] == ["details"]
    assert any(isinstance(each, PageBreak) and each.landscape for each in document.blocks)
    sections = docx.Document(io.BytesIO(render(document, "docx"))).sections
    sides = {
        (round(each.page_width.mm), round(each.page_height.mm))
        for each in sections
        if each.page_width and each.page_height
    }
    assert sides == {(210, 297), (297, 210)}


def test_pictures_stand_in_word_and_page_alike() -> None:
    document = made("zh")
    drawn = [each.name for each in document.blocks if isinstance(each, Picture)]
    assert {"timeline", "service", "causes", "oneline", "stores"} <= set(drawn)
    assert render(document, "html").decode().count("<svg") == len(drawn)
    body = docx.Document(io.BytesIO(render(document, "docx"))).element.body
    assert len(list(body.iter(qn("wp:inline")))) == len(drawn)


def test_the_workbook_has_the_times_as_numbers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(made("en"), "xlsx")))
    outages = [row[3].value for row in book.worksheets[0].iter_rows(min_row=2)]
    assert outages and not any(isinstance(each, str) and each[:1].isdigit() for each in outages)


def test_a_step_nobody_began_at_many_places_is_one_line_that_names_them_all() -> None:
    line = next(each for each in sample_report("en").steps)
    idle = [replace(line, step=f"S9[sub-{n}]", times_ms=(None, None, None), waits=("w",)) for n in range(30)]
    other = replace(idle[0], step="S9[sub-30]", waits=("another reason",))
    groups = alike([line, *idle, other])
    assert [len(each) for each in groups] == [1, 30, 1]
    document = run_report(replace(sample_report("en"), steps=(line, *idle, other)))
    (told,) = [cell.text for cell in cells(document) if cell.id == "step-S9[sub-0]"]
    assert "29 more places" in told and all(f"S9[sub-{n}]" in told for n in range(30))


def test_a_label_is_bold_in_markdown_with_the_gap_behind_its_marks() -> None:
    assert "**Scenario:** " in render(made("en"), "md").decode()
    assert "**场景：**" in render(made("zh"), "md").decode()

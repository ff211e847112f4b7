"""Cards for the wall: one page each for every shipped customer, and no word torn where there is room for it."""

from __future__ import annotations

import pytest

from drillsim.documents.blocks import Cell, Column, Document, Facts, PageBreak, Table, pages
from drillsim.documents.pictures.measure import em_width
from drillsim.documents.plan_text import wall_cards
from drillsim.documents.plan_text.fit import SIZES, height_pt
from drillsim.documents.render import render
from drillsim.documents.render.columns import widths
from drillsim.texts import LANGS, Lang
from helpers.shipped import CUSTOMERS, shipped

PAGE_PT = 810
"""Greatest estimate at which a card stands on one page. Estimates are on the wide side: one of 817 pt has been seen to
fit an A4 page in LibreOffice with the widest of faces."""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("customer", CUSTOMERS)
def test_every_card_of_every_customer_is_estimated_to_stand_on_one_page(customer: str, lang: Lang) -> None:
    dossier = shipped(customer)
    document = wall_cards(dossier, lang)
    found = list(pages(document))
    assert len(found) == len(dossier.plan.cards)
    for begins, blocks in found:
        facts = next(each for each in blocks if isinstance(each, Facts))
        table = next(each for each in blocks if isinstance(each, Table))
        assert height_pt(facts, table, dict(SIZES)[begins.density]) <= PAGE_PT, blocks[0]


def test_a_card_with_little_on_it_is_printed_large() -> None:
    document = wall_cards(shipped(CUSTOMERS[0]), "zh")
    sizes = {document.density, *(each.density for each in document.blocks if isinstance(each, PageBreak))}
    assert "large" in sizes


def test_a_column_is_wide_enough_for_its_longest_word_where_there_is_room() -> None:
    words = "unable to be performed"
    columns = (Column("Rating", 0.2), Column("What is asked", 5.0))
    found = widths(Table(columns, ((Cell(words), Cell("a " * 200)),)), 60.0)
    assert found[0] >= em_width("performed") + 1
    assert sum(found) == pytest.approx(60.0)


def test_where_every_column_asks_for_more_than_there_is_long_texts_keep_some_room() -> None:
    columns = (*(Column("Extraordinarily", 0.5) for _ in range(15)), Column("Text", 4.0))
    cells = (*(Cell("Extraordinarily") for _ in range(15)), Cell("many words " * 30))
    found = widths(Table(columns, (cells,)), 84.0)
    assert max(found) == found[-1]
    assert sum(found) == pytest.approx(84.0)


def test_the_watermark_stands_in_the_header_of_a_paper_that_is_not_in_force() -> None:
    import io
    import zipfile
    from dataclasses import replace

    document = wall_cards(shipped(CUSTOMERS[0]), "zh")

    def header(of: Document) -> str:
        archive = zipfile.ZipFile(io.BytesIO(render(of, "docx")))
        names = [each for each in archive.namelist() if each.startswith("word/header")]
        return "".join(archive.read(each).decode() for each in names)

    assert "textpath" not in header(document)
    drafted = replace(document, mark='草案 "&<', stamped=True)
    assert 'string="草案' in header(drafted).replace("'", '"')

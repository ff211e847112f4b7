"""Copies by recipient: telephone numbers are hidden, marks are the customer's own, and each side gets its own rows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from drillsim.documents.blocks import Cell, Column, Document, Facts, Listing, Paragraph, Table, row
from drillsim.documents.extract import RECIPIENTS, Recipient, marked_for, masked, masked_words
from drillsim.documents.forms import forms
from drillsim.documents.render import render
from drillsim.errors import InvalidInput
from drillsim.files import load_customer
from drillsim.texts import text
from drillsim.use.forms import Asked, papers_of
from helpers.sample_report import recommendation, sample_document
from helpers.sample_run import sample_case, sample_journal
from helpers.shipped import HOSPITAL, ROOT


def made() -> Document:
    told = "值班电话 13812345678，总机 0531-88886666"
    blocks = (Paragraph(told), Listing((told,)), Facts((("电话", told),)), Table((Column("c"),), (row(Cell(told)),)))
    return Document(
        kind="x", lang="zh", title="T", head="H", mark="演练 EXERCISE", classification="内部资料", blocks=blocks
    )


@pytest.mark.parametrize(
    ("said", "hidden"),
    [
        ("13812345678", "138****5678"),
        ("电话13812345678。", "电话138****5678。"),
        ("138 1234 5678", "138****5678"),
        ("0531-88886666", "0531****6666"),
        ("(0531) 8888", "(0531) 8888"),
        ("+44 20 7946 0958", "+44****58"),
        ("T+01:04:36 101、102 2027-01-15 10kV 1250 kVA", "T+01:04:36 101、102 2027-01-15 10kV 1250 kVA"),
        ("P-2026-014 370112000138", "P-2026-014 370112000138"),
    ],
)
def test_the_middle_of_a_telephone_number_is_hidden_and_no_other_figure(said: str, hidden: str) -> None:
    assert masked_words(said) == hidden


def test_no_number_is_left_anywhere_on_a_masked_paper() -> None:
    page = render(masked(made()), "md").decode()
    assert "138****5678" in page.replace("\\", "")
    assert "13812345678" not in page
    assert "88886666" not in page


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_every_copy_says_whose_it_is_and_only_one_for_outside_is_not_internal(recipient: Recipient) -> None:
    found = marked_for(made(), "", recipient).classification
    assert text("zh", f"form-copy-{recipient}") in found
    assert ("内部资料" in found) == (recipient != "outside")
    assert marked_for(made(), "商密", recipient).classification.startswith("商密") == (recipient != "outside")


def test_each_side_gets_its_own_rows_and_those_of_both() -> None:
    changes = tuple(recommendation(f"R-{owner}", owner=owner) for owner in ("customer", "utility", "both"))
    document = sample_document(recommendations=changes)
    for side, other in (("customer", "utility"), ("utility", "customer")):
        (paper,) = forms(document, sample_case(), sample_journal(), (), "en", ("revision-table",), (side,))  # type: ignore[arg-type]
        words = render(paper, "md").decode()
        assert f"R-{side}" in words
        assert "R-both" in words
        assert f"R-{other}" not in words


def test_a_customer_gives_single_cards_for_outside_without_diagram_or_weak_point(tmp_path: Path) -> None:
    asked = Asked(speak=lambda own: "zh", formats=("md",), recipient="outside", out=tmp_path)
    lang, paths = papers_of(ROOT / "plans" / HOSPITAL, asked)
    assert lang == "zh"
    assert len(paths) > 10
    assert all(path.name.startswith("wall-card-") and ".outside.zh." in path.name for path in paths)
    page = paths[0].read_text(encoding="utf-8")
    assert "可外发" in page
    assert "内部资料" not in page


def test_a_paper_that_does_not_go_to_a_recipient_is_refused_by_name(tmp_path: Path) -> None:
    asked = Asked(speak=lambda own: "zh", kinds=("plan",), formats=("md",), recipient="wall", out=tmp_path)
    with pytest.raises(InvalidInput) as wrong:
        papers_of(ROOT / "plans" / HOSPITAL, asked)
    assert [each.code for each in wrong.value.problems] == ["papers-not-for"]
    assert not list(tmp_path.iterdir())


def test_numbers_of_the_private_file_are_masked_unless_somebody_asks_for_them(tmp_path: Path) -> None:
    folder = tmp_path / HOSPITAL
    shutil.copytree(ROOT / "plans" / HOSPITAL, folder)
    person = next(iter(load_customer(folder).dossier.customer.people))
    private = f"format: 1\npeople:\n  {person}: {{phone: '13812345678'}}\n"
    (folder / "people.local.yaml").write_text(private, encoding="utf-8")
    for full, shown in ((False, "138****5678"), (True, "13812345678")):
        asked = Asked(
            speak=lambda own: "zh", kinds=("contacts",), formats=("md",), full_contacts=full, out=tmp_path / "out"
        )
        _, (path,) = papers_of(folder, asked)
        assert shown in path.read_text(encoding="utf-8").replace("\\", "")

"""Sixty mistakes as people make them in a workbook: each named by its sheet, row and column, and nothing written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drillsim.errors import InvalidInput, Problem
from drillsim.files import CustomerFolder
from drillsim.files.workbook import Book, CellWords, Sheet, letters, mark_of, read_book
from drillsim.texts import LANGS, problem_line
from drillsim.use.load import load
from drillsim.use.workbook import export_customer, import_customer
from helpers.shipped import HOSPITAL, ROOT

Mistake = tuple[str, tuple[str, ...], str, str]
VALUES: tuple[Mistake, ...] = (
    ("site.loads", ("icu",), "grade", "4"),
    ("site.loads", ("icu",), "max_interruption", "半秒钟左右"),
    ("site.loads", ("theatre-lights",), "security", "maybe"),
    ("site.loads", ("fire-pump",), "min_supply_time", "3"),
    ("site.loads", ("ward-lights",), "shed", "sometimes"),
    ("site.loads", ("laboratory",), "serves", "blood"),
    ("site.loads", ("chiller-1",), "contactor", "{drops_below: 0.7}"),
    ("site.loads", ("imaging",), "profile", "day work"),
    ("site.sources", ("genset-1",), "rated_kw", "600 kW"),
    ("site.sources", ("genset-1",), "fails_to_start", "5 %"),
    ("site.sources", ("feeder-east",), "failures_per_year", "rarely"),
    ("site.sources", ("ups-it",), "battery_kwh", "-25"),
    ("site.sources", ("ups-icu",), "efficiency_percent", "940"),
    ("site.sources", ("feeder-west",), "kind", "feader"),
    ("site.transfers", ("ats-em",), "delay", "soon"),
    ("site.functions", ("surgery",), "needs", "{al: [x]}"),
    ("site.dc_supplies", ("dc-hv",), "last_discharge_test", "last autumn"),
    ("site.elements", ("cable-east",), "repair", "{median: 6 h}"),
    ("customer.people", ("gu",), "side", "client"),
    ("customer.people", ("gu",), "last_contact_test", "2026-13-01"),
    ("customer", ("importance.level",), "value", "VIP"),
    ("customer", ("importance.date",), "value", "in spring"),
    ("customer", ("contract.voltage_kv",), "value", "ten"),
    ("customer", ("industry",), "value", "clinic"),
    ("plan", ("status",), "value", "done"),
    ("plan", ("next_review",), "value", "soon"),
    ("plan.cards", ("RC-03",), "side", "hospital"),
    ("plan.cards.steps", ("RC-03", "S304"), "do", "switch"),
    ("plan.cards.steps", ("RC-03", "S303"), "within", "10"),
    ("plan.cards.steps", ("RC-03", "S302"), "if_unknown", "guess"),
    ("plan.cards.steps", ("RC-03", "S301"), "takes", "{low: 1 min, high: 3 min}"),
)
NAMES: tuple[Mistake, ...] = (
    ("site.loads", ("icu",), "place", "icu-6F"),
    ("site.loads", ("theatre-lights",), "profile", "theater"),
    ("site.sources", ("genset-1",), "bus", "gen-0.4"),
    ("site.sources", ("genset-1",), "breaker", "4120"),
    ("site.sources", ("genset-2",), "place", "garage"),
    ("site.sources", ("ups-it",), "input", "it-board"),
    ("site.transfers", ("ats-em",), "normal", "4111"),
    ("site.transfers", ("ats-em2",), "control_supply", "dc-9"),
    ("site.functions", ("medical-gas",), "needs", "{load: gas-compressor}"),
    ("site.connection_points", ("box-east",), "switch", "999"),
    ("site.dc_supplies", ("dc-hv",), "fed_by", "0.4kV-I, 0.4kV-IX"),
    ("customer", ("account_manager",), "value", "nobody"),
    ("plan.actors", ("duty-electrician",), "held_by", "somebody"),
    ("plan.cards.steps", ("RC-03", "S304"), "by", "night-electrician"),
    ("plan.cards.steps", ("RC-03", "S303"), "target", "genset-9"),
    ("plan.cards.steps", ("RC-03", "S302"), "after", "S999"),
    ("plan.cards.steps", ("RC-03", "S301"), "place", "cellar"),
    ("plan.cards.steps", ("RC-01", "S101"), "requires", "[{switch: 9999, is: open}]"),
    ("plan.cards", ("RC-04",), "trigger", "{source: feeder-north, is: dead}"),
    ("plan.cards", ("RC-05",), "ends", "{load: nothing, is: live}"),
)
IN_SHEETS: tuple[Mistake, ...] = (
    ("site.loads", ("icu",), "id", ""),
    ("site.loads", ("theatre-lights",), "id", "theatre-equipment"),
    ("site.loads", ("imaging",), "contactor", "{drops_below_pu: 0.7"),
    ("site.sources", ("genset-1",), "burn", "[[1, 2], [3"),
    ("site.channels", ("phone",), "id", ""),
    ("plan.cards.steps", ("RC-03", "S304"), "cards.id", "RC-99"),
    ("plan.cards.steps", ("RC-03", "S303"), "id", "S302"),
    ("plan.cards.steps", ("RC-03", "S301"), "tells", "[{to: x"),
    ("customer", ("contract.metering",), "field", "contract.colour"),
)
assert len(VALUES) + len(NAMES) + len(IN_SHEETS) == 60


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[CustomerFolder, Book]:
    path = tmp_path_factory.mktemp("book") / "plan.xlsx"
    folder, _ = load(ROOT / "plans" / HOSPITAL)
    export_customer(folder, path, "zh")
    return folder, read_book(path)


def head(sheet: Sheet) -> dict[str, int]:
    cells = {column: words.text for (line, column), words in sheet.cells.items() if line == 1}
    return {title.split("(")[-1].rstrip(")"): column for column, title in cells.items()}


def _text(row: dict[int, CellWords], column: int) -> str:
    return row[column].text if column in row else ""


def with_mistakes(book: Book, mistakes: tuple[Mistake, ...]) -> tuple[Book, list[str]]:
    """The workbook with the mistakes in it, and where they stand."""
    sheets = {each.name.split(" ")[-1]: each for each in book.sheets}
    first, places = dict(sheets), []
    for section, key, name, value in mistakes:
        sheet, written = sheets[section], first[section]
        columns = head(written)
        line = next(line for line, row in written.rows() if tuple(_text(row, n) for n in range(1, len(key) + 1)) == key)
        cells = {**sheet.cells, (line, columns[name]): CellWords(value)}
        sheets[section] = replace(sheet, cells={place: each for place, each in cells.items() if each.text})
        places.append(f"{sheet.name}!{letters(columns[name])}{line} ")
    named = {each.name: each for each in sheets.values()}
    return replace(book, sheets=tuple(named[each.name] for each in book.sheets)), places


@pytest.mark.parametrize("mistakes", [VALUES, NAMES, IN_SHEETS], ids=["values", "names", "sheets"])
def test_each_is_named_where_it_stands(mistakes: tuple[Mistake, ...], exported: tuple[CustomerFolder, Book]) -> None:
    folder, book = exported
    edited, places = with_mistakes(book, mistakes)
    with pytest.raises(InvalidInput) as refused:
        import_customer(folder, edited, mark_of(edited))
    found: tuple[Problem, ...] = refused.value.problems
    fields = [each.field for each in found]
    lines = "\n".join(problem_line("en", each) for each in found)
    assert [each for each in places if not any(field.startswith(each) for field in fields)] == [], lines
    for lang in LANGS:
        assert all(problem_line(lang, each) for each in found)
    path = Path(folder.path)
    assert all((path / file.name).read_bytes() == file.data for file in folder.files)

"""A customer's folder as one workbook: a sheet a kind of thing, a row a thing, a sheet that explains the columns."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from drillsim.files.document import Tree
from drillsim.files.workbook.layout import FILES, Field, Head, Section, field_word, sections
from drillsim.files.workbook.mark import MARK_SHEET, Mark, MarkedRow, mark_rows
from drillsim.files.workbook.room import row_height, words_width
from drillsim.files.workbook.rows import Row, rows_of
from drillsim.texts import Lang, text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

CUSTOMER, MSEL = "customer", "msel"
"""Kinds of workbook."""
KEYS = 3
LEADING = (
    "customer", "customer.people", "site.loads", "site.functions", "plan", "plan.cards", "plan.cards.steps",
    "plan.actors", "plan.permits", "site.sources", "site.devices", "site.transfers",
)  # fmt: skip
"""Sheets that come first."""
ASSUMED = re.compile(r"assum|unverif|estimat|假定|假设|估计|未核|待核", re.IGNORECASE)
_NO_FIGURE = ("name", "title", "text", "kind", "role", "place")
"""Fields beside a source that hold no figure it could be the source of."""
FILLS = {"required": "F8CBAD", "own": "DDEBF7", "assumed": "FFF2CC", "key": "E2E8EE"}
SPARE_ROWS = 300
MOST_TALL = 60.0
"""Points a row may be high, four lines: what is longer is read in its cell."""
WIDEST = 48
"""Width of a column beyond which its words are wrapped."""
MOST_CHOICES = 250
"""Characters a list of choices may have in Excel."""


def cells_written(row: Row) -> tuple[str, ...]:
    """Return the cells of a row, as its mark keeps them: name and both words of each."""
    return tuple(each for name, words in row.cells.items() for each in (name, *words))


def cells_kept(cells: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """Return the cells of a row by name, as its mark has kept them."""
    return {name: (zh, en) for name, zh, en in zip(cells[::3], cells[1::3], cells[2::3], strict=False) if name}


def files_book(kind: str, about: tuple[tuple[str, str], ...], trees: Mapping[str, Tree], lang: Lang) -> bytes:
    """The workbook of files' trees by stem. `kind` and what it is `about` go into its mark."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    marked: list[MarkedRow] = []
    ordered = list(sections(tuple(trees)))
    rows = {each.name: list(rows_of(each, trees[each.file])) for each in ordered}
    for section in sorted(ordered, key=lambda each: _place(each, bool(rows[each.name]))):
        sheet = book.create_sheet(section.title(lang))
        _fill(sheet, section, rows[section.name], lang)
        marked += (MarkedRow((section.name, *row.key, "")[:KEYS], "", cells_written(row)) for row in rows[section.name])
    _explain(book.create_sheet(text(lang, "workbook-explained"), min(len(LEADING), len(ordered))), ordered, rows, lang)
    hidden = book.create_sheet(MARK_SHEET)
    mark = Mark(kind, (*about, ("lang", lang)), "", (), KEYS, tuple(marked))
    for number, words in enumerate(mark_rows(mark), 1):
        for column, each in enumerate(words, 1):
            _put(hidden.cell(number, column), each)
    hidden.sheet_state = "hidden"
    book.active = 0
    found = io.BytesIO()
    book.save(found)
    return found.getvalue()


def _place(section: Section, filled: bool) -> tuple[int, int, int]:
    first = LEADING.index(section.name) if section.name in LEADING else len(LEADING)
    return first, 0 if filled or first < len(LEADING) else 1, (*FILES, section.file).index(section.file)


def _fill(sheet: Worksheet, section: Section, rows: list[Row], lang: Lang) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    keys = len(section.keys)
    titles = [_key_title(each, lang) for each in section.keys] + [each.title(lang) for each in section.heads]
    due = ["key"] * keys + ["required" if each.field.required and not each.part else "own" for each in section.heads]
    for column, (title, colour) in enumerate(zip(titles, due, strict=True), 1):
        top: Any = sheet.cell(1, column)
        _put(top, title)
        top.font, top.fill = Font(bold=True), PatternFill("solid", fgColor=FILLS[colour])
    for line, row in enumerate(rows, 2):
        for column, word in enumerate(row.key, 1):
            _put(sheet.cell(line, column), word)
        assumed, tall = _assumed(row), 0.0
        for column, head in enumerate(section.heads, keys + 1):
            words = row.cells.get(head.field.key, ("", ""))[head.part]
            cell: Any = sheet.cell(line, column)
            _put(cell, words, number=head.field.kind == "number")
            if words and head.field.key in assumed:
                cell.fill = PatternFill("solid", fgColor=FILLS["assumed"])
            if words_width(words) > WIDEST:
                cell.alignment = Alignment(vertical="top", wrap_text=True)
                tall = max(tall, min(MOST_TALL, row_height([words], [WIDEST])))
        if tall:
            sheet.row_dimensions[line].height = tall
    for column, head in enumerate(section.heads, keys + 1):
        letter, choices = get_column_letter(column), _choices(head.field)
        said = [row.cells.get(head.field.key, ("", ""))[head.part] for row in rows]
        widest = max(map(words_width, (titles[column - 1], *said)))
        sheet.column_dimensions[letter].width = min(WIDEST, max(9, widest + 2))
        if choices:
            among = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
            among.add(f"{letter}2:{letter}{len(rows) + SPARE_ROWS}")
            sheet.add_data_validation(among)
    if section.shape == "facts":
        _meanings(sheet, section, rows, lang, len(titles) + 1)
    for column in range(1, keys + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 32 if section.shape == "facts" else 18
    sheet.freeze_panes = f"{get_column_letter(keys + 1)}2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(titles))}{len(rows) + 1}"


def _assumed(row: Row) -> frozenset[str]:
    """Return the fields whose figures rest on an assumption: those beside a source that says so, or the one it is
    named after."""
    found = set[str]()
    for key, (words, _) in row.cells.items():
        if (key == "source" or key.endswith("_source")) and ASSUMED.search(words):
            named = key.removesuffix("source").removesuffix("_")
            found |= {named, key} if named else set(row.cells) - set(_NO_FIGURE)
    return frozenset(found)


def _meanings(sheet: Worksheet, section: Section, rows: list[Row], lang: Lang, column: int) -> None:
    """Say beside each fact what it is, and give the words it may be."""
    from openpyxl.styles import Font, PatternFill
    from openpyxl.worksheet.datavalidation import DataValidation

    head: Any = sheet.cell(1, column)
    _put(head, field_word(lang, "what"))
    head.font = Font(italic=True)
    fields = {each.key: each for each in section.fields}
    for line, row in enumerate(rows, 2):
        each = fields[row.key[-1]]
        _put(sheet.cell(line, column), each.meaning(lang))
        if each.required:
            sheet.cell(line, 1).fill = PatternFill("solid", fgColor=FILLS["required"])
        if choices := _choices(each):
            among = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
            among.add(f"B{line}")
            sheet.add_data_validation(among)
    sheet.column_dimensions[head.column_letter].width = 70


def _key_title(key: str, lang: Lang) -> str:
    word = field_word(lang, key if key != "#" else "row")
    return f"{word} ({key})" if word else key


def _choices(field: Field) -> tuple[str, ...]:
    found = ("true", "false") if field.kind == "truth" and not field.choices else field.choices
    fits = field.kind != "list" and len(",".join(found)) <= MOST_CHOICES and not any("," in each for each in found)
    return found if fits else ()


def _explain(sheet: Worksheet, ordered: list[Section], rows: Mapping[str, list[Row]], lang: Lang) -> None:
    """The sheet that says of each column what it means, how it is written, and gives an example."""
    from openpyxl.styles import Font, PatternFill

    for line, (colour, words) in enumerate(_legend(lang), 1):
        _put(sheet.cell(line, 1), words)
        if colour:
            sheet.cell(line, 1).fill = PatternFill("solid", fgColor=FILLS[colour])
    start = len(list(_legend(lang))) + 2
    for column, name in enumerate(("sheet", "column", "due", "form", "means", "example"), 1):
        cell: Any = sheet.cell(start, column)
        _put(cell, text(lang, f"workbook-about-{name}"))
        cell.font = Font(bold=True)
    for line, explained in enumerate(_explained(ordered, rows, lang), start + 1):
        for column, word in enumerate(explained, 1):
            _put(sheet.cell(line, column), word)
    for letter, width in zip("ABCDEF", (26, 34, 8, 20, 70, 44), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = f"A{start + 1}"


def _legend(lang: Lang) -> Iterator[tuple[str, str]]:
    yield from (("", text(lang, f"workbook-legend-{name}")) for name in ("how", "yaml", "rows"))
    yield from ((name, text(lang, f"workbook-legend-{name}")) for name in ("required", "own", "assumed"))


def _explained(ordered: list[Section], rows: Mapping[str, list[Row]], lang: Lang) -> Iterator[tuple[str, ...]]:
    for section in ordered:
        is_facts = section.shape == "facts"
        for each in section.fields if is_facts else section.columns:
            title = each.key if is_facts else Head(each).title(lang)
            due = text(lang, "workbook-due") if each.required else ""
            form = " | ".join(each.choices) or text(lang, f"workbook-kind-{each.kind}")
            yield (
                section.title(lang),
                title,
                due,
                form,
                each.meaning(lang),
                _example(each, rows[section.name], is_facts, lang),
            )


def _example(field: Field, rows: list[Row], is_facts: bool, lang: Lang) -> str:
    """Return what stands in the first row that says something there; else a word of the kind."""
    name = "value" if is_facts else field.key
    own = (row.cells[name][0] for row in rows if name in row.cells and (not is_facts or row.key[-1] == field.key))
    found = next((each for each in own if each), "")
    return found or (field.choices[0] if field.choices else text(lang, f"workbook-example-{field.kind}"))


def _put(cell: Any, words: str, *, number: bool = False) -> None:
    """Put words into a cell, as a text; as a number only what a cell gives back to the letter."""
    from openpyxl.styles import Alignment

    if number and (value := _number(words)) is not None:
        cell.value = value
        return
    cell.value, cell.number_format = words or None, "@"
    if words:
        cell.data_type = "s"
    if "\n" in words:
        cell.alignment = Alignment(vertical="top", wrap_text=True)


def _number(words: str) -> int | float | None:
    from drillsim.files.workbook.cells import cell_words

    try:
        value = float(words) if "." in words else int(words)
    except ValueError:
        return None
    return value if cell_words(value).text == words else None

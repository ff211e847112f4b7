"""A document as a workbook: one sheet a table, with filters, frozen heads and the choices of a column to pick from. A
table that may come back leaves its mark on a hidden sheet."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from drillsim.documents.blocks import Callout, Cell, Document, Facts, Heading, Listing, Paragraph, Returns, Table
from drillsim.files import pinned
from drillsim.files.workbook import MARK_SHEET, Mark, MarkedRow, mark_rows, row_height
from drillsim.texts import text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HOURS = "[h]:mm:ss"
"""Format of a length of time, which a workbook keeps in days."""
WIDTH = 130
"""Characters over all columns of a sheet."""
MOST_NAME = 31
"""Longest name Excel takes for a sheet."""
SPARE_ROWS = 200
"""Rows below the last that may still be filled in."""
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_A_CELL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def xlsx(document: Document) -> bytes:
    """The workbook. Texts stay texts: none of them is taken for a formula."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title, book.properties.creator = document.title, ""
    about = book.create_sheet(_sheet_name(text(document.lang, "form-sheet-about"), []))
    heading = document.title
    sheets: list[tuple[Worksheet, Table]] = []
    marks: list[Mark] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Table):
            sheets.append((book.create_sheet(_sheet_name(block.caption or heading, book.sheetnames)), block))
    places = {
        cell.id: f"'{sheet.title.replace(chr(39), chr(39) * 2)}'!A{number}"
        for sheet, table in sheets
        for number, cells in enumerate(table.rows, 2)
        for cell in cells
        if cell.id
    }
    for sheet, table in sheets:
        _sheet(sheet, table, places)
        marks += [_mark(sheet.title, table, table.returns)] if table.returns else []
    _about(about, document)
    for each in book.worksheets:
        _running_lines(each, document)
    book.move_sheet(about, len(book.worksheets) - 1)
    book.active = 0
    for mark in marks:
        _hidden(book.create_sheet(MARK_SHEET), mark)
    found = io.BytesIO()
    book.save(found)
    return pinned(found.getvalue())


def _mark(name: str, table: Table, returns: Returns) -> Mark:
    """The mark by which the sheet and its rows are known when they come back."""
    rows = (
        MarkedRow(key, state, tuple(_NOT_IN_A_CELL.sub("", each.text) for each in cells))
        for (key, state), cells in zip(returns.rows, table.rows, strict=True)
    )
    titles = (each.title for each in table.columns)
    keys = max((len(key) for key, _ in returns.rows), default=0)
    return Mark(returns.kind, returns.facts, name, tuple(zip(returns.fields, titles, strict=True)), keys, tuple(rows))


def _hidden(sheet: Worksheet, mark: Mark) -> None:
    for number, words in enumerate(mark_rows(mark), 1):
        for place, each in enumerate(words, 1):
            _put(sheet.cell(number, place), Cell(each))
    sheet.sheet_state = "hidden"


def _running_lines(sheet: Worksheet, document: Document) -> None:
    """Put marking, mark and running head above every printed page, its number below."""
    marks = (f"{document.classification} · {document.mark}", document.head)
    head, foot = cast("Any", sheet.oddHeader), cast("Any", sheet.oddFooter)
    head.left.text, head.right.text = (each.replace("&", "&&") for each in marks)
    parts = text(document.lang, "form-page", page="@", pages="@").split("@")
    foot.center.text = "".join(f"{words}{code}" for words, code in zip(parts, ("&P", "&N", ""), strict=True))


def _about(sheet: Worksheet, document: Document) -> None:
    """All that is no table: marking, title, paragraphs and facts."""
    lines: list[tuple[str, ...]] = [(document.mark,), (document.classification,), (document.title,), (document.head,)]
    for block in document.blocks:
        if isinstance(block, Facts):
            lines += block.pairs
        elif isinstance(block, Callout):
            lines.append((block.text,))
        elif isinstance(block, Paragraph):
            lines.append((block.label, block.text) if block.label else (block.text,))
        elif isinstance(block, Listing):
            lines += [(each,) for each in block.items]
    for number, words in enumerate(lines, 1):
        for place, each in enumerate(words, 1):
            _put(sheet.cell(number, place), Cell(each))
    sheet.column_dimensions["A"].width = sheet.column_dimensions["B"].width = WIDTH / 2


def _sheet(sheet: Worksheet, table: Table, places: Mapping[str, str]) -> None:
    """Fill one sheet. `places`: where in the book the rows stand that links lead to."""
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.properties import PageSetupProperties

    whole = sum(each.share for each in table.columns)
    last = len(table.rows) + 1
    widths = [max(6.0, WIDTH * each.share / whole) for each in table.columns]
    sheet.row_dimensions[1].height = row_height([each.title for each in table.columns], widths)
    for place, column in enumerate(table.columns, 1):
        head = sheet.cell(1, place)
        _put(head, Cell(column.title))
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="EEF1F4")
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = widths[place - 1]
        if column.choices:
            among = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
            among.add(f"{letter}2:{letter}{last + SPARE_ROWS}")
            sheet.add_data_validation(among)
    for number, cells in enumerate(table.rows, 2):
        sheet.row_dimensions[number].height = row_height([each.text for each in cells], widths)
        for place, cell in enumerate(cells, 1):
            _put(sheet.cell(number, place), cell)
            if (link := next((places[each] for each in cell.links if each in places), "")) and cell.text:
                _lead(sheet.cell(number, place), link)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{last}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _put(place: Any, cell: Cell) -> None:
    from openpyxl.styles import Alignment

    place.alignment = Alignment(wrap_text=True, vertical="top")
    if cell.value is not None and not isinstance(cell.value, str):
        place.value = cell.value
        if isinstance(cell.value, dt.timedelta):
            place.number_format = HOURS
        return
    if cell.spans:
        place.value = _rich(cell)
        return
    place.value = _NOT_IN_A_CELL.sub("", cell.text)
    place.data_type = "s"
    if cell.text[:1] in ("=", "+", "-", "@"):
        place.quotePrefix = True


def _rich(cell: Cell) -> Any:
    """Return the text of a cell with what is gone struck through and what is new underlined."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles.colors import Color

    fonts = {"kept": InlineFont(), "gone": InlineFont(strike=True, color=Color("B3261E")),
             "new": InlineFont(u="single", color=Color("0B6E4F"))}  # fmt: skip
    return CellRichText(*(TextBlock(fonts[e.change], _NOT_IN_A_CELL.sub("", e.text)) for e in cell.spans))


def _lead(place: Any, link: str) -> None:
    """Make a cell lead to another place of the book; its text stays what it is."""
    from openpyxl.styles import Font
    from openpyxl.worksheet.hyperlink import Hyperlink

    place._hyperlink = Hyperlink(ref=place.coordinate, location=link)
    place.font = Font(color="22476B", underline="single")


def _sheet_name(words: str, taken: list[str]) -> str:
    name = _NOT_IN_A_NAME.sub(" ", words).strip()[:MOST_NAME] or "1"
    number = 2
    while name in taken:
        name = f"{name[: MOST_NAME - 3]} {number}"
        number += 1
    return name

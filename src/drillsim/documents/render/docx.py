"""A document as a Word file: real styles, headings, tables with heads that repeat, page x of y in the footer."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from drillsim.documents.blocks import (
    Block,
    Callout,
    Document,
    Facts,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Table,
    Tone,
)
from drillsim.documents.render.pinned import pinned
from drillsim.texts import text

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import _Row
    from docx.text.paragraph import Paragraph as WordParagraph

LATIN, CHINESE = "Arial", "宋体"
"""Faces every office program has, or replaces by one with the same characters."""
COLOURS: dict[Tone, str] = {"bad": "B3261E", "good": "0B6E4F", "open": "8A5A00", "small": "5B6169"}
WIDTH_MM, HEIGHT_MM, MARGIN_MM, HEADER_MM = 210, 297, 15, 7
STYLES = ("Title", "Heading 1", "Heading 2", "Heading 3", "Caption", "Table Grid", "List Number", "List Bullet")
ROOM_MM = 11
"""Height of a row that is written in by hand."""


def docx(document: Document, template: bytes | None = None) -> bytes:
    """The file. With `template`, the company's own .docx: its page, header, footer and styles come first."""
    import docx as office

    word = office.Document(io.BytesIO(template) if template is not None else None)
    _styles(word, office.Document())
    if template is None:
        _page(word, document)
        _faces(word)
        _header(word, document)
    _own_text(word.core_properties, document)
    word.add_paragraph(document.title, style="Title")
    for block in document.blocks:
        _add(word, document, block)
    found = io.BytesIO()
    word.save(found)
    return pinned(found.getvalue())


def _styles(word: Word, default: Word) -> None:
    """Give the file the styles it lacks; those it has stay the company's own."""
    for name in STYLES:
        if name not in word.styles:
            word.styles.element.append(deepcopy(default.styles[name].element))


def _own_text(properties: Any, document: Document) -> None:
    properties.title, properties.subject = document.title, document.head
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.language = "zh-CN" if document.lang == "zh" else "en"


def _page(word: Word, document: Document) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = word.sections[0]
    wide, high = (HEIGHT_MM, WIDTH_MM) if document.landscape else (WIDTH_MM, HEIGHT_MM)
    section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
    section.header_distance = section.footer_distance = Mm(HEADER_MM)


def _faces(word: Word) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    sizes = {"Normal": 10, "Title": 16, "Heading 1": 13, "Heading 2": 12, "Heading 3": 11, "Caption": 10}
    for name, size in sizes.items():
        style: Any = word.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = LATIN, Pt(size), RGBColor(0x1B, 0x1F, 0x24)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), CHINESE)
    normal: Any = word.styles["Normal"]
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(3), 1.0
    title: Any = word.styles["Title"]
    title.paragraph_format.alignment, title.paragraph_format.space_after = WD_ALIGN_PARAGRAPH.CENTER, Pt(2)
    for name in ("List Number", "List Bullet", "Heading 1", "Heading 2", "Heading 3"):
        style = word.styles[name]
        style.paragraph_format.space_after = Pt(1)
        if name.startswith("Heading"):
            style.paragraph_format.space_before = Pt(6)


def _header(word: Word, document: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    section = word.sections[0]
    _say(section.header.paragraphs[0], f"{document.classification} · {document.mark} · {document.head}", "small")
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    parts = text(document.lang, "form-page", page="@", pages="@").split("@")
    for words, field in zip(parts, ("PAGE", "NUMPAGES", ""), strict=True):
        foot.add_run(words)
        if field:
            _field(foot, field)


def _field(paragraph: WordParagraph, code: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    found: Any = OxmlElement("w:fldSimple")
    found.set(qn("w:instr"), code)
    run: Any = OxmlElement("w:r")
    shown: Any = OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    found.append(run)
    paragraph._p.append(found)


def _add(word: Word, document: Document, block: Block) -> None:
    match block:
        case Heading():
            word.add_heading(block.text, block.level)
        case Paragraph():
            paragraph = word.add_paragraph()
            if block.label:
                paragraph.add_run(block.label + text(document.lang, "form-colon")).bold = True
            _say(paragraph, block.text, block.tone)
        case Callout():
            paragraph = word.add_paragraph()
            _frame(paragraph)
            _say(paragraph, block.text, "strong" if block.tone == "plain" else block.tone)
        case Listing():
            _list(word, block)
        case Facts():
            _grid(
                word,
                document,
                [(1.0, ""), (3.0, "")],
                [((name, "strong"), (value, "plain")) for name, value in block.pairs],
            )
        case Table():
            if block.caption:
                word.add_paragraph(block.caption, style="Caption")
            rows = [tuple((each.text, each.tone) for each in cells) for cells in block.rows]
            _grid(word, document, [(each.share, each.title) for each in block.columns], rows, room=block.room)
        case PageBreak():
            word.add_page_break()  # type: ignore[no-untyped-call]


def _list(word: Word, block: Listing) -> None:
    """Add a list; one with numbers begins anew at 1. Where a template numbers nothing, the marks are written out."""
    style: Any = word.styles["List Number" if block.numbered else "List Bullet"]
    number = _new_numbers(word, style)
    for place, each in enumerate(block.items, 1):
        if number is None:
            mark = f"{place}." if block.numbered else "–"
            _say(word.add_paragraph(), f"{mark} {each}", block.tone)
            continue
        paragraph = word.add_paragraph(style=style)
        _say(paragraph, each, block.tone)
        found = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        found.get_or_add_numId().val, found.get_or_add_ilvl().val = number, 0


def _new_numbers(word: Word, style: Any) -> int | None:
    """Return the number of a list of the style that begins at 1; None where the file has no such kind of list."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    related = (each.reltype for each in word.part.rels.values())
    asked = style.element.xpath("w:pPr/w:numPr/w:numId/@w:val")
    if RELATIONSHIP_TYPE.NUMBERING not in related or not asked:
        return None
    numbering: Any = word.part.numbering_part.element
    kinds = [each.abstractNumId.val for each in numbering.num_lst if each.numId == int(asked[0])]
    if not kinds:
        return None
    made = numbering.add_num(kinds[0])
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def _frame(paragraph: WordParagraph) -> None:
    """Draw a line round a paragraph."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    border: Any = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line: Any = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "8"), ("space", "4"), ("color", "5B6169")):
            line.set(qn(f"w:{name}"), value)
        border.append(line)
    properties: Any = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _grid(
    word: Word,
    document: Document,
    columns: list[tuple[float, str]],
    rows: list[tuple[tuple[str, Tone], ...]],
    *,
    room: bool = False,
) -> None:
    """Add a table; its head repeats on every page, no row is broken over two."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Emu, Mm

    section = word.sections[-1]
    whole = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
    widths = [int(whole * share / sum(each for each, _ in columns)) for share, _ in columns]
    table = word.add_table(rows=0, cols=len(columns), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    titles = [title for _, title in columns]
    if any(titles):
        head = table.add_row()
        _fill(head, widths, [(title, "strong") for title in titles])
        _mark(head, "w:tblHeader")
        for cell in head.cells:
            _shade(cell)
    for cells in rows:
        line = table.add_row()
        _fill(line, widths, list(cells))
        _mark(line, "w:cantSplit")
        if room:
            line.height, line.height_rule = Mm(ROOM_MM), WD_ROW_HEIGHT_RULE.AT_LEAST
    _gap(word)


def _gap(word: Word) -> None:
    """Keep what follows a table off it: two tables without a paragraph between would be one."""
    from docx.shared import Pt

    paragraph = word.add_paragraph()
    paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(0), Pt(6)


def _fill(line: _Row, widths: list[int], cells: list[tuple[str, Tone]]) -> None:
    from docx.shared import Emu, Pt

    for cell, width, (words, tone) in zip(line.cells, widths, cells, strict=True):
        cell.width = Emu(width)
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        _say(paragraph, words, tone, size=9)


def _mark(line: _Row, name: str) -> None:
    from docx.oxml import OxmlElement

    line._tr.get_or_add_trPr().append(OxmlElement(name))


def _shade(cell: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade: Any = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), "EEF1F4")
    cell._tc.get_or_add_tcPr().append(shade)


def _say(paragraph: WordParagraph, words: str, tone: Tone, size: float | None = None) -> None:
    """Add words; a line break in them is one in the file."""
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(_clean(words))
    run.bold = True if tone in ("strong", "bad") else None
    if tone in COLOURS:
        run.font.color.rgb = RGBColor.from_string(COLOURS[tone])
    if size is not None or tone in ("small", "dense"):
        run.font.size = Pt(size or 9)


def _clean(words: str) -> str:
    """Return words without the characters XML cannot hold."""
    return "".join(each for each in words if each in "\n\t" or ord(each) >= 32)

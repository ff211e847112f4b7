"""The page of a Word file of our own: A4, faces and sizes of its styles, running head, page x of y."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drillsim.documents.blocks import Document
from drillsim.documents.pictures.measure import em_width
from drillsim.documents.render.watermark import stamp
from drillsim.documents.render.word_parts import field
from drillsim.texts import text

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.section import Section

LATIN, CHINESE = "Arial", "宋体"
"""Faces every office program has, or replaces by one with the same characters."""
WIDTH_MM, HEIGHT_MM, MARGIN_MM, HEADER_MM = 210, 297, 15, 7
SIZES = {"Normal": 10, "Title": 16, "Heading 1": 13, "Heading 2": 12, "Heading 3": 11, "Caption": 10}


def own_page(word: Word, document: Document) -> None:
    """Give a new file paper, faces, running head and foot."""
    from docx.shared import Mm

    section = word.sections[0]
    section.page_width, section.page_height = Mm(WIDTH_MM), Mm(HEIGHT_MM)
    turn(section, landscape=document.landscape)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
    section.header_distance = section.footer_distance = Mm(HEADER_MM)
    _faces(word)
    _running_lines(section, document)


def turn(section: Section, *, landscape: bool) -> None:
    """Turn a section's paper, whatever its size."""
    from docx.enum.section import WD_ORIENT

    wide, high = int(section.page_width or 0), int(section.page_height or 0)
    if (wide > high) != landscape:
        section.page_width, section.page_height = section.page_height, section.page_width
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT


def room(section: Section) -> tuple[int, int]:
    """Return the width and height of a section's page within its margins, EMU."""
    sides = int(section.left_margin or 0) + int(section.right_margin or 0)
    ends = int(section.top_margin or 0) + int(section.bottom_margin or 0)
    return int(section.page_width or 0) - sides, int(section.page_height or 0) - ends


def _faces(word: Word) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, size in SIZES.items():
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


def _running_lines(section: Section, document: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    head = section.header.paragraphs[0].add_run(f"{document.classification} · {document.mark} · {document.head}")
    head.font.size, head.font.color.rgb = Pt(9), RGBColor(0x5B, 0x61, 0x69)
    if document.stamped:
        stamp(section, document.mark, em_width(document.mark))
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    parts = text(document.lang, "form-page", page="@", pages="@").split("@")
    for words, code in zip(parts, ("PAGE", "NUMPAGES", ""), strict=True):
        foot.add_run(words).font.size = Pt(9)
        if code:
            field(foot, code)

"""A document as a Word file: real styles, headings, links, contents, tables with heads that repeat, pictures."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from drillsim.documents.blocks import (
    Block,
    Callout,
    Cell,
    Column,
    Contents,
    Density,
    Document,
    Facts,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    Tone,
)
from drillsim.documents.render.columns import widths as column_widths
from drillsim.documents.render.word_page import own_page, room, turn
from drillsim.documents.render.word_parts import (
    LINK_COLOUR,
    Anchors,
    field_mark,
    frame,
    join_section,
    mark_row,
    mark_size,
    shade,
)
from drillsim.errors import InvalidInput, Problem
from drillsim.files import pinned
from drillsim.texts import text

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import _Row
    from docx.text.paragraph import Paragraph as WordParagraph

COLOURS: dict[Tone, str] = {"bad": "B3261E", "good": "0B6E4F", "open": "8A5A00", "small": "5B6169"}
HEAD_FILL = "EEF1F4"
STYLES = ("Title", "Heading 1", "Heading 2", "Heading 3", "Caption", "Table Grid", "List Number", "List Bullet")
ROOM_MM = 11
"""Height of a row that is written in by hand."""
SIZES: dict[Density, tuple[float, float, float]] = {
    "": (10, 9, 9),
    "dense": (8.4, 8.4, 8),
    "denser": (7.8, 7.8, 7.5),
    "large": (12, 11, 11.5),
}
"""Points of a paragraph, of one that stands back, and of a table's cell."""
HEADINGS: dict[Density, float | None] = {"": None, "dense": 10.0, "denser": 9.0, "large": 15.0}
LEADING = 1.2
"""Height of a line of small words over their size: some faces have higher lines, and a page would run over."""
CAPTION_PT = 34
"""Room a caption takes of a picture's page."""
DOTS = 200
"""Dots an inch of a picture on its paper."""
EMU_IN, EMU_PT = 914_400, 12_700


def docx(document: Document, template: bytes | None = None, name: str = "") -> bytes:
    """The file. With `template`, the company's own .docx: its page, header, footer and styles come first.

    Raises: InvalidInput `template-no-word`, with the `name` of the template, where that cannot be filled.
    """
    import docx as office

    if template is not None:
        try:
            return _written(document, office.Document(io.BytesIO(template)), own=True)
        except Exception as why:  # python-docx raises what its XML happens to lack: KeyError, AttributeError …
            raise InvalidInput([Problem(file=name, code="template-no-word")]) from why
    return _written(document, office.Document(), own=False)


def _written(document: Document, word: Word, *, own: bool) -> bytes:
    """The document in the empty or the company's `own` file."""
    import docx as office

    _styles(word, office.Document())
    if not own:
        own_page(word, document)
    _own_text(word.core_properties, document)
    _Writer(word, document).write()
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


class _Writer:
    """Writes the blocks of one document, one after the other."""

    def __init__(self, word: Word, document: Document) -> None:
        self.word, self.document = word, document
        self.anchors = Anchors()
        self.density: Density = document.density
        self.landscape = document.landscape
        self.begins = False
        """The next paragraph begins a page: a break of its own would leave an empty page behind a full one."""

    def write(self) -> None:
        self.word.add_paragraph(self.document.title, style="Title")
        for block in self.document.blocks:
            self._add(block)

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                paragraph = self._paragraph()
                if block.label:
                    self._say(paragraph, block.label + text(self.document.lang, "form-colon"), "strong")
                self._say(paragraph, block.text, block.tone, link=block.link)
            case Callout():
                paragraph = self._paragraph()
                frame(paragraph, COLOURS.get(block.tone, COLOURS["small"]))
                self._say(paragraph, block.text, "strong" if block.tone == "plain" else block.tone)
            case Listing():
                self._list(block)
            case Facts():
                rows = tuple((Cell(name, tone="strong"), Cell(value)) for name, value in block.pairs)
                self._grid(Table((Column("", 1.0), Column("", 3.0)), rows))
            case Table():
                if block.caption:
                    self._caption(block.caption)
                self._grid(block)
            case Picture():
                self._picture(block)
            case Contents():
                self._contents(block)
            case PageBreak():
                self._break(block)

    def _heading(self, block: Heading) -> None:
        from docx.shared import Pt

        paragraph = self._paragraph(f"Heading {block.level}")
        paragraph.add_run(block.text)
        if (size := HEADINGS[self.density]) is not None:
            paragraph.runs[0].font.size, paragraph.paragraph_format.space_before = Pt(size), Pt(3)
        if block.id:
            self.anchors.place(paragraph, block.id)

    def _break(self, block: PageBreak) -> None:
        from docx.enum.section import WD_SECTION

        self.density = block.density
        if block.landscape in (None, self.landscape):
            self.begins = True
            return
        self.landscape = block.landscape is True
        turn(self.word.add_section(WD_SECTION.NEW_PAGE), landscape=self.landscape)
        join_section(self.word)

    def _paragraph(self, style: Any = None) -> WordParagraph:
        """Return a new paragraph, on a new page where one is to begin."""
        paragraph = self.word.add_paragraph(style=style)
        if self.begins:
            paragraph.paragraph_format.page_break_before, self.begins = True, False
        return paragraph

    def _caption(self, words: str) -> None:
        paragraph = self._paragraph("Caption")
        paragraph.add_run(words)
        paragraph.paragraph_format.keep_with_next = True

    def _picture(self, block: Picture) -> None:
        """The picture as large as the page lets it, its caption kept with it; its words where it cannot be painted."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Emu

        wide, high = room(self.word.sections[-1])
        ratio = block.drawn.size[1] / block.drawn.size[0]
        wide = min(wide, int((high - 2 * CAPTION_PT * EMU_PT) / ratio))
        dots = block.drawn.png(wide / EMU_IN, DOTS)
        self._caption(block.caption)
        paragraph = self._paragraph()
        if dots is None:
            self._say(paragraph, f"{block.alt} {text(self.document.lang, 'form-no-face', name=block.name)}", "open")
            return
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        placed: Any = paragraph.add_run().add_picture(io.BytesIO(dots), width=Emu(wide))
        about = placed._inline.docPr
        about.set("name", block.name)
        about.set("title", block.caption)
        about.set("descr", block.alt)

    def _contents(self, block: Contents) -> None:
        """A table of contents that is filled already; it is the program's own, so it can be brought up to date."""
        from docx.shared import Mm, Pt

        for number, each in enumerate(block.headings):
            paragraph = self._paragraph()
            paragraph.paragraph_format.left_indent = Mm(6 * (each.level - 1))
            paragraph.paragraph_format.space_after = Pt(1)
            if number == 0:
                field_mark(paragraph, "begin", 'TOC \\o "1-2" \\n \\h')
                field_mark(paragraph, "separate")
            self._say(paragraph, each.text, link=each.id)
            if number == len(block.headings) - 1:
                field_mark(paragraph, "end")

    def _list(self, block: Listing) -> None:
        """Add a list; one with numbers begins anew at 1. Where a template numbers nothing, marks are written out."""
        style: Any = self.word.styles["List Number" if block.numbered else "List Bullet"]
        number = _new_numbers(self.word, style)
        links = block.links or ("",) * len(block.items)
        for place, (each, link) in enumerate(zip(block.items, links, strict=True), 1):
            if number is None:
                mark = f"{place}." if block.numbered else "–"
                self._say(self._paragraph(), f"{mark} {each}", block.tone, link=link)
                continue
            paragraph = self._paragraph(style)
            self._say(paragraph, each, block.tone, link=link)
            found = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            found.get_or_add_numId().val, found.get_or_add_ilvl().val = number, 0
            if self.density:
                mark_size(paragraph, SIZES[self.density][1])

    def _grid(self, block: Table) -> None:
        """Add a table; its head repeats on every page, no row is broken over two."""
        if self.begins:
            self._gap()
        from docx.enum.table import WD_ROW_HEIGHT_RULE
        from docx.shared import Emu, Mm

        whole, _ = room(self.word.sections[-1])
        em = SIZES[self.density][2] * EMU_PT
        widths = [int(each * em) for each in column_widths(block, whole / em)]
        table = self.word.add_table(rows=0, cols=len(widths), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Emu(width)
        titles = [each.title for each in block.columns]
        if any(titles):
            head = table.add_row()
            self._fill(head, widths, [Cell(title, tone="strong") for title in titles])
            mark_row(head, "w:tblHeader")
            for cell in head.cells:
                shade(cell, HEAD_FILL)
        for cells in block.rows:
            line = table.add_row()
            self._fill(line, widths, cells)
            mark_row(line, "w:cantSplit")
            if block.room:
                line.height, line.height_rule = Mm(ROOM_MM), WD_ROW_HEIGHT_RULE.AT_LEAST
        self._gap()

    def _gap(self) -> None:
        """Keep what follows a table off it: two tables without a paragraph between would be one."""
        from docx.shared import Pt

        paragraph = self._paragraph()
        paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(0), Pt(6)

    def _fill(self, line: _Row, widths: list[int], cells: Any) -> None:
        from docx.shared import Emu, Pt

        for place, width, cell in zip(line.cells, widths, cells, strict=True):
            place.width = Emu(width)
            paragraph = place.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(0)
            for span in cell.spans:
                self._say(paragraph, span.text, cell.tone, in_cell=True, change=span.change)
            if cell.spans:
                continue
            lines = cell.text.split("\n") if cell.links else [cell.text]
            for number, (words, link) in enumerate(zip(lines, cell.links or ("",), strict=True)):
                self._say(paragraph, f"\n{words}" if number else words, cell.tone, link=link, in_cell=True)
            if cell.id:
                self.anchors.place(paragraph, cell.id)

    def _say(
        self,
        paragraph: WordParagraph,
        words: str,
        tone: Tone = "plain",
        *,
        link: str = "",
        in_cell: bool = False,
        change: str = "kept",
    ) -> None:
        """Add words; a line break in them is one in the file."""
        from docx.shared import Pt, RGBColor

        run = self.anchors.link(paragraph, link) if link else paragraph.add_run()
        run.text = _clean(words)
        run.bold = True if tone in ("strong", "bad") else None
        if change != "kept":
            run.font.strike, run.font.underline = change == "gone", change == "new"
            tone = "bad" if change == "gone" else "good"
        colour = COLOURS.get(tone, LINK_COLOUR if link else "")
        if colour:
            run.font.color.rgb = RGBColor.from_string(colour)
        usual, small, in_table = SIZES[self.density]
        size = in_table if in_cell else small if tone in ("small", "dense") else usual
        if in_cell or tone in ("small", "dense") or self.density:
            run.font.size = Pt(size)
        if self.density:
            paragraph.paragraph_format.line_spacing = Pt(LEADING * size)
            paragraph.paragraph_format.space_after = Pt(1)


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


def _clean(words: str) -> str:
    """Return words without the characters XML cannot hold."""
    return "".join(each for each in words if each in "\n\t" or ord(each) >= 32)

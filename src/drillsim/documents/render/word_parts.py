"""The parts of a Word file that python-docx has no call for: bookmarks, links within it, fields, lines, shades."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import _Row
    from docx.text.paragraph import Paragraph as WordParagraph

LINK_COLOUR = "22476B"


class Anchors:
    """The bookmarks of one file: a document's ids as the names and numbers Word takes."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._placed = 0

    def name(self, ident: str) -> str:
        """Return the bookmark's name: a letter and digits, whatever the id is made of."""
        return self._names.setdefault(ident, f"d{len(self._names) + 1}")

    def place(self, paragraph: WordParagraph, ident: str) -> None:
        """Put the bookmark round what the paragraph holds."""
        self._placed += 1
        begin, end = _made("w:bookmarkStart"), _made("w:bookmarkEnd")
        for each in (begin, end):
            _set(each, "w:id", str(self._placed))
        _set(begin, "w:name", self.name(ident))
        properties = paragraph._p.pPr
        paragraph._p.insert(0 if properties is None else 1, begin)
        paragraph._p.append(end)

    def link(self, paragraph: WordParagraph, ident: str) -> Any:
        """Return a new run of the paragraph that leads to an id."""
        from docx.text.run import Run

        found, run = _made("w:hyperlink"), _made("w:r")
        _set(found, "w:anchor", self.name(ident))
        _set(found, "w:history", "1")
        found.append(run)
        paragraph._p.append(found)
        return Run(run, paragraph)


def field(paragraph: WordParagraph, code: str, shown: str = "1") -> None:
    """Add a field with what it shows until it is worked out."""
    found, run, words = _made("w:fldSimple"), _made("w:r"), _made("w:t")
    _set(found, "w:instr", code)
    words.text = shown
    run.append(words)
    found.append(run)
    paragraph._p.append(found)


def field_mark(paragraph: WordParagraph, kind: str, code: str = "") -> None:
    """Add one mark of a field that runs over paragraphs: `begin` with its code, `separate`, `end`."""
    mark = _made("w:fldChar")
    _set(mark, "w:fldCharType", kind)
    paragraph.add_run()._r.append(mark)
    if code:
        told = _made("w:instrText")
        told.text = f" {code} "
        _set(told, "xml:space", "preserve")
        paragraph.add_run()._r.append(told)


def frame(paragraph: WordParagraph, colour: str = "5B6169") -> None:
    """Draw a line round a paragraph."""
    border = _made("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        line = _made(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "8"), ("space", "4"), ("color", colour)):
            _set(line, f"w:{name}", value)
        border.append(line)
    properties: Any = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def join_section(word: Word) -> None:
    """Let the section that was just ended end with its last words: its mark in a paragraph of its own would leave an
    empty page behind a full one."""
    mark: Any = word.paragraphs[-1]._p
    before = mark.getprevious()
    if before is None or before.tag != mark.tag or before.xpath("./w:pPr/w:sectPr"):
        return
    before.get_or_add_pPr().append(mark.pPr.sectPr)
    mark.getparent().remove(mark)


def mark_size(paragraph: WordParagraph, points: float) -> None:
    """Set the size of a paragraph's own mark: of the number or bullet before it."""
    properties, size = _made("w:rPr"), _made("w:sz")
    _set(size, "w:val", str(round(2 * points)))
    properties.append(size)
    paragraph._p.get_or_add_pPr().append(properties)


def mark_row(line: _Row, name: str) -> None:
    """Set a switch of a table's row."""
    line._tr.get_or_add_trPr().append(_made(name))


def shade(cell: Any, fill: str) -> None:
    """Fill a cell with a colour."""
    found = _made("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        _set(found, f"w:{name}", value)
    cell._tc.get_or_add_tcPr().append(found)


def _made(name: str) -> Any:
    from docx.oxml import OxmlElement

    return OxmlElement(name)


def _set(element: Any, name: str, value: str) -> None:
    from docx.oxml.ns import qn

    element.set(qn(name), value)

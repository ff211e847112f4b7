"""A document as one self-contained HTML page: no script, nothing from elsewhere, everything escaped; printed on A4."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files

from drillsim.documents.blocks import (
    Block,
    Callout,
    Cell,
    Document,
    Facts,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Table,
)
from drillsim.texts import text

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
TURNED = {False: "A4", True: "A4 landscape"}


def html(document: Document) -> bytes:
    """The page as UTF-8."""
    lang = "zh-CN" if document.lang == "zh" else "en"
    return "\n".join(
        (
            f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{escape(document.title)} – {escape(document.head)}</title>",
            f"<style>{_style()}{_pages(document)}</style>\n</head>\n<body>",
            f'<div class="top small"><span>{escape(document.classification)}</span>'
            f'<span class="mark">{escape(document.mark)}</span></div>',
            f'<h1>{escape(document.title)}</h1>\n<p class="head">{escape(document.head)}</p>',
            *(line for block in document.blocks for line in _lines(document, block)),
            "</body>\n</html>\n",
        )
    ).encode("utf-8")


@cache
def _style() -> str:
    return (files("drillsim.documents") / "templates" / "form.css").read_text(encoding="utf-8")


def _pages(document: Document) -> str:
    """Rules for paper: its size, and the page's number in the browsers that print one."""
    of = text(document.lang, "form-page", page="@", pages="@").split("@")
    shown = f"{_quoted(of[0])} counter(page) {_quoted(of[1])} counter(pages) {_quoted(of[2])}"
    size = TURNED[document.landscape]
    return f"@page{{size:{size};margin:13mm 14mm 15mm;@bottom-center{{content:{shown};font-size:9pt}}}}"


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _lines(document: Document, block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<h{block.level + 1}>{escape(block.text)}</h{block.level + 1}>"
        case Paragraph():
            label = f"<b>{escape(block.label + text(document.lang, 'form-colon'))}</b>" if block.label else ""
            yield f'<p class="{block.tone}">{label}{escape(block.text)}</p>'
        case Callout():
            yield f'<p class="callout {block.tone}" role="note">{escape(block.text)}</p>'
        case Listing():
            name = "ol" if block.numbered else "ul"
            items = "".join(f"<li>{escape(each)}</li>" for each in block.items)
            yield f'<{name} class="{block.tone}">{items}</{name}>'
        case Facts():
            pairs = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in block.pairs)
            yield f"<dl>{pairs}</dl>"
        case Table():
            yield from _table(block)
        case PageBreak():
            yield '<div class="break"></div>'


def _table(table: Table) -> Iterator[str]:
    whole = sum(each.share for each in table.columns)
    room = ' class="room"' if table.room else ""
    yield f'<div class="wide"><table{room}>'
    if table.caption:
        yield f"<caption>{escape(table.caption)}</caption>"
    widths = (f'<col style="width:{100 * each.share / whole:.2f}%">' for each in table.columns)
    heads = (f'<th scope="col">{escape(each.title)}</th>' for each in table.columns)
    yield f"<colgroup>{''.join(widths)}</colgroup><thead><tr>{''.join(heads)}</tr></thead><tbody>"
    for cells in table.rows:
        yield f"<tr>{''.join(_cell(each) for each in cells)}</tr>"
    yield "</tbody></table></div>"


def _cell(cell: Cell) -> str:
    tone = "" if cell.tone == "plain" else f' class="{cell.tone}"'
    return f"<td{tone}>{escape(cell.text)}</td>"

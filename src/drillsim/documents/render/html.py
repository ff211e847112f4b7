"""A document as one self-contained HTML page: no script, nothing from elsewhere, everything escaped; printed on A4."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files

from drillsim.documents.blocks import (
    Block,
    Callout,
    Cell,
    Contents,
    Document,
    Facts,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    pages,
)
from drillsim.documents.render.columns import widths as column_widths
from drillsim.texts import text

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_LINK = re.compile(r'<a href="#[^"]*">|</a>| id="[^"]*"')
_NO_ID = re.compile(r"[^\w.\-]")

WIDE_EM = {False: 64.0, True: 94.0}
"""Width of a table on paper upright and across, em of its words."""
CHANGED = {"kept": "span", "gone": "del", "new": "ins"}


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
            f"<style>{_style()}{_paper(document)}</style>\n</head>\n<body>",
            *([f'<div class="watermark" aria-hidden="true">{escape(document.mark)}</div>'] if document.stamped else []),
            *_pages(document),
            "</body>\n</html>\n",
        )
    ).encode("utf-8")


def fragment(document: Document) -> str:
    """The first page as an element for a page of somebody else's: no style of its own, no links, everything escaped."""
    _, blocks = next(iter(pages(document)))
    lang = "zh-CN" if document.lang == "zh" else "en"
    lines = (line for block in blocks for line in _lines(document, block))
    head = f"<h3>{escape(document.title)}</h3>\n<p>{escape(document.mark)} · {escape(document.head)}</p>"
    body = _LINK.sub("", "\n".join((head, *lines)))
    return f'<section lang="{lang}">\n{body}\n</section>\n'


@cache
def _style() -> str:
    return (files("drillsim.documents") / "templates" / "form.css").read_text(encoding="utf-8")


def _paper(document: Document) -> str:
    """Rules for paper: its size, what stands on every page, and its number in the browsers that print one."""
    of = text(document.lang, "form-page", page="@", pages="@").split("@")
    number = f"{_quoted(of[0])} counter(page) {_quoted(of[1])} counter(pages) {_quoted(of[2])}"
    margins = (
        ("top-center", _quoted(document.mark)),
        ("bottom-left", _quoted(f"{document.classification} · {document.head}")),
        ("bottom-right", number),
    )
    boxes = "".join(f"@{place}{{content:{words};font-size:8pt;color:#5b6169}}" for place, words in margins)
    return f"@page{{size:A4;margin:13mm 14mm 15mm;{boxes}}}@page across{{size:A4 landscape}}"


def _quoted(words: str) -> str:
    """Return words as a string of a style sheet, from which nothing gets out."""
    return '"' + "".join(f"\\{ord(each):x} " if each in '\\"<>\n\r' else each for each in words) + '"'


def _pages(document: Document) -> Iterator[str]:
    for number, (begins, blocks) in enumerate(pages(document)):
        turned = " across" if begins.landscape else ""
        yield f'<section class="page {begins.density}{turned}">'
        if number == 0:
            yield (
                f'<div class="top small"><span>{escape(document.classification)}</span>'
                f'<span class="mark">{escape(document.mark)}</span></div>'
            )
            yield f'<h1>{escape(document.title)}</h1>\n<p class="head">{escape(document.head)}</p>'
        for block in blocks:
            yield from _lines(document, block, across=begins.landscape is True)
        yield "</section>"


def _lines(document: Document, block: Block, *, across: bool = False) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<h{block.level + 1}{_id(block.id)}>{escape(block.text)}</h{block.level + 1}>"
        case Paragraph():
            label = f"<b>{escape(block.label + text(document.lang, 'form-colon'))}</b>" if block.label else ""
            yield f'<p class="{block.tone}">{label}{_led(block.text, block.link)}</p>'
        case Callout():
            yield f'<p class="callout {block.tone}" role="note">{escape(block.text)}</p>'
        case Listing():
            name = "ol" if block.numbered else "ul"
            links = block.links or ("",) * len(block.items)
            items = "".join(f"<li>{_led(*each)}</li>" for each in zip(block.items, links, strict=True))
            yield f'<{name} class="{block.tone}">{items}</{name}>'
        case Facts():
            pairs = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in block.pairs)
            yield f"<dl>{pairs}</dl>"
        case Table():
            yield from _table(block, WIDE_EM[across])
        case Picture():
            yield f"<figure><figcaption>{escape(block.caption)}</figcaption>"
            yield f'<div class="drawing">{block.drawn.svg}</div></figure>'  # our own; its texts are escaped there
        case Contents():
            lines = "".join(f'<li class="level-{e.level}">{_led(e.text, e.id)}</li>' for e in block.headings)
            yield f'<nav><ul class="contents">{lines}</ul></nav>'
        case PageBreak():
            raise AssertionError("a page is begun by _pages")


def _table(table: Table, wide_em: float) -> Iterator[str]:
    room = ' class="room"' if table.room else ""
    yield f'<div class="wide"><table{room}>'
    if table.caption:
        yield f"<caption>{escape(table.caption)}</caption>"
    shares = column_widths(table, wide_em)
    widths = (f'<col style="width:{100 * each / wide_em:.2f}%">' for each in shares)
    titles = [escape(each.title) for each in table.columns]
    heads = "".join(f'<th scope="col">{each}</th>' for each in titles)
    yield f"<colgroup>{''.join(widths)}</colgroup><thead><tr>{heads}</tr></thead><tbody>"
    for cells in table.rows:
        anchor = next((each.id for each in cells if each.id), "")
        row = "".join(_cell(*each) for each in zip(cells, titles, strict=True))
        yield f"<tr{_id(anchor)}>{row}</tr>"
    yield "</tbody></table></div>"


def _cell(cell: Cell, title: str) -> str:
    """One cell; on a phone its column's title stands before it."""
    tone = "" if cell.tone == "plain" else f' class="{cell.tone}"'
    if cell.spans:
        marked = "".join(f"<{CHANGED[e.change]}>{escape(e.text)}</{CHANGED[e.change]}>" for e in cell.spans)
        return f'<td{tone} data-of="{title}">{marked}</td>'
    lines = zip(cell.text.split("\n"), cell.links, strict=True) if cell.links else ((cell.text, ""),)
    return f'<td{tone} data-of="{title}">{chr(10).join(_led(*each) for each in lines)}</td>'


def _led(words: str, link: str) -> str:
    return f'<a href="#{_named(link)}">{escape(words)}</a>' if link else escape(words)


def _id(ident: str) -> str:
    return f' id="{_named(ident)}"' if ident else ""


def _named(ident: str) -> str:
    """Return an id as an attribute takes it, two different ones never alike."""
    return _NO_ID.sub(lambda found: f"~{ord(found[0]):x}", ident)

"""A document as Markdown, for mail and version control: read as it stands, so links within it are left out. Its
pictures lie beside it."""

from __future__ import annotations

from collections.abc import Iterator

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
)
from drillsim.documents.layout import markdown_safe
from drillsim.texts import text


def markdown(document: Document) -> bytes:
    """The document as UTF-8 Markdown."""
    lines = [f"**{document.mark}** · {markdown_safe(document.classification)}", "", f"# {_one(document.title)}", ""]
    lines += [markdown_safe(document.head), ""]
    for block in document.blocks:
        lines += [*_lines(document, block), ""]
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8")


def _lines(document: Document, block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {_one(block.text)}"
        case Paragraph():
            yield (_set_off(document, block.label) if block.label else "") + markdown_safe(block.text)
        case Callout():
            yield f"> **{_one(block.text)}**"
        case Listing():
            for number, each in enumerate(block.items, 1):
                yield f"{f'{number}.' if block.numbered else '-'} {_one(each)}"
        case Facts():
            for name, value in block.pairs:
                yield f"- {_set_off(document, name)}{_one(value)}"
        case Table():
            if block.caption:
                yield from (f"**{_one(block.caption)}**", "")
            yield f"| {' | '.join(_cell(each.title) for each in block.columns)} |"
            yield f"|{'---|' * len(block.columns)}"
            for cells in block.rows:
                yield f"| {' | '.join(_marked(each) for each in cells)} |"
        case Picture():
            yield from (f"**{_one(block.caption)}**", "", f"![{_one(block.alt)}](pictures/{block.name}.svg)")
        case Contents():
            for heading in block.headings:
                yield f"{'  ' * (heading.level - 1)}- {_one(heading.text)}"
        case PageBreak():
            yield "---"


def _set_off(document: Document, name: str) -> str:
    """Return a name in bold with its colon; a gap inside the marks would undo them."""
    colon = text(document.lang, "form-colon")
    return f"**{_one(name)}{colon.rstrip()}**{colon[len(colon.rstrip()) :]}"


def _one(words: str) -> str:
    return markdown_safe(" ".join(words.split("\n")))


def _cell(words: str) -> str:
    return "<br>".join(markdown_safe(each) for each in words.split("\n"))


def _marked(cell: Cell) -> str:
    """Return the words of a cell, those that are gone struck through, new ones underlined."""
    if not cell.spans:
        return _cell(cell.text)
    marks = {"kept": ("", ""), "gone": ("~~", "~~"), "new": ("<ins>", "</ins>")}
    return "".join(f"{marks[each.change][0]}{_cell(each.text)}{marks[each.change][1]}" for each in cell.spans)

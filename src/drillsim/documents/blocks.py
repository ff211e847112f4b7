"""A document as a value: blocks in one language, built once from what was recorded. Renderers lay it out and compute
nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from drillsim.documents.pictures.canvas import Drawn
from drillsim.texts import Lang

Density = Literal["", "dense", "denser", "large"]
"""Size of the words of a page: as usual, smaller where much stands on it, smaller again; large to be read on a wall."""
Tone = Literal["plain", "strong", "small", "dense", "good", "bad", "open"]
"""`small` stands back, `dense` is as small but reads as the rest; `good`, `bad` and `open` go with a word or mark that
says the same: colour is never the only carrier."""
Value = str | int | float | dt.date | dt.timedelta | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the largest below the title."""

    text: str
    level: int = 1
    id: str = ""
    """Name by which links lead here; unique in the document."""
    appendix: bool = False
    """The first heading of what is only looked up: from here on everything is appendix."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `label` stands before it, set off."""

    text: str
    label: str = ""
    tone: Tone = "plain"
    link: str = ""
    """Id its text leads to."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of sentences."""

    items: tuple[str, ...]
    numbered: bool = False
    tone: Tone = "plain"
    links: tuple[str, ...] = ()
    """Id each item leads to, as many as items; empty for one that leads nowhere."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a text that was changed: kept, gone (struck through), or new (underlined)."""

    text: str
    change: Literal["kept", "gone", "new"] = "kept"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its text, and the value behind it where that is a number or a day."""

    text: str
    value: Value = None
    tone: Tone = "plain"
    id: str = ""
    """Name by which links lead to its row; unique in the document."""
    links: tuple[str, ...] = ()
    """Id each of its lines leads to, as many as lines; empty for one that leads nowhere."""
    spans: tuple[Span, ...] = ()
    """The text piece by piece, where it was changed; together they are the text."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    title: str
    share: float = 1.0
    """Width relative to the other columns."""
    choices: tuple[str, ...] = ()
    """Words a reader who fills it in chooses from; none where any word goes."""


@dataclass(frozen=True, slots=True)
class Returns:
    """The way of a table back into the files, once somebody has filled it in as a workbook."""

    kind: str
    """Word by which the workbook is known again."""
    facts: tuple[tuple[str, str], ...]
    """Run and customer it is about."""
    fields: tuple[str, ...]
    """Name of each column, whatever it is called in the language of the paper."""
    rows: tuple[tuple[tuple[str, ...], str], ...]
    """For each row what it is about, as the files name it, and a digest of what they said of it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; a row is as long as `columns`."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    room: bool = False
    """Rows are tall, to be written in by hand."""
    returns: Returns | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, a pair a line."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A sentence nobody may miss."""

    text: str
    tone: Tone = "strong"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its caption; `alt` says what it shows to those who do not see it."""

    name: str
    """Stem of the file it lies in."""
    caption: str
    alt: str
    drawn: Drawn


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of headings, each leading to its place."""

    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A break: the next block begins a new page."""

    landscape: bool | None = None
    """Turns the paper from here on; None leaves it."""
    density: Density = ""
    """Size of the words from here on."""


Block = Heading | Paragraph | Listing | Table | Facts | Callout | Picture | Contents | PageBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document in one language."""

    kind: str
    """Kind, and the stem of its file's name."""
    lang: Lang
    title: str
    head: str
    """Running head: customer, plan and version."""
    mark: str
    """Words that tell an exercise from the real thing, on every page."""
    classification: str
    """Marking the customer has set."""
    blocks: tuple[Block, ...]
    landscape: bool = False
    density: Density = ""
    """Size of the words up to the first page break."""
    stamped: bool = True
    """True where the mark runs across every page as well; not on a paper that is in force."""


def contents(blocks: Iterable[Block], deepest: int = 2) -> Contents:
    """Return the contents of `blocks`: the headings that can be led to, down to a level."""
    return Contents(tuple(each for each in blocks if isinstance(each, Heading) and each.id and each.level <= deepest))


def pages(document: Document) -> Iterator[tuple[PageBreak, tuple[Block, ...]]]:
    """Yield the blocks between page breaks, with the break before them; its `landscape` is never None."""
    begins, held = PageBreak(document.landscape, document.density), list[Block]()
    for block in document.blocks:
        if isinstance(block, PageBreak):
            yield begins, tuple(held)
            turned = begins.landscape if block.landscape is None else block.landscape
            begins, held = replace(block, landscape=turned), []
        else:
            held.append(block)
    yield begins, tuple(held)


def row(*cells: str | Cell) -> tuple[Cell, ...]:
    """Return the cells of one row."""
    return tuple(each if isinstance(each, Cell) else Cell(each) for each in cells)

"""A document as a value: blocks in one language, built once from what was recorded. Renderers lay it out and compute
nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from drillsim.texts import Lang

Tone = Literal["plain", "strong", "small", "dense", "good", "bad", "open"]
"""`small` stands back, `dense` is as small but reads as the rest; `good`, `bad` and `open` go with a word or mark that
says the same: colour is never the only carrier."""
Value = str | int | float | dt.date | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the largest below the title."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `label` stands before it, set off."""

    text: str
    label: str = ""
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of sentences."""

    items: tuple[str, ...]
    numbered: bool = False
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its text, and the value behind it where that is a number or a day."""

    text: str
    value: Value = None
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    title: str
    share: float = 1.0
    """Width relative to the other columns."""
    choices: tuple[str, ...] = ()
    """Words a reader who fills it in chooses from; none where any word goes."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; a row is as long as `columns`."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    room: bool = False
    """Rows are tall, to be written in by hand."""


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
class PageBreak:
    """A break: the next block begins a new page."""


Block = Heading | Paragraph | Listing | Table | Facts | Callout | PageBreak


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


def row(*cells: str | Cell) -> tuple[Cell, ...]:
    """Return the cells of one row."""
    return tuple(each if isinstance(each, Cell) else Cell(each) for each in cells)

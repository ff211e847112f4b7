"""The coverage picture: groups of failures and scenarios down, cards across, the number of runs that made the card
active."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

from drillsim.documents.campaign_report.report_context import ReportContext
from drillsim.documents.campaign_rows import CoverageRow
from drillsim.documents.figure_words import figure
from drillsim.documents.pictures.canvas import FAINT, GREY, INK, PAPER, SOFT, Box, Canvas, Drawn
from drillsim.documents.pictures.measure import em_width, shortened, wrapped
from drillsim.documents.pictures.sheet import SIZE, WIDTH
from drillsim.texts import text

NAMES, ROW, HEAD = 200.0, 15.0, 16.0
ROWS_A_SHEET = 40
SMALL = SIZE - 1.0
_LOW, _HIGH = (226, 237, 247), (31, 78, 121)
_DARK_FROM = 0.55
"""Fields darker than this have white figures."""


def coverage(told: ReportContext) -> tuple[Drawn, ...]:
    """The sheets of the picture; none where nothing was played."""
    found = told.document.coverage
    if not found.rows or not found.cards:
        return ()
    return tuple(
        _sheet(told, found, range(start, min(start + ROWS_A_SHEET, len(found.rows))), start // ROWS_A_SHEET + 1)
        for start in range(0, len(found.rows), ROWS_A_SHEET)
    )


def _sheet(told: ReportContext, found: CoverageRow, shown: range, number: int) -> Drawn:
    lang = told.lang
    canvas = Canvas(WIDTH, f"coverage{number}-{lang}")
    wide = min((WIDTH - NAMES - 4) / len(found.cards), 60.0)
    most = max((runs for row in found.activated for runs in row), default=0)
    heads = _heads(found.cards, wide)
    for column, head in enumerate(heads):
        canvas.text(NAMES + wide * (column + 0.5), HEAD - 6, head, size=SMALL, align="center")
    for place, row in enumerate(shown):
        top = HEAD + place * ROW
        _name(canvas, told.row(found.rows[row]), top)
        for column, runs in enumerate(found.activated[row]):
            left = NAMES + wide * column
            _field(canvas, Box(left, top, left + wide, top + ROW), runs, most)
    y = _scale(canvas, told, HEAD + len(shown) * ROW + 12)
    y = _cards(canvas, told, found.cards, heads, y)
    return canvas.drawn(y, text(lang, "report-coverage-title"), _caption(told, found), f"coverage{number}-{lang}")


def _heads(cards: Sequence[str], wide: float) -> tuple[str, ...]:
    """Ids of the cards where they fit, else numbers."""
    fits = all(em_width(card) * SMALL <= wide - 2 for card in cards)
    return tuple(cards) if fits else tuple(str(number) for number in range(1, len(cards) + 1))


def _name(canvas: Canvas, words: str, top: float) -> None:
    canvas.text(NAMES - 5, top + ROW / 2, shortened(words, (NAMES - 10) / SIZE), size=SIZE, align="right")


def _field(canvas: Canvas, box: Box, runs: int, most: int) -> None:
    if not runs:
        canvas.rect(box, fill=PAPER, edge=FAINT, line=0.5)
        canvas.text((box.left + box.right) / 2, (box.top + box.bottom) / 2, "–", size=SMALL, color=GREY, align="center")
        return
    depth = _depth(runs, most)
    canvas.rect(box, fill=_shade(depth), edge=PAPER, line=0.8)
    words, color = short_count(runs), PAPER if depth > _DARK_FROM else INK
    canvas.text((box.left + box.right) / 2, (box.top + box.bottom) / 2, words, size=SMALL, color=color, align="center")


def _depth(runs: int, most: int) -> float:
    """0 for one run, 1 for the most, by their logarithms."""
    return log10(runs) / log10(most) if most > 1 else 1.0


def _shade(depth: float) -> str:
    parts = (round(low + (high - low) * depth) for low, high in zip(_LOW, _HIGH, strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def short_count(runs: int) -> str:
    """A count in four characters or so: 873, 12k, 1.2M."""
    if runs < 10_000:
        return str(runs)
    return f"{figure(runs / 1_000_000, 2)}M" if runs >= 1_000_000 else f"{runs / 1000:.0f}k"


def _scale(canvas: Canvas, told: ReportContext, y: float) -> float:
    """Draw the meaning of the shades; return the y below."""
    x = NAMES
    canvas.rect(Box(x, y - 5, x + 18, y + 5), fill=PAPER, edge=FAINT, line=0.5)
    canvas.text(x + 9, y, "–", size=SMALL, color=GREY, align="center")
    never = text(told.lang, "report-coverage-none")
    canvas.text(x + 22, y, never, size=SIZE - 0.4)
    x += 40 + em_width(never) * SIZE
    few, many = text(told.lang, "report-coverage-few"), text(told.lang, "report-coverage-many")
    canvas.text(x, y, few, size=SIZE - 0.4)
    x += em_width(few) * SIZE + 4
    for part in range(10):
        canvas.rect(Box(x + part * 9, y - 5, x + part * 9 + 9, y + 5), fill=_shade(part / 9))
    canvas.text(x + 95, y, many, size=SIZE - 0.4)
    return y + 16


def _cards(canvas: Canvas, told: ReportContext, cards: Sequence[str], heads: Sequence[str], y: float) -> float:
    """Draw the meaning of the columns, in three columns; return the y below."""
    columns, wide = 3, (WIDTH - 8) / 3
    deep = -(-len(cards) // columns)
    tops = [y] * columns
    for place, (card, head) in enumerate(zip(cards, heads, strict=True)):
        column = place // deep
        named = told.things.names.of(card)
        words = f"{head} {named}" if named != head else named
        for line in wrapped(words, (wide - 8) / SMALL, 2):
            canvas.text(4 + wide * column, tops[column], line, size=SMALL, color=SOFT)
            tops[column] += SMALL * 1.3
        tops[column] += 2
    return max(tops) + 2


def _caption(told: ReportContext, found: CoverageRow) -> str:
    cells = [runs for row in found.activated for runs in row]
    return text(
        told.lang, "report-coverage-caption", rows=len(found.rows), cards=len(found.cards),
        empty=sum(not runs for runs in cells), cells=len(cells),
    )  # fmt: skip

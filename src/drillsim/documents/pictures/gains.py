"""Before and after: the longest outage of what missed its limit, with the plan as it is and with each of a few changes
played again with the same luck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drillsim.documents.pictures.canvas import DARK, FAINT, INK, LIMIT, SOFT, WORKING, Box, Canvas, Drawn
from drillsim.documents.pictures.measure import em_width, shortened
from drillsim.texts import Lang, duration_text, text

WIDTH, GUTTER = 640.0, 178.0
END = WIDTH - 74.0
"""Right end of the longest bar; its time stands behind it."""
SIZE, BAR, GAP = 7.4, 6.4, 7.0
NAME_EM = 22.0
STYLES = ((DARK, ""), (WORKING, ""), ("#9db8d2", "////"), ("#dfe8f0", "...."))
"""Fill and hatch of the plan as it is, then of each change: told apart in black and white."""


@dataclass(frozen=True, slots=True)
class GainBars:
    """One load or function: its limit, and its longest outage as it is and with each change, ms."""

    name: str
    limit_ms: int | None
    outages_ms: tuple[int, ...]


def gains(rows: Sequence[GainBars], series: Sequence[str], lang: Lang) -> Drawn:
    """The picture; `series` are the words of what is compared, the plan as it is first."""
    canvas = Canvas(WIDTH, f"gains-{lang}")
    most = max(max(each.outages_ms) for each in rows) or 1
    y = _legend(canvas, series, 10.0)
    for each in rows:
        y = _row(canvas, each, y, most, lang)
    title = text(lang, "report-gains-title")
    return canvas.drawn(y + 4, title, text(lang, "report-gains-caption", n=len(rows)), canvas.salt)


def _legend(canvas: Canvas, series: Sequence[str], y: float) -> float:
    x = 6.0
    for (fill, hatch), words in zip(STYLES, series, strict=False):
        wide = em_width(words) * SIZE + 30
        if x + wide > WIDTH and x > 6.0:
            x, y = 6.0, y + 13
        canvas.rect(Box(x, y - 3.5, x + 13, y + 3.5), fill=fill, edge=INK, hatch=hatch, line=0.45)
        canvas.text(x + 17, y, words, size=SIZE)
        x += wide
    return y + 12


def _row(canvas: Canvas, each: GainBars, y: float, most: int, lang: Lang) -> float:
    """One subject: its name, a bar for each outage, a mark at its limit; gives the y below."""
    high = BAR * len(each.outages_ms)
    canvas.line([(4, y), (WIDTH - 4, y)], color=FAINT, width=0.5)
    canvas.text(6, y + GAP / 2 + high / 2, shortened(each.name, NAME_EM), size=SIZE)
    for number, (ms, (fill, hatch)) in enumerate(zip(each.outages_ms, STYLES, strict=False)):
        top = y + GAP / 2 + BAR * number
        right = GUTTER + (END - GUTTER) * ms / most
        if ms:
            canvas.rect(
                Box(GUTTER, top + 0.6, max(right, GUTTER + 1), top + BAR), fill=fill, edge=INK, hatch=hatch, line=0.4
            )
        canvas.text(max(right, GUTTER) + 4, top + BAR / 2 + 0.3, duration_text(lang, ms), size=6.2, color=SOFT)
    if each.limit_ms is not None and each.limit_ms <= most:
        x = GUTTER + (END - GUTTER) * each.limit_ms / most
        canvas.line([(x, y + 1), (x, y + GAP + high - 1)], color=LIMIT, width=1.4, z=5)
    return y + high + GAP

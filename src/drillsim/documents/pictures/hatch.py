"""Hatching as plain lines: a pattern of SVG becomes megabytes when a browser prints it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, takewhile

APART = 12.0
"""Distance of lines of a hatch of one mark, points; of four marks a quarter of it."""
DOT = 0.9

Line = list[tuple[float, float]]


def hatched(left: float, top: float, right: float, bottom: float, hatch: str) -> Iterator[Line]:
    """Yield the lines that hatch a rectangle by one of matplotlib's marks, the denser the more of them."""
    step, kinds = APART / max(len(hatch), 1), set(hatch)
    if kinds & {"/", "x"}:
        yield from _slanting(left, top, right, bottom, step, rising=True)
    if kinds & {"\\", "x"}:
        yield from _slanting(left, top, right, bottom, step, rising=False)
    if kinds & {"|", "+"}:
        yield from ([(x, top), (x, bottom)] for x in _between(left, right, step))
    if kinds & {"-", "+"}:
        yield from ([(left, y), (right, y)] for y in _between(top, bottom, step))
    if "." in kinds:
        spots = ((x, y) for y in _between(top, bottom, step) for x in _between(left, right - DOT, step))
        yield from ([(x, y), (x + DOT, y)] for x, y in spots)


def _between(low: float, high: float, step: float) -> Iterator[float]:
    return takewhile(lambda at: at < high, (low + step * (n + 0.5) for n in count()))


def _slanting(left: float, top: float, right: float, bottom: float, step: float, *, rising: bool) -> Iterator[Line]:
    """Lines at 45 degrees, cut at the sides of the rectangle."""
    high = bottom - top
    for x in _between(left - high, right, step):
        a, z = max(0.0, left - x), min(high, right - x)
        if z > a:
            yield [(x + t, bottom - t if rising else top + t) for t in (a, z)]

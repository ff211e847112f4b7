"""Blocks in rows of a given width, in the order of the rings. A row that a ring runs over into is read backwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

APART = 11.0


@dataclass(slots=True)
class Row:
    """Stations from the left, by number, and where each begins."""

    stations: list[int]
    lefts: list[float]
    backwards: bool


def fill(branches: Sequence[Sequence[int]], widths: Sequence[float], most: float) -> list[Row]:
    """Rows no wider than `most` (a single wider block has one of its own)."""
    rows: list[list[int]] = []
    backwards: list[bool] = []
    room = 0.0
    for branch in branches:
        whole = sum(widths[each] + APART for each in branch) - APART
        begins = not rows or (whole > room and (whole <= most or room < most / 3))
        for place, station in enumerate(branch):
            if begins or widths[station] > room:
                rows.append([])
                backwards.append(place > 0 and not backwards[-1])
                room, begins = most, False
            rows[-1].append(station)
            room -= widths[station] + APART
    return [_row(row, turned, widths, most) for row, turned in zip(rows, backwards, strict=True)]


def _row(row: list[int], backwards: bool, widths: Sequence[float], most: float) -> Row:
    stations = row[::-1] if backwards else row
    wide = sum(widths[each] + APART for each in stations) - APART
    at = max(most - wide, 0.0) if backwards else 0.0
    lefts = []
    for station in stations:
        lefts.append(at)
        at += widths[station] + APART
    return Row(stations, lefts, backwards)

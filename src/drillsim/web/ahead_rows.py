"""A look ahead as rows for the director's page, the ways on beside one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from drillsim.session import Limit
from drillsim.session.ahead import Ahead, LimitAhead, Looked, Shares

Compared = Literal["better", "worse", "same"]


@dataclass(frozen=True, slots=True)
class LimitRow:
    """One limit, each way on."""

    limit: Limit
    ways: tuple[LimitAhead | None, ...]
    """None where it is missed in no draw of that way."""
    compared: Compared | None
    """The second way against the first; None where there is one."""


@dataclass(frozen=True, slots=True)
class StoreRow:
    """One battery or store, each way on."""

    kind: str
    id: str
    ways: tuple[tuple[tuple[float, float], ...], ...]
    """Median and least, percent, at each time of the answer; empty where it does not move that way."""
    empty: tuple[Shares | None, ...]


def limit_rows(looked: Looked) -> tuple[LimitRow, ...]:
    """Return every limit that is missed some way on, in the order of the first way."""
    ways = looked.ahead
    limits = dict.fromkeys(each.limit for way in ways for each in way.limits)
    return tuple(_limit_row(limit, ways) for limit in limits)


def _limit_row(limit: Limit, ways: tuple[Ahead, ...]) -> LimitRow:
    found = tuple(way.limit(limit) for way in ways)
    return LimitRow(limit, found, _compared(found[0], found[1]) if len(found) > 1 else None)


def _compared(before: LimitAhead | None, after: LimitAhead | None) -> Compared:
    """Fewer draws are better; of as many, the later median is."""
    one, other = (_weight(before), _weight(after))
    return "same" if one == other else ("better" if other < one else "worse")


def _weight(each: LimitAhead | None) -> tuple[int, int]:
    return (0, 0) if each is None else (each.missed.draws, -each.missed.median_ms)


def store_rows(looked: Looked) -> Iterator[StoreRow]:
    """Yield every battery and store that moves or runs empty some way on."""
    ways = looked.ahead
    levels = [{each.store: each for each in way.levels} for way in ways]
    empty = [{each.store: each.empty for each in way.spent} for way in ways]
    names = dict.fromkeys((*(name for way in levels for name in way), *(name for way in empty for name in way)))
    for store in names:
        held = tuple(
            tuple(zip(way[store].median, way[store].least, strict=True)) if store in way else () for way in levels
        )
        yield StoreRow(*store, held, tuple(way.get(store) for way in empty))


def not_ruled_out_percent(draws: int) -> int:
    """Return the greatest chance, in percent, that something seen in none of the draws may still have (95 %)."""
    return round(100 * (1 - float(0.05 ** (1 / draws))))

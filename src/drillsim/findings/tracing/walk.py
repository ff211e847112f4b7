"""Walks back from what ended an interruption to where it began, and cuts the way into parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from drillsim.findings.tracing.functions import changed, needed
from drillsim.findings.tracing.link import NOTHING, Anchor, Link
from drillsim.findings.tracing.pending import not_done, still_dark
from drillsim.findings.tracing.record import Record
from drillsim.findings.tracing.steps import card_active, released, step_done
from drillsim.findings.tracing.supply import automatic, load_back, moved, source_returned, source_runs, supply_back

EXPLAIN: Mapping[str, Callable[[Record, Anchor], Link]] = {
    "load": load_back,
    "supply": supply_back,
    "step": step_done,
    "released": released,
    "card": card_active,
    "source": source_runs,
    "returned": source_returned,
    "automatic": automatic,
    "moved": moved,
    "function": changed,
    "need": needed,
    "open": still_dark,
    "pending": not_done,
    "taken": lambda record, anchor: NOTHING,
}
"""Function that explains each kind of anchor."""

Piece = tuple[int, int, str]
"""From, to, ms, and the cause."""


class Walk:
    """Every way back through one run; links are worked out once, and ways that have run together are walked once."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._links: dict[Anchor, Link] = {}
        self._ways: dict[tuple[Anchor, int, int, str], tuple[Piece, ...]] = {}

    def back(self, anchor: Anchor | None, low: int, high: int, rest: str) -> tuple[Piece, ...]:
        """The time from `low` to `high`, cut by what led to `anchor`, latest first; what nothing explains is `rest`."""
        while anchor is not None:
            link = self.link(anchor)
            if link.parts:
                break
            anchor = link.next if link.next != anchor else None
        if anchor is None:
            return ((low, high, rest),) if high > low else ()
        key = (anchor, low, high, rest)
        if key not in self._ways:
            self._ways[key] = self._cut(anchor, low, high, rest)
        return self._ways[key]

    def _cut(self, anchor: Anchor | None, low: int, high: int, rest: str) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        seen: dict[Anchor, None] = {}
        while anchor is not None and anchor not in seen and high > low:
            seen[anchor] = None
            link = self.link(anchor)
            for since, cause in link.parts:
                if (start := max(since, low)) < high:
                    pieces.append((start, high, cause))
                    high = start
            anchor = link.next
        if high > low:
            pieces.append((low, high, rest))
        return tuple(pieces)

    def link(self, anchor: Anchor) -> Link:
        """Return the link that led to `anchor`."""
        found = self._links.get(anchor)
        if found is None:
            found = self._links[anchor] = EXPLAIN[anchor.kind](self._record, anchor)
        return found

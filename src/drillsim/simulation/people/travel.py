"""The way from one place to another: the fastest chain of medians, symmetric unless both ways are given."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

from drillsim.schema import Compiled, Drawn, Way, follows_from


@follows_from("site")
def roads(dossier: Compiled) -> Roads:
    """The ways of a customer's site; runs share the chains found so far."""
    return Roads(dossier.site.travel)


class Roads:
    """All ways of a site, with the chains found so far."""

    def __init__(self, ways: Iterable[Way]) -> None:
        given = {(way.from_, way.to): way.takes for way in ways}
        self._legs: dict[str, list[tuple[str, Drawn]]] = {}
        for (start, end), takes in given.items():
            self._legs.setdefault(start, []).append((end, takes))
            if (end, start) not in given:
                self._legs.setdefault(end, []).append((start, takes))
        self._chains: dict[tuple[str, str], tuple[Drawn, ...] | None] = {}

    def chain(self, start: str, end: str) -> tuple[Drawn, ...] | None:
        """Legs from `start` to `end`; empty when they are one place, None when no way is known."""
        key = (start, end)
        if key not in self._chains:
            self._chains[key] = () if start == end else self._search(start, end)
        return self._chains[key]

    def _search(self, start: str, end: str) -> tuple[Drawn, ...] | None:
        queue: list[tuple[int, int, str, tuple[Drawn, ...]]] = [(0, 0, start, ())]
        seen: set[str] = set()
        pushed = 0
        while queue:
            ms, _, here, legs = heapq.heappop(queue)
            if here == end:
                return legs
            if here in seen:
                continue
            seen.add(here)
            for there, takes in self._legs.get(here, ()):
                pushed += 1  # ties go to the way written first
                heapq.heappush(queue, (ms + takes.median_ms, pushed, there, (*legs, takes)))
        return None

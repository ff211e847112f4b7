"""The order of nodes within each level of a block, with as few crossings as a short search finds.

After Sugiyama: links over several levels get a dummy in each level between, then the order is improved by neighbour
averages and swaps. Ties keep the order of the files, so the same network is always drawn the same way.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from itertools import pairwise

from drillsim.documents.pictures.oneline.link import DUMMY, is_port
from drillsim.documents.pictures.oneline.station import Station

MOST_MOVED = 24
"""In a level with more nodes only neighbours are swapped."""


def ordered(station: Station) -> tuple[list[list[str]], list[tuple[str, ...]]]:
    """Nodes of each level from the left, and for each link its nodes from above, dummies between."""
    order, chains = _with_dummies(station)
    _improve(order, chains)
    return order, chains


def _with_dummies(station: Station) -> tuple[list[list[str]], list[tuple[str, ...]]]:
    level = dict(station.levels)
    rows: list[list[str]] = [[] for _ in range(max(level.values(), default=0) + 1)]
    chains = []
    for place, link in enumerate(station.links):
        between = range(level[link.a] + 1, level[link.b])
        dummies = [f"{DUMMY}{place}-{each}" for each in between]
        level.update(zip(dummies, between, strict=True))
        chains.append((link.a, *dummies, link.b))
    for node in _depth_first(station, chains):
        rows[level[node]].append(node)
    return rows, chains


def _depth_first(station: Station, chains: Sequence[tuple[str, ...]]) -> list[str]:
    """Every node, what hangs together together; ports in the order in which they were given."""
    near: dict[str, list[str]] = {}
    for chain in chains:
        for one, other in pairwise(chain):
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    found: dict[str, None] = {}
    for start in sorted(station.levels, key=lambda node: (is_port(node), station.levels[node])):
        stack = [start]
        while stack:
            node = stack.pop()
            if node not in found:
                found[node] = None
                stack.extend(other for other in reversed(near.get(node, ())) if other not in found)
    return list(found)


class _Links:
    """Links between levels, to count crossings of one level without looking at the others."""

    def __init__(self, order: list[list[str]], chains: Sequence[tuple[str, ...]]) -> None:
        self.order = order
        level = {node: number for number, row in enumerate(order) for node in row}
        self.pairs: list[list[tuple[str, str]]] = [[] for _ in order]
        self.ties: list[list[tuple[str, str]]] = [[] for _ in order]
        self.near: dict[str, list[str]] = {}
        for a, b in (pair for chain in chains for pair in pairwise(chain)):
            (self.ties if level[a] == level[b] else self.pairs)[level[a]].append((a, b))
            self.near.setdefault(a, []).append(b)
            self.near.setdefault(b, []).append(a)

    def cost(self) -> float:
        """Return the cost of the whole drawing."""
        return sum(self._between(level) + self._within(level) for level in range(len(self.order)))

    def cost_at(self, level: int) -> float:
        """Return the cost of everything the order within one level decides."""
        above = self._between(level - 1) if level else 0
        return above + self._between(level) + self._within(level)

    def _between(self, level: int) -> int:
        """Crossings between a level and the next, counted by inversions."""
        if level + 1 >= len(self.order) or len(self.pairs[level]) < 2:
            return 0
        upper = {node: place for place, node in enumerate(self.order[level])}
        lower = {node: place for place, node in enumerate(self.order[level + 1])}
        crossings, seen = 0, list[int]()
        for _, end in sorted((upper[a], lower[b]) for a, b in self.pairs[level]):
            crossings += len(seen) - bisect_right(seen, end)
            insort(seen, end)
        return crossings

    def _within(self, level: int) -> float:
        """Return the cost of the nodes between the two ends of a tie."""
        if not self.ties[level]:
            return 0.0
        place = {node: number for number, node in enumerate(self.order[level])}
        return sum(3.0 * (abs(place[a] - place[b]) - 1) for a, b in self.ties[level])


def _improve(order: list[list[str]], chains: Sequence[tuple[str, ...]]) -> None:
    """Reorders each level in place; the best order seen is kept."""
    links = _Links(order, chains)
    best, kept = links.cost(), [list(row) for row in order]
    for sweep in range(8):
        if best == 0:
            break
        _sweep(links, down=sweep % 2 == 0)
        _swap(links)
        cost = links.cost()
        if cost < best:
            best, kept = cost, [list(row) for row in order]
    order[:] = kept


def _sweep(links: _Links, *, down: bool) -> None:
    """Sorts each level by the average place of its neighbours in the level before."""
    rows = links.order if down else links.order[::-1]
    for fixed, row in pairwise(rows):
        place = {node: (number + 0.5) / len(fixed) for number, node in enumerate(fixed)}
        wish = {}
        for number, node in enumerate(row):
            near = [place[other] for other in links.near.get(node, ()) if other in place]
            wish[node] = sum(near) / len(near) if near else (number + 0.5) / len(row)
        row.sort(key=lambda node, wish=wish: wish[node])  # type: ignore[misc]


def _swap(links: _Links) -> None:
    """Swaps neighbours, and moves a node to an end of its level, while that makes the drawing better."""
    for _ in range(4):
        better = False
        for level, row in enumerate(links.order):
            cost = links.cost_at(level)
            if cost == 0:
                continue
            for start in range(len(row)):
                ends = {0, len(row) - 1} if len(row) <= MOST_MOVED else set[int]()
                for stop in sorted(({start - 1, start + 1} | ends) - {start, -1, len(row)}):
                    row.insert(stop, row.pop(start))
                    changed = links.cost_at(level)
                    if changed < cost:
                        cost, better = changed, True
                    else:
                        row.insert(start, row.pop(stop))
        if not better:
            return

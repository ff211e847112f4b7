"""Circles in a small directed graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def circles(edges: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """One circle for each knot of nodes that reach one another, starting at its first node in the mapping's order.

    Edges to nodes the mapping does not have are left out. Iterative: a chain of ten thousand is no deeper than one.
    """
    found: list[tuple[str, ...]] = []
    taken: set[str] = set()
    for start in edges:
        if start in taken:
            continue
        way = _way_back(edges, start)
        if way:
            found.append(way)
            taken.update(way)
    return tuple(found)


def _way_back(edges: Mapping[str, Sequence[str]], start: str) -> tuple[str, ...]:
    """The shortest way from `start` back to itself, without the return; empty when there is none."""
    came: dict[str, str] = {}
    queue = [start]
    for node in queue:
        for other in edges[node]:
            if other == start:
                return _trace(came, start, node)
            if other in edges and other not in came:
                came[other] = node
                queue.append(other)
    return ()


def _trace(came: Mapping[str, str], start: str, end: str) -> tuple[str, ...]:
    way = [end]
    while way[-1] != start:
        way.append(came[way[-1]])
    return tuple(reversed(way))

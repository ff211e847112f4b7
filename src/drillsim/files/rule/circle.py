"""Circles in a small directed graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def circles(edges: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Circles that share no node, each from its first node in the mapping's order; empty when there are none.

    Edges to nodes the mapping does not have are left out. Iterative: a chain of ten thousand is no deeper than one.
    """
    edges = _without_ends(edges)
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


def _without_ends(edges: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """`edges` without the nodes from which every way ends, so that what is left runs in circles or into one."""
    left = {node: [other for other in others if other in edges] for node, others in edges.items()}
    into: dict[str, list[str]] = {node: [] for node in left}
    for node, others in left.items():
        for other in others:
            into[other].append(node)
    open_ways = {node: len(others) for node, others in left.items()}
    ends = [node for node, count in open_ways.items() if not count]
    for end in ends:
        for node in into[end]:
            open_ways[node] -= 1
            if not open_ways[node]:
                ends.append(node)
    return {node: others for node, others in left.items() if open_ways[node]}


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

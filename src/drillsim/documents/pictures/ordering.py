"""The order of buses within each layer, with as few crossings as a short search finds.

After Sugiyama: connections over several layers get a dummy in each layer between, then the order is improved by
neighbour averages and swaps. Ties keep the order of the files, so the same network is always drawn the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from drillsim.documents.pictures.diagram import Connection, Diagram
from drillsim.documents.pictures.placed import DUMMY


def with_dummies(picture: Diagram, wires: Sequence[Connection]) -> tuple[list[list[str]], list[tuple[str, ...]]]:
    """Nodes of each layer in a first order, and for each wire its nodes from above, dummies between."""
    rows: list[list[str]] = [[] for _ in range(max(picture.layers.values(), default=0) + 1)]
    chains = []
    layer = dict(picture.layers)
    for number, wire in enumerate(wires):
        between = range(picture.layers[wire.a] + 1, picture.layers[wire.b])
        dummies = [f"{DUMMY}{number}-{each}" for each in between]
        layer.update(zip(dummies, between, strict=True))
        chains.append((wire.a, *dummies, wire.b))
    for node in _depth_first(picture, chains):
        rows[layer[node]].append(node)
    return rows, chains


def _depth_first(picture: Diagram, chains: Sequence[tuple[str, ...]]) -> list[str]:
    """Every node, feeders' trees one after the other, so that what hangs together starts together."""
    near: dict[str, list[str]] = {}
    for chain in chains:
        for one, other in pairwise(chain):
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    found: dict[str, None] = {}
    starts = sorted(picture.layers, key=lambda bus: picture.layers[bus])
    for start in starts:
        stack = [start]
        while stack:
            node = stack.pop()
            if node not in found:
                found[node] = None
                stack.extend(other for other in reversed(near.get(node, ())) if other not in found)
    return list(found)


def improve(order: list[list[str]], chains: Sequence[tuple[str, ...]]) -> None:
    """Reorders each layer in place; the best order seen is kept."""
    links = [pair for chain in chains for pair in pairwise(chain)]
    best, kept = _cost(order, links), [list(row) for row in order]
    for sweep in range(8):
        _sweep(order, links, down=sweep % 2 == 0)
        _swap(order, links)
        cost = _cost(order, links)
        if cost < best:
            best, kept = cost, [list(row) for row in order]
    order[:] = kept


def _sweep(order: list[list[str]], links: Sequence[tuple[str, str]], *, down: bool) -> None:
    """Sorts each layer by the average place of its neighbours in the layer before."""
    rows = order if down else order[::-1]
    for fixed, row in pairwise(rows):
        place = {node: (number + 0.5) / len(fixed) for number, node in enumerate(fixed)}
        own = {node: (number + 0.5) / len(row) for number, node in enumerate(row)}
        wish = {}
        for node in row:
            near = [place[other] for a, b in links for one, other in ((a, b), (b, a)) if one == node and other in place]
            wish[node] = sum(near) / len(near) if near else own[node]
        row.sort(key=lambda node, wish=wish: wish[node])  # type: ignore[misc]


def _swap(order: list[list[str]], links: Sequence[tuple[str, str]]) -> None:
    """Swaps neighbours, and moves a node to another place of its layer, while that makes the drawing better."""
    cost = _cost(order, links)
    for _ in range(4):
        before = cost
        for row in order:
            for start in range(len(row)):
                for stop in sorted({max(start - 1, 0), start + 1, 0, len(row) - 1} - {start, len(row)}):
                    row.insert(stop, row.pop(start))
                    changed = _cost(order, links)
                    if changed < cost:
                        cost = changed
                    else:
                        row.insert(start, row.pop(stop))
        if cost == before:
            return


def _cost(order: Sequence[Sequence[str]], links: Sequence[tuple[str, str]]) -> float:
    """Crossings between neighbouring layers, and what stands between the two ends of a tie."""
    place = {node: (level, number) for level, row in enumerate(order) for number, node in enumerate(row)}
    by_level: dict[int, list[tuple[int, int]]] = {}
    cost = 0.0
    for a, b in links:
        (la, na), (lb, nb) = place[a], place[b]
        if la == lb:
            cost += 3 * (abs(na - nb) - 1)
        else:
            by_level.setdefault(la, []).append((na, nb))
    for pairs in by_level.values():
        pairs.sort()
        cost += sum(1 for i, (_, b) in enumerate(pairs) for _, d in pairs[i + 1 :] if d < b)
    return cost

"""The order of stations on the sheet: sources first, then ring after ring.

The shortest ways from the sources make a tree; where a ring closes, or is cut by an open switch, two of its branches
meet. A branch runs from its root to the station farthest away; a ring is read out along one branch and back along the
branch it meets. Side branches follow the branch they leave.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from drillsim.documents.pictures.oneline.diagram import Connection, Diagram
from drillsim.documents.pictures.oneline.network_blocks import Division

_OPEN = 1000
"""Ways through an open switch are taken last."""


@dataclass(frozen=True, slots=True)
class Rings:
    """Stations by number: the ones with sources, then rings and branches as sequences."""

    sources: tuple[int, ...]
    branches: tuple[tuple[int, ...], ...]
    entries: Mapping[int, tuple[str, ...]]
    """Station → its nodes at which the way from the sources comes in."""
    ways: frozenset[int]
    """Connections on a shortest way from a source."""


@dataclass(slots=True)
class _Tree:
    parent: dict[int, int]
    children: dict[int, list[int]]
    depth: dict[int, int]
    """Number of stations on the longest branch from here."""
    meets: dict[int, list[int]]
    """Stations joined by a connection that is no branch of the tree."""
    entries: dict[int, tuple[str, ...]]
    ways: frozenset[int]


def rings(picture: Diagram, division: Division) -> Rings:
    """The order in which the stations are drawn."""
    roots = tuple(
        place
        for place, nodes in enumerate(division.stations)
        if any(kind == "feeder" for node in nodes for kind, _ in picture.sources.get(node, ()))
    )
    tree = _tree(picture, division, roots)
    placed: set[int] = set(roots)
    branches: list[tuple[int, ...]] = []
    for root in (*roots, *range(len(division.stations))):
        _branches(tree, root, placed, branches)
    return Rings(roots, tuple(branches), tree.entries, tree.ways)


def _tree(picture: Diagram, division: Division, roots: tuple[int, ...]) -> _Tree:
    of = {node: place for place, nodes in enumerate(division.stations) for node in nodes}
    near: dict[int, list[tuple[int, int, int]]] = {place: [] for place in range(len(division.stations))}
    for number in division.between:
        wire = division.wires[number]
        cost = _OPEN if _is_open(picture, wire) else 1
        near[of[wire.a]].append((cost, of[wire.b], number))
        near[of[wire.b]].append((cost, of[wire.a], number))
    parent, by, far = _ways(near, roots)
    children: dict[int, list[int]] = {place: [] for place in near}
    for station in parent:
        if parent[station] >= 0:
            children[parent[station]].append(station)
    used = set(by.values())
    meets: dict[int, list[int]] = {place: [] for place in near}
    for place, ends in near.items():
        meets[place] = [other for _, other, number in ends if number not in used]
    entries: dict[int, dict[str, None]] = {}
    for number in (*by.values(), *(n for n in division.between if n not in used)):
        wire = division.wires[number]
        for node, other in ((wire.a, wire.b), (wire.b, wire.a)):
            from_nearer = number not in used and not _is_open(picture, wire) and far[of[other]] <= far[of[node]]
            if by.get(of[node]) == number or from_nearer:
                entries.setdefault(of[node], {})[node] = None
    inward = {s: tuple(nodes) for s, nodes in entries.items()}
    return _Tree(parent, children, _depths(children, parent), meets, inward, frozenset(used))


def _is_open(picture: Diagram, wire: Connection) -> bool:
    return any(part.id in picture.open for part in wire.parts)


def _ways(
    near: Mapping[int, list[tuple[int, int, int]]], roots: tuple[int, ...]
) -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
    """The station before each on the shortest way from a root (-1 for roots), the connection between them, and how
    long the way is."""
    best: dict[int, int] = {}
    parent: dict[int, int] = {}
    by: dict[int, int] = {}
    for start in (roots, *((place,) for place in near)):
        queue = [(0, place, -1, -1) for place in start if place not in parent]
        while queue:
            cost, place, before, number = heappop(queue)
            if place in best:
                continue
            best[place], parent[place] = cost, before
            if number >= 0:
                by[place] = number
            for more, other, wire in near[place]:
                if other not in best:
                    heappush(queue, (cost + more, other, place, wire))
    return parent, by, best


def _depths(children: Mapping[int, list[int]], parent: Mapping[int, int]) -> dict[int, int]:
    depth: dict[int, int] = {}
    for place in reversed(list(_down_order(children, parent))):
        depth[place] = 1 + max((depth[child] for child in children[place]), default=0)
    return depth


def _down_order(children: Mapping[int, list[int]], parent: Mapping[int, int]) -> list[int]:
    stack = [place for place in parent if parent[place] < 0]
    found = []
    while stack:
        place = stack.pop()
        found.append(place)
        stack.extend(children[place])
    return found


def _branches(tree: _Tree, root: int, placed: set[int], found: list[tuple[int, ...]]) -> None:
    """The branches below `root`, deepest side first; a branch that meets another takes it in, turned."""
    starts = [root] if root not in placed else []
    pending = [*starts, *(child for child in tree.children[root] if child not in placed)]
    while pending:
        start = pending.pop(0)
        if start in placed:
            continue
        branch = _branch(tree, start, placed)
        met = tree.meets[branch[-1]]
        if len(met) == 1 and met[0] not in placed and len(tree.meets[met[0]]) == 1:
            branch += _back(tree, met[0], placed)
        found.append(tuple(branch))
        sides = [child for place in reversed(branch) for child in tree.children[place] if child not in placed]
        pending = sides + pending


def _branch(tree: _Tree, start: int, placed: set[int]) -> list[int]:
    branch, at = [], start
    while True:
        branch.append(at)
        placed.add(at)
        below = [child for child in tree.children[at] if child not in placed]
        if not below:
            return branch
        at = max(below, key=lambda child: (tree.depth[child], -child))


def _back(tree: _Tree, start: int, placed: set[int]) -> list[int]:
    """From `start` back towards the sources, as far as nothing is placed yet."""
    branch, at = [], start
    while at >= 0 and at not in placed:
        branch.append(at)
        placed.add(at)
        at = tree.parent[at]
    return branch

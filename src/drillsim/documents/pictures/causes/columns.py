"""Boxes in columns from left to right: never before what caused them, never left of what failed earlier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drillsim.documents.pictures.canvas import Point
from drillsim.documents.pictures.causes.fold import Story
from drillsim.documents.pictures.oneline.bars import Item, Node, dummy
from drillsim.documents.pictures.oneline.link import Link, is_dummy
from drillsim.documents.pictures.oneline.ordering import ordered
from drillsim.documents.pictures.oneline.positions import Places
from drillsim.documents.pictures.oneline.station import Station
from drillsim.documents.pictures.oneline.tracks import Run, tracks

TRACK = 5.0
AIR = 8.0
PORT = 6.0
"""Two lines meet a box at least this far apart."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Every box's column, its middle height, and every line's corners; columns run from `lefts`."""

    column: tuple[int, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]
    lefts: tuple[float, ...]
    paths: Mapping[tuple[int, int], tuple[Point, ...]]
    height: float
    width: float


def placed(story: Story, heights: Sequence[float], wide: float) -> Placed:
    """Places for boxes of these heights and one width."""
    column = _columns(story)
    links = tuple(Link(n, str(a), str(b), (), (0,)) for n, (a, b) in enumerate(story.lines))
    station = Station({str(n): at for n, at in enumerate(column)}, links, frozenset(), {}, {})
    order, chains = ordered(station)
    nodes = {ident: _node(ident, chains, order, heights) for row in order for ident in row}
    wires = [
        (nodes[a], nodes[a].item(n, up=False), nodes[b], nodes[b].item(n, up=True))
        for n, chain in enumerate(chains)
        for a, b in pairwise(chain)
    ]
    height = Places([[nodes[ident] for ident in row] for row in order], wires, {}).settle()
    lanes, lefts, width = _lanes(order, chains, nodes, wide)
    paths = {
        (a, b): _path(n, chains[n], nodes, lanes, (lefts[column[a]] + wide, lefts[column[b]]))
        for n, (a, b) in enumerate(story.lines)
    }
    boxes = [nodes[str(n)] for n in range(len(column))]
    middle = tuple(node.x + (node.right - node.left) / 2 for node in boxes)
    return Placed(tuple(column), middle, tuple(n.left + n.right for n in boxes), lefts, paths, height, width)


def _columns(story: Story) -> list[int]:
    causes: dict[int, list[int]] = {}
    for a, b in story.lines:
        causes.setdefault(b, []).append(a)
    found: dict[int, int] = {}
    least = latest = 0
    at = None
    for place in sorted(range(len(story.boxes)), key=lambda n: (story.boxes[n].t_ms, n)):
        if story.boxes[place].t_ms != at:
            at, least = story.boxes[place].t_ms, latest
        found[place] = max(least, *(found[each] + 1 for each in causes.get(place, ()) if each in found), 0)
        latest = max(latest, found[place])
    return [found[n] for n in range(len(story.boxes))]


def _node(ident: str, chains: Sequence[tuple[str, ...]], order: list[list[str]], heights: Sequence[float]) -> Node:
    rank = {node: n for row in order for n, node in enumerate(row)}
    touching = [(n, chain, chain.index(ident)) for n, chain in enumerate(chains) if ident in chain]
    if is_dummy(ident):
        return dummy(ident, touching[0][0])
    ups = sorted((rank[chain[at - 1]], n) for n, chain, at in touching if at > 0)
    downs = sorted((rank[chain[at + 1]], n) for n, chain, at in touching if at + 1 < len(chain))
    high = max(heights[int(ident)], PORT * (max(len(ups), len(downs)) + 1))
    node = Node(ident, "bar", high / 2, high / 2)
    for side, items in ((node.ups, ups), (node.downs, downs)):
        side += [Item("wire", n, 2, 2, PORT * (place - (len(items) - 1) / 2)) for place, (_, n) in enumerate(items)]
    return node


def _lanes(
    order: list[list[str]], chains: Sequence[tuple[str, ...]], nodes: Mapping[str, Node], wide: float
) -> tuple[dict[object, float], tuple[float, ...], float]:
    """X of each bent line's upright stretch, and where every column begins."""
    found: dict[object, float] = {}
    lefts, x = [], 0.0
    for row in order:
        lefts.append(x)
        runs = []
        for n, chain in enumerate(chains):
            for a, b in pairwise(chain):
                start, end = nodes[a].x + nodes[a].item(n, up=False).at, nodes[b].x + nodes[b].item(n, up=True).at
                if a in row and abs(start - end) >= 0.05:
                    runs.append(Run((n, a), min(start, end), max(start, end), (start,), (end,)))
        chosen, count = tracks(runs)
        found.update({key: x + wide + AIR + TRACK * (track + 0.5) for key, track in chosen.items()})
        x += wide + 2 * AIR + TRACK * max(count, 1)
    return found, tuple(lefts), x - 2 * AIR - TRACK


def _path(
    number: int, chain: tuple[str, ...], nodes: Mapping[str, Node], lanes: Mapping[object, float],
    ends: tuple[float, float],
) -> tuple[Point, ...]:  # fmt: skip
    """The corners of a line from the right edge of one box to the left edge of the other."""
    y = nodes[chain[0]].x + nodes[chain[0]].item(number, up=False).at
    points: list[Point] = [(ends[0], y)]
    for a, b in pairwise(chain):
        end = nodes[b].x + nodes[b].item(number, up=True).at
        if (number, a) in lanes:
            points += [(lanes[number, a], y), (lanes[number, a], end)]
        y = end
    return (*points, (ends[1], y))

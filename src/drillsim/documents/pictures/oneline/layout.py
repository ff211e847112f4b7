"""From a diagram to a scene: stations as blocks, blocks in rows, cables in channels; the sheet that takes it best."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from drillsim.documents.pictures.oneline.block import Block, Port, draw_block
from drillsim.documents.pictures.oneline.channels import Cable, End, Routes, path, route
from drillsim.documents.pictures.oneline.diagram import Diagram
from drillsim.documents.pictures.oneline.link import BOTTOM, TOP, Link, middle_section, near_end, whole
from drillsim.documents.pictures.oneline.network_blocks import Division, divided, undivided
from drillsim.documents.pictures.oneline.paper import SHEETS, Paper, scale_on
from drillsim.documents.pictures.oneline.rings import Rings, rings
from drillsim.documents.pictures.oneline.rows import Row, fill
from drillsim.documents.pictures.oneline.scene import Scene
from drillsim.documents.pictures.oneline.station import Station, levelled
from drillsim.documents.pictures.oneline.wording import Wording

FEW_LINES = 6
"""A network with more lines, or more buses, is cut at its lines."""
FEW_BUSES = 60
ROW_WIDTHS = (1.0, 1.1, 1.19)
"""Rows as wide as the paper, and a little wider: then everything is printed smaller."""
MOST_ACROSS = 10
"""So many cables may run across the sheet between stations that are no neighbours."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything placed, and the paper it is meant for."""

    scene: Scene
    width: float
    height: float
    paper: Paper
    scale: float
    """Factor by which the drawing is enlarged in print (1.0: words of 7.6 points)."""


def layout(picture: Diagram, words: Wording, largest: str = "a0") -> Layout:
    """The layout on the smallest sheet it can be read on, none larger than `largest` tried; else on a roll."""
    lines = sum(1 for wire in picture.connections if wire.is_line)
    ways = []
    if lines <= FEW_LINES and len(picture.buses) <= FEW_BUSES:
        ways.append(_Network(picture, undivided(picture), words))
    if lines or not ways:
        ways.append(_Network(picture, divided(picture), words))
    return min((_laid(way, largest) for way in ways), key=lambda each: (each.paper.number, -each.scale))


def _laid(network: _Network, largest: str) -> Layout:
    """The smallest sheet on which one of a few row widths can be read."""
    area = network.area()
    for size in sorted({paper.number for paper in SHEETS}):
        papers = [paper for paper in SHEETS if paper.number == size]
        if all(area * paper.least**2 <= paper.width * paper.height for paper in papers):
            best = max((network.on(p, wide) for p in papers for wide in ROW_WIDTHS), key=lambda each: each.scale)
            if best.scale >= best.paper.least:
                return best
        if papers[0].name == largest:
            break
    return network.on(SHEETS[-2].roll(), 1.0)


class _Network:
    """One way to cut a network, and its blocks as far as they are drawn."""

    def __init__(self, picture: Diagram, division: Division, words: Wording) -> None:
        self.picture = picture
        self.division = division
        self.words = words
        self.order: Rings = rings(picture, division)
        self.blocks: dict[tuple[int, bool], Block] = {}
        self.links: dict[int, list[int]] = {place: [] for place in range(len(self.division.stations))}
        self.of = {node: place for place, nodes in enumerate(self.division.stations) for node in nodes}
        self.inside: dict[int, list[int]] = {}
        for number, wire in self.division.wires.items():
            if self.of[wire.a] == self.of[wire.b] and wire.a != wire.b:
                self.inside.setdefault(self.of[wire.a], []).append(number)
        for number in self.division.between:
            wire = self.division.wires[number]
            self.links[self.of[wire.a]].append(number)
            self.links[self.of[wire.b]].append(number)
        self.referred = self._referred()
        self.seat = {s: (branch, at) for branch in self.order.branches for at, s in enumerate(branch)}
        self.rank = {s: n for n, s in enumerate((*self.order.sources, *(s for b in self.order.branches for s in b)))}

    def _referred(self) -> frozenset[int]:
        """Cables that are not drawn across the sheet but name, at both ends, what they join: where more than a few
        would run criss-cross, those that are neither on a way from a source nor between neighbours of a ring."""
        beside = {frozenset(pair) for branch in self.order.branches for pair in pairwise(branch)}
        across = [
            number
            for number in self.division.between
            if number not in self.order.ways and frozenset(self._ends_of(number)) not in beside
        ]
        return frozenset(across) if len(across) > MOST_ACROSS else frozenset()

    def _ends_of(self, number: int) -> tuple[int, int]:
        wire = self.division.wires[number]
        return self.of[wire.a], self.of[wire.b]

    def block(self, station: int, *, backwards: bool) -> Block:
        """A station drawn, its ports towards the stations before it left, or right when its row is read backwards."""
        if (station, backwards) not in self.blocks:
            self.blocks[station, backwards] = draw_block(self._station(station, backwards=backwards), self.words)
        return self.blocks[station, backwards]

    def _station(self, place: int, *, backwards: bool) -> Station:
        nodes = self.division.stations[place]
        marked, wires = self.words.marked, self.division.wires
        inside = [whole(n, wires[n], marked) for n in self.inside.get(place, ())]
        plain = levelled(self.picture, nodes, tuple(inside), self.division.circuits, self.order.entries.get(place, ()))
        turned = sorted(self.links[place], key=lambda n: self._other(place, n), reverse=backwards)
        ports = [link for number in turned for link in self._ends(place, number, plain)]
        return levelled(
            self.picture, nodes, (*inside, *ports), self.division.circuits, self.order.entries.get(place, ())
        )

    def _other(self, place: int, number: int) -> tuple[int, int, int]:
        """Return the key of a cable's port by its place: towards the station before on the left, towards the next on
        the right, all others outside of these on the side on which their branch begins or ends."""
        wire = self.division.wires[number]
        ends = [self.of[wire.a], self.of[wire.b]]
        other = ends[1] if ends[0] == place else ends[0]
        branch, at = self.seat.get(place, ((place,), 0))
        side = -2 if at * 2 < len(branch) - 1 else 2
        if at and branch[at - 1] == other:
            side = -1
        elif at + 1 < len(branch) and branch[at + 1] == other:
            side = 1
        return side, self.rank[other], number

    def _ends(self, place: int, number: int, plain: Station) -> list[Link]:
        wire = self.division.wires[number]
        bus = wire.a if self.of[wire.a] == place else wire.b
        deepest = max(plain.levels.values())
        source = place in self.order.sources
        up = not source and plain.levels[bus] * 2 < max(deepest, 1)
        link = near_end(number, wire, bus, f"{TOP if up else BOTTOM}{number}", self.words.marked)
        if number not in self.referred:
            return [link]
        return [replace(link, refers=wire.b if bus == wire.a else wire.a)]

    def area(self) -> float:
        """Return the area of the blocks alone, square points."""
        blocks = (self.block(place, backwards=False) for place in range(len(self.division.stations)))
        return sum(block.width * block.height for block in blocks)

    def on(self, paper: Paper, wide: float) -> Layout:
        """The layout with rows as wide as the paper, `wide` times."""
        widths = [self.block(place, backwards=False).width for place in range(len(self.division.stations))]
        most = max(paper.width * wide, max(widths, default=0.0))
        first = fill([[place] for place in self.order.sources], widths, most) if self.order.sources else []
        rows = [*first, *fill(self.order.branches, widths, most)]
        scene, width, height = self._scene(rows)
        return Layout(scene, width, height, paper, scale_on(paper, width, height))

    def _scene(self, rows: list[Row]) -> tuple[Scene, float, float]:
        at = {s: (r, left) for r, row in enumerate(rows) for s, left in zip(row.stations, row.lefts, strict=True)}
        drawn = {s: self.block(s, backwards=rows[r].backwards) for s, (r, _) in at.items()}
        width = max((left + drawn[s].width for s, (_, left) in at.items()), default=0.0)
        drawn_across = (number for number in self.division.between if number not in self.referred)
        cables = [self._cable(number, at, drawn) for number in drawn_across]
        routes = route(cables, len(rows) + 1, width)
        tops, row_tops = _heights(rows, drawn, routes)
        scene = Scene()
        for s, (r, left) in at.items():
            scene.add(drawn[s].scene, routes.left + left, row_tops[r])
        for cable in cables:
            self._run(scene, cable, routes, tops, at, drawn, row_tops)
        return scene, routes.left + width + routes.right, tops[-1] + routes.heights[-1]

    def _cable(self, number: int, at: Mapping[int, tuple[int, float]], drawn: Mapping[int, Block]) -> Cable:
        ends = []
        for node in (self.division.wires[number].a, self.division.wires[number].b):
            station = self.of[node]
            port = self._port(drawn[station], number)
            row, left = at[station]
            ends.append(End(row if port.up else row + 1, left + port.x, not port.up))
        return Cable(number, *ends)

    def _port(self, block: Block, number: int) -> Port:
        return block.ports.get(f"{TOP}{number}") or block.ports[f"{BOTTOM}{number}"]

    def _run(
        self, scene: Scene, cable: Cable, routes: Routes, tops: list[float],
        at: Mapping[int, tuple[int, float]], drawn: Mapping[int, Block], row_tops: list[float],
    ) -> None:  # fmt: skip
        wire = self.division.wires[cable.number]
        edges, joins = [], []
        for node in (wire.a, wire.b):
            station = self.of[node]
            port = self._port(drawn[station], cable.number)
            edges.append(row_tops[at[station][0]] + (0.0 if port.up else drawn[station].height))
            joins.append(port.joins)
        points = path(cable, routes, tops, (edges[0], edges[1]))
        shifted = tuple((x + routes.left, y) for x, y in points)
        scene.wire((cable.number, middle_section(wire)), (joins[0], joins[1]), *shifted)


def _heights(rows: list[Row], drawn: Mapping[int, Block], routes: Routes) -> tuple[list[float], list[float]]:
    """Upper edges of all channels, and of all rows."""
    tops, row_tops, y = [], [], 0.0
    for number, row in enumerate(rows):
        tops.append(y)
        y += routes.heights[number]
        row_tops.append(y)
        y += max(drawn[station].height for station in row.stations)
    tops.append(y)
    return tops, row_tops

"""One station drawn: every bar, symbol, label and wire placed, with the ports at its upper and lower edge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from drillsim.documents.pictures.canvas import Point
from drillsim.documents.pictures.oneline.bars import (
    AIR,
    Item,
    Node,
    bar,
    column_height,
    dummy,
    port,
    reference_lines,
    star,
)
from drillsim.documents.pictures.oneline.diagram import Part
from drillsim.documents.pictures.oneline.link import TOP, Link, is_dummy, is_port
from drillsim.documents.pictures.oneline.ordering import ordered
from drillsim.documents.pictures.oneline.positions import Places
from drillsim.documents.pictures.oneline.scene import Feed, Label, Scene, Symbol, around
from drillsim.documents.pictures.oneline.shapes import half, put
from drillsim.documents.pictures.oneline.station import Station
from drillsim.documents.pictures.oneline.tracks import Run, tracks
from drillsim.documents.pictures.oneline.wording import LINE, SMALL, Wording

TRACK = 6.0
BAR = 2.0
"""Half the thickness of a bar."""


@dataclass(frozen=True, slots=True)
class Port:
    """A point where a connection leaves the block, at its upper (`up`) or lower edge, and the symbol it comes from."""

    x: float
    up: bool
    joins: str
    number: int


@dataclass(frozen=True, slots=True)
class Block:
    """A station drawn, its upper left corner at (0, 0)."""

    scene: Scene
    width: float
    height: float
    ports: Mapping[str, Port]


@dataclass(slots=True)
class _Work:
    """One block being drawn."""

    station: Station
    words: Wording
    order: list[list[str]]
    chains: list[tuple[str, ...]]
    nodes: dict[str, Node] = field(default_factory=dict)
    straight: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Ties drawn straight between two neighbours: link → its left and right bar."""
    y: list[float] = field(default_factory=list)
    scene: Scene = field(default_factory=Scene)
    ports: dict[str, Port] = field(default_factory=dict)

    def level(self, node: str) -> int:
        return next(number for number, row in enumerate(self.order) if node in row)


def draw_block(station: Station, words: Wording) -> Block:
    """The block of a station."""
    order, chains = ordered(station)
    work = _Work(station, words, order, chains)
    _straight_ties(work)
    _nodes(work)
    width = _places(work)
    lanes, counts = _lanes(work)
    height = _heights(work, counts)
    for node in work.nodes.values():
        _draw_node(work, node)
    for place in range(len(station.links)):
        _draw_link(work, place, lanes)
    return Block(work.scene, width, height, work.ports)


def _straight_ties(work: _Work) -> None:
    """Draw the first of the ties between two neighbours of a level straight."""
    for row in work.order:
        for left, right in pairwise(row):
            ties = (n for n, chain in enumerate(work.chains) if len(chain) == 2 and {*chain} == {left, right})
            found = next(ties, None)
            if found is not None and not is_port(left) and not is_port(right):
                work.straight[found] = (left, right)


def _nodes(work: _Work) -> None:
    place = {node: number for row in work.order for number, node in enumerate(row)}
    for row in work.order:
        for ident in row:
            work.nodes[ident] = _node(work, ident, place)


def _node(work: _Work, ident: str, place: Mapping[str, int]) -> Node:
    ups, downs, ties = _touching(work, ident, place)
    links = work.station.links
    if is_dummy(ident):
        return dummy(ident, ups[0])
    above, below, tied = ([_numbered(links[n], n) for n in numbers] for numbers in (ups, downs, ties))
    if is_port(ident):
        return port(ident, below[0] if ident.startswith(TOP) else above[0], work.words)
    if ident in work.station.stars:
        return star(ident, above, [*below, *tied], work.words)
    return bar(work.station, ident, above, below, tied, work.words)


def _numbered(link: Link, place: int) -> Link:
    """The link under its place in the station: items of nodes go by that."""
    return Link(place, link.a, link.b, link.parts, link.sections, link.refers)


def _touching(work: _Work, node: str, place: Mapping[str, int]) -> tuple[list[int], list[int], list[int]]:
    """Links that reach `node` from above, leave it downwards, and ties whose symbols stand below it."""
    ups: list[tuple[int, int]] = []
    downs: list[tuple[int, int]] = []
    ties = []
    for number, chain in enumerate(work.chains):
        if node not in chain or number in work.straight:
            continue
        at = chain.index(node)
        if _is_tie(work, number):
            if at == 0:
                ties.append(number)
            else:
                downs.append((place[chain[0]], number))
            continue
        if at > 0:
            ups.append((place[chain[at - 1]], number))
        if at + 1 < len(chain):
            downs.append((place[chain[at + 1]], number))
    return [number for _, number in sorted(ups)], [number for _, number in sorted(downs)], ties


def _is_tie(work: _Work, number: int) -> bool:
    link = work.station.links[number]
    return work.station.levels[link.a] == work.station.levels[link.b]


def _places(work: _Work) -> float:
    """Gives every node its x; the block's width."""
    nodes = work.nodes
    wires = []
    for number, chain in enumerate(work.chains):
        if not _is_tie(work, number):
            for upper, lower in pairwise(chain):
                one, other = nodes[upper], nodes[lower]
                wires.append((one, one.item(number, up=False), other, other.item(number, up=True)))
    apart = {ends: _tie_room(work, number) for number, ends in work.straight.items()}
    rows = [[nodes[ident] for ident in row] for row in work.order]
    width = Places(rows, wires, apart).settle()
    for one, low, other, up in wires:
        _straighten(one, low, other, up)
    return width


def _tie_room(work: _Work, number: int) -> float:
    return 14.0 + sum(_part_room(work, part) for part in work.station.links[number].parts)


def _part_room(work: _Work, part: Part) -> float:
    """Room of a symbol that lies on a level wire, with its label above."""
    return max(2 * half(part.kind, upright=False)[0], work.words.wide(work.words.beside(part))) + 10.0


def _straighten(upper: Node, low: Item, lower: Node, up: Item) -> None:
    """Takes the bend out of a wire where one of its ends can be moved along its bar."""
    bend = lower.x + up.at - upper.x - low.at
    if abs(bend) < 0.05:
        return
    for node, item, to, side in ((upper, low, low.at + bend, upper.downs), (lower, up, up.at - bend, lower.ups)):
        inside = -node.left <= to - item.left and to + item.right <= node.right
        if node.kind == "bar" and inside and not any(item.meets(each, to) for each in side if each is not item):
            item.at = to
            return


def _lanes(work: _Work) -> tuple[dict[tuple[int, str], int], list[int]]:
    """The track of each bent wire below its upper node, and how many tracks each level needs below it."""
    found: dict[tuple[int, str], int] = {}
    counts = []
    for level in range(len(work.order)):
        chosen, count = tracks(list(_runs(work, level)))
        found.update(chosen)  # type: ignore[arg-type]
        counts.append(count)
    return found, counts


def _runs(work: _Work, level: int) -> Iterator[Run]:
    for number, chain in enumerate(work.chains):
        if number in work.straight:
            continue
        for upper, lower in pairwise(chain):
            if upper not in work.order[level]:
                continue
            one, other = work.nodes[upper], work.nodes[lower]
            if _is_tie(work, number):
                start, end = one.x + _low(one, number).at, other.x + _low(other, number).at
                yield Run((number, upper), min(start, end), max(start, end), (start, end), ())
                continue
            start, end = one.x + one.item(number, up=False).at, other.x + other.item(number, up=True).at
            if abs(start - end) >= 0.05:
                yield Run((number, upper), min(start, end), max(start, end), (start,), (end,))


def _low(node: Node, number: int) -> Item:
    return node.item(number, up=False)


def _heights(work: _Work, counts: Sequence[int]) -> float:
    """Puts every level at its height; gives the block's height."""
    y = 0.0
    for level, row in enumerate(work.order):
        nodes = [work.nodes[node] for node in row]
        above = max(node.above for node in nodes)
        if level in {work.level(left) for left, _ in work.straight.values()}:
            above = max(above, 8.8 + 2 * work.words.line)
        y += above
        work.y.append(y)
        y += max(node.below for node in nodes) + (TRACK * counts[level] + 4.0 if counts[level] else 0.0)
    return y


def _draw_node(work: _Work, node: Node) -> None:
    y = work.y[work.level(node.id)]
    if node.kind == "bar":
        _draw_bar(work, node, y)
    elif node.kind == "port":
        _draw_reference(work, node, y)
    elif node.kind == "star":
        symbol = put(work.scene, "trafo3w", node.id, node.x, y, feed=(node.id,))
        for place, line in enumerate(node.name):
            at = y + (place - (len(node.name) - 1) / 2) * work.words.line
            work.scene.labels.append(Label(line, symbol.box.right + 3.0, at, work.words.size, of=node.id))


def _draw_reference(work: _Work, node: Node, y: float) -> None:
    """At a port nothing is drawn beyond: an arrow, and the name of what it leads to."""
    item = (*node.ups, *node.downs)[0]
    link = work.station.links[item.number]
    if not link.refers:
        return
    up = node.id.startswith(TOP)
    x, way = node.x + item.at, -1 if up else 1
    box = around(x, y + way * 4.0, 3.0, 4.0)
    section = link.sections[0] if up else link.sections[-1]
    kind = "reference_up" if up else "reference_down"
    symbol = Symbol(kind, link.refers, _reference_key(link), x, y + way * 4.0, box, True, ((link.number, section),))
    work.scene.symbols.append(symbol)
    lines = reference_lines(link)
    for place, line in enumerate(lines):
        out = 14.0 + LINE * (len(lines) - 1 - place if up else place)
        work.scene.labels.append(Label(line, x, y + way * out, SMALL, "center", soft=True, of=link.refers))


def _draw_bar(work: _Work, node: Node, y: float) -> None:
    scene = work.scene
    left, right = node.x - node.left, node.x + node.right
    middle = (left + right) / 2
    scene.symbols.append(
        Symbol("bar", node.id, node.id, middle, y, around(middle, y, (right - left) / 2, BAR), True, (node.id,))
    )
    for item in node.ups:
        if item.kind == "name":
            for place, line in enumerate(node.name):
                up = y - (work.words.size - 0.1) - work.words.line * (len(node.name) - 1 - place)
                scene.labels.append(Label(line, node.x + item.at, up, work.words.size, bold=True, of=node.id))
        elif item.kind == "source":
            _draw_source(work, node, item, y)
    if node.listed is not None:
        at = next(item.at for item in node.downs if item.kind == "list")
        scene.add(node.listed.scene, node.x + at, y)
        stems = [node.x + at + stem for stem in node.listed.stems]
        assert all(left <= stem <= right for stem in stems)


def _draw_source(work: _Work, node: Node, item: Item, y: float) -> None:
    kind, name = work.station.sources[node.id][item.number]
    x = node.x + item.at
    symbol = put(work.scene, kind, name, x, y - 22.0, feed=(f"source {name}",))
    work.scene.wire(node.id, (node.id, symbol.key), (x, y), (x, symbol.box.bottom))
    lines = work.words.sources.get(name, (name,))
    for place, line in enumerate(lines):
        at = symbol.box.top - work.words.line + 1.6 - work.words.line * (len(lines) - 1 - place)
        work.scene.labels.append(Label(line, x, at, work.words.size, "center", of=name))


def _draw_link(work: _Work, place: int, lanes: Mapping[tuple[int, str], int]) -> None:
    link, chain = work.station.links[place], work.chains[place]
    if place in work.straight:
        _across(work, link, *work.straight[place])
    elif _is_tie(work, place):
        _tie_below(work, place, link, lanes)
    else:
        _down(work, place, link, chain, lanes)


def _down(work: _Work, place: int, link: Link, chain: tuple[str, ...], lanes: Mapping[tuple[int, str], int]) -> None:
    """From bar to bar, the symbols above the lower one."""
    path: list[Point] = []
    end = 0.0
    for upper, lower in pairwise(chain):
        one, other = work.nodes[upper], work.nodes[lower]
        start, end = one.x + one.item(place, up=False).at, other.x + other.item(place, up=True).at
        path.append((start, _edge(work, one, down=True)))
        if (place, upper) in lanes:
            y = _lane_y(work, upper, lanes[place, upper])
            path += [(start, y), (end, y)]
    last = work.nodes[chain[-1]]
    foot = _edge(work, last, down=False)
    top = foot - column_height(link)
    symbols = _column(work, link, end, top if link.parts else foot)
    ends = [*path, (end, symbols[0].box.top if symbols else foot)]
    upper_key, lower_key = _key(link, link.a), _key(link, link.b)
    work.scene.wire(_feed(link, 0), (upper_key, symbols[0].key if symbols else lower_key), *ends)
    feet = [*((symbol.box.top, symbol.key) for symbol in symbols[1:]), (foot, lower_key)]
    for number, (symbol, (to, joined)) in enumerate(zip(symbols, feet, strict=False)):
        work.scene.wire(_feed(link, number + 1), (symbol.key, joined), (end, symbol.box.bottom), (end, to))
    _note_ports(work, link, path[0][0], end, symbols)


def _note_ports(work: _Work, link: Link, start: float, end: float, symbols: list[Symbol]) -> None:
    if is_port(link.a):
        work.ports[link.a] = Port(start, True, symbols[0].key if symbols else link.b, link.number)
    if is_port(link.b):
        work.ports[link.b] = Port(end, False, symbols[-1].key if symbols else link.a, link.number)


def _key(link: Link, node: str) -> str:
    if is_port(node):
        return _reference_key(link) if link.refers else ""
    return node


def _reference_key(link: Link) -> str:
    return f"{link.number} to {link.refers}"


def _edge(work: _Work, node: Node, *, down: bool) -> float:
    """Return the y at which a wire meets the node: a bar at its line, a three-winding transformer at its box."""
    y = work.y[work.level(node.id)]
    high = half("trafo3w")[1] if node.kind == "star" else 0.0
    return y + high if down else y - high


def _lane_y(work: _Work, upper: str, track: int) -> float:
    level = work.level(upper)
    below = max(work.nodes[node].below for node in work.order[level])
    return work.y[level] + below + TRACK * (track + 0.5)


def _column(work: _Work, link: Link, x: float, top: float) -> list[Symbol]:
    """The symbols of a link one below the other from `top` on, their labels beside them."""
    found, y = [], top
    for number, part in enumerate(link.parts):
        high = half(part.kind)[1]
        y += AIR + high
        symbol = put(work.scene, part.kind, part.id, x, y, feed=(_feed(link, number), _feed(link, number + 1)))
        lines = work.words.beside(part)
        for place, line in enumerate(lines):
            at = y + (place - (len(lines) - 1) / 2) * work.words.line
            work.scene.labels.append(Label(line, symbol.box.right + 3.0, at, work.words.size, of=part.id))
        found.append(symbol)
        y += high
    return found


def _tie_below(work: _Work, place: int, link: Link, lanes: Mapping[tuple[int, str], int]) -> None:
    """Between two bars of a level that are no neighbours: below both, its symbols under the first."""
    one, other = work.nodes[link.a], work.nodes[link.b]
    x, y = one.x + _low(one, place).at, _edge(work, one, down=True)
    far, far_y = other.x + _low(other, place).at, _edge(work, other, down=True)
    lane = _lane_y(work, link.a, lanes[place, link.a])
    symbols = _column(work, link, x, y) if one.kind == "bar" else []
    joined = link.a
    for number, symbol in enumerate(symbols):
        work.scene.wire(_feed(link, number), (joined, symbol.key), (x, y), (x, symbol.box.top))
        y, joined = symbol.box.bottom, symbol.key
    work.scene.wire(_feed(link, len(link.parts)), (joined, link.b), (x, y), (x, lane), (far, lane), (far, far_y))


def _across(work: _Work, link: Link, left: str, right: str) -> None:
    """A tie between two neighbours, straight from end to end."""
    run = link if link.a == left else link.turned()
    one, other = work.nodes[left], work.nodes[right]
    y = work.y[work.level(left)]
    x, end = _side(one, right=True), _side(other, right=False)
    rooms = [_part_room(work, part) for part in run.parts]
    spare = (end - x - sum(rooms)) / (len(rooms) + 1)
    joined, at = left, x
    for number, (part, room) in enumerate(zip(run.parts, rooms, strict=True)):
        at += spare + room / 2
        feeds: tuple[Feed, ...] = (_feed(run, number), _feed(run, number + 1))
        symbol = put(work.scene, part.kind, part.id, at, y, upright=False, feed=feeds)
        work.scene.wire(_feed(run, number), (joined, symbol.key), (x, y), (symbol.box.left, y))
        _label_above(work, part.id, work.words.beside(part), symbol)
        x, joined = symbol.box.right, symbol.key
        at += room / 2
    work.scene.wire(_feed(run, len(run.parts)), (joined, right), (x, y), (end, y))


def _side(node: Node, *, right: bool) -> float:
    if node.kind == "star":
        wide = half("trafo3w")[0]
        return node.x + wide if right else node.x - wide
    return node.x + node.right if right else node.x - node.left


def _label_above(work: _Work, ident: str, lines: tuple[str, ...], symbol: Symbol) -> None:
    for place, line in enumerate(lines):
        at = symbol.box.top + 2.1 - work.words.size - work.words.line * (len(lines) - 1 - place)
        work.scene.labels.append(Label(line, symbol.x, at, work.words.size, "center", of=ident))


def _feed(link: Link, section: int) -> Feed:
    return link.number, link.sections[section]

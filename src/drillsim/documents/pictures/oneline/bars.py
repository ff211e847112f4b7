"""The width of every node of a block, and the places on it of wires, sources, names and lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drillsim.documents.pictures.measure import wrapped
from drillsim.documents.pictures.oneline.circuits import Listed, place_circuits
from drillsim.documents.pictures.oneline.link import TOP, Link
from drillsim.documents.pictures.oneline.shapes import half
from drillsim.documents.pictures.oneline.station import Station
from drillsim.documents.pictures.oneline.wording import LINE, NAME_EM, SMALL, Wording, widest

AIR = 8.0
"""Between two symbols of one column."""
SLOT = 7.0
"""Half the room of a wire that leaves downwards."""


@dataclass(slots=True)
class Item:
    """Something that stands on a node's upper or lower side: its room left and right of the place `at`."""

    kind: str
    """`wire`, `tie`, `source`, `name`, `list`."""
    number: int
    left: float
    right: float
    at: float = 0.0

    def meets(self, other: Item, at: float) -> bool:
        """Return whether, moved to `at`, it would stand in the other's room."""
        return at - self.left < other.at + other.right - 0.1 and other.at - other.left < at + self.right - 0.1


@dataclass(slots=True)
class Node:
    """One node of a block: a bar, a three-winding transformer, a port, or what leads a link through a level."""

    id: str
    kind: str
    """`bar`, `star`, `port`, `dummy`."""
    left: float = 4.0
    right: float = 4.0
    ups: list[Item] = field(default_factory=list)
    downs: list[Item] = field(default_factory=list)
    above: float = 0.0
    """Room needed above the bar."""
    below: float = 0.0
    x: float = 0.0
    name: tuple[str, ...] = ()
    listed: Listed | None = None

    def item(self, number: int, *, up: bool) -> Item:
        """The item of a wire."""
        side = self.ups if up else self.downs
        return next(each for each in side if each.number == number and each.kind in ("wire", "tie"))


def column_height(link: Link) -> float:
    """Height of a link's symbols one above the other."""
    return sum(2 * half(part.kind)[1] + AIR for part in link.parts) + (AIR if link.parts else 0.0)


def column_room(link: Link, words: Wording) -> tuple[float, float]:
    """Room left and right of a column of symbols with their labels."""
    wide = [half(part.kind)[0] for part in link.parts]
    labels = [half(part.kind)[0] + 3.0 + words.wide(words.beside(part)) for part in link.parts]
    return max((*wide, 4.0)) + 2.0, max((*labels, 4.0)) + 3.0


def bar(
    station: Station, ident: str, ups: Sequence[Link], downs: Sequence[Link], ties: Sequence[Link], words: Wording
) -> Node:  # fmt: skip
    """A bar with everything on it. `downs` only leave from here, `ties` have their symbols below this bar."""
    sources = station.sources.get(ident, ())
    node = Node(ident, "bar", name=words.bar(ident))
    node.ups = [_source(words, name, place) for place, (_, name) in enumerate(sources)]
    node.ups += [Item("wire", link.number, *column_room(link, words)) for link in ups]
    node.ups.append(Item("name", -1, 2.0, words.wide(node.name) + 4.0))
    node.downs = [Item("wire", link.number, SLOT, SLOT) for link in downs]
    node.downs += [Item("tie", link.number, *column_room(link, words)) for link in ties]
    _add_list(station, node, words)
    _spread(node.ups, node.downs)
    node.left = max((each.left - each.at for each in (*node.ups, *node.downs)), default=8.0) + 2.0
    node.right = max((each.right + each.at for each in (*node.ups, *node.downs)), default=8.0) + 2.0
    node.above = max(
        *(column_height(link) + 4.0 for link in ups),
        14.0 + words.line * len(node.name),
        _source_height(words) if sources else 0.0,
    )
    lists = node.listed.height if node.listed is not None else 0.0
    node.below = max(*(column_height(link) + 4.0 for link in ties), lists, 6.0)
    return node


def _source(words: Wording, name: str, place: int) -> Item:
    half_width = max(words.wide(words.sources.get(name, (name,))) / 2, 9.0) + 3.0
    return Item("source", place, half_width, half_width)


def _source_height(words: Wording) -> float:
    return 62.0 + (words.line - LINE) * 2


def _add_list(station: Station, node: Node, words: Wording) -> None:
    if node.id in station.circuits:
        node.listed = place_circuits(node.id, station.circuits[node.id], words)
        node.downs.append(Item("list", 0, node.listed.left, node.listed.right))


def _spread(ups: list[Item], downs: list[Item]) -> None:
    """Puts the items of both sides side by side; the shorter side is moved under the middle of the longer."""
    sides = []
    for side in (ups, downs):
        at = 0.0
        for each in side:
            at += each.left
            each.at = at
            at += each.right
        sides.append((side, at))
    (short, less), (_, more) = sorted(sides, key=lambda each: each[1])
    for each in short:
        each.at += (more - less) / 2 if short is downs else 0.0


def star(ident: str, ups: Sequence[Link], downs: Sequence[Link], words: Wording) -> Node:
    """A three-winding transformer; its wires leave from fixed places."""
    node = Node(ident, "star", name=words.bar(ident))
    for links, items in ((ups, node.ups), (downs, node.downs)):
        step = 10.0 if len(links) > 1 else 0.0
        items += [
            Item("wire", link.number, 2.0, 2.0, step * (place - (len(links) - 1) / 2))
            for place, link in enumerate(links)
        ]
    heights = [column_height(link) for link in ups]
    rooms = [column_room(link, words) for link in ups]
    node.left = max((*(left - item.at for (left, _), item in zip(rooms, node.ups, strict=True)), 14.0))
    rights = [right + item.at for (_, right), item in zip(rooms, node.ups, strict=True)]
    node.right = max((*rights, 16.0 + words.wide(node.name)))
    node.above = max((*heights, 0.0)) + 18.0
    node.below = 18.0
    return node


def reference_lines(link: Link) -> tuple[str, ...]:
    """The name of what a link leads to, where it is not drawn beyond the block."""
    return wrapped(link.refers, NAME_EM, 2)


def port(ident: str, link: Link, words: Wording) -> Node:
    """A port of the block; the symbols of a link to its lower edge stand above it."""
    top = ident.startswith(TOP)
    left, right = (5.0, 5.0) if top else column_room(link, words)
    room = 0.0
    if link.refers:
        lines = reference_lines(link)
        half_width, room = widest(lines, SMALL) / 2 + 3.0, 12.0 + LINE * len(lines)
        left, right = max(left, half_width), max(right, half_width)
    node = Node(ident, "port", left, right)
    (node.downs if top else node.ups).append(Item("wire", link.number, 2.0, 2.0))
    node.above = room if top else column_height(link) + 4.0
    node.below = 0.0 if top else room
    return node


def dummy(ident: str, number: int) -> Node:
    """Return a node that leads a link through a level."""
    return Node(ident, "dummy", ups=[Item("wire", number, 2.0, 2.0)], downs=[Item("wire", number, 2.0, 2.0)])

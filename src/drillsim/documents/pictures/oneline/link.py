"""A connection, or the end of one, as it is drawn inside one block: from its upper node to its lower."""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.documents.pictures.oneline.diagram import Connection, Part

TOP, BOTTOM = "\x01top", "\x01bottom"
"""Prefixes of the ids of the block's own ports; no id of a file begins with them."""
DUMMY = "\x00"
"""Prefix of the ids of what only leads a connection through a level."""


@dataclass(frozen=True, slots=True)
class Link:
    """Parts from `a` to `b`, and the stretches before, between and behind them by their number in the connection."""

    number: int
    a: str
    b: str
    parts: tuple[Part, ...]
    sections: tuple[int, ...]
    refers: str = ""
    """End it leads to, when it is not drawn beyond the block but names what it joins."""

    def turned(self) -> Link:
        """The same link seen from the other end."""
        return Link(self.number, self.b, self.a, self.parts[::-1], self.sections[::-1], self.refers)


def whole(number: int, wire: Connection, marked: frozenset[str]) -> Link:
    """A connection whose both ends stand in the block."""
    return _seen(Link(number, wire.a, wire.b, wire.parts, tuple(range(len(wire.parts) + 1))), marked)


def near_end(number: int, wire: Connection, bus: str, port: str, marked: frozenset[str]) -> Link:
    """The part of a connection that is drawn at its end `bus`, from there to the block's `port`."""
    cut = _cut(wire)
    if wire.a == bus:
        return _seen(Link(number, bus, port, wire.parts[:cut], tuple(range(cut + 1))), marked)
    sections = tuple(range(len(wire.parts), cut - 1, -1))
    return _seen(Link(number, bus, port, wire.parts[cut:][::-1], sections), marked)


def _seen(link: Link, marked: frozenset[str]) -> Link:
    """The link without bodies that have no symbol: a line has one only where it is marked."""
    parts, sections = [], [link.sections[0]]
    for part, section in zip(link.parts, link.sections[1:], strict=True):
        if part.kind != "line" or part.id in marked:
            parts.append(part)
            sections.append(section)
    return Link(link.number, link.a, link.b, tuple(parts), tuple(sections))


def middle_section(wire: Connection) -> int:
    """The stretch of a connection that runs between two blocks."""
    return _cut(wire)


def _cut(wire: Connection) -> int:
    """Return the number of parts that stand at the first end: those before the line's body, and the body."""
    kinds = [part.kind for part in wire.parts]
    body = next((place for place, kind in enumerate(kinds) if kind in ("line", "many")), None)
    return (body + 1) if body is not None else (len(kinds) + 1) // 2


def is_port(node: str) -> bool:
    """Return whether `node` is a port of the block."""
    return node.startswith((TOP, BOTTOM))


def is_dummy(node: str) -> bool:
    """Return whether `node` only leads a link through a level."""
    return node.startswith(DUMMY)

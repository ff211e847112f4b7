"""The faults a one-line diagram may not have, asked of its scene."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from typing import TypeVar

from drillsim.documents.pictures.canvas import Box, Point
from drillsim.documents.pictures.oneline.scene import Scene, Wire

T = TypeVar("T")
CELL = 80.0


def clashes(scene: Scene) -> list[str]:
    """Symbols on symbols, labels on symbols or labels, wires through symbols they do not join or through labels."""
    symbols = [(each.box, f"symbol {each.key}") for each in scene.symbols]
    labels = [(each.box, f"label {each.words}") for each in scene.labels]
    found = [f"{one[1]} on {other[1]}" for one, other in _near([*symbols, *labels]) if one[0].meets(other[0])]
    boxes = {f"symbol {each.key}": each for each in scene.symbols}
    for box, name, wire in _wired([*symbols, *labels], scene.wires):
        if name in boxes and boxes[name].key in wire.joins:
            continue
        found.append(f"wire {sorted(wire.joins)} through {name} at {box}")
    return found


def doubled(scene: Scene) -> list[str]:
    """Pairs of different wires that run along the same line for more than a hair."""
    parts = [(part, wire) for wire in scene.wires for part in pairwise(wire.points)]
    boxes = [(_box(part), wire) for part, wire in parts]
    found = []
    for (one, a), (other, b) in _near(boxes):
        if a is not b and not a.joins & b.joins and _along(one, other):
            found.append(f"{sorted(a.joins)} along {sorted(b.joins)} at {one}")
    return found


def _along(one: Box, other: Box) -> bool:
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return min(wide, high) > -0.5 and max(wide, high) > 1.0 and (_flat(one) == _flat(other))


def _flat(box: Box) -> bool:
    return box.right - box.left > box.bottom - box.top


def _wired(boxes: list[tuple[Box, str]], wires: Iterable[Wire]) -> Iterator[tuple[Box, str, Wire]]:
    parts = [(_box(part), wire) for wire in wires for part in pairwise(wire.points)]
    for (one, a), (other, b) in _near([*boxes, *parts]):
        if isinstance(a, str) and isinstance(b, Wire) and _through(one, other):
            yield one, a, b
        elif isinstance(b, str) and isinstance(a, Wire) and _through(other, one):
            yield other, b, a


def _through(box: Box, part: Box) -> bool:
    """Return whether a level or upright stretch enters the box by more than a hair."""
    wide = min(box.right, part.right) - max(box.left, part.left)
    high = min(box.bottom, part.bottom) - max(box.top, part.top)
    return wide > -0.01 and high > -0.01 and max(wide, high) > 0.3 and _inside(box, part)


def _inside(box: Box, part: Box) -> bool:
    if _flat(part):
        return box.top + 0.3 < part.top < box.bottom - 0.3
    return box.left + 0.3 < part.left < box.right - 0.3


def _box(part: tuple[Point, Point]) -> Box:
    (x0, y0), (x1, y1) = part
    assert abs(x0 - x1) < 0.06 or abs(y0 - y1) < 0.06, f"neither level nor upright: {part}"
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _near(boxes: list[tuple[Box, T]]) -> Iterator[tuple[tuple[Box, T], tuple[Box, T]]]:
    """Pairs that share a cell of a coarse grid, each once."""
    cells: dict[tuple[int, int], list[int]] = {}
    for number, (box, _) in enumerate(boxes):
        for x in range(int(box.left // CELL), int(box.right // CELL) + 1):
            for y in range(int(box.top // CELL), int(box.bottom // CELL) + 1):
                cells.setdefault((x, y), []).append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in cells.values():
        for pair in combinations(numbers, 2):
            if pair not in seen:
                seen.add(pair)
                yield boxes[pair[0]], boxes[pair[1]]

"""Where everything of a one-line diagram stands on the canvas, and in what state it is."""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.documents.names import Names
from drillsim.documents.pictures.canvas import Canvas
from drillsim.documents.pictures.diagram import Connection, Diagram
from drillsim.documents.pictures.placed import Placed
from drillsim.documents.pictures.tracks import Tracks
from drillsim.journal.timeline import Snapshot
from drillsim.texts import text

SOURCE_ZONE = 54.0
LOAD_ZONE = 62.0
TRACK = 8.0
PART = 25.0
_TOP = 22.0


@dataclass(frozen=True, slots=True)
class PlanView:
    """One diagram being drawn."""

    canvas: Canvas
    names: Names
    picture: Diagram
    wires: tuple[Connection, ...]
    place: Placed
    tracks: Tracks
    levels: tuple[float, ...]
    """Height of each layer's bars."""
    layer: dict[str, int]
    left: float
    shot: Snapshot
    faulted: frozenset[str]
    gensets: frozenset[str]
    demand_kw: dict[str, float]

    def x(self, node: str, offset: float = 0.0) -> float:
        """Where `node` stands, `offset` from its centre."""
        return self.left + self.place.x(node, offset)

    def y(self, node: str) -> float:
        """The height of a node's bar."""
        return self.levels[self.layer[node]]

    def track_y(self, wire: int, upper: str) -> float:
        """The height of a bent wire's horizontal below `upper`."""
        layer = self.layer[upper]
        return self.levels[layer] + below(self.picture, self.place, layer) + TRACK * (self.tracks.of[wire, upper] + 0.5)

    def words(self, message_id: str, /, **facts: object) -> str:
        """A text of the diagram's own (`report-oneline-…`)."""
        return text(self.names.lang, f"report-oneline-{message_id}", **facts)


def levels(picture: Diagram, wires: tuple[Connection, ...], place: Placed, lanes: Tracks) -> tuple[float, ...]:
    """The height of every layer's bars: room for loads, bends, the parts of wires and sources."""
    found = [_TOP + (SOURCE_ZONE if _has(picture.sources, place.order[0]) else 10)]
    for layer in range(1, len(place.order)):
        arriving = [wires[n] for n, chain in enumerate(place.chains) if chain[-1] in place.order[layer]]
        parts = PART * max((len(wire.parts) for wire in arriving), default=1) + 18
        above = max(parts, SOURCE_ZONE if _has(picture.sources, place.order[layer]) else 0)
        found.append(found[-1] + below(picture, place, layer - 1) + TRACK * lanes.needed[layer - 1] + 4 + above)
    return tuple(found)


def below(picture: Diagram, place: Placed, layer: int) -> float:
    """Room below a layer's bars before the first track."""
    return LOAD_ZONE if _has(picture.loads, place.order[layer]) else 12.0


def _has(table: object, row: list[str]) -> bool:
    return isinstance(table, dict) and any(table.get(node) for node in row)

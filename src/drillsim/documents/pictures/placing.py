"""Places a layered diagram: the order within each layer, the ports on each bar, then positions."""

from __future__ import annotations

from collections.abc import Sequence

from drillsim.documents.pictures.diagram import Connection, Diagram
from drillsim.documents.pictures.ordering import improve, with_dummies
from drillsim.documents.pictures.placed import Placed, tie_gap
from drillsim.documents.pictures.ports import place_ports, straighten
from drillsim.documents.pictures.positions import place_bars


def oriented(picture: Diagram) -> tuple[Connection, ...]:
    """Connections from the upper to the lower bus; ties keep their file order."""
    return tuple(w if picture.layers[w.a] <= picture.layers[w.b] else w.turned() for w in picture.connections)


def placed(picture: Diagram, wires: Sequence[Connection]) -> Placed:
    """Positions of the whole diagram."""
    order, chains = with_dummies(picture, wires)
    improve(order, chains)
    found = Placed(order=order, chains=chains)
    found.tie_gap = {(wire.a, wire.b): tie_gap(len(wire.parts)) for wire in wires}
    place_ports(found, picture, wires)
    place_bars(found)
    straighten(found, picture)
    return found

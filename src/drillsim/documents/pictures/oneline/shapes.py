"""The room each symbol takes, and the way it is put into a scene."""

from __future__ import annotations

from drillsim.documents.pictures.oneline.diagram import SWITCHES
from drillsim.documents.pictures.oneline.scene import Feed, Scene, Symbol, around

HALF: dict[str, tuple[float, float]] = {
    **dict.fromkeys(SWITCHES, (6.5, 8.5)),
    "trafo": (6.5, 11.0),
    "trafo3w": (11.5, 11.5),
    "ups": (14.0, 8.5),
    "ups_bypass": (4.5, 8.5),
    "impedance": (4.0, 9.0),
    "many": (8.0, 7.0),
    "line": (5.0, 7.0),
    "feeder": (8.0, 8.0),
    "load": (4.5, 4.5),
    "motor": (5.5, 5.5),
    "shunt": (5.0, 5.0),
    "earth_switch": (9.0, 5.5),
    "portable": (5.0, 5.5),
    "connection_point": (5.0, 5.0),
}
"""Half width and half height of the upright symbol, points."""
_BOX = (9.0, 8.0)
"""Anything else: a box."""


def half(kind: str, *, upright: bool = True) -> tuple[float, float]:
    """Half width and half height of a symbol."""
    wide, high = HALF.get(kind, _BOX)
    return (wide, high) if upright or kind not in (*SWITCHES, "trafo", "impedance") else (high, wide)


def put(
    scene: Scene, kind: str, ident: str, x: float, y: float, *, key: str = "", upright: bool = True,
    feed: tuple[Feed, ...] = (),
) -> Symbol:  # fmt: skip
    """Puts a symbol into the scene and gives it back."""
    found = Symbol(kind, ident, key or ident, x, y, around(x, y, *half(kind, upright=upright)), upright, feed)
    scene.symbols.append(found)
    return found

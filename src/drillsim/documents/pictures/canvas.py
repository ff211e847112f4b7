"""One matplotlib figure measured in points, written as an SVG that is the same on every machine.

matplotlib measures with DejaVu, which it brings along, so nothing depends on what fonts are installed; places are
chosen by `measure`. The height is known when everything is drawn, so it is given last.
"""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol

from drillsim.documents.pictures.hatch import hatched
from drillsim.documents.pictures.measure import em_width
from drillsim.documents.pictures.raster import faces, reduced
from drillsim.documents.pictures.svg import tidied

INK = "#1b1f24"
SOFT = "#5b6169"
GREY = "#8a9099"
FAINT = "#d9dde2"
LIVE = "#0b6e4f"
DEAD = "#9aa0a8"
DARK = "#3a3f46"
WORKING = "#2f5d8a"
ALARM = "#b3261e"
LIMIT = "#ff6b5e"
PAPER = "#ffffff"

HATCH_PT = 0.45
Align = Literal["left", "center", "right"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, by: float = 0.1) -> bool:
        """Return whether the two share more than a hair."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > by and high > by


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper a picture is meant for: an ISO size, or `roll` for one as long as it has to be."""

    paper: str = "a4"
    upright: bool = False
    scale: float = 1.0
    """Size of a point of the drawing on that paper, points."""

    def attributes(self, width_pt: float) -> str:
        """Return the attributes of the `<svg>` element: its width in points, and the paper where that is not A4."""
        turned = "upright" if self.upright else "across"
        paper = "" if self.paper == "a4" else f' data-paper="{self.paper}-{turned}"'
        return f'{paper} data-width="{width_pt * self.scale:.0f}"'


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture, and the room its labels take."""

    svg: str
    labels: tuple[tuple[Box, str], ...]
    sheet: Sheet = Sheet()
    size: tuple[float, float] = (0.0, 0.0)
    """Width and height, points."""
    title: str = ""
    description: str = ""
    painted: Callable[[float], bytes | None] | None = None
    """Paints it as PNG with so many dots an inch of the drawing; see `png`."""

    def png(self, width_in: float, dots: float) -> bytes | None:
        """The picture as PNG, for paper on which it is `width_in` inches wide; None where no face of this machine has
        its characters: a box in place of a name helps nobody."""
        return self.painted(dots * width_in * 72 / self.size[0]) if self.painted else None


class Surface(Protocol):
    """Something symbols are drawn on, in points, y downwards."""

    def line(
        self, points: Iterable[Point], *, color: str = INK, width: float = 1.0, dashed: bool = False, z: float = 2
    ) -> None:
        """A line through `points`."""

    def rect(
        self, box: Box, *, fill: str = "none", edge: str = "none", hatch: str = "", line: float = 0.8, z: float = 2
    ) -> None:
        """A rectangle."""

    def polygon(
        self, points: list[Point], *, fill: str = "none", edge: str = INK, line: float = 0.9, z: float = 3
    ) -> None:
        """A closed polygon."""

    def circle(
        self, x: float, y: float, radius: float, *, fill: str = "none", edge: str = INK, line: float = 1.0, z: float = 3
    ) -> None:
        """A circle."""

    def text(
        self, x: float, y: float, words: str, *, size: float = 7.5, color: str = INK, align: Align = "left",
        bold: bool = False, halo: bool = False,
    ) -> None:  # fmt: skip
        """Words whose middle line runs at `y`."""


class _Pen(NamedTuple):
    color: str
    width: float
    dashed: bool
    z: float


class Canvas:
    """Draws in points, y downwards. `salt` keeps the ids of two pictures in one page apart."""

    def __init__(self, width_pt: float, salt: str) -> None:
        from matplotlib.figure import Figure

        self.width_pt = width_pt
        self.salt = salt
        self._labels: list[tuple[Box, str]] = []
        self._lines: dict[_Pen, list[list[Point]]] = {}
        with _settings(salt):
            self._figure = Figure(dpi=72)
            self._axes = self._figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self._axes.axis("off")

    def line(
        self, points: Iterable[Point], *, color: str = INK, width: float = 1.0, dashed: bool = False, z: float = 2
    ) -> None:
        """A line through `points`. All lines of one pen become one path: a large network has fifteen thousand lines."""
        self._lines.setdefault(_Pen(color, width, dashed, z), []).append(list(points))

    def _draw_lines(self) -> None:
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        for pen, lines in self._lines.items():
            path = Path.make_compound_path(*(Path(line) for line in lines))
            patch = PathPatch(path, fill=False, edgecolor=pen.color, linewidth=pen.width, zorder=pen.z)
            patch.set(linestyle=(0, (3, 2)) if pen.dashed else "-", capstyle="butt", joinstyle="miter")
            self._axes.add_artist(patch)

    def rect(
        self, box: Box, *, fill: str = "none", edge: str = "none", hatch: str = "", line: float = 0.8, z: float = 2
    ) -> None:
        """A rectangle; `hatch` is written as matplotlib's."""
        from matplotlib.patches import Rectangle

        wide, high = box.right - box.left, box.bottom - box.top
        patch = Rectangle((box.left, box.top), wide, high, linewidth=line, zorder=z)
        patch.set(facecolor=fill, edgecolor=edge)
        self._axes.add_artist(patch)
        for points in hatched(box.left, box.top, box.right, box.bottom, hatch):
            self.line(points, color=INK if edge == "none" else edge, width=HATCH_PT, z=z + 0.05)

    def polygon(
        self, points: list[Point], *, fill: str = "none", edge: str = INK, line: float = 0.9, z: float = 3
    ) -> None:
        """A closed polygon."""
        from matplotlib.patches import Polygon

        self._axes.add_artist(Polygon(points, closed=True, facecolor=fill, edgecolor=edge, linewidth=line, zorder=z))

    def circle(
        self, x: float, y: float, radius: float, *, fill: str = "none", edge: str = INK, line: float = 1.0, z: float = 3
    ) -> None:
        """A circle."""
        from matplotlib.patches import Circle

        self._axes.add_artist(Circle((x, y), radius, facecolor=fill, edgecolor=edge, linewidth=line, zorder=z))

    def text(
        self, x: float, y: float, words: str, *, size: float = 7.5, color: str = INK, align: Align = "left",
        bold: bool = False, halo: bool = False,
    ) -> None:  # fmt: skip
        """Words whose middle line runs at `y`; with `halo` on paper of their own."""
        wide = em_width(words) * size
        left = x if align == "left" else x - wide if align == "right" else x - wide / 2
        self._labels.append((Box(left, y - size * 0.55, left + wide, y + size * 0.55), words))
        if halo:
            self.rect(Box(left - 1, y - size * 0.62, left + wide + 1, y + size * 0.62), fill=PAPER, z=5.5)
        self._axes.text(
            x, y + size * 0.36, words, fontsize=size, color=color, ha=align, va="baseline",
            weight="bold" if bold else "normal", zorder=6, parse_math=False,
        )  # fmt: skip

    def drawn(
        self, height_pt: float, title: str, description: str, ident: str, sheet: Sheet | None = None
    ) -> Drawn:  # fmt: skip
        """The picture as one `<svg>` element: titled and described for those who do not see it. With `sheet`, it says
        for which paper it is meant."""
        self._draw_lines()
        self._axes.set_xlim(0, self.width_pt)
        self._axes.set_ylim(height_pt, 0)
        self._figure.set_size_inches(self.width_pt / 72, height_pt / 72)
        stream = io.StringIO()
        nothing = {"Date": None, "Creator": None, "Format": None, "Type": None}
        with _settings(self.salt):
            self._figure.savefig(stream, format="svg", metadata=nothing)
        meant = sheet or Sheet()
        svg = tidied(stream.getvalue(), title, description, ident, meant.attributes(self.width_pt))
        return Drawn(
            svg, tuple(self._labels), meant, (self.width_pt, height_pt), title, description, self._painted
        )  # fmt: skip

    def _painted(self, dots: float) -> bytes | None:
        """The figure as it was drawn last, as PNG; None where a character has no face."""
        for words in self._axes.texts:
            words.set_fontfamily(faces())
        stream = io.BytesIO()
        with _settings(self.salt), warnings.catch_warnings(record=True) as missing:
            warnings.filterwarnings("always", message="Glyph .* missing from font")
            self._figure.savefig(stream, format="png", dpi=dots, metadata={"Software": None})
        return None if missing else reduced(stream.getvalue())


@contextmanager
def _settings(salt: str) -> Iterator[None]:
    """Matplotlib's settings for our pictures; the reader's font has the glyphs that DejaVu lacks."""
    from matplotlib import rc_context

    rc: dict[Any, Any] = {
        "svg.fonttype": "none",
        "svg.hashsalt": f"drillsim-{salt}",
        "font.family": ["DejaVu Sans"],
        "path.simplify": False,
        "text.usetex": False,
    }
    logger = logging.getLogger("matplotlib.font_manager")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        with rc_context(rc), warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Glyph .* missing from font")
            yield
    finally:
        logger.setLevel(level)

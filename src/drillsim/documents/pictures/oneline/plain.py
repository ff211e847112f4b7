"""A drawing written as SVG at once, with plain attributes: no library, no style a page would have to allow.

matplotlib needs tenths of a second for a picture; a screen that follows a drill has some milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from drillsim.documents.pictures.canvas import INK, Align, Box, Point

_ANCHOR = {"left": "start", "center": "middle", "right": "end"}


class Plain:
    """Draws in points, y downwards, as `Canvas` does."""

    def __init__(self) -> None:
        self._drawn: list[tuple[float, str]] = []

    def line(
        self, points: Iterable[Point], *, color: str = INK, width: float = 1.0, dashed: bool = False, z: float = 2
    ) -> None:
        """A line through `points`."""
        dashes = ' stroke-dasharray="4 3"' if dashed else ""
        path = _points(points)
        self._put(z, f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="{width:g}"{dashes}/>')

    def rect(
        self, box: Box, *, fill: str = "none", edge: str = "none", hatch: str = "", line: float = 0.8, z: float = 2
    ) -> None:
        """A rectangle; there are no hatches here."""
        size = f'width="{box.right - box.left:.1f}" height="{box.bottom - box.top:.1f}"'
        self._put(z, f'<rect x="{box.left:.1f}" y="{box.top:.1f}" {size} {_ink(fill, edge, line)}/>')

    def polygon(
        self, points: list[Point], *, fill: str = "none", edge: str = INK, line: float = 0.9, z: float = 3
    ) -> None:
        """A closed polygon."""
        self._put(z, f'<polygon points="{_points(points)}" {_ink(fill, edge, line)}/>')

    def circle(
        self, x: float, y: float, radius: float, *, fill: str = "none", edge: str = INK, line: float = 1.0, z: float = 3
    ) -> None:
        """A circle."""
        self._put(z, f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" {_ink(fill, edge, line)}/>')

    def text(
        self, x: float, y: float, words: str, *, size: float = 7.5, color: str = INK, align: Align = "left",
        bold: bool = False, halo: bool = False,
    ) -> None:  # fmt: skip
        """Words whose middle line runs at `y`."""
        more = ' font-weight="700"' if bold else ""
        more += ' paint-order="stroke" stroke="#ffffff" stroke-width="3"' if halo else ""
        at = f'x="{x:.1f}" y="{y + size * 0.36:.1f}" font-size="{size:g}" text-anchor="{_ANCHOR[align]}"'
        self._put(6, f'<text {at} fill="{color}"{more}>{escape(words)}</text>')

    def drawn(self, width: float, height: float, ident: str, title: str, description: str, margin: float = 0.0) -> str:
        """Return the picture as one `<svg>` element, titled and described for those who do not see it."""
        told = f'<title id="{ident}-title">{escape(title)}</title><desc id="{ident}-desc">{escape(description)}</desc>'
        body = "".join(each for _, each in sorted(self._drawn, key=lambda row: row[0]))
        labelled = f'role="img" aria-labelledby="{ident}-title {ident}-desc"'
        view = f"{-margin:g} {-margin:g} {width:.0f} {height:.0f}"
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" {labelled}>{told}{body}</svg>'

    def _put(self, z: float, element: str) -> None:
        self._drawn.append((z, element))


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _ink(fill: str, edge: str, line: float) -> str:
    return f'fill="{fill}" stroke="{edge}" stroke-width="{line:g}"'

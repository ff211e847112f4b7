"""One matplotlib figure measured in points, written as an SVG that is the same on every machine.

Text stays text: the file names a list of Chinese fonts and the viewer's machine picks one. No date, no random ids.
matplotlib itself measures with DejaVu, which it brings along, so nothing depends on what fonts are installed.
"""

from __future__ import annotations

import io
import logging
import re
import warnings
from dataclasses import dataclass
from html import escape
from typing import Any, Literal

from drillsim.documents.pictures.measure import em_width

FONTS = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','WenQuanYi Micro Hei',SimHei,'DejaVu Sans',Arial,sans-serif"

INK = "#1b1f24"
GREY = "#8a9099"
FAINT = "#d9dde2"
LIVE = "#0b6e4f"
DEAD = "#9aa0a8"
ALARM = "#b3261e"

_RC: dict[str, Any] = {
    "svg.fonttype": "none",
    "font.family": ["DejaVu Sans"],
    "hatch.linewidth": 0.6,
    "path.simplify": False,
    "text.parse_math": False,
    "text.usetex": False,
    "axes.unicode_minus": False,
}

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Box:
    """Where a label stands, points from the upper left corner; tests hold that no two overlap."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, by: float = 0.1) -> bool:
        """Whether the two share more than a hair."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide > by and high > by


class Canvas:
    """Draws in points, y downwards. `salt` keeps the ids of two pictures in one page apart."""

    def __init__(self, width_pt: float, height_pt: float, salt: str) -> None:
        from matplotlib import rc_context
        from matplotlib.figure import Figure

        self.width_pt, self.height_pt = width_pt, height_pt
        self._rc = {**_RC, "svg.hashsalt": f"drillsim-{salt}"}
        with rc_context(self._rc):
            self._figure = Figure(figsize=(width_pt / 72, height_pt / 72), dpi=72)
            self._axes = self._figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self._axes.set_xlim(0, width_pt)
        self._axes.set_ylim(height_pt, 0)
        self._axes.axis("off")
        self.labels: list[tuple[Box, str]] = []
        """Every text and the room it takes by our own measure."""

    def line(
        self, points: list[tuple[float, float]], *, color: str = INK, width: float = 1.0, style: str = "-", z: float = 2
    ) -> None:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self._axes.plot(
            xs,
            ys,
            color=color,
            linewidth=width,
            linestyle=style,
            zorder=z,
            solid_capstyle="butt",
            solid_joinstyle="miter",
        )

    def rect(
        self, left: float, top: float, width: float, height: float, *, fill: str | None = None, edge: str | None = None,
        hatch: str | None = None, line: float = 0.8, z: float = 2,
    ) -> None:  # fmt: skip
        from matplotlib.patches import Rectangle

        self._axes.add_patch(
            Rectangle(
                (left, top),
                width,
                height,
                facecolor=fill or "none",
                edgecolor=edge or "none",
                hatch=hatch,
                linewidth=line,
                zorder=z,
            )
        )

    def polygon(
        self,
        points: list[tuple[float, float]],
        *,
        fill: str | None = None,
        edge: str = INK,
        line: float = 0.9,
        z: float = 3,
    ) -> None:
        from matplotlib.patches import Polygon

        self._axes.add_patch(
            Polygon(points, closed=True, facecolor=fill or "none", edgecolor=edge, linewidth=line, zorder=z)
        )

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: str | None = None,
        edge: str = INK,
        line: float = 1.0,
        z: float = 3,
    ) -> None:
        from matplotlib.patches import Circle

        self._axes.add_patch(Circle((x, y), radius, facecolor=fill or "none", edgecolor=edge, linewidth=line, zorder=z))

    def text(
        self, x: float, y: float, words: str, *, size: float = 7.5, color: str = INK, align: Align = "left", bold: bool = False,
        halo: bool = False, z: float = 6,
    ) -> None:  # fmt: skip
        """Words whose middle line runs at `y`."""
        wide = em_width(words) * size
        left = x if align == "left" else x - wide if align == "right" else x - wide / 2
        self.labels.append((Box(left, y - size * 0.55, left + wide, y + size * 0.55), words))
        if halo:
            self.rect(left - 1, y - size * 0.62, wide + 2, size * 1.24, fill="#ffffff", z=z - 0.5)
        self._axes.text(
            x, y + size * 0.36, words, fontsize=size, color=color, ha=align, va="baseline", weight="bold" if bold else "normal", zorder=z,
            clip_on=False, parse_math=False,
        )  # fmt: skip

    def svg(self, title: str, description: str, ident: str) -> str:
        """The picture as one `<svg>` element: titled and described for those who do not see it."""
        from matplotlib import rc_context

        stream = io.StringIO()
        nothing = {"Date": None, "Creator": None, "Format": None, "Type": None}
        logger = logging.getLogger("matplotlib.font_manager")
        level = logger.level
        logger.setLevel(logging.ERROR)
        try:
            with rc_context(self._rc), warnings.catch_warnings():
                warnings.simplefilter("ignore")  # glyphs missing from DejaVu: the reader's font has them
                self._figure.savefig(stream, format="svg", metadata=nothing)
        finally:
            logger.setLevel(level)
        return _tidied(stream.getvalue(), title, description, ident)


def _tidied(raw: str, title: str, description: str, ident: str) -> str:
    body = raw[raw.index("<svg") :].strip()
    body = re.sub(r"<metadata>.*?</metadata>\s*", "", body, flags=re.DOTALL)
    body = re.sub(r"<style type=\"text/css\">.*?</style>", "", body, flags=re.DOTALL)
    body = re.sub(r"font-family: [^;\"]*; ", "", body)
    body = re.sub(r'<g id="\w+">', "<g>", body)  # two pictures in one page would repeat them
    head = body[: body.index(">")]
    size = re.search(r'viewBox="([^"]+)"', head)
    assert size is not None
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{size[1]}" '
        f'role="img" aria-labelledby="{ident}-title {ident}-desc" '
        f'style="width:100%;height:auto;stroke-linejoin:round;stroke-linecap:butt;font-family:{FONTS}">'
        f'<title id="{ident}-title">{escape(title)}</title><desc id="{ident}-desc">{escape(description)}</desc>'
    )
    return opening + body[body.index(">") + 1 :]

"""The common parts of the timeline: the canvas, the axis, the words, and the entries of the legend."""

from __future__ import annotations

from dataclasses import dataclass, field

from drillsim.documents.names import Names
from drillsim.documents.pictures.canvas import GREY, INK, Box, Canvas
from drillsim.documents.pictures.lanes import WORK
from drillsim.documents.pictures.measure import wrapped
from drillsim.documents.pictures.time_scale import TimeScale
from drillsim.journal import Journal
from drillsim.schema import Case
from drillsim.texts import text

WIDTH = 640.0
GUTTER = 122.0
END = WIDTH - 12.0
"""Right end of the axis."""
SIZE = 7.4
ROW = 13.2
THIN = 11.4

Style = tuple[str, str]
"""Fill and hatch; the hatch alone tells the kinds apart."""
BARS: dict[str, Style] = {
    WORK: ("#2f5d8a", ""),
    "travel": ("#f7e7b4", ""),
    "not_known": ("#e9d5f0", "////"),
    "permit": ("#f6c9a8", "\\\\\\\\"),
    "order": ("#f6dcc8", "||||"),
    "person_busy": ("#f3b0b0", "xxxx"),
    "resource": ("#cfe3d4", "+++"),
    "interlock": ("#d6d6d6", "||||"),
    "no_access": ("#e3c4a0", "-----"),
    "store": ("#c9dff0", "--"),
}
STATES: dict[str, Style] = {
    "riding_through": ("#fbe9b7", "||||"),
    "lost": ("#3a3f46", ""),
    "restarting": ("#b9c7d8", "////"),
    "harmed": ("#b3261e", "xxxx"),
}


@dataclass(slots=True)
class Sheet:
    """One timeline being drawn."""

    canvas: Canvas
    scale: TimeScale
    names: Names
    case: Case
    journal: Journal
    used: dict[str, None] = field(default_factory=dict)
    """Kinds of bars and marks the legend explains."""

    def words(self, message_id: str, /, **facts: object) -> str:
        """A text of the timeline's own (`report-timeline-…`)."""
        return text(self.names.lang, f"report-timeline-{message_id}", **facts)

    def head(self, y: float, message_id: str) -> float:
        """A section's headline; gives the y below it."""
        self.canvas.line([(4, y + 2), (END, y + 2)], color=GREY, width=0.6)
        self.canvas.text(4, y + 8.5, self.words(message_id), size=SIZE, bold=True)
        return y + 14

    def gutter(self, y: float, height: float, words: str) -> None:
        """The name of a row, left of the axis."""
        lines = wrapped(words, (GUTTER - 12) / SIZE, 2 if height >= 20 else 1)
        middle = y + height / 2 - (len(lines) - 1) * SIZE * 0.6
        for place, line in enumerate(lines):
            self.canvas.text(6, middle + place * SIZE * 1.2, line, size=SIZE)

    def span(self, start_ms: int, end_ms: int) -> tuple[float, float]:
        """Left and right end of a bar, at least visible."""
        left = self.scale.x(start_ms)
        return left, max(self.scale.x(end_ms), left + 1.5)

    def bar(self, left: float, right: float, top: float, bottom: float, style: Style) -> None:
        """A bar in `style`."""
        self.canvas.rect(Box(left, top, right, bottom), fill=style[0], edge=INK, hatch=style[1], line=0.45)

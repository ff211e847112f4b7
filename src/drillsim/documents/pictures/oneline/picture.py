"""The one-line diagram at the worst moment: what was live, what was dark, which switches stood open.

Live is a solid line and a filled bar, dead a dashed line and a hollow bar; a closed switch's blade is in line, an open
one's aside: the picture says the same in black and white.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from drillsim.documents.names import Names, names_of
from drillsim.documents.pictures.canvas import ALARM, INK, SOFT, Box, Canvas, Drawn, Sheet
from drillsim.documents.pictures.measure import shortened, wrapped
from drillsim.documents.pictures.oneline.diagram import Diagram, diagram
from drillsim.documents.pictures.oneline.excerpt import excerpt
from drillsim.documents.pictures.oneline.layout import Layout, layout
from drillsim.documents.pictures.oneline.legend import draw_legend
from drillsim.documents.pictures.oneline.moment import Moment, darkest
from drillsim.documents.pictures.oneline.scene import Label
from drillsim.documents.pictures.oneline.state import Plant, plant_at
from drillsim.documents.pictures.oneline.symbols import conductor, draw
from drillsim.documents.pictures.oneline.wording import SIZE, Wording
from drillsim.journal import Journal
from drillsim.schema import Case
from drillsim.texts import Lang, duration_text, text

WHOLE_ON = "a4"
"""A network that fits on this sheet, the report's own, is drawn whole in it."""
EXCERPTS = (22, 16, 11, 8, 5)
"""So many of the most telling buses are tried, until the excerpt fits on that sheet."""
MOST_BUSES = 60
"""A network with more buses is not even tried whole on it."""
MARGIN = 10.0
_LEAST_WIDTH = 430.0
_SOURCE_EM = 13.0


@dataclass(frozen=True, slots=True)
class NetworkDrawn:
    """The customer's network at some moments, of a large one the part the run was about, and the whole of it."""

    at: tuple[Drawn, ...]
    whole: Drawn | None
    """The whole network on a sheet as large as it has to be; None where the others show all of it."""


def network_drawn(case: Case, journal: Journal, lang: Lang, moments: tuple[Moment, ...] = ()) -> NetworkDrawn:
    """The pictures of the network at `moments` (without any, when most demand was dark), in `lang`: each shows the same
    part. The whole is drawn at the first."""
    first, *others = moments or (darkest(journal),)
    all_of_it = _whole(case, journal, lang, first)
    view, placed = all_of_it or _excerpt(case, journal, lang, first)
    views = [(view, placed, first)]
    for each in others:
        again = _View(case, journal, lang, view.picture, each)
        views.append((again, again.laid(WHOLE_ON), each))
    drawn = tuple(each.drawn(laid, f"oneline{at.at_ms}-{lang}") for each, laid, at in views)
    if all_of_it is not None:
        return NetworkDrawn(drawn, None)
    sheet = _View(case, journal, lang, diagram(case.dossier), first)
    return NetworkDrawn(drawn, sheet.drawn(sheet.laid(), f"network-{lang}"))


def _whole(case: Case, journal: Journal, lang: Lang, at: Moment) -> tuple[_View, Layout] | None:
    """The whole network, where it can be read on a small sheet."""
    if len(case.dossier.network.bus) > MOST_BUSES:
        return None
    view = _View(case, journal, lang, diagram(case.dossier), at)
    placed = view.laid(WHOLE_ON)
    return (view, placed) if placed.paper.name == WHOLE_ON else None


def _excerpt(case: Case, journal: Journal, lang: Lang, at: Moment) -> tuple[_View, Layout]:
    """As much of what the run was about as can be read on the sheet; else as much as what missed a limit takes."""
    for most in EXCERPTS:
        view = _View(case, journal, lang, excerpt(case.dossier, journal, most, at.missed), at)
        placed = view.laid(WHOLE_ON)
        if placed.paper.name == WHOLE_ON:
            break
    return view, placed


class _View:
    """One diagram of one moment in one language."""

    def __init__(self, case: Case, journal: Journal, lang: Lang, picture: Diagram, at: Moment) -> None:
        self.at_ms, self.why = at.at_ms, at.why
        self.names = names_of(case.dossier, lang)
        self.picture = picture
        self.plant = plant_at(picture, case.dossier, journal, self.at_ms)
        self.demand = {name: state["demand_kw"] for name, state in journal.initial.get("loads", {}).items()}
        self.words = _wording(self.names, picture, self.plant, self.demand, at.missed)
        self.marked = any(each.id in at.missed for hanging in picture.hanging.values() for each in hanging)

    def text(self, message: str, **facts: object) -> str:
        return text(self.names.lang, f"report-oneline-{message}", **facts)

    def laid(self, largest: str = "a0") -> Layout:
        return layout(self.picture, self.words, largest)

    def drawn(self, found: Layout, ident: str) -> Drawn:
        """The layout painted, with its caption above and its legend below."""
        caption = self._caption()
        width = max(found.width + 2 * MARGIN, _LEAST_WIDTH)
        lines = wrapped(caption, (width - 2 * MARGIN) / (SIZE + 0.4), 3)
        canvas = Canvas(width, ident)
        for number, line in enumerate(lines):
            canvas.text(MARGIN, 10 + 10.5 * number, line, size=SIZE + 0.4, bold=True)
        top = 18 + 10.5 * len(lines)
        left = (width - found.width) / 2
        self._paint(canvas, found, left, top)
        kinds = {each.kind for each in found.scene.symbols}
        marks = [*(["missed"] if self.marked else []), *(["empty"] if self.plant.empty else [])]
        height = draw_legend(canvas, self.names.lang, kinds, top + found.height + 16, marks)
        sheet = Sheet(found.paper.name, found.paper.upright, min(found.scale, 1.0))
        return canvas.drawn(height, self.text("title"), caption, ident, sheet)

    def _paint(self, canvas: Canvas, found: Layout, left: float, top: float) -> None:
        for wire in found.scene.wires:
            conductor(canvas, tuple((x + left, y + top) for x, y in wire.points), live=self.plant.is_live(wire.feed))
        for symbol in found.scene.symbols:
            box = Box(symbol.box.left + left, symbol.box.top + top, symbol.box.right + left, symbol.box.bottom + top)
            draw(canvas, replace(symbol, x=symbol.x + left, y=symbol.y + top, box=box), self.plant.look(symbol))
        for label in found.scene.labels:
            canvas.text(
                label.x + left, label.y + top, label.words, size=label.size, align=label.align, bold=label.bold,
                color=self._color(label),
            )  # fmt: skip

    def _color(self, label: Label) -> str:
        if self.plant.alarms(label.of):
            return ALARM
        dead_bus = label.of in self.picture.buses and label.of not in self.plant.live
        return SOFT if label.soft or dead_bus else INK

    def _caption(self) -> str:
        dark = sum(self.demand.get(name, 0.0) for name in sorted(self.plant.shot.dark_loads))
        facts = {"dark": f"{dark:.0f}", "all": f"{sum(self.demand.values()):.0f}"}
        at = duration_text(self.names.lang, self.at_ms)
        words = self.why + self.text("caption", at=at, loads=len(self.plant.shot.dark_loads), **facts)
        return f"{words} {self.text('excerpt', n=self.picture.left_out)}" if self.picture.left_out else words


def _wording(names: Names, picture: Diagram, plant: Plant, demand: dict[str, float], missed: frozenset[str]) -> Wording:
    lang = names.lang
    marks = dict.fromkeys(missed, "✘ ")
    demands = {name: f" {kw:.0f} kW" for name, kw in demand.items()}
    loads = {
        each.id: marks.get(each.id, "") + shortened(names.of(each.id), 16.0) + demands.get(each.id, "")
        for hanging in picture.hanging.values()
        for each in hanging
    }
    sources = {
        name: (
            shortened(names.of(name), _SOURCE_EM),
            text(lang, f"report-source-{plant.source_state(name)}"),
        )
        for at in picture.sources.values()
        for _, name in at
    }
    sections = {
        int(part.id): text(lang, "report-oneline-sections", n=int(part.id))
        for wire in picture.connections
        for part in wire.parts
        if part.kind == "many"
    }
    transfers = {kind: text(lang, f"report-oneline-{kind.lower()}") for kind in ("ATS", "STS", "BZT")}
    bodies = [part.id for wire in picture.connections for part in wire.parts if not part.is_switch]
    called = {name: names.of(name) for name in (*picture.nodes, *bodies)}
    return Wording(loads, sources, transfers, sections, called, plant.faulted)

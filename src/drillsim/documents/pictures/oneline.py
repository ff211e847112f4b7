"""The one-line diagram at the worst moment: what was live, what was dark, which switches stood open.

Live is a solid line and a filled bar, dead a dashed line and a hollow bar; a closed switch is filled, an open one
hollow: the picture says the same in black and white.
"""

from __future__ import annotations

from drillsim.documents.names import names_of
from drillsim.documents.pictures.canvas import ALARM, INK, SOFT, Canvas, Drawn
from drillsim.documents.pictures.excerpt import excerpt
from drillsim.documents.pictures.measure import balanced, em_width
from drillsim.documents.pictures.placed import SIZE, SLOT
from drillsim.documents.pictures.placing import oriented, placed
from drillsim.documents.pictures.plan_view import PlanView, below, levels
from drillsim.documents.pictures.ports import bus_lines, source_name
from drillsim.documents.pictures.symbols import bar, conductor, load, source, strike, switch
from drillsim.documents.pictures.tracks import tracks
from drillsim.documents.pictures.wires import draw_wire
from drillsim.documents.pictures.wiring import faulted_at
from drillsim.journal.record import Journal
from drillsim.journal.timeline import state_at, worst_moment
from drillsim.schema.dossier import Case
from drillsim.texts import Lang, text
from drillsim.texts.quantity import duration_text

_MARGIN = 31.0
_LEAST_WIDTH = 430.0
_SMALL = SIZE - 0.5
_LINE = 8.2


def oneline(case: Case, journal: Journal, lang: Lang) -> Drawn:
    """The picture of the customer's network when most demand was dark, in `lang`."""
    at_ms = worst_moment(journal)
    view = _view(case, journal, lang, at_ms)
    caption = _caption(view, at_ms)
    view.canvas.text(6, 10, caption, size=SIZE + 0.4, bold=True)
    for number in range(len(view.wires)):
        draw_wire(view, number)
    for bus in view.picture.layers:
        _bus(view, bus)
    last = len(view.levels) - 1
    height = _legend(view, view.levels[last] + below(view.picture, view.place, last) + 20)
    return view.canvas.drawn(height, view.words("title"), caption, f"oneline-{lang}")


def _view(case: Case, journal: Journal, lang: Lang, at_ms: int) -> PlanView:
    picture = excerpt(case.dossier, journal)
    wires = oriented(picture)
    place = placed(picture, wires)
    lanes = tracks(place)
    width = max(place.total_width + 2 * _MARGIN, _LEAST_WIDTH)
    return PlanView(
        canvas=Canvas(width, f"oneline-{lang}"),
        names=names_of(case.dossier, lang),
        picture=picture,
        wires=wires,
        place=place,
        tracks=lanes,
        levels=levels(picture, wires, place, lanes),
        layer={node: layer for layer, row in enumerate(place.order) for node in row},
        left=(width - place.total_width) / 2,
        shot=state_at(journal, at_ms),
        faulted=faulted_at(journal, at_ms),
        gensets=frozenset(name for name, each in case.dossier.site.sources.items() if each.kind == "genset"),
        demand_kw={name: state["demand_kw"] for name, state in journal.initial.get("loads", {}).items()},
    )


def _bus(view: PlanView, bus: str) -> None:
    x, y, half, live = view.x(bus), view.y(bus), view.place.width[bus] / 2, bus in view.shot.live
    bar(view.canvas, x - half, x + half, y, live=live)
    _bus_name(view, bus, y)
    for number, name in enumerate(view.picture.sources.get(bus, ())):
        _source(view, name, view.x(bus, view.place.up_port[bus, -1 - number]), y)
    for name in view.picture.loads.get(bus, ()):
        _load(view, name, view.x(bus, view.place.load_port[name]), y)
    if bus in view.faulted:
        strike(view.canvas, x, y, 6)


def _bus_name(view: PlanView, bus: str, y: float) -> None:
    """Above the bar, right of its last port."""
    ports = [at for (node, _), at in view.place.up_port.items() if node == bus]
    left = view.x(bus, max(ports) + 5 if ports else 3 - view.place.width[bus] / 2)
    lines = bus_lines(bus)
    color = INK if bus in view.shot.live else SOFT
    for number, line in enumerate(lines):
        view.canvas.text(
            left, y - 7 - (len(lines) - 1 - number) * (SIZE + 0.9), line, size=SIZE, bold=True, color=color
        )


def _source(view: PlanView, name: str, x: float, y: float) -> None:
    state = view.shot.sources.get(name, "dead")
    lost = name in view.faulted or state == "failed"
    source(view.canvas, x, y, genset=name in view.gensets, live=state == "live", lost=lost)
    words = f"{source_name(view.names.of(name))} {text(view.names.lang, f'report-source-{state}')}"
    view.canvas.text(x, y - 45, words, size=SIZE, align="center", color=INK if state == "live" else ALARM)


def _load(view: PlanView, name: str, x: float, y: float) -> None:
    dark = name in view.shot.dark_loads
    load(view.canvas, x, y, dark=dark)
    lines = balanced(view.names.of(name), (SLOT - 3) / _SMALL, 3)
    for number, line in enumerate(lines):
        at = y + 23.5 + number * _LINE
        view.canvas.text(x, at, line, size=_SMALL, align="center", color=ALARM if dark else INK)
    if name in view.demand_kw:
        at = y + 23.5 + len(lines) * _LINE
        view.canvas.text(x, at, f"{view.demand_kw[name]:.0f} kW", size=_SMALL - 0.6, align="center", color=SOFT)


def _caption(view: PlanView, at_ms: int) -> str:
    dark = sum(view.demand_kw.get(name, 0.0) for name in sorted(view.shot.dark_loads))
    all_kw = sum(view.demand_kw.values())
    at = duration_text(view.names.lang, at_ms)
    words = view.words("caption", at=at, dark=f"{dark:.0f}", all=f"{all_kw:.0f}", loads=len(view.shot.dark_loads))
    return f"{words} {view.words('excerpt', n=view.picture.left_out)}" if view.picture.left_out else words


def _legend(view: PlanView, y: float) -> float:
    x = 8.0
    for kind in ("live", "dead", "closed", "open", "dark", "fault"):
        words = view.words(kind)
        wide = em_width(words) * SIZE + 34
        if x + wide > view.canvas.width_pt:
            x, y = 8.0, y + 14
        _swatch(view.canvas, kind, x, y)
        view.canvas.text(x + 22, y, words, size=SIZE)
        x += wide
    return y + 12


def _swatch(canvas: Canvas, kind: str, x: float, y: float) -> None:
    if kind in ("live", "dead"):
        conductor(canvas, [(x, y), (x + 18, y)], live=kind == "live")
    elif kind in ("closed", "open"):
        switch(canvas, "CB", x + 4.5, y, closed=kind == "closed")
        switch(canvas, "LBS", x + 14.5, y, closed=kind == "closed")
    elif kind == "dark":
        canvas.polygon([(x + 5, y - 3), (x + 14, y - 3), (x + 9.5, y + 4)], fill="#ffffff", edge=ALARM, line=1.1)
    else:
        strike(canvas, x + 9.5, y, 4.5)

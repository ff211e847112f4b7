"""The one-line diagram at the worst moment: what was live, what was dark, which switches stood open.

Live is a solid line and a filled bar, dead a dashed line and a hollow bar; a closed switch is filled, an open one
hollow: the picture says the same in black and white.
"""

from __future__ import annotations

from collections.abc import Iterable

from drillsim.documents.names import Names, names_of
from drillsim.documents.pictures.canvas import ALARM, DEAD, GREY, INK, LIVE, Canvas
from drillsim.documents.pictures.diagram import Connection, Diagram, Part
from drillsim.documents.pictures.excerpt import excerpt
from drillsim.documents.pictures.measure import balanced, em_width, shortened
from drillsim.documents.pictures.placing import SIZE, SLOT, TOP_SLOT, Placed, beside, bus_lines, oriented, placed
from drillsim.documents.pictures.timeline import Drawn
from drillsim.journal.record import Journal
from drillsim.journal.timeline import Snapshot, state_at, worst_moment
from drillsim.schema.dossier import Case
from drillsim.texts import Lang, text
from drillsim.texts.quantity import duration_text

MARGIN = 16.0
SOURCE_ZONE = 54.0
LOAD_ZONE = 62.0
TRACK = 8.0
PART = 25.0
LEAST_WIDTH = 430.0

Point = tuple[float, float]


def oneline(case: Case, journal: Journal, lang: Lang) -> Drawn:
    """The picture of the customer's network when most demand was dark, in `lang`."""
    at_ms = worst_moment(journal)
    picture = excerpt(case.dossier, journal)
    wires = oriented(picture)
    place = placed(picture, wires)
    return _Sheet(case, journal, names_of(case.dossier, lang), picture, wires, place, at_ms).drawn()


class _Sheet:
    """Levels first, then wires, bars, what hangs on them."""

    def __init__(
        self,
        case: Case,
        journal: Journal,
        names: Names,
        picture: Diagram,
        wires: tuple[Connection, ...],
        place: Placed,
        at_ms: int,
    ) -> None:
        self.case, self.names, self.lang, self.picture, self.wires, self.place = (
            case,
            names,
            names.lang,
            picture,
            wires,
            place,
        )
        self.at_ms = at_ms
        self.shot: Snapshot = state_at(journal, at_ms)
        self.faulted = _faulted(journal, at_ms)
        self.demand = {load: state["demand_kw"] for load, state in journal.initial.get("loads", {}).items()}
        self.tracks = _tracks(place)
        self.level = self._levels()
        width = max(place.total_width + 2 * MARGIN + 30, LEAST_WIDTH)
        self.left = (width - place.total_width) / 2
        self.canvas = Canvas(width, self.level[-1] + self._below(len(self.level) - 1) + 46, f"oneline-{self.lang}")

    def drawn(self) -> Drawn:
        self._caption()
        for number, wire in enumerate(self.wires):
            self._wire(number, wire)
        for bus in self.picture.layers:
            self._bar(bus)
        self._legend()
        title = text(self.lang, "report-oneline-title")
        return Drawn(self.canvas.svg(title, self._words(), f"oneline-{self.lang}"), tuple(self.canvas.labels))

    # -- levels ----------------------------------------------------------------------------------------------------
    def _levels(self) -> list[float]:
        """The height of every layer's bars."""
        found = [22.0 + (SOURCE_ZONE if self._has_sources(0) else 10)]
        for layer in range(1, len(self.place.order)):
            parts = max(
                (
                    len(self.wires[number].parts)
                    for number, chain in enumerate(self.place.chains)
                    if chain[-1] in self.place.order[layer] and len(set(chain)) > 1
                ),
                default=1,
            )
            above = max(PART * parts + 18, SOURCE_ZONE if self._has_sources(layer) else 0)
            tracks = self.tracks.count_in(layer - 1)
            found.append(found[-1] + self._below(layer - 1) + TRACK * tracks + 4 + above)
        return found

    def _below(self, layer: int) -> float:
        return LOAD_ZONE if any(self.picture.loads.get(node) for node in self.place.order[layer]) else 12.0

    def _has_sources(self, layer: int) -> bool:
        return any(self.picture.sources.get(node) for node in self.place.order[layer])

    def _y(self, node: str) -> float:
        return self.level[next(layer for layer, row in enumerate(self.place.order) if node in row)]

    def _x(self, node: str, offset: float = 0.0) -> float:
        return self.left + self.place.center[node] + offset

    # -- wires -----------------------------------------------------------------------------------------------------
    def _wire(self, number: int, wire: Connection) -> None:
        chain = self.place.chains[number]
        live = _live_sections(wire, self.shot)
        row = next((row for row in self.place.order if chain[0] in row), [])
        if len(chain) == 2 and chain[1] in row:
            self._tie(number, wire, live)
            return
        path: list[Point] = []
        for upper, lower in zip(chain, chain[1:], strict=False):
            x1 = self._x(upper, self.place.down_port[upper, number])
            x2 = self._x(lower, self.place.up_port[lower, number])
            path.append((x1, self._y(upper)))
            if abs(x1 - x2) > 0.5:
                y = self._track_y(number, upper)
                path += [(x1, y), (x2, y)]
        bottom = self._y(chain[-1])
        x = self._x(chain[-1], self.place.up_port[chain[-1], number])
        alone = sum(1 for node, _ in self.place.up_port if node == chain[-1]) == 1
        self._along(path, x, bottom, wire, live, alone=alone)

    def _track_y(self, number: int, upper: str) -> float:
        layer = next(layer for layer, row in enumerate(self.place.order) if upper in row)
        return self.level[layer] + self._below(layer) + TRACK * (self.tracks.of[number, upper] + 0.5)

    def _along(
        self, path: list[Point], x: float, bottom: float, wire: Connection, live: list[bool], *, alone: bool
    ) -> None:
        first = bottom - PART * len(wire.parts) - 4
        ys = [first + PART * place for place in range(len(wire.parts))]
        self._line([*path, (x, ys[0] if ys else bottom)], live[0])
        for place, (part, y) in enumerate(zip(wire.parts, ys, strict=True)):
            end = ys[place + 1] if place + 1 < len(ys) else bottom
            self._line([(x, y), (x, end)], live[place + 1])
            self._part(part, x, y, live[place] or live[place + 1], upright=True, alone=alone)

    def _tie(self, number: int, wire: Connection, live: list[bool]) -> None:
        one, other = wire.a, wire.b
        y = self._y(one)
        if beside(self.place.order, one, other):
            if self.place.center[one] > self.place.center[other]:
                one, other, wire, live = other, one, wire.turned(), live[::-1]
            left = self._x(one, self.place.width[one] / 2)
            right = self._x(other, -self.place.width[other] / 2)
            self._across(left, right, y, wire, live)
            return
        low = self._track_y(number, one)
        if self.place.center[one] > self.place.center[other]:
            one, other, wire, live = other, one, wire.turned(), live[::-1]
        left, right = (
            self._x(one, self.place.down_port[one, number]),
            self._x(other, self.place.down_port[other, number]),
        )
        self._line([(left, y), (left, low)], live[0])
        self._line([(right, y), (right, low)], live[-1])
        self._across(left, right, low, wire, live)

    def _across(self, left: float, right: float, y: float, wire: Connection, live: list[bool]) -> None:
        step = (right - left) / (len(wire.parts) + 1)
        for place in range(len(wire.parts) + 1):
            self._line([(left + step * place, y), (left + step * (place + 1), y)], live[place])
        for place, part in enumerate(wire.parts):
            self._part(part, left + step * (place + 1), y, live[place] or live[place + 1], upright=False)

    def _line(self, points: list[Point], live: bool) -> None:
        self.canvas.line(
            points, color=LIVE if live else DEAD, width=1.5 if live else 1.1, style="-" if live else (0, (3, 2)), z=2
        )

    # -- symbols ---------------------------------------------------------------------------------------------------
    def _part(self, part: Part, x: float, y: float, live: bool, *, upright: bool, alone: bool = True) -> None:
        color = LIVE if live else GREY
        if part.is_switch:
            self._switch(part, x, y)
        elif part.kind == "trafo":
            dx, dy = (0.0, 3.6) if upright else (3.6, 0.0)
            self.canvas.rect(x - 5 - dx, y - 5 - dy, 10 + 2 * dx, 10 + 2 * dy, fill="#ffffff", z=2.5)
            self.canvas.circle(x - dx, y - dy, 5.6, edge=color, line=1.2)
            self.canvas.circle(x + dx, y + dy, 5.6, edge=color, line=1.2)
        elif part.kind == "ups":
            self.canvas.rect(x - 13, y - 7, 26, 14, fill="#ffffff", edge=color, line=1.2, z=3)
            self.canvas.text(x, y, "UPS", size=SIZE, align="center")
        elif part.kind == "many":
            self.canvas.rect(x - 7, y - 6, 14, 12, fill="#ffffff", z=3)
            for shift in (-2, 2):
                self.canvas.line([(x - 5, y + shift + 2), (x + 5, y + shift - 2)], color=GREY, width=0.9, z=4)
        self._part_label(part, x, y, upright=upright, alone=alone)
        if part.id in self.faulted:
            self._strike(x, y, 7)

    def _part_label(self, part: Part, x: float, y: float, *, upright: bool, alone: bool) -> None:
        if part.kind == "line" and part.id not in self.faulted:
            return
        words = text(self.lang, "report-oneline-sections", n=int(part.id)) if part.kind == "many" else part.id
        shift = {"ups": 15.0, "trafo": 8.0}.get(part.kind, 7.0)
        color = ALARM if part.id in self.faulted else INK
        if upright:
            room = 46.0 if alone else TOP_SLOT - shift - 3
            self.canvas.text(x + shift, y, shortened(words, room / SIZE), size=SIZE, color=color, halo=True)
        else:
            self.canvas.text(x, y - 11, shortened(words, 7), size=SIZE, align="center", color=color, halo=True)

    def _switch(self, part: Part, x: float, y: float) -> None:
        closed = part.id in self.shot.closed
        fill = INK if closed else "#ffffff"
        edge = ALARM if part.id in self.faulted else INK
        if part.kind == "CB":
            self.canvas.rect(x - 4.2, y - 4.2, 8.4, 8.4, fill=fill, edge=edge, line=1.2, z=4)
        elif part.kind == "DS":
            self.canvas.polygon(
                [(x, y - 5.5), (x + 5, y), (x, y + 5.5), (x - 5, y)], fill=fill, edge=edge, line=1.2, z=4
            )
        else:
            self.canvas.circle(x, y, 4.4, fill=fill, edge=edge, line=1.2, z=4)

    def _strike(self, x: float, y: float, size: float) -> None:
        self.canvas.line([(x - size, y + size), (x + size, y - size)], color=ALARM, width=1.8, z=7)

    # -- bars ------------------------------------------------------------------------------------------------------
    def _bar(self, bus: str) -> None:
        x, y, width = self._x(bus), self._y(bus), self.place.width[bus]
        live = bus in self.shot.live
        self.canvas.rect(
            x - width / 2,
            y - 2,
            width,
            4,
            fill=LIVE if live else "#ffffff",
            edge=LIVE if live else GREY,
            line=0.9,
            z=4.5,
        )
        self._bus_name(bus, y, live)
        for number, source in enumerate(self.picture.sources.get(bus, ())):
            self._source(source, self._x(bus, self.place.up_port[bus, -1 - number]), y)
        for load in self.picture.loads.get(bus, ()):
            self._load(load, self._x(bus, self.place.load_port[load]), y)
        if bus in self.faulted:
            self._strike(x, y, 6)

    def _bus_name(self, bus: str, y: float, live: bool) -> None:
        ports = [at for (node, _), at in self.place.up_port.items() if node == bus]
        left = self._x(bus, max(ports) + 5 if ports else 3 - self.place.width[bus] / 2)
        lines = bus_lines(bus)
        for number, line in enumerate(lines):
            rise = 7 + (len(lines) - 1 - number) * (SIZE + 0.9)
            self.canvas.text(left, y - rise, line, size=SIZE, bold=True, color=INK if live else "#5b6169")

    def _source(self, source: str, x: float, y: float) -> None:
        state = self.shot.sources.get(source, "dead")
        live = state == "live"
        genset = source in self.case.dossier.site.sources and self.case.dossier.site.sources[source].kind == "genset"
        self._line([(x, y), (x, y - 24)], live)
        self.canvas.circle(x, y - 31, 7.5, fill="#ffffff", edge=LIVE if live else GREY, line=1.4)
        self.canvas.text(x, y - 31, "G" if genset else "~", size=8.5, align="center", bold=True)
        self.canvas.text(
            x,
            y - 45,
            f"{self.names.of(source)} {text(self.lang, f'report-source-{state}')}",
            size=SIZE,
            align="center",
            color=INK if live else ALARM,
        )
        if source in self.faulted or state == "failed":
            self.canvas.line([(x - 8, y - 23), (x + 8, y - 39)], color=ALARM, width=1.8, z=7)

    def _load(self, load: str, x: float, y: float) -> None:
        dark = load in self.shot.dark_loads
        self._line([(x, y), (x, y + 10)], not dark)
        self.canvas.polygon(
            [(x - 4.5, y + 10), (x + 4.5, y + 10), (x, y + 17)],
            fill="#ffffff" if dark else LIVE,
            edge=ALARM if dark else LIVE,
            line=1.1,
        )
        lines = balanced(self.names.of(load), (SLOT - 3) / SIZE, 3)
        for number, line in enumerate(lines):
            self.canvas.text(x, y + 23.5 + number * 8.6, line, size=SIZE, align="center", color=ALARM if dark else INK)
        kw = self.demand.get(load)
        if kw is not None:
            self.canvas.text(
                x, y + 23.5 + len(lines) * 8.6, f"{kw:.0f} kW", size=SIZE - 1, align="center", color="#5b6169"
            )

    # -- words -----------------------------------------------------------------------------------------------------
    def _words(self) -> str:
        dark = sum(self.demand.get(load, 0.0) for load in sorted(self.shot.dark_loads))
        words = text(
            self.lang, "report-oneline-caption", at=duration_text(self.lang, self.at_ms), dark=f"{dark:.0f}",
            all=f"{sum(self.demand.values()):.0f}", loads=len(self.shot.dark_loads),
        )  # fmt: skip
        left_out = self.picture.left_out
        return f"{words} {text(self.lang, 'report-oneline-excerpt', n=left_out)}" if left_out else words

    def _caption(self) -> None:
        self.canvas.text(6, 10, self._words(), size=SIZE + 0.4, bold=True)

    def _legend(self) -> None:
        y = self.canvas.height_pt - 26
        x = 8.0
        for kind in ("live", "dead", "closed", "open", "dark", "fault"):
            words = text(self.lang, f"report-oneline-{kind}")
            wide = em_width(words) * SIZE + 34
            if x + wide > self.canvas.width_pt:
                x, y = 8.0, y + 14
            self._swatch(kind, x, y)
            self.canvas.text(x + 22, y, words, size=SIZE)
            x += wide

    def _swatch(self, kind: str, x: float, y: float) -> None:
        if kind in ("live", "dead"):
            self._line([(x, y), (x + 18, y)], kind == "live")
        elif kind in ("closed", "open"):
            fill = INK if kind == "closed" else "#ffffff"
            self.canvas.rect(x + 1, y - 3.6, 7.2, 7.2, fill=fill, edge=INK, line=1.1, z=4)
            self.canvas.circle(x + 14, y, 3.7, fill=fill, line=1.1, z=4)
        elif kind == "dark":
            self.canvas.polygon(
                [(x + 5, y - 3), (x + 14, y - 3), (x + 9.5, y + 4)], fill="#ffffff", edge=ALARM, line=1.1
            )
        else:
            self.canvas.line([(x + 5, y + 4.5), (x + 14, y - 4.5)], color=ALARM, width=1.8)


def _live_sections(wire: Connection, shot: Snapshot) -> list[bool]:
    """Whether each stretch of the connection is live: before the first part, between parts, after the last."""
    return [
        a or b
        for a, b in zip(_reach(wire.a, wire.parts, shot), reversed(_reach(wire.b, wire.parts[::-1], shot)), strict=True)
    ]


def _reach(bus: str, parts: Iterable[Part], shot: Snapshot) -> list[bool]:
    found = [bus in shot.live]
    for part in parts:
        through = part.kind != "ups" and (not part.is_switch or part.id in shot.closed)
        found.append(found[-1] and through)
    return found


def _faulted(journal: Journal, at_ms: int) -> frozenset[str]:
    """What was under a fault at the moment: everything `fault_begins` named and `fault_ends` did not."""
    found: dict[str, None] = {}
    for event in journal.of("fault_begins", "fault_ends"):
        if event.t_ms <= at_ms:
            for name in event.data["targets"]:
                if event.type == "fault_begins":
                    found[name] = None
                else:
                    found.pop(name, None)
    return frozenset(found)


def _bend_order(bend: tuple[float, float, int, str, str]) -> tuple[int, float, int]:
    left, right, number, _, way = bend
    return ("tie", "left", "right").index(way), right if way == "left" else -left, number


class _Tracks:
    """Which horizontal track each bent wire uses below each layer."""

    def __init__(self) -> None:
        self.of: dict[tuple[int, str], int] = {}
        self.used: dict[int, int] = {}

    def count_in(self, layer: int) -> int:
        return self.used.get(layer, 0)


def _tracks(place: Placed) -> _Tracks:
    """Bent wires below one layer get tracks so that no two horizontals touch, and neighbours that bend the same way
    do not cross: of those to the left the leftmost lies highest, of those to the right the rightmost."""
    found = _Tracks()
    for layer, row in enumerate(place.order):
        bends = []
        for number, chain in enumerate(place.chains):
            for upper, lower in zip(chain, chain[1:], strict=False):
                if upper not in row:
                    continue
                tie = lower in row
                if tie and beside(place.order, upper, lower):
                    continue
                down = place.down_port.get((upper, number), 0.0)
                x1 = place.center[upper] + down
                x2 = place.center[lower] + (place.down_port[lower, number] if tie else place.up_port[lower, number])
                if abs(x1 - x2) > 0.5:
                    bends.append(
                        (min(x1, x2), max(x1, x2), number, upper, "tie" if tie else "left" if x2 < x1 else "right")
                    )
        taken: list[tuple[float, float, int, str]] = []
        for left, right, number, upper, way in sorted(bends, key=_bend_order):
            pad = 30.0 if way == "tie" else 6.0
            meets = [(track, other) for a, b, track, other in taken if a < right + pad and left - pad < b]
            least = 1 + max((track for track, other in meets if other == way), default=-1)
            track = next(t for t in range(least, least + len(meets) + 1) if all(t != used for used, _ in meets))
            taken.append((left, right, track, way))
            found.of[number, upper] = track
        found.used[layer] = 1 + max((track for _, _, track, _ in taken), default=-1)
    return found

"""The one-line diagram of a screen that follows a drill: placed once, drawn anew in some milliseconds for each state.

A state is what somebody knows, or what is so. A thing nobody knows is drawn as such: a question mark for a blade,
a thin line. Things that follow from what is known are drawn too: dead behind an open switch, live behind a closed one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drillsim.documents.names import names_of
from drillsim.documents.pictures.canvas import ALARM, INK, SOFT
from drillsim.documents.pictures.measure import shortened
from drillsim.documents.pictures.oneline.diagram import Diagram, Part
from drillsim.documents.pictures.oneline.excerpt import main_part
from drillsim.documents.pictures.oneline.layout import Layout, layout
from drillsim.documents.pictures.oneline.plain import Plain
from drillsim.documents.pictures.oneline.scene import Feed, Label, Symbol
from drillsim.documents.pictures.oneline.symbols import Look, conductor, draw
from drillsim.documents.pictures.oneline.wording import SIZE, Wording
from drillsim.schema import Dossier
from drillsim.texts import Lang, has, text

MOST = (40, 28, 20, 14, 10, 7, 5)
"""So many buses are tried until the diagram fits on a small sheet: what does not is read by nobody across a room."""
SCREEN = (1200.0, 500.0)
"""A drawing no larger than this can be read on a projector's screen, points."""
LARGE = SIZE * 1.75
MARGIN = 6.0
_SOURCE_EM = 8.0
_NO_NOTES = {"ATS": "", "STS": "", "BZT": ""}

Fact = tuple[str, str]
"""A kind and an id: `switch`, `bus` or `source`."""


@dataclass(frozen=True, slots=True)
class Told:
    """One state: its value, and how old it is."""

    value: str
    age_min: int | None = None
    """Whole minutes since it was so; None for what is so now."""
    before: bool = False
    """True where it stood before the drill and nobody has looked since."""


class LiveOneline:
    """The part of a customer's network that its plan operates, for one language."""

    def __init__(self, dossier: Dossier, lang: Lang) -> None:
        self._names, self._lang = names_of(dossier, lang), lang
        self._picture, self._placed = self._fitting(dossier)

    @property
    def left_out(self) -> int:
        """Return the number of buses that are not drawn."""
        return self._picture.left_out

    @property
    def drawn(self) -> frozenset[str]:
        """Return the buses that are drawn."""
        return frozenset(self._picture.buses)

    def svg(self, facts: Mapping[Fact, Told], description: str) -> str:
        """Return the picture of a state as one `<svg>` element; `description` says whose knowledge it is."""
        state, plain, found = _State(self._picture, facts), Plain(), self._placed.scene
        for wire in found.wires:
            conductor(plain, wire.points, live=state.live(wire.feed))
        for symbol in found.symbols:
            draw(plain, symbol, state.look(symbol))
        for label in found.labels:
            self._write(plain, label, state)
        width, height = self._placed.width + 2 * MARGIN, self._placed.height + 2 * MARGIN
        return plain.drawn(width, height, "oneline", text(self._lang, "drill-oneline"), description, margin=MARGIN)

    def _write(self, plain: Plain, label: Label, state: _State) -> None:
        words, color = label.words, SOFT if label.soft else INK
        told = state.told(label.of)
        if words in (self._tag, self._state_room):
            words, color = self._told(told, with_value=words == self._state_room), SOFT
        if told is not None and told.value in ("dead", "failed"):
            color = ALARM
        plain.text(label.x, label.y, words, size=label.size, align=label.align, bold=label.bold, color=color)

    def _told(self, told: Told | None, *, with_value: bool) -> str:
        if told is None:
            return "?"
        age = ""
        if told.before:
            age = text(self._lang, "drill-before-drill")
        elif told.age_min is not None:
            age = text(self._lang, "drill-age-min", n=told.age_min)
        name = f"report-source-{told.value}"
        value = (text(self._lang, name) if has(name) else told.value) if with_value else ""
        return f"{value} {age}".strip()

    @property
    def _tag(self) -> str:
        return text(self._lang, "drill-age-min", n=88)

    @property
    def _state_room(self) -> str:
        return f"{text(self._lang, 'report-source-dead')} {self._tag}"

    def _fitting(self, dossier: Dossier) -> tuple[Diagram, Layout]:
        found = []
        for most in MOST:
            picture = main_part(dossier, most)
            placed = layout(picture, self._wording(picture), "a3")
            found.append((min(SCREEN[0] / placed.width, SCREEN[1] / placed.height), picture, placed))
            if found[-1][0] >= 1:
                break
        _, picture, placed = max(found, key=lambda each: each[0])
        return picture, placed

    def _wording(self, picture: Diagram) -> Wording:
        sources = {
            name: (shortened(self._names.of(name), _SOURCE_EM), self._state_room)
            for at in picture.sources.values()
            for _, name in at
        }
        sections = {
            int(part.id): text(self._lang, "report-oneline-sections", n=int(part.id)) if part.id != "1" else ""
            for wire in picture.connections
            for part in wire.parts
            if part.kind == "many"
        }
        return Wording(
            {}, sources, _NO_NOTES, sections, size=LARGE, small=LARGE, tag=self._tag, bar_tag=self._state_room
        )


class _State:
    """The facts that are known, and what follows from it on each stretch of a connection."""

    def __init__(self, picture: Diagram, facts: Mapping[Fact, Told]) -> None:
        self._facts, self._picture = facts, picture
        self._nodes = {bus: self._is("bus", bus, "live", "dead") for bus in picture.buses}
        for star in picture.transformers:
            self._nodes[star] = self._star(star)
        self._sections = [self._stretches(wire.a, wire.b, wire.parts) for wire in picture.connections]

    def told(self, ident: str) -> Told | None:
        """Return what is known of something."""
        kinds = ("bus",) if ident in self._picture.buses else ("source", "switch")
        return next((found for kind in kinds if (found := self._facts.get((kind, ident))) is not None), None)

    def live(self, feed: Feed) -> bool | None:
        """Return whether what hangs on this is live; None where nobody knows."""
        if isinstance(feed, tuple):
            return self._sections[feed[0]][feed[1]]
        if feed.startswith("source "):
            return self._is("source", feed.removeprefix("source "), "live", "")
        return self._nodes.get(feed)

    def look(self, symbol: Symbol) -> Look:
        """Return the look of a symbol."""
        source = self._facts.get(("source", symbol.id))
        return Look(
            live=tuple(self.live(feed) for feed in symbol.feed) or (True,),
            closed=self._is("switch", symbol.id, "closed", "open"),
            lost=source is not None and source.value == "failed",
        )

    def _is(self, kind: str, ident: str, yes: str, no: str) -> bool | None:
        """True or false where it is known; with an empty `no` whatever is not `yes` is none."""
        told = self._facts.get((kind, ident))
        if told is None:
            return None
        return True if told.value == yes else False if no in ("", told.value) else None

    def _star(self, star: str) -> bool | None:
        ends = [
            self._reach(wire.b if wire.a == star else wire.a, wire.parts if wire.b == star else wire.parts[::-1])[-1]
            for wire in self._picture.connections
            if star in (wire.a, wire.b)
        ]
        return True if True in ends else None if None in ends else False

    def _stretches(self, a: str, b: str, parts: tuple[Part, ...]) -> tuple[bool | None, ...]:
        there, back = self._reach(a, parts), self._reach(b, parts[::-1])
        pairs = zip(there, reversed(back), strict=True)
        return tuple(True if True in pair else None if None in pair else False for pair in pairs)

    def _reach(self, node: str, parts: Iterable[Part]) -> list[bool | None]:
        """Return what reaches each stretch from this end: voltage, none, or nobody knows."""
        found: list[bool | None] = [self._nodes.get(node)]
        for part in parts:
            closed = self._is("switch", part.id, "closed", "open") if part.is_switch else True
            if closed is False or part.kind in ("ups", "ups_bypass") or found[-1] is False:
                found.append(False)
            else:
                found.append(found[-1] if closed else None)
        return found


__all__ = ["Fact", "LiveOneline", "Told"]

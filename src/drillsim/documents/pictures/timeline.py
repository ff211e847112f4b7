"""The timeline: steps by person with their waits by reason, and on the same axis what went dark and how stores fell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drillsim.documents.names import RESTART, Names, names_of
from drillsim.documents.pictures.canvas import ALARM, FAINT, GREY, INK, LIVE, Box, Canvas
from drillsim.documents.pictures.lanes import WORK, Bar, Item, Lane, lanes, packed
from drillsim.documents.pictures.marks import Mark, marks
from drillsim.documents.pictures.measure import em_width, shortened, wrapped
from drillsim.documents.pictures.time_scale import TimeScale, time_scale
from drillsim.documents.wording import reason_text, state_text
from drillsim.journal.record import Journal
from drillsim.journal.timeline import Interval, function_outages, load_outages, store_levels
from drillsim.schema.dossier import Case
from drillsim.texts import Lang, text
from drillsim.texts.quantity import duration_text, list_text

WIDTH = 640.0
GUTTER = 104.0
RIGHT = 12.0
SIZE = 7.4
ROW = 13.2
THIN = 11.4
STORE_ROW = 32.0

STYLES: dict[str, tuple[str, str | None]] = {
    WORK: ("#2f5d8a", None),
    "travel": ("#f7e7b4", None),
    "not_known": ("#e9d5f0", "////"),
    "permit": ("#f6c9a8", "\\\\\\\\"),
    "order": ("#f6dcc8", "||||"),
    "person_busy": ("#f3b0b0", "xxxx"),
    "resource": ("#cfe3d4", "+++"),
    "interlock": ("#d6d6d6", "||||"),
    "no_access": ("#e3c4a0", "-----"),
    "store": ("#c9dff0", "--"),
}
"""Fill and hatch of each kind of bar: the hatch alone tells them apart."""
FUNCTION_STYLES: dict[str, tuple[str, str | None]] = {
    "riding_through": ("#fbe9b7", "||||"),
    "lost": ("#3a3f46", None),
    "restarting": ("#b9c7d8", "////"),
    "harmed": ("#b3261e", "xxxx"),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture and the room its labels take, for tests."""

    svg: str
    labels: tuple[tuple[Box, str], ...]


def timeline(case: Case, journal: Journal, lang: Lang) -> Drawn:
    """The picture of one run in `lang`."""
    names = names_of(case.dossier, lang)
    rows = lanes(journal, case.dossier)
    scale = time_scale(_moments(journal, rows), GUTTER, WIDTH - RIGHT)
    sheet = _Sheet(case, journal, names, scale, rows)
    return sheet.drawn()


def _moments(journal: Journal, rows: tuple[Lane, ...]) -> Iterator[int]:
    yield journal.start_ms
    yield 0
    yield journal.end_ms
    for lane in rows:
        for item in lane.items:
            yield from (t for bar in item.bars for t in (bar.start_ms, bar.end_ms))
    for outages in (load_outages(journal), function_outages(journal)):
        yield from (t for spans in outages.values() for span in spans for t in (span.start_ms, span.end_ms))
    yield from (event.t_ms for event in journal.of("function_changed"))
    yield from (mark.t_ms for mark in marks(journal))


class _Sheet:
    """Measures first, then draws from top to bottom."""

    def __init__(self, case: Case, journal: Journal, names: Names, scale: TimeScale, rows: tuple[Lane, ...]) -> None:
        self.case, self.journal, self.names, self.scale, self.rows = case, journal, names, scale, rows
        self.lang = names.lang
        self.loads = _shown_loads(case, journal)
        self.functions = tuple(case.dossier.site.functions)[:12]
        self.stores = _shown_stores(case, journal)
        self.flags = _packed_flags(journal, names, scale)
        self.placed = {lane.who: _packed_items(lane, names, scale) for lane in rows}
        height = self._height()
        self.canvas = Canvas(WIDTH, height, f"timeline-{self.lang}")
        self.used: set[str] = set()

    def drawn(self) -> Drawn:
        y = self._flags(6.0)
        top = y
        y = self._people(y)
        y = self._loads(y)
        y = self._functions(y)
        y = self._stores(y)
        self._axis(top, y)
        self._legend(y + 22)
        title = text(self.lang, "report-timeline-title")
        return Drawn(self.canvas.svg(title, self._description(), f"timeline-{self.lang}"), tuple(self.canvas.labels))

    # -- measuring -------------------------------------------------------------------------------------------------
    def _height(self) -> float:
        people = sum(max((row for _, _, row in placed), default=0) * ROW + ROW + 6 for placed in self.placed.values())
        flags = (max((row for _, _, row in self.flags), default=-1) + 1) * 11.0
        heads = 14.0 * (1 + bool(self.loads) + bool(self.functions) + bool(self.stores))
        rows = len(self.loads) * THIN + len(self.functions) * THIN + len(self.stores) * STORE_ROW
        return flags + people + heads + rows + 26 + 2 * 14 + 40

    # -- parts -----------------------------------------------------------------------------------------------------
    def _flags(self, y: float) -> float:
        rows = max((row for _, _, row in self.flags), default=-1) + 1
        for mark, words, row in self.flags:
            x, at = self.scale.x(mark.t_ms), y + 11.0 * row + 5
            self.canvas.line([(x, at + 5), (x, y + 11.0 * rows + 4)], color=GREY, width=0.5)
            align = _flag_side(x, words)
            self.canvas.text(
                x + (5 if align == "left" else -5),
                at,
                words,
                size=SIZE - 0.4,
                align=align,
                color=ALARM if mark.bad else LIVE,
            )
            self.canvas.polygon(
                [(x - 2.5, at - 2.5), (x + 2.5, at - 2.5), (x, at + 3)], fill=ALARM if mark.bad else LIVE, edge="none"
            )
        return y + 11.0 * rows + 4

    def _head(self, y: float, message: str) -> float:
        self.canvas.line([(4, y + 2), (WIDTH - RIGHT, y + 2)], color=GREY, width=0.6)
        self.canvas.text(4, y + 8.5, text(self.lang, message), size=SIZE, bold=True)
        return y + 14

    def _people(self, y: float) -> float:
        y = self._head(y, "report-timeline-people")
        for lane in self.rows:
            placed = self.placed[lane.who]
            height = (max(row for _, _, row in placed) + 1) * ROW + 6
            self._gutter(y, height, self.names.of(lane.who) if lane.who else text(self.lang, "report-timeline-nobody"))
            for item, label, row in placed:
                self._item(item, label, y + 3 + row * ROW)
            y += height
            self.canvas.line([(4, y), (WIDTH - RIGHT, y)], color=FAINT, width=0.5)
        return y

    def _gutter(self, y: float, height: float, words: str) -> None:
        lines = wrapped(words, (GUTTER - 12) / SIZE, 2 if height >= 20 else 1)
        middle = y + height / 2 - (len(lines) - 1) * SIZE * 0.6
        for place, line in enumerate(lines):
            self.canvas.text(6, middle + place * SIZE * 1.2, line, size=SIZE)

    def _item(self, item: Item, label: str, y: float) -> None:
        for bar in item.bars:
            self._bar(bar, y)
        left, right = self.scale.x(item.start_ms), self.scale.x(item.end_ms)
        align, x = _label_side(left, max(right, left + 1.5), label)
        failed = item.state in ("failed", "timed_out")
        self.canvas.text(x, y + ROW / 2, label, size=SIZE, align=align, color=ALARM if failed else INK)

    def _bar(self, bar: Bar, y: float) -> None:
        self.used.add(bar.kind)
        fill, hatch = STYLES.get(bar.kind, ("#dddddd", "//"))
        left, right = self.scale.x(bar.start_ms), self.scale.x(bar.end_ms)
        thick = bar.kind == WORK
        self.canvas.rect(
            left,
            y + (2.5 if thick else 4),
            max(right - left, 1.5),
            ROW - (5 if thick else 8),
            fill=fill,
            edge=INK,
            hatch=hatch,
            line=0.5,
        )

    def _loads(self, y: float) -> float:
        if not self.loads:
            return y
        y = self._head(y, "report-timeline-loads")
        outages = load_outages(self.journal)
        for load in self.loads:
            self._gutter(y, THIN, self.names.of(load))
            self._span_row(
                y,
                outages.get(load, ()),
                self.case.dossier.site.loads[load].max_interruption if load in self.case.dossier.site.loads else None,
            )
            y += THIN
        return y

    def _span_row(self, y: float, spans: tuple[Interval, ...], limit: int | None) -> None:
        self.canvas.line([(GUTTER, y + THIN / 2), (WIDTH - RIGHT, y + THIN / 2)], color=LIVE, width=1.2)
        for span in spans:
            left, right = self.scale.x(span.start_ms), self.scale.x(span.end_ms)
            self.canvas.rect(left, y + 2.5, max(right - left, 1.5), THIN - 5, fill="#3a3f46", edge=INK, line=0.4)
            if limit is not None and span.ms > limit:
                x = self.scale.x(span.start_ms + limit)
                self.used.add("limit")
                self.canvas.line([(x, y + 1), (x, y + THIN - 1)], color="#ff6b5e", width=1.6, z=5)
        self._span_labels(y, spans, limit)

    def _span_labels(self, y: float, spans: tuple[Interval, ...], limit: int | None) -> None:
        free = [(GUTTER, WIDTH - RIGHT)]
        for span in sorted(spans, key=lambda each: (-each.ms, each.start_ms))[:4]:
            words = duration_text(self.lang, span.ms) + (text(self.lang, "report-timeline-still") if span.open else "")
            wide = em_width(words) * SIZE + 4
            left, right = self.scale.x(span.start_ms), self.scale.x(span.end_ms)
            mark = self.scale.x(span.start_ms + limit) if limit is not None and span.ms > limit else left
            left = mark if mark - left < wide + 8 else left
            inside = right - left > wide + 8
            start = left + 5 if inside else right + 3 if right + wide < WIDTH - RIGHT else left - wide
            room = next((each for each in free if each[0] <= start and start + wide <= each[1]), None)
            if room is None:
                continue
            free.remove(room)
            free += [(room[0], start), (start + wide, room[1])]
            self.canvas.text(
                start + 1, y + THIN / 2, words, size=SIZE - 0.4, color="#ffffff" if inside else INK, halo=not inside
            )

    def _functions(self, y: float) -> float:
        if not self.functions:
            return y
        y = self._head(y, "report-timeline-functions")
        for function in self.functions:
            self._gutter(y, THIN, self.names.of(function))
            self.canvas.line([(GUTTER, y + THIN / 2), (WIDTH - RIGHT, y + THIN / 2)], color=LIVE, width=1.2)
            for start, end, state in _states(self.journal, function):
                self._state(y, start, end, state)
            y += THIN
        return y

    def _state(self, y: float, start: int, end: int, state: str) -> None:
        if state not in FUNCTION_STYLES:
            return
        self.used.add(f"function-{state}")
        fill, hatch = FUNCTION_STYLES[state]
        left, right = self.scale.x(start), self.scale.x(end)
        self.canvas.rect(left, y + 2.5, max(right - left, 1.5), THIN - 5, fill=fill, edge=INK, hatch=hatch, line=0.4)
        words = text(self.lang, f"report-function-{state.replace('_', '-')}")
        if em_width(words) * SIZE + 8 < right - left:
            if hatch:
                self.canvas.text((left + right) / 2, y + THIN / 2, words, size=SIZE - 0.8, align="center", halo=True)
            else:
                self.canvas.text(
                    (left + right) / 2, y + THIN / 2, words, size=SIZE - 0.8, align="center", color="#ffffff"
                )

    def _stores(self, y: float) -> float:
        if not self.stores:
            return y
        y = self._head(y, "report-timeline-stores")
        for store in self.stores:
            capacity = self.case.dossier.site.stores[store].capacity_l
            self._gutter(y, STORE_ROW, self.names.of(store))
            self._curve(y + 6, STORE_ROW - 12, store, capacity)
            y += STORE_ROW
        return y

    def _curve(self, y: float, height: float, store: str, capacity: float) -> None:
        points = store_levels(self.journal, store)
        self.canvas.rect(GUTTER, y, WIDTH - RIGHT - GUTTER, height, edge=FAINT, line=0.5)
        self.canvas.line(
            [(self.scale.x(t), y + height * (1 - level / capacity)) for t, level in self._bent(points)],
            color="#2f5d8a",
            width=1.3,
        )
        words = text(
            self.lang,
            "report-timeline-litres",
            first=f"{points[0][1]:.0f}",
            last=f"{points[-1][1]:.0f}",
            capacity=f"{capacity:.0f}",
        )
        low = points[-1][1] > capacity / 2
        self.canvas.text(WIDTH - RIGHT - 3, y + (height - 5 if low else 5), words, size=SIZE - 0.6, align="right")

    def _bent(self, points: tuple[tuple[int, float], ...]) -> list[tuple[int, float]]:
        """The level's corner points, and a point wherever the axis changes its scale, so that lines bend there."""
        found = list(points)
        for cut in self.scale.cuts:
            for t_ms in (cut.start_ms, cut.end_ms):
                before = [p for p in points if p[0] <= t_ms]
                after = [p for p in points if p[0] > t_ms]
                if before and after:
                    (t0, l0), (t1, l1) = before[-1], after[0]
                    found.append((t_ms, l0 + (l1 - l0) * (t_ms - t0) / (t1 - t0)))
        return sorted(found)

    # -- frame -----------------------------------------------------------------------------------------------------
    def _axis(self, top: float, bottom: float) -> None:
        self.canvas.line([(GUTTER, top), (GUTTER, bottom)], color=GREY, width=0.6)
        ticks = self.scale.ticks(34)
        for t_ms in ticks:
            x = self.scale.x(t_ms)
            self.canvas.line([(x, top), (x, bottom + 3)], color=FAINT, width=0.5, z=0.5)
            self.canvas.text(x, bottom + 9, _clock(t_ms), size=SIZE - 0.6, align="center")
        for cut in self.scale.cuts:
            middle = (cut.left + cut.right) / 2
            for x in (middle - 2, middle + 2):
                self.canvas.line([(x - 2, bottom + 4), (x + 2, bottom - 4)], color=INK, width=0.8)
            self.canvas.rect(middle - 2, top, 4, bottom - top - 4, fill="#ffffff", z=4)
            for x in (middle - 2, middle + 2):
                self.canvas.line([(x, top), (x, bottom - 4)], color=GREY, width=0.5, style=":", z=4.5)
        self.canvas.text(6, bottom + 9, text(self.lang, "report-timeline-axis"), size=SIZE - 0.6, color=GREY)

    def _legend(self, y: float) -> None:
        x = 6.0
        for kind, words in self._legend_words():
            wide = em_width(words) * SIZE + 24
            if x + wide > WIDTH - RIGHT:
                x, y = 6.0, y + 13
            self._swatch(x, y, kind)
            self.canvas.text(x + 17, y, words, size=SIZE - 0.4)
            x += wide

    def _legend_words(self) -> Iterator[tuple[str, str]]:
        for kind in STYLES:
            if kind in self.used:
                yield kind, text(self.lang, "report-timeline-work") if kind == WORK else reason_text(self.lang, kind)
        yield "live", text(self.lang, "report-timeline-live")
        yield "dark", text(self.lang, "report-timeline-dark")
        for state in FUNCTION_STYLES:
            if f"function-{state}" in self.used and state != "lost":
                yield f"function-{state}", text(self.lang, f"report-function-{state.replace('_', '-')}")
        if "limit" in self.used:
            yield "limit", text(self.lang, "report-timeline-limit")
        if self.scale.cuts:
            yield "cut", text(self.lang, "report-timeline-cut")

    def _swatch(self, x: float, y: float, kind: str) -> None:
        if kind == "live":
            self.canvas.line([(x, y), (x + 13, y)], color=LIVE, width=1.4)
        elif kind == "limit":
            self.canvas.rect(x, y - 3.5, 13, 7, fill="#3a3f46")
            self.canvas.line([(x + 6, y - 5), (x + 6, y + 5)], color="#ff6b5e", width=1.6, z=5)
        elif kind == "cut":
            for shift in (4, 8):
                self.canvas.line([(x + shift - 2, y + 4), (x + shift + 2, y - 4)], color=INK, width=0.8)
        else:
            fill, hatch = {
                "dark": ("#3a3f46", None),
                **STYLES,
                **{f"function-{k}": v for k, v in FUNCTION_STYLES.items()},
            }[kind]
            self.canvas.rect(x, y - 3.5, 13, 7, fill=fill, edge=INK, hatch=hatch, line=0.5)

    def _description(self) -> str:
        return text(
            self.lang, "report-timeline-description", people=len(self.rows), steps=sum(len(lane.items) for lane in self.rows),
            end=duration_text(self.lang, self.journal.end_ms),
        )  # fmt: skip


def _shown_loads(case: Case, journal: Journal) -> tuple[str, ...]:
    """Loads with a limit, then those that went dark, largest demand first; at most 14."""
    site, dark = case.dossier.site, load_outages(journal)
    demand = {row.name: row.p_mw for row in case.dossier.network.load}
    limited = [name for name in demand if name in site.loads and site.loads[name].max_interruption is not None]
    rest = sorted((name for name in demand if name not in limited and dark.get(name)), key=lambda name: -demand[name])
    return tuple((*sorted(limited, key=lambda name: not dark.get(name)), *rest)[:14])


def _shown_stores(case: Case, journal: Journal) -> tuple[str, ...]:
    """Stores whose level moved, at most three; the first one when none moved."""
    levels = {store: store_levels(journal, store) for store in case.dossier.site.stores}
    moved = [store for store, points in levels.items() if len({level for _, level in points}) > 1]
    return tuple(moved or [store for store, points in levels.items() if points][:1])[:3]


def _states(journal: Journal, function: str) -> Iterator[tuple[int, int, str]]:
    """(from, to, state) of a function over the run."""
    at, state = journal.start_ms, str(journal.initial.get("functions", {}).get(function, "normal"))
    for event in journal.of("function_changed"):
        if event.data["function"] == function:
            yield at, event.t_ms, state
            at, state = event.t_ms, str(event.data["state"])
    yield at, journal.end_ms, state


def _packed_flags(journal: Journal, names: Names, scale: TimeScale) -> list[tuple[Mark, str, int]]:
    """Flags with their words and the row each stands in, so that none covers another."""
    found, spans = [], []
    for mark in marks(journal):
        things = list_text(names.lang, [names.of(each) for each in mark.ids[:3]]) + ("…" if len(mark.ids) > 3 else "")
        words = shortened(text(names.lang, f"report-mark-{mark.what}", what=things), 34)
        x, wide = scale.x(mark.t_ms), em_width(words) * SIZE + 8
        left = x - 3 if _flag_side(x, words) == "left" else x - wide
        found.append((mark, words))
        spans.append((left, left + wide + 4))
    return [(mark, words, row) for (mark, words), row in zip(found, packed(spans), strict=True)]


def _packed_items(lane: Lane, names: Names, scale: TimeScale) -> list[tuple[Item, str, int]]:
    """Steps with their labels and the row each stands in."""
    labels = [_fitting(item, names, scale) for item in lane.items]
    spans = []
    for item, label in zip(lane.items, labels, strict=True):
        left, right = scale.x(item.start_ms), max(scale.x(item.end_ms), scale.x(item.start_ms) + 1.5)
        side, x = _label_side(left, right, label)
        wide = em_width(label) * SIZE
        spans.append(
            (min(left, x - (wide if side == "right" else 0)) - 2, max(right, x + (wide if side == "left" else 0)) + 4)
        )
    return [(item, label, row) for item, label, row in zip(lane.items, labels, packed(spans), strict=True)]


def _fitting(item: Item, names: Names, scale: TimeScale) -> str:
    """The longest label that fits on one side of the step's bar."""
    left, right = scale.x(item.start_ms), max(scale.x(item.end_ms), scale.x(item.start_ms) + 1.5)
    room = max(left - GUTTER, WIDTH - RIGHT - right) - 6
    for most_em in (18.0, 13.0, 9.0, 6.0, 0.0):
        label = _label(item, names, most_em)
        if em_width(label) * SIZE <= room:
            return label
    return shortened(label, room / SIZE)


def _label(item: Item, names: Names, most_em: float) -> str:
    """What stands beside a step's bar: id, wording, its longest wait, how it ended if not well."""
    if item.assists:
        return f"{item.step} {text(names.lang, 'report-timeline-assists')}"
    called = names.of(item.step)
    if item.step.startswith(f"{RESTART}["):
        parts = [shortened(called, max(most_em, 6.0))]
    else:
        parts = [item.step if called == item.step or not most_em else f"{item.step} {shortened(called, most_em)}"]
    wait = item.longest_wait
    if wait is not None and wait.end_ms > wait.start_ms:
        ms = duration_text(names.lang, wait.end_ms - wait.start_ms)
        parts.append(text(names.lang, "report-timeline-waits", reason=reason_text(names.lang, wait.kind), ms=ms))
    if item.state != "done":
        parts.append(state_text(names.lang, item.state))
    return " · ".join(parts)


def _clock(t_ms: int) -> str:
    """A moment as `0:34`, with seconds where they are not zero."""
    sign = "-" if t_ms < 0 else ""
    seconds = round(abs(t_ms) / 1000)
    words = f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}"
    return f"{words}:{seconds % 60:02}" if seconds % 60 else words


def _label_side(left: float, right: float, label: str) -> tuple[str, float]:
    wide = em_width(label) * SIZE
    if right + 3 + wide <= WIDTH - RIGHT:
        return "left", right + 3
    return "right", max(left - 3, GUTTER + wide)


def _flag_side(x: float, words: str) -> str:
    return "left" if x + em_width(words) * SIZE + 7 <= WIDTH - 2 else "right"

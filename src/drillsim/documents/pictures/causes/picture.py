"""The dependency picture: boxes with their time, what failed in them, and lines from causes to consequences."""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.documents.names import Names, in_roles, names_of
from drillsim.documents.pictures.canvas import ALARM, DARK, GREY, INK, PAPER, SOFT, Canvas, Drawn, Point
from drillsim.documents.pictures.canvas import Box as Room
from drillsim.documents.pictures.causes.columns import Placed, placed
from drillsim.documents.pictures.causes.failure import failures
from drillsim.documents.pictures.causes.fold import Box, Story, story
from drillsim.documents.pictures.causes.strips import Strip, clipped, strips
from drillsim.documents.pictures.frame import clock
from drillsim.documents.pictures.measure import wrapped
from drillsim.journal import Journal
from drillsim.schema import Case
from drillsim.texts import Lang, has, list_text, text

WIDE = 93.0
SIZE = 7.4
LINE = 8.8
MARGIN = 10.0
NAMED = 3
"""So many of a box's things are named, the rest are counted."""
_STYLES = {"fault": ("#fbe3e1", ALARM), "harmed": (ALARM, ALARM), "lost": (DARK, DARK)}


@dataclass(frozen=True, slots=True)
class _Words:
    """The words in one box."""

    time: str
    lines: tuple[str, ...]


def causes(case: Case, journal: Journal, lang: Lang) -> tuple[Drawn, ...]:
    """The picture of what failed because of what, in `lang`, in as many sheets as it needs to be read on A4; none when
    nothing failed."""
    demand = {name: state["demand_kw"] for name, state in journal.initial.get("loads", {}).items()}
    told = story(failures(case.dossier, journal))
    if not told.boxes:
        return ()
    names = in_roles(names_of(case.dossier, lang), case.dossier)
    words = [_box_words(names, box, demand) for box in told.boxes]
    found = placed(told, [13.0 + LINE * len(each.lines) + 4.0 for each in words], WIDE)
    cut = strips(found.lefts, found.width, found.height)
    return tuple(_drawn(told, words, found, lang, each, number) for number, each in enumerate(cut, 1))


def _drawn(told: Story, words: list[_Words], found: Placed, lang: Lang, strip: Strip, number: int) -> Drawn:
    width = max(strip.right - strip.left + 2 * MARGIN, 430.0)
    canvas = Canvas(width, f"causes{number}-{lang}")
    caption = _caption(told, lang)
    lines = wrapped(caption, (width - 2 * MARGIN) / SIZE, 2)
    for place, line in enumerate(lines):
        canvas.text(MARGIN, 9 + 10 * place, line, size=SIZE, color=SOFT)
    rooms = {
        at: Room(left, found.middle[at] - found.high[at] / 2, left + WIDE, found.middle[at] + found.high[at] / 2)
        for at in range(len(told.boxes))
        if strip.left <= (left := found.lefts[found.column[at]]) < strip.right
    }
    pieces = [(a, piece, ends) for (a, _), path in found.paths.items() for piece, ends in clipped(path, strip)]
    heights = [y for room in rooms.values() for y in (room.top, room.bottom)]
    heights += [y for _, piece, _ in pieces for _, y in piece]
    dx, dy = MARGIN - strip.left, 14.0 + 10 * len(lines) - min(heights)
    for a, piece, ends in pieces:
        bad = told.boxes[a].kind.startswith("fault")
        _line(canvas, [(x + dx, y + dy) for x, y in piece], bad=bad, ends=ends)
    for at, room in rooms.items():
        _box(canvas, told.boxes[at], words[at], Room(room.left + dx, room.top + dy, room.right + dx, room.bottom + dy))
    height = dy + max(heights) + 10.0
    return canvas.drawn(height, text(lang, "report-causes-title"), caption, canvas.salt)


def _line(canvas: Canvas, points: list[Point], *, bad: bool, ends: bool) -> None:
    """A stretch of a line; with an arrow where it ends."""
    canvas.line(points, color=ALARM if bad else GREY, width=1.0)
    x, y = points[-1]
    if ends:
        arrow = [(x - 5, y - 2.4), (x - 5, y + 2.4), (x, y)]
        canvas.polygon(arrow, fill=ALARM if bad else GREY, edge="none")


def _box(canvas: Canvas, box: Box, words: _Words, room: Room) -> None:
    fill, edge = _style(box.kind)
    dark = box.kind in ("function-harmed", "function-lost")
    canvas.rect(room, fill=fill, edge=edge, line=1.6 if box.kind.startswith("fault") else 0.9, z=3)
    ink = PAPER if dark else INK
    y = (room.top + room.bottom) / 2 - (LINE * len(words.lines)) / 2
    canvas.text(room.left + 5, y, words.time, size=SIZE - 0.8, bold=True, color=ink)
    if box.times > 1:
        canvas.text(room.right - 4, y, f"× {box.times}", size=SIZE - 0.8, align="right", color=ink)
    for number, line in enumerate(words.lines):
        canvas.text(room.left + 5, y + LINE * (number + 1), line, size=SIZE, color=ink)


def _style(kind: str) -> tuple[str, str]:
    for part, style in _STYLES.items():
        if kind.startswith(part) or kind.endswith(f"-{part}"):
            return style
    return (PAPER, GREY) if kind in ("dead", "load_lost") else ("#fff3d6", "#a86b00")


def _caption(told: Story, lang: Lang) -> str:
    words = text(lang, "report-causes-caption", n=len(told.boxes))
    return words + (text(lang, "report-causes-left-out", n=told.left_out) if told.left_out else "")


def _box_words(names: Names, box: Box, demand: dict[str, float]) -> _Words:
    lang = names.lang
    time = clock(box.t_ms) if box.until_ms == box.t_ms else f"{clock(box.t_ms)}–{clock(box.until_ms)}"
    called = [names.of(name) for name in box.ids]
    more = text(lang, "report-causes-more", n=len(called) - NAMED) if len(called) > NAMED else ""
    facts: dict[str, object] = {"n": len(called), "what": list_text(lang, called[:NAMED]) + more}
    if box.kind == "load_lost":
        facts["kw"] = f"{sum(demand.get(name, 0.0) for name in box.ids):.0f}"
    sentence = text(lang, _message(box.kind), **facts)
    if box.note and has(f"report-cause-why-{box.note.replace('_', '-')}"):
        sentence += text(lang, "report-causes-why", why=text(lang, f"report-cause-why-{box.note.replace('_', '-')}"))
    return _Words(time, wrapped(sentence, (WIDE - 9) / SIZE, 6))


def _message(kind: str) -> str:
    """The text of a kind of failure; a fault of a kind unknown here is just a fault."""
    own, mark = f"report-cause-{kind.replace('_', '-')}", f"report-mark-{kind.replace('_', '-')}"
    return own if has(own) else mark if has(mark) else "report-cause-other"

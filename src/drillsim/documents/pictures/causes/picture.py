"""The dependency picture: boxes with their time, what failed in them, and lines from causes to consequences."""

from __future__ import annotations

from dataclasses import dataclass

from drillsim.documents.names import Names, names_of
from drillsim.documents.pictures.canvas import ALARM, DARK, GREY, INK, PAPER, SOFT, Canvas, Drawn, Point, Sheet
from drillsim.documents.pictures.canvas import Box as Room
from drillsim.documents.pictures.causes.columns import Placed, placed
from drillsim.documents.pictures.causes.failure import failures
from drillsim.documents.pictures.causes.fold import Box, Story, story
from drillsim.documents.pictures.frame import clock
from drillsim.documents.pictures.measure import wrapped
from drillsim.documents.pictures.oneline.paper import SHEETS, scale_on
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


def causes(case: Case, journal: Journal, lang: Lang) -> Drawn | None:
    """The picture of what failed because of what, in `lang`; None when nothing failed."""
    demand = {name: state["demand_kw"] for name, state in journal.initial.get("loads", {}).items()}
    told = story(failures(case.dossier, journal))
    if not told.boxes:
        return None
    names = names_of(case.dossier, lang)
    words = [_box_words(names, box, demand) for box in told.boxes]
    found = placed(told, [13.0 + LINE * len(each.lines) + 4.0 for each in words], WIDE)
    return _drawn(told, words, found, names)


def _drawn(told: Story, words: list[_Words], found: Placed, names: Names) -> Drawn:
    lang = names.lang
    width = max(found.width + 2 * MARGIN, 430.0)
    canvas = Canvas(width, f"causes-{lang}")
    caption = _caption(told, lang)
    lines = wrapped(caption, (width - 2 * MARGIN) / SIZE, 2)
    for number, line in enumerate(lines):
        canvas.text(MARGIN, 9 + 10 * number, line, size=SIZE, color=SOFT)
    top = 14.0 + 10 * len(lines)
    for (a, _), points in found.paths.items():
        _line(canvas, [(x + MARGIN, y + top) for x, y in points], bad=told.boxes[a].kind.startswith("fault"))
    for number, (box, each) in enumerate(zip(told.boxes, words, strict=True)):
        left = MARGIN + found.lefts[found.column[number]]
        middle, high = found.middle[number] + top, found.high[number]
        _box(canvas, box, each, Room(left, middle - high / 2, left + WIDE, middle + high / 2))
    height = top + found.height + 10.0
    return canvas.drawn(height, text(lang, "report-causes-title"), caption, f"causes-{lang}", _sheet(width, height))


def _sheet(width: float, height: float) -> Sheet:
    """The smallest paper on which the words can be read."""
    for paper in SHEETS:
        scale = scale_on(paper, width, height)
        if scale >= paper.least:
            break
    return Sheet(paper.name, paper.upright, min(scale, 1.0))


def _line(canvas: Canvas, points: list[Point], *, bad: bool) -> None:
    canvas.line(points, color=ALARM if bad else GREY, width=1.0)
    x, y = points[-1]
    canvas.polygon([(x - 5, y - 2.4), (x - 5, y + 2.4), (x, y)], fill=ALARM if bad else GREY, edge="none")


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

"""Swim lanes: the work of each person, and the things they waited for."""

from __future__ import annotations

from drillsim.documents.names import RESTART
from drillsim.documents.pictures.canvas import ALARM, FAINT, INK, Align
from drillsim.documents.pictures.lanes import WORK, Bar, Item, Lane, packed
from drillsim.documents.pictures.measure import em_width, shortened
from drillsim.documents.pictures.sheet import BARS, END, GUTTER, ROW, SIZE, Sheet
from drillsim.documents.wording import reason_text, state_text
from drillsim.texts import duration_text

_OTHER = ("#dddddd", "//")


def draw_people(sheet: Sheet, y: float, rows: tuple[Lane, ...]) -> float:
    """Draws every lane from `y` on; gives the y below."""
    y = sheet.head(y, "people")
    for lane in rows:
        y = _lane(sheet, y, lane)
    return y


def lane_height(sheet: Sheet, lane: Lane) -> float:
    """Return the height of a lane."""
    return (max(_rows(sheet, lane), default=0) + 1) * ROW + 5


def _rows(sheet: Sheet, lane: Lane) -> tuple[int, ...]:
    return packed(_room(sheet, item, _fitting(sheet, item)) for item in lane.items)


def _lane(sheet: Sheet, y: float, lane: Lane) -> float:
    labels = [_fitting(sheet, item) for item in lane.items]
    rows = _rows(sheet, lane)
    height = lane_height(sheet, lane)
    sheet.gutter(y, height, sheet.names.of(lane.who) if lane.who else sheet.words("nobody"))
    for item, label, row in zip(lane.items, labels, rows, strict=True):
        _item(sheet, item, label, y + 2.5 + row * ROW)
    sheet.canvas.line([(4, y + height), (END, y + height)], color=FAINT, width=0.5)
    return y + height


def _item(sheet: Sheet, item: Item, label: str, y: float) -> None:
    for bar in item.bars:
        _bar(sheet, bar, y)
    align, x = _label_place(sheet, item, label)
    color = ALARM if item.state in ("failed", "timed_out") else INK
    left, right = sheet.span(item.start_ms, item.end_ms)
    sheet.canvas.text(x, y + ROW / 2, label, size=SIZE, align=align, color=color, halo=left < x < right)


def _bar(sheet: Sheet, bar: Bar, y: float) -> None:
    sheet.used[bar.kind] = None
    left, right = sheet.span(bar.start_ms, bar.end_ms)
    inset = 2.2 if bar.kind == WORK else 3.6
    sheet.bar(left, right, y + inset, y + ROW - inset, BARS.get(bar.kind, _OTHER))


def _label_place(sheet: Sheet, item: Item, label: str) -> tuple[Align, float]:
    """Right of the bar where there is room, else left of it; on a bar that leaves no room, inside."""
    left, right = sheet.span(item.start_ms, item.end_ms)
    wide = em_width(label) * SIZE
    if right + 3 + wide <= END:
        return "left", right + 3
    if left - 3 - wide >= GUTTER:
        return "right", left - 3
    return "left", left + 8


def _room(sheet: Sheet, item: Item, label: str) -> tuple[float, float]:
    """Left and right end of bar and label together, with a little air."""
    left, right = sheet.span(item.start_ms, item.end_ms)
    align, x = _label_place(sheet, item, label)
    wide = em_width(label) * SIZE
    if align == "right":
        return x - wide - 2, right + 4
    return left - 2, max(right, x + wide) + 4


def _fitting(sheet: Sheet, item: Item) -> str:
    """The longest label that fits on one side of the step's bar, or inside a very long one."""
    left, right = sheet.span(item.start_ms, item.end_ms)
    beside = max(left - GUTTER, END - right) - 6
    room = beside if beside > 10 * SIZE else max(beside, right - left - 16)
    for most_em in (18.0, 13.0, 9.0, 6.0):
        label = _label(sheet, item, most_em)
        if em_width(label) * SIZE <= room:
            return label
    return shortened(_label(sheet, item, 0.0), room / SIZE)


def _label(sheet: Sheet, item: Item, most_em: float) -> str:
    """Return the words beside a step's bar: id, wording, its longest wait, how it ended if not well."""
    if item.count > 1:
        return f"{_called(sheet, item.step, max(most_em, 6.0))} × {item.count}" + (
            f" · {state_text(sheet.names.lang, item.state)}" if item.state != "done" else ""
        )
    if item.assists:
        return f"{item.step} {sheet.words('assists')}"
    parts = [_called(sheet, item.step, most_em)]
    wait = item.longest_wait
    if wait is not None and wait.end_ms > wait.start_ms:
        ms = duration_text(sheet.names.lang, wait.end_ms - wait.start_ms)
        parts.append(sheet.words("waits", reason=reason_text(sheet.names.lang, wait.kind), ms=ms))
    if item.state != "done":
        parts.append(state_text(sheet.names.lang, item.state))
    return " · ".join(parts)


def _called(sheet: Sheet, step: str, most_em: float) -> str:
    called = sheet.names.of(step)
    if step.startswith(f"{RESTART}["):
        return shortened(called, max(most_em, 8.0))
    return step if called == step or not most_em else f"{step} {shortened(called, most_em)}"

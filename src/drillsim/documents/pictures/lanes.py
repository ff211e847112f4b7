"""The work of people over time: the journal's steps as bars in swim lanes, one lane a person (or a role nobody stood in
for).

A wait for a predecessor is not drawn: the step it waits for is itself a bar on the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drillsim.documents.names import step_of_instance
from drillsim.journal import Journal, StepRow, step_rows
from drillsim.schema import Dossier, base_name

WORK = "work"


@dataclass(frozen=True, slots=True)
class Bar:
    """`kind` is `work` or the reason of a wait."""

    start_ms: int
    end_ms: int
    kind: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One step in one lane."""

    step: str
    state: str
    bars: tuple[Bar, ...]
    assists: bool = False
    """The lane's person is not the one who does it, but has to stand by."""
    count: int = 1
    """So many instances of one step (`S31[sub-17]`), drawn in one row."""

    @property
    def start_ms(self) -> int:
        return min(bar.start_ms for bar in self.bars)

    @property
    def end_ms(self) -> int:
        return max(bar.end_ms for bar in self.bars)

    @property
    def longest_wait(self) -> Bar | None:
        """The longest wait drawn; None when the step never waited."""
        waits = [bar for bar in self.bars if bar.kind != WORK]
        return max(waits, key=lambda bar: (bar.end_ms - bar.start_ms, -bar.start_ms), default=None)


@dataclass(frozen=True, slots=True)
class Lane:
    """Everything one person (or one role, when nobody was assigned) did, in time order."""

    who: str
    items: tuple[Item, ...]


def lanes(journal: Journal, dossier: Dossier) -> tuple[Lane, ...]:
    """Lanes in the order in which people first appear; steps nobody ever waited for or began are not among them."""
    found: dict[str, list[Item]] = {}
    rows = sorted(step_rows(journal), key=lambda row: min((bar.start_ms for bar in _bars(row, journal)), default=0))
    for row in rows:
        for who, item in _items(row, journal, dossier):
            found.setdefault(who, []).append(item)
    return tuple(Lane(who, tuple(items)) for who, items in found.items())


MANY = 10
"""In a lane with more steps than this, instances of one step stand in one row."""


def folded(lane: Lane) -> Lane:
    """The lane with the instances of one step in one row each, where it has many steps."""
    if len(lane.items) <= MANY:
        return lane
    groups: dict[tuple[str, bool, bool], list[Item]] = {}
    for item in lane.items:
        well = item.state in ("done", "in_progress", "ready", "waiting")
        groups.setdefault((base_name(item.step), item.assists, well), []).append(item)
    return Lane(
        lane.who, tuple(group[0] if len(group) == 1 else _together(stem, group) for (stem, *_), group in groups.items())
    )


def _together(stem: str, group: list[Item]) -> Item:
    """One item for several instances: their work and ways; of the other waits what neither work nor way covers, and
    none for the same person, who is busy with the other instances."""
    busy = sorted(
        (bar for item in group for bar in item.bars if bar.kind in (WORK, "travel")), key=lambda bar: bar.start_ms
    )
    found = list(busy)
    for item in group:
        for bar in item.bars:
            if bar.kind not in (WORK, "travel", "person_busy"):
                found += [Bar(a, b, bar.kind, bar.open) for a, b in _without(bar.start_ms, bar.end_ms, found)]
    bars = tuple(sorted(found or group[0].bars, key=lambda bar: (bar.start_ms, bar.end_ms)))
    return Item(stem, group[-1].state, bars, group[0].assists, len(group))


def _items(row: StepRow, journal: Journal, dossier: Dossier) -> Iterator[tuple[str, Item]]:
    bars = _bars(row, journal)
    if not bars:
        return
    yield _who(row, journal, dossier), Item(row.step, row.state, bars)
    work = tuple(bar for bar in bars if bar.kind == WORK)
    for helper in row.by[1:] if work else ():
        yield helper, Item(row.step, row.state, work, assists=True)


def _bars(row: StepRow, journal: Journal) -> tuple[Bar, ...]:
    waits = [
        Bar(wait.span.start_ms, wait.span.end_ms, wait.reason, wait.span.open)
        for wait in row.waits
        if wait.reason != "predecessor" and (wait.span.ms or wait.span.open)
    ]
    if row.started_ms is None:
        return tuple(waits)
    end = row.finished_ms if row.finished_ms is not None else journal.end_ms
    work = [Bar(start, stop, WORK, row.finished_ms is None) for start, stop in _without(row.started_ms, end, waits)]
    return tuple(sorted((*waits, *work), key=lambda bar: (bar.start_ms, bar.end_ms)))


def _without(start: int, end: int, waits: Iterable[Bar]) -> Iterator[tuple[int, int]]:
    """The stretches of work: from `start` to `end` without the waits that fell into it."""
    at = start
    for wait in sorted(waits, key=lambda bar: bar.start_ms):
        if wait.end_ms > at and wait.start_ms < end:
            if wait.start_ms > at:
                yield at, wait.start_ms
            at = max(at, wait.end_ms)
    if at < end or start == end:
        yield at, max(end, at)


def _who(row: StepRow, journal: Journal, dossier: Dossier) -> str:
    """The person in whose lane a step stands: who did it, who waited, the only one who could, else the role."""
    if row.by:
        return row.by[0]
    for event in journal.of("wait_begins"):
        if event.data["step"] == row.step and event.data.get("person"):
            return str(event.data["person"])
    found = step_of_instance(dossier, row.step)
    if found is None:
        return ""
    role = found[1].by.operator
    holders = dossier.plan.actors[role].held_by if role in dossier.plan.actors else ()
    return holders[0] if len(holders) == 1 else role


def packed(spans: Iterable[tuple[float, float]]) -> tuple[int, ...]:
    """The first row in which each span (left, right) fits without touching one before it, in the order given."""
    ends: list[float] = []
    rows = []
    for left, right in spans:
        row = next((place for place, end in enumerate(ends) if end <= left), len(ends))
        if row == len(ends):
            ends.append(right)
        ends[row] = right
        rows.append(row)
    return tuple(rows)

"""From every failure of a run to a picture one can read: what leads nowhere that matters is left out, siblings with the
same causes and consequences stand in one box."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drillsim.documents.pictures.causes.failure import Failure

MOST = 44
ENDS = ("function-harmed", "function-lost")
DARK = ("load_lost", "load_dropped", "load_switched")
BRIEF_MS = 10_000
"""A function lost for less is no end of a story, where there is a longer one."""
NOT_THERE = (
    "neighbours_lost",
    "start_failed",
    "transfer_failed",
    "transfer_refused",
    "switch_stuck",
    "control_supply_lost",
)
"""Own supply, automatics and switches that did not do what they are there for."""


@dataclass(frozen=True, slots=True)
class Box:
    """One box: failures of one kind, at one time, with the same causes and consequences."""

    kind: str
    ids: tuple[str, ...]
    t_ms: int
    until_ms: int
    """Time the last of them failed, ms."""
    note: str
    times: int


@dataclass(frozen=True, slots=True)
class Story:
    """Boxes in time order, and which follows from which (by place)."""

    boxes: tuple[Box, ...]
    lines: tuple[tuple[int, int], ...]
    left_out: int
    """Failures that are not drawn."""


def story(failures: Sequence[Failure]) -> Story:
    """The boxes of a run. Kept is what leads to a function lost or harmed; without any, to loads dark."""
    kept = _telling(failures)
    boxes, lines = _folded(kept)
    while len(boxes) > MOST:
        kept = _less(kept, boxes, lines)
        boxes, lines = _folded(kept)
    return Story(boxes, lines, len(failures) - len(kept))


def _telling(failures: Sequence[Failure]) -> list[Failure]:
    """Return the failures that matter and all their causes: functions lost, own supply that did not come, every fault
    with what it darkened at once."""
    lost = [each for each in failures if each.kind in ENDS]
    long = [each for each in lost if each.lasted_ms is None or each.lasted_ms >= BRIEF_MS]
    ends = long or lost or [each for each in failures if each.kind in DARK]
    faults = {each.what for each in failures if each.kind.startswith("fault-")}
    direct = [each for each in failures if each.kind == "dead" and any(c.what in faults for c in each.causes)]
    known = _with_causes([*(ends or failures), *(each for each in failures if each.kind in NOT_THERE), *direct])
    known |= {each.what for each in failures if each.what in faults and _matters(each, failures)}
    dead = {what for what in known if what[0] == "dead"}
    beside = {f.what for f in failures if f.kind == "load_lost" and any(c.what in dead for c in f.causes)}
    return [each for each in failures if each.what in known | beside]


def _matters(fault: Failure, failures: Sequence[Failure]) -> bool:
    """A fault nothing followed from is told too; it may be what a reader looks for."""
    return fault.kind not in ("fault-person_absent", "fault-person_unreachable") or len(failures) < MOST


def _with_causes(ends: Iterable[Failure]) -> set[tuple[object, ...]]:
    known: set[tuple[object, ...]] = set()
    stack = list(ends)
    while stack:
        each = stack.pop()
        if each.what not in known:
            known.add(each.what)
            stack += each.causes
    return known


def _less(kept: list[Failure], boxes: Sequence[Box], lines: Iterable[tuple[int, int]]) -> list[Failure]:
    """Without the least telling box: dark loads nothing follows from, then refusals, sections, functions; the smallest
    and latest of its kind first."""
    needed = {a for a, _ in lines}
    loose = [n for n in range(len(boxes)) if n not in needed] or list(range(len(boxes)))
    least = min(loose, key=lambda n: (_telling_of(boxes[n].kind), len(boxes[n].ids), -boxes[n].t_ms))
    gone = {(boxes[least].kind, name) for name in boxes[least].ids}
    left = [each for each in kept if not all((each.kind, name) in gone for name in each.ids)]
    return left if len(left) < len(kept) else kept[:-1]


_LEAST_FIRST = ("load_lost", "transfer_refused", "pump_stopped", "dead", "switch_stuck", "function-lost")


def _telling_of(kind: str) -> int:
    return _LEAST_FIRST.index(kind) if kind in _LEAST_FIRST else len(_LEAST_FIRST)


def _folded(kept: Iterable[Failure]) -> tuple[tuple[Box, ...], tuple[tuple[int, int], ...]]:
    failures = list(kept)
    here = {each.what for each in failures}
    follows: dict[tuple[object, ...], list[tuple[object, ...]]] = {}
    for each in failures:
        for cause in each.causes:
            follows.setdefault(cause.what, []).append(each.what)
    groups: dict[object, list[Failure]] = {}
    for each in failures:
        causes = frozenset(cause.what for cause in each.causes if cause.what in here)
        groups.setdefault(_alike(each, causes, frozenset(follows.get(each.what, ()))), []).append(each)
    place = {each.what: n for n, group in enumerate(groups.values()) for each in group}
    lines = {
        (place[cause.what], place[each.what]): None
        for each in failures
        for cause in each.causes
        if cause.what in place and place[cause.what] != place[each.what]
    }
    return tuple(_box(group) for group in groups.values()), tuple(lines)


def _alike(each: Failure, causes: frozenset[object], follows: frozenset[object]) -> object:
    """Return the key of the box a failure may share: the same kind with the same causes and consequences; loads and
    sections of one instant only, faults of one instant with the same consequences."""
    if each.kind.startswith("fault-"):
        return each.kind, each.t_ms, follows
    if each.kind in ("load_lost", "dead"):
        return each.kind, each.t_ms, causes, follows
    return each.kind, each.note, causes, follows


def _box(group: list[Failure]) -> Box:
    ids = tuple(dict.fromkeys(name for each in group for name in each.ids))
    times = max(each.times for each in group)
    first = group[0]
    return Box(first.kind, ids, first.t_ms, max(each.t_ms for each in group), first.note, times)

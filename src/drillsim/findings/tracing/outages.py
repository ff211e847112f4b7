"""Every interruption of every load and function, cut into pieces that follow one another without a gap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from drillsim.findings.tracing.link import Anchor
from drillsim.findings.tracing.record import WORKING, Dark, Record
from drillsim.findings.tracing.supply import spoilt, taken_by
from drillsim.findings.tracing.walk import Piece, Walk
from drillsim.journal import MERGE_MS

STOPPED = ("lost", "safe_stopped")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of an interruption with one demand; its pieces are in time order and cover it."""

    watts: int
    """0 for functions, and for a gap too short to end the interruption."""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Outage:
    """One interruption of one load or function, as `journal.timeline` counts them."""

    subject: str
    start_ms: int
    end_ms: int
    stretches: tuple[Stretch, ...]

    @property
    def pieces(self) -> Iterator[Piece]:
        """All of it, in time order."""
        return (piece for stretch in self.stretches for piece in stretch.pieces)


def load_outages(record: Record, walk: Walk, load: str) -> Iterator[Outage]:
    """Interruptions of a load that lasted, in time order."""
    for darks in _merged(record, record.dark.get(load, ())):
        stretches = tuple(_load_stretches(record, walk, load, darks))
        yield Outage(load, record.t(darks[0].start), record.t(darks[-1].end), stretches)


def _merged(record: Record, darks: list[Dark] | tuple[Dark, ...]) -> list[list[Dark]]:
    found: list[list[Dark]] = []
    for dark in darks:
        if record.t(dark.start) == record.t(dark.end):
            continue  # dead and live again within one instant is no interruption
        if found and record.t(dark.start) - record.t(found[-1][-1].end) < MERGE_MS:
            found[-1].append(dark)
        else:
            found.append([dark])
    return found


def _load_stretches(record: Record, walk: Walk, load: str, darks: list[Dark]) -> Iterator[Stretch]:
    rest = taken_by(record, load, darks[0].start)
    ends = _ends(record, darks)
    yield _stretch(record, walk, darks[0], Anchor("load" if ends[0] < record.size else "open", load, ends[0]), rest)
    for (before, dark), end in zip(pairwise(darks), ends[1:], strict=True):
        anchor = Anchor("load" if end < record.size else "open", load, end)
        if record.t(dark.start) > record.t(before.end):
            yield _stretch(record, walk, Dark(before.end, dark.start, 0), anchor, rest)
        yield _stretch(record, walk, dark, anchor, rest)


def _ends(record: Record, darks: list[Dark]) -> list[int]:
    """Return the position at which each part really ended: one that ended with another demand, where the next did."""
    ends = [dark.end for dark in darks]
    for place in range(len(ends) - 2, -1, -1):
        if record.events[ends[place]].type == "load_lost":
            ends[place] = ends[place + 1]
    return ends


def _stretch(record: Record, walk: Walk, dark: Dark, anchor: Anchor, rest: str) -> Stretch:
    return Stretch(dark.watts, walk.back(anchor, record.t(dark.start), record.t(dark.end), rest)[::-1])


# --- functions ---


def function_outages(record: Record, walk: Walk, function: str) -> Iterator[Outage]:
    """Times a function did not work, in time order."""
    for phases in _down(record, function):
        start, end = record.t(phases[0][0]), record.t(phases[-1][1])
        if end > start:
            rest = _origin(record, function, _first_sign(record, function, phases[0][0]))
            pieces = tuple(piece for phase in phases for piece in _phase(record, walk, function, phase, rest))
            yield Outage(function, start, end, (Stretch(0, pieces),))


Phase = tuple[int, int, str]
"""Positions in the journal at which it began and ended, and the state it stands for."""


def _down(record: Record, function: str) -> list[list[Phase]]:
    """Times without the function, as phases: down, restarting, harmed."""
    states = record.states.get(function, [])
    ends = [*(each.seq for each in states[1:]), record.size]
    found: list[list[Phase]] = [[]]
    for (seq, state), end in zip(states, ends, strict=True):
        phase = "lost" if state in STOPPED else state
        if state in WORKING:
            found.append([])
        elif found[-1] and found[-1][-1][2] == phase:
            found[-1][-1] = (found[-1][-1][0], end, phase)
        else:
            found[-1].append((seq, end, phase))
    return [phases for phases in found if phases]


def _phase(record: Record, walk: Walk, function: str, phase: Phase, rest: str) -> tuple[Piece, ...]:
    start, end, state = record.t(phase[0]), record.t(phase[1]), phase[2]
    if state == "harmed":
        return ((start, end, f"harmed:{function}"),)
    return walk.back(Anchor("function", function, phase[1]), start, end, rest)[::-1]


def _first_sign(record: Record, function: str, lost: int) -> int:
    """Return the position at which it began to ride through what it was lost by; else where it was lost."""
    states = record.states[function]
    place = next(n for n, each in enumerate(states) if each.seq == lost)
    return states[place - 1].seq if place and states[place - 1].state == "riding_through" else lost


def _origin(record: Record, function: str, seq: int) -> str:
    """Return the cause that took away what it needed, by the first of its needs that was away."""
    for name in record.events[seq].data.get("because", ()):
        for dark in record.dark.get(name, ()):
            if record.t(dark.start) <= record.t(seq) < record.t(dark.end):
                return taken_by(record, name, dark.start)
        began = [each.seq for each in record.states.get(name, ()) if each.seq < seq and each.state not in WORKING]
        if began:
            return _origin(record, name, _first_sign(record, name, began[-1]))
        if store := spoilt(record, name, seq):
            return store
    return taken_by(record, function, seq)

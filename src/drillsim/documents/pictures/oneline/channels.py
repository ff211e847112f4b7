"""Cables between the blocks: along the channels between rows and down the gutters at both edges, one track each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drillsim.documents.pictures.canvas import Point
from drillsim.documents.pictures.oneline.tracks import Run, tracks

TRACK = 6.0
AIR = 5.0


@dataclass(frozen=True, slots=True)
class End:
    """One end of a cable: the channel its port opens to, the port's x, and whether the port lies above the channel."""

    channel: int
    x: float
    from_above: bool


@dataclass(frozen=True, slots=True)
class Cable:
    """A connection between two blocks."""

    number: int
    a: End
    b: End


@dataclass(frozen=True, slots=True)
class Routes:
    """The routes of all cables. Heights are of the channels, gutters are left and right of the blocks."""

    heights: tuple[float, ...]
    left: float
    right: float
    lanes: Mapping[tuple[int, int], int]
    """(cable, channel) → track, from above."""
    gutters: Mapping[int, float]
    """Cable → x of its gutter track; absent where both ends open to one channel."""


def route(cables: Sequence[Cable], channels: int, width: float) -> Routes:
    """Tracks for all cables over blocks from x = 0 to `width`."""
    sides = {cable.number: _goes_left(cable, width) for cable in cables if cable.a.channel != cable.b.channel}
    gutters, left, right = _gutters(cables, sides, width)
    heights, lanes = [], {}
    for channel in range(channels):
        chosen, count = tracks([run for cable in cables for run in _runs(cable, channel, gutters)])
        lanes.update({(number, channel): track for number, track in chosen.items()})
        heights.append(TRACK * count + 2 * AIR if count else AIR)
    return Routes(tuple(heights), left, right, lanes, gutters)  # type: ignore[arg-type]


def _goes_left(cable: Cable, width: float) -> bool:
    return cable.a.x + cable.b.x <= 2 * width - cable.a.x - cable.b.x


def _gutters(cables: Sequence[Cable], sides: Mapping[int, bool], width: float) -> tuple[dict[int, float], float, float]:
    """X of each cable's gutter track; room needed left and right."""
    found: dict[int, float] = {}
    room = []
    for left in (True, False):
        spans = {
            cable.number: sorted((cable.a.channel, cable.b.channel))
            for cable in cables
            if sides.get(cable.number) is left
        }
        taken: list[list[tuple[int, int]]] = []
        for number, (low, high) in sorted(spans.items(), key=lambda each: (each[1][1] - each[1][0], each)):
            lane = next((n for n, lane in enumerate(taken) if all(high < a or b < low for a, b in lane)), len(taken))
            if lane == len(taken):
                taken.append([])
            taken[lane].append((low, high))
            found[number] = -AIR - TRACK * (lane + 0.5) if left else width + AIR + TRACK * (lane + 0.5)
        room.append(TRACK * len(taken) + 2 * AIR if taken else 0.0)
    return found, room[0], room[1]


def _runs(cable: Cable, channel: int, gutters: Mapping[int, float]) -> list[Run]:
    here = [end for end in (cable.a, cable.b) if end.channel == channel]
    if not here:
        return []
    xs = [end.x for end in here]
    if cable.number in gutters:
        xs.append(gutters[cable.number])
    ups = tuple(end.x for end in here if end.from_above)
    downs = tuple(end.x for end in here if not end.from_above)
    return [Run(cable.number, min(xs), max(xs), ups, downs)]


def path(cable: Cable, routes: Routes, tops: Sequence[float], edges: tuple[float, float]) -> tuple[Point, ...]:
    """The cable's corners from port to port. `tops` are the upper edges of the channels, `edges` the ports' heights."""
    one = _lane(cable, cable.a, routes, tops)
    other = _lane(cable, cable.b, routes, tops)
    start, end = (cable.a.x, edges[0]), (cable.b.x, edges[1])
    if cable.number not in routes.gutters:
        return (start, (cable.a.x, one), (cable.b.x, one), end)
    x = routes.gutters[cable.number]
    return (start, (cable.a.x, one), (x, one), (x, other), (cable.b.x, other), end)


def _lane(cable: Cable, end: End, routes: Routes, tops: Sequence[float]) -> float:
    return tops[end.channel] + AIR + TRACK * (routes.lanes[cable.number, end.channel] + 0.5)

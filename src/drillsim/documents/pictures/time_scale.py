"""A time axis that shortens the stretches in which nothing happens, and shows that it did.

A drill's first ten minutes decide, its scenario runs for eight hours: on an even axis the steps would be a smudge. So
a gap between two moments that would take more than a third of the axis is drawn short, marked as cut and labelled.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

_MOST = 0.35
_CUT = 0.07
_STEPS_MS = tuple(
    s * 1_000
    for s in (
        1,
        5,
        10,
        30,
        60,
        120,
        300,
        600,
        900,
        1_800,
        3_600,
        7_200,
        14_400,
        28_800,
        86_400,
        172_800,
        864_000,
        8_640_000,
        86_400_000,
    )
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A shortened stretch: its times and where it is drawn."""

    start_ms: int
    end_ms: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Times to points, piecewise straight. `knots` are (ms, point) in rising order."""

    knots: tuple[tuple[int, float], ...]
    cuts: tuple[Cut, ...]

    def x(self, t_ms: float) -> float:
        """Return the x of `t_ms`; times outside are drawn at the ends."""
        times = [t for t, _ in self.knots]
        place = min(max(bisect_right(times, t_ms) - 1, 0), len(times) - 2)
        (t0, x0), (t1, x1) = self.knots[place], self.knots[place + 1]
        share = min(max((t_ms - t0) / (t1 - t0), 0.0), 1.0)
        return x0 + share * (x1 - x0)

    @property
    def end_ms(self) -> int:
        return self.knots[-1][0]

    def ticks(self, apart: float) -> tuple[int, ...]:
        """Round times at least `apart` points from one another; both ends of the axis and of every cut come first."""
        chosen: list[int] = []
        edges = [self.knots[0][0], self.end_ms, *(t for cut in self.cuts for t in (cut.start_ms, cut.end_ms))]
        for t_ms in (*edges, *self._round_times(apart)):
            if all(abs(self.x(t_ms) - self.x(other)) >= apart for other in chosen):
                chosen.append(t_ms)
        return tuple(sorted(chosen))

    def _round_times(self, apart: float) -> list[int]:
        found = []
        for (t0, x0), (t1, x1) in zip(self.knots, self.knots[1:], strict=False):
            if any(cut.start_ms == t0 for cut in self.cuts):
                continue
            room = max((x1 - x0) / apart, 1e-9)
            step = next((s for s in _STEPS_MS if (t1 - t0) / s <= room), _STEPS_MS[-1])
            found += list(range((t0 // step + 1) * step, t1, step))
        return found


def time_scale(moments: Iterable[int], left: float, right: float) -> TimeScale:
    """The axis between `left` and `right` over all `moments` (ms), of which at least one is due."""
    times = sorted(set(moments))
    if len(times) == 1:
        times.append(times[0] + 60_000)
    gaps = [float(b - a) for a, b in itertools.pairwise(times)]
    cut = _cuts(gaps)
    kept = sum(gap for place, gap in enumerate(gaps) if place not in cut)
    widths = [kept * _CUT / (1 - _CUT * len(cut)) if place in cut else gap for place, gap in enumerate(gaps)]
    return _placed(times, widths, cut, left, right)


def _cuts(gaps: list[float]) -> list[int]:
    """Places of the gaps to shorten, longest first; at most three, and never all of what there is."""
    cut: list[int] = []
    for place in sorted(range(len(gaps)), key=lambda each: (-gaps[each], each)):
        rest = sum(gap for other, gap in enumerate(gaps) if other not in cut)
        if len(cut) == 3 or len(gaps) - len(cut) < 4 or gaps[place] <= _MOST * rest:
            break
        cut.append(place)
    return cut


def _placed(times: list[int], widths: list[float], cut: list[int], left: float, right: float) -> TimeScale:
    scale = (right - left) / sum(widths)
    points = [left]
    for width in widths:
        points.append(points[-1] + width * scale)
    points[-1] = right
    cuts = tuple(Cut(times[place], times[place + 1], points[place], points[place + 1]) for place in sorted(cut))
    edges = {0, len(times) - 1, *(p for place in cut for p in (place, place + 1))}
    return TimeScale(tuple((times[place], points[place]) for place in sorted(edges)), cuts)

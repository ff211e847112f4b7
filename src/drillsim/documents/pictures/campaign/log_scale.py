"""Logarithmic axes: years and hours, hundredths and hundreds on one picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

S, MIN, H, D = 1_000, 60_000, 3_600_000, 86_400_000
DURATIONS = (10, 100, S, 10 * S, MIN, 10 * MIN, H, 4 * H, D, 7 * D, 30 * D)
"""Ticks of a time axis, ms."""


@dataclass(frozen=True, slots=True)
class LogScale:
    """From values to places; what lies outside is put on the edge."""

    low: float
    high: float
    start: float
    """Place of `low`, points."""
    end: float

    def at(self, value: float) -> float:
        """Place of `value`."""
        share = log10(max(value, self.low) / self.low) / log10(self.high / self.low)
        return self.start + (self.end - self.start) * min(share, 1.0)

    def moved(self, start: float, end: float) -> LogScale:
        """The same values elsewhere."""
        return LogScale(self.low, self.high, start, end)

    def ticks(self, candidates: Iterable[float], apart: float) -> list[float]:
        """Those candidates that lie inside, no closer than `apart` points."""
        kept: list[float] = []
        for value in candidates:
            if self.low <= value <= self.high and (not kept or abs(self.at(value) - self.at(kept[-1])) >= apart):
                kept.append(value)
        return kept


def time_range(moments: Iterable[int]) -> tuple[float, float]:
    """An axis over all positive `moments` with a little room, two ticks at least."""
    found = [each for each in moments if each > 0] or [S, H]
    low = max((tick for tick in DURATIONS if tick <= min(found) * 0.7), default=DURATIONS[0])
    high = max(max(found) * 1.3, low * 100)
    return float(low), float(high)


def decade_range(values: Iterable[float], most_decades: int = 5) -> tuple[float, float]:
    """Whole decades over all positive `values`, at most so many."""
    found = [each for each in values if each > 0] or [1.0]
    high = 10.0 ** ceil(log10(max(found)) + 1e-9)
    low = 10.0 ** floor(log10(min(found)) - 1e-9)
    return max(min(low, high / 100), high / 10.0**most_decades), high


def decades(low: float, high: float) -> list[float]:
    """Powers of ten from `low` to `high`."""
    return [10.0**power for power in range(round(log10(low)), round(log10(high)) + 1)]

"""The clock of a drill: scenario time against the readings of a clock that only goes forward.

The caller brings the readings; the clock never reads one and never sleeps. While it stands, scenario time stands. The
machine was asleep where the wall clock, or the process's own readings, went on by more than 5 s without anybody having
looked: the clock stands then from the last moment it was looked at, until somebody says that the drill goes on.
"""

from __future__ import annotations

from dataclasses import dataclass

GAP_MS = 5_000
"""A longer time without a look is a gap: the machine slept, or the process stood still, ms."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Readings of a machine's clocks, both in ms: `monotonic` only goes forward, `wall` may be set."""

    monotonic: int
    wall: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A time in which nobody looked at the clock."""

    ms: int
    """By how much the clocks went on meanwhile."""


@dataclass(frozen=True, slots=True)
class SetBack:
    """The wall clock was set back; scenario time does not mind."""

    ms: int


class Clock:
    """Scenario time in ms since T0. It stands until it is started."""

    def __init__(self, at_ms: int = 0) -> None:
        self._at_ms, self._speed = at_ms, 1.0
        self._since: Reading | None = None
        """The reading at which it was `_at_ms`; None while it stands."""
        self._seen: Reading | None = None

    @property
    def runs(self) -> bool:
        """Return whether scenario time goes on."""
        return self._since is not None

    @property
    def speed(self) -> float:
        """Scenario seconds in a second, when it runs."""
        return self._speed

    def now(self, reading: Reading) -> int:
        """Return the scenario time at a reading, ms."""
        if self._since is None:
            return self._at_ms
        return self._at_ms + int((reading.monotonic - self._since.monotonic) * self._speed)

    def look(self, reading: Reading) -> Gap | SetBack | None:
        """Note that somebody looks. A gap stops a clock that runs at the time it showed when it was last looked at."""
        seen, self._seen = self._seen, reading
        if seen is None or self._since is None:
            return None
        own, wall = reading.monotonic - seen.monotonic, reading.wall - seen.wall
        if max(own, wall) > GAP_MS:
            self._stop(seen)
            return Gap(max(own, wall))
        return SetBack(own - wall) if own - wall > GAP_MS else None

    def start(self, reading: Reading) -> None:
        """Scenario time goes on from where it stands."""
        if self._since is None:
            self._since = self._seen = reading

    def pause(self, reading: Reading) -> None:
        """Scenario time stands still."""
        self._stop(reading)

    def set_speed(self, speed: float, reading: Reading) -> None:
        """From now on so many scenario seconds pass in one; 0 lets it stand. Raises: ValueError for less than 0."""
        if not 0 <= speed < float("inf"):
            raise ValueError(speed)
        if speed == 0:
            self.pause(reading)
            return
        self._at_ms, self._speed = self.now(reading), speed
        self._since = reading if self._since is not None else None

    def jump(self, to_ms: int, reading: Reading) -> None:
        """Scenario time is `to_ms` from now on, whether it runs or stands. Raises: ValueError for a time gone by."""
        if to_ms < self.now(reading):
            raise ValueError(to_ms)
        self._at_ms = to_ms
        self._since = reading if self._since is not None else None

    def monotonic_at(self, t_ms: int, reading: Reading) -> int | None:
        """Return the reading at which it will be `t_ms`; None while it stands."""
        if self._since is None:
            return None
        ahead = max(0, t_ms - self.now(reading))
        return reading.monotonic + -int(-ahead // self._speed)

    def _stop(self, reading: Reading) -> None:
        self._at_ms, self._since = self.now(reading), None

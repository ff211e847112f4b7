"""Two ways timed in turn, so that whatever else the machine is doing hits both alike."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

Way = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of the processor and by the clock on the wall."""

    cpu_s: float
    wall_s: float


def spent(way: Way, cpu_s: Callable[[], float] = time.process_time) -> Spent:
    """What doing `way` once takes; `cpu_s` tells whose processor time counts."""
    wall, cpu = time.perf_counter(), cpu_s()
    way()
    return Spent(cpu_s() - cpu, time.perf_counter() - wall)


def in_turn(ways: Sequence[Way], repeats: int, cpu_s: Callable[[], float] = time.process_time) -> list[Spent]:
    """The median of each way over `repeats` rounds, each of which does every way once."""
    rounds = [[spent(way, cpu_s) for way in ways] for _ in range(repeats)]
    return [_median([each[number] for each in rounds]) for number in range(len(ways))]


def _median(found: Sequence[Spent]) -> Spent:
    return Spent(median(each.cpu_s for each in found), median(each.wall_s for each in found))

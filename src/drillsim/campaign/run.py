"""A campaign from its first unit to its last row on the disk.

Units are handed out in order and come back in any order; a *chunk* of consecutive units of one batch of draws is
written when all of it is there, so what stands on the disk never depends on who played what when. Interrupted, what is
lost are the chunks under way; resumed, chunks that are there are not played again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from drillsim.campaign.play import Row, UnitRows
from drillsim.campaign.runner import Runner
from drillsim.campaign.store import EXACT, Store, batch_name
from drillsim.campaign.table import schema, table
from drillsim.campaign.unit import Unit, unit_count, units
from drillsim.campaign.workers import Task, Workers

UNITS_A_CHUNK = 16
"""Units in a chunk. If each event is played with whatever may go wrong beside, a unit is a chunk of its own: it is much
more."""
MOST_BATCHES = 50

Progress = Callable[[int, int], None]
"""Units done, of how many."""


@dataclass(slots=True)
class Tally:
    """The units and runs played in this sitting; nothing of it goes into the result's bytes."""

    units: int = 0
    runs: int = 0


@dataclass(slots=True)
class _Chunk:
    """A chunk whose units are coming in."""

    size: int
    rows: dict[int, tuple[Row, ...]] = field(default_factory=dict)
    """By place of the unit in the chunk."""

    def in_order(self) -> list[Row]:
        return [row for place in range(self.size) for row in self.rows[place]]


def play_batch(
    runners: Sequence[Runner], workers: Workers, store: Store, batch: str, progress: Progress, tally: Tally
) -> None:
    """Plays one batch of draws of every unit, chunk by chunk; chunks that are there already are not played again."""
    every = _tasks(runners, batch)
    total = units_a_batch(runners)
    missing: dict[int, _Chunk] = {}
    columns = schema(runners[0].subjects)
    size = chunk_size(one_event=runners[0].spec.one_event)
    done = units_there(store, batch, total, size)
    for place, found in workers.play(_not_yet(every, store, batch, missing, total, size)):
        tally.units += 1
        tally.runs += _fresh(found)
        chunk = place // size
        missing[chunk].rows[place % size] = found.rows
        if len(missing[chunk].rows) == missing[chunk].size:
            store.write(batch, chunk, table(missing.pop(chunk).in_order(), columns))
        done += 1
        progress(done, total)


def units_a_batch(runners: Sequence[Runner]) -> int:
    """Units of one batch of draws, those of all variants together."""
    return len(runners) * _count(runners[0])


def first_batch_there(runners: Sequence[Runner], store: Store, *, exact: bool) -> tuple[int, int]:
    """Return the number of units of the batch played first that stand on the disk, and the number in all."""
    total = units_a_batch(runners)
    size = chunk_size(one_event=runners[0].spec.one_event)
    return units_there(store, EXACT if exact else batch_name(0), total, size), total


def chunk_size(*, one_event: bool) -> int:
    """Units that are written together."""
    return 1 if one_event else UNITS_A_CHUNK


def units_there(store: Store, batch: str, total: int, size: int) -> int:
    """Units of a batch of so many that stand on the disk, in chunks of `size`."""
    starts = range(0, total, size)
    return sum(min(size, total - start) for start in starts if store.has(batch, start // size))


def _fresh(found: UnitRows) -> int:
    return sum(row.played for row in found.rows)


def _not_yet(
    every: Iterator[Task], store: Store, batch: str, missing: dict[int, _Chunk], total: int, size: int
) -> Iterator[tuple[int, Task]]:
    """Tasks whose chunk has not been written, with their place; notes which chunks are under way."""
    for place, task in enumerate(every):
        chunk = place // size
        if place % size == 0 and not store.has(batch, chunk):
            missing[chunk] = _Chunk(min(size, total - place))
        if chunk in missing:
            yield place, task


def _tasks(runners: Sequence[Runner], batch: str) -> Iterator[Task]:
    many = runners[0].spec.draws
    draws = None if batch == EXACT else range(int(batch) * many, (int(batch) + 1) * many)
    for number, runner in enumerate(runners):
        for unit in _units(runner):
            yield Task(number, unit, draws)


def _units(runner: Runner) -> Iterator[Unit]:
    limit = runner.spec.limit
    for unit in units(runner.failures, runner.spec):
        if limit is not None and unit.number >= limit:
            return
        yield unit


def _count(runner: Runner) -> int:
    count = unit_count(runner.failures, runner.spec)
    return count if runner.spec.limit is None else min(count, runner.spec.limit)

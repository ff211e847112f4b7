"""The workers that play the units: this process, processes of this machine, or a Dask cluster. The rows are the same.

A worker that is killed loses what it was at; that is played again. Ctrl-C ends the wait at once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from multiprocessing import active_children, get_context
from typing import Any, Protocol, Self

from drillsim.campaign.play import UnitRows, play_unit
from drillsim.campaign.runner import Runner, packed, unpacked
from drillsim.campaign.unit import Unit
from drillsim.errors import InvalidInput, Problem, facts
from drillsim.garbage import keep_what_is_there
from drillsim.processes import serve_parent

AHEAD = 3
"""Units handed out for each worker."""
MOST_BREAKS = 20
"""Workers lost one after the other, with nothing played between, before the campaign gives up."""


def _lost(times: int) -> InvalidInput:
    """Workers keep dying before they have played anything: no memory, or something ends them."""
    return InvalidInput([Problem(file="", field="--workers", code="campaign-workers-lost", facts=facts(times=times))])


@dataclass(frozen=True, slots=True)
class Task:
    """One unit of one runner with some draws."""

    runner: int
    unit: Unit
    draws: range | None
    """Draws of luck; None asks for the exact answer."""


def play(runner: Runner, task: Task) -> UnitRows:
    """The task's rows."""
    if task.draws is not None:
        return play_unit(runner, task.unit, task.draws)
    from drillsim.campaign.play_exact import play_exact

    return play_exact(runner, task.unit)


class Workers(Protocol):
    """Plays tasks; answers come in any order, each with its task's place."""

    @property
    def count(self) -> int:
        """Number of units played at once."""
        ...

    def play(self, tasks: Iterable[tuple[int, Task]]) -> Iterator[tuple[int, UnitRows]]:
        """Every task's rows."""
        ...


class OneProcess:
    """Plays in this process."""

    def __init__(self, runners: Sequence[Runner]) -> None:
        self._benches = runners
        self.count = 1

    def play(self, tasks: Iterable[tuple[int, Task]]) -> Iterator[tuple[int, UnitRows]]:
        """Every task's rows, in order."""
        for place, task in tasks:
            yield place, play(self._benches[task.runner], task)


class Processes:
    """Plays in `count` processes of this machine, each of which unpacks the runners once."""

    def __init__(self, runners: Sequence[Runner], count: int) -> None:
        self._packed = [packed(runner) for runner in runners]
        self.count = count

    def play(self, tasks: Iterable[tuple[int, Task]]) -> Iterator[tuple[int, UnitRows]]:
        """Every task's rows; those at which a process died are played again in new processes. Stopped in between, no
        process plays on: a unit may take minutes, and nobody wants its rows."""
        left = iter(tasks)
        breaks = 0
        others = frozenset(active_children())
        while True:
            waiting: dict[Future[UnitRows], tuple[int, Task]] = {}
            pool = self._pool()
            try:
                for place, rows in self._in_pool(pool, left, waiting):
                    breaks = 0
                    yield place, rows
                return
            except BrokenProcessPool:
                breaks += 1
                if breaks > MOST_BREAKS:
                    raise _lost(breaks) from None
                left = chain(sorted(waiting.values(), key=lambda each: each[0]), left)
            finally:
                for each in active_children() if waiting else ():
                    if each not in others:
                        each.terminate()
                # Stopped in between, its thread is waited for: one left behind wakes a pipe that is closed by then.
                pool.shutdown(wait=bool(waiting), cancel_futures=True)

    def _in_pool(
        self,
        pool: ProcessPoolExecutor,
        left: Iterator[tuple[int, Task]],
        waiting: dict[Future[UnitRows], tuple[int, Task]],
    ) -> Iterator[tuple[int, UnitRows]]:
        while True:
            for place, task in islice(left, self.count * AHEAD - len(waiting)):
                waiting[pool.submit(_play, task)] = (place, task)
            if not waiting:
                return
            for done in wait(waiting, return_when=FIRST_COMPLETED).done:
                rows = done.result()
                yield waiting.pop(done)[0], rows

    def _pool(self) -> ProcessPoolExecutor:
        # Each process solves small matrices: threads of its own would only get into the others' way.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        return ProcessPoolExecutor(
            self.count, mp_context=get_context("spawn"), initializer=_hold, initargs=(self._packed,)
        )


_HELD: list[tuple[str, bytes]] = []


def _hold(runners: list[tuple[str, bytes]]) -> None:
    """Hold the runners a new process is told once. Ctrl-C is the parent's business."""
    serve_parent()
    _HELD[:] = runners


def _play(task: Task) -> UnitRows:
    key, data = _HELD[task.runner]
    rows = play(unpacked(key, data), task)
    _keep()
    return rows


@cache
def _keep() -> None:
    """Keep what the first unit has compiled and solved for good."""
    keep_what_is_there()


class Dask:
    """Plays on the cluster whose scheduler is at `address` (extra `drillsim[dask]`)."""

    def __init__(self, runners: Sequence[Runner], address: str) -> None:
        self._client: Any = _client(address)
        self._benches = [packed(runner) for runner in runners]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    @property
    def count(self) -> int:
        """Workers of the cluster now."""
        return max(len(self._client.scheduler_info()["workers"]), 1)

    def play(self, tasks: Iterable[tuple[int, Task]]) -> Iterator[tuple[int, UnitRows]]:
        """Every task's rows; the cluster itself plays again what a dead worker was at."""
        left = iter(tasks)
        sent = self._send()
        waiting: dict[Any, tuple[int, Task]] = {}
        breaks = 0
        while True:
            room = self.count * AHEAD - len(waiting)
            for place, task in islice(left, max(room, 0)):
                waiting[self._submit(sent, task)] = (place, task)
            if not waiting:
                return
            for done in self._done(waiting):
                place, task = waiting.pop(done)
                try:
                    rows = done.result()
                except (CancelledError, OSError):  # its data went with a worker
                    breaks += 1
                    if breaks > MOST_BREAKS:
                        raise _lost(breaks) from None
                    sent = self._send()
                    waiting[self._submit(sent, task)] = (place, task)
                else:
                    breaks = 0
                    yield place, rows

    def _send(self) -> list[Any]:
        return [self._client.scatter(each, broadcast=True, hash=False) for each in self._benches]

    def _submit(self, sent: list[Any], task: Task) -> Any:
        return self._client.submit(_play_sent, sent[task.runner], task, pure=False, retries=MOST_BREAKS)

    def _done(self, waiting: dict[Any, tuple[int, Task]]) -> list[Any]:
        from distributed import wait as wait_for

        found: Any = wait_for(list(waiting), return_when="FIRST_COMPLETED").done  # type: ignore[no-untyped-call]
        return sorted(found, key=lambda each: waiting[each][0])


def _client(address: str) -> Any:
    """A connection to the scheduler. Raises: InvalidInput when there is none, or no package for it."""
    try:
        from distributed import Client
    except ImportError:
        raise InvalidInput([Problem(file="", field="--scheduler", code="campaign-no-dask")]) from None
    try:
        return Client(address, timeout=10)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError):
        told = facts(address=address)
        raise InvalidInput([Problem(file="", field="--scheduler", code="campaign-scheduler", facts=told)]) from None


def _play_sent(sent: tuple[str, bytes], task: Task) -> UnitRows:
    rows = play(unpacked(*sent), task)
    _keep()
    return rows

"""The workers of a review: this process, or several of this machine. Answers come in the order in which they were
asked.

Every process is given the context once, when it starts; what is asked of it later is small. Where processes can be
forked they inherit the context with everything this process has worked out; elsewhere it is sent to them. A process
that is killed takes its answers with it: they are worked out here.
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import active_children, get_context
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from drillsim.garbage import collect_seldom

C = TypeVar("C")
T = TypeVar("T")
R = TypeVar("R")

AHEAD = 4
"""Jobs handed out for each process."""
START_METHOD = "fork" if sys.platform == "linux" else "spawn"


class Pool(Generic[C]):
    """Does jobs on one context."""

    def __init__(self, context: C, executor: ProcessPoolExecutor | None = None, workers: int = 1) -> None:
        self._context, self._executor, self._workers = context, executor, workers
        self._others = frozenset(active_children())

    @property
    def _processes(self) -> Iterable[BaseProcess]:
        return (each for each in active_children() if each not in self._others)

    def map(self, job: Callable[[C, T], R], items: Iterable[T]) -> Iterator[R]:
        """`job(context, item)` of every item, in the order of `items`. Whoever stops asking stops the rest."""
        left = iter(items)
        if self._executor is None:
            yield from (job(self._context, item) for item in left)
            return
        waiting: deque[tuple[T, Future[R]]] = deque()
        try:
            while True:
                for item in islice(left, AHEAD * self._workers - len(waiting)):
                    waiting.append((item, _submitted(self._executor, job, item)))
                if not waiting:
                    return
                item, future = waiting.popleft()
                try:
                    answer = future.result()
                except BrokenProcessPool:
                    answer = job(self._context, item)
                yield answer
        finally:
            for _, future in waiting:
                future.cancel()

    def stop(self) -> None:
        """Ends the processes at once, whatever they are at."""
        for each in self._processes:
            each.terminate()


@contextmanager
def pool(context: C, workers: int) -> Iterator[Pool[C]]:
    """A pool of `workers` processes that know `context`; with one worker, this process alone. Ctrl-C ends them at
    once."""
    if workers <= 1:
        yield Pool(context)
        return
    executor = ProcessPoolExecutor(
        workers, mp_context=get_context(START_METHOD), initializer=_hold, initargs=(context,)
    )
    found = Pool(context, executor, workers)
    try:
        yield found
    except KeyboardInterrupt:
        found.stop()
        raise
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


_HELD: list[Any] = []


def _hold(context: object) -> None:
    """Hold the context a new process is told. Ctrl-C is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _HELD[:] = [context]
    collect_seldom()


def _do(job: Callable[[Any, T], R], item: T) -> R:
    return job(_HELD[0], item)


def _submitted(executor: ProcessPoolExecutor, job: Callable[[C, T], R], item: T) -> Future[R]:
    try:
        return executor.submit(_do, job, item)
    except BrokenProcessPool as error:
        lost: Future[R] = Future()
        lost.set_exception(error)
        return lost

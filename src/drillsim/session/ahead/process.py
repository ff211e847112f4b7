"""Processes that look ahead beside the drill, so that nobody's decision waits for them.

The thread that leads the drill only hands a question over; everything that may wait (starting a process, sending,
receiving) is done by a thread of this module's own. A new question takes the place of the one before. A process that
dies is replaced, what it was at is played again, and the answer says so.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable
from concurrent.futures import FIRST_EXCEPTION, CancelledError, Future, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Literal

from drillsim.garbage import keep_what_is_there
from drillsim.network import PowerFlow, flow_for
from drillsim.processes import serve_parent, step_back
from drillsim.schema import Case
from drillsim.session.ahead.answer import Ahead, together
from drillsim.session.ahead.draw import OneDraw, play_draw
from drillsim.session.ahead.question import Question
from drillsim.session.drill import open_drill

MOST_PROCESSES = 2
MOST_BREAKS = 3
"""Processes lost on one question before it is given up."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A question and its answer, as far as there is one."""

    state: Literal["asked", "answered", "failed"]
    question: Question
    ahead: tuple[Ahead, ...] = ()
    """Each way of the question, once it is answered."""
    breaks: int = 0
    """Processes that died over it and were replaced."""


class Foresight:
    """The processes that look ahead for one drill. None is started before `prepare` or the first question."""

    def __init__(self, case: Case, processes: int = 0) -> None:
        self._case = case
        self._count = processes or min(MOST_PROCESSES, os.cpu_count() or 1)
        self._hand = ThreadPoolExecutor(1, thread_name_prefix="ahead")
        self._pool: ProcessPoolExecutor | None = None
        self._number = 0
        """The number of the last question."""
        self._is_closed = False
        self._running: list[Future[OneDraw]] = []
        self.changes = 0
        """Grows whenever `looked` becomes another."""
        self.looked: Looked | None = None
        """The last question; None before the first."""

    def prepare(self) -> None:
        """Have a process ready before anything is asked: it loads what it needs and plays the scenario once."""
        self._hand.submit(self._prepare)

    def ask(self, question: Question) -> None:
        """Ask; what was asked before is dropped."""
        self._number += 1
        self._say(Looked("asked", question))
        _cancel(self._running)
        self._hand.submit(self._answer, question, self._number)

    def close(self) -> None:
        """End the processes, whatever they are at."""
        self._is_closed = True
        self._number += 1
        _cancel(self._running)
        _terminate(self._pool)
        self._hand.submit(self._stop)
        self._hand.shutdown(wait=False)

    # -- in the thread of its own ----------------------------------------------------------------------------------
    def _prepare(self) -> None:
        try:
            if not self._is_closed:
                self._begun().submit(_ready).result()
        except BrokenProcessPool:
            self._stop()

    def _begun(self) -> ProcessPoolExecutor:
        if self._pool is None:
            os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices: threads would only be in the way
            self._pool = ProcessPoolExecutor(
                self._count, mp_context=get_context("spawn"), initializer=_hold, initargs=(self._case,)
            )
        return self._pool

    def _stop(self) -> None:
        pool, self._pool = self._pool, None
        _terminate(pool)
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)

    def _answer(self, question: Question, number: int) -> None:
        breaks = 0
        while number == self._number:
            try:
                found = self._played(question, number)
            except BrokenProcessPool:
                self._stop()
                breaks += 1
                if breaks > MOST_BREAKS:
                    self._tell(number, Looked("failed", question, breaks=breaks))
                    return
            except CancelledError:
                return
            except Exception:  # a fault of ours in a copy of the drill: the drill itself goes on
                self._tell(number, Looked("failed", question, breaks=breaks))
                raise
            else:
                self._tell(number, Looked("answered", question, found, breaks))
                return

    def _tell(self, number: int, looked: Looked) -> None:
        if number == self._number:
            self._say(looked)

    def _say(self, looked: Looked) -> None:
        self.looked = looked
        self.changes += 1

    def _played(self, question: Question, number: int) -> tuple[Ahead, ...]:
        """Raises: BrokenProcessPool, CancelledError."""
        data, pool = pickle.dumps(question, protocol=5), self._begun()
        places = [(way, draw) for way in range(len(question.ways)) for draw in range(1, question.draws + 1)]
        running = [pool.submit(_play, number, data, way, draw) for way, draw in places]
        self._running = running
        if number != self._number:
            _cancel(running)
        wait(running, return_when=FIRST_EXCEPTION)
        draws = [each.result() for each in running]
        return tuple(
            together(question, decision, [found for found, (way, _) in zip(draws, places, strict=True) if way == place])
            for place, decision in enumerate(question.ways)
        )


def _cancel(running: Iterable[Future[OneDraw]]) -> None:
    for each in running:
        each.cancel()


def _terminate(pool: ProcessPoolExecutor | None) -> None:
    for each in list((pool._processes or {}).values()) if pool is not None else ():
        each.terminate()


# -- in the processes --------------------------------------------------------------------------------------------------

_HELD: list[tuple[Case, PowerFlow]] = []
_ASKED: list[tuple[int, Question]] = []


def _hold(case: Case) -> None:
    """Get ready: whatever the scenario asks of the network is worked out once, by the plan alone."""
    serve_parent()
    step_back()
    flow = flow_for(case.dossier.network)
    _HELD[:] = [(case, flow)]
    drill = open_drill(case, flow, played=())
    drill.go_to(case.scenario.horizon)
    keep_what_is_there()


def _ready() -> bool:
    return bool(_HELD)


def _play(number: int, data: bytes, way: int, draw: int) -> OneDraw:
    if not _ASKED or _ASKED[0][0] != number:
        _ASKED[:] = [(number, pickle.loads(data))]
    question, (case, flow) = _ASKED[0][1], _HELD[0]
    return play_draw(case, flow, question, question.ways[way], draw)

"""Where runs of a review are played: a task in, what is needed of its journal out, on any executor.

Every run of one review has the same network, so compiled arrays and power-flow answers are kept per process: the
memo changes how long a run takes and nothing else.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeVar

from drillsim.journal.record import Journal
from drillsim.network import CompiledNetwork, Memo, PandapowerFlow, PowerFlow, compile_network
from drillsim.schema.dossier import Case
from drillsim.schema.network import Network
from drillsim.simulation.run import simulate
from drillsim.simulation.what_if import AS_IT_IS, WhatIf

T = TypeVar("T")
R = TypeVar("R")
_KEEP = 4
_AHEAD = 16
"""Runs handed to workers before the first is asked for."""
_KNOWN: dict[str, tuple[PowerFlow, CompiledNetwork]] = {}


@dataclass(frozen=True, slots=True)
class Task:
    """One run to be played."""

    case: Case
    seed: int
    network_key: str
    """Digest of the network, equal for all runs of a review (`network_key`)."""
    what_if: WhatIf = AS_IT_IS
    header: Mapping[str, Any] = field(default_factory=dict)


class SerialExecutor(Executor):
    """Plays at once, in this process."""

    def submit(self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> Future[R]:
        """A future that is already done."""
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:
            if not isinstance(error, Exception):
                raise
            future.set_exception(error)
        return future


def network_key(network: Network) -> str:
    """Digest of `network`: runs with the same key share power-flow answers."""
    from hashlib import sha256

    return sha256(network.model_dump_json(by_alias=True).encode("utf-8")).hexdigest()


def remember(key: str, flow: PowerFlow, net: CompiledNetwork) -> None:
    """Has this process play runs of the network `key` with `flow`."""
    while len(_KNOWN) >= _KEEP and key not in _KNOWN:
        del _KNOWN[next(iter(_KNOWN))]
    _KNOWN[key] = (flow, net)


def play(task: Task) -> Journal:
    """The journal of the task's run."""
    if task.network_key not in _KNOWN:
        network = task.case.dossier.network
        remember(task.network_key, Memo(PandapowerFlow(network)), compile_network(network))
    flow, net = _KNOWN[task.network_key]
    return simulate(task.case, seed=task.seed, flow=flow, net=net, what_if=task.what_if, header=task.header)


def in_order(executor: Executor, fn: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """Results of `fn` in the order of `items`, whatever the workers do. Who stops asking stops the rest, so runs are
    handed out a few ahead of the one asked for; in this process, none ahead."""
    ahead = 1 if isinstance(executor, SerialExecutor) else _AHEAD
    waiting: deque[Future[R]] = deque()
    left = iter(items)
    try:
        while True:
            waiting.extend(executor.submit(fn, item) for item in islice(left, ahead - len(waiting)))
            if not waiting:
                return
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()

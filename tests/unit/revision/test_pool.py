"""Processes that work for a review: the answers of one process, in its order, whoever dies."""

from __future__ import annotations

import os
import signal
from importlib import import_module
from itertools import islice
from multiprocessing import get_all_start_methods

import pytest

from drillsim.revision import pool

pool_module = import_module("drillsim.revision.pool")
METHODS = [name for name in ("fork", "spawn") if name in get_all_start_methods()]


def _added(context: int, item: int) -> int:
    return context + item


def _fatal(parent: int, item: int) -> int:
    """Dies at 3, but not in the process that asks."""
    if item == 3 and os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGTERM)
    return item * item


def _wrong(context: int, item: int) -> int:
    raise ValueError(f"{context} {item}")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("workers", [1, 2, 3])
def test_answers_come_in_the_order_asked(method: str, workers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool_module, "START_METHOD", method)
    with pool(100, workers) as players:
        assert list(players.map(_added, range(20))) == list(range(100, 120))
        assert list(players.map(_added, [5])) == [105]


def test_what_a_dead_process_was_at_is_worked_out_here() -> None:
    with pool(os.getpid(), 2) as players:
        assert list(players.map(_fatal, range(8))) == [each * each for each in range(8)]
        assert list(players.map(_fatal, range(3))) == [0, 1, 4]


def test_a_fault_in_a_process_is_a_fault_here() -> None:
    with pool(7, 2) as players, pytest.raises(ValueError, match="7 1"):
        list(players.map(_wrong, [1]))


def test_whoever_has_seen_enough_stops_the_rest() -> None:
    with pool(0, 2) as players:
        assert list(islice(players.map(_added, range(1_000)), 2)) == [0, 1]


def test_stopped_processes_do_not_keep_anybody_waiting() -> None:
    with pool(0, 2) as players:
        assert list(players.map(_added, [1])) == [1]
        players.stop()

"""Who plays the units, and what goes wrong meanwhile, changes no byte of the rows."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from drillsim.campaign.play import UnitRows
from drillsim.campaign.run import UNITS_A_CHUNK, Tally, play_batch
from drillsim.campaign.runner import Runner
from drillsim.campaign.store import Store, batch_name
from drillsim.campaign.workers import OneProcess, Processes, Task
from unit.campaign.conftest import begun, finished

UNITS = 40


@pytest.fixture(scope="module")
def expected(runner: Runner, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    store = begun(runner, tmp_path_factory.mktemp("one") / "campaign")
    return finished(runner, OneProcess([runner]), store)


class Stopping:
    """One process that is stopped after so many units."""

    def __init__(self, runner: Runner, after: int) -> None:
        self._inner, self._after, self.count = OneProcess([runner]), after, 1

    def play(self, tasks: Iterable[tuple[int, Task]]) -> Iterator[tuple[int, UnitRows]]:
        for done, found in enumerate(self._inner.play(tasks)):
            if done == self._after:
                raise KeyboardInterrupt
            yield found


class Shuffled:
    """One process whose answers come back in another order."""

    def __init__(self, runner: Runner) -> None:
        self._inner, self.count = OneProcess([runner]), 1

    def play(self, tasks: Iterable[tuple[int, Task]]) -> Iterator[tuple[int, UnitRows]]:
        found = list(self._inner.play(tasks))
        random.Random(7).shuffle(found)
        yield from found


def test_the_order_in_which_units_come_back_does_not_matter(runner: Runner, expected: bytes, tmp_path: Path) -> None:
    assert finished(runner, Shuffled(runner), begun(runner, tmp_path / "campaign")) == expected


def test_two_processes_give_the_same_bytes(runner: Runner, expected: bytes, tmp_path: Path) -> None:
    assert finished(runner, Processes([runner], 2), begun(runner, tmp_path / "campaign")) == expected


def test_a_killed_process_loses_nothing(runner: Runner, expected: bytes, tmp_path: Path) -> None:
    store = begun(runner, tmp_path / "campaign")
    killed: list[int] = []

    def kill(done: int, of: int) -> None:
        if done in (3, 9):
            pid = _children()[0]
            os.kill(pid, signal.SIGKILL)
            killed.append(pid)

    play_batch([runner], Processes([runner], 2), store, batch_name(0), kill, Tally())
    store.merge()
    assert len(killed) == 2
    assert (store.part / "cases.parquet").read_bytes() == expected


def _children() -> list[int]:
    """Processes this one has started to play units."""
    return [child.pid for child in multiprocessing.active_children() if child.pid is not None]


@pytest.mark.parametrize("after", random.Random(3).sample(range(1, UNITS - 1), 5))
def test_stopped_at_any_moment_and_resumed_it_gives_the_same_bytes(
    after: int, runner: Runner, expected: bytes, tmp_path: Path
) -> None:
    store = begun(runner, tmp_path / "campaign")
    with pytest.raises(KeyboardInterrupt):
        finished(runner, Stopping(runner, after), store)
    assert len(store.chunks()) == after // UNITS_A_CHUNK
    tally = Tally()
    play_batch([runner], OneProcess([runner]), Store(store.path), batch_name(0), lambda done, of: None, tally)
    assert tally.units == UNITS - len(range(0, after // UNITS_A_CHUNK)) * UNITS_A_CHUNK
    assert finished(runner, OneProcess([runner]), store) == expected


def test_a_stopped_campaign_has_no_half_written_chunk(runner: Runner, tmp_path: Path) -> None:
    store = begun(runner, tmp_path / "campaign")
    with pytest.raises(KeyboardInterrupt):
        finished(runner, Stopping(runner, UNITS_A_CHUNK + 1), store)
    assert [path.suffix for path in (store.part / "chunks").iterdir()] == [".parquet"]


def test_what_is_played_again_is_counted_as_nothing_new(runner: Runner, tmp_path: Path) -> None:
    store, tally = begun(runner, tmp_path / "campaign"), Tally()
    finished(runner, OneProcess([runner]), store)
    play_batch([runner], OneProcess([runner]), store, batch_name(0), lambda done, of: None, tally)
    assert (tally.units, tally.runs) == (0, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT cannot be sent to one process there")
def test_the_parent_alone_hears_ctrl_c(runner: Runner, tmp_path: Path) -> None:
    """Workers ignore it: a terminal sends Ctrl-C to the whole group, and none may write half a thing."""
    workers = Processes([runner], 1)
    store = begun(runner, tmp_path / "campaign")

    def interrupt(done: int, of: int) -> None:
        if done == 1:
            os.kill(_children()[0], signal.SIGINT)

    tally = Tally()
    play_batch([runner], workers, store, batch_name(0), interrupt, tally)
    assert tally.units == UNITS

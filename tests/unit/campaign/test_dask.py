"""The same units on a cluster: the same bytes, whatever happens to its workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from drillsim.campaign.run import Tally, play_batch
from drillsim.campaign.runner import Runner
from drillsim.campaign.store import CASES, batch_name
from drillsim.campaign.workers import Dask, OneProcess
from drillsim.errors import InvalidInput
from unit.campaign.conftest import begun, finished

pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers as the README starts them, each a process of its own."""
    place = tmp_path_factory.mktemp("dask")
    written = place / "scheduler.json"
    quiet = {"cwd": place, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    local = ["--host", "127.0.0.1", "--no-dashboard"]
    scheduler = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "distributed.cli.dask_scheduler",
            *local,
            "--port",
            "0",
            "--scheduler-file",
            str(written),
        ],
        **quiet,  # type: ignore[call-overload]  # the three keys are Popen's
    )
    deadline = time.monotonic() + 60
    while not written.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    import json

    address = json.loads(written.read_text(encoding="utf-8"))["address"]
    command = [sys.executable, "-m", "distributed.cli.dask_worker", address, *local, "--nthreads", "1", "--no-nanny"]
    workers = [subprocess.Popen(command, **quiet) for _ in range(2)]  # type: ignore[call-overload]
    yield address, workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed(
    runner: Runner, cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    address, processes = cluster
    expected = finished(runner, OneProcess([runner]), begun(runner, tmp_path / "one"))
    store = begun(runner, tmp_path / "many")
    killed: list[int] = []

    def kill(done: int, of: int) -> None:
        if done == 5 and not killed:
            os.kill(processes[0].pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
            killed.append(processes[0].pid)

    with Dask([runner], address) as workers:
        play_batch([runner], workers, store, batch_name(0), kill, Tally())
    store.merge()
    assert killed
    assert (store.part / CASES).read_bytes() == expected


@pytest.mark.full
def test_a_scheduler_that_does_not_answer_is_named(runner: Runner) -> None:
    with pytest.raises(InvalidInput) as refused:
        Dask([runner], "tcp://127.0.0.1:9")
    assert [each.code for each in refused.value.problems] == ["campaign-scheduler"]

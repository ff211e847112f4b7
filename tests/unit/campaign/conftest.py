"""A small campaign that any worker can play."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drillsim.campaign.run import Tally, play_batch
from drillsim.campaign.runner import Runner, runner_of
from drillsim.campaign.spec import Spec, hours_of
from drillsim.campaign.store import CASES, Store, batch_name, begin
from drillsim.campaign.workers import Workers
from drillsim.network import Memo, PandapowerFlow
from helpers.small_customer import small_customer

Played = Callable[[Workers, Path], bytes]


def small_bench(order: int = 1, draws: int = 2, limit: int | None = 40) -> Runner:
    """The small customer by day and night."""
    of = small_customer()
    spec = Spec(order=order, hours=hours_of(of, ("day", "night")), draws=draws, limit=limit)
    return runner_of(of, {}, spec, Memo(PandapowerFlow(of.network)))


@pytest.fixture(scope="session")
def runner() -> Runner:
    return small_bench()


def begun(runner: Runner, path: Path) -> Store:
    """An empty campaign folder."""
    return begin(path, {"seed": runner.spec.seed}, {"plan.yaml": b"format: 1\n"})


def finished(runner: Runner, workers: Workers, store: Store) -> bytes:
    """The bytes of all rows once every unit is played."""
    play_batch([runner], workers, store, batch_name(0), lambda done, of: None, Tally())
    store.merge()
    return (store.part / CASES).read_bytes()

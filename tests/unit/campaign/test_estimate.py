"""What is said before a campaign begins: how many cases and runs, and about how long."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from drillsim.campaign.estimate import estimate
from drillsim.campaign.run import Tally, play_batch
from drillsim.campaign.runner import Runner
from drillsim.campaign.store import batch_name
from drillsim.campaign.unit import case_count
from drillsim.campaign.workers import OneProcess
from unit.campaign.conftest import begun


def test_runs_are_those_that_come(runner: Runner, tmp_path: Path) -> None:
    store = begun(runner, tmp_path / "campaign")
    play_batch([runner], OneProcess([runner]), store, batch_name(0), lambda done, of: None, Tally())
    rows = sum(table.num_rows for table in store.tables())
    ticks = count()
    found = estimate(runner, lambda: float(next(ticks)), sampled=True, exact=False)
    assert found.cases == case_count(runner.failures, runner.spec)
    assert 0.5 * rows <= found.runs <= 2 * rows
    assert found.seconds > 0


def test_nothing_is_drawn_for_an_exact_campaign(runner: Runner) -> None:
    ticks = count()
    assert estimate(runner, lambda: float(next(ticks)), sampled=False, exact=True).runs == 0

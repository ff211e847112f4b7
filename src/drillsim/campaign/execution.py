"""A campaign conducted: draws batch by batch until they are enough, exact answers beside them, one result of both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drillsim.campaign.answer import answer, relative_error
from drillsim.campaign.result import CampaignResult
from drillsim.campaign.run import MOST_BATCHES, Tally, play_batch
from drillsim.campaign.runner import Runner
from drillsim.campaign.store import EXACT, Store, batch_name
from drillsim.campaign.workers import Workers

Progress = Callable[[str, int, int], None]
"""The batch, units done, of how many."""


@dataclass(frozen=True, slots=True)
class How:
    """The answers that are asked for."""

    sampled: bool = True
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Executed:
    """A campaign's result, and what was played in this sitting."""

    result: CampaignResult
    tally: Tally


def execute(runners: Sequence[Runner], workers: Workers, store: Store, how: How, progress: Progress) -> Executed:
    """Plays what is missing and answers. `runners[0]` is the plan as it is, the others variants."""
    tally = Tally()
    if how.exact:
        _play(runners, workers, store, EXACT, progress, tally)
    if how.sampled:
        for number in range(MOST_BATCHES):
            _play(runners, workers, store, batch_name(number), progress, tally)
            if _is_enough(runners, store):
                break
    return Executed(answer(runners, store, how.exact), tally)


def _play(
    runners: Sequence[Runner], workers: Workers, store: Store, batch: str, progress: Progress, tally: Tally
) -> None:
    play_batch(runners, workers, store, batch, lambda done, of: progress(batch, done, of), tally)


def _is_enough(runners: Sequence[Runner], store: Store) -> bool:
    """Return whether the unserved energy of a year is known well enough: asked at the end of each batch, never in
    between."""
    wanted = runners[0].spec.target_error
    return wanted is None or relative_error(runners, store.tables) <= wanted

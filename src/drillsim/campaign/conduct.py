"""A campaign conducted: draws batch by batch until they are enough, exact answers beside them, one result of both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drillsim.campaign.answer import answer, relative_error
from drillsim.campaign.bench import Bench
from drillsim.campaign.result import CampaignResult
from drillsim.campaign.run import MOST_BATCHES, Tally, play_batch
from drillsim.campaign.store import EXACT, Store, batch_name
from drillsim.campaign.workers import Workers

Progress = Callable[[str, int, int], None]
"""The batch, units done, of how many."""


@dataclass(frozen=True, slots=True)
class How:
    """Which answers are asked for."""

    sampled: bool = True
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Conducted:
    """A campaign's result, and what was played in this sitting."""

    result: CampaignResult
    tally: Tally


def conduct(benches: Sequence[Bench], workers: Workers, store: Store, how: How, progress: Progress) -> Conducted:
    """Plays what is missing and answers. `benches[0]` is the plan as it is, the others variants."""
    tally = Tally()
    if how.exact:
        _play(benches, workers, store, EXACT, progress, tally)
    if how.sampled:
        for number in range(MOST_BATCHES):
            _play(benches, workers, store, batch_name(number), progress, tally)
            if _is_enough(benches, store):
                break
    return Conducted(answer(benches, store, how.exact), tally)


def _play(
    benches: Sequence[Bench], workers: Workers, store: Store, batch: str, progress: Progress, tally: Tally
) -> None:
    play_batch(benches, workers, store, batch, lambda done, of: progress(batch, done, of), tally)


def _is_enough(benches: Sequence[Bench], store: Store) -> bool:
    """Whether the unserved energy of a year is known well enough: asked at the end of each batch, never in between."""
    wanted = benches[0].spec.target_error
    return wanted is None or relative_error(benches, store.tables) <= wanted

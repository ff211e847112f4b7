"""Exact answers: every way the consulted chances can go, each with its probability.

A run consults named chances. One run with nothing chosen takes the likelier branch of each and notes them: that is one
leaf, and every branch it did not take is the root of what is left. The heaviest root is played next, so the weight left
falls as fast as it can, and each run gives one leaf. It ends once the *total* weight left is below the bound; what is
left widens every answer.

A drawn duration has no branches. Exactness is impossible then: the names say which field is to blame.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Generic, TypeVar

from drillsim.journal import Journal
from drillsim.network import Memo, PandapowerFlow, PowerFlow
from drillsim.schema import Case
from drillsim.simulation import Asked, ChosenLuck, Luck, Span, Use, simulate

T = TypeVar("T")
WEIGHT_BOUND = 1e-9
"""Weight that may be left where nobody says otherwise."""
MOST_RUNS = 100_000
"""Runs of one enumeration where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """One way everything consulted can go."""

    probability: float
    chosen: tuple[tuple[Use, Span], ...]
    """Span the u of each use was chosen from; chances beyond took their likelier branch."""
    result: T


@dataclass(frozen=True, slots=True)
class Enumerated(Generic[T]):
    """Leaves in the order in which they were played, heaviest roots first."""

    leaves: tuple[Leaf[T], ...]
    weight_left: float
    """Probability of everything that was not played."""
    continuous: tuple[str, ...]
    """Names of drawn durations that were asked for; with any, the answer is not exact."""

    @property
    def runs(self) -> int:
        """Runs played: one a leaf."""
        return len(self.leaves)

    @property
    def exact(self) -> bool:
        """Return whether only `weight_left` stands between the answer and the truth."""
        return not self.continuous

    def chance(self, that: Callable[[T], bool]) -> tuple[float, float]:
        """The least and the greatest probability that `that` holds."""
        low = min(math.fsum(leaf.probability for leaf in self.leaves if that(leaf.result)), 1.0)  # rounding
        return low, min(low + self.weight_left, 1.0)

    def mean(self, value: Callable[[T], float], *, least: float, most: float) -> tuple[float, float]:
        """The least and the greatest mean of `value`, which never lies outside `least` and `most`."""
        known = math.fsum(leaf.probability * value(leaf.result) for leaf in self.leaves)
        return known + self.weight_left * least, known + self.weight_left * most


@dataclass(frozen=True, slots=True)
class _Root:
    """The choices for a run to be played, as a chain: most roots share most of it with others."""

    weight: float
    before: _Root | None = None
    use: Use = ("", 0)
    span: Span = (0.0, 1.0)

    def choices(self) -> dict[Use, Span]:
        """By use, in the order in which they were asked; a use that was narrowed twice has its last span."""
        chain: list[_Root] = []
        at: _Root = self
        while at.before is not None:
            chain.append(at)
            at = at.before
        return {each.use: each.span for each in reversed(chain)}


def enumerate_chances(
    play: Callable[[Luck], T],
    *,
    weight_bound: float = WEIGHT_BOUND,
    most_runs: int = MOST_RUNS,
    at_medians: bool = False,
) -> Enumerated[T]:
    """Every leaf of what `play` consults, until less than `weight_bound` is left or `most_runs` are played.

    `play` must do the same whenever its luck answers the same. It ends with the first run that asked for a drawn
    duration, unless `at_medians` wants the answer for drawn durations at their medians.
    """
    leaves: list[Leaf[T]] = []
    drawn: dict[str, None] = {}
    heap: list[tuple[float, int, _Root]] = [(-1.0, 0, _Root(1.0))]
    left, numbers = 1.0, count(1)
    while heap and left >= weight_bound and len(leaves) < most_runs and (at_medians or not drawn):
        root = heapq.heappop(heap)[2]
        chosen = root.choices()
        luck = ChosenLuck(chosen)
        result = play(luck)
        drawn |= dict.fromkeys(luck.drawn)
        end, others = _branches(root, luck.open)
        for other in others:
            heapq.heappush(heap, (-other.weight, next(numbers), other))
        leaves.append(Leaf(end.weight, tuple(chosen.items()), result))
        left = _left(left - end.weight, weight_bound, heap)
    return Enumerated(tuple(leaves), math.fsum(-weight for weight, _, _ in heap), tuple(drawn))


def _branches(root: _Root, asked: list[Asked]) -> tuple[_Root, list[_Root]]:
    """Return the root the run ended at, and for each open chance the way it did not go."""
    others = []
    for each in asked:
        others.append(_after(root, each, not each.happened))
        root = _after(root, each, each.happened)
    return root, others


def _after(root: _Root, asked: Asked, way: bool) -> _Root:
    return _Root(root.weight * asked.probability(way), root, asked.use, asked.branch(way))


def _left(about: float, bound: float, heap: list[tuple[float, int, _Root]]) -> float:
    """Return the weight left: by subtraction until that says enough, then added up, so that rounding ends nothing
    early."""
    return about if about >= bound else math.fsum(-weight for weight, _, _ in heap)


def enumerate_case(
    case: Case,
    read: Callable[[Journal], T],
    *,
    flow: PowerFlow | None = None,
    weight_bound: float = WEIGHT_BOUND,
    most_runs: int = MOST_RUNS,
    at_medians: bool = False,
) -> Enumerated[T]:
    """The same for one case of the engine; of each journal only what `read` makes of it is kept."""
    shared = flow or Memo(PandapowerFlow(case.dossier.network))
    return enumerate_chances(
        lambda luck: read(simulate(case, luck=luck, flow=shared)),
        weight_bound=weight_bound,
        most_runs=most_runs,
        at_medians=at_medians,
    )

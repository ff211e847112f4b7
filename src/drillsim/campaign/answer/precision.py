"""The precision of the unserved energy of a year after so many draws of luck: what `--target-error` compares.

All cases of a draw share its luck, so the yearly sums of the draws are independent and alike, whatever the cases have
in common. The half-width of the 95 % interval of their mean (Student) is divided by the mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import inf, sqrt
from typing import TYPE_CHECKING

from drillsim.campaign.answer.frame import Frame, book_of, frames
from drillsim.campaign.answer.interval import t975
from drillsim.campaign.runner import Runner

if TYPE_CHECKING:
    import pyarrow as pa


def relative_error(runners: Sequence[Runner], tables: Callable[[], Iterator[pa.Table]]) -> float:
    """Return half the 95 % interval ÷ the mean, for the plan as it is, `runners[0]`. 0 where no draw leaves anything
    unserved; infinite after a single draw."""
    books = {runner.variant: book_of(runner) for runner in runners}
    sums: dict[int, int] = {}
    for table in tables():
        for variant, frame in frames(table, books):
            if variant == runners[0].variant:
                _add(frame, sums)
    return spread([sums[draw] for draw in sorted(sums)])


def spread(sums: Sequence[int]) -> float:
    """The relative half-width of the 95 % interval of the mean of these independent sums."""
    many, whole = len(sums), sum(sums)
    if many < 2:
        return inf
    if not whole:
        return 0.0
    relative = [each * many / whole - 1 for each in sums]
    return t975(many - 1) * sqrt(sum(each * each for each in relative) / (many - 1) / many)


def _add(frame: Frame, sums: dict[int, int]) -> None:
    """By draw: weight × watt-milliseconds."""
    import numpy as np

    places = frame.weighed()
    if not len(places):
        return
    of_case = np.array([case.weight for case in frame.cases], dtype=object)
    weights = of_case[frame.case_of]
    totals = weights * frame.matrix("unserved_w_ms").sum(axis=1).astype(object)
    for draw in np.unique(frame.draw):
        sums[int(draw)] = sums.get(int(draw), 0) + int(totals[frame.draw == draw].sum())

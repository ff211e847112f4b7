"""Everything that is summed up of one plan, in one pass over its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from drillsim.campaign.answer.changes import Toll
from drillsim.campaign.answer.costs import Costs
from drillsim.campaign.answer.counts import Counts
from drillsim.campaign.answer.coverage import Exercised
from drillsim.campaign.answer.failure_sets import FailureSets
from drillsim.campaign.answer.frame import WHOLE, Book, Frame, frames
from drillsim.campaign.answer.importance import Misses
from drillsim.campaign.answer.no_flow import NoFlows
from drillsim.campaign.answer.patterns import patterns
from drillsim.campaign.answer.points import Points
from drillsim.campaign.answer.scale import Scale
from drillsim.campaign.answer.subjects import SubjectSums
from drillsim.campaign.answer.unrated import Unrated
from drillsim.campaign.answer.worst import Worst
from drillsim.campaign.run import MOST_BATCHES

if TYPE_CHECKING:
    import pyarrow as pa


class PlanSums:
    """The sums of the plan as it is, and the toll of each variant."""

    def __init__(self, books: Mapping[str, Book], *, enumerated: bool) -> None:
        """`books`: by variant, the plan as it is first. `enumerated`: rows are branches with shares of their own."""
        self._books, self._enumerated = books, enumerated
        self._own, book = next(iter(books.items()))
        self._book, spec = book, book.runner.spec
        self.most_parts = len(spec.hours) * (WHOLE if enumerated else spec.draws * MOST_BATCHES)
        self.subjects = SubjectSums(book, self.most_parts)
        self.sets = FailureSets(book)
        self.misses = Misses(book)
        self.exercised = Exercised(book)
        self.costs = Costs()
        self.worst = Worst(book.runner)
        self.points = Points(book)
        self.counts = Counts(book)
        self.no_flows = NoFlows(book)
        self.unrated = Unrated(book)
        self.tolls = {variant: Toll(each, keep_cases=len(books) > 1) for variant, each in books.items()}

    def read(self, tables: Iterable[pa.Table]) -> Iterator[Frame]:
        """Adds all tables up; gives the frames of the plan as it is on the way, for whoever sums up more."""
        for table in tables:
            for variant, frame in frames(table, self._books, enumerated=self._enumerated):
                self._add(variant, frame)
                if variant == self._own:
                    yield frame

    @property
    def trials(self) -> int:
        """Draws of luck; 0 where nothing is sampled."""
        return 0 if self._enumerated else len(self.counts.draws)

    @property
    def scale(self) -> Scale:
        draws = WHOLE if self._enumerated else len(self.counts.draws)
        return Scale(self._book.weights.weighed, draws, len(self._book.runner.spec.hours))

    @property
    def parts(self) -> int:
        """Count of all rows of one set of failures, every hour and draw."""
        return max(self.scale.draws * self.scale.hours, 1)

    def _add(self, variant: str, frame: Frame) -> None:
        found = patterns(frame)
        self.tolls[variant].add(frame, found)
        if variant != self._own:
            return
        self.subjects.add(frame, found)
        self.sets.add(frame, found)
        self.misses.add(frame, found)
        self.exercised.add(frame)
        self.costs.add(frame, weighed=self._book.weights.weighed)
        self.worst.add(frame)
        self.points.add(frame)
        self.counts.add(frame)
        self.no_flows.add(frame)
        self.unrated.add(frame, found)

"""The smallest sets of failures that break the plan.

A set breaks a subject if, in any draw of luck at any hour, the subject's limit is missed in the case of the set. It
is listed for a subject only if no smaller part of it breaks that subject; plans are not monotone, so a larger set may
break less than a part of it does. Nothing failing at all is a set too: what it breaks, nothing needs to break.

A set that was left out is, run for run, the case of its largest part that was played; so it breaks nothing that this
part does not break, and is never smallest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from drillsim.campaign.answer.frame import Book, Frame
from drillsim.campaign.answer.harm import is_trivial, weighs_most
from drillsim.campaign.answer.patterns import Pattern
from drillsim.campaign.answer.weights import Members, yearly
from drillsim.campaign.result import FailureSet


class FailureSets:
    """Fed batch by batch. Only what no known part breaks is kept: more rows can only add to what parts break."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._broken: dict[Members, int] = {}
        self._rows: dict[Members, dict[tuple[str, int], int]] = {}
        """By set: parts by hour and by what is missed together."""

    def add(self, frame: Frame, found: Iterable[Pattern]) -> None:
        """The limits one batch misses."""
        for each in found:
            case = frame.cases[each.case]
            if not case.scenario and (own := each.mask & ~self._of_parts(case.members)):
                self._broken[case.members] = self._broken.get(case.members, 0) | own
                rows = self._rows.setdefault(case.members, {})
                rows[case.hour, own] = rows.get((case.hour, own), 0) + each.parts

    def sets(self, parts: int) -> tuple[FailureSet, ...]:
        """Fewest members first, then by harm: what is critical, how much is broken, how often; what is trivial last.
        `parts`: what all rows of a set count, every hour and draw."""
        found = [(members, own) for members in self._broken if (own := self._own(members))]
        listed = [(members, self._set(members, own, parts)) for members, own in found]
        return tuple(each for _, each in sorted(listed, key=lambda pair: _rank(*pair)))

    def _own(self, members: Members) -> int:
        return self._broken[members] & ~self._of_parts(members)

    def _of_parts(self, members: Members) -> int:
        """Return the subjects that the smaller parts of a set break, as bits."""
        mask = 0
        for part in _parts(members):
            mask |= self._broken.get(part, 0)
        return mask

    def _set(self, members: Members, own: int, parts: int) -> FailureSet:
        runner = self._book.runner
        broken = [at for at in range(len(runner.subjects)) if own >> at & 1]
        subjects = [runner.subjects[at] for at in broken]
        kinds = {each.id: each.kind for each in subjects}
        probability = self._missing(members, own) / parts
        often = yearly(runner.failures, members)
        return FailureSet(
            members=tuple(runner.failures[place].id for place in members),
            breaks=tuple(runner.subjects[at].id for at in broken),
            probability=probability,
            per_year=None if often is None else often * probability,
            assumed=often is not None and any(runner.failures[place].assumed for place in members),
            critical=sum(weighs_most(runner.dossier, each.kind, each.id) for each in subjects),
            trivial=len(members) == 1 and is_trivial(runner.dossier, runner.failures[members[0]], kinds),
            hours=self._hours(members, own),
            shares=tuple(self._missing(members, 1 << at) / parts for at in broken),
        )

    def _missing(self, members: Members, mask: int) -> int:
        """Parts in which any of these is missed."""
        return sum(count for (_, each), count in self._rows[members].items() if each & mask)

    def _hours(self, members: Members, mask: int) -> tuple[str, ...]:
        """Hours at which any of these is missed, in the order of the campaign."""
        missed = {hour for hour, each in self._rows[members] if each & mask}
        return tuple(each.name for each in self._book.runner.spec.hours if each.name in missed)


def _parts(members: Members) -> Iterator[Members]:
    """Every smaller part, the empty one too."""
    for size in range(len(members)):
        yield from combinations(members, size)


def _rank(members: Members, found: FailureSet) -> tuple[int, bool, int, int, float, float, Members]:
    often = -1.0 if found.per_year is None else found.per_year
    harm = (-found.critical, -len(found.breaks), -often, -found.probability)
    return found.order, found.trivial, *harm, members

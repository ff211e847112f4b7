"""The best set of a pool of changes, by what comes of each set and which of equals is preferred.

With few changes every set is looked at and the answer is the best there is. With more the best is looked for: change by
change, two or a group at a time where no single one helps, then changes are exchanged and left out.
`Choice.exact` tells which.

Nothing is taken for granted of what changes do together: two that help may harm together, two that do nothing may help.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Protocol

Chosen = tuple[int, ...]
"""Places of changes in the pool, ascending."""
Value = tuple[int, ...]
"""Amounts left undone, the gravest first; the smaller is the better. The first `DECISIVE` decide; the others tell a
search which way leads to less."""
DECISIVE = 4

MOST_EXACT = 10
"""Changes of which every set is looked at."""
WIDTH = 12
"""Changes looked at in each step of a search, the most promising."""
MOST_GROWN = 12
"""Steps of one growth."""
EXCHANGED = 4
"""Changes each of a set is exchanged for."""
PAIRED = 6
"""Changes looked at two at a time where no single one helps, if there are more than a step looks at."""


class Question(Protocol):
    """The questions asked of sets of changes. Answers do not depend on the order of asking, but that a set `allowed`
    has refused has no value any more."""

    def values(self, sets: Sequence[Chosen], *, quick: bool = False) -> Sequence[Value | None]:
        """Return what each set leaves undone; None of one that cannot be made or does harm. `quick`: a change that does
        nothing alone may be taken to do nothing beside others."""
        ...

    def preference(self, chosen: Chosen) -> tuple[Any, ...]:
        """Return the key of what is preferred among sets of one value, the smallest first; a set before any larger
        one."""
        ...

    def promise(self, chosen: Chosen, change: int) -> tuple[int, ...]:
        """Return how much `change` may do beside `chosen`, the larger the more."""
        ...

    def groups(self) -> Sequence[Chosen]:
        """Return the sets of changes that may help only together."""
        ...

    def slight(self, less: Value, more: Value) -> bool:
        """Return whether what leaves `more` undone leaves so little more than what leaves `less` that nobody would make
        a change for it. Never where nothing need be left."""
        ...

    def allowed(self, chosen: Chosen) -> bool:
        """Return whether the set stands every further test. Nothing changed always does."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """The set chosen."""

    chosen: Chosen
    exact: bool
    """True where no set of the pool is better."""
    looked_at: int
    """Number of sets that were looked at."""


def choose(question: Question, pool: Sequence[int], start: Chosen = (), *, exact: bool | None = None) -> Choice:
    """The best set of `pool` that is allowed. `start`: a set to begin with where not all are looked at; `exact` by
    default where the pool is small."""
    if exact is None:
        exact = len(pool) <= MOST_EXACT
    return _of_all(question, pool) if exact else _Climb(question, pool, PAIRED, DECISIVE).best(start)


def promising(question: Question, pool: Sequence[int]) -> Chosen:
    """A set of `pool` that leaves little, late minutes included: grown, with pairs of the first `WIDTH`, and pruned."""
    return _Climb(question, pool, WIDTH, None).rough()


def _of_all(question: Question, pool: Sequence[int]) -> Choice:
    sets: list[Chosen] = []
    worth: dict[Chosen, Value] = {}
    for size in range(len(pool) + 1):  # what single changes do tells where to look at larger sets first
        of_size = list(combinations(sorted(pool), size))
        sets += of_size
        values = zip(of_size, question.values(of_size), strict=True)
        worth |= {chosen: value for chosen, value in values if value is not None}
    ranked = sorted(worth, key=lambda each: (worth[each][:DECISIVE], question.preference(each)))
    chosen = next(each for each in ranked if question.allowed(each))
    return Choice(chosen, exact=True, looked_at=len(sets))


class _Climb:
    """A search that takes the best step it sees, until none is better."""

    def __init__(self, question: Question, pool: Sequence[int], paired: int, decisive: int | None) -> None:
        self._question, self._pool, self._decisive = question, tuple(sorted(pool)), decisive
        self._paired = max(paired, WIDTH if len(self._pool) <= WIDTH else 0)
        self._seen: set[Chosen] = set()

    def best(self, start: Chosen) -> Choice:
        """The best set found that is allowed."""
        while True:
            found = self._settled(self._better((), start))
            if self._question.allowed(found):
                return Choice(found, exact=False, looked_at=len(self._seen))
            start = ()

    def rough(self) -> Chosen:
        """A set grown and pruned once."""
        return self._pruned(self._grown(()))

    def _settled(self, chosen: Chosen) -> Chosen:
        """The set from which no step leads to one that is better by more than a little."""
        seen = {chosen}
        while True:
            found = self._exchanged(self._pruned(self._grown(chosen)))
            if found in seen:
                return found
            seen.add(found)
            chosen = found

    def _grown(self, chosen: Chosen) -> Chosen:
        """The set with changes more, one after the other, while anything gets less by it, if only late minutes: the
        second change of a way may be the one that mends. Those of no use in the end are pruned."""
        for _ in range(MOST_GROWN):
            more = self._promising(chosen)
            found = self._better(chosen, *(_with(chosen, each) for each in more[:WIDTH]), by_all=True)
            if found == chosen:
                open_ = set(self._pool) - set(chosen)
                groups = (tuple(open_.intersection(each)) for each in self._question.groups())
                wider = [_with(chosen, *each) for each in (*combinations(more[: self._paired], 2), *groups)]
                found = self._better(chosen, *wider, quick=False, by_all=True)
            if found == chosen:
                break
            chosen = found
        return chosen

    def _pruned(self, chosen: Chosen) -> Chosen:
        """The set without what it does not need, or hardly needs."""
        whole = chosen
        while True:
            found = self._better(chosen, *(_without(chosen, each) for each in chosen))
            if found == chosen:
                fewer = [each for each in (_without(chosen, each) for each in chosen) if self._is_slight(whole, each)]
                if not fewer:
                    return chosen
                found = self._better(fewer[0], *fewer[1:])
            chosen = found

    def _is_slight(self, better: Chosen, worse: Chosen) -> bool:
        less, more = self._question.values([better, worse], quick=True)
        return less is not None and more is not None and self._question.slight(less, more)

    def _exchanged(self, chosen: Chosen) -> Chosen:
        more = self._promising(chosen)[:EXCHANGED]
        return self._better(chosen, *(_with(_without(chosen, old), new) for old in chosen for new in more))

    def _promising(self, chosen: Chosen) -> list[int]:
        left = [each for each in self._pool if each not in chosen]
        return sorted(left, key=lambda each: tuple(-n for n in self._question.promise(chosen, each)))

    def _better(self, chosen: Chosen, *others: Chosen, quick: bool = True, by_all: bool = False) -> Chosen:
        """The best of `chosen` and `others`; `chosen` itself among equals. `by_all`: by all parts of the value, not by
        the decisive ones alone."""
        parts = None if by_all else self._decisive
        sets = tuple(dict.fromkeys((chosen, *others)))
        self._seen.update(sets)
        ranked = [
            ((value[:parts], self._question.preference(each)), each)
            for each, value in zip(sets, self._question.values(sets, quick=quick), strict=True)
            if value is not None
        ]
        return min(ranked)[1] if ranked else ()


def _with(chosen: Chosen, *more: int) -> Chosen:
    return tuple(sorted((*chosen, *more)))


def _without(chosen: Chosen, less: int) -> Chosen:
    return tuple(each for each in chosen if each != less)

"""The choice of a set, for what sets do together is drawn: they mend, collide, help only together, do harm."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from random import Random
from typing import Any

import pytest

from drillsim.revision.smallest.choice import Chosen, Value, choose

MOST = 7


class Drawn:
    """Changes with drawn effects: `limits` are missed; each change alone mends some, each pair mends or spoils some."""

    def __init__(self, number: int, changes: int) -> None:
        draw = Random(number)
        self.limits = 6
        self.alone = {each: self._some(draw) for each in range(changes)}
        pairs = list(combinations(range(changes), 2))
        self.together = {pair: self._some(draw) for pair in draw.sample(pairs, len(pairs) // 3)}
        self.spoilt = {pair: self._some(draw) for pair in draw.sample(pairs, len(pairs) // 3)}
        self.never = set(draw.sample(pairs, len(pairs) // 6))
        self.harm = {each for each in range(changes) if draw.random() < 0.2}
        self.cure = dict.fromkeys(self.harm, draw.randrange(changes))
        self.costs = [draw.randint(0, 2) for _ in range(changes)]
        self.forbidden = {
            tuple(sorted(draw.sample(range(changes), draw.randint(1, min(3, changes))))) for _ in range(4)
        }
        self.refused: set[Chosen] = set()
        self.known_groups: list[Chosen] = []
        self.room = 0

    def _some(self, draw: Random) -> frozenset[int]:
        return frozenset(draw.sample(range(6), draw.randint(0, 2)))

    def value(self, chosen: Chosen) -> Value | None:
        """Limits missed; None for a pair that cannot be, or harm nothing cures."""
        pairs = set(combinations(chosen, 2))
        if pairs & self.never or any(each in self.harm and self.cure[each] not in chosen for each in chosen):
            return None
        mended = {limit for each in chosen for limit in self.alone[each]}
        mended |= {limit for pair in pairs for limit in self.together.get(pair, ())}
        mended -= {limit for pair in pairs for limit in self.spoilt.get(pair, ())}
        left = set(range(self.limits)) - mended
        return sum(limit < 2 for limit in left), len(left)

    def values(self, sets: Sequence[Chosen], *, quick: bool = False) -> list[Value | None]:
        return [None if each in self.refused else self.value(each) for each in sets]

    def preference(self, chosen: Chosen) -> tuple[Any, ...]:
        return len(chosen), sum(self.costs[each] for each in chosen), chosen

    def promise(self, chosen: Chosen, change: int) -> tuple[int, ...]:
        return (len(self.alone[change]),)

    def groups(self) -> list[Chosen]:
        return self.known_groups

    def slight(self, less: Value, more: Value) -> bool:
        return self.room > 0 and less[1] > 0 and more[1] - less[1] <= self.room

    def allowed(self, chosen: Chosen) -> bool:
        if chosen in self.forbidden:
            self.refused.add(chosen)
        return chosen not in self.forbidden

    def best(self, changes: int) -> Chosen:
        """The best set by trying all of them."""
        sets = [each for size in range(changes + 1) for each in combinations(range(changes), size)]
        fit = [each for each in sets if self.value(each) is not None and each not in self.forbidden]
        return min(fit, key=lambda each: (self.value(each), self.preference(each)))


@pytest.mark.parametrize("number", range(60))
def test_of_few_changes_the_best_set_there_is_is_chosen(number: int) -> None:
    changes = 2 + number % (MOST - 1)
    found = choose(Drawn(number, changes), range(changes))
    assert found.exact
    assert found.chosen == Drawn(number, changes).best(changes)


@pytest.mark.parametrize("number", range(60))
def test_of_many_a_set_is_chosen_that_no_single_step_betters(number: int) -> None:
    question = Drawn(number, MOST)
    found = choose(question, range(MOST), exact=False)
    assert not found.exact
    assert question.allowed(found.chosen)
    value = question.value(found.chosen)
    assert value is not None
    nothing = question.value(())
    assert nothing is not None
    assert value <= nothing
    key = value, question.preference(found.chosen)
    steps = [tuple(each for each in found.chosen if each != out) for out in found.chosen]
    steps += [tuple(sorted((*found.chosen, new))) for new in range(MOST) if new not in found.chosen]
    steps += [
        tuple(sorted((*(each for each in found.chosen if each != out), new)))
        for out in found.chosen
        for new in range(MOST)
        if new not in found.chosen
    ]
    fit = [each for each in steps if question.values([each])[0] is not None]
    assert all((question.value(each), question.preference(each)) >= key or not question.allowed(each) for each in fit)


def test_a_search_finds_the_pair_of_which_neither_helps_alone() -> None:
    question = Drawn(0, 12)
    question.alone = dict.fromkeys(range(12), frozenset())
    question.together, question.spoilt = {(3, 7): frozenset(range(6))}, {}
    question.never, question.harm, question.forbidden = set(), set(), set()
    assert choose(question, range(12), exact=False).chosen == (3, 7)


def test_two_that_help_alone_and_harm_together_are_not_both_chosen() -> None:
    question = Drawn(0, 3)
    question.alone = {0: frozenset({0, 1, 2}), 1: frozenset({3, 4}), 2: frozenset({5})}
    question.together, question.spoilt = {}, {(0, 1): frozenset(range(6))}
    question.never, question.harm, question.forbidden = set(), set(), set()
    assert choose(question, range(3)).chosen == choose(question, range(3), exact=False).chosen == (0, 2)


def test_a_search_tries_groups_and_prunes_them() -> None:
    question = Drawn(0, 20)
    question.alone = dict.fromkeys(range(20), frozenset())
    question.together, question.spoilt = {(15, 18): frozenset({1})}, {}
    question.never, question.harm, question.forbidden = set(), set(), set()
    assert choose(question, range(20)).chosen == ()
    question.known_groups = [(14, 15, 18)]
    assert choose(question, range(20)).chosen == (15, 18)


def test_where_something_is_left_a_change_that_hardly_helps_is_not_made() -> None:
    question = Drawn(0, 12)
    question.alone = {each: frozenset({0, 1, 2, 3}) if each == 4 else frozenset() for each in range(12)} | {
        5: frozenset({4})
    }
    question.together, question.spoilt = {}, {}
    question.never, question.harm, question.forbidden = set(), set(), set()
    assert choose(question, range(12), exact=False).chosen == (4, 5)
    question.room = 1
    assert choose(question, range(12), exact=False).chosen == (4,)
    question.alone[6] = frozenset({5})  # all is met with three: nothing is slight any more
    assert choose(question, range(12), exact=False).chosen == (4, 5, 6)

"""Enumerating what is consulted, against brute force, closed forms and sampling, on trees nobody has written."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from drillsim.campaign.exact import Enumerated, enumerate_chances
from drillsim.schema.duration import Exponential
from drillsim.simulation import Luck


@dataclass(frozen=True)
class Node:
    """Asks `name` with `chance`, then whatever the outcome leads to; a leaf asks nothing and is worth `value`."""

    value: int
    name: str = ""
    chance: float = 0.0
    yes: Node | None = None
    no: Node | None = None


VALUES = st.integers(-50, 50)
CHANCES = st.sampled_from([0.0, 1e-7, 0.03, 0.2, 1 / 3, 0.5, 0.8, 0.999, 1.0])
NAMES = st.sampled_from("abcdef")
TREES = st.recursive(
    st.builds(Node, VALUES),
    lambda below: st.builds(Node, VALUES, NAMES, CHANCES, below, below),
    max_leaves=24,
)


def walk(tree: Node, luck: Luck) -> int:
    """The sum of the values on the way; a name that comes again is the same use of it."""
    if tree.yes is None or tree.no is None:
        return tree.value
    happened = luck.happens(tree.chance, tree.name)
    return tree.value + walk(tree.yes if happened else tree.no, luck)


class Given(Luck):
    """Every name has its number."""

    def __init__(self, numbers: dict[str, float]) -> None:
        super().__init__(0)
        self.numbers = numbers

    def u(self, name: str, n: int = 0) -> float:
        return self.numbers[name]


def names_of(tree: Node) -> dict[str, set[float]]:
    """Chances by the name they are asked under."""
    found: dict[str, set[float]] = {}
    for each in (tree.yes, tree.no):
        if each is not None:
            found.setdefault(tree.name, {0.0, 1.0}).add(tree.chance)
            for name, chances in names_of(each).items():
                found.setdefault(name, {0.0, 1.0}).update(chances)
    return found


def brute_force(tree: Node) -> Iterator[tuple[float, int]]:
    """Every combination of where the numbers can lie, whether it matters or not, with its probability."""
    cuts = {name: sorted(chances) for name, chances in names_of(tree).items()}
    for spans in itertools.product(*(itertools.pairwise(each) for each in cuts.values())):
        middles = dict(zip(cuts, (sum(span) / 2 for span in spans), strict=True))
        yield math.prod(high - low for low, high in spans), walk(tree, Given(middles))


def law(found: Enumerated[int]) -> dict[int, float]:
    """Probability by value."""
    values = sorted({leaf.result for leaf in found.leaves})
    return {value: found.chance(lambda each, value=value: each == value)[0] for value in values}  # type: ignore[misc]


@settings(max_examples=300, deadline=None)
@given(TREES)
def test_the_leaves_are_what_brute_force_finds(tree: Node) -> None:
    found = enumerate_chances(lambda luck: walk(tree, luck), weight_bound=0.0)
    assert (found.weight_left, found.exact) == (0, True)
    assert math.isclose(math.fsum(leaf.probability for leaf in found.leaves), 1, abs_tol=1e-12)
    expected: dict[int, float] = {}
    for weight, value in brute_force(tree):
        expected[value] = expected.get(value, 0.0) + weight
    got = law(found)
    assert all(math.isclose(got.get(value, 0.0), p, abs_tol=1e-12) for value, p in expected.items())
    mean = math.fsum(p * value for value, p in expected.items())
    low, high = found.mean(float, least=-1_000, most=1_000)
    assert math.isclose(low, mean, abs_tol=1e-9)
    assert math.isclose(high, mean, abs_tol=1e-9)


@settings(max_examples=200, deadline=None)
@given(TREES, st.sampled_from([1e-9, 1e-4, 0.01, 0.3]), st.integers(-100, 100))
def test_what_is_left_open_widens_the_answer_around_the_truth(tree: Node, bound: float, above: int) -> None:
    found = enumerate_chances(lambda luck: walk(tree, luck), weight_bound=bound)
    assert found.weight_left < bound
    played = math.fsum(leaf.probability for leaf in found.leaves)
    assert math.isclose(played + found.weight_left, 1, abs_tol=1e-12)
    truth = math.fsum(weight for weight, value in brute_force(tree) if value > above)
    low, high = found.chance(lambda value: value > above)
    assert low - 1e-12 <= truth <= high + 1e-12


@settings(max_examples=100, deadline=None)
@given(TREES)
def test_no_leaf_is_played_twice_and_the_order_is_always_the_same(tree: Node) -> None:
    one, other = (enumerate_chances(lambda luck: walk(tree, luck), weight_bound=0.0) for _ in range(2))
    assert one == other
    assert len({leaf.chosen for leaf in one.leaves}) == one.runs


@settings(max_examples=25, deadline=None)
@given(TREES)
def test_sampling_comes_out_beside_it(tree: Node) -> None:
    """Within five standard errors of 2,000 draws: all 25 trees, every value of each."""
    draws = 2_000
    sampled = [walk(tree, Luck(1, draw)) for draw in range(draws)]
    for value, p in law(enumerate_chances(lambda luck: walk(tree, luck), weight_bound=0.0)).items():
        assert abs(sampled.count(value) / draws - p) <= 5 * math.sqrt(p * (1 - p) / draws) + 5 / draws


def test_the_heaviest_way_comes_first_and_the_bound_ends_it() -> None:
    """Ten chances of 1 %: nothing happens 0.904, one thing each 0.00914, and the bound is reached with no pair."""
    found = enumerate_chances(lambda luck: sum(luck.happens(0.01, f"x{i}") for i in range(10)), weight_bound=0.005)
    assert [leaf.result for leaf in found.leaves] == [0] + [1] * 10
    assert math.isclose(found.leaves[0].probability, 0.99**10)
    assert math.isclose(found.weight_left, 1 - 0.99**10 - 10 * 0.01 * 0.99**9, abs_tol=1e-12)


def test_runs_may_be_limited_and_what_is_left_says_so() -> None:
    found = enumerate_chances(lambda luck: [luck.happens(0.5, "x", n) for n in range(20)], most_runs=7)
    assert found.runs == 7
    assert math.isclose(found.weight_left, 1 - 7 * 2**-20)


def test_a_drawn_duration_ends_it_and_is_named() -> None:
    def play(luck: Luck) -> int:
        return luck.ms(Exponential(1_000), "takes/S1") if luck.happens(0.5, "starts") else 0

    assert enumerate_chances(play).continuous == ("takes/S1",)
    assert not enumerate_chances(play).exact
    at_medians = enumerate_chances(play, at_medians=True)
    assert [leaf.result for leaf in at_medians.leaves] == [0, 693]
    assert (at_medians.weight_left, at_medians.exact) == (0, False)

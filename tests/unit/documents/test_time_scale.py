"""The time axis that shortens what is empty."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drillsim.documents.pictures.time_scale import time_scale

MIN, H = 60_000, 3_600_000
BUSY = [0, MIN, 2 * MIN, 4 * MIN, 7 * MIN, 9 * MIN, 8 * H]


def test_hours_in_which_nothing_happens_take_little_room_and_are_marked() -> None:
    scale = time_scale(BUSY, 100, 600)
    (cut,) = scale.cuts
    assert (cut.start_ms, cut.end_ms) == (9 * MIN, 8 * H)
    assert cut.right - cut.left < 60
    assert scale.x(9 * MIN) > 500


def test_an_even_run_is_drawn_to_scale() -> None:
    scale = time_scale([0, 10 * MIN, 20 * MIN, 30 * MIN, 40 * MIN], 0, 400)
    assert scale.cuts == ()
    assert scale.x(15 * MIN) == 150


def test_times_before_the_fault_stand_left_of_it() -> None:
    scale = time_scale([-28 * MIN, 0, 30 * MIN], 0, 100)
    assert scale.x(-28 * MIN) == 0 < scale.x(0) < scale.x(30 * MIN) == 100


def test_a_single_moment_still_has_an_axis() -> None:
    assert time_scale([0], 0, 100).x(0) == 0


@given(st.lists(st.integers(-10 * H, 48 * H), min_size=1, max_size=40), st.floats(10, 60))
def test_the_axis_rises_and_its_ticks_keep_apart(moments: list[int], apart: float) -> None:
    scale = time_scale(moments, 100, 600)
    xs = [scale.x(t) for t in sorted(set(moments))]
    assert all(a <= b for a, b in pairwise(xs))
    assert all(100 <= x <= 600 for x in xs)
    ticks = [scale.x(t) for t in scale.ticks(apart)]
    assert all(b - a >= apart - 1e-6 for a, b in pairwise(ticks))

"""The clock of a drill: pauses, speeds, jumps, a machine that slept, a clock that was set back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drillsim.session.clock import Clock, Gap, Reading, SetBack
from drillsim.units import MS_PER

MIN, H = MS_PER["min"], MS_PER["h"]


def at(ms: int, wall: int | None = None) -> Reading:
    """Readings of a machine that was switched on at 0 on its wall clock too."""
    return Reading(ms, ms if wall is None else wall)


def test_it_stands_until_it_is_started_and_runs_at_its_speed() -> None:
    clock = Clock()
    assert (clock.now(at(50_000)), clock.runs) == (0, False)
    clock.start(at(60_000))
    assert clock.now(at(61_000)) == 1_000
    clock.set_speed(10, at(61_000))
    assert clock.now(at(62_000)) == 11_000
    clock.set_speed(0.5, at(62_000))
    assert clock.now(at(64_000)) == 12_000


def test_a_pause_of_an_hour_costs_no_scenario_time() -> None:
    clock = Clock()
    clock.start(at(0))
    clock.pause(at(30_000))
    assert clock.now(at(H)) == 30_000
    clock.start(at(H))
    assert clock.now(at(H + 5_000)) == 35_000


def test_speed_0_is_a_pause_and_the_speed_comes_back() -> None:
    clock = Clock()
    clock.set_speed(60, at(0))
    clock.start(at(0))
    clock.set_speed(0, at(1_000))
    assert (clock.runs, clock.now(at(9_000)), clock.speed) == (False, MIN, 60)
    clock.start(at(9_000))
    assert clock.now(at(10_000)) == 2 * MIN


def test_it_jumps_ahead_and_never_back() -> None:
    clock = Clock()
    clock.start(at(0))
    clock.jump(10 * MIN, at(1_000))
    assert clock.now(at(2_000)) == 10 * MIN + 1_000
    with pytest.raises(ValueError, match="1000"):
        clock.jump(1_000, at(2_000))
    clock.pause(at(2_000))
    clock.jump(20 * MIN, at(3_000))
    assert (clock.now(at(H)), clock.runs) == (20 * MIN, False)


@pytest.mark.parametrize("counts_sleep", [True, False])
def test_a_laptop_that_slept_for_ten_minutes_stands_from_the_last_look(counts_sleep: bool) -> None:
    """Some systems' monotonic clocks stand while the machine sleeps, others go on."""
    clock = Clock()
    clock.start(at(0))
    assert clock.look(at(1_000)) is None
    woke = at(10 * MIN if counts_sleep else 1_200, 10 * MIN)
    assert clock.look(woke) == Gap(10 * MIN - 1_000)
    assert (clock.runs, clock.now(woke)) == (False, 1_000)
    clock.start(woke)
    assert clock.now(Reading(woke.monotonic + 500, woke.wall + 500)) == 1_500


def test_a_clock_that_is_set_back_is_noted_and_moves_nothing() -> None:
    clock = Clock()
    clock.start(at(0))
    clock.look(at(1_000))
    assert clock.look(Reading(1_500, 1_500 - H)) == SetBack(H)
    assert (clock.runs, clock.now(at(2_000))) == (True, 2_000)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("psx"), st.integers(0, 4_000)), max_size=30))
def test_whatever_is_pressed_scenario_time_never_goes_back_and_is_what_ran(pressed: list[tuple[str, int]]) -> None:
    clock, now, shown, ran, speed = Clock(), 0, 0, 0.0, 1.0
    for what, wait in pressed:
        ran += wait * speed if clock.runs else 0
        now += wait
        assert clock.look(at(now)) is None
        assert shown <= clock.now(at(now))
        shown = clock.now(at(now))
        if what == "p":
            clock.pause(at(now))
        elif what == "s":
            clock.start(at(now))
        else:
            speed = float(wait % 7 + 1)
            clock.set_speed(speed, at(now))
    assert abs(clock.now(at(now)) - ran) <= len(pressed)

"""Units, durations, conditions: what is understood and what is refused."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from drillsim.schema.base import Words
from drillsim.schema.condition import Condition
from drillsim.schema.duration import Drawn, Duration, Exponential, Fixed, Lognormal, Triangular
from drillsim.units import UnitError, format_clock, format_duration, parse_duration, parse_time_of_day

DURATION: TypeAdapter[Drawn] = TypeAdapter(Duration)


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("90 s", 90_000),
        ("500 ms", 500),
        ("1 h 30 min", 5_400_000),
        ("1.5 h", 5_400_000),
        ("2d", 172_800_000),
        ("-28 min", -1_680_000),
    ],
)
def test_durations_carry_their_unit(text: str, ms: int) -> None:
    assert parse_duration(text) == ms


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("15", "duration-without-unit"),
        ("15.5", "duration-without-unit"),
        ("15 minutes", "duration-not-understood"),
        ("fifteen min", "duration-not-understood"),
        ("", "duration-not-understood"),
        ("１５ s", "duration-not-understood"),
        ("400000 d", "duration-too-long"),
    ],
)
def test_what_is_no_duration_is_refused_by_name(text: str, code: str) -> None:
    with pytest.raises(UnitError) as refused:
        parse_duration(text)
    assert refused.value.code == code


@given(st.integers(0, 3_000_000_000))
def test_a_written_duration_reads_back_to_within_its_last_unit(ms: int) -> None:
    coarse = 1 if ms < 60_000 else 1_000 if ms < 3_600_000 else 60_000
    assert abs(parse_duration(format_duration(ms)) - ms) <= coarse


@pytest.mark.parametrize(("text", "minutes"), [("00:00", 0), ("2:30", 150), ("22:30", 1350), ("24:00", 1440)])
def test_times_of_day(text: str, minutes: int) -> None:
    assert parse_time_of_day(text) == minutes


@pytest.mark.parametrize("text", ["24:01", "7:60", "0730", "noon"])
def test_what_is_no_time_of_day(text: str) -> None:
    with pytest.raises(UnitError):
        parse_time_of_day(text)


def test_clocks_show_the_run_s_own_time() -> None:
    assert [format_clock(t) for t in (0, 5_400_000, 61_250, -60_000)] == [
        "T+00:00:00",
        "T+01:30:00",
        "T+00:01:01.250",
        "T-00:01:00",
    ]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("90 s", Fixed(90_000)),
        ({"median": "3 min", "p90": "8 min"}, Lognormal(180_000, 480_000)),
        ({"mean": "1 h"}, Exponential(3_600_000)),
        ({"low": "1 s", "mode": "2 s", "high": "4 s"}, Triangular(1_000, 2_000, 4_000)),
    ],
)
def test_the_four_forms_of_a_duration(written: object, value: Drawn) -> None:
    assert DURATION.validate_python(written) == value


@pytest.mark.parametrize(
    "written",
    [
        "15",
        {"median": "3 min"},
        {"median": "8 min", "p90": "3 min"},
        {"mean": "0 s"},
        {"low": "3 s", "mode": "2 s", "high": "4 s"},
        ["1 s"],
        "-3 s",
    ],
)
def test_a_duration_that_makes_no_sense_is_refused(written: object) -> None:
    with pytest.raises(ValidationError):
        DURATION.validate_python(written)


@pytest.mark.parametrize(
    ("drawn", "median", "p90"),
    [
        (Lognormal(180_000, 480_000), 180_000, 480_000),
        (Exponential(100_000), 69_315, 230_259),
        (Triangular(0, 50_000, 100_000), 50_000, 77_639),
    ],
)
def test_draws_have_the_median_and_the_90th_percentile_they_state(drawn: Drawn, median: int, p90: int) -> None:
    draws = [drawn.at((i + 0.5) / 2_000) for i in range(2_000)]
    assert statistics.median(draws) == pytest.approx(median, rel=0.01)
    assert sorted(draws)[1_800] == pytest.approx(p90, rel=0.01)


@given(st.floats(0, 1, exclude_max=True))
def test_any_luck_gives_a_time(u: float) -> None:
    for drawn in (Fixed(5), Lognormal(180_000, 480_000), Exponential(1_000), Triangular(0, 0, 0), Triangular(1, 1, 5)):
        assert drawn.at(u) >= 0


@pytest.mark.parametrize(
    "written",
    [
        {},
        {"bus": "A"},
        {"bus": "A", "is": "open"},
        {"bus": "A", "switch": "B", "is": "live"},
        {"store": "T", "is": "live"},
        {"bus": "A", "is": "live", "below_percent": "5"},
        {"all": []},
        {"bus": "A", "is": "live", "colour": "red"},
    ],
)
def test_a_condition_names_one_subject_and_a_state_it_can_have(written: object) -> None:
    with pytest.raises(ValidationError):
        Condition.model_validate(written)


def test_a_condition_lists_its_leaves_in_file_order() -> None:
    written = {"all": [{"bus": ["A", "B"], "is": "dead"}, {"not": {"any": [{"step": "S1"}, {"message": "S2"}]}}]}
    condition = Condition.model_validate(written)
    assert [(leaf.kind, leaf.subjects, leaf.state) for leaf in condition.leaves()] == [
        ("bus", ("A", "B"), "dead"),
        ("step", ("S1",), "done"),
        ("message", ("S2",), "received"),
    ]


def test_words_fall_back_to_the_other_language() -> None:
    assert Words(zh="开关").says("en") == "开关"
    assert Words(zh="开关", en="switch").says("en") == "switch"

"""A comma for a point, wherever a number is due: told with the number to write."""

from __future__ import annotations

import pytest

from drillsim.files.part import part_of
from drillsim.schema.base import Model, Ms, NotNegative, Number, Text, Whole
from drillsim.schema.duration import Duration
from drillsim.texts import problem_line
from drillsim.units import comma_mends


class Tank(Model):
    """A toy."""

    litres: NotNegative = 0
    steps: Whole = 1
    wait: Ms = 0
    takes: Duration | None = None
    figures: tuple[Number, ...] = ()
    note: Text = ""


def told(text: str) -> list[tuple[int, str, str, str]]:
    part = part_of(Tank, text.encode("utf-8"), "f.yaml", "f.yaml")
    return [(each.line, each.field, each.code, dict(each.facts).get("mend", "")) for each in part.problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("litres: 0,18\n", (1, "litres", "decimal-comma", "0.18")),
        ("note: x\nlitres: '12,5'\n", (2, "litres", "decimal-comma", "12.5")),
        ("litres: 1.234,5\n", (1, "litres", "decimal-comma", "1234.5")),
        ("litres: 1,234,567\n", (1, "litres", "decimal-comma", "1234567")),
        ("litres: 1,250\n", (1, "litres", "comma-twofold", "1.250")),
        ("wait: 1,5 h\n", (1, "wait", "decimal-comma", "1.5 h")),
        ("takes: {median: 2,5 min, p90: 9 min}\n", (1, "takes.median", "decimal-comma", "2.5 min")),
        ("takes:\n  median: 2,5 min\n  p90: 9 min\n", (2, "takes.median", "decimal-comma", "2.5 min")),
        ("figures:\n- 1.5\n- 3,5\n", (3, "figures.1", "decimal-comma", "3.5")),
        ("litres: 0，18\n", (1, "litres", "full-width", "0.18")),
        ("litres: ０．１８\n", (1, "litres", "full-width", "0.18")),
        ("litres: ０，１８\n", (1, "litres", "full-width", "0.18")),
        ("litres: 0。18\n", (1, "litres", "full-width", "0.18")),
        ("steps: ３\n", (1, "steps", "full-width", "3")),
    ],
)
def test_a_comma_for_a_point_is_told_with_its_mend(text: str, expected: tuple[int, str, str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{litres: 0,18, note: x}\n", [(1, "litres", "decimal-comma", "0.18")]),
        ("{note: x, litres: -0,5}\n", [(1, "litres", "decimal-comma", "-0.5")]),
        ("{litres: 1,250}\n", [(1, "litres", "comma-twofold", "1.250")]),
        ("note: x\n", []),
        ("{note: 'a, 5'}\n", []),
        ("{litres: 0, 18}\n", [(1, "18", "empty-value", "")]),
    ],
)
def test_inside_braces_it_is_one_problem_and_not_two_keys(text: str, expected: list[tuple[int, str, str, str]]) -> None:
    assert told(text) == expected


def test_the_two_ways_to_read_it_are_both_offered() -> None:
    part = part_of(Tank, b"litres: 1,250\n", "f.yaml", "f.yaml")
    assert "1.250" in problem_line("en", part.problems[0]) and "1250" in problem_line("zh", part.problems[0])


@pytest.mark.parametrize("text", ["a,b", "1, 2", "", "0.5", "五,六"])
def test_a_comma_that_is_in_no_number_is_nobodys_point(text: str) -> None:
    assert comma_mends(text) == ()

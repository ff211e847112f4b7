"""What repeats is told once with its count; what differs is told every time."""

from __future__ import annotations

import pytest

from drillsim.errors import Problem, facts
from drillsim.files.part import part_of
from drillsim.files.repeats import ALIKE, told_once
from drillsim.schema.site import Site
from drillsim.texts import problem_line


def problems(file: str, n: int, *, same: bool) -> list[Problem]:
    return [
        Problem(file=file, line=n and number + 2, field=f"load.{number}.p_mw", code="number",
                facts=facts(value="much" if same else f"much-{number}"))
        for number in range(n)
    ]  # fmt: skip


@pytest.mark.parametrize("file", ["network.json", "network.xlsx"])
@pytest.mark.parametrize("same", [True, False])
def test_a_column_of_a_table_is_told_once(file: str, same: bool) -> None:
    (told,) = told_once(problems(file, 2_940, same=same))
    assert (told.line, len(told.also)) == (2, 2_939)
    assert "and 2939 more like this, in lines 3, 4, 5" in problem_line("en", told)


def test_in_a_file_written_by_hand_only_what_says_the_same_is_told_once() -> None:
    assert len(told_once(problems("site.yaml", 40, same=False))) == 40
    assert len(told_once(problems("site.yaml", ALIKE, same=True))) == ALIKE
    (told,) = told_once(problems("site.yaml", ALIKE + 1, same=True))
    assert told.also == (3, 4, 5)


def test_what_was_told_once_keeps_its_count_when_told_again() -> None:
    once = told_once(problems("network.xlsx", 50, same=True))
    assert told_once(once) == once


def test_a_file_of_tabs_is_one_problem_and_not_one_a_line() -> None:
    text = "format: 1\nplaces: {a: {}}\n" + "".join(f"x{n}:\t1\n" for n in range(700))
    found = part_of(Site, text.encode("utf-8"), "site.yaml", "site.yaml").problems
    (tabs,) = (each for each in found if each.code == "tab")
    assert (tabs.line, len(tabs.also)) == (3, 699)
    assert "同样的问题还有 699 处" in problem_line("zh", tabs)

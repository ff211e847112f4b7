"""Hatching as lines: within its rectangle, told apart by direction and density."""

from __future__ import annotations

import pytest

from drillsim.documents.pictures.hatch import hatched

BOX = (10.0, 20.0, 40.0, 28.0)


@pytest.mark.parametrize("hatch", ["////", "\\\\\\\\", "||||", "xxxx", "+++", "-----", "--", "...."])
def test_no_line_leaves_its_rectangle(hatch: str) -> None:
    left, top, right, bottom = BOX
    lines = list(hatched(*BOX, hatch))
    assert lines
    for line in lines:
        assert all(left - 1e-9 <= x <= right + 1e-9 and top - 1e-9 <= y <= bottom + 1e-9 for x, y in line)


def test_marks_are_told_apart_by_direction_and_more_of_them_are_denser() -> None:
    def rises(hatch: str) -> set[bool]:
        return {y1 < y0 for (_, y0), (_, y1) in hatched(*BOX, hatch)}

    assert rises("////") == {True}
    assert rises("\\\\") == {False}
    assert rises("xx") == {True, False}
    assert len(list(hatched(*BOX, "////"))) > len(list(hatched(*BOX, "//")))
    assert list(hatched(*BOX, "")) == []

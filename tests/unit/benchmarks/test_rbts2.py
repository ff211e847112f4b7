"""What the published system is compared with: the loop over pandapower.topology gives the published load points."""

from __future__ import annotations

import pytest

from benchmarks.rbts2 import off, years_of
from benchmarks.rbts2_topology import grid_of, indices
from helpers.published import DATA, expected


@pytest.mark.parametrize("case", ["A", "D", "F"])
def test_the_loop_gives_the_published_load_points(case: str) -> None:
    found = indices(grid_of(DATA / "rbts_bus2.yaml", case))
    wanted = expected("rbts_bus2")[case]["load_points"]
    assert found.keys() == wanted.keys()
    for name, row in wanted.items():
        assert found[name] == pytest.approx(row, rel=1e-5)


def test_a_deviation_is_that_of_the_worst_load_point() -> None:
    points = {name: dict(row) for name, row in expected("rbts_bus2")["A"]["load_points"].items()}
    points["LP8"]["U"] *= 0.9
    points["LP9"]["U"] *= 1.05
    assert off(points) == pytest.approx((0.0, 0.1))


def test_two_hours_every_second_year_are_known_to_1_percent_after_twenty_thousand_years() -> None:
    assert years_of([(0.5, 2.0)]) == pytest.approx(20_000)  # variance 0.5 * 2 * 2, mean 1

"""Supply indices by hand: Billinton & Allan's definitions on figures small enough to add up in one's head."""

from __future__ import annotations

import pytest

from drillsim.campaign.indices import CaseOutcomes, Point, Weighted, indices, points_of
from helpers.grids import grid
from helpers.play import dossier

HOUSES, MILL = Point("houses", 300, 200.0), Point("mill", 100, 1000.0)


def test_each_load_point_is_weighed_by_its_customers_and_its_demand() -> None:
    cable = CaseOutcomes(0.5, {"houses": [Weighted(1.0, 1, 4.0)], "mill": [Weighted(1.0, 1, 2.0)]})
    trafo = CaseOutcomes(0.1, {"mill": [Weighted(1.0, 1, 10.0)]})
    found = indices([cable, trafo], [HOUSES, MILL])
    assert [(row.id, row.failures_per_year, row.hours_per_year) for row in found.load_points] == [
        ("houses", 0.5, 2.0),
        ("mill", 0.6, 2.0),
    ]
    assert found.saifi == pytest.approx((0.5 * 300 + 0.6 * 100) / 400)
    assert found.saidi_h == pytest.approx(2.0)
    assert found.caidi_h == pytest.approx(2.0 / found.saifi)
    assert found.asai == pytest.approx(1 - 2 / 8760)
    assert found.ens_kwh == pytest.approx(2.0 * 200 + 2.0 * 1000)


def test_outcomes_count_by_their_probability_and_every_interruption_counts() -> None:
    works, fails = Weighted(0.9, 0, 0.0), Weighted(0.1, 2, 3.0)
    row = indices([CaseOutcomes(2.0, {"mill": [works, fails]})], [MILL]).load_points[0]
    assert (row.failures_per_year, row.hours_per_year) == pytest.approx((2 * 0.1 * 2, 2 * 0.1 * 3))


def test_where_nothing_fails_nothing_is_divided_by_zero() -> None:
    found = indices([], [HOUSES])
    assert (found.saifi, found.saidi_h, found.caidi_h, found.asai, found.ens_kwh) == (0, 0, 0, 1, 0)
    assert indices([], []).saifi == 0


def test_momentary_interruptions_are_maifi_alone_and_their_energy_is_not_supplied_either() -> None:
    cable = CaseOutcomes(2.0, {"mill": [Weighted(0.5, 1, 4.0, 3, 0.2)]})
    found = indices([cable], [HOUSES, MILL])
    assert (found.saifi, found.saidi_h, found.maifi) == pytest.approx((0.25, 1.0, 0.75))
    assert found.ens_kwh == pytest.approx(4.2 * 1000)
    assert found.load_points[1].momentary_per_year == pytest.approx(3.0)


def test_load_points_are_the_rows_of_the_network_with_the_customers_the_site_states() -> None:
    of = dossier(grid("S1 A cb", "A B", loads={"A": 0.1, "B": 0.25}), site={"loads": {"load-B": {"customers": 210}}})
    assert points_of(of) == (Point("load-A", 1, 100.0), Point("load-B", 210, 250.0))

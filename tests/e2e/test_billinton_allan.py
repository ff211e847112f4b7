"""Billinton & Allan, chapter 7: the radial feeder in six cases, every printed index out of runs of the engine."""

from __future__ import annotations

import math
from pathlib import Path
from statistics import NormalDist, fmean, variance

import pytest

from drillsim.campaign.indices import points_of
from drillsim.schema.dossier import Case
from drillsim.simulation import Luck, simulate
from helpers.published import MS_AN_HOUR, Published, case_names, expected, half_up, published
from helpers.thinned import thinned

TABLE = "billinton_allan_ch7"
DRAWS = 400
Z95 = NormalDist().inv_cdf(0.975)
NOISE_H = 1e-9
"""Rounding of sums."""


@pytest.fixture(scope="module")
def systems(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Published]:
    root: Path = tmp_path_factory.mktemp("chapter-7")
    return {name: published(root / name, TABLE, name) for name in case_names(TABLE)}


@pytest.mark.parametrize("case", case_names(TABLE))
def test_every_printed_index_comes_out_of_the_engine(systems: dict[str, Published], case: str) -> None:
    found, printed = systems[case].exact(), expected(TABLE)[case]
    assert found.asai is not None
    customers = sum(point.customers for point in points_of(systems[case].dossier))
    system = {
        "SAIFI": found.saifi,
        "SAIDI": found.saidi_h,
        "CAIDI": found.caidi_h,
        "ASAI": found.asai,
        "ENS_MWh": found.ens_kwh / 1000,
        "AENS_kWh": found.ens_kwh / customers,
    }
    rows = {
        row.id: {
            "lam": row.failures_per_year,
            "r": row.hours_per_year / row.failures_per_year,
            "U": row.hours_per_year,
        }
        for row in found.load_points
    }
    assert {key: half_up(system[key], text) for key, text in printed["system"].items()} == printed["system"]
    assert {
        name: {key: half_up(rows[name][key], text) for key, text in row.items()}
        for name, row in printed["load_points"].items()
    } == printed["load_points"]


@pytest.mark.parametrize("case", thinned(["4_fuse_p0.9", "6_transfer_p0.6"], 2))
def test_sampled_indices_hold_the_exact_ones_in_their_95_percent_interval(
    systems: dict[str, Published], case: str
) -> None:
    system = systems[case]
    drawn = hours_a_year(system)
    assert any(len(set(each)) > 1 for each in drawn.values())
    for row in system.exact().load_points:
        each = drawn[row.id]
        half = Z95 * math.sqrt(variance(each) / DRAWS)
        assert abs(fmean(each) - row.hours_per_year) <= half + NOISE_H, row.id


def hours_a_year(system: Published) -> dict[str, list[float]]:
    """Hours a year without supply of each load, once a draw of luck: every failure, weighed by its rate, meets the same
    draw, so what is independent are the draws and not the failures."""
    found = {load: [0.0] * DRAWS for load in system.dossier.site.loads}
    for failure, per_year in system.failures():
        for draw, dark in enumerate(dark_by_draw(system, failure)):
            for load, (_, ms) in dark.items():
                found[load][draw] += per_year * ms / MS_AN_HOUR
    return found


def dark_by_draw(system: Published, failure: Case) -> list[dict[str, tuple[int, int]]]:
    """What each draw darkens; a failure that consults no luck is played once."""
    luck = Luck(1)
    first = simulate(failure, luck=luck, flow=system.flow)
    if not luck.consulted:
        return [system.dark(first)] * DRAWS
    runs = (simulate(failure, draw=draw, flow=system.flow) for draw in range(DRAWS))
    return [system.dark(journal) for journal in runs]

"""RBTS Bus 2 in its six cases: every load point out of runs of the engine, against published and computed indices."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.published import case_names, expected, published

TABLE = "rbts_bus2"
WITHIN = 1e-5
"""The indices to compare with have six decimals; 0.1 % is what would be asked of them."""


@pytest.mark.parametrize("case", case_names(TABLE))
def test_every_load_point_and_system_index_comes_out_of_the_engine(tmp_path: Path, case: str) -> None:
    found, written = published(tmp_path / case, TABLE, case).exact(), expected(TABLE)[case]
    assert {row.id for row in found.load_points} == set(written["load_points"])
    for row in found.load_points:
        assert row.failures_per_year == pytest.approx(written["load_points"][row.id]["lam"], rel=WITHIN), row.id
        assert row.hours_per_year == pytest.approx(written["load_points"][row.id]["U"], rel=WITHIN), row.id
    system = written["system"]
    assert found.saifi == pytest.approx(system["SAIFI"], rel=WITHIN)
    assert found.saidi_h == pytest.approx(system["SAIDI"], rel=WITHIN)
    assert found.caidi_h == pytest.approx(system["CAIDI"], rel=WITHIN)
    assert found.asai == pytest.approx(system["ASAI"], abs=1e-6)
    assert found.ens_kwh / 1000 == pytest.approx(system["ENS_MWh"], rel=WITHIN)

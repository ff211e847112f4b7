"""Published systems through the command: `init --reliability`, then `campaign --exact`, gives the printed indices."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers.in_process import drillsim_here
from helpers.published import DATA, case_names, expected, half_up
from helpers.thinned import thinned

FLAGS = ("--exact", "--hours", "day", "--scenarios", "none", "--workers", "1", "--json")


def indices(place: Path, table: str, case: str) -> Any:
    """What the campaign of that case prints as its indices."""
    folder = place / "system"
    made = drillsim_here("init", folder, "--reliability", DATA / f"{table}.yaml", "--case", case)
    assert made.code == 0, made.errors
    done = drillsim_here("campaign", folder, *FLAGS, "--out", place)
    assert done.code == 0, done.errors
    assert done.json["exact"] and done.json["not_in_indices"] == []
    return done.json["indices"]


@pytest.mark.parametrize("case", case_names("billinton_allan_ch7"))
def test_chapter_7_comes_out_of_the_command_as_printed(case: str, tmp_path: Path) -> None:
    found, printed = indices(tmp_path, "billinton_allan_ch7", case), expected("billinton_allan_ch7")[case]
    told = {
        "SAIFI": found["saifi"],
        "SAIDI": found["saidi_h"],
        "CAIDI": found["caidi_h"],
        "ASAI": found["asai"],
        "ENS_MWh": found["ens_kwh"] / 1000,
    }
    wanted = {key: text for key, text in printed["system"].items() if key in told}
    assert {key: half_up(told[key], text) for key, text in wanted.items()} == wanted
    felt = found["saifi"] + found["maifi"]  # a fault anywhere takes the voltage of all until it is cleared
    assert half_up(felt, "2.20") == "2.20"
    rows = {row["id"]: row for row in found["load_points"]}
    for name, row in printed["load_points"].items():
        assert half_up(rows[name]["failures_per_year"], row["lam"]) == row["lam"]
        assert half_up(rows[name]["hours_per_year"], row["U"]) == row["U"]


@pytest.mark.parametrize("case", thinned(case_names("rbts_bus2"), 3))
def test_rbts_bus_2_comes_out_of_the_command(case: str, tmp_path: Path) -> None:
    found, wanted = indices(tmp_path, "rbts_bus2", case), expected("rbts_bus2")[case]["system"]
    told = {
        "SAIFI": found["saifi"],
        "SAIDI": found["saidi_h"],
        "CAIDI": found["caidi_h"],
        "ASAI": found["asai"],
        "ENS_MWh": found["ens_kwh"] / 1000,
    }
    assert {key: told[key] for key in told} == pytest.approx({key: wanted[key] for key in told}, rel=1e-6, abs=5e-7)
    assert found["maifi"] > 0  # the voltage beside a fault, until it is cleared

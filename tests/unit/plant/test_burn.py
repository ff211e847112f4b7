"""What a set burns: by the formula and along a published chart, in runs, in endurance and in rules of the files."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from drillsim.checks import RULES, check
from drillsim.findings.verdict import verdicts
from drillsim.journal import Journal
from drillsim.plant.burn import burn_l_per_h
from drillsim.schema.compiled import Compiled
from drillsim.schema.source import Genset, MobileGenset
from drillsim.simulation import simulate
from helpers.grids import grid
from helpers.play import case, dossier

H = 3_600_000
LOST = {"at": "0 s", "fault": "source_lost", "on": "feeder-S1"}


def chart() -> list[tuple[float, list[tuple[float, float]]]]:
    """Rating, and its points (kW, litres an hour)."""
    text = (Path(__file__).parents[2] / "data" / "genset_fuel_curve.csv").read_text(encoding="utf-8")
    head, *rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    shares = [float(share) / 100 for share in head[1:]]
    return [
        (float(row[0]), [(float(row[0]) * share, float(burnt)) for share, burnt in zip(shares, row[1:], strict=True)])
        for row in rows
    ]


def standby(kw: float, litres: float, **genset: Any) -> Compiled:
    """A board of `kw` with a set behind an ATS and nothing that fills its tank."""
    network = grid("S1 M", "M E cb", "G P open", "P E open", loads={"E": kw / 1000})
    facts = {
        "kind": "genset", "bus": "G", "breaker": "G-P", "called_by": "ats", "fuel": "day", "fails_to_start": "0",
        **genset,
    }  # fmt: skip
    site = {
        "sources": {"genset": facts},
        "transfers": {"ats": {"kind": "ats", "normal": "M-E", "standby": "P-E", "delay": "3 s"}},
        "loads": {"load-E": {"min_supply_time": "9 h", "max_interruption": "1 min"}},
        "stores": {"day": {"holds": "diesel", "capacity_l": litres, "level_l": litres, "out": [{"to": "genset"}]}},
    }
    return dossier(network, site=site)


def ran_h(journal: Journal) -> float:
    """Hours from the start of the set to the end of its fuel."""
    began, ended = next(journal.of("source_running")), next(journal.of("source_stopped"))
    assert ended.data["cause"] == "no_fuel"
    return (ended.t_ms - began.t_ms) / H


def by_calculation_h(of: Compiled) -> float:
    """Endurance as the findings work it out from half an hour."""
    short = case(of, [LOST], "30 min")
    (found,) = (each.endurance for each in verdicts(short, simulate(short)) if each.id == "load-E")
    assert found is not None
    assert found.lasts_ms is not None
    assert found.why == "stores-too-small"
    return found.lasts_ms / H


def by_rule_h(of: Compiled) -> float:
    """Endurance as the rule of the day tank works it out from the files."""
    (tank,) = check(of, rules=[rule for rule in RULES if rule.id == "FUEL-01"])
    lasts_ms = dict(tank.facts)["lasts_ms"]
    assert isinstance(lasts_ms, int)
    return lasts_ms / H


@pytest.mark.parametrize(
    ("kw", "facts", "l_per_h"),
    [
        (24, {"rated_kw": "200"}, 0.27 * (0.12 * 200 + 0.88 * 24)),
        (100, {"rated_kw": "200"}, 0.27 * (0.12 * 200 + 0.88 * 100)),
        (200, {"rated_kw": "200"}, 0.27 * 200),
        (7.2, {"rated_kw": "60", "fuel_l_per_kwh": "0.3"}, 0.3 * (0.17 * 60 + 0.83 * 7.2)),
        (50, {"rated_kw": "100"}, 0.27 * (0.17 * 100 + 0.83 * 50)),
        (60, {"rated_kw": "500", "no_load_burn_percent": "8"}, 0.27 * (0.08 * 500 + 0.92 * 60)),
        (60, {"rated_kw": "500", "no_load_burn_percent": "0"}, 0.27 * 60),
    ],
)
def test_at_any_load_the_tank_lasts_its_litres_over_the_burn_by_hand(
    kw: float, facts: dict[str, str], l_per_h: float
) -> None:
    of = standby(kw, 8 * l_per_h, **facts)
    assert ran_h(simulate(case(of, [LOST], "10 h"))) == pytest.approx(8, rel=0.01)
    assert by_calculation_h(of) == pytest.approx(8, rel=0.01)
    assert by_rule_h(of) == pytest.approx(8, rel=0.01)


@pytest.mark.parametrize(("rated", "points"), chart(), ids=lambda value: str(value) if isinstance(value, float) else "")
def test_along_a_published_curve_the_tank_lasts_its_litres_over_the_burn_of_the_chart(
    rated: float, points: list[tuple[float, float]]
) -> None:
    curve = [{"kw": kw, "l_per_h": l_per_h} for kw, l_per_h in points]
    for kw, l_per_h in points:
        of = standby(kw, 8 * l_per_h, rated_kw=rated, burn=curve)
        assert ran_h(simulate(case(of, [LOST], "10 h"))) == pytest.approx(8, rel=0.01)
        assert by_rule_h(of) == pytest.approx(8, rel=0.01)


def genset(**facts: Any) -> Genset:
    return Genset.model_validate({"kind": "genset", "bus": "G", "breaker": "G-P", "rated_kw": "100", **facts})


def test_between_two_points_it_is_linear_and_beyond_them_the_outer_segments_are_carried_on() -> None:
    bent = genset(burn=[{"kw": "20", "l_per_h": "8"}, {"kw": "60", "l_per_h": "16"}, {"kw": "100", "l_per_h": "28"}])
    burnt = [burn_l_per_h(bent, kw) for kw in (0, 10, 20, 40, 60, 80, 100, 110)]
    assert burnt == pytest.approx([4, 6, 8, 12, 16, 22, 28, 31])


def test_a_steep_first_segment_never_burns_less_than_nothing() -> None:
    steep = genset(burn=[{"kw": "50", "l_per_h": "5"}, {"kw": "100", "l_per_h": "30"}])
    assert burn_l_per_h(steep, 0) == 0


def test_a_set_that_runs_without_load_burns_its_share_of_the_full_burn() -> None:
    assert burn_l_per_h(genset(), 0) == pytest.approx(0.17 * 27)
    assert burn_l_per_h(genset(rated_kw="101"), 0) == pytest.approx(0.12 * 0.27 * 101)
    truck = MobileGenset.model_validate({"kind": "mobile_genset", "rated_kw": "400"})
    assert burn_l_per_h(truck, 0) == pytest.approx(0.12 * 0.27 * 400)

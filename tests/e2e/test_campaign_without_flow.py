"""A campaign of whose cases some have no power flow: it goes on, and nobody can take those cases for fine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from drillsim.cli.output import json_schema
from helpers.command import Done
from helpers.in_process import drillsim_here
from helpers.json_schema import misfits
from helpers.thin_line import thin_line

FLAGS = ("--faults", "N-1", "--scenarios", "source-lost-day", "--hours", "day", "--draws", "2", "--workers", "1")
OVERLOADED = ["S", "A", "B", "far"]
"""Everything the thin line feeds once the tie has closed."""
FOLDER = "mill/campaign-s1"


def campaign(plan: Path, *more: str) -> Done:
    """One that ends well, written beside the plan."""
    done = drillsim_here("campaign", plan, *FLAGS, "--out", plan.parent, *more)
    assert (done.code, "Traceback" in done.errors) == (0, False), done.errors
    return done


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """The campaign's folder and what it prints, where every load has a limit."""
    place = tmp_path_factory.mktemp("thin-line")
    done = campaign(thin_line(place, ["mill", "office", "gate"]), "--json", "--lang", "en")
    return place / FOLDER, done.json


def test_the_cases_and_their_buses_are_named(played: tuple[Path, Any]) -> None:
    _, found = played
    assert misfits(found, json_schema("campaign")) == []
    cases = {row["case"]: (row["runs"], row["buses"]) for row in found["no_flow"]}
    names = ("N:short_circuit@day", "north:source_lost@day", "source-lost-day@day")
    assert cases == dict.fromkeys(names, (2, OVERLOADED))
    assert (found["no_flow_cases"], found["no_flow_buses"], found["failed_runs"]) == (3, OVERLOADED, 0)
    assert found["not_tested"][0]["code"] == "no_flow"
    assert "bus far" in found["not_tested"][0]["text"]


def test_no_limit_there_counts_as_met_and_all_others_are_answered(played: tuple[Path, Any]) -> None:
    mill, gate = (next(row for row in played[1]["loads"] if row["id"] == name) for name in ("mill", "gate"))
    assert mill["not_tested"] == 6
    assert mill["p_met_low"] < 0.81  # a fifth of what happens a year is the loss of north
    assert (gate["not_tested"], gate["missed_cases"]) == (0, 2)


@pytest.mark.parametrize(
    ("lang", "heading", "case"),
    [("en", "Cases without a power flow", "source north is lost"), ("zh", "潮流无解的工况", "电源 north 失电")],
)
def test_the_report_names_them_too(lang: str, heading: str, case: str, played: tuple[Path, Any]) -> None:
    assert drillsim_here("report", played[0], "--lang", lang).code == 0
    named = (played[0] / "report.md").read_text(encoding="utf-8").partition(heading)[2].partition("\n#")[0]
    assert case in named
    assert "far" in named


@pytest.mark.parametrize(
    ("lang", "said", "doubt", "fine"),
    [
        ("en", "In one case the power flow has no solution for 4 buses", "no proof", "stay within their limits"),
        ("zh", "1 个工况中有 4 段母线的潮流无解", "不能据此认定预案完备", "均未超限"),
    ],
)
def test_loads_without_a_limit_alone_are_no_reason_to_call_it_fine(
    lang: str, said: str, doubt: str, fine: str, tmp_path: Path
) -> None:
    done = campaign(thin_line(tmp_path, ["gate"]), "--faults", "none", "--lang", lang)
    html = (tmp_path / FOLDER / "report.html").read_text(encoding="utf-8")
    for page in (done.text, html):
        assert said in page
        assert doubt in page
        assert fine not in page
    assert 'class="conclusion open"' in html


def test_a_network_that_has_no_power_flow_as_it_stands_is_open_in_every_case(tmp_path: Path) -> None:
    plan = thin_line(tmp_path, ["office"], more_mw=5.0)
    found = campaign(plan, "--json", "--limit", "4", "--scenarios", "none").json
    assert found["scenarios"] == []
    assert found["no_flow_cases"] == found["played_cases"] > 0
    (office,) = (row for row in found["loads"] if row["id"] == "office")
    assert (office["p_met"], office["p_met_low"], office["missed_cases"]) == (None, None, 0)
    assert office["not_tested"] == found["runs"]

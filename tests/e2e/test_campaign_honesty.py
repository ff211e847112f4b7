"""What a campaign claims: no share, index or frequency that hides a limit missed where nobody knows how often."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drillsim.cli.output import json_schema
from helpers.in_process import drillsim_here
from helpers.json_schema import misfits
from helpers.rated_customer import RATES, rated_folder

FLAGS = ("--faults", "N-1", "--hours", "day", "--draws", "2", "--workers", "1", "--scenarios", "none")
CERTAIN = re.compile(r"\b100 ?%|\b1\.0+\b|ASAI")


def subjects(found: Any) -> Iterator[Any]:
    yield from (*found["loads"], *found["functions"])


class Played:
    """One small campaign: what it prints, its screen and its report, in English."""

    def __init__(self, place: Path, rates: str) -> None:
        plan = rated_folder(place, rates)
        done = drillsim_here("campaign", plan, *FLAGS, "--out", place, "--json", "--lang", "en")
        assert done.code == 0, done.errors
        self.found = done.json
        self.folder = place / plan.name / "campaign-s1"
        shown = drillsim_here("report", self.folder, "--lang", "en")
        assert shown.code == 0, shown.errors
        self.screen = shown.text
        self.report = (self.folder / "report.md").read_text(encoding="utf-8")
        self.one = self.report.partition("## Not tested")[0]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Played]:
    return {rates: Played(tmp_path_factory.mktemp(rates), rates) for rates in RATES}


@pytest.mark.parametrize("rates", RATES)
def test_no_share_hides_a_miss_of_a_case_without_a_rate(rates: str, played: dict[str, Played]) -> None:
    found = played[rates].found
    assert misfits(found, json_schema("campaign")) == []
    assert any(row["missed_cases"] for row in subjects(found))
    for row in subjects(found):
        if row["missed_without_frequency"]:
            assert (row["p_met"], row["p_met_low"], row["p_met_high"], row["p95_ms"]) == (None,) * 4
        assert row["p_met"] != 1.0 or not row["missed_cases"]


@pytest.mark.parametrize("rates", RATES)
def test_no_line_of_page_one_says_all_is_met_beside_a_miss(rates: str, played: dict[str, Played]) -> None:
    for page in (played[rates].one, played[rates].screen):
        missed = [line for line in page.splitlines() if "✘" in line]
        assert missed
        assert not [line for line in missed if CERTAIN.search(line)]


def test_without_a_rate_page_one_says_how_many_cases_and_misses_have_none(played: dict[str, Played]) -> None:
    of = played["none"]
    found = of.found
    assert found["rates"] == {"stated": 0, "assumed": 14, "missing": 3}
    said = f"{found['without_frequency']} cases have no rate, and in one of them a protected limit is missed"
    assert said in of.one and said in of.screen
    assert "Rates: 0 of the customer's own, 14 assumed, 3 missing" in of.one
    icu = next(line for line in of.one.splitlines() if line.startswith("| ✘") and "ICU" in line)
    assert "no share: missed in one case without a rate" in icu and "%" not in icu
    assert found["indices"] is None
    assert found["not_in_indices"] == [
        "feeder-east:source_lost", "feeder-west:source_lost", "ups-icu:fails_running",
    ]  # fmt: skip


def test_what_rests_on_a_shipped_rate_says_so_wherever_it_stands(played: dict[str, Played]) -> None:
    for rates, marked in (("none", True), ("some", True), ("all", False)):
        lines = [line for line in played[rates].report.splitlines() if "once in" in line]
        assert lines and all(("assumed rates" in line) is marked for line in lines)


def test_the_misses_that_are_counted_are_those_of_the_failure_sets(played: dict[str, Played]) -> None:
    """By day alone and one failure at a time every set is one case, so both must count the same."""
    for each in played.values():
        unrated = [row for row in each.found["failure_sets"] if row["per_year"] is None]
        assert each.found["missed_without_frequency"] == len(unrated)


def test_with_some_rates_indices_wait_for_those_that_interrupt_loads(played: dict[str, Played]) -> None:
    found = played["some"].found
    assert found["weighed"] and found["indices"] is None
    assert found["not_in_indices"] == ["feeder-east:source_lost", "ups-icu:fails_running"]
    assert "ASAI" not in played["some"].screen
    assert "2 failures without a rate interrupt loads, so that indices would say too little" in played["some"].report


def test_with_a_rate_for_everything_shares_and_indices_are_stated(played: dict[str, Played]) -> None:
    found = played["all"].found
    assert (found["missed_without_frequency"], found["not_in_indices"]) == (0, [])
    icu = next(row for row in found["loads"] if row["id"] == "icu")
    assert 0 < icu["p_met"] < 1 and icu["missed_cases"] == 3
    assert 0.99 < found["indices"]["asai"] < 1
    assert "ASAI" in played["all"].screen and "cases have no rate, and in" not in played["all"].one
    assert found["rates"] == {"stated": 17, "assumed": 0, "missing": 0}


def test_by_default_each_event_meets_one_thing_that_does_not_go_as_planned(tmp_path: Path) -> None:
    plan = rated_folder(tmp_path, "none")
    flags = ("--hours", "day", "--draws", "1", "--scenarios", "none", "--workers", "1", "--lang", "en")
    done = drillsim_here("campaign", plan, *flags, "--out", tmp_path, "--json")
    assert done.code == 0, done.errors
    found = done.json
    assert (found["order"], found["one_event"]) == (2, True)
    members = [tuple(each.partition(":")[2] for each in row["members"]) for row in found["failure_sets"]]
    events = {"short_circuit", "source_lost", "zone_lost", "fails_running"}
    assert all(len(events.intersection(each)) == 1 for each in members)
    said = [row["text"] for row in found["failure_sets"]]
    assert any("transformer T1 has a short circuit and source genset-1 does not start" in each for each in said)
    assert found["played_cases"] + found["left_out"] == found["cases"]


def test_every_scenario_beside_the_plan_is_played(tmp_path: Path) -> None:
    made = drillsim_here("init", tmp_path / "mine")
    assert made.code == 0, made.errors
    flags = ("--faults", "none", "--hours", "day", "--draws", "1", "--workers", "1")
    done = drillsim_here("campaign", tmp_path / "mine", *flags, "--out", tmp_path, "--json")
    assert done.code == 0, done.errors
    assert "scenario-both-lost" in [row["id"] for row in done.json["scenarios"]]


def test_scenarios_alone_say_nothing_of_combinations_and_rates(tmp_path: Path) -> None:
    plan = rated_folder(tmp_path, "all")
    flags = ("--faults", "none", "--hours", "night", "--draws", "1", "--workers", "1", "--lang", "en")
    done = drillsim_here("campaign", plan, *flags, "--scenarios", "both-lost-own*", "--out", tmp_path)
    assert done.code == 0, done.errors
    assert "one case (at night), about one run" in done.text
    assert "Of one scenario case, which has no rate, one misses a protected limit." in done.text
    assert "Failures were not played, so no combination was looked for." in done.text
    assert "Failures were not played, so there are no indices a year." in done.text
    assert not re.search("No combination|states a rate|once in", done.text)


def test_a_campaign_that_played_nothing_says_so_first(tmp_path: Path) -> None:
    plan = rated_folder(tmp_path, "none")
    told = "format: 1\ntitle: {en: a}\nstart: {mode: normal, date: 2026-07-15, time: 02:30}\nhorizon: 8 h\n"
    words = f"{told}events: [{{at: 0 s, fault: source_lost, on: {{id: nowhere}}}}]\n"
    (plan / "scenario-other.yaml").write_text(words, encoding="utf-8")
    flags = ("--faults", "none", "--hours", "day", "--draws", "1", "--workers", "1", "--lang", "en")
    done = drillsim_here("campaign", plan, *flags, "--scenarios", "scenario-other", "--out", tmp_path)
    assert done.code == 0, done.errors
    assert "Nothing was played: no scenario that was asked for applies to this customer." in done.text
    assert "No case shows a limit missed" not in done.text


def test_misses_that_are_in_no_index_are_counted_beside_them(played: dict[str, Played], tmp_path: Path) -> None:
    note = "Of single failures with a yearly frequency alone"
    assert note in played["all"].screen and "named above miss is not in them" not in played["all"].screen
    assert "3 failures without a rate interrupt loads" in played["none"].screen
    plan = rated_folder(tmp_path, "all")
    flags = ("--hours", "day", "--draws", "1", "--scenarios", "none", "--workers", "1", "--lang", "en")
    done = drillsim_here("campaign", plan, *flags, "--out", tmp_path, "--json")
    found = done.json
    screen = drillsim_here("report", tmp_path / plan.name / "campaign-s1", "--lang", "en").text
    missed, chance = found["missed_without_frequency"], found["missed_by_assumed_chance"]
    assert 0 < chance < missed
    assert f"What the {missed} cases without a rate named above miss is not in them." in screen
    assert f"not known for {missed - chance}; for {chance} only assumed chances on demand tell it" in screen
    often = [row["per_year"] for row in found["failure_sets"] if row["per_year"] is not None]
    assert len(often) >= chance


def test_a_campaign_that_was_stopped_says_what_is_played_and_how_to_go_on(tmp_path: Path) -> None:
    plan = rated_folder(tmp_path, "none")
    done = drillsim_here("campaign", plan, *FLAGS, "--out", tmp_path, "--json")
    folder = tmp_path / plan.name / "campaign-s1"
    units = done.json["played_cases"]
    part = folder.rename(folder.with_name("campaign-s1.part"))
    (part / "campaign.json").unlink()
    (part / "chunks").mkdir()
    (part / "chunks" / "000-000000.parquet").write_bytes(b"")
    assert units > 16
    for path in (folder, part):
        told = drillsim_here("report", path, "--lang", "en")
        assert told.code == 2
        assert re.search(r"stopped: 16 of \d+ units are played", told.errors), told.errors
        assert f"--resume --out {tmp_path} --seed 1 --scenarios none --faults N-1 --hours day --draws 2" in told.errors
        assert "Nothing was run" not in told.errors

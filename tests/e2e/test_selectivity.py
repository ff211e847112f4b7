"""A cable fault of the customer: cleared by its own breaker, or, behind mis-set stages, by the utility's."""

from __future__ import annotations

from drillsim.findings.assess import assess
from helpers.shipped import Edit, Played, played

SLOW_105: Edit = (
    "site.yaml",
    'trips: [{above_a: 180, after: 300 ms}, {above_a: 1800, after: 0 ms}], source: settings assumed}\n  "106"',
    'trips: [{above_a: 180, after: 1200 ms}], source: settings assumed}\n  "106"',
)
SLOW_101: Edit = (
    "site.yaml",
    "trips: [{above_a: 600, after: 600 ms}, {above_a: 3000, after: 400 ms}], fails_to_operate: 0.002,"
    ' source: "settings assumed; failure per demand from drillsim\'s table, 0.001-0.005, unverified"}\n  "102"',
    'trips: [{above_a: 600, after: 1000 ms}], source: "as left after a test"}\n  "102"',
)


def _tripped(run: Played) -> list[str]:
    return [event.data["device"] for event in run.journal.of("protection_trips")]


def test_with_the_shipped_settings_the_breaker_of_the_cable_trips_alone() -> None:
    run = played("cable-b1-fault")
    assert _tripped(run) == ["105"]
    assert not list(run.journal.of("neighbours_lost"))
    assert "A04" not in {finding.code for finding in assess(run.case, run.journal)}


def test_one_slow_stage_takes_the_whole_section() -> None:
    run = played("cable-b1-fault", SLOW_105)
    assert _tripped(run)[0] == "101"
    assert "A04" in {finding.code for finding in assess(run.case, run.journal)}


def test_behind_two_slow_stages_the_utilitys_feeder_trips_and_the_report_says_what_the_neighbours_lose() -> None:
    run = played("cable-b1-fault", SLOW_105, SLOW_101)
    assert _tripped(run)[0] == "711"
    (lost,) = run.journal.of("neighbours_lost")
    assert (lost.data["source"], lost.data["kw"]) == ("feeder-east", 2600)
    said = [finding.plain for finding in assess(run.case, run.journal) if finding.code == "A04"]
    told = next(facts for facts in said if facts["neighbours_kw"])
    assert (told["neighbours_kw"], told["feeder"]) == (2600, "feeder-east")

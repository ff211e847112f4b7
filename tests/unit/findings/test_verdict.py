from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drillsim.findings.finding import Verdict
from drillsim.findings.verdict import verdicts
from drillsim.journal.record import Journal
from drillsim.schema.compiled import Compiled
from drillsim.schema.dossier import Case
from drillsim.schema.scenario import Scenario
from helpers.journals import Recording
from helpers.played import BOTH, Script, play
from helpers.small_customer import small_customer

DOSSIER = small_customer()
THEATRE_LIMIT = 15_000
H = 3_600_000


def judged(journal: Journal, name: str = "theatre", dossier: Compiled = DOSSIER) -> Verdict:
    start = {"date": "2026-07-15", "time": "02:30"}
    scenario = Scenario.model_validate({"format": 1, "title": "t", "start": start, "horizon": "8 h", "events": []})
    return next(v for v in verdicts(Case(dossier, "s", scenario), journal) if v.id == name)


@pytest.mark.parametrize(
    ("ms", "word", "why"),
    [
        (14_999, "met", "within-limit"),
        (15_000, "met", "within-limit"),
        (15_001, "missed", "longer-than-limit"),
    ],
)
def test_an_interruption_is_missed_when_it_is_longer_than_the_limit_not_when_it_is_as_long(
    ms: int, word: str, why: str
) -> None:
    found = judged(Recording(DOSSIER).dark("theatre", 1000, 1000 + ms).ended())
    assert (found.verdict, found.why, found.outage_ms, found.outages) == (word, why, ms, 1)


def test_a_load_never_dark_is_met() -> None:
    found = judged(Recording(DOSSIER).ended())
    assert (found.verdict, found.why, found.outage_ms, found.evidence) == ("met", "not-interrupted", 0, ())


def test_dead_and_live_again_within_one_instant_is_no_interruption() -> None:
    found = judged(
        Recording(small_customer(("site/loads/theatre/max_interruption", "0 s"))).dark("theatre", 1000, 1000).ended()
    )
    assert (found.verdict, found.outages) == ("met", 0)


def test_one_millisecond_misses_a_limit_of_zero() -> None:
    dossier = small_customer(("site/loads/theatre/max_interruption", "0 s"))
    assert judged(Recording(dossier).dark("theatre", 1000, 1001).ended(), dossier=dossier).verdict == "missed"


@pytest.mark.parametrize(("gap", "outages", "longest"), [(19, 1, 20_019), (20, 2, 10_000)])
def test_gaps_under_20_ms_merge(gap: int, outages: int, longest: int) -> None:
    recording = Recording(DOSSIER).dark("theatre", 0, 10_000).dark("theatre", 10_000 + gap, 20_000 + gap)
    found = judged(recording.ended())
    assert (found.outages, found.outage_ms) == (outages, longest)


def test_an_interruption_still_open_but_shorter_than_the_limit_is_not_met() -> None:
    found = judged(Recording(DOSSIER, horizon_ms=H).dark("theatre", H - 10_000, None).ended())
    assert (found.verdict, found.why, found.open_at_end) == ("not_tested", "still-dark", True)


def test_an_interruption_still_open_and_longer_than_the_limit_is_missed() -> None:
    found = judged(Recording(DOSSIER, horizon_ms=H).dark("theatre", 0, None).ended())
    assert (found.verdict, found.outage_ms, found.open_at_end) == ("missed", H, True)


@pytest.mark.parametrize("horizon_ms", [15_000, 10_000])
def test_a_limit_beyond_the_horizon_is_never_met(horizon_ms: int) -> None:
    found = judged(Recording(DOSSIER, horizon_ms=horizon_ms).ended())
    assert (found.verdict, found.why) == ("not_tested", "limit-beyond-horizon")


def test_an_incomplete_journal_is_never_met() -> None:
    found = judged(Recording(DOSSIER).dark("theatre", 0, 1000).cut())
    assert (found.verdict, found.why) == ("cannot_say", "incomplete")


def test_what_an_incomplete_journal_shows_missed_stays_missed() -> None:
    assert judged(Recording(DOSSIER).dark("theatre", 0, 20_000).cut()).verdict == "missed"


def test_an_oscillation_takes_the_word_met_away() -> None:
    found = judged(Recording(DOSSIER).at(5, "oscillation", rounds=51).ended("stopped"))
    assert (found.verdict, found.why) == ("cannot_say", "oscillation")


def test_no_power_flow_on_the_loads_bus_cannot_say() -> None:
    found = judged(Recording(DOSSIER).at(5, "cannot_say", buses=["em-LV"], reason="not-converged").ended())
    assert (found.verdict, found.why) == ("cannot_say", "no-power-flow")


def test_no_power_flow_elsewhere_does_not_matter() -> None:
    assert (
        judged(Recording(DOSSIER).at(5, "cannot_say", buses=["II-LV"], reason="not-converged").ended()).verdict == "met"
    )


def test_a_function_is_not_met_where_the_bus_of_a_load_under_another_function_it_needs_has_no_power_flow() -> None:
    dossier = small_customer(("network/load/3/bus", "II-LV"))  # the chiller, under cooling, under surgery
    journal = Recording(dossier).at(5, "cannot_say", buses=["II-LV"], reason="not-converged").ended()
    assert judged(journal, "surgery", dossier).verdict == "cannot_say"


def test_a_load_without_a_limit_is_not_tested_and_says_so() -> None:
    found = judged(Recording(DOSSIER).dark("ward", 0, H).ended(), "ward")
    assert (found.verdict, found.why, found.protected) == ("not_tested", "no-limit", False)


def test_a_scenario_that_does_not_apply_tests_nothing() -> None:
    words = {
        (v.verdict, v.why)
        for v in [judged(Recording(DOSSIER).ended("not_applicable"), n) for n in ("theatre", "surgery", "ward")]
    }
    assert words == {("not_tested", "not-applicable")}


def test_a_load_the_journal_does_not_know_cannot_be_judged() -> None:
    other = small_customer(
        ("network/load/+", {"name": "new", "bus": "em-LV", "p_mw": "0.1"}),
        ("site/loads/new", {"max_interruption": "1 s"}),
    )
    assert judged(Recording(DOSSIER).ended(), "new", other).why == "not-recorded"


def test_a_harmed_function_is_missed_even_without_a_limit() -> None:
    dossier = small_customer(("site/functions/cooling/harm", {"after": "20 min", "what": "patients"}))
    recording = Recording(dossier).at(0, "function_changed", function="cooling", state="lost", because=["chiller"])
    found = judged(
        recording.at(20 * 60_000, "function_changed", function="cooling", state="harmed", because=[]).ended(),
        "cooling",
        dossier,
    )
    assert (found.verdict, found.why, found.protected, found.open_at_end) == ("missed", "harmed", True, True)


def test_riding_through_is_no_interruption_and_restarting_is() -> None:
    recording = Recording(DOSSIER)
    for t_ms, state in ((0, "riding_through"), (500, "lost"), (9_000, "restarting"), (12_000, "normal")):
        recording.at(t_ms, "function_changed", function="surgery", state=state, because=[])
    found = judged(recording.ended(), "surgery")
    assert (found.verdict, found.outage_ms, found.outages) == ("met", 11_500, 1)


def test_unserved_energy_is_demand_times_dark_time_also_for_what_is_still_dark() -> None:
    recording = Recording(DOSSIER, horizon_ms=4 * H).dark("theatre", 0, H, kw=60).dark("theatre", 3 * H, None, kw=30)
    assert judged(recording.ended()).unserved_kwh == 90.0


def test_verdicts_stand_in_file_order_loads_first() -> None:
    scenario = {
        "format": 1,
        "title": "t",
        "start": {"date": "2026-07-15", "time": "02:30"},
        "horizon": "8 h",
        "events": [],
    }
    found = verdicts(Case(DOSSIER, "s", Scenario.model_validate(scenario)), Recording(DOSSIER).ended())
    assert [v.id for v in found] == [*(row.name for row in DOSSIER.network.load), *DOSSIER.site.functions]


SPANS = st.lists(st.integers(1, 40_000), max_size=6)


@given(SPANS, SPANS)
def test_met_is_said_only_where_no_dark_stretch_is_longer_than_the_limit(dark: list[int], light: list[int]) -> None:
    recording, now, longest = Recording(DOSSIER), 0, 0
    for lit, out in zip(light, dark, strict=False):
        now += lit + 20
        recording.dark("theatre", now, now + out)
        now, longest = now + out, max(longest, out)
    assert judged(recording.ended()).verdict == ("missed" if longest > THEATRE_LIMIT else "met")


def test_a_load_that_is_out_of_service_gets_no_verdict() -> None:
    there = play(Script(BOTH)).verdicts
    gone = play(Script(BOTH, (("network/load/6/in_service", "false"),))).verdicts
    assert set(there) - set(gone) == {"kitchen"}

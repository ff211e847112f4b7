"""What page one says."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from drillsim.documents.build_report import build_report
from drillsim.journal.record import JournalWriter
from drillsim.revision.recommendation import AssumedEffect, Cost, Unit
from drillsim.schema.scenario import Scenario
from drillsim.texts import LANGS, Lang
from helpers.journals import Recording
from helpers.played import Script, play
from helpers.sample_report import markdown_page, recommendation, sample_document, sample_report
from helpers.sample_run import MIN, SCENARIO, sample_case, sample_dossier, sample_journal


def test_the_conclusion_counts_what_was_missed_and_names_the_gravest() -> None:
    conclusion = "".join(sample_report("zh").conclusion)
    assert "6 项受保护的负荷和业务中有 6 项超过允许中断时间" in conclusion
    assert "最严重的是手术" in conclusion


def test_without_proved_changes_the_conclusion_says_so() -> None:
    assert "尚无得到复演支持的修订建议。" in sample_report("zh").conclusion
    proved = sample_report("en", recommendations=(recommendation("R1"),))
    assert "One recommended change was supported by re-running, for the meeting to decide." in proved.conclusion


def test_lights_show_every_protected_load_and_function_and_nothing_else() -> None:
    report = sample_report("zh")
    assert {light.id for light in report.lights} == {"lighting", "lifts", "theatre", "icu", "surgery", "intensive-care"}
    assert {light.id for light in report.judged} == {*(light.id for light in report.lights), "kitchen"}


def test_safety_critical_loads_stand_first() -> None:
    assert [light.id for light in sample_report("zh").lights if light.kind == "负荷"][:2] == ["icu", "theatre"]


def test_a_light_says_limit_outage_state_and_why_in_words() -> None:
    light = next(light for light in sample_report("en").lights if light.id == "theatre")
    assert (light.limit, light.outage, light.mark, light.word) == ("15 s", "34 min 30 s", "✘", "missed")
    assert light.why == "Interrupted for longer than allowed."


def test_an_outage_that_lasted_to_the_end_says_so() -> None:
    assert next(light for light in sample_report("en").lights if light.id == "lifts").outage == "2 h (still out)"


def test_top_weak_points_are_five_at_most_and_one_of_each_code() -> None:
    top = sample_report("zh").top
    assert 0 < len(top) <= 5
    assert len({weak.code for weak in top}) == len(top)


@pytest.mark.parametrize("lang", LANGS)
def test_a_cause_stands_once_with_its_consequences_indented_under_it(lang: Lang) -> None:
    report = sample_report(lang)
    depths = [weak.depth for weak in report.weak_points]
    assert depths[0] == 0
    assert 1 in depths
    assert [weak.number for weak in report.weak_points] == list(range(1, len(depths) + 1))
    assert not any(weak.depth for weak in report.top)
    for weak, after in pairwise(report.weak_points):
        assert bool(weak.under) == bool(after.depth) or weak.depth == 1
        assert not weak.under or after.code in weak.under
    indented = [line for line in markdown_page(report).splitlines() if "| └ " in line]
    assert len(indented) == depths.count(1)


def test_a_run_recorded_before_there_were_groups_shows_every_finding_by_itself() -> None:
    document = sample_document().model_copy(update={"groups": []})
    case, journal = sample_case(), sample_journal()
    report = build_report(document, case, journal, "en")
    assert len(report.weak_points) == len(document.findings)
    assert not any(weak.depth or weak.under for weak in report.weak_points)


def test_harm_stands_before_its_causes() -> None:
    codes = [weak.code for weak in sample_report("zh").top if weak.severity == "A"]
    assert codes.index("D06") < codes.index("G01")


def test_a_weak_point_with_a_proved_change_comes_right_behind_harm_with_clause_owner_and_gain() -> None:
    report = sample_report("zh", recommendations=(recommendation("R1", subject="S03"),))
    first = next(weak for weak in report.top if weak.code != "D06")
    assert (first.code, first.clause, first.owner, first.change_id) == ("P02", "9.2-3", "客户", "R1")
    assert first.change == "夜间增派第二值班电工,与值班电工同时到场。"
    assert "34 分 30 秒" in first.gain and "19 分 30 秒" in first.gain


def test_the_wait_that_cost_most_is_named_with_reason_minutes_cost_and_clause() -> None:
    wait = sample_report("zh").costliest
    assert wait is not None
    said = (wait.step, wait.clause, wait.reason, wait.on, wait.ms, wait.cost)
    assert said == ("S03", "9.2-3", "人员被占用", "第二值班电工", "15 分钟", "15 分钟")


def test_the_costliest_wait_is_answered_by_the_proved_change_that_shortens_it() -> None:
    others = [recommendation(f"R0{n}", subject="genset-1", codes=("G01",)) for n in range(5)]
    answering = recommendation("R1", wait=("S03", "person_busy"))
    wait = sample_report("en", recommendations=(*others, answering)).costliest
    assert wait is not None
    assert wait.answer == (
        'Proposed (R1): clause 9.2-3 becomes "A second electrician is on duty at night."; '
        "re-run, longest outage: 34 min 30 s → 19 min 30 s."
    )
    wait = sample_report("en", recommendations=(others[0], answering)).costliest
    assert wait is not None and wait.answer == "See change 2.", "it stands on page one already"


def test_a_costliest_wait_nothing_shortens_says_so() -> None:
    for given in ((), (recommendation("R1", wait=("S03", "person_busy"), verdict="rejected"),)):
        wait = sample_report("en", recommendations=given).costliest
        assert wait is not None and wait.answer.startswith("No change that shortens this wait")


def test_outages_that_changed_alike_are_told_together_and_what_did_not_change_is_left_out() -> None:
    before = {"worst_outage_ms": 60_000, "hazards": 0, "outages": {"icu": 60_000, "theatre": 60_000, "lifts": 5_000}}
    after = {"worst_outage_ms": 30_000, "hazards": 0, "outages": {"icu": 30_000, "theatre": 30_000, "lifts": 5_000}}
    change = sample_report("en", recommendations=(recommendation("R1", before=before, after=after),)).changes[0]
    assert change.measures == (
        ("longest outage", "1 min (Intensive care)", "30 s (Intensive care)"),
        ("outage of Intensive care, Operating theatres", "1 min", "30 s"),
    )


@pytest.mark.parametrize(
    ("costs", "note"),
    [
        ({}, "What each wait cost was not computed by re-running."),
        ({("S03", "person_busy"): 0}, "Removing any single wait would not shorten the worst outage."),
    ],
)
def test_where_no_wait_is_named_the_report_says_why(costs: dict[tuple[str, str], int], note: str) -> None:
    report = sample_report("en", costs=costs)
    assert report.costliest is None
    assert report.costliest_note == note


def test_what_was_not_tested_stands_on_page_one() -> None:
    report = sample_report("en")
    assert any("Operating theatres" in line for line in report.not_tested)


def test_a_run_that_died_says_so_above_everything() -> None:
    report = sample_report("zh", journal=sample_journal(cut_at=20 * MIN))
    assert "推演未完成" in report.warning and "17 分钟" in report.warning
    assert all(light.verdict != "met" for light in report.lights)


def test_a_scenario_that_does_not_apply_tests_nothing_and_says_so() -> None:
    writer = JournalWriter({"seed": 1})
    writer.emit(0, "initial_state", dict(sample_journal().initial))
    ended = {"demand_kwh": 0, "served_kwh": 0, "fuel_l": 0, "battery_kwh": 0}
    writer.emit(0, "run_ended", {"status": "not_applicable", "why": "events.0.on", **ended})
    report = sample_report("en", journal=writer.journal())
    assert report.conclusion == ("Conclusion: this scenario does not apply to this customer. Nothing was tested.",)
    assert "events.0.on" in report.warning
    assert {(light.verdict, light.outage) for light in report.lights} == {("not_tested", "—")}
    assert report.weak_note == "The scenario does not apply; nobody looked for weak points."
    assert report.costliest_note == "The scenario does not apply; nothing was run."


def test_all_limits_met_is_said_only_of_this_scenario_and_run() -> None:
    journal = sample_journal()
    quiet = JournalWriter({"seed": 1})
    quiet.emit(0, "initial_state", dict(journal.initial))
    quiet.emit(2 * 60 * MIN, "run_ended", dict(journal.events[-1].data))
    conclusion = "".join(sample_report("zh", journal=quiet.journal()).conclusion)
    assert "均未超过允许中断时间" in conclusion and "本场景、本次推演" in conclusion


def test_a_customer_without_limits_is_not_called_fine() -> None:
    dossier = sample_dossier()
    functions = {
        name: each.model_copy(update={"max_interruption": None, "harm": None})
        for name, each in dossier.site.functions.items()
    }
    site = dossier.site.model_copy(update={"loads": {}, "functions": functions})
    case = replace(
        sample_case(), dossier=replace(dossier, site=site), scenario=Scenario.model_validate({**SCENARIO, "expect": []})
    )
    assert "no load or function states how long it may be interrupted" in sample_report("en", case=case).conclusion[0]


def test_loads_that_came_out_alike_share_a_line_on_page_one() -> None:
    report = sample_report("zh")
    assert sum(len(line.names) for line in report.lines) == len(report.lights)
    assert len({(line.kind, line.verdict, line.limit, line.outage) for line in report.lines}) == len(report.lines)


@pytest.mark.parametrize("lang", LANGS)
def test_steps_are_told_by_person_in_time_order(lang: Lang) -> None:
    wang = {"zh": "值班电工", "en": "Duty electrician"}[lang]
    steps = [line for line in sample_report(lang).steps if line.who.startswith(wang)]
    assert [line.step for line in steps] == ["S01", "S02", "S03", "S04"]
    assert steps[2].ready == "T+00:13:00"


def test_rules_not_checked_against_the_standards_are_listed_with_their_source() -> None:
    report = sample_report("en")
    assert {rule.code for rule in report.rules} == {weak.code for weak in report.weak_points}
    assert any("not checked against the standards' own text" in line for line in report.assumptions)


def test_the_run_can_be_repeated_from_what_the_report_says() -> None:
    facts = dict(sample_report("en").facts)
    assert facts["Seed"] == "1" and facts["plan.yaml"].startswith("sha256:")


def test_money_people_and_settings_are_put_before_the_meeting_and_paper_is_not() -> None:
    given = (
        recommendation("R0"),  # among the changes to make first
        recommendation("R1", verdict="untested"),
        recommendation("R2", kind="paper", verdict="untested"),
        recommendation("R3", kind="purchase", verdict="rejected"),
    )
    (line,) = sample_report("en", recommendations=given).decisions
    assert line.startswith("R1 (staffing, customer)")


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("s", "from 30 min to 15 min"),
        ("kwh", "from 1800 kWh to 900 kWh"),
        ("l", "from 1800 L to 900 L"),
        ("persons", "from 1800 persons to 900 persons"),
        ("count", "from 1800 to 900"),
    ],
)
def test_a_purchase_says_on_which_assumed_figure_its_proof_rests_and_where_the_gain_ends(unit: Unit, said: str) -> None:
    effect = AssumedEffect("site.yaml", "sources.ups-icu.battery_kwh", unit, 1_800, 900, vanishes_at=1_200)
    change = sample_report("en", recommendations=(recommendation("R1", kind="purchase", assumed=effect),)).changes[0]
    assert f"sources.ups-icu.battery_kwh {said} (assumed)" in change.assumed
    assert change.assumed.endswith("nothing is gained any more.")


def test_what_is_so_or_not_so_says_that_its_benefit_ends_at_no_figure() -> None:
    effect = AssumedEffect("site.yaml", "zones.basement.contains", "yes_no", 0, 1, basis="revision-basis-moved")
    change = sample_report("en", recommendations=(recommendation("R1", kind="purchase", assumed=effect),)).changes[0]
    assert "no figure lies in between" in change.assumed
    assert "nothing is gained any more" not in change.assumed


@pytest.mark.parametrize(("cost", "said"), [(Cost(120_000, "CNY"), "120,000 CNY"), (None, "")])
def test_a_change_says_what_it_costs_where_the_customer_tells(cost: Cost | None, said: str) -> None:
    change = sample_report("en", recommendations=(recommendation("R1", kind="purchase", cost=cost),)).changes[0]
    assert change.cost == said


def test_a_rejected_change_is_shown_with_its_reason() -> None:
    change = sample_report("en", recommendations=(recommendation("R1", verdict="rejected"),)).changes[0]
    assert (change.verdict, change.mark, change.word) == ("rejected", "✘", "re-run, rejected")


def test_a_part_without_a_power_flow_takes_the_all_clear_away_even_where_no_load_there_has_a_limit() -> None:
    case = play(Script(horizon="1 h")).case
    clear = sample_report("en", case, Recording(case.dossier).ended(), costs={})
    assert "stayed within their limits" in clear.conclusion[0]
    no_flow = Recording(case.dossier).at(5, "cannot_say", buses=["II-LV"], reason="not-converged").ended()
    heads: dict[Lang, str] = {"en": "this is no proof", "zh": "不能据此认定预案完备"}
    for lang, words in heads.items():
        told = sample_report(lang, case, no_flow, costs={}).conclusion[0]
        assert words in told
        assert "stayed within" not in told

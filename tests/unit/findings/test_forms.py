"""Codes that have several forms: each form by an example."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.findings.assess import assess
from drillsim.findings.facts import P03
from drillsim.findings.finding import Finding
from helpers.journals import Recording
from helpers.played import BOTH, EAST, WEST, Played, Script, event, lost, play
from helpers.small_customer import Change
from unit.findings.weak_point_cases import C1, C2, CASES, DISPLAY, GUARD, NO_AUTO_START, NO_TIE, SLOW_ANSWER

MIN = 60_000
SECOND: tuple[Change, ...] = (
    ("plan/actors/second", {"side": "customer", "held_by": ["wang"]}),
    (f"{C1}/steps/1/by", {"operator": "electrician", "supervisor": "second"}),
)
"""Opening the incomer takes a second person, who is on duty by day alone."""

SILENT: tuple[Change, ...] = (
    (f"{C1}/steps/0/tells", []),
    (f"{C1}/steps/0/do", "check"),
    (f"{C1}/steps/0/target", []),
)
"""The customer's report is no report any more: nobody sends the word the dispatcher waits for."""


def only(found: tuple[Finding, ...]) -> Finding:
    assert len(found) == 1
    return found[0]


def recorded(*events: tuple[int, str, dict[str, Any]]) -> tuple[Finding, ...]:
    case = Script().case()
    recording = Recording(case.dossier)
    for t_ms, type_, data in events:
        recording.at(t_ms, type_, **data)
    return assess(case, recording.ended())


ON_BATTERY: tuple[Change, ...] = (
    *((f"network/load/{number}/bus", "ups-LV") for number in range(1, 5)),
    ("site/sources/ups-icu/rated_kw", "600"),
    ("site/sources/ups-icu/battery_kwh", "2500"),
)
"""All that hangs on the emergency board stands behind a large battery."""


@pytest.mark.parametrize(
    ("events", "changes", "reason"),
    [
        ((*BOTH, event("fails_to_operate", "ats-em")), (), "refused"),
        (BOTH, (("site/transfers/ats-em/enabled", "false"),), "disabled"),
    ],
)
def test_a_changeover_that_does_not_act_is_said_though_a_battery_hides_it(
    events: tuple[dict[str, Any], ...], changes: tuple[Change, ...], reason: str
) -> None:
    found = only(play(Script(events, (*ON_BATTERY, *changes), horizon="1 h")).of("A01"))
    assert (found.plain["reason"], found.plain["hidden"], found.plain["dark_ms"]) == (reason, "yes", 0)
    assert found.plain["battery_ms"] > 10 * MIN  # type: ignore[operator]


def test_a_changeover_that_acts_is_not_said_because_a_battery_bridged_it() -> None:
    assert play(Script(BOTH, ON_BATTERY, horizon="1 h")).of("A01") == ()


def test_a_card_nobody_starts_because_its_display_is_dark_is_said() -> None:
    dark: tuple[Change, ...] = (("site/observations/board/needs", ["ward"]),)
    found = play(Script(BOTH, dark)).of("A09")
    assert {(each.subject.id, each.plain["what"], each.plain["step"]) for each in found} == {
        ("board", "card", "C1"),
        ("board", "card", "C2"),
    }
    assert {each.clause for each in found} == {"9.1-1", "9.2-1"}
    assert play(Script(BOTH)).of("A09") == ()
    assert play(Script((EAST,), dark)).of("A09") == ()  # the ward has supply: the display works


def test_a_display_is_not_blamed_for_a_card_another_display_shows() -> None:
    second = {"sees": [{"bus": ["I-10kV", "II-10kV"]}], "shown_at": "duty-room"}
    changes: tuple[Change, ...] = (
        ("site/observations/board/needs", ["ward"]),
        ("site/observations/second", second),
    )
    assert play(Script(BOTH, changes)).of("A09") == ()


@pytest.mark.parametrize(("hour", "kinds"), [("1 h", ["passed"]), ("9 min", [])])
def test_who_waits_to_know_what_was_so_for_long_is_named_though_it_is_so_no_more(hour: str, kinds: list[str]) -> None:
    waits: tuple[Change, ...] = (
        (f"{C1}/ends", {"bus": "I-10kV", "is": "live"}),
        (f"{C1}/steps/0/requires", [{"bus": "E-end", "is": "dead"}]),
    )
    found = play(Script((lost("feeder-east", for_=hour), NO_TIE), waits)).of("P08")
    assert [each.plain["kind"] for each in found if each.subject.id == "S01"] == kinds


def test_cooling_is_named_though_loads_are_dark_that_others_stand_in_for() -> None:
    needs = {"all": [{"load": "theatre"}, {"any": ["ward", "theatre"]}, {"function": "cooling", "rides": "30 min"}]}
    changes: tuple[Change, ...] = (("network/load/3/bus", "II-LV"), ("site/functions/surgery/needs", needs))
    (found,) = play(Script((WEST, NO_TIE), changes)).of("D02")
    assert (found.subject.id, found.plain["other"]) == ("surgery", ("cooling",))


def test_a_pump_that_ran_when_the_run_began_did_its_part() -> None:
    assert play(Script((WEST,), (("site/stores/day-tank/level_l", "400"),))).of("G04") == ()


def test_operating_without_a_permit_is_a_hazard_and_waiting_for_one_is_not() -> None:
    hazard = {"hazard": "without_permit", "parts": ["101"], "step": "S02", "person": "li", "device": "101"}
    found = only(recorded((5, "hazard", hazard)))
    assert (found.code, found.severity, found.subject.id, found.clause) == ("O05", "A", "101", "9.1-2")
    assert only(play(Script((EAST,), SLOW_ANSWER)).of("O05")).severity == "C"


def test_an_answer_in_the_usual_time_that_nobody_was_in_the_dark_for_is_no_weak_point() -> None:
    assert play(Script((EAST,))).of("O05") == ()
    stuck = event("fails_to_operate", "ats-em")
    assert only(play(Script((EAST, NO_TIE, stuck))).of("O05")).severity == "A"


def test_closing_onto_a_fault_by_hand_is_a_wrong_operation() -> None:
    hazard = {"hazard": "closing_onto_fault", "parts": ["100"], "step": "S03", "person": "li", "device": "100"}
    found = only(recorded((5, "hazard", hazard)))
    assert (found.code, found.severity, found.steps) == ("O02", "A", ("S03",))


def test_a_hazard_that_shows_twice_in_one_step_is_told_once() -> None:
    hazard = {
        "hazard": "back_feed",
        "parts": ["genset-1", "feeder-east"],
        "step": "S12",
        "person": "li",
        "device": "412",
    }
    found = only(recorded((5, "hazard", hazard), (9, "hazard", hazard)))
    assert (found.code, len(found.evidence)) == ("O01", 2)


def test_a_step_that_waits_for_a_second_person_nobody_rostered_is_told_as_that() -> None:
    found = only(play(Script((EAST, NO_TIE), SECOND)).of("O06")[-1:])
    assert (found.plain["reason"], found.steps, found.plain["hazard"]) == ("nobody_on_duty", ("S02",), "")


def test_no_step_waits_for_a_busy_person_when_the_roster_lacks_him() -> None:
    codes = [each.code for each in play(Script((EAST, NO_TIE), SECOND)).findings]
    assert "P02" not in codes


def test_somebody_who_comes_in_is_named_with_where_from() -> None:
    found = only(play(Script((*BOTH, NO_AUTO_START), GUARD)).of("P01"))
    assert (found.plain["reason"], found.plain["who"], found.plain["from"]) == ("comes_in", "wang", "home")
    assert found.plain["wait_ms"] == 25 * MIN


def test_a_long_way_counts_even_for_somebody_on_duty() -> None:
    far = (("site/travel", [{"from": "duty-room", "to": "gen-room", "takes": "12 min"}]),)
    found = only(play(Script((*BOTH, NO_AUTO_START), far)).of("P01"))
    assert (found.plain["reason"], found.plain["wait_ms"]) == ("far", 12 * MIN)


def test_a_usual_way_does_not() -> None:
    near = (("site/travel", [{"from": "duty-room", "to": "gen-room", "takes": "3 min"}]),)
    assert play(Script((*BOTH, NO_AUTO_START), near)).of("P01") == ()


def test_a_role_nobody_on_duty_holds_is_told_with_the_role() -> None:
    watch = (
        *GUARD,
        ("customer/people/wang/off_duty", {"place": "home"}),
    )
    found = play(Script((*BOTH, NO_AUTO_START), watch)).of("P01")
    assert {(each.plain["reason"], each.plain["who"]) for each in found} == {("nobody_on_duty", "electrician")}


def test_a_trip_without_settings_is_paper_and_a_back_up_trip_is_not() -> None:
    assumed = only(play(Script((event("short_circuit", "I-LV"),))).of("A04"))
    assert (assumed.plain["what"], assumed.severity) == ("assumed", "C")
    stuck = play(Script((event("short_circuit", "I-LV"), event("fails_to_operate", "401")))).of("A04")
    assert [(each.plain["what"], each.plain["failed"]) for each in stuck if each.plain["what"] == "backup"]


def test_a_transfer_switch_out_of_automatic_at_need_is_told_as_that() -> None:
    off = {"set": [{"target": "ats-em", "to": "disabled"}]}
    found = only(play(Script(BOTH, start=off)).of("A01"))
    assert found.plain["reason"] == "disabled"


def test_automatics_that_chase_each_other_are_told() -> None:
    found = only(recorded((5, "oscillation", {"rounds": 51})))
    assert (found.code, found.plain["reason"]) == ("A02", "oscillation")


def test_a_genset_that_refuses_by_hand_too_is_told_for_each_start() -> None:
    found = play(Script((*BOTH, event("fails_to_start", "genset-1")))).of("G01")
    assert sorted(each.plain["start"] for each in found) == ["auto", "manual"]


def test_a_pump_without_supply_is_told_from_one_switched_off() -> None:
    dead = (("network/load/2/bus", "II-LV"),)
    found = only(play(Script(BOTH, dead)).of("G04"))
    assert found.plain["reason"] == "no_power"


def test_that_another_has_the_word_is_no_answer_of_the_one_called() -> None:
    (found,) = play(CASES["P08"].fires).of("P03")
    assert (found.subject.id, found.plain["answered"]) == ("foreman", "no")


def test_an_unanswered_call_tells_how_often_and_until_when() -> None:
    reached = event("person_unreachable", "li", for_="30 min")
    found = play(Script((EAST, reached))).of("P03")
    assert [(each.subject.id, each.plain["answered"]) for each in found] == [("electrician", "yes")]
    assert isinstance(found[0].facts, P03) and 20 * MIN < found[0].facts.wait_ms < 32 * MIN


def test_a_run_that_broke_off_is_still_judged() -> None:
    played = play(Script((*BOTH, NO_AUTO_START)))
    cut = type(played.journal)(played.journal.header, tuple(e for e in played.journal.events if e.t_ms < 300_000))
    found = only(Played(played.case, cut).of("G01"))
    assert (found.severity, found.plain["ran"]) == ("A", "no")


def test_a_step_the_plan_gives_no_clause_is_left_empty() -> None:
    found = play(Script((*BOTH, NO_AUTO_START), ((f"{C2}/steps/0/clause", ""),))).of("G01")
    assert only(found).clause == ""


def test_a_word_nobody_sends_is_told_with_the_wait_it_cost() -> None:
    found = only(play(Script((EAST, NO_TIE), SILENT)).of("P07"))
    assert (found.plain["kind"], found.plain["awaited"]) == ("nobody_sends", "S01")
    assert found.plain["clauses"] == ("4.1-1", "9.1-1")
    assert found.plain["lost_ms"] == 8 * 60 * MIN


def test_another_wait_of_the_same_step_is_not_counted_to_a_word_nobody_sends() -> None:
    case = Script(changes=SILENT).case()
    recording = Recording(case.dossier).at(0, "wait_begins", step="U11", reason="not_known", on=["I-10kV"])
    journal = recording.at(5 * MIN, "wait_ends", step="U11", reason="not_known").ended()
    assert [each for each in assess(case, journal) if each.code == "P07"] == []


def test_a_display_is_blamed_for_the_part_of_a_wait_in_which_it_was_dark() -> None:
    case = Script(changes=DISPLAY).case()
    recording = Recording(case.dossier).at(0, "wait_begins", step="S15", reason="not_known", on=["gen-LV"])
    recording.dark("ward", 2 * MIN, 5 * MIN)
    journal = recording.at(9 * MIN, "wait_ends", step="S15", reason="not_known").ended()
    found = only(tuple(each for each in assess(case, journal) if each.code == "A09"))
    assert (found.plain["wait_ms"], found.plain["dark_ms"]) == (9 * MIN, 3 * MIN)


def test_a_display_that_was_dark_at_another_time_is_not_blamed() -> None:
    case = Script(changes=DISPLAY).case()
    recording = (
        Recording(case.dossier)
        .dark("ward", 0, MIN)
        .at(2 * MIN, "wait_begins", step="S15", reason="not_known", on=["gen-LV"])
    )
    journal = recording.at(9 * MIN, "wait_ends", step="S15", reason="not_known").ended()
    assert [each for each in assess(case, journal) if each.code == "A09"] == []


def test_an_uncovered_scenario_is_told_by_its_longest_interruption() -> None:
    case = Script(changes=(("site/loads/ward/max_interruption", "1 s"),)).case()
    journal = Recording(case.dossier).dark("fire-pump", 0, 5_000).dark("ward", 5_000, 65_000).ended()
    found = only(tuple(each for each in assess(case, journal) if each.code == "M01"))
    assert (found.plain["loads"], found.plain["outage_ms"]) == (("fire-pump", "ward"), 60_000)


def test_a_function_its_own_power_took_is_not_laid_to_another_function() -> None:
    both = play(Script((*BOTH, NO_AUTO_START)))  # theatre and chiller dark together
    assert [each.code for each in both.findings if each.code in ("D02", "D03")] == []


def test_a_function_that_can_still_do_without_the_other_is_not_laid_to_it() -> None:
    short = play(Script((*BOTH, NO_AUTO_START), (("site/loads/theatre/max_interruption", "1 h"),)))
    assert short.of("D02") == ()  # 6 min without cooling, 30 min allowed

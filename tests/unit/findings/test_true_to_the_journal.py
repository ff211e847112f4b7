"""Sentences that a journal once contradicted: each by the few events that did."""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.documents.names import names_of
from drillsim.documents.wording import code_text
from drillsim.findings.assess import assess
from drillsim.findings.cause import groups
from drillsim.findings.finding import Finding
from drillsim.schema.dossier import Case
from drillsim.texts import LANGS, Lang
from helpers.journals import Recording
from helpers.played import BOTH, EAST, Script, event, play
from helpers.small_customer import DROP, Change
from unit.findings.weak_point_cases import C1, C2

SEC, MIN = 1_000, 60_000
At = tuple[int, str, dict[str, Any]]


def judged(*events: At, changes: tuple[Change, ...] = (), start: tuple[Any, ...] = ()) -> tuple[Case, list[Finding]]:
    """The case and the weak points of a run that holds these events, in their order."""
    case = Script(start, changes).case()
    recording = Recording(case.dossier)
    for t_ms, type_, data in events:
        recording.at(t_ms, type_, **data)
    return case, list(assess(case, recording.ended()))


def of(code: str, *events: At, changes: tuple[Change, ...] = ()) -> list[Finding]:
    return [each for each in judged(*events, changes=changes)[1] if each.code == code]


def said(case: Case, found: Finding) -> dict[str, str]:
    facts = {"subject": found.subject.id, **found.plain}
    return {lang: code_text(names_of(case.dossier, lang), f"finding-{found.code}", facts) for lang in LANGS}


def called(t_ms: int, type_: str, **more: Any) -> At:
    return t_ms, type_, {"step": "S01", "person": "li", "channel": "phone", "to": "dispatcher", **more}


def test_the_word_got_through_when_he_who_was_called_had_it() -> None:
    another = {"step": "S01", "person": "li", "facts": []}
    dark = (0, "load_lost", {"load": "theatre", "demand_kw": 60.0})
    found = of(
        "P03",
        dark, called(0, "message_sent"), called(0, "message_unanswered", attempt=0), (0, "message_received", another),
        (2 * MIN, "message_received", {**another, "person": "qian"}),
    )  # fmt: skip
    assert [(each.plain["answered"], each.plain["wait_ms"]) for each in found] == [("yes", 2 * MIN)]


@pytest.mark.parametrize(("dark_for", "severity"), [(10 * SEC, []), (4 * MIN, ["A"])])
def test_one_unanswered_call_is_bad_luck_unless_a_limit_is_missed_meanwhile(dark_for: int, severity: list[str]) -> None:
    lost = {"load": "theatre", "demand_kw": 60.0}
    found = of(
        "P03",
        *sorted([
            (0, "load_lost", lost), called(0, "message_sent"), called(0, "message_unanswered", attempt=0),
            (2 * MIN, "message_received", {"step": "S01", "person": "qian", "facts": []}),
            (dark_for, "load_restored", lost),
        ], key=lambda each: each[0]),
    )  # fmt: skip
    assert [each.severity for each in found] == severity


@pytest.mark.parametrize("lang", LANGS)
def test_a_call_by_two_ways_is_said_of_both(lang: Lang) -> None:
    unanswered = [called(t, "message_unanswered", attempt=0, channel=way) for t, way in ((0, "phone"), (MIN, "radio"))]
    case, found = judged(called(0, "message_sent"), *unanswered)
    (own,) = (each for each in found if each.code == "P03")
    assert own.plain["channel"] == ("phone", "radio")
    assert {"en": "phone, radio (2 calls)", "zh": "phone、radio联系不上"}[lang] in said(case, own)[lang]


def test_a_dip_that_is_over_at_once_calls_for_no_report_and_no_card() -> None:
    dark = {"load": "theatre", "demand_kw": 60.0}
    low = (0, "load_lost", {**dark, "why": "voltage", "vm_pu": 0.5})
    brief = (low, (200, "load_restored", dark))
    assert of("P04", *brief) + of("M01", *brief) == []
    long = (low, (5 * MIN, "load_restored", dark))
    assert len(of("P04", *long)) == len(of("M01", *long)) == 1


def test_where_no_card_was_triggered_a_late_report_points_to_no_clause() -> None:
    dark = {"load": "theatre", "demand_kw": 60.0}
    (found,) = of("P04", (0, "load_lost", dark), (5 * MIN, "load_restored", dark))
    assert (found.clause, found.subject.id) == ("", "P-1")


def test_whoever_is_waited_for_only_until_he_has_finished_a_word_is_no_weak_point() -> None:
    wait = {"step": "S02", "reason": "person_busy", "on": ["li"]}
    assert of("P02", (0, "wait_begins", wait), (4 * SEC, "wait_ends", {"step": "S02", "reason": "person_busy"})) == []
    assert of("P02", (0, "wait_begins", wait), (4 * MIN, "wait_ends", {"step": "S02", "reason": "person_busy"}))


def test_who_has_been_called_in_is_there() -> None:
    wait = {"step": "S02", "reason": "person_busy", "on": ["electrician"]}
    off = {"person": "li"}
    come = (1, "called_in", {"person": "li", "by": "qian", "step": "S02"})
    begins, ends = (2, "wait_begins", wait), (9 * MIN, "wait_ends", {"step": "S02", "reason": "person_busy"})
    away = [(0, "off_duty", off), (0, "off_duty", {"person": "wang"})]
    assert [each.plain["reason"] for each in of("P01", *away, begins, ends)] == ["nobody_on_duty"]
    assert of("P01", *away, come, begins, ends) == []


def test_what_came_after_his_patience_had_ended_was_not_so_while_he_waited() -> None:
    changes: tuple[Change, ...] = (("plan/cards/2/steps/0/wait_at_most", "45 min"),)
    begins = (0, "wait_begins", {"step": "U11", "reason": "not_known", "on": ["S01"]})
    ends = (45 * MIN, "wait_ends", {"step": "U11", "reason": "not_known"})
    over = {"step": "U11", "card": "U1", "state": "timed_out", "why": "waited_too_long", "by": []}
    done = {"step": "S01", "card": "C1", "state": "done", "why": "unchecked", "by": ["li"]}
    late = (begins, ends, (45 * MIN, "step_ends", over), (50 * MIN, "step_ends", done))
    assert of("P08", *late, changes=changes) == []
    early = (begins, (40 * MIN, "step_ends", done), ends, (45 * MIN, "step_ends", over))
    assert [each.subject.id for each in of("P08", *early, changes=changes)] == ["U11"]


def test_who_was_told_at_last_and_then_waited_for_another_step_was_told() -> None:
    told = (
        (0, "card_active", {"card": "C1", "person": "li"}),
        (0, "wait_begins", {"step": "S02", "reason": "not_known", "on": ["C1"]}),
        (90 * MIN, "wait_ends", {"step": "S02", "reason": "not_known"}),
        (90 * MIN, "wait_begins", {"step": "S02", "reason": "predecessor", "on": ["S01"]}),
    )
    assert of("P08", *told) == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_switch_that_moved_without_cause_did_transfer(lang: str) -> None:
    moved = (0, "transfer_maloperates", {"transfer": "ats-em"})
    dark = {"load": "theatre", "demand_kw": 60.0}
    done = (300, "transfer_done", {"transfer": "ats-em", "to": "standby"})
    case, found = judged(moved, (0, "load_lost", dark), done, (300, "load_restored", dark))
    (own,) = (each for each in found if each.code == "A01")
    assert {"en": "did not transfer", "zh": "未切换"}[lang] not in said(case, own)[lang]


def test_how_long_it_was_dark_behind_a_transfer_is_not_how_long_it_took() -> None:
    dark = {"load": "theatre", "demand_kw": 60.0}
    (found,) = of(
        "A01",
        (0, "transfer_maloperates", {"transfer": "ats-em"}), (0, "load_lost", dark),
        (300, "transfer_done", {"transfer": "ats-em", "to": "standby"}), (6 * SEC, "load_restored", dark),
    )  # fmt: skip
    assert (found.plain["took_ms"], found.plain["dark_ms"]) == (300, 6 * SEC)


def test_a_control_supply_that_goes_as_the_run_ends_is_no_weak_point() -> None:
    gone = {"supply": "dc-1", "cause": "battery"}
    assert of("A08", (8 * 60 * MIN, "control_supply_lost", gone)) == []
    assert of("A08", (7 * 60 * MIN, "control_supply_lost", gone))


def test_a_refusal_to_go_back_is_no_evidence_of_one_to_go_over() -> None:
    refused = {"transfer": "ats-em", "reason": "refused", "device": "ats-em"}
    dark = {"load": "theatre", "demand_kw": 60.0}
    (found,) = of(
        "A01",
        (0, "load_lost", dark), (SEC, "transfer_failed", refused),
        (MIN, "transfer_done", {"transfer": "ats-em", "to": "standby"}), (MIN, "load_restored", dark),
        (60 * MIN, "transfer_failed", refused),
    )  # fmt: skip
    assert found.evidence == (2, 3)


def test_who_opens_a_dead_incomer_by_hand_counts_on_no_transfer() -> None:
    opened = {"switch": "101", "closed": False, "cause": "step", "cause_id": "S02"}
    dead = {"live": [], "dead": ["I-10kV"]}
    refused = {"transfer": "bzt-10kV", "reason": "manual_opening", "section": "I-10kV"}
    after = (3 * MIN, "transfer_refused", refused)
    assert of("A02", (0, "supply_changed", dead), (MIN, "switch_moved", opened), after) == []
    assert of("A02", (MIN, "switch_moved", opened), (MIN, "supply_changed", dead), after)


def test_a_transfer_that_had_nowhere_to_go_over_to_is_no_weak_point() -> None:
    refused = (5 * SEC, "transfer_refused", {"transfer": "bzt-10kV", "reason": "disabled", "section": "I-10kV"})
    both = (0, "supply_changed", {"live": [], "dead": ["I-10kV", "II-10kV"]})
    together = (MIN, "supply_changed", {"live": ["I-10kV", "II-10kV"], "dead": []})
    assert of("A02", both, refused) == of("A02", both, refused, together) == []
    assert of("A02", (0, "supply_changed", {"live": [], "dead": ["I-10kV"]}), refused)
    assert of("A02", both, refused, (MIN, "supply_changed", {"live": ["II-10kV"], "dead": []}))


def test_only_motors_whose_bus_dipped_pulled_it_down() -> None:
    dip = {"buses": ["II-LV"], "residual_pu": 0.7, "for_ms": SEC, "cause": "motors"}
    ran = [(0, "motor_runs_up", {"load": load, "kva": 100}) for load in ("ward", "fire-pump")]
    (found,) = of("A06", *ran, (SEC, "voltage_dip", dip))
    assert (found.plain["loads"], found.plain["amount"]) == (("ward",), 100)


def test_who_lost_his_voltage_to_starting_motors_was_hit_and_they_are_named() -> None:
    dip = (SEC, "voltage_dip", {"buses": ["II-LV"], "residual_pu": 0.6, "for_ms": SEC, "cause": "motors"})
    ran = (0, "motor_runs_up", {"load": "ward", "kva": 100})
    low = (0, "load_lost", {"load": "kitchen", "demand_kw": 100.0, "why": "voltage", "vm_pu": 0.6})
    case, found = judged(ran, low, dip)
    (own,) = (each for each in found if each.code == "A06")
    assert own.plain["struck"] == ("kitchen",)
    assert all("病房" in words for words in said(case, own).values())


def test_a_set_that_ran_when_the_run_began_ran_since_then() -> None:
    (found,) = of("G03", (20 * MIN, "source_stopped", {"source": "genset-1", "cause": "no_fuel"}))
    assert found.plain["ran_ms"] == 20 * MIN


def test_bad_fuel_is_said_as_what_stopped_the_set() -> None:
    case, found = judged((20 * MIN, "source_stopped", {"source": "genset-1", "cause": "bad_fuel"}))
    (stopped,) = (each for each in found if each.code == "G02")
    assert "contaminated fuel" in said(case, stopped)["en"]


def test_a_whole_battery_has_lost_nothing_by_age() -> None:
    began = {"source": "ups-icu", "energy_kwh": 25.0, "load_kw": 40.0}
    case, found = judged((0, "ups_on_battery", began), (30 * MIN, "battery_empty", {"source": "ups-icu"}))
    (empty,) = (each for each in found if each.code == "G08")
    assert "100" not in "".join(said(case, empty).values())


def test_up_to_its_limit_a_step_endangers_nothing_by_being_slow() -> None:
    changes: tuple[Change, ...] = ((f"{C2}/steps/0/within", "30 min"),)
    ready = (0, "step_ready", {"step": "S11", "card": "C2"})
    dark = {"load": "theatre", "demand_kw": 60.0}
    lost, late = (0, "load_lost", dark), (30 * MIN, "step_overdue", {"step": "S11", "within_ms": 30 * MIN})
    over = {"step": "S11", "card": "C2", "state": "done", "why": "checked", "by": ["li"]}
    ends = (40 * MIN, "step_ends", over)
    back = (20 * MIN, "load_restored", dark)
    for events, severity in (((lost, back, late, ends), "C"), ((lost, late, ends), "A")):
        found = [each for each in of("M03", ready, *events, changes=changes) if each.steps]
        assert [each.severity for each in found] == [severity]


def test_a_burnt_zone_that_nobody_may_enter_is_one_thing() -> None:
    dark = {"load": "theatre", "demand_kw": 60.0}
    faults = [
        (0, "fault_begins", {"fault": f, "targets": ["yard"], "event": n})
        for n, f in enumerate(("zone_lost", "zone_no_access"))
    ]
    active = (0, "card_active", {"card": "C1", "person": "li"})
    assert of("M06", *faults, active, (0, "load_lost", dark)) == []
    other = (0, "fault_begins", {"fault": "source_lost", "targets": ["feeder-east"], "event": 2})
    assert [each.plain["count"] for each in of("M06", *faults, other, active, (0, "load_lost", dark))] == [2]


def test_going_back_endangers_what_it_interrupted_and_not_what_was_out_before() -> None:
    dark = {"load": "theatre", "demand_kw": 60.0}
    opens = {"switch": "412", "closed": False, "cause": "transfer", "cause_id": "ats-em"}
    (found,) = of(
        "A07",
        (0, "load_lost", dark), (5 * MIN, "load_restored", dark), (9 * MIN, "switch_moved", opens),
        (9 * MIN, "load_lost", dark), (9 * MIN + 300, "load_restored", dark),
    )  # fmt: skip
    assert (found.severity, found.endangers) == ("C", ())


def test_a_device_that_stuck_itself_did_not_trip_too_early() -> None:
    trip = {"element": "em-LV", "backup": True, "assumed": False, "current_a": 900.0, "after_ms": 200, "device": "401"}
    early = {**trip, "overtakes": "411", "overtakes_ms": 500}
    stuck = {"switch": "401", "wanted": "open", "cause": "protection", "cause_id": "em-LV"}
    assert [each.plain["what"] for each in of("A04", (0, "protection_trips", early))] == ["overtaken"]
    assert of("A04", (0, "protection_trips", early), (0, "switch_stuck", stuck)) == []
    due = {**early, "overtakes_ms": 0}
    assert [each.plain["what"] for each in of("A04", (0, "protection_trips", due))] == ["backup"]


def test_a_check_is_judged_when_it_was_made_not_when_all_had_been_told() -> None:
    begun = (0, "step_begins", {"step": "S12", "by": ["li"]})
    over = {"step": "S12", "card": "C2", "state": "done", "why": "checked", "by": ["li"]}
    told = (MIN, "message_sent", {"step": "S12", "person": "li", "to": "dispatcher", "channel": "phone"})
    dead = (10 * MIN, "supply_changed", {"live": [], "dead": ["em-LV"]})
    assert of("O08", begun, told, dead, (20 * MIN, "step_ends", over)) == []
    assert of("O08", begun, (0, "supply_changed", dead[2]), told, (20 * MIN, "step_ends", over))


def test_the_way_back_says_which_step_was_left_out() -> None:
    skipped: Change = (
        "plan/restoration/steps/+",
        {
            "id": "R2", "clause": "10-2", "text": "合上101", "do": "close", "target": "101", "by": "electrician",
            "after": "R1", "when": {"bus": "I-10kV", "is": "dead"},
        },
    )  # fmt: skip
    found = play(Script((event("source_lost", "feeder-east", **{"for": "1 h"}),), (skipped,))).of("O07")
    assert [(each.plain["what"], each.plain["step"], each.clause) for each in found] == [("left_out", "R2", "10-2")]


def test_a_card_that_takes_over_where_a_check_failed_is_the_plans_answer() -> None:
    look = {
        "id": "S05", "clause": "9.1-5", "text": "检查柴油机", "do": "check", "by": "electrician",
        "success_check": {"source": "genset-1", "is": "live"},
    }  # fmt: skip
    after = {"id": "S06", "clause": "9.1-6", "text": "报告", "do": "report", "by": "electrician", "after": ["S05"]}
    changes: tuple[Change, ...] = ((f"{C1}/steps/+", look), (f"{C1}/steps/+", after))
    fails = {"step": "S05", "card": "C1", "state": "failed", "why": "check", "by": ["li"]}
    events = ((0, "card_active", {"card": "C1", "person": "li"}), (MIN, "step_ends", fails))
    assert [each.subject.id for each in of("M02", *events, changes=changes)] == ["S05"]
    asks: Change = (f"{C2}/trigger", {"source": "genset-1", "is": "failed"})
    taken = (*events, (2 * MIN, "card_active", {"card": "C2", "person": "li"}))
    assert of("M02", *taken, changes=(*changes, asks)) == []


def test_a_display_that_would_have_shown_the_contrary_kept_nobody() -> None:
    waits = {
        "id": "S15", "clause": "9.2-5", "text": "确认带电", "do": "check", "by": "electrician",
        "requires": [{"bus": "gen-LV", "is": "live"}],
    }  # fmt: skip
    view = {"sees": [{"bus": "gen-LV"}], "shown_at": "duty-room", "needs": ["ward"]}
    changes: tuple[Change, ...] = (("site/observations/em-view", view), (f"{C2}/steps/+", waits))
    dark = (0, "load_lost", {"load": "ward", "demand_kw": 100.0})
    begins = (MIN, "wait_begins", {"step": "S15", "reason": "not_known", "on": ["gen-LV"]})
    dead = (0, "supply_changed", {"live": [], "dead": ["gen-LV"]})
    assert of("A09", dark, dead, begins, changes=changes) == []
    assert of("A09", dark, begins, changes=changes)


def test_a_display_keeps_nobody_from_a_level_that_was_not_so() -> None:
    waits = {
        "id": "S15", "clause": "9.2-5", "text": "补油", "do": "check", "by": "electrician",
        "requires": [{"store": "day-tank", "below_percent": "50"}],
    }  # fmt: skip
    view = {"sees": [{"store": "day-tank"}], "shown_at": "duty-room", "needs": ["ward"]}
    changes: tuple[Change, ...] = (("site/observations/em-view", view), (f"{C2}/steps/+", waits))
    told = (MIN, "wait_begins", {"step": "S15", "reason": "not_known", "on": ["C2"]})
    heard = (2 * MIN, "wait_ends", {"step": "S15", "reason": "not_known"})
    begins = (2 * MIN, "wait_begins", {"step": "S15", "reason": "not_known", "on": ["day-tank"]})
    dark = (5 * MIN, "load_lost", {"load": "ward", "demand_kw": 100.0})
    assert of("A09", told, heard, begins, dark, changes=changes) == []
    low = (65 * MIN, "store_rate", {"store": "day-tank", "level_l": 10.0, "l_per_h": 0.0})
    (found,) = of("A09", told, heard, begins, dark, low, changes=changes)
    assert (found.plain["facts"], found.plain["wait_ms"]) == (("day-tank",), 478 * MIN)


def test_waiting_for_a_switching_order_is_said_as_that() -> None:
    played = play(Script((*BOTH, EAST)))
    case = played.case
    found = next(each for each in played.findings if each.code == "O05")
    ordered = {**found.plain, "reason": "order", "parts": ("OT",)}
    words = code_text(names_of(case.dossier, "en"), "finding-O05", {"subject": "S02", **ordered})
    assert "permit" not in words
    assert "written and checked" in words


def test_a_ups_on_its_bypass_bridges_no_later_break() -> None:
    failed = (0, "ups_mode", {"source": "ups-icu", "mode": "bypass", "cause": "failed"})
    dark = {"load": "icu", "demand_kw": 40.0}
    break_ = ((10 * MIN, "load_lost", dark), (11 * MIN, "load_restored", dark))
    (found,) = of("G09", failed, *break_)
    assert (found.severity, found.endangers) == ("A", ("icu",))
    mended = (5 * MIN, "ups_mode", {"source": "ups-icu", "mode": "online", "cause": "step"})
    assert [each.severity for each in of("G09", failed, mended, *break_)] == ["B"]


def test_what_goes_dark_while_a_function_restarts_does_not_put_off_its_power() -> None:
    needs: tuple[Change, ...] = (
        (
            "site/functions/surgery",
            {"needs": {"any": [{"load": "theatre"}, {"load": "ward"}]}, "restart": {"takes": "1 h"}},
        ),
    )
    theatre, ward = ({"load": load, "demand_kw": 60.0} for load in ("theatre", "ward"))
    state = {"function": "surgery", "because": []}
    lost = ((0, "load_lost", theatre), (0, "load_lost", ward), (0, "function_changed", {**state, "state": "lost"}))
    back = (
        (10 * MIN, "load_restored", theatre), (10 * MIN, "function_changed", {**state, "state": "restarting"}),
        (69 * MIN, "load_restored", ward), (70 * MIN, "function_changed", {**state, "state": "normal"}),
    )  # fmt: skip
    (found,) = of("D01", *lost, *back, changes=needs)
    assert (found.plain["power_after_ms"], found.plain["gap_ms"]) == (10 * MIN, 60 * MIN)
    never = tuple(each for each in back if each[0] != 69 * MIN)
    (found,) = of("D01", *lost, *never, changes=needs)
    assert found.plain["gap_ms"] == 60 * MIN


@pytest.mark.parametrize(
    ("energy", "words"), [(0.01, "still empty from before"), (12.5, "charged to 50 %"), (25.0, "")]
)
def test_a_battery_that_was_not_charged_is_not_said_to_last_so_short(energy: float, words: str) -> None:
    on = (0, "ups_on_battery", {"source": "ups-icu", "energy_kwh": energy, "load_kw": 0.0})
    case, found = judged(on, (250, "battery_empty", {"source": "ups-icu"}))
    (own,) = (each for each in found if each.code == "G08")
    told = said(case, own)["en"]
    assert words in told
    assert ("lasted" in told) == (energy > 1)
    assert ("charged" in told) == (energy == 12.5)


def test_one_unanswered_call_and_a_long_way_while_nothing_is_out_are_no_weak_points() -> None:
    found = of(
        "P03",
        called(0, "message_sent"), called(0, "message_unanswered", attempt=0),
        (2 * MIN, "message_received", {"step": "S01", "person": "qian", "facts": []}),
    )  # fmt: skip
    assert not found
    begins = {"step": "S02", "reason": "travel", "on": ["li"], "person": "li"}
    trip = {"person": "li", "from": "duty-room", "to": "HV-room", "step": "S02"}
    ends = (20 * MIN, "wait_ends", {"step": "S02", "reason": "travel"})
    arrived = (20 * MIN, "arrived", {"person": "li", "at": "HV-room"})
    assert not of("P01", (0, "wait_begins", begins), (0, "travel_begins", trip), arrived, ends)


@pytest.mark.parametrize(("off", "said"), [(True, []), (False, ["O05"])])
def test_a_load_that_stands_by_is_not_out_while_a_permit_is_waited_for(off: bool, said: list[str]) -> None:
    begins = {"step": "S01", "reason": "permit", "on": ["incomers"], "person": "li"}
    dark = {"load": "kitchen", "demand_kw": 100.0}
    standing = (("site/modes", {"normal": {"set": {"kitchen": "off"}}}),) if off else ()
    events = () if off else ((0, "load_lost", dark),)
    ends = (2 * MIN, "wait_ends", {"step": "S01", "reason": "permit"})
    assert [each.code for each in of("O05", *events, (0, "wait_begins", begins), ends, changes=standing)] == said


@pytest.mark.parametrize("ended", [True, False])
def test_what_never_came_is_not_said_to_have_come(ended: bool) -> None:
    begins = {"step": "S02", "reason": "travel", "on": ["li"], "person": "li"}
    trip = {"person": "li", "from": "duty-room", "to": "HV-room", "step": "S02"}
    there = (
        (20 * MIN, "arrived", {"person": "li", "at": "HV-room"}),
        (20 * MIN, "wait_ends", {"step": "S02", "reason": "travel"}),
    )
    dark = (0, "load_lost", {"load": "theatre", "demand_kw": 60.0})
    case, found = judged(dark, (0, "wait_begins", begins), (0, "travel_begins", trip), *(there if ended else ()))
    (own,) = (each for each in found if each.code == "P01")
    words = said(case, own)
    assert ("in vain" in words["en"]) is ("始终未" in words["zh"]) is not ended


def test_of_several_who_may_do_a_step_any_is_waited_for() -> None:
    each = {"places": ["HV-room", "LV-room"], "pool": ["electrician", "dispatcher"]}
    wait = {"step": "S01[HV-room]", "reason": "person_busy", "on": ["electrician", "dispatcher"]}
    case, found = judged((0, "wait_begins", wait), changes=((f"{C1}/steps/0/for_each", each),))
    (own,) = (each for each in found if each.code == "P02")
    assert own.plain["pooled"] == "yes"
    assert "any of" in said(case, own)["en"]
    assert "in vain" in said(case, own)["en"]


def test_a_correction_without_a_code_is_told_by_what_is_to_be_put_right() -> None:
    issue = {"text": {"zh": "钥匙只有一套", "en": "One set of keys"}, "opened": "2026-02-26", "due": "2026-06-30"}
    case, found = judged(changes=(("customer/issues", {"I-01": issue}),))
    (own,) = (each for each in found if each.code == "M07")
    words = said(case, own)
    assert "(“One set of keys”, found on" in words["en"]
    assert "（“钥匙只有一套”，2026-02-26 发现）" in words["zh"]


def test_as_many_things_were_wrong_as_are_named() -> None:
    absent = (0, "fault_begins", {"fault": "person_absent", "targets": ["wang", "li"], "event": 0})
    gone = (MIN, "fault_begins", {"fault": "source_lost", "targets": ["feeder-east"], "event": 1})
    dark = {"load": "theatre", "demand_kw": 60.0}
    active = (2 * MIN, "card_active", {"card": "C1", "person": "li"})
    (found,) = of("M06", absent, gone, (MIN, "load_lost", dark), active)
    assert (found.plain["count"], found.plain["things"]) == (3, ("wang", "li", "feeder-east"))


def test_a_set_under_repair_that_ran_after_all_was_late_and_not_missing() -> None:
    script = Script(start={"out_of_service": ["genset-1"]})
    case = script.case()
    both = [("source_lost", {"source": f"feeder-{way}", "cause": "fault"}) for way in ("east", "west")]
    recording = Recording(case.dossier)
    for type_, data in both:
        recording.at(0, type_, **data)
    recording.at(0, "load_lost", load="theatre", demand_kw=60.0)
    recording.at(10 * MIN, "source_running", source="genset-1")
    recording.at(11 * MIN, "load_restored", load="theatre", demand_kw=60.0)
    recording.at(20 * MIN, "load_lost", load="theatre", demand_kw=60.0)
    journal = recording.ended()
    (found,) = (each for each in assess(case, journal) if each.code == "G10")
    assert (found.plain["ran"], found.plain["ran_after_ms"]) == ("yes", 10 * MIN)
    assert "nothing stood in" not in said(case, found)["en"]


def test_a_start_that_fails_because_the_set_is_under_repair_says_so_and_follows_from_it() -> None:
    case = Script(start={"out_of_service": ["genset-1"]}).case()
    recording = Recording(case.dossier).at(0, "load_lost", load="theatre", demand_kw=60.0)
    recording.at(5 * MIN, "genset_called", source="genset-1", by="S11", manual=True, demand=0)
    journal = recording.at(6 * MIN, "start_failed", source="genset-1", attempts=1, manual=True).ended()
    found = assess(case, journal)
    names = [each.code for each in found]
    assert "out of service" in said(case, found[names.index("G01")])["en"]
    heads = {names[group.head]: [names[each] for each in group.consequences] for group in groups(case, journal, found)}
    assert "G01" in heads["G10"]


def test_a_load_no_own_supply_reaches_is_told_as_that_beside_a_wait() -> None:
    changes: tuple[Change, ...] = (("site/loads/ward/max_interruption", "30 min"),)
    gone = [(0, "source_lost", {"source": f"feeder-{way}", "cause": "fault"}) for way in ("east", "west")]
    dark = (0, "load_lost", {"load": "ward", "demand_kw": 100.0})
    wait = (MIN, "wait_begins", {"step": "S02", "reason": "person_busy", "on": ["li"]})
    over = (4 * MIN, "wait_ends", {"step": "S02", "reason": "person_busy"})
    card = (0, "card_triggered", {"card": "C1", "person": "li"})
    case, found = judged(*gone, dark, card, wait, over, changes=changes)
    assert any(each.code == "P02" and "ward" in each.endangers for each in found)
    (own,) = (each for each in found if each.code == "M03" and each.subject.id == "ward")
    assert own.plain["what"] == "no_own_supply"
    assert "still so when the run ended" in said(case, own)["en"]


def test_too_much_at_once_points_to_the_step_that_put_it_on() -> None:
    closed = (MIN, "switch_moved", {"switch": "412", "closed": True, "cause": "step", "cause_id": "S02"})
    step = {"source": "genset-1", "kw": 300.0, "limit_kw": 160.0, "kva": 0.0, "limit_kva": 1000.0}
    (found,) = of("G06", closed, (MIN + SEC, "load_step", step))
    assert (found.steps, found.clause != "") == (("S02",), True)
    (found,) = of("G06", closed, (9 * MIN, "load_step", step))
    assert found.steps == ()


def test_a_step_without_its_permit_was_refused_and_did_not_fail() -> None:
    refused = {"step": "S05", "card": "C1", "state": "failed", "why": "permit_refused", "by": ["li"]}
    step = {"id": "S05", "clause": "9.9-9", "text": "拉开101", "do": "open", "target": ["101"], "by": "electrician"}
    active = (0, "card_active", {"card": "C1", "person": "li"})
    case, found = judged(active, (MIN, "step_ends", refused), changes=((f"{C1}/steps/+", step),))
    (own,) = (each for each in found if each.code == "M02")
    assert "was refused its permit" in said(case, own)["en"]


def follows(events: tuple[At, ...], cause: str, effect: str, changes: tuple[Change, ...] = ()) -> bool:
    """Whether a weak point of the second code stands under one of the first."""
    case = Script((), changes).case()
    recording = Recording(case.dossier)
    for t_ms, type_, data in events:
        recording.at(t_ms, type_, **data)
    journal = recording.ended()
    found = assess(case, journal)
    codes = [each.code for each in found]
    assert {cause, effect} <= set(codes)
    made = groups(case, journal, found)
    return any(codes[each.head] == cause and effect in [codes[at] for at in each.consequences] for each in made)


def test_an_empty_battery_is_said_once() -> None:
    gone: tuple[At, ...] = tuple(
        (0, "source_lost", {"source": f"feeder-{way}", "cause": "fault"}) for way in ("east", "west")
    )
    dark = {"load": "icu", "demand_kw": 40.0}
    events = (
        *gone, (0, "ups_on_battery", {"source": "ups-icu", "energy_kwh": 25.0, "load_kw": 40.0}),
        (40 * MIN, "battery_empty", {"source": "ups-icu"}), (40 * MIN, "load_lost", dark),
    )  # fmt: skip
    no_set: tuple[Change, ...] = (
        ("site/sources/ups-icu/input", "II-LV"), ("network/switch/7", DROP), ("site/devices/421", DROP),
    )  # fmt: skip
    assert follows(events, "G08", "S07", no_set)


def test_what_took_service_so_long_is_not_said_again_as_a_limit() -> None:
    changes: tuple[Change, ...] = (
        ("site/functions/surgery/restart", {"takes": "1 h"}), ("site/functions/surgery/mtpd", "30 min"),
    )  # fmt: skip
    dark, state = {"load": "theatre", "demand_kw": 60.0}, {"function": "surgery", "because": []}
    events = (
        (0, "load_lost", dark), (0, "function_changed", {**state, "state": "lost"}), (MIN, "load_restored", dark),
        (MIN, "function_changed", {**state, "state": "restarting"}),
        (61 * MIN, "function_changed", {**state, "state": "normal"}),
    )  # fmt: skip
    assert follows(events, "D01", "M03", changes)


def test_where_no_card_was_triggered_nobody_was_to_tell() -> None:
    dark = {"load": "theatre", "demand_kw": 60.0}
    assert follows(((0, "load_lost", dark), (5 * MIN, "load_restored", dark)), "M01", "P04")

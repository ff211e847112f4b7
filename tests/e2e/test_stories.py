"""What happens in the hospital when things go wrong: the stories the shipped customer was written for."""

from __future__ import annotations

from functools import cache
from typing import cast

import pytest

from drillsim.checks import two_sided_waits
from drillsim.findings.finding import Verdict
from drillsim.findings.verdict import verdicts
from drillsim.schema.dossier import Case
from drillsim.schema.source import Genset
from drillsim.simulation import simulate
from helpers.shipped import MIN, Edit, Played, costliest, played, shipped

NIGHT = "both-lost-night-autostart-fails"
NEAR: Edit = ("customer.yaml", "comes_in: {median: 25 min, p90: 32 min}", "comes_in: {median: 5 min, p90: 7 min}")
LI_BY_DAY = 'shifts: [{days: mon-sun, from: "08:00", to: "20:00", place: duty-room}]\n    off_duty: {place: home-li'
LI_ALSO_AT_NIGHT: Edit = (
    "customer.yaml",
    LI_BY_DAY,
    'shifts: [{days: mon-sun, from: "08:00", to: "20:00", place: duty-room},'
    ' {days: mon-sun, from: "20:00", to: "08:00", place: duty-room}]\n    off_duty: {place: home-li',
)


def judged(run: Played) -> dict[str, Verdict]:
    return {verdict.id: verdict for verdict in verdicts(run.case, run.journal)}


def burned_until(run: Played, end_ms: int, l_per_kwh: float, idle_l_per_h: float) -> float:
    """Litres genset 1 burned until then, from the loads the journal names; at full load it burns `l_per_kwh`."""
    began = next(e.t_ms for e in run.journal.of("source_running") if e.data["source"] == "genset-1")
    loads: list[tuple[int, float]] = [
        (event.t_ms, event.data["kw"])
        for event in run.journal.of("source_loaded")
        if event.t_ms < end_ms and event.data["source"] == "genset-1"
    ]
    ends = [t for t, _ in loads[1:]] + [end_ms]
    kwh = sum(kw * (end - begin) / (60 * MIN) for (begin, kw), end in zip(loads, ends, strict=True))
    return idle_l_per_h * (end_ms - began) / (60 * MIN) + 0.88 * l_per_kwh * kwh


def refusals(run: Played) -> list[str]:
    return [event.data["reason"] for event in run.journal.of("transfer_refused")]


# -- both feeders lost at night, no automatic start ------------------------------------------------------------------


@cache
def night(*edits: Edit, seed: int = 1) -> Played:
    return played(NIGHT, *edits, seed=seed)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_at_night_the_wait_for_the_second_electrician_costs_most(seed: int) -> None:
    found = costliest(NIGHT, seed=seed)
    assert found is not None
    minutes, step, reason, on = found
    assert (step, reason, on) == ("S303", "travel", ("li",))
    assert minutes >= 12
    assert {s.id: s.clause for _, s in shipped("central-hospital").plan.steps()}[step] == "9.3-3"


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("edits", [(NEAR,), (LI_ALSO_AT_NIGHT,)], ids=["5 min away", "on duty at night"])
def test_with_the_second_electrician_at_hand_another_wait_costs_most(edits: tuple[Edit, ...], seed: int) -> None:
    found = costliest(NIGHT, *edits, seed=seed)
    assert found is None or found[1] != "S303"


def test_with_the_automatic_start_repaired_no_wait_costs_anything() -> None:
    assert costliest(NIGHT, without="fails_to_start") is None


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])
def test_a_second_electrician_on_duty_at_night_shortens_the_outage_by_his_way_in(seed: int) -> None:
    before, after = night(seed=seed), night(LI_ALSO_AT_NIGHT, seed=seed)
    assert before.longest_min("gas-compressors") - after.longest_min("gas-compressors") >= 12
    assert before.longest_min("icu") > after.longest_min("icu")


def test_at_night_the_intensive_care_unit_outlasts_its_battery() -> None:
    found = judged(night())
    assert found["icu"].verdict == "missed"
    assert found["exchange-bms"].verdict == "met"


# -- one source lost by day ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_by_day_the_bus_tie_transfers_and_every_limit_of_a_load_is_kept(seed: int) -> None:
    run = played("source-lost-day", seed=seed)
    assert [event.data["to"] for event in run.journal.of("transfer_done")] == ["100"]
    loads = [verdict for verdict in judged(run).values() if verdict.kind == "load" and verdict.protected]
    assert {verdict.verdict for verdict in loads} == {"met"}
    assert 3_000 < run.outages["ward-lights"][0].ms < 4_000


# -- the fuel chain --------------------------------------------------------------------------------------------------


def test_half_an_hour_with_the_fuel_pump_off_misses_nothing_and_says_what_was_not_tested() -> None:
    found = judged(played("fuel-pump-off-30min"))
    assert all(verdict.verdict in ("met", "not_tested") for verdict in found.values())
    endurance = found["icu"].endurance
    assert endurance is not None
    assert endurance.verdict == "not_tested"


def test_beyond_the_day_tank_the_genset_stops_and_what_hangs_on_it_follows() -> None:
    run = played("fuel-pump-off-long")
    (stopped,) = [event for event in run.journal.of("source_stopped") if event.data["cause"] == "no_fuel"]
    hospital = shipped("central-hospital").site
    genset = cast(Genset, hospital.sources["genset-1"])
    idle = 0.12 * genset.rated_kw * genset.fuel_l_per_kwh
    assert burned_until(run, stopped.t_ms, genset.fuel_l_per_kwh, idle) == pytest.approx(
        hospital.stores["day-tank"].level_l, rel=0.01
    )
    assert run.outages["icu"][0].start_ms > stopped.t_ms
    assert judged(run)["intensive-care"].verdict == "missed"
    assert run.steps["S503"].state == "done"


def test_with_the_fuel_pump_in_automatic_the_same_outage_is_no_fuel_story() -> None:
    hospital = played("fuel-pump-off-long")
    start = hospital.case.scenario.start.model_copy(update={"set": ()})
    case = hospital.case.scenario.model_copy(update={"start": start})
    journal = simulate(Case(hospital.case.dossier, "pump-on", case))
    assert not list(journal.of("store_empty"))
    assert list(journal.of("pump_started"))


# -- the transfer switch ---------------------------------------------------------------------------------------------


def test_when_the_ats_does_not_act_its_loads_stay_dark_until_the_step_by_hand() -> None:
    run = played("ats-refuses")
    (hand,) = [e for e in run.journal.of("switch_moved") if e.data["switch"] == "412" and e.data["cause"] == "step"]
    assert hand.data["cause_id"] == "S402"
    assert run.outages["gas-compressors"][0].end_ms == hand.t_ms
    assert next(iter(run.journal.of("source_running"))).t_ms < MIN


def test_without_the_card_for_the_ats_they_stay_dark_until_the_mains_return() -> None:
    no_card = (
        "plan.yaml",
        "trigger: {any: [{step: S204, is: failed}, {step: S306, is: failed}, {all: [{bus: 0.4kV-I, is: live},"
        " {bus: em-0.4kV, is: dead, for: 1 min}]}]}",
        "trigger: {step: S404}",
    )
    run = played("ats-refuses", no_card)
    assert run.outages["gas-compressors"][0].end_ms == 120 * MIN


# -- the bus-tie transfer --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "reason"), [("bzt-vt-lost", "vt_lost"), ("bzt-disabled", "disabled"), ("bus-fault", "bus_protection")]
)
def test_the_bus_tie_transfer_refuses_and_says_why(name: str, reason: str) -> None:
    run = played(name)
    assert reason in refusals(run)
    assert not [event for event in run.journal.of("switch_moved") if event.data["cause_id"] == "bzt-10kV"]


@pytest.mark.parametrize("name", ["bzt-vt-lost", "bzt-disabled"])
def test_a_refused_bus_tie_is_closed_by_hand_with_permit_and_supervisor(name: str) -> None:
    run = played(name)
    assert run.steps["S106"].by == ("zhao", "li")
    permit = next(iter(run.journal.of("permit_given"))).t_ms
    closed = [e.t_ms for e in run.journal.of("switch_moved") if e.data["switch"] == "100" and e.data["closed"]]
    assert permit < closed[0]
    assert not list(run.journal.of("hazard"))


# -- back to normal ----------------------------------------------------------------------------------------------------


def test_going_back_to_normal_breaks_the_supply_once_more_and_is_no_hazard() -> None:
    run = played("return-to-normal")
    assert run.steps["R03"].state == "done"
    assert run.steps["R06"].state == "done"
    assert len(run.outages["wards-I"]) == 2
    assert run.outages["wards-I"][1].ms > MIN
    assert judged(run)["gas-compressors"].verdict == "met"
    assert not list(run.journal.of("hazard"))


def test_with_one_source_under_maintenance_the_other_ones_loss_is_both_sources_lost() -> None:
    run = played("east-maintenance-west-lost")
    assert "RC-02" in [event.data["card"] for event in run.journal.of("card_active")]


# -- two plans that wait for each other ------------------------------------------------------------------------------

START = 'requires: [{switch: ["101", "102"], is: open}]\n        if_unknown: look\n        takes: {median: 6 min'
WAITS_FOR_THE_DISPATCHER: Edit = (
    "plan.yaml",
    START,
    'requires: [{switch: ["101", "102"], is: open}, {message: U203}]\n        takes: {median: 6 min',
)
DISPATCHER_TELLS: Edit = (
    "plan.yaml",
    "tells: [{to: account-manager, facts: [em-0.4kV, genset-1], channel: mobile,"
    " no_answer: {after: 3 min, then: proceed}}]\n        wait_at_most",
    "tells: [{to: duty-electrician, facts: [em-0.4kV], channel: phone}]\n        wait_at_most",
)
ANY_REPORT = "{any: [{message: S205}, {message: S307}, {message: S406}]}"
WAITS_FOR_THE_START: Edit = ("plan.yaml", ANY_REPORT, "{message: S307}")
MENDED: Edit = ("plan.yaml", ANY_REPORT, "{message: S301}")
CUSTOMER_TELLS: Edit = (
    "plan.yaml",
    "          - {to: second-electrician,",
    "          - {to: dispatcher, facts: [genset-1, em-0.4kV], channel: mobile}\n          - {to: second-electrician,",
)


def test_the_shipped_plan_has_no_wait_of_both_sides_for_each_other() -> None:
    assert not two_sided_waits(shipped("central-hospital").plan)


def test_a_start_that_awaits_the_dispatcher_who_awaits_the_start_is_found_and_never_comes() -> None:
    edits = (WAITS_FOR_THE_DISPATCHER, DISPATCHER_TELLS, WAITS_FOR_THE_START)
    found = two_sided_waits(shipped("central-hospital", *edits).plan)
    assert [set(wait.steps) >= {"S304", "U203"} for wait in found if wait.kind == "circle"] == [True]
    run = night(*edits)
    assert run.steps["S304"].state != "done"
    assert run.longest_min("gas-compressors") > 3 * night().longest_min("gas-compressors")


def test_the_mended_pair_is_no_circle_and_the_genset_starts() -> None:
    edits = (WAITS_FOR_THE_DISPATCHER, DISPATCHER_TELLS, MENDED, CUSTOMER_TELLS)
    assert not [wait for wait in two_sided_waits(shipped("central-hospital", *edits).plan) if wait.kind == "circle"]
    assert night(*edits).steps["S304"].state == "done"


# -- the dispatcher knows what he is told ----------------------------------------------------------------------------


def test_the_dispatchers_decision_waits_for_the_customers_word_and_without_phone_times_out() -> None:
    told, cut = played("both-lost-night-short"), played("phone-lost")
    word = next(
        e for e in told.journal.of("message_received") if e.data["step"] == "S205" and e.data["person"] == "lin"
    )
    assert told.steps["U203"].started_ms is not None
    assert told.steps["U203"].started_ms >= word.t_ms
    assert cut.steps["U203"].state == "timed_out"
    assert {wait.reason for wait in cut.steps["U203"].waits} == {"not_known"}
    assert cut.steps["U204"].state == "done"

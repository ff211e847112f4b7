"""Real incidents, replayed on the shipped hospital and airport: what happened, happens. Sources: see each scenario's
own."""

from __future__ import annotations

import pytest

from drillsim.files.scenario_file import load_scenario
from drillsim.revision.review import review
from drillsim.schema.dossier import Case
from drillsim.schema.duration import Fixed
from drillsim.simulation import simulate
from helpers.airport import WARNED, airport, play
from helpers.hospital import reviewed
from helpers.shipped import HOSPITAL, MIN, ROOT, Edit, Played, played, scenario, shipped

THIRD_OF_IT = ("xray", "pathology", "outpatient-lights")
"""What one changeover fed: X-ray, pathology, outpatients."""
BY_ITSELF = "{all: [{bus: 0.4kV-I, is: live}, {bus: em-0.4kV, is: dead, for: 1 min}]}"
NO_CARD: Edit = ("plan.yaml", f", {BY_ITSELF}]", "]")


def _lasting(name: str, minutes: int) -> Played:
    """The scenario with the mains gone for another time."""
    given, gone = scenario(HOSPITAL, name), {"for_": Fixed(minutes * MIN)}
    events = tuple(e.model_copy(update=gone) if e.fault == "source_lost" else e for e in given.events)
    case = Case(shipped(HOSPITAL), name, given.model_copy(update={"events": events}))
    return Played(case, simulate(case))


# -- Ipswich, 9 August 2019 ------------------------------------------------------------------------------------------


def test_ipswich_all_sets_run_and_a_third_of_the_building_is_dark_until_the_mains_return() -> None:
    run = played("ipswich-2019")
    assert {event.data["source"] for event in run.journal.of("source_running")} == {"genset-1", "genset-2"}
    (failed,) = run.journal.of("transfer_failed")
    assert (failed.data["transfer"], failed.data["reason"]) == ("ats-em2", "control_supply")
    assert [run.outages[load][0].end_ms for load in THIRD_OF_IT] == [8 * MIN] * 3


def test_ipswich_the_change_by_hand_would_have_cost_more_than_the_eight_minutes() -> None:
    run = _lasting("ipswich-2019", 120)
    (by_hand,) = [e for e in run.journal.of("switch_moved") if e.data["switch"] == "512" and e.data["closed"]]
    assert by_hand.data["cause_id"] == "S802"
    assert by_hand.t_ms > 8 * MIN
    assert run.outages["xray"][0].end_ms == by_hand.t_ms


def test_ipswich_the_flat_control_battery_is_among_the_weak_points() -> None:
    codes = {(finding.code, finding.subject.id) for finding in reviewed("ipswich-2019").findings}
    assert {("A01", "ats-em2"), ("A08", "dc-ats2")} & codes


# -- South Australia, 2016 and 2018 ----------------------------------------------------------------------------------


def test_flinders_the_set_stops_when_the_day_tank_is_burnt_while_the_bulk_tank_is_full() -> None:
    run = played("flinders-2016")
    (stopped,) = [e for e in run.journal.of("source_stopped") if e.data["cause"] == "no_fuel"]
    end = run.journal.events[-1].data["fuel_l"]
    assert stopped.data["source"] == "genset-1"
    assert end["bulk-tank"]["end"] > 5 * end["day-tank"]["start"]
    assert run.outages["gas-compressors"][-1].start_ms >= stopped.t_ms


def test_flinders_a_monthly_test_of_half_an_hour_shows_nothing() -> None:
    run = _lasting("flinders-2016", 30)
    assert not [e for e in run.journal.of("source_stopped") if e.data["cause"] == "no_fuel"]


def test_port_augusta_no_power_for_more_than_five_hours() -> None:
    run = played("port-augusta-2016")
    assert run.longest_min("gas-compressors") > 5 * 60
    assert run.longest_min("icu") > 5 * 60


def test_royal_adelaide_the_board_dies_beside_live_mains_until_somebody_switches() -> None:
    run = played("royal-adelaide-2018")
    (empty,) = run.journal.of("store_empty")
    dark = run.outages["theatre-ahu"][0]
    assert dark.start_ms == empty.t_ms
    assert not [e for e in run.journal.of("source_lost") if e.data["source"].startswith("feeder")]
    (by_hand,) = run.journal.of("transfer_done")
    assert (by_hand.data["to"], dark.end_ms) == ("normal", by_hand.t_ms)


def test_royal_adelaide_without_a_card_that_starts_by_itself_it_lasts_longer_than_the_17_minutes() -> None:
    run = played("royal-adelaide-2018", NO_CARD)
    assert run.longest_min("theatre-ahu") > 17


FIRST = 3
"""So many proposals are read out first."""


@pytest.mark.full
def test_flinders_the_official_recommendations_are_among_the_first() -> None:
    """Positions as left checked by a second person; a low-level alarm to a manned place."""
    first = reviewed("flinders-2016").recommendations[:FIRST]
    assert {each.verdict for each in first} == {"proposed"}
    alarm = next(each for each in first if each.id.endswith("show-day-tank"))
    assert "low-level alarm" in alarm.new.en
    assert [each.id for each in first if "positions as left" in each.new.en and "second person" in each.new.en]


@pytest.mark.full
def test_royal_adelaide_the_ignored_alarm_sounds_where_somebody_sits() -> None:
    first = reviewed("royal-adelaide-2018").recommendations[0]
    assert (first.verdict, "low-level alarm" in first.new.en) == ("proposed", True)


@pytest.mark.full
def test_port_augusta_old_parts_are_renewed() -> None:
    first = reviewed("port-augusta-2016").recommendations[:FIRST]
    assert [each.id for each in first if "over ten years old" in each.new.en]


@pytest.mark.full
def test_ipswich_the_control_battery_is_tested_and_the_change_by_hand_is_practised() -> None:
    said = " ".join(each.new.en for each in reviewed("ipswich-2019").recommendations[:FIRST])
    assert "discharge test every year" in said
    assert "transferring by hand" in said


@pytest.mark.full
@pytest.mark.slow
def test_heathrow_the_own_network_is_moved_to_the_other_intakes_sooner() -> None:
    """More hands for the switching, and its order planned beforehand: the first flight takes off sooner, no terminal
    comes back later."""
    folder, file = airport(), load_scenario(ROOT / "scenarios" / "airport" / f"{WARNED}.yaml")
    first = review(folder, file, play(folder.dossier, name=WARNED)).recommendations[:FIRST]
    sooner = {each.id: {part.subject for part in each.gain} for each in first if each.verdict == "proposed"}
    terminals = {f"terminal-service-{number}" for number in range(1, 5)}
    assert sooner["M03-A10-one-more-team"] >= {"passenger-flights", *terminals}
    assert sooner["M03-A10-ready-OT-N"] >= {"passenger-flights", *terminals}

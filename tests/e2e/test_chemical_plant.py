"""The polymer works: what a dip drops, who brings it back, how long the reactors wait, and what ends the reaction."""

from __future__ import annotations

import pytest

from drillsim.journal.record import Journal
from helpers.shipped import CHEMICAL, MIN, played, shipped

BY_BREAKER = {"cwp-1", "cwp-2", "recovery-compressor"}
"""10 kV motors: no contactor, a low-voltage release on the breaker."""


def run(name: str) -> Journal:
    return played(name, customer=CHEMICAL, fast=True).journal


def moments(journal: Journal, kind: str, **data: object) -> list[int]:
    return [e.t_ms for e in journal.of(kind) if all(e.data.get(key) == value for key, value in data.items())]


def test_a_dip_drops_every_contactor_and_no_breaker_and_the_modules_bring_their_motors_back_in_turn() -> None:
    journal, loads = run("dip-200ms-night"), shipped(CHEMICAL).site.loads
    dropped = {e.data["load"] for e in journal.of("load_dropped") if e.data["cause"] == "contactor"}
    assert dropped == {name for name, load in loads.items() if load.contactor}
    assert moments(journal, "switch_moved", cause="undervoltage") == []
    assert [moments(journal, "motor_runs_up", load=each) for each in sorted(BY_BREAKER)] == [[200]] * 3
    again = {name: moments(journal, "load_picked_up", load=name, cause="auto") for name in dropped}
    assert (again["agitator-1"], again["jw-pump-1"], again["air-comp-1"]) == ([3_200], [10_200], [25_200])
    assert again["agitator-2"] == []
    (by_hand,) = moments(journal, "load_picked_up", load="agitator-2", cause="hand")
    assert by_hand < 2 * MIN


def test_a_dip_that_lasts_trips_the_first_step_of_the_low_voltage_protection_only() -> None:
    journal = run("dip-slow-clearing")
    assert [(e.t_ms, e.data["switch"]) for e in journal.of("switch_moved")] == [(500, "113")]


def test_the_terminator_holds_the_runaway_up_until_the_reactor_is_stopped() -> None:
    journal = run("both-lost-night-genset-fails")
    for reactor in "12":
        (lost,) = moments(journal, "function_changed", function=f"reactor-{reactor}", state="lost")
        (added,) = moments(journal, "measure_begins", measure=f"terminator-{reactor}")
        (stopped,) = moments(journal, "function_changed", function=f"reactor-{reactor}", state="safe_stopped")
        assert lost == 2 * MIN
        assert lost < added < lost + 12 * MIN < stopped
    assert moments(journal, "function_changed", state="harmed") == []


def test_without_the_consent_both_reactors_run_away_twelve_minutes_after_they_were_lost() -> None:
    assert moments(run("consent-not-reached"), "function_changed", state="harmed") == [14 * MIN] * 2


def test_the_receivers_last_a_quarter_of_an_hour_after_the_compressors_lost_their_cooling() -> None:
    journal = run("instrument-air-runs-down")
    (off,) = moments(journal, "load_switched", load="air-comp-1", cause="compressor-cooling")
    (empty,) = moments(journal, "store_empty", store="air-receiver")
    assert off == 5 * MIN
    assert empty - off == pytest.approx(15 * MIN, abs=1_000)


def test_without_the_shutdown_system_nothing_is_charged_until_it_works_again() -> None:
    journal = run("gas-alarm-lost")
    assert moments(journal, "load_switched", load="feed-pumps", cause="emergency-shutdown") == [0]
    (works,) = moments(journal, "function_changed", function="emergency-shutdown", state="normal")
    (charged,) = moments(journal, "load_restored", load="feed-pumps")
    assert charged > works


def test_crosby_the_store_is_kept_cold_without_electricity_for_two_days_and_no_longer() -> None:
    journal = run("crosby-2017")
    assert moments(journal, "function_changed", function="reactor-1") == []
    nitrogen, trucks = (
        moments(journal, "measure_begins", measure=m)[0] for m in ("liquid-nitrogen", "refrigerated-trucks")
    )
    (harmed,) = moments(journal, "function_changed", state="harmed")
    assert 20 * 60 * MIN < nitrogen < trucks < 24 * 60 * MIN
    assert harmed == trucks + (36 + 12) * 60 * MIN

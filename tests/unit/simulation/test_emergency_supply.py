"""ATS, genset, fuel chain and UPS.

feeder-S1 -- M -- (normal) -- E -- load-E, pump        the emergency board E
                              |
                        (standby)
                              |
                        P -- G1 -- G (genset terminal)
E -- UPS -- U -- load-U
"""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.journal.timeline import load_outages
from drillsim.schema.compiled import Compiled
from drillsim.schema.network import Network
from drillsim.simulation.core.luck import Luck
from helpers.grids import grid
from helpers.play import dossier, play, told

NORMAL, STANDBY, G1 = "M-E", "P-E", "G-P"
LOST = {"at": "60 s", "fault": "source_lost", "on": "feeder-S1"}
BURN_L_PER_KWH = 0.27


def board() -> Network:
    return grid("S1 M", "M E cb", "G P open", "P E open", "E T cb", "U V cb", loads={"E": 0.1, "T": 0.002, "V": 0.03})


def genset(**more: Any) -> dict[str, Any]:
    return {
        "kind": "genset",
        "bus": "G",
        "breaker": G1,
        "rated_kw": "200",
        "called_by": "ats",
        "ready": "12 s",
        "fails_to_start": "0",
        "cool_down": "5 min",
        "place": "hv",
        **more,
    }


def site(genset_facts: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    ups = {"kind": "ups", "input": "E", "output": "U", "rated_kw": "40", "battery_kwh": "10", "recharge_kw": "5"}
    ats = {"kind": "ats", "normal": NORMAL, "standby": STANDBY, "delay": "3 s", "takes": "300 ms", "place": "hv"}
    return {
        "sources": {"genset": genset(**(genset_facts or {})), "ups": ups},
        "transfers": {"ats": ats},
        **more,
    }


def emergency(genset_facts: dict[str, Any] | None = None, **more: Any) -> Compiled:
    return dossier(board(), site=site(genset_facts, **more))


def outage(journal: Journal, load: str) -> list[tuple[int, int]]:
    return [(span.start_ms, span.end_ms) for span in load_outages(journal)[load]]


def test_the_ats_calls_the_genset_and_moves_when_it_is_there() -> None:
    journal = play(emergency(), [LOST])
    # lost at 60 s, called 3 s later, ready 12 s after that, its breaker 80 ms, the ATS 300 ms
    assert outage(journal, "load-E") == [(60_000, 75_380)]
    assert outage(journal, "load-V") == []


def test_it_goes_back_after_its_time_and_the_genset_cools_down() -> None:
    journal = play(emergency(), [LOST | {"for": "10 min"}])
    back = 660_000 + 600_000
    assert outage(journal, "load-E")[1] == (back, back + 300)
    assert ("source_stopped", "genset", "cool_down") in [row[1:] for row in told(journal, "source_stopped")]


def test_three_attempts_share_one_draw_of_one_demand() -> None:
    """0.0094 stays 0.0094: over many seeds the share of failed demands is that, not 0.0094 cubed."""
    of = emergency({"fails_to_start": "0.3", "attempts": "3"})
    failed = 0
    for seed in range(200):
        journal = play(of, [LOST], "3 min", seed=seed)
        assert len(list(journal.of("genset_called"))) == 1
        failed += any(journal.of("start_failed"))
    assert 0.2 < failed / 200 < 0.4


def test_0_0094_a_demand_stays_0_0094_with_three_attempts() -> None:
    """The run fails to start for exactly those seeds whose one draw lies below 0.0094; an attempt draws nothing."""
    unlucky = [seed for seed in range(2_000) if Luck(seed).u("genset/start") < 0.0094]
    assert 10 <= len(unlucky) <= 30  # 18.8 expected
    of = emergency({"fails_to_start": "0.0094", "attempts": "3"})
    for seed in [*unlucky[:6], *(seed + 1 for seed in unlucky[:6] if seed + 1 not in unlucky)]:
        journal = play(of, [LOST], "3 min", seed=seed)
        assert any(journal.of("start_failed")) == (seed in unlucky)


def test_a_failed_start_takes_all_attempts_before_it_is_said() -> None:
    refuses = {"at": "0 s", "fault": "fails_to_start", "on": "genset", "attempts": "auto"}
    journal = play(emergency(), [refuses, LOST], "10 min")
    assert [e.t_ms for e in journal.of("start_attempt")] == [63_000, 81_000, 99_000]
    assert [e.t_ms for e in journal.of("start_failed")] == [109_000]


def test_a_refusing_ats_leaves_its_loads_dark_until_the_mains_return_though_the_genset_runs() -> None:
    refuses = {"at": "0 s", "fault": "fails_to_operate", "on": "ats"}
    journal = play(emergency(), [refuses, LOST | {"for": "8 min"}])
    assert any(journal.of("source_running"))
    assert outage(journal, "load-E") == [(60_000, 540_000)]


def test_moving_a_refusing_ats_by_hand_ends_it_earlier_or_later() -> None:
    card = {
        "id": "K",
        "title": "by hand",
        "trigger": {"load": "load-E", "is": "dead", "for": "30 s"},
        "activation": {"by": "electrician"},
        "steps": [
            {"id": "T", "text": "move it", "do": "transfer", "target": "ats", "by": "electrician", "takes": "4 min"}
        ],
    }
    seen = {"observations": {"lights": {"sees": [{"load": "load-E"}], "shown_at": "room"}}}
    refuses = {"at": "0 s", "fault": "fails_to_operate", "on": "ats"}
    journal = play(dossier(board(), site=site(**seen), cards=[card]), [refuses, LOST])
    # known at 60 s, 30 s of it, 5 min on the way, 4 min at it, the switch itself 300 ms
    assert outage(journal, "load-E") == [(60_000, 60_000 + 30_000 + 300_000 + 240_000 + 300)]


def fuel(litres: float, **pump: Any) -> dict[str, Any]:
    inflow = {"by": "load-T", "l_per_min": "20", "from": "bulk", **pump}
    return {
        "stores": {
            "day": {
                "holds": "diesel",
                "capacity_l": litres,
                "level_l": litres,
                "in": [inflow],
                "out": [{"to": "genset"}],
            },
            "bulk": {"holds": "diesel", "capacity_l": "5000", "level_l": "5000"},
        }
    }


def test_with_the_pump_left_off_endurance_is_litres_over_burn() -> None:
    of = emergency({"fuel": "day", "fuel_l_per_kwh": BURN_L_PER_KWH}, **fuel(100))
    journal = play(of, [LOST], "8 h", set=[{"target": "load-T", "to": "off"}])
    running = next(journal.of("source_running")).t_ms
    stopped = next(e for e in journal.of("source_stopped") if e.data["cause"] == "no_fuel").t_ms
    kw = [e.data["kw"] for e in journal.of("source_loaded")][-2]  # before the last, which is its end: 0
    lasts_h = 100 / (BURN_L_PER_KWH * (0.12 * 200 + 0.88 * kw))
    assert (stopped - running) / 3_600_000 == pytest.approx(lasts_h, rel=0.01)
    assert any(e.data["store"] == "day" for e in journal.of("store_empty"))


def test_with_the_pump_on_the_day_tank_is_refilled_from_the_bulk_tank() -> None:
    of = emergency({"fuel": "day", "fuel_l_per_kwh": BURN_L_PER_KWH}, **fuel(100))
    journal = play(of, [LOST], "8 h")
    assert not any(e.data["cause"] == "no_fuel" for e in journal.of("source_stopped"))
    assert len(list(journal.of("pump_started"))) > 3
    balance = journal.events[-1].data["fuel_l"]
    for tank in balance.values():
        assert tank["start"] + tank["in"] - tank["out"] == pytest.approx(tank["end"], abs=0.01)
    assert balance["bulk"]["out"] == pytest.approx(balance["day"]["in"], abs=0.01)


def test_the_battery_lasts_as_long_as_its_energy() -> None:
    refuses = {"at": "0 s", "fault": "fails_to_start", "on": "genset"}
    journal = play(emergency(), [refuses, LOST], "2 h")
    empty = next(journal.of("battery_empty")).t_ms
    assert empty - 60_000 == pytest.approx(10 / 30 * 3_600_000, rel=0.001)
    assert outage(journal, "load-V") == [(empty, 7_200_000)]
    battery = journal.events[-1].data["battery_kwh"]["ups"]
    assert battery["start"] - battery["given"] + battery["taken"] == pytest.approx(battery["end"], abs=1e-3)


def test_a_recharging_ups_draws_its_output_over_efficiency_and_the_recharge() -> None:
    journal = play(emergency(), [LOST], "10 min")
    loads = [e.data["kw"] for e in journal.of("source_loaded")]
    assert max(loads) == pytest.approx(100 + 2 + 30 / 0.94 + 5, rel=0.02)


def test_a_genset_that_is_asked_too_much_trips() -> None:
    journal = play(emergency({"rated_kw": "60"}), [LOST], "10 min")
    assert [row[2:] for row in told(journal, "source_stopped")] == [("genset", "overload")]
    assert [e.t_ms for e in journal.of("source_stopped")] == [75_380 + 10_000]


def test_running_wears_it_out_by_running_hours() -> None:
    of = emergency({"mean_time_to_failure": "10 h"})
    failed = sum(
        any(e.data["cause"] == "failed" for e in play(of, [LOST], "10 h", seed=seed).of("source_stopped"))
        for seed in range(60)
    )
    assert 0.45 < failed / 60 < 0.8  # 1 - 1/e = 0.632


def test_a_set_whose_breaker_protection_has_tripped_is_not_closed_onto_the_fault_again() -> None:
    """Both feeder and the board behind its breaker have failed: it closes once, trips, and is locked out."""
    journal = play(emergency(), [LOST, {"at": "60 s", "fault": "short_circuit", "on": "P"}])
    moves = [e.data["closed"] for e in journal.of("switch_moved") if e.data["switch"] == G1]
    assert moves == [True, False]
    assert journal.complete
    assert not list(journal.of("oscillation"))


def test_a_set_that_broke_down_for_a_time_returns_to_whatever_still_calls_it() -> None:
    breaks = {"at": "10 min", "fault": "fails_running", "on": "genset", "for": "5 min"}
    journal = play(emergency(), [LOST, breaks], "1 h")
    # again from 15 min: 12 s to be ready, its breaker 80 ms
    assert outage(journal, "load-E") == [(60_000, 75_380), (600_000, 900_000 + 12_080)]


def test_a_set_that_is_broken_when_it_is_called_comes_once_it_is_mended() -> None:
    breaks = {"at": "0 s", "fault": "fails_running", "on": "genset", "for": "20 min"}
    journal = play(emergency(), [breaks, LOST], "1 h")
    assert [e.t_ms for e in journal.of("source_running")] == [1_200_000 + 12_000]


def test_two_breakdowns_at_once_are_over_with_the_longer() -> None:
    breaks = [{"at": "10 min", "fault": "fails_running", "on": "genset", "for": lasts} for lasts in ("5 min", "9 min")]
    journal = play(emergency(), [LOST, *breaks], "1 h")
    assert [e.t_ms for e in journal.of("source_running")] == [75_000, 1_140_000 + 12_000]


def test_a_set_that_was_mended_after_the_mains_came_back_stays_where_it_is() -> None:
    breaks = {"at": "10 min", "fault": "fails_running", "on": "genset", "for": "40 min"}
    journal = play(emergency(), [LOST | {"for": "20 min"}, breaks], "1 h")
    assert [e.t_ms for e in journal.of("source_running")] == [75_000]


def test_a_set_under_maintenance_is_started_by_nobody() -> None:
    """Neither called nor by hand, nor after somebody has put its selector back to automatic."""
    card = {
        "id": "C1", "title": "by hand", "trigger": {"load": "load-E", "is": "dead"},
        "activation": {"by": "electrician"},
        "steps": [
            {"id": "S1", "text": "auto", "do": "set", "target": "genset", "to": "auto", "by": "electrician"},
            {"id": "S2", "text": "reset", "do": "reset", "target": "genset", "by": "electrician", "after": ["S1"]},
            {"id": "S3", "text": "start", "do": "start", "target": "genset", "by": "electrician", "after": ["S2"]},
        ],
    }  # fmt: skip
    seen = {"observations": {"lights": {"sees": [{"load": "load-E"}], "shown_at": "room"}}}
    of = dossier(board(), site=site(**seen), cards=[card])
    journal = play(of, [LOST], "3 h", out_of_service=["genset"])
    assert told(journal, "source_running") == []
    assert [row[-1] for row in told(journal, "start_failed")] == [True]
    assert [each.data["step"] for each in journal.of("step_ends")] == ["S1", "S2", "S3"]

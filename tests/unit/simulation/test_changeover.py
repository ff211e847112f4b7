"""Static transfer switch, maloperation, and automatics without their control supply.

feeder-SA -- N -- (normal) --\
                               E -- load-E
feeder-SB -- P -- (standby) --/
"""

from __future__ import annotations

from typing import Any

from drillsim.journal import Journal
from drillsim.journal.timeline import load_outages
from drillsim.schema.compiled import Compiled
from drillsim.schema.network import Network
from helpers.cards import card, step
from helpers.grids import grid
from helpers.play import dossier, play, told

MIN = 60_000
LOST = {"at": "1 min", "fault": "source_lost", "on": "feeder-SA", "for": "10 min"}


def board() -> Network:
    return grid("SA N cb", "SB P cb", "N E cb", "P E open", loads={"E": 0.1, "N": 0.05})


def sts(**more: Any) -> Compiled:
    unit = {"kind": "sts", "normal": "N-E", "standby": "P-E", "takes": "8 ms", "return_after": "10 s", **more}
    return dossier(board(), site={"transfers": {"sts": unit}})


def dark(journal: Journal, load: str = "load-E") -> list[tuple[int, int]]:
    return [(span.start_ms, span.end_ms) for span in load_outages(journal)[load]]


def test_an_sts_changes_over_in_its_gap_and_goes_back_after_its_time() -> None:
    back = 11 * MIN + 10_000
    assert dark(play(sts(), [LOST])) == [(MIN, MIN + 8), (back, back + 8)]


def test_an_sts_never_closes_both_sides() -> None:
    shut = {"N-E"}
    for event in play(sts(), [LOST]).of("switch_moved"):
        (shut.add if event.data["closed"] else shut.discard)(event.data["switch"])
        assert len(shut & {"N-E", "P-E"}) <= 1


def test_an_sts_refuses_a_dead_side_and_goes_there_once_it_is_live() -> None:
    other = {"at": "0 s", "fault": "source_lost", "on": "feeder-SB", "for": "3 min"}
    journal = play(sts(), [other, LOST])
    assert [row[:2] for row in told(journal, "transfer_refused")] == [(MIN, "transfer_refused")]
    assert dark(journal)[0] == (MIN, 3 * MIN + 8)


def test_an_sts_whose_odds_are_against_it_leaves_its_board_dark() -> None:
    journal = play(sts(fails_to_operate="1"), [LOST])
    assert [row[2:] for row in told(journal, "transfer_failed")] == [("sts", "refused", "sts")]
    assert dark(journal) == [(MIN, 11 * MIN)]


def test_an_sts_out_of_automatic_stays_where_it_is() -> None:
    assert dark(play(sts(enabled="false"), [LOST])) == [(MIN, 11 * MIN)]


def test_a_maloperating_sts_leaves_a_live_side_for_a_dead_one_and_comes_back_by_itself() -> None:
    other = {"at": "0 s", "fault": "source_lost", "on": "feeder-SB"}
    journal = play(sts(), [other, {"at": "2 min", "fault": "maloperates", "on": "sts"}])
    assert dark(journal) == [(2 * MIN, 2 * MIN + 16)]
    assert [row[2:] for row in told(journal, "transfer_maloperates")] == [("sts",)]


def test_an_sts_says_when_it_carries_more_than_its_rating() -> None:
    begins = play(sts(rated_kw="80"), [LOST]).of("overload_begins")
    assert [e.data["loading_percent"] for e in begins] == [125, 125, 125]  # from the start, on the standby, and back
    assert not any(play(sts(rated_kw="120"), [LOST]).of("overload_begins"))


# -- Ipswich 2019: the control battery of a changeover switch was faulty ---------------------------------------------
def ipswich(**more: Any) -> Compiled:
    """The genset starts, the changeover stays: its control battery gives nothing."""
    network = grid("S1 N cb", "G P open", "N E cb", "P E open", loads={"E": 0.1})
    genset = {"kind": "genset", "bus": "G", "breaker": "G-P", "rated_kw": "400", "called_by": "ats", "place": "hv"}
    genset |= {"fails_to_start": "0", "ready": "12 s"}
    ats = {"kind": "ats", "normal": "N-E", "standby": "P-E", "control_supply": "ats-battery", "place": "hv"}
    site = {
        "sources": {"genset": genset},
        "transfers": {"ats": ats},
        "dc_supplies": {"ats-battery": {"fed_by": "E", "lasts": "1 h"}},
        "observations": {"lights": {"sees": [{"load": "load-E"}], "shown_at": "room"}},
    }
    return dossier(network, site=site, **more)


GRID_EVENT = {"at": "1 min", "fault": "source_lost", "on": "feeder-S1", "for": "8 min"}
BATTERY = {"at": "0 s", "fault": "dc_lost", "on": "ats-battery"}


def test_with_its_control_battery_faulty_the_changeover_stays_though_the_genset_runs() -> None:
    journal = play(ipswich(), [BATTERY, GRID_EVENT])
    assert [row[2:] for row in told(journal, "source_running")] == [("genset",)]
    assert ("ats", "control_supply", "ats") in [row[2:] for row in told(journal, "transfer_failed")]
    assert dark(journal) == [(MIN, 9 * MIN)]


def test_with_its_control_battery_whole_the_changeover_moves() -> None:
    assert dark(play(ipswich(), [GRID_EVENT]))[0] == (MIN, MIN + 3_000 + 12_000 + 80 + 300)


def test_once_its_control_supply_is_back_the_changeover_moves_by_itself() -> None:
    assert dark(play(ipswich(), [BATTERY | {"for": "4 min"}, GRID_EVENT]))[0] == (MIN, 4 * MIN + 300)


def test_by_hand_it_moves_without_control_supply() -> None:
    move = step("T", "electrician", "transfer", target="ats", takes="1 min")
    trigger = {"load": "load-E", "is": "dead", "for": "30 s"}
    journal = play(ipswich(cards=[card("K", "electrician", trigger, move)]), [BATTERY, GRID_EVENT])
    assert dark(journal)[0] == (MIN, MIN + 30_000 + 5 * MIN + MIN + 300)


# -- DC supplies -----------------------------------------------------------------------------------------------------
def substation(blocked_by: str = "", **more: Any) -> Compiled:
    """Two 10 kV sections with a bus tie that moves on DC."""
    network = grid("SA A cb", "SB B cb", "A B open", "A X cb", loads={"A": 0.1, "B": 0.1, "X": 0.1})
    devices = {each: {"control_supply": "dc"} for each in ("SA-A", "SB-B", "A-B")}
    tie = {"kind": "bus_tie_transfer", "incomers": ["SA-A", "SB-B"], "tie": "A-B", "delay": "3 s"}
    tie |= {"blocked_by": [blocked_by]} if blocked_by else {}
    return dossier(
        network,
        site={
            "devices": devices,
            "transfers": {"bzt": tie | {"control_supply": "dc"}},
            "dc_supplies": {"dc": {"fed_by": "A", "lasts": "30 min"}},
            **more,
        },
    )


def test_a_dc_battery_carries_the_control_supply_as_long_as_it_lasts() -> None:
    off = {"at": "1 min", "fault": "source_lost", "on": ["feeder-SA", "feeder-SB"], "for": "50 min"}
    journal = play(substation(), [off], "2 h")
    said = told(journal, "control_supply_on_battery", "control_supply_lost", "control_supply_back")
    assert said == [
        (MIN, "control_supply_on_battery", "dc", 30 * MIN),
        (31 * MIN, "control_supply_lost", "dc", "battery"),
        (51 * MIN, "control_supply_back", "dc"),
    ]


def test_a_bus_tie_transfer_without_control_supply_refuses() -> None:
    lost = {"at": "2 min", "fault": "source_lost", "on": "feeder-SA"}
    assert dark(play(substation(), [lost]), "load-A") == [(2 * MIN, 2 * MIN + 3_000 + 160)]
    journal = play(substation(), [{"at": "1 min", "fault": "dc_lost", "on": "dc"}, lost])
    assert [e.data["reason"] for e in journal.of("transfer_refused")] == ["control_supply"]
    assert dark(journal, "load-A") == [(2 * MIN, 60 * MIN)]


def test_a_bus_tie_transfer_is_blocked_by_its_bus_protection_alone_where_one_is_named() -> None:
    groups = {"bus-protection": {"protects": ["A"], "trips": ["SA-A", "A-X"]}}
    fault = {"at": "1 min", "fault": "short_circuit", "on": "A"}
    journal = play(substation("bus-protection", protection_groups=groups), [fault])
    assert [e.data["reason"] for e in journal.of("transfer_refused")] == ["bus_protection"]
    out = {"at": "30 s", "fault": "relay_disabled", "on": "bus-protection"}
    unblocked = play(substation("bus-protection", protection_groups=groups), [out, fault])
    assert [e.data["switch"] for e in unblocked.of("switch_moved") if e.data["closed"]] == ["A-B"]


def test_a_spring_that_is_still_being_charged_closes_by_hand_only() -> None:
    network = grid("SA N cb", "SB P cb", "N E cb", "P E open", loads={"E": 0.1})
    ats = {"kind": "ats", "normal": "N-E", "standby": "P-E", "delay": "1 s", "return": {"mode": "auto", "after": "5 s"}}
    of = dossier(network, site={"transfers": {"ats": ats}, "devices": {"P-E": {"charges_in": "60 s"}}})
    twice = [LOST | {"for": "3 s"}, LOST | {"at": "80 s", "for": "20 s"}]
    journal = play(of, twice)
    stuck = [(e.t_ms, e.data["switch"], e.data["why"]) for e in journal.of("switch_stuck")]
    assert stuck == [(81_300, "P-E", "spring")]

"""A call that goes while a set is still starting withdraws it: the next call is a demand of its own.

feeder-S1 -- N -- (normal) --\
                              E -- load-E
genset G1 == P -- (standby) --/
"""

from __future__ import annotations

from typing import Any

import pytest

from drillsim.journal import Journal
from drillsim.journal.timeline import load_outages
from drillsim.schema.compiled import Compiled
from helpers.cards import card, step
from helpers.grids import grid
from helpers.play import dossier, play, told

MIN = 60_000
SET: dict[str, Any] = {"kind": "genset", "rated_kw": "400", "place": "hv", "fails_to_start": "0", "ready": "10 s"}
ATS: dict[str, Any] = {"kind": "ats", "delay": "3 s", "takes": "300 ms", "place": "hv"}
WORDS = ("genset_called", "start_withdrawn", "start_failed", "source_running", "source_stopped")


def loses(at: str, lasts: str, feeder: str = "feeder-S1") -> dict[str, Any]:
    return {"at": at, "fault": "source_lost", "on": feeder, "for": lasts}


def one_set(*cards: dict[str, Any], **genset: Any) -> Compiled:
    network = grid("S1 N cb", "G1 P open", "N E cb", "P E open", loads={"E": 0.1})
    source = {**SET, "bus": "G1", "breaker": "G1-P", "called_by": "ats", **genset}
    site = {
        "sources": {"genset": source},
        "transfers": {"ats": {**ATS, "normal": "N-E", "standby": "P-E"}},
        "observations": {"lamp": {"sees": [{"load": "load-E"}], "shown_at": "room"}},
    }
    return dossier(network, site=site, cards=cards)


def words(journal: Journal) -> list[tuple[int, str]]:
    return [row[:2] for row in told(journal, *WORDS)]


def dark(journal: Journal, load: str = "load-E") -> list[tuple[int, int]]:
    return [(span.start_ms, span.end_ms) for span in load_outages(journal)[load]]


def test_a_second_outage_waits_for_the_whole_start_of_a_set_withdrawn_in_the_first() -> None:
    journal = play(one_set(), [loses("0 s", "5 s"), loses("30 min", "20 min")])
    assert words(journal)[:2] == [(3_000, "genset_called"), (5_000, "start_withdrawn")]
    assert dark(journal)[:2] == [(0, 5_000), (30 * MIN, 30 * MIN + 3_000 + 10_000 + 80 + 300)]


@pytest.mark.parametrize(("lasts_ms", "runs"), [(12_999, False), (13_000, False), (13_001, True)])
def test_a_set_runs_only_if_it_is_called_to_the_last_moment(lasts_ms: int, runs: bool) -> None:
    journal = play(one_set(), [loses("0 s", f"{lasts_ms} ms")])
    assert ("source_running" in [word for _, word in words(journal)]) == runs


def test_cranking_in_vain_ends_with_the_call_and_the_set_is_not_locked_out() -> None:
    fails = {"at": "0 s", "fault": "fails_to_start", "on": "genset", "for": "1 min"}
    journal = play(one_set(attempts="3", crank="10 s"), [fails, loses("1 s", "20 s"), loses("10 min", "5 min")])
    assert words(journal)[:4] == [
        (4_000, "genset_called"),
        (21_000, "start_withdrawn"),
        (10 * MIN + 3_000, "genset_called"),
        (10 * MIN + 13_000, "source_running"),
    ]


def test_a_set_started_by_hand_while_it_cranks_in_vain_is_not_said_to_have_failed_afterwards() -> None:
    fails = {"at": "0 s", "fault": "fails_to_start", "on": "genset", "attempts": "auto"}
    start = step("T", "electrician", "start", target="genset", takes="1 min")
    by_hand = card("K", "electrician", {"load": "load-E", "is": "dead"}, start)
    journal = play(one_set(by_hand, crank="10 min", place="room"), [fails, loses("0 s", "50 min")])
    assert [word for _, word in words(journal)] == ["genset_called", "genset_called", "source_running"]


# -- two transfers call one set --------------------------------------------------------------------------------------
def two_callers() -> Compiled:
    network = grid(
        "S1 N cb", "S2 M cb", "G1 P open", "N E cb", "P E open", "M F cb", "P F open", loads={"E": 0.1, "F": 0.1}
    )
    source = {**SET, "bus": "G1", "breaker": "G1-P", "called_by": ["ats-e", "ats-f"]}
    transfers = {
        "ats-e": {**ATS, "normal": "N-E", "standby": "P-E"},
        "ats-f": {**ATS, "normal": "M-F", "standby": "P-F"},
    }
    return dossier(network, site={"sources": {"genset": source}, "transfers": transfers})


def test_a_set_that_another_transfer_still_calls_goes_on_starting() -> None:
    journal = play(two_callers(), [loses("0 s", "5 s"), loses("1 s", "10 min", "feeder-S2")])
    assert words(journal)[:2] == [(3_000, "genset_called"), (13_000, "source_running")]
    assert dark(journal, "load-F")[0] == (1_000, 13_000 + 80 + 300)


def test_a_set_that_nobody_calls_any_more_is_withdrawn_when_the_last_call_goes() -> None:
    journal = play(two_callers(), [loses("0 s", "5 s"), loses("1 s", "6 s", "feeder-S2")])
    assert words(journal) == [(3_000, "genset_called"), (7_000, "start_withdrawn")]


# -- a group ---------------------------------------------------------------------------------------------------------
def group(**ready: str) -> Compiled:
    network = grid("S1 N cb", "G1 P open", "G2 P open", "N E cb", "P E open", loads={"E": 0.1})
    sources = {
        name: {**SET, "bus": bus, "breaker": f"{bus}-P", "ready": ready.get(name, "10 s"), "called_by": "ats"}
        for name, bus in (("one", "G1"), ("two", "G2"))
    }
    site = {
        "sources": sources,
        "genset_groups": {"gen": {"of": ["one", "two"], "sync": "8 s", "min_online": "2"}},
        "transfers": {"ats": {**ATS, "normal": "N-E", "standby": "P-E"}},
    }
    return dossier(network, site=site)


def test_every_set_of_a_group_that_is_still_starting_is_withdrawn_and_one_that_runs_cools_down() -> None:
    journal = play(group(two="30 s"), [loses("0 s", "14 s"), loses("10 min", "5 min")])
    assert [(row[0], row[1], row[2]) for row in told(journal, *WORDS)][2:5] == [
        (13_000, "source_running", "one"),
        (14_000, "start_withdrawn", "two"),
        (14_000 + 5 * MIN, "source_stopped", "one"),
    ]
    assert dark(journal)[1][1] == 10 * MIN + 3_000 + 30_000 + 8_000 + 300


def test_a_set_does_not_join_the_bus_once_the_call_is_gone() -> None:
    journal = play(group(two="12 s"), [loses("0 s", "20 s")])
    closed = [row[2] for row in told(journal, "switch_moved") if row[3]]
    assert "G1-P" in closed
    assert "G2-P" not in closed  # ready at 15 s, would have been synchronised at 23 s
